//! Numbers in another unit than they are read in: percents as whole numbers, attainments as money.

use super::finding::{Field, Finding, MixUp, Place, Rule, Severity};
use super::list::largest;
use crate::engine::comp::plan::{Cap, ClawbackKind, Component, Measure, PayBasis, Plan, QuotaSource, Reward, TierAxis};
use crate::engine::units::Decimal;

/// No commission is more than the sale.
const RATE_MOST: Decimal = Decimal::ONE;
/// Ten times the quota, the base rate or the target incentive is a percentage that was typed as it is read: 100 for 1.
const MULTIPLE_MOST: Decimal = Decimal::TEN;
/// Twice the quota is the least threshold that cannot be meant.
const THRESHOLD_MOST: Decimal = Decimal::TWO;
/// Ten units of money are no bound of a tier of bookings.
const AMOUNT_LEAST: Decimal = Decimal::TEN;

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        plan.components.iter().enumerate().flat_map(|(index, component)| of_component(index, component)).collect();
    let mut percent = |place: Place, value: Option<Decimal>, most: Decimal| {
        if let Some(value) = value.filter(|value| most < *value) {
            found.push(finding(place, MixUp::Percent, value));
        }
    };
    if let Some(clawback) = plan.clawback
        && let ClawbackKind::Percent { share } = clawback.kind
    {
        percent(Place::plan(Field::Clawback), Some(share), Decimal::ONE);
    }
    percent(Place::plan(Field::Holdback), plan.holdback.map(|holdback| holdback.share), Decimal::ONE);
    percent(Place::plan(Field::Draw), plan.draw.as_ref().and_then(|draw| draw.recovery_share), Decimal::ONE);
    percent(Place::plan(Field::Proration), plan.proration.ramp.iter().copied().max(), THRESHOLD_MOST);
    for (index, spiff) in plan.spiffs.iter().enumerate() {
        if let Reward::Rate { rate } = spiff.reward
            && spiff.measure.is_money()
        {
            percent(Place::plan(Field::Spiffs).at(index), Some(rate), RATE_MOST);
        }
    }
    found
}

fn finding(place: Place, mix_up: MixUp, value: Decimal) -> Finding {
    Finding::new(Severity::Warning, place, Rule::MixUp { mix_up, value: value.normalize() })
}

fn of_component(index: usize, component: &Component) -> Vec<Finding> {
    let place = |field| Place::of(index, field);
    let mut found = Vec::new();
    let mut add = |place: Place, value: Decimal, most: Decimal| {
        if most < value {
            found.push(finding(place, MixUp::Percent, value));
        }
    };
    add(place(Field::Weight), component.weight, Decimal::ONE);
    if let Some(threshold) = component.threshold {
        add(place(Field::Threshold), threshold.at, THRESHOLD_MOST);
    }
    if let PayBasis::BaseRate { rate } = component.pay_basis
        && is_money(component)
    {
        add(place(Field::PayBasis), rate, RATE_MOST);
    }
    for (number, cap) in component.caps.iter().enumerate() {
        match *cap {
            Cap::Attainment { at } => add(place(Field::Caps).at(number), at, MULTIPLE_MOST),
            Cap::PayMultiple { times, .. } => add(place(Field::Caps).at(number), times, MULTIPLE_MOST),
            Cap::Rate { at } => {
                if let Some(most) = value_most(component) {
                    add(place(Field::Caps).at(number), at, most);
                }
            }
            Cap::Pay { .. } | Cap::Deal { .. } => {}
        }
    }
    for (number, condition) in component.gate.iter().flat_map(|gate| &gate.conditions).enumerate() {
        add(place(Field::Gate).at(number), condition.at, THRESHOLD_MOST);
    }
    for (number, multiplier) in component.multipliers.iter().enumerate() {
        let numbers = multiplier.steps.iter().flat_map(|step| [step.from, step.value]);
        add(place(Field::Multipliers).at(number), numbers.max().unwrap_or_default(), MULTIPLE_MOST);
    }
    for (number, part) in component.parts.iter().enumerate() {
        add(place(Field::Parts).at(number), part.weight, Decimal::ONE);
    }
    if let QuotaSource::Share { of } | QuotaSource::Credited { of } = component.quota {
        add(place(Field::Quota), of, MULTIPLE_MOST);
    }
    if let Some(matrix) = &component.matrix {
        let rows = matrix.rows.iter().filter(|_| matrix.row_axis == TierAxis::Attainment);
        let columns = matrix.columns.iter().filter(|_| component.tier_axis == TierAxis::Attainment);
        add(place(Field::Matrix), rows.chain(columns).copied().max().unwrap_or_default(), MULTIPLE_MOST);
        let most = matrix.values.iter().flatten().copied().max().unwrap_or_default();
        if let Some(limit) = value_most(component) {
            add(place(Field::Matrix), most, limit);
        }
        return found;
    }
    found.extend(of_tiers(index, component));
    found
}

fn of_tiers(index: usize, component: &Component) -> Vec<Finding> {
    let tiers = || component.tiers.iter().enumerate();
    let size = |value: Decimal| rust_decimal::prelude::ToPrimitive::to_f64(&value).unwrap_or(0.0);
    let listed = |field, mix_up, found: Vec<(usize, Decimal)>| {
        let sized = found.into_iter().map(|(tier, value)| (size(value), (tier, value))).collect();
        largest(sized, |(tier, value)| finding(Place::of(index, field).at(tier), mix_up, value))
    };
    let mut found = Vec::new();
    if let Some(most) = value_most(component) {
        let over = tiers().filter(|(_, tier)| most < tier.value).map(|(number, tier)| (number, tier.value));
        found.extend(listed(Field::TierValue, MixUp::Percent, over.collect()));
    }
    let counts = matches!(component.measure, Measure::Units | Measure::Deals | Measure::Activities);
    if component.pay_basis == PayBasis::Rate && counts && component.parts.is_empty() {
        let under = tiers().filter(|(_, tier)| Decimal::ZERO < tier.value && tier.value < Decimal::ONE);
        let under = under.map(|(number, tier)| (number, tier.value)).collect();
        found.extend(listed(Field::TierValue, MixUp::FractionPerUnit, under));
    }
    match component.tier_axis {
        TierAxis::Attainment => {
            let over = tiers().filter(|(_, tier)| MULTIPLE_MOST <= tier.from);
            found.extend(listed(
                Field::TierFrom,
                MixUp::Percent,
                over.map(|(number, tier)| (number, tier.from)).collect(),
            ));
        }
        TierAxis::Amount => {
            let last = tiers().next_back().filter(|(number, _)| 0 < *number && is_money(component));
            let last = last.filter(|(_, tier)| tier.from <= AMOUNT_LEAST);
            found.extend(last.map(|(number, tier)| {
                finding(Place::of(index, Field::TierFrom).at(number), MixUp::AttainmentAsAmount, tier.from)
            }));
        }
    }
    found
}

/// The largest value of a tier that can be meant; `None` for amounts of money.
fn value_most(component: &Component) -> Option<Decimal> {
    match component.pay_basis {
        PayBasis::Rate => is_money(component).then_some(RATE_MOST),
        PayBasis::BaseRate { .. } | PayBasis::TargetIncentive => Some(MULTIPLE_MOST),
        PayBasis::Fixed => None,
    }
}

fn is_money(component: &Component) -> bool {
    component.measure.is_money() && component.parts.is_empty()
}
