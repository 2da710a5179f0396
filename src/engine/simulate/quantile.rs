//! Quantiles of exact values, and of values counted in bins.

use serde::{Deserialize, Serialize};

use super::summary::Quantiles;

/// Bins from one doubling of `1 + value` to the next; a power of two.
const PER_DOUBLING: u32 = 64;
/// Bins in all: one for values of 0 and less, then ten doublings; the last also holds all that is larger.
pub(super) const N_BINS: usize = 1 + 10 * PER_DOUBLING as usize;

/// How many values fell into which bin: order-free and exactly mergeable. A bin is at most 1/64 wide below 1, 1/32 below
/// 3, and so on: values are to be measured in a unit of about their mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// The first bin that is held.
    first: u32,
    /// Counts from there on; neither the first nor the last is 0.
    counts: Vec<u32>,
}

/// The bin of a value.
#[inline(always)]
#[allow(clippy::inline_always)] // on the path of every simulated rep
pub(super) fn bin(value: f64) -> usize {
    if 0.0 < value {
        // The upper bits of 1 + value are its exponent and the first six bits of its mantissa.
        let bits = (1.0 + value).to_bits() >> (52 - PER_DOUBLING.trailing_zeros());
        let place = bits.saturating_sub(1_023 * u64::from(PER_DOUBLING)) as usize + 1;
        if place < N_BINS { place } else { N_BINS - 1 }
    } else {
        0
    }
}

/// Where a bin begins, and how wide it is.
fn bounds(bin: u32) -> (f64, f64) {
    let Some(place) = bin.checked_sub(1) else { return (0.0, 0.0) };
    let scale = f64::from(1_u32 << (place / PER_DOUBLING).min(10));
    let within = f64::from(place % PER_DOUBLING) / f64::from(PER_DOUBLING);
    (scale * (1.0 + within) - 1.0, scale / f64::from(PER_DOUBLING))
}

impl Counts {
    /// From the count of each bin.
    pub(super) fn new(dense: &[u32]) -> Self {
        let Some(first) = dense.iter().position(|count| *count != 0) else { return Self::default() };
        let last = dense.iter().rposition(|count| *count != 0).unwrap_or(first);
        Self { first: first as u32, counts: dense.get(first..=last).unwrap_or_default().to_vec() }
    }

    /// Both together.
    #[must_use]
    pub fn merge(self, other: &Self) -> Self {
        if other.counts.is_empty() {
            return self;
        }
        if self.counts.is_empty() {
            return other.clone();
        }
        let mut dense = vec![0_u32; N_BINS];
        for part in [&self, other] {
            for (place, count) in dense.iter_mut().skip(part.first as usize).zip(&part.counts) {
                *place = place.saturating_add(*count);
            }
        }
        Self::new(&dense)
    }

    /// Whether all bins exist.
    pub(super) fn is_sound(&self) -> bool {
        (self.first as usize).saturating_add(self.counts.len()) <= N_BINS
    }

    /// How many values.
    pub fn n(&self) -> u64 {
        self.counts.iter().map(|count| u64::from(*count)).sum()
    }

    /// Quantiles in the unit of the values; values are taken as spread evenly over their bin.
    pub fn quantiles(&self) -> Quantiles {
        let n = self.n();
        Quantiles::of(|share| {
            let rank = share * n.saturating_sub(1) as f64;
            let mut before = 0.0;
            let mut value = 0.0;
            for (bin, count) in (self.first..).zip(&self.counts) {
                let count = f64::from(*count);
                if count == 0.0 {
                    continue;
                }
                let (lower, width) = bounds(bin);
                let within = ((rank - before + 0.5) / count).clamp(0.0, 1.0);
                value = lower + width * within;
                if rank < before + count {
                    break;
                }
                before += count;
            }
            value
        })
    }
}

impl Quantiles {
    fn of(mut quantile: impl FnMut(f64) -> f64) -> Self {
        Self { p5: quantile(0.05), p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9), p95: quantile(0.95) }
    }

    /// Of these values, linear between neighbours (type 7 of Hyndman and Fan 1996: numpy's and R's default). All 0
    /// without values. Sorts them.
    pub fn of_values(values: &mut [f64]) -> Self {
        values.sort_unstable_by(f64::total_cmp);
        Self::of(|share| {
            let place = share * values.len().saturating_sub(1) as f64;
            let below = place as usize; // rounds down: shares are not negative
            let lower = values.get(below).copied().unwrap_or(0.0);
            let upper = values.get(below + 1).copied().unwrap_or(lower);
            lower + (upper - lower) * (place - below as f64)
        })
    }

    /// Each times a factor.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let Self { p5, p10, p50, p90, p95 } = self;
        Self { p5: p5 * factor, p10: p10 * factor, p50: p50 * factor, p90: p90 * factor, p95: p95 * factor }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counted(values: &[f64]) -> Counts {
        let mut dense = vec![0; N_BINS];
        for value in values {
            dense[bin(*value)] += 1;
        }
        Counts::new(&dense)
    }

    #[test]
    fn a_bin_holds_its_lower_end() {
        for place in 1..N_BINS as u32 {
            let (lower, width) = bounds(place);
            assert_eq!(bin(lower + width * 0.5), place as usize);
            assert!(place == 1 || bin(lower) == place as usize);
        }
        assert_eq!(bin(0.0), 0);
        assert_eq!(bin(-3.0), 0);
        assert_eq!(bin(f64::NAN), 0);
        assert_eq!(bin(1e300), N_BINS - 1);
    }

    #[test]
    fn quantiles_of_a_few_values() {
        fn check(values: &[f64], p10: f64, p50: f64, p90: f64) {
            let found = Quantiles::of_values(&mut values.to_vec());
            assert!(
                (found.p10 - p10).abs() < 1e-12 && (found.p50 - p50).abs() < 1e-12 && (found.p90 - p90).abs() < 1e-12
            );
        }
        check(&[], 0.0, 0.0, 0.0);
        check(&[7.0], 7.0, 7.0, 7.0);
        check(&[2.0, 1.0], 1.1, 1.5, 1.9);
        check(&[5.0, 1.0, 4.0, 2.0, 3.0], 1.4, 3.0, 4.6);
    }

    #[test]
    fn a_plateau_at_nothing_is_exact() {
        assert_eq!(counted(&[0.0; 10]).quantiles(), Quantiles::default());
    }

    proptest! {
        #[test]
        fn binned_quantiles_are_within_a_bin_of_the_sorted_reference(
            values in proptest::collection::vec(0.0_f64..6.0, 1..400)
        ) {
            let (binned, exact) = (counted(&values).quantiles(), {
                let mut sorted = values.clone();
                sorted.sort_by(f64::total_cmp);
                sorted
            });
            // The neighbours of the rank, each give or take its bin.
            for (share, found) in [(0.1, binned.p10), (0.5, binned.p50), (0.9, binned.p90)] {
                let place = share * (exact.len() - 1) as f64;
                let (below, above) = (exact[place.floor() as usize], exact[place.ceil() as usize]);
                prop_assert!(below - 0.07 <= found && found <= above + 0.07, "{found} not in {below}..{above}");
            }
        }

        #[test]
        fn merging_is_counting_together(
            first in proptest::collection::vec(0.0_f64..2_000.0, 0..50),
            second in proptest::collection::vec(0.0_f64..2_000.0, 0..50),
        ) {
            let together = counted(&[first.as_slice(), second.as_slice()].concat());
            prop_assert_eq!(&counted(&first).merge(&counted(&second)), &together);
            prop_assert_eq!(&counted(&second).merge(&counted(&first)), &together);
        }
    }
}
