//! Cells of one row, each read by itself.

use chrono::NaiveDate;

use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::roles::{Field, Kind, Mapping};
use crate::data::table::Table;
use crate::data::values::{
    DecimalMark, Periods, ValueKind, as_dates, as_numbers, as_periods, is_error_value, is_missing, is_too_large,
    parse_day, read_number,
};
use crate::engine::units::{Decimal, Granularity, Money, Month, Period};

/// A table's cells by field.
pub(in crate::data::records::tests) struct Cells<'a> {
    pub(in crate::data::records::tests) table: &'a Table,
    columns: Vec<(Field, usize, ValueKind)>,
    /// How the column of periods is read.
    periods: Periods,
}

/// How much of a wrong cell an issue shows.
const N_SHOWN: usize = 60;

impl<'a> Cells<'a> {
    pub(in crate::data::records::tests) fn new(table: &'a Table, mapping: &Mapping) -> Self {
        let mut columns: Vec<(Field, usize, ValueKind)> = Vec::new();
        let mut periods = Periods::default();
        for (index, field) in mapping.fields.iter().enumerate() {
            let Some(field) = *field else { continue };
            let kind = reading(table, mapping, index, field);
            let asked = if mapping.kind == Kind::Spend { Field::Day } else { Field::Period };
            if field == asked
                && !columns.iter().any(|(other, ..): &(Field, usize, ValueKind)| *other == field)
                && let Some(column) = table.columns.get(index)
            {
                periods = as_periods(column);
                if let ValueKind::Date { order, .. } = kind {
                    periods.order = order;
                }
            }
            columns.push((field, index, kind));
        }
        Self { table, columns, periods }
    }

    fn place(&self, field: Field) -> Option<(usize, ValueKind)> {
        self.columns.iter().find(|(candidate, ..)| *candidate == field).map(|(_, index, kind)| (*index, *kind))
    }

    /// Whether a column has that meaning.
    pub(in crate::data::records::tests) fn has(&self, field: Field) -> bool {
        self.place(field).is_some()
    }

    /// The cell's text; empty for blanks and for fields without a column.
    pub(in crate::data::records::tests) fn text(&self, row: usize, field: Field) -> &'a str {
        let column = self.place(field).and_then(|(index, _)| self.table.columns.get(index));
        let Some(column) = column else { return "" };
        let cell = column.cell(row);
        if column.is_empty_text(cell) { "" } else { cell }
    }

    pub(in crate::data::records::tests) fn string(&self, row: usize, field: Field) -> String {
        self.text(row, field).to_owned()
    }

    /// The cell's number; `None` for a blank.
    pub(in crate::data::records::tests) fn number(&self, row: usize, field: Field) -> Result<Option<Decimal>, Issue> {
        let cell = self.text(row, field);
        if is_missing(cell) {
            return Ok(None);
        }
        let mark = match self.place(field) {
            Some((_, ValueKind::Number { decimal })) => decimal,
            _ => DecimalMark::Point,
        };
        let wrong = || match cell {
            _ if is_error_value(cell) => IssueKind::ErrorCell,
            _ if is_too_large(cell) => IssueKind::NumberTooLarge,
            _ => IssueKind::NotANumber,
        };
        let number = read_number(cell, mark).ok_or_else(|| self.issue(row, field, wrong()))?;
        // Amounts above this are no sales figure, and sums of them would leave the range of exact numbers.
        if Decimal::from(1_000_000_000_000_000_000_i64) < number.abs() {
            return Err(self.issue(row, field, IssueKind::NumberTooLarge));
        }
        Ok(Some(number))
    }

    pub(in crate::data::records::tests) fn money(&self, row: usize, field: Field) -> Result<Option<Money>, Issue> {
        Ok(self.number(row, field)?.map(Money))
    }

    /// The cell's day; `None` for a blank.
    pub(in crate::data::records::tests) fn day(&self, row: usize, field: Field) -> Result<Option<NaiveDate>, Issue> {
        let cell = self.text(row, field);
        if is_missing(cell) {
            return Ok(None);
        }
        let kind = self.place(field).map(|(_, kind)| kind).unwrap_or_default();
        let wrong = || if is_error_value(cell) { IssueKind::ErrorCell } else { IssueKind::NotADate };
        parse_day(cell, kind).map(Some).ok_or_else(|| self.issue(row, field, wrong()))
    }

    /// The cell's period: a month, a quarter (`2026-Q1`, `Q1 2026`), half-year or year of the calendar, or the month of a day.
    pub(in crate::data::records::tests) fn period(&self, row: usize, field: Field) -> Result<Period, Issue> {
        let cell = self.text(row, field);
        if is_missing(cell) {
            return Err(self.issue(row, field, IssueKind::Missing));
        }
        let kind = self.place(field).map(|(_, kind)| kind).unwrap_or_default();
        let month = |day| Period { start: Month::of(day), length: Granularity::Month };
        let counted = || parse_day(cell, kind).filter(|_| matches!(kind, ValueKind::Serial { .. })).map(month);
        let wrong = if is_error_value(cell) { IssueKind::ErrorCell } else { IssueKind::NotAPeriod };
        self.periods.parse(cell).or_else(counted).ok_or_else(|| self.issue(row, field, wrong))
    }

    /// A set-aside issue at that cell.
    pub(in crate::data::records::tests) fn issue(&self, row: usize, field: Field, kind: IssueKind) -> Issue {
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

/// How a column's cells are read for a field.
fn reading(table: &Table, mapping: &Mapping, index: usize, field: Field) -> ValueKind {
    let kind = mapping.value_kind(table, index);
    let Some(column) = table.columns.get(index) else { return kind };
    match kind {
        ValueKind::Number { .. } if field.is_number() => kind,
        _ if field.is_number() => as_numbers(column).0,
        ValueKind::Date { .. } | ValueKind::Serial { .. } => kind,
        _ if field.is_date() || is_period(mapping, field) => as_dates(column),
        _ => kind,
    }
}

/// Whether the field's cells are months, quarters or years.
fn is_period(mapping: &Mapping, field: Field) -> bool {
    field == Field::Period || (mapping.kind == Kind::Spend && field == Field::Day)
}
