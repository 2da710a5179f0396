//! What the lint says: a rule that a plan breaks or a fact worth knowing, with its place and amounts. Data only.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Money};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The plan cannot be run.
    Error,
    /// Most plans should not have it.
    Warning,
    /// Worth knowing.
    Note,
}

/// Which setting a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The plan as a whole, or the component as a whole.
    Whole,
    /// `components` of the plan.
    Components,
    /// `quota`, of the plan or a component.
    Quota,
    /// `target_incentive` of the plan.
    TargetIncentive,
    /// A component's or SPIFF's `name`.
    Name,
    /// A component's `weight`.
    Weight,
    /// A component's `parts`.
    Parts,
    /// A component's `credit_from`.
    CreditFrom,
    /// A component's `accumulate`.
    Window,
    /// A component's `pay_basis`.
    PayBasis,
    /// A component's `boundary`.
    Boundary,
    /// A tier's `from`.
    TierFrom,
    /// A tier's `value`.
    TierValue,
    /// A component's `threshold`.
    Threshold,
    /// A component's `caps`.
    Caps,
    /// A condition of a component's `gate`.
    Gate,
    /// A component's `multipliers`.
    Multipliers,
    /// A component's `matrix`.
    Matrix,
    /// The plan's `spiffs`.
    Spiffs,
    /// The plan's `draw`.
    Draw,
    /// The plan's `clawback`.
    Clawback,
    /// The plan's `holdback`.
    Holdback,
    /// The plan's `proration`.
    Proration,
}

/// Where in the plan: enough for a link to the control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The component, counted from 0; `None` for a setting of the plan.
    pub component: Option<usize>,
    /// The setting.
    pub field: Field,
    /// Which of several: tier, cap, condition, multiplier, part or SPIFF, counted from 0.
    pub index: Option<usize>,
}

impl Place {
    /// A setting of the plan.
    pub fn plan(field: Field) -> Self {
        Self { component: None, field, index: None }
    }

    /// A setting of a component.
    pub fn of(component: usize, field: Field) -> Self {
        Self { component: Some(component), field, index: None }
    }

    /// One of several.
    #[must_use]
    pub fn at(self, index: usize) -> Self {
        Self { index: Some(index), ..self }
    }

    /// As a path in the plan's file: `components[0].tiers[1].from`.
    pub fn path(self) -> String {
        let index = self.index.map(|index| format!("[{index}]")).unwrap_or_default();
        let field = match self.field {
            Field::Whole => String::new(),
            Field::TierFrom => format!("tiers{index}.from"),
            Field::TierValue => format!("tiers{index}.value"),
            Field::Gate if self.index.is_some() => format!("gate.conditions{index}"),
            field => field.name().to_owned() + &index,
        };
        match (self.component, field.is_empty()) {
            (None, _) => field,
            (Some(component), true) => format!("components[{component}]"),
            (Some(component), false) => format!("components[{component}].{field}"),
        }
    }
}

impl Field {
    /// The setting's name in the definition.
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Components => "components",
            Self::Quota => "quota",
            Self::TargetIncentive => "target_incentive",
            Self::Name => "name",
            Self::Weight => "weight",
            Self::Parts => "parts",
            Self::CreditFrom => "credit_from",
            Self::Window => "accumulate",
            Self::PayBasis => "pay_basis",
            Self::Boundary => "boundary",
            Self::TierFrom | Self::TierValue => "tiers",
            Self::Threshold => "threshold",
            Self::Caps => "caps",
            Self::Gate => "gate",
            Self::Multipliers => "multipliers",
            Self::Matrix => "matrix",
            Self::Spiffs => "spiffs",
            Self::Draw => "draw",
            Self::Clawback => "clawback",
            Self::Holdback => "holdback",
            Self::Proration => "proration",
        }
    }
}

/// Pay in a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    /// Money of one window; `None` where quota or target incentive is not known.
    pub money: Option<Money>,
    /// The same as a fraction of what the component pays for exactly its quota; `None` without a quota.
    pub of_target: Option<Decimal>,
}

/// A place on the axis of credit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct At {
    /// Credit of a window in the measure's unit; `None` where it depends on a quota that is not known.
    pub credit: Option<Decimal>,
    /// Attainment, a fraction; `None` where there is no quota.
    pub attainment: Option<Decimal>,
}

/// Where a stretch without marginal pay lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadZone {
    /// From 0 on.
    AtStart,
    /// Between two stretches that pay.
    Between,
    /// To the end.
    AtEnd,
}

/// How a number looks mistaken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MixUp {
    /// A fraction that is a hundred times too large: 80 where 0.8 is meant.
    Percent,
    /// Bounds that are attainments where amounts of credit are asked for.
    AttainmentAsAmount,
    /// A rate for each unit that is a fraction of money.
    FractionPerUnit,
}

/// How a deal is moved or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// Closed before the end of the period, not after.
    PullIn,
    /// Closed after the end of the period, not before.
    PushOut,
    /// Kept for the first day of the new fiscal year.
    NewYear,
    /// Written as two deals of half the size.
    Split,
}

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

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What, with its amounts.
    pub rule: Rule,
    /// How many more of the same rule the component has, beside those that are listed.
    pub n_more: u32,
}

impl Finding {
    /// A finding that stands alone.
    pub fn new(severity: Severity, place: Place, rule: Rule) -> Self {
        Self { severity, place, rule, n_more: 0 }
    }
}
