//! What a worker is told of a health card to make.

use serde::{Deserialize, Serialize};

use crate::engine::quota::health::{HealthCard, HealthInput, HealthSettings, health};
use crate::engine::records::Dataset;
use crate::engine::units::Calendar;

/// What the card is made with, besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HealthSpec {
    /// What the reader chooses.
    pub settings: HealthSettings,
    /// The fiscal year.
    pub calendar: Calendar,
    /// ISO code of the scenario's currency.
    pub currency: String,
}

pub(super) fn made(spec: &HealthSpec, dataset: &Dataset) -> HealthCard {
    let HealthSpec { settings, calendar, currency } = spec;
    health(&HealthInput { dataset, calendar: *calendar, currency, settings })
}
