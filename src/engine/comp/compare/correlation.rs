//! Pay for performance: how closely pay follows what reps did.

use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::measures::RepResult;
use super::stats::{double_ranks, mean};
use crate::engine::units::Money;

/// How two figures go together over the reps.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correlation {
    /// Reps of whom both are known.
    pub n_reps: u32,
    /// Pearson's correlation, from −1 to 1: how near they lie to a straight line.
    pub pearson: f64,
    /// Spearman's, from −1 to 1: Pearson's of their ranks, equal figures sharing the mean rank.
    pub spearman: f64,
}

/// How pay follows performance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Performance {
    /// Attainment with pay over target incentive.
    pub by_attainment: Option<Correlation>,
    /// Bookings with pay, of the reps with bookings.
    pub by_bookings: Option<Correlation>,
}

pub(super) fn performance(reps: &[RepResult]) -> Performance {
    let attained = |rep: &RepResult| Some((rep.attainment?.to_f64()?, rep.payout?.to_f64()?));
    let sold = reps.iter().filter(|rep| Money::ZERO < rep.bookings);
    Performance {
        by_attainment: correlation(&reps.iter().filter_map(attained).collect::<Vec<_>>()),
        by_bookings: correlation(&sold.map(|rep| (rep.bookings.to_f64(), rep.pay.to_f64())).collect::<Vec<_>>()),
    }
}

/// `None` for fewer than three pairs, or where one figure is the same for all.
fn correlation(pairs: &[(f64, f64)]) -> Option<Correlation> {
    if pairs.len() < 3 {
        return None;
    }
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let ranks = |values: &[f64]| double_ranks(values).into_iter().map(|rank| rank as f64).collect::<Vec<_>>();
    let (pearson, spearman) = (pearson(&one, &other)?, pearson(&ranks(&one), &ranks(&other))?);
    Some(Correlation { n_reps: pairs.len() as u32, pearson, spearman })
}

/// Pearson's correlation; `None` where one figure is the same for all.
pub(crate) fn pearson(one: &[f64], other: &[f64]) -> Option<f64> {
    let (mean_one, mean_other) = (mean(one)?, mean(other)?);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in one.iter().zip(other) {
        let (x, y) = (x - mean_one, y - mean_other);
        (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
    }
    let product = xx * yy;
    (1e-20 < product).then(|| (xy / libm::sqrt(product)).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn correlations_of_known_figures() {
        // Anscombe's first set: 0.816 in print.
        let (x, y) = (
            [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0],
            [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
        );
        let pairs: Vec<(f64, f64)> = x.into_iter().zip(y).collect();
        let found = correlation(&pairs).unwrap();
        assert!((found.pearson - 0.816).abs() < 5e-4, "{found:?}");
        // Ranks of x: 7 5 10 6 8 11 3 1 9 4 2; of y: 7 4 6 9 8 10 5 1 11 2 3; squares of the differences add up to 40:
        // 1 − 6 · 40 / (11 · 120) = 0.8181…
        assert!((found.spearman - (1.0 - 240.0 / 1_320.0)).abs() < 1e-12, "{found:?}");
        assert_eq!(correlation(&pairs[..2]), None);
        assert_eq!(correlation(&[(1.0, 5.0), (2.0, 5.0), (3.0, 5.0)]), None);
        // Always rising, not straight: the ranks agree wholly.
        let curved = correlation(&[(1.0, 1.0), (2.0, 2.0), (3.0, 30.0)]).unwrap();
        assert!(curved.pearson < 0.95 && (curved.spearman - 1.0).abs() < 1e-12, "{curved:?}");
    }
}
