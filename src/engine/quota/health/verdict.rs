//! How measures stand, what they lack, and what is to be done.

use serde::{Deserialize, Serialize};

/// How a measure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// As it should be.
    Healthy,
    /// Off, but chance may have done it.
    Look,
    /// Off, and not by chance.
    Unhealthy,
    /// A figure without a published range: to be compared from year to year.
    NoRange,
    /// It cannot be told.
    NotEnough(Missing),
}

/// What is missing for a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// No quota in these months.
    Targets,
    /// Every quota is nothing.
    QuotasAboveZero,
    /// Reps of whom the figure is known: so many are needed.
    Reps {
        /// How many there must be.
        at_least: u32,
    },
    /// No won deal in these months.
    Deals,
    /// Won deals: so many a rep are needed on average.
    DealsPerRep {
        /// How many.
        at_least: u32,
    },
    /// Base salary or target incentive.
    Pay,
    /// A threshold.
    Threshold,
    /// Sales of the months before.
    PriorSales,
    /// Neither sales of the months before nor revenue of accounts.
    Size,
    /// All reps have the same figure.
    Differences,
    /// Estimates of what reps can sell.
    Estimates,
    /// Open deals that are expected to close in a fiscal year with quotas.
    Pipeline,
    /// Two groups of two reps with such a field.
    Groups,
}

/// What to do about a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Quota is low for the pay: raise quotas or look at pay.
    QuotaLowForPay,
    /// Quota is high for the pay.
    QuotaHighForPay,
    /// Too few reach it: lower the level of quotas, or look at capacity.
    TooFewReach,
    /// Too many reach it: quotas are too easy.
    TooManyReach,
    /// Quotas of large territories are too high.
    LargeTerritoriesTooHigh,
    /// Quotas of small territories are too high.
    SmallTerritoriesTooHigh,
    /// Boxes differ, in no order of size.
    BoxesDiffer,
    /// Who grows is not who attains.
    GrowthGoesUnrewarded,
    /// A tail of few far above quota: costly under accelerators.
    LongUpperTail,
    /// A tail of few far below quota.
    LongLowerTail,
    /// Two camps: look for what tells them apart.
    TwoCamps,
    /// Differences are mostly luck: do not judge reps by one span.
    MostlyLuck,
    /// Differences are mostly lasting: look whether skill or territory makes them.
    MostlyLasting,
    /// The interval holds both luck and lasting differences: take more months.
    TakeMoreMonths,
    /// Quotas outside their interval: hear the appeals.
    HearAppeals,
    /// Groups differ: look at territories and ramp before people.
    GroupsDiffer,
    /// Pipeline is spread unevenly.
    PipelineUneven,
    /// Pipeline is thin for what is left of the quota.
    PipelineThin,
}
