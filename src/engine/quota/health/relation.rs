//! How two figures go together over the reps, with interval and test.

use super::card::Interval;
use super::numbers::{Z, interval};
use crate::engine::comp::compare::{Draws, double_ranks, pearson};

/// A correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Relation {
    /// From −1 to 1.
    pub(super) value: f64,
    pub(super) interval: Option<Interval>,
    /// Share of pairings at random that go together as closely or closer, either way.
    pub(super) p: f64,
}

/// Pairs that are needed.
pub(super) const LEAST: usize = 5;
/// Places that permutations move in all.
const N_MOVES: usize = 2_000_000;

/// Pearson's: interval by Fisher's `atanh r ± z / √(n − 3)`.
pub(super) fn linear(pairs: &[(f64, f64)], seed: u64) -> Option<Relation> {
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    relation(&one, &other, seed, |_| 1.0)
}

/// Spearman's, Pearson's of ranks: interval by Bonett and Wright (2000), with `√((1 + r²/2) / (n − 3))`.
pub(super) fn by_ranks(pairs: &[(f64, f64)], seed: u64) -> Option<Relation> {
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let ranks = |values: &[f64]| double_ranks(values).into_iter().map(|rank| rank as f64).collect::<Vec<_>>();
    relation(&ranks(&one), &ranks(&other), seed, |r| libm::sqrt(1.0 + r * r / 2.0))
}

/// Pearson's alone; `None` for fewer than three pairs, or where one figure is the same in all.
pub(in crate::engine::quota) fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    pearson(&scaled(&one)?, &scaled(&other)?).filter(|_| 3 <= pairs.len())
}

fn relation(one: &[f64], other: &[f64], seed: u64, wider: impl Fn(f64) -> f64) -> Option<Relation> {
    let n = one.len();
    if n < LEAST {
        return None;
    }
    let (one, mut other) = (scaled(one)?, scaled(other)?);
    let value = pearson(&one, &other)?;
    // All on one line: Fisher's transform has no end there.
    let is_line = 1.0 - 1e-12 < value.abs();
    let half = Z * wider(value) / libm::sqrt(n as f64 - 3.0);
    let end = |side: f64| if is_line { value } else { libm::tanh(libm::atanh(value) + side * half) };
    let n_permutations = (N_MOVES / n).clamp(999, 9_999);
    let mut draws = Draws(seed);
    let mut n_as_close = 1_usize;
    for _ in 0..n_permutations {
        for last in (1..n).rev() {
            other.swap(last, draws.below(last as u64 + 1));
        }
        let permuted = pearson(&one, &other).unwrap_or(0.0);
        // Equal up to what rounding makes of sums in another order.
        n_as_close += usize::from(value.abs() * (1.0 - 1e-12) <= permuted.abs());
    }
    let p = n_as_close as f64 / (n_permutations + 1) as f64;
    Some(Relation { value, interval: interval(end(-1.0), end(1.0)), p })
}

/// The same values over the largest, so that neither huge nor tiny ones are lost; `None` where all are one.
fn scaled(values: &[f64]) -> Option<Vec<f64>> {
    let (least, most) = values.iter().fold((f64::MAX, f64::MIN), |(least, most), x| (x.min(least), x.max(most)));
    let range = most - least;
    let size = least.abs().max(most.abs());
    (range.is_finite() && 1e-12 * size < range).then(|| values.iter().map(|x| (x - least) / range).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Anscombe's first set: 0.816 in print.
    const ANSCOMBE: [(f64, f64); 11] = [
        (10.0, 8.04),
        (8.0, 6.95),
        (13.0, 7.58),
        (9.0, 8.81),
        (11.0, 8.33),
        (14.0, 9.96),
        (6.0, 7.24),
        (4.0, 4.26),
        (12.0, 10.84),
        (7.0, 4.82),
        (5.0, 5.68),
    ];

    #[test]
    fn correlations_with_intervals_and_tests() {
        // atanh 0.81642 = 1.14596; ± 1.64485/√8 = 0.58154: tanh 0.56442 = 0.5112, tanh 1.72750 = 0.9387. The t-test gives
        // p = 0.00217 in print.
        let found = linear(&ANSCOMBE, 1).unwrap();
        let ends = found.interval.unwrap();
        assert!((found.value - 0.816_42).abs() < 1e-4, "{found:?}");
        assert!((ends.low - 0.5112).abs() < 2e-3 && (ends.high - 0.9387).abs() < 2e-3, "{found:?}");
        assert!((0.0005..0.006).contains(&found.p), "{found:?}");
        // Ranks: 1 − 6 · 40/1320 = 0.818; wider by √(1 + 0.3347) = 1.1553.
        let ranks = by_ranks(&ANSCOMBE, 1).unwrap();
        assert!((ranks.value - (1.0 - 240.0 / 1_320.0)).abs() < 1e-12, "{ranks:?}");
        let ends = ranks.interval.unwrap();
        assert!((libm::atanh(ends.high) - libm::atanh(ranks.value) - 0.58154 * 1.15527).abs() < 1e-3, "{ranks:?}");
        assert_eq!(linear(&ANSCOMBE, 1), Some(found));
    }

    #[test]
    fn lines_and_levels_are_no_trouble() {
        let line: Vec<(f64, f64)> = (0..6).map(|x| (f64::from(x), 3.0 * f64::from(x))).collect();
        let found = linear(&line, 1).unwrap();
        assert!(
            (found.value - 1.0).abs() < 1e-12
                && found.interval.is_some_and(|ends| (ends.low - ends.high).abs() < 1e-12)
        );
        // 2 of the 720 orders are on a line: p near 2/720.
        assert!(found.p < 0.01, "{found:?}");
        let level: Vec<(f64, f64)> = (0..6).map(|x| (f64::from(x), 0.7)).collect();
        assert_eq!((linear(&level, 1), by_ranks(&level, 1), linear(&line[..4], 1)), (None, None, None));
        let huge: Vec<(f64, f64)> = line.iter().map(|(x, y)| (x * 1e28, y * 1e-20)).collect();
        assert!(linear(&huge, 1).is_some_and(|found| (found.value - 1.0).abs() < 1e-12));
    }
}
