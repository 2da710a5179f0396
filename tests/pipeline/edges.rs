//! Data that says little, or something odd.

use attain::engine::pipeline::{
    FlowKind, GroupBy, HazardModel, PipelineError, Snapshot, StageProbabilities, conversions, flow,
    forecast_with_exports, person_periods, run_rate, stage_weighted, won_by, won_by_month,
};
use attain::engine::units::{Calendar, Money};
use chrono::{Days, NaiveDate};

use super::company::{Truth, deals, first};
use super::*;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(number)
}

fn deal(id: &str, outcome: Outcome, amount: Option<i64>, created: u64, closed: u64) -> Deal {
    Deal {
        id: id.into(),
        outcome,
        amount: amount.map(Money::whole),
        created: Some(day(created)),
        closed: Some(day(closed)),
        ..Deal::default()
    }
}

#[test]
fn what_cannot_be_forecast_is_refused_with_the_reason() {
    let check = |deals: &[Deal], at: u64, error: PipelineError| {
        assert_eq!(forecast(&as_of(deals, day(at)), &asked(3)), Err(error));
    };
    let won = deal("1", Outcome::Won, Some(100), 0, 40);
    check(&[], 50, PipelineError::NoDeals);
    check(std::slice::from_ref(&won), 20, PipelineError::NothingWon);
    check(&[Deal { created: Some(day(30)), ..won.clone() }], 20, PipelineError::NoDeals);
    for amount in [None, Some(0), Some(-5)] {
        check(&[Deal { amount: amount.map(Money::whole), ..won.clone() }], 50, PipelineError::NoAmounts);
    }
    // All on one day: no period of a life is over.
    let today: Vec<Deal> = (0..40).map(|id| deal(&id.to_string(), Outcome::Won, Some(10), 50, 50)).collect();
    check(&today, 50, PipelineError::NoPeriods);
    // One deal is enough for a forecast that says how little it rests on.
    let found = forecast(&as_of(&[won], day(50)), &asked(3)).unwrap();
    assert!(!found.notes.is_empty());
    let report = report(&found, 200, false);
    assert!(report.months.iter().all(|month| month.range.p90.is_finite() && 0.0 <= month.range.p5));
}

#[test]
fn a_period_that_is_not_over_counts_for_nobody() {
    // Ten deals of the same day, in their second month after 45 days; five of them were won in it.
    let of = |id: u64| {
        let outcome = if id < 5 { Outcome::Won } else { Outcome::Open };
        deal(&id.to_string(), outcome, Some(10), 0, 40)
    };
    let all: Vec<Deal> = (0..10).map(of).collect();
    let at = |number| {
        let view = as_of(&all, day(number));
        let rows: Vec<(u32, Outcome)> =
            person_periods(&view, Step::Month).map(|row| (row.period, row.outcome)).collect();
        let n_won = rows.iter().filter(|(_, outcome)| *outcome == Outcome::Won).count();
        (rows.len(), n_won)
    };
    // Were the five counted alone, each deal in that month would be won.
    assert_eq!(at(45), (10, 0));
    assert_eq!(at(61), (20, 5));
}

/// Chances of a period by age hold a mean over many companies, seen on a day amid their deals' periods.
#[test]
fn chances_are_not_too_high_where_many_periods_are_not_over() {
    let truth = Truth { win: vec![0.2], lose: vec![0.1], rate: 60.0, n_months: 4, ..Truth::default() };
    let chance = |seed| {
        let deals = deals(&truth, &mut fastrand::Rng::with_seed(seed));
        let found = forecast(&as_of(&deals, first().plus(3).first_day() + Days::new(14)), &asked(3)).unwrap();
        let HazardModel { n_won, n_periods, .. } = found.model;
        n_won as f64 / n_periods as f64
    };
    let mean = (0..40).map(|seed| chance(700 + seed)).sum::<f64>() / 40.0;
    // 40 companies of some 250 periods: a standard error of 0.004.
    assert!((mean - 0.2).abs() < 0.013, "{mean}");
}

#[test]
fn what_was_won_for_nothing_is_worth_nothing() {
    let mut all = deals(&Truth { n_months: 20, ..Truth::default() }, &mut fastrand::Rng::with_seed(3));
    let view = as_of(&all, first().plus(17).last_day());
    let dear = forecast(&view, &asked(3)).unwrap();
    // Every second won deal was free.
    let mut n = 0;
    for deal in all.iter_mut().filter(|deal| deal.outcome == Outcome::Won) {
        n += 1;
        if n % 2 == 0 {
            deal.amount = Some(Money::ZERO);
        }
    }
    let cheap = forecast(&as_of(&all, view.day), &asked(3)).unwrap();
    let mean = |found: &PipelineForecast| found.input.sizes[0].iter().sum::<f64>() / 256.0;
    assert!((0.4..0.6).contains(&(mean(&cheap) / mean(&dear))), "{} {}", mean(&cheap), mean(&dear));
}

#[test]
fn what_came_are_the_deals_that_a_forecast_knows() {
    let all = [
        deal("1", Outcome::Won, Some(100), 0, 40),
        deal("ends before it begins", Outcome::Won, Some(7), 45, 41),
        Deal { created: None, ..deal("undated", Outcome::Won, Some(7), 0, 42) },
        deal("a credit", Outcome::Won, Some(-30), 0, 43),
    ];
    assert_eq!(won_by_month(&all, Month::new(2026, 2), 2), [100.0, 0.0]);
}

#[test]
fn lines_of_an_order_are_added_and_ids_that_fit_nothing_teach_no_stage() {
    let lines = |outcome| [deal("D1", outcome, Some(100), 0, 40), deal("d1 ", outcome, Some(50), 0, 40)];
    let (before, after) = (lines(Outcome::Open), lines(Outcome::Won));
    let found = flow(&Snapshot { day: day(10), deals: &before }, &Snapshot { day: day(50), deals: &after }, None);
    assert_eq!((found.opening, found.closing), (Money::whole(150), Money::ZERO));
    assert_eq!(found.part(FlowKind::Won), (Money::whole(-150), 1));
    assert_eq!(found.lines.len(), 1);

    // An export that names its deals otherwise says nothing of stages; it does not make them worthless.
    let all = deals(&Truth { rate: 40.0, ..Truth::default() }, &mut fastrand::Rng::with_seed(9));
    let view = as_of(&all, first().plus(30).last_day());
    let renamed: Vec<Deal> = all
        .iter()
        .map(|deal| Deal {
            id: format!("other {}", deal.id),
            stage: "Hot".into(),
            outcome: Outcome::Open,
            ..deal.clone()
        })
        .collect();
    let export = Snapshot { day: first().plus(20).last_day(), deals: &renamed };
    let (alone, with) = (made(&view, &asked(3)), forecast_with_exports(&view, &asked(3), &[export]).unwrap());
    assert_eq!((with.stages.len(), with.input), (0, alone.input));
}

#[test]
fn old_deals_and_long_horizons_cost_no_more_than_they_may() {
    let all = deals(&Truth { rate: 12.0, n_months: 24, ..Truth::default() }, &mut fastrand::Rng::with_seed(4));
    let view = as_of(&all, first().plus(20).last_day());
    let found = made(&view, &asked(3));
    // Created in the year 26 by a slip.
    let old = view.open().next().unwrap().clone();
    let old = attain::engine::pipeline::KnownDeal { created: NaiveDate::from_ymd_opt(26, 1, 1).unwrap(), ..old };
    let chances = won_by(&found.model, &old, view.day, view.first_month(), 6);
    assert!(chances.is_sorted() && 0.0 < chances[0] && chances[5] < 1.0, "{chances:?}");
    let wide = u32::MAX as usize;
    assert_eq!(run_rate(&view, wide).months.len(), 24);
    assert_eq!(stage_weighted(&view, &StageProbabilities::usual(), wide).months.len(), 24);
}

#[test]
fn groups_are_one_whatever_their_case() {
    let mut all = deals(&Truth { n_months: 12, ..Truth::default() }, &mut fastrand::Rng::with_seed(4));
    for (place, deal) in all.iter_mut().enumerate().filter(|(place, _)| place % 2 == 0) {
        deal.source = if place % 4 == 0 { deal.source.to_uppercase() } else { format!(" {} ", deal.source) };
    }
    let found = conversions(&as_of(&all, first().plus(11).last_day()), GroupBy::Source, Calendar::default());
    let names: Vec<String> = found.iter().map(|group| group.group.to_lowercase()).collect();
    assert_eq!(names, ["inbound", "partner"]);
}
