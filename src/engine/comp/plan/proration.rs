//! Part years: starters, leavers, leave, ramp, and the seasons of a quota.

use serde::{Deserialize, Serialize};

use crate::engine::units::Decimal;

/// How quota and target incentive follow the time a rep is there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Proration {
    /// How much of a month in part counts.
    pub by: ProrateBy,
    /// Whether the rep's own targets are scaled too. Targets that are loaded by month or quarter mostly have it in them
    /// already.
    pub targets_too: bool,
    /// Quota in the first months from hire on as fractions of the full one: `[0, 0.25, 0.5]` and 1 from the fourth.
    pub ramp: Vec<Decimal>,
    /// Whether the target incentive ramps with the quota.
    pub ramps_incentive: bool,
    /// How the plan's yearly quota spreads over the fiscal year: 12 months or 4 quarters, as weights; even if empty.
    pub seasons: Vec<Decimal>,
}

/// How much of a month in part counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProrateBy {
    /// Hire, leaving and leave change nothing.
    #[default]
    Nothing,
    /// Days there over days of the month.
    Days,
    /// A month counts whole if the rep is there on its first day, else not at all.
    WholeMonths,
}
