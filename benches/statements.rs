//! Speed of exact statements: a thousand reps with twenty deals a month.

use divan::{Bencher, black_box};

#[path = "inputs/statements.rs"]
mod input;

fn main() {
    divan::main();
}

#[divan::bench(args = [false, true], sample_count = 10)]
fn a_year_of_a_thousand_reps(bencher: Bencher, is_gated: bool) {
    let (dataset, plan) = (input::dataset(), input::plan(is_gated));
    bencher.bench(|| input::statements(&plan, black_box(&dataset)));
}
