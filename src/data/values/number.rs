//! Numbers as people write them: thousands marks, either decimal mark, currencies, brackets, percent.

use serde::{Deserialize, Serialize};

use super::unit::{self, Beside};
use crate::engine::units::Decimal;

/// The mark before the fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.56`
    #[default]
    Point,
    /// `1.234,56`
    Comma,
}

impl DecimalMark {
    const fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// A number of digits alone, with a sign before it and one mark inside at most: what most cells are.
#[derive(Clone, Copy)]
pub(super) struct Simple {
    pub(super) digits: u64,
    /// Those before the mark.
    pub(super) whole: u64,
    pub(super) is_negative: bool,
    pub(super) begins_with_zero: bool,
    /// The mark, if there is one.
    pub(super) mark: Option<DecimalMark>,
    /// Digits before the mark, and behind it.
    pub(super) n_whole: u32,
    pub(super) n_fraction: u32,
}

/// Reads on a number whose digits so far are those: its digits, how many were read, and what stands behind them.
#[inline]
fn run(mut digits: u64, bytes: &[u8]) -> (u64, u32, &[u8]) {
    let mut n = 0;
    for byte in bytes.iter().take_while(|byte| byte.is_ascii_digit()) {
        digits = digits.wrapping_mul(10).wrapping_add(u64::from(*byte - b'0'));
        n += 1;
    }
    (digits, n as u32, bytes.get(n..).unwrap_or_default())
}

impl Simple {
    pub(super) fn of(cell: &str) -> Option<Self> {
        let bytes = cell.as_bytes();
        if 20 < bytes.len() {
            return None;
        }
        let (is_negative, bytes) = bytes.strip_prefix(b"-").map_or((false, bytes), |rest| (true, rest));
        // Eighteen digits at most: none is lost.
        let (whole, n_whole, rest) = run(0, bytes);
        let (mark, rest) = match rest {
            [] => (None, rest),
            [b'.', rest @ ..] => (Some(DecimalMark::Point), rest),
            [b',', rest @ ..] => (Some(DecimalMark::Comma), rest),
            _ => return None,
        };
        let (digits, n_fraction, rest) = run(whole, rest);
        let begins_with_zero = bytes.first() == Some(&b'0');
        let is_whole = rest.is_empty() && (1..=18).contains(&(n_whole + n_fraction));
        (is_whole && (mark.is_none() || n_fraction != 0)).then_some(Self {
            digits,
            whole,
            is_negative,
            begins_with_zero,
            mark,
            n_whole,
            n_fraction,
        })
    }

    /// Whether the mark could stand before thousands as well: `1.234`, not `0.125`, which is an eighth.
    pub(super) const fn may_be_grouped(self) -> bool {
        self.n_fraction == 3 && 1 <= self.n_whole && self.n_whole <= 3 && !self.begins_with_zero
    }

    /// Its value, the mark being the decimal one.
    fn value(self) -> Decimal {
        let digits = self.digits.cast_signed();
        Decimal::new(if self.is_negative { -digits } else { digits }, self.n_fraction)
    }
}

/// Reads a number with the given decimal mark. Percent signs divide by a hundred; `k`, `M`, `mln`, `bn` and their like
/// multiply. Currencies are read over, other letters refused.
///
/// ```
/// use attain::data::{DecimalMark, parse_number};
/// assert_eq!(parse_number("$ (1,234.50)", DecimalMark::Point).unwrap().to_string(), "-1234.50");
/// assert_eq!(parse_number("1.234,5 zł", DecimalMark::Comma).unwrap().to_string(), "1234.5");
/// assert_eq!(parse_number("US$ 1.5M", DecimalMark::Point).unwrap().normalize().to_string(), "1500000");
/// assert_eq!(parse_number("1e400", DecimalMark::Point), None);
/// ```
pub fn parse_number(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    if let Some(number) = plain_number(cell, mark) {
        return Some(number);
    }
    if cell.is_ascii() {
        return parse(cell, mark);
    }
    let western = western(cell, mark);
    parse(western.as_deref().unwrap_or(cell), mark)
}

/// The number of digits alone, with a sign before them and the mark inside if there are any: most numbers are that. It has
/// eighteen digits at most.
#[inline]
pub(in crate::data) fn plain_number(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    Simple::of(cell).filter(|simple| simple.mark.is_none_or(|own| own == mark)).map(Simple::value)
}

/// Reads a number with its column's decimal mark or, if it cannot be one with that, with the other: `12,5` and
/// `1.234,50` say by themselves what they are.
pub(in crate::data) fn read_number(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    parse_number(cell, mark).or_else(|| parse_number(cell, mark.other()))
}

fn parse(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    let number = Parts::of(cell).map_or_else(|| scientific(cell, mark), |parts| parts.value(mark))?;
    // There is one zero: `(0.00)` is not less than it.
    Some(if number.is_zero() { number.abs() } else { number })
}

/// Digits and marks of other scripts as those of this one; `None` if there are none.
fn western(cell: &str, mark: DecimalMark) -> Option<String> {
    let digit = |char: char, zero: char| char::from_digit((char as u32).checked_sub(zero as u32)?, 10);
    let plain = |char: char| match char {
        '０'..='９' => digit(char, '０'),
        '٠'..='٩' => digit(char, '٠'),
        '۰'..='۹' => digit(char, '۰'),
        '．' => Some('.'),
        '，' => Some(','),
        '٫' => Some(mark.sign()),
        '٬' => Some(mark.other().sign()),
        '－' => Some('-'),
        '％' => Some('%'),
        _ => None,
    };
    let is_foreign = cell.chars().any(|char| plain(char).is_some());
    is_foreign.then(|| cell.chars().map(|char| plain(char).unwrap_or(char)).collect())
}

/// A cell taken apart: digits with their marks, and what stands beside them.
pub(super) struct Parts<'a> {
    body: &'a str,
    beside: Beside,
}

/// What may stand between groups of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Mark,
    Blank,
    Apostrophe,
}

impl<'a> Parts<'a> {
    /// Takes a cell apart; `None` if something beside its digits has no place in a number, or a letter stands within.
    pub(super) fn of(cell: &'a str) -> Option<Self> {
        let is_digit = |char: char| char.is_ascii_digit();
        let (mut start, mut end) = (cell.find(is_digit)?, cell.rfind(is_digit)? + 1);
        let (mut prefix, mut suffix) = (cell.get(..start)?, cell.get(end..)?);
        if cell.get(start..end)?.contains(char::is_alphabetic) {
            return None;
        }
        // `.5` begins with its mark; the point of `Rs.5` is the word's.
        if let Some(before) = prefix.strip_suffix(['.', ','])
            && !before.ends_with(char::is_alphabetic)
        {
            prefix = before;
            start -= 1;
        }
        // `12,-` is twelve and no cents; `12.` ends with its mark.
        let no_cents = [",-", ".-", ",–", ".–", ",—"].iter().find_map(|mark| suffix.strip_prefix(mark));
        if let Some(rest) = no_cents {
            suffix = rest;
        } else if let Some(rest) = suffix.strip_prefix(['.', ',']) {
            suffix = rest;
            end += 1;
        }
        Some(Self { body: cell.get(start..end)?, beside: unit::before(prefix)?.and(unit::behind(suffix)?)? })
    }

    /// Whether the point and the comma, if there are any, say different things in the two readings.
    pub(super) fn has_mark(&self) -> bool {
        self.body.contains(['.', ','])
    }

    /// Whether a currency stands beside the number.
    pub(super) const fn has_currency(&self) -> bool {
        self.beside.has_currency
    }

    /// Whether it has the look of an address of the internet, such as `192.168.100.200`.
    pub(super) fn is_address(&self) -> bool {
        self.body.split('.').count() == 4 && self.body.split('.').all(|part| part.parse::<u8>().is_ok())
    }

    /// Its number with that decimal mark.
    pub(super) fn value(&self, mark: DecimalMark) -> Option<Decimal> {
        let mut number = digits(self.body, mark)?;
        match self.beside.power {
            Some(power) if power < 0 => {
                let scale = number.scale() + power.unsigned_abs();
                match number.set_scale(scale) {
                    Ok(()) => {}
                    Err(_) => number = number.checked_div(Decimal::from(10_u64.pow(power.unsigned_abs())))?,
                }
            }
            Some(power) => number = number.checked_mul(Decimal::from(10_u64.pow(power.unsigned_abs())))?,
            None => {}
        }
        if self.beside.negative {
            number.set_sign_negative(true);
        }
        Some(number)
    }
}

/// The number of digits and marks. Groups between thousands marks, all of one sort, have three digits, or two as in
/// India, with three at the end; the first does not begin with 0.
fn digits(body: &str, mark: DecimalMark) -> Option<Decimal> {
    let (mut value, mut n_digits, mut scale) = (0_u128, 0_u32, 0_u32);
    let mut narrow = 0_u64; // the first eighteen digits: wide numbers are slow
    let mut separator = None;
    let (mut first, mut group) = (None, 0_u32);
    let (mut are_threes, mut are_twos, mut has_middle, mut in_fraction) = (true, true, false, false);
    for char in body.chars() {
        if let Some(digit) = char.to_digit(10) {
            n_digits += 1;
            if n_digits <= 18 {
                narrow = narrow * 10 + u64::from(digit);
            } else if n_digits <= 28 {
                value = (if n_digits == 19 { u128::from(narrow) } else { value }) * 10 + u128::from(digit);
            }
            *(if in_fraction { &mut scale } else { &mut group }) += 1;
            continue;
        }
        if in_fraction {
            return None;
        }
        if char == mark.sign() {
            in_fraction = true;
            continue;
        }
        let found = match char {
            '.' | ',' => Separator::Mark,
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => Separator::Blank,
            '\'' | '’' | '`' | '´' => Separator::Apostrophe,
            _ => return None,
        };
        if *separator.get_or_insert(found) != found {
            return None;
        }
        if first.is_none() {
            first = Some(group);
        } else {
            has_middle = true;
            are_threes &= group == 3;
            are_twos &= group == 2;
        }
        group = 0;
    }
    if let Some(first) = first {
        let is_indian = has_middle && are_twos && first <= 2 && separator == Some(Separator::Mark);
        let is_grouped = (1..=3).contains(&first) && !body.starts_with('0') && group == 3 && (are_threes || is_indian);
        if !is_grouped {
            return None;
        }
    }
    if n_digits <= 18 {
        value = u128::from(narrow);
    }
    if n_digits <= 28 {
        return Decimal::try_from_i128_with_scale(value.cast_signed(), scale).ok();
    }
    // More digits than are kept: the fraction is rounded, a whole number refused.
    let plain = body.chars().filter_map(|char| match char {
        '0'..='9' => Some(char),
        _ if char == mark.sign() => Some('.'),
        _ => None,
    });
    plain.collect::<String>().parse().ok()
}

/// `1.5E+03` as spreadsheets write large numbers; `None` if a decimal cannot hold it.
pub(super) fn scientific(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    let plain = cell.trim_start_matches('+');
    if !plain.contains(['e', 'E']) || 40 <= plain.len() || plain.contains(mark.other().sign()) {
        return None;
    }
    match mark {
        DecimalMark::Point => Decimal::from_scientific(plain).ok(),
        DecimalMark::Comma => Decimal::from_scientific(&plain.replace(',', ".")).ok(),
    }
}

/// Whether a cell that is no number looks like one that is too large: an exponent, or more digits than are kept.
pub(in crate::data) fn is_too_large(cell: &str) -> bool {
    let plain = cell.trim_start_matches(['+', '-']);
    let exponent = plain.split_once(['e', 'E']).is_some_and(|(digits, power)| {
        let is_number = |text: &str| {
            text.bytes().any(|byte| byte.is_ascii_digit())
                && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        };
        is_number(digits) && is_number(power.trim_start_matches(['+', '-']))
    });
    exponent || 28 < cell.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests;
