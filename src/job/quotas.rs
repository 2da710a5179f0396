//! What a worker is told of quotas: what they are spread on, and those that stand in the place of the data's targets.

use serde::{Deserialize, Serialize};

use crate::engine::quota::plan::QuotaPlan;
use crate::engine::quota::tree::{Ground, with_quotas};
use crate::engine::records::{Dataset, Target};
use crate::engine::units::Calendar;

/// Quotas that are used, and what they are made on besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuotasSpec {
    /// The plans.
    pub plans: Vec<QuotaPlan>,
    /// The fiscal year.
    pub calendar: Calendar,
    /// ISO code of the scenario's currency.
    pub currency: String,
}

impl QuotasSpec {
    /// The data's targets with the plans' in the place of those of the same reps, months and measure.
    pub(super) fn targets(&self, dataset: &Dataset) -> Vec<Target> {
        with_quotas(&dataset.targets, &self.plans, &Ground::of(dataset, self.calendar, &self.currency))
    }
}
