//! Months, quarters and years as people write them.

use super::date::{DateOrder, parse_date};
use crate::engine::units::{Granularity, Month, Period};

/// Names of the months without accents: English, Polish (as it stands, and as in dates), German, French, Spanish, Portuguese.
/// Short forms of three letters or more are taken for the month that alone begins so.
const MONTHS: [&str; 12] = [
    "january styczen stycznia januar janner janvier enero janeiro",
    "february luty lutego februar fevrier febrero fevereiro",
    "march marzec marca marz maerz mars marzo mrz marco",
    "april kwiecien kwietnia avril abril",
    "may maj maja mai mayo maio",
    "june czerwiec czerwca juni juin junio junho",
    "july lipiec lipca juli juillet julio julho",
    "august sierpien sierpnia aout agosto",
    "september wrzesien wrzesnia septembre septiembre sept setembro",
    "october pazdziernik pazdziernika oktober octobre octubre outubro",
    "november listopad listopada novembre noviembre novembro",
    "december grudzien grudnia dezember decembre diciembre dezembro",
];

/// What a period is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A number of four digits that is a year.
    Year(i32),
    /// A number of one or two digits.
    Short(u32),
    /// A month's name.
    Month(u32),
    /// `Q`, `kw.`, `quarter`
    Quarter,
    /// `FY`
    Fiscal,
}

/// The period of a cell: a month, a quarter or a year, or the month of a day. Quarters and years are those of the
/// calendar. Years from 1970 to 2200 only; what could mean two things is none.
pub(in crate::data) fn parse_period(cell: &str, order: DateOrder) -> Option<Period> {
    use Part::{Fiscal, Month as Named, Quarter, Short, Year};
    let of_month = |year: i32, month: u32| {
        (1..=12).contains(&month).then(|| Period { start: Month::new(year, month), length: Granularity::Month })
    };
    if let Some(day) = parse_date(cell, order) {
        let month = Month::of(day);
        return is_year(month.year()).then_some(Period { start: month, length: Granularity::Month });
    }
    let parts = parts(cell)?;
    let of_quarter = |year: i32, quarter: u32| {
        (1..=4)
            .contains(&quarter)
            .then(|| Period { start: Month::new(year, quarter * 3 - 2), length: Granularity::Quarter })
    };
    match *parts.as_slice() {
        [Year(year)] | [Fiscal, Year(year)] | [Year(year), Fiscal] => {
            Some(Period { start: Month::new(year, 1), length: Granularity::Year })
        }
        [Year(year), Short(month) | Named(month)] | [Short(month) | Named(month), Year(year)] => of_month(year, month),
        [Short(day), Named(month), Year(year)]
        | [Named(month), Short(day), Year(year)]
        | [Year(year), Named(month), Short(day)]
            if (1..=31).contains(&day) =>
        {
            of_month(year, month)
        }
        [Year(year), Quarter, Short(quarter)]
        | [Year(year), Short(quarter), Quarter]
        | [Quarter, Short(quarter), Year(year)]
        | [Short(quarter), Quarter, Year(year)]
        | [Fiscal, Year(year), Quarter, Short(quarter)]
        | [Quarter, Short(quarter), Fiscal, Year(year)] => of_quarter(year, quarter),
        _ => None,
    }
}

/// The month, from 1, that a word names, whole or by three letters or more that only one month begins with.
pub(in crate::data) fn month_of(text: &str) -> Option<u32> {
    if let Some(Part::Month(month)) = word(&plain(text)) { Some(month) } else { None }
}

fn is_year(year: i32) -> bool {
    (1970..=2200).contains(&year)
}

/// The cell's words and numbers; `None` if one of them says nothing about a period.
fn parts(cell: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = cell;
    while let Some(char) = rest.chars().next() {
        let end = if char.is_ascii_digit() {
            let end = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
            let number: u32 = rest.get(..end)?.parse().ok()?;
            parts.push(match end {
                1 | 2 => Part::Short(number),
                4 => Part::Year(i32::try_from(number).ok().filter(|year| is_year(*year))?),
                _ => return None,
            });
            end
        } else if char.is_alphabetic() {
            let end = rest.find(|char: char| !char.is_alphabetic()).unwrap_or(rest.len());
            parts.push(word(&plain(rest.get(..end)?))?);
            end
        } else if matches!(char, ' ' | '-' | '/' | '.' | ',' | '_' | '\u{a0}' | '–') {
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

fn word(word: &str) -> Option<Part> {
    match word {
        "q" | "k" | "t" | "kw" | "qtr" | "quarter" | "kwartal" | "quartal" | "trimestre" => return Some(Part::Quarter),
        "fy" => return Some(Part::Fiscal),
        _ => {}
    }
    let month = |fits: &dyn Fn(&str) -> bool| {
        let mut found = (1..).zip(MONTHS).filter(|(_, names)| names.split(' ').any(fits)).map(|(month, _)| month);
        found.next().filter(|_| found.next().is_none())
    };
    let begins = |name: &str| 3 <= word.len() && name.starts_with(word);
    month(&|name| name == word).or_else(|| month(&begins)).map(Part::Month)
}

/// Lower case, without the accents of month names.
pub(in crate::data) fn plain(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase).map(|letter| match letter {
        'ä' | 'á' | 'ã' | 'ą' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ę' => 'e',
        'û' | 'ü' | 'ú' => 'u',
        'ñ' | 'ń' => 'n',
        'ó' => 'o',
        'ś' => 's',
        'ź' | 'ż' => 'z',
        'ł' => 'l',
        letter => letter,
    });
    letters.collect()
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
        use Granularity::{Month, Quarter, Year};
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
    }
}
