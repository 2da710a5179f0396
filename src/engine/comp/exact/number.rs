//! Decimal arithmetic that ends at the largest number instead of failing, since any file may hold any number.

use crate::engine::units::Decimal;

/// The product, or the largest decimal of its sign.
pub(crate) fn times(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_mul(b)
}

/// The sum, or the largest decimal of its sign.
pub(crate) fn plus(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_add(b)
}

/// The difference, or the largest decimal of its sign.
pub(crate) fn minus(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_sub(b)
}

/// The quotient; 0 for a divisor of 0, the largest decimal where it does not fit.
pub(crate) fn divided(a: Decimal, b: Decimal) -> Decimal {
    if b.is_zero() {
        return Decimal::ZERO;
    }
    a.checked_div(b).unwrap_or(if (a < Decimal::ZERO) == (b < Decimal::ZERO) { Decimal::MAX } else { Decimal::MIN })
}

/// The value at `x` on the line through two points.
pub(crate) fn between(lower: Decimal, upper: Decimal, x: Decimal, low: Decimal, high: Decimal) -> Decimal {
    plus(low, divided(times(minus(high, low), minus(x, lower)), minus(upper, lower)))
}
