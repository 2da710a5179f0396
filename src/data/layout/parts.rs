//! Tables that stand one below the other.

use std::ops::Range;

use super::area::{Area, Body};
use super::class::{Unit, classify, unit};
use super::header::{self, Found};
use crate::data::cells::Symbols;
use crate::data::choice::HeaderChoice;

/// Tables of one area. What follows the last is its own.
const N_PARTS: usize = 64;
/// Places tried one after the other without finding a table.
const N_TRIED: usize = 200;

/// A table's rows: titles, header, records and what stands between them.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// All its rows.
    pub(super) rows: Range<usize>,
    /// Its header; empty, before the first record, if it has none.
    pub(super) header: Range<usize>,
    /// What its records look like.
    pub(super) body: Body,
}

/// Rows that hold at most one cell, with how many they hold. Rising.
pub(super) fn sparse(area: &Area) -> Vec<(usize, usize)> {
    let n_rows = area.n_rows();
    let (first, second) = fullest(area);
    let (a, a_blanks) = area.symbols(first);
    let (b, b_blanks) = area.symbols(second);
    let is_filled =
        |symbol: u32, blanks: &[u32]| symbol != 0 && (blanks.is_empty() || blanks.binary_search(&symbol).is_err());
    let mut sparse = Vec::new();
    for row in 0..n_rows {
        let n = |symbols: Option<&Symbols>, blanks| {
            symbols.and_then(|symbols| symbols.get(row)).is_some_and(|symbol| is_filled(symbol, blanks))
        };
        if first != second && n(a, a_blanks) && n(b, b_blanks) {
            continue;
        }
        let n_filled = area.filled(row).take(2).count();
        if n_filled < 2 {
            sparse.push((row, n_filled));
        }
    }
    sparse
}

/// The two columns that most of some rows fill.
fn fullest(area: &Area) -> (usize, usize) {
    let n_rows = area.n_rows();
    let step = (n_rows / 200).max(1);
    let n_filled = |column: usize| (0..n_rows).step_by(step).filter(|row| area.is_filled(*row, column)).count();
    let mut columns: Vec<(usize, usize)> =
        (0..area.n_columns().min(64)).map(|column| (n_filled(column), column)).collect();
    columns.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let place = |index: usize| columns.get(index).map_or(0, |(_, column)| *column);
    (place(0), place(1))
}

/// The tables of an area, from above. `choice` is the user's word on the table of that number, from 1.
pub(super) fn find(
    area: &Area,
    sparse: &[(usize, usize)],
    choice: impl Fn(usize) -> Option<HeaderChoice>,
) -> Vec<Part> {
    let n_rows = area.n_rows();
    let mut parts: Vec<Part> = Vec::new();
    let mut start = 0;
    while start < n_rows {
        let chosen = choice(parts.len() + 1).and_then(|choice| chosen(area, start..n_rows, choice));
        let is_chosen = chosen.is_some();
        let Some(mut found) = chosen.or_else(|| header::find(area, start..n_rows)) else {
            if let Some(last) = parts.last_mut() {
                last.rows.end = n_rows;
            }
            break;
        };
        // Units beneath the names are a row of their own, unless they change what the numbers say.
        if !is_chosen && 1 < found.header.len() && is_units(area, found.header.end - 1) {
            found.header.end -= 1;
        }
        let is_last = parts.len() + 1 == N_PARTS;
        let end = next(area, sparse, &found, n_rows).filter(|_| !is_last).unwrap_or(n_rows);
        parts.push(Part { rows: start..end, header: found.header, body: found.body });
        start = end;
    }
    parts
}

/// Whether a row holds units alone, none of which is a power of ten.
pub(super) fn is_units(area: &Area, row: usize) -> bool {
    let mut n = 0;
    let is_all = area.filled(row).all(|column| {
        n += 1;
        unit(area.cell(row, column)) == Unit::Plain
    });
    is_all && 2 <= n
}

fn chosen(area: &Area, rows: Range<usize>, choice: HeaderChoice) -> Option<Found> {
    if choice.line == 0 {
        let first = rows.clone().find(|row| !area.is_blank(*row))?;
        return Some(header::at(area, rows, first..first));
    }
    let start = area.grid.lines.iter().position(|line| *line == choice.line)?;
    let end = start.saturating_add(choice.n_rows.clamp(1, 16) as usize).min(rows.end);
    rows.contains(&start).then(|| header::at(area, rows, start..end))
}

/// Where the next table begins, if one does.
fn next(area: &Area, sparse: &[(usize, usize)], found: &Found, n_rows: usize) -> Option<usize> {
    let after = sparse.partition_point(|(row, _)| *row < found.header.end);
    let rest = sparse.get(after..)?;
    let mut n_failed = 0;
    for (place, (row, n_filled)) in rest.iter().enumerate() {
        let follows = rest.get(place + 1).is_none_or(|(next, _)| *next != row + 1);
        let start = match n_filled {
            0 if follows => row + 1,
            // A title directly beneath the rows of a table.
            1 if place == 0 || rest.get(place - 1).is_none_or(|(before, _)| before + 1 != *row) => *row,
            1 if place.checked_sub(1).and_then(|before| rest.get(before)).is_some_and(|(_, n)| *n == 0) => *row,
            _ => continue,
        };
        if n_rows <= start || N_TRIED < n_failed {
            return None;
        }
        if begins(area, found, start, n_rows) {
            return Some(start);
        }
        n_failed += 1;
    }
    None
}

/// Whether another table begins at that row, perhaps with titles.
fn begins(area: &Area, current: &Found, start: usize, n_rows: usize) -> bool {
    if area.n_columns() < 2 || start <= current.header.end {
        return false;
    }
    let Some(next) = header::find_near(area, start..n_rows) else { return false };
    let header = next.header.clone();
    if header.is_empty() || next.contrast < 0.25 || next.body.n_rows == 0 {
        return false;
    }
    let cells = |row: usize| area.filled(row).map(|column| (column, area.cell(row, column))).collect::<Vec<_>>();
    let row = header.end - 1;
    let names = cells(row);
    if names.len() < 2 || current.header.clone().any(|row| cells(row) == names) {
        return false; // the same header once more: the table goes on
    }
    let titles: Vec<usize> = (start..header.start).filter(|row| !area.is_blank(*row)).collect();
    if !titles.iter().all(|row| area.filled(*row).count() <= 2) {
        return false;
    }
    let class = |cell: &str| classify(cell);
    let is_value = |(column, cell): &&(usize, &str)| {
        current.body.looks(*column).is_strong() && current.body.looks(*column).agrees(class(cell))
    };
    if names.iter().filter(is_value).count() * 4 > names.len() {
        return false; // it looks like one more record
    }
    let is_word_in_values =
        |(column, cell): &(usize, &str)| current.body.looks(*column).is_strong() && class(cell).is_label();
    let is_outside = |(column, _): &(usize, &str)| current.body.looks(*column).n_filled == 0;
    let n_now = current.header.clone().last().map_or(0, |row| cells(row).len());
    names.iter().any(is_word_in_values) || names.iter().all(is_outside) || (!titles.is_empty() && n_now != names.len())
}
