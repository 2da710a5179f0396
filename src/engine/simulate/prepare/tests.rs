//! The unit that pay is counted in, and windows as in statements.

use super::*;
use crate::engine::comp::{Measure, Threshold, ThresholdKind, templates};
use crate::engine::records::RepId;
use crate::engine::simulate::{CostSummary, run};
use crate::engine::units::{Calendar, Granularity, Month};

fn input(component: Component, mean_attainment: f64, volatility: f64) -> CostInput {
    let rep = RepModel {
        rep: RepId("a".into()),
        mean_attainment,
        volatility,
        monthly_quota: vec![10_000.0; 12],
        has_quota: true,
        target_incentive: 24_000.0,
        ..RepModel::default()
    };
    let model = CostModel {
        first: Month::new(2026, 1),
        n_months: 12,
        measure: Measure::Bookings,
        market_sigma: 0.0,
        persistence: 0.0,
        season: Vec::new(),
        flows: Vec::new(),
        cancellations: crate::engine::simulate::Cancellations::default(),
        reps: vec![rep],
    };
    CostInput {
        plans: vec![Plan { components: vec![component], ..templates::account_executive() }],
        model,
        calendar: Calendar::default(),
        digits: 2,
        budget: None,
        company_factor: 1.0,
        hold_company: false,
    }
}

fn summary(input: &CostInput) -> CostSummary {
    run(&prepare(input), 1, 0..2_000).summary(input).remove(0)
}

#[test]
fn quantiles_of_a_reps_pay_are_those_of_the_cost_even_if_nothing_is_expected() {
    let check = |mean_attainment: f64, volatility: f64| {
        let mut component = templates::component("Bookings", &[(0, 100), (100, 200)]);
        component.threshold = Some(Threshold { at: Decimal::ONE, kind: ThresholdKind::Cliff });
        let summary = summary(&input(component, mean_attainment, volatility));
        // One rep: its pay is the plan's cost, but for the width of a bin of pay.
        let (own, all) = (summary.by_rep[0].pay, summary.total);
        for (own, all) in [(own.p50, all.p50), (own.p90, all.p90), (own.p95, all.p95)] {
            assert!((own - all).abs() < 0.02 * 24_000.0_f64.max(all), "{mean_attainment}: {own}, not {all}");
        }
    };
    check(0.5, 1.0); // expected pay is 0, since the expected path is below the threshold
    check(0.9, 0.5);
    check(1.1, 0.5);
}

#[test]
fn a_window_is_never_shorter_than_the_pay_period() {
    let mut component = templates::component("Bookings", &[(0, 50), (100, 200)]);
    component.pay_period = Granularity::Year;
    component.accumulate = Window::Quarter;
    let steps = steps(&component, Calendar::default(), Month::new(2026, 1), 12);
    assert_eq!(steps.iter().filter(|step| step.opens).count(), 1);
    assert_eq!(component.window_length(), Granularity::Year);
}
