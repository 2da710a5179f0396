//! Which line stands in which row, and which plan it was paid by.

use super::WorkbookInput;
use crate::engine::comp::{Line, Statement};
use crate::engine::records::Rep;
use crate::engine::units::{Money, Month};

/// A line and where it stands.
pub(super) struct Placed<'a> {
    pub(super) statement: &'a Statement,
    pub(super) line: &'a Line,
    /// Where the component is, if it is no SPIFF.
    pub(super) source: Option<Source>,
    /// The name of its plan.
    pub(super) plan: &'a str,
    pub(super) row: u32,
}

/// A component of a plan, in one of the times that the rep is on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    pub(super) time: usize,
    pub(super) plan: usize,
    pub(super) component: usize,
}

/// Rows of the lines that are earned in one payout period, from the first on: components, then SPIFFs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rows {
    pub(super) first: u32,
    /// How many, and the sum of their pay.
    pub(super) components: (u32, Money),
    pub(super) spiffs: (u32, Money),
}

/// All lines in the order of the rows, and the rows of each payout period, statement by statement.
pub(super) struct Layout<'a> {
    pub(super) lines: Vec<Placed<'a>>,
    pub(super) payouts: Vec<Vec<Rows>>,
}

/// Lines by rep and payout period, components before SPIFFs.
pub(super) fn layout<'a>(input: &WorkbookInput<'a>) -> Layout<'a> {
    let (mut lines, mut payouts) = (Vec::new(), Vec::new());
    let mut row = 1;
    for statement in &input.replay.statements {
        let rep = Rep {
            id: statement.rep.clone(),
            name: statement.name.clone(),
            role: statement.role.clone(),
            ..Rep::default()
        };
        let times = input.book.times_of(&statement.rep, Some(&rep), input.first, input.last);
        let mut own: Vec<(usize, Placed)> = statement
            .lines
            .iter()
            .map(|line| {
                let end = line.period.end();
                let payout = statement.periods.iter().position(|payout| payout.period.contains(end));
                let (source, plan) = source(input, &times, line);
                (payout.unwrap_or(statement.periods.len()), Placed { statement, line, source, plan, row: 0 })
            })
            .collect();
        own.sort_by_key(|(payout, placed)| (*payout, placed.source.is_none()));
        let mut rows = vec![Rows::default(); statement.periods.len()];
        for (payout, mut placed) in own {
            placed.row = row;
            if let Some(rows) = rows.get_mut(payout) {
                if rows.first == 0 {
                    rows.first = row;
                }
                let part = if placed.source.is_some() { &mut rows.components } else { &mut rows.spiffs };
                *part = (part.0 + 1, part.1 + placed.line.pay);
            }
            row += 1;
            lines.push(placed);
        }
        payouts.push(rows);
    }
    Layout { lines, payouts }
}

/// A name that two plans share within one period means the later plan.
fn source<'a>(input: &WorkbookInput<'a>, times: &[(usize, Month, Month)], line: &Line) -> (Option<Source>, &'a str) {
    for (time, (place, from, to)) in times.iter().enumerate().rev() {
        let Some(plan) = input.book.plans.get(*place) else { continue };
        if *to < line.period.start || line.period.end() < *from {
            continue;
        }
        if let Some(component) = plan.components.iter().position(|component| component.name == line.component) {
            return (Some(Source { time, plan: *place, component }), &plan.name);
        }
        if plan.spiffs.iter().any(|spiff| spiff.name == line.component) {
            return (None, &plan.name);
        }
    }
    // A contest may be won in a period in which the rep is on no plan any more.
    let plan = input.book.plans.iter().find(|plan| plan.spiffs.iter().any(|spiff| spiff.name == line.component));
    (None, plan.map_or("", |plan| plan.name.as_str()))
}
