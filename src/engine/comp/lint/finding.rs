//! A finding: its weight, its place in the plan, and the figures it tells. Data only.

use serde::{Deserialize, Serialize};

pub use super::rule::Rule;
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
    /// A component's `filter`.
    Filter,
    /// A component's `parts`.
    Parts,
    /// A component's `credit_from`.
    CreditFrom,
    /// A component's `accumulate`.
    Window,
    /// A component's `pay_basis`.
    PayBasis,
    /// A component's `tier_mode`.
    TierMode,
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
            Field::TierFrom if self.index.is_some() => format!("tiers{index}.from"),
            Field::TierValue if self.index.is_some() => format!("tiers{index}.value"),
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
            Self::Filter => "filter",
            Self::TierMode => "tier_mode",
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
