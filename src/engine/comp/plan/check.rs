//! What makes a plan unusable, found before it is run.

use super::{Cap, Component, PayBasis, Plan, Threshold, ThresholdKind, TierMode};
use crate::engine::units::Decimal;

/// Larger numbers could take pay out of the range of exact amounts.
const MOST: i64 = 1_000_000_000_000_000_000;

/// A rule that a plan breaks. Positions count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No components.
    #[error("the plan has no component")]
    NoComponents,
    /// A component without a tier.
    #[error("component {component} has no tier")]
    NoTiers {
        /// Its position.
        component: usize,
    },
    /// A first tier that does not begin at 0.
    #[error("component {component}: the first tier begins at {from}, not at 0")]
    GapAtStart {
        /// Its position.
        component: usize,
        /// Where the first tier begins.
        from: Decimal,
    },
    /// Tiers out of order, or two at one bound.
    #[error("component {component}: tier {tier} begins at or below the tier before it")]
    NotRising {
        /// Its position.
        component: usize,
        /// The tier's position.
        tier: usize,
    },
    /// A negative bound, value, weight, threshold, share or limit.
    #[error("component {component}: {field} is negative")]
    Negative {
        /// Its position.
        component: usize,
        /// Which number, by its name in the definition.
        field: &'static str,
    },
    /// A threshold that is not below quota, so that a slide cannot reach it.
    #[error("component {component}: a sliding threshold must lie below quota, not at {at}")]
    ThresholdTooHigh {
        /// Its position.
        component: usize,
        /// The threshold's attainment.
        at: Decimal,
    },
    /// A share above 1.
    #[error("component {component}: the share paid at the threshold is {share}, more than all of it")]
    ShareTooHigh {
        /// Its position.
        component: usize,
        /// The share.
        share: Decimal,
    },
    /// A number so large that pay could leave the range of exact amounts.
    #[error("component {component}: {field} is larger than a billion billions")]
    TooLarge {
        /// Its position.
        component: usize,
        /// Which number.
        field: &'static str,
    },
    /// A negative target incentive or quota of the plan itself.
    #[error("the plan's {field} is negative")]
    PlanNegative {
        /// Which number, by its name in the definition.
        field: &'static str,
    },
    /// A target incentive or quota of the plan itself beyond the range of exact amounts.
    #[error("the plan's {field} is larger than a billion billions")]
    PlanTooLarge {
        /// Which number.
        field: &'static str,
    },
    /// A ramp or season that is negative, too large, or not 12 or 4 seasons of a sum above 0.
    #[error("the plan's proration: {field} cannot be used")]
    Proration {
        /// Which list, by its name in the definition.
        field: &'static str,
    },
    /// A filter on something that the records of the measure do not have.
    #[error("component {component}: its measure has no {field} to filter by")]
    FilterOfOther {
        /// Its position.
        component: usize,
        /// Which list, by its name in the definition.
        field: &'static str,
    },
    /// Two components of one name.
    #[error("component {component} has the name of an earlier one")]
    NameTaken {
        /// Its position.
        component: usize,
    },
}

impl Plan {
    /// What the plan itself breaks, then the first broken rule of each component, in order; empty for a plan that can be
    /// run.
    pub fn errors(&self) -> Vec<PlanError> {
        let mut errors = Vec::new();
        for (field, number) in [("target_incentive", self.target_incentive), ("quota", self.quota)] {
            match number {
                Some(number) if number < Decimal::ZERO => errors.push(PlanError::PlanNegative { field }),
                Some(number) if Decimal::from(MOST) < number => errors.push(PlanError::PlanTooLarge { field }),
                _ => {}
            }
        }
        errors.extend(self.proration.error());
        if self.components.is_empty() {
            errors.push(PlanError::NoComponents);
        }
        for (index, component) in self.components.iter().enumerate() {
            let position = index + 1;
            if let Some(error) = component.error(position) {
                errors.push(error);
            } else if self.components.iter().take(index).any(|earlier| earlier.name == component.name) {
                errors.push(PlanError::NameTaken { component: position });
            }
        }
        errors
    }
}

impl Component {
    fn error(&self, component: usize) -> Option<PlanError> {
        let Some(first) = self.tiers.first() else { return Some(PlanError::NoTiers { component }) };
        for (field, number) in self.numbers() {
            if number < Decimal::ZERO {
                return Some(PlanError::Negative { component, field });
            }
            if Decimal::from(MOST) < number {
                return Some(PlanError::TooLarge { component, field });
            }
        }
        if self.tier_mode != TierMode::Interpolated && !first.from.is_zero() {
            return Some(PlanError::GapAtStart { component, from: first.from });
        }
        let later = self.tiers.iter().skip(1);
        if let Some(place) = self.tiers.iter().zip(later).position(|(tier, next)| next.from <= tier.from) {
            return Some(PlanError::NotRising { component, tier: place + 2 });
        }
        if let Some(field) = self.filter_of_other() {
            return Some(PlanError::FilterOfOther { component, field });
        }
        self.threshold.and_then(|threshold| threshold.error(component))
    }

    /// Every number of the definition with its name.
    fn numbers(&self) -> Vec<(&'static str, Decimal)> {
        let mut numbers = vec![("weight", self.weight)];
        if let PayBasis::BaseRate { rate } = self.pay_basis {
            numbers.push(("rate", rate));
        }
        numbers.extend(self.tiers.iter().flat_map(|tier| [("from", tier.from), ("value", tier.value)]));
        if let Some(Threshold { at, kind }) = self.threshold {
            numbers.push(("threshold", at));
            if let ThresholdKind::Floor { share } = kind {
                numbers.push(("share", share));
            }
        }
        numbers.extend(self.caps.iter().map(|cap| match *cap {
            Cap::Pay { amount, .. } | Cap::Deal { amount } => ("cap", amount),
            Cap::PayMultiple { times, .. } => ("cap", times),
            Cap::Attainment { at } | Cap::Rate { at } => ("cap", at),
        }));
        numbers
    }
}

impl Threshold {
    fn error(self, component: usize) -> Option<PlanError> {
        if self.kind != ThresholdKind::Cliff && Decimal::ONE <= self.at {
            return Some(PlanError::ThresholdTooHigh { component, at: self.at });
        }
        match self.kind {
            ThresholdKind::Floor { share } if Decimal::ONE < share => {
                Some(PlanError::ShareTooHigh { component, share })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates;

    #[test]
    fn the_plans_own_numbers_are_checked() {
        let check = |target_incentive: Option<i64>, quota: Option<i64>, expected: &[PlanError]| {
            let plan = Plan {
                target_incentive: target_incentive.map(Decimal::from),
                quota: quota.map(Decimal::from),
                ..templates::account_executive()
            };
            assert_eq!(plan.errors(), expected);
        };
        check(None, None, &[]);
        check(Some(0), Some(0), &[]);
        check(Some(-1), None, &[PlanError::PlanNegative { field: "target_incentive" }]);
        check(None, Some(-1), &[PlanError::PlanNegative { field: "quota" }]);
        check(None, Some(MOST + 1), &[PlanError::PlanTooLarge { field: "quota" }]);
    }
}
