//! What several dated exports teach of stages: how many of their deals were won in time.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::flow::Snapshot;
use super::shares::Share;
use crate::engine::records::{Deal, Outcome, join_key};

/// Days within which stages and forecasters' categories are held to their word: a quarter.
pub const SNAPSHOT_DAYS: u32 = 91;
/// Bounds of age in days by which stages are told apart.
const AGES: [u32; 2] = [31, 91];

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
pub(super) struct Ends(BTreeMap<String, End>);

struct End {
    outcome: Outcome,
    closed: Option<NaiveDate>,
    /// Day of the latest export that has it.
    seen: NaiveDate,
}

impl Ends {
    pub(super) fn of(snapshots: &[Snapshot]) -> Self {
        let mut ordered: Vec<&Snapshot> = snapshots.iter().collect();
        ordered.sort_by_key(|snapshot| snapshot.day);
        let all = ordered.iter().flat_map(|snapshot| snapshot.deals.iter().map(|deal| (snapshot.day, deal)));
        let end = |(seen, deal): (NaiveDate, &Deal)| {
            (join_key(&deal.id), End { outcome: deal.outcome, closed: deal.closed, seen })
        };
        Self(all.map(end).collect())
    }

    /// Whether it was won by that day; none if no export tells, since it was gone from them before, neither won nor lost.
    pub(super) fn won_by(&self, deal: &Deal, last: NaiveDate) -> Option<bool> {
        let end = self.0.get(&join_key(&deal.id))?;
        match end.outcome {
            Outcome::Won => Some(end.closed.is_some_and(|day| day <= last)),
            Outcome::Lost => Some(false),
            Outcome::Open => (last <= end.seen).then_some(false),
        }
    }
}

/// `P(won within `days` | stage, age)`, measured at each export that is old enough for the days to be over by the last one: a
/// landmark analysis without censoring (van Houwelingen, Scandinavian J. of Statistics 34, 2007). Groups without deals are left
/// out; so are deals without a day of creation, and those that left the exports without an end.
pub fn stage_shares(snapshots: &[Snapshot], days: u32) -> Vec<StageShare> {
    let Some(last) = snapshots.iter().map(|snapshot| snapshot.day).max() else { return Vec::new() };
    let ends = Ends::of(snapshots);
    let mut groups: BTreeMap<(String, usize), (String, u32, u32)> = BTreeMap::new();
    for snapshot in snapshots {
        let until = snapshot.day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        if last < until {
            continue;
        }
        for deal in snapshot.deals.iter().filter(|deal| deal.outcome == Outcome::Open) {
            let Some((created, is_won)) = deal.created.zip(ends.won_by(deal, until)) else { continue };
            let age = (snapshot.day - created).num_days().max(0) as u32;
            let band = AGES.iter().filter(|bound| **bound <= age).count();
            let key = (join_key(&deal.stage), band);
            let (_, won, n) = groups.entry(key).or_insert_with(|| (deal.stage.clone(), 0, 0));
            *won += u32::from(is_won);
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
