//! What desks keep by name, and parts of jobs that they gather.

use serde::de::DeserializeOwned;

use super::refusal::Refusal;
use crate::engine::pipeline::PipelineTally;
use crate::engine::quota::capacity::CapacityTally;
use crate::engine::simulate::MergeError;

/// Keeps something under its name, which says what it is: it is not kept twice. The eldest goes where there are too many.
pub(super) fn keep<T>(kept: &mut Vec<(String, T)>, most: usize, name: String, thing: T) {
    if !kept.iter().any(|(known, _)| *known == name) {
        if most <= kept.len() {
            kept.remove(0);
        }
        kept.push((name, thing));
    }
}

/// What is kept under that name.
pub(super) fn kept<'a, T>(kept: &'a [(String, T)], name: &str) -> Result<&'a T, Refusal> {
    kept.iter().find(|(known, _)| known == name).map(|(_, thing)| thing).ok_or(Refusal::NotKept)
}

/// The outcome of some runs, which comes from another worker.
pub(super) trait Part: DeserializeOwned {
    /// Runs in it.
    fn n_runs(&self) -> u32;
    /// Whether its numbers fit together.
    fn is_sound(&self) -> bool;
    /// Both parts together.
    fn merge(self, other: Self) -> Result<Self, MergeError>;
}

macro_rules! part {
    ($tally:ty) => {
        impl Part for $tally {
            fn n_runs(&self) -> u32 {
                <$tally>::n_runs(self)
            }

            fn is_sound(&self) -> bool {
                <$tally>::is_sound(self)
            }

            fn merge(self, other: Self) -> Result<Self, MergeError> {
                <$tally>::merge(self, other)
            }
        }
    };
}

part!(PipelineTally);
part!(CapacityTally);

/// What was gathered of one job: of each variant its parts merged.
pub(super) struct Gathered<V, T> {
    job: Option<u32>,
    tallies: Vec<(V, T)>,
}

impl<V, T> Default for Gathered<V, T> {
    fn default() -> Self {
        Self { job: None, tallies: Vec::new() }
    }
}

impl<V: Copy + PartialEq, T: Part> Gathered<V, T> {
    /// Merges a part into the job's; another job begins anew.
    ///
    /// # Errors
    /// [`Refusal::OtherParts`] if the part is damaged or of other runs: what was gathered is then gone, but for bytes that are no
    /// part at all.
    pub(super) fn add(&mut self, job: u32, variant: V, part: &[u8]) -> Result<(), Refusal> {
        let part: T = postcard::from_bytes(part).map_err(|_| Refusal::OtherParts)?;
        let before = std::mem::take(self);
        let mut tallies = if before.job == Some(job) { before.tallies } else { Vec::new() };
        match tallies.iter().position(|(gathered, _)| *gathered == variant) {
            Some(place) => {
                let (_, tally) = tallies.swap_remove(place);
                tallies.push((variant, tally.merge(part).map_err(|_| Refusal::OtherParts)?));
            }
            None if part.is_sound() => tallies.push((variant, part)),
            None => return Err(Refusal::OtherParts),
        }
        *self = Self { job: Some(job), tallies };
        Ok(())
    }

    /// Runs of all variants; it saturates.
    pub(super) fn n_runs(&self) -> u32 {
        self.tallies.iter().fold(0, |sum, (_, tally)| sum.saturating_add(tally.n_runs()))
    }

    /// Each variant with what its runs came to.
    pub(super) fn tallies(&self) -> Vec<(V, &T)> {
        self.tallies.iter().map(|(variant, tally)| (*variant, tally)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Runs(u32);

    impl Part for Runs {
        fn n_runs(&self) -> u32 {
            self.0
        }

        fn is_sound(&self) -> bool {
            self.0 != 0
        }

        fn merge(self, other: Self) -> Result<Self, MergeError> {
            if other.is_sound() { Ok(Self(self.0.saturating_add(other.0))) } else { Err(MergeError::Damaged) }
        }
    }

    fn bytes(n: u32) -> Vec<u8> {
        postcard::to_allocvec(&Runs(n)).unwrap()
    }

    #[test]
    fn the_eldest_goes_and_nothing_is_kept_twice() {
        let mut things = Vec::new();
        for (name, thing) in [("a", 1), ("b", 2), ("a", 3), ("c", 4)] {
            keep(&mut things, 2, name.to_owned(), thing);
        }
        let found = ["a", "b", "c"].map(|name| kept(&things, name).copied());
        assert_eq!(found, [Err(Refusal::NotKept), Ok(2), Ok(4)]);
    }

    #[test]
    fn parts_of_a_job_are_gathered_by_variant() {
        let mut gathered = Gathered::<char, Runs>::default();
        for (variant, n) in [('x', 2), ('y', 3), ('x', 5)] {
            gathered.add(1, variant, &bytes(n)).unwrap();
        }
        assert_eq!(gathered.tallies(), [('y', &Runs(3)), ('x', &Runs(7))]);
        assert_eq!(gathered.n_runs(), 10);
        assert_eq!(gathered.add(1, 'x', &[]), Err(Refusal::OtherParts));
        assert_eq!(gathered.n_runs(), 10, "no part at all");
        gathered.add(2, 'x', &bytes(u32::MAX)).unwrap();
        assert_eq!(gathered.n_runs(), u32::MAX, "another job");
        for (variant, n) in [('x', 0), ('z', 0)] {
            assert_eq!(gathered.add(2, variant, &bytes(n)), Err(Refusal::OtherParts));
            assert_eq!(gathered.n_runs(), 0, "what is left could not be told from the whole");
            gathered.add(2, 'x', &bytes(1)).unwrap();
        }
    }
}
