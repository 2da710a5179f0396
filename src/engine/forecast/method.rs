//! All methods under one call.

use serde::{Deserialize, Serialize};

use super::combine::{auto, mean};
use super::ets::{Form, Season, Trend, choose, fit};
use super::intermittent::{Demand, croston, tsb};
use super::learned::learned;
use super::pace::{Linearity, last_quarter, quarter, run_rate};
use super::season::{Decomposition, is_seasonal_at_95};
use super::several::Parts;
use super::theta::{dynamic_theta, theta};

/// A method of forecasting a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The mean of three that differ: exponential smoothing, Theta, dynamic optimised theta.
    #[default]
    Auto,
    /// The last value.
    Naive,
    /// The value a cycle ago.
    SeasonalNaive,
    /// The last value without its season, with that of the step (as in the M3 competition).
    Naive2,
    /// Simple exponential smoothing without seasons.
    Ses,
    /// Holt's linear trend without seasons.
    Holt,
    /// Holt's trend, damped, without seasons.
    Damped,
    /// The mean of the last three.
    Comb,
    /// Theta.
    Theta,
    /// Dynamic optimised theta.
    DynamicTheta,
    /// Exponential smoothing with errors, trend and seasons chosen by `AICc`.
    Ets,
    /// Croston's smoothed size over smoothed distance, for series in which nothing happens most of the time.
    Croston,
    /// The same with the correction of Syntetos and Boylan.
    Sba,
    /// Teunter, Syntetos and Babai's smoothed size times smoothed chance.
    Tsb,
    /// The mean of the last cycle.
    RunRate,
    /// The mean of the last quarter; the last value where steps are no parts of one.
    LastQuarter,
    /// What is usually done of a cycle by now; cycles begin with the series' first value.
    Linearity,
    /// Trend and several seasons by loess.
    Mstl,
    /// Six that differ, weighted by how well they did before.
    Learned,
}

/// Why there is no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForecastError {
    /// The series has no value.
    Empty,
    /// A value is no number, or beyond 1e15.
    BadValue {
        /// Its place, counted from 0.
        place: usize,
    },
    /// The cycle or the horizon is 0, or beyond 10,000.
    BadStep,
}

impl Method {
    /// All, those for most series first.
    pub const ALL: [Self; 19] = [
        Self::Auto,
        Self::Naive,
        Self::SeasonalNaive,
        Self::Naive2,
        Self::Ses,
        Self::Holt,
        Self::Damped,
        Self::Comb,
        Self::Theta,
        Self::DynamicTheta,
        Self::Ets,
        Self::Croston,
        Self::Sba,
        Self::Tsb,
        Self::RunRate,
        Self::LastQuarter,
        Self::Linearity,
        Self::Mstl,
        Self::Learned,
    ];

    /// Those that are worth a look on such a series: methods for seldom demand where demand is seldom and those of seasons where
    /// there are some. The yardsticks are always among them; the last quarter where it is more than the last value.
    pub fn worth_trying(values: &[f64], cycle: usize) -> Vec<Self> {
        let is_seldom = Demand::of(values).is_some_and(Demand::is_seldom);
        let is_worth = |method: &Self| match method {
            Self::Croston | Self::Sba | Self::Tsb => is_seldom,
            Self::SeasonalNaive | Self::Linearity | Self::Mstl => 1 < cycle,
            Self::LastQuarter => 1 < quarter(cycle),
            _ => true,
        };
        Self::ALL.into_iter().filter(is_worth).collect()
    }
}

const MOST_STEPS: usize = 10_000;
const MOST_VALUE: f64 = 1e15;

/// Expected values of the next `horizon` steps of a series whose seasons come again after `cycle` steps (1: it has none). A
/// method for which the series is too short falls back to the last value.
///
/// # Errors
///
/// [`ForecastError`] where nothing can be said.
pub fn forecast(values: &[f64], cycle: usize, horizon: usize, method: Method) -> Result<Vec<f64>, ForecastError> {
    let last = values.last().copied().unwrap_or(0.0);
    Ok(attempt(values, cycle, horizon, method)?.unwrap_or_else(|| vec![last; horizon]))
}

/// The same; `None` where the series is too short for the method.
pub(super) fn attempt(
    values: &[f64],
    cycle: usize,
    horizon: usize,
    method: Method,
) -> Result<Option<Vec<f64>>, ForecastError> {
    let last = *values.last().ok_or(ForecastError::Empty)?;
    let is_sound = |value: &f64| value.abs() <= MOST_VALUE;
    if let Some(place) = values.iter().position(|value| !is_sound(value)) {
        return Err(ForecastError::BadValue { place });
    }
    if !(1..=MOST_STEPS).contains(&cycle) || !(1..=MOST_STEPS).contains(&horizon) {
        return Err(ForecastError::BadStep);
    }
    let smoothed = |apart: &Decomposition, trend: Trend| {
        let form = Form { is_relative: false, trend, season: Season::None };
        fit(&apart.adjusted, 1, form, horizon).map(|found| apart.seasoned(found.forecast))
    };
    let without = |trend: Trend| smoothed(&Decomposition::tested(values, cycle), trend);
    Ok(match method {
        Method::Auto => Some(auto(values, cycle, horizon)),
        Method::Naive => Some(vec![last; horizon]),
        Method::SeasonalNaive => {
            let turn = values.get(values.len().saturating_sub(cycle)..).unwrap_or_default();
            Some(turn.iter().copied().cycle().take(horizon).collect())
        }
        Method::Naive2 => Some(naive2(values, cycle, horizon)),
        Method::Ses => without(Trend::None),
        Method::Holt => without(Trend::Additive),
        Method::Damped => without(Trend::Damped),
        Method::Comb => {
            let apart = Decomposition::tested(values, cycle);
            let all = [Trend::None, Trend::Additive, Trend::Damped].map(|trend| smoothed(&apart, trend));
            all.into_iter().collect::<Option<Vec<_>>>().map(|all| mean(&all, horizon))
        }
        Method::Theta | Method::DynamicTheta => {
            let apart = Decomposition::tested(values, cycle);
            let of = if method == Method::Theta { theta } else { dynamic_theta };
            Some(apart.seasoned(of(&apart.adjusted, horizon)))
        }
        Method::Ets => choose(values, cycle, horizon).map(|found| found.forecast),
        Method::Croston => Some(vec![croston(values, false); horizon]),
        Method::Sba => Some(vec![croston(values, true); horizon]),
        Method::Tsb => Some(vec![tsb(values); horizon]),
        Method::RunRate => Some(run_rate(values, cycle, horizon)),
        Method::LastQuarter => Some(last_quarter(values, cycle, horizon)),
        Method::Linearity => Linearity::of(values, cycle, 0).map(|found| found.ahead(horizon)),
        Method::Mstl => Parts::of(values, cycle).and_then(|parts| parts.ahead(horizon)),
        Method::Learned => Some(learned(values, cycle, horizon).1),
    })
}

/// As in the M3 competition: seasons by its test at 95 %, as factors where all values are above 0.
fn naive2(values: &[f64], cycle: usize, horizon: usize) -> Vec<f64> {
    let is_seasonal = is_seasonal_at_95(values, cycle);
    let apart = if is_seasonal { Decomposition::seasonal(values, cycle) } else { Decomposition::none(values) };
    let last = apart.adjusted.last().copied().unwrap_or(0.0);
    apart.seasoned(std::iter::repeat_n(last, horizon))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_answers_every_series_with_numbers() {
        let rising: Vec<f64> = (0..120).map(|at| 100.0 + f64::from(at)).collect();
        let losses: Vec<f64> = (0..40_u32).map(|at| f64::from(at * 7 % 13) - 6.0).collect();
        let rare: Vec<f64> = (0..48_u32).map(|at| if at % 7 == 0 { 5.0 } else { 0.0 }).collect();
        let series = [vec![3.0], vec![3.0, 4.0], vec![0.0; 36], vec![7.0; 5], rising, losses, rare, vec![1e15; 30]];
        for values in &series {
            for cycle in [1, 4, 12, 52] {
                for method in Method::ALL {
                    let found = forecast(values, cycle, 14, method).unwrap();
                    assert_eq!(found.len(), 14);
                    assert!(found.iter().all(|value| value.is_finite()), "{method:?} {cycle} {values:?}: {found:?}");
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_forecast_is_refused() {
        assert_eq!(forecast(&[], 1, 3, Method::Auto), Err(ForecastError::Empty));
        assert_eq!(forecast(&[1.0, f64::NAN], 1, 3, Method::Naive), Err(ForecastError::BadValue { place: 1 }));
        assert_eq!(forecast(&[f64::INFINITY], 1, 3, Method::Naive), Err(ForecastError::BadValue { place: 0 }));
        assert_eq!(forecast(&[1.0], 0, 3, Method::Naive), Err(ForecastError::BadStep));
        assert_eq!(forecast(&[1.0], 1, 0, Method::Naive), Err(ForecastError::BadStep));
    }

    #[test]
    fn a_cycle_ago_is_a_cycle_ago() {
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        assert_eq!(forecast(&values, 4, 6, Method::SeasonalNaive).unwrap(), [3.0, 4.0, 5.0, 6.0, 3.0, 4.0]);
        assert_eq!(forecast(&values, 12, 2, Method::SeasonalNaive).unwrap(), [1.0, 2.0]);
        assert_eq!(forecast(&values, 1, 2, Method::Naive2).unwrap(), [6.0, 6.0]);
    }

    #[test]
    fn a_quarter_is_looked_at_where_it_is_more_than_the_last_value() {
        let values = [9.0, 1.0, 2.0, 6.0];
        // (1 + 2 + 6) / 3 = 3 for every month; a quarter of a year of quarters is the last value.
        assert_eq!(forecast(&values, 12, 2, Method::LastQuarter).unwrap(), [3.0, 3.0]);
        assert_eq!(forecast(&values, 4, 2, Method::LastQuarter).unwrap(), [6.0, 6.0]);
        let is_tried = |cycle| Method::worth_trying(&values, cycle).contains(&Method::LastQuarter);
        assert_eq!([1, 4, 7, 12, 52].map(is_tried), [false, false, true, true, true]);
    }

    #[test]
    fn scale_and_place_do_not_matter() {
        let values: Vec<f64> = (0..60_u32).map(|at| 40.0 + f64::from(at * at * 7 % 31) + f64::from(at % 12)).collect();
        for method in Method::ALL {
            let plain = forecast(&values, 12, 6, method).unwrap();
            let scaled: Vec<f64> = values.iter().map(|value| value * 1024.0).collect();
            for (one, other) in plain.iter().zip(forecast(&scaled, 12, 6, method).unwrap()) {
                assert!((one * 1024.0 - other).abs() < 1e-3 * other.abs(), "{method:?}: {one} {other}");
            }
        }
        for method in [Method::Naive, Method::SeasonalNaive, Method::RunRate, Method::LastQuarter] {
            let plain = forecast(&values, 12, 6, method).unwrap();
            let moved: Vec<f64> = values.iter().map(|value| value + 512.0).collect();
            let shifted: Vec<f64> = plain.iter().map(|value| value + 512.0).collect();
            for (found, expected) in forecast(&moved, 12, 6, method).unwrap().iter().zip(&shifted) {
                assert!((found - expected).abs() < 1e-9, "{method:?}");
            }
        }
    }
}
