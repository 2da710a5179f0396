//! What a scenario holds. Kept as plain data; the layout of each version that was ever written stands in `v1.rs` and on.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::forecast::ForecastChoices;
use crate::data::Mapping;
use crate::engine::comp::Plan;
use crate::engine::comp::benchmarks::Benchmark;
use crate::engine::pipeline::PipelineChoices;
use crate::engine::quota::capacity::HeadcountPlan;
use crate::engine::quota::plan::QuotaPlan;
use crate::engine::simulate::CostModel;
use crate::engine::units::{Calendar, Currency, Decimal, Month};

/// Everything the user decides, and a reference to the data it was decided on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Scenario {
    /// Name for people.
    pub title: String,
    /// Anything worth remembering.
    pub notes: String,
    /// The fiscal year.
    pub calendar: Calendar,
    /// The currency of all money.
    pub currency: Currency,
    /// Plans, any number.
    pub plans: Vec<Plan>,
    /// Which of them statements are made for, counted from 0.
    pub chosen_plan: usize,
    /// Quota plans, any number. The quotas of those that are used take the place of the data's targets.
    pub quotas: Vec<QuotaPlan>,
    /// Which of them is worked on, counted from 0.
    pub chosen_quotas: usize,
    /// First month replayed; the first with a won deal if not set.
    pub first: Option<Month>,
    /// Last month replayed; the last with a won deal if not set.
    pub last: Option<Month>,
    /// What the simulation assumes.
    pub assumptions: Assumptions,
    /// Published ranges that were changed, and ranges of one's own; the others are the program's.
    pub benchmarks: Vec<Benchmark>,
    /// Heads, and what they are to sell.
    pub headcount: Option<HeadcountPlan>,
    /// What is forecast, how, and what is known better.
    pub forecast: ForecastChoices,
    /// What is decided about the pipeline's forecast; the usual if not set.
    pub pipeline: Option<PipelineChoices>,
    /// The data, by name.
    pub data: Option<DataRef>,
    /// How the files were understood.
    pub mappings: Vec<Mapping>,
    /// The last results, to be compared with what another version or machine computes.
    pub summary: Option<ResultSummary>,
    /// Fields this version does not know; they are written back as they were.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// What the simulation assumes. All but the model have defaults.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Assumptions {
    /// The cost model as edited; fitted from the data if not set.
    pub model: Option<CostModel>,
    /// First month simulated; that of the first fiscal year that begins after the months replayed, if not set.
    pub plan_year: Option<Month>,
    /// Simulated years.
    pub n_runs: u32,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Money set aside for the simulated year.
    pub budget: Option<Decimal>,
    /// Factor on everybody's expected attainment.
    pub company_factor: f64,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self { model: None, plan_year: None, n_runs: 10_000, seed: 1, budget: None, company_factor: 1.0 }
    }
}

/// The data a scenario was made on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DataRef {
    /// Names the bytes of the dataset.
    pub fingerprint: String,
    /// The files it came from.
    pub files: Vec<String>,
    /// Reps.
    pub n_reps: usize,
    /// Deals.
    pub n_deals: usize,
    /// Won deals.
    pub n_won: usize,
    /// First month with a won deal.
    pub first: Option<Month>,
    /// Last month with a won deal.
    pub last: Option<Month>,
}

/// Results with what they were computed by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ResultSummary {
    /// The version of the engine.
    pub engine_version: String,
    /// The seed.
    pub seed: u64,
    /// Runs.
    pub n_runs: u32,
    /// Incentive pay of the replay, by plan.
    pub paid: Vec<(String, Decimal)>,
    /// Simulated cost by plan: P10, P50, P90.
    pub cost: Vec<(String, [f64; 3])>,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            title: String::new(),
            notes: String::new(),
            calendar: Calendar::default(),
            currency: Currency::default(),
            plans: Vec::new(),
            chosen_plan: 0,
            quotas: Vec::new(),
            chosen_quotas: 0,
            first: None,
            last: None,
            assumptions: Assumptions::default(),
            benchmarks: Vec::new(),
            headcount: None,
            forecast: ForecastChoices::default(),
            pipeline: None,
            data: None,
            mappings: Vec::new(),
            summary: None,
            unknown: Map::new(),
        }
    }
}

impl Scenario {
    /// The plan that statements are made for.
    pub fn plan(&self) -> Option<&Plan> {
        self.plans.get(self.chosen_plan)
    }

    /// The place of the quota plan that is worked on: the first where a file chooses one that it does not have.
    pub fn quota_place(&self) -> usize {
        if self.chosen_quotas < self.quotas.len() { self.chosen_quotas } else { 0 }
    }

    /// The quota plan that is worked on.
    pub fn quota_plan(&self) -> Option<&QuotaPlan> {
        self.quotas.get(self.quota_place())
    }

    /// The same, to be changed.
    pub fn quota_plan_mut(&mut self) -> Option<&mut QuotaPlan> {
        let place = self.quota_place();
        self.quotas.get_mut(place)
    }
}
