//! Who is paid, with their deals in order and their quota by month.

use std::collections::BTreeMap;

use super::ReplayInput;
use crate::engine::comp::exact::{Terms, divided, plus, times};
use crate::engine::comp::plan::{Component, Measure, Plan};
use crate::engine::records::{Deal, Outcome, Rep, RepId, RepIndex};
use crate::engine::units::{Decimal, Month, Period};

/// The reps of a dataset: those listed, then those that only deals name.
#[derive(Debug, Default)]
pub struct Roster<'a> {
    /// In order.
    pub members: Vec<Member<'a>>,
    index: RepIndex,
}

/// A rep with what pay depends on.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// Key.
    pub id: RepId,
    /// The record, if there is one.
    pub rep: Option<&'a Rep>,
    /// Won deals that have a day, by day.
    pub deals: Vec<&'a Deal>,
    /// Quota by month, from the targets.
    pub quota: BTreeMap<Month, Decimal>,
    /// Target incentive a year.
    pub target_incentive: Option<Decimal>,
    plan_quota: Option<Decimal>,
    /// First and last month on the plan, where they bound what counts.
    months: (Option<Month>, Option<Month>),
}

impl<'a> Roster<'a> {
    /// Everyone who is in the data.
    pub fn new(input: &ReplayInput<'a>) -> Self {
        let listed = RepIndex::new(&input.dataset.reps);
        let mut roster = Self::default();
        for (place, rep) in input.dataset.reps.iter().enumerate() {
            if listed.place(&rep.id) != Some(place) {
                continue; // the id of an earlier rep
            }
            let index = roster.enter(&rep.id, input.plan);
            if let Some(member) = roster.members.get_mut(index) {
                member.rep = Some(rep);
                let own = rep.target_incentive.map(|money| money.0.max(Decimal::ZERO));
                member.target_incentive = own.or(input.plan.target_incentive);
            }
        }
        for rep in &input.dataset.reps {
            if let Some(place) = roster.index.place(&rep.id) {
                roster.index.add(&rep.name, place);
            }
        }
        for deal in input.dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
            if deal.closed.is_some() && !deal.rep.0.trim().is_empty() {
                let index = roster.enter(&deal.rep, input.plan);
                if let Some(member) = roster.members.get_mut(index) {
                    member.deals.push(deal);
                }
            }
        }
        for target in input.dataset.targets.iter().filter(|target| !target.rep.0.trim().is_empty()) {
            let index = roster.enter(&target.rep, input.plan);
            let monthly = divided(target.amount.0, Decimal::from(target.period.length.months()));
            if let Some(member) = roster.members.get_mut(index) {
                for month in target.period.months() {
                    let quota = member.quota.entry(month).or_default();
                    *quota = plus(*quota, monthly);
                }
            }
        }
        for member in &mut roster.members {
            member.deals.sort_by_key(|deal| deal.closed);
        }
        roster
    }

    /// The member of that key.
    pub fn member(&self, rep: &RepId) -> Option<&Member<'a>> {
        self.place(rep).and_then(|place| self.members.get(place))
    }

    /// The place of the member of that key.
    pub fn place(&self, rep: &RepId) -> Option<usize> {
        self.index.place(rep)
    }

    fn enter(&mut self, id: &RepId, plan: &Plan) -> usize {
        if let Some(place) = self.index.place(id) {
            return place;
        }
        let place = self.members.len();
        self.index.add(&id.0, place);
        self.members.push(Member {
            id: id.clone(),
            rep: None,
            deals: Vec::new(),
            quota: BTreeMap::new(),
            target_incentive: plan.target_incentive,
            plan_quota: plan.quota,
            months: (None, None),
        });
        place
    }
}

impl<'a> Member<'a> {
    /// The same rep on a plan from one month to another: records and quotas of other months do not count.
    #[must_use]
    pub fn during(&self, months: (Option<Month>, Option<Month>)) -> Self {
        let mut member = self.only(|deal| deal.closed.is_some_and(|day| is_within(Month::of(day), months)));
        member.months = months;
        member
    }

    /// The same rep with those deals alone.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&Deal) -> bool) -> Self {
        let deals: Vec<&'a Deal> = self.deals.iter().copied().filter(|deal| keep(deal)).collect();
        Self { deals, ..self.clone() }
    }
}

fn is_within(month: Month, (from, to): (Option<Month>, Option<Month>)) -> bool {
    from.is_none_or(|from| from <= month) && to.is_none_or(|to| month <= to)
}

impl Member<'_> {
    /// Name for people.
    pub fn name(&self) -> &str {
        self.rep.map(|rep| rep.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(&self.id.0)
    }

    /// Quota of the months of `period`: the targets', else a twelfth of the plan's for each month without one.
    /// `None` if no month has any.
    pub fn quota(&self, period: Period) -> Option<Decimal> {
        let months = period.months().filter_map(|month| self.month_quota(month));
        months.fold(None, |sum, quota| Some(plus(sum.unwrap_or_default(), quota)))
    }

    /// Quota of one month.
    pub fn month_quota(&self, month: Month) -> Option<Decimal> {
        if !is_within(month, self.months) {
            return None;
        }
        let fallback = || self.plan_quota.map(|quota| divided(quota, Decimal::from(12)));
        self.quota.get(&month).copied().or_else(fallback)
    }

    /// How many of the months the target incentive is for: those with a quota, as both are for the same time; all of them
    /// where none has one.
    pub fn n_incentive_months(&self, months: impl Iterator<Item = Month> + Clone) -> usize {
        let has_quota = |month: &Month| self.month_quota(*month).is_some_and(|quota| Decimal::ZERO < quota);
        let n = months.clone().filter(has_quota).count();
        if n == 0 { months.filter(|month| is_within(*month, self.months)).count() } else { n }
    }

    /// The component's terms for a window.
    pub fn terms(&self, component: &Component, window: Period) -> Terms {
        let year = times(component.weight, self.target_incentive.unwrap_or_default());
        let n_months = Decimal::from(self.n_incentive_months(window.months()));
        Terms { quota: self.quota(window), target_incentive: divided(times(year, n_months), Decimal::from(12)) }
    }
}

impl Measure {
    /// What the deal is credited with; `None` where the record does not say.
    pub fn of(self, deal: &Deal) -> Option<Decimal> {
        match self {
            Self::Bookings => deal.amount.map(|money| money.0),
            Self::Margin => deal.margin.map(|money| money.0),
            Self::Units => deal.units,
            Self::Deals => Some(Decimal::ONE),
            Self::Revenue => deal.amount.map(|money| money.0),
            Self::Activities | Self::Scorecard => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates;
    use crate::engine::records::{Dataset, Target};
    use crate::engine::units::{Calendar, Granularity, Money};

    #[test]
    fn the_target_incentive_is_for_the_months_that_have_a_quota() {
        let check = |months: &[u32], quota: Option<i64>, expected: i64| {
            let mut plan = templates::account_executive();
            (plan.target_incentive, plan.quota) = (Some(Decimal::from(12_000)), quota.map(Decimal::from));
            let target = |month: &u32| Target {
                rep: RepId("Ann".into()),
                period: Period { start: Month::new(2026, *month), length: Granularity::Month },
                amount: Money::whole(1_000),
                measure: String::new(),
            };
            let mut dataset = Dataset { targets: months.iter().map(target).collect(), ..Dataset::default() };
            dataset.reps.push(Rep { id: RepId("Ann".into()), ..Rep::default() });
            let (first, last) = (Month::new(2026, 1), Month::new(2026, 3));
            let calendar = Calendar::default();
            let input = ReplayInput { plan: &plan, dataset: &dataset, calendar, first, last, digits: 2 };
            let roster = Roster::new(&input);
            let terms = roster.members[0].terms(&plan.components[0], calendar.period(first, Granularity::Quarter));
            assert_eq!(terms.target_incentive, Decimal::from(expected), "{months:?} {quota:?}");
        };
        check(&[1, 2, 3], None, 3_000);
        check(&[2, 3], None, 2_000);
        check(&[], None, 3_000);
        check(&[3], Some(24_000), 3_000); // the plan's quota stands in for the other months
    }
}
