//! Marginal pay that falls where it should not, and cost that rises with attainment.

use super::cliffs::bound_place;
use super::finding::{Field, Finding, Place, Rule, Severity};
use super::list::largest;
use super::shape::{Shape, fraction};
use crate::engine::comp::plan::PayBasis;

/// Smaller changes of a rate are nobody's intent.
const LEAST_FALL: f64 = 0.005;
/// Slower pay above twice the quota is a windfall rule, which is common.
const WINDFALL: f64 = 2.0;
/// Where excellence is looked at: a multiple of quota.
const EXCELLENCE: f64 = 1.5;
/// Twice the pay at 150 % of quota is common and costs a third more a unit; half more is three accelerators' worth.
const COST_MOST: f64 = 1.5;

pub(super) fn check(shape: &Shape) -> Vec<Finding> {
    let mut found = regressive(shape);
    let Some(quota) = shape.quota.filter(|_| 0.0 < shape.at_quota && shape.component.pay_basis != PayBasis::Fixed)
    else {
        return found;
    };
    let average = shape.at_quota / quota;
    let mut above = Vec::new();
    for stretch in shape.stretches.iter().filter(|stretch| !stretch.is_flat()) {
        let from = stretch.from.max(quota);
        let after = stretch.slope(from) / average;
        if from < stretch.to && from < WINDFALL * quota && (0.0..1.0 - LEAST_FALL).contains(&after) {
            above.push((stretch.end(shape.horizon()) - from, (from, after)));
        }
    }
    found.extend(largest(above, |(from, after)| {
        let rule = Rule::OverQuotaPaysLess { at: shape.at(from), after: fraction(after) };
        Finding::new(Severity::Warning, bound_place(shape, from), rule)
    }));
    let times = shape.compiled.pay(EXCELLENCE * quota) / EXCELLENCE / shape.at_quota;
    if COST_MOST * (1.0 + 1e-9) < times {
        let rule = Rule::CostRises { at: fraction(EXCELLENCE), times: fraction(times) };
        let tier = shape.component.tiers.len().saturating_sub(1);
        found.push(Finding::new(Severity::Warning, Place::of(shape.index, Field::TierValue).at(tier), rule));
    }
    found
}

fn regressive(shape: &Shape) -> Vec<Finding> {
    let limit = shape.quota.unwrap_or(f64::INFINITY) * (1.0 - 1e-9);
    let reference = shape.quota.unwrap_or_else(|| shape.stretches.last().map_or(0.0, |last| last.from));
    let average = if 0.0 < reference && 0.0 < shape.at_quota { shape.at_quota / reference } else { 1.0 };
    let severity = if shape.quota.is_some() { Severity::Warning } else { Severity::Note };
    let paying: Vec<_> = shape.stretches.iter().filter(|stretch| !stretch.is_flat()).collect();
    let mut found = Vec::new();
    let mut add = |x: f64, before: f64, after: f64| {
        if x < limit && 0.0 <= after && after < before * (1.0 - LEAST_FALL) {
            found.push((before - after, (x, before / average, after / average)));
        }
    };
    for (left, right) in paying.iter().zip(paying.iter().skip(1)) {
        // Where pay itself falls, that is told instead.
        let is_fall = right.from <= left.to
            && right.pay(right.from) < left.pay(right.from) - shape.noise(left.pay(right.from), right.pay(right.from));
        if !is_fall {
            add(right.from, left.slope(left.to.min(right.from)), right.slope(right.from));
        }
    }
    for stretch in &paying {
        add(
            stretch.from,
            stretch.slope(stretch.from),
            stretch.slope(stretch.end(shape.horizon()).min(reference.max(stretch.from))),
        );
    }
    largest(found, |(x, before, after)| {
        let rule = Rule::Regressive { at: shape.at(x), before: fraction(before), after: fraction(after) };
        Finding::new(severity, bound_place(shape, x), rule)
    })
}
