//! The seasons of a year, estimated from history.

use serde::{Deserialize, Serialize};

/// How an index was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeasonMethod {
    /// No sales: every month the same.
    #[default]
    Even,
    /// Mean of the month over the grand mean: the history is too short for more, or has months without sales.
    MonthMean,
    /// Mean of the ratios to the centred moving average of twelve months.
    MovingAverage,
}

/// The seasons of a history.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeasonEstimate {
    /// By month of the fiscal year, 1 on the average; they add up to 12. Empty only before it was estimated.
    pub index: Vec<f64>,
    /// The lowest and highest that single years show, on the same scale, and how many years.
    pub spread: Vec<SeasonSpread>,
    /// How.
    pub method: SeasonMethod,
    /// Months of history that it rests on.
    pub n_months: usize,
}

/// What single years show of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeasonSpread {
    /// The lowest index.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// Years that have the month.
    pub n_years: usize,
}
