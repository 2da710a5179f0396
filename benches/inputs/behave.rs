//! Fifty types of reps who respond to a plan.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)] // tests use the others
#[path = "../../tests/behave/plans.rs"]
pub(crate) mod plans;

use attain::engine::comp::Plan;
use attain::engine::comp::behave::{Outcome, RepType, Settings, spread_types, totals};

/// What they come to under a plan, each living as many years as by default.
pub(crate) fn fifty_types(plan: &str) -> Outcome {
    let plan: Plan = serde_json::from_str(plan).unwrap();
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
    totals(&plan, &types, &settings)
}
