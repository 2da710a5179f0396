//! Speed of the cost simulation. `make bench` sets it beside what a user would pick instead (`benches/run.mjs`).

#[path = "../tests/parity/cases.rs"]
mod cases;

use attain::engine::simulate::{prepare, run};
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

/// 1,000 reps, 12 months, 2,000 runs, a plan of 4 tiers with a cap. Items are runs.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn standard_2_000_runs(bencher: Bencher) {
    let prepared = prepare(&cases::standard());
    bencher.counter(ItemsCount::new(2_000_u32)).bench(|| run(&prepared, 1, 0..2_000));
}

/// From the input to what a run needs.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn standard_prepare(bencher: Bencher) {
    let input = cases::standard();
    bencher.bench(|| prepare(&input));
}

/// From the tally to the summary that is drawn.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn standard_summary(bencher: Bencher) {
    let input = cases::standard();
    let tally = run(&prepare(&input), 1, 0..2_000);
    bencher.bench(|| tally.summary(&input));
}

/// Two parts of 1,000 runs into one.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn standard_merge(bencher: Bencher) {
    let prepared = prepare(&cases::standard());
    let parts = (run(&prepared, 1, 0..1_000), run(&prepared, 1, 1_000..2_000));
    bencher.with_inputs(|| parts.clone()).bench_values(|(first, second)| first.merge(second));
}
