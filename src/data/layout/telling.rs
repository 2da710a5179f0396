//! Rows whose label says what they are: sums, notes, drawn lines. Found by the distinct texts of the first columns, so
//! that rows need not be read.

use std::ops::Range;

use super::area::Area;
use super::class::is_rule;
use super::words::{SumWord, is_note, sum_word};
use crate::data::alike::trimmed;

/// Columns in which labels stand.
const N_COLUMNS: usize = 6;
/// Distinct texts up to which the ends of labels are read too, and columns beside the first.
const N_TEXTS: usize = 50_000;

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Sum(SumWord),
    Note,
    Rule,
}

/// A row with such a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Telling {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) label: Label,
    /// Whether the cells before it are blank.
    pub(super) is_first: bool,
}

/// The rows with such labels, one label a row, rising.
pub(super) fn telling(area: &Area, rows: Range<usize>) -> Vec<Telling> {
    let mut found: Vec<Telling> = Vec::new();
    // Rows whose columns so far are blank; `None` stands for all.
    let mut open: Option<Vec<usize>> = None;
    for column in 0..area.n_columns().min(N_COLUMNS) {
        let labels = labels(area, column, open.is_none());
        let (symbols, blanks) = area.symbols(column);
        let label = |row: usize| {
            let symbol = symbols?.get(row)?;
            let place = labels.binary_search_by_key(&symbol, |(symbol, _)| *symbol).ok()?;
            labels.get(place).map(|(_, label)| *label)
        };
        if let Some(before) = &open {
            // A label behind other cells is a sum's at most, and only if it is that word alone.
            let is_alone = labels.iter().any(|(_, label)| matches!(label, Label::Sum(word) if word.is_alone));
            for row in rows.clone().filter(|_| is_alone) {
                if let Some(label @ Label::Sum(SumWord { is_alone: true, .. })) = label(row)
                    && before.binary_search(&row).is_err()
                {
                    found.push(Telling { row, column, label, is_first: false });
                }
            }
        }
        let mut blank = Vec::new();
        let mut see = |row: usize| {
            let symbol = symbols.and_then(|symbols| symbols.get(row)).unwrap_or(0);
            if symbol == 0 || (!blanks.is_empty() && blanks.binary_search(&symbol).is_ok()) {
                blank.push(row);
            } else if !labels.is_empty()
                && let Some(label) = label(row)
            {
                found.push(Telling { row, column, label, is_first: true });
            }
        };
        match &open {
            None => rows.clone().for_each(&mut see),
            Some(open) => open.iter().copied().for_each(&mut see),
        }
        open = Some(blank);
    }
    found.sort_by_key(|telling| (telling.row, telling.column));
    found.dedup_by_key(|telling| telling.row);
    found
}

/// Symbols of a column that are labels, rising.
fn labels(area: &Area, column: usize, is_first: bool) -> Vec<(u32, Label)> {
    let Some(cells) = area.columns.get(column).and_then(|column| area.grid.columns.get(*column)) else {
        return Vec::new();
    };
    let is_short = cells.n_symbols() <= N_TEXTS;
    if !is_first && !is_short {
        return Vec::new();
    }
    let label = |symbol: u32| {
        let text = trimmed(cells.text(symbol));
        let label = if is_rule(text) {
            Label::Rule
        } else if let Some(word) = sum_word(text, is_short) {
            Label::Sum(word)
        } else if is_short && is_note(text) {
            Label::Note
        } else {
            return None;
        };
        Some((symbol, label))
    };
    (1..cells.n_symbols() as u32).filter_map(label).collect()
}
