//! Cells of one row, read as the mapping says.

use chrono::NaiveDate;

use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::roles::{Field, Mapping};
use crate::data::table::Table;
use crate::data::values::{DateOrder, DecimalMark, ValueKind, is_blank, parse_date, parse_number};
use crate::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};

/// A table's cells by field.
pub(super) struct Cells<'a> {
    pub(super) table: &'a Table,
    columns: Vec<(Field, usize, ValueKind)>,
}

/// How much of a wrong cell an issue shows.
const N_SHOWN: usize = 60;

impl<'a> Cells<'a> {
    pub(super) fn new(table: &'a Table, mapping: &Mapping) -> Self {
        let columns = mapping.fields.iter().enumerate();
        let columns = columns.filter_map(|(index, field)| Some(((*field)?, index, mapping.value_kind(table, index))));
        Self { table, columns: columns.collect() }
    }

    fn place(&self, field: Field) -> Option<(usize, ValueKind)> {
        self.columns.iter().find(|(candidate, ..)| *candidate == field).map(|(_, index, kind)| (*index, *kind))
    }

    /// Whether a column has that meaning.
    pub(super) fn has(&self, field: Field) -> bool {
        self.place(field).is_some()
    }

    /// The cell's text; empty for blanks and for fields without a column.
    pub(super) fn text(&self, row: usize, field: Field) -> &'a str {
        let cell = self
            .place(field)
            .and_then(|(index, _)| self.table.columns.get(index))
            .map_or("", |column| column.cell(row));
        // `NA` may be a region and stays; what is never a name goes.
        if is_blank(cell) { "" } else { cell }
    }

    pub(super) fn string(&self, row: usize, field: Field) -> String {
        self.text(row, field).to_owned()
    }

    /// The cell's number; `None` for a blank.
    pub(super) fn number(&self, row: usize, field: Field) -> Result<Option<Decimal>, Issue> {
        let cell = self.text(row, field);
        if cell.is_empty() {
            return Ok(None);
        }
        let mark = match self.place(field) {
            Some((_, ValueKind::Number { decimal })) => decimal,
            _ => DecimalMark::Point,
        };
        let wrong = || {
            let digits = cell.bytes().filter(u8::is_ascii_digit).count();
            if 28 < digits || cell.contains(['e', 'E']) && cell.starts_with(|first: char| first.is_ascii_digit()) {
                IssueKind::NumberTooLarge
            } else {
                IssueKind::NotANumber
            }
        };
        let number = parse_number(cell, mark).ok_or_else(|| self.issue(row, field, wrong()))?;
        // Amounts above this are no sales figure, and sums of them would leave the range of exact numbers.
        if Decimal::from(1_000_000_000_000_000_000_i64) < number.abs() {
            return Err(self.issue(row, field, IssueKind::NumberTooLarge));
        }
        Ok(Some(number))
    }

    pub(super) fn money(&self, row: usize, field: Field) -> Result<Option<Money>, Issue> {
        Ok(self.number(row, field)?.map(Money))
    }

    /// The cell's day; `None` for a blank.
    pub(super) fn day(&self, row: usize, field: Field) -> Result<Option<NaiveDate>, Issue> {
        let cell = self.text(row, field);
        if cell.is_empty() {
            return Ok(None);
        }
        let order = match self.place(field) {
            Some((_, ValueKind::Date { order, .. })) => order,
            _ => DateOrder::YearFirst,
        };
        parse_date(cell, order).map(Some).ok_or_else(|| self.issue(row, field, IssueKind::NotADate))
    }

    /// The cell's fiscal period: a month, a quarter (`2026-Q1`, `Q1 2026`), a year, or the month of a day.
    pub(super) fn period(&self, row: usize, field: Field) -> Result<Period, Issue> {
        let cell = self.text(row, field);
        if cell.is_empty() {
            return Err(self.issue(row, field, IssueKind::Missing));
        }
        let order = match self.place(field) {
            Some((_, ValueKind::Date { order, .. })) => order,
            _ => DateOrder::YearFirst,
        };
        parse_period(cell, order).ok_or_else(|| self.issue(row, field, IssueKind::NotAPeriod))
    }

    /// A set-aside issue at that cell.
    pub(super) fn issue(&self, row: usize, field: Field, kind: IssueKind) -> Issue {
        let column = self.place(field).and_then(|(index, _)| self.table.columns.get(index));
        Issue {
            file: self.table.file.clone(),
            row: self.table.line(row),
            column: column.map(|column| column.header.clone()),
            value: column.map_or_else(String::new, |column| column.cell(row).chars().take(N_SHOWN).collect()),
            kind,
            severity: Severity::SetAside,
        }
    }
}

fn parse_period(cell: &str, order: DateOrder) -> Option<Period> {
    let month = |month: Month, length| Calendar::default().period(month, length);
    if let Ok(found) = cell.parse::<Month>() {
        return Some(month(found, Granularity::Month));
    }
    if let Some(day) = parse_date(cell, order) {
        return Some(month(Month::of(day), Granularity::Month));
    }
    let digits: Vec<u32> =
        cell.split(|char: char| !char.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let year = |year: u32| (1970..=2200).contains(&year).then_some(year as i32);
    let has_quarter = cell.chars().any(|char| matches!(char, 'Q' | 'q' | 'K' | 'k' | 'T'));
    match (digits.as_slice(), has_quarter) {
        ([first, second], true) => {
            let (quarter, at) = if *first <= 4 { (*first, *second) } else { (*second, *first) };
            let start = (1..=4).contains(&quarter).then(|| (quarter - 1) * 3 + 1)?;
            Some(month(Month::new(year(at)?, start), Granularity::Quarter))
        }
        ([only], false) => Some(month(Month::new(year(*only)?, 1), Granularity::Year)),
        ([first, second], false) if (1..=12).contains(second) => {
            Some(month(Month::new(year(*first)?, *second), Granularity::Month))
        }
        ([first, second], false) if (1..=12).contains(first) => {
            Some(month(Month::new(year(*second)?, *first), Granularity::Month))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: Option<(i32, u32, Granularity)>) {
        let expected = expected.map(|(year, month, length)| Period { start: Month::new(year, month), length });
        assert_eq!(parse_period(cell, DateOrder::DayFirst), expected, "{cell:?}");
    }

    #[test]
    fn periods_are_read_as_people_write_them() {
        check("2026-03", Some((2026, 3, Granularity::Month)));
        check("2026-Q2", Some((2026, 4, Granularity::Quarter)));
        check("Q3 2026", Some((2026, 7, Granularity::Quarter)));
        check("2026", Some((2026, 1, Granularity::Year)));
        check("03/2026", Some((2026, 3, Granularity::Month)));
        check("31/03/2026", Some((2026, 3, Granularity::Month)));
        check("2026-13", None);
        check("soon", None);
        check("99999999999999999999", None);
    }
}
