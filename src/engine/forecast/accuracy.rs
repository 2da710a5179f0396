//! How well forecasts did.

use serde::{Deserialize, Serialize};

/// Errors of one forecast against what happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Accuracy {
    /// `mean(200 |y − f| / (|y| + |f|))`, percent; a step where both are 0 counts 0. Makridakis and Hibon 2000.
    pub smape: f64,
    /// `mean |y − f|` over the mean absolute change of the history over a cycle (from value to value where it is no longer than a
    /// cycle); none where the history never changes. Hyndman and Koehler, International Journal of Forecasting 22, 2006.
    pub mase: Option<f64>,
    /// `√(mean (y − f)²)` over the root mean square change of the history from value to value; none likewise. M5 competition.
    pub rmsse: Option<f64>,
    /// `mean(f − y)`: above 0 where too much was forecast.
    pub bias: f64,
}

impl Accuracy {
    /// Of a forecast of what came after a history whose seasons come again after `cycle` steps; over the steps that both have.
    pub fn of(history: &[f64], cycle: usize, forecast: &[f64], actual: &[f64]) -> Self {
        let pairs = || forecast.iter().zip(actual);
        let n = (forecast.len().min(actual.len()) as f64).max(1.0);
        let absolute: f64 = pairs().map(|(f, y)| (y - f).abs()).sum::<f64>() / n;
        let square: f64 = pairs().map(|(f, y)| (y - f) * (y - f)).sum::<f64>() / n;
        let relative = |(f, y): (&f64, &f64)| {
            let whole = y.abs() + f.abs();
            if whole == 0.0 { 0.0 } else { 200.0 * (y - f).abs() / whole }
        };
        let over = |error: f64, scale: Option<f64>| scale.filter(|scale| 0.0 < *scale).map(|scale| error / scale);
        Self {
            smape: pairs().map(relative).sum::<f64>() / n,
            mase: over(absolute, change(history, cycle, f64::abs).or_else(|| change(history, 1, f64::abs))),
            rmsse: over(libm::sqrt(square), change(history, 1, |by| by * by).map(libm::sqrt)),
            bias: pairs().map(|(f, y)| f - y).sum::<f64>() / n,
        }
    }
}

/// The mean of a function of the changes over so many steps.
fn change(history: &[f64], steps: usize, of: impl Fn(f64) -> f64) -> Option<f64> {
    let later = history.get(steps..).filter(|later| !later.is_empty())?;
    Some(history.iter().zip(later).map(|(early, late)| of(late - early)).sum::<f64>() / later.len() as f64)
}

/// The loss of a quantile forecast: `q (y − f)` where it was too low, `(1 − q)(f − y)` where it was too high. Koenker and
/// Bassett, Econometrica 46, 1978.
pub fn pinball(quantile: f64, forecast: f64, actual: f64) -> f64 {
    let error = actual - forecast;
    if 0.0 <= error { quantile * error } else { (quantile - 1.0) * error }
}

/// The continuous ranked probability score of a normal forecast with that standard error: twice the pinball loss over all
/// quantiles, in the unit of the values; the absolute error where the standard error is 0. Gneiting and Raftery, Journal of the
/// American Statistical Association 102, 2007.
pub fn crps(forecast: f64, error: f64, actual: f64) -> f64 {
    if error <= 0.0 {
        return (actual - forecast).abs();
    }
    let z = (actual - forecast) / error;
    let density = libm::exp(-0.5 * z * z) / libm::sqrt(2.0 * std::f64::consts::PI);
    error
        * (z * libm::erf(z * std::f64::consts::FRAC_1_SQRT_2) + 2.0 * density - 1.0 / libm::sqrt(std::f64::consts::PI))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_by_hand() {
        // History 10, 12, 11, 15: changes 2, −1, 4: mean of |·| 7/3, mean square 21/3 = 7. Forecast 14, 16 of 15, 12: errors 1, 4.
        let found = Accuracy::of(&[10.0, 12.0, 11.0, 15.0], 1, &[14.0, 16.0], &[15.0, 12.0]);
        assert!((found.smape - 0.5 * (200.0 / 29.0 + 800.0 / 28.0)).abs() < 1e-12);
        assert!((found.mase.unwrap() - 2.5 / (7.0 / 3.0)).abs() < 1e-12);
        assert!((found.rmsse.unwrap() - libm::sqrt(8.5 / 7.0)).abs() < 1e-12);
        assert!((found.bias - 1.5).abs() < 1e-12);
    }

    #[test]
    fn what_never_changed_scales_nothing() {
        let found = Accuracy::of(&[3.0, 3.0, 3.0], 1, &[3.0, 0.0], &[3.0, 0.0]);
        assert_eq!((found.mase, found.rmsse, found.smape), (None, None, 0.0));
        assert_eq!(Accuracy::of(&[3.0], 12, &[1.0], &[2.0]).mase, None);
        let short = Accuracy::of(&[3.0, 5.0], 12, &[1.0], &[2.0]).mase.unwrap();
        assert!((short - 0.5).abs() < 1e-12, "an error of 1 over a change of 2");
    }

    #[test]
    fn too_low_costs_more_at_a_high_quantile() {
        assert!((pinball(0.9, 10.0, 12.0) - 1.8).abs() < 1e-12);
        assert!((pinball(0.9, 12.0, 10.0) - 0.2).abs() < 1e-12);
    }

    #[test]
    fn a_score_is_twice_the_pinball_loss_of_all_quantiles() {
        // By a sum over quantiles of the standard normal, found by bisection of erf.
        let quantile = |share: f64| {
            let (mut low, mut high) = (-10.0, 10.0);
            for _ in 0..80 {
                let middle: f64 = 0.5 * (low + high);
                let below = 0.5 * (1.0 + libm::erf(middle * std::f64::consts::FRAC_1_SQRT_2));
                if below < share { low = middle } else { high = middle }
            }
            0.5 * (low + high)
        };
        for actual in [7.0, 10.0, 14.5] {
            let losses = (0..2_000).map(|at| (f64::from(at) + 0.5) / 2_000.0);
            let sum: f64 = losses.map(|share| 2.0 * pinball(share, 10.0 + 2.0 * quantile(share), actual)).sum();
            assert!((crps(10.0, 2.0, actual) - sum / 2_000.0).abs() < 1e-3, "{actual}");
        }
        assert!((crps(10.0, 0.0, 12.0) - 2.0).abs() < 1e-12);
    }
}
