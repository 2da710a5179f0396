//! Speed of behaviour: 50 types of reps, the policy by dynamic programming and the lived years.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)] // tests use the others
#[path = "../tests/behave/plans.rs"]
mod plans;

use attain::engine::comp::Plan;
use attain::engine::comp::behave::{RepType, Settings, spread_types, totals};
use divan::Bencher;
use divan::counter::ItemsCount;

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
    let plan: Plan = serde_json::from_str(text).unwrap();
    let types = spread_types(
        RepType {
            n_reps: 50.0,
            quota: 1.3e6,
            skill: 1.0,
            target_incentive: 4e4,
            mean_deal: 1.3e4,
            deal_variation: 1.0,
        },
        50,
    );
    let settings = Settings { is_on: true, ..Settings::default() };
    bencher.counter(ItemsCount::new(50_u32)).bench(|| totals(&plan, &types, &settings));
}
