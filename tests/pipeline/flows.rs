//! Dated exports: waterfalls that add up, stages and categories measured, the same week of past quarters.

use std::collections::BTreeMap;

use attain::engine::pipeline::{
    Category, FlowKind, PipelineNote, Snapshot, StageProbabilities, Window, category_rollup, flow,
    forecast_with_exports, linearity, stage_shares,
};
use attain::engine::units::{Calendar, Decimal, Money};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::company::{Truth, deals, first};
use super::*;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(u64::from(number))
}

fn deal(id: &str, outcome: Outcome, cents: i64, due: u32) -> Deal {
    Deal {
        id: id.into(),
        outcome,
        amount: Some(Money(Decimal::new(cents, 2))),
        closed: Some(day(due)),
        ..Deal::default()
    }
}

const WINDOW: Window = Window { from: NaiveDate::MIN, to: NaiveDate::MAX };

fn quarter() -> Window {
    Window { from: day(0), to: day(89) }
}

#[test]
fn every_way_through_a_quarter_by_hand() {
    use Outcome::{Lost, Open, Won};
    let before = [
        deal("stays", Open, 100_000, 40),
        deal("grows", Open, 100_000, 40),
        deal("won for less", Open, 100_000, 40),
        deal("pushed", Open, 50_000, 80),
        deal("lost", Open, 70_000, 30),
        deal("gone", Open, 5_000, 30),
        deal("pulled", Open, 30_000, 120),
        deal("later", Open, 90_000, 200),
    ];
    let after = [
        deal("stays", Open, 100_000, 50),
        deal("grows", Open, 125_050, 40),
        deal("won for less", Won, 90_000, 35),
        deal("pushed", Open, 60_000, 100),
        deal("lost", Lost, 0, 33),
        deal("pulled", Open, 31_000, 85),
        deal("later", Open, 90_000, 200),
        deal("new", Open, 40_000, 60),
        deal("quick", Won, 8_000, 20),
    ];
    let found =
        flow(&Snapshot { day: day(10), deals: &before }, &Snapshot { day: day(40), deals: &after }, Some(quarter()));
    let money = |cents: i64| Money(Decimal::new(cents, 2));
    assert_eq!((found.opening, found.closing), (money(425_000), money(296_050)));
    let wanted = [
        (FlowKind::Created, 48_000, 2),
        (FlowKind::PulledIn, 31_000, 1),
        (FlowKind::PushedOut, -50_000, 1),
        (FlowKind::Won, -98_000, 2),
        (FlowKind::Lost, -70_000, 1),
        (FlowKind::AmountUp, 25_050, 1),
        (FlowKind::AmountDown, -10_000, 1),
        (FlowKind::Gone, -5_000, 1),
    ];
    for (kind, cents, n) in wanted {
        assert_eq!(found.part(kind), (money(cents), n), "{kind:?}");
    }
}

fn any_deal() -> impl Strategy<Value = Deal> {
    let outcome = prop_oneof![3 => Just(Outcome::Open), 1 => Just(Outcome::Won), 1 => Just(Outcome::Lost)];
    (0..12_u32, outcome, proptest::option::of(0..10_000_000_i64), proptest::option::of(0..180_u32)).prop_map(
        |(id, outcome, cents, due)| Deal {
            id: format!("D{id}"),
            outcome,
            amount: cents.map(|cents| Money(Decimal::new(cents, 3))),
            closed: due.map(day),
            ..Deal::default()
        },
    )
}

proptest! {
    #[test]
    fn a_waterfall_adds_up(
        before in proptest::collection::vec(any_deal(), 0..14),
        after in proptest::collection::vec(any_deal(), 0..14),
        has_window in any::<bool>(),
    ) {
        let (one, two) = (Snapshot { day: day(10), deals: &before }, Snapshot { day: day(40), deals: &after });
        let found = flow(&one, &two, has_window.then(quarter));
        let parts = FlowKind::ALL.iter().fold(found.opening, |sum, kind| sum + found.part(*kind).0);
        prop_assert_eq!(parts, found.closing);
        prop_assert_eq!(flow(&one, &one, Some(WINDOW)).lines.len(), 0);
    }
}

#[test]
fn stages_and_categories_are_measured_from_exports() {
    // Of ten deals in Proposal four are won within 90 days, of ten in Discovery one; rep B says commit and wins little.
    let make = |is_over: bool| -> Vec<Deal> {
        (0..20)
            .map(|number| {
                let is_late = number < 10;
                let wins = if is_late { number < 4 } else { number == 10 };
                Deal {
                    id: format!("D{number}"),
                    rep: RepId(if number % 2 == 0 { "A" } else { "B" }.into()),
                    stage: if is_late { "Proposal" } else { "Discovery" }.into(),
                    amount: Some(Money::whole(if number < 4 && number % 2 == 0 { 300 } else { 100 })),
                    outcome: if is_over && wins { Outcome::Won } else { Outcome::Open },
                    created: Some(day(0)),
                    closed: Some(day(60)),
                    ..Deal::default()
                }
            })
            .collect()
    };
    let (early, late) = (make(false), make(true));
    let snapshots = [Snapshot { day: day(10), deals: &early }, Snapshot { day: day(120), deals: &late }];
    let shares = stage_shares(&snapshots, 90);
    let told: Vec<_> = shares.iter().map(|row| (row.stage.as_str(), row.age_from, row.won.count, row.won.n)).collect();
    assert_eq!(told, [("Discovery", 0, 1, 10), ("Proposal", 0, 4, 10)]);
    assert!(shares[1].won.low < 0.4 && 0.4 < shares[1].won.high);
    let mut stated = StageProbabilities { by_stage: BTreeMap::new(), otherwise: None };
    stated.state("Proposal", 0.9);
    let rows = category_rollup(&snapshots, 90, &stated);
    // A said 900 and won 600; B said 500 and won 200: everybody 800 of 1,400, a typical amount 140.
    let [a, b] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(
        (a.forecast, a.won, b.forecast, b.won),
        (Money::whole(900), Money::whole(600), Money::whole(500), Money::whole(200))
    );
    let [of_a, of_b] = [a, b].map(|row| row.yields.unwrap());
    assert!((of_a - (600.0 + 420.0 * 800.0 / 1_400.0) / 1_320.0).abs() < 1e-12);
    assert!(of_b < 800.0 / 1_400.0 && 800.0 / 1_400.0 < of_a);
    // Three deals of A are open in Proposal still, 100 each.
    assert_eq!((a.open, b.open), (Money::whole(300), Money::whole(300)));
    assert_eq!(Category::of_probability(0.5), Category::BestCase);
}

#[test]
fn a_quarter_comes_in_as_past_ones_did() {
    let deals = deals(&Truth { rate: 40.0, n_months: 36, ..Truth::default() }, &mut fastrand::Rng::with_seed(8));
    // Seven weeks into the quarter that begins in month 27.
    let start = first().plus(27);
    let view = as_of(&deals, start.first_day() + Days::new(48));
    let found = linearity(&view, Calendar::default()).unwrap();
    assert_eq!((found.quarter, found.n_weeks, found.n_quarters), (start, 7, 9));
    assert!(found.by_week.iter().map(|week| week.p50).is_sorted());
    assert!((found.by_week[12].p50 - 1.0).abs() < 1e-12 && (0.4..0.7).contains(&found.by_week[6].p50));
    let total = found.total.unwrap();
    assert!(found.to_date < total.p10 && total.p10 < total.p90);
    assert!(linearity(&as_of(&deals, first().plus(5).last_day()), Calendar::default()).is_none());
}

#[test]
fn exports_tell_what_a_stage_is_worth_beyond_age() {
    // Hot deals have three times the odds of cold ones; nothing but the stage tells them.
    let mut all = deals(&Truth { partner: 1.1, rate: 40.0, ..Truth::default() }, &mut fastrand::Rng::with_seed(9));
    let stages: Vec<&str> = all.iter().map(|deal| if deal.source == "Partner" { "Hot" } else { "Cold" }).collect();
    let stages: Vec<String> = stages.into_iter().map(Into::into).collect();
    for deal in &mut all {
        deal.source = String::new();
    }
    let export = |day: NaiveDate| -> Vec<Deal> {
        let known = all.iter().zip(&stages).filter(|(deal, _)| deal.created.is_some_and(|created| created <= day));
        let as_it_was = |(deal, stage): (&Deal, &String)| {
            let is_over = deal.closed.is_some_and(|closed| closed <= day);
            let mut deal = deal.clone();
            if !is_over {
                (deal.outcome, deal.closed, deal.stage) = (Outcome::Open, None, stage.clone());
            }
            deal
        };
        known.map(as_it_was).collect()
    };
    let days: Vec<NaiveDate> = (12..30).step_by(3).map(|step| first().plus(step).last_day()).collect();
    let exports: Vec<Vec<Deal>> = days.iter().map(|day| export(*day)).collect();
    let snapshots: Vec<Snapshot> =
        days.iter().zip(&exports).map(|(day, deals)| Snapshot { day: *day, deals }).collect();
    let view = as_of(exports.last().unwrap(), *days.last().unwrap());
    let without = forecast(&view, &asked(3)).unwrap();
    assert!(without.stages.is_empty() && without.notes.contains(&PipelineNote::StagesNotMeasured));
    let found = forecast_with_exports(&view, &asked(3), &snapshots).unwrap();
    assert!(!found.notes.contains(&PipelineNote::StagesNotMeasured));
    let [cold, hot] = found.stages.as_slice() else { panic!("{:?}", found.stages) };
    println!("{cold:?} {hot:?}");
    assert!(cold.factor < 0.95 && 1.3 < hot.factor, "{cold:?} {hot:?}");
    let mean = |found: &PipelineForecast, stage: &str| {
        let chances: Vec<f64> =
            found.input.deals.iter().filter(|deal| deal.stage == stage).map(|deal| deal.chance(3)).collect();
        chances.iter().sum::<f64>() / chances.len() as f64
    };
    assert!(1.3 * mean(&found, "Cold") < mean(&found, "Hot"));
    // What the last export does not know yet teaches nothing.
    let early = forecast_with_exports(&view, &asked(3), &snapshots[snapshots.len() - 1..]).unwrap();
    assert!(early.stages.is_empty());
}
