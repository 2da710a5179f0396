//! Cliffs: pay that jumps or falls where credit rises by a unit, and bounds where being exact decides an amount.

use super::finding::{Field, Finding, Place, Rule, Severity};
use super::list::largest;
use super::shape::Shape;
use crate::engine::comp::exact::plus;
use crate::engine::comp::plan::{Measure, ThresholdKind};

/// A jump of more than a quarter of the pay at target is worth moving a deal for, whatever the deal.
const LARGE_JUMP: f64 = 0.25;
/// At a threshold more is common: policies pay 50 to 75 % of target on reaching it.
const LARGE_JUMP_AT_THRESHOLD: f64 = 0.75;
/// Amounts of deals are often whole thousands: so is a sum of them, and it may be just a bound.
const ROUND: f64 = 1_000.0;

pub(super) fn check(shape: &Shape) -> Vec<Finding> {
    let (mut jumps, mut falls, mut exact) = (Vec::new(), Vec::new(), Vec::new());
    for (left, right) in shape.stretches.iter().zip(shape.stretches.iter().skip(1)) {
        let (x, before, after) = (right.from, left.pay(right.from), right.pay(right.from));
        let gap = after - before;
        if gap.abs() <= shape.noise(before, after) || x <= 0.0 {
            continue;
        }
        if 0.0 < gap {
            jumps.push((gap, x));
        } else {
            falls.push((-gap, (x, -gap)));
        }
        let unit = if shape.component.measure.is_money() { ROUND } else { 1.0 };
        if (x % unit).abs() < 1e-9 && (shape.at(x).credit.is_some() && shape.component.parts.is_empty()) {
            exact.push((gap.abs(), x));
        }
    }
    for stretch in &shape.stretches {
        let to = stretch.end(shape.horizon());
        let top = if 0.0 < stretch.slope(stretch.from) && stretch.slope(to) < 0.0 {
            // A parabola: it falls from its top on.
            let (rise, fall) = (stretch.slope(stretch.from), -stretch.slope(to));
            stretch.from + (to - stretch.from) * rise / (rise + fall)
        } else {
            stretch.from
        };
        let lost = stretch.pay(top) - stretch.pay(to);
        if shape.noise(stretch.pay(top), stretch.pay(to)) < lost {
            falls.push((lost, (top, lost)));
        }
    }
    let mut found = largest(jumps, |x| jump(shape, x));
    found.extend(largest(falls, |(x, lost)| {
        let rule = Rule::Falling { at: shape.at(x), pay: shape.amount(lost) };
        Finding::new(Severity::Warning, bound_place(shape, x), rule)
    }));
    if shape.component.measure != Measure::Scorecard {
        found.extend(largest(exact, |x| {
            let (below, above) = shape.sides(x);
            let pay = shape.exact(plus(above, -below).abs());
            let rule = Rule::OnBound { at: shape.at(x), pay, n_windows: 0 };
            Finding::new(Severity::Note, Place::of(shape.index, Field::Boundary), rule)
        }));
    }
    found
}

fn jump(shape: &Shape, x: f64) -> Finding {
    let (below, above) = shape.sides(x);
    let place = bound_place(shape, x);
    let limit = if place.field == Field::Threshold { LARGE_JUMP_AT_THRESHOLD } else { LARGE_JUMP };
    let pay = shape.exact(plus(above, -below));
    let size = pay.of_target.unwrap_or_else(|| super::shape::fraction(1.0));
    let severity = if super::shape::fraction(limit) < size { Severity::Warning } else { Severity::Note };
    let rule = Rule::Jump { at: shape.at(x), pay, before: shape.exact(below) };
    Finding::new(severity, place, rule)
}

/// The setting behind a bound: the threshold, a tier, or the component.
pub(super) fn bound_place(shape: &Shape, x: f64) -> Place {
    let threshold = shape.component.threshold.and_then(|threshold| {
        let at = rust_decimal::prelude::ToPrimitive::to_f64(&threshold.at)?;
        let starts = shape.attainment(x).is_some_and(|attainment| (attainment - at).abs() <= at * 1e-9);
        // A slide ends at quota: what happens there is the threshold's doing too.
        let ends = threshold.kind != ThresholdKind::Cliff
            && shape.attainment(x).is_some_and(|attainment| (attainment - 1.0).abs() <= 1e-9);
        (starts || ends && shape.tier_at(x).is_none()).then_some(())
    });
    if threshold.is_some() {
        return Place::of(shape.index, Field::Threshold);
    }
    match shape.tier_at(x) {
        Some(tier) => Place::of(shape.index, Field::TierFrom).at(tier),
        None => Place::of(shape.index, Field::Whole),
    }
}
