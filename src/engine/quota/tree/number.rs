//! Whole numbers for amounts and weights, and how a whole is divided so that the parts add up to it.

use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
use rust_decimal::prelude::ToPrimitive;

use crate::engine::units::Decimal;

/// Decimals of weights and of the finest amounts.
pub(super) const N_DECIMALS: u32 = 4;
/// What 1 is as a factor or season.
pub(super) const SCALE: i64 = 1_000_000_000;
/// The largest amount before its decimals: 10^15.
const MOST: i128 = 1_000_000_000_000_000;

/// A factor in [`SCALE`]ths.
pub(super) fn scaled(factor: Decimal) -> i64 {
    let whole = factor.saturating_mul(Decimal::from(SCALE)).round_dp_with_strategy(0, MidpointAwayFromZero);
    whole.to_i64().unwrap_or(0)
}

/// A weight with [`N_DECIMALS`] decimals.
pub(super) fn fixed_point(weight: Decimal) -> i128 {
    Unit::FINE.of(weight)
}

/// What amounts are counted in: the coarsest power of ten that all that was entered is a multiple of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) decimals: u32,
}

impl Unit {
    /// The finest.
    pub(super) const FINE: Self = Self { decimals: N_DECIMALS };

    /// For amounts that were entered.
    pub(super) fn for_all(amounts: impl Iterator<Item = Decimal>) -> Self {
        let decimals = amounts.map(|amount| amount.normalize().scale()).max().unwrap_or(0);
        Self { decimals: decimals.min(N_DECIMALS) }
    }

    fn factor(self) -> i128 {
        10_i128.pow(self.decimals.min(N_DECIMALS))
    }

    /// The largest amount.
    pub(super) fn most(self) -> i128 {
        MOST * self.factor()
    }

    /// An amount in units, 10^15 at most either way.
    pub(super) fn of(self, amount: Decimal) -> i128 {
        let most = Decimal::from_i128_with_scale(MOST, 0);
        let rounded = amount.clamp(-most, most).round_dp_with_strategy(self.decimals, MidpointAwayFromZero);
        // 10^15 with four decimals fits a decimal.
        rounded.saturating_mul(Decimal::from_i128_with_scale(self.factor(), 0)).to_i128().unwrap_or(0)
    }

    /// The amount of so many units.
    pub(super) fn decimal(self, units: i128) -> Decimal {
        Decimal::try_from_i128_with_scale(units, self.decimals).unwrap_or_default().normalize()
    }
}

/// `a` times `b` over `c`, rounded half away from zero; 0 for a `c` of 0. All are 0 or more.
pub(super) fn proportion(a: i128, b: i128, c: i128) -> i128 {
    if c <= 0 {
        return 0;
    }
    let (small_a, small_b, small_c) = (u64::try_from(a), u64::try_from(b), u64::try_from(c));
    if let (Ok(a), Ok(b), Ok(c)) = (small_a, small_b, small_c)
        && let Some(twice) = a.checked_mul(b).and_then(|product| product.checked_mul(2))
        && let Some(sum) = twice.checked_add(c)
        && let Some(divisor) = c.checked_mul(2)
    {
        return i128::from(sum / divisor);
    }
    let product = a.saturating_mul(b);
    product / c + i128::from(c - product % c <= product % c)
}

/// Room for dividing again and again.
#[derive(Default)]
pub(super) struct Divider {
    small: Vec<u64>,
    rests: Vec<(u64, u32)>,
}

impl Divider {
    /// Divides a whole of 0 or more by weights of 0 or more into multiples of `step`, by the method of largest
    /// remainders: each gets the whole steps of its share, and the steps that are left go to the largest remainders, the
    /// first of equal ones first. What the whole is more than a multiple of `step` goes to the largest weight, again the
    /// first. The parts add up to the whole, unless all weights are 0: then all parts are.
    pub(super) fn divide(&mut self, whole: i128, step: i128, weights: &[i128], parts: &mut Vec<i128>) {
        parts.clear();
        parts.resize(weights.len(), 0);
        let most = i128::MAX / (weights.len() as i128 + 1);
        let sum: i128 = weights.iter().map(|weight| (*weight).min(most)).sum();
        if sum <= 0 || whole <= 0 {
            return;
        }
        // Weights are cut to 62 bits together, so that products fit.
        let shift = (128 - sum.leading_zeros()).saturating_sub(62);
        self.small.clear();
        self.small.extend(weights.iter().map(|weight| u64::try_from((*weight).min(most) >> shift).unwrap_or(0)));
        let total: u64 = self.small.iter().sum();
        let step = step.max(1);
        let (n_steps, odd) = (u64::try_from(whole / step).unwrap_or(u64::MAX), whole % step);
        self.rests.clear();
        let mut left = n_steps;
        for (place, (weight, part)) in (0..).zip(self.small.iter().zip(parts.iter_mut())) {
            let (own, rest) = share(n_steps, *weight, total);
            left = left.saturating_sub(own);
            *part = i128::from(own) * step;
            if 0 < rest {
                self.rests.push((rest, place));
            }
        }
        let n_left = usize::try_from(left).unwrap_or(0).min(self.rests.len());
        if 0 < n_left && n_left < self.rests.len() {
            self.rests.select_nth_unstable_by(n_left - 1, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        }
        for (_, place) in self.rests.iter().take(n_left) {
            if let Some(part) = parts.get_mut(*place as usize) {
                *part += step;
            }
        }
        if 0 < odd
            && let Some(part) = parts.get_mut(largest(weights))
        {
            *part += odd;
        }
    }
}

/// The place of the largest weight, the first of equal ones.
pub(super) fn largest(weights: &[i128]) -> usize {
    let mut found = 0;
    for (place, weight) in weights.iter().enumerate() {
        if weights.get(found).is_some_and(|most| most < weight) {
            found = place;
        }
    }
    found
}

/// Whole steps of a share and what remains, in parts of the total.
fn share(n_steps: u64, weight: u64, total: u64) -> (u64, u64) {
    if let Some(product) = n_steps.checked_mul(weight) {
        return (product.checked_div(total).unwrap_or(0), product.checked_rem(total).unwrap_or(0));
    }
    let (product, total) = (u128::from(n_steps) * u128::from(weight), u128::from(total.max(1)));
    (u64::try_from(product / total).unwrap_or(u64::MAX), u64::try_from(product % total).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_is_divided_by_largest_remainders() {
        let check = |whole: i128, step: i128, weights: &[i128], expected: &[i128]| {
            let mut parts = Vec::new();
            Divider::default().divide(whole, step, weights, &mut parts);
            assert_eq!(parts, expected, "{whole} in {step} by {weights:?}");
        };
        check(100, 1, &[1, 1, 1], &[34, 33, 33]);
        check(100, 10, &[1, 1, 1], &[40, 30, 30]);
        check(105, 10, &[1, 2, 1], &[30, 55, 20]); // 2.5, 5, 2.5 steps: the first of equal remainders; 5 are odd
        check(10, 1, &[3, 7], &[3, 7]);
        check(100, 1, &[0, 5, 0], &[0, 100, 0]);
        check(100, 1, &[0, 0], &[0, 0]);
        check(0, 1, &[1, 2], &[0, 0]);
        check(7, 10, &[1, 2, 2], &[0, 7, 0]);
        check(100, 1, &[], &[]);
        let large = 10_i128.pow(19);
        check(large, 1, &[i128::MAX / 4, i128::MAX / 4], &[large / 2, large / 2]);
    }

    proptest::proptest! {
        /// Against the method as it is in print, with exact remainders and a sort.
        #[test]
        fn division_is_the_method_of_largest_remainders(
            weights in proptest::collection::vec(0_i128..60, 1..12),
            n_steps in 0_i128..1_000,
            step in 1_i128..40,
        ) {
            let (mut parts, sum) = (Vec::new(), weights.iter().sum::<i128>());
            proptest::prop_assume!(0 < sum);
            Divider::default().divide(n_steps * step, step, &weights, &mut parts);
            let mut expected: Vec<i128> = weights.iter().map(|weight| n_steps * weight / sum).collect();
            let mut order: Vec<usize> = (0..weights.len()).collect();
            order.sort_by_key(|place| -(n_steps * weights[*place] % sum)); // stable: the first of equal ones first
            let n_left = n_steps - expected.iter().sum::<i128>();
            order.iter().take(n_left as usize).for_each(|place| expected[*place] += 1);
            let found: Vec<i128> = parts.iter().map(|part| part / step).collect();
            proptest::prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn amounts_are_counted_in_the_coarsest_unit() {
        let check = |amounts: &[&str], decimals: u32| {
            let unit = Unit::for_all(amounts.iter().map(|text| text.parse().unwrap()));
            assert_eq!(unit.decimals, decimals, "{amounts:?}");
            for text in amounts {
                let amount: Decimal = text.parse().unwrap();
                assert_eq!(unit.decimal(unit.of(amount)), amount.round_dp(4), "{text}");
            }
        };
        check(&["1000", "2.00"], 0);
        check(&["1000", "2.5", "0.01"], 2);
        check(&["1.123456789"], 4);
        check(&["1000000000000000", "0.0001", "-5"], 4);
        assert_eq!(Unit::default().of(Decimal::MAX), MOST);
    }

    #[test]
    fn proportions_round_half_away_from_zero() {
        let check = |a: i128, b: i128, c: i128, expected: i128| assert_eq!(proportion(a, b, c), expected);
        check(1, 1, 2, 1);
        check(1, 1, 3, 0);
        check(2, 1, 3, 1);
        check(10, 0, 3, 0);
        check(10, 3, 0, 0);
        check(10_i128.pow(19), 10_i128.pow(10), 10_i128.pow(10), 10_i128.pow(19));
        check(10_i128.pow(19) + 1, 10_i128.pow(10), 2 * 10_i128.pow(10), 5 * 10_i128.pow(18) + 1);
    }
}
