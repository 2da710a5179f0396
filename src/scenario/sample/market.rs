//! Accounts, products, deals with the work before them, and spend.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::people::{Person, REGIONS, ramp};
use super::{Dice, N_MONTHS};
use crate::engine::records::{Account, Activity, Dataset, Deal, ForecastCategory, Lead, Outcome, Product, Spend};
use crate::engine::units::{Decimal, Money, Month};

const STAGES: [&str; 4] = ["Discovery", "Evaluation", "Proposal", "Negotiation"];
const SOURCES: [&str; 5] = ["Inbound", "Outbound", "Partner", "Event", "Referral"];
/// Bookings by calendar month: weak summers, strong ends of quarters.
const SEASON: [f64; 12] = [0.78, 0.90, 1.22, 0.86, 0.95, 1.20, 0.76, 0.78, 1.14, 0.92, 1.04, 1.45];

pub(super) fn products() -> Vec<Product> {
    let product = |(id, name, family, price): (&str, &str, &str, i64)| Product {
        id: id.into(),
        name: name.into(),
        family: family.into(),
        price: Some(Money::whole(price)),
    };
    [
        ("CORE", "Core", "Platform", 6_000),
        ("PRO", "Pro", "Platform", 18_000),
        ("ENT", "Enterprise", "Platform", 60_000),
        ("ANL", "Analytics", "Add-on", 9_000),
        ("SUP", "Premium support", "Services", 4_000),
    ]
    .map(product)
    .into()
}

pub(super) fn accounts(dice: &mut Dice, n: usize) -> Vec<Account> {
    const START: [&str; 24] = [
        "Alder", "Basalt", "Birch", "Cobalt", "Delta", "Ember", "Falcon", "Garnet", "Harbor", "Indigo", "Juniper",
        "Keystone", "Lumen", "Meridian", "Nimbus", "Onyx", "Pioneer", "Quartz", "Ridge", "Summit", "Tundra", "Umbra",
        "Vertex", "Willow",
    ];
    const END: [&str; 12] = [
        "Foods",
        "Logistics",
        "Labs",
        "Energy",
        "Health",
        "Media",
        "Works",
        "Systems",
        "Retail",
        "Bank",
        "Air",
        "Tools",
    ];
    const INDUSTRIES: [&str; 6] = ["Manufacturing", "Technology", "Health care", "Retail", "Finance", "Services"];
    let account = |index: usize| {
        let start = START.get(index % 24).copied().unwrap_or_default();
        let end = END.get(index / 24 % 12).copied().unwrap_or_default();
        let number = if index < 288 { String::new() } else { format!(" {}", index / 288 + 1) };
        let employees = dice.lognormal(600.0, 1.1).max(8.0);
        let segment = if employees < 200.0 {
            "SMB"
        } else if employees < 1_000.0 {
            "Mid-market"
        } else {
            "Enterprise"
        };
        Account {
            id: format!("A{:05}", index + 1),
            name: format!("{start} {end}{number}"),
            industry: dice.of(&INDUSTRIES).copied().unwrap_or_default().into(),
            region: dice.of(&REGIONS).copied().unwrap_or_default().into(),
            segment: segment.into(),
            revenue: Some(Money::whole((employees * 190.0) as i64 * 1_000)),
            employees: Some(Decimal::from(employees as i64)),
            ..Account::default()
        }
    };
    (0..n.clamp(24, 40_000)).map(account).collect()
}

/// Month by month and person by person: leads and activities of those who prospect, deals of those who sell.
pub(super) fn sell(dice: &mut Dice, people: &[Person], first: Month, today: NaiveDate, dataset: &mut Dataset) {
    // Deals are created before the history begins, so that its first month closes some.
    for step in -4..=N_MONTHS {
        let month = first.plus(step);
        for person in people {
            let productive = ramp(person, month.plus(1));
            if productive <= 0.0 {
                continue;
            }
            work(dice, person, month, today, dataset, 0 <= step);
            if person.role.monthly_quota == 0 {
                continue;
            }
            let growth = 1.0 + 0.08 * f64::from(step.max(0) / 12);
            let wanted = 0.97 * person.role.monthly_quota as f64 * growth * productive * person.skill;
            let n_deals = dice.poisson(wanted / person.role.deal / person.role.win_rate);
            for _ in 0..n_deals {
                create(dice, person, month, first, today, growth, dataset);
            }
        }
    }
    dataset.deals.sort_by_key(|deal| deal.created);
    for (index, deal) in dataset.deals.iter_mut().enumerate() {
        deal.id = format!("D{:06}", index + 1);
    }
}

/// What the rep says of the deal. An open one is called more the further it is on its way, as often as its amount falls so:
/// no dice are thrown, so that all else of a company is what it was before deals had categories.
fn category(outcome: Outcome, stage: &str, amount: i64) -> ForecastCategory {
    let mood = amount / 50 % 10;
    match (outcome, stage) {
        (Outcome::Won, _) => ForecastCategory::Closed,
        (Outcome::Lost, _) => ForecastCategory::Omitted,
        (_, "Negotiation") if mood < 7 => ForecastCategory::Commit,
        (_, "Negotiation" | "Proposal") if mood < 4 => ForecastCategory::MostLikely,
        (_, "Negotiation" | "Proposal") => ForecastCategory::BestCase,
        (_, "Evaluation") if mood < 3 => ForecastCategory::BestCase,
        (_, "Discovery") if mood < 2 => ForecastCategory::Omitted,
        _ => ForecastCategory::Pipeline,
    }
}

fn create(
    dice: &mut Dice,
    person: &Person,
    month: Month,
    first: Month,
    today: NaiveDate,
    growth: f64,
    dataset: &mut Dataset,
) {
    let role = person.role;
    let created = working_day(month.first_day() + Days::new(dice.below(28) as u64));
    // The season moves closing days: a deal waits for the end of the quarter more than it creates itself there.
    let cycle = dice.lognormal(role.cycle_days * 1.15, 0.5).clamp(2.0, 400.0);
    let mut closed = working_day(created + Days::new(cycle as u64));
    let pull = SEASON.get(closed.month0() as usize).copied().unwrap_or(1.0);
    if pull < 0.9 && dice.uniform() < 0.28 {
        closed = working_day(Month::of(closed).plus(1).first_day() + Days::new(dice.below(28) as u64));
    }
    if closed < first.first_day() || today < created {
        return;
    }
    let amount = (dice.lognormal(role.deal * (0.9 + 0.1 * growth), 0.55).max(500.0) / 50.0) as i64 * 50;
    let is_open = today < closed;
    let won = dice.uniform() < role.win_rate * (0.9 + 0.1 * person.skill);
    let left = person.rep.left.is_some_and(|day| day < closed);
    let (outcome, stage) = if is_open && !left {
        let way = (today - created).num_days() as f64 / (closed - created).num_days().max(1) as f64;
        (Outcome::Open, STAGES.get((way * 4.0) as usize).copied().unwrap_or("Negotiation"))
    } else if won && !left {
        (Outcome::Won, "Closed Won")
    } else {
        (Outcome::Lost, "Closed Lost")
    };
    let closed = if left { closed.min(today) } else { closed };
    let margin = amount * (62 + dice.below(20) as i64) / 100;
    let account = dice.of(&dataset.accounts);
    let product = dice.of(&dataset.products);
    dataset.deals.push(Deal {
        id: String::new(),
        rep: person.rep.id.clone(),
        account: account.map(|account| account.name.clone()).unwrap_or_default(),
        product: product.map(|product| product.name.clone()).unwrap_or_default(),
        stage: stage.into(),
        outcome,
        amount: Some(Money::whole(amount)),
        margin: Some(Money::whole(margin)),
        units: Some(Decimal::from(1 + dice.below(20))),
        created: Some(created),
        closed: Some(closed),
        segment: role.segment.into(),
        region: person.rep.region.clone(),
        source: dice.of(&SOURCES).copied().unwrap_or_default().into(),
        forecast_category: Some(category(outcome, stage, amount)),
        ..Deal::default()
    });
}

/// Calls, e-mails and meetings as one count a week; leads for sales development.
fn work(dice: &mut Dice, person: &Person, month: Month, today: NaiveDate, dataset: &mut Dataset, in_history: bool) {
    if !in_history || person.role.name == "Sales Manager" {
        return;
    }
    let develops = person.role.name == "Sales Development";
    let (calls, mails, meetings) = if develops { (230.0, 320.0, 4.0) } else { (70.0, 120.0, 7.0) };
    for week in 0..4 {
        let day = working_day(month.first_day() + Days::new(week * 7 + 2));
        if today < day {
            break;
        }
        for (kind, mean) in [("Call", calls), ("Email", mails), ("Meeting", meetings)] {
            let count = dice.lognormal(mean * ramp(person, month).max(0.25), 0.22) as i64;
            dataset.activities.push(Activity {
                rep: person.rep.id.clone(),
                day: Some(day),
                kind: kind.into(),
                count: Decimal::from(count),
            });
        }
    }
    if !develops {
        return;
    }
    for _ in 0..dice.poisson(26.0 * ramp(person, month) * person.skill) {
        let created = working_day(month.first_day() + Days::new(dice.below(28) as u64));
        let converted = (dice.uniform() < 0.21).then(|| working_day(created + Days::new(1 + dice.below(25) as u64)));
        let converted = converted.filter(|day| *day <= today);
        if created <= today {
            let status = if converted.is_some() {
                "Converted"
            } else if dice.uniform() < 0.6 {
                "Disqualified"
            } else {
                "Working"
            };
            dataset.leads.push(Lead {
                id: format!("L{:06}", dataset.leads.len() + 1),
                owner: person.rep.id.clone(),
                source: dice.of(&SOURCES).copied().unwrap_or_default().into(),
                status: status.into(),
                created: Some(created),
                converted,
            });
        }
    }
}

pub(super) fn spend(dice: &mut Dice, first: Month, today: NaiveDate, dataset: &mut Dataset) {
    for step in 0..=Month::of(today).since(first) {
        for (channel, mean) in
            [("Search", 42_000.0), ("Events", 30_000.0), ("Content", 14_000.0), ("Partners", 18_000.0)]
        {
            let amount = (dice.lognormal(mean, 0.25) / 100.0) as i64 * 100;
            let day = Some(first.plus(step).first_day());
            dataset.spend.push(Spend { day, channel: channel.into(), amount: Money::whole(amount) });
        }
    }
}

/// The day itself, or the Monday after a weekend.
fn working_day(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}
