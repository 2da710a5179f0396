//! The parts of a plan that may move.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde::{Deserialize, Serialize};

use crate::engine::comp::plan::{Component, Measure, PayBasis, Plan, TierAxis, TierMode};
use crate::engine::units::Decimal;

/// A part of a plan that may move, within bounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lever {
    /// The component, by its place.
    pub component: usize,
    /// What of it.
    pub kind: LeverKind,
    /// Least; 0 if not given, for starts what the tier before leaves.
    pub min: Option<Decimal>,
    /// Greatest; if not given five times the greatest present value of the component, for starts what the next tier leaves,
    /// 1 for a threshold.
    pub max: Option<Decimal>,
}

/// What of a component moves. Tiers are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeverKind {
    /// A tier's value.
    Value {
        /// The tier.
        tier: usize,
    },
    /// Where a tier begins.
    Start {
        /// The tier.
        tier: usize,
    },
    /// The threshold.
    Threshold,
}

/// How far above the greatest present value others may go.
const MOST_TIMES: f64 = 5.0;
/// Between a start and the next.
const GAP: f64 = 0.01;

fn paying(plan: &Plan) -> impl Iterator<Item = (usize, &Component)> {
    let components = plan.components.iter().enumerate();
    components.filter(|(_, component)| !component.is_measured_only && component.matrix.is_none())
}

fn of_tiers(plan: &Plan, takes: impl Fn(&Component, usize) -> bool, kind: fn(usize) -> LeverKind) -> Vec<Lever> {
    let mut levers = Vec::new();
    for (place, component) in paying(plan) {
        let tiers = (0..component.tiers.len()).filter(|tier| takes(component, *tier));
        levers.extend(tiers.map(|tier| Lever { component: place, kind: kind(tier), min: None, max: None }));
    }
    levers
}

/// Whether a tier begins at quota or above it; `quota` is the component's.
pub(super) fn is_above_quota(component: &Component, tier: usize, quota: Decimal) -> bool {
    let unit = if component.tier_axis == TierAxis::Attainment { Decimal::ONE } else { quota };
    component.tiers.get(tier).is_some_and(|tier| Decimal::ZERO < unit && unit <= tier.from)
}

/// The values of all tiers, but for points of pay curves that say where pay begins.
pub fn values(plan: &Plan) -> Vec<Lever> {
    let takes = |component: &Component, tier: usize| {
        let is_zero = component.tiers.get(tier).is_some_and(|tier| tier.value.is_zero());
        !(is_zero && component.tier_mode == TierMode::Interpolated)
    };
    of_tiers(plan, takes, |tier| LeverKind::Value { tier })
}

/// The values of tiers that begin at quota or above it; on pay curves, the points above quota. Tiers by amount are taken
/// where the plan states a quota.
pub fn accelerators(plan: &Plan) -> Vec<Lever> {
    let takes = |component: &Component, tier: usize| {
        let quota = component.quota_beside(plan.quota.unwrap_or_default());
        let is_quota = component.tiers.get(tier).is_some_and(|tier| tier.from == Decimal::ONE);
        is_above_quota(component, tier, quota) && !(is_quota && component.tier_mode == TierMode::Interpolated)
    };
    of_tiers(plan, takes, |tier| LeverKind::Value { tier })
}

/// Where tiers above quota begin, but for one that begins at quota itself.
pub fn starts(plan: &Plan) -> Vec<Lever> {
    let takes = |component: &Component, tier: usize| {
        let is_by_attainment = component.tier_axis == TierAxis::Attainment;
        is_by_attainment && component.tiers.get(tier).is_some_and(|tier| Decimal::ONE < tier.from)
    };
    of_tiers(plan, takes, |tier| LeverKind::Start { tier })
}

/// The thresholds that the plan has.
pub fn thresholds(plan: &Plan) -> Vec<Lever> {
    let with = paying(plan).filter(|(_, component)| component.threshold.is_some());
    with.map(|(component, _)| Lever { component, kind: LeverKind::Threshold, min: None, max: None }).collect()
}

impl Lever {
    /// Its present value; `None` if the plan has no such part.
    pub fn read(&self, plan: &Plan) -> Option<Decimal> {
        let component = plan.components.get(self.component)?;
        match self.kind {
            LeverKind::Value { tier } => component.tiers.get(tier).map(|tier| tier.value),
            LeverKind::Start { tier } => component.tiers.get(tier).map(|tier| tier.from),
            LeverKind::Threshold => component.threshold.map(|threshold| threshold.at),
        }
    }

    /// Sets it.
    pub(super) fn write(&self, plan: &mut Plan, value: Decimal) {
        let Some(component) = plan.components.get_mut(self.component) else { return };
        match self.kind {
            LeverKind::Value { tier } => {
                if let Some(tier) = component.tiers.get_mut(tier) {
                    tier.value = value;
                }
            }
            LeverKind::Start { tier } => {
                if let Some(tier) = component.tiers.get_mut(tier) {
                    tier.from = value;
                }
            }
            LeverKind::Threshold => {
                if let Some(threshold) = &mut component.threshold {
                    threshold.at = value;
                }
            }
        }
    }

    /// Whether pay is linear in it, but for limits.
    pub(super) fn is_value(&self) -> bool {
        matches!(self.kind, LeverKind::Value { .. })
    }

    /// Least and greatest, with the other levers as they are in the plan.
    pub(super) fn bounds(&self, plan: &Plan) -> (f64, f64) {
        let now = self.read(plan).map_or(0.0, float);
        let Some(component) = plan.components.get(self.component) else { return (now, now) };
        let (least, most) = match self.kind {
            LeverKind::Value { .. } => {
                let greatest = component.tiers.iter().map(|tier| float(tier.value)).fold(0.0, f64::max);
                (0.0, MOST_TIMES * if 0.0 < greatest { greatest } else { base_scale(component) })
            }
            LeverKind::Start { tier } => {
                let at = |tier: Option<usize>| tier.and_then(|tier| component.tiers.get(tier)).map(|t| float(t.from));
                let before = at(tier.checked_sub(1));
                let gap = GAP * now.abs().max(1e-6);
                (
                    before.map_or(0.0, |before| before + gap),
                    at(tier.checked_add(1)).map_or(2.0 * now.max(1.0), |next| next - gap),
                )
            }
            LeverKind::Threshold => (0.0, 1.0 - GAP),
        };
        let least = self.min.map_or(least, float);
        let most = self.max.map_or(most, float);
        (least, most.max(least))
    }

    /// What a change of it is measured by.
    pub(super) fn scale(&self, plan: &Plan) -> f64 {
        let now = self.read(plan).map_or(0.0, |value| float(value).abs());
        let Some(component) = plan.components.get(self.component) else { return 1.0 };
        if !self.is_value() {
            return if 0.0 < now { now } else { 1.0 };
        }
        let n = component.tiers.len().max(1) as f64;
        let mean = component.tiers.iter().map(|tier| float(tier.value).abs()).sum::<f64>() / n;
        let scale = if 0.0 < now { now } else { mean };
        if 0.0 < scale && scale.is_finite() { scale } else { base_scale(component) }
    }

    /// The step that it is rounded to: 0.01 percentage points for rates, 0.001 for multiples and attainments, a cent or a
    /// whole unit for amounts.
    pub(super) fn step(&self, plan: &Plan) -> Decimal {
        let Some(component) = plan.components.get(self.component) else { return Decimal::ONE };
        let by_attainment = component.tier_axis == TierAxis::Attainment;
        match self.kind {
            LeverKind::Value { .. } => match component.pay_basis {
                PayBasis::Rate if is_share(component) => Decimal::new(1, 4),
                PayBasis::Rate | PayBasis::Fixed => Decimal::new(1, 2),
                PayBasis::BaseRate { .. } | PayBasis::TargetIncentive => Decimal::new(1, 3),
            },
            LeverKind::Start { .. } if !by_attainment => Decimal::ONE,
            LeverKind::Start { .. } | LeverKind::Threshold => Decimal::new(1, 3),
        }
    }
}

/// Whether its rates are fractions of money.
fn is_share(component: &Component) -> bool {
    let measure: Measure = component.measure;
    measure.is_money() && component.parts.is_empty()
}

/// A usual size of the component's values.
fn base_scale(component: &Component) -> f64 {
    match component.pay_basis {
        PayBasis::Rate if is_share(component) => 0.1,
        PayBasis::Rate | PayBasis::Fixed => 100.0,
        PayBasis::BaseRate { .. } | PayBasis::TargetIncentive => 1.0,
    }
}

pub(super) fn float(number: Decimal) -> f64 {
    number.to_f64().unwrap_or(0.0)
}

/// The nearest decimal, with twelve places at most.
pub(super) fn decimal(number: f64) -> Decimal {
    Decimal::from_f64(number.clamp(-1e15, 1e15)).unwrap_or_default().round_dp(12).normalize()
}
