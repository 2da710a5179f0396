//! Plans looked up: who of the roster counts, hires, goals by fiscal year.

use chrono::NaiveDate;

use super::*;
use crate::engine::quota::capacity::{PlannedHires, StatedHeads};
use crate::engine::records::RepId;

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn rep(id: &str, role: &str, hired: Option<NaiveDate>, left: Option<NaiveDate>) -> Rep {
    Rep { id: RepId(id.into()), role: role.into(), hired, left, ..Rep::default() }
}

fn plan() -> HeadcountPlan {
    let role = |name: &str| CapacityRole { name: name.into(), quota: 1.2e6, ..CapacityRole::default() };
    HeadcountPlan { roles: vec![role("AE"), role("SDR")], first: Some(Month::new(2026, 1)), ..HeadcountPlan::default() }
}

fn resolved(plan: &HeadcountPlan, dataset: Option<&Dataset>) -> Resolved {
    let first = Month::new(2026, 1);
    let calendar = Calendar { fiscal_year_start: 2 };
    resolve(plan, &ResolveInput { dataset, history: None, currency: "USD", calendar, first, digits: 2 }).unwrap()
}

#[test]
fn the_roster_is_who_is_there_or_comes() {
    let dataset = Dataset {
        reps: vec![
            rep("long", "ae ", None, None),
            rep("new", "AE", day(2025, 11, 20), None),
            rep("next", "SDR", day(2026, 3, 2), None),
            rep("gone", "AE", day(2024, 1, 1), day(2025, 12, 31)),
            rep("going", "AE", day(2024, 1, 1), day(2026, 3, 15)),
            rep("going at the end", "AE", day(2024, 1, 1), day(2026, 3, 31)),
            rep("far", "AE", day(2027, 1, 1), None),
            rep("came and went", "AE", day(2026, 4, 1), day(2026, 4, 20)),
            rep("left before coming", "AE", day(2026, 6, 1), day(2026, 2, 28)),
            rep("boss", "VP", day(2020, 1, 1), None),
            rep("new", "AE", day(2025, 11, 20), None),
        ],
        ..Dataset::default()
    };
    let Resolved { input, notes, .. } = resolved(&plan(), Some(&dataset));
    let seats: Vec<_> =
        input.seats.iter().map(|seat| (seat.role, seat.start, seat.tenure, seat.leaves_after)).collect();
    assert_eq!(seats, [(0, 0, LONG, None), (0, 0, 2, None), (1, 2, 0, None), (0, 0, 24, Some(2)), (0, 0, 24, Some(3))]);
    assert_eq!(
        notes,
        [CapacityNote::OtherRole { role: "VP".into(), n_reps: 1 }, CapacityNote::NoHireDay { n_reps: 1 }]
    );
    let without = HeadcountPlan { counts_roster: false, ..plan() };
    assert_eq!(resolved(&without, Some(&dataset)).notes, [CapacityNote::NoHeads]);
}

#[test]
fn hires_and_heads_are_seats_with_streams_of_their_own() {
    let hires = |role: &str, year, month, n| PlannedHires { role: role.into(), month: Month::new(year, month), n };
    let plan = HeadcountPlan {
        heads: vec![
            StatedHeads { role: "AE".into(), n: 3, tenure: Some(1) },
            StatedHeads { role: "X".into(), n: 2, tenure: None },
        ],
        hires: vec![
            hires("SDR", 2026, 4, 2),
            hires("SDR", 2026, 4, 1),
            hires("AE", 2027, 1, 5),
            hires("Y", 2026, 2, 1),
        ],
        ..plan()
    };
    let Resolved { input, notes, .. } = resolved(&plan, None);
    let starts: Vec<_> = input.seats.iter().map(|seat| (seat.role, seat.start, seat.tenure)).collect();
    assert_eq!(starts, [(0, 0, 1), (0, 0, 1), (0, 0, 1), (1, 3, 0), (1, 3, 0), (1, 3, 0)]);
    let mut streams: Vec<u64> = input.seats.iter().map(|seat| seat.stream).collect();
    streams.sort_unstable();
    streams.dedup();
    assert_eq!(streams.len(), 6);
    let unknown = |role: &str, n_heads| CapacityNote::UnknownRole { role: role.into(), n_heads };
    assert_eq!(notes, [unknown("X", 2), unknown("Y", 1), CapacityNote::HiresOutside { n_heads: 5 }]);
}

#[test]
fn heads_keep_their_streams_when_roles_and_others_come_or_go() {
    let heads = |role: &str, tenure| StatedHeads { role: role.into(), n: 2, tenure };
    let hires = vec![PlannedHires { role: "SDR".into(), month: Month::new(2026, 4), n: 1 }];
    let all =
        HeadcountPlan { heads: vec![heads("AE", None), heads("SDR", None), heads("SDR", Some(1))], hires, ..plan() };
    let mut some = HeadcountPlan { heads: vec![heads("SDR", Some(1)), heads("sdr ", None)], ..all.clone() };
    some.roles.remove(0);
    let of = |plan: &HeadcountPlan| {
        let seats = resolved(plan, None).input.seats;
        seats.iter().map(|seat| seat.stream).collect::<std::collections::BTreeSet<u64>>()
    };
    let (all, some) = (of(&all), of(&some));
    assert_eq!((all.len(), some.len()), (7, 5));
    assert!(some.is_subset(&all));
}

#[test]
fn more_heads_than_can_be_computed_are_told() {
    let heads = |n| StatedHeads { role: "AE".into(), n, tenure: None };
    let plan = HeadcountPlan { heads: vec![heads(4_999), heads(u32::MAX)], ..plan() };
    let Resolved { input, notes, .. } = resolved(&plan, None);
    assert_eq!(input.seats.len(), MOST_HEADS as usize);
    assert_eq!(notes, [CapacityNote::TooMany { n_heads: u32::MAX - 1 }]);
}

#[test]
fn goals_and_seasons_follow_the_fiscal_year() {
    // The fiscal year begins in February: January is in its last quarter.
    let plan = HeadcountPlan { season: vec![1.0, 1.0, 1.0, 3.0], goal: CapacityGoal::Year(1_200.0), ..plan() };
    let input = resolved(&plan, None).input;
    assert_eq!(input.season[..3], [2.0, 2.0 / 3.0, 2.0 / 3.0]);
    assert!((input.goal[0] - 200.0).abs() < 1e-9 && (input.goal.iter().sum::<f64>() - 1_200.0).abs() < 1e-9);
    let plan = HeadcountPlan { goal: CapacityGoal::Months(vec![5.0, 6.0]), n_months: 3, ..plan };
    assert_eq!(resolved(&plan, None).input.goal, [5.0, 6.0, 0.0]);
}
