//! What forecasters say of their deals, and what their words have been worth.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::flow::Snapshot;
use super::snapshots::Ends;
use super::weighted::StageProbabilities;
use crate::engine::records::{Deal, ForecastCategory, Outcome, join_key};
use crate::engine::units::Money;

/// Forecast amount, in typical ones, by which a forecaster's own yield is drawn to everybody's.
const DOUBT: f64 = 3.0;

/// A forecaster's word for a deal that may still be won.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Will be won: commonly 80 % and more.
    Commit,
    /// Will more likely be won than not; only where a forecaster says so.
    MostLikely,
    /// May be won: commonly 50 to 80 %.
    BestCase,
    /// All else.
    Pipeline,
}

/// What a deal's category is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CategoryBasis {
    /// The deal states it.
    Stated,
    /// The probability that is stated for the deal's stage.
    Probability,
}

impl Category {
    /// As the deal states it; none of deals that are left out of the forecast, or are closed.
    pub fn of_stated(stated: ForecastCategory) -> Option<Self> {
        match stated {
            ForecastCategory::Commit => Some(Self::Commit),
            ForecastCategory::MostLikely => Some(Self::MostLikely),
            ForecastCategory::BestCase => Some(Self::BestCase),
            ForecastCategory::Pipeline => Some(Self::Pipeline),
            ForecastCategory::Omitted | ForecastCategory::Closed => None,
        }
    }

    /// By a stated probability, with the common bounds.
    pub fn of_probability(probability: f64) -> Self {
        if 0.8 <= probability {
            Self::Commit
        } else if 0.5 <= probability {
            Self::BestCase
        } else {
            Self::Pipeline
        }
    }

    /// The category that the deal states; of deals that state none, the one of their stage's probability. None of deals that
    /// do not count: left out by their forecasters, or in a stage without a probability.
    pub fn of_deal(deal: &Deal, stages: &StageProbabilities) -> Option<(Self, CategoryBasis)> {
        match deal.forecast_category {
            Some(stated) => Some((Self::of_stated(stated)?, CategoryBasis::Stated)),
            None => Some((Self::of_probability(stages.of(&deal.stage)?), CategoryBasis::Probability)),
        }
    }
}

/// What a forecaster's category has been worth, and what it says now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CategoryRow {
    /// Who forecasts, by key.
    pub rep: String,
    /// Their word.
    pub category: Category,
    /// What it is known from: stated words and those of stages are not mixed.
    pub basis: CategoryBasis,
    /// Amount so called in past exports that was due by the end of its window.
    pub forecast: Money,
    /// Amount of it that was won by then.
    pub won: Money,
    /// Share of the amount that is won, drawn to everybody's of that category and basis; none where nobody's was ever due.
    pub yields: Option<f64>,
    /// Amount so called in the latest export.
    pub open: Money,
    /// That amount times the share.
    pub corrected: Option<f64>,
}

/// Sums of a forecaster's word.
#[derive(Default)]
struct Said {
    forecast: Money,
    won: Money,
    open: Money,
}

/// The roll-up of the latest export by forecaster and category, each corrected by what the same word of the same forecaster
/// was worth within `days` after earlier exports: `(won + k·y) / (forecast + k)`, `y` everybody's yield of the category, `k`
/// three typical amounts. Deals whose amount is not above zero do not count, nor those that left the exports without an end.
pub fn category_rollup(snapshots: &[Snapshot], days: u32, stages: &StageProbabilities) -> Vec<CategoryRow> {
    let Some(latest) = snapshots.iter().map(|snapshot| snapshot.day).max() else { return Vec::new() };
    let ends = Ends::of(snapshots);
    let mut rows: BTreeMap<(String, Category, CategoryBasis), Said> = BTreeMap::new();
    let mut all: BTreeMap<(Category, CategoryBasis), (f64, f64, f64)> = BTreeMap::new();
    for snapshot in snapshots {
        let until = snapshot.day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        for deal in snapshot.deals.iter().filter(|deal| deal.outcome == Outcome::Open) {
            let amount = deal.amount.filter(|amount| Money::ZERO < *amount);
            let (Some((word, basis)), Some(amount)) = (Category::of_deal(deal, stages), amount) else { continue };
            let is_due = until <= latest && deal.closed.is_some_and(|day| day <= until);
            let is_won = if is_due { ends.won_by(deal, until) } else { None };
            if snapshot.day != latest && is_won.is_none() {
                continue;
            }
            let row = rows.entry((join_key(&deal.rep.0), word, basis)).or_default();
            if snapshot.day == latest {
                row.open += amount;
            }
            let Some(is_won) = is_won else { continue };
            let won = if is_won { amount } else { Money::ZERO };
            row.forecast += amount;
            row.won += won;
            let (forecast, sum, n) = all.entry((word, basis)).or_default();
            *forecast += amount.to_f64();
            *sum += won.to_f64();
            *n += 1.0;
        }
    }
    let row = |((rep, category, basis), said): ((String, Category, CategoryBasis), Said)| {
        let Said { forecast, won, open } = said;
        let yields = all.get(&(category, basis)).map(|(whole, sum, n)| {
            let (usual, k) = (sum / whole, DOUBT * whole / n);
            (won.to_f64() + k * usual) / (forecast.to_f64() + k)
        });
        let corrected = yields.map(|yields| open.to_f64() * yields);
        CategoryRow { rep, category, basis, forecast, won, yields, open, corrected }
    };
    rows.into_iter().map(row).collect()
}
