//! What a worker is told of estimates and their backtest.

use serde::{Deserialize, Serialize};

use crate::engine::comp::{Measure, Plan};
use crate::engine::quota::backtest::{Backtest, BacktestInput, BacktestSettings, backtest};
use crate::engine::quota::estimate::{EstimateError, EstimateInput, EstimateSettings, Estimates, Method, estimate};
use crate::engine::records::Dataset;
use crate::engine::units::{Calendar, Month};

/// What estimates are told besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EstimateSpec {
    /// By which method.
    pub method: Method,
    /// What the user decides.
    pub settings: EstimateSettings,
    /// The fiscal year.
    pub calendar: Calendar,
    /// Any month of the fiscal year that is estimated.
    pub year: Month,
    /// What is sold.
    pub measure: Measure,
    /// ISO code of the scenario's currency.
    pub currency: String,
}

/// What a backtest is told besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BacktestSpec {
    /// What the user decides.
    pub settings: BacktestSettings,
    /// The plan that quotas are paid by, if their cost is asked for.
    pub plan: Option<Plan>,
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month of the history.
    pub first: Month,
    /// Last month of the history, included.
    pub last: Month,
    /// What is sold.
    pub measure: Measure,
    /// Decimals of the currency.
    pub digits: u32,
    /// ISO code of the scenario's currency.
    pub currency: String,
}

impl EstimateSpec {
    /// The estimates of that data.
    pub(super) fn run(&self, dataset: &Dataset) -> Result<Estimates, EstimateError> {
        let Self { method, settings, calendar, year, measure, currency } = self;
        let (calendar, year, measure) = (*calendar, *year, *measure);
        estimate(&EstimateInput { dataset, calendar, year, measure, currency, settings }, *method)
    }
}

impl BacktestSpec {
    /// The backtest on that data.
    pub(super) fn run(&self, dataset: &Dataset) -> Result<Backtest, EstimateError> {
        backtest(&BacktestInput {
            dataset,
            calendar: self.calendar,
            first: self.first,
            last: self.last,
            measure: self.measure,
            currency: &self.currency,
            digits: self.digits,
            plan: self.plan.as_ref(),
            settings: &self.settings,
        })
    }
}
