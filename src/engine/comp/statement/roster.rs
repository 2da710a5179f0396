//! Who is paid by a plan.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::ReplayInput;
use super::terms::Member;
use crate::engine::comp::credit::Book;
use crate::engine::comp::exact::{divided, plus, times};
use crate::engine::comp::plan::{CreditFrom, Plan};
use crate::engine::records::{Dataset, Outcome, Rep, RepId, join_key};
use crate::engine::units::{Calendar, Decimal, Month};

/// The reps of a dataset: those listed, then those that only deals or targets name.
#[derive(Debug)]
pub struct Roster<'a> {
    /// In order.
    pub members: Vec<Member<'a>>,
    /// The records as crediting needs them.
    pub book: Rc<Book<'a>>,
}

/// Quota by month, twelvefold, so that parts of quarters and years add up exactly.
pub(super) type Months = BTreeMap<Month, Decimal>;

/// Quotas of others beside a rep's own: those of everyone below, and everyone's.
#[derive(Clone, Debug, Default)]
pub(super) struct Rolled {
    pub(super) team: Rc<Quotas>,
    pub(super) company: Rc<Quotas>,
}

/// Quotas of several people.
#[derive(Debug, Default)]
pub(super) struct Quotas {
    /// Of those with targets, twelvefold.
    pub(super) months: Months,
    /// First months of those with deals and no target, who have the plan's quota while they are there; in order.
    from: Vec<Option<Month>>,
    /// Last months of those of them who left; in order.
    until: Vec<Month>,
}

impl Quotas {
    fn of<'m, 'a: 'm>(members: impl Iterator<Item = &'m Member<'a>>) -> Rc<Self> {
        let mut quotas = Self::default();
        for member in members {
            if member.targets.is_empty() && !member.deals.is_empty() {
                quotas.from.push(member.rep.and_then(|rep| rep.hired).map(Month::of));
                quotas.until.extend(member.rep.and_then(|rep| rep.left).map(Month::of));
            }
            for (month, quota) in &member.targets {
                let sum = quotas.months.entry(*month).or_default();
                *sum = plus(*sum, *quota);
            }
        }
        quotas.from.sort_unstable();
        quotas.until.sort_unstable();
        Rc::new(quotas)
    }

    /// How many have the plan's quota in a month.
    pub(super) fn n_of_plan(&self, month: Month) -> usize {
        let n_come = self.from.partition_point(|from| *from <= Some(month));
        n_come.saturating_sub(self.until.partition_point(|until| *until < month))
    }
}

impl<'a> Roster<'a> {
    /// Everyone who is in the data.
    pub fn new(input: &ReplayInput<'a>) -> Self {
        let book = Rc::new(Book::new(input.dataset, input.currency));
        Self::of(&book, input.dataset, input.plan, input.calendar, input.first)
    }

    /// Everyone on that plan, with a book that other plans share. The yearly target incentive is that of `first`.
    pub fn of(book: &Rc<Book<'a>>, dataset: &'a Dataset, plan: &'a Plan, calendar: Calendar, first: Month) -> Self {
        let member = |(place, (id, rep)): (usize, &(&'a RepId, Option<&'a Rep>))| {
            Member::new(Rc::clone(book), place, (id, *rep), plan, calendar, first)
        };
        let mut members: Vec<Member<'a>> = book.people().iter().enumerate().map(member).collect();
        let mut places: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        let mut place = |rep: &'a RepId| *places.entry(&rep.0).or_insert_with(|| book.place(rep));
        for deal in dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won && deal.closed.is_some()) {
            if let Some(member) = place(&deal.rep).and_then(|place| members.get_mut(place)) {
                member.deals.push(deal);
            }
        }
        for target in dataset.targets.iter().filter(|target| !target.rep.0.trim().is_empty()) {
            let Some(member) = place(&target.rep).and_then(|place| members.get_mut(place)) else { continue };
            let months = if target.measure.trim().is_empty() {
                &mut member.targets
            } else {
                member.named.entry(join_key(&target.measure)).or_default()
            };
            let twelvefold = times(target.amount.0, Decimal::from(12));
            let monthly = divided(twelvefold, Decimal::from(target.period.length.months()));
            for month in target.period.months() {
                let quota = months.entry(month).or_default();
                *quota = plus(*quota, monthly);
            }
        }
        for member in &mut members {
            member.deals.sort_by_key(|deal| deal.closed);
        }
        let mut roster = Self { members, book: Rc::clone(book) };
        roster.roll_up(plan);
        roster
    }

    /// Quotas of teams and the company, where the plan holds anybody to them.
    fn roll_up(&mut self, plan: &Plan) {
        let looks_at = |from| plan.components.iter().any(|component| component.is_held_to_others(from));
        if looks_at(CreditFrom::Company) {
            let company = Quotas::of(self.members.iter());
            for member in &mut self.members {
                member.rolled.company = Rc::clone(&company);
            }
        }
        if looks_at(CreditFrom::Team) {
            let of_team = |place| {
                let team = self.book.team(place);
                Quotas::of(team.iter().filter_map(|one| self.members.get(*one as usize)))
            };
            let teams: Vec<Rc<Quotas>> = (0..self.members.len()).map(of_team).collect();
            for (member, team) in self.members.iter_mut().zip(teams) {
                member.rolled.team = team;
            }
        }
    }

    /// The member of that key.
    pub fn member(&self, rep: &RepId) -> Option<&Member<'a>> {
        self.book.place(rep).and_then(|place| self.members.get(place))
    }
}
