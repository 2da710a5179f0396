//! Points of the payout curve that can be taken hold of: each moves where a tier begins and what a tier pays.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::curve::pay_at;
use super::exact::{divided, times};
use super::plan::{Component, PayBasis, Plan, TierAxis, TierMode};
use crate::engine::units::Decimal;

/// A change of pay below this, in money, is none.
const NO_PAY: f64 = 1e-6;
/// Bounds of the axis of attainment move in steps of a percent of quota.
const BOUND_DIGITS: u32 = 2;
/// Bounds in credit keep so many leading digits.
const LEADING_DIGITS: i32 = 3;

/// A point of the curve that can be moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knot {
    /// Whose tiers, counted from 0.
    pub component: usize,
    /// The tier whose bound moves with the point, if one does.
    pub bound: Option<usize>,
    /// The tier whose value decides the pay there.
    pub value: usize,
    /// `1` is quota.
    pub attainment: f64,
    /// Pay of the whole plan there, in money.
    pub pay: f64,
}

/// Quota and target incentive of the window that the curve is drawn for, the whole plan's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// In money or units.
    pub quota: Decimal,
    /// In money.
    pub target_incentive: Decimal,
}

/// The points of one component on the curve from 0 to the attainment `to`: one at each bound, and one for each tier whose
/// value no bound shows. None for matrices and components that are only measured. Pay is that of [`super::curve()`].
pub fn knots(plan: &Plan, component: usize, window: Window, to: f64) -> Vec<Knot> {
    let Some(own) = plan.components.get(component).filter(|own| own.matrix.is_none() && !own.is_measured_only) else {
        return Vec::new();
    };
    let pay = |attainment: f64| pay_at(plan, window.quota, window.target_incentive, attainment);
    let moved_by = |tier: usize, attainment: f64| slope(plan, component, tier, window, attainment).is_some();
    let mut found: Vec<Knot> = Vec::new();
    let starts: Vec<f64> = own.tiers.iter().map(|tier| attainment_of(own, tier.from, window.quota)).collect();
    for (tier, at) in starts.iter().copied().enumerate() {
        let can_move = own.tier_mode == TierMode::Interpolated || 0 < tier;
        if !can_move || !(0.0..=to).contains(&at) {
            continue;
        }
        let before = tier.checked_sub(1).filter(|before| moved_by(*before, at));
        if let Some(value) = Some(tier).filter(|tier| moved_by(*tier, at)).or(before) {
            found.push(Knot { component, bound: Some(tier), value, attainment: at, pay: pay(at) });
        }
    }
    for (tier, from) in starts.iter().copied().enumerate() {
        let end = starts.get(tier + 1).copied().unwrap_or(to).min(to);
        let at = if tier + 1 == starts.len() { end } else { f64::midpoint(from, end) };
        let is_shown = found.iter().any(|knot| knot.value == tier);
        if !is_shown && from < end && moved_by(tier, at) {
            found.push(Knot { component, bound: None, value: tier, attainment: at, pay: pay(at) });
        }
    }
    found.sort_by(|a, b| a.attainment.total_cmp(&b.attainment));
    found
}

/// The plan whose curve goes through another place: the point's bound is moved to `attainment`, within its neighbours, and
/// the value of its tier so that the plan pays `pay` there. Both are rounded to steps that people write: attainment to 1 %,
/// amounts to three digits, rates to 0.01 %, multiples to 0.01. `None` if there is no such point any more.
pub fn moved(plan: &Plan, knot: &Knot, window: Window, attainment: f64, pay: f64) -> Option<Plan> {
    let mut plan = plan.clone();
    let mut at = knot.attainment;
    if let Some(bound) = knot.bound {
        let own = plan.components.get_mut(knot.component)?;
        own.tiers.get(bound)?;
        if let Some(from) = placed(own, bound, window.quota, attainment) {
            own.tiers.get_mut(bound)?.from = from;
            at = attainment_of(own, from, window.quota);
        }
    }
    let now = pay_at(&plan, window.quota, window.target_incentive, at);
    if let Some(slope) = slope(&plan, knot.component, knot.value, window, at) {
        let own = plan.components.get_mut(knot.component)?;
        let digits = digits_of(own);
        let tier = own.tiers.get_mut(knot.value)?;
        let value = tier.value.to_f64()? + (pay.max(0.0) - now) / slope;
        tier.value = Decimal::from_f64(value.clamp(0.0, 1e12))?.round_dp(digits).normalize();
    }
    Some(plan)
}

/// How much the plan's pay at an attainment grows with the value of a tier; `None` where it does not depend on it.
fn slope(plan: &Plan, component: usize, tier: usize, window: Window, attainment: f64) -> Option<f64> {
    let pay = |plan: &Plan| pay_at(plan, window.quota, window.target_incentive, attainment);
    let mut other = plan.clone();
    let tier = other.components.get_mut(component)?.tiers.get_mut(tier)?;
    // A tenth of what it is now, so that caps are met as rarely as may be.
    let step = (tier.value / Decimal::TEN).max(Decimal::new(1, 4));
    tier.value = tier.value.checked_add(step)?;
    let change = pay(&other) - pay(plan);
    (NO_PAY < change.abs()).then(|| change / step.to_f64().unwrap_or(1.0))
}

fn attainment_of(component: &Component, from: Decimal, quota: Decimal) -> f64 {
    match component.tier_axis {
        TierAxis::Attainment => from,
        TierAxis::Amount => divided(from, component.quota_beside(quota)),
    }
    .to_f64()
    .unwrap_or(0.0)
}

/// Where a bound comes to stand, if there is room between its neighbours.
fn placed(component: &Component, bound: usize, quota: Decimal, attainment: f64) -> Option<Decimal> {
    let wanted = Decimal::from_f64(attainment.clamp(0.0, 1e6))?;
    let (wanted, step) = match component.tier_axis {
        TierAxis::Attainment => (wanted.round_dp(BOUND_DIGITS), Decimal::new(1, BOUND_DIGITS)),
        TierAxis::Amount => {
            let amount = times(wanted, component.quota_beside(quota));
            let digits = libm::floor(libm::log10(amount.to_f64()?.max(1.0))) as i32 + 1 - LEADING_DIGITS;
            let step = Decimal::from(10_i64.checked_pow(u32::try_from(digits.max(0)).ok()?)?);
            (times((divided(amount, step)).round(), step), step)
        }
    };
    let from = |tier: usize| component.tiers.get(tier).map(|tier| tier.from);
    let least = bound.checked_sub(1).and_then(from).map_or(Decimal::ZERO, |before| before.saturating_add(step));
    let most = from(bound + 1).map_or(Decimal::MAX, |next| next.saturating_sub(step));
    (least <= most).then(|| wanted.clamp(least, most).normalize())
}

/// Decimals that a value of a tier is rounded to.
fn digits_of(component: &Component) -> u32 {
    match component.pay_basis {
        PayBasis::Rate if component.measure.is_money() => 4,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates;

    fn window() -> Window {
        Window { quota: Decimal::from(100_000), target_incentive: Decimal::from(10_000) }
    }

    fn component(mode: TierMode, tiers: &[(i64, i64)]) -> Plan {
        let mut one = templates::component("Bookings", tiers);
        one.tier_mode = mode;
        Plan { name: "Plan".into(), components: vec![one], ..Plan::default() }
    }

    /// Bounds and the tiers whose values they show, as attainment, bound, value, pay.
    fn places(plan: &Plan) -> Vec<(f64, Option<usize>, usize, f64)> {
        let round = |value: f64| (value * 100.0).round() / 100.0;
        knots(plan, 0, window(), 2.0).iter().map(|k| (k.attainment, k.bound, k.value, round(k.pay))).collect()
    }

    #[test]
    fn each_tier_has_a_point() {
        let tiers = [(0, 60), (50, 140), (100, 150)];
        // By slices the pay at a bound is made by the tier below it: 0.6 · 50 % of 10,000, then 1.4 · 50 % more, 1.5 · 100 % more.
        let marginal = component(TierMode::Marginal, &tiers);
        assert_eq!(
            places(&marginal),
            [(0.5, Some(1), 0, 3_000.0), (1.0, Some(2), 1, 10_000.0), (2.0, None, 2, 25_000.0)]
        );
        // Paid back to the first unit, by the tier that begins there: 1.4 · 50 %, 1.5 · 100 %; the first has one of its own.
        let retroactive = component(TierMode::Retroactive, &tiers);
        assert_eq!(
            places(&retroactive),
            [(0.25, None, 0, 1_500.0), (0.5, Some(1), 1, 7_000.0), (1.0, Some(2), 2, 15_000.0)]
        );
        // No credit pays nothing, so the first point of a curve is held between it and the next.
        let curve = component(TierMode::Interpolated, &tiers);
        assert_eq!(
            places(&curve),
            [(0.25, None, 0, 10_000.0), (0.5, Some(1), 1, 14_000.0), (1.0, Some(2), 2, 15_000.0)]
        );
    }

    #[test]
    fn a_moved_point_is_where_it_was_put() {
        for mode in [TierMode::Marginal, TierMode::Retroactive, TierMode::Interpolated] {
            let plan = component(mode, &[(0, 60), (50, 140), (100, 150)]);
            let before = knots(&plan, 0, window(), 2.0);
            for (place, knot) in before.iter().enumerate() {
                let to = (knot.attainment + 0.1, knot.pay + 800.0);
                let plan = moved(&plan, knot, window(), to.0, to.1).unwrap();
                assert_eq!(plan.errors(), [], "{mode:?}, point {place}");
                let now = knots(&plan, 0, window(), 2.0)[place];
                let wanted = if knot.bound.is_some() { to.0 } else { now.attainment };
                // Half a step of 0.01 of the value moves the pay at 200 % by 100.
                assert!((now.attainment - wanted).abs() < 0.006, "{mode:?}, point {place}: {now:?}");
                assert!((now.pay - to.1).abs() <= 101.0, "{mode:?}, point {place}: {now:?}");
            }
        }
    }

    #[test]
    fn a_bound_stays_between_its_neighbours() {
        let plan = component(TierMode::Marginal, &[(0, 60), (50, 140), (100, 150)]);
        let first = knots(&plan, 0, window(), 2.0)[0];
        let from =
            |attainment: f64| moved(&plan, &first, window(), attainment, 3_000.0).unwrap().components[0].tiers[1].from;
        assert_eq!(from(1.7), Decimal::new(99, 2));
        assert_eq!(from(-3.0), Decimal::new(1, 2));
        assert_eq!(from(f64::NAN), Decimal::new(5, 1));
    }

    #[test]
    fn nothing_to_hold_is_no_point() {
        assert_eq!(knots(&Plan::default(), 3, window(), 2.0), []);
        let mut capped = component(TierMode::Marginal, &[(0, 100), (150, 200)]);
        capped.components[0].caps = vec![crate::engine::comp::Cap::Attainment { at: Decimal::ONE }];
        // Above the cap no value changes pay.
        assert_eq!(places(&capped), [(1.5, Some(1), 0, 10_000.0)]);
    }
}
