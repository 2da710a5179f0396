//! The Theta method, and the dynamic optimised theta model.

use super::line::{line, spread};
use super::simplex::{Space, least};

/// Levels at the end of simple exponential smoothing, `l += α (y − l)`, with α and the first level that leave the least squares
/// of one-step errors.
pub(super) fn smoothed_level(values: &[f64]) -> f64 {
    let last = values.last().copied().unwrap_or(0.0);
    let scale = spread(values);
    if values.len() < 3 || scale <= 0.0 {
        return last;
    }
    let first: Vec<f64> = values.iter().take(4).copied().collect();
    let space = Space {
        start: [0.3, super::line::mean(&first)],
        steps: [0.3, 0.5 * scale],
        low: [1e-4, f64::NEG_INFINITY],
        high: [0.9999, f64::INFINITY],
    };
    let run = |[share, level]: &[f64; 2]| {
        values.iter().fold((*level, 0.0), |(level, squares), value| {
            let error = value - level;
            (level + share * error, squares + error * error)
        })
    };
    run(&least(&space, 300, |at| run(at).1).0).0
}

/// Forecast of a series without seasons: the mean of its line and of exponential smoothing on twice its distance from the line.
/// Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16, 2000.
pub(super) fn theta(values: &[f64], horizon: usize) -> Vec<f64> {
    let (start, slope) = line(values);
    let at = |time: usize| start + slope * time as f64;
    let bent: Vec<f64> = values.iter().enumerate().map(|(place, value)| 2.0 * value - at(place + 1)).collect();
    let level = smoothed_level(&bent);
    (1..=horizon).map(|step| 0.5 * (level + at(values.len() + step))).collect()
}

/// A walk of the dynamic model along a series and on.
struct Walk {
    /// α and `1 − 1/θ`.
    share: f64,
    weight: f64,
    level: f64,
    /// Mean, intercept and slope of all values so far.
    mean: f64,
    start: f64,
    slope: f64,
    /// `(1 − α)^(t − 1)`
    power: f64,
    time: f64,
}

impl Walk {
    fn new([level, share, theta]: [f64; 3], first: f64) -> Self {
        Self {
            share,
            weight: 1.0 - 1.0 / theta,
            level: share * first + (1.0 - share) * level,
            mean: first,
            start: first,
            slope: 0.0,
            power: 1.0 - share,
            time: 1.0,
        }
    }

    /// What is expected next.
    fn expected(&self) -> f64 {
        let line = self.power * self.start + (1.0 - self.power * (1.0 - self.share)) / self.share * self.slope;
        self.level + self.weight * line
    }

    fn take(&mut self, value: f64) {
        self.time += 1.0;
        let (time, before) = (self.time, self.mean);
        self.level += self.share * (value - self.level);
        self.mean += (value - before) / time;
        self.slope = ((time - 2.0) * self.slope + 6.0 * (value - before) / time) / (time + 1.0);
        self.start = self.mean - self.slope * (time + 1.0) / 2.0;
        self.power *= 1.0 - self.share;
    }
}

/// Forecast of a series without seasons by the dynamic optimised theta model, whose line is fitted anew with each value: first
/// level, α and θ are those of the least squares of one-step errors from the third value on. Fiorucci, Pellegrini, Louzada,
/// Petropoulos and Koehler, International Journal of Forecasting 32, 2016.
pub(super) fn dynamic_theta(values: &[f64], horizon: usize) -> Vec<f64> {
    let Some((first, rest)) = values.split_first().filter(|(_, rest)| 3 <= rest.len()) else {
        return vec![values.last().copied().unwrap_or(0.0); horizon];
    };
    let scale = spread(values);
    if scale <= 0.0 {
        return vec![*first; horizon];
    }
    let space = Space {
        start: [0.5 * first, 0.5, 2.0],
        steps: [0.5 * scale, 0.2, 1.0],
        low: [f64::NEG_INFINITY, 0.1, 1.0],
        high: [f64::INFINITY, 0.99, 1e10],
    };
    let along = |at: &[f64; 3]| {
        let mut walk = Walk::new(*at, *first);
        let mut squares = 0.0;
        for (place, value) in rest.iter().enumerate() {
            let error = value - walk.expected();
            squares += if place == 0 { 0.0 } else { error * error };
            walk.take(*value);
        }
        (walk, squares)
    };
    let (mut walk, _) = along(&least(&space, 500, |at| along(at).1).0);
    let step = |_| {
        let expected = walk.expected();
        walk.take(expected);
        expected
    };
    (0..horizon).map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_followed_with_half_its_slope() {
        // On a line the bent series is the line itself; its smoothed level ends close to the last value, 30.
        let values: Vec<f64> = (1..=30).map(f64::from).collect();
        let found = theta(&values, 3);
        assert!((found[0] - 30.5).abs() < 0.1 && (found[2] - found[0] - 1.0).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn what_stays_is_expected_to_stay() {
        assert_eq!(theta(&[5.0; 12], 2), [5.0, 5.0]);
        assert_eq!(dynamic_theta(&[5.0; 12], 2), [5.0, 5.0]);
        assert_eq!(dynamic_theta(&[1.0, 2.0, 4.0], 2), [4.0, 4.0], "too short for three parameters");
    }

    #[test]
    fn the_dynamic_line_is_the_line_of_all_values_so_far() {
        let values = [3.0, 5.0, 4.0, 8.0, 9.5];
        let mut walk = Walk::new([1.0, 0.5, 2.0], values[0]);
        values[1..].iter().for_each(|value| walk.take(*value));
        let (start, slope) = line(&values);
        assert!((walk.start - start).abs() < 1e-12 && (walk.slope - slope).abs() < 1e-12);
    }
}
