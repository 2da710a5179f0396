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

/// A cell taken apart: digits with their marks, and what stands beside them.
struct Parts {
    body: String,
    beside: Beside,
}

/// Takes a cell apart; `None` if something in it has no place in a number.
fn parts(cell: &str) -> Option<Parts> {
    let is_digit = |char: char| char.is_ascii_digit();
    let (start, end) = (cell.find(is_digit)?, cell.rfind(is_digit)? + 1);
    let (mut prefix, mut suffix) = (cell.get(..start)?, cell.get(end..)?);
    let mut body = String::with_capacity(cell.len());
    // `.5` begins with its mark; the point of `Rs.5` is the word's.
    if let Some(before) = prefix.strip_suffix(['.', ','])
        && !before.ends_with(char::is_alphabetic)
    {
        body.extend(prefix.chars().next_back());
        prefix = before;
    }
    for char in cell.get(start..end)?.chars() {
        match char {
            '0'..='9' | '.' | ',' => body.push(char),
            // Blanks and apostrophes stand between groups of digits.
            ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' => {}
            _ => return None,
        }
    }
    // `12,-` is twelve and no cents; `12.` ends with its mark.
    let no_cents = [",-", ".-", ",–", ".–", ",—"].iter().find_map(|mark| suffix.strip_prefix(mark));
    if let Some(rest) = no_cents {
        suffix = rest;
    } else if let Some(rest) = suffix.strip_prefix(['.', ',']) {
        body.extend(suffix.chars().next());
        suffix = rest;
    }
    Some(Parts { body, beside: unit::before(prefix)?.and(unit::behind(suffix)?)? })
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
    if let Some(power) = parts.beside.power {
        let factor = Decimal::from(10_u64.pow(power.unsigned_abs()));
        number = if power < 0 { number.checked_div(factor)? } else { number.checked_mul(factor)? };
    }
    if parts.beside.negative {
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
                && !first.starts_with('0') // 0.125 is an eighth
                && last.len() == 3
                && middle.iter().all(|group| matches!(group.len(), 2 | 3))
        }
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

/// What a column's cells say about its numbers.
#[derive(Default)]
pub(super) struct Evidence {
    /// Cells that are numbers with one mark or the other.
    pub(super) n_numbers: usize,
    point: usize,
    comma: usize,
    /// Cells that are one number with the point and another with the comma: `1.234`.
    either: usize,
    n_leading_zero: usize,
}

impl Evidence {
    pub(super) fn see(&mut self, cell: &str) {
        if cell.bytes().all(|byte| byte.is_ascii_digit()) {
            self.n_numbers += 1;
            self.n_leading_zero += usize::from(1 < cell.len() && cell.starts_with('0'));
            return;
        }
        let with_point = parse_number(cell, DecimalMark::Point);
        let with_comma = parse_number(cell, DecimalMark::Comma);
        match (with_point, with_comma) {
            (None, None) => return,
            (Some(_), None) => self.point += 1,
            (None, Some(_)) => self.comma += 1,
            (Some(one), Some(other)) => self.either += usize::from(one != other),
        }
        self.n_numbers += 1;
    }

    /// The mark that more cells can only be read with; the point where nothing speaks. And whether that is certain: not
    /// where cells are different numbers with the one and the other, and nothing speaks, or as much for both.
    pub(super) fn decide(&self) -> (DecimalMark, bool) {
        let mark = if self.point < self.comma { DecimalMark::Comma } else { DecimalMark::Point };
        (mark, self.either == 0 || self.point != self.comma)
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
        check("12.", Point, "12");
        check("12,-", Comma, "12");
        check("0.125", Comma, "none");
        check("-$5", Point, "-5");
        check("$-5", Point, "-5");
        check("5 zł-", Point, "-5");
        check("$ (1,234.50)", Point, "-1234.50");
    }

    #[test]
    fn currencies_are_read_over() {
        use DecimalMark::{Comma, Point};
        for cell in [
            "US$ 5", "US$5", "A$5", "R$ 5", "5 US$", "5EUR", "5 EUR", "EUR5", "EUR 5", "5 €", "zł 5", "Rs. 5", "Rs.5",
            "5 Kč",
        ] {
            check(cell, Point, "5");
        }
        check("R$ 1.234", Comma, "1234");
        check("1.234,5 zł", Comma, "1234.5");
        for cell in ["5 pcs", "5 kg", "5 ABC", "5 EUR EUR", "$5€", "No 5", "5th", "x5", "Q5", "5 days"] {
            check(cell, Point, "none");
        }
    }

    #[test]
    fn factors_multiply() {
        use DecimalMark::{Comma, Point};
        check("12k", Point, "12000");
        check("12K", Point, "12000");
        check("$1.5M", Point, "1500000.0");
        check("1.5m", Point, "1500000.0");
        check("1,2 mln zł", Comma, "1200000.0");
        check("3 mio", Point, "3000000");
        check("2bn", Point, "2000000000");
        check("2B", Point, "2000000000");
        check("2 mld", Point, "2000000000");
        check("5 tys.", Point, "5000");
        check("€12k", Point, "12000");
        check("12k€", Point, "12000");
        check("(12k)", Point, "-12000");
        for cell in ["12 m", "12 B", "12kk", "12kg", "12k%", "k12", "12x", "99999999999999999999999B"] {
            check(cell, Point, "none");
        }
    }

    #[test]
    fn the_mark_is_decided_by_the_whole_column() {
        use DecimalMark::{Comma, Point};
        let check = |cells: &[&str], expected: (DecimalMark, bool)| {
            let mut evidence = Evidence::default();
            for cell in cells {
                evidence.see(cell);
            }
            assert_eq!(evidence.decide(), expected, "{cells:?}");
        };
        check(&["1.234,50", "1.234"], (Comma, true));
        check(&["1,234.50", "1,234"], (Point, true));
        check(&["12", "950"], (Point, true));
        check(&["1.234", "950"], (Point, false));
        check(&["1,234"], (Point, false));
        check(&["1.234", "0.125"], (Point, true));
        check(&["1.234", "12,5", "12.5"], (Point, false));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for cell in ["", "-", "NaN", "1e400", "12abcd", "1,2", "1,23,4", "1.2.3", "1/2", "--1", "$", "inf", "1e-400000"]
        {
            check(cell, DecimalMark::Point, "none");
        }
    }
}
