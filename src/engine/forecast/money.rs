//! From a forecast of bookings to what it costs, and how far it covers the quotas.

use serde::{Deserialize, Serialize};

use super::predict::Prediction;
use super::series::{Axis, Step};
use crate::engine::comp::Measure;
use crate::engine::simulate::CostInput;
use crate::engine::units::Month;

/// Why a forecast says nothing of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostError {
    /// It is not by month.
    NotMonthly,
    /// The model's credit is of something else than bookings.
    NotBookings,
    /// It does not hold all months that are costed.
    OtherMonths {
        /// The first month that is missing.
        missing: Month,
    },
    /// The reps of the model are expected to sell nothing in a month, so nothing can be brought to the forecast.
    NothingExpected {
        /// The month.
        month: Month,
    },
}

/// The month's forecast with its standard error.
fn of_month(axis: Axis, found: &Prediction, month: Month) -> Option<(f64, f64)> {
    let step = usize::try_from(i64::from(axis.month_tick(month)) - i64::from(found.first)).ok()?;
    Some((found.expected.get(step)?.max(0.0), found.errors.get(step).copied().unwrap_or(0.0)))
}

/// The cost model brought to a forecast: the company's expected credit in each month is the forecast of that month, and the
/// market's shock is as wide as the forecast is uncertain. What each rep has of it, and how reps differ, stays as it was fitted.
/// Simulated as any cost model, it gives expense by month, pay and attainment by rep, each with ranges.
///
/// With `k_t` the forecast over `Σ_r m_r · quota_rt`: the season is `k_t / mean k`, the company factor `mean k`. The market's `σ_M` is
/// that of a lognormal with the same mean square error over all months, `√ln(1 + Σ s_t² / Σ f_t²)` of standard errors `s_t` and
/// forecasts `f_t` (a month of nearly nothing says nothing of the market), and its persistence `φ = 0.9 · min(1, 2b)`, where relative
/// errors grow as `h^b`: none where they do not grow, that of a random walk (0.9 on average over a year) at `b = ½`.
///
/// # Errors
/// [`CostError`].
pub fn cost_of(input: &CostInput, axis: Axis, found: &Prediction) -> Result<CostInput, CostError> {
    if axis.step != Step::Month {
        return Err(CostError::NotMonthly);
    }
    if input.model.measure != Measure::Bookings {
        return Err(CostError::NotBookings);
    }
    let n_months = input.model.n_months as usize;
    let (mut factors, mut parts) = (Vec::with_capacity(n_months), Vec::with_capacity(n_months));
    let (mut squares, mut sizes) = (0.0, 0.0);
    for at in 0..n_months {
        let month = input.model.first.plus(at as i32);
        let (expected, error) = of_month(axis, found, month).ok_or(CostError::OtherMonths { missing: month })?;
        let own = planned(input, at);
        if own <= 0.0 {
            return Err(CostError::NothingExpected { month });
        }
        factors.push(expected / own);
        parts.push(if 0.0 < expected { error / expected } else { 0.0 });
        squares += error * error;
        sizes += expected * expected;
    }
    let mean = factors.iter().sum::<f64>() / n_months.max(1) as f64;
    let square = if 0.0 < sizes { squares / sizes } else { 0.0 };
    let mut driven = input.clone();
    driven.model.season = factors.iter().map(|factor| if 0.0 < mean { factor / mean } else { 1.0 }).collect();
    driven.company_factor = mean;
    if 0.0 < square {
        driven.model.market_sigma = libm::sqrt(libm::log1p(square));
        driven.model.persistence = 0.9 * (2.0 * growth(&parts)).clamp(0.0, 1.0);
    }
    Ok(driven)
}

/// What all reps are expected to sell in a month of the model, without season.
fn planned(input: &CostInput, month: usize) -> f64 {
    let own = |quota: Option<&f64>, mean: f64| quota.copied().unwrap_or(0.0) * mean;
    input.model.reps.iter().map(|rep| own(rep.monthly_quota.get(month), rep.mean_attainment)).sum()
}

/// The exponent of the line through logarithms of relative errors and steps.
fn growth(parts: &[f64]) -> f64 {
    let points: Vec<(f64, f64)> = parts
        .iter()
        .enumerate()
        .filter(|(_, part)| 0.0 < **part)
        .map(|(at, part)| (libm::log((at + 1) as f64), libm::log(*part)))
        .collect();
    let n = points.len().max(1) as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / n, y + point.1 / n));
    let square: f64 = points.iter().map(|point| (point.0 - x) * (point.0 - x)).sum();
    let product: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    if 0.0 < square { product / square } else { 0.0 }
}

/// A month's forecast beside the quotas given out for it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuotaMonth {
    /// The month.
    pub month: Month,
    /// Bookings as forecast.
    pub expected: f64,
    /// Quotas of all reps.
    pub quota: f64,
    /// `expected / quota`: the attainment of the quota given out; none without quotas.
    pub attainment: Option<f64>,
}

/// How far a forecast covers quotas: only months with quotas count, others say nothing of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Covered {
    /// Months with quotas.
    pub n_months: usize,
    /// Bookings as forecast in these months.
    pub expected: f64,
    /// Quotas of all reps in these months.
    pub quota: f64,
}

impl Covered {
    /// The attainment of the quotas given out; none without quotas.
    pub fn attainment(&self) -> Option<f64> {
        (0.0 < self.quota).then(|| self.expected / self.quota)
    }
}

/// How far the months together cover their quotas.
pub fn covered(months: &[QuotaMonth]) -> Covered {
    let with_quotas = months.iter().filter(|month| 0.0 < month.quota);
    with_quotas.fold(Covered::default(), |sum, month| Covered {
        n_months: sum.n_months + 1,
        expected: sum.expected + month.expected,
        quota: sum.quota + month.quota,
    })
}

/// The forecast of each month of the cost model beside its quotas.
///
/// # Errors
/// [`CostError::NotMonthly`], [`CostError::OtherMonths`].
pub fn quota_coverage(input: &CostInput, axis: Axis, found: &Prediction) -> Result<Vec<QuotaMonth>, CostError> {
    if axis.step != Step::Month {
        return Err(CostError::NotMonthly);
    }
    let of = |at: usize| {
        let month = input.model.first.plus(at as i32);
        let (expected, _) = of_month(axis, found, month).ok_or(CostError::OtherMonths { missing: month })?;
        let with_quota = input.model.reps.iter().filter(|rep| rep.has_quota);
        let quota: f64 = with_quota.filter_map(|rep| rep.monthly_quota.get(at)).sum();
        Ok(QuotaMonth { month, expected, quota, attainment: (0.0 < quota).then(|| expected / quota) })
    };
    (0..input.model.n_months as usize).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Method, Why};
    use super::*;
    use crate::engine::comp::Plan;
    use crate::engine::simulate::{Cancellations, CostModel, RepModel, prepare, run};
    use crate::engine::units::Calendar;

    fn input() -> CostInput {
        let rep = |quota: f64| RepModel {
            mean_attainment: 0.8,
            volatility: 0.3,
            monthly_quota: vec![quota; 3],
            has_quota: true,
            ..RepModel::default()
        };
        let model = CostModel {
            first: Month::new(2026, 1),
            n_months: 3,
            market_sigma: 0.0,
            persistence: 0.0,
            measure: Measure::Bookings,
            season: Vec::new(),
            flows: Vec::new(),
            cancellations: Cancellations::default(),
            reps: vec![rep(100_000.0), rep(150_000.0)],
        };
        let (calendar, plans) = (Calendar::default(), vec![Plan::default()]);
        CostInput { plans, model, calendar, digits: 2, budget: None, company_factor: 1.0, hold_company: false }
    }

    fn prediction(axis: Axis) -> Prediction {
        Prediction {
            name: String::new(),
            first: axis.month_tick(Month::new(2025, 12)),
            cycle: 12,
            choice: Choice { method: Method::Auto, why: Why::Asked },
            is_too_short: false,
            expected: vec![1.0, 100_000.0, 200_000.0, 300_000.0],
            errors: vec![0.0, 10_000.0, 20_000.0 * std::f64::consts::SQRT_2, 30_000.0 * 1.732_050_8],
            ranges: Vec::new(),
            floor: None,
            is_floored: false,
            tried: super::super::Backtest::default(),
        }
    }

    #[test]
    fn the_company_sells_as_forecast() {
        let axis = Axis::default();
        let driven = cost_of(&input(), axis, &prediction(axis)).unwrap();
        // 250 k of quota at 80 %: 200 k a month; factors 0.5, 1, 1.5.
        assert!((driven.company_factor - 1.0).abs() < 1e-12);
        for (season, expected) in driven.model.season.iter().zip([0.5, 1.0, 1.5]) {
            assert!((season - expected).abs() < 1e-12);
        }
        // Errors of 10 % that grow as the root of the step, b = ½: squares 1, 8 and 27 over 100, 400 and 900.
        assert!((driven.model.market_sigma - libm::sqrt(libm::log1p(36.0 / 1_400.0))).abs() < 1e-6);
        assert!((driven.model.persistence - 0.9).abs() < 1e-6);
        // A month that somebody puts at nearly nothing leaves the market as it is.
        let closed = Prediction { expected: vec![1.0, 10.0, 200_000.0, 300_000.0], ..prediction(axis) };
        assert!(cost_of(&input(), axis, &closed).unwrap().model.market_sigma < 0.2);
        let tally = run(&prepare(&driven), 1, 0..4_000);
        let median = tally.summary(&driven).first().map_or(0.0, |summary| summary.credit.p50);
        assert!((median / 600_000.0 - 1.0).abs() < 0.05, "{median}");
    }

    #[test]
    fn quotas_are_covered_month_by_month() {
        let axis = Axis::default();
        let found = quota_coverage(&input(), axis, &prediction(axis)).unwrap();
        let shares: Vec<f64> = found.iter().filter_map(|month| month.attainment).collect();
        for (share, expected) in shares.iter().zip([0.4, 0.8, 1.2]) {
            assert!((share - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn a_month_without_quotas_does_not_count() {
        let axis = Axis::default();
        let mut partly = input();
        for rep in &mut partly.model.reps {
            rep.monthly_quota = vec![0.0, rep.monthly_quota[0], 0.0];
        }
        let found = quota_coverage(&partly, axis, &prediction(axis)).unwrap();
        let together = covered(&found);
        assert_eq!(together, Covered { n_months: 1, expected: 200_000.0, quota: 250_000.0 });
        assert_eq!((together.attainment(), covered(&[]).attainment()), (Some(0.8), None));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let axis = Axis::default();
        let (input, found) = (input(), prediction(axis));
        let weekly = Axis { step: Step::Week, ..axis };
        assert_eq!(cost_of(&input, weekly, &found), Err(CostError::NotMonthly));
        let short = Prediction { expected: vec![1.0, 2.0], ..found.clone() };
        assert_eq!(cost_of(&input, axis, &short), Err(CostError::OtherMonths { missing: Month::new(2026, 2) }));
        let mut units = input.clone();
        units.model.measure = Measure::Units;
        assert_eq!(cost_of(&units, axis, &found), Err(CostError::NotBookings));
        let mut idle = input;
        idle.model.reps.clear();
        assert_eq!(cost_of(&idle, axis, &found), Err(CostError::NothingExpected { month: Month::new(2026, 1) }));
    }
}
