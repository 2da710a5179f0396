//! Forecasts of parts, of levels between and of the whole, made to add up.

use serde::{Deserialize, Serialize};

use super::held::held;
use super::predict::Prediction;
use super::series::{Series, SeriesSet};
use super::weights::{Errors, MOST_SUMS, Solve};

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
/// whole that of all parts. Ranges move with what they surround, and become as much wider or narrower as the errors of forecasts
/// made to add up the same way were at earlier origins (`held`). Parts that never were below 0 are not made to be.
///
/// How it was done: with more than 500 sums the parts stand. `None` where the set has no whole, or predictions are missing:
/// nothing changes then.
pub fn reconcile(set: &SeriesSet, how: Reconcile, predictions: &mut [Prediction]) -> Option<Reconcile> {
    let whole = set.whole.as_ref()?;
    let n_above = 1 + set.uppers.len();
    if predictions.len() != n_above + set.series.len() || set.series.is_empty() {
        return None;
    }
    let how = if MOST_SUMS < n_above { Reconcile::BottomUp } else { how };
    let horizon = predictions.iter().map(|one| one.expected.len()).min().unwrap_or(0);
    let errors = Errors::of(predictions);
    let cycle = predictions.first().map_or(1, |one| one.cycle);
    let way = Way::new(set, how, shares(set, (whole, whole.values.len()), cycle), &errors);
    let past =
        held(predictions, errors, |errors, n_known| Way::new(set, how, shares(set, (whole, n_known), cycle), errors));
    for step in 0..horizon {
        let at = |one: &Prediction| one.expected.get(step).copied().unwrap_or(0.0);
        let base: Vec<f64> = predictions.iter().map(at).collect();
        let added = way.added_up(&base);
        for (one, value) in predictions.iter_mut().zip(added.nodes) {
            one.move_to(step, value);
        }
        for part in added.lifted {
            if let Some(one) = predictions.get_mut(n_above + part) {
                one.is_floored = true;
            }
        }
    }
    for (one, past) in predictions.iter_mut().zip(past) {
        past.widen(one);
    }
    Some(how)
}

/// A way of adding up, with what it weighs by.
pub(super) struct Way<'a> {
    set: &'a SeriesSet,
    how: Reconcile,
    shares: Vec<f64>,
    solve: Option<Solve>,
}

/// Values of all nodes that add up.
pub(super) struct Added {
    pub(super) nodes: Vec<f64>,
    /// Parts that were lifted to 0.
    lifted: Vec<usize>,
}

impl<'a> Way<'a> {
    fn new(set: &'a SeriesSet, how: Reconcile, shares: Vec<f64>, errors: &Errors) -> Self {
        let links: Vec<Vec<usize>> = (0..set.series.len()).map(|part| above(set, part)).collect();
        let n_above = 1 + set.uppers.len();
        let solve = match how {
            Reconcile::Structural => Some(Solve::structural(n_above, &links)),
            Reconcile::Variances | Reconcile::MinTrace if errors.are_few() => Some(Solve::structural(n_above, &links)),
            Reconcile::Variances => Some(Solve::variances(n_above, &links, errors)),
            Reconcile::MinTrace => Some(Solve::shrunk(n_above, &links, errors)),
            Reconcile::BottomUp | Reconcile::TopDownShares | Reconcile::TopDownForecasts => None,
        };
        Self { set, how, shares, solve }
    }

    /// One step's forecasts, made to add up.
    pub(super) fn added_up(&self, base: &[f64]) -> Added {
        let (above, own) = base.split_at_checked(1 + self.set.uppers.len()).unwrap_or((base, &[]));
        let top = above.first().copied().unwrap_or(0.0);
        let mut parts = match (self.how, &self.solve) {
            (Reconcile::TopDownShares, _) => self.shares.iter().map(|share| share * top).collect(),
            (Reconcile::TopDownForecasts, _) => split(self.set, top, above.get(1..).unwrap_or_default(), own),
            (_, Some(solve)) => solve.parts(base),
            _ => own.to_vec(),
        };
        let mut lifted = Vec::new();
        for (place, (part, series)) in parts.iter_mut().zip(&self.set.series).enumerate() {
            if *part < 0.0 && series.values.iter().all(|value| 0.0 <= *value) {
                *part = 0.0;
                lifted.push(place);
            }
        }
        Added { nodes: summed(self.set, parts), lifted }
    }
}

/// All nodes of parts: the whole, the levels between, the parts.
pub(super) fn summed(set: &SeriesSet, parts: Vec<f64>) -> Vec<f64> {
    let mut uppers = vec![0.0; set.uppers.len()];
    for (place, part) in parts.iter().enumerate() {
        if let Some(upper) = set.above.get(place).and_then(|above| uppers.get_mut(*above)) {
            *upper += part;
        }
    }
    [parts.iter().sum()].into_iter().chain(uppers).chain(parts).collect()
}

/// Places of a part's sums: the whole and the level between.
fn above(set: &SeriesSet, part: usize) -> Vec<usize> {
    let upper = set.above.get(part).filter(|place| **place < set.uppers.len());
    [0].into_iter().chain(upper.map(|place| place + 1)).collect()
}

/// Each part's share of what all sold in the last cycle of so many known values; of all of them where that is nothing, and alike
/// where that is too.
fn shares(set: &SeriesSet, (whole, n_known): (&Series, usize), cycle: usize) -> Vec<f64> {
    let known = |series: &Series| series.values.len().min(n_known);
    let recent = |series: &Series, n: usize| series.values.iter().take(known(series)).rev().take(n).sum::<f64>();
    for n in [cycle.max(4), n_known] {
        let sum = recent(whole, n);
        if 0.0 < sum {
            return set.series.iter().map(|series| recent(series, n) / sum).collect();
        }
    }
    vec![1.0 / set.series.len().max(1) as f64; set.series.len()]
}

/// What a value becomes where `n` that add up to `sum` come to something else: as much of it as it is of the sum; alike where they
/// add up to nothing, or to the other side of it.
pub(super) fn scaled(to: f64, sum: f64, n: usize, value: f64) -> f64 {
    let times = to / sum;
    if times.is_finite() && 0.0 <= times { value * times } else { to / n.max(1) as f64 }
}

/// The whole, split level by level as the forecasts below it are.
fn split(set: &SeriesSet, top: f64, uppers: &[f64], parts: &[f64]) -> Vec<f64> {
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
            assert_eq!(reconcile(&set, how, &mut found), Some(how));
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
        assert_eq!(reconcile(&SeriesSet { whole: None, ..set }, Reconcile::MinTrace, &mut found), None);
    }
}
