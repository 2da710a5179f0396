//! The ready plans: each pays target at target, keeps its shape as a file, and runs on the sample company.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use attain::engine::comp::statement::Gap;
use attain::engine::comp::{PayBasis, Plan, ReplayInput, calculate, replay, templates};
use attain::engine::records::Dataset;
use attain::engine::units::{Calendar, Decimal, Money, Month};
use attain::scenario::{SampleSpec, sample};
use chrono::NaiveDate;

fn template(key: &str) -> Plan {
    templates::all().into_iter().find(|(known, _)| *known == key).unwrap().1
}

fn company() -> Dataset {
    sample(SampleSpec { n_reps: 40, seed: 7, today: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() })
}

/// What a rep with a quota of 300,000 and a target incentive of 30,000 for the window earns.
fn pay(plan: &Plan, attainment: &str) -> Money {
    calculate(plan, 300_000.into(), 30_000.into(), attainment.parse().unwrap(), 2).pay
}

#[test]
fn target_pays_target() {
    for (key, plan) in templates::all() {
        let by_target = plan.components.iter().all(|component| component.pay_basis == PayBasis::TargetIncentive);
        assert_eq!(by_target, !["sales-development", "flat"].contains(&key), "{key}");
        if by_target {
            assert_eq!(pay(&plan, "1"), Money::whole(30_000), "{key}");
        }
    }
}

/// Of 30,000 at target: slices at their tiers, weights, caps, worked by hand.
#[test]
fn each_role_pays_as_its_sentence_says() {
    let check = |key: &str, attainment: &str, expected: &str| {
        assert_eq!(pay(&template(key), attainment), Money(expected.parse().unwrap()), "{key} at {attainment}");
    };
    check("account-executive-small", "1.5", "52500"); // 30,000 + 0.5 · 1.5
    check("account-executive-small", "3", "90000"); // 30,000 + 45,000, then half the rate
    check("account-executive-mid-market", "0.5", "12000"); // 0.5 · 0.8
    check("account-executive-mid-market", "2", "82500"); // 30,000 + 0.5 · 1.5 + 0.5 · 2
    check("account-executive-enterprise", "1.25", "41250"); // 30,000 + 0.25 · 1.5
    check("account-executive-enterprise", "2.5", "101250"); // 41,250 + 0.75 · 2, then the plain rate
    check("account-manager-growth", "0.75", "18750"); // 15,000 · (0.25 / 0.5) + 15,000 · 0.75
    check("account-manager-growth", "1.5", "44250"); // 15,000 · 1.2 + 15,000 · 1.75
    check("customer-success", "1.2", "36450"); // 21,000 · 1.2 + 9,000 · (1 + 0.2 · 1.25)
    check("customer-success", "0.5", "4500"); // the threshold itself pays nothing: 9,000 · 0.5
    check("sales-development-meetings", "2", "70500"); // 21,000 · 2.5 + 9,000 · 2
    check("sales-development-meetings", "3", "79500"); // meetings end at twice
    check("solutions-engineer", "1.2", "37650"); // 15,000 · 1.25 + 9,000 · 1.3 + 6,000 · 1.2
    check("sales-manager", "1.1", "34500");
    check("partner-manager", "1.5", "49200"); // 24,000 · 1.75 + 6,000 · 1.2
}

#[test]
fn names_and_keys_are_unique_and_files_hold_them_whole() {
    let all = templates::all();
    for (place, (key, plan)) in all.iter().enumerate() {
        assert!(all.iter().take(place).all(|(other, earlier)| other != key && earlier.name != plan.name), "{key}");
        assert_eq!(plan.errors(), [], "{key}");
        let text = serde_json::to_string(plan).unwrap();
        assert_eq!(&serde_json::from_str::<Plan>(&text).unwrap(), plan, "{key}");
        let bytes = postcard::to_allocvec(plan).unwrap();
        assert_eq!(&postcard::from_bytes::<Plan>(&bytes).unwrap(), plan, "{key}");
    }
}

#[test]
fn each_pays_somebody_on_the_sample_company() {
    let dataset = company();
    for (key, plan) in templates::all() {
        let replay = replay(&ReplayInput {
            plan: &plan,
            dataset: &dataset,
            calendar: Calendar::default(),
            first: Month::new(2025, 1),
            last: Month::new(2025, 12),
            digits: 2,
            currency: "USD",
        });
        for component in &plan.components {
            let lines = replay.statements.iter().flat_map(|statement| &statement.lines);
            let paid: Money = lines.filter(|line| line.component == component.name).map(|line| line.pay).sum();
            assert!(Money::ZERO < paid, "{key}: {} pays nobody", component.name);
        }
        // Two reps of the company left before the year and have no target in it.
        let without = replay.gaps.iter().find_map(|gap| match gap {
            Gap::RepsWithoutQuota { n_reps, .. } => Some(*n_reps),
            _ => None,
        });
        assert!(without.unwrap_or_default() <= 2, "{key}: {:?}", replay.gaps);
    }
}

/// Managers of the sample company have no quota of their own, and those who report to them have: they are held to nine
/// tenths of these, and paid the target incentive on reaching it.
#[test]
fn a_manager_is_held_to_the_team() {
    let dataset = company();
    let plan = template("sales-manager");
    let replay = replay(&ReplayInput {
        plan: &plan,
        dataset: &dataset,
        calendar: Calendar::default(),
        first: Month::new(2025, 1),
        last: Month::new(2025, 3),
        digits: 2,
        currency: "USD",
    });
    let manager = dataset.reps.iter().find(|rep| rep.role == "Sales Manager").unwrap();
    let reports: Vec<_> =
        dataset.reps.iter().filter(|rep| [&manager.id.0, &manager.name].contains(&&rep.manager)).collect();
    let months = Month::new(2025, 1)..=Month::new(2025, 3);
    let is_theirs = |target: &&attain::engine::records::Target| {
        months.contains(&target.period.start) && reports.iter().any(|rep| rep.id == target.rep)
    };
    let quotas: Money = dataset.targets.iter().filter(is_theirs).map(|target| target.amount).sum();
    assert!(Money::ZERO < quotas);
    let statement = replay.statements.iter().find(|statement| statement.rep == manager.id).unwrap();
    let line = statement.lines.last().unwrap();
    assert_eq!(line.quota, Some(quotas.0 * Decimal::new(9, 1)));
    assert_eq!(line.target_incentive, manager.target_incentive.unwrap().0 / Decimal::from(4));
}
