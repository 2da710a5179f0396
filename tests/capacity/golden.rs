//! Cases worked by hand, as data under `tests/golden/capacity`: by formula, and without chance by every simulated year.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    id: String,
    source: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    arithmetic: String,
    /// From January 2026 on; nothing of it is left to chance but attrition.
    plan: HeadcountPlan,
    expected: Expected,
}

/// Of all months, but where months are named.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Expected {
    /// Quota capacity.
    quota: Option<f64>,
    /// Expected sales.
    sells: Option<f64>,
    assigned: Option<f64>,
    room: Option<f64>,
    /// Of the quota that is given out.
    attainment: Option<f64>,
    /// Goal less expected sales.
    gap: Option<f64>,
    /// The gap over what one hire of the first month sells, and in whole heads.
    heads: Option<f64>,
    hires: Option<u32>,
    /// Heads there in the last month.
    heads_last: Option<f64>,
    /// Expected sales by month; further months are not looked at.
    months: Vec<f64>,
    /// Expected sales by role.
    roles: BTreeMap<String, f64>,
}

fn check(place: &str, case: &Case) {
    let input = input(&HeadcountPlan { doubt: Doubt::NONE, ..case.plan.clone() });
    let (found, needed) = (expected(&input), report(&input, 1).needed);
    let of = |role: &str| found.roles.iter().find(|one| one.role == role).unwrap().expected;
    let wanted = &case.expected;
    let first = needed.by_start.first();
    let mut pairs = vec![
        ("quota", Some(found.quota), wanted.quota),
        ("sells", Some(found.expected), wanted.sells),
        ("assigned", Some(found.assigned), wanted.assigned),
        ("room", found.room, wanted.room),
        ("attainment", found.attainment, wanted.attainment),
        ("gap", Some(needed.gap), wanted.gap),
        ("heads", first.map(|start| needed.gap / start.each), wanted.heads),
        ("hires", first.and_then(|start| start.n).map(f64::from), wanted.hires.map(f64::from)),
        ("heads_last", found.months.last().map(|month| month.heads), wanted.heads_last),
    ];
    pairs.extend(
        wanted.months.iter().zip(&found.months).map(|(wanted, month)| ("month", Some(month.expected), Some(*wanted))),
    );
    pairs.extend(wanted.roles.iter().map(|(role, wanted)| ("role", Some(of(role)), Some(*wanted))));
    let asked: Vec<_> = pairs.into_iter().filter(|(.., wanted)| wanted.is_some()).collect();
    assert!(!asked.is_empty(), "{place} asks nothing");
    for (what, found, wanted) in asked {
        let (found, wanted) = (found.unwrap_or(f64::NAN), wanted.unwrap());
        let is_near = (found - wanted).abs() < 1e-7 * wanted.abs().max(1.0);
        assert!(is_near, "{place}: {what} is {found}, not {wanted}; {}", case.arithmetic);
    }
    assert!(wanted.months.len() <= found.months.len(), "{place} names months that the plan does not have");
    if input.roles.iter().all(|role| role.attrition == 0.0) {
        let calm = |role: &CapacityRole| CapacityRole { spread: 0.0, noise: 0.0, ..role.clone() };
        let roles = case.plan.roles.iter().map(calm).collect();
        let input = self::input(&HeadcountPlan { doubt: Doubt::NONE, roles, ..case.plan.clone() });
        let summary = report(&input, 3).summary.unwrap();
        assert!((summary.mean - found.expected).abs() < 0.5, "{place}: {} simulated", summary.mean);
    }
}

#[test]
fn golden_cases_come_to_what_is_worked_by_hand() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/capacity");
    let mut n_cases = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let golden: Golden = serde_json::from_str(&text).unwrap();
        assert!(!golden.source.is_empty());
        for case in &golden.cases {
            check(&format!("{}: {}", golden.id, case.name), case);
            n_cases += 1;
        }
    }
    assert!(10 <= n_cases, "{n_cases} cases");
}
