//! Dead zones: stretches where more credit pays nothing more.

use super::cliffs::bound_place;
use super::finding::{DeadZone, Field, Finding, Place, Rule, Severity};
use super::list::largest;
use super::shape::{Shape, Stretch};
use crate::engine::comp::plan::PayBasis;

/// Thresholds up to half of quota are common; below them nearly nobody stays.
const START_COMMON: f64 = 0.5;
/// Policies set thresholds up to three quarters of quota; above, a slow start of the period is given up.
const START_MOST: f64 = 0.75;
/// Excellence is mostly set at 120 to 150 % of quota: an end before it stops the best.
const END_LEAST: f64 = 1.2;
/// Nobody plans for more than twice the quota: a flat stretch there is a windfall rule.
const BETWEEN_MOST: f64 = 2.0;

pub(super) fn check(shape: &Shape) -> Vec<Finding> {
    let mut found = Vec::new();
    for stretch in shape.stretches.iter().filter(|stretch| stretch.is_flat()) {
        let zone = if stretch.from <= 0.0 {
            DeadZone::AtStart
        } else if stretch.to.is_finite() {
            DeadZone::Between
        } else {
            DeadZone::AtEnd
        };
        if let Some(severity) = severity(shape, zone, stretch) {
            found.push((stretch.end(shape.horizon()) - stretch.from, (zone, severity, *stretch)));
        }
    }
    largest(found, |(zone, severity, stretch)| {
        let is_end = zone == DeadZone::AtEnd && !shape.component.caps.is_empty();
        let place = match zone {
            _ if is_end => Place::of(shape.index, Field::Caps),
            DeadZone::AtStart if stretch.to.is_finite() => bound_place(shape, stretch.to),
            DeadZone::AtStart => Place::of(shape.index, Field::Whole),
            DeadZone::Between | DeadZone::AtEnd => bound_place(shape, stretch.from),
        };
        let to = stretch.to.is_finite().then(|| shape.at(stretch.to));
        Finding::new(severity, place, Rule::DeadZone { zone, from: shape.at(stretch.from), to })
    })
}

fn severity(shape: &Shape, zone: DeadZone, stretch: &Stretch) -> Option<Severity> {
    // Amounts for what is reached are flat between; their cliffs are told.
    let of_amounts = if shape.component.pay_basis == PayBasis::Fixed { Severity::Note } else { Severity::Warning };
    if zone == DeadZone::AtStart && stretch.to.is_infinite() {
        return Some(Severity::Warning); // pays nothing, or the same, whatever is sold
    }
    let (Some(from), Some(to)) = (shape.attainment(stretch.from), shape.attainment(stretch.to)) else {
        return Some(if zone == DeadZone::Between { of_amounts } else { Severity::Note });
    };
    match zone {
        DeadZone::AtStart if START_MOST < to => Some(Severity::Warning),
        DeadZone::AtStart => (START_COMMON < to).then_some(Severity::Note),
        DeadZone::Between => (from < BETWEEN_MOST).then_some(of_amounts),
        DeadZone::AtEnd => (from < END_LEAST).then_some(of_amounts),
    }
}
