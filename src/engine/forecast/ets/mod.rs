//! Exponential smoothing as state space models, chosen by `AICc`. Hyndman, Koehler, Snyder and Grose, International Journal of
//! Forecasting 18, 2002; Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing", Springer 2008.

mod fit;
mod walk;

pub(super) use fit::fit;

use serde::{Deserialize, Serialize};

/// What becomes of the trend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// None.
    #[default]
    None,
    /// It goes on.
    Additive,
    /// It fades by a factor of 0.8 to 0.98 a step.
    Damped,
}

/// How the seasons join.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Season {
    /// None.
    #[default]
    None,
    /// As amounts.
    Additive,
    /// As factors.
    Multiplicative,
}

/// A model of the family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Whether errors are relative to what was expected.
    pub is_relative: bool,
    /// Its trend.
    pub trend: Trend,
    /// Its seasons.
    pub season: Season,
}

/// A model with its parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Ets {
    /// Which.
    pub form: Form,
    /// Akaike's criterion, corrected for short series, up to a constant of the series: the less the better.
    pub aicc: f64,
    /// Smoothing parameters α, β, γ and φ; those that the model has not are 0 (φ: 1).
    pub smoothing: [f64; 4],
    /// Expected values after the series.
    pub forecast: Vec<f64>,
}

/// Seasons that are smoothed at most; longer cycles are taken out beforehand.
pub(super) const MOST_CYCLE: usize = 24;

/// All models that can stand for the series: no multiplicative trend, no mix of absolute errors with seasonal factors (their
/// variance is infinite), nothing relative where a value is not above 0.
pub(super) fn forms(values: &[f64], cycle: usize) -> impl Iterator<Item = Form> + use<> {
    let is_positive = values.iter().all(|value| 0.0 < *value);
    let is_cyclic = (2..=MOST_CYCLE).contains(&cycle) && 2 * cycle < values.len();
    let every = [Trend::None, Trend::Additive, Trend::Damped].into_iter().flat_map(|trend| {
        [false, true].into_iter().flat_map(move |is_relative| {
            let seasons = [Season::None, Season::Additive, Season::Multiplicative].into_iter();
            seasons.map(move |season| Form { is_relative, trend, season })
        })
    });
    every.filter(move |form| {
        (is_cyclic || form.season == Season::None)
            && (is_positive || !form.is_relative)
            && (form.is_relative || form.season != Season::Multiplicative)
    })
}

/// All models of the series that could be fitted, the best first.
pub(super) fn fitted(values: &[f64], cycle: usize, horizon: usize) -> Vec<Ets> {
    let mut all: Vec<Ets> = forms(values, cycle).filter_map(|form| fit(values, cycle, form, horizon)).collect();
    all.sort_by(|one, other| one.aicc.total_cmp(&other.aicc));
    all
}

/// The model of the least `AICc`; `None` for a series too short for any.
pub fn choose(values: &[f64], cycle: usize, horizon: usize) -> Option<Ets> {
    fitted(values, cycle, horizon).into_iter().next()
}

/// The mean of all models' forecasts, weighted by `exp(−½ ΔAICc)`. Kolassa, International Journal of Forecasting 27, 2011.
pub(super) fn weighted(models: &[Ets], horizon: usize) -> Option<Vec<f64>> {
    let least = models.first()?.aicc;
    let weight = |model: &Ets| libm::exp(-0.5 * (model.aicc - least));
    let whole: f64 = models.iter().map(weight).sum();
    let mut sums = vec![0.0; horizon];
    for model in models {
        for (sum, value) in sums.iter_mut().zip(&model.forecast) {
            *sum += weight(model) / whole * value;
        }
    }
    Some(sums)
}
