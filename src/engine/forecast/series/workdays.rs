//! Trading days: what a month would have sold if all months had as many working days.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{Axis, Series};

/// Days on which there is trade: Monday to Friday without holidays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkingDays {
    /// Days without trade, those on weekends without effect.
    pub holidays: BTreeSet<NaiveDate>,
}

impl WorkingDays {
    /// Working days from the first to the last day, both included; 0 if they are the wrong way round.
    ///
    /// ```
    /// use attain::engine::forecast::WorkingDays;
    /// let days = WorkingDays { holidays: ["2026-11-11".parse().unwrap()].into() };
    /// assert_eq!(days.between("2026-11-01".parse().unwrap(), "2026-11-30".parse().unwrap()), 20);
    /// ```
    pub fn between(&self, first: NaiveDate, last: NaiveDate) -> u32 {
        let n_days = (last - first).num_days() + 1;
        if n_days <= 0 {
            return 0;
        }
        let is_weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let rest = first.iter_days().take((n_days % 7) as usize).filter(|day| !is_weekend(*day)).count();
        let holidays = self.holidays.range(first..=last).filter(|day| !is_weekend(**day)).count();
        let all = n_days / 7 * 5 + rest as i64 - holidays as i64;
        u32::try_from(all).unwrap_or(0)
    }

    /// How much of a mean step each step is by its working days, from the series' first step on, `n_ahead` beyond its last.
    /// 1 throughout where steps have no days, are shorter than a month (a week's days hardly differ, a day's are 0 or 1), or
    /// a step has no working day.
    pub fn factors(&self, axis: Axis, series: &Series, n_ahead: usize) -> Vec<f64> {
        let n = series.values.len() + n_ahead;
        let days = |at: usize| {
            let tick = series.first.checked_add(i32::try_from(at).ok()?)?;
            axis.period(tick)?;
            let (first, last) = axis.days(tick)?;
            Some(f64::from(self.between(first, last))).filter(|days| 0.0 < *days)
        };
        let Some(all) = (0..n).map(days).collect::<Option<Vec<f64>>>() else { return vec![1.0; n] };
        let known = series.values.len().max(1);
        let mean = all.iter().take(known).sum::<f64>() / known as f64;
        all.iter().map(|days| days / mean).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    #[test]
    fn days_are_counted_as_one_by_one() {
        let days = WorkingDays { holidays: ["2026-01-01", "2026-01-03"].map(|day| day.parse().unwrap()).into() };
        let first: NaiveDate = "2025-12-29".parse().unwrap();
        for n in 0..40 {
            let last = first + chrono::Days::new(n);
            let one_by_one = first
                .iter_days()
                .take(n as usize + 1)
                .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !days.holidays.contains(day));
            assert_eq!(days.between(first, last) as usize, one_by_one.count(), "{last}");
        }
        assert_eq!(days.between(first, first - chrono::Days::new(1)), 0);
    }

    #[test]
    fn february_is_a_short_month() {
        let axis = Axis { step: Step::Month, ..Axis::default() };
        let first = axis.tick("2026-01-01".parse().unwrap());
        let series = Series { first, values: vec![0.0; 2], ..Series::default() };
        // 22 days in January, 20 in February, 22 in March: a mean of 21.
        assert_eq!(WorkingDays::default().factors(axis, &series, 1), [22.0 / 21.0, 20.0 / 21.0, 22.0 / 21.0]);
        let axis = Axis { step: Step::Place, ..Axis::default() };
        assert_eq!(WorkingDays::default().factors(axis, &series, 1), [1.0; 3]);
    }
}
