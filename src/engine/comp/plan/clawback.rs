//! Clawbacks (chargebacks) and holdbacks: pay that is taken back, or waits.

use serde::{Deserialize, Serialize};

use crate::engine::units::Decimal;

/// What happens to the pay of a deal that is cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clawback {
    /// Only if it is cancelled within so many months of closing; at any time if none.
    #[serde(default)]
    pub within_months: Option<u32>,
    /// How much is taken back.
    pub kind: ClawbackKind,
}

/// How much of a deal's pay is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClawbackKind {
    /// What the deal was paid, at the rate it was paid at.
    OriginalRate,
    /// The difference to what its window pays without the deal.
    Recomputed,
    /// `paid · (months left) / (months of the term)`; all of it for a deal without a term.
    ProRata,
    /// A share of what it was paid.
    Percent {
        /// A fraction from 0 to 1.
        share: Decimal,
    },
}

/// A part of what is earned waits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Holdback {
    /// The part that waits, a fraction from 0 to 1.
    pub share: Decimal,
    /// It is released after so many months. What was held for a deal that is cancelled before is not released.
    pub months: u32,
}
