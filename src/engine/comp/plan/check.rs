//! What makes a plan unusable, found before it is run.

use std::collections::BTreeSet;

use super::error::PlanError;
use super::{Cap, Component, Filter, Gate, Otherwise, PayBasis, Plan, QuotaSource, Threshold, ThresholdKind, TierMode};
use crate::engine::units::Decimal;

/// Larger numbers could take pay out of the range of exact amounts.
pub(super) const MOST: i64 = 1_000_000_000_000_000_000;

impl Plan {
    /// What the plan itself breaks, then the first broken rule of each component and SPIFF, in order, and those of draw,
    /// clawback and holdback; empty for a plan that can be
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
        let mut names = BTreeSet::new();
        let links = super::links::errors(&self.components);
        for (index, (component, link)) in self.components.iter().zip(links).enumerate() {
            let position = index + 1;
            let is_new = names.insert(component.name.as_str());
            let taken = (!is_new).then_some(PlanError::NameTaken { component: position });
            errors.extend(component.error(position).or(taken).or(link));
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
        let is_paid_by_tiers = self.matrix.is_none() && !self.is_measured_only;
        if self.tiers.is_empty() && is_paid_by_tiers {
            return Some(PlanError::NoTiers { component });
        }
        for (field, number) in self.numbers() {
            if number < Decimal::ZERO {
                return Some(PlanError::Negative { component, field });
            }
            if Decimal::from(MOST) < number {
                return Some(PlanError::TooLarge { component, field });
            }
        }
        let from = self.tiers.first().map(|tier| tier.from).unwrap_or_default();
        if self.tier_mode != TierMode::Interpolated && !from.is_zero() {
            return Some(PlanError::GapAtStart { component, from });
        }
        if let Some(position) = unordered(self.tiers.iter().map(|tier| tier.from)) {
            return Some(PlanError::NotRising { component, tier: position });
        }
        let matrix = || self.matrix.as_ref().and_then(|matrix| matrix.error(component, Decimal::from(MOST)));
        let gate = || self.gate.as_ref().and_then(|gate| gate.error(component));
        let multiplier = || self.multipliers.iter().find_map(|multiplier| multiplier.error(component));
        self.threshold
            .and_then(|threshold| threshold.error(component))
            .or_else(matrix)
            .or_else(gate)
            .or_else(multiplier)
            .or_else(|| super::blend::error(&self.parts, component))
            .or_else(|| self.quotas().find_map(|quota| quota.error(component)))
            .or_else(|| self.clash(component))
            .or_else(|| super::advance::error(self, component))
            .or_else(|| self.filter_of_other().map(|field| PlanError::FilterOfOther { component, field }))
    }

    /// Two settings that do not go together.
    fn clash(&self, component: usize) -> Option<PlanError> {
        let is_fixed = self.pay_basis == PayBasis::Fixed;
        let is_rate_by_tier = self.matrix.is_none() && self.tier_mode != TierMode::Interpolated && !is_fixed;
        let is_base_only = self.gate.as_ref().is_some_and(|gate: &Gate| gate.otherwise == Otherwise::BaseOnly);
        let is_refundable = self.caps.iter().any(Cap::is_refundable);
        let is_to_date = self.window_length() != self.pay_period;
        let has_parts = !self.parts.is_empty();
        let clashes = [
            (
                self.matrix.is_none() && self.tier_mode == TierMode::HighestOverQuota && is_fixed,
                "tier_mode",
                "pay_basis",
            ),
            (is_base_only && self.matrix.is_some(), "gate", "matrix"),
            (is_base_only && self.tier_mode == TierMode::Interpolated, "gate", "tier_mode"),
            (is_base_only && !is_rate_by_tier, "gate", "pay_basis"),
            (is_refundable && is_to_date && !self.deduct_prior, "caps", "deduct_prior"),
            (has_parts && !self.filter.is_open(), "filter", "parts"),
            (has_parts && self.quota != QuotaSource::default(), "quota", "parts"),
        ];
        let found = clashes.into_iter().find(|(is_there, ..)| *is_there);
        found.map(|(_, field, with)| PlanError::Clash { component, field, with })
    }

    fn quotas(&self) -> impl Iterator<Item = &QuotaSource> {
        self.parts.iter().map(|part| &part.quota).chain([&self.quota])
    }

    fn filters(&self) -> impl Iterator<Item = &Filter> {
        self.parts.iter().map(|part| &part.filter).chain([&self.filter])
    }

    /// Every number of the definition that must not be negative or too large, with its name.
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
        let conditions = self.gate.iter().flat_map(|gate| &gate.conditions);
        numbers.extend(conditions.map(|condition| ("gate", condition.at)));
        let steps = self.multipliers.iter().flat_map(|multiplier| &multiplier.steps);
        numbers.extend(steps.flat_map(|step| [step.from, step.value]).map(|number| ("multipliers", number)));
        if let Some(matrix) = &self.matrix {
            let cells = matrix.values.iter().flatten().chain(&matrix.columns);
            numbers.extend(cells.map(|number| ("matrix", *number)));
        }
        numbers.extend(self.parts.iter().map(|part| ("parts", part.weight)));
        numbers.extend(self.quotas().filter_map(QuotaSource::number).map(|number| ("quota", number)));
        numbers.extend(self.filters().filter_map(|filter| filter.least_amount).map(|least| ("filter", least)));
        numbers
    }
}

/// The place, counted from 1, of the first number that does not rise above the one before it.
pub(super) fn unordered(numbers: impl Iterator<Item = Decimal> + Clone) -> Option<usize> {
    let later = numbers.clone().skip(1);
    numbers.zip(later).position(|(number, next)| next <= number).map(|place| place + 2)
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
    use crate::engine::comp::plan::{BlendPart, Condition, Matrix, Measure, Multiplier, Tier, TierAxis, Window};
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

    fn condition(component: &str, at: i64) -> Condition {
        Condition { component: component.into(), at: Decimal::new(at, 2) }
    }

    fn step(from: i64, value: i64) -> Tier {
        Tier { from: Decimal::new(from, 2), value: Decimal::new(value, 2) }
    }

    #[allow(clippy::unnecessary_wraps)] // as components have it
    fn gate(conditions: &[(&str, i64)], otherwise: Otherwise) -> Option<Gate> {
        let conditions = conditions.iter().map(|(name, at)| condition(name, *at)).collect();
        Some(Gate { conditions, otherwise })
    }

    fn multiplier(component: &str, steps: &[(i64, i64)]) -> Vec<Multiplier> {
        let steps = steps.iter().map(|(from, value)| step(*from, *value)).collect();
        vec![Multiplier { component: component.into(), steps, is_interpolated: false }]
    }

    #[allow(clippy::unnecessary_wraps)] // as components have it
    fn matrix(component: &str, rows: &[i64], columns: &[i64], values: &[&[i64]]) -> Option<Matrix> {
        let decimals = |numbers: &[i64]| numbers.iter().map(|number| Decimal::from(*number)).collect();
        Some(Matrix {
            component: component.into(),
            row_axis: TierAxis::Amount,
            rows: decimals(rows),
            columns: decimals(columns),
            values: values.iter().map(|row| decimals(row)).collect(),
            is_interpolated: false,
        })
    }

    fn part(weight: i64) -> BlendPart {
        BlendPart {
            weight: Decimal::new(weight, 2),
            measure: Measure::Bookings,
            filter: Filter::default(),
            quota: QuotaSource::default(),
        }
    }

    /// The second of two components, "A" and "B", is changed; what it then breaks.
    #[test]
    fn each_broken_rule_names_component_and_field() {
        let check = |change: fn(&mut Component), expected: Option<PlanError>| {
            let (first, mut second) = (templates::component("A", &[(0, 100)]), templates::component("B", &[(0, 100)]));
            change(&mut second);
            let plan = Plan { components: vec![first, second], ..Plan::default() };
            assert_eq!(plan.errors(), Vec::from_iter(expected), "{plan:?}");
        };
        let component = 2;
        let clash = |field, with| Some(PlanError::Clash { component, field, with });
        check(|_| {}, None);
        check(|b| b.gate = gate(&[("A", 90)], Otherwise::Nothing), None);
        check(|b| b.gate = gate(&[], Otherwise::Nothing), Some(PlanError::Empty { component, field: "gate" }));
        let unknown = |field| Some(PlanError::UnknownComponent { component, field, name: "a".into() });
        check(|b| b.gate = gate(&[("A", 90), ("a", 90)], Otherwise::Nothing), unknown("gate"));
        check(|b| b.multipliers = multiplier("a", &[(0, 100)]), unknown("multipliers"));
        check(|b| b.matrix = matrix("a", &[0], &[0], &[&[1]]), unknown("matrix"));
        let itself = |field| Some(PlanError::LooksAtItself { component, field });
        check(|b| b.gate = gate(&[("B", 90)], Otherwise::Nothing), itself("gate"));
        check(|b| b.multipliers = multiplier("B", &[(0, 100)]), itself("multipliers"));
        check(|b| b.matrix = matrix("B", &[0], &[0], &[&[1]]), itself("matrix"));
        let negative = |field| Some(PlanError::Negative { component, field });
        check(|b| b.gate = gate(&[("A", -1)], Otherwise::Nothing), negative("gate"));
        check(|b| b.multipliers = multiplier("A", &[(0, -100)]), negative("multipliers"));
        check(|b| b.matrix = matrix("A", &[0], &[0], &[&[-1]]), negative("matrix"));
        check(|b| b.matrix = matrix("A", &[-3], &[0], &[&[1]]), None); // a return may be negative
        check(|b| b.parts = vec![part(-10), part(110)], negative("parts"));
        check(|b| b.quota = QuotaSource::Share { of: Decimal::NEGATIVE_ONE }, negative("quota"));
        check(|b| b.filter.least_amount = Some(Decimal::NEGATIVE_ONE), negative("filter"));
        check(|b| b.gate = gate(&[("A", 90)], Otherwise::Share { of: Decimal::ONE }), None);
        check(
            |b| b.gate = gate(&[("A", 90)], Otherwise::Share { of: Decimal::TWO }),
            Some(PlanError::OutsideUnit { component, field: "gate", share: Decimal::TWO }),
        );
        check(|b| b.multipliers = multiplier("A", &[]), Some(PlanError::Empty { component, field: "multipliers" }));
        let unordered = |field| Some(PlanError::Unordered { component, field, position: 2 });
        check(|b| b.multipliers = multiplier("A", &[(50, 100), (50, 110)]), unordered("multipliers"));
        check(|b| b.matrix = matrix("A", &[2, 1], &[0], &[&[1], &[2]]), unordered("rows"));
        check(|b| b.matrix = matrix("A", &[0], &[1, 1], &[&[1, 2]]), unordered("columns"));
        let shape = |n_rows, n_columns| Some(PlanError::MatrixShape { component, n_rows, n_columns });
        check(|b| b.matrix = matrix("A", &[], &[0], &[]), shape(0, 1));
        check(|b| b.matrix = matrix("A", &[0], &[0, 1], &[&[1]]), shape(1, 2));
        check(|b| b.matrix = matrix("A", &[0], &[0], &[&[1], &[1]]), shape(1, 1));
        check(|b| b.parts = vec![part(60), part(40)], None);
        check(
            |b| b.parts = vec![part(60), part(30)],
            Some(PlanError::PartWeights { component, sum: Decimal::new(90, 2) }),
        );
        check(
            |b| b.quota = QuotaSource::Named { measure: " ".into() },
            Some(PlanError::Empty { component, field: "quota" }),
        );
        check(
            |b| (b.tier_mode, b.pay_basis) = (TierMode::HighestOverQuota, PayBasis::Fixed),
            clash("tier_mode", "pay_basis"),
        );
        check(
            |b| (b.gate, b.pay_basis) = (gate(&[("A", 90)], Otherwise::BaseOnly), PayBasis::Fixed),
            clash("gate", "pay_basis"),
        );
        check(
            |b| (b.gate, b.tier_mode) = (gate(&[("A", 90)], Otherwise::BaseOnly), TierMode::Interpolated),
            clash("gate", "tier_mode"),
        );
        check(
            |b| (b.gate, b.matrix) = (gate(&[("A", 90)], Otherwise::BaseOnly), matrix("A", &[0], &[0], &[&[1]])),
            clash("gate", "matrix"),
        );
        check(|b| (b.parts, b.filter.products) = (vec![part(100)], vec!["x".into()]), clash("filter", "parts"));
        check(
            |b| (b.parts, b.quota) = (vec![part(100)], QuotaSource::Share { of: Decimal::ONE }),
            clash("quota", "parts"),
        );
        check(
            |b| {
                (b.accumulate, b.deduct_prior) = (Window::Year, false);
                b.caps = vec![Cap::Pay { amount: Decimal::TEN, is_refundable: true }];
            },
            clash("caps", "deduct_prior"),
        );
        check(|b| b.name = "A".into(), Some(PlanError::NameTaken { component }));
        check(|b| b.tiers.clear(), Some(PlanError::NoTiers { component }));
        check(|b| (b.tiers, b.is_measured_only) = (Vec::new(), true), None);
        check(|b| (b.tiers, b.matrix) = (Vec::new(), matrix("A", &[0], &[0], &[&[1]])), None);
    }

    #[test]
    fn circles_are_found_and_what_only_leads_to_one_is_not_blamed() {
        let looks = |name: &str, at: &str| Component {
            gate: gate(&[(at, 90)], Otherwise::Nothing),
            ..templates::component(name, &[(0, 100)])
        };
        let components =
            vec![looks("A", "B"), looks("B", "C"), looks("C", "B"), templates::component("D", &[(0, 100)])];
        let plan = Plan { components, ..Plan::default() };
        let circular = |component| PlanError::Circular { component, field: "gate" };
        assert_eq!(plan.errors(), [circular(2), circular(3)]);
    }

    #[test]
    fn many_components_and_tiers_are_checked_quickly() {
        let mut components: Vec<Component> = (0..2_000)
            .map(|place| Component {
                multipliers: multiplier(&format!("{}", place + 1), &[(0, 100)]),
                ..templates::component(&format!("{place}"), &[(0, 100)])
            })
            .collect();
        components[0].tiers = (0..10_000).map(|place| step(place, 100)).collect();
        components.push(templates::component("2000", &[(0, 100)]));
        assert_eq!(Plan { components, ..Plan::default() }.errors(), []);
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
