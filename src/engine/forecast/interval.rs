//! How far off forecasts are: from the errors that the same series shows at earlier origins.

use serde::{Deserialize, Serialize};

use super::line::mean;
use super::season::Decomposition;
use super::theta::theta;
use crate::engine::simulate::two_sided;

/// The width of forecasts by step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Width {
    /// Standard error by step: a part of the forecast where all values are above 0, else an amount.
    pub by_step: Vec<f64>,
    /// Whether it is a part of the forecast.
    pub is_relative: bool,
    /// What it is a part of, at least: a forecast near 0 is not sure because it is small.
    pub least: f64,
    /// Earlier origins that it was measured at.
    pub n_origins: usize,
}

/// Origins that are looked at, at most; the latest.
const MOST_ORIGINS: usize = 120;
/// The part of the mean value that errors are held against where less is forecast.
const LEAST_PART: f64 = 0.1;

impl Width {
    /// Measured by rolling origin: the Theta method, which is quick and no better than what is forecast with, is fitted anew at
    /// each origin of the later half of the series. The root mean square error of a step is smoothed over steps as
    /// `s_h = s_1 · h^b`, `0 ≤ b ≤ 1`, each step weighing as much as it has errors.
    pub fn measured(values: &[f64], cycle: usize, horizon: usize) -> Self {
        Self::rolled(values, cycle, (0, horizon), false)
    }

    /// The same of the sums of the first steps: of one, of two, … of `horizon`. Errors that go together add up, those that do not
    /// cancel out, and which of it they do is measured: the error of a sum grows as `h^b`, `½ ≤ b ≤ 2`, as a part of the sum one
    /// power less.
    pub fn of_sums(values: &[f64], cycle: usize, horizon: usize) -> Self {
        Self::of_later_sums(values, cycle, 0, horizon)
    }

    /// The same of the sums that begin after the first `skipped` steps: of one, of two, … of `n` of those that follow.
    pub fn of_later_sums(values: &[f64], cycle: usize, skipped: usize, n: usize) -> Self {
        Self::rolled(values, cycle, (skipped, n), true)
    }

    fn rolled(values: &[f64], cycle: usize, (skipped, horizon): (usize, usize), are_summed: bool) -> Self {
        let n = values.len();
        let is_relative = values.iter().all(|value| 0.0 < *value);
        let least = LEAST_PART * mean(values);
        let from = (n / 2).max((2 * cycle + 1).min(n * 3 / 4)).max(3).max(n.saturating_sub(MOST_ORIGINS));
        let mut sums = vec![(0.0, 0.0); horizon];
        for origin in from..n {
            let (past, future) = values.split_at(origin);
            let apart = Decomposition::tested(past, cycle);
            let found = apart.seasoned(theta(&apart.adjusted, (skipped + horizon).min(future.len())));
            let (mut said, mut happened) = (0.0, 0.0);
            let later = found.iter().zip(future).skip(skipped);
            for (step, ((squares, count), (expected, value))) in sums.iter_mut().zip(later).enumerate() {
                let before = if are_summed { (said, happened) } else { (0.0, 0.0) };
                (said, happened) = (before.0 + expected, before.1 + value);
                let least = if are_summed { least * (step + 1) as f64 } else { least };
                let whole = if is_relative { part_of(said, least) } else { 1.0 };
                let error = (happened - said) / whole;
                *squares += error * error;
                *count += 1.0;
            }
        }
        let powers = match (are_summed, is_relative) {
            (false, _) => (0.0, 1.0),
            (true, false) => (0.5, 2.0),
            (true, true) => (-0.5, 1.0),
        };
        Self { by_step: smoothed(&sums, horizon, powers), is_relative, least, n_origins: n.saturating_sub(from) }
    }

    /// What the value of each step lies between with that probability, `0 < level < 1`: Student's t with as many degrees of
    /// freedom as origins. Where nothing was measured, the forecast itself.
    pub fn bounds(&self, forecast: &[f64], level: f64) -> Vec<(f64, f64)> {
        let times = self.times(level);
        let half = |(expected, error): (&f64, f64)| (expected - times * error, expected + times * error);
        forecast.iter().zip(self.errors(forecast)).map(half).collect()
    }

    /// How many standard errors lie on each side within that probability.
    pub fn times(&self, level: f64) -> f64 {
        two_sided(level, u32::try_from(self.n_origins.max(1)).unwrap_or(u32::MAX)).unwrap_or(0.0)
    }

    /// The standard error of each step of a forecast, as an amount.
    pub fn errors(&self, forecast: &[f64]) -> Vec<f64> {
        let error = |(expected, width): (&f64, &f64)| width * self.unit(*expected, 1);
        forecast.iter().zip(&self.by_step).map(error).collect()
    }

    /// The standard error of the sum of all steps, of a width of sums.
    pub(super) fn error_of_sum(&self, sum: f64) -> f64 {
        self.by_step.last().map_or(0.0, |width| width * self.unit(sum, self.by_step.len()))
    }

    /// What a width is measured in, of a value that stands for so many steps.
    fn unit(&self, expected: f64, n_steps: usize) -> f64 {
        if self.is_relative { part_of(expected, self.least * n_steps as f64) } else { 1.0 }
    }

    /// Whether anything can be said of how far off forecasts are: some earlier origins, and errors at them.
    pub fn is_known(&self) -> bool {
        LEAST_ORIGINS <= self.n_origins && self.by_step.iter().any(|width| 0.0 < *width)
    }
}

/// What errors of a forecast are parts of.
fn part_of(expected: f64, least: f64) -> f64 {
    expected.abs().max(least).max(f64::MIN_POSITIVE)
}

/// Earlier origins below which no range is told.
const LEAST_ORIGINS: usize = 3;

/// Root mean squares along `s_1 · h^b`, from sums of squares with their counts, with the least and the greatest `b`.
fn smoothed(sums: &[(f64, f64)], horizon: usize, (least, most): (f64, f64)) -> Vec<f64> {
    let known = || {
        let steps = sums.iter().enumerate().filter(|(_, (squares, count))| 0.0 < *squares && 0.0 < *count);
        steps.map(|(at, (squares, count))| (libm::log((at + 1) as f64), 0.5 * libm::log(squares / count), *count))
    };
    let weight: f64 = known().map(|(_, _, count)| count).sum();
    if weight <= 0.0 {
        return vec![0.0; horizon];
    }
    let middle = known().map(|(step, _, count)| count * step).sum::<f64>() / weight;
    let height = known().map(|(_, error, count)| count * error).sum::<f64>() / weight;
    let square: f64 = known().map(|(step, _, count)| count * (step - middle) * (step - middle)).sum();
    let product: f64 = known().map(|(step, error, count)| count * (step - middle) * (error - height)).sum();
    let slope = if 0.0 < square { (product / square).clamp(least, most) } else { f64::midpoint(least, most) };
    (1..=horizon).map(|step| libm::exp(height + slope * (libm::log(step as f64) - middle))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_errs_has_no_width() {
        let width = Width::measured(&[5.0; 24], 4, 6);
        assert_eq!((width.by_step.clone(), width.n_origins), (vec![0.0; 6], 12));
        assert_eq!(width.bounds(&[5.0; 6], 0.95), [(5.0, 5.0); 6]);
        assert!(Width::measured(&[1.0], 1, 3).by_step.iter().all(|width| *width == 0.0));
    }

    #[test]
    fn errors_grow_with_the_step_as_they_did() {
        // Squares as of s_1 = 2, b = 1/2: s_h² = 4 h.
        let sums: Vec<(f64, f64)> = (1..=6).map(|step| (4.0 * f64::from(step) * 10.0, 10.0)).collect();
        for (step, found) in (1..=8).zip(smoothed(&sums, 8, (0.0, 1.0))) {
            assert!((found - 2.0 * libm::sqrt(f64::from(step))).abs() < 1e-9, "{step}: {found}");
        }
    }

    #[test]
    fn a_forecast_near_nothing_is_no_surer_for_it() {
        // Falls to nearly nothing and comes back: errors are parts of a tenth of the mean value at least.
        let values: Vec<f64> = (0..40_u32).map(|at| if at % 20 < 17 { 100.0 } else { 0.01 }).collect();
        let width = Width::measured(&values, 1, 3);
        assert!(width.is_relative && width.by_step.iter().all(|width| *width < 12.0), "{width:?}");
        let errors = width.errors(&[1e-6, 50.0, 50.0]);
        assert!((errors[0] / (width.by_step[0] * width.least) - 1.0).abs() < 1e-12 && 0.0 < errors[0], "{errors:?}");
        let tiny: Vec<f64> = values.iter().map(|value| value * 1e-12).collect();
        let scaled = Width::measured(&tiny, 1, 3);
        for (one, other) in width.by_step.iter().zip(&scaled.by_step) {
            assert!((one / other - 1.0).abs() < 1e-3, "{one} {other}");
        }
    }

    #[test]
    fn losses_are_measured_in_amounts() {
        let values: Vec<f64> = (0..40_u32).map(|at| f64::from(at * 7 % 13) - 6.0).collect();
        let width = Width::measured(&values, 1, 2);
        assert!(!width.is_relative);
        let (low, high) = width.bounds(&[-1.0, -1.0], 0.8)[0];
        assert!(low < -2.0 && 0.0 < high && (0.5 * (low + high) + 1.0).abs() < 1e-9, "{low} {high}");
    }
}
