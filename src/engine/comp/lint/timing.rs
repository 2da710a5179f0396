//! What a deal gains by its timing or by being split, from the curve alone: an estimate where there is no history.

use super::finding::{Field, Finding, Place, Rule, Severity};
use super::shape::{Shape, fraction};
use crate::engine::comp::plan::Window;

/// The deal that is looked at: a tenth of a window's quota.
const DEAL: f64 = 0.1;
/// Three times what such a deal pays on average: then it is worth moving, whatever it is.
const MOST_GAIN: f64 = 3.0;
/// A split that gains less than a twentieth is not worth the trouble.
const LEAST_SPLIT: f64 = 0.05;
/// Even places looked at, up to twice the quota.
const N_PLACES: u32 = 160;
/// Bounds whose surroundings are looked at beside.
const N_BOUNDS: usize = 100;

pub(super) fn check(shape: &Shape) -> Vec<Finding> {
    let mut found = Vec::new();
    let reference = shape.quota.unwrap_or(shape.horizon() / 2.0);
    if shape.at_quota <= 0.0 || reference <= 0.0 {
        return found;
    }
    let place = Place::of(shape.index, Field::Window);
    if shape.component.accumulate == Window::Deal {
        found.extend(
            split(shape, reference)
                .map(|gain| Finding::new(Severity::Note, place, Rule::SplitPays { pay: shape.amount(gain) })),
        );
        return found;
    }
    if shape.compiled.deal_cap.is_finite() {
        let cap =
            shape.component.caps.iter().position(|cap| matches!(cap, crate::engine::comp::plan::Cap::Deal { .. }));
        let place = Place::of(shape.index, Field::Caps).at(cap.unwrap_or(0));
        // A deal that pays twice the cap or more pays the cap twice as two deals.
        let pay = shape.exact(shape.component.deal_cap().unwrap_or_default());
        found.push(Finding::new(Severity::Note, place, Rule::SplitPays { pay }));
    }
    let size = if shape.component.measure.is_counted() { (reference * DEAL).max(1.0) } else { reference * DEAL };
    let added = |x: f64| shape.pay(x + size) - if 0.0 < x { shape.pay(x) } else { 0.0 };
    let (mut best, mut worst) = ((0.0, f64::NEG_INFINITY), (0.0, f64::INFINITY));
    for x in places(shape, reference, size) {
        let pay = added(x);
        if best.1 < pay {
            best = (x, pay);
        }
        if pay < worst.1 {
            worst = (x, pay);
        }
    }
    let gain = best.1 - worst.1;
    if MOST_GAIN * shape.at_quota * size / reference * (1.0 + 1e-9) < gain {
        let rule = Rule::TimingPays {
            size: fraction(size / reference),
            pay: shape.amount(gain),
            from: fraction(worst.0 / reference),
            to: fraction(best.0 / reference),
        };
        found.push(Finding::new(Severity::Warning, place, rule));
    }
    found
}

/// Credits to which the deal is added: even ones, and those just before it carries a bound.
fn places<'a>(shape: &'a Shape, reference: f64, size: f64) -> impl Iterator<Item = f64> + 'a {
    let most = reference * 2.0;
    let even = (0..=N_PLACES).map(move |step| most * f64::from(step) / f64::from(N_PLACES));
    let bounds = shape.stretches.iter().take(N_BOUNDS).map(|stretch| stretch.from).filter(move |from| *from <= most);
    even.chain(bounds.flat_map(move |bound| [bound, bound * (1.0 - 1e-9), bound - size / 2.0, bound - size * 0.999]))
        .filter(|x| 0.0 <= *x)
}

/// The most that a deal gains by being two, where each deal is paid alone.
fn split(shape: &Shape, reference: f64) -> Option<f64> {
    let pay = |x: f64| shape.pay(x).min(shape.compiled.deal_cap);
    let sizes = (1..=N_PLACES).map(|step| reference * 2.0 * f64::from(step) / f64::from(N_PLACES));
    let gains = sizes.map(|size| (2.0 * pay(size / 2.0) - pay(size), pay(size)));
    let worth = gains.filter(|(gain, whole)| LEAST_SPLIT * whole.abs() + shape.noise(*gain, *whole) < *gain);
    worth.map(|(gain, _)| gain).max_by(f64::total_cmp)
}
