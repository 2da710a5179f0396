//! Cells to numbers.

use super::aside::Reason;
use super::columns::{Cell, wrong};
use crate::data::layout::has_own_unit;
use crate::data::values::{DecimalMark, is_missing, is_too_large, plain_number, read_number};
use crate::engine::units::Decimal;

/// The number of a cell whose column's unit is a power of ten, or why it is none.
pub(super) fn number(cell: &str, mark: DecimalMark, power: i32) -> Cell<Decimal> {
    let plain = plain_number(cell, mark);
    // Eighteen digits are below the largest number.
    if let Some(number) = plain.filter(|_| power == 0) {
        return Cell::Is(number);
    }
    if plain.is_none() && is_missing(cell) {
        return Cell::Blank;
    }
    let Some(number) = plain.or_else(|| read_number(cell, mark)) else {
        return wrong(cell, if is_too_large(cell) { Reason::NumberTooLarge } else { Reason::NotANumber });
    };
    // `12k` says its own unit.
    let is_plain = power == 0 || has_own_unit(cell);
    let number = if is_plain { Some(number) } else { times_ten(number, power) };
    // Amounts above this are no sales figure, and sums of them would leave the range of exact numbers.
    let largest = Decimal::from(1_000_000_000_000_000_000_i64);
    match number {
        Some(number) if number.abs() <= largest => Cell::Is(number),
        _ => Cell::Wrong(Reason::NumberTooLarge),
    }
}

/// The number times a power of ten, exactly; `None` if no decimal holds it.
fn times_ten(number: Decimal, power: i32) -> Option<Decimal> {
    let number = if power < 0 { number.normalize() } else { number };
    if number.is_zero() {
        return Some(number);
    }
    let scale = i64::from(number.scale()) - i64::from(power);
    if let Ok(scale) = u32::try_from(scale) {
        Decimal::try_from_i128_with_scale(number.mantissa(), scale).ok()
    } else {
        let factor = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
        Decimal::try_from_i128_with_scale(number.mantissa().checked_mul(factor)?, 0).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_multiply_exactly() {
        let check = |number: &str, power: i32, expected: Option<&str>| {
            let found = times_ten(number.parse().unwrap(), power).map(|number| number.to_string());
            assert_eq!(found.as_deref(), expected, "{number} {power}");
        };
        check("12.5", 3, Some("12500"));
        check("1.2345", 3, Some("1234.5"));
        check("-7", 6, Some("-7000000"));
        check("0.00", 6, Some("0.00"));
        check("12500", -3, Some("12.500"));
        check("0.0000000000000000000000000001", 3, Some("0.0000000000000000000000001"));
        check("0.0000000000000000000000000001", -1, None);
        check("1", i32::MAX, None);
        check("1", i32::MIN, None);
        check("79228162514264337593543950335", 1, None);
    }
}
