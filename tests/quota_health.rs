//! The health card: planted truth, worked figures, and cards of teams where something is missing.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "quota_health/planted.rs"]
mod planted;

use attain::engine::comp::templates;
use attain::engine::quota::health::{
    Advice, EstimateRange, Expected, HealthCard, HealthInput, HealthKind, HealthMeasure, HealthNote, HealthSettings,
    Missing, Stood, Verdict, health,
};
use attain::engine::records::{Dataset, Deal, Outcome, Rep, RepId, Target};
use attain::engine::simulate::{CostInput, FitInput, fit, prepare, run};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use attain::job::{Answer, Ask, Desk, HealthSpec};
use attain::scenario::{SampleSpec, sample};
use planted::{Setting, coverage, settings};
use proptest::prelude::*;

/// Teams of each setting: more with `PLANTED_TEAMS`, for the table in `docs/methods/quota_health.md`.
fn n_teams() -> u64 {
    std::env::var("PLANTED_TEAMS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000)
}

/// The settings whose coverage is not 90 % ± 3 %, where they are more than one in twenty, as chance has it of a thousand teams
/// each; those that are beyond that by a standard error; and whether all together are not within 1 %. Prints what was
/// measured.
fn off(settings: &[Setting]) -> Vec<String> {
    let measured: Vec<(&Setting, f64)> = settings
        .iter()
        .map(|setting| {
            let [inside, below, above, width] = coverage(setting, n_teams());
            println!("{setting:?}: {inside:.3} ({below:.3} below, {above:.3} above, width {width:.2})");
            (setting, inside)
        })
        .collect();
    let beyond = |bound: f64| -> Vec<String> {
        let wrong = measured.iter().filter(|(_, inside)| bound < (inside - 0.9).abs());
        wrong.map(|(setting, inside)| format!("{setting:?}: {inside}")).collect()
    };
    let (far, mut off) = (beyond(0.03), beyond(0.03 + (0.9 * 0.1 / n_teams() as f64).sqrt()));
    if settings.len() < 20 * far.len() {
        off.extend(far);
    }
    let whole = measured.iter().map(|(_, inside)| inside).sum::<f64>() / measured.len() as f64;
    if 0.01 < (whole - 0.9).abs() {
        off.push(format!("all together: {whole}"));
    }
    off
}

#[test]
fn the_signal_share_of_planted_teams_is_covered() {
    let off = off(&settings(0.8, 0.0));
    assert!(off.is_empty(), "{}", off.join("\n"));
}

#[test]
fn neither_sizes_nor_unequal_quotas_change_that() {
    let of = |sizes, quotas| settings(sizes, quotas).into_iter().filter(|setting| setting.n_reps == 40);
    let all: Vec<Setting> = of(0.5, 0.0).chain(of(1.0, 0.0)).chain(of(0.8, 0.3)).collect();
    let off = off(&all);
    assert!(off.is_empty(), "{}", off.join("\n"));
}

fn year(year: i32) -> Period {
    Period { start: Month::new(year, 1), length: Granularity::Year }
}

fn deal(rep: &RepId, outcome: Outcome, day: (i32, u32), amount: Decimal) -> Deal {
    let closed = Some(Month::new(day.0, day.1).first_day());
    Deal { rep: rep.clone(), outcome, amount: Some(Money(amount)), closed, ..Deal::default() }
}

/// Tenths of quota that ten reps sell, in deals of a tenth each.
const SOLD: [i64; 10] = [5, 7, 8, 9, 10, 11, 12, 13, 15, 20];

/// Ten reps with a quota of 100 for 2026 and pay of 20; the first five in the east. Prior sales are 10 to 100, each has an
/// open deal of 60 in December, and each deal that was won has one that was lost.
fn ten() -> Dataset {
    let mut dataset = Dataset::default();
    for (place, tenths) in (0_i64..).zip(SOLD) {
        let rep = RepId(format!("r{place}"));
        dataset.reps.push(Rep {
            id: rep.clone(),
            name: format!("Rep {place}"),
            region: if place < 5 { "East".into() } else { "West".into() },
            base_salary: Some(Money::whole(10)),
            target_incentive: Some(Money::whole(10)),
            ..Rep::default()
        });
        let amount = Money::whole(100);
        dataset.targets.push(Target { rep: rep.clone(), period: year(2026), amount, measure: String::new() });
        for _ in 0..tenths {
            dataset.deals.push(deal(&rep, Outcome::Won, (2026, 6), Decimal::TEN));
            dataset.deals.push(deal(&rep, Outcome::Lost, (2026, 6), Decimal::TEN));
        }
        dataset.deals.push(deal(&rep, Outcome::Won, (2025, 3), Decimal::from(10 * (place + 1))));
        dataset.deals.push(deal(&rep, Outcome::Open, (2026, 12), Decimal::from(60)));
    }
    dataset
}

fn usual() -> HealthSettings {
    HealthSettings::of_months(Month::new(2026, 1), Month::new(2026, 12))
}

fn card(dataset: &Dataset, settings: &HealthSettings) -> HealthCard {
    health(&HealthInput { dataset, calendar: Calendar::default(), currency: "EUR", settings })
}

#[track_caller]
fn measured(card: &HealthCard, kind: HealthKind, value: f64, verdict: Verdict) -> HealthMeasure {
    let found = card.measure(kind).unwrap().clone();
    assert!(found.value.is_some_and(|found| (found - value).abs() < 1e-6), "{kind:?} is {value}: {found:?}");
    assert_eq!(found.verdict, verdict, "{found:?}");
    found
}

#[test]
fn ten_reps_worked_by_hand() {
    use Verdict::{Healthy, Look, NoRange, Unhealthy};
    let mut settings = usual();
    settings.marks.threshold = Some(Decimal::new(6, 1));
    settings.expected = Some(Expected::Spread { mean: 1.0, deviation: 0.5, zero_share: 0.0 });
    let card = card(&ten(), &settings);
    assert_eq!((card.notes.as_slice(), card.reps.len()), (&[][..], 10));
    measured(&card, HealthKind::QuotaToPay, 5.0, Healthy);
    let threshold = measured(&card, HealthKind::AtThreshold, 0.9, Healthy);
    // Φ((ln 1 − 0.2231/2 − ln 0.6) / 0.4724) = Φ(0.8452) = 0.8010.
    assert!(threshold.expected.is_some_and(|share| (share - 0.8010).abs() < 1e-3), "{threshold:?}");
    let at_quota = measured(&card, HealthKind::AtQuota, 0.6, Healthy);
    // Φ(−0.2362) = 0.4066. Wilson of 6 of 10 at 90 %: (0.6 + 0.13528)/1.27055 = 0.57871 ± 0.22707.
    assert!(at_quota.expected.is_some_and(|share| (share - 0.4066).abs() < 1e-3), "{at_quota:?}");
    let ends = at_quota.interval.unwrap();
    assert!((ends.low - 0.35164).abs() < 1e-4 && (ends.high - 0.80578).abs() < 1e-4, "{ends:?}");
    measured(&card, HealthKind::AtExcellence, 0.2, Healthy); // of ten reps one more than a tenth is no news
    measured(&card, HealthKind::Within, 0.5, NoRange);
    // Squares of the distances from 1.1 add up to 1.68: √(1.68/9).
    let deviation = measured(&card, HealthKind::Deviation, (1.68_f64 / 9.0).sqrt(), NoRange);
    assert!(deviation.expected.is_some_and(|expected| (expected - 0.5).abs() < 1e-12), "{deviation:?}");
    // Σ i x = 71.8: 143.6/(10 · 11) − 1.1.
    measured(&card, HealthKind::Gini, 143.6 / 110.0 - 1.1, NoRange);
    // m2 = 0.168, m3 = (−0.216 − 0.064 − 0.027 − 0.008 − 0.001 + 0.001 + 0.008 + 0.064 + 0.729)/10 = 0.0486:
    // 0.0486/0.168^1.5 · √90/8 = 0.83697; its error is 0.687, so it may be that of a bell.
    measured(&card, HealthKind::Skew, 0.0486 / libm::pow(0.168, 1.5) * 90.0_f64.sqrt() / 8.0, Look);
    // Attainment rises with prior sales all along.
    let size = measured(&card, HealthKind::SizeSpearman, 1.0, Unhealthy);
    assert_eq!(size.advice, Some(Advice::SmallTerritoriesTooHigh));
    // Medians 0.6, 1.05 and 1.75.
    let boxes = measured(&card, HealthKind::SizeBoxes, 1.15, Unhealthy);
    assert!(boxes.p.is_some_and(|p| p < 0.01), "{boxes:?}");
    assert_eq!(card.reps[0].growth, Some(4.0));
    // Noise: the mean of 0.01 a deal, 0.11; observed 1.68/9.
    measured(&card, HealthKind::SignalShare, 1.0 - 0.11 / (1.68 / 9.0), NoRange);
    // 60 over 50, 30, 20 and 10; the others are at quota. The win rate of a half asks for 2.
    let coverage = measured(&card, HealthKind::Coverage, 2.5, Healthy);
    assert_eq!((coverage.n_reps, coverage.yardstick.and_then(|one| one.low)), (4, Some(2.0)));
    assert_eq!(card.coverage_months, Some((Month::new(2026, 1), Month::new(2026, 12))));
    // Means 0.78 and 1.42; 2 of the 252 groupings are as far apart.
    let by_region = measured(&card, HealthKind::ByRegion, 0.64, Unhealthy);
    assert!(by_region.p.is_some_and(|p| (p - 2.0 / 252.0).abs() < 0.003), "{by_region:?}");
    let role = card.measure(HealthKind::ByRole).unwrap();
    assert_eq!((role.value, role.verdict), (None, Verdict::NotEnough(Missing::Groups)));
}

#[test]
fn quotas_are_held_against_estimates() {
    let of = |rep: &str, low: f64, high: f64| EstimateRange { rep: RepId(rep.into()), low, high };
    let estimates = vec![
        of("r0", 90.0, 100.0),
        of("Rep 1", 110.0, 120.0),
        of("R2", 50.0, 80.0),
        of("nobody", 1.0, 2.0),
        of("r3", 2.0, 1.0),
    ];
    let card = card(&ten(), &HealthSettings { estimates, ..usual() });
    let stood: Vec<_> = card.appeals.iter().map(|one| (one.name.as_str(), one.stands)).collect();
    assert_eq!(stood, [("Rep 0", Stood::Inside), ("Rep 1", Stood::Below), ("Rep 2", Stood::Above)]);
    measured(&card, HealthKind::Appeals, 2.0 / 3.0, Verdict::Look);
    assert_eq!(card.notes, [HealthNote::EstimatesLeftOut { n: 2 }]);
}

/// What the measures lack, of those that lack something.
fn missing(card: &HealthCard) -> Vec<Missing> {
    let of = |one: &HealthMeasure| if let Verdict::NotEnough(missing) = one.verdict { Some(missing) } else { None };
    card.measures.iter().filter_map(of).collect()
}

#[test]
fn what_is_missing_is_told() {
    let card_of = |change: fn(&mut Dataset)| {
        let mut dataset = ten();
        change(&mut dataset);
        card(&dataset, &usual())
    };
    let lacks = |card: &HealthCard, kind, expected| {
        let found = card.measure(kind).unwrap();
        assert_eq!((found.value, found.verdict), (None, Verdict::NotEnough(expected)), "{kind:?}");
    };
    let empty = card(&Dataset::default(), &usual());
    // A threshold is asked for first.
    assert!(missing(&empty).iter().all(|one| matches!(one, Missing::Targets | Missing::Threshold)), "{empty:?}");
    assert_eq!(missing(&empty).len(), HealthKind::ALL.len());
    let no_targets = card_of(|dataset| dataset.targets.clear());
    lacks(&no_targets, HealthKind::AtQuota, Missing::Targets);
    assert_eq!(no_targets.notes, [HealthNote::WithoutQuota { n_reps: 10 }]);
    let zero = card_of(|dataset| dataset.targets.iter_mut().for_each(|target| target.amount = Money::ZERO));
    lacks(&zero, HealthKind::AtQuota, Missing::QuotasAboveZero);
    assert_eq!(zero.notes, [HealthNote::QuotasAtZero { n_reps: 10 }]);
    let one = card_of(|dataset| dataset.targets.truncate(1));
    lacks(&one, HealthKind::Skew, Missing::Reps { at_least: 8 });
    lacks(&one, HealthKind::SizePearson, Missing::Reps { at_least: 5 });
    measured(&one, HealthKind::AtQuota, 0.0, Verdict::Look);
    let no_deals = card_of(|dataset| dataset.deals.clear());
    lacks(&no_deals, HealthKind::SignalShare, Missing::Deals);
    lacks(&no_deals, HealthKind::Gini, Missing::Deals);
    lacks(&no_deals, HealthKind::SizePearson, Missing::Size);
    lacks(&no_deals, HealthKind::GrowthPearson, Missing::PriorSales);
    lacks(&no_deals, HealthKind::Coverage, Missing::Pipeline);
    measured(&no_deals, HealthKind::AtQuota, 0.0, Verdict::Unhealthy);
    let few = card_of(|dataset| dataset.deals.retain(|deal| deal.outcome != Outcome::Won || deal.rep.0 == "r9"));
    lacks(&few, HealthKind::SignalShare, Missing::DealsPerRep { at_least: 5 });
    let backwards = HealthSettings { first: Month::new(2027, 1), ..usual() };
    let backwards = card(&ten(), &backwards);
    assert_eq!(backwards.notes, [HealthNote::BadMonths]);
    let expected = Some(Expected::Spread { mean: f64::NAN, deviation: 1.0, zero_share: 0.0 });
    assert_eq!(card(&ten(), &HealthSettings { expected, ..usual() }).notes, [HealthNote::BadExpected]);
}

#[test]
fn managers_without_deals_are_left_out() {
    let mut dataset = ten();
    for rep in &mut dataset.reps {
        rep.manager = "boss".into();
    }
    dataset.reps.push(Rep { id: RepId("boss".into()), name: "Boss".into(), ..Rep::default() });
    let target = Target { rep: RepId("boss".into()), ..dataset.targets[0].clone() };
    dataset.targets.push(target);
    let card = card(&dataset, &usual());
    assert_eq!((card.reps.len(), card.notes.as_slice()), (10, &[HealthNote::ManagersLeftOut { n_reps: 1 }][..]));
}

#[test]
fn a_simulated_model_says_what_to_expect() {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let dataset = sample(SampleSpec { n_reps: 30, seed: 7, today });
    let plan = templates::account_executive();
    let fitted = fit(&FitInput {
        dataset: &dataset,
        plan: &plan,
        others: &[],
        currency: "USD",
        history_first: Month::new(2024, 1),
        history_last: Month::new(2025, 12),
        first: Month::new(2026, 1),
        n_months: 12,
    });
    let mut settings = HealthSettings::of_months(Month::new(2025, 1), Month::new(2025, 12));
    settings.marks = attain::engine::comp::compare::marks(&plan);
    settings.expected = Some(Expected::Model { model: Box::new(fitted.model.clone()), n_runs: 300 });
    let card = card(&dataset, &settings);
    let input = CostInput {
        plans: vec![plan],
        model: fitted.model,
        calendar: Calendar::default(),
        digits: 2,
        budget: None,
        company_factor: 1.0,
        hold_company: false,
    };
    let levels = run(&prepare(&input), 1, 0..300).summary(&input)[0].levels;
    let expected = |kind| card.measure(kind).unwrap().expected.unwrap();
    assert!((expected(HealthKind::AtQuota) - levels.at_target).abs() < 1e-12);
    assert!((expected(HealthKind::AtExcellence) - levels.at_excellence).abs() < 1e-12);
    assert!(card.luck.is_some() && 20 < card.reps.len(), "{:?}", card.notes);
    // The worker says the same, and the page reads it.
    let mut desk = Desk::default();
    desk.answer(Ask::KeepData { data: "d".into() }, Some(attain::data::encode(&dataset)));
    let spec = HealthSpec { settings, calendar: Calendar::default(), currency: "USD".into() };
    let (answer, _) = desk.answer(Ask::QuotaHealth { data: "d".into(), spec: Box::new(spec) }, None);
    let answer: Answer = attain::job::decode(&attain::job::encode(&answer)).unwrap();
    assert_eq!(answer, Answer::QuotaHealth(card.into()));
}

/// Amounts of any size, as a company or a slip of the keyboard has them.
fn amount() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (-10_000_i64..1_000_000_000).prop_map(|cents| Decimal::new(cents, 2)),
        Just(Decimal::ZERO),
        Just(Decimal::MAX),
        Just(Decimal::MIN),
        Just(Decimal::new(1, 28)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_records_make_a_card_without_numbers(
        quotas in prop::collection::vec(amount(), 0..14),
        deals in prop::collection::vec((0_usize..14, amount(), 0_u32..3, 1_u32..13, 2025_i32..2027), 0..120),
        first in -5_i32..30,
        n_months in -2_i32..30,
        seed in any::<u64>(),
    ) {
        let mut dataset = Dataset::default();
        for (place, quota) in quotas.iter().enumerate() {
            let rep = RepId(place.to_string());
            dataset.targets.push(Target { rep, period: year(2026), amount: Money(*quota), measure: String::new() });
        }
        for (place, amount, outcome, month, year) in deals {
            let outcome = [Outcome::Won, Outcome::Open, Outcome::Lost][outcome as usize];
            dataset.deals.push(deal(&RepId(place.to_string()), outcome, (year, month), amount));
        }
        let first = Month::new(2025, 1).plus(first);
        let settings = HealthSettings { seed, ..HealthSettings::of_months(first, first.plus(n_months)) };
        let found = card(&dataset, &settings);
        prop_assert_eq!(found.measures.len(), HealthKind::ALL.len());
        for one in &found.measures {
            prop_assert!(one.value.is_none_or(f64::is_finite), "{:?}", one);
            prop_assert_eq!(one.value.is_none(), matches!(one.verdict, Verdict::NotEnough(_)), "{:?}", one);
            prop_assert!(one.p.is_none_or(|p| 0.0 < p && p <= 1.0), "{:?}", one);
            prop_assert!(one.interval.is_none_or(|ends| ends.low <= ends.high && ends.low.is_finite()), "{:?}", one);
        }
        prop_assert_eq!(card(&dataset, &settings), found);
    }

    #[test]
    fn a_currency_unit_changes_nothing(factor in 1_i64..1_000) {
        let mut larger = ten();
        let times = |money: &mut Money| *money = Money(money.0 * Decimal::from(factor));
        larger.targets.iter_mut().for_each(|target| times(&mut target.amount));
        larger.deals.iter_mut().filter_map(|deal| deal.amount.as_mut()).for_each(times);
        for rep in &mut larger.reps {
            rep.base_salary.iter_mut().chain(rep.target_incentive.iter_mut()).for_each(times);
        }
        let (before, after) = (card(&ten(), &usual()), card(&larger, &usual()));
        for (one, other) in before.measures.iter().zip(&after.measures) {
            let near = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| (a - b).abs() < 1e-9);
            prop_assert!(near(one.value, other.value) && one.verdict == other.verdict, "{:?} {:?}", one, other);
        }
    }
}
