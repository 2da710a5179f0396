//! Speed of what follows while a point of a curve is dragged: curve, calculator, lint, and the team's totals.

use attain::engine::comp::team_totals;
use attain::engine::units::{Calendar, Month};
use divan::{Bencher, black_box};

#[path = "inputs/drag.rs"]
mod input;

fn main() {
    divan::main();
}

/// All that is redrawn for one frame.
#[divan::bench(sample_count = 50)]
fn one_frame(bencher: Bencher) {
    let (team, mut value) = (input::team(), 200);
    bencher.bench_local(|| {
        value = if value < 400 { value + 1 } else { 200 };
        black_box(input::frame(value, &team))
    });
}

/// The team's totals alone.
#[divan::bench(sample_count = 50)]
fn totals_of_the_team(bencher: Bencher) {
    let (team, plan) = (input::team(), input::plan(250));
    bencher.bench_local(|| {
        team_totals(&plan, Calendar::default(), Month::new(2026, 1), input::N_MONTHS, black_box(&team))
    });
}
