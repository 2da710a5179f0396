//! The sums of a backtest.

use serde::{Deserialize, Serialize};

use super::accuracy::{Accuracy, crps, pinball};
use super::backtest::BacktestRow;
use super::interval::Width;
use super::method::Method;

/// Means over origins of one step ahead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Absolute error.
    pub absolute: f64,
    /// That over the mean absolute change of the history over a cycle; none where it never changes.
    pub mase: Option<f64>,
    /// Percent, as in [`Accuracy`].
    pub smape: f64,
    /// Share of values within the 80 % interval.
    pub coverage: f64,
    /// Width of that interval.
    pub width: f64,
}

#[derive(Default)]
struct StepSums {
    absolute: f64,
    mase: (f64, f64),
    smape: f64,
    n_within: f64,
    n_within_95: f64,
    width: f64,
    size: f64,
    pinball: f64,
    crps: f64,
    n: f64,
}

/// What is added up for one method.
#[derive(Default)]
pub(super) struct Scores {
    by_step: Vec<StepSums>,
    of_origins: Vec<Accuracy>,
    said: Vec<Vec<f64>>,
}

fn is_within(value: f64, (low, high): (f64, f64)) -> f64 {
    f64::from(u8::from(low <= value && value <= high))
}

impl Scores {
    pub(super) fn new(horizon: usize) -> Self {
        Self { by_step: (0..horizon).map(|_| StepSums::default()).collect(), ..Self::default() }
    }

    pub(super) fn take(&mut self, (past, cycle): (&[f64], usize), said: Vec<f64>, width: &Width, actual: &[f64]) {
        let (eighty, most) = (width.bounds(&said, 0.8), width.bounds(&said, 0.95));
        let steps = self.by_step.iter_mut().zip(said.iter().zip(actual));
        let bounds = eighty.iter().zip(&most).zip(width.errors(&said));
        for ((sums, (expected, value)), ((bounds, wider), error)) in steps.zip(bounds) {
            let one = Accuracy::of(past, cycle, &[*expected], &[*value]);
            sums.absolute += (value - expected).abs();
            if let Some(mase) = one.mase {
                sums.mase = (sums.mase.0 + mase, sums.mase.1 + 1.0);
            }
            sums.smape += one.smape;
            sums.n_within += is_within(*value, *bounds);
            sums.n_within_95 += is_within(*value, *wider);
            sums.width += bounds.1 - bounds.0;
            sums.size += value.abs();
            let ends =
                pinball(0.1, bounds.0, *value) + pinball(0.5, *expected, *value) + pinball(0.9, bounds.1, *value);
            sums.pinball += ends / 3.0;
            sums.crps += crps(*expected, error, *value);
            sums.n += 1.0;
        }
        self.of_origins.push(Accuracy::of(past, cycle, &said, actual));
        self.said.push(said);
    }

    pub(super) fn row(self, method: Method) -> BacktestRow {
        let over = |sum: f64, n: f64| if 0.0 < n { sum / n } else { 0.0 };
        let all = |of: fn(&StepSums) -> f64| self.by_step.iter().map(of).sum::<f64>();
        let n = all(|sums| sums.n);
        let step = |sums: &StepSums| Step {
            absolute: over(sums.absolute, sums.n),
            mase: (0.0 < sums.mase.1).then(|| sums.mase.0 / sums.mase.1),
            smape: over(sums.smape, sums.n),
            coverage: over(sums.n_within, sums.n),
            width: over(sums.width, sums.n),
        };
        let mean = |of: &dyn Fn(&Accuracy) -> Option<f64>| {
            let known: Vec<f64> = self.of_origins.iter().filter_map(of).collect();
            (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
        };
        BacktestRow {
            method,
            accuracy: Accuracy {
                smape: mean(&|one| Some(one.smape)).unwrap_or(0.0),
                mase: mean(&|one| one.mase),
                rmsse: mean(&|one| one.rmsse),
                bias: mean(&|one| Some(one.bias)).unwrap_or(0.0),
            },
            by_step: self.by_step.iter().map(step).collect(),
            coverage: over(all(|sums| sums.n_within), n),
            coverage_95: over(all(|sums| sums.n_within_95), n),
            width: over(all(|sums| sums.width), all(|sums| sums.size)),
            pinball: over(all(|sums| sums.pinball), n),
            crps: over(all(|sums| sums.crps), n),
            by_origin: self.of_origins.iter().map(|one| one.mase).collect(),
            said: self.said,
        }
    }
}
