//! What became of a pipeline between two dated exports: a waterfall whose parts add up exactly.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::records::{Deal, Outcome, join_key};
use crate::engine::units::Money;

/// A dated export.
#[derive(Clone, Copy, Debug)]
pub struct Snapshot<'a> {
    /// The day it was made.
    pub day: NaiveDate,
    /// Its deals.
    pub deals: &'a [Deal],
}

/// Days of which a pipeline is looked at: deals that are due in them. Both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// A part of the waterfall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowKind {
    /// New since the first export.
    Created,
    /// Was due outside the window, and is due in it.
    PulledIn,
    /// Was due in the window, and is due outside it.
    PushedOut,
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// Worth more than before.
    AmountUp,
    /// Worth less than before.
    AmountDown,
    /// No longer in the export.
    Gone,
}

impl FlowKind {
    /// All parts, in the order of a waterfall.
    pub const ALL: [Self; 8] = [
        Self::Created,
        Self::PulledIn,
        Self::PushedOut,
        Self::Won,
        Self::Lost,
        Self::AmountUp,
        Self::AmountDown,
        Self::Gone,
    ];
}

/// What a deal adds, or takes away if negative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowLine {
    /// The deal's id.
    pub deal: String,
    /// What happened.
    pub kind: FlowKind,
    /// Amount; negative for what leaves.
    pub amount: Money,
}

/// The waterfall from one export to another: opening and all lines add up to closing, to the last digit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// Day of the first export.
    pub from: NaiveDate,
    /// Day of the second.
    pub to: NaiveDate,
    /// Open and due in the window at first.
    pub opening: Money,
    /// Open and due in the window in the end.
    pub closing: Money,
    /// What happened, by deal, in the order of ids.
    pub lines: Vec<FlowLine>,
}

impl Flow {
    /// The sum and number of lines of a kind.
    pub fn part(&self, kind: FlowKind) -> (Money, usize) {
        let lines = || self.lines.iter().filter(|line| line.kind == kind);
        (lines().fold(Money::ZERO, |sum, line| sum + line.amount), lines().count())
    }
}

/// How a deal stands to the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Absent,
    Inside,
    Outside,
    Won,
    Lost,
}

/// A deal in an export: one record, or several of one id as lines of an order, whose amounts are added.
#[derive(Clone, Copy)]
struct Listed<'a> {
    id: &'a str,
    outcome: Outcome,
    closed: Option<NaiveDate>,
    amount: Money,
}

/// By id. Records of one id that have ended otherwise than the ones before take their place: the later ones speak.
fn by_id<'a>(deals: &'a [Deal]) -> BTreeMap<String, Listed<'a>> {
    let mut listed: BTreeMap<String, Listed<'a>> = BTreeMap::new();
    for deal in deals {
        let it = Listed {
            id: &deal.id,
            outcome: deal.outcome,
            closed: deal.closed,
            amount: deal.amount.unwrap_or(Money::ZERO),
        };
        listed
            .entry(join_key(&deal.id))
            .and_modify(|known| {
                let before = if known.outcome == it.outcome { known.amount } else { Money::ZERO };
                *known = Listed { amount: before + it.amount, ..it };
            })
            .or_insert(it);
    }
    listed
}

fn place(deal: Option<&Listed>, window: Option<Window>) -> (Place, Money) {
    let Some(deal) = deal else { return (Place::Absent, Money::ZERO) };
    let is_due = window.is_none_or(|window| deal.closed.is_some_and(|day| window.from <= day && day <= window.to));
    let place = match deal.outcome {
        Outcome::Open if is_due => Place::Inside,
        Outcome::Won if is_due => Place::Won,
        Outcome::Lost => Place::Lost,
        Outcome::Open | Outcome::Won => Place::Outside,
    };
    (place, deal.amount)
}

/// What became of the pipeline that is due in the window; of all open deals without one. Deals are told by their ids.
///
/// A deal that is won counts what it was won for: a change of its amount is a line of its own. One that is lost, pushed out or
/// gone leaves with what it was worth before.
pub fn flow(first: &Snapshot, last: &Snapshot, window: Option<Window>) -> Flow {
    let (before, after) = (by_id(first.deals), by_id(last.deals));
    let mut flow =
        Flow { from: first.day, to: last.day, opening: Money::ZERO, closing: Money::ZERO, lines: Vec::new() };
    let ids: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for id in ids {
        let (old, new) = (before.get(id), after.get(id));
        let name = new.or(old).map_or("", |deal| deal.id);
        let ((was, worth), (is, value)) = (place(old, window), place(new, window));
        if was == Place::Inside {
            flow.opening += worth;
        }
        if is == Place::Inside {
            flow.closing += value;
        }
        let mut line = |kind, amount: Money| flow.lines.push(FlowLine { deal: name.to_owned(), kind, amount });
        match (was, is) {
            (Place::Inside, Place::Inside | Place::Won) => {
                let change = value - worth;
                if change != Money::ZERO {
                    let is_more = Money::ZERO < change;
                    line(if is_more { FlowKind::AmountUp } else { FlowKind::AmountDown }, change);
                }
            }
            (Place::Inside, Place::Outside) => line(FlowKind::PushedOut, -worth),
            (Place::Inside, Place::Lost) => line(FlowKind::Lost, -worth),
            (Place::Inside, Place::Absent) => line(FlowKind::Gone, -worth),
            (Place::Outside, Place::Inside | Place::Won) => line(FlowKind::PulledIn, value),
            // What was closed and is open again is new to the pipeline.
            (Place::Absent | Place::Lost | Place::Won, Place::Inside) | (Place::Absent, Place::Won) => {
                line(FlowKind::Created, value);
            }
            (Place::Absent, Place::Lost) => {
                line(FlowKind::Created, value);
                line(FlowKind::Lost, -value);
            }
            _ => {}
        }
        if is == Place::Won && matches!(was, Place::Inside | Place::Outside | Place::Absent) {
            line(FlowKind::Won, -value);
        }
    }
    flow
}
