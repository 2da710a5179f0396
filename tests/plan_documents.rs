//! Whole plan documents as books of plans: everyone's pay of every month as worked from the document's own rules.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use attain::engine::comp::{BookInput, PlanBook, explain_in_book, replay_book};
use attain::engine::records::{Activity, Credit, Dataset, Deal, Objective, Rep, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Money, Month};
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    id: String,
    fiscal_year_start: u32,
    first: Month,
    book: PlanBook,
    data: Data,
    /// By rep, what is paid in each month from the first on.
    paid: BTreeMap<String, Vec<Decimal>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Data {
    reps: Vec<Rep>,
    deals: Vec<Deal>,
    targets: Vec<Target>,
    credits: Vec<Credit>,
    objectives: Vec<Objective>,
    activities: Vec<Activity>,
}

#[test]
fn every_document_pays_what_its_rules_say() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/book");
    let mut n_checked = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let Document { id, fiscal_year_start, first, book, data, paid } = serde_json::from_str(&text).unwrap();
        assert_eq!(book.errors(), [], "{id}");
        let Data { reps, deals, targets, credits, objectives, activities } = data;
        let dataset = Dataset { reps, deals, targets, credits, objectives, activities, ..Dataset::default() };
        let n_months = paid.values().map(Vec::len).max().unwrap();
        let input = BookInput {
            book: &book,
            dataset: &dataset,
            calendar: Calendar { fiscal_year_start },
            first,
            last: first.plus(n_months as i32 - 1),
            digits: 2,
            currency: "USD",
        };
        let replay = replay_book(&input);
        for (rep, expected) in &paid {
            let statement = replay.statements.iter().find(|statement| statement.name == *rep).unwrap();
            let found: Vec<Decimal> = statement.periods.iter().map(|period| period.paid.0.normalize()).collect();
            let expected: Vec<Decimal> = expected.iter().map(Decimal::normalize).collect();
            assert_eq!(found, expected, "{id}, {rep}: {:#?}", statement.lines);
            n_checked += expected.len();
            for line in &statement.lines {
                let explained = explain_in_book(&input, &RepId(rep.clone()), &line.component, line.period).unwrap();
                assert_eq!(explained.line, *line, "{id}, {rep}");
                let deals = explained.deals.iter().fold(Decimal::ZERO, |sum, deal| sum + deal.pay);
                assert_eq!(Money(deals + explained.true_up).rounded(2), line.pay, "{id}, {rep}, {}", line.component);
                assert!(!explained.trace.is_empty(), "{id}, {rep}, {}", line.component);
            }
        }
    }
    assert!(100 <= n_checked, "only {n_checked}");
}
