//! Plans compared, in words: rows of measures, parts, groups, notes, benchmarks.

mod benchmark;
mod measures;

use rust_decimal::prelude::ToPrimitive;

pub use benchmark::{audience_name, figure_name, figure_text, range_text, stands_name};
pub use measures::{MeasureRow, measure_rows};

use super::charts::Voice;
use super::words::Words;
use crate::engine::comp::PlanBook;
use crate::engine::comp::compare::{
    Changes, CompareNote, Contribution, Fairness, GroupBy, GroupKey, GroupTest, Part, PartOf, RepChange,
};
use crate::engine::units::{Decimal, Money};

/// A sentence on who wins and who loses.
pub fn changes_sentence(voice: &Voice, changes: &Changes) -> String {
    let count = |n: u32| voice.numerals.count(n as usize);
    let id = if changes.difference < Money::ZERO { "compare-cheaper" } else { "compare-dearer" };
    let amount = if changes.difference < Money::ZERO { -changes.difference } else { changes.difference };
    voice.words.with(
        id,
        [
            ("after", changes.after.clone().into()),
            ("before", changes.before.clone().into()),
            ("amount", money(voice, amount).into()),
            ("share", share(voice, changes.share.map(|share| share.abs())).into()),
            ("winners", count(changes.n_winners).into()),
            ("losers", count(changes.n_losers).into()),
            ("unchanged", count(changes.n_unchanged).into()),
            ("much", count(changes.n_losing_much).into()),
            ("muchshare", share(voice, changes.share_losing_much).into()),
        ],
    )
}

/// A rep's row: name, attainment, pay before, pay after, difference, difference in percent.
pub fn change_row(voice: &Voice, rep: &RepChange) -> [String; 6] {
    [
        rep.name.clone(),
        share(voice, rep.attainment),
        money(voice, rep.before),
        money(voice, rep.after),
        signed(voice, rep.difference),
        rep.share.map_or_else(|| "–".into(), |share| plus(voice.percent(number(share)), share)),
    ]
}

/// A part's row: name, what it adds, its share of cost, reps who gain by it, reps who lose by it, the most one gains.
pub fn contribution_row(voice: &Voice, book: &PlanBook, one: &Contribution) -> [String; 6] {
    [
        part_name(voice, book, &one.part),
        signed(voice, one.cost),
        one.share.map_or_else(|| "–".into(), |share| plus(voice.percent(number(share)), share)),
        voice.numerals.count(one.n_gaining as usize),
        voice.numerals.count(one.n_losing as usize),
        money(voice, one.most),
    ]
}

/// The rows of a grouping: group, reps, mean attainment, mean pay over target incentive.
pub fn group_rows(voice: &Voice, fairness: &Fairness) -> Vec<[String; 4]> {
    let row = |group: &crate::engine::comp::compare::Group| {
        [
            group_name(voice.words, &group.key),
            voice.numerals.count(group.n_reps as usize),
            share(voice, group.mean_attainment),
            share(voice, group.mean_payout),
        ]
    };
    fairness.groups.iter().map(row).collect()
}

/// Whether groups differ by more than chance, in pay and in attainment.
pub fn tests_sentence(voice: &Voice, fairness: &Fairness) -> String {
    let told = |test: &Option<GroupTest>| match test {
        None => voice.words.text("compare-no-test"),
        Some(test) => {
            let values = [
                ("p", p_value(voice, test.p).into()),
                ("h", voice.numerals.decimal(test.h, 2, 2).into()),
                ("reps", voice.numerals.count(test.n_reps as usize).into()),
            ];
            voice.words.with("compare-test", values)
        }
    };
    let values = [("payout", told(&fairness.payout).into()), ("attainment", told(&fairness.attainment).into())];
    voice.words.with("compare-tests", values)
}

/// With its sign: "= 0.043", or "< 0.001" where three places show nothing.
fn p_value(voice: &Voice, p: f64) -> String {
    let least = 0.001;
    if p < least {
        return format!("< {}", voice.numerals.decimal(least, 3, 3));
    }
    format!("= {}", voice.numerals.decimal(p, 3, 3))
}

/// What reps are grouped by.
pub fn group_by_name(words: &Words, by: GroupBy) -> String {
    words.text(match by {
        GroupBy::Tenure => "compare-by-tenure",
        GroupBy::Region => "compare-by-region",
        GroupBy::Segment => "compare-by-segment",
        GroupBy::Role => "compare-by-role",
    })
}

/// A group's name.
pub fn group_name(words: &Words, key: &GroupKey) -> String {
    match key {
        GroupKey::Named(name) => name.clone(),
        GroupKey::Unknown => words.text("compare-unknown"),
        GroupKey::Years { from, to: Some(to) } => {
            words.with("compare-years", [("from", from.to_string().into()), ("to", to.to_string().into())])
        }
        GroupKey::Years { from, to: None } => words.with("compare-years-on", [("from", from.to_string().into())]),
    }
}

/// A part of a side's plans.
pub fn part_name(voice: &Voice, book: &PlanBook, part: &PartOf) -> String {
    let words = voice.words;
    let Some(plan) = book.plans.get(part.plan) else { return String::new() };
    let component = |place: usize| plan.components.get(place).map(|one| one.name.clone()).unwrap_or_default();
    let of = |id: &str, place: usize| words.with(id, [("component", component(place).into())]);
    let name = match part.part {
        Part::Component(place) => component(place),
        Part::Spiff(place) => plan.spiffs.get(place).map(|spiff| spiff.name.clone()).unwrap_or_default(),
        Part::Threshold(place) => of("part-threshold", place),
        Part::Advance(place) => of("part-advance", place),
        Part::AboveQuota(place) => of("part-above-quota", place),
        Part::Gate(place) => of("part-gate", place),
        Part::Cap(place, cap) => {
            let number = (cap + 1).to_string();
            words.with("part-cap", [("component", component(place).into()), ("number", number.into())])
        }
        Part::Multiplier(place, one) => {
            let multipliers = plan.components.get(place).map(|component| component.multipliers.as_slice());
            let other = multipliers.and_then(|all| all.get(one)).map(|one| one.component.clone()).unwrap_or_default();
            words.with("part-multiplier", [("component", component(place).into()), ("other", other.into())])
        }
        Part::Draw => words.text("part-draw"),
        Part::Clawback => words.text("part-clawback"),
        Part::Holdback => words.text("part-holdback"),
    };
    if book.plans.len() < 2 { name } else { format!("{}: {name}", plan.name) }
}

/// What a reader should know.
pub fn compare_note(voice: &Voice, note: &CompareNote) -> String {
    let words = voice.words;
    let with = |id: &str, side: &String, n: usize| {
        let count = voice.numerals.count(n);
        words.with(id, [("side", side.clone().into()), ("n", n.into()), ("count", count.into())])
    };
    match note {
        CompareNote::PaymentsLeftOut { n } => {
            words.with("compare-payments", [("n", (*n).into()), ("count", voice.numerals.count(*n).into())])
        }
        CompareNote::OtherIncentive { side, n_reps } => with("compare-other-incentive", side, *n_reps as usize),
        CompareNote::OtherQuota { side, n_reps } => with("compare-other-quota", side, *n_reps as usize),
        CompareNote::CountsStay { side } => words.with("compare-counts-stay", [("side", side.clone().into())]),
        CompareNote::PartsLeftOut { side, n } => with("compare-parts-left-out", side, *n),
    }
}

fn number(decimal: Decimal) -> f64 {
    decimal.to_f64().unwrap_or(0.0)
}

fn money(voice: &Voice, amount: Money) -> String {
    voice.numerals.exact_money(amount, voice.currency)
}

/// With a plus where it rises.
fn signed(voice: &Voice, amount: Money) -> String {
    plus(money(voice, amount), amount.0)
}

fn plus(text: String, of: Decimal) -> String {
    if Decimal::ZERO < of { format!("+{text}") } else { text }
}

fn share(voice: &Voice, fraction: Option<Decimal>) -> String {
    fraction.map_or_else(|| "–".into(), |fraction| voice.numerals.percent(number(fraction), 1))
}
