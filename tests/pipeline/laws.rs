//! What always holds: no look-ahead, any cut of the runs, sums, and inputs that say little.

use attain::engine::pipeline::{
    Driver, PipelineBacktestAsked, PipelineError, PipelineNote, StageProbabilities, at_origin, pipeline_backtest,
    won_by,
};
use attain::engine::units::Money;
use chrono::Days;

use super::company::{Truth, deals, first};
use super::*;

fn small() -> Vec<Deal> {
    deals(&Truth { rate: 12.0, n_months: 24, ..Truth::default() }, &mut fastrand::Rng::with_seed(4))
}

fn backtest_asked() -> PipelineBacktestAsked {
    PipelineBacktestAsked {
        forecast: asked(3),
        n_runs: 64,
        seed: 3,
        most_origins: 4,
        stated: StageProbabilities::usual(),
    }
}

#[test]
fn a_poisoned_future_changes_no_number() {
    for keeps_amounts in [true, false] {
        let truth = Truth { rate: 12.0, n_months: 24, keeps_amounts, ..Truth::default() };
        let deals = deals(&truth, &mut fastrand::Rng::with_seed(4));
        let day = first().plus(15).last_day();
        let mut poisoned = deals.clone();
        for deal in &mut poisoned {
            let is_later = deal.created.is_some_and(|created| day < created);
            let ends_later = deal.closed.is_some_and(|closed| day < closed);
            if is_later {
                deal.amount = Some(Money::whole(999_999_999));
                deal.created = deal.created.map(|created| created + Days::new(1));
            }
            if ends_later {
                deal.outcome = if deal.outcome == Outcome::Won { Outcome::Lost } else { Outcome::Won };
                deal.closed = Some(day + Days::new(1));
                deal.stage = "Poison".into();
                if !keeps_amounts {
                    deal.amount = Some(Money::whole(1));
                }
            }
        }
        poisoned.push(Deal { id: "new".into(), created: Some(day + Days::new(9)), ..Deal::default() });
        let (view, other) = (as_of(&deals, day), as_of(&poisoned, day));
        assert_eq!(view, other);
        assert_eq!(made(&view, &asked(6)), made(&other, &asked(6)));
        let ranges = |deals: &[Deal]| {
            at_origin(deals, &backtest_asked(), first().plus(15)).iter().map(|row| row.ranges).collect::<Vec<_>>()
        };
        assert_eq!(ranges(&deals), ranges(&poisoned));
    }
}

#[test]
fn any_cut_of_the_runs_comes_to_the_same() {
    let found = made(&as_of(&small(), first().plus(20).last_day()), &asked(6));
    let variants = [PipelineVariant::AsForecast, PipelineVariant::Moved { driver: Driver::CycleTime, by: 0.8 }];
    for prepared in variants.map(|variant| prepare_pipeline(&found.input, variant)) {
        let whole = run_pipeline(&prepared, 7, 0..300);
        let part = |runs| run_pipeline(&prepared, 7, runs);
        let parts = part(101..300).merge(part(0..5)).unwrap().merge(part(5..101)).unwrap();
        assert_eq!(whole, parts);
        assert!(part(0..9).merge(part(8..12)).is_err() && part(0..9).merge(run_pipeline(&prepared, 8, 9..12)).is_err());
        let bytes = postcard::to_allocvec(&whole).unwrap();
        assert_eq!(postcard::from_bytes::<PipelineTally>(&bytes).unwrap(), whole);
    }
}

#[test]
fn runs_average_to_the_formula_without_shock() {
    let mut found = made(&as_of(&small(), first().plus(20).last_day()), &asked(6));
    found.input.shock = attain::engine::pipeline::Shock::default();
    let report = report(&found, 20_000, false);
    for month in &report.months {
        let width = month.range.p90 - month.range.p10;
        assert!((month.mean - month.expected.total()).abs() < 0.02 * width.max(1.0) + 0.01 * month.mean, "{month:?}");
    }
    assert!((report.mean / report.expected.total() - 1.0).abs() < 0.01, "{} {}", report.mean, report.expected.total());
}

#[test]
fn chances_rise_by_month_and_never_pass_one() {
    let view = as_of(&small(), first().plus(20).last_day());
    let found = made(&view, &PipelineAsked { step: Some(Step::Week), ..asked(6) });
    for deal in view.open() {
        let chances = won_by(&found.model, deal, view.day, view.first_month(), 24);
        assert!(chances.is_sorted() && chances.iter().all(|chance| (0.0..=1.0).contains(chance)), "{chances:?}");
    }
}

#[test]
fn scaling_amounts_scales_everything() {
    let deals = small();
    let mut twice = deals.clone();
    for deal in &mut twice {
        deal.amount = deal.amount.map(|amount| amount + amount);
    }
    let of = |deals: &[Deal]| report(&made(&as_of(deals, first().plus(20).last_day()), &asked(3)), 500, false).total;
    let (one, two) = (of(&deals), of(&twice));
    assert!((two.p50 / one.p50 - 2.0).abs() < 1e-3 && (two.p10 / one.p10 - 2.0).abs() < 1e-3, "{one:?} {two:?}");
}

#[test]
fn drivers_move_as_they_should_and_deals_that_matter_matter() {
    let view = as_of(&small(), first().plus(20).last_day());
    let expected = report(&made(&view, &asked(3)), 2_000, false).total.p50;
    let found = made(&view, &PipelineAsked { target: Some(expected), ..asked(3) });
    let report = report(&found, 2_000, true);
    assert!((report.target_chance.unwrap() - 0.5).abs() < 0.03);
    assert_eq!(report.drivers.len(), 5);
    for bar in &report.drivers {
        match bar.driver {
            Driver::WinRate | Driver::Amounts | Driver::CreationRate => {
                assert!(bar.low.change < 0.0 && 0.0 < bar.high.change, "{bar:?}");
            }
            Driver::CycleTime => assert!(bar.high.change < 0.0 && 0.0 < bar.low.change, "{bar:?}"),
            Driver::Shock => assert!(bar.low.width_change <= 0.0 && 0.0 <= bar.high.width_change, "{bar:?}"),
        }
    }
    assert_eq!(report.deals.len(), 10);
    assert!(report.deals.is_sorted_by(|a, b| b.variance_share <= a.variance_share));
    let (won, not) = report.deals[0].target_chance.unwrap();
    assert!(not < won, "{:?}", report.deals[0]);
}

#[test]
fn a_month_that_has_begun_counts_what_is_won_already() {
    let deals = small();
    let month = first().plus(20);
    let view = as_of(&deals, month.first_day() + Days::new(13));
    let found = made(&view, &asked(2));
    assert_eq!((found.input.first, found.input.booked[1]), (month, 0.0));
    let won = deals.iter().filter(|deal| {
        deal.outcome == Outcome::Won && deal.closed.is_some_and(|day| Month::of(day) == month && day <= view.day)
    });
    let won: f64 = won.map(|deal| deal.amount.unwrap().to_f64()).sum();
    assert!(0.0 < won && (found.input.booked[0] - won).abs() < 1e-6);
    assert!(won <= report(&found, 200, false).months[0].range.p5);
}

#[test]
fn little_data_is_said() {
    let deals = small();
    let few: Vec<Deal> = deals.iter().take(12).cloned().collect();
    let view = as_of(&few, first().plus(12).last_day());
    let found = made(&view, &asked(3));
    assert!(found.notes.iter().any(|note| matches!(note, PipelineNote::FewDeals { .. })), "{:?}", found.notes);
    assert!(found.notes.iter().any(|note| matches!(note, PipelineNote::ShockUnknown { .. })), "{:?}", found.notes);
    assert_eq!(forecast(&as_of(&[], view.day), &asked(3)), Err(PipelineError::NoDeals));
    let lost: Vec<Deal> = deals.into_iter().filter(|deal| deal.outcome == Outcome::Lost).collect();
    assert_eq!(forecast(&as_of(&lost, view.day), &asked(3)), Err(PipelineError::NothingWon));
    assert!(pipeline_backtest(&[], &backtest_asked()).rows.is_empty());
}

#[test]
fn undated_and_backward_deals_are_counted_and_left_out() {
    let mut deals = small();
    let day = first().plus(20).last_day();
    let n = as_of(&deals, day).deals.len();
    deals.push(Deal::default());
    let created = Some(day - Days::new(5));
    deals.push(Deal { created, closed: Some(day - Days::new(9)), outcome: Outcome::Won, ..Deal::default() });
    let view = as_of(&deals, day);
    assert_eq!(view.deals.len(), n);
    assert_eq!(view.notes, [PipelineNote::Undated { n: 1 }, PipelineNote::EndsBeforeBegin { n: 1 }]);
}
