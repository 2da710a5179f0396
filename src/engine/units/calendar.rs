//! Months, and the fiscal periods they make up.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A calendar month, counted from January of year 0, so that months can be subtracted and ranged over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month `month` (1 to 12, others clamped) of `year`.
    pub fn new(year: i32, month: u32) -> Self {
        Self(year.clamp(-9_999, 9_999) * 12 + (month.clamp(1, 12) as i32 - 1))
    }

    /// The month that the day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self::new(day.year(), day.month())
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 for January to 12 for December.
    pub fn month(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// That many months later, or earlier if negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// Whole months from `earlier` to this one.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.month(), 1).unwrap_or_default()
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.plus(1).first_day().pred_opt().unwrap_or_default()
    }
}

/// `2017-03`
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is not a month as YYYY-MM");
        let (year, month) = text.rsplit_once('-').ok_or_else(wrong)?;
        let (year, month): (i32, u32) = (year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?);
        if (1..=12).contains(&month) && (0..=9_999).contains(&year) { Ok(Self::new(year, month)) } else { Err(wrong()) }
    }
}

impl Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// How long a period is. The longer is the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Granularity {
    /// One month.
    #[default]
    Month,
    /// Three months of the fiscal year.
    Quarter,
    /// The fiscal year.
    Year,
    /// Six months of the fiscal year. It comes last so that what is stored by number stays what it was.
    HalfYear,
}

impl Ord for Granularity {
    fn cmp(&self, other: &Self) -> Ordering {
        self.months().cmp(&other.months())
    }
}

impl PartialOrd for Granularity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Granularity {
    /// Every length, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::HalfYear, Self::Year];

    /// Its length in months.
    pub fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}

/// A run of whole months: a fiscal month, quarter, half-year or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Period {
    /// Its first month.
    pub start: Month,
    /// How long it is.
    pub length: Granularity,
}

impl Period {
    /// Whether the month lies in it.
    pub fn contains(self, month: Month) -> bool {
        (0..self.length.months()).contains(&month.since(self.start))
    }

    /// Its last month.
    pub fn end(self) -> Month {
        self.start.plus(self.length.months() - 1)
    }

    /// Its months, in order.
    pub fn months(self) -> impl Iterator<Item = Month> + Clone {
        (0..self.length.months()).map(move |step| self.start.plus(step))
    }
}

/// The fiscal year: the calendar month it begins in. A fiscal year is named after the calendar year it ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Calendar {
    /// 1 for January to 12 for December.
    pub fiscal_year_start: u32,
}

impl Default for Calendar {
    fn default() -> Self {
        Self { fiscal_year_start: 1 }
    }
}

impl Calendar {
    /// The period of that length which the month lies in.
    ///
    /// ```
    /// use attain::engine::units::{Calendar, Granularity, Month};
    /// let calendar = Calendar { fiscal_year_start: 2 };
    /// let quarter = calendar.period(Month::new(2026, 1), Granularity::Quarter);
    /// assert_eq!(quarter.start, Month::new(2025, 11));
    /// ```
    pub fn period(self, month: Month, length: Granularity) -> Period {
        let into_year = (month.month() as i32 - self.fiscal_year_start.clamp(1, 12) as i32).rem_euclid(12);
        Period { start: month.plus(-(into_year % length.months())), length }
    }

    /// The number of the fiscal year: the calendar year its last month lies in.
    pub fn fiscal_year(self, month: Month) -> i32 {
        self.period(month, Granularity::Year).end().year()
    }

    /// The periods of that length that touch the months from `first` to `last`, in order.
    pub fn periods(self, first: Month, last: Month, length: Granularity) -> Vec<Period> {
        let mut periods = Vec::new();
        let mut period = self.period(first, length);
        while period.start <= last {
            periods.push(period);
            period = Period { start: period.start.plus(length.months()), length };
        }
        periods
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_in_order_and_stored_by_the_number_they_had() {
        assert!(Granularity::ALL.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(Granularity::ALL.iter().copied().max(), Some(Granularity::Year));
        let stored = |length: Granularity| postcard::to_allocvec(&length).unwrap();
        for (length, number) in
            [(Granularity::Month, 0), (Granularity::Quarter, 1), (Granularity::Year, 2), (Granularity::HalfYear, 3)]
        {
            assert_eq!(stored(length), [number], "{length:?}");
        }
    }

    #[test]
    fn half_years_are_those_of_the_fiscal_year() {
        let check = |fiscal_year_start, month, start: (i32, u32)| {
            let period = Calendar { fiscal_year_start }.period(Month::new(2026, month), Granularity::HalfYear);
            assert_eq!((period.start, period.months().count()), (Month::new(start.0, start.1), 6));
        };
        check(1, 6, (2026, 1));
        check(1, 7, (2026, 7));
        check(2, 1, (2025, 8));
        check(2, 7, (2026, 2));
        check(2, 12, (2026, 8));
    }
}
