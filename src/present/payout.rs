//! The way from what is earned to what is paid, as columns of a table: only those that hold something.

use super::words::Words;
use crate::engine::comp::{Balances, PayoutPeriod};
use crate::engine::units::Money;

/// A column of amounts.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountColumn {
    /// What stands at its head.
    pub name: String,
    /// One for each row.
    pub amounts: Vec<Money>,
}

/// The id of a column's name, and what it shows of a row.
type Source<T> = (&'static str, fn(&T) -> Money);

const EARNED: Source<PayoutPeriod> = ("payout-earned", |one| one.earned);
const PAID: Source<PayoutPeriod> = ("payout-paid", |one| one.paid);

/// What moves between what is earned and what is paid.
const MOVES: [Source<PayoutPeriod>; 11] = [
    ("payout-spiffs", |one| one.spiffs),
    ("payout-held", |one| one.held),
    ("payout-released", |one| one.released),
    ("payout-forfeited", |one| one.forfeited),
    ("payout-clawed-back", |one| one.clawed_back),
    ("payout-adjustment", |one| one.adjustment),
    ("payout-drawn", |one| one.drawn),
    ("payout-guaranteed", |one| one.guaranteed),
    ("payout-recovered", |one| one.recovered),
    ("payout-forgiven", |one| one.forgiven),
    ("payout-recomputed", |one| one.recomputed.unwrap_or_default()),
];

/// What stands open.
const BALANCES: [Source<Balances>; 5] = [
    ("balance-draw", |open| open.draw),
    ("balance-held", |open| open.held),
    ("balance-owed", |open| open.owed),
    ("balance-cap", |open| open.cap),
    ("balance-due", |open| open.due),
];

/// From earned to paid, a row for each period; no column where every period pays what is earned in it, and nothing else is
/// to be told.
pub fn payout_columns(words: &Words, periods: &[PayoutPeriod]) -> Vec<AmountColumn> {
    let of = |source: &Source<PayoutPeriod>| column(words, periods, *source);
    let moves: Vec<AmountColumn> = MOVES.iter().map(of).filter(holds).collect();
    let balances: Vec<Balances> = periods.iter().map(|one| one.balances).collect();
    let balances = balance_columns(words, &balances);
    if moves.is_empty() && balances.is_empty() && periods.iter().all(|one| one.paid == one.earned) {
        return Vec::new();
    }
    std::iter::once(of(&EARNED)).chain(moves).chain(std::iter::once(of(&PAID))).chain(balances).collect()
}

/// What stands open, a row for each.
pub fn balance_columns(words: &Words, balances: &[Balances]) -> Vec<AmountColumn> {
    BALANCES.iter().map(|source| column(words, balances, *source)).filter(holds).collect()
}

fn column<T>(words: &Words, rows: &[T], (id, amount): Source<T>) -> AmountColumn {
    AmountColumn { name: words.text(id), amounts: rows.iter().map(amount).collect() }
}

fn holds(column: &AmountColumn) -> bool {
    column.amounts.iter().any(|amount| *amount != Money::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::units::{Granularity, Month, Period};
    use crate::present::Locale;

    fn period(change: fn(&mut PayoutPeriod)) -> PayoutPeriod {
        let mut one = PayoutPeriod {
            period: Period { start: Month::new(2026, 1), length: Granularity::Month },
            earned: Money::whole(100),
            spiffs: Money::ZERO,
            held: Money::ZERO,
            released: Money::ZERO,
            forfeited: Money::ZERO,
            clawed_back: Money::ZERO,
            drawn: Money::ZERO,
            guaranteed: Money::ZERO,
            recovered: Money::ZERO,
            forgiven: Money::ZERO,
            adjustment: Money::ZERO,
            recomputed: None,
            paid: Money::whole(100),
            balances: Balances::default(),
        };
        change(&mut one);
        one
    }

    #[test]
    fn only_columns_that_hold_something_are_there() {
        let words = Words::new(Locale::English);
        let check = |change: fn(&mut PayoutPeriod), ids: &[&str]| {
            let found = payout_columns(&words, &[period(|_| {}), period(change)]);
            let names: Vec<String> = found.iter().map(|column| column.name.clone()).collect();
            assert_eq!(names, ids.iter().map(|id| words.text(id)).collect::<Vec<_>>());
            assert!(found.iter().all(|column| column.amounts.len() == 2));
        };
        check(|_| {}, &[]);
        check(|one| one.paid = Money::whole(70), &["payout-earned", "payout-paid"]);
        check(|one| one.spiffs = Money::whole(7), &["payout-earned", "payout-spiffs", "payout-paid"]);
        check(|one| one.balances.draw = Money::whole(7), &["payout-earned", "payout-paid", "balance-draw"]);
        check(
            |one| (one.held, one.released) = (Money::whole(7), Money::whole(7)),
            &["payout-earned", "payout-held", "payout-released", "payout-paid"],
        );
    }
}
