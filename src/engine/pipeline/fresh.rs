//! Deals that are not there yet: how many are created, how long they take, how many are won.

use serde::{Deserialize, Serialize};

use super::ahead::{Standing, follow};
use super::hazard::HazardModel;
use super::input::spare;
use super::note::PipelineNote;
use super::view::{KnownDeal, View};
use crate::engine::units::Month;

/// Months that the rate of creation is told from, at most.
const MOST_MONTHS: i32 = 12;
/// Deals by which new ones are made, at most.
const N_MODELS: usize = 24;
/// Days of the month on which new deals are created.
const N_DAYS: u32 = 3;
/// Largest deviation of the logarithm that is reckoned with.
const MOST: f64 = 1.5;

/// Deals to be created in the horizon.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fresh {
    /// Deals created a month.
    pub rate: f64,
    /// Whole months that it is told from.
    pub n_months: u32,
    /// Wins expected, by month of creation and then by month of winning, both from the first on; of the latter some beyond the
    /// horizon, for cycles that are quicker.
    pub wins: Vec<Vec<f64>>,
    /// Standard deviation of the logarithm of the rate that holds for the whole horizon: what is not known of it.
    pub level: f64,
    /// Standard deviation of the logarithm of the rate from month to month, beyond chance.
    pub month: f64,
}

/// The rate of creation of the last twelve whole months, or of those since the first deal, with what is not known of it, and
/// its convolution with the time to win. New deals are as the latest ones were.
pub(super) fn fresh(view: &View, model: &HazardModel, n_months: usize, notes: &mut Vec<PipelineNote>) -> Fresh {
    let n_wide = n_months + spare(n_months);
    let last = view.last_whole_month();
    let first = view.deals.iter().map(|deal| Month::of(deal.created)).min().unwrap_or(last);
    let n = last.since(first).clamp(0, MOST_MONTHS - 1) + 1;
    let start = last.plus(1 - n);
    let is_late = |deal: &&KnownDeal| (start..=last).contains(&Month::of(deal.created));
    let mut counts = vec![0.0; n.max(0) as usize];
    for deal in view.deals.iter().filter(is_late) {
        if let Some(count) = counts.get_mut(Month::of(deal.created).since(start).max(0) as usize) {
            *count += 1.0;
        }
    }
    let total: f64 = counts.iter().sum();
    let months = counts.len() as f64;
    if total <= 0.0 {
        notes.push(PipelineNote::NothingCreated);
        return Fresh { wins: vec![vec![0.0; n_wide]; n_months], ..Fresh::default() };
    }
    let rate = total / months;
    let squares: f64 = counts.iter().map(|count| (count - rate) * (count - rate)).sum();
    let excess = (squares / (months - 1.0).max(1.0) - rate).max(0.0) / (rate * rate);
    let month = libm::sqrt(libm::log1p(excess)).min(MOST);
    // A mean of months that differ so is not known better than that.
    let level = libm::sqrt(libm::log1p(1.0 / total + excess / months)).min(MOST);
    let latest: Vec<&KnownDeal> = view.deals.iter().filter(is_late).collect();
    let each = latest.len().div_ceil(N_MODELS).max(1);
    let models: Vec<&KnownDeal> = latest.into_iter().step_by(each).collect();
    let weight = rate / (models.len() as f64 * f64::from(N_DAYS));
    let first = view.first_month();
    let wins = (0..n_months).map(|place| {
        let month = first.plus(place as i32);
        let mut wins = vec![0.0; n_wide];
        for day in 0..N_DAYS {
            let created = month.first_day() + chrono::Days::new(u64::from(day * 10 + 5));
            // The rest of a month that has begun brings what is left of its deals.
            if created <= view.day {
                continue;
            }
            for deal in &models {
                let standing = Standing { traits: model.coding.traits(deal), rep: model.rep(deal), created, days: 0 };
                let won = follow(model, standing, first, n_wide);
                let mut before = 0.0;
                for (wins, won) in wins.iter_mut().zip(won) {
                    *wins += weight * (won - before);
                    before = won;
                }
            }
        }
        wins
    });
    Fresh { rate, n_months: n as u32, wins: wins.collect(), level, month }
}
