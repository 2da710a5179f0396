//! What capacity comes to: by month, as planned and with its range, the chance to reach the goal, and what moves it.

use serde::{Deserialize, Serialize};

use super::plan::Assumption;
use crate::engine::simulate::{Histogram, Quantiles};
use crate::engine::units::Month;

/// Everything that is found. Parts that were not asked for, or are still computed, are empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CapacityReport {
    /// Capacity without chance: expected values by formula.
    pub expected: ExpectedCapacity,
    /// Hires that the goal needs.
    pub needed: HiresNeeded,
    /// With chance.
    pub summary: Option<CapacitySummary>,
    /// What it costs if every planned hire comes a month late.
    pub delay: Option<DelayCost>,
    /// The same for one, two and three months, as far as they were asked for.
    pub delays: Vec<DelayCost>,
    /// What each assumption moves, the one that moves most first.
    pub tornado: Vec<TornadoBar>,
    /// Over-assignment against hires.
    pub grid: Option<HireGrid>,
}

/// Capacity by formula: `Σ quota · ramp(tenure) · attainment · share still there`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExpectedCapacity {
    /// By month.
    pub months: Vec<CapacityMonth>,
    /// By role, over all months.
    pub roles: Vec<RoleCapacity>,
    /// Quota that heads can carry, all months.
    pub quota: f64,
    /// What they are expected to sell.
    pub expected: f64,
    /// What is asked; 0 for no goal.
    pub goal: f64,
    /// Quota that is given out: the goal and the over-assignment on top.
    pub assigned: f64,
    /// Quota that heads can carry over the goal, less 1: the over-assignment that there is room for. `None` without goal.
    pub room: Option<f64>,
    /// Expected sales over the quota that is given out: the attainment it comes to. `None` without goal.
    pub attainment: Option<f64>,
}

/// One month of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CapacityMonth {
    /// The month.
    pub month: Month,
    /// Heads there.
    pub heads: f64,
    /// The same, each counted by its ramp.
    pub ramped_heads: f64,
    /// Quota that they can carry.
    pub quota: f64,
    /// What they are expected to sell.
    pub expected: f64,
    /// What is asked.
    pub goal: f64,
    /// Quota that is given out.
    pub assigned: f64,
}

/// One role of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleCapacity {
    /// The role.
    pub role: String,
    /// Heads there in the first month.
    pub heads_first: f64,
    /// Heads there in the last.
    pub heads_last: f64,
    /// Heads that are planned to come.
    pub n_hires: u32,
    /// Quota that they can carry.
    pub quota: f64,
    /// What they are expected to sell.
    pub expected: f64,
}

/// Hires that the goal needs beyond those planned, all of the first role (the one that the plan lists first).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HiresNeeded {
    /// The role; empty without one.
    pub role: String,
    /// Goal less expected sales over all months; negative if there is more than asked.
    pub gap: f64,
    /// If all extra hires came in that month: how many would close the gap of all months.
    pub by_start: Vec<HiresByStart>,
    /// So that no month falls short: how many, and by when, month by month.
    pub by_month: Vec<HiresForMonth>,
}

/// Extra hires that all come in one month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HiresByStart {
    /// Their first month.
    pub start: Month,
    /// What one of them is expected to sell until the end.
    pub each: f64,
    /// How many close the gap; `None` where they sell nothing in time.
    pub n: Option<u32>,
}

/// Extra hires for a month that falls short.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HiresForMonth {
    /// The month that falls short.
    pub month: Month,
    /// By how much, after the extra hires for months before it.
    pub gap: f64,
    /// How many more; `None` if nobody can be productive in time.
    pub n: Option<u32>,
    /// The month in which they have to start at the latest to be productive as counted.
    pub start: Month,
    /// Whether they would be fully ramped had they started before the plan does: it is late for them.
    pub is_late: bool,
}

/// Simulated years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CapacitySummary {
    /// Runs it rests on.
    pub n_runs: u32,
    /// Mean sales of all months.
    pub mean: f64,
    /// Their standard deviation.
    pub sd: f64,
    /// Their quantiles.
    pub total: Quantiles,
    /// How often which total came up.
    pub histogram: Histogram,
    /// What is asked of all months; 0 for no goal.
    pub goal: f64,
    /// Share of runs that reach it; `None` without goal.
    pub goal_probability: Option<f64>,
    /// Standard error of that share, from the number of runs.
    pub goal_error: Option<f64>,
    /// Mean of what is missing to the goal; runs that reach it count as 0.
    pub shortfall: Option<f64>,
    /// Mean of what is missing in the runs that miss it; `None` if none does.
    pub shortfall_if_missed: Option<f64>,
    /// By month.
    pub months: Vec<SimulatedMonth>,
    /// Leavers in a run, on average.
    pub leavers: f64,
}

/// A month of simulated years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimulatedMonth {
    /// The month.
    pub month: Month,
    /// Mean sales.
    pub mean: f64,
    /// Their quantiles.
    pub sales: Quantiles,
    /// Heads there, on average.
    pub heads: f64,
    /// What is asked.
    pub goal: f64,
    /// Quantiles of all sales up to this month.
    pub to_date: Quantiles,
    /// Goal up to this month.
    pub goal_to_date: f64,
    /// Share of runs that have reached it; `None` without goal.
    pub on_track: Option<f64>,
}

/// What it costs if every planned hire comes later, on the same draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DelayCost {
    /// Months by which they come later.
    pub months: u32,
    /// Runs it rests on.
    pub n_runs: u32,
    /// Hires that come late.
    pub n_hires: u32,
    /// Sales lost, mean.
    pub lost: f64,
    /// Its standard error.
    pub lost_error: f64,
    /// Sales lost, quantiles over runs.
    pub range: Quantiles,
    /// Chance to reach the goal as planned and late; `None` without goal.
    pub goal_probability: Option<(f64, f64)>,
}

/// What one assumption moves, on the same draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TornadoBar {
    /// Which.
    pub assumption: Assumption,
    /// At its low end.
    pub low: TornadoEnd,
    /// At its high end.
    pub high: TornadoEnd,
}

/// One end of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TornadoEnd {
    /// The factor, or months more.
    pub value: f64,
    /// Mean sales.
    pub mean: f64,
    /// Mean sales less those of the plan in the same runs.
    pub change: f64,
    /// Chance to reach the goal; `None` without goal.
    pub goal_probability: Option<f64>,
    /// The same less that of the plan in the same runs.
    pub probability_change: Option<f64>,
}

/// Over-assignment against hires: the chance to reach the goal at each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HireGrid {
    /// Runs it rests on.
    pub n_runs: u32,
    /// Over-assignments, rising: fractions.
    pub over_assignments: Vec<f64>,
    /// One row for each number of extra hires, rising.
    pub rows: Vec<HireRow>,
}

/// One number of extra hires.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HireRow {
    /// Hires of the first role beyond those planned, all in the plan's first month.
    pub extra: u32,
    /// Mean sales with quotas as the roles have them.
    pub mean: f64,
    /// For each over-assignment.
    pub cells: Vec<HireCell>,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HireCell {
    /// Chance to reach the goal.
    pub goal_probability: f64,
    /// Attainment of the quota that is given out, on average.
    pub attainment: f64,
}

/// How the plan is changed for one simulation. Draws stay the same, so that differences are the change's own.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Variant {
    /// Not at all.
    AsPlanned,
    /// Every planned hire comes so many months later.
    Delayed {
        /// Months.
        months: u32,
    },
    /// More hires of the first role in the first month.
    ExtraHires {
        /// How many.
        n: u32,
    },
    /// An assumption is moved.
    Moved {
        /// Which.
        assumption: Assumption,
        /// The factor, or months more.
        by: f64,
    },
}
