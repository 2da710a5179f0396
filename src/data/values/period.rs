//! Months, quarters, half-years and years as people write them.

use super::date::{self, DateOrder, parse_date};
use super::names::{Plain, behind_ordinal, full_year, is_accent, is_filler, month, roman};
use super::{ValueKind, is_missing};
use crate::engine::units::{Granularity, Month, Period};

/// How a column's periods are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::data) struct Periods {
    /// The order of days among them.
    pub(in crate::data) order: DateOrder,
    /// Whether that order may be another.
    pub(in crate::data) is_doubtful: bool,
    /// Whether the number in `Jan 26` is a year.
    has_short_years: bool,
    /// Whether `202601` is January 2026.
    is_compact: bool,
}

/// What a period is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A number of four digits that is a year.
    Year(i32),
    /// A number of one or two digits, and how many.
    Short(u32, usize),
    /// A month's name.
    Month(u32),
    /// A number in Roman figures.
    Roman(u32),
    /// `Q`, `kw.`, `quarter`
    Quarter,
    /// `H`, `półrocze`, `half`
    Half,
    /// `M` before or behind a month's number.
    MonthMark,
    /// `FY`
    Fiscal,
}

/// The period of a cell by itself: a month, a quarter, a half-year or a year, or the month of a day. All are those of the
/// calendar. Years from 1970 to 2200 only; what could mean two things is none.
pub(in crate::data) fn parse_period(cell: &str, order: DateOrder) -> Option<Period> {
    Periods { order, ..Periods::default() }.parse(cell)
}

impl Periods {
    /// Decides from all texts of a column, each with how many cells hold it.
    ///
    /// The number in `Jan 26` is a year where another cell shows one (`Feb 2026`), where a number is above 31, or where
    /// three months and more share each number on average: days do not do so.
    pub(in crate::data) fn of<'a>(cells: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut dates = date::Evidence::default();
        let (mut shows_years, mut is_compact, mut n_seen) = (false, true, 0);
        let mut months_by_number = [0_u16; 100];
        for (cell, n) in cells.filter(|(cell, _)| !is_missing(cell)) {
            n_seen += 1;
            dates.see(cell, n);
            is_compact &= compact(cell).is_some();
            match parts(cell).as_deref() {
                Some([Part::Month(month), Part::Short(number, 2)]) => {
                    shows_years |= 31 < *number;
                    if let Some(months) = months_by_number.get_mut(*number as usize) {
                        *months |= 1 << (month - 1);
                    }
                }
                Some([Part::Month(_), Part::Year(_)]) => shows_years = true,
                _ => {}
            }
        }
        let n_numbers = months_by_number.iter().filter(|months| **months != 0).count() as u32;
        let n_months: u32 = months_by_number.iter().map(|months| months.count_ones()).sum();
        let is_shared = 0 < n_numbers && n_numbers * 3 <= n_months;
        let ValueKind::Date { order, certain } = dates.decide() else { return Self::default() };
        Self {
            order,
            is_doubtful: !certain,
            has_short_years: shows_years || is_shared,
            is_compact: is_compact && 0 < n_seen,
        }
    }

    /// The period of one of the column's cells.
    pub(in crate::data) fn parse(self, cell: &str) -> Option<Period> {
        use Part::{Fiscal, Half, Month as Named, MonthMark, Quarter, Roman, Short, Year};
        if let Some(day) = parse_date(cell, self.order) {
            return of_month(Month::of(day).year(), Month::of(day).month());
        }
        if self.is_compact
            && let Some((year, month)) = compact(cell)
        {
            return of_month(year, month);
        }
        match *parts(cell)?.as_slice() {
            [Year(year)] | [Fiscal, Year(year)] | [Year(year), Fiscal] => of_year(year),
            [Fiscal, Short(year, 2)] => of_year(full_year(year) as i32),
            [Year(year), Short(month, _) | Named(month)]
            | [Short(month, _) | Named(month), Year(year)]
            | [Year(year), MonthMark, Short(month, _)]
            | [MonthMark, Short(month, _), Year(year)] => of_month(year, month),
            [Named(month), Short(year, 2)] if self.has_short_years || 31 < year => {
                of_month(full_year(year) as i32, month)
            }
            [Short(day, _), Named(month), Year(year)]
            | [Named(month), Short(day, _), Year(year)]
            | [Year(year), Named(month), Short(day, _)]
                if (1..=31).contains(&day) =>
            {
                of_month(year, month)
            }
            [Year(year), Quarter, Short(quarter, _) | Roman(quarter)]
            | [Year(year), Short(quarter, _) | Roman(quarter), Quarter]
            | [Quarter, Short(quarter, _) | Roman(quarter), Year(year)]
            | [Short(quarter, _) | Roman(quarter), Quarter, Year(year)]
            | [Fiscal, Year(year), Quarter, Short(quarter, _)]
            | [Quarter, Short(quarter, _), Fiscal, Year(year)] => of_quarter(year, quarter),
            [Short(quarter, 1) | Roman(quarter), Quarter, Short(year, 2)]
            | [Short(year, 2), Quarter, Short(quarter, 1) | Roman(quarter)]
            | [Quarter, Short(quarter, 1) | Roman(quarter), Short(year, 2)]
            | [Fiscal, Short(year, 2), Quarter, Short(quarter, 1)]
            | [Quarter, Short(quarter, 1), Fiscal, Short(year, 2)] => of_quarter(full_year(year) as i32, quarter),
            [Year(year), Half, Short(half, 1) | Roman(half)]
            | [Year(year), Short(half, 1) | Roman(half), Half]
            | [Half, Short(half, 1) | Roman(half), Year(year)]
            | [Short(half, 1) | Roman(half), Half, Year(year)]
            | [Fiscal, Year(year), Half, Short(half, 1)]
            | [Half, Short(half, 1), Fiscal, Year(year)] => of_half(year, half),
            [Short(half, 1), Half, Short(year, 2)]
            | [Short(year, 2), Half, Short(half, 1)]
            | [Half, Short(half, 1), Short(year, 2)]
            | [Fiscal, Short(year, 2), Half, Short(half, 1)]
            | [Half, Short(half, 1), Fiscal, Short(year, 2)] => of_half(full_year(year) as i32, half),
            _ => None,
        }
    }
}

/// The month, from 1, that a word names, whole or by three letters or more that only one month begins with.
pub(in crate::data) fn month_of(word: &str) -> Option<u32> {
    Plain::of(word).and_then(|plain| month(&plain))
}

fn of_month(year: i32, month: u32) -> Option<Period> {
    ((1..=12).contains(&month) && is_year(year))
        .then(|| Period { start: Month::new(year, month), length: Granularity::Month })
}

fn of_quarter(year: i32, quarter: u32) -> Option<Period> {
    (1..=4)
        .contains(&quarter)
        .then(|| Period { start: Month::new(year, quarter * 3 - 2), length: Granularity::Quarter })
}

fn of_half(year: i32, half: u32) -> Option<Period> {
    (1..=2).contains(&half).then(|| Period { start: Month::new(year, half * 6 - 5), length: Granularity::HalfYear })
}

fn of_year(year: i32) -> Option<Period> {
    is_year(year).then(|| Period { start: Month::new(year, 1), length: Granularity::Year })
}

fn is_year(year: i32) -> bool {
    (1970..=2200).contains(&year)
}

/// `202601`, from 1990 to 2060: year and month.
fn compact(cell: &str) -> Option<(i32, u32)> {
    let number: u32 = if cell.len() == 6 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        cell.parse().ok()?
    } else {
        return None;
    };
    let (year, month) = (number / 100, number % 100);
    ((1990..=2060).contains(&year) && (1..=12).contains(&month)).then_some((year as i32, month))
}

/// The cell's words and numbers; `None` if one of them says nothing about a period.
fn parts(cell: &str) -> Option<Vec<Part>> {
    if 40 < cell.len() {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = cell;
    while let Some(char) = rest.chars().next() {
        let end = if char.is_ascii_digit() {
            let end = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
            let number: u32 = rest.get(..end)?.parse().ok()?;
            parts.push(match end {
                1 | 2 => Part::Short(number, end),
                4 => Part::Year(i32::try_from(number).ok().filter(|year| is_year(*year))?),
                _ => return None,
            });
            rest.len() - behind_ordinal(rest.get(end..)?).len()
        } else if char.is_alphabetic() {
            let end = rest.find(|char: char| !char.is_alphabetic() && !is_accent(char)).unwrap_or(rest.len());
            parts.extend(word(rest.get(..end)?)?);
            end
        } else if matches!(char, ' ' | '-' | '/' | '.' | ',' | '_' | '\u{a0}' | '–' | '\'' | '’') {
            char.len_utf8()
        } else {
            return None;
        };
        if 4 < parts.len() {
            return None;
        }
        rest = rest.get(end..)?;
    }
    Some(parts)
}

/// What a word says; nothing within, if it says nothing and may stand there.
#[allow(clippy::option_option)] // refused, and read over, are two things
fn word(word: &str) -> Option<Option<Part>> {
    if let Some(number) = roman(word) {
        return Some(Some(Part::Roman(number)));
    }
    if word == "KW" {
        return None; // a German's week, a Pole's quarter
    }
    let plain = Plain::of(word)?;
    let part = match plain.as_str() {
        "q" | "k" | "t" | "kw" | "qtr" | "quarter" | "kwartal" | "quartal" | "trimestre" | "trim" => Part::Quarter,
        "h" | "hy" | "half" | "polrocze" | "halbjahr" | "hj" | "semestre" => Part::Half,
        "fy" => Part::Fiscal,
        "m" => Part::MonthMark,
        "r" | "roku" => return Some(None),
        _ if is_filler(&plain) => return Some(None),
        _ => Part::Month(month(&plain)?),
    };
    Some(Some(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: Option<(i32, u32, Granularity)>) {
        let expected = expected.map(|(year, month, length)| Period { start: Month::new(year, month), length });
        assert_eq!(parse_period(cell, DateOrder::DayFirst), expected, "{cell:?}");
    }

    #[test]
    fn periods_are_read_as_people_write_them() {
        use Granularity::{HalfYear, Month, Quarter, Year};
        for cell in [
            "2026-03",
            "03/2026",
            "3.2026",
            "31/03/2026",
            "2026-03-31",
            "Mar 2026",
            "March 2026",
            "2026 mar",
            "mars 2026",
        ] {
            check(cell, Some((2026, 3, Month)));
        }
        for cell in
            ["marzec 2026", "marca 2026", "März 2026", "31 March 2026", "March 31, 2026", "31-Mar-2026", "mar. 2026"]
        {
            check(cell, Some((2026, 3, Month)));
        }
        for cell in ["2026-Q2", "Q2 2026", "2026Q2", "Q2/2026", "2Q 2026", "Q2 FY2026", "FY2026 Q2", "kwartał 2 2026"]
        {
            check(cell, Some((2026, 4, Quarter)));
        }
        for cell in ["2026-H2", "H2 2026", "2H26", "FY26 H2", "II półrocze 2026", "2. Halbjahr 2026", "HY2 2026"] {
            check(cell, Some((2026, 7, HalfYear)));
        }
        for cell in ["2026", "FY2026", "FY 2026", "fy2026"] {
            check(cell, Some((2026, 1, Year)));
        }
        check("Jan 2026", Some((2026, 1, Month)));
        check("styczeń 2026", Some((2026, 1, Month)));
        check("Feb 2026", Some((2026, 2, Month)));
        check("lut 2026", Some((2026, 2, Month)));
        check("maj 2026", Some((2026, 5, Month)));
        check("czerwiec 2026", Some((2026, 6, Month)));
        check("lip 2026", Some((2026, 7, Month)));
        check("sierpień 2026", Some((2026, 8, Month)));
        check("wrz 2026", Some((2026, 9, Month)));
        check("paź 2026", Some((2026, 10, Month)));
        check("lis 2026", Some((2026, 11, Month)));
        check("gru 2026", Some((2026, 12, Month)));
        check("août 2026", Some((2026, 8, Month)));
        check("enero 2026", Some((2026, 1, Month)));
        check("Dez 2026", Some((2026, 12, Month)));
        for cell in ["M01 2026", "2026M01", "2026-M01", "01.2026", "2026/1", "janeiro de 2026", "styczeń 2026 r."] {
            check(cell, Some((2026, 1, Month)));
        }
        for cell in ["fevereiro 2026", "fev/2026", "Feb. 2026", "3 lutego 2026", "12-Feb-26", "20260212"] {
            check(cell, Some((2026, 2, Month)));
        }
        for cell in ["1Q26", "26Q1", "FY26 Q1", "Q1 FY26", "Q1'26", "Q1 26", "1T26", "1T2026", "T1 2026", "I kw. 2026"]
        {
            check(cell, Some((2026, 1, Quarter)));
        }
        for cell in ["1º trimestre de 2026", "1er trimestre 2026", "1. Quartal 2026", "I kwartał 2026 r.", "kw. I 2026"]
        {
            check(cell, Some((2026, 1, Quarter)));
        }
        check("FY26", Some((2026, 1, Year)));
        check("Jan-99", Some((1999, 1, Month)));
    }

    #[test]
    fn what_is_no_period_is_none() {
        for cell in
            ["2026-13", "soon", "99999999999999999999", "01-12", "12", "1969", "2201", "0026-01", "ju 2026", "Q5 2026"]
        {
            check(cell, None);
        }
        for cell in ["Jan 26", "Q1", "2026-03 2026", "Team 2026", "2026 m", "Jan", "", "2026-2027", "26-03", "202603"] {
            check(cell, None);
        }
        for cell in [
            "KW 2 2026",
            "26-Jan",
            "04Q04",
            "H3 2026",
            "III 2026",
            "H1",
            "12Q26",
            "Q1 2026 Q2",
            "1Q1Q26",
            "FY1",
            "M13 2026",
        ] {
            check(cell, None);
        }
    }

    #[test]
    fn a_short_year_needs_its_column() {
        let check = |cells: &[&str], expected: Option<&str>| {
            let periods = Periods::of(cells.iter().map(|cell| (*cell, 1)));
            let found = periods.parse(cells[0]).map(|period| period.start.to_string());
            assert_eq!(found.as_deref(), expected, "{cells:?}");
        };
        check(&["Jan-26"], None);
        check(&["Jan 26", "Feb 27"], None);
        check(&["Jan-26", "Feb-26", "Mar-26"], Some("2026-01"));
        check(&["Jan 26", "Feb 2026"], Some("2026-01"));
        check(&["Jan-26", "Feb-99"], Some("2026-01"));
        check(&["Jan 5", "Feb 99"], None);
        check(&["202601", "202602"], Some("2026-01"));
        check(&["202601", "202613"], None);
        check(&["202601", "5"], None);
        check(&["02/03/2026", "31/03/2026"], Some("2026-03"));
    }
}
