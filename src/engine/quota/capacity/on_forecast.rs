//! Bookings as forecast, held against the quotas given out and against what heads can sell: coverage, utilisation, the gap in
//! money and in heads, and when somebody must be hired to close it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::input::CapacityInput;
use super::needed::{hires_needed, ramp_months};
use super::prepare::prepare_capacity;
use super::report::{CapacityMonth, HiresForMonth, Variant};
use super::{CapacityTally, expected};
use crate::engine::forecast::{Axis, Prediction, Step, Total};
use crate::engine::simulate::{Quantiles, added};
use crate::engine::units::Month;

/// The level of ranges that is wanted: that of P10 to P90.
const LEVEL: f64 = 0.8;
/// A gap below this part of the forecast is rounding.
const ROUNDING: f64 = 1e-6;

/// A forecast of the company's bookings, with what its ranges are measured on.
#[derive(Clone, Copy, Debug)]
pub struct BookingsForecast<'a> {
    /// Its steps.
    pub axis: Axis,
    /// The forecast, with the values that somebody knows better.
    pub found: &'a Prediction,
    /// What the method said of each step, without them.
    pub said: &'a [f64],
    /// What happened before, up to the step before the first that is forecast.
    pub values: &'a [f64],
}

/// Why a forecast cannot be held against a headcount plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnForecastError {
    /// It is not by month.
    NotMonthly,
    /// It holds none of the plan's months.
    OtherMonths {
        /// First month of the plan.
        first: Month,
        /// Last month of the plan.
        last: Month,
    },
}

/// Where the quotas given out come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotasFrom {
    /// Those of the reps.
    Reps,
    /// The headcount plan's goal, with its over-assignment.
    Plan,
}

/// A forecast held against quotas and capacity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OnForecast {
    /// The probability of the forecast's ranges; none where nothing is known of how far off it is.
    pub level: Option<f64>,
    /// Where the quotas come from; none without quotas.
    pub quotas_from: Option<QuotasFrom>,
    /// Simulated years that the range of capacity rests on.
    pub n_runs: u32,
    /// Months of the plan that the forecast does not hold, before it begins and after it ends.
    pub n_outside: (u32, u32),
    /// The months that both hold.
    pub months: Vec<OnForecastMonth>,
    /// All of them together.
    pub all: Held,
    /// The first month in which capacity falls short of the forecast.
    pub first_short: Option<Month>,
    /// Months from hire until a head of the plan's first role is fully ramped: the lead time of a hire, without recruiting.
    pub lead_months: u32,
    /// The month in which a head must be hired to be fully ramped in the first that falls short.
    pub hire_by: Option<Month>,
    /// Whether that lies before the forecast begins: it is late for a full ramp.
    pub is_late: bool,
    /// Hires of the plan's first role with which no month falls short.
    pub hires: Vec<HiresForMonth>,
}

/// A month of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OnForecastMonth {
    /// The month.
    pub month: Month,
    /// What is held against what.
    pub held: Held,
}

/// A forecast of some time beside quotas and capacity of the same. Amounts are in the scenario's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Bookings as forecast.
    pub forecast: f64,
    /// Between which they lie.
    pub forecast_range: Option<(f64, f64)>,
    /// Quotas given out; none without any.
    pub quota: Option<f64>,
    /// Quota over forecast, of months with quotas.
    pub quota_coverage: Option<f64>,
    /// Forecast over quota, of months with quotas: the attainment of what is given out.
    pub attainment: Option<f64>,
    /// What heads are expected to sell.
    pub capacity: f64,
    /// P10 and P90 of what they sell in simulated years.
    pub capacity_range: Option<(f64, f64)>,
    /// Forecast over capacity; none without capacity.
    pub utilisation: Option<f64>,
    /// Forecast less capacity; negative where capacity is to spare.
    pub gap: f64,
    /// The gap over what one fully ramped head of the plan's mix sells in that time.
    pub gap_heads: Option<f64>,
    /// Share of simulated years in which heads sell the forecast or more.
    pub reach: Option<f64>,
}

impl BookingsForecast<'_> {
    /// The places of a plan's months that it holds, and its own step of the first of them.
    fn within(&self, first: Month, n_months: usize) -> Result<(Range<usize>, usize), OnForecastError> {
        if self.axis.step != Step::Month {
            return Err(OnForecastError::NotMonthly);
        }
        let ahead = i64::from(self.found.first) - i64::from(self.axis.month_tick(first));
        let place = |at: i64| usize::try_from(at.max(0)).unwrap_or(0).min(n_months);
        let places = place(ahead)..place(ahead.saturating_add(self.found.expected.len() as i64));
        if places.is_empty() {
            let last = first.plus(i32::try_from(n_months).unwrap_or(1) - 1);
            return Err(OnForecastError::OtherMonths { first, last });
        }
        let step = usize::try_from((-ahead).max(0)).unwrap_or(0);
        Ok((places, step))
    }

    fn expected(&self, step: usize) -> f64 {
        self.found.expected.get(step).copied().unwrap_or(0.0).max(0.0)
    }

    /// The place of the range whose level is nearest to P10 to P90.
    fn range(&self) -> Option<usize> {
        let far = |at: &usize| self.found.ranges.get(*at).map_or(f64::MAX, |range| (range.level - LEVEL).abs());
        (0..self.found.ranges.len()).min_by(|a, b| far(a).total_cmp(&far(b)))
    }

    /// Between which the sum of those steps lies: measured on what the method said, and moved with what was put in its place.
    fn sum_range(&self, steps: Range<usize>) -> Option<(f64, f64)> {
        let sum = |values: &[f64]| values.get(steps.clone()).unwrap_or_default().iter().sum::<f64>();
        let total = Total::of_steps(self.values, self.found, self.said, steps.clone());
        let total = total.moved(sum(&self.found.expected) - sum(self.said));
        total.ranges.get(self.range()?).map(|range| (range.low, range.high))
    }
}

/// Holds a forecast against quotas and capacity, over the months that the headcount plan and the forecast share. `quotas` are those
/// of the reps for each month of the plan; the plan's own stand in where there are none. `years` gives capacity its range.
///
/// `quota coverage = quota / forecast`, `forecast attainment = forecast / quota`, `utilisation = forecast / capacity`,
/// `gap = forecast − capacity`, `gap in heads = gap / (capacity / ramped heads)`; capacity as [`expected`] has it.
///
/// # Errors
/// [`OnForecastError`].
pub fn on_forecast(
    input: &CapacityInput,
    forecast: &BookingsForecast,
    quotas: Option<&[f64]>,
    years: Option<&CapacityTally>,
) -> Result<OnForecast, OnForecastError> {
    let (places, step) = forecast.within(input.first, input.n_months())?;
    let planned = expected(input);
    let assigned: Vec<f64> = planned.months.iter().map(|month| month.assigned).collect();
    let given = |amounts: &[f64]| places.clone().any(|place| amounts.get(place).is_some_and(|quota| 0.0 < *quota));
    let (quotas, quotas_from) = match quotas {
        Some(quotas) if given(quotas) => (quotas, Some(QuotasFrom::Reps)),
        _ if given(&assigned) => (assigned.as_slice(), Some(QuotasFrom::Plan)),
        _ => (&[][..], None),
    };
    let range = forecast.range();
    let full = full_heads(input, &planned.months);
    let of_month = |(at, place): (usize, usize)| {
        let capacity = planned.months.get(place)?;
        let bounds = range.and_then(|range| forecast.found.ranges.get(range)?.bounds.get(step + at).copied());
        let quota = quotas.get(place).copied().filter(|quota| 0.0 < *quota);
        let expected = forecast.expected(step + at);
        let sold = years.map(|years| sold(input, years, place..place + 1)).unwrap_or_default();
        let full = full.get(place).copied().unwrap_or(0.0);
        let held = Held::of((expected, bounds), quota.map(|quota| (quota, expected)), (capacity.expected, sold), full);
        Some(OnForecastMonth { month: capacity.month, held })
    };
    let months: Vec<OnForecastMonth> = places.clone().enumerate().filter_map(of_month).collect();
    let sum = |of: fn(&Held) -> f64| months.iter().map(|month| of(&month.held)).fold(0.0, |sum, amount| sum + amount);
    // Months without quotas say nothing of how far quotas are covered.
    let covered = |held: &Held| if held.quota.is_some() { held.forecast } else { 0.0 };
    let quota = quotas_from.map(|_| (sum(|held| held.quota.unwrap_or(0.0)), sum(covered)));
    let bounds = forecast.sum_range(step..step + places.len());
    let full = full.get(places.clone()).unwrap_or_default().iter().fold(0.0, |sum, full| sum + full);
    let sold = years.map(|years| sold(input, years, places.clone())).unwrap_or_default();
    let all = Held::of((sum(|held| held.forecast), bounds), quota, (sum(|held| held.capacity), sold), full);
    let first_short = months.iter().find(|one| one.held.is_short()).map(|one| one.month);
    let lead_months = lead_months(input);
    let hire_by = first_short.map(|month| month.plus(-(lead_months as i32)));
    let begins = forecast.axis.period(forecast.found.first).map(|period| period.start);
    Ok(OnForecast {
        level: range.and_then(|range| forecast.found.ranges.get(range)).map(|range| range.level),
        quotas_from,
        n_runs: years.map_or(0, CapacityTally::n_runs),
        n_outside: (places.start as u32, (input.n_months() - places.end) as u32),
        all,
        first_short,
        lead_months,
        hire_by,
        is_late: hire_by.zip(begins).is_some_and(|(hire_by, begins)| hire_by < begins),
        hires: hires(input, &places, &months),
        months,
    })
}

/// The forecast as the goal of each month of the plan, to the minor unit; months that it does not hold keep the goal they have.
///
/// # Errors
/// [`OnForecastError`].
pub fn goal_on_forecast(input: &CapacityInput, forecast: &BookingsForecast) -> Result<Vec<f64>, OnForecastError> {
    let (places, step) = forecast.within(input.first, input.n_months())?;
    let minor = libm::pow(10.0, f64::from(input.digits.min(4)));
    let mut goal = input.goal.clone();
    goal.resize(input.n_months(), 0.0);
    for (goal, step) in goal.iter_mut().skip(places.start).take(places.len()).zip(step..) {
        *goal = libm::round(forecast.expected(step) * minor) / minor;
    }
    Ok(goal)
}

impl Held {
    /// From the forecast with its range, quotas with the forecast of their months, capacity with what simulated years sold, and
    /// what a fully ramped head sells.
    fn of(
        (forecast, forecast_range): (f64, Option<(f64, f64)>),
        quota: Option<(f64, f64)>,
        (capacity, mut sold): (f64, Vec<f64>),
        full: f64,
    ) -> Self {
        let ratio = |of: f64, to: f64| (0.0 < to).then(|| of / to);
        let gap = forecast - capacity;
        let n = sold.len();
        let n_reach = sold.iter().filter(|sold| forecast <= **sold).count();
        let spread = Quantiles::of_values(&mut sold);
        Self {
            forecast,
            forecast_range,
            quota: quota.map(|(quota, _)| quota),
            quota_coverage: quota.and_then(|(quota, forecast)| ratio(quota, forecast)),
            attainment: quota.and_then(|(quota, forecast)| ratio(forecast, quota)),
            capacity,
            capacity_range: (n != 0).then_some((spread.p10, spread.p90)),
            utilisation: ratio(forecast, capacity),
            gap,
            gap_heads: ratio(gap, full),
            reach: (n != 0).then(|| n_reach as f64 / n as f64),
        }
    }

    /// Whether capacity falls short of the forecast.
    pub fn is_short(&self) -> bool {
        self.forecast * ROUNDING < self.gap
    }
}

/// What simulated years sold in those months together.
fn sold(input: &CapacityInput, years: &CapacityTally, places: Range<usize>) -> Vec<f64> {
    let minor = libm::pow(10.0, f64::from(input.digits.min(4)));
    years.runs().map(|run| added(run.get(places.clone()).unwrap_or_default()) as f64 / minor).collect()
}

/// What a fully ramped head of the plan's mix sells in each month: capacity over ramped heads. Where nobody is productive yet it
/// is one of the first role.
fn full_heads(input: &CapacityInput, months: &[CapacityMonth]) -> Vec<f64> {
    let prepared = prepare_capacity(input, Variant::AsPlanned);
    let first = |place: usize| prepared.roles.first().and_then(|role| role.sells.get(place)).copied().unwrap_or(0.0);
    let of = |(place, month): (usize, &CapacityMonth)| {
        if 1e-9 < month.ramped_heads { month.expected / month.ramped_heads } else { first(place) }
    };
    months.iter().enumerate().map(of).collect()
}

fn lead_months(input: &CapacityInput) -> u32 {
    let prepared = prepare_capacity(input, Variant::AsPlanned);
    prepared.roles.first().map_or(0, |role| ramp_months(role) as u32)
}

/// Hires with which no month of those falls short of the forecast.
fn hires(input: &CapacityInput, places: &Range<usize>, months: &[OnForecastMonth]) -> Vec<HiresForMonth> {
    let mut goal = vec![0.0; input.n_months()];
    for (goal, month) in goal.iter_mut().skip(places.start).zip(months) {
        *goal = month.held.forecast;
    }
    hires_needed(&CapacityInput { goal, ..input.clone() }).by_month
}

#[cfg(test)]
mod tests;
