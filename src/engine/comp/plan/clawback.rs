//! Clawbacks (chargebacks) and holdbacks: pay that is taken back, or waits.

use serde::{Deserialize, Serialize};

use super::PlanError;
use crate::engine::units::Decimal;

/// What happens to the pay of a deal that is cancelled, by components and SPIFFs: it is taken back in the payout period of
/// the cancellation, first from what is held for the deal, then from pay; what pay does not suffice for is owed and taken
/// from later pay. What the deal is paid later is taken back when it is paid. Milestones stay, as no single deal is paid
/// them; of a prize goes back what would not have been won without the deal.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clawback {
    /// Only if it is cancelled within so many months of closing, the same day of the month included; at any time if none.
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
    /// The difference to what its window pays without the deal, to the end of each payout period.
    Recomputed,
    /// `paid · (months left) / (months of the term)`; all of it for a deal without a term. The day of cancellation is the
    /// last day served; months that are not over are left.
    ProRata,
    /// A share of what it was paid.
    Percent {
        /// A fraction from 0 to 1.
        share: Decimal,
    },
}

/// A part of what components pay waits; SPIFFs are paid at once.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Holdback {
    /// The part that waits, a fraction from 0 to 1.
    pub share: Decimal,
    /// It is released so many months after the payout period's last month. What was held for a deal that is cancelled before
    /// is lost: all of it without a clawback; with one, as much as the clawback takes back.
    pub months: u32,
}

impl Clawback {
    /// The first rule it breaks.
    pub(super) fn error(&self) -> Option<PlanError> {
        match self.kind {
            ClawbackKind::Percent { share } if !is_share(share) => Some(PlanError::ClawbackShare { share }),
            _ => None,
        }
    }
}

impl Holdback {
    /// The first rule it breaks.
    pub(super) fn error(&self) -> Option<PlanError> {
        (!is_share(self.share)).then_some(PlanError::HoldbackShare { share: self.share })
    }
}

fn is_share(share: Decimal) -> bool {
    Decimal::ZERO <= share && share <= Decimal::ONE
}
