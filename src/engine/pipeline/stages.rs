//! What a deal's stage says beyond its age and its other columns: measured on earlier exports.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ahead::won_by;
use super::flow::Snapshot;
use super::hazard::HazardModel;
use super::view::{KnownDeal, View, as_of};
use crate::engine::records::{Outcome, join_key};
use crate::engine::units::Month;

/// Months within which stages are held to what became of them.
const N_MONTHS: i32 = 3;
/// Deals by which a stage without history is drawn to the others, at least.
const LEAST_DOUBT: f64 = 2.0;

/// A stage's deals in earlier exports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageFactor {
    /// The stage, as first written.
    pub stage: String,
    /// Deals seen in it; a deal counts in each export.
    pub n: u32,
    /// Won within three months.
    pub won: u32,
    /// Wins expected of them by age and the other columns.
    pub expected: f64,
    /// Factor on the cumulative hazard to win: `(won + k) / (expected + k)`.
    pub factor: f64,
}

/// What each stage was worth beside what age and the other columns say, from exports whose three months after are over on the
/// view's day: exports after it are not looked at, nor deals that the view does not have. `1/k` is the variance between stages beyond chance, as for reps; where stages
/// differ no more than chance, none has a factor.
pub(super) fn stage_factors(view: &View, model: &HazardModel, snapshots: &[Snapshot]) -> BTreeMap<String, StageFactor> {
    let won_in = |deal: &KnownDeal| deal.ended.filter(|_| deal.outcome == Outcome::Won).map(Month::of);
    let ends: BTreeMap<String, Option<Month>> =
        view.deals.iter().map(|deal| (join_key(&deal.id), won_in(deal))).collect();
    let mut stages: BTreeMap<String, StageFactor> = BTreeMap::new();
    for snapshot in snapshots {
        let seen = as_of(snapshot.deals, snapshot.day);
        let last = seen.first_month().plus(N_MONTHS - 1);
        if view.day < last.last_day() {
            continue;
        }
        for deal in seen.open().filter(|deal| !deal.stage.is_empty()) {
            // What became of a deal that the data does not have is not known.
            let Some(won) = ends.get(&join_key(&deal.id)) else { continue };
            let chances = won_by(model, deal, seen.day, seen.first_month(), N_MONTHS as usize);
            let entry = stages.entry(join_key(&deal.stage)).or_insert_with(|| StageFactor {
                stage: deal.stage.clone(),
                n: 0,
                won: 0,
                expected: 0.0,
                factor: 1.0,
            });
            entry.n += 1;
            entry.won += u32::from(won.is_some_and(|month| month <= last));
            entry.expected += chances.last().copied().unwrap_or(0.0);
        }
    }
    let away = |stage: &StageFactor| f64::from(stage.won) - stage.expected;
    let excess: f64 = stages.values().map(|stage| away(stage) * away(stage) - stage.expected).sum();
    let square: f64 = stages.values().map(|stage| stage.expected * stage.expected).sum();
    if excess <= 0.0 {
        return BTreeMap::new();
    }
    let k = (square / excess).max(LEAST_DOUBT);
    for stage in stages.values_mut() {
        stage.factor = (f64::from(stage.won) + k) / (stage.expected + k);
    }
    stages
}
