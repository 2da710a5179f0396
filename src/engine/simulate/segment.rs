//! Runs by their index, in segments that come to the same however they were cut.

use super::tally::MergeError;

/// Consecutive runs with what they came to.
pub(in crate::engine) trait Span {
    /// Index of the first.
    fn first(&self) -> u32;
    /// How many.
    fn n_runs(&self) -> u32;
    /// Takes in the runs that come right behind.
    fn append(&mut self, next: Self);
}

/// Runs of all segments; it saturates.
pub(in crate::engine) fn n_runs(segments: &[impl Span]) -> u32 {
    segments.iter().fold(0, |sum, segment| sum.saturating_add(segment.n_runs()))
}

/// Sum of a run's months. A part may come from a file: the sum saturates.
pub(in crate::engine) fn added(run: &[i64]) -> i64 {
    run.iter().fold(0, |sum, month| sum.saturating_add(*month))
}

/// Whether two parts are of one simulation, each by the fingerprint of its input and its seed.
///
/// # Errors
/// [`MergeError::OtherInput`], [`MergeError::OtherSeed`].
pub(in crate::engine) fn same_draws(one: (&str, u64), other: (&str, u64)) -> Result<(), MergeError> {
    if one.0 != other.0 {
        return Err(MergeError::OtherInput);
    }
    if one.1 != other.1 {
        return Err(MergeError::OtherSeed(one.1, other.1));
    }
    Ok(())
}

/// In order of runs, neighbours put together: rising, apart, and as few as can be. The end of each must be a number.
///
/// # Errors
/// [`MergeError::Overlap`] if a run is in two of them.
pub(in crate::engine) fn joined<S: Span>(mut segments: Vec<S>) -> Result<Vec<S>, MergeError> {
    segments.retain(|segment| segment.n_runs() != 0);
    segments.sort_by_key(Span::first);
    let mut joined: Vec<S> = Vec::with_capacity(segments.len());
    for segment in segments {
        let end = joined.last().map_or(0, |last| last.first() + last.n_runs());
        match joined.last_mut() {
            Some(_) if segment.first() < end => return Err(MergeError::Overlap(segment.first())),
            Some(last) if segment.first() == end => last.append(segment),
            _ => joined.push(segment),
        }
    }
    Ok(joined)
}
