//! What a simulation says, in money: one summary a plan.

use serde::{Deserialize, Serialize};

use crate::engine::records::RepId;
use crate::engine::units::Month;

/// What one plan costs over the simulated months.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostSummary {
    /// The plan's name.
    pub plan: String,
    /// Runs it rests on.
    pub n_runs: u32,
    /// Mean total variable pay.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// Its quantiles.
    pub total: Quantiles,
    /// How often which total came up.
    pub histogram: Histogram,
    /// Share of runs whose total is within the budget; `None` without a budget.
    pub budget_probability: Option<f64>,
    /// Variable pay by month.
    pub by_month: Vec<MonthRange>,
    /// Each rep's pay and attainment.
    pub by_rep: Vec<RepRange>,
    /// Variable pay as a share of credited bookings; `None` where nothing is credited.
    pub ccos: Option<Quantiles>,
    /// The same with base salaries; `None` where no base salary is known.
    pub ccos_with_base: Option<Quantiles>,
    /// Credit of all reps.
    pub credit: Quantiles,
    /// How many reps reach the plan's marks.
    pub levels: Levels,
}

/// Quantiles of a figure over the runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quantiles {
    /// One run in twenty is below.
    pub p5: f64,
    /// One run in ten is below.
    pub p10: f64,
    /// Half of the runs are below.
    pub p50: f64,
    /// Nine runs in ten are below.
    pub p90: f64,
    /// Nineteen runs in twenty are below.
    pub p95: f64,
}

/// Counts of runs in bins of one width.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// Where the first bin begins.
    pub lower: f64,
    /// How wide each bin is.
    pub width: f64,
    /// Runs in each bin; a bin holds its lower end.
    pub counts: Vec<u32>,
}

/// Pay of one month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthRange {
    /// The month.
    pub month: Month,
    /// Its mean.
    pub mean: f64,
    /// Its quantiles.
    pub pay: Quantiles,
}

/// Pay and attainment of one rep over the simulated months.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepRange {
    /// Key of the rep.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// Target incentive of the simulated months.
    pub target_incentive: f64,
    /// Mean pay.
    pub mean: f64,
    /// Its quantiles, resolved to about 1 % of the rep's expected pay.
    pub pay: Quantiles,
    /// Quantiles of credit over quota, resolved to about 0.01.
    pub attainment: Quantiles,
}

/// Share of reps (over all runs) that reach the plan's marks by the end of the simulated months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Levels {
    /// Attainment below which the plan's heaviest component pays nothing; 0 if it has no threshold.
    pub threshold: f64,
    /// Attainment from which it pays its highest tier, but at least 1; 1.5 if it has no tier above quota.
    pub excellence: f64,
    /// Share of reps at or above the threshold.
    pub at_threshold: f64,
    /// Share of reps at or above quota.
    pub at_target: f64,
    /// Share of reps at or above excellence.
    pub at_excellence: f64,
}
