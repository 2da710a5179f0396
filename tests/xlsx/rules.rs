//! Rules as formulas: every combination of them, windows, gates and multipliers, and what follows from another credit.

use std::collections::BTreeMap;

use attain::engine::comp::{
    Boundary, Cap, Component, Condition, Gate, Multiplier, Otherwise, PayBasis, Plan, Terms, Threshold, ThresholdKind,
    Tier, TierAxis, TierMode, Window, templates,
};
use attain::engine::records::Dataset;
use attain::engine::units::{Decimal, Month, Rounding};

use crate::sheets::Book;
use crate::{LINES, PAID, PAY, PAYOUTS, bytes, checked, deal, decimal, months_of, nine_months, replayed, windows};

/// Columns of the lines.
const CREDIT: u32 = 6;
const QUOTA: u32 = 8;

/// Every way in which tiers, bases, bounds, thresholds and caps combine, at credits on, beside and between the bounds.
#[test]
fn every_combination_of_tiers_thresholds_and_caps_is_a_formula() {
    let tier = |(from, value): &(&str, &str)| Tier { from: decimal(from), value: decimal(value) };
    let by_attainment = [("0", "0.4"), ("0.7", "0.9"), ("1.1", "1.3"), ("1.37", "1.25")];
    let by_amount = [("0", "0.4"), ("700.7", "0.9"), ("1100.11", "1.3"), ("1371", "1.25")];
    let floor = ThresholdKind::Floor { share: decimal("0.35") };
    let thresholds = [None, Some(ThresholdKind::Cliff), Some(ThresholdKind::Slide), Some(floor)];
    let caps = [
        vec![],
        vec![Cap::Attainment { at: decimal("1.3") }, Cap::Rate { at: decimal("1.2") }],
        vec![
            Cap::Pay { amount: decimal("1900.5"), is_refundable: false },
            Cap::PayMultiple { times: decimal("1.21"), is_refundable: false },
        ],
    ];
    let credits: Vec<Decimal> = [
        "-5", "0", "0.01", "333.33", "550.55", "700.7", "770.77", "1001", "1100.11", "1101.1", "1371", "1371.37",
        "2500",
    ]
    .map(decimal)
    .to_vec();
    let terms = Terms { quota: Some(decimal("1001")), target_incentive: decimal("1777.77") };
    let mut n_checked = 0;
    for mode in [TierMode::Marginal, TierMode::Retroactive, TierMode::Interpolated, TierMode::HighestOverQuota] {
        for basis in
            [PayBasis::Rate, PayBasis::BaseRate { rate: decimal("0.07") }, PayBasis::TargetIncentive, PayBasis::Fixed]
        {
            for (axis, tiers) in [(TierAxis::Attainment, by_attainment), (TierAxis::Amount, by_amount)] {
                let mut components = Vec::new();
                for boundary in [Boundary::Lower, Boundary::Upper] {
                    for threshold in thresholds {
                        for caps in &caps {
                            let mut component = templates::component(&format!("{}", components.len()), &[]);
                            (component.pay_basis, component.tier_mode, component.tier_axis) = (basis, mode, axis);
                            component.boundary = boundary;
                            component.tiers = tiers.iter().map(tier).collect();
                            component.threshold = threshold.map(|kind| Threshold { at: decimal("0.55"), kind });
                            component.caps.clone_from(caps);
                            components.push(component);
                        }
                    }
                }
                let mut plan = Plan { name: "All".into(), components, ..Plan::default() };
                let wrong: Vec<usize> = (0..plan.components.len())
                    .filter(|at| {
                        let one = Plan { components: vec![plan.components[*at].clone()], ..Plan::default() };
                        !one.errors().is_empty()
                    })
                    .collect();
                let mut at = 0;
                plan.components.retain(|_| {
                    at += 1;
                    !wrong.contains(&(at - 1))
                });
                if plan.components.is_empty() {
                    continue;
                }
                let (replay, months) = windows(&plan, &terms, &credits);
                let place = format!("{mode:?} {basis:?} {axis:?}");
                let hows = checked(&place, &replay, &plan, months);
                assert_eq!(hows.keys().collect::<Vec<_>>(), ["Formula"], "{place}");
                n_checked += hows["Formula"];
            }
        }
    }
    assert!(7_000 < n_checked, "{n_checked} lines");
}

#[test]
fn windows_deduct_what_was_paid_or_pay_at_the_rate_to_date() {
    let tiers = [(0, 60), (80, 150), (120, 220)];
    let plan = |component: Component, rounding: Rounding| Plan {
        name: "Windows".into(),
        quota: Some(decimal("5000")),
        target_incentive: Some(decimal("12345.67")),
        components: vec![component],
        rounding,
        ..Plan::default()
    };
    for window in [Window::PayPeriod, Window::Quarter, Window::Year] {
        for mode in [TierMode::Marginal, TierMode::Retroactive, TierMode::Interpolated] {
            for deduct_prior in [true, false] {
                for rounding in [Rounding::PerLine, Rounding::PerStatement] {
                    let mut component = templates::component("Bookings", &tiers);
                    (component.accumulate, component.tier_mode) = (window, mode);
                    component.deduct_prior = deduct_prior;
                    component.caps = vec![Cap::PayMultiple { times: decimal("1.5"), is_refundable: false }];
                    let plan = plan(component, rounding);
                    let replay = replayed(&plan, &nine_months(), months_of(9));
                    let place = format!("{window:?} {mode:?} {deduct_prior} {rounding:?}");
                    let hows = checked(&place, &replay, &plan, months_of(9));
                    let of = |how: &str| hows.get(how).copied().unwrap_or_default();
                    let moved = of("Value: the whole statement is rounded, which moves a cent");
                    assert_eq!(of("Formula") + moved, 18, "{place}: {hows:?}");
                    assert!(rounding == Rounding::PerStatement || moved == 0, "{place}: {hows:?}");
                    // A window that began before: its earlier months are not there to be looked at.
                    let late = (Month::new(2026, 6), Month::new(2026, 9));
                    let hows = checked(&place, &replayed(&plan, &nine_months(), late), &plan, late);
                    let earlier = hows.keys().any(|how| how.contains("not formulas here"));
                    assert_eq!(earlier, window != Window::PayPeriod, "{place}: {hows:?}");
                }
            }
        }
    }
}

#[test]
fn gates_and_multipliers_look_at_the_cells_of_other_components() {
    let other = Component { is_measured_only: false, ..templates::component("Other", &[(0, 100)]) };
    let step = |(from, value): (&str, &str)| Tier { from: decimal(from), value: decimal(value) };
    let gate = |otherwise| {
        let conditions = vec![Condition { component: "Other".into(), at: decimal("0.9") }];
        Some(Gate { conditions, otherwise })
    };
    let multiplier = |is_interpolated| {
        let steps = [("0.5", "0.8"), ("1", "1.25"), ("1.6", "1.1")].map(step).to_vec();
        vec![Multiplier { component: "Other".into(), steps, is_interpolated }]
    };
    let own = || templates::component("Own", &[(0, 100), (100, 150)]);
    let plan = |component: Component| Plan {
        name: "Two".into(),
        quota: Some(decimal("5000")),
        target_incentive: Some(decimal("12000")),
        components: vec![component, other.clone()],
        ..Plan::default()
    };
    let formulas = [
        Component { gate: gate(Otherwise::Nothing), ..own() },
        Component { gate: gate(Otherwise::Share { of: decimal("0.3") }), ..own() },
        Component { multipliers: multiplier(false), ..own() },
        Component { multipliers: multiplier(true), gate: gate(Otherwise::Nothing), ..own() },
    ];
    for component in formulas {
        let plan = plan(component);
        let hows = checked("formulas", &replayed(&plan, &nine_months(), months_of(9)), &plan, months_of(9));
        assert_eq!(hows, BTreeMap::from([("Formula".to_owned(), 36)]));
    }
    let withheld = plan(Component { gate: gate(Otherwise::BaseOnly), ..own() });
    let hows = checked("withheld", &replayed(&withheld, &nine_months(), months_of(9)), &withheld, months_of(9));
    assert_eq!(hows["Value: it depends on what other components have reached"], 18);
}

#[test]
fn another_credit_typed_in_is_paid_as_the_plan_says() {
    let plan = Plan {
        name: "Typed".into(),
        quota: Some(decimal("12000")),
        target_incentive: Some(decimal("24000")),
        components: vec![templates::component("Bookings", &[(0, 60), (50, 140), (100, 150)])],
        ..Plan::default()
    };
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let dataset = Dataset { deals: vec![deal(0, "Ann", day, decimal("400"), None)], ..Dataset::default() };
    let replay = replayed(&plan, &dataset, months_of(1));
    let mut book = Book::read(&bytes(&replay, &plan, months_of(1)));
    // Quota 1,000 and 2,000 of target incentive a month, so 2 a unit: 400 · 0.6 · 2.
    assert_eq!(book.computed((LINES, 1, QUOTA)), Some(1_000.0));
    assert_eq!(book.computed((PAYOUTS, 1, PAID)), Some(480.0));
    // 500 · 0.6 · 2 + 500 · 1.4 · 2 + 200 · 1.5 · 2 = 600 + 1,400 + 600.
    book.type_in((LINES, 1, CREDIT), 1_200.0);
    assert_eq!(book.computed((LINES, 1, PAY)), Some(2_600.0));
    assert_eq!(book.computed((PAYOUTS, 1, PAID)), Some(2_600.0));
    assert_eq!(book.computed((PAYOUTS, 2, PAID)), Some(2_600.0));
}
