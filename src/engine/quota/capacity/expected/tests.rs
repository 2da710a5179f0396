//! Capacity by formula: single heads worked by hand, and simulated years beside it.

use super::*;
use crate::engine::quota::capacity::{
    Assumption, CapacityInput, CapacityReport, Doubt, RoleInput, Seat, SeatSource, run_capacity,
};
use crate::engine::units::Month;

fn role(attrition: f64, lag: Option<f64>, ramp: &[f64]) -> RoleInput {
    RoleInput {
        name: "AE".into(),
        monthly_quota: 100_000.0,
        attainment: 0.8,
        spread: 0.0,
        noise: 0.0,
        attrition,
        backfill_lag: lag,
        ramp: ramp.into(),
    }
}

fn input(role: RoleInput, seats: &[(bool, i32, u32, Option<u32>)], doubt: Doubt) -> CapacityInput {
    let seat = |(place, (is_hire, start, tenure, leaves_after)): (usize, &(bool, i32, u32, Option<u32>))| Seat {
        role: 0,
        source: if *is_hire { SeatSource::Hire } else { SeatSource::Stated },
        stream: place as u64 + 10,
        start: *start,
        tenure: *tenure,
        leaves_after: *leaves_after,
    };
    CapacityInput {
        first: Month::new(2026, 1),
        digits: 2,
        season: vec![1.0; 12],
        goal: vec![0.0; 12],
        over_assignment: 0.0,
        roles: vec![role],
        seats: seats.iter().enumerate().map(seat).collect(),
        doubt,
        ranges: Vec::new(),
    }
}

fn months(input: &CapacityInput) -> Vec<f64> {
    expected(input).months.iter().map(|month| month.ramped_heads).collect()
}

#[track_caller]
fn near(found: &[f64], wanted: &[f64]) {
    let is_near = |(found, wanted): (&f64, &f64)| (found - wanted).abs() < 1e-9;
    assert!(found.iter().zip(wanted).all(is_near), "{found:?}, not {wanted:?}");
}

#[test]
fn a_hire_ramps_from_its_month_on() {
    let ramp = [0.0, 0.25, 0.5];
    near(&months(&input(role(0.0, None, &ramp), &[(true, 2, 0, None)], Doubt::NONE)), &[0., 0., 0., 0.25, 0.5, 1., 1.]);
    near(&months(&input(role(0.0, None, &ramp), &[(false, 0, 1, None)], Doubt::NONE)), &[0.25, 0.5, 1., 1.]);
}

#[test]
fn leavers_go_by_the_month_and_are_replaced_after_the_lag() {
    // A year's attrition that is a tenth a month.
    let tenth = 1.0 - libm::pow(0.9, 12.0);
    near(&months(&input(role(tenth, None, &[]), &[(false, 0, 99, None)], Doubt::NONE)), &[0.9, 0.81, 0.729]);
    // Those who come two months later are there in part, and leave from their second month on.
    near(
        &months(&input(role(tenth, Some(2.0), &[0.0]), &[(false, 0, 99, None)], Doubt::NONE)),
        &[0.9, 0.81, 0.729, 0.6561 + 0.09],
    );
    // Who is known to leave after three months stays until then.
    near(&months(&input(role(tenth, None, &[]), &[(false, 0, 99, Some(3))], Doubt::NONE)), &[1.0, 1.0, 1.0, 0.0, 0.0]);
}

#[test]
fn who_is_long_there_is_fully_ramped_whatever_the_ramp() {
    // Three years of ramp, stretched beyond what is tabled.
    let doubt = Doubt { ramp: 2.0, ..Doubt::NONE };
    near(&months(&input(role(0.0, None, &[0.1; 36]), &[(false, 0, 1_000, None)], doubt)), &[1.0; 12]);
}

#[test]
fn a_number_that_is_none_moves_nothing() {
    let doubt = Doubt { level: 0.1, market: 0.2, ..Doubt::NONE };
    let input = input(role(0.2, Some(1.0), &[0.5]), &[(false, 0, 9, None)], doubt);
    let moved =
        |by| run_capacity(&prepare_capacity(&input, Variant::Moved { assumption: Assumption::Market, by }), 1, 0..40);
    let totals = |by| moved(by).runs().map(<[i64]>::to_vec).collect::<Vec<_>>();
    assert_eq!(totals(f64::NAN), totals(0.0));
}

#[test]
fn simulated_years_average_to_it() {
    let doubt =
        Doubt { level: 0.1, market: 0.2, persistence: 0.4, ramp: 0.3, backfill: 0.6, hire_delay: 0.8, pull: 0.5 };
    let mut role = role(0.35, Some(2.5), &[0.1, 0.3, 0.6, 0.8]);
    (role.spread, role.noise) = (0.3, 0.8);
    let seats: Vec<_> = (0..8)
        .map(|place| (5 < place, if 5 < place { place - 5 } else { 0 }, place as u32 * 3, None))
        .chain([(false, 0, 50, Some(4)), (false, 3, 0, None)])
        .collect();
    let input = input(role, &seats, doubt);
    let planned = expected(&input);
    let tally = run_capacity(&prepare_capacity(&input, Variant::AsPlanned), 3, 0..20_000);
    let report = CapacityReport::of(&input, &[(Variant::AsPlanned, &tally)]);
    let summary = report.summary.unwrap();
    // Standard error of the total: its deviation over √20,000.
    assert!(
        (summary.mean - planned.expected).abs() < 4.0 * summary.sd / 141.0,
        "{} {}",
        summary.mean,
        planned.expected
    );
    for (month, formula) in summary.months.iter().zip(&planned.months) {
        assert!((month.heads - formula.heads).abs() < 0.04, "{month:?} {formula:?}");
        assert!((month.mean - formula.expected).abs() < 0.02 * formula.expected, "{month:?} {formula:?}");
    }
}
