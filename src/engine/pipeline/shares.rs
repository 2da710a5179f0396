//! How many deals are won: measured by group and by cohort, with intervals.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::survival::{Spell, aalen_johansen};
use super::view::{KnownDeal, View};
use crate::engine::records::{Outcome, join_key};
use crate::engine::units::{Calendar, Granularity, Month};

/// The standard normal's quantile at 95 %: intervals hold 90 %.
const Z: f64 = 1.644_853_626_951_472_2;

/// By what deals are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupBy {
    /// All of them.
    All,
    /// By the quarter they were created in.
    Cohort,
    /// By segment.
    Segment,
    /// By lead source.
    Source,
    /// By product.
    Product,
    /// By owner.
    Rep,
}

/// A measured share with the interval that holds it nine times in ten.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Those that count.
    pub count: u32,
    /// Of so many.
    pub n: u32,
    /// The share.
    pub share: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Share {
    /// Wilson's interval (1927) at 90 %; none without any.
    pub fn of(count: u32, n: u32) -> Option<Self> {
        if n == 0 {
            return None;
        }
        let (size, square) = (f64::from(n), Z * Z);
        let share = f64::from(count) / size;
        let middle = (share + square / (2.0 * size)) / (1.0 + square / size);
        let half = Z / (1.0 + square / size) * libm::sqrt(share * (1.0 - share) / size + square / (4.0 * size * size));
        Some(Self { count, n, share, low: (middle - half).max(0.0), high: (middle + half).min(1.0) })
    }
}

/// How deals of a group end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conversion {
    /// The group, as first written; empty if it is not known, or of all.
    pub group: String,
    /// Deals that are open.
    pub n_open: u32,
    /// Won of those that have ended.
    pub ended: Share,
    /// Share that is won in the end, deals that are still open taken into account: Aalen and Johansen at the longest time
    /// seen. Where quick deals are won and slow ones lost, won of ended says too much.
    pub eventual: f64,
    /// Share that is neither won nor lost at the longest time seen.
    pub undecided: f64,
    /// Half of the deals won took at most so many days.
    pub median_days_to_win: Option<u32>,
}

/// Conversion of each group that has an ended deal, the groups in order.
pub fn conversions(view: &View, by: GroupBy, calendar: Calendar) -> Vec<Conversion> {
    let mut groups: BTreeMap<String, (String, Vec<&KnownDeal>)> = BTreeMap::new();
    for deal in &view.deals {
        let name = group(deal, by, calendar);
        groups.entry(join_key(&name)).or_insert_with(|| (name, Vec::new())).1.push(deal);
    }
    groups.into_values().filter_map(|(name, deals)| conversion(view, name, &deals)).collect()
}

fn group(deal: &KnownDeal, by: GroupBy, calendar: Calendar) -> String {
    match by {
        GroupBy::All => String::new(),
        GroupBy::Cohort => {
            let month = Month::of(deal.created);
            let quarter = month.since(calendar.period(month, Granularity::Year).start) / 3 + 1;
            format!("{}-Q{quarter}", calendar.fiscal_year(month))
        }
        GroupBy::Segment => deal.segment.clone(),
        GroupBy::Source => deal.source.clone(),
        GroupBy::Product => deal.product.clone(),
        GroupBy::Rep => deal.rep.0.clone(),
    }
}

fn conversion(view: &View, group: String, deals: &[&KnownDeal]) -> Option<Conversion> {
    let count = |outcome| deals.iter().filter(|deal| deal.outcome == outcome).count() as u32;
    let (n_won, n_lost) = (count(Outcome::Won), count(Outcome::Lost));
    let ended = Share::of(n_won, n_won + n_lost)?;
    let spells: Vec<Spell> =
        deals.iter().map(|deal| Spell { days: deal.days(view.day), outcome: deal.outcome }).collect();
    let last = aalen_johansen(&spells).last().copied();
    Some(Conversion {
        group,
        n_open: count(Outcome::Open),
        ended,
        eventual: last.map_or(0.0, |step| step.won.share),
        undecided: last.map_or(1.0, |step| step.open),
        median_days_to_win: median_days(view, deals.iter().copied()),
    })
}

/// Half of the deals that were won took at most so many days.
pub(super) fn median_days<'a>(view: &View, deals: impl Iterator<Item = &'a KnownDeal>) -> Option<u32> {
    let won = deals.filter(|deal| deal.outcome == Outcome::Won);
    let mut days: Vec<u32> = won.map(|deal| deal.days(view.day)).collect();
    days.sort_unstable();
    days.get(days.len() / 2).copied()
}
