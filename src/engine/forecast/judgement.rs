//! What somebody knows better: values put in place of a forecast's, each with its reason, and how good they were.

use serde::{Deserialize, Serialize};

use super::predict::Prediction;
use super::series::Series;

/// A value in place of a forecast's. Nothing of it is ever lost: what the method said stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Override {
    /// Name of the series.
    pub series: String,
    /// Number of the step on its axis.
    pub tick: i32,
    /// What the method said when it was put there.
    pub said: f64,
    /// What somebody says.
    pub value: f64,
    /// Why.
    pub reason: String,
    /// Who says so; empty if nobody is named.
    pub by: String,
}

/// Puts the values of overrides in place of the forecast's; ranges move with them and keep their widths. Of two for one step the
/// later counts. Gives back how many were put.
pub fn apply_overrides(found: &mut Prediction, overrides: &[Override]) -> usize {
    let mut n = 0;
    let name = found.name.clone();
    for one in overrides.iter().filter(|one| one.series == name && one.value.is_finite()) {
        let step = usize::try_from(i64::from(one.tick) - i64::from(found.first)).ok();
        if let Some(step) = step.filter(|step| *step < found.expected.len()) {
            found.move_to(step, one.value);
            n += 1;
        }
    }
    n
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

/// Measures overrides against what happened since; those of steps that have not are left out. The series must not hold a step
/// that is not over.
pub fn score_overrides(series: &[Series], overrides: &[Override]) -> OverrideScore {
    let actual = |one: &Override| {
        let own = series.iter().find(|series| series.name == one.series)?;
        let step = usize::try_from(i64::from(one.tick) - i64::from(own.first)).ok()?;
        own.values.get(step).copied()
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
    use super::super::{Axis, PredictAsked, predict};
    use super::*;

    fn series() -> Series {
        let values = (0..40_u32).map(|at| 100.0 + f64::from(at * at * 7 % 31)).collect();
        Series { name: "A".into(), first: 10, values, ..Series::default() }
    }

    fn put(series: &str, tick: i32, said: f64, value: f64) -> Override {
        Override { series: series.into(), tick, said, value, reason: "renewal".into(), ..Override::default() }
    }

    #[test]
    fn a_step_is_moved_with_its_range() {
        let asked = PredictAsked { horizon: 3, cycle: Some(1), ..PredictAsked::default() };
        let before = predict(Axis::default(), &series(), &asked).unwrap();
        let mut found = before.clone();
        let overrides =
            [put("A", 51, 0.0, 500.0), put("B", 50, 0.0, 1.0), put("A", 49, 0.0, 1.0), put("A", 53, 0.0, 1.0)];
        assert_eq!(apply_overrides(&mut found, &overrides), 1);
        assert!(
            (found.expected[1] - 500.0).abs() < 1e-12 && found.expected[0].to_bits() == before.expected[0].to_bits()
        );
        let width = |one: &Prediction| one.ranges[0].bounds[1].1 - one.ranges[0].bounds[1].0;
        assert!((width(&found) - width(&before)).abs() < 1e-9);
    }

    #[test]
    fn judgement_is_measured_when_its_step_has_happened() {
        let (own, actual) = (series(), series().values[3]);
        let overrides = [
            put("A", 13, actual + 10.0, actual + 5.0),
            put("A", 13, actual - 2.0, actual - 6.0),
            put("A", 99, 0.0, 1e9),
            put("B", 13, 0.0, 1e9),
        ];
        let found = score_overrides(&[own], &overrides);
        assert_eq!((found.n, found.n_better), (2, 1));
        assert!((found.judged - 5.5).abs() < 1e-9 && (found.method - 6.0).abs() < 1e-9);
        assert!((found.value_added.unwrap() - 1.0 / 12.0).abs() < 1e-9 && (found.bias + 0.5).abs() < 1e-9);
        assert_eq!(score_overrides(&[], &overrides), OverrideScore::default());
    }
}
