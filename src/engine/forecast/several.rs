//! Series with several seasons, taken apart by loess.

use serde::{Deserialize, Serialize};
use stlrs::Mstl;

use super::ets::choose;
use super::line::mean;

/// A series taken apart: trend, a season for each cycle, and the rest. They add up to the series, or to its logarithm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parts {
    /// Whether it is the logarithm that was taken apart: where all values are above 0, so that seasons are factors.
    pub is_log: bool,
    /// Slow movement.
    pub trend: Vec<f64>,
    /// For each cycle its steps and its part of each value.
    pub seasons: Vec<(usize, Vec<f64>)>,
    /// What is left.
    pub rest: Vec<f64>,
}

/// Cycles that commonly stand beside a shorter one: days of a week and of a year, hours of a day and of a week.
const BESIDE: [(usize, usize); 2] = [(7, 365), (24, 168)];

impl Parts {
    /// By repeated loess (MSTL: Bandara, Hyndman and Bergmeir, International Journal of Operational Research 52, 2025; STL:
    /// Cleveland, Cleveland, `McRae` and Terpenning, Journal of Official Statistics 6, 1990) for the cycle and the longer one
    /// that commonly stands beside it, as far as the series has two of each. `None` where it has not.
    pub fn of(values: &[f64], cycle: usize) -> Option<Self> {
        let beside = BESIDE.iter().filter(|(short, _)| *short == cycle).map(|(_, long)| *long);
        let cycles: Vec<usize> = [cycle].into_iter().chain(beside).collect();
        let cycles: Vec<usize> = cycles.into_iter().filter(|own| 2 <= *own && 2 * own < values.len()).collect();
        if cycles.is_empty() {
            return None;
        }
        let is_log = values.iter().all(|value| 0.0 < *value);
        let looked_at: Vec<f64> =
            if is_log { values.iter().map(|value| libm::log(*value)).collect() } else { values.to_vec() };
        let found = Mstl::fit(&looked_at, &cycles).ok()?;
        let seasons = cycles.into_iter().zip(found.seasonal()).map(|(own, part)| (own, part.clone())).collect();
        Some(Self { is_log, trend: found.trend().to_vec(), seasons, rest: found.remainder().to_vec() })
    }

    /// The next steps: the series without its seasons forecast by the exponential smoothing of the least `AICc`, with each
    /// season's last turn.
    pub(super) fn ahead(&self, horizon: usize) -> Option<Vec<f64>> {
        let mut adjusted: Vec<f64> = self.trend.iter().zip(&self.rest).map(|(trend, rest)| trend + rest).collect();
        // A logarithm's distance from 0 hangs on the unit: about their mean, no model can take errors as parts of it.
        let base = if self.is_log { mean(&adjusted) } else { 0.0 };
        for value in &mut adjusted {
            *value -= base;
        }
        let mut found = choose(&adjusted, 1, horizon)?.forecast;
        for value in &mut found {
            *value += base;
        }
        for (cycle, part) in &self.seasons {
            let turn = part.get(part.len().saturating_sub(*cycle)..).unwrap_or_default();
            for (value, season) in found.iter_mut().zip(turn.iter().cycle()) {
                *value += season;
            }
        }
        if self.is_log {
            for value in &mut found {
                *value = libm::exp(*value);
            }
        }
        found.iter().all(|value| value.is_finite()).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_seasons_are_told_apart_and_go_on() {
        let week = [0.8, 1.0, 1.1, 1.2, 1.3, 0.9, 0.7];
        let value = |at: usize| {
            let year = if at % 365 < 180 { 1.2 } else { 0.8 };
            100.0 * week[at % 7] * year
        };
        let values: Vec<f64> = (0..1_100).map(value).collect();
        let parts = Parts::of(&values, 7).unwrap();
        assert_eq!(parts.seasons.iter().map(|(cycle, _)| *cycle).collect::<Vec<_>>(), [7, 365]);
        let sum = |at: usize| {
            let seasons: f64 = parts.seasons.iter().map(|(_, part)| part[at]).sum();
            libm::exp(parts.trend[at] + parts.rest[at] + seasons)
        };
        assert!((0..1_100).all(|at| (sum(at) - values[at]).abs() < 1e-6 * values[at]));
        let ahead = parts.ahead(14).unwrap();
        assert!(
            ahead.iter().enumerate().all(|(step, found)| (found / value(1_100 + step) - 1.0).abs() < 0.12),
            "{ahead:?}"
        );
        assert!(Parts::of(&values[..10], 7).is_none() && Parts::of(&values, 1).is_none());
    }
}
