//! What each rep can be expected to sell, from the data, with intervals: quotas from the bottom up.
//!
//! [`estimate`] takes the records and a fiscal year and sees nothing of that year or after it. Each estimate says how it
//! came about; what a method cannot say is an [`EstimateError`]. Formulas, sources and limits:
//! `docs/methods/quota_estimate.md`.

mod accounts;
mod answer;
mod draft;
mod growth;
mod history;
mod least_squares;
mod past;
mod ratio;
mod settings;
mod shrinkage;
mod territory;

pub use answer::{
    AccountLine, Column, ColumnOf, Estimate, EstimateError, Estimates, Fit, How, Interval, MOST_ACCOUNTS, Model, Note,
};
pub use settings::{EstimateSettings, Feature, GrowthFrom, Method, PeersBy, Pieces, PotentialOf};

use crate::engine::comp::Measure;
use crate::engine::records::Dataset;
use crate::engine::units::{Calendar, Granularity, Month};

pub(super) use history::{Gather, History};
pub(super) use past::Past;

/// What estimates are made from.
#[derive(Clone, Copy, Debug)]
pub struct EstimateInput<'a> {
    /// The records.
    pub dataset: &'a Dataset,
    /// The fiscal year.
    pub calendar: Calendar,
    /// Any month of the fiscal year that is estimated.
    pub year: Month,
    /// What is sold.
    pub measure: Measure,
    /// ISO code of the scenario's currency: amounts in others are exchanged.
    pub currency: &'a str,
    /// What the user decides.
    pub settings: &'a EstimateSettings,
}

/// The year by one method, from what was before it.
///
/// # Errors
///
/// [`EstimateError`] where the data or the settings do not let the method say anything.
pub fn estimate(input: &EstimateInput, method: Method) -> Result<Estimates, EstimateError> {
    if let Some(error) = input.settings.error() {
        return Err(error);
    }
    let EstimateInput { dataset, calendar, measure, currency, settings, .. } = *input;
    let history = History::new(&Gather { dataset, calendar, measure, currency, span: None });
    let year = calendar.period(input.year, Granularity::Year).start;
    estimate_from(&history.before(year, settings), method)
}

/// The year by one method, from what is known already.
pub(super) fn estimate_from(past: &Past, method: Method) -> Result<Estimates, EstimateError> {
    if past.reps.is_empty() {
        return Err(EstimateError::NoReps);
    }
    let drafted = match method {
        Method::Shrinkage => shrinkage::shrinkage(past),
        Method::Growth => growth::growth(past),
        Method::AccountPlans => accounts::account_plans(past),
        Method::Potential => territory::account_potential(past),
        Method::Regression => territory::regression(past),
        Method::QuotaRatio => ratio::quota_ratio(past),
        Method::Even => ratio::even(past),
    }?;
    Ok(draft::finish(past, method, drafted))
}

#[cfg(test)]
mod tests;
