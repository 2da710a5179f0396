//! Ranges from how far off the chosen method itself was.

use super::backtest::{Backtest, BacktestRow};
use super::interval::Width;

/// Absolute errors of a method at earlier origins, each over the standard error that was known there, by origin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conformal {
    by_origin: Vec<Vec<f64>>,
}

impl Conformal {
    /// Of a method in a backtest.
    pub fn of(tried: &Backtest, row: &BacktestRow) -> Self {
        let scores = |((said, actual), width): ((&Vec<f64>, &Vec<f64>), &Width)| {
            let steps = said.iter().zip(actual).zip(width.errors(said));
            steps.filter(|(_, error)| 0.0 < *error).map(|((said, value), error)| (value - said).abs() / error).collect()
        };
        Self { by_origin: row.said.iter().zip(&tried.actual).zip(&tried.widths).map(scores).collect() }
    }

    /// How many standard errors lie on each side within that probability: the `⌈(n + 1) · level⌉`-th least of the `n` scores;
    /// `None` where there are too few. Split conformal prediction with scaled scores (Lei, `G'Sell`, Rinaldo, Tibshirani and
    /// Wasserman, Journal of the American Statistical Association 113, 2018). Errors of a series are not exchangeable, so the
    /// level is approximate; [`coverage`](Self::coverage) says how it did.
    pub fn times(&self, level: f64) -> Option<f64> {
        times(self.by_origin.iter().flatten().copied().collect(), level)
    }

    /// The share of values within the range that all other origins give, and of how many; `None` where there are too few.
    pub fn coverage(&self, level: f64) -> Option<f64> {
        let (mut within, mut n) = (0_usize, 0_usize);
        for (place, own) in self.by_origin.iter().enumerate() {
            let others = self.by_origin.iter().enumerate().filter(|(other, _)| *other != place);
            let limit = times(others.flat_map(|(_, scores)| scores).copied().collect(), level)?;
            within += own.iter().filter(|score| **score <= limit).count();
            n += own.len();
        }
        (0 < n).then(|| within as f64 / n as f64)
    }
}

fn times(mut scores: Vec<f64>, level: f64) -> Option<f64> {
    scores.sort_by(f64::total_cmp);
    let rank = libm::ceil((scores.len() + 1) as f64 * level);
    scores.get((rank as usize).checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::super::{Method, backtest};
    use super::*;

    #[test]
    fn the_rank_is_that_of_the_next_value() {
        let nine = Conformal { by_origin: vec![(1..=9).map(f64::from).collect()] };
        assert_eq!((nine.times(0.8), nine.times(0.9), nine.times(0.95)), (Some(8.0), Some(9.0), None));
        assert_eq!((Conformal::default().times(0.5), Conformal::default().coverage(0.5)), (None, None));
    }

    #[test]
    fn ranges_hold_where_errors_are_alike() {
        let values: Vec<f64> = (0..200_u32).map(|at| 100.0 + f64::from(at * at * 37 % 101) / 10.0).collect();
        let found = backtest(&values, 1, 2, 60, &[Method::Ses]).unwrap();
        let conformal = Conformal::of(&found, &found.rows[0]);
        let coverage = conformal.coverage(0.8).unwrap();
        assert!((coverage - 0.8).abs() < 0.06, "{coverage}");
    }
}
