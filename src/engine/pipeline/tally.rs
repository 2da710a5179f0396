//! What simulated runs came to, kept so that any cut of them merges to the same: whole minor units, runs by index.

use serde::{Deserialize, Serialize};

use crate::engine::simulate::{MergeError, Span, joined, n_runs, same_draws};

/// The outcome of some runs of one input, variant and seed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PipelineTally {
    /// Fingerprint of input and variant.
    pub(super) input: String,
    pub(super) seed: u64,
    pub(super) n_months: u32,
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
    /// Each run's total of each month, in minor units.
    pub(super) won: Vec<i64>,
    /// Each run's watched deals that were won, a bit each.
    pub(super) marks: Vec<u32>,
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
        self.won.extend(next.won);
        self.marks.extend(next.marks);
    }
}

impl PipelineTally {
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
        Ok(self)
    }

    /// Whether its numbers of runs and months fit together: a part may come from another worker.
    pub fn is_sound(&self) -> bool {
        self.segments.iter().all(|segment| {
            segment.first.checked_add(segment.n_runs).is_some()
                && Some(segment.won.len()) == (segment.n_runs as usize).checked_mul(self.n_months as usize)
                && segment.marks.len() == segment.n_runs as usize
        })
    }

    /// Each run's months and marks, in order.
    pub(super) fn runs(&self) -> impl Iterator<Item = (&[i64], u32)> {
        let n_months = (self.n_months as usize).max(1);
        self.segments
            .iter()
            .flat_map(move |segment| segment.won.chunks_exact(n_months).zip(segment.marks.iter().copied()))
    }
}
