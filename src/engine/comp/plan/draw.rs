//! Draws and guarantees: pay before it is earned.

use serde::{Deserialize, Serialize};

use super::PlanError;
use super::check::MOST;
use crate::engine::units::{Decimal, Granularity};

/// What a rep is paid at least in each period, and whether it is owed back.
///
/// Earnings `E` are what the rep would be paid without the draw: components and SPIFFs, less what is held or taken back, and
/// what is released. Periods are those of the fiscal calendar. Payout periods are no longer than the draw's; where they are
/// shorter, as with a quarter's draw on monthly pay, the draw is settled in the last of them. A balance goes with the rep
/// to the next plan, and stays owed when the rep leaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// How much.
    pub amount: DrawAmount,
    /// For each such period.
    #[serde(default)]
    pub per: Granularity,
    /// Whether it is owed back.
    pub kind: DrawKind,
    /// It runs for so many periods, from the rep's first on the plan (or from hire, whichever is later); for good if none.
    #[serde(default)]
    pub n_periods: Option<u32>,
    /// Only for reps hired after the plan's first month (the first month replayed, or that of their assignment): new hires.
    #[serde(default)]
    pub is_for_new_hires: bool,
    /// Earnings above the draw go to the balance only from this period on, counted from 1: deferred recovery.
    #[serde(default)]
    pub recover_from: Option<u32>,
    /// The share of earnings above the draw that goes to the balance; 1 if none is stated. After the draw has ended, the
    /// share of all earnings.
    #[serde(default)]
    pub recovery_share: Option<Decimal>,
}

/// How much a draw is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DrawAmount {
    /// Money.
    Money(Decimal),
    /// A fraction of the rep's target incentive for the period.
    TargetIncentive(Decimal),
}

/// Whether a draw is owed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DrawKind {
    /// `short = max(0, D − E)` is paid and owed; `min(B, max(0, E − D))` is recovered.
    Recoverable,
    /// `paid = max(E, D)`: nothing is owed. A guarantee.
    NonRecoverable,
    /// Recoverable while it runs; what is still owed when it ends is forgiven.
    Forgiven,
}

impl Draw {
    /// The first rule it breaks.
    pub(super) fn error(&self) -> Option<PlanError> {
        let (field, amount) = match self.amount {
            DrawAmount::Money(amount) => ("amount", amount),
            DrawAmount::TargetIncentive(share) => ("share", share),
        };
        if amount < Decimal::ZERO {
            return Some(PlanError::DrawNegative { field });
        }
        if Decimal::from(MOST) < amount {
            return Some(PlanError::DrawTooLarge);
        }
        match self.recovery_share {
            Some(share) if share < Decimal::ZERO => Some(PlanError::DrawNegative { field: "recovery_share" }),
            Some(share) if Decimal::ONE < share => Some(PlanError::RecoveryTooHigh { share }),
            _ if self.n_periods == Some(0) => Some(PlanError::DrawWithoutPeriods),
            _ => None,
        }
    }
}
