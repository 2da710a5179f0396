//! A forecast beside quotas and capacity: cases worked by hand, and laws.

use proptest::prelude::*;

use super::super::{CapacityGoal, Doubt};
use super::super::{CapacityRole, HeadcountPlan, PlannedHires, Ramp, ResolveInput, StatedHeads, resolve, run_capacity};
use super::*;
use crate::engine::forecast::{Choice, Method, Range as Bounds, Why};
use crate::engine::units::{Calendar, Granularity};

const JANUARY: (i32, u32) = (2026, 1);

fn january() -> Month {
    Month::new(JANUARY.0, JANUARY.1)
}

/// Ten heads at 100 k a month and 80 %: 800 k a month. Hires come ramped after two months at nothing and at half.
fn plan() -> HeadcountPlan {
    let role = CapacityRole {
        name: "AE".into(),
        quota: 100_000.0,
        per: Granularity::Month,
        attainment: 0.8,
        spread: 0.0,
        noise: 0.0,
        attrition: 0.0,
        backfill_lag: None,
        ramp: Ramp::Stated(vec![0.0, 0.5]),
    };
    HeadcountPlan {
        first: Some(january()),
        n_months: 6,
        heads: vec![StatedHeads { role: "AE".into(), n: 10, tenure: None }],
        roles: vec![role],
        doubt: Doubt::NONE,
        ..HeadcountPlan::default()
    }
}

fn input(plan: &HeadcountPlan) -> CapacityInput {
    let given = ResolveInput {
        dataset: None,
        history: None,
        currency: "USD",
        calendar: Calendar::default(),
        first: january(),
        digits: 2,
    };
    resolve(plan, &given).unwrap().input
}

/// A forecast of those amounts from so many months after January on, 10 % to each side.
fn prediction(from: i32, expected: &[f64]) -> Prediction {
    let axis = Axis::default();
    let range = |level: f64, part: f64| Bounds {
        level,
        times: 1.0,
        bounds: expected.iter().map(|value| (value * (1.0 - part), value * (1.0 + part))).collect(),
        coverage: None,
        is_conformal: false,
    };
    Prediction {
        name: String::new(),
        first: axis.month_tick(january().plus(from)),
        cycle: 12,
        choice: Choice { method: Method::Auto, why: Why::Asked },
        expected: expected.to_vec(),
        errors: expected.iter().map(|value| value * 0.1).collect(),
        ranges: vec![range(0.95, 0.2), range(0.8, 0.1)],
        floor: None,
        is_floored: false,
        is_too_short: false,
        tried: crate::engine::forecast::Backtest::default(),
    }
}

fn of(found: &Prediction) -> BookingsForecast<'_> {
    BookingsForecast { axis: Axis::default(), found, said: &found.expected, values: &[] }
}

#[track_caller]
fn near(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found} is not {expected}");
}

#[test]
fn forecast_quotas_and_capacity_stand_beside_each_other() {
    let found = prediction(0, &[600_000.0, 720_000.0, 800_000.0, 960_000.0, 1_000_000.0, 880_000.0]);
    let quotas = [900_000.0; 6];
    let told = on_forecast(&input(&plan()), &of(&found), Some(&quotas), None).unwrap();
    assert_eq!((told.level, told.quotas_from, told.n_outside), (Some(0.8), Some(QuotasFrom::Reps), (0, 0)));
    // January: 600 k of 800 k is 75 %, 200 k or 200 / 80 = 2.5 heads are to spare; 900 k of quota is 1.5 times the forecast.
    let january = told.months[0].held;
    near(january.utilisation, 0.75);
    near(Some(january.gap), -200_000.0);
    near(january.gap_heads, -2.5);
    near(january.quota_coverage, 1.5);
    near(january.attainment, 2.0 / 3.0);
    let (low, high) = january.forecast_range.unwrap();
    near(Some(low), 540_000.0);
    near(Some(high), 660_000.0);
    // April: 960 k of 800 k is 120 %, two heads are missing. March is met to the unit and does not fall short.
    let april = told.months[3].held;
    near(april.utilisation, 1.2);
    near(april.gap_heads, 2.0);
    assert_eq!(told.first_short, Some(Month::new(2026, 4)));
    // All: 4,960 k of 6 × 800 k; 160 k missing is a third of what a head sells in six months.
    near(Some(told.all.forecast), 4_960_000.0);
    near(told.all.utilisation, 4_960.0 / 4_800.0);
    near(Some(told.all.gap), 160_000.0);
    near(told.all.gap_heads, 160.0 / 480.0);
    near(told.all.quota_coverage, 5_400.0 / 4_960.0);
    near(told.all.attainment, 4_960.0 / 5_400.0);
    assert!(told.all.forecast_range.is_none(), "without a past nothing is known of sums");
}

#[test]
fn hires_are_told_with_their_lead_time() {
    let found = prediction(0, &[600_000.0, 720_000.0, 800_000.0, 960_000.0, 1_000_000.0, 880_000.0]);
    let told = on_forecast(&input(&plan()), &of(&found), None, None).unwrap();
    // Two months at nothing and at half: who is fully ramped in April was hired in February.
    assert_eq!((told.lead_months, told.hire_by, told.is_late), (2, Some(Month::new(2026, 2)), false));
    // April lacks 160 k, two heads; May 40 k beyond them, one more from March on; June then has enough.
    let hires: Vec<(Month, Option<u32>, Month)> = told.hires.iter().map(|row| (row.month, row.n, row.start)).collect();
    let month = |month| Month::new(2026, month);
    assert_eq!(hires, [(month(4), Some(2), month(2)), (month(5), Some(1), month(3))]);
    // With these hires no month falls short.
    let planned = |month, n| PlannedHires { role: "AE".into(), month, n };
    let plan = HeadcountPlan { hires: vec![planned(month(2), 2), planned(month(3), 1)], ..plan() };
    let told = on_forecast(&input(&plan), &of(&found), None, None).unwrap();
    assert_eq!((told.first_short, told.hire_by, told.hires.len()), (None, None, 0));
    // The lead reaches back before the forecast begins.
    let found = prediction(0, &[900_000.0; 3]);
    let told = on_forecast(&input(&self::plan()), &of(&found), None, None).unwrap();
    assert_eq!((told.hire_by, told.is_late), (Some(Month::new(2025, 11)), true));
}

#[test]
fn only_months_that_both_hold_count() {
    // March to August, of a plan from January to June.
    let found = prediction(2, &[400_000.0; 6]);
    let told = on_forecast(&input(&plan()), &of(&found), None, None).unwrap();
    assert_eq!((told.n_outside, told.months.len(), told.months[0].month), ((2, 0), 4, Month::new(2026, 3)));
    near(told.all.utilisation, 0.5);
    // November to April.
    let found = prediction(-2, &[1.0, 2.0, 400_000.0, 400_000.0, 400_000.0, 400_000.0]);
    let told = on_forecast(&input(&plan()), &of(&found), None, None).unwrap();
    assert_eq!((told.n_outside, told.months.len()), ((0, 2), 4));
    near(Some(told.all.forecast), 1_600_000.0);
    let apart = OnForecastError::OtherMonths { first: january(), last: Month::new(2026, 6) };
    for from in [-3, 6, 7] {
        assert_eq!(on_forecast(&input(&plan()), &of(&prediction(from, &[1.0; 3])), None, None), Err(apart), "{from}");
    }
    let weekly = BookingsForecast { axis: Axis { step: Step::Week, ..Axis::default() }, ..of(&found) };
    assert_eq!(on_forecast(&input(&plan()), &weekly, None, None), Err(OnForecastError::NotMonthly));
    assert_eq!(goal_on_forecast(&input(&plan()), &weekly), Err(OnForecastError::NotMonthly));
}

#[test]
fn the_plan_s_own_quotas_stand_in() {
    // 9.6 M a year is 800 k a month, 10 % more is assigned.
    let plan = HeadcountPlan { goal: CapacityGoal::Year(9.6e6), over_assignment: 0.1, ..plan() };
    let found = prediction(0, &[800_000.0; 6]);
    for quotas in [None, Some([0.0; 6].as_slice())] {
        let told = on_forecast(&input(&plan), &of(&found), quotas, None).unwrap();
        assert_eq!(told.quotas_from, Some(QuotasFrom::Plan));
        near(told.all.quota_coverage, 1.1);
        near(told.months[5].held.attainment, 1.0 / 1.1);
    }
    let told = on_forecast(&input(&self::plan()), &of(&found), None, None).unwrap();
    assert_eq!((told.quotas_from, told.all.quota, told.all.attainment), (None, None, None));
    // Of some months only: 4 × 900 k over 4 × 800 k.
    let some = [900_000.0, 900_000.0, 0.0, 0.0, 900_000.0, 900_000.0];
    let told = on_forecast(&input(&self::plan()), &of(&found), Some(&some), None).unwrap();
    near(told.all.quota_coverage, 1.125);
    assert_eq!(told.months[2].held.quota_coverage, None);
}

#[test]
fn simulated_years_give_capacity_its_range() {
    let plan = HeadcountPlan { doubt: Doubt { market: 0.2, ..Doubt::NONE }, ..plan() };
    let input = input(&plan);
    let years = run_capacity(&prepare_capacity(&input, Variant::AsPlanned), 1, 0..2_000);
    let found = prediction(2, &[800_000.0; 6]);
    let told = on_forecast(&input, &of(&found), None, Some(&years)).unwrap();
    assert_eq!(told.n_runs, 2_000);
    // A month's market of 20 %: σ = √ln 1.04 = 0.198, its median 800 k / √1.04, P10 to P90 that times exp(±1.2816 σ).
    let (low, high) = told.months[0].held.capacity_range.unwrap();
    let (middle, factor) = (800_000.0 / libm::sqrt(1.04), libm::exp(1.2816 * libm::sqrt(libm::log(1.04))));
    assert!((low / (middle / factor) - 1.0).abs() < 0.03 && (high / (middle * factor) - 1.0).abs() < 0.03);
    // Below its mean in more than half of the years: half above the median, Φ(σ/2) = 0.539 below the mean.
    assert!((told.months[0].held.reach.unwrap() - 0.461).abs() < 0.04);
    let (low, high) = told.all.capacity_range.unwrap();
    assert!(low < 3.2e6 && 3.2e6 < high && high - low < 4.0 * 800_000.0 * 0.5, "four months together: {low} {high}");
}

#[test]
fn nobody_there_is_said_without_a_nonsense_number() {
    let plan = HeadcountPlan { heads: Vec::new(), ..plan() };
    let found = prediction(0, &[160_000.0; 6]);
    let told = on_forecast(&input(&plan), &of(&found), None, None).unwrap();
    assert_eq!((told.all.utilisation, told.first_short), (None, Some(january())));
    near(told.months[0].held.gap_heads, 2.0);
}

#[test]
fn the_forecast_is_taken_as_the_goal() {
    let plan = HeadcountPlan { goal: CapacityGoal::Year(6e6), ..plan() };
    let found = prediction(1, &[700_000.004, -5.0, 650_000.5]);
    let goal = goal_on_forecast(&input(&plan), &of(&found)).unwrap();
    // January, May and June keep their twelfth of 6 M.
    assert_eq!(goal, [500_000.0, 700_000.0, 0.0, 650_000.5, 500_000.0, 500_000.0]);
    let told = HeadcountPlan { goal: CapacityGoal::Months(goal.clone()), ..plan };
    assert_eq!(input(&told).goal, goal);
}

#[test]
fn values_put_by_hand_move_the_sum_s_range_along() {
    let values: Vec<f64> = (0..48_u32).map(|at| 500_000.0 + 20_000.0 * f64::from(at * 7 % 13)).collect();
    let said = prediction(0, &[600_000.0; 6]);
    let mut found = said.clone();
    found.expected[1] += 90_000.0;
    let of = |found, said| BookingsForecast { axis: Axis::default(), found, said, values: &values };
    let before = on_forecast(&input(&plan()), &of(&said, &said.expected), None, None).unwrap();
    let after = on_forecast(&input(&plan()), &of(&found, &said.expected), None, None).unwrap();
    let ((low, high), (moved_low, moved_high)) =
        (before.all.forecast_range.unwrap(), after.all.forecast_range.unwrap());
    assert!(low < 3.6e6 && 3.6e6 < high);
    near(Some(moved_low - low), 90_000.0);
    near(Some(moved_high - high), 90_000.0);
}

proptest! {
    #[test]
    fn ratios_hold_and_scale_with_the_forecast(
        amounts in prop::collection::vec(1e3..5e6_f64, 1..12), from in -4..5_i32, factor in 0.1..10.0_f64, quota in 1e4..5e6_f64,
    ) {
        let (plan, found) = (plan(), prediction(from, &amounts));
        let scaled = prediction(from, &amounts.iter().map(|amount| amount * factor).collect::<Vec<_>>());
        let quotas = [quota; 6];
        let told = on_forecast(&input(&plan), &of(&found), Some(&quotas), None);
        let large = on_forecast(&input(&plan), &of(&scaled), Some(&quotas), None);
        prop_assert_eq!(told.is_ok(), large.is_ok());
        if let (Ok(told), Ok(large)) = (told, large) {
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-9);
            let each = told.months.iter().map(|one| one.held).chain([told.all]);
            for (one, other) in each.zip(large.months.iter().map(|one| one.held).chain([large.all])) {
                prop_assert!(near(one.utilisation.unwrap() * one.capacity, one.forecast));
                prop_assert!(near(one.quota_coverage.unwrap() * one.attainment.unwrap(), 1.0));
                prop_assert!(near(one.utilisation.unwrap() * factor, other.utilisation.unwrap()));
                prop_assert!(near(one.capacity, other.capacity));
                prop_assert!(near(one.capacity + one.gap, one.forecast));
            }
            let sum: f64 = told.months.iter().map(|one| one.held.gap).sum();
            prop_assert!((sum - told.all.gap).abs() < 1e-3);
            prop_assert_eq!(told.months.iter().any(|one| one.held.is_short()), told.first_short.is_some());
        }
    }
}
