//! What simulated years came to, kept so that any cut of them merges to the same: whole minor units, runs by index.

use serde::{Deserialize, Serialize};

use crate::engine::simulate::{MergeError, Span, added, joined, n_runs, same_draws};

/// The outcome of some runs of one input, variant and seed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapacityTally {
    /// Fingerprint of input and variant.
    pub(super) input: String,
    pub(super) seed: u64,
    pub(super) n_months: u32,
    /// Heads there in each month, over all runs.
    pub(super) heads: Vec<u64>,
    /// Leavers, over all runs.
    pub(super) leavers: u64,
    /// Runs by index: rising, apart, and as few segments as can be.
    pub(super) segments: Vec<Segment>,
}

/// Consecutive runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Segment {
    /// Index of the first.
    pub(super) first: u32,
    /// How many.
    pub(super) n_runs: u32,
    /// Each run's sales of each month, in minor units.
    pub(super) sales: Vec<i64>,
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
        self.sales.extend(next.sales);
    }
}

impl CapacityTally {
    /// Runs in it.
    pub fn n_runs(&self) -> u32 {
        n_runs(&self.segments)
    }

    /// Both parts together: the same, to the byte, in whatever order and grouping parts are merged.
    ///
    /// # Errors
    /// If the parts are not disjoint runs of one input, variant and seed.
    pub fn merge(mut self, other: Self) -> Result<Self, MergeError> {
        same_draws((&self.input, self.seed), (&other.input, other.seed))?;
        if self.n_months != other.n_months || !self.is_sound() || !other.is_sound() {
            return Err(MergeError::Damaged);
        }
        self.segments.extend(other.segments);
        self.segments = joined(self.segments)?;
        self.leavers = self.leavers.saturating_add(other.leavers);
        for (mine, other) in self.heads.iter_mut().zip(other.heads) {
            *mine = mine.saturating_add(other);
        }
        Ok(self)
    }

    /// Whether its numbers of runs and months fit together: a part may come from another worker.
    pub fn is_sound(&self) -> bool {
        self.heads.len() == self.n_months as usize
            && self.segments.iter().all(|segment| {
                segment.first.checked_add(segment.n_runs).is_some()
                    && Some(segment.sales.len()) == (segment.n_runs as usize).checked_mul(self.n_months as usize)
            })
    }

    /// Each run's months, in order.
    pub(super) fn runs(&self) -> impl Iterator<Item = &[i64]> {
        let n_months = (self.n_months as usize).max(1);
        self.segments.iter().flat_map(move |segment| segment.sales.chunks_exact(n_months))
    }

    /// Total sales of the runs from 0 on without a gap, in minor units.
    pub(super) fn first_totals(&self) -> Vec<i64> {
        let n_months = (self.n_months as usize).max(1);
        let whole = self.segments.first().filter(|segment| segment.first == 0);
        whole.map_or_else(Vec::new, |segment| segment.sales.chunks_exact(n_months).map(added).collect())
    }
}
