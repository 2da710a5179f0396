//! Speed of behaviour: 50 types of reps, the policy by dynamic programming and the lived years.

use divan::Bencher;
use divan::counter::ItemsCount;

#[path = "inputs/behave.rs"]
mod input;
use input::plans;

fn main() {
    divan::main();
}

/// Items are types of reps; each lives as many years as by default.
#[divan::bench(args = ["linear", "convex", "full"], sample_count = 5, sample_size = 1)]
fn fifty_types(bencher: Bencher, plan: &str) {
    let text = match plan {
        "linear" => plans::LINEAR,
        "convex" => plans::CONVEX,
        _ => plans::FULL,
    };
    bencher.counter(ItemsCount::new(50_u32)).bench(|| input::fifty_types(text));
}
