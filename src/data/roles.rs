//! What tables and columns mean, guessed from header words and content, and corrected by the user.

use serde::{Deserialize, Serialize};

use super::choice::ReadChoice;
use super::fix::Fix;
use super::table::Table;
use super::values::ValueKind;

mod bare;
mod certain;
mod facts;
mod file;
pub(super) mod fold;
mod guess;
mod late;
mod lexicon;
mod linked;
mod recall;
mod suits;
mod words;

pub use certain::is_certain;
pub use file::{MappingsError, mappings_from_json, mappings_to_json};
pub use guess::guess;
pub use recall::recall;

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
    /// Shares of deals.
    Credits,
    /// Results of objectives.
    Objectives,
    /// Exchange rates.
    ExchangeRates,
    /// Leave.
    Absences,
    /// Incentive pay that was paid already.
    Payments,
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
    DealKind,
    Currency,
    TermMonths,
    Cancelled,
    ForecastCategory,
    Measure,
    Deal,
    Share,
    Objective,
    Result,
    Weight,
    Rate,
    From,
    To,
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
    /// How sure each column's meaning is, from 0 to 1; 0 for those without.
    #[serde(default)]
    pub sure: Vec<f64>,
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
    pub const ALL: [Self; 13] = [
        Self::Reps,
        Self::Deals,
        Self::Accounts,
        Self::Products,
        Self::Targets,
        Self::Leads,
        Self::Activities,
        Self::Spend,
        Self::Credits,
        Self::Objectives,
        Self::ExchangeRates,
        Self::Absences,
        Self::Payments,
    ];

    /// Whether it came to the kinds later: tables are taken for one of these only where they are none of the others, or
    /// their name says so.
    pub(in crate::data) const fn is_late(self) -> bool {
        matches!(self, Self::Credits | Self::Objectives | Self::ExchangeRates | Self::Absences | Self::Payments)
    }

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
                F::Currency,
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
                F::DealKind,
                F::Currency,
                F::TermMonths,
                F::Cancelled,
                F::ForecastCategory,
            ],
            Self::Accounts => &[F::Name, F::Id, F::Industry, F::Region, F::Segment, F::Rep, F::Revenue, F::Employees],
            Self::Products => &[F::Name, F::Id, F::Family, F::Price],
            Self::Targets => &[F::Period, F::Amount, F::Rep, F::Measure],
            Self::Leads => &[F::Created, F::Id, F::Rep, F::Source, F::Status, F::Converted],
            Self::Activities => &[F::Day, F::Rep, F::Activity, F::Count],
            Self::Spend => &[F::Day, F::Amount, F::Channel],
            Self::Credits => &[F::Deal, F::Rep, F::Share, F::Role],
            Self::Objectives => &[F::Rep, F::Period, F::Result, F::Objective, F::Weight],
            Self::ExchangeRates => &[F::Currency, F::Rate, F::Day],
            Self::Absences => &[F::Rep, F::From, F::To],
            Self::Payments => &[F::Rep, F::Period, F::Amount],
            Self::Unknown => &[],
        }
    }

    /// The fields without which a row is no record. Reps, accounts and products need one of name and id.
    pub const fn required(self) -> &'static [Field] {
        match self {
            Self::Targets => &[Field::Period, Field::Amount],
            Self::Activities => &[Field::Day],
            Self::Spend => &[Field::Day, Field::Amount],
            Self::Credits => &[Field::Deal, Field::Rep],
            Self::Objectives => &[Field::Rep, Field::Period, Field::Result],
            Self::ExchangeRates => &[Field::Currency, Field::Rate],
            Self::Absences => &[Field::Rep, Field::From],
            Self::Payments => &[Field::Rep, Field::Period, Field::Amount],
            _ => &[],
        }
    }
}

impl Field {
    /// Whether it came to a kind of table later than the others: it takes columns that mean nothing else, and says nothing
    /// about what the table is.
    pub(in crate::data) const fn is_late(self, kind: Kind) -> bool {
        !kind.is_late()
            && matches!(
                self,
                Self::DealKind
                    | Self::Currency
                    | Self::TermMonths
                    | Self::Cancelled
                    | Self::ForecastCategory
                    | Self::Measure
            )
    }

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
                | Self::TermMonths
                | Self::Share
                | Self::Result
                | Self::Weight
                | Self::Rate
        )
    }

    /// Whether its cells must be days.
    pub const fn is_date(self) -> bool {
        matches!(
            self,
            Self::Hired
                | Self::Left
                | Self::Created
                | Self::Closed
                | Self::Converted
                | Self::Day
                | Self::Cancelled
                | Self::From
                | Self::To
        )
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
        self.sure.resize(self.fields.len(), 0.0);
        if let Some(sure) = self.sure.get_mut(index) {
            *sure = if field.is_some() { 1.0 } else { 0.0 };
        }
        self.certainty = 1.0;
        self
    }

    /// Gives the column a meaning, guessed with that certainty.
    fn set(&mut self, index: usize, field: Option<Field>, sure: f64) {
        if let (Some(place), Some(known)) = (self.fields.get_mut(index), self.sure.get_mut(index)) {
            (*place, *known) = (field, sure);
        }
    }

    /// The mapping for another kind, its columns guessed anew.
    #[must_use]
    pub fn with_kind(self, table: &Table, kind: Kind) -> Self {
        Self { certainty: 1.0, kinds: self.kinds, fixes: self.fixes, ..guess::fitted_to(table, kind) }
    }

    /// The kind of the column's values: the user's word, else the table's.
    pub fn value_kind(&self, table: &Table, index: usize) -> ValueKind {
        let told = self.kinds.iter().rev().find(|(column, _)| *column == index).map(|(_, kind)| *kind);
        told.or_else(|| table.columns.get(index).map(|column| column.kind)).unwrap_or_default()
    }
}
