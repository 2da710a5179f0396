//! The records as crediting needs them, looked at once for any number of plans.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;

use super::hierarchy::Hierarchy;
use super::rates::Rates;
use super::{Counted, Event};
use crate::engine::comp::exact::{plus, times};
use crate::engine::comp::plan::{Filter, Measure};
use crate::engine::records::{Dataset, Deal, Outcome, Rep, RepId, RepIndex, join_key};
use crate::engine::units::{Decimal, Money};

/// Who shares which deal, who reports to whom, and what each currency is worth. It depends on no plan.
#[derive(Debug)]
pub struct Book<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) rates: Rates,
    /// Everyone whom records name: the list's, then those whom only deals, then those whom only targets name.
    people: Vec<(&'a RepId, Option<&'a Rep>)>,
    index: RepIndex,
    /// By person: deals of the list that are won, have a day and are theirs in part, by day.
    own: Vec<Vec<Share>>,
    /// By person: activities with a day, and objectives.
    pub(super) activities: Vec<Vec<u32>>,
    pub(super) objectives: Vec<Vec<u32>>,
    /// By person: first and last days of leave.
    absences: Vec<Vec<(NaiveDate, NaiveDate)>>,
    pub(super) hierarchy: Hierarchy,
    pub(super) faults: Faults,
    pub(super) teams: Vec<OnceCell<Rc<Vec<Share>>>>,
    pub(super) company: OnceCell<Rc<Vec<Share>>>,
    /// Which deals filters let count, and events that are everyone's: made once.
    pub(super) passes: RefCell<Vec<(Filter, Rc<Vec<bool>>)>>,
    pub(super) common: RefCell<Vec<Common>>,
}

/// Events that are everyone's, with what they count.
pub(super) type Common = (Measure, Filter, Rc<[Event]>);

/// A part of a deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Share {
    pub(super) day: NaiveDate,
    /// Its place in the dataset.
    pub(super) deal: u32,
    /// A fraction.
    pub(super) part: Decimal,
}

/// What could not be understood, for the gaps of a replay.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults {
    /// Credits of deals that are not there: how many, and the deals' ids.
    pub(super) unknown_deals: Named,
    /// Credits, objectives, absences and activities of reps whom nobody knows.
    pub(super) credits: Named,
    pub(super) objectives: Named,
    pub(super) absences: Named,
    pub(super) activities: Named,
    /// Managers whom nobody knows, with how many reps name them.
    pub(super) managers: Named,
}

/// A number of records, and the first few names in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub(super) n: u32,
    pub(super) names: Vec<String>,
}

/// How many names a gap lists.
const N_NAMES: usize = 5;

impl Named {
    pub(super) fn add(&mut self, name: &str) {
        self.n = self.n.saturating_add(1);
        if self.names.len() < N_NAMES && !self.names.iter().any(|other| other == name) {
            self.names.push(name.to_owned());
        }
    }
}

/// Finds people by what records call them, each spelling looked up once.
#[derive(Default)]
struct Finder<'a> {
    index: RepIndex,
    seen: BTreeMap<&'a str, Option<u32>>,
}

impl<'a> Finder<'a> {
    fn find(&mut self, name: &'a str) -> Option<u32> {
        let place = || self.index.place(&RepId(name.to_owned())).map(|place| place as u32);
        *self.seen.entry(name).or_insert_with(place)
    }
}

impl<'a> Book<'a> {
    /// Of a dataset, in a scenario of that currency. Records that are all in one currency and come without exchange rates
    /// are taken to be in the scenario's, whatever that is called.
    pub fn new(dataset: &'a Dataset, currency: &str) -> Self {
        let (people, index) = people(dataset);
        let mut finder = Finder { index, seen: BTreeMap::new() };
        let mut faults = Faults::default();
        let n = people.len();
        let managers = people.iter().map(|(_, rep)| {
            let manager = rep.map(|rep| rep.manager.as_str()).filter(|manager| !manager.trim().is_empty())?;
            let found = finder.find(manager);
            if found.is_none() {
                faults.managers.add(manager);
            }
            found
        });
        let managers = managers.collect();
        let own = shares(dataset, n, &mut finder, &mut faults);
        let activities =
            by_person(n, &mut finder, &mut faults.activities, dataset.activities.iter().map(|one| &one.rep));
        let objectives =
            by_person(n, &mut finder, &mut faults.objectives, dataset.objectives.iter().map(|one| &one.rep));
        let away = by_person(n, &mut finder, &mut faults.absences, dataset.absences.iter().map(|one| &one.rep));
        let days = |place: &u32| {
            let absence = dataset.absences.get(*place as usize)?;
            Some((absence.from.unwrap_or(NaiveDate::MIN), absence.to.unwrap_or(NaiveDate::MAX)))
        };
        Self {
            rates: Rates::new(
                dataset.only_currency().filter(|_| dataset.exchange_rates.is_empty()).unwrap_or(currency),
                &dataset.exchange_rates,
            ),
            people,
            index: finder.index,
            own,
            activities,
            objectives,
            absences: away.iter().map(|places| places.iter().filter_map(days).collect()).collect(),
            hierarchy: Hierarchy::new(managers),
            faults,
            teams: (0..n).map(|_| OnceCell::new()).collect(),
            company: OnceCell::new(),
            passes: RefCell::default(),
            common: RefCell::default(),
            dataset,
        }
    }

    /// Everyone, with the record where there is one.
    pub fn people(&self) -> &[(&'a RepId, Option<&'a Rep>)] {
        &self.people
    }

    /// The place of a person, by id or name.
    pub fn place(&self, rep: &RepId) -> Option<usize> {
        self.index.place(rep)
    }

    /// First and last days of a person's leave.
    pub fn absences(&self, place: usize) -> &[(NaiveDate, NaiveDate)] {
        self.absences.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    /// The places of a person and everyone below.
    pub fn team(&self, place: usize) -> Vec<u32> {
        self.hierarchy.team(place as u32)
    }

    /// The places of those who report to a person.
    pub fn reports(&self, place: usize) -> &[u32] {
        self.hierarchy.reports(place)
    }

    /// The places of those who are their own managers, directly or through others: none of them has a manager.
    pub fn in_rings(&self) -> &[u32] {
        &self.hierarchy.in_ring
    }

    /// How many people name managers whom nobody knows, and the first few names.
    pub fn unknown_managers(&self) -> (u32, &[String]) {
        (self.faults.managers.n, &self.faults.managers.names)
    }

    /// What one unit of a currency is worth in the scenario's on a day; `None` without a rate.
    pub fn rate(&self, currency: &str, day: NaiveDate) -> Option<Decimal> {
        self.rates.rate(currency, day)
    }

    /// Whether that is the scenario's currency, or no code at all.
    pub fn is_own_currency(&self, currency: &str) -> bool {
        self.rates.is_own(currency)
    }

    /// The deal's amount in the scenario's currency, by the rate of its closing day; `None` if it states none, or there is
    /// no rate.
    pub fn amount(&self, deal: &Deal) -> Option<Money> {
        self.converted(deal, deal.amount).map(Money)
    }

    pub(super) fn converted(&self, deal: &Deal, money: Option<Money>) -> Option<Decimal> {
        let money = money?.0;
        if deal.currency.is_empty() {
            return Some(money);
        }
        Some(times(money, self.rates.rate(&deal.currency, deal.closed?)?))
    }

    /// The deals of a person, by day.
    pub(super) fn own(&self, place: usize) -> &[Share] {
        self.own.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    /// The deals of a person and everyone below, each once and as a whole at most.
    pub(super) fn team_deals(&self, place: usize) -> Rc<Vec<Share>> {
        let make = || {
            let team = self.hierarchy.team(place as u32);
            let mut deals: Vec<Share> = team.iter().flat_map(|one| self.own(*one as usize)).copied().collect();
            deals.sort_by_key(|share| (share.day, share.deal));
            deals.dedup_by(|next, kept| {
                let is_same = next.deal == kept.deal;
                if is_same {
                    kept.part = plus(kept.part, next.part);
                }
                is_same
            });
            for share in &mut deals {
                share.part = share.part.min(Decimal::ONE);
            }
            Rc::new(deals)
        };
        self.teams.get(place).map(|team| Rc::clone(team.get_or_init(make))).unwrap_or_default()
    }

    /// All won deals with a day, each once, whoever sold it.
    pub(super) fn company_deals(&self) -> Rc<Vec<Share>> {
        let make = || {
            let won = self.dataset.deals.iter().enumerate().filter(|(_, deal)| deal.outcome == Outcome::Won);
            let whole = |(place, deal): (usize, &Deal)| {
                Some(Share { day: deal.closed?, deal: place as u32, part: Decimal::ONE })
            };
            let mut deals: Vec<Share> = won.filter_map(whole).collect();
            deals.sort_by_key(|share| share.day); // stable: then by the files' order
            Rc::new(deals)
        };
        Rc::clone(self.company.get_or_init(make))
    }

    /// What a person is credited with, by day and then in the order of the files.
    pub fn events(&self, place: usize, counted: Counted<'_>) -> Rc<[Event]> {
        super::events::events(self, place, counted)
    }
}

/// Everyone, in the order of the roster: of two with one id the first is meant.
fn people(dataset: &Dataset) -> (Vec<(&RepId, Option<&Rep>)>, RepIndex) {
    let mut index = RepIndex::default();
    let mut people: Vec<(&RepId, Option<&Rep>)> = Vec::new();
    let listed = RepIndex::new(&dataset.reps);
    for (place, rep) in dataset.reps.iter().enumerate() {
        if listed.place(&rep.id) == Some(place) {
            index.add(&rep.id.0, people.len());
            people.push((&rep.id, Some(rep)));
        }
    }
    for rep in &dataset.reps {
        if let Some(place) = index.place(&rep.id) {
            index.add(&rep.name, place);
        }
    }
    let owners = dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won && deal.closed.is_some());
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for id in owners.map(|deal| &deal.rep).chain(dataset.targets.iter().map(|target| &target.rep)) {
        if seen.insert(&id.0) && !id.0.trim().is_empty() && index.place(id).is_none() {
            index.add(&id.0, people.len());
            people.push((id, None));
        }
    }
    (people, index)
}

/// The credits of a deal.
#[derive(Default)]
struct Shared<'a> {
    deal: &'a str,
    n_credits: u32,
    /// Who, and how much of it.
    parts: Vec<(u32, Decimal)>,
    is_there: bool,
}

/// Whose each won deal is: its credits', else its owner's.
fn shares<'a>(dataset: &'a Dataset, n: usize, finder: &mut Finder<'a>, faults: &mut Faults) -> Vec<Vec<Share>> {
    let mut credits: BTreeMap<String, Shared<'a>> = BTreeMap::new();
    for credit in &dataset.credits {
        let shared = credits.entry(join_key(&credit.deal)).or_default();
        shared.deal = &credit.deal;
        shared.n_credits += 1;
        match finder.find(&credit.rep.0) {
            None => faults.credits.add(&credit.rep.0),
            Some(rep) => match shared.parts.iter_mut().find(|(other, _)| *other == rep) {
                Some((_, part)) => *part = plus(*part, credit.share),
                None => shared.parts.push((rep, credit.share)),
            },
        }
    }
    let mut own: Vec<Vec<Share>> = vec![Vec::new(); n];
    for (place, deal) in (0..).zip(&dataset.deals) {
        let shared = if credits.is_empty() { None } else { credits.get_mut(&join_key(&deal.id)) };
        if let Some(shared) = shared {
            shared.is_there = true;
            let Some(day) = deal.closed.filter(|_| deal.outcome == Outcome::Won) else { continue };
            for (rep, part) in shared.parts.iter().copied() {
                if let Some(own) = own.get_mut(rep as usize) {
                    own.push(Share { day, deal: place, part });
                }
            }
        } else if let Some(day) = deal.closed.filter(|_| deal.outcome == Outcome::Won)
            && let Some(own) = finder.find(&deal.rep.0).and_then(|rep| own.get_mut(rep as usize))
        {
            own.push(Share { day, deal: place, part: Decimal::ONE });
        }
    }
    for shared in credits.values().filter(|shared| !shared.is_there) {
        faults.unknown_deals.add(shared.deal);
        faults.unknown_deals.n = faults.unknown_deals.n.saturating_add(shared.n_credits.saturating_sub(1));
    }
    for deals in &mut own {
        deals.sort_by_key(|share| share.day); // stable: then by the files' order
    }
    own
}

/// Places of records by the person whom each names.
fn by_person<'a>(
    n: usize,
    finder: &mut Finder<'a>,
    unknown: &mut Named,
    reps: impl Iterator<Item = &'a RepId>,
) -> Vec<Vec<u32>> {
    let mut places = vec![Vec::new(); n];
    for (place, rep) in (0..).zip(reps) {
        match finder.find(&rep.0).and_then(|rep| places.get_mut(rep as usize)) {
            Some(own) => own.push(place),
            None => unknown.add(&rep.0),
        }
    }
    places
}
