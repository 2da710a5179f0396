//! What all steps of a forecast come to together, with its range.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::interval::Width;
use super::predict::Prediction;

/// The sum of a forecast.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Total {
    /// Expected.
    pub expected: f64,
    /// A range for each level of the forecast's; none where the past says nothing of how far off sums are.
    pub ranges: Vec<TotalRange>,
    /// What no bound is below, as that of the forecast's steps.
    pub floor: Option<f64>,
}

/// Between which the sum lies with a probability.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TotalRange {
    /// The probability that it is to hold.
    pub level: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound; as far above as the lower one lies below before it is lifted to the floor.
    pub high: f64,
    /// The share of earlier origins at which such a range held the sum; none where there were none.
    pub coverage: Option<f64>,
}

impl Total {
    /// The sum of what was forecast of those values. How far off sums are is measured on sums at earlier origins
    /// ([`Width::of_sums`]), since errors of steps go together; widths of steps cannot be added up.
    pub fn of(values: &[f64], found: &Prediction) -> Self {
        Self::of_steps(values, found, &found.expected, 0..found.expected.len())
    }

    /// The same of some of the steps: the error of their sum is measured on sums of just as many, as far ahead. `said` is what the
    /// method said of each step, where other values were put in its place.
    pub fn of_steps(values: &[f64], found: &Prediction, said: &[f64], steps: Range<usize>) -> Self {
        let expected: f64 = said.get(steps.clone()).unwrap_or_default().iter().sum();
        let width = Width::of_later_sums(values, found.cycle, steps.start, steps.len());
        if !width.is_known() || found.ranges.is_empty() {
            return Self { expected, ranges: Vec::new(), floor: found.floor };
        }
        let past = earlier(values, found, &steps);
        let of = |level: f64| {
            let half = width.times(level) * width.error_of_sum(expected);
            let n_held = past.iter().filter(|one| one.holds(level)).count();
            TotalRange {
                level,
                low: lifted(expected - half, found.floor, expected),
                high: expected + half,
                coverage: (!past.is_empty()).then(|| n_held as f64 / past.len() as f64),
            }
        };
        Self { expected, ranges: found.ranges.iter().map(|range| of(range.level)).collect(), floor: found.floor }
    }

    /// The same where steps were changed by so much together: ranges move along and keep their widths, but for what lies below
    /// the floor.
    #[must_use]
    pub fn moved(&self, by: f64) -> Self {
        let expected = self.expected + by;
        let moved = |one: &TotalRange| {
            let half = one.high - self.expected;
            TotalRange { low: lifted(expected - half, self.floor, expected), high: expected + half, ..*one }
        };
        Self { expected, ranges: self.ranges.iter().map(moved).collect(), floor: self.floor }
    }
}

/// A lower bound no lower than the floor, and no higher than what it is the bound of.
fn lifted(low: f64, floor: Option<f64>, expected: f64) -> f64 {
    floor.map_or(low, |floor| low.max(floor)).min(expected)
}

/// A sum that was forecast, and what it came to.
struct Earlier {
    said: f64,
    happened: f64,
    width: Width,
}

impl Earlier {
    fn holds(&self, level: f64) -> bool {
        (self.happened - self.said).abs() <= self.width.times(level) * self.width.error_of_sum(self.said)
    }
}

/// What the method said at each of the earlier origins that it was tried at.
fn earlier(values: &[f64], found: &Prediction, steps: &Range<usize>) -> Vec<Earlier> {
    let Some(row) = found.tried.row(found.choice.method) else { return Vec::new() };
    let origins = found.tried.origins.iter().zip(&found.tried.actual).zip(&row.said);
    let of = |((origin, actual), said): ((&usize, &Vec<f64>), &Vec<f64>)| {
        // Short pasts are tried on fewer steps than are forecast.
        let steps = steps.start..steps.end.min(said.len());
        let (said, actual) = (said.get(steps.clone())?, actual.get(steps.start..steps.end.min(actual.len()))?);
        let width = Width::of_later_sums(values.get(..*origin)?, found.cycle, steps.start, said.len());
        width.is_known().then(|| Earlier { said: said.iter().sum(), happened: actual.iter().sum(), width })
    };
    origins.filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::series::{Axis, Series};
    use super::super::{PredictAsked, predict};
    use super::*;

    /// Noise without memory, alike on every machine.
    fn noise(at: u32) -> f64 {
        let mixed = u64::from(at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 40) as f64 / f64::from(1_u32 << 24) - 0.5
    }

    fn told(scale: f64) -> (Vec<f64>, Prediction) {
        let values: Vec<f64> = (0..60).map(|at| scale * (100.0 + 30.0 * noise(at))).collect();
        let series = Series { values: values.clone(), ..Series::default() };
        let found = predict(Axis::default(), &series, &PredictAsked { horizon: 6, ..PredictAsked::default() });
        (values, found.unwrap())
    }

    #[test]
    fn a_sum_of_what_goes_each_its_own_way_is_surer_than_its_steps() {
        let (values, found) = told(1.0);
        let total = Total::of(&values, &found);
        let (low, high) = found.ranges[0].bounds[0];
        let of_step = (high - low) / found.expected[0];
        let of_sum = (total.ranges[0].high - total.ranges[0].low) / total.expected;
        assert!(0.0 < of_sum && of_sum < of_step, "{of_sum} {of_step}");
        assert!((total.expected - found.expected.iter().sum::<f64>()).abs() < 1e-9);
        assert!(total.ranges[0].coverage.is_some());
    }

    #[test]
    fn a_sum_of_later_steps_has_a_range_of_its_own() {
        let (values, found) = told(1.0);
        let all = Total::of(&values, &found);
        assert_eq!(all, Total::of_steps(&values, &found, &found.expected, 0..6));
        let later = Total::of_steps(&values, &found, &found.expected, 2..6);
        assert!((later.expected - found.expected[2..].iter().sum::<f64>()).abs() < 1e-9);
        let half = |total: &Total| (total.ranges[0].high - total.ranges[0].low) / 2.0;
        // Without the first two of six steps of noise: about √(4/6) of the width.
        let share = half(&later) / half(&all);
        assert!(0.6 < share && share < 1.0 && later.ranges[0].coverage.is_some(), "{share}");
        for beyond in [6..6, 9..12] {
            assert!(Total::of_steps(&values, &found, &found.expected, beyond).expected.abs() < 1e-12);
        }
    }

    #[test]
    fn what_scales_scales_and_what_moves_keeps_its_width() {
        let ((values, found), (large, of_large)) = (told(1.0), told(1_000.0));
        let (one, other) = (Total::of(&values, &found), Total::of(&large, &of_large));
        assert!((other.ranges[1].high / one.ranges[1].high / 1_000.0 - 1.0).abs() < 1e-3);
        let moved = one.moved(-50.0);
        assert!((moved.ranges[0].low - one.ranges[0].low + 50.0).abs() < 1e-9);
        assert_eq!(Total::of(&[7.0; 30], &told(1.0).1).ranges, Vec::new(), "a constant says nothing");
        // What never was below 0 is not moved there, and comes back as it was.
        let low = one.moved(10.0 - one.expected);
        assert!(low.ranges.iter().all(|range| range.low.abs() < 1e-12 && low.expected < range.high), "{low:?}");
        let back = low.moved(one.expected - 10.0);
        assert!((back.ranges[0].low - one.ranges[0].low).abs() < 1e-9, "{back:?}");
    }
}
