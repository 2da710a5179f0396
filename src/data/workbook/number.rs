//! Numbers, days and times of cells as text.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::format::Kind;

/// Digits that a spreadsheet keeps and shows; what is beyond them is noise of binary fractions.
const N_DIGITS: usize = 15;

/// The last day that a spreadsheet knows, 31 December 9999, as it counts.
const LAST_DAY: f64 = 2_958_466.0;

/// Adds a number that stands as text in the file, in its shortest exact form. Whether it was one.
pub(super) fn push_raw(raw: &[u8], into: &mut String) -> bool {
    let Ok(text) = std::str::from_utf8(raw) else { return false };
    let text = text.trim();
    if is_plain(text.as_bytes()) {
        into.push_str(text);
        return true;
    }
    parse(text).inspect(|number| push(*number, into)).is_some()
}

/// The number that stands there.
pub(super) fn parse(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether the text is a number in its shortest form already. Whole numbers are kept with all their digits: they may
/// be ids.
pub(super) fn is_plain(text: &[u8]) -> bool {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let (whole, fraction) = match digits.iter().position(|byte| *byte == b'.') {
        Some(point) => (digits.get(..point).unwrap_or_default(), digits.get(point + 1..)),
        None => (digits, None),
    };
    let is_whole = !whole.is_empty()
        && whole.iter().all(u8::is_ascii_digit)
        && (whole.first() != Some(&b'0') || (whole.len() == 1 && (fraction.is_some() || digits.len() == text.len())));
    is_whole
        && match fraction {
            None => whole.len() <= 20,
            Some(fraction) => {
                whole.len() + fraction.len() <= N_DIGITS
                    && fraction.last().is_some_and(|last| *last != b'0')
                    && fraction.iter().all(u8::is_ascii_digit)
            }
        }
}

/// Adds a number in the shortest form that gives it back, of at most fifteen digits. Those beside a point that no
/// spreadsheet shows are rounded away: 0.30000000000000004 is 0.3.
pub(super) fn push(number: f64, into: &mut String) {
    let mut number = number;
    if number == 0.0 {
        into.push('0');
        return;
    }
    let is_whole = number.fract() == 0.0 && number.abs() < 9e15;
    let mut digits = format!("{number:e}");
    if !is_whole && N_DIGITS + 1 < digits.split('e').next().unwrap_or_default().trim_start_matches('-').len() {
        digits = format!("{number:.14e}");
        number = digits.parse().unwrap_or(number);
        digits = format!("{number:e}");
    }
    if (1e-9..1e21).contains(&number.abs()) {
        let _ = write!(into, "{number}");
    } else {
        into.push_str(&digits.replace("e-", "E-").replace('e', "E+"));
    }
}

/// Adds a number as its format has it: as a number, a day, a time. Whether it is a number.
pub(super) fn push_kind(number: f64, kind: Kind, is_1904: bool, into: &mut String) -> bool {
    let is_day = (0.0..LAST_DAY).contains(&number);
    match kind {
        Kind::Day if is_day => push_day(number, is_1904, into),
        Kind::Time if is_day && 1.0 <= number => push_day(number, is_1904, into),
        Kind::Time if is_day => push_clock((number * 86_400.0).round() as u64, into),
        Kind::Elapsed if number.abs() < LAST_DAY => {
            if number < 0.0 {
                into.push('-');
            }
            push_clock((number.abs() * 86_400.0).round() as u64, into);
        }
        _ => {
            push(number, into);
            return true;
        }
    }
    false
}

/// A day counted from the end of 1899, or from the beginning of 1904, with its time if it has one.
fn push_day(number: f64, is_1904: bool, into: &mut String) {
    let seconds = (number * 86_400.0).round() as u64;
    let (day, clock) = ((seconds / 86_400) as i32, seconds % 86_400);
    let date = match day {
        _ if is_1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
        61.. => NaiveDate::from_ymd_opt(1899, 12, 30),
        _ => NaiveDate::from_ymd_opt(1899, 12, 31),
    };
    let date = date.and_then(|date| NaiveDate::from_num_days_from_ce_opt(date.num_days_from_ce() + day));
    match date {
        // Spreadsheets show the 0th of January, and a day that 1900 did not have.
        _ if !is_1904 && day == 0 && 0 < clock => return push_clock(clock, into),
        _ if !is_1904 && day == 0 => into.push_str("1900-01-00"),
        _ if !is_1904 && day == 60 => into.push_str("1900-02-29"),
        Some(date) => _ = write!(into, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
        None => {}
    }
    if clock != 0 {
        into.push(' ');
        push_clock(clock, into);
    }
}

fn push_clock(seconds: u64, into: &mut String) {
    let _ = write!(into, "{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
}

/// Adds a day as ISO 8601 writes it, `2026-03-31T00:00:00`, in the form of the other cells.
pub(super) fn push_iso(text: &str, into: &mut String) {
    let text = text.trim().trim_end_matches('Z');
    let (day, clock) = text.split_once('T').unwrap_or((text, ""));
    let clock = clock.split('.').next().unwrap_or_default();
    into.push_str(day);
    if !clock.is_empty() && (day.is_empty() || clock != "00:00:00") {
        if !day.is_empty() {
            into.push(' ');
        }
        into.push_str(clock);
    }
}

/// Adds a length of time as ISO 8601 writes it, `PT14H05M00S`, as hours, minutes and seconds.
pub(super) fn push_duration(text: &str, into: &mut String) {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let mut seconds = 0.0;
    let mut digits = String::new();
    let mut is_clock = false;
    for letter in rest.chars() {
        let unit = match letter {
            '0'..='9' | '.' => {
                digits.push(letter);
                continue;
            }
            ',' => {
                digits.push('.');
                continue;
            }
            'P' => continue,
            'T' => {
                is_clock = true;
                continue;
            }
            'D' => 86_400.0,
            'H' => 3_600.0,
            'M' if is_clock => 60.0,
            'S' => 1.0,
            _ => return into.push_str(text),
        };
        seconds += parse(&digits).unwrap_or(0.0) * unit;
        digits.clear();
    }
    into.push_str(sign);
    push_clock(seconds.round() as u64, into);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let mut text = String::new();
        assert!(push_raw(raw.as_bytes(), &mut text), "{raw}");
        assert_eq!(text, expected);
    }

    #[test]
    fn numbers() {
        check("1234.5", "1234.5");
        check("1234.50", "1234.5");
        check("007", "7");
        check("-0", "0");
        check("0", "0");
        check("0.5", "0.5");
        check("274.65999999999997", "274.66");
        check("0.30000000000000004", "0.3");
        check("1234.5000000000001", "1234.5");
        check("2.5E+3", "2500");
        check("1E-4", "0.0001");
        check("12345678901234567890", "12345678901234567890");
        check("1E+300", "1E+300");
        check("1.5e-12", "1.5E-12");
        check("100", "100");
        check(" 42 ", "42");
        check("1.", "1");
    }

    #[test]
    fn no_numbers() {
        for raw in ["", "abc", "NaN", "inf", "1,5"] {
            assert!(!push_raw(raw.as_bytes(), &mut String::new()), "{raw}");
        }
    }

    #[track_caller]
    fn check_kind(number: f64, kind: Kind, is_1904: bool, expected: &str) {
        let mut text = String::new();
        push_kind(number, kind, is_1904, &mut text);
        assert_eq!(text, expected);
    }

    #[test]
    fn days_and_times() {
        check_kind(46_112.0, Kind::Day, false, "2026-03-31");
        check_kind(46_112.586_805_555_55, Kind::Day, false, "2026-03-31 14:05:00");
        check_kind(46_112.999_999_99, Kind::Day, false, "2026-04-01");
        check_kind(44_650.0, Kind::Day, true, "2026-03-31");
        check_kind(0.0, Kind::Day, true, "1904-01-01");
        check_kind(1.0, Kind::Day, false, "1900-01-01");
        check_kind(59.0, Kind::Day, false, "1900-02-28");
        check_kind(60.0, Kind::Day, false, "1900-02-29");
        check_kind(61.0, Kind::Day, false, "1900-03-01");
        check_kind(0.0, Kind::Day, false, "1900-01-00");
        check_kind(2_958_465.0, Kind::Day, false, "9999-12-31");
        check_kind(-1.0, Kind::Day, false, "-1");
        check_kind(1e300, Kind::Day, false, "1E+300");
        check_kind(0.586_805_555_555_556, Kind::Time, false, "14:05:00");
        check_kind(1.5, Kind::Elapsed, false, "36:00:00");
        check_kind(-0.25, Kind::Elapsed, false, "-06:00:00");
        check_kind(0.5, Kind::Number, false, "0.5");
    }

    #[test]
    fn iso() {
        for (raw, expected) in [
            ("2026-03-31", "2026-03-31"),
            ("2026-03-31T00:00:00", "2026-03-31"),
            ("2026-03-31T14:05:00.000Z", "2026-03-31 14:05:00"),
            ("T14:05:00", "14:05:00"),
        ] {
            let mut text = String::new();
            push_iso(raw, &mut text);
            assert_eq!(text, expected);
        }
        let mut text = String::new();
        push_duration("PT36H05M09.6S", &mut text);
        assert_eq!(text, "36:05:10");
    }

    proptest! {
        #[test]
        fn a_number_of_fifteen_digits_comes_back(whole in -99_999_999_999_i64..99_999_999_999, hundredths in 0_i64..10_000) {
            let number = whole as f64 + hundredths as f64 / 10_000.0;
            let mut text = String::new();
            push(number, &mut text);
            prop_assert!((text.parse::<f64>().unwrap() - number).abs() <= number.abs() * 1e-14);
        }

        #[test]
        fn anything_is_no_panic(number in any::<f64>(), is_1904 in any::<bool>()) {
            for kind in [Kind::Number, Kind::Day, Kind::Time, Kind::Elapsed] {
                push_kind(number, kind, is_1904, &mut String::new());
            }
        }
    }
}
