//! What the simulation is told: how reps attain, and what is paid for it. Every number can be shown and edited.

use serde::{Deserialize, Serialize};

use crate::engine::comp::{Filter, Measure, Plan};
use crate::engine::records::RepId;
use crate::engine::units::{Calendar, Month};

/// How a sales force attains, month by month.
///
/// Attainment of rep `r` in month `t` is `s_t · m_r · exp(σ_r z + σ_M g − (σ_r² + σ_M²)/2) / (1 − p_r)`, or 0 with
/// probability `p_r`; `z` (the rep's own) and `g` (the market's, shared) are standard normal and persist from month to
/// month with correlation `φ`. Its mean is `s_t · m_r`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CostModel {
    /// First month of the plan year.
    pub first: Month,
    /// How many months are simulated: 1 to 60, mostly 12.
    pub n_months: u32,
    /// `σ_M`: standard deviation of the logarithm of a month's company-wide shock.
    pub market_sigma: f64,
    /// `φ`: correlation of a month's shock with that of the month before, above −1 and below 1.
    pub persistence: f64,
    /// What credit and quotas are counted in: the measure it was fitted on.
    #[serde(default)]
    pub measure: Measure,
    /// `s_t`: factor on expected attainment for each month, mean 1; empty for none.
    #[serde(default)]
    pub season: Vec<f64>,
    /// What else components and SPIFFs count; each rep has a flow of each.
    #[serde(default)]
    pub flows: Vec<Counted>,
    /// What becomes of won deals.
    #[serde(default)]
    pub cancellations: Cancellations,
    /// The sales force.
    pub reps: Vec<RepModel>,
}

/// How one rep attains and is paid.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RepModel {
    /// Key of the rep.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// `m_r`: expected attainment of a month; `1` is quota.
    pub mean_attainment: f64,
    /// `σ_r`: standard deviation of the logarithm of the rep's own monthly shock.
    pub volatility: f64,
    /// `p_r`: share of months without any credit, from 0 to 1.
    pub zero_share: f64,
    /// Quota of each simulated month, in the unit of the measure.
    pub monthly_quota: Vec<f64>,
    /// `false` where neither data nor plan gave a quota and the rep's mean credit stands in for it; what is paid by
    /// attainment then pays nothing, as in a statement.
    #[serde(default = "yes")]
    pub has_quota: bool,
    /// Credit of one average deal; only components that look at each deal alone use it. 0 if unknown.
    #[serde(default)]
    pub mean_deal: f64,
    /// What one unit of credit comes with in the other measures.
    #[serde(default)]
    pub per_credit: PerCredit,
    /// What comes of each of the model's flows, in their order.
    #[serde(default)]
    pub flows: Vec<Flow>,
    /// Quotas by targets that name a measure.
    #[serde(default)]
    pub named_quotas: Vec<NamedQuota>,
    /// Key or name of the manager; empty if unknown.
    #[serde(default)]
    pub manager: RepId,
    /// Target incentive a year.
    pub target_incentive: f64,
    /// Base salary a year; 0 if unknown.
    pub base_salary: f64,
    /// Months of history that the rep's parameters were fitted on.
    pub n_history_months: u32,
}

/// Something that is counted: a measure of the records that a filter lets count.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Counted {
    /// The measure.
    pub measure: Measure,
    /// What counts.
    pub filter: Filter,
}

/// How much of something comes with a rep's credit: `per_credit · x + per_month`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Flow {
    /// For each unit of the model's credit.
    pub per_credit: f64,
    /// In each month, whatever is sold: activities and results of objectives.
    pub per_month: f64,
}

/// A quota of a measure of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NamedQuota {
    /// The measure as targets name it.
    pub measure: String,
    /// Quota of each simulated month.
    pub monthly: Vec<f64>,
}

/// Cancellations of won deals in the history, by credit. Clawbacks and holdbacks take these shares of every pay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Cancellations {
    /// Share of credit that is cancelled in the month of closing, the next, and so on.
    pub share: Vec<f64>,
    /// Of what is cancelled then, the share of the contract that is left; 1 without a term.
    pub left: Vec<f64>,
}

/// What one unit of the model's credit comes with in each measure, as in the history: a component that pays on another
/// measure than the model's is credited in that proportion. The model's own measure counts as it is, whatever stands
/// here. 0 where nothing is known: the component then pays nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PerCredit {
    /// Amount.
    pub bookings: f64,
    /// Gross margin.
    pub margin: f64,
    /// Units.
    pub units: f64,
    /// Deals.
    pub deals: f64,
}

impl PerCredit {
    /// That of a measure.
    pub fn of(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Bookings | Measure::Revenue => self.bookings,
            Measure::Margin => self.margin,
            Measure::Units => self.units,
            Measure::Deals => self.deals,
            Measure::Activities | Measure::Scorecard => 0.0,
        }
    }
}

fn yes() -> bool {
    true
}

/// All that a simulation depends on, but for the seed and the runs. Saved, sent to workers, and fingerprinted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostInput {
    /// Plans to cost, all on the same draws, so that their differences are the plans' own.
    pub plans: Vec<Plan>,
    /// How the sales force attains.
    pub model: CostModel,
    /// The fiscal year.
    pub calendar: Calendar,
    /// Decimal places of the currency's minor unit, at most 4.
    pub digits: u32,
    /// Money set aside for the simulated months.
    #[serde(default)]
    pub budget: Option<f64>,
    /// Factor on everybody's expected attainment: `0.9` is a company a tenth below its expected path.
    #[serde(default = "one")]
    pub company_factor: f64,
    /// Scales each run so that total credit is exactly as expected. What spread is left is the plan's volatility at one
    /// company performance.
    #[serde(default)]
    pub hold_company: bool,
}

fn one() -> f64 {
    1.0
}
