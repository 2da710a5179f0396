//! A sales force on its plans: what every statement is made from.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::contests::{Round, rounds};
use super::earn::{Cancelled, Earning, earnings};
use super::lines::Prepared;
use super::stints::{Plans, Stint};
use super::{BookInput, Member, ReplayInput, Roster};
use crate::engine::comp::credit::Book;
use crate::engine::comp::plan::{Plan, Reward};
use crate::engine::records::{Dataset, Outcome, RepId};
use crate::engine::units::{Calendar, Granularity, Money, Month, Period};

/// Everything that statements are made from.
pub(super) struct Team<'a> {
    pub(super) plans: Plans<'a>,
    pub(super) dataset: &'a Dataset,
    pub(super) calendar: Calendar,
    pub(super) first: Month,
    pub(super) last: Month,
    pub(super) digits: u32,
    currency: &'a str,
    /// The first month that is looked at: that of the earliest deal which is cancelled in the months of the replay.
    pub(super) since: Month,
    /// How long payout periods are: as the shortest pay period, draw or contest.
    pub(super) length: Granularity,
    /// From `since` on.
    pub(super) payouts: Vec<Period>,
    /// How many of them lie before `first`.
    pub(super) n_before: usize,
    /// One a plan, the same members at the same places.
    pub(super) rosters: Vec<Roster<'a>>,
    prepared: Vec<Prepared<'a>>,
    /// By member.
    pub(super) stints: Vec<Vec<Stint>>,
    pub(super) cancelled: Cancelled<'a>,
    pub(super) rounds: Vec<Round>,
    /// What was paid, by member and payout period.
    pub(super) payments: BTreeMap<(usize, usize), Money>,
    /// Payments that belong to no rep or payout period.
    pub(super) n_stray_payments: u32,
}

impl<'a> Team<'a> {
    /// One plan for everyone.
    pub(super) fn of_plan(input: &ReplayInput<'a>) -> Self {
        let ReplayInput { plan, dataset, calendar, first, last, digits, currency } = *input;
        Self::new(Plans::one(plan), dataset, calendar, (first, last), (digits, currency))
    }

    /// The plans of a book.
    pub(super) fn of_book(input: &BookInput<'a>) -> Self {
        let BookInput { book, dataset, calendar, first, last, digits, currency } = *input;
        Self::new(Plans::of(book), dataset, calendar, (first, last), (digits, currency))
    }

    fn new(
        plans: Plans<'a>,
        dataset: &'a Dataset,
        calendar: Calendar,
        (first, last): (Month, Month),
        (digits, currency): (u32, &'a str),
    ) -> Self {
        let won = (0..).zip(&dataset.deals).filter(|(_, deal)| deal.outcome == Outcome::Won);
        let takes_back = plans.plans.iter().any(|plan| plan.clawback.is_some() || plan.holdback.is_some());
        let cancelled: Cancelled = won.filter(|(_, deal)| takes_back && deal.cancelled.is_some()).collect();
        let still_open = cancelled.values().filter(|deal| deal.cancelled.is_some_and(|day| first <= Month::of(day)));
        let earliest = still_open.filter_map(|deal| deal.closed).map(Month::of).min().unwrap_or(first);
        let length = plans.plans.iter().map(|plan| plan.payout_length()).min().unwrap_or_default();
        // A deal that was closed long before cannot make the replay longer than a person's working life.
        let since = calendar.period(earliest.min(first).max(first.plus(-600)), length).start.min(first);
        let payouts = calendar.periods(since, last, length);
        let n_before = payouts.iter().take_while(|period| period.end() < first).count();
        let book = Rc::new(Book::new(dataset, currency));
        let rosters = plans.plans.iter().map(|plan| Roster::of(&book, dataset, plan, calendar, first)).collect();
        let prepared = plans.plans.iter().map(|plan| Prepared::new(plan)).collect();
        let mut team = Self {
            plans,
            dataset,
            calendar,
            first,
            last,
            digits,
            currency,
            since,
            length,
            payouts,
            n_before,
            rosters,
            prepared,
            stints: Vec::new(),
            cancelled,
            rounds: Vec::new(),
            payments: BTreeMap::new(),
            n_stray_payments: 0,
        };
        if let Some(roster) = team.rosters.first() {
            let stints = |place| team.plans.stints(roster, place, calendar, (since, last));
            team.stints = (0..roster.members.len()).map(stints).collect();
        }
        team.enter_payments();
        team.rounds = rounds(&team);
        team
    }

    /// The place of the member of that key.
    pub(super) fn place(&self, rep: &RepId) -> Option<usize> {
        self.rosters.first()?.book.place(rep)
    }

    /// How many reps.
    pub(super) fn n_members(&self) -> usize {
        self.rosters.first().map_or(0, |roster| roster.members.len())
    }

    /// The place of the payout period that pays what ends with `period`; the last one for what ends later.
    pub(super) fn payout_of(&self, period: Period) -> usize {
        let Some(start) = self.payouts.first().map(|period| period.start) else { return 0 };
        let at = self.calendar.period(period.end(), self.length).start.since(start) / self.length.months();
        usize::try_from(at).unwrap_or(0).min(self.payouts.len().saturating_sub(1))
    }

    /// A replay of one of the plans over these months.
    pub(super) fn input(&self, plan: usize, (first, last): (Month, Month)) -> Option<ReplayInput<'a>> {
        let plan: &'a Plan = self.plans.plans.get(plan)?;
        let Self { dataset, calendar, digits, currency, .. } = *self;
        Some(ReplayInput { plan, dataset, calendar, first, last, digits, currency })
    }

    /// The member as one of its stints counts it.
    pub(super) fn member(&self, place: usize, stint: Stint) -> Option<Cow<'_, Member<'a>>> {
        let member = self.rosters.get(stint.plan)?.members.get(place)?;
        let is_bound = stint.bounds.0.is_some() || stint.bounds.1.is_some();
        Some(if is_bound { Cow::Owned(member.during(stint.bounds)) } else { Cow::Borrowed(member) })
    }

    /// What a member earns in a stint, but for contests.
    pub(super) fn earnings(&self, stint: Stint, member: &Member<'a>) -> Vec<Earning<'a>> {
        let input = self.input(stint.plan, (stint.from, stint.to));
        let Some((input, plan)) = input.zip(self.prepared.get(stint.plan)) else { return Vec::new() };
        earnings((&input, plan), member, &self.cancelled, self.length)
    }

    fn enter_payments(&mut self) {
        let Some(roster) = self.rosters.first() else { return };
        for payment in &self.dataset.payments {
            let end = payment.period.end();
            match roster.book.place(&payment.rep) {
                Some(place) if self.first <= end && end <= self.last => {
                    // A payment for a longer time closes all its payout periods; the money is booked in the last.
                    let last = self.payout_of(Period { start: end, length: Granularity::Month });
                    let from = payment.period.start.max(self.first);
                    let from = self.payout_of(Period { start: from, length: Granularity::Month });
                    for payout in from..=last {
                        self.payments.entry((place, payout)).or_default();
                    }
                    *self.payments.entry((place, last)).or_default() += payment.amount;
                }
                _ => self.n_stray_payments += 1,
            }
        }
    }
}

impl Plan {
    /// How long its payout periods are: as the shortest pay period of a component, advance, draw or contest.
    pub fn payout_length(&self) -> Granularity {
        let components = self.components.iter().map(|component| {
            component.advance.map_or(component.pay_period, |advance| advance.per.min(component.pay_period))
        });
        let draw = self.draw.as_ref().map(|draw| draw.per);
        let contests = self.spiffs.iter().filter_map(|spiff| match spiff.reward {
            Reward::Contest { per, .. } => Some(per),
            _ => None,
        });
        components.chain(draw).chain(contests).min().unwrap_or_default()
    }
}
