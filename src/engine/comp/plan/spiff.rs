//! SPIFFs, kickers, milestones and contests: paid beside the components.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CreditFrom, Filter, Measure};
use crate::engine::units::{Decimal, Granularity};

/// A reward with a time of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spiff {
    /// Name for people, unique in the plan, also among components.
    pub name: String,
    /// First day that counts; open if none.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub from: Option<NaiveDate>,
    /// Last day that counts; open if none.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub to: Option<NaiveDate>,
    /// What counts.
    #[serde(default)]
    pub filter: Filter,
    /// What is measured.
    #[serde(default)]
    pub measure: Measure,
    /// Whose credit counts.
    #[serde(default)]
    pub credit_from: CreditFrom,
    /// What it pays.
    pub reward: Reward,
}

/// What a SPIFF pays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reward {
    /// An amount for each deal that counts, in proportion to the rep's share of it.
    PerDeal {
        /// Money.
        amount: Decimal,
    },
    /// A kicker: so much of the credit, on top of what components pay.
    Rate {
        /// A fraction of the credit, or money per unit.
        rate: Decimal,
    },
    /// Amounts paid once each, when credit since the first day that counts comes to them. Without a first day, credit of
    /// the fiscal year.
    Milestones {
        /// In rising order of `at`.
        steps: Vec<Milestone>,
    },
    /// The first places of each period by credit win a prize. Those who tie share the prizes of their places equally.
    Contest {
        /// How often it is held.
        per: Granularity,
        /// Money for the first place, the second, and so on.
        prizes: Vec<Decimal>,
        /// Credit without which nothing is won.
        #[serde(default)]
        least: Decimal,
    },
}

/// An amount of credit and what reaching it pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Credit, in the measure's unit.
    pub at: Decimal,
    /// Money.
    pub amount: Decimal,
}
