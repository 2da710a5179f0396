//! Planted chances are found again.

use attain::engine::pipeline::{GroupBy, conversions, person_periods};
use attain::engine::units::Calendar;

use super::company::{Truth, deals, first};
use super::*;

/// The view at the end of the month that is so many months before the last in which deals are created.
fn view(truth: &Truth, seed: u64, before: i32) -> View {
    let deals = deals(truth, &mut fastrand::Rng::with_seed(seed));
    as_of(&deals, first().plus(truth.n_months - 1 - before).last_day())
}

#[test]
fn planted_chances_are_found() {
    let truth = Truth { partner: 0.7, amount: -0.3, third: 0.4, rate: 250.0, ..Truth::default() };
    let view = view(&truth, 11, 0);
    let found = made(&view, &asked(3));
    let model = &found.model;
    let coding = &model.coding;
    // 6,300 wins: the standard error of an age's chance is about 3 %, of a coefficient 0.03.
    assert_eq!(coding.sources.names(), ["partner"]);
    let place = coding.starts.len();
    let [partner, amount, second, third] = [0, 1, 2, 3].map(|step| model.win[place + step]);
    println!(
        "{} periods, {} won: partner {partner:.3} amount {amount:.3} second {second:.3} third {third:.3}",
        model.n_periods, model.n_won
    );
    for (found, wanted) in [(partner, 0.7), (amount, -0.3), (second, 0.0), (third, 0.4)] {
        assert!((found - wanted).abs() < 0.1, "{found}, not {wanted}");
    }
    for other in &model.lose[place..] {
        assert!(other.abs() < 0.1, "nothing was planted in losses: {other}");
    }
    // By age: a deal of the base source, the middle amount, in the first month of a quarter.
    let base = view.deals.iter().find(|deal| deal.source == "Inbound").unwrap();
    let base = attain::engine::pipeline::KnownDeal { amount: Some(libm::exp(9.5)), ..base.clone() };
    for age in 0..7_u32 {
        let p = model.of_deal(&base, age, 0);
        let at = |chances: &[f64]| chances[(age as usize).min(chances.len() - 1)];
        let (win, lose) = (at(&truth.win), at(&truth.lose));
        println!("age {age}: win {:.4} of {win}, lose {:.4} of {lose}", p.win, p.lose);
        assert!((p.win / win - 1.0).abs() < 0.16 && (p.lose / lose - 1.0).abs() < 0.16, "{age}: {p:?}");
    }
    // Reps were alike: hardly any is told apart.
    assert!(model.reps.values().all(|factor| (factor - 1.0).abs() < 0.06), "{:?}", model.reps);
    assert!((found.input.fresh.rate / 250.0 - 1.0).abs() < 0.05);
}

#[test]
fn a_planted_shock_is_found_and_none_where_there_is_none() {
    let sigma = |shock: f64| {
        let of =
            |seed| made(&view(&Truth { shock, rate: 120.0, ..Truth::default() }, seed, 0), &asked(3)).input.shock.month;
        (0..6).map(|seed| of(100 + seed)).sum::<f64>() / 6.0
    };
    let (none, some) = (sigma(0.0), sigma(0.35));
    println!("shock: none {none:.3}, 0.35 {some:.3}");
    assert!(none < 0.1 && (some - 0.35).abs() < 0.1, "{none} {some}");
}

#[test]
fn quick_wins_do_not_make_a_win_rate() {
    // Wins come early and losses late: of those that have ended, too many are won. In the end 50 % are.
    let truth =
        Truth { win: vec![0.3, 0.2, 0.0], lose: vec![0.0, 0.0, 0.25], rate: 60.0, n_months: 14, ..Truth::default() };
    let exact = 0.3 + 0.7 * 0.2;
    let found = conversions(&view(&truth, 5, 0), GroupBy::All, Calendar::default()).remove(0);
    println!("ended {:.3}, eventual {:.3}, exact {exact:.3}", found.ended.share, found.eventual);
    assert!(0.03 < found.ended.share - exact && (found.eventual - exact).abs() < 0.05);
    assert!(found.ended.low < found.ended.share && found.ended.share < found.ended.high);
    let cohorts = conversions(&view(&truth, 5, 0), GroupBy::Cohort, Calendar::default());
    assert_eq!(cohorts.iter().map(|cohort| cohort.group.as_str()).collect::<Vec<_>>()[..2], ["2022-Q1", "2022-Q2"]);
    // Fiscal quarters, named by the year they end in.
    let cohorts = conversions(&view(&truth, 5, 0), GroupBy::Cohort, Calendar { fiscal_year_start: 2 });
    assert_eq!(
        cohorts.iter().map(|cohort| cohort.group.as_str()).collect::<Vec<_>>()[..3],
        ["2022-Q4", "2023-Q1", "2023-Q2"]
    );
}

#[test]
fn person_periods_by_hand() {
    let truth = Truth { rate: 3.0, n_months: 4, ..Truth::default() };
    let mut view = view(&truth, 1, 0);
    view.deals.truncate(1);
    let deal = &mut view.deals[0];
    deal.created = view.day - chrono::Days::new(20);
    (deal.outcome, deal.ended) = (Outcome::Open, None);
    // Open for 20 days: two whole weeks, the third is not over.
    let periods =
        |view: &View| person_periods(view, Step::Week).map(|row| (row.period, row.outcome)).collect::<Vec<_>>();
    assert_eq!(periods(&view), [(0, Outcome::Open), (1, Outcome::Open)]);
    let deal = &mut view.deals[0];
    (deal.outcome, deal.ended) = (Outcome::Won, Some(deal.created + chrono::Days::new(7)));
    assert_eq!(periods(&view), [(0, Outcome::Open), (1, Outcome::Won)]);
}
