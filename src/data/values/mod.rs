//! What the cells of a column are, decided from all of them.

mod boolean;
mod date;
mod decide;
mod empties;
mod forecast_category;
mod header;
mod names;
mod number;
mod number_evidence;
mod period;
mod serial;
mod shape;
#[cfg(test)]
mod tests;
mod time;
mod unit;

use serde::{Deserialize, Serialize};

pub(super) use boolean::parse_bool;
pub(super) use date::parse_day;
pub use date::{DateOrder, parse_date};
pub(super) use decide::{as_dates, as_numbers, as_periods, decide, settle};
pub use empties::Empties;
pub(super) use empties::{is_error_value, is_missing};
pub(super) use forecast_category::parse_forecast_category;
pub use number::{DecimalMark, parse_number};
pub(super) use number::{is_too_large, plain_number, read_number};
pub(super) use period::{Periods, month_of, parse_period};
pub use serial::Epoch;

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// No cell holds anything.
    Empty,
    /// Text, also codes with leading zeros.
    #[default]
    Text,
    /// Numbers.
    Number {
        /// Which mark stands before the fraction.
        decimal: DecimalMark,
    },
    /// Days.
    Date {
        /// The order of day, month and year.
        order: DateOrder,
        /// `false` when every cell could be read day first as well as month first.
        certain: bool,
    },
    /// Yes or no.
    Bool,
    /// Days as numbers that count days or seconds, such as `46112`. Taken only where the header speaks of a date, or
    /// where the field needs one.
    Serial {
        /// What they count, and from when.
        epoch: Epoch,
    },
}

/// What was decided about a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Decided {
    /// What its cells are.
    pub(super) kind: ValueKind,
    /// Whether its numbers, if it holds some, can be read in one way only.
    pub(super) is_certain: bool,
    /// Texts that stand for nothing in it.
    pub(super) empties: Empties,
    /// Whether years of two digits stand in its dates.
    pub(super) has_short_years: bool,
}
