//! Last year's quotas by each method from the data before it, beside what happened.
//!
//! For each fiscal year of the data with a year before it, each method estimates every rep from what was known on the
//! year's first day; the estimates are scaled to one company goal, so that methods differ in how they spread it alone, and
//! are held against what was sold. Formulas and limits: `docs/methods/quota_estimate.md`.

mod answer;
mod best;
mod cost;
mod score;
mod year;

pub use answer::{Backtest, Best, Missed, RepYear, Score, Setter, SetterResult, SetterYear, Why, YearResult};

use serde::{Deserialize, Serialize};

use crate::engine::comp::{Measure, Plan};
use crate::engine::quota::estimate::{EstimateError, EstimateSettings, Gather, History, Method};
use crate::engine::records::Dataset;
use crate::engine::units::{Calendar, Granularity, Money, Month, Period};

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
pub fn backtest(input: &BacktestInput) -> Result<Backtest, EstimateError> {
    if let Some(error) = input.settings.error() {
        return Err(error);
    }
    let BacktestInput { dataset, calendar, measure, currency, .. } = *input;
    let history = History::new(&Gather { dataset, calendar, measure, currency, span: Some((input.first, input.last)) });
    let periods = calendar.periods(input.first, input.last, Granularity::Year);
    let has_sales = |period: &Period| {
        let months = period.start..=period.end();
        history.people.iter().any(|person| person.sales.range(months.clone()).any(|(_, sales)| *sales != 0.0))
    };
    let n_sold = periods.iter().filter(|period| has_sales(period)).count() as u32;
    let latest = periods.into_iter().rev().filter_map(|period| year::year(input, &history, period.start));
    let mut years: Vec<YearResult> = latest.take(input.settings.n_years as usize).collect();
    if years.is_empty() {
        // Two with too little of one are one.
        return Err(EstimateError::TooFewYears { needed: 2, found: n_sold.min(1) });
    }
    years.reverse();
    let setters: Vec<Setter> =
        years.first().map(|year| year.setters.iter().map(|one| one.setter).collect()).unwrap_or_default();
    let overall: Vec<SetterResult> =
        setters.into_iter().map(|setter| over_years(&years, setter, input.settings.band)).collect();
    let best = best::best(&overall);
    Ok(Backtest { years, overall, best })
}

/// One setter over the years in which it could say something.
fn over_years(years: &[YearResult], setter: Setter, band: f64) -> SetterResult {
    let of_setter = |year: &YearResult| year.setters.iter().find(|one| one.setter == setter).cloned();
    let all: Vec<SetterYear> = years.iter().filter_map(of_setter).collect();
    let scores: Vec<Score> = all.iter().filter_map(|one| one.outcome.clone().ok()).collect();
    let reps: Vec<RepYear> = all.into_iter().filter(|one| one.outcome.is_ok()).flat_map(|one| one.reps).collect();
    let cost = scores.iter().map(|score| score.cost).sum::<Option<Money>>();
    let whole = Score { cost: cost.filter(|_| !scores.is_empty()), ..score::score(&reps, band) };
    SetterResult { setter, n_years: scores.len() as u32, score: (!scores.is_empty()).then_some(whole) }
}

impl BacktestSettings {
    /// The first number that cannot be used.
    fn error(&self) -> Option<EstimateError> {
        let growth = if let Goal::LastYear { growth } = self.goal { growth } else { 0.0 };
        let checks = [
            ("goal", -1.0 < growth && growth <= 100.0),
            ("band", 0.0 < self.band && self.band < 1.0),
            ("n_years", (1..=50).contains(&self.n_years)),
        ];
        let wrong = checks.iter().find(|(_, is_usable)| !is_usable);
        wrong.map(|(field, _)| EstimateError::Setting { field: (*field).into() }).or_else(|| self.estimate.error())
    }
}
