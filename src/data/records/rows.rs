//! One row to one record.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::aside::{Aside, Reason};
use super::columns::{Cell, Columns, Said, Stated, Values};
use super::row::{Row, Shape, Text};
use crate::data::roles::{Field, Kind};
use crate::data::table::Table;
use crate::data::values::is_error_value;
use crate::engine::records::{ForecastCategory, Outcome};
use crate::engine::units::{Decimal, Period};

/// Reads the rows of one table.
pub(super) struct Rows<'a> {
    pub(super) table: &'a Table,
    kind: Kind,
    shape: Shape,
    /// In the order of the shape.
    pub(super) texts: Vec<Values<'a, &'a str>>,
    pub(super) numbers: Vec<Values<'a, Cell<Decimal>>>,
    pub(super) days: Vec<Values<'a, Cell<NaiveDate>>>,
    /// A target's period, a spend's day.
    periods: Option<Values<'a, Cell<Period>>>,
    pub(super) stages: Values<'a, Outcome>,
    pub(super) said: Values<'a, Said>,
    pub(super) forecast_categories: Values<'a, Stated>,
    /// The shares or results are hundredths: 50 for a half.
    is_percent: bool,
}

/// Whether shares of deals or results of objectives are hundredths: one of them is larger than a fraction can be, more
/// than two deals, or more than five times an objective.
fn is_percent(kind: Kind, numbers: &Values<'_, Cell<Decimal>>, n_rows: usize) -> bool {
    let most = match kind {
        Kind::Credits => Decimal::TWO,
        Kind::Objectives => Decimal::from(5),
        _ => return false,
    };
    (0..n_rows).any(|row| matches!(numbers.get(row), Some(Cell::Is(number)) if most < number.abs()))
}

/// Why a row is no record: the column, and what is wrong.
type Wrong = (Option<u16>, Reason);

impl<'a> Rows<'a> {
    pub(super) fn new(columns: &Columns<'a>) -> Self {
        let kind = columns.mapping.kind;
        let shape = Shape::of(kind);
        let is_deals = kind == Kind::Deals;
        let numbers: Vec<_> = shape.numbers.iter().map(|field| columns.numbers(*field)).collect();
        Self {
            is_percent: numbers.first().is_some_and(|numbers| is_percent(kind, numbers, columns.table.lines.len())),
            table: columns.table,
            kind,
            shape,
            texts: shape.texts.iter().map(|field| columns.texts(*field)).collect(),
            numbers,
            days: match kind {
                Kind::Spend => Vec::new(),
                _ => shape.days.iter().map(|field| columns.days(*field)).collect(),
            },
            periods: match kind {
                Kind::Targets | Kind::Objectives | Kind::Payments => Some(columns.periods(Field::Period)),
                Kind::Spend => Some(columns.periods(Field::Day)),
                _ => None,
            },
            stages: if is_deals { columns.stages() } else { Values::default() },
            said: if is_deals { columns.said() } else { Values::default() },
            forecast_categories: if is_deals { columns.forecast_categories() } else { Values::default() },
        }
    }

    /// The texts of a field.
    pub(super) fn texts_of(&self, field: Field) -> Option<&Values<'a, &'a str>> {
        self.texts.get(self.place_of(field)?).filter(|texts| texts.is_there())
    }

    /// Where a record has the texts of a field.
    pub(super) fn place_of(&self, field: Field) -> Option<usize> {
        self.shape.texts.iter().position(|candidate| *candidate == field)
    }

    /// The row's record, or why there is none. An id that is made up is written to `made`.
    pub(super) fn read<'s>(&'s self, index: usize, made: &'s mut String) -> Result<Row<'s>, Aside> {
        let mut row = Row::default();
        self.fill(index, &mut row, made).map(|()| row)
    }

    /// The same into an empty row: copying one takes as long as reading it.
    #[inline]
    pub(super) fn fill<'s>(&'s self, index: usize, row: &mut Row<'s>, made: &'s mut String) -> Result<(), Aside> {
        let filled = self.values(index, row).and_then(|()| self.name(row, index, made));
        filled.map_err(|(column, reason)| Aside { row: index as u32, column, reason })
    }

    /// Everything but the ids.
    fn values<'s>(&'s self, index: usize, row: &mut Row<'s>) -> Result<(), Wrong> {
        // The first fault is the one that is told: of a deal what matters most, of a lead the later day.
        let is_deal = self.kind == Kind::Deals;
        if is_deal {
            self.outcome_and_value(index, row)?;
            self.numbers(index, row, 1)?;
        }
        for (place, (day, column)) in row.days.iter_mut().zip(&self.days).enumerate().rev() {
            let is_read = is_deal && place == 1; // with the outcome
            if !is_read {
                *day = column.value(index)?;
            }
        }
        if self.kind == Kind::Activities && row.days[0].is_none() {
            return Err((self.days.first().and_then(|days| days.column), Reason::Missing));
        }
        if let Some(periods) = &self.periods {
            let period = periods.value(index)?.ok_or((periods.column, Reason::Missing))?;
            match self.kind {
                Kind::Spend => row.days[0] = Some(period.start.first_day()),
                _ => row.period = Some(period),
            }
        }
        if self.kind != Kind::Deals {
            self.numbers(index, row, 0)?;
        }
        match self.kind {
            Kind::Targets | Kind::Spend | Kind::Objectives | Kind::ExchangeRates | Kind::Payments
                if row.numbers[0].is_none() =>
            {
                return Err((self.number_column(), Reason::Missing));
            }
            // Without a column of shares each has the whole deal.
            Kind::Credits if row.numbers[0].is_none() => match self.number_column() {
                None => row.numbers[0] = Some(Decimal::ONE),
                column => return Err((column, Reason::Missing)),
            },
            Kind::ExchangeRates if row.numbers[0].is_some_and(|rate| rate <= Decimal::ZERO) => {
                return Err((self.number_column(), Reason::NotANumber));
            }
            Kind::Objectives if row.numbers[1].is_none() => row.numbers[1] = Some(Decimal::ONE),
            Kind::Absences if row.days[0].is_none() => {
                return Err((self.days.first().and_then(|days| days.column), Reason::Missing));
            }
            // A row an activity.
            Kind::Activities if row.numbers[0].is_none() => row.numbers[0] = Some(Decimal::ONE),
            _ => {}
        }
        if let Some(number) = &mut row.numbers[0]
            && self.is_percent
        {
            *number = number.checked_div(Decimal::ONE_HUNDRED).unwrap_or(*number);
        }
        for (text, column) in row.texts.iter_mut().zip(&self.texts) {
            *text = column.text(index);
        }
        Ok(())
    }

    /// The numbers, but not so many of the first.
    #[inline]
    fn numbers(&self, index: usize, row: &mut Row<'_>, n_read: usize) -> Result<(), Wrong> {
        for (number, column) in row.numbers.iter_mut().zip(&self.numbers).skip(n_read) {
            *number = column.value(index)?;
        }
        Ok(())
    }

    fn number_column(&self) -> Option<u16> {
        self.numbers.first().and_then(|numbers| numbers.column)
    }

    /// A deal's outcome, and what its forecaster says. What was won has an amount and a day, where there are columns for them.
    fn outcome_and_value(&self, index: usize, row: &mut Row<'_>) -> Result<(), Wrong> {
        row.forecast_category = match self.forecast_categories.get(index) {
            Some(Stated::Is(category)) => Some(category),
            _ => None,
        };
        row.outcome = self.outcome(index, row.forecast_category);
        let ([amounts, ..], [_, closed, ..]) = (self.numbers.as_slice(), self.days.as_slice()) else { return Ok(()) };
        let (amount, day) = (amounts.value(index)?, closed.value(index)?);
        (row.numbers[0], row.days[1]) = (amount, day);
        if row.outcome == Outcome::Won && amount.is_none() && amounts.is_there() {
            return Err((amounts.column, Reason::Missing));
        }
        if row.outcome == Outcome::Won && day.is_none() && closed.is_there() {
            return Err((closed.column, Reason::Missing));
        }
        Ok(())
    }

    /// A won/lost column first, then the stage's words; without either an invoiced sale, hence won, unless it is forecast still.
    pub(super) fn outcome(&self, index: usize, forecast: Option<ForecastCategory>) -> Outcome {
        let stage = self.stages.get(index);
        match (self.said.get(index), stage) {
            (None, None) if forecast.is_some_and(|said| said != ForecastCategory::Closed) => Outcome::Open,
            (Some(Said::Yes), _) | (None, None) => Outcome::Won,
            // "not won" is lost only when the stage does not say that it is still open
            (Some(Said::No), None | Some(Outcome::Lost)) => Outcome::Lost,
            (Some(Said::No), _) | (Some(Said::Nothing), None) => Outcome::Open,
            (Some(Said::Words(outcome)), _) | (Some(Said::Nothing) | None, Some(outcome)) => outcome,
        }
    }

    /// The row with its id. Id and name of lists stand in for each other; a row with neither is no record.
    fn name<'s>(&'s self, row: &mut Row<'s>, index: usize, made: &'s mut String) -> Result<(), Wrong> {
        match self.kind {
            Kind::Reps | Kind::Accounts | Kind::Products => {
                let [id, name, ..] = &mut row.texts;
                if id.text.is_empty() {
                    id.text = name.text;
                } else if name.text.is_empty() {
                    *name = Text::of(id.text);
                }
                if id.text.is_empty() {
                    return Err((self.key_column(), Reason::Missing));
                }
                if is_error_value(id.text) {
                    return Err((self.key_column(), Reason::ErrorCell));
                }
            }
            Kind::Deals | Kind::Leads if row.texts[0].text.is_empty() => {
                made.clear();
                let _ = write!(made, "{}:{}", self.table.file, self.table.line(index));
                row.texts[0] = Text::of(made);
            }
            _ => {}
        }
        Ok(())
    }

    /// The column by which rows of a list are told apart: the id's, else the name's.
    pub(super) fn key_column(&self) -> Option<u16> {
        self.key_texts().and_then(|texts| texts.column)
    }

    /// The texts by which records are told apart: of a deal its id, of a list its ids or else its names.
    pub(super) fn key_texts(&self) -> Option<&Values<'a, &'a str>> {
        match self.kind {
            Kind::Deals => self.texts_of(Field::Id),
            Kind::Reps | Kind::Accounts | Kind::Products => {
                self.texts_of(Field::Id).or_else(|| self.texts_of(Field::Name))
            }
            _ => None,
        }
    }
}
