//! Deals as they were known on a day: nothing that happened later can be seen.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::note::PipelineNote;
use crate::engine::records::{Deal, Outcome, RepId};
use crate::engine::units::Month;

/// Lost deals from which it can be told whether they keep their amounts.
const LEAST_LOST: usize = 8;
/// Share of lost deals with an amount below which amounts are taken as filled in at the end.
const LEAST_WITH_AMOUNT: f64 = 0.5;

/// A deal as it was known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownDeal {
    /// Its id.
    pub id: String,
    /// Who owns it.
    pub rep: RepId,
    /// Lead source; empty if unknown.
    pub source: String,
    /// Segment; empty if unknown.
    pub segment: String,
    /// Product; empty if unknown.
    pub product: String,
    /// Stage on that day; empty if it is not known, as of a deal that has closed since.
    pub stage: String,
    /// Day it was created.
    pub created: NaiveDate,
    /// Day it was won or lost; none while it is open.
    pub ended: Option<NaiveDate>,
    /// Won, lost, or open on that day.
    pub outcome: Outcome,
    /// Value; none if unknown on that day. What was won for nothing or less is worth 0; of other deals such a value counts as
    /// unknown.
    pub amount: Option<f64>,
}

/// Amounts from which on none is believed.
const TOO_MUCH: f64 = 1e15;

/// What a won deal brought, if that is known.
pub(super) fn brought(deal: &Deal) -> Option<f64> {
    deal.amount.map(|amount| amount.to_f64().max(0.0)).filter(|amount| *amount < TOO_MUCH)
}

/// All deals as they were known on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The day, inclusive.
    pub day: NaiveDate,
    /// Deals created by then, in the order of the records.
    pub deals: Vec<KnownDeal>,
    /// Whether deals carry amounts before they end. Where lost deals have none, amounts tell the outcome and must not be used.
    pub has_early_amounts: bool,
    /// What a reader should know.
    pub notes: Vec<PipelineNote>,
}

/// The deals in that currency, and how many are in another one: amounts of different currencies are not added. Deals that name
/// none are in it.
pub fn of_currency(deals: &[Deal], code: &str) -> (Vec<Deal>, u32) {
    let is_it = |deal: &&Deal| {
        let named = deal.currency.trim();
        named.is_empty() || named.eq_ignore_ascii_case(code)
    };
    let kept: Vec<Deal> = deals.iter().filter(is_it).cloned().collect();
    let n_others = (deals.len() - kept.len()) as u32;
    (kept, n_others)
}

/// The day of the data: the last on which a deal was created, won or lost.
pub fn day_of(deals: &[Deal]) -> Option<NaiveDate> {
    let ended = |deal: &Deal| deal.closed.filter(|_| deal.outcome != Outcome::Open);
    deals.iter().flat_map(|deal| [deal.created, ended(deal)]).flatten().max()
}

/// The deals as they were known at the end of `day`. Who was created later is not there; who ended later is open, with an
/// unknown stage; deals without the days that they need are left out and counted.
pub fn as_of(deals: &[Deal], day: NaiveDate) -> View {
    let exported = day_of(deals);
    let is_latest = exported.is_none_or(|exported| exported <= day);
    let (mut n_undated, mut n_backward) = (0, 0);
    let mut known: Vec<(KnownDeal, bool)> = Vec::new();
    for deal in deals {
        let Some(created) = deal.created else {
            n_undated += 1;
            continue;
        };
        if day < created {
            continue;
        }
        let has_ended = deal.outcome != Outcome::Open;
        let Some(closed) = deal.closed.or_else(|| (!has_ended).then_some(created)) else {
            n_undated += 1;
            continue;
        };
        let is_over = has_ended && closed <= day;
        if is_over && closed < created {
            n_backward += 1;
            continue;
        }
        let keeps_stage = is_latest || is_over;
        known.push((
            KnownDeal {
                id: deal.id.clone(),
                rep: deal.rep.clone(),
                source: deal.source.trim().to_owned(),
                segment: deal.segment.trim().to_owned(),
                product: deal.product.trim().to_owned(),
                stage: if keeps_stage { deal.stage.trim().to_owned() } else { String::new() },
                created,
                ended: is_over.then_some(closed),
                outcome: if is_over { deal.outcome } else { Outcome::Open },
                amount: brought(deal).filter(|amount| 0.0 < *amount || (is_over && deal.outcome == Outcome::Won)),
            },
            has_ended && !is_over,
        ));
    }
    let has_early_amounts = has_early_amounts(known.iter().map(|(deal, _)| deal));
    let deals = known.into_iter().map(|(mut deal, ends_later)| {
        // An amount that is filled in when a deal is won was not known before.
        if !has_early_amounts && ends_later {
            deal.amount = None;
        }
        deal
    });
    let deals = deals.collect();
    let mut notes = Vec::new();
    if n_undated != 0 {
        notes.push(PipelineNote::Undated { n: n_undated });
    }
    if n_backward != 0 {
        notes.push(PipelineNote::EndsBeforeBegin { n: n_backward });
    }
    if !has_early_amounts {
        notes.push(PipelineNote::AmountsAtTheEnd);
    }
    View { day, deals, has_early_amounts, notes }
}

fn has_early_amounts<'a>(deals: impl Iterator<Item = &'a KnownDeal>) -> bool {
    let (mut n_lost, mut n_with) = (0_usize, 0_usize);
    for deal in deals.filter(|deal| deal.outcome == Outcome::Lost) {
        n_lost += 1;
        n_with += usize::from(deal.amount.is_some());
    }
    n_lost < LEAST_LOST || LEAST_WITH_AMOUNT * n_lost as f64 <= n_with as f64
}

impl KnownDeal {
    /// Its value if that is known and above 0.
    pub(super) fn size(&self) -> Option<f64> {
        self.amount.filter(|amount| 0.0 < *amount)
    }

    /// Whole days from its creation to its end or to the day.
    pub fn days(&self, day: NaiveDate) -> u32 {
        (self.ended.unwrap_or(day) - self.created).num_days().max(0) as u32
    }
}

impl View {
    /// The first month of a forecast from here: the one that the next day lies in.
    pub fn first_month(&self) -> Month {
        Month::of(self.day.checked_add_days(Days::new(1)).unwrap_or(self.day))
    }

    /// The last month that is over.
    pub fn last_whole_month(&self) -> Month {
        self.first_month().plus(-1)
    }

    /// Deals that are open.
    pub fn open(&self) -> impl Iterator<Item = &KnownDeal> {
        self.deals.iter().filter(|deal| deal.outcome == Outcome::Open)
    }
}
