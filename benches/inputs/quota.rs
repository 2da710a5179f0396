//! A tree of ten thousand people, whose quotas are spread anew.

use attain::engine::quota::plan::{Goal, QuotaPlan, Rule};
use attain::engine::quota::tree::{Ground, Person};
use attain::engine::records::RepId;
use attain::engine::units::{Calendar, Decimal, Month};

/// Ten thousand people with three reports each, as far as they go, and prior sales.
pub(crate) fn ground() -> Ground {
    let person = |place: u32| Person {
        id: RepId(format!("r{place}")),
        name: format!("Rep {place}"),
        is_listed: true,
        manager: place.checked_sub(1).map(|before| before / 3),
        sales: vec![(Month::new(2025, 6), Decimal::from(1_000 + place % 977))],
        ..Person::default()
    };
    Ground {
        calendar: Calendar::default(),
        next_year: Some(Month::new(2026, 1)),
        people: (0..10_000).map(person).collect(),
        sales: vec![(Month::new(2025, 6), Decimal::from(10_000_000))],
        faults: Vec::new(),
    }
}

pub(crate) fn plan() -> QuotaPlan {
    QuotaPlan {
        goal: Goal::Amount { amount: Decimal::from(987_654_321) },
        rule: Rule::PriorSales,
        over_assignment: vec![Decimal::new(5, 2); 3],
        ..QuotaPlan::default()
    }
}
