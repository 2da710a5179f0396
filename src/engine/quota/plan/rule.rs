//! How a node spreads what it has over those below.

use serde::{Deserialize, Serialize};

use super::NodeKey;
use crate::engine::units::Decimal;

/// How a node spreads what it has. Fixed values are kept; the remainder is spread over the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The same to each.
    #[default]
    Even,
    /// By the number stated for each; 1 where none is.
    Weights,
    /// By credited sales of the twelve months of history before the year, of everyone at and below each.
    PriorSales,
    /// By the potential of the accounts that each and everyone below owns.
    Potential {
        /// What of the accounts is added up.
        by: Potential,
    },
    /// By the number of reps who carry a quota at and below each.
    Headcount,
    /// By the bottom-up estimates at and below each.
    BottomUp,
    /// In buckets, each with its share of the whole.
    Buckets {
        /// The buckets.
        buckets: Vec<Bucket>,
    },
}

/// What of an account is its potential.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Potential {
    /// Its revenue a year.
    #[default]
    Revenue,
    /// Its employees.
    Employees,
    /// That it is there: the number of accounts.
    Accounts,
}

/// Some of a node's children, with their part of what it spreads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Bucket {
    /// Name for people.
    pub name: String,
    /// Its share, against the shares of the other buckets.
    pub share: Decimal,
    /// How it is spread within.
    pub by: BucketBy,
    /// Who is in it. Who is in no bucket gets nothing; of several buckets the first counts.
    pub members: Vec<NodeKey>,
}

/// How a bucket is spread within.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BucketBy {
    /// The same to each.
    #[default]
    Even,
    /// By the number stated for each; 1 where none is.
    Weights,
    /// By prior sales.
    PriorSales,
}
