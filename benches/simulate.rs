//! Speed of the cost simulation. `make bench` sets it beside what a user would pick instead (`benches/run.mjs`).

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used)]

#[path = "../tests/parity/company.rs"]
mod company;

use std::io::BufRead;

use attain::engine::simulate::{CostInput, Prepared, prepare, run};
use divan::Bencher;
use divan::counter::ItemsCount;

/// Runs of a repetition.
const N_RUNS: u32 = 2_000;

/// `--input` prints the standard case as JSON, for the peers. `--on-request` runs it once for each line of standard
/// input, so that repetitions of several programs can take turns.
fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("--input") => println!("{}", serde_json::to_string(&company::standard()).unwrap_or_default()),
        Some("--on-request") => on_request(),
        _ => divan::main(),
    }
}

fn on_request() {
    let input = company::standard();
    let prepared = prepare(&input);
    for _ in std::io::stdin().lock().lines() {
        println!("{}", repetition(&input, &prepared));
    }
}

#[allow(clippy::disallowed_methods)] // a bench may look at the clock
fn repetition(input: &CostInput, prepared: &Prepared) -> serde_json::Value {
    let start = std::time::Instant::now();
    let tally = run(prepared, 1, 0..N_RUNS);
    let seconds = start.elapsed().as_secs_f64();
    let mean = tally.summary(input).first().map_or(0.0, |summary| summary.mean);
    serde_json::json!({ "seconds": seconds, "mean": mean, "bits": company::bits(&tally).to_string() })
}

/// 1,000 reps, 12 months, 2,000 runs, a plan of 4 tiers with a cap. Items are runs.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn standard_2_000_runs(bencher: Bencher) {
    let prepared = prepare(&company::standard());
    bencher.counter(ItemsCount::new(N_RUNS)).bench(|| run(&prepared, 1, 0..N_RUNS));
}

/// From the input to what a run needs.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn standard_prepare(bencher: Bencher) {
    let input = company::standard();
    bencher.bench(|| prepare(&input));
}

/// From the tally to the summary that is drawn.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn standard_summary(bencher: Bencher) {
    let input = company::standard();
    let tally = run(&prepare(&input), 1, 0..N_RUNS);
    bencher.bench(|| tally.summary(&input));
}

/// Two parts of 1,000 runs into one.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn standard_merge(bencher: Bencher) {
    let prepared = prepare(&company::standard());
    let parts = (run(&prepared, 1, 0..N_RUNS / 2), run(&prepared, 1, N_RUNS / 2..N_RUNS));
    bencher.with_inputs(|| parts.clone()).bench_values(|(first, second)| first.merge(second));
}
