//! From a forecast of bookings to what it costs, and how far it covers the quotas.

use serde::{Deserialize, Serialize};

use super::predict::Prediction;
use super::series::{Axis, Step};
use crate::engine::simulate::CostInput;
use crate::engine::units::Month;

/// Why a forecast says nothing of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostError {
    /// It is not by month.
    NotMonthly,
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
/// that of a lognormal with the forecast's mean square relative error, `√ln(1 + mean c_t²)`, and its persistence `φ = 0.9 · min(1,
/// 2b)`, where errors grow as `h^b`: none where they do not grow, that of a random walk (0.9 on average over a year) at `b = ½`.
///
/// # Errors
/// [`CostError`].
pub fn cost_of(input: &CostInput, axis: Axis, found: &Prediction) -> Result<CostInput, CostError> {
    if axis.step != Step::Month {
        return Err(CostError::NotMonthly);
    }
    let n_months = input.model.n_months as usize;
    let (mut factors, mut parts) = (Vec::with_capacity(n_months), Vec::with_capacity(n_months));
    for at in 0..n_months {
        let month = input.model.first.plus(at as i32);
        let (expected, error) = of_month(axis, found, month).ok_or(CostError::OtherMonths { missing: month })?;
        let own = planned(input, at);
        if own <= 0.0 {
            return Err(CostError::NothingExpected { month });
        }
        factors.push(expected / own);
        parts.push(if 0.0 < expected { error / expected } else { 0.0 });
    }
    let mean = factors.iter().sum::<f64>() / n_months.max(1) as f64;
    let square = parts.iter().map(|part| part * part).sum::<f64>() / n_months.max(1) as f64;
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
