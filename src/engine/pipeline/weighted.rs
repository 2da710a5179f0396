//! What is commonly done instead: stages times stated probabilities, and the run rate. They stand beside the forecast.

use std::collections::BTreeMap;

use chrono::Days;
use serde::{Deserialize, Serialize};

use super::input::MOST_FORECAST_MONTHS;
use super::shares::median_days;
use super::view::View;
use crate::engine::records::{Outcome, join_key};
use crate::engine::units::Month;

/// The standard normal's quantile at 90 %.
const Z: f64 = 1.281_551_565_544_600_4;
/// Months of the run rate, and of its spread.
const RUN_RATE: (i32, i32) = (6, 12);
/// Stages as two widespread systems come with them, with the probabilities that they state: Salesforce (the first ten) and
/// `HubSpot` (the next five), and stages that are commonly so called with the same meaning. Nobody has measured them.
const USUAL: [(&str, f64); 20] = [
    ("Prospecting", 0.1),
    ("Qualification", 0.1),
    ("Needs Analysis", 0.2),
    ("Value Proposition", 0.5),
    ("Id. Decision Makers", 0.6),
    ("Perception Analysis", 0.7),
    ("Proposal/Price Quote", 0.75),
    ("Negotiation/Review", 0.9),
    ("Closed Won", 1.0),
    ("Closed Lost", 0.0),
    ("Appointment Scheduled", 0.2),
    ("Qualified To Buy", 0.4),
    ("Presentation Scheduled", 0.6),
    ("Decision Maker Bought-In", 0.8),
    ("Contract Sent", 0.9),
    ("Discovery", 0.2),
    ("Engaging", 0.2),
    ("Evaluation", 0.5),
    ("Proposal", 0.75),
    ("Negotiation", 0.9),
];

/// Probabilities that a system states for its stages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageProbabilities {
    /// By stage, upper and lower case alike.
    pub by_stage: BTreeMap<String, f64>,
    /// For stages without one, and where the stage is not known: none leaves such deals out.
    pub otherwise: Option<f64>,
}

impl StageProbabilities {
    /// Those that widespread systems come with; half for all else.
    pub fn usual() -> Self {
        let by_stage = USUAL.iter().map(|(stage, probability)| (join_key(stage), *probability)).collect();
        Self { by_stage, otherwise: Some(0.5) }
    }

    /// States one, within 0 and 1.
    pub fn state(&mut self, stage: &str, probability: f64) {
        self.by_stage.insert(join_key(stage), probability.clamp(0.0, 1.0));
    }

    /// That of a stage.
    pub fn of(&self, stage: &str) -> Option<f64> {
        self.by_stage.get(&join_key(stage)).copied().or(self.otherwise)
    }
}

/// P10, P50 and P90.
pub type Three = [f64; 3];

/// What a method says of the months and of the horizon.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ranges {
    /// By month.
    pub months: Vec<Three>,
    /// Of all months together.
    pub total: Three,
}

fn around(mean: f64, variance: f64) -> Three {
    let half = Z * libm::sqrt(variance.max(0.0));
    [(mean - half).max(0.0), mean, mean + half]
}

/// `Σ a p` of open deals by stage, each in the month in which it has been open for as long as half of the won deals took, at
/// the earliest the first; deals due after the horizon do not count. Ranges as if deals were independent: `Σ a² p (1 − p)`.
pub fn stage_weighted(view: &View, stated: &StageProbabilities, n_months: usize) -> Ranges {
    let n_months = n_months.clamp(1, MOST_FORECAST_MONTHS);
    let first = view.first_month();
    let cycle = median_days(view, view.deals.iter()).unwrap_or(0);
    let mut months = vec![(0.0, 0.0); n_months];
    let known: Vec<f64> =
        view.deals.iter().filter(|deal| deal.outcome == Outcome::Won).filter_map(|deal| deal.amount).collect();
    let usual = known.iter().sum::<f64>() / known.len().max(1) as f64;
    for deal in view.open() {
        let Some(p) = stated.of(&deal.stage) else { continue };
        let due = deal.created.checked_add_days(Days::new(u64::from(cycle))).unwrap_or(deal.created);
        let place = Month::of(due).since(first).max(0) as usize;
        if let Some((mean, variance)) = months.get_mut(place) {
            let amount = deal.amount.unwrap_or(usual);
            *mean += amount * p;
            *variance += amount * amount * p * (1.0 - p);
        }
    }
    let total = months.iter().fold((0.0, 0.0), |sum, month| (sum.0 + month.0, sum.1 + month.1));
    Ranges {
        months: months.iter().map(|(mean, variance)| around(*mean, *variance)).collect(),
        total: around(total.0, total.1),
    }
}

/// The mean of the last six whole months, with the spread of the last twelve: `s² (1 + 1/n)` for a month, `s² (h + h²/n)` for `h`.
pub fn run_rate(view: &View, n_months: usize) -> Ranges {
    let n_months = n_months.clamp(1, MOST_FORECAST_MONTHS);
    let last = view.last_whole_month();
    let first = view.deals.iter().map(|deal| Month::of(deal.created)).min().unwrap_or(last);
    let n = (last.since(first) + 1).clamp(1, RUN_RATE.1);
    let mut won = vec![0.0; n as usize];
    for deal in view.deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
        let place = deal.ended.map(|day| Month::of(day).since(last.plus(1 - n))).filter(|place| 0 <= *place);
        if let Some(won) = place.and_then(|place| won.get_mut(place as usize)) {
            *won += deal.amount.unwrap_or(0.0);
        }
    }
    let late = won.get(won.len().saturating_sub(RUN_RATE.0 as usize)..).unwrap_or_default();
    let mean = late.iter().sum::<f64>() / late.len().max(1) as f64;
    let all = won.iter().sum::<f64>() / won.len().max(1) as f64;
    let squares: f64 = won.iter().map(|won| (won - all) * (won - all)).sum();
    let variance = squares / (won.len().saturating_sub(1).max(1)) as f64;
    let (known, h) = (late.len().max(1) as f64, n_months as f64);
    Ranges {
        months: vec![around(mean, variance * (1.0 + 1.0 / known)); n_months],
        total: around(mean * h, variance * (h + h * h / known)),
    }
}
