//! The exact interpreter: what a component pays for a window's credit, with every step of the arithmetic.
//!
//! Mechanics act in this order: credit, attainment cap, tiers or matrix (rate caps in them), threshold, gate,
//! multipliers, pay caps, and last the caps of single deals, which belong to the statement.

mod caps;
mod matrix;
mod modify;
mod number;
mod ready;
mod step;
#[cfg(test)]
mod tests;
mod tiers;
mod trace;

use serde::{Deserialize, Serialize};

use super::plan::{Boundary, Cap, Component, Matrix, PayBasis, Plan, Threshold, ThresholdKind, TierAxis, TierMode};
use crate::engine::units::Decimal;

pub(crate) use caps::Earned;
pub(crate) use number::{between, divided, minus, plus, times};
pub(crate) use ready::Ready;
pub use step::{CapKind, Step};
pub(crate) use trace::Trace;

/// What a rep is held to in one accumulation window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// Quota of the window, in the measure's unit; `None` if the rep has none.
    pub quota: Option<Decimal>,
    /// The component's share of the target incentive for the window.
    pub target_incentive: Decimal,
}

/// What a component has reached in its window to date, as others see it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reached {
    /// Credit.
    pub credit: Decimal,
    /// Credit over the quota of its window; `None` without a quota.
    pub attainment: Option<Decimal>,
}

/// An amount and how it came about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Payout {
    /// Pay, not rounded.
    pub pay: Decimal,
    /// The steps, in order.
    pub trace: Vec<Step>,
}

/// `F(x)`: what the component pays for `credit` in a window with these terms, before any deduction or rounding, as if it
/// stood alone: gates are open, nothing is multiplied, and a matrix, which has no row then, pays nothing. With other
/// components see [`payout_among`].
///
/// Credit of 0 or less pays nothing, and so does a component that needs a quota where there is none.
///
/// ```
/// use attain::engine::comp::{payout, Terms, templates};
/// use attain::engine::units::Decimal;
/// let plan = templates::flat(Decimal::new(10, 2));
/// let paid = payout(&plan.components[0], Decimal::from(4_000), &Terms::default());
/// assert_eq!(paid.pay, Decimal::from(400));
/// ```
pub fn payout(component: &Component, credit: Decimal, terms: &Terms) -> Payout {
    paid(&Ready::alone(component), credit, terms, &[])
}

/// The same where other components, by name, have reached this. One that is not among them has reached nothing: gates
/// that look at it are closed, multipliers are at their first step.
pub fn payout_among(component: &Component, credit: Decimal, terms: &Terms, others: &[(&str, Reached)]) -> Payout {
    let (names, reached): (Vec<&str>, Vec<Reached>) = others.iter().copied().unzip();
    paid(&Ready::new(component, &names), credit, terms, &reached)
}

fn paid(ready: &Ready, credit: Decimal, terms: &Terms, others: &[Reached]) -> Payout {
    let mut trace = Trace::kept();
    trace.add(|| Step::Credited { credit });
    let earned = Now::new(ready, terms, others).earned(credit, &mut trace);
    ready.component.trace_balance(earned, Decimal::ZERO, terms, &mut trace);
    Payout { pay: earned.with(Decimal::ZERO), trace: trace.into_steps() }
}

/// A component at one time: its terms and what others have reached then.
pub(crate) struct Now<'a> {
    ready: &'a Ready<'a>,
    terms: &'a Terms,
    others: &'a [Reached],
    is_open: bool,
    row: Decimal,
}

impl<'a> Now<'a> {
    /// `others` in the order of the names that the component was made ready with.
    pub(crate) fn new(ready: &'a Ready<'a>, terms: &'a Terms, others: &'a [Reached]) -> Self {
        let modify::Standing { is_open, row } = ready.standing(others);
        Self { ready, terms, others, is_open, row }
    }

    /// What it earns for a credit, up to its caps.
    pub(crate) fn earned(&self, credit: Decimal, trace: &mut Trace) -> Earned {
        let component = self.ready.component;
        let pay = if component.is_measured_only {
            trace.add(|| Step::MeasuredOnly);
            Decimal::ZERO
        } else if credit <= Decimal::ZERO {
            Decimal::ZERO
        } else {
            let pay = self.curve(credit, trace);
            let pay = self.ready.gated(pay, self.is_open, trace);
            self.ready.multiplied(pay, self.others, trace)
        };
        component.capped(pay, self.terms, trace)
    }

    /// Attainment cap, tiers or matrix, threshold.
    fn curve(&self, credit: Decimal, trace: &mut Trace) -> Decimal {
        let (component, terms) = (self.ready.component, self.terms);
        let quota = terms.quota.filter(|quota| Decimal::ZERO < *quota);
        if quota.is_none() && component.needs_quota() {
            trace.add(|| Step::QuotaMissing);
            return Decimal::ZERO;
        }
        let credit = quota.map_or(credit, |quota| component.up_to_caps(credit, quota, trace));
        let is_share = component.matrix.is_some() || component.tier_mode == TierMode::Interpolated;
        let is_multiple = component.pay_basis != PayBasis::TargetIncentive || !is_share;
        if let Some(rate) = component.base_rate(terms).filter(|_| is_multiple) {
            let is_target = component.pay_basis == PayBasis::TargetIncentive;
            let target_incentive = is_target.then_some(terms.target_incentive);
            trace.add(|| Step::BaseRate { target_incentive, quota: quota.unwrap_or_default(), rate });
        }
        self.ready.trace_gate(self.others, self.is_open, trace);
        let withheld = self.ready.withheld.as_ref().filter(|_| !self.is_open);
        let curve = tiers::Curve {
            ready: self.ready,
            table: withheld.unwrap_or(&self.ready.tiers),
            quota: quota.unwrap_or_default(),
            target_incentive: terms.target_incentive,
            row: self.row,
        };
        match component.threshold.zip(quota) {
            Some((threshold, quota)) => curve.above(threshold, quota, credit, trace),
            None => curve.pay(credit, trace),
        }
    }
}

impl tiers::Curve<'_> {
    /// Pay with a threshold.
    fn above(&self, threshold: Threshold, quota: Decimal, credit: Decimal, trace: &mut Trace) -> Decimal {
        let bound = times(threshold.at, quota);
        if !self.component().boundary.reached(credit, bound) {
            trace.add(|| Step::BelowThreshold { attainment: divided(credit, quota), threshold: threshold.at });
            return Decimal::ZERO;
        }
        let floor = match threshold.kind {
            ThresholdKind::Cliff => return self.pay(credit, trace),
            ThresholdKind::Slide => Decimal::ZERO,
            ThresholdKind::Floor { share } => share,
        };
        if quota <= credit {
            return self.pay(credit, trace);
        }
        let at_quota = self.pay(quota, &mut Trace::off());
        let way = divided(minus(credit, bound), minus(quota, bound));
        let share = plus(floor, times(minus(Decimal::ONE, floor), way));
        let pay = times(at_quota, share);
        trace.add(|| Step::Slide { threshold: threshold.at, at_quota, floor, share, pay });
        pay
    }
}

impl Plan {
    /// Whether another component looks at what this one attains, so that it needs a quota.
    pub fn looks_at_attainment_of(&self, component: &Component) -> bool {
        let is_it = |name: &str| name == component.name;
        self.components.iter().any(|other| {
            let mut conditions = other.gate.iter().flat_map(|gate| &gate.conditions);
            let by_row = |matrix: &Matrix| matrix.row_axis == TierAxis::Attainment && is_it(&matrix.component);
            conditions.any(|condition| is_it(&condition.component))
                || other.multipliers.iter().any(|multiplier| is_it(&multiplier.component))
                || other.matrix.as_ref().is_some_and(by_row)
        })
    }
}

impl Component {
    /// Credit up to its attainment caps.
    fn up_to_caps(&self, mut credit: Decimal, quota: Decimal, trace: &mut Trace) -> Decimal {
        trace.add(|| Step::Attainment { credit, quota, attainment: divided(credit, quota) });
        for cap in &self.caps {
            if let Cap::Attainment { at } = *cap
                && times(at, quota) < credit
            {
                let after = times(at, quota);
                trace.add(|| Step::Capped { cap: CapKind::Attainment, before: credit, after });
                credit = after;
            }
        }
        credit
    }

    /// Whether it can pay nothing without a quota.
    pub fn needs_quota(&self) -> bool {
        let by_quota = self.matrix.is_none() && self.tier_mode == TierMode::HighestOverQuota;
        !self.is_measured_only
            && (by_quota
                || self.tier_axis == TierAxis::Attainment
                || self.threshold.is_some()
                || self.pay_basis == PayBasis::TargetIncentive
                || self.caps.iter().any(|cap| matches!(cap, Cap::Attainment { .. })))
    }

    /// The limit of a single deal's pay, if there is one.
    pub fn deal_cap(&self) -> Option<Decimal> {
        self.caps.iter().filter_map(|cap| if let Cap::Deal { amount } = cap { Some(*amount) } else { None }).min()
    }
}

impl Boundary {
    /// Whether credit of `x` has come to the tier that begins at `bound`.
    pub fn reached(self, x: Decimal, bound: Decimal) -> bool {
        match self {
            Self::Lower => bound <= x,
            Self::Upper => bound < x,
        }
    }
}
