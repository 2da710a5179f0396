//! What the cells of a column are, decided from all of them.

mod date;
mod number;

use serde::{Deserialize, Serialize};

use super::table::Column;

pub use date::{DateOrder, parse_date};
pub use number::{DecimalMark, parse_number};

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Cells that stand for nothing.
pub(super) fn is_blank(cell: &str) -> bool {
    matches!(cell, "" | "-" | "–" | "—")
        || ["null", "n/a", "#n/a", "nan", "none"].iter().any(|word| cell.eq_ignore_ascii_case(word))
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
/// and not a column of text.
pub(super) fn decide(column: &Column) -> ValueKind {
    let mut n_filled = 0_usize;
    let mut n_bools = 0_usize;
    let mut dates = date::Evidence::default();
    let mut numbers = number::Evidence::default();
    for cell in column.cells() {
        if is_blank(cell) {
            continue;
        }
        n_filled += 1;
        dates.see(cell);
        numbers.see(cell);
        n_bools += usize::from(parse_bool(cell).is_some() && !cell.starts_with(|first: char| first.is_ascii_digit()));
    }
    if n_filled == 0 {
        return ValueKind::Empty;
    }
    let most = |n: usize| n_filled * 9 <= n * 10;
    if most(n_bools) {
        ValueKind::Bool
    } else if most(dates.n_dates()) {
        dates.decide()
    } else if most(numbers.n_numbers) && !numbers.are_codes() {
        ValueKind::Number { decimal: numbers.decide() }
    } else {
        ValueKind::Text
    }
}
