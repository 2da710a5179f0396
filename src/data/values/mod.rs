//! What the cells of a column are, decided from all of them.

mod date;
mod number;
mod period;
mod unit;

use serde::{Deserialize, Serialize};

use super::table::Column;

pub use date::{DateOrder, parse_date};
pub(super) use number::is_too_large;
pub use number::{DecimalMark, parse_number};
pub(super) use period::{month_of, parse_period, plain};

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// No cell holds anything.
    Empty,
    /// Text, also codes with leading zeros.
    #[default]
    Text,
    /// Numbers.
    Number {
        /// Which mark stands before the fraction.
        decimal: DecimalMark,
    },
    /// Days.
    Date {
        /// The order of day, month and year.
        order: DateOrder,
        /// `false` when every cell could be read day first as well as month first.
        certain: bool,
    },
    /// Yes or no.
    Bool,
}

/// Cells that stand for nothing, whatever the column holds. `NA` may be a region, or Namibia, and is none of them.
pub(super) fn is_blank(cell: &str) -> bool {
    matches!(cell, "" | "-" | "–" | "—")
        || ["null", "n/a", "#n/a", "nan", "none"].iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// Cells that stand for nothing where a number or a day is looked for.
pub(super) fn is_missing(cell: &str) -> bool {
    is_blank(cell) || cell.eq_ignore_ascii_case("na") || cell.eq_ignore_ascii_case("n.a.")
}

/// Yes or no, as exports write it.
pub(super) fn parse_bool(cell: &str) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
    if is(&["true", "yes", "y", "1", "tak", "ja", "oui", "si", "sim"]) {
        Some(true)
    } else if is(&["false", "no", "n", "0", "nie", "nein", "non", "não"]) {
        Some(false)
    } else {
        None
    }
}

/// Decides a column's kind: what at least nine in ten of its filled cells are, so that a few wrong cells become issues
/// and not a column of text. And whether it is certain how numbers are to be read.
pub(super) fn decide(column: &Column) -> (ValueKind, bool) {
    let (mut n_filled, mut n_missing) = (0_usize, 0_usize);
    let mut n_bools = 0_usize;
    let mut dates = date::Evidence::default();
    let mut numbers = number::Evidence::default();
    for cell in column.cells() {
        if is_blank(cell) {
            continue;
        }
        n_filled += 1;
        if is_missing(cell) {
            n_missing += 1;
            continue;
        }
        dates.see(cell);
        numbers.see(cell);
        n_bools += usize::from(parse_bool(cell).is_some() && !cell.starts_with(|first: char| first.is_ascii_digit()));
    }
    if n_filled == 0 {
        return (ValueKind::Empty, true);
    }
    let (decimal, certain) = numbers.decide();
    let most = |n: usize| 0 < n && (n_filled - n_missing) * 9 <= n * 10;
    let kind = if most(n_bools) {
        ValueKind::Bool
    } else if most(dates.n_dates()) {
        dates.decide()
    } else if most(numbers.n_numbers) && !numbers.are_codes() {
        ValueKind::Number { decimal }
    } else {
        ValueKind::Text
    };
    (kind, certain)
}

/// How the column's numbers are to be read, whatever its kind, and whether that is certain.
pub(super) fn as_numbers(column: &Column) -> (ValueKind, bool) {
    let mut numbers = number::Evidence::default();
    column.cells().filter(|cell| !is_missing(cell)).for_each(|cell| numbers.see(cell));
    let (decimal, certain) = numbers.decide();
    (ValueKind::Number { decimal }, certain)
}

/// How the column's dates are to be read, whatever its kind.
pub(super) fn as_dates(column: &Column) -> ValueKind {
    let mut dates = date::Evidence::default();
    column.cells().filter(|cell| !is_missing(cell)).for_each(|cell| dates.see(cell));
    dates.decide()
}
