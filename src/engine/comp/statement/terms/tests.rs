//! Quota and target incentive of part years, against published and worked numbers.

use super::*;
use crate::engine::comp::plan::Proration;
use crate::engine::comp::statement::{ReplayInput, Roster};
use crate::engine::comp::templates;
use crate::engine::records::{Absence, Dataset, ExchangeRate, Target};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn day(text: &str) -> Option<NaiveDate> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn target(rep: &str, month: u32, length: Granularity, amount: i64, measure: &str) -> Target {
    let period = Period { start: Month::new(2026, month), length };
    Target { rep: RepId(rep.into()), period, amount: Money::whole(amount), measure: measure.into() }
}

/// What is asked of the only rep's terms.
fn ask<T>(plan: &Plan, dataset: &Dataset, ask: impl Fn(&Member) -> T) -> T {
    let (first, last) = (Month::new(2026, 1), Month::new(2026, 12));
    let calendar = Calendar::default();
    let input = ReplayInput { plan, dataset, calendar, first, last, digits: 2, currency: "USD" };
    ask(&Roster::new(&input).members[0])
}

fn ann(hired: &str, left: &str) -> Dataset {
    let rep = Rep { id: RepId("Ann".into()), hired: day(hired), left: day(left), ..Rep::default() };
    Dataset { reps: vec![rep], ..Dataset::default() }
}

fn plan(proration: Proration) -> Plan {
    let mut plan = Plan { proration, ..templates::account_executive() };
    (plan.target_incentive, plan.quota) = (Some(Decimal::from(12_000)), Some(Decimal::from(1_200_000)));
    plan
}

fn span(start: u32, length: Granularity) -> Period {
    Period { start: Month::new(2026, start), length }
}

#[test]
fn the_target_incentive_is_for_the_months_that_have_a_quota() {
    let check = |months: &[u32], quota: Option<i64>, expected: i64| {
        let plan = Plan { quota: quota.map(Decimal::from), ..plan(Proration::default()) };
        let mut dataset = ann("", "");
        dataset.targets = months.iter().map(|month| target("Ann", *month, Granularity::Month, 1_000, "")).collect();
        let terms = ask(&plan, &dataset, |ann| ann.terms(&plan.components[0], span(1, Granularity::Quarter)));
        assert_eq!(terms.target_incentive, Decimal::from(expected), "{months:?} {quota:?}");
    };
    check(&[1, 2, 3], None, 3_000);
    check(&[2, 3], None, 2_000);
    check(&[], None, 3_000);
    check(&[3], Some(24_000), 3_000); // the plan's quota stands in for the other months
}

#[test]
fn a_quota_of_quarters_adds_up_exactly() {
    let mut dataset = ann("", "");
    dataset.targets = vec![target("Ann", 1, Granularity::Quarter, 100_000, "")];
    let plan = plan(Proration::default());
    assert_eq!(ask(&plan, &dataset, |ann| ann.quota(span(1, Granularity::Quarter))), Some(Decimal::from(100_000)));
}

/// A seasonal quota from a start within the year, and a ramp: published worked examples.
#[test]
fn published_part_years_come_out() {
    let seasons = Proration {
        by: ProrateBy::Days,
        seasons: ["20", "20", "20", "40"].map(number).to_vec(),
        ..Proration::default()
    };
    let seasonal = Plan { quota: Some(Decimal::from(100_000)), ..plan(seasons) };
    let quarters = |plan: &Plan, dataset: &Dataset| {
        [1, 4, 7, 10].map(|start| {
            let quota = ask(plan, dataset, |ann| ann.quota(span(start, Granularity::Quarter)));
            quota.unwrap().round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
        })
    };
    let year =
        |plan: &Plan, dataset: &Dataset| ask(plan, dataset, |ann| ann.quota(span(1, Granularity::Year))).unwrap();
    let march = ann("2026-03-01", "");
    assert_eq!(quarters(&seasonal, &march), [6_667, 20_000, 20_000, 40_000].map(Decimal::from));
    assert_eq!(year(&seasonal, &march).round_dp(0), Decimal::from(86_667));
    assert_eq!(year(&seasonal, &ann("2020-01-01", "")), Decimal::from(100_000));
    let ramp = Proration { ramp: ["0", "0.25", "0.5"].map(number).to_vec(), ..Proration::default() };
    let ramped = plan(ramp);
    let quarter = |hired: &str| ask(&ramped, &ann(hired, ""), |ann| ann.quota(span(1, Granularity::Quarter)));
    assert_eq!(quarter("2026-01-15"), Some(Decimal::from(75_000)));
    assert_eq!(quarter("2025-01-15"), Some(Decimal::from(300_000)));
    assert_eq!(quarter(""), Some(Decimal::from(300_000)));
}

#[test]
fn a_month_in_part_counts_in_part() {
    use ProrateBy::{Days, Nothing, WholeMonths};
    let check = |by: ProrateBy, (hired, left): (&str, &str), away: &[(&str, &str)], quota: &str, incentive: &str| {
        let plan = plan(Proration { by, ..Proration::default() });
        let mut dataset = ann(hired, left);
        let rep = RepId("ann".into());
        dataset.absences =
            away.iter().map(|(from, to)| Absence { rep: rep.clone(), from: day(from), to: day(to) }).collect();
        let terms = ask(&plan, &dataset, |ann| ann.terms(&plan.components[0], span(4, Granularity::Quarter)));
        assert_eq!(terms.quota.unwrap().round_dp(2), number(quota), "{by:?} {hired} {left} {away:?}");
        assert_eq!(terms.target_incentive.round_dp(2), number(incentive), "{by:?} {hired} {left} {away:?}");
    };
    check(Nothing, ("2026-05-16", "2026-06-15"), &[("2026-04-01", "")], "300000", "3000");
    check(Days, ("", ""), &[], "300000", "3000");
    check(Days, ("2026-04-16", ""), &[], "250000", "2500");
    check(Days, ("", "2026-04-15"), &[], "50000", "500");
    // Two absences of the same days count once; one is open.
    check(Days, ("", ""), &[("2026-04-01", "2026-04-10"), ("2026-04-06", "2026-04-15")], "250000", "2500");
    check(Days, ("", ""), &[("2026-06-16", "")], "250000", "2500");
    check(Days, ("2027-01-01", ""), &[], "0", "0");
    check(WholeMonths, ("2026-04-02", ""), &[], "200000", "2000");
    check(WholeMonths, ("2026-04-01", "2026-05-01"), &[], "200000", "2000");
    check(WholeMonths, ("", ""), &[("2026-06-01", "2026-06-01")], "200000", "2000");
}

#[test]
fn own_targets_are_scaled_where_the_plan_says_so() {
    let check = |targets_too: bool, ramps_incentive: bool, quota: i64, incentive: i64| {
        let ramp = vec![number("0.5")];
        let plan = plan(Proration { targets_too, ramp, ramps_incentive, ..Proration::default() });
        let mut dataset = ann("2026-01-10", "");
        dataset.targets = vec![target("Ann", 1, Granularity::Quarter, 3_000, "")];
        let terms = ask(&plan, &dataset, |ann| ann.terms(&plan.components[0], span(1, Granularity::Quarter)));
        assert_eq!(terms.quota, Some(Decimal::from(quota)), "{targets_too}");
        assert_eq!(terms.target_incentive, Decimal::from(incentive), "{ramps_incentive}");
    };
    check(false, false, 3_000, 3_000);
    check(true, false, 2_500, 3_000);
    check(true, true, 2_500, 2_500);
}

#[test]
fn each_source_gives_its_own_quota() {
    let mut dataset = ann("2026-02-01", "");
    dataset.targets =
        vec![target("Ann", 1, Granularity::Year, 120_000, ""), target("Ann", 1, Granularity::Quarter, 9, "New Logos")];
    let plain = plan(Proration::default());
    let by_days = plan(Proration { by: ProrateBy::Days, ..Proration::default() });
    let check = |plan: &Plan, source: QuotaSource, measure: Measure, expected: Option<&str>| {
        let source = (&source, CreditFrom::Own);
        let quota = ask(plan, &dataset, |ann| ann.quota_from(source, measure, span(1, Granularity::Quarter).months()));
        assert_eq!(quota, expected.map(number), "{source:?} {measure:?}");
    };
    let stated = |amount: &str, per| QuotaSource::Stated { amount: number(amount), per };
    let named = |measure: &str| QuotaSource::Named { measure: measure.into() };
    let share = QuotaSource::Share { of: number("1.1") };
    check(&plain, QuotaSource::Targets, Measure::Bookings, Some("30000"));
    check(&plain, named(" new logos"), Measure::Deals, Some("9"));
    check(&plain, named("other"), Measure::Deals, None); // the plan's quota is of another measure
    check(&plain, stated("4", Granularity::Month), Measure::Activities, Some("12"));
    check(&plain, stated("40", Granularity::Year), Measure::Activities, Some("10"));
    check(&by_days, stated("4", Granularity::Month), Measure::Activities, Some("8"));
    check(&plain, share, Measure::Bookings, Some("33000"));
    check(&plain, QuotaSource::Targets, Measure::Scorecard, Some("3"));
    check(&by_days, QuotaSource::Targets, Measure::Scorecard, Some("2"));
    check(&plain, stated("0.9", Granularity::Month), Measure::Scorecard, Some("2.7"));
}

#[test]
fn pay_in_another_currency_is_exchanged_month_by_month() {
    let mut dataset = ann("", "");
    dataset.reps[0].currency = "EUR".into();
    dataset.reps[0].target_incentive = Some(Money::whole(12_000));
    dataset.reps[0].base_salary = Some(Money::whole(24_000));
    let plan = plan(Proration::default());
    let quarter = || span(1, Granularity::Quarter).months();
    assert!(ask(&plan, &dataset, |ann| ann.incentive(quarter()).is_none() && ann.lacks_rate(quarter())));
    let rate = |day: &str, rate: &str| ExchangeRate {
        currency: "EUR".into(),
        day: Some(day.parse().unwrap()),
        rate: number(rate),
    };
    dataset.exchange_rates = vec![rate("2025-12-31", "1.1"), rate("2026-02-15", "1.3")];
    assert_eq!(ask(&plan, &dataset, |ann| ann.incentive(quarter())), Some(number("3500")));
    assert_eq!(ask(&plan, &dataset, |ann| ann.base_salary(quarter())), Some(Money(number("7000"))));
    assert_eq!(ask(&plan, &dataset, |ann| ann.target_incentive), Some(number("13200")));
}

/// Mo leads Ann and Bob; Cy has deals and no target, Di neither. The first quarter's quotas: Ann 9,000, Bob 6,000.
#[test]
fn quotas_of_all_whose_credit_counts_are_added() {
    use CreditFrom::{Company, Own, Team};
    let rep = |id: &str, manager: &str| Rep { id: RepId(id.into()), manager: manager.into(), ..Rep::default() };
    let won = |id: &str| Deal {
        rep: RepId(id.into()),
        outcome: crate::engine::records::Outcome::Won,
        closed: day("2026-02-01"),
        ..Deal::default()
    };
    let dataset = Dataset {
        reps: vec![rep("Mo", ""), rep("Ann", "Mo"), rep("Bob", "Ann"), rep("Cy", "Mo"), rep("Di", "Mo")],
        deals: vec![won("Ann"), won("Cy")],
        targets: vec![
            target("Ann", 1, Granularity::Year, 36_000, ""),
            target("Bob", 1, Granularity::Month, 2_000, ""),
            target("Bob", 2, Granularity::Month, 4_000, ""),
            target("Bob", 2, Granularity::Month, 7, "New Logos"),
        ],
        ..Dataset::default()
    };
    let check = |who: &str, from: CreditFrom, of: &str, quota: Option<i64>, expected: Option<&str>| {
        let component = Component {
            credit_from: from,
            quota: QuotaSource::Credited { of: number(of) },
            ..templates::component("Team", &[(0, 100)])
        };
        let quota = quota.map(Decimal::from);
        let plan = Plan { components: vec![component], quota, ..templates::account_executive() };
        let (first, last) = (Month::new(2026, 1), Month::new(2026, 12));
        let calendar = Calendar::default();
        let input = ReplayInput { plan: &plan, dataset: &dataset, calendar, first, last, digits: 2, currency: "USD" };
        let roster = Roster::new(&input);
        let terms =
            roster.member(&RepId(who.into())).unwrap().terms(&plan.components[0], span(1, Granularity::Quarter));
        assert_eq!(terms.quota, expected.map(number), "{who} {from:?}");
    };
    check("Ann", Own, "0.5", None, Some("4500"));
    check("Ann", Team, "1", None, Some("15000"));
    check("Bob", Team, "1", None, Some("6000"));
    check("Mo", Team, "0.9", None, Some("13500"));
    check("Di", Company, "1", None, Some("15000"));
    check("Di", Team, "1", None, None);
    // A plan's quota of 12,000 a year is that of Cy, who sells without a target: 3,000 a quarter.
    check("Mo", Team, "1", Some(12_000), Some("18000"));
    check("Cy", Company, "1", Some(12_000), Some("18000"));
}
