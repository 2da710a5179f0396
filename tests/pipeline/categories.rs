//! What forecasters' words were worth, with the arithmetic written out.

use attain::engine::pipeline::{
    Category, CategoryBasis, CategoryRow, Snapshot, StageProbabilities, category_rollup, stage_shares,
};
use attain::engine::records::ForecastCategory;
use attain::engine::units::Money;
use chrono::{Days, NaiveDate};

use super::*;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(number)
}

/// An open deal of that rep that is due on day 60.
fn open(id: &str, rep: &str, amount: i64, forecast_category: Option<ForecastCategory>) -> Deal {
    Deal {
        id: id.into(),
        rep: RepId(rep.into()),
        stage: "Proposal".into(),
        amount: Some(Money::whole(amount)),
        created: Some(day(0)),
        closed: Some(day(60)),
        forecast_category,
        ..Deal::default()
    }
}

fn ended(deal: &Deal, outcome: Outcome) -> Deal {
    Deal { outcome, forecast_category: Some(ForecastCategory::Closed), ..deal.clone() }
}

fn row<'a>(rows: &'a [CategoryRow], rep: &str, category: Category) -> &'a CategoryRow {
    rows.iter().find(|row| row.rep == rep && row.category == category).unwrap_or_else(|| panic!("{rows:?}"))
}

#[test]
fn stated_words_are_held_to_what_they_were_worth() {
    use ForecastCategory::{BestCase, Closed, Commit, MostLikely, Omitted, Pipeline};
    use Outcome::{Lost, Won};
    let early = [
        open("A1", "Ann", 400, Some(Commit)),
        open("A2", "Ann", 100, Some(Commit)),
        open("A3", "Ann", 100, Some(MostLikely)),
        // None of these counts: left out of the forecast, closed by its word, due after the window, gone since, worth nothing.
        open("A4", "Ann", 1_000, Some(Omitted)),
        open("A5", "Ann", 50, Some(Closed)),
        Deal { closed: Some(day(150)), ..open("A6", "Ann", 700, Some(Commit)) },
        open("A7", "Ann", 900, Some(Commit)),
        Deal { amount: Some(Money::whole(-80)), ..open("A8", "Ann", 0, Some(Commit)) },
        open("B1", "Bob", 300, Some(Commit)),
        open("B2", "Bob", 200, Some(Commit)),
        // States nothing: a proposal is stated with 75 %, which is a best case.
        open("B3", "Bob", 100, None),
    ];
    let late = [
        ended(&early[0], Won),
        ended(&early[1], Lost),
        ended(&early[2], Won),
        ended(&early[3], Won),
        ended(&early[4], Won),
        open("A6", "Ann", 700, Some(Commit)),
        open("A9", "Ann", 300, Some(Commit)),
        open("A10", "Ann", 250, Some(Pipeline)),
        open("A11", "Ann", 60, Some(Omitted)),
        open("B1", "Bob", 300, Some(Commit)),
        ended(&early[9], Won),
        ended(&early[10], Won),
        open("B4", "Bob", 200, Some(Commit)),
        open("B5", "Bob", 40, Some(BestCase)),
        open("C1", "Cy", 100, Some(Commit)),
        open("C2", "Cy", 80, None),
    ];
    let snapshots = [Snapshot { day: day(10), deals: &early }, Snapshot { day: day(200), deals: &late }];
    let rows = category_rollup(&snapshots, 91, &StageProbabilities::usual());
    let near = |found: Option<f64>, wanted: f64| assert!((found.unwrap() - wanted).abs() < 1e-12, "{found:?} {wanted}");
    let sums = |row: &CategoryRow| [row.forecast, row.won, row.open];
    let wanted = |amounts: [i64; 3]| amounts.map(Money::whole);

    // Commit: Ann said 500 and won 400, Bob said 500 and won 200. Everybody: 600 of 1,000, y = 0.6; four deals of 250, k = 750.
    let ann = row(&rows, "ann", Category::Commit);
    assert_eq!((ann.basis, sums(ann)), (CategoryBasis::Stated, wanted([500, 400, 1_000])));
    near(ann.yields, (400.0 + 750.0 * 0.6) / 1_250.0); // 850 / 1,250 = 0.68
    near(ann.corrected, 680.0);
    let bob = row(&rows, "bob", Category::Commit);
    assert_eq!(sums(bob), wanted([500, 200, 500]));
    near(bob.yields, 0.52);
    near(bob.corrected, 260.0);
    // Cy never said it before: everybody's yield.
    let cy = row(&rows, "cy", Category::Commit);
    assert_eq!(sums(cy), wanted([0, 0, 100]));
    near(cy.corrected, 60.0);
    // Nobody's stated pipeline or best case was ever due: it is not known what they are worth.
    for (rep, category, amount) in [("ann", Category::Pipeline, 250), ("bob", Category::BestCase, 40)] {
        let row =
            rows.iter().find(|row| row.rep == rep && row.category == category && row.basis == CategoryBasis::Stated);
        let row = row.unwrap();
        assert_eq!((sums(row), row.yields, row.corrected), (wanted([0, 0, amount]), None, None));
    }
    let likely = row(&rows, "ann", Category::MostLikely);
    assert_eq!((sums(likely), likely.yields, likely.corrected), (wanted([100, 100, 0]), Some(1.0), Some(0.0)));
    // From the stage's probability, apart from what is stated: Bob said 100 and won 100; Cy's 80 are worth as much.
    let of_stage: Vec<(&str, [Money; 3], Option<f64>)> = rows
        .iter()
        .filter(|row| row.basis == CategoryBasis::Probability)
        .map(|row| (row.rep.as_str(), sums(row), row.corrected))
        .collect();
    assert_eq!(of_stage, [("bob", wanted([100, 100, 0]), Some(0.0)), ("cy", wanted([0, 0, 80]), Some(80.0))]);
    assert_eq!(rows.len(), 8, "{rows:?}");
}

#[test]
fn deals_that_left_the_exports_teach_nothing() {
    // Exports whose ids do not fit together, as where each names its rows: nothing is known, not that nothing was won.
    let early = [open("one.csv:2", "Ann", 100, Some(ForecastCategory::Commit))];
    let late = [open("two.csv:2", "Ann", 100, Some(ForecastCategory::Commit))];
    let snapshots = [Snapshot { day: day(10), deals: &early }, Snapshot { day: day(200), deals: &late }];
    assert!(stage_shares(&snapshots, 91).is_empty());
    let rows = category_rollup(&snapshots, 91, &StageProbabilities::usual());
    assert_eq!((rows.len(), rows[0].yields, rows[0].open), (1, None, Money::whole(100)));
    // One that stays open until its window is over was not won in it.
    let stays = [open("one.csv:2", "Ann", 100, Some(ForecastCategory::Commit))];
    let snapshots = [Snapshot { day: day(10), deals: &early }, Snapshot { day: day(101), deals: &stays }];
    let rows = category_rollup(&snapshots, 91, &StageProbabilities::usual());
    assert_eq!((rows[0].yields, rows[0].corrected), (Some(0.0), Some(0.0)));
    let shares = stage_shares(&snapshots, 91);
    assert_eq!((shares.len(), shares[0].won.count, shares[0].won.n), (1, 0, 1));
    assert!(category_rollup(&[], 91, &StageProbabilities::usual()).is_empty());
}
