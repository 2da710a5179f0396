//! What a plan says. Plain data: saved in scenarios, interpreted by `exact`, compiled by `compiled`.
//!
//! Symbols: `x` credited measure in the accumulation window, `Q` quota of that window, `A = x / Q` attainment,
//! `TI` the component's share of the target incentive for that window.

mod advance;
mod blend;
mod book;
mod check;
mod clawback;
mod draw;
mod error;
mod filter;
mod gate;
mod links;
mod matrix;
mod multiplier;
mod proration;
mod quota;
mod spiff;

use serde::{Deserialize, Serialize};

use crate::engine::units::{Decimal, Granularity, Rounding};

pub use advance::Advance;
pub use blend::BlendPart;
pub use book::{Assignment, BookError, PlanBook, Who};
pub use clawback::{Clawback, ClawbackKind, Holdback};
pub use draw::{Draw, DrawAmount, DrawKind};
pub use error::PlanError;
pub use filter::Filter;
pub use gate::{Condition, Gate, Otherwise};
pub use matrix::Matrix;
pub use multiplier::Multiplier;
pub use proration::{ProrateBy, Proration, Stay};
pub use quota::{CreditFrom, QuotaSource};
pub use spiff::{Milestone, Reward, Spiff};

/// An incentive plan for one role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Name for people.
    pub name: String,
    /// Target incentive a year for a rep whose own is not known.
    #[serde(default)]
    pub target_incentive: Option<Decimal>,
    /// Quota for a rep and month without a target, per year; a twelfth falls on each month.
    #[serde(default)]
    pub quota: Option<Decimal>,
    /// What is paid for; each is computed alone and the sum is paid.
    pub components: Vec<Component>,
    /// Where amounts are rounded.
    #[serde(default)]
    pub rounding: Rounding,
    /// SPIFFs, kickers, milestones and contests beside the components.
    #[serde(default)]
    pub spiffs: Vec<Spiff>,
    /// What is paid before it is earned.
    #[serde(default)]
    pub draw: Option<Draw>,
    /// What is taken back for cancelled deals.
    #[serde(default)]
    pub clawback: Option<Clawback>,
    /// What waits before it is paid.
    #[serde(default)]
    pub holdback: Option<Holdback>,
    /// How part years count.
    #[serde(default)]
    pub proration: Proration,
}

/// One measure of a plan with its own pay curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// Name for people, unique in the plan.
    pub name: String,
    /// Share of the target incentive, a fraction. Only [`PayBasis::TargetIncentive`] and [`Cap::PayMultiple`] use it.
    pub weight: Decimal,
    /// What is credited. Ignored where there are parts.
    #[serde(default)]
    pub measure: Measure,
    /// What counts.
    #[serde(default)]
    pub filter: Filter,
    /// Several measures as one attainment; empty for one measure.
    #[serde(default)]
    pub parts: Vec<BlendPart>,
    /// Whose credit counts.
    #[serde(default)]
    pub credit_from: CreditFrom,
    /// What it is held to.
    #[serde(default)]
    pub quota: QuotaSource,
    /// It pays nothing itself: others look at its attainment.
    #[serde(default)]
    pub is_measured_only: bool,
    /// How often it is paid.
    #[serde(default)]
    pub pay_period: Granularity,
    /// Over what credit adds up before the curve is applied.
    #[serde(default)]
    pub accumulate: Window,
    /// `true`: each period is paid `F(x to date) − F(x before)`. `false`: the rate reached to date is applied to this
    /// period's credit alone ("step rate of the period", "YTD rate on period").
    #[serde(default = "yes")]
    pub deduct_prior: bool,
    /// What the tiers' values are.
    pub pay_basis: PayBasis,
    /// What the tiers' bounds are measured in.
    #[serde(default)]
    pub tier_axis: TierAxis,
    /// How the tiers combine.
    #[serde(default)]
    pub tier_mode: TierMode,
    /// Which tier a credit exactly on a bound belongs to.
    #[serde(default)]
    pub boundary: Boundary,
    /// Tiers in rising order. Except for interpolated curves the first begins at 0. They may be missing where a matrix
    /// stands in their place, or nothing is paid.
    pub tiers: Vec<Tier>,
    /// What holds below a minimum attainment.
    #[serde(default)]
    pub threshold: Option<Threshold>,
    /// Limits; each is applied.
    #[serde(default)]
    pub caps: Vec<Cap>,
    /// What others must reach before it pays in full.
    #[serde(default)]
    pub gate: Option<Gate>,
    /// Others that scale its pay; each is applied, before caps on pay.
    #[serde(default)]
    pub multipliers: Vec<Multiplier>,
    /// A table in place of tiers.
    #[serde(default)]
    pub matrix: Option<Matrix>,
    /// What is paid ahead within its pay period.
    #[serde(default)]
    pub advance: Option<Advance>,
}

impl Default for Component {
    /// Pays the target incentive in proportion to attainment, each month alone.
    fn default() -> Self {
        Self {
            name: String::new(),
            weight: Decimal::ONE,
            measure: Measure::default(),
            filter: Filter::default(),
            parts: Vec::new(),
            credit_from: CreditFrom::default(),
            quota: QuotaSource::default(),
            is_measured_only: false,
            pay_period: Granularity::default(),
            accumulate: Window::default(),
            deduct_prior: true,
            pay_basis: PayBasis::TargetIncentive,
            tier_axis: TierAxis::default(),
            tier_mode: TierMode::default(),
            boundary: Boundary::default(),
            tiers: vec![Tier { from: Decimal::ZERO, value: Decimal::ONE }],
            threshold: None,
            caps: Vec::new(),
            gate: None,
            multipliers: Vec::new(),
            matrix: None,
            advance: None,
        }
    }
}

fn yes() -> bool {
    true
}

impl Component {
    /// How long credit adds up: never shorter than the pay period.
    pub fn window_length(&self) -> Granularity {
        match self.accumulate {
            Window::Deal | Window::PayPeriod => self.pay_period,
            Window::Quarter => Granularity::Quarter.max(self.pay_period),
            Window::HalfYear => Granularity::HalfYear.max(self.pay_period),
            Window::Year => Granularity::Year,
        }
    }
}

impl Plan {
    /// The component of the greatest weight, the first of several: costing follows its measure.
    pub fn heaviest(&self) -> Option<&Component> {
        self.components.iter().reduce(|best, next| if best.weight < next.weight { next } else { best })
    }
}

/// What is credited to a rep for a won deal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The deal's amount.
    #[default]
    Bookings,
    /// The deal's gross margin.
    Margin,
    /// The deal's units.
    Units,
    /// One for each deal.
    Deals,
    /// The deal's amount in equal parts over the months of its term from the closing month on; at once without a term.
    Revenue,
    /// Activities of the rep, counted.
    Activities,
    /// Results of objectives (MBO, KSO): each fraction reached counts for the months of its period, and the quota is the
    /// months of the window, so that attainment is their mean; several objectives are averaged by their weights.
    Scorecard,
}

impl Measure {
    /// Whether credit is money, not a count.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Bookings | Self::Margin | Self::Revenue)
    }
}

/// Over what credit adds up before the curve is applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// Each deal alone; quota and target incentive are those of the pay period.
    Deal,
    /// The pay period: each stands alone ("discrete").
    #[default]
    PayPeriod,
    /// The fiscal quarter to date.
    Quarter,
    /// The fiscal year to date.
    Year,
    /// The fiscal half-year to date. It comes last so that what is stored by number stays what it was.
    HalfYear,
}

/// What the tiers' values are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PayBasis {
    /// Values are commission rates: fractions of the credit, or money per unit.
    Rate,
    /// Values are multiples of one base rate (accelerators above 1, decelerators below).
    BaseRate {
        /// The base rate, a fraction of the credit, or money per unit.
        rate: Decimal,
    },
    /// Marginal and retroactive: multiples of the base commission rate `TI / Q`. Interpolated: payout as a fraction
    /// of `TI` at each point.
    TargetIncentive,
    /// Values are amounts of money. Marginal: amounts of all tiers reached, added. Retroactive: the amount of the tier
    /// reached. Interpolated: the amount at each point.
    Fixed,
}

/// What tier bounds are measured in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TierAxis {
    /// The credited measure itself: money, or units for [`Measure::Units`] and [`Measure::Deals`].
    Amount,
    /// Attainment: `1` is quota.
    #[default]
    Attainment,
}

/// How tiers combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TierMode {
    /// Each slice is paid at its own tier's value ("progressive", "step", "non-retroactive").
    #[default]
    Marginal,
    /// All credit is paid at the value of the tier reached ("back to dollar one", "straight", "highest rate").
    Retroactive,
    /// The value is linear between the tiers' bounds, constant after the last, and 0 before the first ("pay curve").
    /// For [`PayBasis::Rate`] and [`PayBasis::BaseRate`] the interpolated rate applies to all credit.
    Interpolated,
    /// Credit up to quota is paid by slices; all credit above quota at the value of the highest tier reached
    /// (`pay = F(Q) + (x − Q) · value(tier of x)`). Needs a quota, and tiers that are no fixed amounts.
    HighestOverQuota,
}

/// Which tier a credit exactly on a bound belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Boundary {
    /// The bound is the lower, inclusive end of the tier above: reaching it is enough.
    #[default]
    Lower,
    /// The bound is the upper, inclusive end of the tier below: it must be exceeded.
    Upper,
}

/// One tier, or one point of an interpolated curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Where it begins, in units of the tier axis.
    pub from: Decimal,
    /// Its rate, multiple, payout fraction or amount; see [`PayBasis`].
    pub value: Decimal,
}

/// A minimum attainment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Attainment below which nothing is paid (`0.5` is half of quota); needs a quota.
    pub at: Decimal,
    /// What happens from there on.
    pub kind: ThresholdKind,
}

/// How pay starts at the threshold `T`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ThresholdKind {
    /// Pay jumps to the full curve.
    Cliff,
    /// Pay rises linearly from 0 at `T` to the pay at quota: `F(Q)·(A − T)/(1 − T)`.
    Slide,
    /// Pay jumps to a share of the pay at quota and rises linearly: `F(Q)·(f + (1 − f)(A − T)/(1 − T))`.
    Floor {
        /// The share `f` of the pay at quota that is paid at the threshold.
        share: Decimal,
    },
}

/// A limit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cap {
    /// Pay of the window is at most this amount.
    Pay {
        /// Money.
        amount: Decimal,
        /// What is cut is kept as a balance and paid in later windows of the fiscal year that leave room below the cap;
        /// not where a period is paid at the rate to date.
        #[serde(default)]
        is_refundable: bool,
    },
    /// Pay of the window is at most this multiple of the component's target incentive.
    PayMultiple {
        /// `2` is twice the target incentive.
        times: Decimal,
        /// What is cut is kept as a balance and paid in later windows of the fiscal year that leave room below the cap;
        /// not where a period is paid at the rate to date.
        #[serde(default)]
        is_refundable: bool,
    },
    /// Credit above this attainment does not count.
    Attainment {
        /// `1.5` is one and a half quotas.
        at: Decimal,
    },
    /// No tier pays at more than this rate (of credit), whatever its value; for multiples, more than this multiple.
    Rate {
        /// In the unit of the tiers' values.
        at: Decimal,
    },
    /// One deal is paid at most this amount. Where single deals are not known (simulation) it does not bind.
    Deal {
        /// Money.
        amount: Decimal,
    },
}
