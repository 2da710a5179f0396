//! Uncertain times as tables of equally likely values, so that one random word chooses one.

use crate::engine::comp::behave::normal_quantile;

/// Values in a table; a power of two.
pub(super) const N_VALUES: usize = 64;
/// Whole months, equally likely.
pub(super) type Months = [u32; N_VALUES];
/// Longest wait that is kept.
const MOST: f64 = 1_000.0;

/// `n` equally likely values of a lognormal quantity of mean 1 and that standard deviation; exactly 1 without deviation.
pub(super) fn lognormal(deviation: f64, n: usize) -> Vec<f64> {
    let sigma = sigma(deviation);
    let raw: Vec<f64> =
        (0..n).map(|place| libm::exp(sigma * normal_quantile((place as f64 + 0.5) / n as f64))).collect();
    let mean = raw.iter().sum::<f64>() / n as f64;
    raw.into_iter().map(|value| value / mean).collect()
}

/// Standard deviation of the logarithm of a lognormal quantity, from its own over its mean.
pub(super) fn sigma(deviation: f64) -> f64 {
    libm::sqrt(libm::log(1.0 + deviation * deviation))
}

/// A time of that mean in months, spread lognormally.
pub(super) fn spread(mean: f64, deviation: f64) -> Months {
    whole(lognormal(deviation, N_VALUES).iter().map(|value| mean * value))
}

/// A delay of that mean in months, most often none or short: exponential.
pub(super) fn delay(mean: f64) -> Months {
    let raw = (0..N_VALUES).map(|place| -libm::log(1.0 - (place as f64 + 0.5) / N_VALUES as f64));
    let middle = raw.clone().sum::<f64>() / N_VALUES as f64;
    whole(raw.map(|value| mean * value / middle))
}

/// Whole months that keep the sum: what rounding takes from one value it gives to the next.
fn whole(values: impl Iterator<Item = f64>) -> Months {
    let mut months = [0; N_VALUES];
    let mut owed = 0.0;
    for (month, value) in months.iter_mut().zip(values) {
        owed += value.clamp(0.0, MOST);
        let taken = libm::floor(owed + 0.5).max(0.0);
        *month = taken as u32;
        owed -= taken;
    }
    months
}

/// The probability of each number of months, from 0 on.
pub(super) fn chances(months: &Months) -> Vec<f64> {
    let mut counts = vec![0_u32; months.iter().max().map_or(1, |most| *most as usize + 1)];
    for month in months {
        if let Some(count) = counts.get_mut(*month as usize) {
            *count += 1;
        }
    }
    counts.into_iter().map(|count| f64::from(count) / N_VALUES as f64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(months: &Months) -> f64 {
        months.iter().map(|month| f64::from(*month)).sum::<f64>() / N_VALUES as f64
    }

    #[test]
    fn whole_months_keep_the_mean() {
        for wanted in [0.0, 0.4, 1.0, 1.5, 2.0, 3.3, 12.0] {
            for deviation in [0.0, 0.3, 1.0] {
                assert!((mean(&spread(wanted, deviation)) - wanted).abs() <= 0.5 / 64.0, "{wanted} ± {deviation}");
            }
            assert!((mean(&delay(wanted)) - wanted).abs() <= 0.5 / 64.0, "{wanted}");
        }
    }

    #[test]
    fn without_deviation_all_are_the_mean() {
        assert_eq!(spread(3.0, 0.0), [3; N_VALUES]);
        assert_eq!(delay(0.0), [0; N_VALUES]);
        assert_eq!(lognormal(0.0, 5), [1.0; 5]);
    }

    #[test]
    fn chances_add_up_to_one() {
        let months = spread(2.0, 0.8);
        let chances = chances(&months);
        assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let expected: f64 = (0_u32..).zip(&chances).map(|(month, chance)| f64::from(month) * chance).sum();
        assert!((expected - mean(&months)).abs() < 1e-12);
    }

    #[test]
    fn a_lognormal_table_has_the_deviation() {
        let values = lognormal(0.25, 4_096);
        let variance = values.iter().map(|value| (value - 1.0) * (value - 1.0)).sum::<f64>() / 4_096.0;
        assert!((libm::sqrt(variance) - 0.25).abs() < 0.002, "{variance}");
    }
}
