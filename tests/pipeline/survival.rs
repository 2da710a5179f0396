//! Kaplan–Meier and Aalen–Johansen beside the stored results of a reference.

use attain::engine::pipeline::{Spell, aalen_johansen, days_until, kaplan_meier};
use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Book {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    spells: Vec<(u32, Outcome)>,
    any_end: Vec<Still>,
    won_alone: Vec<Still>,
    won_and_lost: Vec<Both>,
}

#[derive(Deserialize)]
struct Still {
    days: u32,
    open: f64,
    variance: f64,
}

#[derive(Deserialize)]
struct Part {
    share: f64,
    variance: f64,
}

#[derive(Deserialize)]
struct Both {
    days: u32,
    open: f64,
    won: Part,
    lost: Part,
}

#[track_caller]
fn near(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= 1e-9, "{what}: {found}, not {wanted}");
}

#[test]
fn curves_are_those_of_the_reference() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/pipeline/survival.json"));
    let book: Book = serde_json::from_str(&text.unwrap()).unwrap();
    for case in book.cases {
        let spells: Vec<Spell> =
            case.spells.iter().map(|(days, outcome)| Spell { days: *days, outcome: *outcome }).collect();
        let check = |counts: fn(Outcome) -> bool, wanted: &[Still]| {
            let found = kaplan_meier(&spells, counts);
            assert_eq!(found.len(), wanted.len(), "{}", case.name);
            for (found, wanted) in found.iter().zip(wanted) {
                assert_eq!(found.days, wanted.days, "{}", case.name);
                near(found.open, wanted.open, &case.name);
                near(found.variance, wanted.variance, &case.name);
            }
        };
        check(|outcome| outcome != Outcome::Open, &case.any_end);
        check(|outcome| outcome == Outcome::Won, &case.won_alone);
        let found = aalen_johansen(&spells);
        assert_eq!(found.len(), case.won_and_lost.len(), "{}", case.name);
        for (found, wanted) in found.iter().zip(&case.won_and_lost) {
            assert_eq!(found.days, wanted.days, "{}", case.name);
            near(found.open, wanted.open, &case.name);
            near(found.open + found.won.share + found.lost.share, 1.0, &case.name);
            for (found, wanted) in [(found.won, &wanted.won), (found.lost, &wanted.lost)] {
                near(found.share, wanted.share, &case.name);
                near(found.variance, wanted.variance, &case.name);
            }
        }
    }
}

#[test]
fn nobody_has_no_curve() {
    assert!(kaplan_meier(&[], |_| true).is_empty() && aalen_johansen(&[]).is_empty());
    let open = [Spell { days: 4, outcome: Outcome::Open }];
    assert!(kaplan_meier(&open, |_| true).is_empty() && aalen_johansen(&open).is_empty());
    assert_eq!(days_until(&kaplan_meier(&open, |_| true), 0.5), None);
}
