//! What is asked of a plan.

use serde::{Deserialize, Serialize};

/// How far a plan's cost may lie from the budget, as a fraction of it.
pub const TOLERANCE_OF_BUDGET: f64 = 0.001;

/// One thing that is asked of a plan. Shares are fractions, amounts money for the time that the team is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// The plan costs this much, within [`TOLERANCE_OF_BUDGET`].
    Budget {
        /// Money.
        amount: f64,
    },
    /// Pay over credit is at most this.
    CcosAtMost {
        /// A fraction.
        share: f64,
    },
    /// Each component pays its share of the target incentive at quota: `pay(A = 1) = weight · TI`.
    TargetPaysTarget,
    /// No component pays less for more.
    Monotone,
    /// `pay(E) / pay(1)` is at least this.
    LeverageAtLeast {
        /// A multiple.
        times: f64,
    },
    /// `pay(E) / pay(1)` is at most this.
    LeverageAtMost {
        /// A multiple.
        times: f64,
    },
    /// Every tier that begins at quota or above it pays at least this multiple of the base.
    AcceleratorAtLeast {
        /// A multiple.
        times: f64,
    },
    /// Every tier that begins at quota or above it pays at most this multiple of the base.
    AcceleratorAtMost {
        /// A multiple.
        times: f64,
    },
    /// At most this share of reps is paid less than on the present plan for the same performance.
    WorseOffAtMost {
        /// A fraction of reps.
        share: f64,
    },
}

impl Demand {
    /// The number that it asks for, if it is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Budget { amount } => Some(amount),
            Self::CcosAtMost { share } | Self::WorseOffAtMost { share } => Some(share),
            Self::LeverageAtLeast { times }
            | Self::LeverageAtMost { times }
            | Self::AcceleratorAtLeast { times }
            | Self::AcceleratorAtMost { times } => Some(times),
            Self::TargetPaysTarget | Self::Monotone => None,
        }
    }

    /// The same with another number.
    #[must_use]
    pub fn with(self, number: f64) -> Self {
        match self {
            Self::Budget { .. } => Self::Budget { amount: number },
            Self::CcosAtMost { .. } => Self::CcosAtMost { share: number },
            Self::WorseOffAtMost { .. } => Self::WorseOffAtMost { share: number },
            Self::LeverageAtLeast { .. } => Self::LeverageAtLeast { times: number },
            Self::LeverageAtMost { .. } => Self::LeverageAtMost { times: number },
            Self::AcceleratorAtLeast { .. } => Self::AcceleratorAtLeast { times: number },
            Self::AcceleratorAtMost { .. } => Self::AcceleratorAtMost { times: number },
            Self::TargetPaysTarget | Self::Monotone => self,
        }
    }

    /// Whether a greater number asks for less.
    pub(super) fn is_ceiling(self) -> bool {
        matches!(
            self,
            Self::CcosAtMost { .. }
                | Self::WorseOffAtMost { .. }
                | Self::LeverageAtMost { .. }
                | Self::AcceleratorAtMost { .. }
        )
    }
}
