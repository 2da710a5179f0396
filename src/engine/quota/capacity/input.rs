//! What the computation is told: the plan with everything looked up, one entry a head.

use serde::{Deserialize, Serialize};

use super::plan::{AssumptionRange, Doubt};
use crate::engine::records::RepId;
use crate::engine::simulate::fingerprint_of;
use crate::engine::units::Month;

/// Everything that capacity depends on, but for seed and runs. Made by [`super::resolve`], sent to workers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CapacityInput {
    /// First month.
    pub first: Month,
    /// Decimal places of the currency, at most 4.
    pub digits: u32,
    /// Factor on everybody's sales in each month, mean 1 over a fiscal year. Its length is the number of months.
    pub season: Vec<f64>,
    /// Goal of each month; 0 for none.
    pub goal: Vec<f64>,
    /// By how much the quotas given out exceed the goal, a fraction.
    pub over_assignment: f64,
    /// The roles.
    pub roles: Vec<RoleInput>,
    /// Heads that are there, then those to come, each with those who take its place.
    pub seats: Vec<Seat>,
    /// What is not known for sure.
    pub doubt: Doubt,
    /// How far the tornado moves each assumption.
    pub ranges: Vec<AssumptionRange>,
}

/// A role as it is computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoleInput {
    /// Its name.
    pub name: String,
    /// Quota of a fully ramped head in an average month.
    pub monthly_quota: f64,
    /// Share of quota that a fully ramped head attains.
    pub attainment: f64,
    /// Standard deviation of heads' lasting levels over the mean.
    pub spread: f64,
    /// Standard deviation of a month around a head's level over the mean.
    pub noise: f64,
    /// Share of heads that leave within a year.
    pub attrition: f64,
    /// Months until a leaver is replaced; `None` for never.
    pub backfill_lag: Option<f64>,
    /// Productivity in the first months as fractions of the full one; 1 after them.
    pub ramp: Vec<f64>,
}

/// A place in the sales force: a head, and after it whoever is hired in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seat {
    /// Place of the role.
    pub role: u32,
    /// Where the head comes from.
    pub source: SeatSource,
    /// Number of its random stream, of the rep, or of role, tenure or month of hire and a count: other seats do not change it.
    pub stream: u64,
    /// First month, counted from the plan's first; 0 for who is there.
    pub start: i32,
    /// Months since hire as of the first month that counts.
    pub tenure: u32,
    /// Months of the plan after which the head is known to leave.
    pub leaves_after: Option<u32>,
}

/// Where a head comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SeatSource {
    /// The data.
    Roster(RepId),
    /// Stated as there.
    Stated,
    /// A planned hire.
    Hire,
}

/// What a reader of the input should know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CapacityNote {
    /// Reps of the data whose role the plan does not name: they do not count.
    OtherRole {
        /// The role as the data names it.
        role: String,
        /// How many.
        n_reps: u32,
    },
    /// Heads or hires of a role that the plan does not have: they do not count.
    UnknownRole {
        /// The role.
        role: String,
        /// How many.
        n_heads: u32,
    },
    /// Reps without a day of hire are taken as fully ramped.
    NoHireDay {
        /// How many.
        n_reps: u32,
    },
    /// The data says too little of ramp: the usual one stands in.
    RampNotFitted {
        /// The role.
        role: String,
        /// Hires that it could be told from.
        n_hires: u32,
    },
    /// Hires that come before the plan or after it are left out.
    HiresOutside {
        /// How many.
        n_heads: u32,
    },
    /// More heads than can be computed; those after the first are left out.
    TooMany {
        /// How many were left out.
        n_heads: u32,
    },
    /// Nobody is there and nobody is hired.
    NoHeads,
    /// Attrition of a role, from those who left.
    AttritionOfData {
        /// The role.
        role: String,
        /// Leavers.
        n_leavers: u32,
    },
    /// The data knows of nobody who left: the published 27 % a year stands in.
    AttritionAssumed {
        /// The role.
        role: String,
    },
    /// No quota is known for a role: what its reps sold stands in.
    NoQuota {
        /// The role.
        role: String,
    },
}

/// Why a headcount plan cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadcountError {
    /// No role is named.
    NoRole,
    /// Two roles have one name.
    RoleTwice {
        /// The name.
        role: String,
    },
    /// A number of a role is missing or outside what it may be.
    RoleNumber {
        /// The role.
        role: String,
        /// Which.
        field: &'static str,
    },
    /// A number of the plan is missing or outside what it may be.
    Number {
        /// Which.
        field: &'static str,
    },
}

impl CapacityInput {
    /// How many months.
    pub fn n_months(&self) -> usize {
        self.season.len()
    }

    /// 32 hexadecimal digits that depend on every field. Not cryptographic: it finds changes, not forgers.
    pub fn fingerprint(&self) -> String {
        fingerprint_of(self)
    }
}
