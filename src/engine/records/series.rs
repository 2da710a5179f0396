//! Series as files state them: a value of something at some time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::units::Period;

/// When a value was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// On a day.
    Day(NaiveDate),
    /// In a month, quarter, half-year or year of the calendar.
    Period(Period),
    /// In a place of an order that has no dates, as row 3 or week number 3.
    Place(i32),
}

/// A value of a named series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The series; empty where the file holds one.
    pub series: String,
    /// When.
    pub when: When,
    /// How much; `None` where the file leaves it empty.
    pub value: Option<f64>,
}
