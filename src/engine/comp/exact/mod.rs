//! The exact interpreter: what a component pays for a window's credit, with every step of the arithmetic.

mod number;
mod step;
mod tiers;

use serde::{Deserialize, Serialize};

use super::plan::{Boundary, Cap, Component, PayBasis, ThresholdKind, TierAxis, TierMode};
use crate::engine::units::Decimal;

pub(crate) use number::{divided, plus, times};
pub use step::{CapKind, Step};

/// What a rep is held to in one accumulation window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// Quota of the window, in the measure's unit; `None` if the rep has none.
    pub quota: Option<Decimal>,
    /// The component's share of the target incentive for the window.
    pub target_incentive: Decimal,
}

/// An amount and how it came about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Payout {
    /// Pay, not rounded.
    pub pay: Decimal,
    /// The steps, in order.
    pub trace: Vec<Step>,
}

/// `F(x)`: what the component pays for `credit` in a window with these terms, before any deduction or rounding.
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
    let mut trace = vec![Step::Credited { credit }];
    let pay = if credit <= Decimal::ZERO { Decimal::ZERO } else { pay(component, credit, terms, &mut trace) };
    Payout { pay, trace }
}

fn pay(component: &Component, credit: Decimal, terms: &Terms, trace: &mut Vec<Step>) -> Decimal {
    let quota = terms.quota.filter(|quota| Decimal::ZERO < *quota);
    if quota.is_none() && component.needs_quota() {
        trace.push(Step::QuotaMissing);
        return Decimal::ZERO;
    }
    let mut credit = credit;
    if let Some(quota) = quota {
        trace.push(Step::Attainment { credit, quota, attainment: divided(credit, quota) });
        for cap in &component.caps {
            if let Cap::Attainment { at } = *cap
                && times(at, quota) < credit
            {
                trace.push(Step::Capped { cap: CapKind::Attainment, before: credit, after: times(at, quota) });
                credit = times(at, quota);
            }
        }
    }
    let is_share = component.pay_basis == PayBasis::TargetIncentive && component.tier_mode == TierMode::Interpolated;
    if let Some(rate) = component.base_rate(terms).filter(|_| !is_share) {
        let target_incentive = (component.pay_basis == PayBasis::TargetIncentive).then_some(terms.target_incentive);
        trace.push(Step::BaseRate { target_incentive, quota: quota.unwrap_or_default(), rate });
    }
    let curve = tiers::Curve { component, quota: quota.unwrap_or_default(), target_incentive: terms.target_incentive };
    let mut pay = match (component.threshold, quota) {
        (Some(threshold), Some(quota)) => {
            let bound = times(threshold.at, quota);
            let share = match threshold.kind {
                ThresholdKind::Cliff => None,
                ThresholdKind::Slide => Some(Decimal::ZERO),
                ThresholdKind::Floor { share } => Some(share),
            };
            match share {
                _ if !component.boundary.reached(credit, bound) => {
                    trace.push(Step::BelowThreshold { attainment: divided(credit, quota), threshold: threshold.at });
                    return Decimal::ZERO;
                }
                Some(floor) if credit < quota => {
                    let at_quota = curve.pay(quota, &mut Vec::new());
                    let way = divided(credit - bound, quota - bound);
                    let share = plus(floor, times(Decimal::ONE - floor, way));
                    let pay = times(at_quota, share);
                    trace.push(Step::Slide { threshold: threshold.at, at_quota, floor, share, pay });
                    pay
                }
                _ => curve.pay(credit, trace),
            }
        }
        _ => curve.pay(credit, trace),
    };
    for cap in &component.caps {
        let (kind, limit) = match *cap {
            Cap::Pay { amount, .. } => (CapKind::Pay, amount),
            Cap::PayMultiple { times: multiple, .. } => (CapKind::PayMultiple, times(multiple, terms.target_incentive)),
            Cap::Attainment { .. } | Cap::Rate { .. } | Cap::Deal { .. } => continue,
        };
        if limit < pay {
            trace.push(Step::Capped { cap: kind, before: pay, after: limit });
            pay = limit;
        }
    }
    pay
}

impl Component {
    /// Whether it can pay nothing without a quota.
    pub fn needs_quota(&self) -> bool {
        self.tier_axis == TierAxis::Attainment
            || self.tier_mode == TierMode::HighestOverQuota
            || self.threshold.is_some()
            || self.pay_basis == PayBasis::TargetIncentive
            || self.caps.iter().any(|cap| matches!(cap, Cap::Attainment { .. }))
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
