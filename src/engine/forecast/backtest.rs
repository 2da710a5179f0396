//! What each method would have said, at each origin of the series' own past.

use serde::{Deserialize, Serialize};

use super::accuracy::Accuracy;
use super::interval::Width;
use super::method::{ForecastError, Method, forecast};
use super::scores::{Scores, Step};

/// All methods by rolling origin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Backtest {
    /// Steps after which seasons come again.
    pub cycle: usize,
    /// Origins, as how many values were known.
    pub origins: Vec<usize>,
    /// What happened after each of them.
    pub actual: Vec<Vec<f64>>,
    /// How far off forecasts were at origins before each of them.
    pub widths: Vec<Width>,
    /// A row a method, the best by mean scaled error first.
    pub rows: Vec<BacktestRow>,
}

/// One method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BacktestRow {
    /// Which.
    pub method: Method,
    /// Means over origins.
    pub accuracy: Accuracy,
    /// Errors, coverage and width by step.
    pub by_step: Vec<Step>,
    /// Share of values within the 80 % interval.
    pub coverage: f64,
    /// Share of values within the 95 % interval.
    pub coverage_95: f64,
    /// Mean width of the 80 % interval over the mean absolute value.
    pub width: f64,
    /// Mean pinball loss at 10, 50 and 90 %, of the 80 % interval's ends and the forecast.
    pub pinball: f64,
    /// Mean continuous ranked probability score, of a normal forecast with the interval's standard error.
    pub crps: f64,
    /// Scaled error at each origin; none where the history never changes.
    pub by_origin: Vec<Option<f64>>,
    /// What it said at each origin.
    pub said: Vec<Vec<f64>>,
}

impl BacktestRow {
    /// What methods are put in order by: the mean scaled error, else sMAPE.
    pub fn key(&self) -> f64 {
        self.accuracy.mase.unwrap_or(self.accuracy.smape)
    }
}

/// Values that are known at the first origin at least.
const LEAST_KNOWN: usize = 4;

/// Forecasts of `horizon` steps at up to `n` origins whose horizon is known whole; each sees what lies before it alone. Origins
/// are spread over the later half of the past, a horizon apart at most, the last one at its end: next to each other they would all
/// ask the same few values. Rows of methods that are equal keep their order.
///
/// ```
/// use attain::engine::forecast::{Method, backtest};
/// let values: Vec<f64> = (0..40).map(|at| 50.0 + 3.0 * f64::from(at)).collect();
/// let found = backtest(&values, 1, 3, 5, &[Method::Naive, Method::Holt]).unwrap();
/// assert_eq!(found.rows[0].method, Method::Holt);
/// ```
///
/// # Errors
///
/// [`ForecastError`] where the series cannot be forecast. A series that is too short has no origin.
pub fn backtest(
    values: &[f64],
    cycle: usize,
    horizon: usize,
    n: usize,
    methods: &[Method],
) -> Result<Backtest, ForecastError> {
    forecast(values, cycle, horizon, Method::Naive)?;
    let last = values.len().saturating_sub(horizon);
    let origins = spread(values.len(), last, horizon, n);
    let widths: Vec<Width> =
        origins.iter().map(|origin| Width::measured(values.split_at(*origin).0, cycle, horizon)).collect();
    let mut rows = Vec::new();
    for method in methods.iter().copied().filter(|_| !origins.is_empty()) {
        let mut scores = Scores::new(horizon);
        for (origin, width) in origins.iter().zip(&widths) {
            let (past, future) = values.split_at(*origin);
            let expected = forecast(past, cycle, horizon, method)?;
            scores.take((past, cycle), expected, width, future.get(..horizon).unwrap_or(future));
        }
        rows.push(scores.row(method));
    }
    rows.sort_by(|one, other| one.key().total_cmp(&other.key()));
    let actual = origins.iter().map(|origin| values.iter().skip(*origin).take(horizon).copied().collect()).collect();
    Ok(Backtest { cycle, origins, actual, widths, rows })
}

/// Up to `n` origins, the last at `last`.
fn spread(n_values: usize, last: usize, horizon: usize, n: usize) -> Vec<usize> {
    let gaps = n.saturating_sub(1);
    let apart = (last.saturating_sub(n_values / 2) / gaps.max(1)).clamp(1, horizon.max(1));
    let mut origins: Vec<usize> =
        (0..=gaps).map_while(|gap| last.checked_sub(gap * apart)).take_while(|origin| LEAST_KNOWN <= *origin).collect();
    origins.reverse();
    origins
}

/// Of forecasts that say a chance: the share of values that fell below.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalibrationPoint {
    /// The chance that was said.
    pub said: f64,
    /// The share that fell below.
    pub happened: f64,
}

impl Backtest {
    /// The row of a method.
    pub fn row(&self, method: Method) -> Option<&BacktestRow> {
        self.rows.iter().find(|row| row.method == method)
    }

    /// At how many origins less than two cycles were known, so that seasons could not be seen, where two are now and that is most
    /// of the origins: how methods did then says little of now.
    pub fn n_before_seasons(&self) -> Option<usize> {
        let two_cycles = 2 * self.cycle;
        let n_known = self.origins.last().zip(self.actual.last()).map_or(0, |(last, next)| last + next.len());
        let n_blind = self.origins.iter().filter(|origin| **origin < two_cycles).count();
        (1 < self.cycle && two_cycles <= n_known && self.origins.len() < 2 * n_blind).then_some(n_blind)
    }

    /// The share of values within the residual range of that probability around what a method said; `None` without origins.
    pub fn coverage(&self, row: &BacktestRow, level: f64) -> Option<f64> {
        let (mut within, mut n) = (0_usize, 0_usize);
        for ((said, actual), width) in row.said.iter().zip(&self.actual).zip(&self.widths) {
            let bounds = width.bounds(said, level);
            within += bounds.iter().zip(actual).filter(|((low, high), value)| low <= *value && *value <= high).count();
            n += actual.len();
        }
        (0 < n).then(|| within as f64 / n as f64)
    }

    /// How often values fell below the quantiles of a method's forecasts, at 5, 10, … 95 %: a straight line where ranges hold.
    pub fn calibration(&self, row: &BacktestRow) -> Vec<CalibrationPoint> {
        let at = |step: u32| {
            let said = f64::from(step) / 20.0;
            let (mut below, mut n) = (0.0, 0.0);
            for ((expected, actual), width) in row.said.iter().zip(&self.actual).zip(&self.widths) {
                let times = width.times((2.0 * said - 1.0).abs());
                let signed = if said < 0.5 { -times } else { times };
                for ((expected, value), error) in expected.iter().zip(actual).zip(width.errors(expected)) {
                    below += f64::from(u8::from(*value <= expected + signed * error));
                    n += 1.0;
                }
            }
            CalibrationPoint { said, happened: if 0.0 < n { below / n } else { 0.0 } }
        };
        (1..20).map(at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_best_followed_by_holt() {
        let values: Vec<f64> = (0..40).map(|at| 50.0 + 3.0 * f64::from(at)).collect();
        let found = backtest(&values, 1, 3, 5, &[Method::Naive, Method::Holt]).unwrap();
        assert_eq!(found.origins, [25, 28, 31, 34, 37]);
        assert_eq!(found.rows[0].method, Method::Holt);
        // Naive is 3, 6 and 9 below; a change of the history is 3: MASE 2.
        let naive = &found.rows[1];
        for (found, expected) in naive.by_step.iter().zip([3.0, 6.0, 9.0]) {
            assert!((found.absolute - expected).abs() < 1e-9);
        }
        assert!((naive.accuracy.mase.unwrap() - 2.0).abs() < 1e-9 && (naive.accuracy.bias + 6.0).abs() < 1e-9);
        assert_eq!((naive.said.len(), found.actual[0].as_slice()), (5, [125.0, 128.0, 131.0].as_slice()));
    }

    #[test]
    fn origins_are_spread_over_the_later_half_as_far_as_it_goes() {
        let of = |n_values: usize, horizon| spread(n_values, n_values - horizon, horizon, 5);
        assert_eq!(of(60, 12), [32, 36, 40, 44, 48]);
        assert_eq!(of(600, 12), [540, 552, 564, 576, 588], "a horizon apart at most");
        assert_eq!(of(20, 12), [4, 5, 6, 7, 8], "a short past has those that it has");
        assert!(of(14, 12).is_empty());
        assert_eq!((spread(60, 48, 12, 1), spread(60, 48, 12, 0)), (vec![48], vec![48]));
    }

    #[test]
    fn origins_before_seasons_could_be_seen_are_told() {
        let blind = |n: u32, cycle| {
            let values: Vec<f64> = (0..n).map(|at| 100.0 + f64::from(at * 7 % 12)).collect();
            backtest(&values, cycle, 12, 12, &[Method::Naive]).unwrap().n_before_seasons()
        };
        assert_eq!([36, 60, 20].map(|n| blind(n, 12)), [Some(11), None, None]);
        assert_eq!(blind(36, 1), None);
    }

    #[test]
    fn the_future_changes_nothing_that_was_said_before_it() {
        let past = || (0..60_u32).map(|at| 40.0 + f64::from(at * at * 7 % 31));
        let said = |future: f64| {
            let values: Vec<f64> = past().chain([future; 3]).collect();
            let found = backtest(&values, 12, 3, 1, &Method::ALL).unwrap();
            let mut rows: Vec<(Method, Vec<Vec<f64>>)> =
                found.rows.into_iter().map(|row| (row.method, row.said)).collect();
            rows.sort_by_key(|row| row.0);
            (rows, found.widths)
        };
        assert_eq!(said(-1e6), said(1e6));
    }

    #[test]
    fn short_series_have_no_origin() {
        let found = backtest(&[1.0, 2.0, 3.0], 1, 3, 5, &Method::ALL).unwrap();
        assert!(found.origins.is_empty() && found.rows.is_empty());
        assert_eq!(backtest(&[], 1, 3, 5, &Method::ALL), Err(ForecastError::Empty));
    }

    #[test]
    fn shares_below_quantiles_rise_to_one() {
        let values: Vec<f64> = (0..80_u32).map(|at| 100.0 + f64::from(at * at * 7 % 31)).collect();
        let found = backtest(&values, 1, 4, 30, &[Method::Ses]).unwrap();
        let points = found.calibration(&found.rows[0]);
        assert_eq!(points.len(), 19);
        assert!(points.windows(2).all(|pair| pair[0].happened <= pair[1].happened), "{points:?}");
        assert!(points[0].happened < 0.2 && 0.8 < points[18].happened, "{points:?}");
    }
}
