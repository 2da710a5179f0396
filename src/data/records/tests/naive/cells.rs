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
    /// Columns whose values can be read in two ways, and how.
    ambiguous: Vec<(usize, IssueKind)>,
}

/// How much of a wrong cell an issue shows.
const N_SHOWN: usize = 60;

impl<'a> Cells<'a> {
    pub(in crate::data::records::tests) fn new(table: &'a Table, mapping: &Mapping) -> Self {
        let (mut columns, mut ambiguous) = (Vec::new(), Vec::new());
        let mut periods = Periods::default();
        for (index, field) in mapping.fields.iter().enumerate() {
            let Some(field) = *field else { continue };
            let (kind, doubts) = reading(table, mapping, index, field);
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
            ambiguous.extend(doubts.into_iter().map(|doubt| (index, doubt)));
        }
        Self { table, columns, periods, ambiguous }
    }

    /// A warning for each column whose values can be read in two ways.
    pub(in crate::data::records::tests) fn doubts(&self) -> impl Iterator<Item = Issue> {
        self.ambiguous.iter().map(|(index, kind)| Issue {
            file: self.table.file.clone(),
            row: 0,
            column: self.table.columns.get(*index).map(|column| column.header.clone()),
            value: String::new(),
            kind: kind.clone(),
            severity: Severity::Warning,
        })
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

    /// The cell's period: a month, a quarter (`2026-Q1`, `Q1 2026`) or year of the calendar, or the month of a day.
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

/// How a column's cells are read for a field, and what is to be known about it. The user's word stands; else a column whose
/// own kind says nothing of the field's, such as one of text, is decided by those of its cells that do.
fn reading(table: &Table, mapping: &Mapping, index: usize, field: Field) -> (ValueKind, Vec<IssueKind>) {
    let kind = mapping.value_kind(table, index);
    let Some(column) = table.columns.get(index) else { return (kind, Vec::new()) };
    let is_told = mapping.kinds.iter().any(|(told, _)| *told == index);
    let mut doubts = Vec::new();
    if field.is_number() {
        let (kind, certain) = match kind {
            ValueKind::Number { .. } => (kind, is_told || column.is_certain),
            _ => as_numbers(column),
        };
        doubts.extend((!certain).then_some(IssueKind::AmbiguousNumbers));
        (kind, doubts)
    } else if field.is_date() || is_period(mapping, field) {
        let kind = match kind {
            ValueKind::Date { .. } | ValueKind::Serial { .. } => kind,
            _ => as_dates(column),
        };
        let is_doubtful = matches!(kind, ValueKind::Date { certain: false, .. });
        doubts.extend((is_doubtful && !is_told).then_some(IssueKind::AmbiguousDates));
        doubts.extend(column.has_short_years.then_some(IssueKind::ShortYears));
        let is_serial = matches!(kind, ValueKind::Serial { .. }) && !is_period(mapping, field);
        doubts.extend((is_serial && !is_told).then_some(IssueKind::SerialDates));
        (kind, doubts)
    } else {
        (kind, doubts)
    }
}

/// Whether the field's cells are months, quarters or years.
fn is_period(mapping: &Mapping, field: Field) -> bool {
    field == Field::Period || (mapping.kind == Kind::Spend && field == Field::Day)
}
