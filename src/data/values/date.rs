//! Days as people write them, read in the order that their column has.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::names::full_year;
use super::shape::{Shape, Year, shape};
use super::{ValueKind, serial};

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

/// Reads a day; a weekday before it and a time after it are read over, two-digit years are 1970 to 2069. Four digits that
/// stand first are the year in every order, and so is the year beside a month's name; in [`DateOrder::YearFirst`] no
/// other date with a year of four digits is read.
///
/// ```
/// use attain::data::{DateOrder, parse_date};
/// assert_eq!(parse_date("31/03/2026", DateOrder::DayFirst).unwrap().to_string(), "2026-03-31");
/// assert_eq!(parse_date("2/24/2003 0:00", DateOrder::MonthFirst).unwrap().to_string(), "2003-02-24");
/// assert_eq!(parse_date("Mon, 3 lutego 2025", DateOrder::MonthFirst).unwrap().to_string(), "2025-02-03");
/// assert_eq!(parse_date("2026-02-31", DateOrder::YearFirst), None);
/// ```
pub fn parse_date(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    let (year, month, day) = match shape(cell)? {
        Shape::Named { year, month, day, .. } | Shape::Compact { year, month, day } => (year, month, day),
        Shape::Figures { first, second, third, year: place } => {
            let (year, month, day) = match (place, order) {
                (Year::First, _) | (Year::Short, DateOrder::YearFirst) => (first, second, third),
                (_, DateOrder::DayFirst) => (third, second, first),
                (_, DateOrder::MonthFirst) => (third, first, second),
                (Year::Last, DateOrder::YearFirst) => return None, // which is the month nobody said
            };
            (if place == Year::Short { full_year(year) } else { year }, month, day)
        }
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| (1000..=9999).contains(&year))
}

/// Reads a day as the kind of its column says: a date in its order, or a number that counts days or seconds. Dates stand
/// among such numbers too, and are read where their order is plain.
pub(in crate::data) fn parse_day(cell: &str, kind: ValueKind) -> Option<NaiveDate> {
    match kind {
        ValueKind::Serial { epoch } => serial::parse(cell, epoch).or_else(|| parse_date(cell, DateOrder::YearFirst)),
        ValueKind::Date { order, .. } => parse_date(cell, order),
        _ => parse_date(cell, DateOrder::YearFirst),
    }
}

/// How many of a column's cells are dates of which order.
#[derive(Default)]
pub(super) struct Evidence {
    year_first: usize,
    named: usize,
    pub(super) n_compact: usize,
    /// Distinct texts of that kind.
    pub(super) n_compact_texts: usize,
    /// Dates in figures whose year does not stand first.
    last: Votes,
    /// Dates whose year has two digits and may stand first.
    short: Votes,
    n_short_named: usize,
    /// Of two-digit dates: how many could begin with the year, and the range of the first and of the last number.
    n_short_year_first: usize,
    n_short_year_last: usize,
    firsts: Range,
    thirds: Range,
}

/// What cells say of day and month.
#[derive(Clone, Copy, Default)]
struct Votes {
    day_first: usize,
    month_first: usize,
    /// Dates of two meanings: `01/02/2026`.
    either: usize,
    /// The same day in both orders: `03/03/2026`.
    same: usize,
}

/// The smallest and the largest of some numbers.
#[derive(Default)]
struct Range(Option<(u32, u32)>);

impl Range {
    fn see(&mut self, number: u32) {
        let (low, high) = self.0.unwrap_or((number, number));
        self.0 = Some((low.min(number), high.max(number)));
    }

    fn width(&self) -> u32 {
        self.0.map_or(0, |(low, high)| high - low)
    }
}

impl Votes {
    fn see(&mut self, first: u32, second: u32, n: usize) -> bool {
        if 31 < first || 31 < second || (12 < first && 12 < second) {
            return false; // no calendar day
        }
        let place = if 12 < first {
            &mut self.day_first
        } else if 12 < second {
            &mut self.month_first
        } else if first == second {
            &mut self.same
        } else {
            &mut self.either
        };
        *place += n;
        true
    }

    const fn n(&self) -> usize {
        self.day_first + self.month_first + self.either + self.same
    }

    const fn with(self, other: Self) -> Self {
        Self {
            day_first: self.day_first + other.day_first,
            month_first: self.month_first + other.month_first,
            either: self.either + other.either,
            same: self.same + other.same,
        }
    }

    /// The order of more votes, month first among equals. It is not certain where cells speak for both, or where none
    /// speaks and some have two meanings.
    const fn decide(&self) -> (DateOrder, bool) {
        let order = if self.month_first < self.day_first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
        let certain = match (self.day_first, self.month_first) {
            (0, 0) => self.either == 0,
            (0, _) | (_, 0) => true,
            _ => false,
        };
        (order, certain)
    }
}

impl Evidence {
    /// Sees a text that stands in `n` cells. It counts as a date by its shape, so that 31 February is a wrong date and
    /// not a text.
    pub(super) fn see(&mut self, cell: &str, n: usize) {
        match shape(cell) {
            None => {}
            Some(Shape::Compact { .. }) => {
                self.n_compact += n;
                self.n_compact_texts += 1;
            }
            Some(Shape::Named { is_short, .. }) => {
                self.named += n;
                self.n_short_named += if is_short { n } else { 0 };
            }
            Some(Shape::Figures { first, second, third, year }) => match year {
                Year::First => self.year_first += if second <= 12 && third <= 31 { n } else { 0 },
                Year::Last => _ = self.last.see(first, second, n),
                Year::Short => self.see_short(first, second, third, n),
            },
        }
    }

    fn see_short(&mut self, first: u32, second: u32, third: u32, n: usize) {
        let ends_with_year = self.short.see(first, second, n);
        let begins_with_year = (1..=12).contains(&second) && (1..=31).contains(&third);
        if ends_with_year || begins_with_year {
            self.n_short_year_last += if ends_with_year { n } else { 0 };
            self.n_short_year_first += if begins_with_year { n } else { 0 };
            self.firsts.see(first);
            self.thirds.see(third);
        }
    }

    /// Cells that are dates for certain, which those without marks are not.
    pub(super) fn n_dates(&self) -> usize {
        self.year_first + self.named + self.last.n() + self.n_short_year_last.max(self.n_short_year_first)
    }

    /// Whether the days of other columns may say the order.
    pub(super) const fn is_mute(&self) -> bool {
        self.last.day_first + self.last.month_first + self.short.n() == 0 && 0 < self.last.either
    }

    /// Whether some years have two digits.
    pub(super) const fn has_short_years(&self) -> bool {
        0 < self.n_short_named + self.n_short_year_last + self.n_short_year_first
    }

    /// The order of those dates that do not begin with the year, if there are any; and whether it is certain.
    pub(super) fn decide(&self) -> ValueKind {
        let date = |(order, certain)| ValueKind::Date { order, certain };
        let n_short = self.n_short_year_first.max(self.n_short_year_last);
        if self.last.n() + n_short == 0 {
            return date((DateOrder::YearFirst, true));
        }
        let (order, certain) = self.last.with(self.short).decide();
        if n_short == 0 || 0 < self.last.n() {
            return date((order, certain));
        }
        match self.n_short_year_first.cmp(&self.n_short_year_last) {
            std::cmp::Ordering::Greater => date((DateOrder::YearFirst, true)),
            std::cmp::Ordering::Less => date((order, certain)),
            std::cmp::Ordering::Equal => self.by_range(order, certain),
        }
    }

    /// Dates of two digits each that could begin with the year as well as end with it: days go through the month, years
    /// do not. That is certain only where the one range is wide and the other narrow.
    fn by_range(&self, order: DateOrder, certain: bool) -> ValueKind {
        let (first, third) = (self.firsts.width(), self.thirds.width());
        let is_telling = |days: u32, years: u32| 12 <= days && years <= 5;
        if first < third {
            ValueKind::Date { order: DateOrder::YearFirst, certain: is_telling(third, first) }
        } else {
            ValueKind::Date { order, certain: certain && is_telling(first, third) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::values::Epoch;

    #[track_caller]
    fn check(cells: &[&str], expected: Option<(DateOrder, bool)>) {
        let mut evidence = Evidence::default();
        for cell in cells {
            evidence.see(cell, 1);
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
        check(&["12-Mar-2024", "3 sty 2026", "05/01/2026"], Some((DateOrder::MonthFirst, false)));
        check(&["12-Mar-2024", "3 sty 2026"], Some((DateOrder::YearFirst, true)));
        // Votes for both contradict each other.
        check(&["25/01/2026", "26/01/2026", "01/25/2026"], Some((DateOrder::DayFirst, false)));
        check(&["25/01/2026", "01/25/2026"], Some((DateOrder::MonthFirst, false)));
        check(&["2023-09-26 15:15:00.000000 UTC"], Some((DateOrder::YearFirst, true)));
        check(&["1-2-3-4"], None);
        check(&["555-123-4567"], None);
        check(&["10.5"], None);
    }

    #[test]
    fn years_of_two_digits_stand_where_they_can() {
        check(&["31/03/26", "01/04/26", "15/05/26"], Some((DateOrder::DayFirst, true)));
        check(&["03/31/26", "04/01/26"], Some((DateOrder::MonthFirst, true)));
        check(&["26-03-31", "26-04-01", "26-05-15"], Some((DateOrder::YearFirst, true)));
        check(&["99-03-31", "26-04-01"], Some((DateOrder::YearFirst, true)));
        check(&["31-03-99", "01-04-26"], Some((DateOrder::DayFirst, true)));
        check(&["26-03-31"], Some((DateOrder::DayFirst, false)));
        check(&["01/02/03"], Some((DateOrder::MonthFirst, false)));
        check(&["31/03/26", "01/04/2026"], Some((DateOrder::DayFirst, true)));
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
        check("12-Mar-24", DateOrder::YearFirst, "2024-03-12");
        check("20260331", DateOrder::MonthFirst, "2026-03-31");
        check("69-12-31", DateOrder::YearFirst, "2069-12-31");
        check("70-12-31", DateOrder::YearFirst, "1970-12-31");
    }

    #[test]
    fn days_that_no_calendar_has_are_none() {
        for cell in [
            "2026-02-31",
            "31/04/2026",
            "0000-00-00",
            "2026-13-01",
            "",
            "2026-01-01x",
            "a/b/c",
            "31 June 2026",
            "0/0/0",
            "30 lutego 2026",
            "29.02.2025",
        ] {
            assert_eq!(parse_date(cell, DateOrder::DayFirst), None, "{cell:?}");
        }
    }

    #[test]
    fn numbers_are_days_where_their_column_says_so() {
        let check = |cell: &str, epoch: Epoch, expected: &str| {
            let found = parse_day(cell, ValueKind::Serial { epoch }).map_or("none".into(), |day| day.to_string());
            assert_eq!(found, expected, "{cell:?} {epoch:?}");
        };
        check("46112", Epoch::Excel1900, "2026-03-31");
        check("46112.75", Epoch::Excel1900, "2026-03-31");
        check("44650", Epoch::Excel1904, "2026-03-31");
        check("1774915200", Epoch::UnixSeconds, "2026-03-31");
        check("1774915200000", Epoch::UnixMilliseconds, "2026-03-31");
        check("2026-03-31", Epoch::Excel1900, "2026-03-31");
        check("31/03/2026", Epoch::Excel1900, "none");
        check("99999999999999999999", Epoch::UnixSeconds, "none");
        check("soon", Epoch::Excel1904, "none");
    }
}
