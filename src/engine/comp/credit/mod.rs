//! Who is credited with what on which day: shares, filters, exchange, roll-up.
//!
//! [`Book`] looks at the records once: who shares which deal, who reports to whom, what each currency is worth. From it
//! come the events of a member, sorted by day, for whatever a component, a part of a blend or a SPIFF counts.

mod book;
mod events;
mod filter;
mod gaps;
mod hierarchy;
mod rates;

use chrono::NaiveDate;

use super::plan::{BlendPart, Component, CreditFrom, Filter, Measure, Spiff};
use crate::engine::units::Decimal;

pub use book::Book;
pub(super) use gaps::gaps;

/// Something that a member is credited with on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// When it counts: the deal's closing day; of revenue that is spread, the first day of each later month; the
    /// activity's day; the last day of a month of an objective.
    pub day: NaiveDate,
    /// What is added to `x`: money in the scenario's currency, units, or a count; the member's share is in it.
    pub credit: Decimal,
    /// The member's share of the deal, a fraction; that of the team or company together where theirs is counted.
    pub share: Decimal,
    /// What it comes from.
    pub source: EventSource,
}

/// The record behind an event, by its place in the dataset's list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventSource {
    /// A deal.
    Deal(u32),
    /// An activity.
    Activity(u32),
    /// An objective.
    Objective(u32),
}

/// What is counted, and whose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted<'p> {
    /// What is credited.
    pub measure: Measure,
    /// What counts.
    pub filter: &'p Filter,
    /// Whose credit counts.
    pub credit_from: CreditFrom,
}

impl Component {
    /// What the component counts; with parts, see [`BlendPart::counted`].
    pub fn counted(&self) -> Counted<'_> {
        Counted { measure: self.measure, filter: &self.filter, credit_from: self.credit_from }
    }
}

impl BlendPart {
    /// What the part counts, credited from whom its component says.
    pub fn counted(&self, credit_from: CreditFrom) -> Counted<'_> {
        Counted { measure: self.measure, filter: &self.filter, credit_from }
    }
}

impl Spiff {
    /// What the SPIFF counts, its first and last day left aside.
    pub fn counted(&self) -> Counted<'_> {
        Counted { measure: self.measure, filter: &self.filter, credit_from: self.credit_from }
    }
}

#[cfg(test)]
mod tests;
