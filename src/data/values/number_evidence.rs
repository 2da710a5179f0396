//! What the cells of a column say about its numbers.

use super::number::{DecimalMark, Parts, Simple, parse_number, scientific};
use super::serial;
use crate::engine::units::Decimal;

/// What a column's cells say about its numbers.
#[derive(Default)]
pub(super) struct Evidence {
    /// Cells that are numbers with one mark or the other.
    pub(super) n_numbers: usize,
    point: usize,
    comma: usize,
    /// Cells that are one number with the point and another with the comma: `1.234`.
    either: usize,
    /// Distinct texts of that sort with a point alone, and of those the ones with a currency.
    n_point_texts: usize,
    n_point_money: usize,
    /// Of that sort, whether some have another mark.
    has_other_marks: bool,
    /// Whole numbers without a mark, of one to three digits and of more.
    n_short_plain: usize,
    n_long_plain: usize,
    n_leading_zero: usize,
    /// Whole numbers of 15 digits and more: no amount, but an id.
    n_long: usize,
    /// Telephone numbers and addresses of the internet.
    n_codes: usize,
    /// What the numbers would be as days.
    pub(super) serials: serial::Evidence,
}

impl Evidence {
    /// Sees a text that stands in `n` cells.
    pub(super) fn see(&mut self, cell: &str, n: usize) {
        match Simple::of(cell) {
            Some(simple) => self.see_simple(simple, n),
            None if cell.is_ascii() || cell.bytes().any(|byte| byte.is_ascii_digit()) => self.see_other(cell, n),
            None => self.see_foreign(cell, n),
        }
    }

    /// Sees a number of digits alone, with a sign and one mark at most.
    pub(super) fn see_simple(&mut self, simple: Simple, n: usize) {
        self.n_numbers += n;
        let Some(mark) = simple.mark else {
            let is_code = simple.begins_with_zero && 1 < simple.n_whole && !simple.is_negative;
            self.n_leading_zero += if is_code { n } else { 0 };
            self.n_long += if 15 <= simple.n_whole { n } else { 0 };
            *(if simple.n_whole <= 3 { &mut self.n_short_plain } else { &mut self.n_long_plain }) += n;
            if !simple.is_negative {
                self.serials.see(simple.digits, n);
            }
            return;
        };
        if simple.may_be_grouped() {
            self.either += n;
            self.see_mark(mark == DecimalMark::Point, false);
        } else {
            *(if mark == DecimalMark::Point { &mut self.point } else { &mut self.comma }) += n;
        }
        if !simple.is_negative && mark == DecimalMark::Point {
            self.serials.see(simple.whole, n);
        }
    }

    fn see_other(&mut self, cell: &str, n: usize) {
        let parts = Parts::of(cell);
        let read = |mark| parts.as_ref().map_or_else(|| scientific(cell, mark), |parts| parts.value(mark));
        let (with_point, with_comma) = (read(DecimalMark::Point), read(DecimalMark::Comma));
        match (with_point, with_comma) {
            (None, None) => return,
            (Some(_), None) => self.point += n,
            (None, Some(_)) => self.comma += n,
            (Some(one), Some(other)) if one == other => {
                let is_short = one.abs() < Decimal::ONE_THOUSAND;
                *(if is_short { &mut self.n_short_plain } else { &mut self.n_long_plain }) += n;
            }
            (Some(_), Some(_)) => {
                self.either += n;
                let has_currency = parts.as_ref().is_some_and(Parts::has_currency);
                self.see_mark(cell.contains('.') && !cell.contains(','), has_currency);
            }
        }
        self.n_numbers += n;
        // `1 234` and `1e5` have no mark to ask about.
        let has_mark = parts.as_ref().is_some_and(Parts::has_mark);
        let n_digits = cell.bytes().filter(u8::is_ascii_digit).count();
        let is_phone = !has_mark && cell.starts_with('+') && (9..=15).contains(&n_digits);
        if is_phone || parts.as_ref().is_some_and(Parts::is_address) {
            self.n_codes += n;
        }
        self.n_long += if 15 <= n_digits && cell.len() == n_digits { n } else { 0 };
        let begins_with_zeros = cell.len() == n_digits && cell.starts_with('0');
        self.n_leading_zero += if begins_with_zeros { n } else { 0 };
    }

    fn see_mark(&mut self, is_point: bool, has_currency: bool) {
        self.n_point_texts += usize::from(is_point);
        self.n_point_money += usize::from(is_point && has_currency);
        self.has_other_marks |= !is_point;
    }

    /// Whether points that could be either stand before thousands: money has no tenths of cents, and fractions of
    /// measures would end in a zero somewhere, which is not written. Numbers of four digits and more without a mark
    /// speak against it.
    const fn are_thousands(&self) -> bool {
        let is_mute = self.point + self.comma == 0 && !self.has_other_marks && 0 < self.n_point_texts;
        let is_money = self.n_point_texts < 2 * self.n_point_money;
        is_mute && self.n_long_plain == 0 && (is_money || (8 <= self.n_point_texts && 0 < self.n_short_plain))
    }

    /// Digits of another script.
    fn see_foreign(&mut self, cell: &str, n: usize) {
        match (parse_number(cell, DecimalMark::Point), parse_number(cell, DecimalMark::Comma)) {
            (None, None) => return,
            (Some(_), None) => self.point += n,
            (None, Some(_)) => self.comma += n,
            (Some(one), Some(other)) => self.either += if one == other { 0 } else { n },
        }
        self.n_numbers += n;
    }

    /// The mark that more cells can only be read with; the point where nothing speaks. And whether that is certain: not
    /// where cells speak for both, nor where cells are different numbers with the one and the other and nothing speaks.
    /// `n_typed` cells were numbers in a workbook, whose point is the decimal one; beside text such as `1.234`, nobody
    /// knows which of the two a cell was.
    pub(super) fn decide(&self, n_typed: usize) -> (DecimalMark, bool) {
        if 0 < n_typed && self.n_numbers <= n_typed {
            return (DecimalMark::Point, true);
        }
        let is_comma = self.point < self.comma || n_typed == 0 && self.are_thousands();
        let mark = if is_comma { DecimalMark::Comma } else { DecimalMark::Point };
        let speaks = 0 < self.point + self.comma && n_typed == 0;
        (mark, (self.point == 0 || self.comma == 0) && (self.either == 0 || speaks))
    }

    /// Whether some cells say which mark is the decimal one.
    pub(super) const fn speaks(&self) -> bool {
        0 < self.point + self.comma
    }

    /// Whether the marks of other columns may say what this one does not.
    pub(super) const fn is_mute(&self) -> bool {
        self.point + self.comma == 0 && 0 < self.either
    }

    /// Codes are no numbers: postcodes keep their leading zeros, ids all their digits.
    pub(super) const fn are_codes(&self) -> bool {
        0 < self.n_leading_zero || self.n_numbers < (self.n_long + self.n_codes) * 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(cells: &[&str]) -> Evidence {
        let mut evidence = Evidence::default();
        for cell in cells {
            evidence.see(cell, 1);
        }
        evidence
    }

    #[test]
    fn the_mark_is_decided_by_the_whole_column() {
        use DecimalMark::{Comma, Point};
        let check = |cells: &[&str], expected: (DecimalMark, bool)| {
            assert_eq!(evidence(cells).decide(0), expected, "{cells:?}");
        };
        check(&["1.234,50", "1.234"], (Comma, true));
        check(&["1,234.50", "1,234"], (Point, true));
        check(&["12", "950"], (Point, true));
        check(&["1.234", "950"], (Point, false));
        check(&["1,234"], (Point, false));
        check(&["1.234", "0.125"], (Point, true));
        check(&["1.234", "12,5", "12.5"], (Point, false));
        check(&["1,7", "200.000.000"], (Comma, true));
        check(&["1.000,00", "20.00%"], (Point, false));
        check(&["1.000,00", "2.000,00", "20.00%"], (Comma, false));
        check(&["1 234", "5 €"], (Point, true));
        check(&["1,5E+03", "1.234"], (Comma, true));
        // Money has no tenths of cents; nor are there eight fractions of three digits beside whole numbers.
        check(&["45.000 zł", "125.000 zł"], (Comma, false));
        let small = ["2.343", "45", "1.270", "2.476", "1.042", "1.467", "1.389", "579", "3.104", "7.001"];
        check(&small, (Comma, false));
        check(&[small.as_slice(), &["1500"]].concat(), (Point, false));
    }

    #[test]
    fn numbers_of_a_workbook_have_a_decimal_point() {
        let check = |cells: &[&str], n_typed: usize, expected: (DecimalMark, bool)| {
            assert_eq!(evidence(cells).decide(n_typed), expected, "{cells:?}");
        };
        check(&["1.234", "950"], 2, (DecimalMark::Point, true));
        check(&["1.234", "950"], 1, (DecimalMark::Point, false));
        check(&["1.234,50", "1.234", "12"], 1, (DecimalMark::Comma, false));
        check(&["12.5", "13"], 1, (DecimalMark::Point, true));
    }

    #[test]
    fn codes_are_no_numbers() {
        let check = |cells: &[&str], expected: bool| assert_eq!(evidence(cells).are_codes(), expected, "{cells:?}");
        check(&["01581", "10019"], true);
        check(&["123456789012345", "123456789012346789"], true);
        check(&["12345678901234567890"], true);
        check(&["00000000000000000001", "5"], true);
        check(&["+48 601 123 456", "+48601123456"], true);
        check(&["192.168.100.200", "192.168.100.201"], true);
        check(&["200.000.000", "0.5", "0", "-07"], false);
        check(&["+5", "+12.5"], false);
    }
}
