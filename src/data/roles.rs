//! What tables and columns mean, guessed from header words and content, and corrected by the user.

use serde::{Deserialize, Serialize};

use super::choice::ReadChoice;
use super::fix::Fix;
use super::table::{Column, Table};
use super::values::{DateOrder, ValueKind, parse_period};

mod words;

/// What a table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The sales force.
    Reps,
    /// Opportunities, orders, invoices.
    Deals,
    /// Customers and prospects.
    Accounts,
    /// What is sold.
    Products,
    /// Quotas.
    Targets,
    /// Leads.
    Leads,
    /// Calls, e-mails, meetings.
    Activities,
    /// Marketing and sales spend.
    Spend,
    /// Not known, or not to be imported.
    #[default]
    Unknown,
}

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is the record's field of that name
pub enum Field {
    Id,
    Name,
    Rep,
    Role,
    Manager,
    Region,
    Segment,
    Hired,
    Left,
    BaseSalary,
    TargetIncentive,
    Account,
    Product,
    Stage,
    Outcome,
    Amount,
    Margin,
    Units,
    Created,
    Closed,
    Source,
    Industry,
    Revenue,
    Employees,
    Family,
    Price,
    Period,
    Status,
    Converted,
    Day,
    Activity,
    Count,
    Channel,
}

/// What one table is and what its columns mean.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mapping {
    /// The file's name.
    pub file: String,
    /// What it holds.
    pub kind: Kind,
    /// Each column's meaning, in the table's order; `None` for those that are not imported.
    pub fields: Vec<Option<Field>>,
    /// Kinds of columns as the user corrected them, by position.
    pub kinds: Vec<(usize, ValueKind)>,
    /// How sure the guess is, from 0 to 1; 1 where the user decided.
    pub certainty: f64,
    /// Columns whose numbers are in thousands or millions, by position, with the power of ten.
    #[serde(default)]
    pub factors: Vec<(usize, i32)>,
    /// How the table was read, as far as the user had a say.
    #[serde(default)]
    pub choice: ReadChoice,
    /// Corrections of cells and rows.
    #[serde(default)]
    pub fixes: Vec<Fix>,
    /// Names the table's headers: a table with the same ones is understood in the same way.
    #[serde(default)]
    pub headers: String,
}

impl Kind {
    /// All kinds that can be imported.
    pub const ALL: [Self; 8] = [
        Self::Reps,
        Self::Deals,
        Self::Accounts,
        Self::Products,
        Self::Targets,
        Self::Leads,
        Self::Activities,
        Self::Spend,
    ];

    /// The fields its records have, those it cannot do without first.
    pub const fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Reps => &[
                F::Name,
                F::Id,
                F::Role,
                F::Manager,
                F::Region,
                F::Segment,
                F::Hired,
                F::Left,
                F::BaseSalary,
                F::TargetIncentive,
            ],
            Self::Deals => &[
                F::Amount,
                F::Closed,
                F::Rep,
                F::Id,
                F::Stage,
                F::Outcome,
                F::Account,
                F::Product,
                F::Margin,
                F::Units,
                F::Created,
                F::Segment,
                F::Region,
                F::Source,
            ],
            Self::Accounts => &[F::Name, F::Id, F::Industry, F::Region, F::Segment, F::Rep, F::Revenue, F::Employees],
            Self::Products => &[F::Name, F::Id, F::Family, F::Price],
            Self::Targets => &[F::Period, F::Amount, F::Rep],
            Self::Leads => &[F::Created, F::Id, F::Rep, F::Source, F::Status, F::Converted],
            Self::Activities => &[F::Day, F::Rep, F::Activity, F::Count],
            Self::Spend => &[F::Day, F::Amount, F::Channel],
            Self::Unknown => &[],
        }
    }

    /// The fields without which a row is no record. Reps, accounts and products need one of name and id.
    pub const fn required(self) -> &'static [Field] {
        match self {
            Self::Targets => &[Field::Period, Field::Amount],
            Self::Activities => &[Field::Day],
            Self::Spend => &[Field::Day, Field::Amount],
            _ => &[],
        }
    }
}

impl Field {
    /// Whether its cells must be numbers.
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Self::BaseSalary
                | Self::TargetIncentive
                | Self::Amount
                | Self::Margin
                | Self::Units
                | Self::Revenue
                | Self::Employees
                | Self::Price
                | Self::Count
        )
    }

    /// Whether its cells must be days.
    pub const fn is_date(self) -> bool {
        matches!(self, Self::Hired | Self::Left | Self::Created | Self::Closed | Self::Converted | Self::Day)
    }
}

impl Mapping {
    /// The column of that field.
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|candidate| *candidate == Some(field))
    }

    /// The mapping with the column at `index` meaning `field`; another column of that meaning loses it.
    #[must_use]
    pub fn with_field(mut self, index: usize, field: Option<Field>) -> Self {
        if field.is_some() {
            for other in self.fields.iter_mut().filter(|other| **other == field) {
                *other = None;
            }
        }
        if let Some(place) = self.fields.get_mut(index) {
            *place = field;
        }
        self.certainty = 1.0;
        self
    }

    /// The mapping for another kind, its columns guessed anew.
    #[must_use]
    pub fn with_kind(self, table: &Table, kind: Kind) -> Self {
        Self { certainty: 1.0, kinds: self.kinds, ..fitted(table, kind).1 }
    }

    /// The kind of the column's values: the user's word, else the table's.
    pub fn value_kind(&self, table: &Table, index: usize) -> ValueKind {
        let told = self.kinds.iter().rev().find(|(column, _)| *column == index).map(|(_, kind)| *kind);
        told.or_else(|| table.columns.get(index).map(|column| column.kind)).unwrap_or_default()
    }
}

/// Guesses every table's mapping.
pub fn guess(tables: &[Table]) -> Vec<Mapping> {
    tables.iter().map(guess_one).collect()
}

fn guess_one(table: &Table) -> Mapping {
    let mut fits: Vec<(f64, Mapping)> = Kind::ALL.into_iter().map(|kind| fitted(table, kind)).collect();
    fits.sort_by(|a, b| b.0.total_cmp(&a.0)); // stable: earlier kinds win ties
    let second = fits.get(1).map_or(0.0, |fit| fit.0);
    match fits.into_iter().next() {
        Some((best, mapping)) if 1.5 <= best => {
            Mapping { certainty: (1.0 - second / best).clamp(0.05, 1.0), ..mapping }
        }
        _ => Mapping {
            file: table.file.clone(),
            fields: vec![None; table.columns.len()],
            factors: table.factors.clone(),
            choice: table.choice.clone(),
            headers: table.header_fingerprint(),
            ..Mapping::default()
        },
    }
}

/// How well the table fits a kind, with the best mapping: each field takes the column that suits it most.
fn fitted(table: &Table, kind: Kind) -> (f64, Mapping) {
    let mut pairs = Vec::new();
    for (place, field) in kind.fields().iter().enumerate() {
        for (index, column) in table.columns.iter().enumerate() {
            let suits = suits(kind, *field, column);
            if 0.0 < suits {
                pairs.push((suits, place, index, *field));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut fields: Vec<Option<Field>> = vec![None; table.columns.len()];
    let mut score = 0.0;
    for (suits, _, index, field) in pairs {
        if fields.contains(&Some(field)) {
            continue;
        }
        if let Some(place) = fields.get_mut(index)
            && place.is_none()
        {
            *place = Some(field);
            score += suits * words::weight(kind, field);
        }
    }
    let mapping = Mapping {
        file: table.file.clone(),
        kind,
        fields,
        factors: table.factors.clone(),
        choice: table.choice.clone(),
        headers: table.header_fingerprint(),
        ..Mapping::default()
    };
    let lacks = kind.required().iter().any(|field| mapping.column_of(*field).is_none())
        || (matches!(kind, Kind::Reps | Kind::Accounts | Kind::Products)
            && mapping.column_of(Field::Name).is_none()
            && mapping.column_of(Field::Id).is_none())
        || (kind == Kind::Deals
            && mapping.column_of(Field::Amount).is_none()
            && mapping.column_of(Field::Stage).is_none()
            && mapping.column_of(Field::Outcome).is_none());
    (if lacks { 0.0 } else { score + words::file_hint(kind, &table.file) }, mapping)
}

/// How well a column suits a field, from 0 to 1: by its header's words, if its values can be of that kind.
fn suits(kind: Kind, field: Field, column: &Column) -> f64 {
    // A spend's day may be a month, and is then read like a period.
    let is_period = field == Field::Period || (kind == Kind::Spend && field == Field::Day);
    let fits_values = match column.kind {
        ValueKind::Empty => true,
        ValueKind::Number { .. } if is_period && field != Field::Period => {
            column.cells().any(|cell| parse_period(cell, DateOrder::YearFirst).is_some())
        }
        ValueKind::Number { .. } => !field.is_date() && !matches!(field, Field::Stage | Field::Outcome),
        ValueKind::Date { .. } | ValueKind::Serial { .. } => field.is_date() || field == Field::Period,
        ValueKind::Bool => matches!(field, Field::Outcome | Field::Stage | Field::Status | Field::Converted),
        ValueKind::Text if is_period && field != Field::Period => {
            column.cells().any(|cell| parse_period(cell, DateOrder::YearFirst).is_some())
        }
        ValueKind::Text => {
            !field.is_date()
                && (!field.is_number() || column.cells().any(|cell| cell.bytes().any(|byte| byte.is_ascii_digit())))
        }
    };
    if fits_values { words::likeness(kind, field, &column.header) } else { 0.0 }
}
