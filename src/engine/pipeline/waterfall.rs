//! Flows between dated exports summed by kind, as a waterfall shows them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::flow::{Flow, FlowKind, Snapshot, Window, flow};
use crate::engine::units::{Calendar, Granularity, Money, Month};

/// What became of a pipeline between two exports: opening and all parts add up to closing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waterfall {
    /// Day of the first export.
    pub from: NaiveDate,
    /// Day of the second.
    pub to: NaiveDate,
    /// Days in which deals are due that count; all open deals if none.
    pub due: Option<Window>,
    /// Open at first.
    pub opening: Money,
    /// Open in the end.
    pub closing: Money,
    /// Sum and number of deals of each kind, in the order of a waterfall.
    pub parts: Vec<(FlowKind, Money, u32)>,
}

impl Waterfall {
    /// A flow's sums.
    pub fn of(flow: &Flow, due: Option<Window>) -> Self {
        let part = |kind| {
            let (amount, n) = flow.part(kind);
            (kind, amount, n as u32)
        };
        let parts = FlowKind::ALL.map(part).into();
        Self { from: flow.from, to: flow.to, due, opening: flow.opening, closing: flow.closing, parts }
    }
}

/// From each export to the next, in the order of their days: of all open deals, then of those due in the first one's quarter.
pub fn waterfalls(snapshots: &[Snapshot], calendar: Calendar) -> Vec<Waterfall> {
    let pair = |(first, last): (&Snapshot, &Snapshot)| {
        let quarter = calendar.period(Month::of(first.day), Granularity::Quarter);
        let due = Window { from: quarter.start.first_day(), to: quarter.end().last_day() };
        [None, Some(due)].map(|due| Waterfall::of(&flow(first, last, due), due))
    };
    snapshots.iter().zip(snapshots.iter().skip(1)).flat_map(pair).collect()
}
