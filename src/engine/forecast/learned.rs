//! A combination whose weights are learned from the series' own past.

use super::combine::mean;
use super::method::{Method, forecast};

/// What is combined: methods that differ.
pub(super) const MEMBERS: [Method; 6] =
    [Method::Naive2, Method::RunRate, Method::Comb, Method::Theta, Method::DynamicTheta, Method::Ets];
/// Origins that weights are learned from, at most; the latest.
const N_ORIGINS: usize = 6;
/// Values that are known at the first of them, at least.
const LEAST_KNOWN: usize = 8;

/// Weights of the members by the inverse of their mean square errors at earlier origins, and the combined forecast; equal
/// weights where there is no such origin or nothing errs. Bates and Granger, Operational Research Quarterly 20, 1969, with the
/// errors taken to be independent, as its authors advise for short histories.
pub fn learned(values: &[f64], cycle: usize, horizon: usize) -> (Vec<(Method, f64)>, Vec<f64>) {
    let ahead = horizon.min((values.len() / 4).max(1));
    let last = values.len().saturating_sub(ahead);
    let first = LEAST_KNOWN.max(last.saturating_sub(N_ORIGINS - 1));
    let mut squares = [0.0; MEMBERS.len()];
    for origin in first..=last {
        let (past, future) = values.split_at(origin);
        for (sum, method) in squares.iter_mut().zip(MEMBERS) {
            let found = forecast(past, cycle, ahead, method).unwrap_or_default();
            *sum += found.iter().zip(future).map(|(found, value)| (found - value) * (found - value)).sum::<f64>();
        }
    }
    // A member that never errs would take all: nothing counts as better than a hundredth of the best but one.
    let smallest = squares.iter().copied().filter(|sum| 0.0 < *sum).fold(f64::INFINITY, f64::min);
    let weight = |sum: f64| if smallest.is_finite() { 1.0 / sum.max(0.01 * smallest) } else { 1.0 };
    let whole: f64 = squares.iter().map(|sum| weight(*sum)).sum();
    let weights: Vec<(Method, f64)> =
        MEMBERS.iter().zip(squares).map(|(method, sum)| (*method, weight(sum) / whole)).collect();
    let mut found = vec![0.0; horizon];
    let mut all = Vec::with_capacity(MEMBERS.len());
    for (method, weight) in &weights {
        let own = forecast(values, cycle, horizon, *method).unwrap_or_default();
        for (sum, value) in found.iter_mut().zip(&own) {
            *sum += weight * value;
        }
        all.push(own);
    }
    let is_sound = found.iter().all(|value| value.is_finite());
    let found = if is_sound { found } else { mean(&all, horizon) };
    (weights, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_right_weighs_most() {
        let line: Vec<f64> = (0..40_u32).map(|at| 100.0 + 5.0 * f64::from(at) + f64::from(at * 7 % 5)).collect();
        let (weights, found) = learned(&line, 1, 4);
        let of = |method: Method| weights.iter().find(|(own, _)| *own == method).unwrap().1;
        assert!((weights.iter().map(|(_, weight)| weight).sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(of(Method::Naive2) < of(Method::Ets) && of(Method::RunRate) < 0.01, "{weights:?}");
        assert!((found[3] - 317.0).abs() < 8.0, "{found:?}");
        let (weights, found) = learned(&[5.0; 4], 1, 2);
        assert!(weights.iter().all(|(_, weight)| (weight - 1.0 / 6.0).abs() < 1e-12));
        assert!(found.iter().all(|value| (value - 5.0).abs() < 1e-12));
    }
}
