//! The lines of one rep's statement.

use super::counted::Counting;
use super::terms::Member;
use super::walk::{Walk, Walked};
use super::{Explanation, ReplayInput};
use crate::engine::comp::exact::Ready;
use crate::engine::comp::plan::{Component, Plan};
use crate::engine::units::{Calendar, Granularity, Month, Period};

/// A plan made ready to be paid for many reps.
pub(super) struct Prepared<'a> {
    /// In the order of the plan.
    pub(super) components: Vec<Ready<'a>>,
}

impl<'a> Prepared<'a> {
    /// That plan's components.
    pub(super) fn new(plan: &'a Plan) -> Self {
        let names: Vec<&str> = plan.components.iter().map(|component| component.name.as_str()).collect();
        Self { components: plan.components.iter().map(|component| Ready::new(component, &names)).collect() }
    }

    /// Every pay period of the replay, component by component, exact and with its deals if they are wanted; those of a
    /// component in order.
    pub(super) fn lines(&self, input: &ReplayInput, member: &Member, wants_deals: bool, take: &mut impl FnMut(Walked)) {
        let counting = self.counting(member);
        for place in 0..self.components.len() {
            let walk = Walk { input, plan: self, counting: &counting, place, wants_deals, traced: None };
            walk.windows(input.first, input.last, take);
        }
    }

    /// What counts towards each component, of one rep.
    fn counting<'m>(&'m self, member: &'m Member<'m>) -> Vec<Counting<'m>> {
        self.components.iter().map(|ready| Counting::new(member, ready.component)).collect()
    }
}

/// One line with its deals and its arithmetic.
pub(super) fn explain(
    input: &ReplayInput,
    member: &Member,
    component: &Component,
    period: Period,
) -> Option<Explanation> {
    let plan = Prepared::new(input.plan);
    let place = input.plan.components.iter().position(|candidate| candidate.name == component.name)?;
    let mut found = None;
    let counting = plan.counting(member);
    let walk = Walk { input, plan: &plan, counting: &counting, place, wants_deals: true, traced: Some(period) };
    walk.windows(period.start, period.end(), &mut |walked| {
        if walked.line.period == period {
            let deals = walked.deals.iter().map(|dealt| dealt.named(input.dataset)).collect();
            found = Some(Explanation { line: walked.line, deals, true_up: walked.true_up, trace: walked.trace });
        }
    });
    found
}

impl Component {
    /// The window over which this component's credit adds up, for the month.
    pub fn window(&self, calendar: Calendar, month: Month) -> Period {
        calendar.period(month, self.window_length())
    }

    /// The windows that touch these months, in order; from the start of the fiscal year where caps keep a balance.
    pub(super) fn windows(&self, calendar: Calendar, first: Month, last: Month, has_balance: bool) -> Vec<Period> {
        let first = if has_balance { calendar.period(first, Granularity::Year).start } else { first };
        calendar.periods(first, last, self.window_length())
    }
}
