//! What is found: one kind for each rule, with its amounts. Data only, worded by `present`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::finding::{At, DeadZone, MixUp, Move, Pay};
use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Money};

/// What was found. Tiers and the like count from 0, as in [`Place`]; attainments and shares are fractions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// [`Plan::errors`](crate::engine::comp::Plan::errors) refuses the plan.
    Refused {
        /// Which of the errors, counted from 0.
        error: usize,
    },
    /// Pay jumps: so much for the last unit of credit.
    Jump {
        /// Where.
        at: At,
        /// How much.
        pay: Pay,
        /// Pay just below it.
        before: Pay,
    },
    /// Pay falls as credit rises.
    Falling {
        /// Where it begins to fall.
        at: At,
        /// How much is lost.
        pay: Pay,
    },
    /// More credit pays nothing more.
    DeadZone {
        /// Where it lies among others.
        zone: DeadZone,
        /// First credit.
        from: At,
        /// Where pay goes on; `None` for never.
        to: Option<At>,
    },
    /// Pay for the next unit falls before quota.
    Regressive {
        /// Where.
        at: At,
        /// Pay for a unit before it, over the average up to quota.
        before: Decimal,
        /// After it.
        after: Decimal,
    },
    /// Credit above quota pays less a unit than credit up to it.
    OverQuotaPaysLess {
        /// Where.
        at: At,
        /// Pay for a unit there, over the average up to quota.
        after: Decimal,
    },
    /// Exactly quota does not pay exactly the target incentive.
    OffTarget {
        /// What it pays in a window.
        pay: Pay,
        /// What it should pay: the component's share of the target incentive, or the plan's whole. 1 is what is paid.
        target: Pay,
    },
    /// A multiplier is not 1 at target.
    MultiplierOffTarget {
        /// What it is at an attainment of 1.
        factor: Decimal,
    },
    /// The smallest credit is paid for as if it were more.
    PayAtZero {
        /// How much.
        pay: Pay,
    },
    /// A tier begins where nobody comes.
    TierUnreached {
        /// Where it begins.
        at: At,
        /// The most that was, can or should be reached, in the axis of the tiers.
        most: Decimal,
    },
    /// Two tiers begin closer than amounts are rounded.
    TiersTooClose {
        /// Where the second begins.
        at: At,
        /// Credit between them.
        apart: Decimal,
    },
    /// Credit is counted in whole units, and one that is exactly on a bound decides an amount.
    OnBound {
        /// The bound.
        at: At,
        /// What the setting of the boundary decides.
        pay: Pay,
        /// Windows of reps whose credit was just that; 0 where there is no data.
        n_windows: u32,
    },
    /// A condition that cannot be, or never was, met.
    GateShut {
        /// What it asks for.
        at: Decimal,
        /// The most that its component can come to or came to.
        most: Decimal,
    },
    /// A condition that always holds.
    GateOpen,
    /// More components than a rep can keep in mind.
    TooManyComponents {
        /// How many are paid.
        n: u32,
    },
    /// A component whose weight steers nobody.
    TinyWeight {
        /// The weight.
        weight: Decimal,
    },
    /// Weights that do not add up to 1.
    WeightsOff {
        /// Their sum.
        sum: Decimal,
    },
    /// A threshold that too many do not reach.
    ThresholdHigh {
        /// The threshold.
        at: Decimal,
        /// Share of the windows of reps below it.
        below: Decimal,
    },
    /// A cap takes effect.
    CapBinds {
        /// Share of the windows of reps.
        share: Decimal,
        /// Pay that it cut.
        cut: Money,
    },
    /// A number in another unit than it is read in.
    MixUp {
        /// How.
        mix_up: MixUp,
        /// The number.
        value: Decimal,
    },
    /// Credit costs more, the more of it there is.
    CostRises {
        /// The attainment looked at.
        at: Decimal,
        /// Pay over credit there, over the same at quota.
        times: Decimal,
    },
    /// A rate on other people's credit that is high for an override.
    OverrideHigh {
        /// The rate, a fraction of credit.
        rate: Decimal,
    },
    /// A deal is credited several times over.
    OverCredited {
        /// The deal with the most.
        deal: String,
        /// Its shares, added.
        most: Decimal,
        /// Share of the deals with shares that are credited with more than all of them.
        share: Decimal,
    },
    /// A draw above what is earned at target.
    DrawAboveTarget {
        /// Draw over target incentive of the same period.
        times: Decimal,
    },
    /// A guarantee without an end.
    DrawEndless,
    /// Nothing can be taken back: no deal of the data says when it was cancelled.
    NoCancellations,
    /// Where a deal is split in two, it pays more.
    SplitPays {
        /// How much more.
        pay: Pay,
    },
    /// Moving a deal from one window to another can pay; from the curve alone.
    TimingPays {
        /// The deal's size over quota.
        size: Decimal,
        /// The most that it can gain.
        pay: Pay,
        /// Attainments of the two windows without it: the one it leaves, the one it comes to.
        from: Decimal,
        /// The one it comes to.
        to: Decimal,
    },
    /// What a rep would have gained by moving one deal, all else equal, by exact replay.
    Gaming {
        /// How.
        kind: Move,
        /// Who would have gained most.
        rep: RepId,
        /// Name for people.
        name: String,
        /// With which deal.
        deal: String,
        /// Its day.
        day: NaiveDate,
        /// The day it is moved to.
        to: NaiveDate,
        /// How much.
        gain: Money,
        /// Median of what each rep could have gained so.
        median: Money,
        /// Reps who could have gained something.
        n_reps: u32,
    },
}

impl Rule {
    /// Its name in results and texts.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "refused",
            Self::Jump { .. } => "jump",
            Self::Falling { .. } => "falling",
            Self::DeadZone { .. } => "dead-zone",
            Self::Regressive { .. } => "regressive",
            Self::OverQuotaPaysLess { .. } => "over-quota-pays-less",
            Self::OffTarget { .. } => "off-target",
            Self::MultiplierOffTarget { .. } => "multiplier-off-target",
            Self::PayAtZero { .. } => "pay-at-zero",
            Self::TierUnreached { .. } => "tier-unreached",
            Self::TiersTooClose { .. } => "tiers-too-close",
            Self::OnBound { .. } => "on-bound",
            Self::GateShut { .. } => "gate-shut",
            Self::GateOpen => "gate-open",
            Self::TooManyComponents { .. } => "too-many-components",
            Self::TinyWeight { .. } => "tiny-weight",
            Self::WeightsOff { .. } => "weights-off",
            Self::ThresholdHigh { .. } => "threshold-high",
            Self::CapBinds { .. } => "cap-binds",
            Self::MixUp { .. } => "mix-up",
            Self::CostRises { .. } => "cost-rises",
            Self::OverrideHigh { .. } => "override-high",
            Self::OverCredited { .. } => "over-credited",
            Self::DrawAboveTarget { .. } => "draw-above-target",
            Self::DrawEndless => "draw-endless",
            Self::NoCancellations => "no-cancellations",
            Self::SplitPays { .. } => "split-pays",
            Self::TimingPays { .. } => "timing-pays",
            Self::Gaming { .. } => "gaming",
        }
    }
}
