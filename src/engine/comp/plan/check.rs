//! What makes a plan unusable, found before it is run.

use super::{Cap, Component, PayBasis, Plan, Threshold, ThresholdKind, TierMode};
use crate::engine::units::Decimal;

/// Larger numbers could take pay out of the range of exact amounts.
pub(super) const MOST: i64 = 1_000_000_000_000_000_000;

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
    /// Two components of one name.
    #[error("component {component} has the name of an earlier one")]
    NameTaken {
        /// Its position.
        component: usize,
    },
    /// A SPIFF whose last day lies before its first.
    #[error("SPIFF {spiff} ends before it begins")]
    SpiffEndsEarly {
        /// Its position.
        spiff: usize,
    },
    /// A SPIFF with a negative number.
    #[error("SPIFF {spiff}: {field} is negative")]
    SpiffNegative {
        /// Its position.
        spiff: usize,
        /// Which number, by its name in the definition.
        field: &'static str,
    },
    /// A SPIFF with a number beyond the range of exact amounts.
    #[error("SPIFF {spiff}: a number is larger than a billion billions")]
    SpiffTooLarge {
        /// Its position.
        spiff: usize,
    },
    /// A contest without prizes, or milestones without steps.
    #[error("SPIFF {spiff} pays nothing")]
    SpiffPaysNothing {
        /// Its position.
        spiff: usize,
    },
    /// Milestones out of order, two at one credit, or one at 0.
    #[error("SPIFF {spiff}: milestone {step} does not lie above the one before it")]
    MilestonesNotRising {
        /// Its position.
        spiff: usize,
        /// The milestone's position.
        step: usize,
    },
    /// A SPIFF of the name of a component or an earlier SPIFF.
    #[error("SPIFF {spiff} has a name that is taken")]
    SpiffNameTaken {
        /// Its position.
        spiff: usize,
    },
    /// A draw with a negative number.
    #[error("the draw's {field} is negative")]
    DrawNegative {
        /// Which number, by its name in the definition.
        field: &'static str,
    },
    /// A draw beyond the range of exact amounts.
    #[error("the draw is larger than a billion billions")]
    DrawTooLarge,
    /// A draw that takes more than all of what is earned.
    #[error("the draw recovers {share} of earnings, more than all of them")]
    RecoveryTooHigh {
        /// The share.
        share: Decimal,
    },
    /// A draw of no periods.
    #[error("the draw runs for no period")]
    DrawWithoutPeriods,
    /// A clawback of less than nothing or more than all.
    #[error("the clawback takes back a share of {share}, which is not from 0 to 1")]
    ClawbackShare {
        /// The share.
        share: Decimal,
    },
    /// A holdback of less than nothing or more than all.
    #[error("the holdback holds a share of {share}, which is not from 0 to 1")]
    HoldbackShare {
        /// The share.
        share: Decimal,
    },
}

impl Plan {
    /// What the plan itself breaks, then the first broken rule of each component and SPIFF, in order, and of draw, clawback
    /// and holdback; empty for a plan that can be
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
        for (index, spiff) in self.spiffs.iter().enumerate() {
            let earlier = self.spiffs.iter().take(index).map(|earlier| &earlier.name);
            let mut names = self.components.iter().map(|component| &component.name).chain(earlier);
            let is_taken = names.any(|name| *name == spiff.name);
            let taken = is_taken.then_some(PlanError::SpiffNameTaken { spiff: index + 1 });
            errors.extend(spiff.error(index + 1).or(taken));
        }
        errors.extend(self.draw.as_ref().and_then(super::Draw::error));
        errors.extend(self.clawback.as_ref().and_then(super::Clawback::error));
        errors.extend(self.holdback.as_ref().and_then(super::Holdback::error));
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

    #[test]
    fn spiffs_draws_and_what_is_taken_back_are_checked() {
        let check = |change: &str, expected: &[PlanError]| {
            let plan = serde_json::to_value(templates::flat(Decimal::ONE)).unwrap();
            let mut fields = plan.as_object().unwrap().clone();
            let change: serde_json::Value = serde_json::from_str(change).unwrap();
            fields.extend(change.as_object().unwrap().clone());
            let plan: Plan = serde_json::from_value(fields.into()).unwrap();
            assert_eq!(plan.errors(), expected, "{change}");
        };
        let spiff = |more: &str, expected: Option<PlanError>| {
            check(&format!(r#"{{"spiffs": [{{"name": "Push", {more}}}]}}"#), expected.as_slice());
        };
        let rate = r#""reward": {"rate": {"rate": "0.1"}}"#;
        spiff(rate, None);
        spiff(r#""reward": {"rate": {"rate": "-0.1"}}"#, Some(PlanError::SpiffNegative { spiff: 1, field: "rate" }));
        spiff(r#""reward": {"per_deal": {"amount": "1e19"}}"#, Some(PlanError::SpiffTooLarge { spiff: 1 }));
        let days = r#""from": "2026-02-01", "to": "2026-01-31""#;
        spiff(&format!("{days}, {rate}"), Some(PlanError::SpiffEndsEarly { spiff: 1 }));
        spiff(
            r#""reward": {"contest": {"per": "month", "prizes": []}}"#,
            Some(PlanError::SpiffPaysNothing { spiff: 1 }),
        );
        spiff(r#""reward": {"milestones": {"steps": []}}"#, Some(PlanError::SpiffPaysNothing { spiff: 1 }));
        let steps = |from: i64, to: i64| {
            let step = |at: i64| format!(r#"{{"at": "{at}", "amount": "5"}}"#);
            format!(r#""reward": {{"milestones": {{"steps": [{}, {}]}}}}"#, step(from), step(to))
        };
        spiff(&steps(1, 2), None);
        spiff(&steps(2, 2), Some(PlanError::MilestonesNotRising { spiff: 1, step: 2 }));
        spiff(&steps(0, 2), Some(PlanError::MilestonesNotRising { spiff: 1, step: 1 }));
        check(
            &format!(r#"{{"spiffs": [{{"name": "Commission", {rate}}}]}}"#),
            &[PlanError::SpiffNameTaken { spiff: 1 }],
        );
        let draw = |more: &str, expected: PlanError| {
            check(&format!(r#"{{"draw": {{"kind": "recoverable", {more}}}}}"#), &[expected]);
        };
        let money = r#""amount": {"money": "5"}"#;
        draw(r#""amount": {"money": "-5"}"#, PlanError::DrawNegative { field: "amount" });
        draw(r#""amount": {"money": "1e19"}"#, PlanError::DrawTooLarge);
        draw(&format!(r#"{money}, "n_periods": 0"#), PlanError::DrawWithoutPeriods);
        draw(&format!(r#"{money}, "recovery_share": "-1""#), PlanError::DrawNegative { field: "recovery_share" });
        draw(&format!(r#"{money}, "recovery_share": "2""#), PlanError::RecoveryTooHigh { share: Decimal::TWO });
        let share = Decimal::TWO;
        check(r#"{"clawback": {"kind": {"percent": {"share": "2"}}}}"#, &[PlanError::ClawbackShare { share }]);
        check(r#"{"holdback": {"share": "2", "months": 1}}"#, &[PlanError::HoldbackShare { share }]);
    }
}
