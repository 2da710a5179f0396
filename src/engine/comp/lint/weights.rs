//! How many components there are, and what they weigh.

use super::finding::{Field, Finding, Place, Rule, Severity};
use crate::engine::comp::exact::plus;
use crate::engine::comp::plan::{Component, PayBasis, Plan};
use crate::engine::units::Decimal;

/// Three measures are what a rep keeps in mind.
const N_COMMON: usize = 3;
/// With more than five none steers anybody.
const N_MOST: usize = 5;
/// A tenth of the target incentive is the least that changes what a rep does.
const TINY: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// Thirds are written as 0.33.
const NEAR: Decimal = Decimal::from_parts(15, 0, 0, false, 3);

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let paying: Vec<(usize, &Component)> =
        plan.components.iter().enumerate().filter(|(_, component)| !component.is_measured_only).collect();
    let mut found = Vec::new();
    if N_COMMON < paying.len() {
        let severity = if N_MOST < paying.len() { Severity::Warning } else { Severity::Note };
        let rule = Rule::TooManyComponents { n: paying.len() as u32 };
        found.push(Finding::new(severity, Place::plan(Field::Components), rule));
    }
    let by_target = || paying.iter().filter(|(_, component)| component.pay_basis == PayBasis::TargetIncentive);
    for (index, component) in by_target().filter(|(_, component)| component.weight < TINY) {
        let rule = Rule::TinyWeight { weight: component.weight };
        found.push(Finding::new(Severity::Warning, Place::of(*index, Field::Weight), rule));
    }
    // Weights of components that pay by rates are not used.
    let sum = by_target().map(|(_, component)| component.weight).fold(Decimal::ZERO, plus);
    let is_whole = by_target().count() == paying.len();
    if by_target().next().is_some() && is_off(sum) && (is_whole || Decimal::ONE < sum) {
        let place = Place::plan(Field::Components);
        found.push(Finding::new(Severity::Warning, place, Rule::WeightsOff { sum: sum.normalize() }));
    }
    for (index, component) in plan.components.iter().enumerate().filter(|(_, component)| !component.parts.is_empty()) {
        for (number, part) in component.parts.iter().enumerate().filter(|(_, part)| part.weight < TINY) {
            let rule = Rule::TinyWeight { weight: part.weight };
            found.push(Finding::new(Severity::Warning, Place::of(index, Field::Parts).at(number), rule));
        }
    }
    found
}

fn is_off(sum: Decimal) -> bool {
    NEAR < plus(sum, -Decimal::ONE).abs()
}
