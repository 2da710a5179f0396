//! Statistics of a list of numbers. All give `None` for lists that are too short or without differences, never NaN.

use super::card::Interval;
use crate::engine::comp::compare::{Draws, mean};

/// How often intervals hold the true figure.
pub(super) const LEVEL: f64 = 0.9;
/// The standard normal's quantile at 95 %: intervals of 90 % reach as many standard errors to both sides.
pub(super) const Z: f64 = 1.644_853_626_951_472_2;
/// Draws of a bootstrap.
const N_DRAWS: usize = 999;
/// Numbers that a bootstrap draws in all: long lists are drawn less often.
const N_MOVES: usize = 2_000_000;

/// The standard normal's distribution function.
pub(super) fn normal(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Ends in order, at that level; `None` unless both are numbers.
pub(super) fn interval(low: f64, high: f64) -> Option<Interval> {
    (low.is_finite() && high.is_finite() && low <= high).then_some(Interval { low, high, level: LEVEL })
}

/// Variance of a sample, over `n − 1`.
pub(in crate::engine::quota) fn variance(values: &[f64]) -> Option<f64> {
    let middle = mean(values).filter(|_| 2 <= values.len())?;
    Some(power_sum(values, middle, 2) / (values.len() as f64 - 1.0))
}

fn power_sum(values: &[f64], middle: f64, power: i32) -> f64 {
    values.iter().map(|value| (0..power).fold(1.0, |product, _| product * (value - middle))).sum()
}

/// `m_k = Σ (x − x̄)^k / n` for `k` of 2, 3 and 4; `None` where all values are one, up to rounding.
fn moments(values: &[f64]) -> Option<[f64; 3]> {
    let middle = mean(values)?;
    let n = values.len() as f64;
    let [two, three, four] = [2, 3, 4].map(|power| power_sum(values, middle, power) / n);
    let size = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    (1e-24 * size * size < two).then_some([two, three, four])
}

/// Skewness of a sample, `G1 = g1 √(n (n − 1)) / (n − 2)` (Joanes and Gill 1998), from three values on.
pub(super) fn skewness(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let [two, three, _] = moments(values).filter(|_| 3 <= values.len())?;
    Some(three / (two * libm::sqrt(two)) * libm::sqrt(n * (n - 1.0)) / (n - 2.0))
}

/// Standard error of [`skewness`] for a normal sample of `n` values: `√(6 n (n − 1) / ((n − 2) (n + 1) (n + 3)))`.
pub(super) fn skewness_error(n: usize) -> f64 {
    let n = n as f64;
    libm::sqrt(6.0 * n * (n - 1.0) / ((n - 2.0) * (n + 1.0) * (n + 3.0)))
}

/// Excess kurtosis of a sample, `G2 = ((n + 1) g2 + 6) (n − 1) / ((n − 2) (n − 3))`, from four values on.
pub(super) fn kurtosis(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let [two, _, four] = moments(values).filter(|_| 4 <= values.len())?;
    Some(((n + 1.0) * (four / (two * two) - 3.0) + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0)))
}

/// The bimodality coefficient, `(G1² + 1) / (G2 + 3 (n − 1)² / ((n − 2) (n − 3)))` (SAS; Pfister et al. 2013): 5/9 for a
/// uniform distribution, a third for a normal one, 1 for two points.
pub(super) fn bimodality(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let (skew, excess) = (skewness(values)?, kurtosis(values)?);
    let below = excess + 3.0 * (n - 1.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
    (1e-12 < below).then(|| (skew * skew + 1.0) / below)
}

/// Gini's coefficient, `2 Σ i x_i / (n Σ x) − (n + 1) / n` of the rising values; those below 0 count as 0. `None` where
/// all are 0.
pub(in crate::engine::quota) fn gini(values: &[f64]) -> Option<f64> {
    let mut rising: Vec<f64> = values.iter().map(|value| value.max(0.0)).collect();
    rising.sort_by(f64::total_cmp);
    let n = rising.len() as f64;
    let sum: f64 = rising.iter().sum();
    let weighted: f64 = rising.iter().enumerate().map(|(place, value)| (place as f64 + 1.0) * value).sum();
    (0.0 < sum).then(|| (2.0 * weighted / (n * sum) - (n + 1.0) / n).clamp(0.0, 1.0))
}

/// The quantile at that share of rising values, on the line between its neighbours (type 7 of Hyndman and Fan 1996).
pub(super) fn quantile(rising: &[f64], share: f64) -> Option<f64> {
    let place = share.clamp(0.0, 1.0) * (rising.len() as f64 - 1.0).max(0.0);
    let lower = libm::floor(place);
    let at = |place: f64| rising.get(place as usize).copied();
    let (low, high) = (at(lower)?, at(lower + 1.0).or_else(|| at(lower))?);
    Some(low + (high - low) * (place - lower))
}

/// The middle value.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let mut rising = values.to_vec();
    rising.sort_by(f64::total_cmp);
    quantile(&rising, 0.5)
}

/// Wilson's interval (1927) for a share of `n` of which `count` have it.
pub(super) fn wilson(count: usize, n: usize) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let (share, n, square) = (count as f64 / n as f64, n as f64, Z * Z);
    let middle = (share + square / (2.0 * n)) / (1.0 + square / n);
    let half = Z / (1.0 + square / n) * libm::sqrt(share * (1.0 - share) / n + square / (4.0 * n * n));
    interval((middle - half).max(0.0), (middle + half).min(1.0))
}

/// The middle 90 % of a figure over samples drawn anew from the values.
pub(super) fn bootstrap(values: &[f64], seed: u64, of: impl Fn(&[f64]) -> Option<f64>) -> Option<Interval> {
    let n_draws = (N_MOVES / values.len().max(1)).clamp(199, N_DRAWS);
    let mut draws = Draws(seed);
    let mut sample = Vec::with_capacity(values.len());
    let mut figures = Vec::with_capacity(n_draws);
    for _ in 0..n_draws {
        sample.clear();
        sample.extend((0..values.len()).filter_map(|_| values.get(draws.below(values.len() as u64)).copied()));
        figures.extend(of(&sample).filter(|figure| figure.is_finite()));
    }
    figures.sort_by(f64::total_cmp);
    interval(quantile(&figures, 0.05)?, quantile(&figures, 0.95)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-4), "{found:?} is not {expected}");
    }

    #[test]
    fn shape_of_samples_worked_by_hand() {
        // 1, 2, 3, 10: mean 4, m2 = (9 + 4 + 1 + 36)/4 = 12.5, m3 = (−27 − 8 − 1 + 216)/4 = 45; g1 = 45/12.5^1.5 = 1.01823;
        // G1 = 1.01823 · √12 / 2 = 1.76363. m4 = (81 + 16 + 1 + 1296)/4 = 348.5, g2 = 348.5/156.25 − 3 = −0.7696;
        // G2 = (5 · −0.7696 + 6) · 3 / (2 · 1) = 3.228. BC = (1.76363² + 1) / (3.228 + 3 · 9 / 2) = 4.11040/16.728 = 0.24572.
        let sample = [1.0, 2.0, 3.0, 10.0];
        near(skewness(&sample), 1.76363);
        near(kurtosis(&sample), 3.228);
        near(bimodality(&sample), 0.24572);
        // Two points: BC tends to 1. 0 and 1, 500 times each: G1 = 0, g2 = −2.
        let two: Vec<f64> = (0..1_000).map(|place| f64::from(place % 2)).collect();
        assert!(bimodality(&two).is_some_and(|found| 0.99 < found && found < 1.01));
        // Evenly spread: near 5/9; of 2,000 values 1/(−1.2 + 3 · 1999²/(1998 · 1997)) = 0.5542.
        let even: Vec<f64> = (0..2_000).map(f64::from).collect();
        assert!(bimodality(&even).is_some_and(|found| (found - 0.5542).abs() < 1e-4));
        // The error of skewness for 20 values in print: 0.512 (SPSS tables).
        assert!((skewness_error(20) - 0.512).abs() < 5e-4);
    }

    #[test]
    fn nothing_comes_of_lists_without_differences() {
        for values in [&[][..], &[1.0], &[0.3; 9], &[0.1 + 0.2, 0.3, 0.3, 0.3, 0.3]] {
            assert_eq!((skewness(values), kurtosis(values), bimodality(values)), (None, None, None), "{values:?}");
        }
        assert_eq!(
            (variance(&[1.0]), variance(&[1.0, 3.0]), gini(&[0.0, 0.0]), gini(&[])),
            (None, Some(2.0), None, None)
        );
        assert_eq!((wilson(0, 0), quantile(&[], 0.5), median(&[])), (None, None, None));
        assert_eq!(bootstrap(&[], 1, gini), None);
    }

    #[test]
    fn gini_of_known_lists() {
        near(gini(&[1.0, 1.0, 1.0]), 0.0);
        // 1, 2, 3, 4: 2 · (1 + 4 + 9 + 16) / (4 · 10) − 5/4 = 0.25.
        near(gini(&[4.0, 1.0, 3.0, 2.0]), 0.25);
        // One has all: (n − 1)/n.
        near(gini(&[0.0, 0.0, 0.0, 0.0, 9.0]), 0.8);
        near(gini(&[-5.0, 0.0, 0.0, 0.0, 9.0]), 0.8);
    }

    #[test]
    fn quantiles_lie_between_neighbours() {
        let values = [1.0, 2.0, 4.0, 8.0];
        near(quantile(&values, 0.25), 1.75);
        near(quantile(&values, 0.5), 3.0);
        near(quantile(&values, 1.0), 8.0);
        near(median(&[9.0, 1.0, 5.0]), 5.0);
    }

    #[test]
    fn intervals_of_shares_are_wilsons() {
        // 81 of 263 at 95 % is 0.2553 to 0.3662 in print (Newcombe 1998); at 90 % worked anew: middle
        // (0.30798 + 2.70554/526)/(1 + 2.70554/263) = 0.30994, half 0.04663.
        let found = wilson(81, 263).unwrap();
        assert!((found.low - 0.2633).abs() < 2e-4 && (found.high - 0.3566).abs() < 2e-4, "{found:?}");
        assert_eq!(wilson(0, 5).map(|found| found.low), Some(0.0));
    }

    #[test]
    fn the_same_seed_draws_the_same_interval() {
        let values = [0.5, 0.8, 1.0, 1.1, 1.3, 2.0];
        let found = bootstrap(&values, 7, gini);
        assert_eq!(found, bootstrap(&values, 7, gini));
        let inside = gini(&values).unwrap();
        assert!(found.is_some_and(|found| found.low < inside && inside < found.high), "{found:?}");
        assert!((normal(Z) - 0.95).abs() < 1e-12);
    }
}
