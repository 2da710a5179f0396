//! The sales force: roles by segment with the pay and quota that are common for them.

use chrono::{Days, NaiveDate};

use super::Dice;
use crate::engine::records::{Rep, RepId, Target};
use crate::engine::units::{Granularity, Money, Month, Period};

/// A rep, and what nobody's export says.
pub(super) struct Person {
    pub(super) rep: Rep,
    pub(super) role: &'static Role,
    /// Factor on what is sold; 1 on average.
    pub(super) skill: f64,
}

/// A role with its usual terms.
pub(super) struct Role {
    pub(super) name: &'static str,
    pub(super) segment: &'static str,
    /// Bookings a month; 0 for those who close nothing themselves.
    pub(super) monthly_quota: i64,
    base_salary: i64,
    target_incentive: i64,
    /// Mean amount of a won deal.
    pub(super) deal: f64,
    pub(super) win_rate: f64,
    /// Median days from creation to close.
    pub(super) cycle_days: f64,
    /// Share of the sales force.
    share: f64,
}

const ROLES: [Role; 6] = [
    role("Account Executive", "SMB", 45_000, 55_000, 54_000, 9_000.0, 0.30, 32.0, 0.25),
    role("Account Executive", "Mid-market", 65_000, 75_000, 76_000, 24_000.0, 0.26, 61.0, 0.22),
    role("Account Executive", "Enterprise", 95_000, 110_000, 110_000, 78_000.0, 0.22, 104.0, 0.13),
    role("Account Manager", "Customers", 50_000, 80_000, 45_000, 14_000.0, 0.48, 38.0, 0.15),
    role("Sales Development", "", 0, 48_000, 24_000, 0.0, 0.0, 0.0, 0.15),
    role("Sales Manager", "", 0, 120_000, 80_000, 0.0, 0.0, 0.0, 0.10),
];

#[allow(clippy::too_many_arguments)] // a row of the table above
const fn role(
    name: &'static str,
    segment: &'static str,
    monthly_quota: i64,
    base_salary: i64,
    target_incentive: i64,
    deal: f64,
    win_rate: f64,
    cycle_days: f64,
    share: f64,
) -> Role {
    Role { name, segment, monthly_quota, base_salary, target_incentive, deal, win_rate, cycle_days, share }
}

const FIRST: [&str; 40] = [
    "Ada", "Amir", "Anke", "Bea", "Carlos", "Chen", "Clara", "Dario", "Ebba", "Elif", "Emil", "Farah", "Filip",
    "Grace", "Hana", "Hugo", "Ines", "Ivan", "Jonas", "Julia", "Kofi", "Lena", "Liam", "Lucia", "Marek", "Maya",
    "Nadia", "Nils", "Olga", "Omar", "Petra", "Priya", "Rosa", "Samir", "Sofia", "Tomas", "Uma", "Viktor", "Wanda",
    "Zoe",
];
const LAST: [&str; 40] = [
    "Adler",
    "Banerjee",
    "Bauer",
    "Berg",
    "Castro",
    "Costa",
    "Dahl",
    "Diaz",
    "Eriksen",
    "Fischer",
    "Garcia",
    "Haas",
    "Ito",
    "Jansen",
    "Kaya",
    "Keller",
    "Khan",
    "Kowal",
    "Lang",
    "Lopez",
    "Maier",
    "Mensah",
    "Moreau",
    "Nowak",
    "Okoye",
    "Olsen",
    "Park",
    "Petrov",
    "Ricci",
    "Rossi",
    "Sato",
    "Silva",
    "Singh",
    "Stein",
    "Tanaka",
    "Torres",
    "Vogel",
    "Weber",
    "Wolf",
    "Zielinski",
];
pub(super) const REGIONS: [&str; 4] = ["North", "South", "East", "West"];

/// Managers first, so that everyone else can report to one.
pub(super) fn hire(dice: &mut Dice, n: usize, first: Month, today: NaiveDate) -> Vec<Person> {
    let mut roles: Vec<&'static Role> = Vec::with_capacity(n);
    for role in ROLES.iter().rev() {
        let count = ((role.share * n as f64) as usize).max(1);
        roles.extend(std::iter::repeat_n(role, count));
    }
    let filler: Vec<&'static Role> = ROLES.iter().take(4).cycle().take(n).collect();
    roles.extend(filler);
    roles.truncate(n);
    let n_managers = roles.iter().filter(|role| role.name == "Sales Manager").count();
    let mut people: Vec<Person> = Vec::with_capacity(n);
    for (index, role) in roles.into_iter().enumerate() {
        let first_name = FIRST.get((index * 7 + index / 40) % 40).copied().unwrap_or_default();
        let last_name = LAST.get((index * 11 + index / 40 * 3) % 40).copied().unwrap_or_default();
        // Past 1,600 people names would repeat; a number keeps keys apart.
        let number = if index < 1_600 { String::new() } else { format!(" {}", index / 1_600 + 1) };
        let manager = index % n_managers.max(1);
        let boss = people.get(manager).filter(|_| n_managers <= index).map(|boss| boss.rep.name.clone());
        let region = REGIONS.get(manager % REGIONS.len()).copied().unwrap_or_default();
        let (hired, left) = dates(dice, role, first, today);
        let pay = 1.0 + 0.05 * dice.normal().clamp(-2.0, 2.0);
        let thousands = |amount: i64| Some(Money::whole(((amount as f64 * pay / 1_000.0) as i64) * 1_000));
        let rep = Rep {
            id: RepId(format!("R{:03}", index + 1)),
            name: format!("{first_name} {last_name}{number}"),
            role: role.name.into(),
            manager: boss.unwrap_or_default(),
            region: region.into(),
            segment: role.segment.into(),
            hired: Some(hired),
            left,
            base_salary: thousands(role.base_salary),
            target_incentive: thousands(role.target_incentive),
            ..Rep::default()
        };
        let skill = dice.lognormal(1.0, 0.28);
        people.push(Person { rep, role, skill });
    }
    people
}

/// Most were there before the history begins; a quarter came since, one in ten left.
fn dates(dice: &mut Dice, role: &Role, first: Month, today: NaiveDate) -> (NaiveDate, Option<NaiveDate>) {
    let start = first.first_day();
    let manages = role.name == "Sales Manager";
    let hired = if !manages && dice.uniform() < 0.25 {
        start + Days::new(dice.below(900) as u64)
    } else {
        start - Days::new(60 + dice.below(1_500) as u64)
    };
    let leaves = !manages && dice.uniform() < 0.1;
    let left = hired.max(start) + Days::new(300 + dice.below(700) as u64);
    (hired, (leaves && left < today).then_some(left))
}

/// Monthly quotas while employed: a quarter, half and three quarters of the full one in the first three months, 8 % more
/// each year.
pub(super) fn targets(person: &Person, first: Month, today: NaiveDate) -> Vec<Target> {
    let last = Month::of(today).plus(11); // the coming year's are set already
    let months = (0..=last.since(first)).map(|step| first.plus(step));
    let employed = months.filter(|month| 0.0 < ramp(person, *month));
    let target = |month: Month| {
        let growth = 1.0 + 0.08 * f64::from(month.since(first) / 12);
        let amount = person.role.monthly_quota as f64 * growth * ramp(person, month);
        Target {
            rep: person.rep.id.clone(),
            period: Period { start: month, length: Granularity::Month },
            amount: Money::whole((amount / 500.0) as i64 * 500),
            measure: String::new(),
        }
    };
    employed.filter(|_| 0 < person.role.monthly_quota).map(target).collect()
}

/// Share of full productivity in a month; 0 before the first and after the last day.
pub(super) fn ramp(person: &Person, month: Month) -> f64 {
    let gone = person.rep.left.is_some_and(|day| Month::of(day) < month);
    let tenure = person.rep.hired.map_or(12, |day| month.since(Month::of(day)));
    match tenure {
        _ if gone => 0.0,
        ..0 => 0.0,
        0 => 0.25,
        1 => 0.5,
        2 => 0.75,
        _ => 1.0,
    }
}
