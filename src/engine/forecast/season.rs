//! Whether a series has seasons, and what it is without them.

use super::line::{mean, slope_t};

/// A series taken apart: what belongs to the place in the cycle, and the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// Whether the seasons are factors, and not amounts.
    pub is_multiplicative: bool,
    /// Factors with a mean of 1, or amounts with a mean of 0, by place in the cycle, that of the first value first; one that
    /// changes nothing where there are no seasons.
    pub seasons: Vec<f64>,
    /// The series without them.
    pub adjusted: Vec<f64>,
}

impl Decomposition {
    /// A series without seasons.
    pub fn none(values: &[f64]) -> Self {
        Self { is_multiplicative: false, seasons: vec![0.0], adjusted: values.to_vec() }
    }

    /// By the ratios (or differences) to the centred moving average of a cycle: for each place in the cycle their mean
    /// without the greatest and the least ("medial average"), normalised. Census-like, as the M3 competition did it.
    pub fn classical(values: &[f64], cycle: usize, is_multiplicative: bool) -> Self {
        let cycle = cycle.max(1);
        let mut apart: Vec<Vec<f64>> = vec![Vec::new(); cycle];
        for (place, (value, average)) in values.iter().zip(moving_average(values, cycle)).enumerate() {
            if let (Some(average), Some(own)) = (average, apart.get_mut(place % cycle)) {
                own.push(if is_multiplicative { value / average } else { value - average });
            }
        }
        let neutral = if is_multiplicative { 1.0 } else { 0.0 };
        let mut seasons: Vec<f64> = apart.into_iter().map(|own| medial(own).unwrap_or(neutral)).collect();
        let middle = mean(&seasons);
        for season in &mut seasons {
            *season = if is_multiplicative { *season / middle } else { *season - middle };
        }
        let without = |(value, season): (&f64, &f64)| if is_multiplicative { value / season } else { value - season };
        let adjusted = values.iter().zip(seasons.iter().cycle()).map(without).collect();
        Self { is_multiplicative, seasons, adjusted }
    }

    /// Without seasons where no test finds any.
    pub fn tested(values: &[f64], cycle: usize) -> Self {
        let has_seasons =
            is_seasonal(values, cycle) || is_seasonal_at_95(values, cycle) || is_seasonal_in_short(values, cycle);
        if has_seasons { Self::seasonal(values, cycle) } else { Self::none(values) }
    }

    /// Seasons as factors where all values are above 0, else as amounts.
    pub(super) fn seasonal(values: &[f64], cycle: usize) -> Self {
        if values.iter().all(|value| 0.0 < *value) {
            let factors = Self::classical(values, cycle, true);
            // A factor near 0 would blow its place up.
            if factors.seasons.iter().all(|season| LEAST_FACTOR <= *season) {
                return factors;
            }
        }
        Self::classical(values, cycle, false)
    }

    /// The value with the season of its place, counted from the first value of the series.
    pub fn with_season(&self, place: usize, value: f64) -> f64 {
        let season = self.seasons.get(place % self.seasons.len().max(1)).copied().unwrap_or(0.0);
        if self.is_multiplicative { value * season } else { value + season }
    }

    /// A forecast of the series without seasons, with them.
    pub fn seasoned(&self, forecast: impl IntoIterator<Item = f64>) -> Vec<f64> {
        let after = self.adjusted.len();
        forecast.into_iter().enumerate().map(|(step, value)| self.with_season(after + step, value)).collect()
    }
}

const LEAST_FACTOR: f64 = 0.01;

/// The mean without the greatest and the least where there are three at least.
fn medial(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let inner = if 2 < values.len() { values.get(1..values.len() - 1) } else { Some(values.as_slice()) };
    inner.filter(|inner| !inner.is_empty()).map(mean)
}

/// The centred moving average over a cycle (of an even cycle, with halves at both ends); none at the ends of the series.
fn moving_average(values: &[f64], cycle: usize) -> Vec<Option<f64>> {
    let half = cycle / 2;
    let average = |place: usize| {
        let from = place.checked_sub(half)?;
        let around = values.get(from..=place + half)?;
        let (first, last) = (around.first()?, around.last()?);
        let ends = if cycle.is_multiple_of(2) { 0.5 * (first + last) } else { 0.0 };
        Some((around.iter().sum::<f64>() - ends) / cycle as f64)
    };
    (0..values.len()).map(average).collect()
}

/// Autocorrelation at a lag; 0 where nothing varies.
pub fn autocorrelation(values: &[f64], lag: usize) -> f64 {
    let mean = mean(values);
    let square: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let late = values.get(lag..).unwrap_or_default();
    let product: f64 = values.iter().zip(late).map(|(early, late)| (early - mean) * (late - mean)).sum();
    if square <= 0.0 { 0.0 } else { product / square }
}

/// The test of the M4 competition, at 90 %: `|r_m| > 1.645 · √((1 + 2 Σ_{k<m} r_k²) / n)`, three cycles at least (Makridakis,
/// Spiliotis and Assimakopoulos, International Journal of Forecasting 36, 2020; their published code).
pub fn is_seasonal(values: &[f64], cycle: usize) -> bool {
    let n = values.len();
    if cycle < 2 || n < 3 * cycle {
        return false;
    }
    let squares: f64 = (1..cycle).map(|lag| autocorrelation(values, lag)).map(|r| r * r).sum();
    1.645 * libm::sqrt((1.0 + 2.0 * squares) / n as f64) < autocorrelation(values, cycle).abs()
}

/// The test of the M3 competition, at 95 %: `|r_m| · √(n − m) > 1.96`, of the first differences where a line through the series
/// rises or falls beyond chance. It was not published; this one tells the Naive2 forecasts of 2,176 of the 2,184 monthly and
/// quarterly series right.
pub fn is_seasonal_at_95(values: &[f64], cycle: usize) -> bool {
    if cycle < 2 || values.len() < 3 * cycle {
        return false;
    }
    let differences = differences(values);
    let looked_at = if LIMIT < slope_t(values) { &differences } else { values };
    LIMIT < autocorrelation(looked_at, cycle).abs() * libm::sqrt((looked_at.len() - cycle) as f64)
}

/// Two to three cycles, which the competitions' tests say nothing of, though a second like year is what most people have: the
/// first differences, whose autocorrelation is made up for the pairs that are missing, `r_m · n / (n − m) · √(n − m) > 1.96`. Only
/// what rises and falls alike counts.
fn is_seasonal_in_short(values: &[f64], cycle: usize) -> bool {
    if cycle < 2 || values.len() < 2 * cycle || 3 * cycle <= values.len() {
        return false;
    }
    let differences = differences(values);
    let (n, n_pairs) = (differences.len() as f64, (differences.len() - cycle) as f64);
    LIMIT < autocorrelation(&differences, cycle) * n / n_pairs * libm::sqrt(n_pairs)
}

/// The normal quantile of a test at 95 %, both sides.
const LIMIT: f64 = 1.96;

fn differences(values: &[f64]) -> Vec<f64> {
    values.iter().zip(values.iter().skip(1)).map(|(early, late)| late - early).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seasons_come_back_as_they_were_put_in() {
        let factors = [0.5, 1.5, 1.25, 0.75];
        let values: Vec<f64> = (0..24_u32).map(|at| 100.0 * factors[at as usize % 4]).collect();
        let found = Decomposition::tested(&values, 4);
        assert!(found.is_multiplicative);
        for (season, factor) in found.seasons.iter().zip(factors) {
            assert!((season - factor).abs() < 1e-12, "{season} {factor}");
        }
        assert!(found.adjusted.iter().all(|value| (value - 100.0).abs() < 1e-9));
        assert!((found.seasoned([10.0, 10.0])[1] - found.with_season(25, 10.0)).abs() < 1e-12);
    }

    #[test]
    fn seasons_of_losses_are_amounts() {
        let amounts = [-30.0, 10.0, 25.0, -5.0];
        let values: Vec<f64> = (0..24_u32).map(|at| f64::from(at) - 12.0 + amounts[at as usize % 4]).collect();
        let found = Decomposition::tested(&values, 4);
        assert!(!found.is_multiplicative);
        for (season, amount) in found.seasons.iter().zip(amounts) {
            assert!((season - amount).abs() < 1e-9, "{season} {amount}");
        }
    }

    #[test]
    fn a_wild_year_is_left_out_of_the_average() {
        // Ratios of one place: 1, 1.1, 1.2, 9: the medial mean is 1.15.
        assert_eq!(medial(vec![9.0, 1.0, 1.2, 1.1]), Some(1.15));
        assert_eq!(medial(vec![2.0, 4.0]), Some(3.0));
        assert_eq!(medial(Vec::new()), None);
    }

    #[test]
    fn autocorrelation_by_hand() {
        // 1, 2, 3, 4: deviations −1.5, −0.5, 0.5, 1.5; products at lag 1: 0.75 − 0.25 + 0.75 = 1.25; squares 5.
        assert!((autocorrelation(&[1.0, 2.0, 3.0, 4.0], 1) - 0.25).abs() < 1e-12);
        assert!(autocorrelation(&[3.0, 3.0], 1).abs() < 1e-15);
    }

    #[test]
    fn a_trend_alone_is_no_season() {
        let line: Vec<f64> = (0..48).map(f64::from).collect();
        assert!(!is_seasonal_at_95(&line, 12));
        assert!(!is_seasonal(&line, 12));
        assert!(!is_seasonal(&[1.0, 2.0, 1.0, 2.0, 1.0], 2), "three cycles are needed");
    }

    #[test]
    fn two_like_years_have_seasons_and_a_walk_has_none() {
        let factors = [0.8, 0.9, 1.2, 0.9, 1.0, 1.3, 0.7, 0.8, 1.2, 1.0, 1.1, 1.6];
        let values: Vec<f64> = (0..24_u32).map(|at| (100.0 + f64::from(at)) * factors[at as usize % 12]).collect();
        let found = Decomposition::tested(&values, 12);
        assert!((found.seasons[11] / 1.5 - 1.0).abs() < 0.15, "{found:?}");
        let walk: Vec<f64> = (0..24_u32).map(|at| 100.0 + f64::from(at * at * 7 % 31)).collect();
        assert_eq!(Decomposition::tested(&walk, 12).seasons, [0.0]);
        assert_eq!(Decomposition::tested(&values[..23], 12).seasons, [0.0]);
    }

    #[test]
    fn two_cycles_of_chance_are_seldom_taken_for_seasons() {
        let uniform = |seed: u64, at: u64| {
            let mut mixed = (seed << 32) ^ at;
            for _ in 0..3 {
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9).wrapping_add(0x9e37_79b9_7f4a_7c15);
            }
            (mixed >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
        };
        let seen = |n: u64, cycle: usize, value: &dyn Fn(u64, u64) -> f64| -> usize {
            let series = |seed: u64| (0..n).map(|at| value(seed, at)).collect::<Vec<f64>>();
            (0..500).filter(|seed| is_seasonal_in_short(&series(*seed), cycle)).count()
        };
        for (n, cycle) in [(24, 12), (30, 12), (35, 12), (11, 4), (20, 7)] {
            let noise = seen(n, cycle, &|seed, at| 100.0 + 20.0 * uniform(seed, at));
            let walk = seen(n, cycle, &|seed, at| (0..=at).map(|at| uniform(seed, at)).sum());
            assert!(noise < 35 && walk < 25, "{n} {cycle}: {noise} and {walk} of 500");
        }
        let factors = [0.8, 0.9, 1.2, 0.9, 1.0, 1.3, 0.7, 0.8, 1.2, 1.0, 1.1, 1.6];
        let sold = |seed: u64, at: u64| factors[at as usize % 12] * (1.0 + 0.3 * uniform(seed, at));
        assert!(350 < seen(24, 12, &sold) && 450 < seen(30, 12, &sold));
    }

    #[test]
    fn odd_and_even_cycles_are_centred() {
        assert_eq!(moving_average(&[1.0, 2.0, 3.0, 4.0, 5.0], 3), [None, Some(2.0), Some(3.0), Some(4.0), None]);
        assert_eq!(moving_average(&[1.0, 2.0, 3.0, 4.0, 5.0], 4), [None, None, Some(3.0), None, None]);
    }
}
