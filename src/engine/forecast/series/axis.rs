//! Steps of time, numbered.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::engine::units::{Calendar, Granularity, Month, Period};

/// How long a step of a series is. The longer is the greater; places come last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    #[default]
    Month,
    /// Three months of the fiscal year.
    Quarter,
    /// A fiscal year.
    Year,
    /// A place in an order without dates.
    Place,
}

impl Step {
    /// All with dates, the shortest first.
    pub const DATED: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// Steps after which seasons come again, if nobody says so: a week of days, a year of the longer ones, 1 for none.
    pub const fn cycle(self) -> usize {
        match self {
            Self::Day => 7,
            Self::Week => 52,
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year | Self::Place => 1,
        }
    }

    /// Steps that are usually forecast.
    pub const fn horizon(self) -> usize {
        match self {
            Self::Day => 28,
            Self::Week => 13,
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year => 3,
            Self::Place => 8,
        }
    }

    /// The step of that length in months; `None` for half-years, which no series is made of.
    pub const fn of(length: Granularity) -> Option<Self> {
        match length {
            Granularity::Month => Some(Self::Month),
            Granularity::Quarter => Some(Self::Quarter),
            Granularity::Year => Some(Self::Year),
            Granularity::HalfYear => None,
        }
    }

    fn months(self) -> Option<Granularity> {
        match self {
            Self::Month => Some(Granularity::Month),
            Self::Quarter => Some(Granularity::Quarter),
            Self::Year => Some(Granularity::Year),
            Self::Day | Self::Week | Self::Place => None,
        }
    }
}

/// Steps of one length on a fiscal calendar, each with a number that grows by one from step to step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// How long a step is.
    pub step: Step,
    /// Where quarters and years begin.
    pub calendar: Calendar,
}

/// A month that periods of every length are counted from; any would do.
const ORIGIN: (i32, u32) = (2000, 1);

impl Axis {
    /// The number of the step that the day lies in. Places have no days: 0.
    pub fn tick(self, day: NaiveDate) -> i32 {
        match self.step {
            Step::Day => day.num_days_from_ce(),
            // Day 1 of the era was a Monday.
            Step::Week => (day.num_days_from_ce() - 1).div_euclid(7),
            Step::Place => 0,
            Step::Month | Step::Quarter | Step::Year => self.month_tick(Month::of(day)),
        }
    }

    /// The number of the step that the month lies in, of steps of whole months; its first day's of shorter ones.
    pub fn month_tick(self, month: Month) -> i32 {
        let Some(length) = self.step.months() else { return self.tick(month.first_day()) };
        self.calendar.period(month, length).start.since(self.origin(length)) / length.months()
    }

    /// Its first and last day; `None` for places and beyond the calendar.
    pub fn days(self, tick: i32) -> Option<(NaiveDate, NaiveDate)> {
        match self.step {
            Step::Day => NaiveDate::from_num_days_from_ce_opt(tick).map(|day| (day, day)),
            Step::Week => {
                let first = NaiveDate::from_num_days_from_ce_opt(tick.checked_mul(7)?.checked_add(1)?)?;
                Some((first, first.checked_add_days(Days::new(6))?))
            }
            Step::Place => None,
            Step::Month | Step::Quarter | Step::Year => {
                let period = self.period(tick)?;
                Some((period.start.first_day(), period.end().last_day()))
            }
        }
    }

    /// The step as a period of the fiscal calendar, where it is whole months.
    pub fn period(self, tick: i32) -> Option<Period> {
        let length = self.step.months()?;
        Some(Period { start: self.origin(length).plus(tick.checked_mul(length.months())?), length })
    }

    /// The place of a step within its cycle of so many steps, 0 to `cycle − 1`: the same for all steps of one season. A cycle
    /// of a year begins with the fiscal year, one of a quarter's months or weeks with a quarter, one of days on Monday.
    pub fn phase(self, tick: i32, cycle: usize) -> usize {
        let cycle = i32::try_from(cycle).unwrap_or(i32::MAX).max(1);
        let from = match self.step {
            Step::Month | Step::Quarter => {
                let length = self.step.months().unwrap_or_default();
                let year = self.calendar.period(Month::new(ORIGIN.0, ORIGIN.1), Granularity::Year).start;
                year.since(self.origin(length)) / length.months()
            }
            Step::Day => 1, // a Monday
            Step::Week | Step::Year | Step::Place => 0,
        };
        usize::try_from((tick - from).rem_euclid(cycle)).unwrap_or(0)
    }

    fn origin(self, length: Granularity) -> Month {
        self.calendar.period(Month::new(ORIGIN.0, ORIGIN.1), length).start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn steps_hold_their_days_and_follow_each_other() {
        for fiscal_year_start in [1, 2, 7] {
            for step in Step::DATED {
                let axis = Axis { step, calendar: Calendar { fiscal_year_start } };
                let mut tick = axis.tick(day("1998-12-30"));
                let (mut from, _) = axis.days(tick).unwrap();
                while from < day("2004-03-01") {
                    let (first, last) = axis.days(tick).unwrap();
                    assert_eq!((first, axis.tick(first), axis.tick(last)), (from, tick, tick), "{step:?}");
                    (tick, from) = (tick + 1, last.succ_opt().unwrap());
                }
            }
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_quarters_where_the_year_says() {
        let week = Axis { step: Step::Week, ..Axis::default() };
        assert_eq!(week.days(week.tick(day("2026-11-29"))).unwrap().0, day("2026-11-23"));
        let quarter = Axis { step: Step::Quarter, calendar: Calendar { fiscal_year_start: 2 } };
        assert_eq!(quarter.days(quarter.tick(day("2026-01-31"))).unwrap().0, day("2025-11-01"));
        let month = Axis { step: Step::Month, calendar: Calendar { fiscal_year_start: 4 } };
        assert_eq!(month.phase(month.tick(day("2026-04-30")), 12), 0);
        assert_eq!(month.phase(month.tick(day("2026-03-30")), 12), 11);
        assert_eq!(month.phase(month.tick(day("2026-05-30")), 3), 1);
        let days = Axis { step: Step::Day, ..Axis::default() };
        assert_eq!(days.phase(days.tick(day("2026-11-24")), 7), 1, "a Tuesday");
    }
}
