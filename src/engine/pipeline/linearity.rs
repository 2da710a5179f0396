//! How a quarter's wins come in week by week, and what the quarter so far lets expect.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::view::View;
use crate::engine::records::Outcome;
use crate::engine::simulate::Quantiles;
use crate::engine::units::{Calendar, Granularity, Month};

/// Weeks of a quarter; the last takes the days beyond.
const N_WEEKS: usize = 13;
/// Quarters that are looked at, at most.
const MOST_QUARTERS: i32 = 12;
/// Quarters from which a curve is told.
const LEAST_QUARTERS: usize = 3;

/// Shares of a quarter's wins by week, and the current quarter on that curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Linearity {
    /// First month of the current quarter.
    pub quarter: Month,
    /// Weeks of it that are over, 0 to 13.
    pub n_weeks: u32,
    /// Past quarters with wins.
    pub n_quarters: u32,
    /// Share of a quarter's wins that was won by the end of each week, over past quarters.
    pub by_week: Vec<Quantiles>,
    /// Won so far.
    pub to_date: f64,
    /// The quarter's total if it comes in as past ones did: so far over the share at the same week; none before anything was won.
    pub total: Option<Quantiles>,
}

/// The same week of past quarters (linearity): `total = won to date / share by that week`. None with fewer than three past
/// quarters.
pub fn linearity(view: &View, calendar: Calendar) -> Option<Linearity> {
    let current = calendar.period(view.first_month(), Granularity::Quarter).start;
    let first = view.deals.iter().map(|deal| Month::of(deal.created)).min()?;
    let won_by = |start: Month, until: NaiveDate| -> f64 {
        let won = view.deals.iter().filter(|deal| deal.outcome == Outcome::Won);
        won.filter(|deal| deal.ended.is_some_and(|day| start.first_day() <= day && day <= until))
            .filter_map(|deal| deal.amount)
            .sum()
    };
    let end_of = |start: Month, week: usize| -> NaiveDate {
        let last = start.plus(2).last_day();
        let end = start.first_day().checked_add_days(Days::new(7 * week as u64 + 6)).unwrap_or(last);
        if week + 1 == N_WEEKS { last } else { end.min(last) }
    };
    let mut curves: Vec<Vec<f64>> = Vec::new();
    for back in 1..=MOST_QUARTERS {
        let start = current.plus(-3 * back);
        let total = won_by(start, start.plus(2).last_day());
        if start < first || total <= 0.0 {
            continue;
        }
        curves.push((0..N_WEEKS).map(|week| won_by(start, end_of(start, week)) / total).collect());
    }
    if curves.len() < LEAST_QUARTERS {
        return None;
    }
    let at = |week: usize| -> Vec<f64> { curves.iter().filter_map(|curve| curve.get(week)).copied().collect() };
    let n_weeks = (0..N_WEEKS).filter(|week| end_of(current, *week) <= view.day).count();
    let to_date = won_by(current, n_weeks.checked_sub(1).map_or(view.day, |week| end_of(current, week)));
    let total = n_weeks.checked_sub(1).filter(|_| 0.0 < to_date).and_then(|week| {
        let shares: Vec<f64> = at(week).into_iter().filter(|share| 0.0 < *share).collect();
        let mut totals: Vec<f64> = shares.iter().map(|share| to_date / share).collect();
        (LEAST_QUARTERS <= totals.len()).then(|| Quantiles::of_values(&mut totals))
    });
    Some(Linearity {
        quarter: current,
        n_weeks: n_weeks as u32,
        n_quarters: curves.len() as u32,
        by_week: (0..N_WEEKS).map(|week| Quantiles::of_values(&mut at(week))).collect(),
        to_date,
        total,
    })
}
