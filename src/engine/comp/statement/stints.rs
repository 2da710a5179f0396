//! Who is on which plan when: runs of months of one rep on one plan.

use super::Roster;
use crate::engine::comp::plan::{Plan, PlanBook};
use crate::engine::units::{Calendar, Granularity, Month};

/// Months of a rep on one plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stint {
    /// The plan, by place.
    pub(super) plan: usize,
    /// First month that is paid.
    pub(super) from: Month,
    /// Last month that is paid.
    pub(super) to: Month,
    /// Where the time on the plan bounds what counts: its first and its last month.
    pub(super) bounds: (Option<Month>, Option<Month>),
}

/// Plans with who is on them.
pub(super) struct Plans<'a> {
    pub(super) plans: Vec<&'a Plan>,
    book: Option<&'a PlanBook>,
}

impl<'a> Plans<'a> {
    /// Everyone on one plan.
    pub(super) fn one(plan: &'a Plan) -> Self {
        Self { plans: vec![plan], book: None }
    }

    /// As the book says.
    pub(super) fn of(book: &'a PlanBook) -> Self {
        Self { plans: book.plans.iter().collect(), book: Some(book) }
    }

    /// The stints of a member that touch the months from `first` to `last`, in order.
    pub(super) fn stints(
        &self,
        roster: &Roster,
        place: usize,
        calendar: Calendar,
        (first, last): (Month, Month),
    ) -> Vec<Stint> {
        if self.book.is_none_or(|book| book.assignments.is_empty()) {
            let whole = Stint { plan: 0, from: first, to: last, bounds: (None, None) };
            return if self.plans.is_empty() { Vec::new() } else { vec![whole] };
        }
        // Windows begin and end with the fiscal year, so that is as far as an assignment can bound one.
        let start = calendar.period(first, Granularity::Year).start;
        let end = calendar.period(last, Granularity::Year).end();
        let (Some(book), Some(member)) = (self.book, roster.members.get(place)) else { return Vec::new() };
        let runs = book.times_of(&member.id, member.rep, start, end);
        let touching = runs.into_iter().filter(|(_, from, to)| *from <= last && first <= *to);
        let stint = |(plan, from, to): (usize, Month, Month)| Stint {
            plan,
            from: from.max(first),
            to: to.min(last),
            bounds: ((start < from).then_some(from), (to < end).then_some(to)),
        };
        touching.map(stint).collect()
    }
}
