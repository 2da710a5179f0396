//! What somebody knows better: values put in place of a forecast's, each with its reason, and how good they were.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::predict::Prediction;
use super::series::{Series, SeriesSet};
use super::tree::{scaled, summed};

/// A value in place of a forecast's of one series. Nothing of it is ever lost: what the method said stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Override {
    /// Number of the step on its axis.
    pub tick: i32,
    /// What the method said when it was put there.
    pub said: f64,
    /// What somebody says.
    pub value: f64,
    /// Why.
    pub reason: String,
}

/// Puts the values of overrides in place of the forecast's; ranges move with them and keep their widths. Of two for one step the
/// later counts. Gives back of how many steps they are.
pub fn apply_overrides(found: &mut Prediction, overrides: &[Override]) -> usize {
    let mut steps = BTreeSet::new();
    for one in overrides.iter().filter(|one| one.value.is_finite()) {
        let step = usize::try_from(i64::from(one.tick) - i64::from(found.first)).ok();
        if let Some(step) = step.filter(|step| *step < found.expected.len()) {
            found.move_to(step, one.value);
            steps.insert(step);
        }
    }
    steps.len()
}

/// Puts values in place of those of forecasts that add up, each as the place of its series among [`nodes`](super::nodes), the number
/// of the step and the value, so that they go on adding up: sums are made anew of their parts, and what a sum is put at falls to
/// those of its parts that nobody spoke of, as they are forecast. Ranges move and keep their widths. Of two for one step of a series
/// the later counts.
///
/// # Errors
/// The step whose values contradict each other: a sum and all its parts are put and do not add up, or a sum leaves less than
/// nothing for parts that never were below 0.
pub fn override_nodes(
    set: &SeriesSet,
    predictions: &mut [Prediction],
    overrides: &[(usize, i32, f64)],
) -> Result<(), i32> {
    let mut by_tick: BTreeMap<i32, BTreeMap<usize, f64>> = BTreeMap::new();
    for (node, tick, value) in overrides.iter().filter(|(_, _, value)| value.is_finite()) {
        by_tick.entry(*tick).or_default().insert(*node, *value);
    }
    for (tick, put) in by_tick {
        let first = predictions.first().map_or(0, |one| one.first);
        let Ok(step) = usize::try_from(i64::from(tick) - i64::from(first)) else { continue };
        let at = |one: &Prediction| one.expected.get(step).copied();
        let Some(values) = predictions.iter().map(at).collect::<Option<Vec<f64>>>() else { continue };
        let parts = settled(set, &values, &put).ok_or(tick)?;
        for (one, value) in predictions.iter_mut().zip(summed(set, parts)) {
            one.move_to(step, value);
        }
    }
    Ok(())
}

/// Parts that fulfil what was put, the lowest level first.
fn settled(set: &SeriesSet, values: &[f64], put: &BTreeMap<usize, f64>) -> Option<Vec<f64>> {
    let n_above = 1 + set.uppers.len();
    let own = |(part, value): (usize, &f64)| put.get(&(n_above + part)).copied().unwrap_or(*value);
    let mut parts: Vec<f64> = values.iter().skip(n_above).enumerate().map(own).collect();
    let mut is_free: Vec<bool> = (0..parts.len()).map(|part| !put.contains_key(&(n_above + part))).collect();
    for upper in 0..set.uppers.len() {
        if let Some(value) = put.get(&(1 + upper)) {
            share(set, (&mut parts, &mut is_free), |part| set.above.get(part) == Some(&upper), *value)?;
        }
    }
    if let Some(value) = put.get(&0) {
        share(set, (&mut parts, &mut is_free), |_| true, *value)?;
    }
    Some(parts)
}

/// Makes the free ones among those parts come to what the others leave of a value; none of them is free any longer.
fn share(
    set: &SeriesSet,
    (parts, is_free): (&mut [f64], &mut [bool]),
    is_own: impl Fn(usize) -> bool,
    value: f64,
) -> Option<()> {
    let own: Vec<usize> = (0..parts.len()).filter(|part| is_own(*part)).collect();
    let (mut left, mut sum, mut n) = (value, 0.0, 0);
    let mut may_fall = true;
    for part in &own {
        let own = parts.get(*part).copied().unwrap_or(0.0);
        if is_free.get(*part) == Some(&true) {
            (sum, n) = (sum + own, n + 1);
            may_fall &= set.series.get(*part).is_some_and(|series| series.values.iter().any(|value| *value < 0.0));
        } else {
            left -= own;
        }
    }
    let nothing = 1e-9 * (value.abs() + (value - left).abs());
    if (n == 0 && nothing < left.abs()) || (0 < n && !may_fall && left < -nothing) {
        return None;
    }
    let left = if may_fall { left } else { left.max(0.0) };
    for part in own {
        if let (Some(own), Some(is_free)) = (parts.get_mut(part), is_free.get_mut(part)) {
            if *is_free {
                *own = scaled(left, sum, n, *own);
            }
            *is_free = false;
        }
    }
    Some(())
}

/// How good overrides were, once their steps have happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OverrideScore {
    /// Overrides whose steps have happened.
    pub n: usize,
    /// Mean absolute error of what was put.
    pub judged: f64,
    /// Mean absolute error of what the method had said.
    pub method: f64,
    /// `1 − judged / method`: above 0 where judgement made forecasts better ("forecast value added": Gilliland, "The Business
    /// Forecasting Deal", Wiley 2010); none where the method never erred.
    pub value_added: Option<f64>,
    /// Overrides that came nearer than the method.
    pub n_better: usize,
    /// Mean of what was put less what happened: above 0 where judgement was too high. Judgement that raises forecasts errs more
    /// than judgement that lowers them (Fildes, Goodwin, Lawrence and Nikolopoulos, International Journal of Forecasting 25, 2009).
    pub bias: f64,
}

/// Measures overrides of a series against what happened since; those of steps that have not are left out. The series must not hold
/// a step that is not over.
pub fn score_overrides(series: &Series, overrides: &[Override]) -> OverrideScore {
    let actual = |one: &Override| {
        let step = usize::try_from(i64::from(one.tick) - i64::from(series.first)).ok()?;
        series.values.get(step).copied()
    };
    let mut score = OverrideScore::default();
    for (one, actual) in overrides.iter().filter_map(|one| Some((one, actual(one)?))) {
        let (judged, method) = ((one.value - actual).abs(), (one.said - actual).abs());
        score.n += 1;
        score.judged += judged;
        score.method += method;
        score.n_better += usize::from(judged < method);
        score.bias += one.value - actual;
    }
    let n = score.n.max(1) as f64;
    score.value_added = (0.0 < score.method).then(|| 1.0 - score.judged / score.method);
    OverrideScore { judged: score.judged / n, method: score.method / n, bias: score.bias / n, ..score }
}

#[cfg(test)]
mod tests {
    use super::super::{Axis, PredictAsked, Reconcile, nodes, predict, reconcile};
    use super::*;

    fn series() -> Series {
        let values = (0..40_u32).map(|at| 100.0 + f64::from(at * at * 7 % 31)).collect();
        Series { name: "A".into(), first: 10, values, ..Series::default() }
    }

    fn put(tick: i32, said: f64, value: f64) -> Override {
        Override { tick, said, value, reason: "renewal".into() }
    }

    #[test]
    fn a_step_is_moved_with_its_range() {
        let asked = PredictAsked { horizon: 3, cycle: Some(1), ..PredictAsked::default() };
        let before = predict(Axis::default(), &series(), &asked).unwrap();
        let mut found = before.clone();
        let overrides = [put(51, 0.0, 500.0), put(49, 0.0, 1.0), put(53, 0.0, 1.0), put(50, 0.0, f64::NAN)];
        assert_eq!(apply_overrides(&mut found, &overrides), 1);
        assert!(
            (found.expected[1] - 500.0).abs() < 1e-12 && found.expected[0].to_bits() == before.expected[0].to_bits()
        );
        let width = |one: &Prediction| one.ranges[0].bounds[1].1 - one.ranges[0].bounds[1].0;
        assert!((width(&found) - width(&before)).abs() < 1e-9);
    }

    #[test]
    fn what_is_put_goes_on_adding_up() {
        let part = |base: u32| {
            let values = (0..30_u32).map(|at| f64::from(base + at * at * 7 % 11)).collect();
            Series { values, ..Series::default() }
        };
        let parts: Vec<Series> = [100, 200, 300, 400].map(part).into();
        let sum = |places: &[usize]| {
            let at = |at: usize| places.iter().map(|place| parts[*place].values[at]).sum();
            Series { values: (0..30).map(at).collect(), ..Series::default() }
        };
        let set = SeriesSet {
            whole: Some(sum(&[0, 1, 2, 3])),
            uppers: vec![sum(&[0, 1]), sum(&[2, 3])],
            above: vec![0, 0, 1, 1],
            series: parts.clone(),
            ..SeriesSet::default()
        };
        let asked = PredictAsked { horizon: 2, cycle: Some(1), n_origins: 0, ..PredictAsked::default() };
        let mut base: Vec<Prediction> =
            nodes(&set).into_iter().map(|one| predict(Axis::default(), one, &asked).unwrap()).collect();
        reconcile(&set, Reconcile::BottomUp, &mut base);
        let told = |put_on: &[(usize, f64)]| {
            let mut found = base.clone();
            let put: Vec<(usize, i32, f64)> = put_on.iter().map(|(node, value)| (*node, 31, *value)).collect();
            override_nodes(&set, &mut found, &put).map(|()| found.iter().map(|one| one.expected[1]).collect::<Vec<_>>())
        };
        let plain: Vec<f64> = base.iter().map(|one| one.expected[1]).collect();
        let is = |one: f64, other: f64| (one - other).abs() < 1e-6;
        // A part: its sums move, its neighbours stay.
        let found = told(&[(3, 500.0)]).unwrap();
        assert!(is(found[3], 500.0) && is(found[4], plain[4]) && is(found[1], 500.0 + plain[4]), "{found:?}");
        assert!(is(found[0], found[1] + found[2]) && is(found[2], plain[2]));
        // The whole with a part and a team: the rest falls to the one that is left.
        let found = told(&[(0, 2_000.0), (3, 500.0), (2, 600.0)]).unwrap();
        assert!(
            is(found[0], 2_000.0) && is(found[4], 900.0) && is(found[5] / found[6], plain[5] / plain[6]),
            "{found:?}"
        );
        assert_eq!(told(&[(1, 100.0), (3, 60.0), (4, 50.0)]), Err(31), "110 are not 100");
        assert_eq!(told(&[(1, 100.0), (3, 160.0)]), Err(31), "nothing is left");
        assert_eq!(told(&[(1, 110.0), (3, 60.0), (4, 50.0)]).map(|found| is(found[1], 110.0)), Ok(true));
        let mut found = base.clone();
        assert_eq!(override_nodes(&set, &mut found, &[(0, 99, 1.0)]), Ok(()), "beyond the horizon");
        assert_eq!(found, base);
    }

    #[test]
    fn judgement_is_measured_when_its_step_has_happened() {
        let (own, actual) = (series(), series().values[3]);
        let overrides = [put(13, actual + 10.0, actual + 5.0), put(13, actual - 2.0, actual - 6.0), put(99, 0.0, 1e9)];
        let found = score_overrides(&own, &overrides);
        assert_eq!((found.n, found.n_better), (2, 1));
        assert!((found.judged - 5.5).abs() < 1e-9 && (found.method - 6.0).abs() < 1e-9);
        assert!((found.value_added.unwrap() - 1.0 / 12.0).abs() < 1e-9 && (found.bias + 0.5).abs() < 1e-9);
        assert_eq!(score_overrides(&Series::default(), &overrides), OverrideScore::default());
    }
}
