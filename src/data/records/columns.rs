//! Columns read once for each distinct text; rows only look up.

use std::ops::Range;

use chrono::NaiveDate;

use super::aside::{N_SHOWN, Reason};
use super::numbers::number;
use super::outcome::outcome_of;
use super::row::Text;
use crate::data::alike::trimmed;
use crate::data::cells::Cells;
use crate::data::issue::IssueKind;
use crate::data::roles::{Field, Kind, Mapping};
use crate::data::table::{Column, Table};
use crate::data::values::{
    DecimalMark, ValueKind, as_dates, as_numbers, as_periods, is_error_value, is_missing, parse_bool, parse_day,
    parse_forecast_category,
};
use crate::engine::records::{ForecastCategory, Outcome};
use crate::engine::units::{Decimal, Granularity, Month, Period};

/// What the texts of a column say.
pub(super) struct Values<'a, T> {
    /// The cells; `None` if no column has the field.
    cells: Option<&'a Cells>,
    /// By symbol, each text being read once; shorter where texts hardly repeat.
    by_symbol: Vec<T>,
    /// Reads the others where they are asked for.
    read: Option<Read<'a, T>>,
    /// The column's place in the table; `None` if no column has the field.
    pub(super) column: Option<u16>,
}

/// Says what a text says.
type Read<'a, T> = Box<dyn Fn(&'a str) -> T + 'a>;

/// Distinct texts up to which each of a column is read once, whether they repeat or not.
const N_READ: usize = 1_024;

/// What a cell says where a value is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cell<T> {
    Blank,
    Is(T),
    Wrong(Reason),
}

/// What a cell of an outcome column says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Said {
    #[default]
    Nothing,
    Yes,
    No,
    Words(Outcome),
}

impl<'a, T: Copy> Values<'a, T> {
    /// Of the column of that field, each text once.
    fn new(columns: &Columns<'a>, field: Field, read: impl Fn(&'a str) -> T + 'a) -> Self {
        let Some((place, column)) = columns.of(field) else {
            return Self::default();
        };
        let cells = &column.cells;
        // What stands for nothing in this column is empty.
        let read = move |text: &'a str| {
            let text = trimmed(text);
            read(if column.is_empty_text(text) { "" } else { text })
        };
        let n = cells.n_symbols();
        let hardly_repeat = N_READ < n && cells.len() < n * 2;
        let n_read = if hardly_repeat { 0 } else { n as u32 };
        Self {
            cells: Some(cells),
            by_symbol: (0..n_read).map(|symbol| read(cells.text(symbol))).collect(),
            read: if hardly_repeat { Some(Box::new(read)) } else { None },
            column: Some(place),
        }
    }

    /// What the row's cell says; `None` without a column.
    #[inline]
    pub(super) fn get(&self, row: usize) -> Option<T> {
        self.of_symbol(self.symbol(row)?)
    }

    /// What the text of a symbol says.
    #[inline]
    pub(super) fn of_symbol(&self, symbol: u32) -> Option<T> {
        if let Some(said) = self.by_symbol.get(symbol as usize) {
            return Some(*said);
        }
        self.read.as_ref().zip(self.cells).map(|(read, cells)| read(cells.text(symbol)))
    }

    /// The symbol of the row's cell.
    #[inline]
    pub(super) fn symbol(&self, row: usize) -> Option<u32> {
        self.cells?.symbols().get(row)
    }

    /// Puts the symbols of rows' cells in place of others, none without a column.
    pub(super) fn copy_symbols(&self, rows: Range<usize>, symbols: &mut Vec<u32>) {
        match self.cells {
            Some(cells) => cells.symbols().copy(rows, symbols),
            None => symbols.clear(),
        }
    }

    pub(super) fn is_there(&self) -> bool {
        self.column.is_some()
    }

    pub(super) fn n_symbols(&self) -> usize {
        self.cells.map_or(0, Cells::n_symbols)
    }
}

impl<T> Default for Values<'_, T> {
    fn default() -> Self {
        Self { cells: None, by_symbol: Vec::new(), read: None, column: None }
    }
}

impl<'a> Values<'a, &'a str> {
    /// The row's text with its symbol; empty without a column.
    #[inline]
    pub(super) fn text(&self, row: usize) -> Text<'a> {
        let text = self.symbol(row).and_then(|symbol| Some(Text { text: self.of_symbol(symbol)?, symbol }));
        text.unwrap_or_default()
    }

    /// Cells as they are.
    #[cfg(test)]
    pub(super) fn of_cells(cells: &'a Cells) -> Self {
        Self { cells: Some(cells), by_symbol: Vec::new(), read: Some(Box::new(|text| text)), column: Some(0) }
    }
}

impl<T: Copy> Values<'_, Cell<T>> {
    /// What the row's cell says, or why it cannot be taken.
    #[inline]
    pub(super) fn value(&self, row: usize) -> Result<Option<T>, (Option<u16>, Reason)> {
        match self.get(row) {
            None | Some(Cell::Blank) => Ok(None),
            Some(Cell::Is(value)) => Ok(Some(value)),
            Some(Cell::Wrong(reason)) => Err((self.column, reason)),
        }
    }
}

/// What a cell of forecast categories says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stated {
    #[default]
    Nothing,
    Is(ForecastCategory),
    /// Words that nobody knows.
    Unknown,
}

/// A table's columns as the mapping has them, corrections made.
pub(super) struct Columns<'a> {
    pub(super) table: &'a Table,
    pub(super) mapping: &'a Mapping,
    /// The table's columns in their order, corrected.
    pub(super) corrected: Vec<&'a Column>,
}

impl<'a> Columns<'a> {
    fn of(&self, field: Field) -> Option<(u16, &'a Column)> {
        let place = self.mapping.column_of(field)?;
        Some((u16::try_from(place).ok()?, self.corrected.get(place)?))
    }

    /// How a cell begins, as it is read.
    pub(super) fn shown(&self, column: Option<u16>, row: usize) -> String {
        let column = column.and_then(|column| self.corrected.get(usize::from(column)));
        column.map_or_else(String::new, |column| column.cell(row).chars().take(N_SHOWN).collect())
    }

    /// What is to be known of how columns are read: that it could be otherwise, or what was taken for granted.
    pub(super) fn doubts(&self) -> Vec<(u16, IssueKind)> {
        let fields = (0..).zip(&self.mapping.fields).filter_map(|(place, field)| Some((place, (*field)?)));
        let doubts =
            |(place, field)| self.reading(field, usize::from(place)).1.into_iter().map(move |doubt| (place, doubt));
        fields.flat_map(doubts).collect()
    }

    /// Texts; blanks are empty.
    pub(super) fn texts(&self, field: Field) -> Values<'a, &'a str> {
        Values::new(self, field, |cell| cell)
    }

    pub(super) fn numbers(&self, field: Field) -> Values<'a, Cell<Decimal>> {
        let mark = match self.kind_of(field) {
            ValueKind::Number { decimal } => decimal,
            _ => DecimalMark::Point,
        };
        let place = self.mapping.column_of(field);
        let factor = self.mapping.factors.iter().rev().find(|(column, _)| Some(*column) == place);
        let power = factor.map_or(0, |(_, power)| *power);
        Values::new(self, field, move |cell| number(cell, mark, power))
    }

    pub(super) fn days(&self, field: Field) -> Values<'a, Cell<NaiveDate>> {
        let kind = self.kind_of(field);
        // Whether a lead was converted may be a yes or no, and no day.
        let may_be_bool = self.mapping.kind == Kind::Leads && field == Field::Converted;
        Values::new(self, field, move |cell| {
            if is_missing(cell) || (may_be_bool && parse_bool(cell).is_some()) {
                return Cell::Blank;
            }
            parse_day(cell, kind).map_or_else(|| wrong(cell, Reason::NotADate), Cell::Is)
        })
    }

    /// A month, a quarter (`2026-Q1`, `Q1 2026`), half-year or year of the calendar, or the month of a day.
    pub(super) fn periods(&self, field: Field) -> Values<'a, Cell<Period>> {
        let mut periods = self.of(field).map(|(_, column)| as_periods(column)).unwrap_or_default();
        let kind = self.kind_of(field);
        if let ValueKind::Date { order, .. } = kind {
            periods.order = order;
        }
        Values::new(self, field, move |cell| {
            if is_missing(cell) {
                return Cell::Blank;
            }
            let counted = || parse_day(cell, kind).filter(|_| matches!(kind, ValueKind::Serial { .. })).map(month_of);
            periods.parse(cell).or_else(counted).map_or_else(|| wrong(cell, Reason::NotAPeriod), Cell::Is)
        })
    }

    /// What the words of a column say of deals.
    pub(super) fn stages(&self) -> Values<'a, Outcome> {
        Values::new(self, Field::Stage, outcome_of)
    }

    /// What an outcome column says.
    pub(super) fn said(&self) -> Values<'a, Said> {
        Values::new(self, Field::Outcome, |cell| match parse_bool(cell) {
            Some(true) => Said::Yes,
            Some(false) => Said::No,
            None if cell.is_empty() => Said::Nothing,
            None => Said::Words(outcome_of(cell)),
        })
    }

    /// What a column of forecast categories says.
    pub(super) fn forecast_categories(&self) -> Values<'a, Stated> {
        Values::new(self, Field::ForecastCategory, |cell| match parse_forecast_category(cell) {
            Some(category) => Stated::Is(category),
            None if is_missing(cell) => Stated::Nothing,
            None => Stated::Unknown,
        })
    }

    fn kind_of(&self, field: Field) -> ValueKind {
        self.mapping.column_of(field).map(|place| self.reading(field, place).0).unwrap_or_default()
    }

    /// How a column's cells are read for a field, and what is doubtful about it. The user's word stands; else a column
    /// whose own kind says nothing of the field's, such as one of text, is decided by those of its cells that do.
    fn reading(&self, field: Field, place: usize) -> (ValueKind, Vec<IssueKind>) {
        let kind = self.mapping.value_kind(self.table, place);
        let Some(column) = self.corrected.get(place) else { return (kind, Vec::new()) };
        let is_told = self.mapping.kinds.iter().any(|(told, _)| *told == place);
        let is_period = field == Field::Period || (self.mapping.kind == Kind::Spend && field == Field::Day);
        let mut doubts = Vec::new();
        if field.is_number() {
            let (kind, certain) = match kind {
                ValueKind::Number { .. } => (kind, is_told || column.is_certain),
                _ => as_numbers(column),
            };
            doubts.extend((!certain).then_some(IssueKind::AmbiguousNumbers));
            (kind, doubts)
        } else if field.is_date() || is_period {
            let kind = match kind {
                ValueKind::Date { .. } | ValueKind::Serial { .. } => kind,
                _ => as_dates(column),
            };
            let is_doubtful = matches!(kind, ValueKind::Date { certain: false, .. });
            doubts.extend((is_doubtful && !is_told).then_some(IssueKind::AmbiguousDates));
            doubts.extend(column.has_short_years.then_some(IssueKind::ShortYears));
            let is_serial = matches!(kind, ValueKind::Serial { .. }) && !is_period;
            doubts.extend((is_serial && !is_told).then_some(IssueKind::SerialDates));
            (kind, doubts)
        } else {
            (kind, doubts)
        }
    }
}

/// The month of a day.
fn month_of(day: NaiveDate) -> Period {
    Period { start: Month::of(day), length: Granularity::Month }
}

pub(super) fn wrong<T>(cell: &str, reason: Reason) -> Cell<T> {
    Cell::Wrong(if is_error_value(cell) { Reason::ErrorCell } else { reason })
}
