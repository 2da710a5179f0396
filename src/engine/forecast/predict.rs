//! A series' forecast as a whole: method and reason, values, ranges and how they held, what to know.

use serde::{Deserialize, Serialize};

use super::backtest::{Backtest, backtest};
use super::choose::{Choice, Why, choose};
use super::conformal::Conformal;
use super::interval::Width;
use super::method::{Method, attempt, forecast};
use super::series::{Axis, Series, SeriesError, WorkingDays};

/// What is wanted of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PredictAsked {
    /// Steps ahead.
    pub horizon: usize,
    /// Steps after which seasons come again; the axis' own if not said.
    pub cycle: Option<usize>,
    /// A method; the one that the series' own past speaks for if not said.
    pub method: Option<Method>,
    /// Probabilities of ranges, each above 0 and below 1.
    pub levels: Vec<f64>,
    /// Where ranges come from.
    pub ranges: RangesFrom,
    /// Earlier origins that methods are tried at, at most; 0 for none.
    pub n_origins: usize,
    /// Makes steps alike in working days before, and gives each its own back after.
    pub working_days: Option<WorkingDays>,
}

impl Default for PredictAsked {
    fn default() -> Self {
        Self {
            horizon: 12,
            cycle: None,
            method: None,
            levels: vec![0.8, 0.95],
            ranges: RangesFrom::Residuals,
            n_origins: 12,
            working_days: None,
        }
    }
}

/// Where ranges come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RangesFrom {
    /// The root mean square error by step at earlier origins, and Student's t.
    #[default]
    Residuals,
    /// Ranks of the chosen method's own errors at earlier origins, where there are enough; else as above.
    Conformal,
}

/// A range by step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The probability that it is to hold.
    pub level: f64,
    /// Standard errors that lie on each side.
    pub times: f64,
    /// Lower and upper bounds.
    pub bounds: Vec<(f64, f64)>,
    /// The share of values that such ranges held at earlier origins; none where there were none.
    pub coverage: Option<f64>,
    /// Whether it comes from ranks of the method's own errors.
    pub is_conformal: bool,
}

/// A forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prediction {
    /// The series' name.
    pub name: String,
    /// Number of the first step that is forecast, on the axis.
    pub first: i32,
    /// Steps after which seasons come again.
    pub cycle: usize,
    /// The method and why.
    pub choice: Choice,
    /// Whether the series is too short for the method, and its last value stands for every step.
    pub is_too_short: bool,
    /// Expected values.
    pub expected: Vec<f64>,
    /// Standard errors of them; 0 where nothing is known.
    pub errors: Vec<f64>,
    /// Ranges, in the order of the levels; none where the past says nothing of how far off forecasts are.
    pub ranges: Vec<Range>,
    /// What no value and no bound is below: 0 where the series never was.
    pub floor: Option<f64>,
    /// Whether a value or a bound was lifted to it.
    pub is_floored: bool,
    /// How each method did before; empty where nothing was tried.
    pub tried: Backtest,
}

impl Prediction {
    /// Moves a step to another value, with its ranges. The value itself may be below the floor, where somebody says so.
    pub(super) fn move_to(&mut self, step: usize, value: f64) {
        if let Some(own) = self.expected.get_mut(step) {
            *own = value;
            self.bound(step);
        }
    }

    /// Makes standard errors and ranges so many times as wide.
    pub(super) fn widen(&mut self, times: f64) {
        for step in 0..self.errors.len() {
            if let Some(error) = self.errors.get_mut(step) {
                *error *= times;
            }
            self.bound(step);
        }
    }

    /// Makes the bounds of a step those around its value.
    fn bound(&mut self, step: usize) {
        let (Some(value), Some(error)) = (self.expected.get(step).copied(), self.errors.get(step)) else { return };
        for range in &mut self.ranges {
            let (low, high) = (value - range.times * error, value + range.times * error);
            let lifted = self.floor.map_or(low, |floor| low.max(floor)).min(value);
            self.is_floored |= low < lifted;
            if let Some(bounds) = range.bounds.get_mut(step) {
                *bounds = (lifted, high);
            }
        }
    }
}

/// Forecasts a series.
///
/// ```
/// use attain::engine::forecast::{Axis, PredictAsked, Series, predict};
/// let values = (0..48).map(|at| 100.0 + f64::from(at) + f64::from(at * 7 % 5)).collect();
/// let series = Series { values, ..Series::default() };
/// let found = predict(Axis::default(), &series, &PredictAsked { horizon: 3, ..PredictAsked::default() }).unwrap();
/// assert!((found.expected[0] - 150.0).abs() < 3.0);
/// let (low, high) = found.ranges[0].bounds[0];
/// assert!(low < 150.0 && 150.0 < high);
/// ```
///
/// # Errors
/// [`SeriesError::Forecast`] where nothing can be said.
pub fn predict(axis: Axis, series: &Series, asked: &PredictAsked) -> Result<Prediction, SeriesError> {
    let horizon = asked.horizon;
    let cycle = asked.cycle.unwrap_or_else(|| axis.step.cycle());
    // What cannot be forecast is refused before anything grows with the horizon.
    forecast(&series.values, cycle, horizon, Method::Naive)?;
    let factors = asked.working_days.as_ref().map(|days| days.factors(axis, series, horizon));
    let own = factors.as_deref().unwrap_or_default();
    let even = series.values.iter().zip(own.iter().chain(std::iter::repeat(&1.0)));
    let values: Vec<f64> = even.map(|(value, factor)| value / factor).collect();
    let mut methods = Method::worth_trying(&values, cycle);
    methods.extend(asked.method.filter(|method| !methods.contains(method)));
    let tried = if asked.n_origins == 0 {
        Backtest { cycle, ..Backtest::default() }
    } else {
        backtest(&values, cycle, horizon, asked.n_origins, &methods)?
    };
    let choice = match asked.method {
        Some(method) => Choice { method, why: Why::Asked },
        None => choose(&values, &tried),
    };
    let found = attempt(&values, cycle, horizon, choice.method)?;
    let is_too_short = found.is_none();
    let last = values.last().copied().unwrap_or(0.0);
    let expected = found.unwrap_or_else(|| vec![last; horizon]);
    let width = Width::measured(&values, cycle, horizon);
    let ahead: Vec<f64> = own.iter().skip(values.len()).copied().chain(std::iter::repeat(1.0)).take(horizon).collect();
    let times = |values: Vec<f64>| -> Vec<f64> { values.iter().zip(&ahead).map(|(value, own)| value * own).collect() };
    let errors = times(if width.is_known() { width.errors(&expected) } else { vec![0.0; horizon] });
    let expected = times(expected);
    let floor = series.values.iter().all(|value| 0.0 <= *value).then_some(0.0);
    let mut found = Prediction {
        name: series.name.clone(),
        first: series.next(),
        cycle,
        choice,
        is_too_short,
        ranges: ranges(asked, &tried, choice.method, (&width, horizon)),
        is_floored: floor.is_some_and(|floor| expected.iter().any(|value| *value < floor)),
        expected: expected.into_iter().map(|value| floor.map_or(value, |floor| value.max(floor))).collect(),
        errors,
        floor,
        tried,
    };
    for step in 0..horizon {
        found.bound(step);
    }
    Ok(found)
}

/// Each level's range, its bounds still to be set.
fn ranges(asked: &PredictAsked, tried: &Backtest, method: Method, (width, horizon): (&Width, usize)) -> Vec<Range> {
    if !width.is_known() {
        return Vec::new();
    }
    let row = tried.row(method);
    let conformal = row.map(|row| Conformal::of(tried, row)).filter(|_| asked.ranges == RangesFrom::Conformal);
    let of = |level: f64| {
        let ranks = conformal.as_ref().and_then(|scores| Some((scores.times(level)?, scores.coverage(level))));
        let measured = || row.and_then(|row| tried.coverage(row, level));
        let (times, coverage) = ranks.unwrap_or_else(|| (width.times(level), measured()));
        Range { level, times, bounds: vec![(0.0, 0.0); horizon], coverage, is_conformal: ranks.is_some() }
    };
    asked.levels.iter().copied().filter(|level| 0.0 < *level && *level < 1.0).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(values: &[f64]) -> Series {
        Series { name: "A".into(), values: values.to_vec(), ..Series::default() }
    }

    fn found(values: &[f64]) -> Prediction {
        predict(Axis::default(), &series(values), &PredictAsked { horizon: 6, ..PredictAsked::default() }).unwrap()
    }

    #[test]
    fn hostile_series_get_a_forecast_without_a_nonsense_range() {
        for values in [vec![5.0], vec![5.0; 30], vec![0.0; 30], vec![1.0, 2.0], vec![3.0, 3.0, 3.0]] {
            let found = found(&values);
            assert!(found.ranges.is_empty(), "{values:?}: {:?}", found.ranges);
            assert!(found.expected.iter().all(|value| (value - values[values.len() - 1]).abs() < 1.0));
        }
        let falling: Vec<f64> = (0..40).map(|at| f64::from(40 - at)).collect();
        let found = found(&falling);
        assert!(found.is_floored && found.ranges.iter().all(|range| range.bounds.iter().all(|(low, _)| 0.0 <= *low)));
        let asked = PredictAsked { method: Some(Method::Mstl), ..PredictAsked::default() };
        let short = predict(Axis::default(), &series(&[3.0, 4.0, 5.0]), &asked).unwrap();
        assert!(short.is_too_short && short.expected == [5.0; 12], "no season is to be seen");
        let empty = predict(Axis::default(), &series(&[]), &PredictAsked::default());
        assert!(matches!(empty, Err(SeriesError::Forecast(_))));
        let nan = predict(Axis::default(), &series(&[1.0, f64::NAN]), &PredictAsked::default());
        assert!(matches!(nan, Err(SeriesError::Forecast(_))));
    }

    #[test]
    fn ranges_come_with_how_they_held() {
        let values: Vec<f64> = (0..90_u32).map(|at| 100.0 + f64::from(at * at * 7 % 31)).collect();
        let asked =
            PredictAsked { horizon: 3, n_origins: 30, ranges: RangesFrom::Conformal, ..PredictAsked::default() };
        let found = predict(Axis::default(), &series(&values), &asked).unwrap();
        assert!(found.ranges.iter().all(|range| range.is_conformal && range.coverage.is_some()));
        assert!(found.ranges[0].bounds[0].1 < found.ranges[1].bounds[0].1);
        let plain =
            predict(Axis::default(), &series(&values), &PredictAsked { ranges: RangesFrom::Residuals, ..asked });
        let plain = plain.unwrap();
        assert_eq!((plain.expected.len(), plain.ranges[0].is_conformal), (3, false));
    }

    #[test]
    fn working_days_come_back_as_they_were_taken_out() {
        let axis = Axis::default();
        let first = axis.tick("2020-01-01".parse().unwrap());
        let days = WorkingDays::default();
        let plain = Series { first, values: vec![0.0; 36], ..Series::default() };
        let factors = days.factors(axis, &plain, 3);
        // 1,000 a month by its working days alone.
        let values: Vec<f64> = factors.iter().take(36).map(|factor| 1_000.0 * factor).collect();
        let asked = PredictAsked { horizon: 3, working_days: Some(days), ..PredictAsked::default() };
        let found = predict(axis, &Series { values, ..plain }, &asked).unwrap();
        for (value, factor) in found.expected.iter().zip(factors.iter().skip(36)) {
            assert!((value - 1_000.0 * factor).abs() < 1e-6, "{:?}", found.expected);
        }
    }
}
