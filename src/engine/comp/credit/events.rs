//! Events of a member: what was credited, by day.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use super::book::{Book, Share};
use super::filter::Memo;
use super::{Counted, Event, EventSource};
use crate::engine::comp::exact::{divided, plus, times};
use crate::engine::comp::plan::{CreditFrom, Measure};
use crate::engine::records::{Deal, Objective};
use crate::engine::units::{Decimal, Month};

/// Months over which revenue is spread at most.
const MOST_MONTHS: u32 = 600;
/// Decimals of a part.
const N_DECIMALS: u32 = 8;

pub(super) fn events(book: &Book<'_>, place: usize, counted: Counted<'_>) -> Rc<[Event]> {
    if counted.credit_from != CreditFrom::Company {
        return made(book, place, counted).into();
    }
    let is_same = |(measure, filter, _): &&(Measure, _, _)| *measure == counted.measure && filter == counted.filter;
    if let Some((.., events)) = book.common.borrow().iter().find(is_same) {
        return Rc::clone(events);
    }
    let events: Rc<[Event]> = made(book, place, counted).into();
    book.common.borrow_mut().push((counted.measure, counted.filter.clone(), Rc::clone(&events)));
    events
}

fn made(book: &Book<'_>, place: usize, counted: Counted<'_>) -> Vec<Event> {
    let people = || match counted.credit_from {
        CreditFrom::Own => vec![place as u32],
        CreditFrom::Team => book.hierarchy.team(place as u32),
        CreditFrom::Company => (0..book.people().len() as u32).collect(),
    };
    match counted.measure {
        Measure::Activities => activities(book, &people(), counted),
        Measure::Scorecard => objectives(book, &people(), counted),
        _ => match counted.credit_from {
            CreditFrom::Own => deals(book, book.own(place), counted),
            CreditFrom::Team => deals(book, &book.team_deals(place), counted),
            CreditFrom::Company => deals(book, &book.company_deals(), counted),
        },
    }
}

fn deals(book: &Book<'_>, shares: &[Share], counted: Counted<'_>) -> Vec<Event> {
    let passes = (!counted.filter.is_open()).then(|| book.passes(counted.filter));
    let counts =
        |deal: u32| passes.as_ref().is_none_or(|passes| passes.get(deal as usize).is_some_and(|is_let| *is_let));
    let mut events = Vec::with_capacity(shares.len());
    for share in shares.iter().filter(|share| counts(share.deal)) {
        let Some(deal) = book.dataset.deals.get(share.deal as usize) else { continue };
        let Some(whole) = book.value(counted.measure, deal) else { continue };
        let credit = if share.part == Decimal::ONE { whole } else { times(whole, share.part) };
        let event = Event { day: share.day, credit, share: share.part, source: EventSource::Deal(share.deal) };
        match deal.term_months {
            Some(term) if counted.measure == Measure::Revenue => spread(event, term, &mut events),
            _ => events.push(event),
        }
    }
    if counted.measure == Measure::Revenue {
        events.sort_by_key(|event| (event.day, event.source));
    }
    events
}

/// Equal parts over the months of the term, a part of a month counting as one. The last part has what rounding leaves, so
/// that the parts come to the whole, and do so in any sum.
fn spread(event: Event, term: Decimal, events: &mut Vec<Event>) {
    let n = term.ceil().to_u32().unwrap_or(1).clamp(1, MOST_MONTHS);
    let part = divided(event.credit, Decimal::from(n)).round_dp(N_DECIMALS);
    let last = event.credit - times(part, Decimal::from(n - 1));
    let start = Month::of(event.day);
    for step in 0..n {
        let day = if step == 0 { event.day } else { start.plus(step as i32).first_day() };
        events.push(Event { day, credit: if step + 1 == n { last } else { part }, ..event });
    }
}

impl Book<'_> {
    /// What a deal counts for in a measure of deals, in the scenario's currency; `None` if it does not say, or there is
    /// no exchange rate.
    pub fn value(&self, measure: Measure, deal: &Deal) -> Option<Decimal> {
        match measure {
            Measure::Bookings | Measure::Revenue => self.converted(deal, deal.amount),
            Measure::Margin => self.converted(deal, deal.margin),
            Measure::Units => deal.units,
            Measure::Deals => Some(Decimal::ONE),
            Measure::Activities | Measure::Scorecard => None,
        }
    }
}

fn activities(book: &Book<'_>, people: &[u32], counted: Counted<'_>) -> Vec<Event> {
    let mut listed = Memo::new(&counted.filter.activities);
    let places = people.iter().filter_map(|one| book.activities.get(*one as usize)).flatten();
    let event = |place: &u32| {
        let activity = book.dataset.activities.get(*place as usize).filter(|activity| listed.lets(&activity.kind))?;
        let source = EventSource::Activity(*place);
        Some(Event { day: activity.day?, credit: activity.count, share: Decimal::ONE, source })
    };
    let mut events: Vec<Event> = places.filter_map(event).collect();
    events.sort_by_key(|event| (event.day, event.source));
    events
}

/// Each month is credited with the mean of what its objectives reached, by their weights; of several people, with the mean
/// of theirs.
fn objectives(book: &Book<'_>, people: &[u32], counted: Counted<'_>) -> Vec<Event> {
    let mut listed = Memo::new(&counted.filter.objectives);
    // By month, each one's sum of weights.
    let mut weights: BTreeMap<(Month, u32), Decimal> = BTreeMap::new();
    let mut n_people: BTreeMap<Month, u32> = BTreeMap::new();
    let mut found: Vec<(u32, u32, &Objective)> = Vec::new();
    for one in people {
        for place in book.objectives.get(*one as usize).into_iter().flatten() {
            let Some(objective) = book.dataset.objectives.get(*place as usize) else { continue };
            if objective.weight <= Decimal::ZERO || !listed.lets(&objective.name) {
                continue;
            }
            found.push((*one, *place, objective));
            for month in objective.period.months() {
                let sum = weights.entry((month, *one)).or_insert_with(|| {
                    *n_people.entry(month).or_default() += 1;
                    Decimal::ZERO
                });
                *sum = plus(*sum, objective.weight);
            }
        }
    }
    let mut events = Vec::new();
    for (one, place, objective) in found {
        for month in objective.period.months() {
            let of = weights.get(&(month, one)).copied().unwrap_or(objective.weight);
            let n = n_people.get(&month).copied().unwrap_or(1);
            let credit = divided(times(objective.result, objective.weight), times(of, Decimal::from(n)));
            let day: NaiveDate = month.last_day();
            events.push(Event { day, credit, share: Decimal::ONE, source: EventSource::Objective(place) });
        }
    }
    events.sort_by_key(|event| (event.day, event.source));
    events
}
