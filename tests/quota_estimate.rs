//! Estimates and their backtest: a backtest worked by hand, laws on made-up teams, the worker's answers, and the corpus.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "quota_estimate/corpus.rs"]
mod corpus;
#[path = "quota_estimate/laws.rs"]
mod laws;

use attain::data::encode;
use attain::engine::comp::{Component, Measure, PayBasis, Plan, ReplayInput, Tier, TierAxis, Window, replay};
use attain::engine::quota::backtest::{
    Backtest, BacktestInput, BacktestSettings, Goal, Missed, Score, Setter, Why, backtest,
};
use attain::engine::quota::estimate::{EstimateError, EstimateInput, EstimateSettings, Estimates, Method, estimate};
use attain::engine::records::{Dataset, Deal, Outcome, Rep, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use attain::job::{Answer, Ask, BacktestSpec, Desk, EstimateSpec, decode, encode as message};
use chrono::NaiveDate;

/// A won deal.
fn deal(rep: &str, account: &str, month: Month, amount: Decimal) -> Deal {
    Deal {
        rep: RepId(rep.into()),
        account: account.into(),
        outcome: Outcome::Won,
        amount: Some(Money(amount)),
        created: Some(month.first_day()),
        closed: NaiveDate::from_ymd_opt(month.year(), month.month(), 20),
        ..Deal::default()
    }
}

/// Four deals in each year, together the amount; the data covers the year from January to December.
fn sold(rep: &str, year: i32, amount: i64) -> Vec<Deal> {
    let quarter = Decimal::new(amount * 25, 2);
    [1, 4, 7, 12].map(|month| deal(rep, &format!("Of {rep}"), Month::new(year, month), quarter)).into()
}

fn quota(rep: &str, year: i32, amount: i64) -> Target {
    Target {
        rep: RepId(rep.into()),
        period: Period { start: Month::new(year, 1), length: Granularity::Year },
        amount: Money::whole(amount),
        measure: String::new(),
    }
}

/// A 100, B 200, C 300; then A 150, B 200, C 250 against quotas of 300, 150 and 150.
fn three() -> Dataset {
    let years =
        [("A", 2024, 100), ("B", 2024, 200), ("C", 2024, 300), ("A", 2025, 150), ("B", 2025, 200), ("C", 2025, 250)];
    Dataset {
        deals: years.iter().flat_map(|(rep, year, amount)| sold(rep, *year, *amount)).collect(),
        targets: vec![quota("A", 2025, 300), quota("B", 2025, 150), quota("C", 2025, 150)],
        ..Dataset::default()
    }
}

/// A tenth up to quota and 0.3 above it, over the year.
fn plan() -> Plan {
    let tier = |from: i64, value: Decimal| Tier { from: Decimal::from(from), value };
    let component = Component {
        name: "Bookings".into(),
        pay_basis: PayBasis::Rate,
        tier_axis: TierAxis::Attainment,
        tiers: vec![tier(0, Decimal::new(1, 1)), tier(1, Decimal::new(3, 1))],
        pay_period: Granularity::Year,
        accumulate: Window::Year,
        ..Component::default()
    };
    let plan = Plan { name: "Commission".into(), components: vec![component], ..Plan::default() };
    assert_eq!(plan.errors(), []);
    plan
}

fn tested(dataset: &Dataset, plan: Option<&Plan>, settings: &BacktestSettings) -> Result<Backtest, EstimateError> {
    backtest(&BacktestInput {
        dataset,
        calendar: Calendar::default(),
        first: Month::new(2020, 1),
        last: Month::new(2025, 12),
        measure: Measure::Bookings,
        currency: "EUR",
        digits: 2,
        plan,
        settings,
    })
}

fn estimated(dataset: &Dataset, method: Method, settings: &EstimateSettings) -> Result<Estimates, EstimateError> {
    let (calendar, measure, year) = (Calendar::default(), Measure::Bookings, Month::new(2026, 1));
    estimate(&EstimateInput { dataset, calendar, year, measure, currency: "EUR", settings }, method)
}

fn score(found: &Backtest, setter: Setter) -> Score {
    let found = found.years[0].setters.iter().find(|one| one.setter == setter).unwrap();
    *found.outcome.as_ref().unwrap()
}

#[track_caller]
fn near(found: Option<f64>, expected: f64) {
    assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?} {expected}");
}

#[test]
fn a_backtest_worked_by_hand() {
    let plan = plan();
    let methods = vec![Method::Even, Method::Growth, Method::Regression];
    let settings = BacktestSettings { methods, ..BacktestSettings::default() };
    let found = tested(&three(), Some(&plan), &settings).unwrap();
    assert_eq!(found.years.len(), 1); // 2024 has no year before it
    let year = &found.years[0];
    assert_eq!((year.n_reps, year.n_months, year.n_unknown), (3, 12, 0));
    near(Some(year.goal), 600.0);
    // Even: 200 each; attained 0.75, 1, 1.25. Paid 15, 20 and 20 + 15.
    let even = score(&found, Setter::Method(Method::Even));
    near(even.wape, 100.0 / 600.0);
    near(even.mape, (50.0 / 150.0 + 50.0 / 250.0) / 3.0);
    near(even.bias, 0.0);
    near(even.size_correlation, 1.0);
    near(even.gini, 13.0 / 9.0 - 4.0 / 3.0);
    near(even.spread, 0.25);
    near(even.at_quota, 2.0 / 3.0);
    near(even.within, 1.0 / 3.0);
    assert_eq!(even.cost, Some(Money::whole(70)));
    // Growth: no growth is known, so last year's sales, 100, 200 and 300; attained 1.5, 1, 0.8333. 10 + 15, 20, 25.
    let growth = score(&found, Setter::Method(Method::Growth));
    near(growth.wape, 100.0 / 600.0);
    near(growth.within, 2.0 / 3.0);
    assert_eq!(growth.cost, Some(Money::whole(70)));
    // As set: 300, 150, 150; attained 0.5, 1.3333, 1.6667. 15, 15 + 15, 15 + 30.
    let as_set = score(&found, Setter::AsSet);
    near(as_set.wape, (150.0 + 50.0 + 100.0) / 600.0);
    assert_eq!(as_set.cost, Some(Money::whole(90)));
    // Growth's error is the same as that of an even share, and its attainment depends less on size.
    let best = found.best.unwrap();
    assert_eq!((best.method, best.next), (Method::Growth, Some(Method::Even)));
    // Attained 1.5, 1 and 0.8333 at 100, 200 and 300: Σ xy = −100 · 0.3889 − 100 · 0.2778 over √(20 000 · 0.2407).
    let Why::Fairer { wape, least, correlation } = best.why else { panic!("{best:?}") };
    near(Some(wape), least);
    near(Some(correlation), -(200.0 / 3.0) / libm::sqrt(20_000.0 * 13.0 / 54.0));
    let missed = year.setters.iter().find(|one| one.setter == Setter::Method(Method::Regression)).unwrap();
    assert_eq!(missed.outcome, Err(Missed::Estimate(EstimateError::TooFewYears { needed: 2, found: 1 })));
}

#[test]
fn a_goal_of_last_year_and_growth_is_known_on_the_first_day() {
    let goal = Goal::LastYear { growth: 0.1 };
    let settings = BacktestSettings { goal, methods: vec![Method::Growth], ..BacktestSettings::default() };
    let found = tested(&three(), None, &settings).unwrap();
    near(Some(found.years[0].goal), 660.0);
    let quotas: Vec<f64> = found.years[0].setters[1].reps.iter().map(|rep| rep.quota).collect();
    for (quota, expected) in quotas.into_iter().zip([110.0, 220.0, 330.0]) {
        near(Some(quota), expected);
    }
    near(score(&found, Setter::Method(Method::Growth)).bias, 0.1);
}

#[test]
fn who_leaves_within_the_year_is_held_to_the_time_there_and_who_comes_is_not_judged() {
    let mut data = three();
    let rep = |id: &str, left: Option<NaiveDate>| Rep { id: RepId(id.into()), left, ..Rep::default() };
    data.reps = vec![rep("A", None), rep("B", NaiveDate::from_ymd_opt(2025, 6, 30)), rep("C", None)];
    data.deals.extend(sold("New", 2025, 40));
    let goal = Goal::LastYear { growth: 0.0 };
    let settings = BacktestSettings { goal, methods: vec![Method::Growth], ..BacktestSettings::default() };
    let found = tested(&data, None, &settings).unwrap();
    let year = &found.years[0];
    assert_eq!((year.n_reps, year.n_unknown), (3, 1));
    near(Some(year.unknown), 40.0);
    near(Some(year.setters[1].reps[1].quota), 100.0); // half of 200
}

#[test]
fn its_cost_is_that_of_statements_on_these_quotas() {
    let plan = plan();
    let data = three();
    let settings = BacktestSettings { methods: vec![Method::Shrinkage], ..BacktestSettings::default() };
    let found = tested(&data, Some(&plan), &settings).unwrap();
    let setter = &found.years[0].setters[1];
    let targets = setter.reps.iter().map(|rep| Target {
        amount: Money(Decimal::try_from(rep.quota).unwrap()).rounded(2),
        ..quota(&rep.rep.0, 2025, 0)
    });
    let data = Dataset { targets: targets.collect(), ..data };
    let (first, last) = (Month::new(2025, 1), Month::new(2025, 12));
    let calendar = Calendar::default();
    let paid = replay(&ReplayInput { plan: &plan, dataset: &data, calendar, first, last, digits: 2, currency: "EUR" });
    assert_eq!(setter.outcome.as_ref().unwrap().cost, Some(paid.totals.paid));
}

#[test]
fn what_cannot_be_tested_is_told() {
    let short = Dataset { deals: sold("A", 2025, 10), ..Dataset::default() };
    let settings = BacktestSettings::default();
    assert_eq!(tested(&short, None, &settings), Err(EstimateError::TooFewYears { needed: 2, found: 1 }));
    assert_eq!(tested(&Dataset::default(), None, &settings), Err(EstimateError::TooFewYears { needed: 2, found: 0 }));
    let check = |settings: BacktestSettings, field: &str| {
        assert_eq!(tested(&three(), None, &settings), Err(EstimateError::Setting { field: field.into() }));
    };
    check(BacktestSettings { band: f64::NAN, ..BacktestSettings::default() }, "band");
    check(BacktestSettings { n_years: 0, ..BacktestSettings::default() }, "n_years");
    check(BacktestSettings { goal: Goal::LastYear { growth: -1.0 }, ..BacktestSettings::default() }, "goal");
}

#[test]
fn a_worker_answers_what_the_engine_says() {
    let (dataset, mut desk) = (three(), Desk::default());
    desk.answer(Ask::KeepData { data: "d".into() }, Some(encode(&dataset)));
    let settings = EstimateSettings::default();
    let spec = EstimateSpec {
        method: Method::Shrinkage,
        settings: settings.clone(),
        calendar: Calendar::default(),
        year: Month::new(2026, 1),
        measure: Measure::Bookings,
        currency: "EUR".into(),
    };
    let mut asked = |ask: Ask| -> Answer {
        let ask = decode(&message(&ask)).unwrap();
        decode(&message(&desk.answer(ask, None).0)).unwrap()
    };
    let expected = estimated(&dataset, Method::Shrinkage, &settings);
    assert!(expected.is_ok());
    let answer = asked(Ask::Estimate { data: "d".into(), spec: Box::new(spec) });
    assert_eq!(answer, Answer::Estimated(expected.into()));
    let spec = BacktestSpec {
        settings: BacktestSettings::default(),
        plan: Some(plan()),
        calendar: Calendar::default(),
        first: Month::new(2020, 1),
        last: Month::new(2025, 12),
        measure: Measure::Bookings,
        digits: 2,
        currency: "EUR".into(),
    };
    let expected = tested(&dataset, Some(&plan()), &BacktestSettings::default());
    let answer = asked(Ask::Backtest { data: "d".into(), spec: Box::new(spec) });
    assert_eq!(answer, Answer::Backtested(expected.into()));
}
