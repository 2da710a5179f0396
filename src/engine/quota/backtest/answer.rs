//! What a backtest says: by year and method, over all years, and which method did best and why.

use serde::{Deserialize, Serialize};

use crate::engine::quota::estimate::{EstimateError, Method};
use crate::engine::records::RepId;
use crate::engine::units::{Money, Period};

/// Who sets quotas: the quotas of the data, or a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setter {
    /// The year's quotas as the data has them, scaled like the others.
    AsSet,
    /// A method.
    Method(Method),
}

/// Every past year by every method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backtest {
    /// By year, the earliest first.
    pub years: Vec<YearResult>,
    /// By method, over the years in which it could say something; the quotas of the data first, then in the order asked.
    pub overall: Vec<SetterResult>,
    /// The method that did best; `None` where none could say anything in any year.
    pub best: Option<Best>,
}

/// One past year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearResult {
    /// Which.
    pub year: Period,
    /// Its months in the data; fewer than 12 where the data ends within it.
    pub n_months: u32,
    /// What quotas sum to, for the months of the data; less for a rep who left within them.
    pub goal: f64,
    /// What the reps sold.
    pub actual: f64,
    /// Reps who are compared: there on the first day and estimated by the methods.
    pub n_reps: u32,
    /// Reps who sold in the year and were not known on its first day: nobody sets a quota for them.
    pub n_unknown: u32,
    /// What they sold.
    pub unknown: f64,
    /// By method.
    pub setters: Vec<SetterYear>,
}

/// One method in one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetterYear {
    /// Which.
    pub setter: Setter,
    /// How it did, or why it could not say anything.
    pub outcome: Result<Score, Missed>,
    /// By rep, in the order of the roster.
    pub reps: Vec<RepYear>,
}

/// Why a method has no score in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missed {
    /// It could not estimate.
    Estimate(EstimateError),
    /// All it estimates is nothing, so that it cannot be scaled.
    Nothing,
}

/// A rep's quota and what happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RepYear {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// The method's estimate scaled to the goal, for the time that the rep was there.
    pub quota: f64,
    /// What was sold.
    pub actual: f64,
    /// `actual / quota`; `None` without a quota.
    pub attainment: Option<f64>,
    /// Last year's sales, of a whole year: how large the territory was; `None` for a rep who was not there for three months
    /// of it.
    pub size: Option<f64>,
    /// Whether what was sold lay in the estimate's interval, which is not scaled; `None` without an interval.
    pub is_inside: Option<bool>,
}

/// How quotas did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Reps, or rep-years over several years.
    pub n_reps: u32,
    /// Mean of `|quota − actual| / actual` over those who sold something, a fraction (MAPE).
    pub mape: Option<f64>,
    /// Sum of `|quota − actual|` over the sum of what was sold, a fraction (WAPE).
    pub wape: Option<f64>,
    /// Sum of `quota − actual` over the sum of what was sold: above 0 where quotas were too high.
    pub bias: Option<f64>,
    /// Pearson's correlation of attainment with territory size, of the reps of whom both are known; near 0 is fair.
    pub size_correlation: Option<f64>,
    /// Gini coefficient of attainment: 0 where all attained the same.
    pub gini: Option<f64>,
    /// Standard deviation of attainment.
    pub spread: Option<f64>,
    /// Share of reps at 100 % or more.
    pub at_quota: Option<f64>,
    /// Share of reps within the band around 100 %.
    pub within: Option<f64>,
    /// Share of reps whose sales lay in the estimate's interval.
    pub inside: Option<f64>,
    /// Pay of these reps under the plan with these quotas, exact; `None` without a plan.
    pub cost: Option<Money>,
}

/// One method over all years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetterResult {
    /// Which.
    pub setter: Setter,
    /// Years in which it could say something.
    pub n_years: u32,
    /// How it did over all of them; `None` in no year.
    pub score: Option<Score>,
}

/// The method that did best.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Best {
    /// Which.
    pub method: Method,
    /// Why.
    pub why: Why,
    /// The one that came next.
    pub next: Option<Method>,
}

/// Why a method is the best.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its error (WAPE) is the least.
    LeastError {
        /// Its WAPE.
        wape: f64,
    },
    /// Its error is within a point of the least, and attainment depends less on the size of the territory.
    Fairer {
        /// Its WAPE.
        wape: f64,
        /// The least WAPE.
        least: f64,
        /// Its correlation of attainment with territory size.
        correlation: f64,
    },
    /// No other could say anything.
    Alone {
        /// Its WAPE.
        wape: f64,
    },
}
