//! Series out of records and files: whole steps in order, every gap and every doubt told.

mod axis;
mod gather;
mod points;
mod regular;
mod until;
mod workdays;

use serde::{Deserialize, Serialize};

pub use axis::{Axis, Step};
pub use gather::{Asked, By, What, gather};
pub use points::{PointsAsked, from_points};
pub use regular::Fill;
pub use until::{known_until, whole_until};
pub use workdays::WorkingDays;

use super::method::ForecastError;

/// A series of whole steps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// What it is of: a rep, a product, the series' name in a file; empty for the whole.
    pub name: String,
    /// Number of its first step on the axis.
    pub first: i32,
    /// A value a step, none left out.
    pub values: Vec<f64>,
    /// What is to be known about it.
    pub notes: Vec<SeriesNote>,
}

impl Series {
    /// The number of the step after its last.
    pub fn next(&self) -> i32 {
        self.first.saturating_add(i32::try_from(self.values.len()).unwrap_or(i32::MAX))
    }
}

/// Series on one axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeriesSet {
    /// Their steps.
    pub axis: Axis,
    /// The series by name; of groups that have a whole, all from the same step to the same step.
    pub series: Vec<Series>,
    /// The sum of all, where the series are parts of one whole.
    pub whole: Option<Series>,
    /// For each series the place of the one that it is a part of among `uppers`, where there is a level between.
    pub above: Vec<usize>,
    /// The level between: sums of the series that name them.
    pub uppers: Vec<Series>,
    /// What is to be known about all of them.
    pub notes: Vec<SeriesNote>,
}

/// What is to be known about a series beside its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesNote {
    /// Steps without any value were filled.
    Gaps {
        /// How many.
        n: usize,
        /// With what.
        fill: Fill,
    },
    /// The last step was not over yet, and was left out.
    Incomplete {
        /// Its number on the axis.
        tick: i32,
    },
    /// The last step may not be over: values end before its last day, and no day was named up to which they are whole.
    MaybeIncomplete {
        /// Its number on the axis.
        tick: i32,
    },
    /// Values below 0.
    Negative {
        /// How many.
        n: usize,
    },
    /// Too short for seasons to be seen: less than two cycles.
    Short {
        /// Its values.
        n: usize,
        /// Steps of a cycle.
        cycle: usize,
    },
    /// All values are the same: no range can be told from them.
    Constant,
    /// All values are 0.
    AllZero,
    /// Values of one step were added up.
    Summed {
        /// Steps that had more than one.
        n: usize,
    },
    /// Won deals without a closing day are left out.
    Undated {
        /// How many.
        n: usize,
    },
    /// Records without an amount, or without an exchange rate, are left out.
    Unvalued {
        /// How many.
        n: usize,
    },
    /// Records after the day up to which the data is whole are left out.
    Later {
        /// How many.
        n: usize,
    },
    /// Records that name no group stand together under no name.
    Unnamed {
        /// How many.
        n: usize,
    },
    /// Values whose time is of another length than the series' steps, and cannot be told apart, are left out.
    OtherLength {
        /// How many.
        n: usize,
    },
}

/// Why there is no series, or no forecast of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesError {
    /// Nothing in the data counts.
    Nothing,
    /// Dates and places, or places and a step with dates, cannot be one series.
    Mixed,
    /// The steps between the first and the last value are too many.
    TooLong {
        /// How many.
        n: usize,
        /// How many may be.
        most: usize,
    },
    /// All series together have too many values: days of each account, perhaps.
    TooMany {
        /// How many.
        n: usize,
        /// How many may be.
        most: usize,
    },
    /// The values cannot be forecast.
    Forecast(ForecastError),
}

impl From<ForecastError> for SeriesError {
    fn from(error: ForecastError) -> Self {
        Self::Forecast(error)
    }
}

/// Steps of a series at most: thirty years of days.
pub const MOST_STEPS: usize = 11_000;
/// Values of all series of a set at most.
const MOST_VALUES: usize = 20_000_000;

/// Counts so many values to those before, and refuses what would not fit into memory before it is made.
fn counted(n_before: usize, n: usize) -> Result<usize, SeriesError> {
    let n = n_before.saturating_add(n);
    if n <= MOST_VALUES { Ok(n) } else { Err(SeriesError::TooMany { n, most: MOST_VALUES }) }
}
