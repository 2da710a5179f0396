//! Who sells, and what they are asked to sell.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::units::{Money, Period};

/// A rep's key: the id if the files have one, else the name, as written (joins ignore case and outer blanks).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct RepId(pub String);

/// One member of the sales force.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rep {
    /// Key that deals and targets name.
    pub id: RepId,
    /// Name for people.
    pub name: String,
    /// Role, such as AE or SDR; empty if unknown.
    pub role: String,
    /// Name or id of the manager; empty if unknown.
    pub manager: String,
    /// Region or office; empty if unknown.
    pub region: String,
    /// Customer segment; empty if unknown.
    pub segment: String,
    /// First day.
    pub hired: Option<NaiveDate>,
    /// Last day, if gone.
    pub left: Option<NaiveDate>,
    /// Base salary a year.
    pub base_salary: Option<Money>,
    /// Target incentive (variable pay at target) a year.
    pub target_incentive: Option<Money>,
    /// ISO code of the currency that salary and target incentive are in and pay is paid in; empty for the scenario's.
    pub currency: String,
}

/// A quota: what a rep is to sell in a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Target {
    /// Whose quota; empty for the company's.
    pub rep: RepId,
    /// For which months.
    pub period: Period,
    /// How much, in the scenario's currency, or in units for a unit quota.
    pub amount: Money,
    /// What it is a quota of, such as new logos; empty for the rep's main quota.
    #[serde(default)]
    pub measure: String,
}
