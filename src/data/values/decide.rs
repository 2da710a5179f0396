//! Decides what a column holds from all its texts, each of them seen once.

use super::empties::{Empties, Placeholder, is_blank, is_error_value, is_missing, placeholder};
use super::header::{says_code, says_date, says_month};
use super::number::Simple;
use super::period::Periods;
use super::serial::Epoch;
use super::shape::begins_date;
use super::{DateOrder, Decided, ValueKind, boolean, date, number_evidence, unit};
use crate::data::table::Column;

/// What the texts of a column say.
#[derive(Default)]
struct Seen<'a> {
    /// Cells that are no blanks, placeholders or error values.
    n_known: usize,
    n_errors: usize,
    placeholders: Vec<(&'a str, usize, Placeholder)>,
    /// The last word that a cell began with, and whether it begins no day and no number.
    word: &'a str,
    is_only_word: bool,
    bools: boolean::Evidence,
    dates: date::Evidence,
    numbers: number_evidence::Evidence,
}

impl<'a> Seen<'a> {
    fn of(column: &'a Column) -> Self {
        let mut seen = Self::default();
        column.counted().for_each(|(cell, n)| seen.see(cell, n));
        seen
    }

    fn see(&mut self, cell: &'a str, n: usize) {
        // Most cells that are no words are plain numbers, and nothing else but days without marks.
        if let Some(simple) = Simple::of(cell) {
            self.n_known += n;
            self.numbers.see_simple(simple, n);
            if simple.mark.is_none() && simple.n_whole == 8 && !simple.is_negative {
                self.dates.see(cell, n);
            }
            return;
        }
        // No word for nothing, and none for yes and no, has a figure in it; every day has some.
        let has_digit = cell.bytes().any(|byte| byte.is_ascii_digit());
        if !has_digit && is_blank(cell) {
            return;
        }
        if is_error_value(cell) {
            self.n_errors += n;
            return;
        }
        if !has_digit && let Some(sort) = placeholder(cell) {
            self.placeholders.push((cell, n, sort));
            return;
        }
        self.n_known += n;
        if !has_digit {
            self.bools.see(cell, n);
            if !cell.is_ascii() {
                self.numbers.see(cell, n); // figures of another script
            }
        } else if !self.is_worded(cell) {
            self.dates.see(cell, n);
            self.numbers.see(cell, n);
        }
    }

    /// Whether the cell begins with a word that begins no day and no number, as ids and names do. Such words come in rows.
    fn is_worded(&mut self, cell: &'a str) -> bool {
        let n = cell.bytes().take_while(u8::is_ascii_alphabetic).count();
        let Some((word, rest)) = cell.split_at_checked(n).filter(|_| 0 < n) else { return false };
        if rest.as_bytes().first().is_some_and(|next| !next.is_ascii() || *next == b'$') {
            return false; // the word goes on, or is a country's
        }
        if word != self.word {
            (self.word, self.is_only_word) = (word, !begins_date(word) && !unit::is_currency(word));
        }
        self.is_only_word
    }

    /// Whether so many cells are at least nine in ten of the known ones.
    fn are_most(&self, n: usize) -> bool {
        0 < n && self.n_known * 9 <= n * 10
    }

    /// Days without marks are days where all cells are, and the header says so or they are three and more, or where
    /// others of the column are days with marks.
    fn n_dates(&self, header: &str) -> usize {
        let (n_marked, n_compact) = (self.dates.n_dates(), self.dates.n_compact);
        let are_all = n_marked + n_compact == self.n_known;
        let is_said = says_date(header);
        if (are_all && (0 < n_marked || 3 <= self.dates.n_compact_texts)) || is_said {
            n_marked + n_compact
        } else {
            n_marked
        }
    }
}

/// Decides a column's kind: what at least nine in ten of its filled cells are, so that a few wrong cells become issues
/// and not a column of text. Cells that stand for nothing where such values are looked for, and error values, speak
/// neither for nor against.
pub(in crate::data) fn decide(column: &Column) -> Decided {
    let seen = Seen::of(column);
    let (decimal, is_certain) = seen.numbers.decide(column.cells.n_typed());
    let are_numbers = seen.are_most(seen.numbers.n_numbers) && !seen.numbers.are_codes() && !says_code(&column.header);
    let kind = if seen.are_most(seen.bools.n_bools()) {
        ValueKind::Bool
    } else if seen.are_most(seen.n_dates(&column.header)) {
        seen.dates.decide()
    } else if are_numbers {
        // Spreadsheets alone: what else counts seconds is not decided by a header.
        match seen.numbers.serials.decide(seen.n_known) {
            Some(Epoch::Excel1900) if says_date(&column.header) || says_month(&column.header) => {
                ValueKind::Serial { epoch: Epoch::Excel1900 }
            }
            _ => ValueKind::Number { decimal },
        }
    } else {
        ValueKind::Text
    };
    let empties = if kind == ValueKind::Text {
        Empties::of_words(column, &seen.placeholders)
    } else {
        Empties::of_values(seen.placeholders.iter().map(|(text, ..)| *text))
    };
    let is_empty = seen.n_known + seen.n_errors == 0 && seen.placeholders.iter().all(|(text, ..)| empties.has(text));
    Decided {
        kind: if is_empty { ValueKind::Empty } else { kind },
        is_certain,
        empties,
        has_short_years: matches!(kind, ValueKind::Date { .. }) && seen.dates.has_short_years(),
    }
}

/// How the column's numbers are to be read, whatever its kind, and whether that is certain.
pub(in crate::data) fn as_numbers(column: &Column) -> (ValueKind, bool) {
    let mut numbers = number_evidence::Evidence::default();
    column.counted().filter(|(cell, _)| !is_missing(cell)).for_each(|(cell, n)| numbers.see(cell, n));
    let (decimal, is_certain) = numbers.decide(column.cells.n_typed());
    (ValueKind::Number { decimal }, is_certain)
}

/// How the column's days are to be read, whatever its kind: as dates, or as numbers that count days or seconds where no
/// cell is a date and nine in ten numbers can be such.
pub(in crate::data) fn as_dates(column: &Column) -> ValueKind {
    let seen = Seen::of(column);
    let epoch = seen.numbers.serials.decide(seen.numbers.n_numbers);
    match epoch.filter(|_| seen.dates.n_dates() + seen.dates.n_compact < seen.numbers.n_numbers) {
        Some(epoch) => ValueKind::Serial { epoch },
        None => seen.dates.decide(),
    }
}

/// How the column's periods are to be read, whatever its kind.
pub(in crate::data) fn as_periods(column: &Column) -> Periods {
    Periods::of(column.counted())
}

/// Lets the columns of one table speak for those that say nothing themselves: a column such as `01/02/2026` takes the
/// order, and one such as `1.234` the decimal mark, that the columns which say it agree on. It stays uncertain.
pub(in crate::data) fn settle(columns: &mut [Column]) {
    let is_doubtful = |column: &Column| match column.kind {
        ValueKind::Date { certain, .. } => !certain,
        ValueKind::Number { .. } => !column.is_certain,
        _ => false,
    };
    if !columns.iter().any(is_doubtful) {
        return;
    }
    let order = agreed(columns.iter().filter_map(|column| match column.kind {
        ValueKind::Date { order, certain: true } if order != DateOrder::YearFirst => Some(order),
        _ => None,
    }));
    let said = columns.iter().filter(|column| column.is_certain && column.cells.n_typed() == 0);
    let mark = agreed(said.filter_map(|column| match column.kind {
        ValueKind::Number { decimal } if Seen::of(column).numbers.speaks() => Some(decimal),
        _ => None,
    }));
    for column in columns.iter_mut().filter(|column| is_doubtful(column)) {
        let seen = Seen::of(column);
        let kind = match (column.kind, order, mark) {
            (ValueKind::Date { certain, .. }, Some(order), _) if seen.dates.is_mute() => {
                ValueKind::Date { order, certain }
            }
            (ValueKind::Number { .. }, _, Some(decimal)) if seen.numbers.is_mute() && column.cells.n_typed() == 0 => {
                ValueKind::Number { decimal }
            }
            (kind, ..) => kind,
        };
        column.kind = kind;
    }
}

/// What all say, if they say the same.
fn agreed<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}
