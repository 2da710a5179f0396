//! Days as people write them, the order of day and month decided per column.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ValueKind;

/// The order of a column's dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// `2026-03-31`
    #[default]
    YearFirst,
    /// `31.03.2026`
    DayFirst,
    /// `3/31/2026`
    MonthFirst,
}

/// Where the year of a date stands, as far as its digits say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Year {
    First,
    Last,
    /// Two digits everywhere: first in a column of years first, else last.
    Short,
}

/// The three numbers of a date, and where the year stands.
fn numbers(cell: &str) -> Option<(u32, u32, u32, Year)> {
    // A time may follow after a blank or a T.
    let day = cell.split([' ', 'T']).next()?;
    let mark = day.chars().find(|char| !char.is_ascii_digit())?;
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let rest = cell.get(day.len()..)?;
    if !rest.is_empty() && !is_time(rest.trim_start_matches([' ', 'T'])) {
        return None;
    }
    let mut parts = day.split(mark);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some()
        || first.len() > 4
        || second.len() > 2
        || third.len() > 4
        || third.len() == 3
        || first.len() == 3
    {
        return None;
    }
    let number = |text: &str| if text.is_empty() { None } else { text.parse::<u32>().ok() };
    let year = match (first.len() == 4, third.len() == 4) {
        (true, true) => return None,
        (true, false) => Year::First,
        (false, true) => Year::Last,
        (false, false) => Year::Short,
    };
    Some((number(first)?, number(second)?, number(third)?, year))
}

/// `0:00`, `15:15:00.000000 UTC`, `3:04 PM`, `00:00:00Z`, `12:00:00+02:00`
fn is_time(text: &str) -> bool {
    text.contains(':')
        && text.starts_with(|first: char| first.is_ascii_digit())
        && text.len() <= 32
        && text.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, ':' | '.' | '+' | '-' | ' '))
}

/// Reads a day; a time after it is ignored, two-digit years are 1970 to 2069. Four digits that stand first are the year
/// in every order; in [`DateOrder::YearFirst`] no other date with a year of four digits is read.
///
/// ```
/// use attain::data::{DateOrder, parse_date};
/// assert_eq!(parse_date("31/03/2026", DateOrder::DayFirst).unwrap().to_string(), "2026-03-31");
/// assert_eq!(parse_date("2/24/2003 0:00", DateOrder::MonthFirst).unwrap().to_string(), "2003-02-24");
/// assert_eq!(parse_date("2026-02-31", DateOrder::YearFirst), None);
/// ```
pub fn parse_date(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    let (first, second, third, place) = numbers(cell)?;
    let (year, month, day) = match (place, order) {
        (Year::First, _) | (Year::Short, DateOrder::YearFirst) => (first, second, third),
        (_, DateOrder::DayFirst) => (third, second, first),
        (_, DateOrder::MonthFirst) => (third, first, second),
        (Year::Last, DateOrder::YearFirst) => return None, // which is the month nobody said
    };
    let year = if year < 70 {
        year + 2000
    } else if year < 100 {
        year + 1900
    } else {
        year
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| (1000..=9999).contains(&year))
}

/// How many of a column's cells are dates of which order.
#[derive(Default)]
pub(super) struct Evidence {
    year_first: usize,
    day_first: usize,
    month_first: usize,
    /// Dates of two meanings: `01/02/2026`.
    either: usize,
    /// The same day in both orders: `03/03/2026`.
    same: usize,
}

impl Evidence {
    /// A cell counts as a date by its shape, so that 31 February is a wrong date and not a text.
    pub(super) fn see(&mut self, cell: &str) {
        let Some((first, second, third, year)) = numbers(cell) else { return };
        if year == Year::First {
            self.year_first += usize::from(second <= 12 && third <= 31);
        } else if 31 < first || 31 < second || (12 < first && 12 < second) {
            // no calendar day
        } else if 12 < first {
            self.day_first += 1;
        } else if 12 < second {
            self.month_first += 1;
        } else if first == second {
            self.same += 1;
        } else {
            self.either += 1;
        }
    }

    pub(super) fn n_dates(&self) -> usize {
        self.year_first + self.day_first + self.month_first + self.either + self.same
    }

    /// The order of those dates that do not begin with the year, if there are any; and whether it is certain. It is not
    /// where cells speak for both orders, or where none speaks and some have two meanings.
    pub(super) fn decide(&self) -> ValueKind {
        let n_ordered = self.day_first + self.month_first + self.either + self.same;
        if n_ordered == 0 {
            return ValueKind::Date { order: DateOrder::YearFirst, certain: true };
        }
        let order = if self.month_first < self.day_first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
        let certain = match (self.day_first, self.month_first) {
            (0, 0) => self.either == 0,
            (0, _) | (_, 0) => true,
            _ => false,
        };
        ValueKind::Date { order, certain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expected: Option<(DateOrder, bool)>) {
        let mut evidence = Evidence::default();
        for cell in cells {
            evidence.see(cell);
        }
        let found = match evidence.decide() {
            ValueKind::Date { order, certain } if evidence.n_dates() == cells.len() => Some((order, certain)),
            _ => None,
        };
        assert_eq!(found, expected, "{cells:?}");
    }

    #[test]
    fn the_order_is_decided_by_the_whole_column() {
        check(&["2026-01-02", "2026/12/31", "2026-03-04 10:00:00"], Some((DateOrder::YearFirst, true)));
        check(&["01/02/2026", "13/02/2026"], Some((DateOrder::DayFirst, true)));
        check(&["01/02/2026", "02/13/2026", "2/24/2003 0:00"], Some((DateOrder::MonthFirst, true)));
        check(&["01.02.2026", "03.04.2026"], Some((DateOrder::MonthFirst, false)));
        check(&["03.03.2026"], Some((DateOrder::MonthFirst, true)));
        // A few that do not begin with the year decide for themselves.
        check(&["2026-01-02", "2026-12-31", "2026-12-30", "25/01/2026"], Some((DateOrder::DayFirst, true)));
        check(&["2026-01-02", "2026-12-31", "2026-12-30", "05/01/2026"], Some((DateOrder::MonthFirst, false)));
        // Votes for both contradict each other.
        check(&["25/01/2026", "26/01/2026", "01/25/2026"], Some((DateOrder::DayFirst, false)));
        check(&["25/01/2026", "01/25/2026"], Some((DateOrder::MonthFirst, false)));
        check(&["2023-09-26 15:15:00.000000 UTC"], Some((DateOrder::YearFirst, true)));
        check(&["1-2-3-4"], None);
        check(&["555-123-4567"], None);
        check(&["10.5"], None);
    }

    #[test]
    fn a_year_that_stands_first_is_the_year() {
        let check = |cell: &str, order: DateOrder, expected: &str| {
            let found = parse_date(cell, order).map_or("none".into(), |day| day.to_string());
            assert_eq!(found, expected, "{cell:?} {order:?}");
        };
        check("2026-03-31", DateOrder::DayFirst, "2026-03-31");
        check("26-03-31", DateOrder::YearFirst, "2026-03-31");
        check("26-03-31", DateOrder::DayFirst, "2031-03-26");
        check("01/02/2026", DateOrder::YearFirst, "none");
    }

    #[test]
    fn days_that_no_calendar_has_are_none() {
        for cell in ["2026-02-31", "31/04/2026", "0000-00-00", "2026-13-01", "", "2026-01-01x", "a/b/c"] {
            assert_eq!(parse_date(cell, DateOrder::DayFirst), None, "{cell:?}");
        }
    }
}
