//! What several dated exports teach: what stages are worth, what forecasters' categories are worth.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::flow::Snapshot;
use super::shares::Share;
use crate::engine::records::{Deal, Outcome, join_key};
use crate::engine::units::Money;

/// Bounds of age in days by which stages are told apart.
const AGES: [u32; 2] = [31, 91];
/// Forecast amount, in typical ones, by which a forecaster's own yield is drawn to everybody's.
const DOUBT: f64 = 3.0;

/// Chance of deals in a stage, of an age, to be won within so many days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageShare {
    /// The stage, as first written.
    pub stage: String,
    /// Days since creation from which it holds.
    pub age_from: u32,
    /// Days before which it holds; none for all older deals.
    pub age_until: Option<u32>,
    /// Those won within the days, of those that were seen so. Deals that were seen in several exports count in each.
    pub won: Share,
}

/// How deals ended that the exports tell of, by id: the latest export that has a deal speaks.
fn ends(snapshots: &[Snapshot]) -> BTreeMap<String, (Outcome, Option<NaiveDate>)> {
    let mut ordered: Vec<&Snapshot> = snapshots.iter().collect();
    ordered.sort_by_key(|snapshot| snapshot.day);
    let all = ordered.iter().flat_map(|snapshot| snapshot.deals);
    all.map(|deal| (join_key(&deal.id), (deal.outcome, deal.closed))).collect()
}

fn is_won_by(ends: &BTreeMap<String, (Outcome, Option<NaiveDate>)>, deal: &Deal, last: NaiveDate) -> bool {
    matches!(ends.get(&join_key(&deal.id)), Some((Outcome::Won, Some(day))) if *day <= last)
}

/// `P(won within `days` | stage, age)`, measured at each export that is old enough for the days to be over by the last one: a
/// landmark analysis without censoring (van Houwelingen, Scandinavian J. of Statistics 34, 2007). Groups without deals are left out.
pub fn stage_shares(snapshots: &[Snapshot], days: u32) -> Vec<StageShare> {
    let Some(last) = snapshots.iter().map(|snapshot| snapshot.day).max() else { return Vec::new() };
    let ends = ends(snapshots);
    let mut groups: BTreeMap<(String, usize), (String, u32, u32)> = BTreeMap::new();
    for snapshot in snapshots {
        let until = snapshot.day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        if last < until {
            continue;
        }
        for deal in snapshot.deals.iter().filter(|deal| deal.outcome == Outcome::Open) {
            let age = deal.created.map_or(0, |day| (snapshot.day - day).num_days().max(0) as u32);
            let band = AGES.iter().filter(|bound| **bound <= age).count();
            let key = (join_key(&deal.stage), band);
            let (_, won, n) = groups.entry(key).or_insert_with(|| (deal.stage.clone(), 0, 0));
            *won += u32::from(is_won_by(&ends, deal, until));
            *n += 1;
        }
    }
    let share = |((_, band), (stage, won, n)): ((String, usize), (String, u32, u32))| {
        Some(StageShare {
            stage,
            age_from: band.checked_sub(1).and_then(|before| AGES.get(before)).copied().unwrap_or(0),
            age_until: AGES.get(band).copied(),
            won: Share::of(won, n)?,
        })
    };
    groups.into_iter().filter_map(share).collect()
}

/// A forecaster's word for a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Will be won: commonly 80 % and more.
    Commit,
    /// May be won: commonly 50 to 80 %.
    BestCase,
    /// All else.
    Pipeline,
}

impl Category {
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
}

/// What a forecaster's category has been worth, and what it says now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CategoryRow {
    /// Who forecasts, by key.
    pub rep: String,
    /// Their word.
    pub category: Category,
    /// Amount so called in past exports that was due by the end of its window.
    pub forecast: Money,
    /// Amount of it that was won by then.
    pub won: Money,
    /// Share of the amount that is won, drawn to everybody's of that category.
    pub yields: f64,
    /// Amount so called in the latest export.
    pub open: Money,
    /// That amount times the share.
    pub corrected: f64,
}

/// The roll-up of the latest export by forecaster and category, each corrected by what the same word of the same forecaster
/// was worth within `days` after earlier exports: `(won + k·y) / (forecast + k)`, `y` everybody's yield of the category, `k`
/// three typical amounts. `category` tells a deal's category; deals without one do not count.
pub fn category_rollup(
    snapshots: &[Snapshot],
    days: u32,
    category: impl Fn(&Deal) -> Option<Category>,
) -> Vec<CategoryRow> {
    let Some(latest) = snapshots.iter().max_by_key(|snapshot| snapshot.day) else { return Vec::new() };
    let ends = ends(snapshots);
    let mut rows: BTreeMap<(String, Category), (Money, Money, Money)> = BTreeMap::new();
    let mut all: BTreeMap<Category, (f64, f64, f64)> = BTreeMap::new();
    for snapshot in snapshots {
        let until = snapshot.day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        let is_over = until <= latest.day;
        for deal in snapshot.deals.iter().filter(|deal| deal.outcome == Outcome::Open) {
            let (Some(word), Some(amount)) = (category(deal), deal.amount) else { continue };
            let is_due = deal.closed.is_some_and(|day| day <= until);
            let row = rows.entry((join_key(&deal.rep.0), word)).or_default();
            if snapshot.day == latest.day {
                row.2 += amount;
            }
            if is_over && is_due {
                let won = if is_won_by(&ends, deal, until) { amount } else { Money::ZERO };
                row.0 += amount;
                row.1 += won;
                let (forecast, sum, n) = all.entry(word).or_default();
                *forecast += amount.to_f64();
                *sum += won.to_f64();
                *n += 1.0;
            }
        }
    }
    let row = |((rep, category), (forecast, won, open)): ((String, Category), (Money, Money, Money))| {
        let (whole, sum, n) = all.get(&category).copied().unwrap_or_default();
        let (usual, k) = if 0.0 < whole { (sum / whole, DOUBT * whole / n) } else { (0.0, 1.0) };
        let yields = (won.to_f64() + k * usual) / (forecast.to_f64() + k);
        CategoryRow { rep, category, forecast, won, yields, open, corrected: open.to_f64() * yields }
    };
    rows.into_iter().map(row).collect()
}
