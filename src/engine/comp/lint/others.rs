//! What one component asks of another, and pay for other people's credit.

use super::finding::{Field, Finding, Pay, Place, Rule, Severity};
use super::tiers::most_attainment;
use crate::engine::comp::exact::times;
use crate::engine::comp::plan::{Component, CreditFrom, PayBasis, Plan, Reward, Spiff};
use crate::engine::units::{Decimal, Money};

/// Overrides are mostly 1 to 3 % of the team's sales.
const OVERRIDE_MOST: Decimal = Decimal::from_parts(3, 0, 0, false, 2);

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, component) in plan.components.iter().enumerate() {
        for (number, condition) in component.gate.iter().flat_map(|gate| &gate.conditions).enumerate() {
            let place = Place::of(index, Field::Gate).at(number);
            let other = plan.components.iter().find(|other| other.name == condition.component);
            if let Some(most) = other.and_then(most_attainment).filter(|most| *most < condition.at) {
                found.push(Finding::new(Severity::Warning, place, Rule::GateShut { at: condition.at, most }));
            } else if condition.at <= Decimal::ZERO {
                found.push(Finding::new(Severity::Warning, place, Rule::GateOpen));
            }
        }
        if let Some(rate) = override_rate(component).filter(|rate| OVERRIDE_MOST < *rate) {
            let place = Place::of(index, Field::CreditFrom);
            found.push(Finding::new(Severity::Warning, place, Rule::OverrideHigh { rate: rate.normalize() }));
        }
    }
    found.extend(plan.spiffs.iter().enumerate().filter_map(|(index, spiff)| splits(index, spiff)));
    found
}

/// The highest rate on credit of others.
fn override_rate(component: &Component) -> Option<Decimal> {
    if component.credit_from == CreditFrom::Own || !component.measure.is_money() || component.is_measured_only {
        return None;
    }
    let most = component.tiers.iter().map(|tier| tier.value).max()?;
    match component.pay_basis {
        PayBasis::Rate => Some(most),
        PayBasis::BaseRate { rate } => Some(times(rate, most)),
        PayBasis::TargetIncentive | PayBasis::Fixed => None,
    }
}

/// An amount for each deal, however small, is paid twice for a deal that is written as two.
fn splits(index: usize, spiff: &Spiff) -> Option<Finding> {
    let Reward::PerDeal { amount } = spiff.reward else { return None };
    let is_open = spiff.filter.least_amount.is_none_or(|least| least <= Decimal::ZERO);
    let pay = Pay { money: Some(Money(amount).rounded(2)), of_target: None };
    let place = Place::plan(Field::Spiffs).at(index);
    (is_open && Decimal::ZERO < amount).then(|| Finding::new(Severity::Note, place, Rule::SplitPays { pay }))
}
