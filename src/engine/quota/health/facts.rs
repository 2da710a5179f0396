//! The records as the card looks at them: everyone with a quota of the months, with deals, prior sales, size and pipeline.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use super::card::{HealthNote, RepHealth};
use super::luck::Chance;
use super::settings::{HealthInput, SizeBy};
use crate::engine::comp::compare::RepResult;
use crate::engine::comp::credit::Book;
use crate::engine::comp::exact::{divided, minus, plus};
use crate::engine::comp::plan::{CreditFrom, Measure, Plan, QuotaSource};
use crate::engine::comp::statement::{Member, Roster};
use crate::engine::records::{Deal, Outcome, Rep};
use crate::engine::units::{Decimal, Granularity, Money, Month};

/// Months that are looked at, at most.
const MOST_MONTHS: i32 = 600;
/// Reps with prior sales from which territories are measured by them.
const LEAST_PRIOR: usize = 3;

/// Everyone with a quota.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// In the order of the roster.
    pub(super) reps: Vec<Known>,
    /// What territories are measured by.
    pub(super) size: SizeBy,
    /// Months that coverage looks at.
    pub(super) coverage_months: Option<(Month, Month)>,
    /// Deals won and lost in the months, of everyone.
    pub(super) n_won: u32,
    pub(super) n_lost: u32,
    pub(super) notes: Vec<HealthNote>,
}

/// A rep with a quota.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) health: RepHealth,
    /// The same as a comparison has it, for groups and pay.
    pub(super) result: RepResult,
    /// Attainment and the luck in it; `None` for a quota of nothing or less.
    pub(super) chance: Option<Chance>,
}

/// First and last month.
type Months = (Month, Month);

/// Gathers them.
pub(super) fn facts(input: &HealthInput) -> Facts {
    let settings = input.settings;
    let (first, last) = (settings.first, settings.last);
    let n_months = last.since(first).saturating_add(1);
    if !(1..=MOST_MONTHS).contains(&n_months) {
        return Facts { size: settings.size, notes: vec![HealthNote::BadMonths], ..Facts::default() };
    }
    let plan = Plan::default();
    let book = Rc::new(Book::new(input.dataset, input.currency));
    let roster = Roster::of(&book, input.dataset, &plan, input.calendar, first);
    let gathering = Gathering { input, book: &book, prior: (first.plus(-n_months), first.plus(-1)) };
    let mut facts = gathering.everyone(&roster);
    gathering.measure_size(&roster, &mut facts);
    gathering.cover(&roster, &mut facts);
    facts
}

struct Gathering<'a> {
    input: &'a HealthInput<'a>,
    book: &'a Book<'a>,
    /// As many months before.
    prior: Months,
}

impl Gathering<'_> {
    fn months(&self) -> Months {
        (self.input.settings.first, self.input.settings.last)
    }

    fn everyone(&self, roster: &Roster) -> Facts {
        let mut facts = Facts::default();
        let (mut at_zero, mut managers, mut without) = (0_u32, 0_u32, 0_u32);
        for (place, member) in roster.members.iter().enumerate() {
            let deals = || won(member, self.months());
            let Some(quota) = quota(member, self.months()) else {
                without += u32::from(deals().next().is_some());
                continue;
            };
            if deals().next().is_none() && 1 < self.book.team(place).len() {
                managers += 1;
                continue;
            }
            at_zero += u32::from(quota <= Decimal::ZERO);
            facts.reps.push(self.known(member, quota));
        }
        let is_inside = |deal: &&Deal| deal.closed.is_some_and(|day| holds(self.months(), day));
        let closed = || self.input.dataset.deals.iter().filter(is_inside);
        let n = |outcome| closed().filter(|deal| deal.outcome == outcome).count() as u32;
        (facts.n_won, facts.n_lost) = (n(Outcome::Won), n(Outcome::Lost));
        let without_amount = closed().filter(|deal| deal.outcome == Outcome::Won && self.book.amount(deal).is_none());
        let n_deals = without_amount.count() as u32;
        facts.notes = [
            (at_zero, HealthNote::QuotasAtZero { n_reps: at_zero }),
            (managers, HealthNote::ManagersLeftOut { n_reps: managers }),
            (without, HealthNote::WithoutQuota { n_reps: without }),
            (n_deals, HealthNote::DealsWithoutAmount { n_deals }),
        ]
        .into_iter()
        .filter_map(|(n, note)| (0 < n).then_some(note))
        .collect();
        facts
    }

    fn known(&self, member: &Member, quota: Decimal) -> Known {
        let amounts: Vec<Money> =
            won(member, self.months()).map(|deal| self.book.amount(deal).unwrap_or_default()).collect();
        let bookings: Money = amounts.iter().copied().sum();
        let attained = (Decimal::ZERO < quota).then(|| divided(bookings.0, quota));
        let over = quota.to_f64().filter(|over| 0.0 < *over);
        let chance = over.map(|over| Chance::of(amounts.iter().map(|amount| amount.to_f64() / over)));
        let prior = self.prior_sales(member);
        let growth = prior.filter(|prior| Money::ZERO < *prior).map(|prior| bookings.to_f64() / prior.to_f64() - 1.0);
        let luck = chance.map(|chance| libm::sqrt(chance.squares)).filter(|luck| 0.0 < *luck && luck.is_finite());
        let health = RepHealth {
            rep: member.id.clone(),
            name: member.name().to_owned(),
            quota,
            bookings,
            n_deals: amounts.len() as u32,
            attainment: attained.and_then(|attained| attained.to_f64()),
            prior,
            growth: growth.filter(|growth| growth.is_finite()),
            luck,
            ..RepHealth::default()
        };
        Known { result: self.result(member, quota, attained), health, chance }
    }

    /// The rep as a comparison has it.
    fn result(&self, member: &Member, quota: Decimal, attainment: Option<Decimal>) -> RepResult {
        let (first, last) = self.months();
        // Pay of the months that the quota is of.
        let months = || {
            let months = (0..=last.since(first)).map(|step| first.plus(step));
            months.filter(|month| member.month_quota(*month).is_some_and(|quota| Decimal::ZERO < quota))
        };
        let text = |of: fn(&Rep) -> &String| member.rep.map(|rep| of(rep).trim().to_owned()).unwrap_or_default();
        RepResult {
            rep: member.id.clone(),
            name: member.name().to_owned(),
            role: text(|rep| &rep.role),
            region: text(|rep| &rep.region),
            segment: text(|rep| &rep.segment),
            tenure_months: member.rep.and_then(|rep| {
                let until = rep.left.map_or(last, Month::of).min(last);
                Some(until.since(Month::of(rep.hired?)).max(0))
            }),
            quota: Some(quota),
            attainment,
            target_incentive: member.incentive(months()),
            base_salary: member.base_salary(months()),
            ..RepResult::default()
        }
    }

    /// Won deals of the months before; `None` without any, or for a rep who came in the meantime.
    fn prior_sales(&self, member: &Member) -> Option<Money> {
        let hired = member.rep.and_then(|rep| rep.hired);
        if hired.is_some_and(|day| self.prior.0 < Month::of(day)) {
            return None;
        }
        let amounts = won(member, self.prior).filter_map(|deal| self.book.amount(deal));
        amounts.fold(None, |sum: Option<Money>, amount| Some(sum.unwrap_or_default() + amount))
    }

    fn measure_size(&self, roster: &Roster, facts: &mut Facts) {
        let n_prior = facts.reps.iter().filter(|known| known.health.prior.is_some()).count();
        facts.size = match self.input.settings.size {
            SizeBy::Either if n_prior < LEAST_PRIOR && self.has_revenue() => SizeBy::AccountRevenue,
            SizeBy::Either => SizeBy::PriorSales,
            chosen => chosen,
        };
        let mut revenue: BTreeMap<usize, f64> = BTreeMap::new();
        if facts.size == SizeBy::AccountRevenue {
            for account in &self.input.dataset.accounts {
                if let (Some(place), Some(amount)) = (self.book.place(&account.owner), account.revenue) {
                    *revenue.entry(place).or_default() += amount.to_f64();
                }
            }
        }
        for known in &mut facts.reps {
            let place = self.book.place(&known.health.rep).filter(|place| *place < roster.members.len());
            let size = match facts.size {
                SizeBy::AccountRevenue => place.and_then(|place| revenue.get(&place).copied()),
                _ => known.health.prior.map(Money::to_f64),
            };
            known.health.size = size.filter(|size| size.is_finite());
        }
    }

    fn has_revenue(&self) -> bool {
        self.input.dataset.accounts.iter().any(|account| account.revenue.is_some())
    }

    /// Pipeline over what is left of the quota: of the fiscal year of the last month, or else of the year after, as far as
    /// there are open deals and quotas.
    fn cover(&self, roster: &Roster, facts: &mut Facts) {
        let year = self.input.calendar.period(self.months().1, Granularity::Year);
        let years = [0, 12].map(|later| (year.start.plus(later), year.end().plus(later)));
        let found = years.into_iter().find_map(|months| {
            let open = self.pipeline(months);
            let has_quota = |known: &Known| {
                let member = roster.member(&known.health.rep);
                member.and_then(|member| quota(member, months)).is_some_and(|quota| Decimal::ZERO < quota)
            };
            (!open.is_empty() && facts.reps.iter().any(has_quota)).then_some((months, open))
        });
        let Some((months, open)) = found else { return };
        facts.coverage_months = Some(months);
        for known in &mut facts.reps {
            let health = &mut known.health;
            let (Some(place), Some(member)) = (self.book.place(&health.rep), roster.member(&health.rep)) else {
                continue;
            };
            health.pipeline = open.get(&place).copied().unwrap_or_default();
            let booked: Money = won(member, months).filter_map(|deal| self.book.amount(deal)).sum();
            health.remaining = quota(member, months).map(|quota| minus(quota, booked.0).max(Decimal::ZERO));
            let left = health.remaining.and_then(|left| left.to_f64()).filter(|left| 0.0 < *left);
            health.coverage = left.map(|left| health.pipeline.to_f64() / left).filter(|ratio| ratio.is_finite());
        }
    }

    /// Amounts of open deals that are expected to close in the months, by person.
    fn pipeline(&self, months: Months) -> BTreeMap<usize, Money> {
        let mut sums: BTreeMap<usize, Money> = BTreeMap::new();
        for deal in &self.input.dataset.deals {
            let is_due = deal.outcome == Outcome::Open && deal.closed.is_some_and(|day| holds(months, day));
            if is_due && let (Some(place), Some(amount)) = (self.book.place(&deal.rep), self.book.amount(deal)) {
                *sums.entry(place).or_default() += amount;
            }
        }
        sums
    }
}

fn holds((first, last): Months, day: NaiveDate) -> bool {
    (first..=last).contains(&Month::of(day))
}

fn won<'m, 'a>(member: &'m Member<'a>, months: Months) -> impl Iterator<Item = &'a Deal> + use<'m, 'a> {
    member.deals.iter().copied().filter(move |deal| deal.closed.is_some_and(|day| holds(months, day)))
}

/// Quota of the months by targets that name no measure.
fn quota(member: &Member, (first, last): Months) -> Option<Decimal> {
    let months = (0..=last.since(first)).map(|step| first.plus(step));
    member.quota_from((&QuotaSource::Targets, CreditFrom::Own), Measure::Bookings, months)
}

impl Facts {
    /// Attainments of those who have one.
    pub(super) fn attainments(&self) -> Vec<f64> {
        self.reps.iter().filter_map(|known| known.health.attainment).collect()
    }

    /// Pairs of a figure with attainment.
    pub(super) fn pairs(&self, of: fn(&RepHealth) -> Option<f64>) -> Vec<(f64, f64)> {
        self.reps.iter().filter_map(|known| Some((of(&known.health)?, known.health.attainment?))).collect()
    }

    /// Quota and yearly pay of the reps of whom both are known, as sums.
    pub(super) fn quota_and_pay(&self) -> (u32, Option<Decimal>) {
        let mut sums = (0_u32, Decimal::ZERO, Decimal::ZERO);
        for known in &self.reps {
            let result = &known.result;
            let (Some(base), Some(incentive)) = (result.base_salary, result.target_incentive) else { continue };
            let Some(quota) = result.quota.filter(|quota| Decimal::ZERO < *quota) else { continue };
            sums = (sums.0 + 1, plus(sums.1, quota), plus(sums.2, plus(base.0, incentive)));
        }
        let (n_reps, quotas, pay) = sums;
        (n_reps, (Decimal::ZERO < pay).then(|| divided(quotas, pay)))
    }
}
