//! What the records say of people, as far as quotas need it: made where the records are, and small.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::comp::exact::plus;
use crate::engine::comp::{Book, Counted, CreditFrom, Filter, Measure};
use crate::engine::records::{Dataset, Rep, RepId};
use crate::engine::units::{Calendar, Decimal, Month};

/// What quotas need of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ground {
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month of the first fiscal year after the history; none without won deals.
    pub next_year: Option<Month>,
    /// Everyone, in the order of the records.
    pub people: Vec<Person>,
    /// Won deals by month, each month of the history from the first to the last, in the scenario's currency.
    pub sales: Vec<(Month, Decimal)>,
    /// What is wrong with the hierarchy.
    pub faults: Vec<GroundFault>,
}

/// A person, as far as quotas ask.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Key.
    pub id: RepId,
    /// Name for people.
    pub name: String,
    /// Role; empty if unknown.
    pub role: String,
    /// Segment; empty if unknown.
    pub segment: String,
    /// Whether the list of reps has the person; else only deals or targets name him or her.
    pub is_listed: bool,
    /// Place of the manager; none for who reports to nobody that is known.
    pub manager: Option<u32>,
    /// First day.
    pub hired: Option<NaiveDate>,
    /// Last day, if gone.
    pub left: Option<NaiveDate>,
    /// First and last days of leave.
    pub absences: Vec<(NaiveDate, NaiveDate)>,
    /// Credited sales by month, where there are any, in the scenario's currency.
    pub sales: Vec<(Month, Decimal)>,
    /// Revenue of the accounts owned.
    pub revenue: Decimal,
    /// Employees of the accounts owned.
    pub employees: Decimal,
    /// Accounts owned.
    pub n_accounts: u32,
}

/// What is wrong with the hierarchy of the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroundFault {
    /// People who are their own managers, directly or through others; they report to the company.
    Ring {
        /// How many.
        n: u32,
        /// The names of the first.
        who: Vec<String>,
    },
    /// Managers whom the records do not know; their people report to the company.
    UnknownManagers {
        /// How many people name them.
        n: u32,
        /// The first few names.
        names: Vec<String>,
    },
}

impl Ground {
    /// Of a dataset, in a scenario of that fiscal year and currency.
    pub fn of(dataset: &Dataset, calendar: Calendar, currency: &str) -> Self {
        let book = Book::new(dataset, currency);
        let open = Filter::default();
        let credited = |place: usize, from: CreditFrom| {
            let counted = Counted { measure: Measure::Bookings, filter: &open, credit_from: from };
            let mut months: BTreeMap<Month, Decimal> = BTreeMap::new();
            for event in book.events(place, counted).iter() {
                let sum = months.entry(Month::of(event.day)).or_default();
                *sum = plus(*sum, event.credit);
            }
            months
        };
        let n = book.people().len();
        let mut people: Vec<Person> = book
            .people()
            .iter()
            .enumerate()
            .map(|(place, (id, rep))| {
                let sales = credited(place, CreditFrom::Own).into_iter().collect();
                person(id, *rep, sales, book.absences(place))
            })
            .collect();
        for place in 0..n {
            for report in book.reports(place) {
                if let Some(person) = people.get_mut(*report as usize) {
                    person.manager = Some(place as u32);
                }
            }
        }
        for account in &dataset.accounts {
            let Some(owner) = book.place(&account.owner).and_then(|place| people.get_mut(place)) else { continue };
            owner.revenue = plus(owner.revenue, account.revenue.map(|money| money.0).unwrap_or_default());
            owner.employees = plus(owner.employees, account.employees.unwrap_or_default());
            owner.n_accounts = owner.n_accounts.saturating_add(1);
        }
        let sales = whole(&credited(0, CreditFrom::Company));
        let next_year = sales.last().and_then(|(last, _)| {
            let start = calendar.fiscal_year_start.clamp(1, 12);
            (1..=12).map(|step| last.plus(step)).find(|month| month.month() == start)
        });
        Self { calendar, next_year, faults: faults(&book, &people), people, sales }
    }
}

fn person(id: &RepId, rep: Option<&Rep>, sales: Vec<(Month, Decimal)>, absences: &[(NaiveDate, NaiveDate)]) -> Person {
    let own = rep.cloned().unwrap_or_default();
    Person {
        id: id.clone(),
        name: if own.name.trim().is_empty() { id.0.clone() } else { own.name },
        role: own.role,
        segment: own.segment,
        is_listed: rep.is_some(),
        hired: own.hired,
        left: own.left,
        absences: absences.to_vec(),
        sales,
        ..Person::default()
    }
}

/// Every month from the first to the last, fifty years at most.
fn whole(months: &BTreeMap<Month, Decimal>) -> Vec<(Month, Decimal)> {
    let (Some(first), Some(last)) = (months.keys().next(), months.keys().next_back()) else { return Vec::new() };
    let n = last.since(*first).clamp(0, 599);
    let month = |back: i32| last.plus(-back);
    (0..=n).rev().map(|back| (month(back), months.get(&month(back)).copied().unwrap_or_default())).collect()
}

fn faults(book: &Book<'_>, people: &[Person]) -> Vec<GroundFault> {
    let mut faults = Vec::new();
    let name = |place: &u32| people.get(*place as usize).map(|person| person.name.clone());
    let who: Vec<String> = book.in_rings().iter().take(20).filter_map(name).collect();
    if !who.is_empty() {
        faults.push(GroundFault::Ring { n: book.in_rings().len() as u32, who });
    }
    let (n, names) = book.unknown_managers();
    if 0 < n {
        faults.push(GroundFault::UnknownManagers { n, names: names.to_vec() });
    }
    faults
}
