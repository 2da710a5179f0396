//! Pay at target and pay at zero.

use super::finding::{Field, Finding, Pay, Place, Rule, Severity};
use super::shape::{Shape, rounded};
use super::typical::Typical;
use crate::engine::comp::exact::{divided, plus, times};
use crate::engine::comp::plan::{Multiplier, PayBasis, Plan, TierAxis, Window};
use crate::engine::units::{Decimal, Money};

/// Half a percent: less is a rate that was rounded.
const NEAR: Decimal = Decimal::from_parts(5, 0, 0, false, 3);
/// Commission rates are rounded to whole percents: a tenth off is common.
const NEAR_RATES: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// A quarter off is another target incentive than reps were told.
const FAR_RATES: Decimal = Decimal::from_parts(25, 0, 0, false, 2);

pub(super) fn check(shape: &Shape) -> Vec<Finding> {
    let component = shape.component;
    let mut found = Vec::new();
    if let Some(first) = shape.stretches.first()
        && shape.noise(first.pay(0.0), 0.0) < first.pay(0.0)
        && first.from <= 0.0
    {
        let field =
            if component.threshold.is_some() { Place::of(shape.index, Field::Threshold) } else { value(shape, 0) };
        found.push(Finding::new(Severity::Warning, field, Rule::PayAtZero { pay: shape.amount(first.pay(0.0)) }));
    }
    let is_by_attainment = component.tier_axis == TierAxis::Attainment || component.tiers.len() == 1;
    let target = shape.target_incentive();
    if component.pay_basis == PayBasis::TargetIncentive
        && component.accumulate != Window::Deal
        && (is_by_attainment || shape.at(1.0).credit.is_some())
        && Decimal::ZERO < target
        && let Some(pay) = shape.exactly_quota()
        && times(target, NEAR) < plus(pay, -target).abs()
    {
        let of = |amount: Decimal| Pay { of_target: Some(rounded(divided(amount, target))), ..shape.exact(amount) };
        let tier = component.tiers.iter().rposition(|tier| tier.from <= Decimal::ONE).unwrap_or(0);
        let rule = Rule::OffTarget { pay: of(pay), target: of(target) };
        let is_below = component.threshold.is_some_and(|threshold| Decimal::ONE < threshold.at);
        let place = if is_below { Place::of(shape.index, Field::Threshold) } else { value(shape, tier) };
        found.push(Finding::new(Severity::Warning, place, rule));
    }
    for (place, multiplier) in component.multipliers.iter().enumerate() {
        let factor = factor(multiplier, Decimal::ONE);
        if factor.is_some_and(|factor| NEAR < plus(factor, -Decimal::ONE).abs()) {
            let rule = Rule::MultiplierOffTarget { factor: rounded(factor.unwrap_or_default()) };
            found.push(Finding::new(Severity::Warning, Place::of(shape.index, Field::Multipliers).at(place), rule));
        }
    }
    found
}

fn value(shape: &Shape, tier: usize) -> Place {
    Place::of(shape.index, Field::TierValue).at(tier)
}

/// A multiplier's factor at an attainment, before its first step the first's.
pub(super) fn factor(multiplier: &Multiplier, at: Decimal) -> Option<Decimal> {
    let steps = &multiplier.steps;
    let reached = steps.iter().take_while(|step| step.from <= at).count();
    let step = steps.get(reached.saturating_sub(1))?;
    let Some(next) =
        steps.get(reached).filter(|next| multiplier.is_interpolated && 0 < reached && step.from < next.from)
    else {
        return Some(step.value);
    };
    let way = divided(plus(at, -step.from), plus(next.from, -step.from));
    Some(plus(step.value, times(plus(next.value, -step.value), way)))
}

/// A plan that does not pay by target incentive alone, where one is known: all components at quota over a year against it.
pub(super) fn check_plan(plan: &Plan, shapes: &[Shape], typical: &Typical) -> Option<Finding> {
    let target = typical.target_incentive.filter(|target| Decimal::ZERO < *target)?;
    let n_paying = plan.components.iter().filter(|component| !component.is_measured_only).count();
    let is_by_target = |shape: &Shape| shape.component.pay_basis == PayBasis::TargetIncentive;
    if shapes.len() != n_paying || shapes.iter().all(is_by_target) {
        return None;
    }
    let mut year = Decimal::ZERO;
    for shape in shapes {
        if shape.component.accumulate == Window::Deal && 1 < shape.component.tiers.len() {
            return None; // what a quota of deals pays depends on the deals
        }
        let amount = shape.exact(shape.exactly_quota()?).money?;
        let months = Decimal::from(shape.component.window_length().months());
        year = plus(year, divided(times(amount.0, Decimal::from(12)), months));
    }
    let off = divided(plus(year, -target).abs(), target);
    if off <= NEAR_RATES {
        return None;
    }
    let of = |amount: Decimal| Pay {
        money: Some(Money(amount).rounded(2)),
        of_target: Some(rounded(divided(amount, target))),
    };
    let severity = if FAR_RATES < off { Severity::Warning } else { Severity::Note };
    let rule = Rule::OffTarget { pay: of(year), target: of(target) };
    Some(Finding::new(severity, Place::plan(Field::TargetIncentive), rule))
}
