//! How long a look at a plan takes, as it is taken while a tier point is dragged.

use attain::engine::comp::lint::{Typical, findings};
use attain::engine::comp::{Component, Plan, Tier, TierMode, templates};
use attain::engine::units::Decimal;

fn main() {
    divan::main();
}

fn typical() -> Typical {
    Typical { quota: Some(1_200_000.into()), target_incentive: Some(60_000.into()) }
}

#[divan::bench(args = ["account-executive", "account-manager", "sales-development", "balanced", "flat"])]
fn template(bencher: divan::Bencher, name: &str) {
    let plan = templates::all().into_iter().find(|(key, _)| *key == name).map(|(_, plan)| plan).unwrap_or_default();
    bencher.bench(|| findings(&plan, &typical()));
}

#[divan::bench(args = [TierMode::Marginal, TierMode::Retroactive, TierMode::Interpolated, TierMode::HighestOverQuota])]
fn ten_thousand_tiers(bencher: divan::Bencher, mode: TierMode) {
    let tier = |index: u32| Tier { from: Decimal::new(i64::from(index), 4), value: Decimal::from(1 + index % 3) };
    let component = Component { tier_mode: mode, tiers: (0..10_000).map(tier).collect(), ..Component::default() };
    let plan = Plan { components: vec![component], ..Plan::default() };
    bencher.bench(|| findings(&plan, &typical()));
}
