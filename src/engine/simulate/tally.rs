//! What runs came to, kept so that any cut of them merges to the same: whole minor units and counts, runs by index.

use serde::{Deserialize, Serialize};

use super::quantile::Counts;
use super::segment::{Span, joined, n_runs, same_draws};

/// The outcome of some runs of one input and seed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Fingerprint of the input.
    pub(super) input: String,
    /// Seed of the draws.
    pub(super) seed: u64,
    /// Simulated months.
    pub(super) n_months: u32,
    /// Runs by index: rising, apart, and as few segments as can be.
    pub(super) segments: Vec<Segment>,
    /// Each rep's attainment over the simulated months.
    pub(super) attainment: Vec<Counts>,
    /// Each plan's own.
    pub(super) plans: Vec<PlanTally>,
}

/// Consecutive runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Segment {
    /// Index of the first.
    pub(super) first: u32,
    /// How many.
    pub(super) n_runs: u32,
    /// Each run's total credit, in hundredths.
    pub(super) credit: Vec<i64>,
    /// For each plan, each run's pay of each month, in minor units.
    pub(super) costs: Vec<Vec<i64>>,
}

impl Span for Segment {
    fn first(&self) -> u32 {
        self.first
    }

    fn n_runs(&self) -> u32 {
        self.n_runs
    }

    fn append(&mut self, next: Self) {
        self.n_runs += next.n_runs;
        self.credit.extend(next.credit);
        for (costs, more) in self.costs.iter_mut().zip(next.costs) {
            costs.extend(more);
        }
    }
}

/// What is counted for each plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PlanTally {
    /// Each rep's pay.
    pub(super) reps: Vec<RepTally>,
    /// Reps, over all runs, at or above the threshold, quota, and excellence.
    pub(super) levels: [u64; 3],
}

/// What is counted for each rep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RepTally {
    /// Pay of all runs, in minor units.
    pub(super) pay: i64,
    /// Minor units that the counts take as 1: about the rep's pay.
    pub(super) unit: i64,
    /// Pay of each run.
    pub(super) counts: Counts,
}

/// Why two parts are not of one simulation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// Other plans, model, calendar or assumptions.
    #[error("the parts were simulated from different inputs")]
    OtherInput,
    /// Other draws.
    #[error("the parts were simulated with different seeds ({0} and {1})")]
    OtherSeed(u64, u64),
    /// The same run twice.
    #[error("run {0} is in both parts")]
    Overlap(u32),
    /// Numbers of runs, months, reps or plans that do not fit together.
    #[error("a part is damaged")]
    Damaged,
}

impl Tally {
    /// Runs in it.
    pub fn n_runs(&self) -> u32 {
        n_runs(&self.segments)
    }

    /// Fingerprint of the input it was simulated from.
    pub fn input(&self) -> &str {
        &self.input
    }

    /// Seed of its draws.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Whether it holds the runs from 0 to `n_runs` and no other.
    pub fn is_complete(&self, n_runs: u32) -> bool {
        matches!(self.segments.as_slice(), [only] if only.first == 0 && only.n_runs == n_runs)
    }

    /// Both parts together: the same, to the byte, in whatever order and grouping parts are merged.
    ///
    /// # Errors
    /// If the parts are not disjoint runs of one input and seed.
    pub fn merge(mut self, other: Self) -> Result<Self, MergeError> {
        same_draws((&self.input, self.seed), (&other.input, other.seed))?;
        if self.shape() != other.shape() || !self.is_sound() || !other.is_sound() {
            return Err(MergeError::Damaged);
        }
        self.segments.extend(other.segments);
        self.segments = joined(self.segments)?;
        for (mine, other) in self.attainment.iter_mut().zip(&other.attainment) {
            *mine = std::mem::take(mine).merge(other);
        }
        for (mine, other) in self.plans.iter_mut().zip(&other.plans) {
            for (mine, other) in mine.levels.iter_mut().zip(other.levels) {
                *mine = mine.saturating_add(other);
            }
            for (mine, other) in mine.reps.iter_mut().zip(&other.reps) {
                mine.pay = mine.pay.saturating_add(other.pay);
                mine.counts = std::mem::take(&mut mine.counts).merge(&other.counts);
            }
        }
        Ok(self)
    }

    /// Months, reps, and each plan's units.
    fn shape(&self) -> (u32, usize, Vec<Vec<i64>>) {
        let units = |plan: &PlanTally| plan.reps.iter().map(|rep| rep.unit).collect();
        (self.n_months, self.attainment.len(), self.plans.iter().map(units).collect())
    }

    /// Whether its numbers of runs, months, reps and plans fit together: a part may come from a file.
    pub fn is_sound(&self) -> bool {
        self.segments.iter().all(|segment| {
            let n_runs = segment.n_runs as usize;
            let n_costs = n_runs.checked_mul(self.n_months as usize);
            segment.first.checked_add(segment.n_runs).is_some()
                && segment.credit.len() == n_runs
                && segment.costs.len() == self.plans.len()
                && segment.costs.iter().all(|costs| Some(costs.len()) == n_costs)
        }) && self.plans.iter().all(|plan| plan.reps.len() == self.attainment.len())
            && self.attainment.iter().all(Counts::is_sound)
            && self.plans.iter().flat_map(|plan| &plan.reps).all(|rep| 0 < rep.unit && rep.counts.is_sound())
    }
}
