//! Forecasts of parts, of levels between and of the whole, made to add up.

use serde::{Deserialize, Serialize};

use super::predict::Prediction;
use super::series::{Series, SeriesSet};
use super::weights::{Errors, Solve};

/// How forecasts are made to add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reconcile {
    /// The parts stand; all above are their sums.
    BottomUp,
    /// The whole stands; each part has its share of what the parts together sold in the last cycle. Gross and Sohl, Journal of
    /// Forecasting 9, 1990.
    TopDownShares,
    /// The whole stands; each level below is split as its own forecasts are. Athanasopoulos, Ahmed and Hyndman, International
    /// Journal of Forecasting 25, 2009.
    TopDownForecasts,
    /// All give way, each as many steps as it has parts. Hyndman, Ahmed, Athanasopoulos and Shang, Computational Statistics and
    /// Data Analysis 55, 2011.
    Structural,
    /// All give way by the variances of their errors alone.
    Variances,
    /// All give way so that the variance of what comes out is least, by the covariance of their errors drawn to its diagonal
    /// (`MinT`). Wickramasuriya, Athanasopoulos and Hyndman, Journal of the American Statistical Association 114, 2019.
    #[default]
    MinTrace,
}

impl Reconcile {
    /// All of them, from the parts up, from the whole down, then those by which all give way.
    pub const ALL: [Self; 6] = [
        Self::BottomUp,
        Self::TopDownShares,
        Self::TopDownForecasts,
        Self::Structural,
        Self::Variances,
        Self::MinTrace,
    ];
}

/// All series of a set that have a whole: the whole, the levels between, the parts; the order that predictions come in.
pub fn nodes(set: &SeriesSet) -> Vec<&Series> {
    set.whole.iter().chain(&set.uppers).chain(&set.series).collect()
}

/// Makes predictions of [`nodes`] add up, to the last bit if summed in order: each level between is the sum of its parts, the
/// whole that of all parts. Ranges move with what they surround and keep their widths. Parts that never were below 0 are not made
/// to be. `false` where the set has no whole, or predictions are missing: nothing changes then.
pub fn reconcile(set: &SeriesSet, how: Reconcile, predictions: &mut [Prediction]) -> bool {
    let Some(whole) = &set.whole else { return false };
    let (n_uppers, n_parts) = (set.uppers.len(), set.series.len());
    let n_above = 1 + n_uppers;
    if predictions.len() != n_above + n_parts || n_parts == 0 {
        return false;
    }
    let horizon = predictions.iter().map(|one| one.expected.len()).min().unwrap_or(0);
    let links: Vec<Vec<usize>> = (0..n_parts).map(|part| above(set, part)).collect();
    let shares = shares(set, whole, predictions.first().map_or(1, |one| one.cycle));
    let errors = Errors::of(predictions);
    let solve = match how {
        Reconcile::Structural => Some(Solve::structural(n_above, &links)),
        Reconcile::Variances => Some(Solve::variances(n_above, &links, &errors)),
        Reconcile::MinTrace => Some(Solve::shrunk(n_above, &links, &errors)),
        Reconcile::BottomUp | Reconcile::TopDownShares | Reconcile::TopDownForecasts => None,
    };
    for step in 0..horizon {
        let at = |one: &Prediction| one.expected.get(step).copied().unwrap_or(0.0);
        let base: Vec<f64> = predictions.iter().map(at).collect();
        let (above, own) = base.split_at(n_above);
        let top = above.first().copied().unwrap_or(0.0);
        let mut parts = match how {
            Reconcile::BottomUp => own.to_vec(),
            Reconcile::TopDownShares => shares.iter().map(|share| share * top).collect(),
            Reconcile::TopDownForecasts => split(set, top, above.get(1..).unwrap_or_default(), own),
            _ => solve.as_ref().map_or_else(|| own.to_vec(), |solve| solve.parts(&base)),
        };
        for (part, series) in parts.iter_mut().zip(&set.series) {
            if series.values.iter().all(|value| 0.0 <= *value) {
                *part = part.max(0.0);
            }
        }
        let mut uppers = vec![0.0; n_uppers];
        for (place, part) in parts.iter().enumerate() {
            if let Some(upper) = set.above.get(place).and_then(|above| uppers.get_mut(*above)) {
                *upper += part;
            }
        }
        let all = [parts.iter().sum()].into_iter().chain(uppers).chain(parts);
        for (one, value) in predictions.iter_mut().zip(all) {
            one.move_to(step, value);
        }
    }
    true
}

/// Places of a part's sums: the whole and the level between.
fn above(set: &SeriesSet, part: usize) -> Vec<usize> {
    let upper = set.above.get(part).filter(|place| **place < set.uppers.len());
    [0].into_iter().chain(upper.map(|place| place + 1)).collect()
}

/// Each part's share of what all sold in the last cycle; of all history where that is nothing, and alike where that is too.
fn shares(set: &SeriesSet, whole: &Series, cycle: usize) -> Vec<f64> {
    let recent = |series: &Series, n: usize| series.values.iter().rev().take(n).sum::<f64>();
    for n in [cycle.max(4), whole.values.len()] {
        let sum = recent(whole, n);
        if 0.0 < sum {
            return set.series.iter().map(|series| recent(series, n) / sum).collect();
        }
    }
    vec![1.0 / set.series.len().max(1) as f64; set.series.len()]
}

/// The whole, split level by level as the forecasts below it are; alike where they add up to nothing.
fn split(set: &SeriesSet, top: f64, uppers: &[f64], parts: &[f64]) -> Vec<f64> {
    let scaled =
        |to: f64, sum: f64, n: usize, value: f64| if 0.0 < sum { value * to / sum } else { to / n.max(1) as f64 };
    if uppers.is_empty() {
        let sum: f64 = parts.iter().sum();
        return parts.iter().map(|part| scaled(top, sum, parts.len(), *part)).collect();
    }
    let sum: f64 = uppers.iter().sum();
    let mut found = vec![0.0; parts.len()];
    for (place, upper) in uppers.iter().enumerate() {
        let to = scaled(top, sum, uppers.len(), *upper);
        let is_own = |part: usize| set.above.get(part) == Some(&place);
        let own = || parts.iter().enumerate().filter(|(part, _)| is_own(*part));
        let (whole, n): (f64, usize) = (own().map(|(_, value)| value).sum(), own().count());
        for (part, value) in found.iter_mut().enumerate().filter(|(part, _)| is_own(*part)) {
            *value = scaled(to, whole, n, parts.get(part).copied().unwrap_or(0.0));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::series::Axis;
    use super::super::{PredictAsked, predict};
    use super::*;

    fn company() -> SeriesSet {
        let part = |seed: u32| {
            let value = |at: u32| f64::from((at * at * (3 + seed) + seed * 17) % 41) + 10.0 * f64::from(seed + 1);
            Series { name: format!("{seed}"), values: (0..40).map(value).collect(), ..Series::default() }
        };
        let series: Vec<Series> = (0..4).map(part).collect();
        let sum = |places: &[usize]| Series {
            values: (0..40).map(|at| places.iter().map(|place| series[*place].values[at]).sum()).collect(),
            ..Series::default()
        };
        let (whole, uppers) = (Some(sum(&[0, 1, 2, 3])), vec![sum(&[0, 1, 2]), sum(&[3])]);
        SeriesSet { axis: Axis::default(), whole, uppers, above: vec![0, 0, 0, 1], series, notes: Vec::new() }
    }

    fn predictions(set: &SeriesSet) -> Vec<Prediction> {
        let asked = PredictAsked { horizon: 4, cycle: Some(1), ..PredictAsked::default() };
        nodes(set).into_iter().map(|series| predict(set.axis, series, &asked).unwrap()).collect()
    }

    #[test]
    fn parts_add_up_to_the_last_bit() {
        let set = company();
        let base = predictions(&set);
        for how in Reconcile::ALL {
            let mut found = base.clone();
            assert!(reconcile(&set, how, &mut found));
            for step in 0..4 {
                let at = |place: usize| found[place].expected[step];
                assert_eq!(at(0).to_bits(), [3, 4, 5, 6].map(at).iter().sum::<f64>().to_bits(), "{how:?}");
                assert_eq!(at(1).to_bits(), [3, 4, 5].map(at).iter().sum::<f64>().to_bits(), "{how:?}");
                assert_eq!(at(2).to_bits(), at(6).to_bits());
                let (low, high) = found[0].ranges[0].bounds[step];
                assert!(low <= at(0) && at(0) <= high);
            }
            let whole: f64 = found[0].expected.iter().sum();
            let before: f64 = base[0].expected.iter().sum();
            assert!((whole / before - 1.0).abs() < 0.2, "{how:?}: {whole} {before}");
            if how == Reconcile::TopDownForecasts || how == Reconcile::TopDownShares {
                assert!((whole - before).abs() < 1e-9 * before, "{how:?}: the whole stands");
            }
        }
    }

    #[test]
    fn what_adds_up_is_left_as_it_is() {
        let set = company();
        let mut found = predictions(&set);
        reconcile(&set, Reconcile::BottomUp, &mut found);
        let before = found.clone();
        for how in [Reconcile::Structural, Reconcile::Variances, Reconcile::MinTrace, Reconcile::TopDownForecasts] {
            let mut again = before.clone();
            reconcile(&set, how, &mut again);
            for (one, other) in again.iter().zip(&before) {
                assert!(
                    one.expected.iter().zip(&other.expected).all(|(one, other)| (one - other).abs() < 1e-6),
                    "{how:?}"
                );
            }
        }
        assert!(!reconcile(&SeriesSet { whole: None, ..set }, Reconcile::MinTrace, &mut found));
    }
}
