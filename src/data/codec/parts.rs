//! Numbers in as few bytes as they need, seven bits a byte, the lowest first.

use chrono::{Datelike, NaiveDate};

use super::pieces::Pieces;
use crate::data::alike::n_shared;
use crate::engine::units::{Decimal, Granularity, Month, Period};

/// Numbers that are written at once.
const N_AT_ONCE: usize = 64;

#[inline]
pub(super) fn put(bytes: &mut Vec<u8>, number: u64) {
    if number < 0x80 {
        bytes.push(number as u8);
    } else if number < 0x4000 {
        bytes.extend_from_slice(&[number as u8 | 0x80, (number >> 7) as u8]);
    } else if number >> 56 == 0 {
        // Seven bits to each of eight bytes, by halves.
        let fours = number & 0x0fff_ffff | (number & 0x00ff_ffff_f000_0000) << 4;
        let twos = fours & 0x3fff_0000_3fff | (fours & 0x0fff_c000_0fff_c000) << 2;
        let ones = twos & 0x007f_007f_007f_007f | (twos & 0x3f80_3f80_3f80_3f80) << 1;
        let n_more = 7 - ones.leading_zeros() / 8; // bytes before the last
        let more = 0x0080_8080_8080_8080 & ((1 << (8 * n_more)) - 1);
        put_some(bytes, ones | more, n_more as usize + 1);
    } else {
        put_long(bytes, number);
    }
}

/// Many numbers, one after the other.
pub(super) fn put_all(pieces: &mut Pieces, numbers: &[u32]) {
    for numbers in numbers.chunks(N_AT_ONCE) {
        let bytes = pieces.room(N_AT_ONCE * 2);
        let most = numbers.iter().copied().max().unwrap_or(0);
        if most < 0x80 {
            bytes.extend(numbers.iter().map(|number| *number as u8));
        } else if most < 0x4000 {
            // Two bytes each, the second of which the next number takes back where one is enough.
            let mut at = bytes.len();
            bytes.resize(at + numbers.len() * 2, 0);
            for number in numbers {
                let is_long = 0x80 <= *number;
                if let Some([first, second]) = bytes.get_mut(at..at + 2) {
                    *first = *number as u8 | u8::from(is_long) << 7;
                    *second = (*number >> 7) as u8;
                }
                at += 1 + usize::from(is_long);
            }
            bytes.truncate(at);
        } else {
            for number in numbers {
                put(pieces.end(), u64::from(*number));
            }
        }
    }
}

#[cold]
fn put_long(bytes: &mut Vec<u8>, mut number: u64) {
    while 0x80 <= number {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The first bytes of a word, the lowest first.
#[inline]
fn put_some(bytes: &mut Vec<u8>, word: u64, n: usize) {
    // Writing all of it and cutting off what is too many takes fewer steps than writing byte by byte.
    let end = bytes.len() + n;
    bytes.extend_from_slice(&word.to_le_bytes());
    bytes.truncate(end);
}

/// A text as what it does not share with the one before: how many bytes it shares, how many it has more, and these.
#[inline]
pub(super) fn put_unshared(bytes: &mut Vec<u8>, before: &str, text: &str) {
    let mut shared = n_shared(before.as_bytes(), text.as_bytes());
    while !text.is_char_boundary(shared) {
        shared -= 1;
    }
    let n_rest = text.len() - shared;
    if shared < 0x80
        && n_rest <= 6
        && let Some(last) = text.as_bytes().last_chunk::<8>()
    {
        // In one word, with what stands before the rest pushed out.
        let rest = if n_rest == 0 { 0 } else { u64::from_le_bytes(*last) >> (64 - 8 * n_rest) };
        return put_some(bytes, shared as u64 | (n_rest as u64) << 8 | rest << 16, n_rest + 2);
    }
    let rest = text.get(shared..).unwrap_or_default();
    put(bytes, shared as u64);
    put(bytes, rest.len() as u64);
    bytes.extend_from_slice(rest.as_bytes());
}

#[cold]
fn put_wide(bytes: &mut Vec<u8>, mut number: u128) {
    while u128::from(u64::MAX) < number {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    put(bytes, number as u64);
}

/// Digits, sign and scale in one number: a scale of 28 at most in five bits, the sign in one, the digits above.
#[inline]
pub(super) fn put_decimal(bytes: &mut Vec<u8>, number: Decimal) {
    let parts = number.unpack();
    let digits = u64::from(parts.lo) | u64::from(parts.mid) << 32;
    if parts.hi == 0 && digits < 1 << 58 {
        // Most numbers: wide ones are slow.
        return put(bytes, digits << 6 | u64::from(parts.negative) << 5 | u64::from(parts.scale));
    }
    let sign = u128::from(parts.negative);
    put_wide(bytes, number.mantissa().unsigned_abs() << 6 | sign << 5 | u128::from(parts.scale));
}

/// The day as days since the one before.
pub(super) fn put_day(bytes: &mut Vec<u8>, last: &mut i32, day: NaiveDate) {
    let day = day.num_days_from_ce();
    put(bytes, folded(i64::from(day) - i64::from(*last)));
    *last = day;
}

pub(super) fn put_period(bytes: &mut Vec<u8>, period: Period) {
    let length = match period.length {
        Granularity::Month => 0,
        Granularity::Quarter => 1,
        Granularity::Year => 2,
        Granularity::HalfYear => 3,
    };
    let month = i64::from(period.start.year()) * 12 + i64::from(period.start.month()) - 1;
    put(bytes, folded(month) << 2 | length);
}

/// Small numbers of either sign to small numbers without one.
const fn folded(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

const fn unfolded(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

/// Bytes that are read from the front. All is `None` where they end, or are none that were written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rest<'a>(pub(super) &'a [u8]);

impl<'a> Rest<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && 1 < bits {
                return None;
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number of things that each take a byte or more of what is left.
    pub(super) fn length(&mut self) -> Option<usize> {
        let n = usize::try_from(self.number()?).ok()?;
        (n <= self.0.len()).then_some(n)
    }

    pub(super) fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let n = self.length()?;
        std::str::from_utf8(self.take(n)?).ok()
    }

    pub(super) fn decimal(&mut self) -> Option<Decimal> {
        let mut number = 0_u128;
        for shift in (0..105).step_by(7) {
            let byte = self.byte()?;
            number |= u128::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let (digits, scale) = (number >> 6, number as u32 & 0x1f);
                let mut decimal = Decimal::try_from_i128_with_scale(i128::try_from(digits).ok()?, scale).ok()?;
                decimal.set_sign_negative(number & 0x20 != 0);
                return Some(decimal);
            }
        }
        None
    }

    pub(super) fn day(&mut self, last: &mut i32) -> Option<NaiveDate> {
        let day = i64::from(*last).checked_add(unfolded(self.number()?))?;
        *last = i32::try_from(day).ok()?;
        NaiveDate::from_num_days_from_ce_opt(*last)
    }

    pub(super) fn period(&mut self) -> Option<Period> {
        let number = self.number()?;
        let length = match number & 3 {
            0 => Granularity::Month,
            1 => Granularity::Quarter,
            2 => Granularity::Year,
            _ => Granularity::HalfYear,
        };
        let month = i32::try_from(unfolded(number >> 2)).ok().filter(|month| month.abs() < 10_000 * 12)?;
        Some(Period { start: Month::new(0, 1).plus(month), length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_comes_back(numbers in prop::collection::vec(any::<u64>().prop_map(|n| n >> (n % 64)), 0..20)) {
            let mut bytes = Vec::new();
            for number in &numbers {
                put(&mut bytes, *number);
            }
            let mut rest = Rest(&bytes);
            for number in numbers {
                prop_assert_eq!(rest.number(), Some(number));
                prop_assert_eq!(unfolded(folded(number as i64)), number as i64);
            }
            prop_assert!(rest.0.is_empty());
        }

        #[test]
        fn a_text_is_what_the_one_before_has_not(texts in prop::collection::vec("[ab]{0,9}[abé]{0,4}", 0..9)) {
            let mut bytes = Vec::new();
            let mut before = String::new();
            for text in &texts {
                put_unshared(&mut bytes, &before, text);
                before.clone_from(text);
            }
            let mut rest = Rest(&bytes);
            let mut before = String::new();
            for text in texts {
                let shared = rest.number().unwrap() as usize;
                let found = format!("{}{}", &before[..shared], rest.text().unwrap());
                let same = found.chars().zip(before.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8());
                prop_assert_eq!(same.sum::<usize>(), shared);
                prop_assert_eq!(&found, &text);
                before = text;
            }
            prop_assert!(rest.0.is_empty());
        }

        #[test]
        fn many_numbers_are_written_like_one_by_one(
            numbers in prop::collection::vec(any::<u32>(), 0..200), width in 0_u32..32
        ) {
            let numbers: Vec<u32> = numbers.iter().map(|number| number >> width).collect();
            let (mut pieces, mut expected) = (Pieces::default(), Vec::new());
            put_all(&mut pieces, &numbers);
            let bytes = pieces.whole();
            let mut one_by_one = Vec::new();
            for number in numbers {
                put_long(&mut expected, u64::from(number));
                put(&mut one_by_one, u64::from(number));
            }
            prop_assert_eq!(&bytes, &expected);
            prop_assert_eq!(one_by_one, expected);
        }

        #[test]
        fn a_decimal_comes_back_with_scale_and_sign(
            digits in any::<u128>(), width in 0_u32..=96, scale in 0_u32..=28, negative in any::<bool>()
        ) {
            let digits = digits & ((1_u128 << width) - 1);
            let mut number = Decimal::from_i128_with_scale(digits as i128, scale);
            number.set_sign_negative(negative);
            let mut bytes = Vec::new();
            put_decimal(&mut bytes, number);
            let mut rest = Rest(&bytes);
            prop_assert_eq!(rest.decimal().map(|number| number.serialize()), Some(number.serialize()));
            prop_assert!(rest.0.is_empty());
        }
    }
}
