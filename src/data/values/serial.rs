//! Days as numbers: counted by spreadsheets in days, by programs in seconds.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::number::{DecimalMark, parse_number};
use rust_decimal::prelude::ToPrimitive;

/// What numbers that stand for days count, and from when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Epoch {
    /// Days, 1 March 1900 being 61, as spreadsheets count.
    #[default]
    Excel1900,
    /// Days since 1 January 1904, as workbooks from older Macintosh programs count.
    Excel1904,
    /// Seconds since 1970, without a time zone.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMilliseconds,
}

/// The day that a number stands for; its fraction, the time, is left out. `None` before 1900 and after 2200.
pub(super) fn parse(cell: &str, epoch: Epoch) -> Option<NaiveDate> {
    let number = parse_number(cell, DecimalMark::Point).or_else(|| parse_number(cell, DecimalMark::Comma))?;
    let number = u64::try_from(number.floor().to_i64()?).ok()?;
    let (start, days) = match epoch {
        // Day 60 is 29 February 1900, which no calendar has; what stands before it is one day off.
        Epoch::Excel1900 => (NaiveDate::from_ymd_opt(1899, 12, 30)?, number.checked_add(u64::from(number < 60))?),
        Epoch::Excel1904 => (NaiveDate::from_ymd_opt(1904, 1, 1)?, number),
        Epoch::UnixSeconds => (NaiveDate::from_ymd_opt(1970, 1, 1)?, number / 86_400),
        Epoch::UnixMilliseconds => (NaiveDate::from_ymd_opt(1970, 1, 1)?, number / 86_400_000),
    };
    if 110_000 < days {
        return None;
    }
    start.checked_add_days(Days::new(days))
}

/// How many of a column's numbers could be days, by what they would count.
#[derive(Default)]
pub(super) struct Evidence {
    days: usize,
    seconds: usize,
    milliseconds: usize,
}

impl Evidence {
    /// Sees a number's whole part, which stands in `n` cells. Spreadsheet days from 1954 to 2119 and times from 1990 to
    /// 2060 are taken for possible.
    pub(super) fn see(&mut self, whole: u64, n: usize) {
        match whole {
            20_000..80_000 => self.days += n,
            631_152_000..2_840_140_800 => self.seconds += n,
            631_152_000_000..2_840_140_800_000 => self.milliseconds += n,
            _ => {}
        }
    }

    /// What nine in ten of `n` numbers count, if they do.
    pub(super) fn decide(&self, n: usize) -> Option<Epoch> {
        let most = |part: usize| 0 < part && n * 9 <= part * 10;
        if most(self.days) {
            Some(Epoch::Excel1900)
        } else if most(self.seconds) {
            Some(Epoch::UnixSeconds)
        } else if most(self.milliseconds) {
            Some(Epoch::UnixMilliseconds)
        } else {
            None
        }
    }
}
