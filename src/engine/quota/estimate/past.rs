//! What was known on the first day of a fiscal year: methods see the years before it through this alone.

use std::collections::{BTreeMap, BTreeSet};

use super::history::{AccountHistory, History, Person};
use super::settings::{EstimateSettings, PeersBy, PotentialOf};
use crate::engine::records::join_key;
use crate::engine::units::Month;

/// A year of which a rep was there for less says nothing of a whole year; months.
const LEAST_MONTHS: f64 = 3.0;

/// The years before a year.
pub(in crate::engine::quota) struct Past<'h> {
    pub(super) history: &'h History,
    /// First month of the year that is estimated.
    pub(super) year: Month,
    pub(super) settings: &'h EstimateSettings,
    /// Who is estimated, by place.
    pub(in crate::engine::quota) reps: Vec<usize>,
    /// Reps who come later, or of whom there is no trace in the last year.
    pub(super) n_left_out: u32,
    /// First and last month of the data before the year.
    covered: Option<(Month, Month)>,
}

impl<'h> Past<'h> {
    pub(super) fn new(history: &'h History, year: Month, settings: &'h EstimateSettings) -> Self {
        let mut known = history.months.range(..year);
        let covered = known.next().copied().map(|first| (first, known.next_back().copied().unwrap_or(first)));
        let mut past = Self { history, year, settings, reps: Vec::new(), n_left_out: 0, covered };
        for (place, person) in history.people.iter().enumerate() {
            if past.is_there(person) {
                past.reps.push(place);
            } else {
                let has_gone = person.rep.as_ref().and_then(|rep| rep.left).is_some_and(|day| day < year.first_day());
                past.n_left_out += u32::from(!has_gone && !person.leads);
            }
        }
        past
    }

    /// Whether the rep carries a quota in the year, as far as can be known on its first day.
    fn is_there(&self, person: &Person) -> bool {
        let first_day = self.year.first_day();
        if person.rep.as_ref().and_then(|rep| rep.left).is_some_and(|day| day < first_day) {
            return false;
        }
        let last_year = self.start(1)..self.year;
        let sold = person.sales.range(last_year.clone()).any(|(_, sales)| *sales != 0.0);
        let had_quota = || person.targets.range(last_year.clone()).any(|(_, quota)| *quota != 0.0);
        let came = || {
            let hired = person.rep.as_ref().and_then(|rep| rep.hired);
            hired.is_some_and(|day| self.start(1).first_day() <= day && day <= first_day)
        };
        sold || (!person.leads && (had_quota() || came()))
    }

    /// First month of the k-th year before: 1 is the last.
    pub(super) fn start(&self, k: u32) -> Month {
        self.year.plus(-12 * k as i32)
    }

    /// The years before that count, the last first: 1 and on.
    pub(super) fn years(&self) -> std::ops::RangeInclusive<u32> {
        let n = self.covered.map_or(0, |(first, _)| (self.year.since(first) + 11).div_euclid(12).max(0) as u32);
        1..=n.min(self.settings.n_years)
    }

    pub(super) fn person(&self, place: usize) -> Option<&'h Person> {
        self.history.people.get(place)
    }

    pub(super) fn accounts(&self) -> &'h [AccountHistory] {
        &self.history.accounts
    }

    /// Months of a year in the data.
    pub(super) fn n_months(&self, k: u32) -> u32 {
        let (start, covered) = (self.start(k), self.covered);
        let is_in = |month: &Month| covered.is_some_and(|(first, last)| first <= *month && *month <= last);
        (0..12).map(|step| start.plus(step)).filter(is_in).count() as u32
    }

    /// Months from `start` on that the rep was there and the data covers, parts of months as such.
    pub(super) fn presence(&self, place: usize, start: Month, n_months: i32) -> f64 {
        let (Some(person), Some((first, last))) = (self.person(place), self.covered) else { return 0.0 };
        person.presence_within(start, n_months, (first, last.min(self.year.plus(-1))), self.year)
    }

    /// Sales of some months before the year.
    pub(super) fn sales(&self, place: usize, start: Month, n_months: i32) -> f64 {
        let end = start.plus(n_months).min(self.year).max(start);
        self.person(place).map_or(0.0, |person| person.sales.range(start..end).fold(0.0, |sum, (_, sales)| sum + sales))
    }

    /// Sales of the k-th year before, of a whole year; `None` if the rep was there for less than three months.
    pub(in crate::engine::quota) fn annual(&self, place: usize, k: u32) -> Option<f64> {
        let (start, months) = (self.start(k), self.presence(place, self.start(k), 12));
        (LEAST_MONTHS <= months).then(|| self.sales(place, start, 12) * 12.0 / months)
    }

    /// Reps whose last year was made that of a whole year, though the data covers all that it can.
    pub(super) fn n_annualised(&self) -> u32 {
        let whole = f64::from(self.n_months(1));
        let is_part = |place: &&usize| {
            let months = self.presence(**place, self.start(1), 12);
            LEAST_MONTHS <= months && months < whole - 0.01
        };
        self.reps.iter().filter(is_part).count() as u32
    }

    /// Quota of last year, of a whole year.
    pub(super) fn quota(&self, place: usize) -> Option<f64> {
        let person = self.person(place)?;
        let (n, sum) =
            person.targets.range(self.start(1)..self.year).fold((0, 0.0), |(n, sum), (_, quota)| (n + 1, sum + quota));
        (0.0 < sum).then(|| sum * 12.0 / f64::from(n))
    }

    /// What a rep shares with the peers; the same for everyone where peers are everyone.
    pub(super) fn group(&self, place: usize) -> String {
        let rep = self.person(place).and_then(|person| person.rep.as_ref());
        let key = match self.settings.peers {
            PeersBy::Everyone => None,
            PeersBy::Role => rep.map(|rep| &rep.role),
            PeersBy::Region => rep.map(|rep| &rep.region),
            PeersBy::Segment => rep.map(|rep| &rep.segment),
            PeersBy::Manager => rep.map(|rep| &rep.manager),
        };
        key.map(|key| join_key(key)).unwrap_or_default()
    }

    /// Deals of each rep that were open on the first day of the year that begins with that month.
    pub(super) fn pipeline(&self, year: Month) -> BTreeMap<usize, f64> {
        let mut counts = BTreeMap::new();
        for (place, created, closed) in &self.history.opened {
            if *created < year && closed.is_none_or(|closed| year <= closed) {
                *counts.entry(*place as usize).or_insert(0.0) += 1.0;
            }
        }
        counts
    }

    /// How many accounts each rep sold to in the year before the month.
    pub(super) fn n_accounts(&self, year: Month) -> BTreeMap<usize, f64> {
        let mut counts = BTreeMap::new();
        for account in self.accounts() {
            let months = (year.plus(-12), 0)..(year.min(self.year), 0);
            let sellers: BTreeSet<u32> = account.sales.range(months).map(|((_, place), _)| *place).collect();
            for place in sellers {
                *counts.entry(place as usize).or_insert(0.0) += 1.0;
            }
        }
        counts
    }

    /// What an account could buy in a year; `None` where nothing says so.
    pub(super) fn potential(&self, account: &AccountHistory) -> Option<f64> {
        let units = match self.settings.potential {
            PotentialOf::Nothing => None,
            PotentialOf::Revenue => account.revenue,
            PotentialOf::Employees => account.employees,
        };
        units.map(|units| (units * self.settings.potential_per_unit).max(0.0))
    }

    /// Whose an account is: its owner's, else whoever sold to it last before the year; and whether the owner is stated.
    pub(super) fn owner(&self, account: &AccountHistory) -> Option<(usize, bool)> {
        let last = || account.sales.range(..(self.year, 0)).next_back().map(|((_, place), _)| *place as usize);
        account.owner.map(|place| (place as usize, true)).or_else(|| Some((last()?, false)))
    }
}

impl Person {
    /// The month from which on the rep is there, by what was known before a year: the month of hire, or of the first sale
    /// or quota where that is earlier or the hire is not known.
    pub(super) fn from(&self, year: Month) -> Option<Month> {
        let first = |months: &BTreeMap<Month, f64>| {
            months.range(..year).find(|(_, amount)| **amount != 0.0).map(|(month, _)| *month)
        };
        let hired = self.rep.as_ref().and_then(|rep| rep.hired).map(Month::of);
        let sold = first(&self.sales);
        let known = if hired.is_some() { [hired, sold] } else { [sold, first(&self.targets)] };
        known.into_iter().flatten().min()
    }

    /// Months from `start` on, of those between `first` and `last`, that the rep is there.
    pub(in crate::engine::quota) fn presence_within(
        &self,
        start: Month,
        n_months: i32,
        (first, last): (Month, Month),
        year: Month,
    ) -> f64 {
        let Some(from) = self.from(year) else { return 0.0 };
        let hired = self.rep.as_ref().and_then(|rep| rep.hired).map(Month::of);
        let there = |month: Month| {
            let is_early = hired.is_some_and(|hired| month < hired); // a sale before the day of hire counts
            if is_early { 1.0 } else { self.presence.get(&month).copied().unwrap_or(1.0) }
        };
        let months = (0..n_months).map(|step| start.plus(step));
        months.filter(|month| first.max(from) <= *month && *month <= last).map(there).sum()
    }
}
