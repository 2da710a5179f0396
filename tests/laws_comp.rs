//! Laws of pay that hold for every plan, on generated ones.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use attain::engine::comp::{
    Boundary, Cap, Component, Measure, PayBasis, Plan, ReplayInput, Terms, Threshold, ThresholdKind, Tier, TierAxis,
    TierMode, Window, payout, replay,
};
use attain::engine::records::{Dataset, Deal, Outcome, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period, Rounding};
use proptest::prelude::*;

fn hundredths(range: std::ops::Range<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|value| Decimal::new(value, 2))
}

fn caps() -> impl Strategy<Value = Vec<Cap>> {
    let cap = prop_oneof![
        (1_000i64..500_000).prop_map(|amount| Cap::Pay { amount: amount.into(), is_refundable: false }),
        hundredths(50..400).prop_map(|times| Cap::PayMultiple { times, is_refundable: false }),
        hundredths(80..300).prop_map(|at| Cap::Attainment { at }),
        hundredths(5..300).prop_map(|at| Cap::Rate { at }),
    ];
    prop::collection::vec(cap, 0..3)
}

fn threshold() -> impl Strategy<Value = Option<Threshold>> {
    let kind = prop_oneof![
        Just(ThresholdKind::Cliff),
        Just(ThresholdKind::Slide),
        hundredths(0..100).prop_map(|share| ThresholdKind::Floor { share }),
    ];
    prop::option::of((hundredths(0..99), kind).prop_map(|(at, kind)| Threshold { at, kind }))
}

fn component() -> impl Strategy<Value = Component> {
    let basis = prop_oneof![
        Just(PayBasis::Rate),
        Just(PayBasis::TargetIncentive),
        Just(PayBasis::Fixed),
        hundredths(1..30).prop_map(|rate| PayBasis::BaseRate { rate }),
    ];
    let mode = prop_oneof![
        Just(TierMode::Marginal),
        Just(TierMode::Retroactive),
        Just(TierMode::Interpolated),
        Just(TierMode::HighestOverQuota)
    ];
    let axis = prop_oneof![Just(TierAxis::Amount), Just(TierAxis::Attainment)];
    let boundary = prop_oneof![Just(Boundary::Lower), Just(Boundary::Upper)];
    let tiers = prop::collection::vec((1i64..80, 0i64..300), 1..6);
    (basis, mode, axis, boundary, tiers, threshold(), caps()).prop_map(
        |(pay_basis, tier_mode, tier_axis, boundary, tiers, threshold, caps)| {
            let mut at = 0;
            let scale = if tier_axis == TierAxis::Amount { Decimal::from(100_000) } else { Decimal::ONE };
            let tiers = tiers.into_iter().enumerate().map(|(index, (step, value))| {
                at += if index == 0 { 0 } else { step };
                Tier { from: Decimal::new(at, 2) * scale, value: Decimal::new(value, 2) }
            });
            Component {
                name: "Bookings".into(),
                weight: Decimal::ONE,
                measure: Measure::Bookings,
                pay_period: Granularity::Month,
                accumulate: Window::PayPeriod,
                deduct_prior: true,
                pay_basis,
                tier_axis,
                tier_mode,
                boundary,
                tiers: tiers.collect(),
                threshold,
                caps,
                ..Component::default()
            }
        },
    )
}

fn plan(component: Component) -> Plan {
    let components = vec![component];
    Plan {
        name: "Law".into(),
        target_incentive: Some(60_000.into()),
        quota: None,
        components,
        rounding: Rounding::PerLine,
        ..Plan::default()
    }
}

fn deals(amounts: &[(u32, i64)]) -> Vec<Deal> {
    let deal = |(index, (day, cents)): (usize, &(u32, i64))| Deal {
        id: index.to_string(),
        rep: RepId("Ann".into()),
        outcome: Outcome::Won,
        amount: Some(Money(Decimal::new(*cents, 2))),
        closed: Some(Month::new(2026, 1).first_day() + chrono::Days::new(u64::from(*day))),
        ..Deal::default()
    };
    amounts.iter().enumerate().map(deal).collect()
}

fn dataset(deals: Vec<Deal>) -> Dataset {
    let period = Period { start: Month::new(2026, 1), length: Granularity::Year };
    let targets =
        vec![Target { rep: RepId("Ann".into()), period, amount: Money::whole(1_200_000), measure: String::new() }];
    Dataset { deals, targets, ..Dataset::default() }
}

fn input<'a>(plan: &'a Plan, dataset: &'a Dataset) -> ReplayInput<'a> {
    let (first, last) = (Month::new(2026, 1), Month::new(2026, 12));
    ReplayInput { plan, dataset, calendar: Calendar::default(), first, last, digits: 2, currency: "USD" }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn pay_is_never_negative_and_the_trace_ends_in_it(component in component(), credit in 0i64..100_000_000, quota in 1i64..300_000) {
        let terms = Terms { quota: Some(quota.into()), target_incentive: 60_000.into() };
        let paid = payout(&component, Decimal::new(credit, 2), &terms);
        prop_assert!(Decimal::ZERO <= paid.pay);
        prop_assert!(!paid.trace.is_empty());
    }

    #[test]
    fn more_credit_never_pays_less_where_no_tier_pays_less(mut component in component(), credit in 0i64..40_000_000, more in 0i64..5_000_000) {
        component.tiers.sort_by_key(|tier| tier.from);
        let mut values: Vec<Decimal> = component.tiers.iter().map(|tier| tier.value).collect();
        values.sort();
        for (tier, value) in component.tiers.iter_mut().zip(values) { tier.value = value; }
        let terms = Terms { quota: Some(100_000.into()), target_incentive: 60_000.into() };
        let pay = |cents| payout(&component, Decimal::new(cents, 2), &terms).pay;
        prop_assert!(pay(credit) <= pay(credit + more) + Decimal::new(1, 15));
    }

    #[test]
    fn marginal_tiers_without_jumps_are_continuous(mut component in component(), cents in 1i64..40_000_000) {
        component.tier_mode = TierMode::Marginal;
        component.threshold = None;
        prop_assume!(component.pay_basis != PayBasis::Fixed);
        let terms = Terms { quota: Some(100_000.into()), target_incentive: 60_000.into() };
        let pay = |cents| payout(&component, Decimal::new(cents, 2), &terms).pay;
        let steepest = Decimal::from(4); // above any tier's value here, per unit of credit
        prop_assert!(pay(cents + 1) - pay(cents) <= steepest * Decimal::new(1, 2) * Decimal::from(1));
    }

    #[test]
    fn a_curve_through_target_pays_target_at_target(at in 1i64..99, weight in 1i64..100, quota in 1i64..1_000_000, target in 1i64..500_000, slide in any::<bool>()) {
        let tier = |from, value| Tier { from: Decimal::new(from, 2), value: Decimal::new(value, 2) };
        let mut component = attain::engine::comp::templates::component("Bookings", &[]);
        component.tiers = vec![tier(0, 100), tier(100, 150)];
        component.weight = Decimal::new(weight, 2);
        component.threshold = slide.then(|| Threshold { at: Decimal::new(at, 2), kind: ThresholdKind::Slide });
        let target = Decimal::from(target) * component.weight;
        let terms = Terms { quota: Some(quota.into()), target_incentive: target };
        prop_assert_eq!(Money(payout(&component, quota.into(), &terms).pay).rounded(10), Money(target).rounded(10));
    }

    #[test]
    fn lines_add_up_to_the_total_and_never_drift(
        component in component(), amounts in prop::collection::vec((0u32..365, -500_000i64..20_000_000), 0..30),
        window in prop_oneof![Just(Window::Deal), Just(Window::PayPeriod), Just(Window::Quarter), Just(Window::HalfYear), Just(Window::Year)],
    ) {
        let plan = plan(Component { accumulate: window, ..component });
        let dataset = dataset(deals(&amounts));
        let paid = replay(&input(&plan, &dataset));
        let lines: Money = paid.statements.iter().flat_map(|statement| &statement.lines).map(|line| line.pay).sum();
        prop_assert_eq!(lines, paid.totals.earned);
        // Pay ends at 0: what deals take back beyond it is owed.
        let owed: Money = paid.liabilities.iter().map(|one| one.balances.owed).sum();
        prop_assert_eq!(lines + owed, paid.totals.paid);
        if window == Window::Year && !paid.statements.is_empty() {
            let credit: Decimal = dataset.deals.iter().filter_map(|deal| deal.amount).map(|money| money.0).sum();
            let terms = Terms { quota: Some(1_200_000.into()), target_incentive: 60_000.into() };
            let whole = Money(payout(&plan.components[0], credit, &terms).pay).rounded(2);
            prop_assert!((whole - lines).0.abs() <= Decimal::new(1, 2), "{whole:?} {:?}", lines);
        }
    }

    #[test]
    fn the_order_of_records_changes_no_line(component in component(), amounts in prop::collection::vec((0u32..365, 0i64..20_000_000), 1..20)) {
        let plan = plan(Component { accumulate: Window::Quarter, ..component });
        let (forward, mut backward) = (dataset(deals(&amounts)), dataset(deals(&amounts)));
        backward.deals.reverse();
        let (there, back) = (replay(&input(&plan, &forward)), replay(&input(&plan, &backward)));
        prop_assert_eq!(&there.statements[0].lines, &back.statements[0].lines);
    }

    #[test]
    fn no_number_is_too_large(from in 0u64..u64::MAX, credit in any::<i128>()) {
        let mut component = attain::engine::comp::templates::component("Bookings", &[(0, 100), (100, 300)]);
        component.tiers.push(Tier { from: Decimal::from(from) + Decimal::TEN, value: Decimal::MAX });
        let credit = Decimal::try_from_i128_with_scale(credit % 79_228_162_514_264_337_593_543_950_335, 0).unwrap();
        let terms = Terms { quota: Some(Decimal::new(1, 28)), target_incentive: Decimal::MAX };
        let _ = payout(&component, credit, &terms);
        let plan = plan(component);
        let deal = Deal { rep: RepId("Ann".into()), outcome: Outcome::Won, amount: Some(Money(credit)), closed: Some(Month::new(2026, 1).first_day()), ..Deal::default() };
        let twice = vec![deal.clone(), deal];
        let _ = replay(&input(&plan, &dataset(twice)));
    }
}
