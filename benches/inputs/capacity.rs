//! The standard case of capacity: 160 heads, 40 hires, three roles, 36 months, every doubt.

use attain::engine::quota::capacity::{
    CapacityGoal, CapacityInput, CapacityRole, HeadcountPlan, PlannedHires, ResolveInput, StatedHeads, resolve,
};
use attain::engine::units::{Calendar, Month};

/// It, looked up.
pub(crate) fn input() -> CapacityInput {
    let first = Month::new(2026, 1);
    let names = ["SMB", "Mid-market", "Enterprise"];
    let role = |(name, quota): (&str, f64)| CapacityRole { name: name.into(), quota, ..CapacityRole::default() };
    let heads = |(name, n): (&str, u32)| StatedHeads { role: name.into(), n, tenure: None };
    let hires = |(step, name): (i32, &str)| PlannedHires { role: name.into(), month: first.plus(step), n: 2 };
    let plan = HeadcountPlan {
        n_months: 36,
        goal: CapacityGoal::Year(150e6),
        over_assignment: 0.15,
        roles: names.into_iter().zip([6e5, 9e5, 1.5e6]).map(role).collect(),
        heads: names.into_iter().zip([80, 50, 30]).map(heads).collect(),
        hires: (0..20).zip(names.into_iter().cycle()).map(hires).collect(),
        season: vec![0.9, 0.95, 1.15, 1.0],
        ..HeadcountPlan::default()
    };
    let calendar = Calendar::default();
    let given = ResolveInput { dataset: None, history: None, currency: "USD", calendar, first, digits: 2 };
    resolve(&plan, &given).map(|resolved| resolved.input).unwrap()
}
