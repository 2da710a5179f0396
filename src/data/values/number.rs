//! Numbers as people write them: thousands marks, either decimal mark, currencies, brackets, percent.

use serde::{Deserialize, Serialize};

use crate::engine::units::Decimal;

/// The mark before the fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.56`
    #[default]
    Point,
    /// `1.234,56`
    Comma,
}

/// A cell taken apart: digits and marks, sign, percent.
struct Parts {
    body: String,
    negative: bool,
    percent: bool,
}

/// Takes a cell apart; `None` if something in it has no place in a number.
fn parts(cell: &str) -> Option<Parts> {
    let mut parts = Parts { body: String::with_capacity(cell.len()), negative: false, percent: false };
    let bracketed = cell.starts_with('(') && cell.ends_with(')');
    let cell = if bracketed { cell.get(1..cell.len() - 1)? } else { cell };
    parts.negative = bracketed;
    let (mut letters, mut ended) = (0, false);
    let mut last = ' ';
    for char in cell.chars() {
        match char {
            '0'..='9' if ended => return None, // digits after a unit: not one number
            '0'..='9' | '.' | ',' => parts.body.push(char),
            '-' | '−' if !parts.negative && (parts.body.is_empty() || cell.ends_with(char)) => parts.negative = true,
            '+' if parts.body.is_empty() => {}
            '%' if !parts.percent => parts.percent = true,
            // Blanks and apostrophes stand between groups of digits, or beside a currency.
            ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' => {}
            '$' | '€' | '£' | '¥' | '₹' | '₽' => letters += 3,
            'e' | 'E' if last.is_ascii_digit() => return None,
            letter if letter.is_alphabetic() => {
                letters += 1;
                ended = parts.body.bytes().any(|byte| byte.is_ascii_digit());
            }
            _ => return None,
        }
        last = char;
    }
    (letters <= 3 && parts.body.bytes().any(|byte| byte.is_ascii_digit())).then_some(parts)
}

/// Reads a number with the given decimal mark; percent signs divide by a hundred.
///
/// ```
/// use attain::data::{DecimalMark, parse_number};
/// assert_eq!(parse_number("$ (1,234.50)", DecimalMark::Point).unwrap().to_string(), "-1234.50");
/// assert_eq!(parse_number("1.234,5 zł", DecimalMark::Comma).unwrap().to_string(), "1234.5");
/// assert_eq!(parse_number("1e400", DecimalMark::Point), None);
/// ```
pub fn parse_number(cell: &str, mark: DecimalMark) -> Option<Decimal> {
    if cell.len() <= 18 && cell.bytes().all(|byte| byte.is_ascii_digit()) && !cell.is_empty() {
        return cell.parse::<i64>().ok().map(Decimal::from);
    }
    let Some(parts) = parts(cell) else { return scientific(cell) };
    let (decimal, thousands) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (whole, fraction) = match parts.body.rsplit_once(decimal) {
        Some((whole, fraction)) => (whole, fraction),
        None => (parts.body.as_str(), ""),
    };
    if fraction.contains(thousands) || whole.contains(decimal) || !grouped(whole, thousands) {
        return None;
    }
    let mut plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    if plain.is_empty() {
        plain.push('0');
    }
    if !fraction.is_empty() {
        plain.push('.');
        plain.push_str(fraction);
    }
    let mut number = plain.parse::<Decimal>().ok()?;
    if parts.percent {
        number = number.checked_div(Decimal::ONE_HUNDRED)?;
    }
    if parts.negative {
        number.set_sign_negative(true);
    }
    Some(number)
}

/// `1.5E+03` as spreadsheets write large numbers; `None` if a decimal cannot hold it.
fn scientific(cell: &str) -> Option<Decimal> {
    let plain = cell.trim_start_matches('+');
    (plain.contains(['e', 'E']) && plain.len() < 40).then(|| Decimal::from_scientific(plain).ok()).flatten()
}

/// Whether thousands marks, if any, cut groups of three (or, as in India, two) digits with three at the end.
fn grouped(whole: &str, thousands: char) -> bool {
    let mut groups = whole.split(thousands);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    match rest.split_last() {
        None => true,
        Some((last, middle)) => {
            !first.is_empty()
                && first.len() <= 3
                && last.len() == 3
                && middle.iter().all(|group| matches!(group.len(), 2 | 3))
        }
    }
}

/// What a column's cells say about its numbers.
#[derive(Default)]
pub(super) struct Evidence {
    /// Cells that are numbers with one mark or the other.
    pub(super) n_numbers: usize,
    point: usize,
    comma: usize,
    n_leading_zero: usize,
}

impl Evidence {
    pub(super) fn see(&mut self, cell: &str) {
        if cell.bytes().all(|byte| byte.is_ascii_digit()) {
            self.n_numbers += 1;
            self.n_leading_zero += usize::from(1 < cell.len() && cell.starts_with('0'));
            return;
        }
        let with_point = parse_number(cell, DecimalMark::Point).is_some();
        let with_comma = parse_number(cell, DecimalMark::Comma).is_some();
        if !with_point && !with_comma {
            return;
        }
        self.n_numbers += 1;
        match (with_point, with_comma) {
            (true, false) => self.point += 1,
            (false, true) => self.comma += 1,
            // Both can be read: `1,234` and `1.234`, where three digits after the only mark speak for thousands,
            // but a fraction of three digits beside no other evidence is as likely with a point.
            _ => {}
        }
    }

    /// The mark that more cells can only be read with; the point where nothing speaks.
    pub(super) fn decide(&self) -> DecimalMark {
        if self.point < self.comma { DecimalMark::Comma } else { DecimalMark::Point }
    }

    /// Codes such as postcodes keep their leading zeros and stay text.
    pub(super) fn are_codes(&self) -> bool {
        0 < self.n_leading_zero
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, mark: DecimalMark, expected: &str) {
        let found = parse_number(cell, mark).map_or("none".into(), |number| number.to_string());
        assert_eq!(found, expected, "{cell:?}");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        use DecimalMark::{Comma, Point};
        check("1,234,567", Point, "1234567");
        check("$1,234,567", Point, "1234567");
        check("12,34,567.5", Point, "1234567.5");
        check("-12.5", Point, "-12.5");
        check("12.5-", Point, "-12.5");
        check("(12.5)", Point, "-12.5");
        check("12 %", Point, "0.12");
        check("1 234,50", Comma, "1234.50");
        check("1'234.50", Point, "1234.50");
        check("EUR 12", Point, "12");
        check(".0120", Point, "0.0120");
        check("1.5E+03", Point, "1500");
    }

    #[test]
    fn what_is_no_number_is_none() {
        for cell in ["", "-", "NaN", "1e400", "12abcd", "1,2", "1,23,4", "1.2.3", "1/2", "--1", "$", "inf", "1e-400000"]
        {
            check(cell, DecimalMark::Point, "none");
        }
    }
}
