//! A date taken apart: its numbers and names, before anything is said of their order.

use super::names::{Plain, behind_ordinal, full_year, is_accent, is_filler, is_weekday, month, roman};
use super::time::is_tail;

/// Where the year of a date in figures stands, as far as its digits say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    First,
    Last,
    /// Two digits everywhere: first in a column of years first, else last.
    Short,
}

/// The parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Three numbers between two equal marks.
    Figures { first: u32, second: u32, third: u32, year: Year },
    /// With the month's name: nothing is to be decided.
    Named { year: u32, month: u32, day: u32, is_short: bool },
    /// `20260331`: may be any other number as well.
    Compact { year: u32, month: u32, day: u32 },
}

/// The parts of a date; `None` if the cell does not have the look of one.
pub(super) fn shape(cell: &str) -> Option<Shape> {
    if cell.as_bytes().first()?.is_ascii_digit() {
        return figures(cell).or_else(|| named(cell));
    }
    if !cell.starts_with(char::is_alphabetic) {
        return None;
    }
    let (word, rest) = word(cell);
    let plain = Plain::of(word)?;
    if is_weekday(&plain) {
        let rest = rest.trim_start_matches("-feira").trim_start_matches(['.', ',', ' ', '\u{a0}', '-']);
        if let Some(shape) = figures(rest) {
            return Some(shape);
        }
    } else {
        month(&plain)?;
    }
    named(cell)
}

/// Whether a date may begin with that word.
pub(super) fn begins_date(word: &str) -> bool {
    Plain::of(word).is_some_and(|plain| is_weekday(&plain) || month(&plain).is_some())
}

/// The number that a text begins with, how many digits it has, and the rest; `None` above eight digits.
fn digits(text: &str) -> Option<(u32, usize, &str)> {
    let (mut number, mut n) = (0_u32, 0);
    for byte in text.bytes().take_while(u8::is_ascii_digit) {
        n += 1;
        if 8 < n {
            return None;
        }
        number = number * 10 + u32::from(byte - b'0');
    }
    if n == 0 { None } else { Some((number, n, text.get(n..)?)) }
}

/// The word that a text begins with, and the rest.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|char: char| !char.is_alphabetic() && !is_accent(char)).unwrap_or(text.len()))
}

fn figures(cell: &str) -> Option<Shape> {
    let (first, n_first, rest) = digits(cell)?;
    if n_first == 8 {
        let (year, month, day) = (first / 10_000, first / 100 % 100, first % 100);
        let is_day =
            (1990..=2060).contains(&year) && chrono::NaiveDate::from_ymd_opt(year as i32, month, day).is_some();
        return (is_day && is_tail(rest)).then_some(Shape::Compact { year, month, day });
    }
    let mark = *rest.as_bytes().first()?;
    if !matches!(mark, b'-' | b'/' | b'.') {
        return None;
    }
    let next = |rest: &'_ str| -> Option<usize> {
        let blanks = if mark == b'.' { rest.bytes().skip(1).take_while(|byte| *byte == b' ').count() } else { 0 };
        (rest.as_bytes().first() == Some(&mark)).then_some(1 + blanks) // `31. 3. 2026`
    };
    let (second, n_second, rest) = digits(rest.get(next(rest)?..)?)?;
    let (third, n_third, rest) = digits(rest.get(next(rest)?..)?)?;
    let year = match (n_first, n_second, n_third) {
        (4, 1 | 2, 1 | 2) => Year::First,
        (1 | 2, 1 | 2, 4) => Year::Last,
        (1 | 2, 1 | 2, 2) => Year::Short, // `1.2.3` is a version
        _ => return None,
    };
    is_tail(rest).then_some(Shape::Figures { first, second, third, year })
}

/// A date with the month's name: `12. März 2024`, `Mar 12, 2024`, `2024-Mar-12`, `12MAR2024`, `pon., 3 lutego 2025`.
fn named(cell: &str) -> Option<Shape> {
    let mut rest = cell;
    let mut numbers = [(0_u32, 0_usize); 2];
    let (mut n, mut named, mut n_before) = (0, None, 0);
    let mut may_be_weekday = false;
    while named.is_none() || n < 2 {
        let char = rest.chars().next()?;
        if char.is_ascii_digit() {
            let (number, n_digits, after) = digits(rest)?;
            *numbers.get_mut(n)? = (number, n_digits);
            n += 1;
            rest = behind_ordinal(after);
        } else if char.is_alphabetic() {
            let (word, after) = word(rest);
            let plain = Plain::of(word)?;
            let found = month(&plain).or_else(|| roman(word).filter(|_| n == 1));
            if let Some(month) = found
                && (named.is_none() || may_be_weekday)
            {
                // The first of two names, as in `mar. 12 mars 2024`, is the weekday's.
                may_be_weekday = named.is_none() && n == 0 && is_weekday(&plain);
                (named, n_before) = (Some(month), n);
            } else if !is_filler(&plain)
                && !(n == 0 && named.is_none() && (is_weekday(&plain) || plain.as_str() == "feira"))
            {
                return None;
            }
            rest = after;
        } else if matches!(char, ' ' | '\u{a0}' | '\u{202f}' | '-' | '–' | '/' | '.' | ',' | '_' | '\'' | '’') {
            rest = rest.get(char.len_utf8()..)?;
        } else {
            return None;
        }
    }
    let month = named?;
    let [(one, n_one), (other, n_other)] = numbers;
    let (year, n_year, day, n_day) = if n_one == 4 || (n_before == 1 && n_one == 2 && 31 < one && n_other <= 2) {
        (one, n_one, other, n_other)
    } else {
        (other, n_other, one, n_one)
    };
    // The year stands last, or first before both others.
    if (n_before == 2) != (n_one == 4) && n_before != 1 || 2 < n_day || !(1..=31).contains(&day) || !is_tail(rest) {
        return None;
    }
    match n_year {
        4 => Some(Shape::Named { year, month, day, is_short: false }),
        2 => Some(Shape::Named { year: full_year(year), month, day, is_short: true }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_a_months_name_are_read_in_six_languages() {
        let check = |cells: &[&str], expected: (u32, u32, u32, bool)| {
            let (year, month, day, is_short) = expected;
            for cell in cells {
                assert_eq!(shape(cell), Some(Shape::Named { year, month, day, is_short }), "{cell:?}");
            }
        };
        check(
            &["3 sty 2026", "3 stycznia 2026 r.", "3. Januar 2026", "3 de enero de 2026", "03JAN2026"],
            (2026, 1, 3, false),
        );
        check(&["12-Mar-2024", "Mar 12, 2024", "12. März 2024", "2024-Mar-12", "12MAR2024"], (2024, 3, 12, false));
        check(&["March 12th, 2024", "12 of March 2024", "12 mars 2024", "12 de março de 2024"], (2024, 3, 12, false));
        check(&["12 III 2024", "12.III.2024", "mar. 12 mars 2024", "2024 March 12"], (2024, 3, 12, false));
        check(&["1er janvier 2026", "1º de janeiro de 2026", "January 1st 2026"], (2026, 1, 1, false));
        check(&["5 de marzo de 2026", "5.marzo.2026", "5-mar-2026 15h30", "5 mars 2026 à 15h30"], (2026, 3, 5, false));
        check(&["poniedziałek, 3 lutego 2025", "Mon, 3 Feb 2025", "pon., 3 lut 2025"], (2025, 2, 3, false));
        check(&["segunda-feira, 3 de fevereiro de 2025", "Montag, den 3. Februar 2025"], (2025, 2, 3, false));
        check(&["Monday, February 3, 2025", "Mon Feb 03 2025 10:00:00 GMT+0100 (CET)"], (2025, 2, 3, false));
        check(&["12-Mar-24", "12 mar 24", "Mar 12, 24", "12MAR24", "12 Mar '24"], (2024, 3, 12, true));
        check(&["12-Mar-99", "99-Mar-12"], (1999, 3, 12, true));
        check(&["Mar 12, 2024 3:04 PM", "Mar 12, 2024 at 3:04 PM", "12-Mar-2024 15:00:00"], (2024, 3, 12, false));
    }

    #[test]
    fn other_texts_have_no_shape() {
        for cell in [
            "March 2026",
            "12 March",
            "Mar 12 10:00",
            "12 mar 10 PM",
            "Mar 2024 12",
            "5 apples 2026",
            "May",
            "2026",
            "March 31 2026 deal",
            "Mon",
            "12 2024 Mar",
            "32 Mar 2024",
            "Marketing 12 2024",
            "1-2-3-4",
            "10.12",
            "",
            "555-123-4567",
            "1/2",
            "20261301",
            "19891231",
            "123456789",
            "3 sty 202",
            "é",
            "Q1 2026",
            "1.2.3",
            "1.10.0",
            "1.2.3.4",
        ] {
            assert_eq!(shape(cell), None, "{cell:?}");
        }
    }

    #[test]
    fn figures_may_have_weekdays_blanks_and_times() {
        let last = |first, second, third| Some(Shape::Figures { first, second, third, year: Year::Last });
        assert_eq!(shape("Mon 02/03/2025"), last(2, 3, 2025));
        assert_eq!(shape("pon., 02.03.2025"), last(2, 3, 2025));
        assert_eq!(shape("2. 3. 2025"), last(2, 3, 2025));
        assert_eq!(shape("31.03.2026 r."), last(31, 3, 2026));
        assert_eq!(shape("2/24/2003 0:00"), last(2, 24, 2003));
        assert_eq!(shape("20260331"), Some(Shape::Compact { year: 2026, month: 3, day: 31 }));
        assert_eq!(shape("20260331T101500Z"), Some(Shape::Compact { year: 2026, month: 3, day: 31 }));
    }
}
