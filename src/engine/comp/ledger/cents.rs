//! Whole cents: parts that add up to their sum, and running sums that lose and make nothing.

use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;

use crate::engine::comp::exact::{divided, plus};
use crate::engine::units::{Decimal, Money};

/// A running sum of exact amounts, given out in cents: each time the rounded sum less what was given before.
#[derive(Clone, Copy, Debug, Default)]
pub struct Running {
    exact: Decimal,
    given: Money,
}

impl Running {
    /// The cents that one more amount adds.
    pub fn add(&mut self, amount: Decimal, digits: u32) -> Money {
        self.exact = plus(self.exact, amount);
        let given = Money(self.exact).rounded(digits) - self.given;
        self.given += given;
        given
    }
}

/// The total in cents, in parts near to the exact amounts: each is rounded down, and the cents that are left go to those
/// with the largest remainders, the first of equals.
///
/// ```
/// use attain::engine::comp::apportion;
/// use attain::engine::units::{Decimal, Money};
/// let third = Decimal::ONE_HUNDRED / Decimal::from(3);
/// let cents = |cents| Money(Decimal::new(cents, 2));
/// assert_eq!(apportion(Money::whole(100), &[third; 3], 2), [cents(3334), cents(3333), cents(3333)]);
/// ```
pub fn apportion(total: Money, amounts: &[Decimal], digits: u32) -> Vec<Money> {
    let cent = Decimal::new(1, digits.min(28));
    let floor = |amount: &Decimal| amount.round_dp_with_strategy(digits, RoundingStrategy::ToNegativeInfinity);
    let mut parts: Vec<Money> = amounts.iter().map(|amount| Money(floor(amount))).collect();
    let mut order: Vec<(Decimal, usize)> =
        amounts.iter().enumerate().map(|(place, amount)| (plus(*amount, -floor(amount)), place)).collect();
    order.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let rest = total - parts.iter().copied().sum();
    let n_cents = divided(rest.0, cent).to_i64().unwrap_or(i64::MAX);
    let most = 2 * parts.len() as u64 + 2;
    if most < n_cents.unsigned_abs() {
        // The amounts do not come to the total: it is no matter of rounding.
        if let Some(first) = parts.first_mut() {
            *first += rest;
        }
        return parts;
    }
    if n_cents < 0 {
        order.reverse();
    }
    let step = if n_cents < 0 { Money(-cent) } else { Money(cent) };
    for (_, place) in order.iter().cycle().take(n_cents.unsigned_abs() as usize) {
        if let Some(part) = parts.get_mut(*place) {
            *part += step;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn parts_add_up_to_the_total(amounts in prop::collection::vec(-10_000_000i64..10_000_000, 1..40), carry in -1i64..=1) {
            let amounts: Vec<Decimal> = amounts.into_iter().map(|amount| Decimal::new(amount, 5)).collect();
            let total = Money(amounts.iter().sum()).rounded(2) + Money(Decimal::new(carry, 2));
            let parts = apportion(total, &amounts, 2);
            prop_assert_eq!(parts.iter().copied().sum::<Money>(), total);
            for (part, amount) in parts.iter().zip(&amounts) {
                prop_assert_eq!(part.0, part.rounded(2).0);
                prop_assert!((part.0 - amount).abs() <= Decimal::new(2, 2), "{} for {}", part.0, amount);
            }
        }

        #[test]
        fn a_running_sum_is_the_rounded_sum(amounts in prop::collection::vec(-10_000_000i64..10_000_000, 0..40)) {
            let (mut running, mut given) = (Running::default(), Money::ZERO);
            let amounts: Vec<Decimal> = amounts.into_iter().map(|amount| Decimal::new(amount, 5)).collect();
            for amount in &amounts {
                given += running.add(*amount, 2);
            }
            prop_assert_eq!(given, Money(amounts.iter().sum()).rounded(2));
        }
    }

    #[test]
    fn a_total_far_from_its_parts_is_kept_all_the_same() {
        let parts = apportion(Money::whole(1_000), &[Decimal::ONE, Decimal::TWO], 2);
        assert_eq!(parts, [Money::whole(998), Money::whole(2)]);
        assert!(apportion(Money::whole(1), &[], 2).is_empty());
        assert_eq!(apportion(Money(Decimal::MAX), &[Decimal::MAX, Decimal::MAX], 2).len(), 2);
    }
}
