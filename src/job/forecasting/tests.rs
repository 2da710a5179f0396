//! Series and their forecasts as a worker finds them.

use super::*;
use crate::engine::forecast::apply_overrides;
use crate::engine::records::{Outcome, Point, When};
use crate::engine::units::{Granularity, Month, Period};
use crate::scenario::{ForecastChoices, SampleSpec, SeriesKey, plan_for, sample};

fn company() -> Dataset {
    sample(SampleSpec { n_reps: 8, seed: 3, today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() })
}

fn spec(by: By) -> ForecastSpec {
    ForecastSpec {
        of: ForecastOf::Records { what: What::Bookings, by, step: Step::Month, currency: "USD".into() },
        group: ForecastGroup::default(),
        reconcile: Reconcile::default(),
        last_step: LastStep::Found,
        calendar: Calendar::default(),
        asked: PredictAsked { horizon: 6, ..PredictAsked::default() },
    }
}

#[test]
fn reps_add_up_and_every_step_is_told() {
    let told = std::cell::RefCell::new(Vec::new());
    let found = spec(By::Rep).run(&company(), &|n_done, n_all| told.borrow_mut().push((n_done, n_all))).unwrap();
    let total = |group: &GroupForecast| group.total.as_ref().unwrap().expected;
    let (whole, others) = found.groups.split_first().unwrap();
    let parts = others.iter().filter(|one| one.group.place == GroupPlace::Part);
    let sum: f64 = parts.map(total).sum();
    assert!(found.is_reconciled && (total(whole) / sum - 1.0).abs() < 1e-9, "{sum}");
    assert_eq!(told.borrow().len(), found.groups.len());
    assert!(!found.found.tried.rows.is_empty() && found.parts.is_some());
}

#[test]
fn whatever_way_parts_are_made_to_add_up_they_do() {
    let data = company();
    for how in Reconcile::ALL {
        let found = ForecastSpec { reconcile: how, ..spec(By::Rep) }.run(&data, &|_, _| {}).unwrap();
        let total = |group: &GroupForecast| group.total.as_ref().unwrap().expected;
        let (whole, parts) = found.groups.split_first().unwrap();
        let sum: f64 = parts.iter().filter(|one| one.group.place == GroupPlace::Part).map(total).sum();
        assert!((total(whole) / sum - 1.0).abs() < 1e-9, "{how:?}: {sum}");
    }
}

#[test]
fn of_many_groups_the_largest_are_named_and_each_can_be_looked_at() {
    let mut data = company();
    let won = data.deals.iter_mut().filter(|deal| deal.outcome == Outcome::Won);
    for (at, deal) in won.enumerate() {
        deal.account = format!("Account {at}");
    }
    let asked = |name: &str| {
        let group = ForecastGroup { place: GroupPlace::Part, name: name.into() };
        ForecastSpec { group, ..spec(By::Account) }.run(&data, &|_, _| {}).unwrap()
    };
    let found = asked("ACCOUNT 7");
    assert_eq!(found.group.name, "Account 7", "whatever the case");
    assert!(MOST_NAMED < found.n_groups as usize && found.groups.len() <= MOST_NAMED + 2);
    assert_eq!(found.groups[0].group.place, GroupPlace::Whole);
    assert!(found.groups.iter().any(|one| one.group == found.group));
    assert_eq!(asked("nobody").group.place, GroupPlace::Whole);
}

/// Values of a file: a name, first and last month of 2024 on, and what stands there.
fn points(series: &[(&str, u32, u32)]) -> Vec<Point> {
    let one = |name: &str, month: u32| {
        let start = Month::new(2024 + (month / 12) as i32, month % 12 + 1);
        let when = When::Period(Period { start, length: Granularity::Month });
        Point { series: name.into(), when, value: Some(f64::from(100 + month % 5)) }
    };
    series.iter().flat_map(|(name, from, to)| (*from..*to).map(move |month| one(name, month))).collect()
}

fn of_file(step: Option<Step>) -> ForecastSpec {
    let of = ForecastOf::File { file: "f".into(), step, fill: Fill::Zero, is_usual_horizon: true };
    ForecastSpec { of, ..spec(By::Nothing) }
}

#[test]
fn a_file_of_series_is_forecast_as_records_are() {
    let told = |points: &[Point], spec: ForecastSpec| spec.of_file(points, &|_, _| {}).unwrap();
    let found = told(&points(&[("North", 0, 36), ("South", 0, 36)]), of_file(None));
    let names: Vec<&str> = found.groups.iter().map(|one| one.group.name.as_str()).collect();
    assert_eq!((names.as_slice(), found.group.place), (["", "North", "South"].as_slice(), GroupPlace::Whole));
    assert!(found.is_reconciled && found.axis.step == Step::Month);
    assert_eq!((found.found.expected.len(), found.history.values[0]), (12, 200.0), "a year of months");
    let group = ForecastGroup { place: GroupPlace::Part, name: "south".into() };
    let part = told(&points(&[("North", 0, 36), ("South", 0, 36)]), ForecastSpec { group, ..of_file(None) });
    assert_eq!((part.group.name.as_str(), part.history.values[0]), ("South", 100.0));

    let alone = told(&points(&[("North", 0, 36)]), of_file(None));
    assert_eq!((alone.group, alone.groups.len()), (ForecastGroup::default(), 1), "one series is the whole");
    let apart = told(&points(&[("North", 0, 36), ("South", 0, 30)]), of_file(None));
    assert_eq!((apart.group.name.as_str(), apart.n_groups, apart.is_reconciled), ("North", 2, false));
    assert_eq!(of_file(None).of_file(&[], &|_, _| {}), Err(SeriesError::Nothing));
    assert_eq!(of_file(None).run(&company(), &|_, _| {}), Err(SeriesError::Nothing));
}

#[test]
fn what_is_put_on_the_whole_counts_whatever_the_file_calls_it() {
    let mut all = points(&[("North", 0, 36), ("South", 0, 36), ("Total", 0, 36)]);
    all.iter_mut().filter(|one| one.series == "Total").for_each(|one| one.value = one.value.map(|value| 2.0 * value));
    for (all, is_named) in [(&all, "Total"), (&points(&[("North", 0, 36)]), "North")] {
        let mut forecast = of_file(None).of_file(all, &|_, _| {}).unwrap();
        assert_eq!((forecast.history.name.as_str(), forecast.group.place), (is_named, GroupPlace::Whole));
        let (what, by, group, axis) = (What::Bookings, By::Nothing, forecast.group, forecast.axis);
        let key = SeriesKey { file: None, what, by, group, axis };
        let mut choices = ForecastChoices::default();
        choices.put(&key, forecast.found.first, forecast.found.expected[0], Some(500.0));
        assert_eq!(apply_overrides(&mut forecast.found, &choices.overrides_of(&key)), 1);
        assert!((forecast.found.expected[0] - 500.0).abs() < 1e-9);
    }
}

#[test]
fn of_longer_steps_the_one_that_has_begun_is_left_out() {
    let first = |step: Option<Step>, last_step: LastStep| {
        let found = ForecastSpec { last_step, ..of_file(step) }.of_file(&points(&[("", 0, 31)]), &|_, _| {}).unwrap();
        found.axis.period(found.found.first).unwrap().start
    };
    // 31 months end in July 2026, a month into the third quarter.
    assert_eq!(first(None, LastStep::Found), Month::new(2026, 8));
    assert_eq!(first(Some(Step::Month), LastStep::Found), Month::new(2026, 8));
    assert_eq!(first(Some(Step::Quarter), LastStep::Found), Month::new(2026, 7));
    assert_eq!(first(Some(Step::Quarter), LastStep::Whole), Month::new(2026, 10));
}

#[test]
fn a_month_that_has_begun_is_left_out_unless_it_is_said_to_be_whole() {
    let data = company();
    let month = |last_step: LastStep| {
        let found = ForecastSpec { last_step, ..spec(By::Nothing) }.run(&data, &|_, _| {}).unwrap();
        found.axis.period(found.found.first).unwrap().start
    };
    let last = data.deals.iter().filter(|deal| deal.outcome != Outcome::Open).filter_map(|deal| deal.closed).max();
    let last = Month::of(last.unwrap());
    assert_eq!(month(LastStep::Whole), last.plus(1));
    assert!(month(LastStep::Found) <= last.plus(1));
}

#[test]
fn a_forecast_of_bookings_has_its_cost() {
    let data = company();
    let found = spec(By::Nothing).run(&data, &|_, _| {}).unwrap();
    let first = found.axis.period(found.found.first).unwrap().start;
    let spec = ForecastCostSpec {
        fit: FitSpec {
            plan: plan_for(&data, crate::engine::comp::templates::account_executive()),
            others: Vec::new(),
            currency: "USD".into(),
            history_first: first.plus(-24),
            history_last: first.plus(-1),
            first,
            n_months: 6,
        },
        calendar: Calendar::default(),
        digits: 2,
        axis: found.axis,
        found: found.found,
        seed: 1,
        n_runs: 700,
    };
    let cost = spec.run(&data, &|_, _| {}).unwrap();
    assert_eq!((cost.summary.n_runs, cost.summary.by_month.len(), cost.quotas.len()), (700, 6, 6));
    assert!(0.0 < cost.summary.total.p10 && cost.summary.total.p10 < cost.summary.total.p90);
}
