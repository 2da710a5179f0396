//! What each rep and account sold by month, gathered once from the records; years are looked at through `Past`.

use std::collections::{BTreeMap, BTreeSet};

use super::past::Past;
use super::settings::EstimateSettings;
use crate::engine::comp::statement::{Member, Roster};
use crate::engine::comp::{Counted, CreditFrom, EventSource, Filter, Measure, Plan, ProrateBy, Proration, ReplayInput};
use crate::engine::records::{Account, Dataset, Deal, Outcome, Rep, RepId, join_key};
use crate::engine::units::{Calendar, Money, Month};

/// Months that presence is looked at for, at most.
const MOST_MONTHS: i32 = 1_200;

/// Everyone's months.
pub(in crate::engine::quota) struct History {
    /// In the order of the roster.
    pub(in crate::engine::quota) people: Vec<Person>,
    pub(super) accounts: Vec<AccountHistory>,
    /// Months in which a deal was made or closed.
    pub(super) months: BTreeSet<Month>,
    /// Deals that may have been open once: whose, made when, closed when.
    pub(super) opened: Vec<(u32, Month, Option<Month>)>,
}

/// One rep's months.
pub(in crate::engine::quota) struct Person {
    pub(in crate::engine::quota) id: RepId,
    pub(in crate::engine::quota) name: String,
    pub(super) rep: Option<Rep>,
    /// Somebody names this one as the manager.
    pub(super) leads: bool,
    pub(in crate::engine::quota) sales: BTreeMap<Month, f64>,
    /// The main quota.
    pub(in crate::engine::quota) targets: BTreeMap<Month, f64>,
    /// How much of a month the rep is there, where it is not the whole.
    pub(super) presence: BTreeMap<Month, f64>,
}

/// One account's months.
pub(super) struct AccountHistory {
    /// Name, or id.
    pub(super) name: String,
    /// By the person's place.
    pub(super) owner: Option<u32>,
    pub(super) revenue: Option<f64>,
    pub(super) employees: Option<f64>,
    /// What was sold to it, by month and who.
    pub(super) sales: BTreeMap<(Month, u32), f64>,
}

/// What a history is gathered from.
pub(in crate::engine::quota) struct Gather<'a> {
    pub(in crate::engine::quota) dataset: &'a Dataset,
    pub(in crate::engine::quota) calendar: Calendar,
    pub(in crate::engine::quota) measure: Measure,
    pub(in crate::engine::quota) currency: &'a str,
    /// First and last month that count; all without.
    pub(in crate::engine::quota) span: Option<(Month, Month)>,
}

impl History {
    pub(in crate::engine::quota) fn new(input: &Gather<'_>) -> Self {
        let counts = |month: Month| input.span.is_none_or(|(first, last)| first <= month && month <= last);
        let mut months = months(input.dataset, &counts);
        let (first, last) = (months.first().copied(), months.last().copied());
        let (first, last) = (first.unwrap_or(Month::new(2000, 1)), last.unwrap_or(Month::new(2000, 1)));
        // Presence by days, as a plan prorates by hire, leaving and leave.
        let by_days = Proration { by: ProrateBy::Days, ..Proration::default() };
        let plan = Plan { proration: by_days, ..Plan::default() };
        let roster = Roster::new(&ReplayInput {
            plan: &plan,
            dataset: input.dataset,
            calendar: input.calendar,
            first,
            last,
            digits: 2,
            currency: input.currency,
        });
        let book = &roster.book;
        let leaders: BTreeSet<usize> =
            input.dataset.reps.iter().filter_map(|rep| book.place(&RepId(rep.manager.clone()))).collect();
        let mut accounts = Accounts::new(input.dataset, |owner| book.place(owner));
        let open = Filter::default();
        let counted = Counted { measure: input.measure, filter: &open, credit_from: CreditFrom::Own };
        let mut people = Vec::with_capacity(roster.members.len());
        for (place, (id, rep)) in book.people().iter().enumerate() {
            let mut sales = BTreeMap::new();
            for event in book.events(place, counted).iter() {
                let month = Month::of(event.day);
                if !counts(month) {
                    continue;
                }
                let credit = Money(event.credit).to_f64();
                *sales.entry(month).or_insert(0.0) += credit;
                if let EventSource::Deal(deal) = event.source
                    && let Some(deal) = input.dataset.deals.get(deal as usize)
                    && let Some(account) = accounts.of(&deal.account)
                {
                    *account.sales.entry((month, place as u32)).or_insert(0.0) += credit;
                }
            }
            months.extend(sales.keys());
            let member = roster.members.get(place);
            people.push(Person {
                id: (*id).clone(),
                name: member.map_or_else(|| id.0.clone(), |member| member.name().to_owned()),
                rep: rep.cloned(),
                leads: leaders.contains(&place),
                sales,
                targets: BTreeMap::new(),
                presence: member.map(|member| presence(member, first, last)).unwrap_or_default(),
            });
        }
        let mut places: BTreeMap<String, Option<usize>> = BTreeMap::new();
        let mut place = |rep: &RepId| *places.entry(rep.0.clone()).or_insert_with(|| book.place(rep));
        for target in input.dataset.targets.iter().filter(|target| target.measure.trim().is_empty()) {
            let Some(person) = place(&target.rep).and_then(|place| people.get_mut(place)) else { continue };
            let monthly = target.amount.to_f64() / f64::from(target.period.length.months());
            for month in target.period.months() {
                *person.targets.entry(month).or_insert(0.0) += monthly;
            }
        }
        let opened = |deal: &Deal| {
            let closed = deal.closed.filter(|_| deal.outcome != Outcome::Open).map(Month::of);
            let is_known = deal.outcome == Outcome::Open || closed.is_some();
            Some((place(&deal.rep)? as u32, Month::of(deal.created?), closed)).filter(|_| is_known)
        };
        let opened = input.dataset.deals.iter().filter_map(opened).collect();
        Self { people, accounts: accounts.all, months, opened }
    }

    /// What was known on the first day of the year that begins with that month.
    pub(in crate::engine::quota) fn before<'h>(&'h self, year: Month, settings: &'h EstimateSettings) -> Past<'h> {
        Past::new(self, year, settings)
    }
}

/// Months in which a deal was made, won or lost.
fn months(dataset: &Dataset, counts: &dyn Fn(Month) -> bool) -> BTreeSet<Month> {
    let closed = |deal: &Deal| deal.closed.filter(|_| deal.outcome != Outcome::Open).map(Month::of);
    let all = dataset.deals.iter().flat_map(|deal| [closed(deal), deal.created.map(Month::of)]);
    all.flatten().filter(|month| counts(*month)).collect()
}

/// How much of each month the rep is there, where it is not the whole.
fn presence(member: &Member, first: Month, last: Month) -> BTreeMap<Month, f64> {
    let n_months = last.since(first).clamp(0, MOST_MONTHS);
    let months = (0..=n_months).map(|step| first.plus(step));
    let part = |month: Month| (month, Money(member.presence(month)).to_f64());
    months.map(part).filter(|(_, part)| *part < 1.0).collect()
}

/// Accounts by what deals call them.
struct Accounts<'a> {
    all: Vec<AccountHistory>,
    by_key: BTreeMap<String, usize>,
    seen: BTreeMap<&'a str, usize>,
}

impl<'a> Accounts<'a> {
    fn new(dataset: &Dataset, owner: impl Fn(&RepId) -> Option<usize>) -> Self {
        let amount = |money: Option<Money>| money.map(Money::to_f64);
        let history = |account: &Account| AccountHistory {
            name: if account.name.trim().is_empty() { account.id.clone() } else { account.name.clone() },
            owner: owner(&account.owner).map(|place| place as u32),
            revenue: amount(account.revenue),
            employees: amount(account.employees.map(Money)),
            sales: BTreeMap::new(),
        };
        let mut accounts = Self {
            all: dataset.accounts.iter().map(history).collect(),
            by_key: BTreeMap::new(),
            seen: BTreeMap::new(),
        };
        // Ids stand before names, and the first before others.
        let ids = dataset.accounts.iter().map(|account| &account.id).enumerate();
        for (place, key) in ids.chain(dataset.accounts.iter().map(|account| &account.name).enumerate()) {
            let key = join_key(key);
            if !key.is_empty() {
                accounts.by_key.entry(key).or_insert(place);
            }
        }
        accounts
    }

    /// The account that deals call so; one that no list has is made.
    fn of(&mut self, name: &'a str) -> Option<&mut AccountHistory> {
        let place = if let Some(place) = self.seen.get(name) {
            *place
        } else {
            let key = join_key(name);
            if key.is_empty() {
                return None;
            }
            let place = *self.by_key.entry(key).or_insert(self.all.len());
            if place == self.all.len() {
                let (revenue, employees, owner) = (None, None, None);
                let sales = BTreeMap::new();
                self.all.push(AccountHistory { name: name.trim().into(), owner, revenue, employees, sales });
            }
            self.seen.insert(name, place);
            place
        };
        self.all.get_mut(place)
    }
}
