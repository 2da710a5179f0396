//! What forecasts that were made to add up would have held at earlier origins.

use super::backtest::Backtest;
use super::predict::Prediction;
use super::tree::Way;
use super::weights::{Errors, tried_of};

/// Origins below which nothing is said of widths.
const LEAST_ORIGINS: usize = 4;
/// Ranges become so many times as narrow at most: a few origins do not speak for more.
const LEAST_TIMES: f64 = 0.5;

/// How a node did at earlier origins, without being made to add up and with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    /// What was said at each origin when made to add up.
    said: Vec<Vec<f64>>,
    /// How many times as far off it was; 1 where the past says nothing.
    times: f64,
}

/// The past of each node. At each origin forecasts are made to add up as `way` does it by the errors at all other origins and by
/// the values known there, so that nothing is measured on what it was made from. Errors count in standard errors of their step,
/// and their root mean squares are compared: the empirical form of the diagonals of `S P W Pᵀ Sᵀ` and `W`, free of how `W` was
/// estimated (drawing it to its diagonal would promise too much).
pub(super) fn held<'a>(
    predictions: &[Prediction],
    errors: Errors,
    way: impl Fn(&Errors, usize) -> Way<'a>,
) -> Vec<Past> {
    let origins = || predictions.iter().map(|one| one.tried.origins.as_slice());
    let shared = origins().min_by_key(|own| own.len()).unwrap_or_default();
    let is_known = predictions.iter().all(|one| tried_of(one).len() == shared.len());
    if shared.len() < LEAST_ORIGINS || !is_known || origins().any(|own| own != shared) {
        return vec![Past { said: Vec::new(), times: 1.0 }; predictions.len()];
    }
    let mut past = vec![Past::default(); predictions.len()];
    for (place, n_known) in shared.iter().enumerate() {
        let way = way(&errors.without(place), *n_known);
        let said = |one: &Prediction| tried_of(one).get(place).map_or(0, Vec::len);
        let n_steps = predictions.iter().map(said).min().unwrap_or(0);
        for own in &mut past {
            own.said.push(Vec::with_capacity(n_steps));
        }
        for step in 0..n_steps {
            let at =
                |one: &Prediction| tried_of(one).get(place).and_then(|said| said.get(step)).copied().unwrap_or(0.0);
            let base: Vec<f64> = predictions.iter().map(at).collect();
            for (own, value) in past.iter_mut().zip(way.added_up(&base).nodes) {
                if let Some(said) = own.said.last_mut() {
                    said.push(value);
                }
            }
        }
    }
    for (own, one) in past.iter_mut().zip(predictions) {
        let base = tried_of(one);
        let (before, after) = (far_off(&one.tried, base, base), far_off(&one.tried, base, &own.said));
        let times = libm::sqrt(after / before);
        own.times = if times.is_finite() { times.max(LEAST_TIMES) } else { 1.0 };
    }
    past
}

/// Sum of squares of errors, each over the standard error of the base forecast that was known at its origin.
fn far_off(tried: &Backtest, base: &[Vec<f64>], said: &[Vec<f64>]) -> f64 {
    let mut squares = 0.0;
    for (((said, actual), base), width) in said.iter().zip(&tried.actual).zip(base).zip(&tried.widths) {
        for ((said, actual), error) in said.iter().zip(actual).zip(width.errors(base)) {
            let part = if 0.0 < error { (said - actual) / error } else { 0.0 };
            squares += part * part;
        }
    }
    squares
}

impl Past {
    /// Makes ranges as wide as they should have been, and tells the share of values that such ones held.
    pub(super) fn widen(&self, one: &mut Prediction) {
        one.widen(self.times);
        if self.said.is_empty() {
            return;
        }
        let base = tried_of(one).to_vec();
        for range in &mut one.ranges {
            let (mut within, mut n) = (0_usize, 0_usize);
            for (((said, base), actual), width) in
                self.said.iter().zip(&base).zip(&one.tried.actual).zip(&one.tried.widths)
            {
                let times = if range.is_conformal { range.times } else { width.times(range.level) };
                for ((said, actual), error) in said.iter().zip(actual).zip(width.errors(base)) {
                    within += usize::from((said - actual).abs() <= self.times * times * error);
                    n += 1;
                }
            }
            range.coverage = (0 < n).then(|| within as f64 / n as f64);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Axis, Method, PredictAsked, Reconcile, Series, SeriesSet, backtest, nodes, predict, reconcile};
    use super::*;

    const HORIZON: usize = 4;
    const KNOWN: usize = 60;

    /// A standard normal without memory, alike on every machine.
    fn normal(seed: u64, at: u64) -> f64 {
        let uniform = |salt: u64| {
            let mut mixed = (seed << 32) ^ (at << 2) ^ salt;
            for _ in 0..3 {
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9).wrapping_add(0x9e37_79b9_7f4a_7c15);
            }
            ((mixed >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
        };
        libm::sqrt(-2.0 * libm::log(uniform(0))) * libm::cos(std::f64::consts::TAU * uniform(1))
    }

    /// Six parts of two teams: walks under noise, each with its own, and a shock that all share; with a slope, each rises or falls
    /// by another. The last values are the future.
    fn planted(seed: u64, slope: f64) -> (SeriesSet, Vec<Vec<f64>>) {
        let n = KNOWN + HORIZON;
        let part = |place: u64| -> Vec<f64> {
            let (walk, noise) = (2.0 + place as f64, 12.0 - 1.5 * place as f64);
            let (mut level, rise) = (300.0, slope * (place as f64 - 2.5));
            let value = |at: u64| {
                level += rise + walk * normal(seed, 1_000 * place + at);
                level + noise * normal(seed, 1_000 * place + 300 + at) + 6.0 * normal(seed, 90_000 + at)
            };
            (0..n as u64).map(value).collect()
        };
        let parts: Vec<Vec<f64>> = (0..6).map(part).collect();
        let sum = |places: std::ops::Range<usize>| -> Vec<f64> {
            (0..n).map(|at| parts[places.clone()].iter().map(|one| one[at]).sum()).collect()
        };
        let all: Vec<Vec<f64>> = [sum(0..6), sum(0..3), sum(3..6)].into_iter().chain(parts.clone()).collect();
        let series = |values: &Vec<f64>| Series { values: values[..KNOWN].to_vec(), ..Series::default() };
        let set = SeriesSet {
            whole: Some(series(&all[0])),
            uppers: all[1..3].iter().map(series).collect(),
            above: vec![0, 0, 0, 1, 1, 1],
            series: all[3..].iter().map(series).collect(),
            ..SeriesSet::default()
        };
        (set, all.iter().map(|values| values[KNOWN..].to_vec()).collect())
    }

    /// Shares of values within the 80 % range and its mean width, of sums and of parts.
    fn measure(told: &[(Vec<Prediction>, Vec<Vec<f64>>)]) -> [(f64, f64); 2] {
        [0..3, 3..9].map(|places| {
            let (mut within, mut width, mut n) = (0.0, 0.0, 0.0);
            for (found, future) in told {
                for (one, future) in found[places.clone()].iter().zip(&future[places.clone()]) {
                    for ((low, high), value) in one.ranges[0].bounds.iter().zip(future) {
                        within += f64::from(u8::from(low <= value && value <= high));
                        width += high - low;
                        n += 1.0;
                    }
                }
            }
            (within / n, width / n)
        })
    }

    /// Root mean squares of errors, of sums and of parts.
    fn missed_by<'a>(told: impl Iterator<Item = (&'a Vec<Prediction>, &'a Vec<Vec<f64>>)> + Clone) -> [f64; 2] {
        [0..3, 3..9].map(|places| {
            let nodes =
                told.clone().flat_map(|(found, future)| found[places.clone()].iter().zip(&future[places.clone()]));
            let errors =
                nodes.flat_map(|(one, future)| one.expected.iter().zip(future).map(|(said, value)| said - value));
            let (n, squares) = errors.fold((0.0, 0.0), |(n, sum), error| (n + 1.0, sum + error * error));
            libm::sqrt(squares / n)
        })
    }

    type Told = Vec<(Vec<Prediction>, Vec<Vec<f64>>)>;
    type Planted = (SeriesSet, Vec<Prediction>, Vec<Vec<f64>>);

    /// 100 hierarchies with forecasts of all nodes, each tried at twelve earlier origins, and what came after.
    fn planted_and_told(slope: f64) -> Vec<Planted> {
        let asked = PredictAsked {
            horizon: HORIZON,
            cycle: Some(1),
            method: Some(Method::Theta),
            n_origins: 0,
            ..PredictAsked::default()
        };
        let told = |series: &Series| {
            let mut found = predict(Axis::default(), series, &asked).unwrap();
            found.tried = backtest(&series.values, 1, HORIZON, 12, &[Method::Theta]).unwrap();
            found
        };
        let of = |seed: u64| {
            let (set, future) = planted(seed, slope);
            let found = nodes(&set).into_iter().map(told).collect();
            (set, found, future)
        };
        (0..100).map(of).collect()
    }

    /// The same made to add up; with the widths they had before, too.
    fn added_up(all: &[Planted], how: Reconcile) -> (Told, Told) {
        let of = |(set, base, future): &Planted| {
            let mut found = base.clone();
            reconcile(set, how, &mut found);
            let mut kept = found.clone();
            for (one, before) in kept.iter_mut().zip(base) {
                one.errors = before.errors.clone();
                one.widen(1.0);
            }
            ((found, future.clone()), (kept, future.clone()))
        };
        all.iter().map(of).unzip()
    }

    #[test]
    fn ranges_hold_on_planted_hierarchies_however_they_add_up() {
        let all = planted_and_told(0.0);
        for how in [
            Reconcile::BottomUp,
            Reconcile::TopDownShares,
            Reconcile::TopDownForecasts,
            Reconcile::Structural,
            Reconcile::Variances,
            Reconcile::MinTrace,
        ] {
            let (found, kept) = added_up(&all, how);
            let base = missed_by(all.iter().map(|(_, base, future)| (base, future)));
            let erred = missed_by(found.iter().map(|(found, future)| (found, future)));
            let (found, kept) = (measure(&found), measure(&kept));
            println!("{how:?}: {found:?}, with the widths they had {kept:?}; erred {erred:?} against {base:?}");
            for (coverage, _) in found {
                assert!((coverage - 0.8).abs() < 0.03, "{how:?}: {coverage}");
            }
            if how == Reconcile::MinTrace {
                for ((found, kept), (erred, base)) in found.iter().zip(&kept).zip(erred.iter().zip(&base)) {
                    let (narrower, nearer) = (found.1 / kept.1, erred / base);
                    assert!(
                        narrower < 0.998 && (narrower - nearer).abs() < 0.02,
                        "surer, and said to be: {narrower} {nearer}"
                    );
                }
            }
        }
    }

    #[test]
    fn shares_that_no_longer_hold_make_ranges_wider() {
        let (found, kept) = added_up(&planted_and_told(1.0), Reconcile::TopDownShares);
        let (found, kept) = (measure(&found), measure(&kept));
        println!("{found:?}, with the widths they had {kept:?}");
        for ((coverage, _), (before, _)) in found.iter().zip(&kept) {
            assert!(before + 0.01 < *coverage && 0.77 < *coverage, "{found:?} {kept:?}");
        }
    }

    #[test]
    fn without_a_past_widths_stay() {
        let (set, _) = planted(1, 0.0);
        let asked = PredictAsked { horizon: 2, cycle: Some(1), n_origins: 0, ..PredictAsked::default() };
        let base: Vec<Prediction> =
            nodes(&set).into_iter().map(|series| predict(Axis::default(), series, &asked).unwrap()).collect();
        let (mut found, mut structural) = (base.clone(), base.clone());
        reconcile(&set, Reconcile::MinTrace, &mut found);
        reconcile(&set, Reconcile::Structural, &mut structural);
        for ((one, before), by_parts) in found.iter().zip(&base).zip(&structural) {
            assert_eq!((&one.errors, &one.expected), (&before.errors, &by_parts.expected));
        }
    }
}
