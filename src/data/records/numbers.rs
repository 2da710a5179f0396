//! Cells to numbers.

use super::aside::Reason;
use super::columns::{Cell, wrong};
use crate::data::layout::has_own_unit;
use crate::data::values::{DecimalMark, is_missing, is_too_large, read_number};
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

/// The number of digits alone, with a sign before and a fraction behind if there are any: most cells, read at once.
fn plain_number(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    let (digits, is_negative) = match cell.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (cell, false),
    };
    let mark = if mark == DecimalMark::Point { b'.' } else { b',' };
    if digits.is_empty() || 18 < digits.len() {
        return None;
    }
    let (mut number, mut fraction) = (0_i64, None);
    for (place, byte) in digits.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => number = number * 10 + i64::from(byte - b'0'),
            _ if byte == mark && fraction.is_none() && 0 < place && place + 1 < digits.len() => fraction = Some(place),
            _ => return None,
        }
    }
    let scale = fraction.map_or(0, |place| digits.len() - place - 1);
    let is_negative = is_negative && number != 0; // there is one zero
    let mut number = Decimal::new(number, scale as u32);
    number.set_sign_negative(is_negative);
    Some(number)
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
    use crate::data::values::parse_number;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn plain_numbers_are_those_of_the_reader(cell in "-?[0-9]{0,12}[.,]?[0-9]{0,8}|[-.,0-9]{0,6}") {
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                if let Some(number) = plain_number(&cell, mark) {
                    let expected = parse_number(&cell, mark).map(|number| number.serialize());
                    prop_assert_eq!(Some(number.serialize()), expected, "{:?} {:?}", cell, mark);
                }
            }
        }
    }
}
