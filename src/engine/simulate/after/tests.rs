//! Pay after earnings: worked figures, and month by month what the ledger pays.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::engine::comp::{
    Clawback, CreditFrom, Filter, Holdback, Measure, ReplayInput, Reward, Spiff, replay, templates,
};
use crate::engine::records::{Dataset, Deal, Outcome, Rep, RepId};
use crate::engine::simulate::{Cancellations, CostModel};
use crate::engine::units::{Calendar, Decimal, Granularity, Money, Month};

fn draw(kind: DrawKind) -> DrawTerms {
    let of_month = |month| (month, month);
    DrawTerms {
        kind,
        periods: (0..4).map(of_month).collect(),
        money: 3_000.0,
        of_incentive: 0.0,
        length: 1.0,
        n_periods: usize::MAX,
        recover_from: 1,
        recovery_share: 1.0,
    }
}

#[test]
fn a_draw_is_paid_and_recovered() {
    let check = |terms: DrawTerms, earned: [f64; 4], expected: [f64; 4]| {
        let mut paid = earned;
        terms.apply(&mut paid, 0.0);
        let is_same = paid.iter().zip(expected).all(|(paid, expected)| (paid - expected).abs() < 1e-9);
        assert!(is_same, "{paid:?}, not {expected:?}: {terms:?}");
    };
    let earned = [1_000.0, 4_000.0, 2_500.0, 9_000.0];
    check(draw(DrawKind::NonRecoverable), earned, [3_000.0, 4_000.0, 3_000.0, 9_000.0]);
    check(draw(DrawKind::Recoverable), earned, [3_000.0, 3_000.0, 3_000.0, 7_500.0]);
    let late = DrawTerms { recover_from: 4, ..draw(DrawKind::Recoverable) };
    check(late, earned, [3_000.0, 4_000.0, 3_000.0, 6_500.0]);
    let ends = |kind| DrawTerms { n_periods: 2, recovery_share: 0.5, ..draw(kind) };
    check(ends(DrawKind::Recoverable), earned, [3_000.0, 3_500.0, 1_250.0, 8_750.0]);
    check(ends(DrawKind::Forgiven), earned, [3_000.0, 3_500.0, 2_500.0, 9_000.0]);
}

#[test]
fn what_waits_or_is_taken_back_is_a_share_of_pay() {
    // A tenth is cancelled after one month, half of it still waiting, a fifth after three, all of it paid.
    let of_pay = |forfeited, taken| Lag { forfeited, taken, of_spiffs: 0.0 };
    let lags = vec![Lag::default(), of_pay(0.05, 0.05), Lag::default(), of_pay(0.0, 0.2)];
    let after = After { lags, held: Some((0.5, 2)), draw: None };
    let mut paid = [0.0; 5];
    let earned = ([1_000.0, 0.0, 0.0, 0.0, 100.0], [0.0; 5]);
    after.pay((&earned.0, &earned.1), 0.0, &mut paid, &mut AfterRoom::default());
    // Half at once; 50 back after a month are owed till 450 are released; 200 after three are owed till the last month,
    // in which 100 come to 50 + 45 - 5 - 20.
    for (found, expected) in paid.into_iter().zip([500.0, 0.0, 400.0, 0.0, 70.0 - 200.0]) {
        assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
    }
}

const N_MONTHS: usize = 24;
/// Months that earn; in the others everything is settled.
const N_EARNING: usize = 12;

/// Hundredths of pay that are cancelled in the month of earning, and in the next ones.
fn cancelled() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0i64..15, 1..6)
}

fn hundredths(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|number| Decimal::new(number, 2))
}

fn rules() -> impl Strategy<Value = (Option<Clawback>, Option<Holdback>, Option<Draw>)> {
    let kind = prop_oneof![
        Just(ClawbackKind::OriginalRate),
        Just(ClawbackKind::Recomputed),
        Just(ClawbackKind::ProRata),
        hundredths(0..=100).prop_map(|share| ClawbackKind::Percent { share }),
    ];
    let clawback = (prop::option::of(0u32..6), kind).prop_map(|(within_months, kind)| Clawback { within_months, kind });
    let holdback = (hundredths(0..=100), 0u32..6).prop_map(|(share, months)| Holdback { share, months });
    let draw_kind = prop_oneof![Just(DrawKind::Recoverable), Just(DrawKind::NonRecoverable), Just(DrawKind::Forgiven)];
    let amount = prop_oneof![
        (0i64..4_000).prop_map(|amount| DrawAmount::Money(amount.into())),
        hundredths(0..=150).prop_map(DrawAmount::TargetIncentive),
    ];
    let per = prop::sample::select(Granularity::ALL.to_vec());
    let times = (prop::option::of(1u32..9), prop::option::of(1u32..5), prop::option::of(hundredths(0..=100)));
    let draw =
        (amount, per, draw_kind, times).prop_map(|(amount, per, kind, (n_periods, recover_from, recovery_share))| {
            Draw { amount, per, kind, n_periods, is_for_new_hires: false, recover_from, recovery_share }
        });
    (prop::option::of(clawback), prop::option::of(holdback), prop::option::of(draw))
}

/// A deal for each share of a month's pay that is cancelled later, and one for what stays. They close on the first of the
/// month for a year and are cancelled on the first of the later one, so that as many months are served.
fn history(earned: &[i64], cancelled: &[i64]) -> Dataset {
    let first = Month::new(2026, 1);
    let mut deals = Vec::new();
    for (month, earned) in earned.iter().enumerate() {
        let day = first.plus(month as i32).first_day();
        let mut left = 100;
        let mut add = |hundredths: i64, cancelled: Option<NaiveDate>| {
            deals.push(Deal {
                id: deals.len().to_string(),
                rep: RepId("Ann".into()),
                outcome: Outcome::Won,
                amount: Some(Money::whole(earned * hundredths)),
                closed: Some(day),
                term_months: Some(12.into()),
                cancelled,
                ..Deal::default()
            });
        };
        for (lag, share) in cancelled.iter().enumerate() {
            left -= share;
            add(*share, Some(first.plus((month + lag) as i32).first_day()));
        }
        add(left, None);
    }
    let rep = Rep { id: RepId("Ann".into()), target_incentive: Some(Money::whole(24_000)), ..Rep::default() };
    Dataset { reps: vec![rep], deals, ..Dataset::default() }
}

/// What the ledger pays in each month; what is owed at the end is counted in the last.
fn settled(plan: &Plan, dataset: &Dataset) -> Vec<f64> {
    let (first, last) = (Month::new(2026, 1), Month::new(2026, 1).plus(N_MONTHS as i32 - 1));
    let calendar = Calendar::default();
    let replay = replay(&ReplayInput { plan, dataset, calendar, first, last, digits: 8, currency: "USD" });
    let periods = &replay.statements[0].periods;
    let mut paid: Vec<f64> = periods.iter().map(|period| period.paid.to_f64()).collect();
    paid[N_MONTHS - 1] -= periods[N_MONTHS - 1].balances.owed.to_f64();
    paid
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Earnings of a tenth of what is sold and SPIFFs of a twentieth, cancelled as they are expected to be.
    #[test]
    fn pay_is_that_of_the_ledger(
        earned in prop::collection::vec(0i64..60, N_EARNING),
        cancelled in cancelled(),
        (clawback, holdback, draw) in rules(),
        with_spiff in any::<bool>(),
    ) {
        let reward = Reward::Rate { rate: Decimal::new(5, 2) };
        let spiff = Spiff {
            name: "Push".into(),
            from: None,
            to: None,
            filter: Filter::default(),
            measure: Measure::Bookings,
            credit_from: CreditFrom::Own,
            reward,
        };
        let spiffs = Vec::from_iter(with_spiff.then_some(spiff));
        let plan = Plan { spiffs, draw, clawback, holdback, ..templates::flat(Decimal::new(1, 1)) };
        prop_assert!(plan.errors().is_empty());
        let share = cancelled.iter().map(|share| *share as f64 / 100.0).collect();
        let left = (0..cancelled.len()).map(|lag| (12.0 - lag as f64) / 12.0).collect();
        let model = CostModel {
            first: Month::new(2026, 1),
            n_months: N_MONTHS as u32,
            measure: Measure::Bookings,
            market_sigma: 0.0,
            persistence: 0.0,
            season: Vec::new(),
            flows: Vec::new(),
            cancellations: Cancellations { share, left },
            reps: Vec::new(),
        };
        let input = CostInput {
            plans: vec![plan.clone()],
            model,
            calendar: Calendar::default(),
            digits: 2,
            budget: None,
            company_factor: 1.0,
            hold_company: false,
        };
        let of = |rate: f64| -> Vec<f64> {
            (0..N_MONTHS).map(|month| earned.get(month).map_or(0.0, |sold| *sold as f64 * 100.0 * rate)).collect()
        };
        let mut paid = vec![0.0; N_MONTHS];
        let earnings = (of(0.1), if with_spiff { of(0.05) } else { of(0.0) });
        let after = After::new(&plan, &input, N_MONTHS);
        after.pay((&earnings.0, &earnings.1), 24_000.0, &mut paid, &mut AfterRoom::default());
        let ledger = settled(&plan, &history(&earned, &cancelled));
        for (month, (fast, exact)) in paid.iter().zip(&ledger).enumerate() {
            prop_assert!((fast - exact).abs() < 1e-4, "month {month}: {fast}, the ledger {exact}: {paid:?} {ledger:?}");
        }
    }
}
