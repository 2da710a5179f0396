//! The parts of plans that can be turned off, and the plan without one.

use serde::{Deserialize, Serialize};

use crate::engine::comp::exact::{between, times};
use crate::engine::comp::plan::{Component, PayBasis, Plan, PlanBook, Tier, TierAxis, TierMode};
use crate::engine::units::Decimal;

/// A part of a plan. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A component: off, it is measured, for others to look at, and paid nothing.
    Component(usize),
    /// A component's threshold.
    Threshold(usize),
    /// A component's advance.
    Advance(usize),
    /// What tiers above quota change: off, the tier that quota lies in goes on.
    AboveQuota(usize),
    /// A cap of a component, by component and cap.
    Cap(usize, usize),
    /// A component's gate.
    Gate(usize),
    /// A multiplier of a component, by component and multiplier.
    Multiplier(usize, usize),
    /// A SPIFF.
    Spiff(usize),
    /// The draw.
    Draw,
    /// The clawback.
    Clawback,
    /// The holdback.
    Holdback,
}

/// A part of one of the plans of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOf {
    /// The plan's place.
    pub plan: usize,
    /// Which part of it.
    pub part: Part,
}

/// Parts of a side that are looked at: each is a replay of its own.
pub const MOST_PARTS: usize = 60;

/// The parts of a side's plans, components first, and how many more there are than are looked at.
pub fn parts(book: &PlanBook) -> (Vec<PartOf>, usize) {
    let mut parts: Vec<PartOf> = Vec::new();
    for (plan, one) in book.plans.iter().enumerate() {
        parts.extend(of_plan(one).into_iter().map(|part| PartOf { plan, part }));
    }
    let n_left_out = parts.len().saturating_sub(MOST_PARTS);
    parts.truncate(MOST_PARTS);
    (parts, n_left_out)
}

fn of_plan(plan: &Plan) -> Vec<Part> {
    let paid = || plan.components.iter().enumerate().filter(|(_, component)| !component.is_measured_only);
    let mut parts: Vec<Part> = paid().map(|(place, _)| Part::Component(place)).collect();
    parts.extend((0..plan.spiffs.len()).map(Part::Spiff));
    for (place, component) in paid() {
        parts.extend(component.threshold.map(|_| Part::Threshold(place)));
        parts.extend(below_quota(component).map(|_| Part::AboveQuota(place)));
        parts.extend((0..component.caps.len()).map(|cap| Part::Cap(place, cap)));
        parts.extend(component.advance.map(|_| Part::Advance(place)));
        parts.extend(component.gate.as_ref().map(|_| Part::Gate(place)));
        parts.extend((0..component.multipliers.len()).map(|one| Part::Multiplier(place, one)));
    }
    parts.extend(plan.draw.as_ref().map(|_| Part::Draw));
    parts.extend(plan.clawback.map(|_| Part::Clawback));
    parts.extend(plan.holdback.map(|_| Part::Holdback));
    parts
}

impl PartOf {
    /// The side's plans without it.
    pub fn off(&self, book: &PlanBook) -> PlanBook {
        let mut book = book.clone();
        if let Some(plan) = book.plans.get_mut(self.plan) {
            turn_off(plan, self.part);
        }
        book
    }
}

fn turn_off(plan: &mut Plan, part: Part) {
    match part {
        Part::Spiff(place) => without(&mut plan.spiffs, place),
        Part::Draw => plan.draw = None,
        Part::Clawback => plan.clawback = None,
        Part::Holdback => plan.holdback = None,
        Part::Component(place)
        | Part::Threshold(place)
        | Part::Advance(place)
        | Part::AboveQuota(place)
        | Part::Cap(place, _)
        | Part::Gate(place)
        | Part::Multiplier(place, _) => {
            let Some(component) = plan.components.get_mut(place) else { return };
            match part {
                // What is measured only has nothing to pay ahead.
                Part::Component(_) => (component.is_measured_only, component.advance) = (true, None),
                Part::Advance(_) => component.advance = None,
                Part::Threshold(_) => component.threshold = None,
                Part::AboveQuota(_) => component.tiers = below_quota(component).unwrap_or_default(),
                Part::Cap(_, cap) => without(&mut component.caps, cap),
                Part::Gate(_) => component.gate = None,
                Part::Multiplier(_, one) => without(&mut component.multipliers, one),
                _ => {}
            }
        }
    }
}

fn without<T>(list: &mut Vec<T>, place: usize) {
    if place < list.len() {
        list.remove(place);
    }
}

/// The tiers without those above quota; `None` where there are none, or bounds are amounts, which lie above one rep's quota
/// and below another's.
///
/// Of slices, those that begin at quota lie above it. Where all credit is paid at the tier reached, the tier that begins at
/// quota is what target pays. Of an interpolated share of the target incentive or amount, the line from nothing to the pay
/// at quota goes on as far as the last point.
fn below_quota(component: &Component) -> Option<Vec<Tier>> {
    if component.tier_axis != TierAxis::Attainment || component.matrix.is_some() {
        return None;
    }
    let is_interpolated = component.tier_mode == TierMode::Interpolated;
    let is_slices = matches!(component.tier_mode, TierMode::Marginal | TierMode::HighestOverQuota);
    let is_slices = is_slices && component.pay_basis != PayBasis::Fixed;
    let is_above = |tier: &Tier| Decimal::ONE < tier.from || is_slices && tier.from == Decimal::ONE;
    let (above, mut below): (Vec<Tier>, Vec<Tier>) = component.tiers.iter().copied().partition(is_above);
    let (first, last) = (*above.first()?, *above.last()?);
    let at_quota = *below.last()?;
    if is_interpolated {
        let value = between(at_quota.from, first.from, Decimal::ONE, at_quota.value, first.value);
        if at_quota.from < Decimal::ONE {
            below.push(Tier { from: Decimal::ONE, value });
        }
        if matches!(component.pay_basis, PayBasis::TargetIncentive | PayBasis::Fixed) {
            below.push(Tier { from: last.from, value: times(value, last.from) });
        }
    }
    Some(below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::plan::{Advance, Cap, Spiff, Threshold, ThresholdKind};
    use crate::engine::comp::templates;
    use crate::engine::units::Granularity;

    fn of(tiers: &[(i64, i64)], mode: TierMode, basis: PayBasis) -> Option<Vec<(i64, i64)>> {
        let component = Component { tier_mode: mode, pay_basis: basis, ..templates::component("Bookings", tiers) };
        let percent = |number: Decimal| i64::try_from((number * Decimal::from(100)).trunc()).unwrap();
        let below = below_quota(&component)?;
        Some(below.iter().map(|tier| (percent(tier.from), percent(tier.value))).collect())
    }

    #[test]
    fn what_quota_is_paid_goes_on_above_it() {
        use PayBasis::{BaseRate, Fixed, TargetIncentive};
        use TierMode::{Interpolated, Marginal, Retroactive};
        let tiers = [(0, 60), (50, 140), (100, 150), (130, 200)];
        assert_eq!(of(&tiers, Marginal, TargetIncentive), Some(vec![(0, 60), (50, 140)]));
        assert_eq!(of(&tiers, Retroactive, TargetIncentive), Some(vec![(0, 60), (50, 140), (100, 150)]));
        assert_eq!(of(&tiers, Marginal, Fixed), Some(vec![(0, 60), (50, 140), (100, 150)]));
        assert_eq!(of(&tiers[..2], Marginal, TargetIncentive), None);
        // A curve of pay: at 150 % as much as a straight line from nothing through the pay at quota, not twice.
        let curve = [(0, 0), (100, 100), (150, 200)];
        assert_eq!(of(&curve, Interpolated, TargetIncentive), Some(vec![(0, 0), (100, 100), (150, 150)]));
        // No point at quota: 80 % lies half way from 60 % to 100 %, and is 80 % there.
        let curve = [(50, 60), (150, 100)];
        assert_eq!(of(&curve, Interpolated, TargetIncentive), Some(vec![(50, 60), (100, 80), (150, 120)]));
        let rate = BaseRate { rate: Decimal::new(1, 1) };
        assert_eq!(of(&curve, Interpolated, rate), Some(vec![(50, 60), (100, 80)]));
    }

    #[test]
    fn every_part_is_found_and_gone_when_it_is_off() {
        let mut plan = templates::account_executive();
        let bookings = &mut plan.components[0];
        bookings.threshold = Some(Threshold { at: Decimal::new(5, 1), kind: ThresholdKind::Cliff });
        bookings.caps.push(Cap::Rate { at: Decimal::TWO });
        bookings.pay_period = Granularity::Quarter;
        let (amount, per, is_recovered) = (Decimal::from(500), Granularity::Month, true);
        bookings.advance = Some(Advance { amount, per, is_recovered });
        let reward = crate::engine::comp::plan::Reward::Rate { rate: Decimal::new(1, 2) };
        let spiff = Spiff {
            name: "Kicker".into(),
            from: None,
            to: None,
            filter: crate::engine::comp::Filter::default(),
            measure: crate::engine::comp::Measure::Bookings,
            credit_from: crate::engine::comp::CreditFrom::Own,
            reward,
        };
        plan.spiffs.push(spiff);
        let book = PlanBook::of_plan(plan);
        let (found, n_left_out) = parts(&book);
        let expected = [
            Part::Component(0),
            Part::Spiff(0),
            Part::Threshold(0),
            Part::AboveQuota(0),
            Part::Cap(0, 0),
            Part::Cap(0, 1),
            Part::Advance(0),
        ];
        assert_eq!(found.iter().map(|part| part.part).collect::<Vec<_>>(), expected);
        assert_eq!(n_left_out, 0);
        for part in &found {
            let off = part.off(&book);
            let (left, _) = parts(&off);
            // Without the component nothing of it is paid, so nothing of it is left to turn off.
            let n_gone = if part.part == Part::Component(0) { 6 } else { 1 };
            assert_eq!(left.len(), found.len() - n_gone, "{part:?}");
            assert_eq!(off.errors(), vec![], "{part:?}");
        }
    }

    #[test]
    fn many_parts_are_cut_and_counted() {
        let mut plan = templates::account_executive();
        plan.components[0].caps = vec![Cap::Rate { at: Decimal::TWO }; 70];
        let (found, n_left_out) = parts(&PlanBook::of_plan(plan));
        // The component, what is above quota, and 70 caps.
        assert_eq!((found.len(), n_left_out), (MOST_PARTS, 12));
    }
}
