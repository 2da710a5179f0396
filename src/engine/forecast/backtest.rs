//! What each method would have said, at each origin of the series' own past.

use serde::{Deserialize, Serialize};

use super::accuracy::{Accuracy, pinball};
use super::interval::Width;
use super::method::{ForecastError, Method, forecast};

/// All methods by rolling origin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Backtest {
    /// Origins, as how many values were known.
    pub origins: Vec<usize>,
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
    /// Mean absolute error by step.
    pub by_step: Vec<f64>,
    /// Share of values within the 80 % interval.
    pub coverage: f64,
    /// Mean width of that interval over the mean absolute value.
    pub width: f64,
    /// Mean pinball loss at 10, 50 and 90 %, of the interval's ends and the forecast.
    pub pinball: f64,
}

/// Values that are known at the first origin at least, and cycles.
const LEAST_KNOWN: usize = 4;
const LEVEL: f64 = 0.8;

/// Forecasts of `horizon` steps at up to `n` origins, the latest whose horizon is known whole; each sees what lies before it
/// alone. Rows of methods that are equal keep their order.
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
    let first = LEAST_KNOWN.max(last.saturating_sub(n.saturating_sub(1)));
    let origins: Vec<usize> = (first..=last).filter(|_| LEAST_KNOWN <= last).collect();
    let mut rows = Vec::new();
    for method in methods.iter().copied().filter(|_| !origins.is_empty()) {
        let mut row = Sums::new(horizon);
        for origin in &origins {
            let (past, future) = values.split_at(*origin);
            let actual = future.get(..horizon).unwrap_or(future);
            let expected = forecast(past, cycle, horizon, method)?;
            let bounds = Width::measured(past, cycle, horizon).bounds(&expected, LEVEL);
            row.take(Accuracy::of(past, cycle, &expected, actual), (&expected, &bounds, actual));
        }
        rows.push(row.row(method, origins.len()));
    }
    let key = |row: &BacktestRow| row.accuracy.mase.unwrap_or(row.accuracy.smape);
    rows.sort_by(|one, other| key(one).total_cmp(&key(other)));
    Ok(Backtest { origins, rows })
}

#[derive(Default)]
struct Sums {
    smape: f64,
    mase: (f64, f64),
    rmsse: (f64, f64),
    bias: f64,
    by_step: Vec<f64>,
    n_covered: f64,
    widths: f64,
    sizes: f64,
    pinball: f64,
    n_steps: f64,
}

impl Sums {
    fn new(horizon: usize) -> Self {
        Self { by_step: vec![0.0; horizon], ..Self::default() }
    }

    fn take(&mut self, one: Accuracy, (expected, bounds, actual): (&[f64], &[(f64, f64)], &[f64])) {
        let add = |sum: &mut (f64, f64), value: Option<f64>| {
            if let Some(value) = value {
                *sum = (sum.0 + value, sum.1 + 1.0);
            }
        };
        self.smape += one.smape;
        add(&mut self.mase, one.mase);
        add(&mut self.rmsse, one.rmsse);
        self.bias += one.bias;
        let steps = self.by_step.iter_mut().zip(expected).zip(bounds.iter().zip(actual));
        for ((sum, expected), ((low, high), value)) in steps {
            *sum += (value - expected).abs();
            self.n_covered += f64::from(u8::from(low <= value && value <= high));
            self.widths += high - low;
            self.sizes += value.abs();
            let ends = pinball(0.1, *low, *value) + pinball(0.5, *expected, *value) + pinball(0.9, *high, *value);
            self.pinball += ends / 3.0;
            self.n_steps += 1.0;
        }
    }

    fn row(self, method: Method, n_origins: usize) -> BacktestRow {
        let n = n_origins as f64;
        let mean = |(sum, count): (f64, f64)| (0.0 < count).then(|| sum / count);
        BacktestRow {
            method,
            accuracy: Accuracy {
                smape: self.smape / n,
                mase: mean(self.mase),
                rmsse: mean(self.rmsse),
                bias: self.bias / n,
            },
            by_step: self.by_step.iter().map(|sum| sum / n).collect(),
            coverage: self.n_covered / self.n_steps.max(1.0),
            width: if 0.0 < self.sizes { self.widths / self.sizes } else { 0.0 },
            pinball: self.pinball / self.n_steps.max(1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_best_followed_by_holt() {
        let values: Vec<f64> = (0..40).map(|at| 50.0 + 3.0 * f64::from(at)).collect();
        let found = backtest(&values, 1, 3, 5, &[Method::Naive, Method::Holt]).unwrap();
        assert_eq!(found.origins, [33, 34, 35, 36, 37]);
        assert_eq!(found.rows[0].method, Method::Holt);
        // Naive is 3, 6 and 9 below; a change of the history is 3: MASE 2.
        let naive = &found.rows[1];
        for (found, expected) in naive.by_step.iter().zip([3.0, 6.0, 9.0]) {
            assert!((found - expected).abs() < 1e-9);
        }
        assert!((naive.accuracy.mase.unwrap() - 2.0).abs() < 1e-9 && (naive.accuracy.bias + 6.0).abs() < 1e-9);
    }

    #[test]
    fn the_future_changes_nothing_that_was_said_before_it() {
        // With futures of −1e6 and 1e6 the errors of one forecast f are f + 1e6 and 1e6 − f: 2e6 together, whatever f is.
        let past = (0..60_u32).map(|at| 40.0 + f64::from(at * at * 7 % 31));
        let errors = |future: f64| {
            let values: Vec<f64> = past.clone().chain([future; 3]).collect();
            let mut rows = backtest(&values, 12, 3, 1, &Method::ALL).unwrap().rows;
            rows.sort_by_key(|row| row.method);
            rows
        };
        for (one, other) in errors(-1e6).iter().zip(errors(1e6)) {
            for (low, high) in one.by_step.iter().zip(&other.by_step) {
                assert!((low + high - 2e6).abs() < 1e-6, "{:?}: {low} {high}", one.method);
            }
        }
    }

    #[test]
    fn short_series_have_no_origin() {
        let found = backtest(&[1.0, 2.0, 3.0], 1, 3, 5, &Method::ALL).unwrap();
        assert!(found.origins.is_empty() && found.rows.is_empty());
        assert_eq!(backtest(&[], 1, 3, 5, &Method::ALL), Err(ForecastError::Empty));
    }
}
