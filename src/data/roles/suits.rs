//! How well a column suits a field: what its header says, as far as its cells bear it out.

use super::facts::Facts;
use super::words::{Head, Likeness, keyed, likeness};
use super::{Field, Kind};
use crate::data::table::{Column, Table};
use crate::data::values::ValueKind;

/// A table with what its columns look like, looked at once.
pub(super) struct Look<'a> {
    pub(super) table: &'a Table,
    pub(super) heads: Vec<Head>,
    pub(super) facts: Vec<Facts>,
    /// The kind of record whose key one of the first columns is.
    pub(super) key: Option<Kind>,
}

impl<'a> Look<'a> {
    pub(super) fn new(table: &'a Table) -> Self {
        let prefix = prefix(table);
        let mut look = Self {
            table,
            heads: table.columns.iter().map(|column| Head::new(&column.header, prefix.as_deref())).collect(),
            facts: table.columns.iter().map(Facts::new).collect(),
            key: None,
        };
        look.key = key_of(&look);
        look
    }

    /// Columns with their headers and facts.
    pub(super) fn columns(&self) -> impl Iterator<Item = (usize, &'a Column, &Head, &Facts)> {
        let beside = self.heads.iter().zip(&self.facts);
        self.table
            .columns
            .iter()
            .zip(beside)
            .enumerate()
            .map(|(index, (column, (head, facts)))| (index, column, head, facts))
    }

    /// Whether nothing names its columns.
    pub(super) fn is_bare(&self) -> bool {
        !self.heads.is_empty() && self.heads.iter().all(Head::is_bare)
    }
}

/// The kind of record whose key one of the first columns is, if it tells; unknown if it is of a list that is none of ours.
fn key_of(look: &Look) -> Option<Kind> {
    let mut first = None;
    for (index, _, head, facts) in look.columns().take(4) {
        match keyed(head) {
            // Lines of orders hold the order again and again, behind the number of the line.
            Some(Kind::Deals) if index < 2 || facts.is_unique() => first = first.or(Some(Kind::Deals)),
            Some(kind) if 0.98 <= facts.distinct => first = first.or(Some(kind)),
            _ => {}
        }
    }
    first
}

/// A first word that most headers share, as in `Deal - Value`.
fn prefix(table: &Table) -> Option<String> {
    let firsts: Vec<String> = table
        .columns
        .iter()
        .filter_map(|column| super::fold::header(&column.header).split_once(' ').map(|(first, _)| first.to_owned()))
        .collect();
    let first = firsts.first()?;
    let n = firsts.iter().filter(|other| *other == first).count();
    (3 <= n && table.columns.len() * 3 <= n * 5).then(|| first.clone())
}

/// How well a column suits a field, from 0 to 1.
pub(super) fn suits(kind: Kind, field: Field, column: &Column, head: &Head, facts: &Facts) -> Likeness {
    let share = if fits(kind, field, column.kind, facts) { bearing(kind, field, column.kind, facts) } else { 0.0 };
    if share <= 0.0 {
        return Likeness::default();
    }
    let likeness = likeness(kind, field, head);
    // `Estado` may be a stage, and a part of the country.
    let is_other = match field {
        Field::Stage => !likeness.is_telling && (facts.stages < 0.1 || 0.3 <= facts.places),
        Field::Region => 0.3 <= facts.stages && facts.places < 0.3,
        _ => false,
    };
    // A status is a stage first, even if it says no more than won and lost.
    let share = if field == Field::Outcome && !likeness.is_telling { 0.85 * share } else { share };
    let value =
        (likeness.value * if is_other && column.kind == ValueKind::Text { 0.4 * share } else { share }).min(1.0);
    if value < 0.4 { Likeness::default() } else { Likeness { value, ..likeness } }
}

/// Whether a column's values can be those of a field at all.
pub(super) fn fits(kind: Kind, field: Field, values: ValueKind, facts: &Facts) -> bool {
    // A spend's day may be a month, and is then read like a period.
    let is_period = field == Field::Period || (kind == Kind::Spend && field == Field::Day);
    match values {
        ValueKind::Empty => true,
        ValueKind::Number { .. } | ValueKind::Text if is_period => 0.5 <= facts.periods,
        ValueKind::Number { .. } if field == Field::Converted => 0.0 <= facts.least && facts.most <= 1.0,
        ValueKind::Number { .. } => !field.is_date() && !is_category(field),
        ValueKind::Date { .. } | ValueKind::Serial { .. } => field.is_date() || is_period,
        ValueKind::Bool => matches!(field, Field::Outcome | Field::Stage | Field::Status | Field::Converted),
        // One or two wrong cells do not outweigh a header.
        ValueKind::Text => !field.is_date() && (!field.is_number() || 0.5 <= facts.numbers || facts.n_distinct < 3),
    }
}

/// Fields whose cells are few words.
const fn is_category(field: Field) -> bool {
    matches!(
        field,
        Field::Stage
            | Field::Outcome
            | Field::Status
            | Field::Activity
            | Field::Channel
            | Field::Industry
            | Field::Segment
            | Field::Role
            | Field::Source
            | Field::DealKind
            | Field::Currency
            | Field::ForecastCategory
            | Field::Measure
    )
}

/// How far the cells bear out that the column is what its header says: 1 if nothing speaks against it.
fn bearing(kind: Kind, field: Field, values: ValueKind, facts: &Facts) -> f64 {
    if values == ValueKind::Empty {
        return 0.8;
    }
    let is_long = 20 <= facts.n_rows;
    let is_number = matches!(values, ValueKind::Number { .. });
    let is_list = matches!(kind, Kind::Reps | Kind::Accounts | Kind::Products);
    let share = match field {
        // A second row with the same key would be set aside.
        Field::Id if is_list && facts.distinct < 0.95 => 0.2,
        Field::Id if kind == Kind::Leads && is_long && facts.distinct < 0.5 => 0.5,
        Field::Id if is_long && facts.distinct < 0.02 => 0.5,
        Field::Name => {
            let share = if is_number || facts.letters < 0.5 { 0.6 } else { 1.0 };
            share * if is_long && facts.distinct < 0.5 { 0.4 } else { 1.0 } * (1.0 - 0.4 * facts.contacts)
        }
        Field::Rep if is_long && facts.is_unique() => 0.75,
        Field::Rep | Field::Account | Field::Product => (1.0 - 0.5 * facts.sentences) * (1.0 - 0.3 * facts.contacts),
        Field::Outcome => {
            if values == ValueKind::Bool || 0.8 <= facts.outcomes {
                1.0
            } else if 0.5 <= facts.outcomes {
                0.8
            } else {
                0.0
            }
        }
        Field::Stage if is_long && 0.4 < facts.distinct => 0.3,
        Field::Stage if values == ValueKind::Text && facts.stages < 0.3 => 0.75,
        Field::Activity if facts.activities < 0.3 => 0.75,
        // A forecast may be many things; half of its words must be those of forecasters.
        Field::ForecastCategory if facts.forecast_categories < 0.5 => 0.0,
        field if is_category(field) && is_long && 0.6 < facts.distinct => 0.5,
        Field::Employees if facts.integers < 0.5 && facts.numbers < 0.9 => 0.6,
        Field::Period if is_number => 0.9,
        _ => 1.0,
    };
    // A column that is hardly filled says less than another of alike name that is.
    share * if facts.filled < 0.5 && matches!(field, Field::Region | Field::Name | Field::Account) { 0.85 } else { 1.0 }
}
