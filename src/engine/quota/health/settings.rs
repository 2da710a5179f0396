//! What the health card is told besides the records.

use serde::{Deserialize, Serialize};

use crate::engine::comp::benchmarks::Benchmark;
use crate::engine::comp::compare::Marks;
use crate::engine::records::{Dataset, RepId};
use crate::engine::simulate::CostModel;
use crate::engine::units::{Calendar, Decimal, Month};

/// What the card is made from.
#[derive(Clone, Copy, Debug)]
pub struct HealthInput<'a> {
    /// The records: reps, targets, won and open deals; accounts where size is their revenue.
    pub dataset: &'a Dataset,
    /// The fiscal year.
    pub calendar: Calendar,
    /// ISO code of the scenario's currency: amounts in others are exchanged.
    pub currency: &'a str,
    /// The rest.
    pub settings: &'a HealthSettings,
}

/// What the reader chooses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HealthSettings {
    /// First month looked at.
    pub first: Month,
    /// Last month looked at, included.
    pub last: Month,
    /// Attainment of threshold and excellence; those of a plan are `comp::compare::marks(plan)`.
    pub marks: Marks,
    /// What the size of a territory is measured by.
    pub size: SizeBy,
    /// Intervals that quotas are held against, of the same months.
    pub estimates: Vec<EstimateRange>,
    /// What attainment is expected to be, if anything is said.
    pub expected: Option<Expected>,
    /// Ranges of one's own in the place of published ones.
    pub benchmarks: Vec<Benchmark>,
    /// Seed of permutations and resampling: the same seed gives the same card.
    pub seed: u64,
}

impl HealthSettings {
    /// The usual choices for those months: no threshold, excellence at 150 %.
    pub fn of_months(first: Month, last: Month) -> Self {
        Self {
            first,
            last,
            marks: Marks { threshold: None, excellence: Decimal::new(15, 1) },
            size: SizeBy::Either,
            estimates: Vec::new(),
            expected: None,
            benchmarks: Vec::new(),
            seed: 1,
        }
    }
}

/// What the size of a territory is measured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SizeBy {
    /// Prior sales where three reps have them, else the revenue of their accounts.
    #[default]
    Either,
    /// Won deals of as many months before.
    PriorSales,
    /// Revenue of the accounts a rep owns, as the files state it.
    AccountRevenue,
}

/// The interval that an estimate gives for one rep's sales of the months.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EstimateRange {
    /// Who, by id or name.
    pub rep: RepId,
    /// Lower end, in the scenario's currency.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What attainment over the months is expected to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// A share of the reps attains nothing; the others' attainment is lognormal with that mean and standard deviation.
    Spread {
        /// Mean of those who attain something.
        mean: f64,
        /// Their standard deviation.
        deviation: f64,
        /// Share of the reps who attain nothing.
        zero_share: f64,
    },
    /// A simulation's model, run over its months.
    Model {
        /// How the sales force attains.
        model: Box<CostModel>,
        /// Simulated years.
        n_runs: u32,
    },
    /// Shares that were computed before, fractions.
    Shares {
        /// At or above the threshold; `None` without one.
        at_threshold: Option<f64>,
        /// At or above quota.
        at_quota: f64,
        /// At or above excellence.
        at_excellence: f64,
    },
}
