//! The year of periods that say none: a column of the row, a title, the sheet's name, the file's.

use super::headings::{Span, heading};
use crate::data::cells::Cells;
use crate::data::roles::fold::plain;
use crate::data::table::{LayoutKind, Table};
use crate::data::values::DateOrder;

/// What stands for the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Years {
    /// One year.
    One { year: i32, is_fiscal: bool },
    /// A year that begins in one and ends in the next: `2025/26`.
    Two { first: i32 },
}

/// The column that holds each row's year.
pub(super) fn column(table: &Table, is_period: impl Fn(usize) -> bool) -> Option<usize> {
    table.columns.iter().enumerate().find_map(|(index, column)| {
        let header = plain(&column.header);
        let mut words = header.split(|char: char| !char.is_alphanumeric());
        let is_named = words.any(|word| matches!(word, "year" | "rok" | "jahr" | "annee" | "ano" | "exercice" | "fy"))
            || header.ends_with("jahr");
        if is_period(index) || !is_named {
            return None;
        }
        let (mut n, mut n_years) = (0, 0);
        for (cell, count) in column.counted() {
            n += count;
            n_years += if year_of(cell).is_some() { count } else { 0 };
        }
        (0 < n_years && n * 9 <= n_years * 10).then_some(index)
    })
}

/// The years of a column by symbol, and whether they are fiscal.
pub(super) fn of_symbols(cells: &Cells) -> Vec<Option<(i32, bool)>> {
    (0..cells.n_symbols()).map(|symbol| year_of(cells.text(symbol as u32).trim())).collect()
}

/// `2026`, `FY2026`, `FY26`
fn year_of(cell: &str) -> Option<(i32, bool)> {
    let cell = cell.strip_suffix(".0").unwrap_or(cell);
    let found = heading(cell, DateOrder::YearFirst)?;
    let is_year = found.stamp.span == Span::Year && found.measure.is_empty();
    found.stamp.year.filter(|_| is_year).map(|year| (year, found.stamp.is_fiscal))
}

/// The year that stands over the whole table. `None` if none does, or several that do not agree.
pub(super) fn stated(table: &Table) -> Option<Years> {
    let titles = table.layout_rows.iter().filter(|row| row.kind == LayoutKind::Title).map(|row| row.text.as_str());
    let file = table.place.file.rsplit_once('.').map_or(table.place.file.as_str(), |(name, _)| name);
    for texts in [titles.collect(), vec![table.place.sheet.as_str()], vec![file]] {
        let mut found: Vec<Years> = Vec::new();
        for years in texts.into_iter().flat_map(in_text) {
            if !found.contains(&years) {
                found.push(years);
            }
        }
        match found.as_slice() {
            [] => {}
            [years] => return Some(*years),
            _ => return None,
        }
    }
    None
}

/// The years that a text names. Those of whole dates are left out: they say when it was written.
fn in_text(text: &str) -> Vec<Years> {
    let mut found = Vec::new();
    let runs: Vec<(usize, &str)> = digits(text);
    let gap = |one: Option<&(usize, &str)>, two: Option<&(usize, &str)>| {
        let ((from, run), (to, _)) = (one?, two?);
        text.get(from + run.len()..*to)
    };
    let is_joined = |gap: Option<&str>| gap.is_some_and(|gap| matches!(gap.trim(), "-" | "/" | "." | "_" | "–"));
    let mut index = 0;
    while let Some((at, run)) = runs.get(index) {
        let joined: usize =
            (index..runs.len()).take_while(|next| is_joined(gap(runs.get(*next), runs.get(next + 1)))).count();
        let group = runs.get(index..=index + joined).unwrap_or_default();
        let before = text.get(..*at).unwrap_or_default();
        let is_fiscal = plain(before.trim_end_matches([' ', '\'', '’', '-', '_'])).ends_with("fy");
        let year = |run: &str| run.parse::<i32>().ok().filter(|year| run.len() == 4 && (1970..=2200).contains(year));
        match group {
            [_] if run.len() == 2 && is_fiscal => {
                found.extend(run.parse::<i32>().ok().map(|year| Years::One { year: 2000 + year, is_fiscal }));
            }
            [_] => found.extend(year(run).map(|year| Years::One { year, is_fiscal })),
            [_, (_, second)] => {
                let follows = |first: i32| {
                    let next = second.parse::<i32>().ok();
                    next.is_some_and(|next| next == first + 1 || (second.len() == 2 && next == (first + 1) % 100))
                };
                match (year(run), year(second)) {
                    (Some(first), _) if follows(first) => found.push(Years::Two { first }),
                    (Some(first), Some(last)) => found.extend([first, last].map(|year| Years::One { year, is_fiscal })),
                    // `plan-2026-2`, `3-2026`: the other number counts something.
                    (Some(year), None) | (None, Some(year)) => found.push(Years::One { year, is_fiscal }),
                    (None, None) => {}
                }
            }
            _ => {}
        }
        index += joined + 1;
    }
    found
}

/// The runs of digits, with where they begin.
fn digits(text: &str) -> Vec<(usize, &str)> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|char: char| char.is_ascii_digit()) {
        let from = text.len() - rest.len() + start;
        let run = rest.get(start..).unwrap_or_default();
        let end = run.find(|char: char| !char.is_ascii_digit()).unwrap_or(run.len());
        runs.push((from, run.get(..end).unwrap_or_default()));
        rest = run.get(end..).unwrap_or_default();
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_found_in_texts() {
        let check = |text: &str, expected: &[Years]| assert_eq!(in_text(text), expected, "{text:?}");
        let one = |year| Years::One { year, is_fiscal: false };
        check("Quota plan 2026", &[one(2026)]);
        check("Targets_2026_v2", &[one(2026)]);
        check("FY26 targets", &[Years::One { year: 2026, is_fiscal: true }]);
        check("Plan FY 2026", &[Years::One { year: 2026, is_fiscal: true }]);
        check("Plan 2025/26", &[Years::Two { first: 2025 }]);
        check("Plan 2025-2026", &[Years::Two { first: 2025 }]);
        check("2024 and 2026", &[one(2024), one(2026)]);
        check("Exported 2026-03-01", &[]);
        check("ResellerSales_202006", &[]);
        check("room 12", &[]);
    }

    #[test]
    fn cells_of_a_year_column_are_years() {
        let check = |cell: &str, expected: Option<(i32, bool)>| assert_eq!(year_of(cell), expected, "{cell:?}");
        check("2026", Some((2026, false)));
        check("FY26", Some((2026, true)));
        check("FY 2026", Some((2026, true)));
        check("2026.0", Some((2026, false)));
        check("Q1 2026", None);
        check("", None);
        check("12", None);
    }
}
