//! What a simulation of a pipeline is told: each open deal's chances by month, what comes new, and what is shared.

use serde::{Deserialize, Serialize};

use super::fresh::Fresh;
use super::shock::Shock;
use crate::engine::records::RepId;
use crate::engine::simulate::fingerprint_of;
use crate::engine::units::Month;

/// Months of a forecast, at most.
pub const MOST_FORECAST_MONTHS: usize = 24;

/// Everything that the runs depend on, but for seed and runs. Made by [`super::forecast`], sent to workers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineInput {
    /// First month: the one that the day after the view lies in.
    pub first: Month,
    /// How many months.
    pub n_months: u32,
    /// Decimal places of the currency, at most 4.
    pub digits: u32,
    /// Won already in each month; other than 0 in a first month that has begun.
    pub booked: Vec<f64>,
    /// Open deals.
    pub deals: Vec<OpenDeal>,
    /// Deals to come.
    pub fresh: Fresh,
    /// Sizes of won deals, 256 equally likely values each; those of all deals first.
    pub sizes: Vec<Vec<f64>>,
    /// Relative standard error of the mean size, which holds for all deals to come.
    pub size_error: f64,
    /// What deals share.
    pub shock: Shock,
    /// Amount that the horizon's total is held against; none if not asked.
    pub target: Option<f64>,
}

/// An open deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenDeal {
    /// Its id.
    pub id: String,
    /// Who owns it.
    pub rep: RepId,
    /// Its stage; empty if unknown.
    pub stage: String,
    /// Its amount; where it is not known, the mean of its table of sizes.
    pub amount: f64,
    /// Table of sizes that its amount is drawn from where it is not known.
    pub sizes: Option<u32>,
    /// Chance to be won by the end of each month; some months beyond the horizon, for cycles that are quicker.
    pub won_by: Vec<f64>,
}

impl OpenDeal {
    /// Chance to be won within the horizon of so many months.
    pub fn chance(&self, n_months: u32) -> f64 {
        let last = (n_months as usize).checked_sub(1).and_then(|last| self.won_by.get(last));
        last.or(self.won_by.last()).copied().unwrap_or(0.0)
    }
}

impl PipelineInput {
    /// 32 hexadecimal digits that depend on every field. Not cryptographic: it finds changes, not forgers.
    pub fn fingerprint(&self) -> String {
        fingerprint_of(self)
    }
}

/// Months beyond the horizon that chances are known for: a cycle that is a quarter quicker needs them.
pub(super) fn spare(n_months: usize) -> usize {
    n_months.div_ceil(4)
}
