//! Exact money. It is rounded once, where a statement's rule says so, and nowhere else.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// An exact amount in the scenario's currency, in major units (dollars, not cents).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Money(pub Decimal);

/// Where amounts are rounded to the currency's minor unit, half away from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// Each line of a statement is rounded; totals are sums of rounded lines.
    #[default]
    PerLine,
    /// Only the statement's total is rounded.
    PerStatement,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// A whole number of major units.
    pub fn whole(amount: i64) -> Self {
        Self(Decimal::from(amount))
    }

    /// Rounded to that many decimals, half away from zero (commercial rounding).
    ///
    /// ```
    /// use attain::engine::units::Money;
    /// use rust_decimal::Decimal;
    /// assert_eq!(Money(Decimal::new(2_015_625, 3)).rounded(2), Money(Decimal::new(201_563, 2)));
    /// ```
    #[must_use]
    pub fn rounded(self, digits: u32) -> Self {
        Self(self.0.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The nearest f64, for simulation and drawing only.
    pub fn to_f64(self) -> f64 {
        rust_decimal::prelude::ToPrimitive::to_f64(&self.0).unwrap_or(0.0)
    }
}

impl Add for Money {
    type Output = Self;
    /// Saturates at the largest amount a decimal holds (about 7.9e28) instead of failing.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}
