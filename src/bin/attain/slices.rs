//! Runs of a simulation, cut into slices that threads take one after the other.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

use attain::engine::simulate::MergeError;

use crate::fail::Failure;

/// That many runs in slices of `n_step` (above 0) on so many threads, merged: in whatever order that happens they come to the same.
///
/// # Errors
/// [`Failure`] if a thread failed.
pub(crate) fn in_slices<T: Send>(
    (n_runs, n_step): (u32, u32),
    n_threads: u32,
    run: impl Fn(Range<u32>) -> T + Sync,
    merge: fn(T, T) -> Result<T, MergeError>,
) -> Result<T, Failure> {
    let next = AtomicU32::new(0);
    let work = || {
        let mut whole = run(0..0);
        loop {
            let from = next.fetch_add(n_step, Ordering::Relaxed);
            if n_runs <= from {
                return Some(whole);
            }
            whole = merge(whole, run(from..from.saturating_add(n_step).min(n_runs))).ok()?;
        }
    };
    let n_threads = n_threads.clamp(1, n_runs.div_ceil(n_step).max(1));
    let parts: Vec<Option<T>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..n_threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().ok().flatten()).collect()
    });
    let whole = parts.into_iter().reduce(|whole, part| merge(whole?, part?).ok()).flatten();
    whole.ok_or_else(|| {
        Failure::refused("the simulation", "a worker failed", "Run it again with --threads 1, and report this")
    })
}
