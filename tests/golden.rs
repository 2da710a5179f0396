//! Golden cases: worked figures as data under `tests/golden`, run through the engine.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use attain::engine::comp::{Plan, ReplayInput, Terms, calculate, explain, payout, replay};
use attain::engine::records::{Dataset, Deal, Outcome, RepId};
use attain::engine::units::{Calendar, Decimal, Money, Month};
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    id: String,
    cases: Vec<Case>,
}

/// Either single windows (`pay`: credit and pay of all components) or deals with the pay of each month.
#[derive(Deserialize)]
struct Case {
    name: String,
    plan: Plan,
    #[serde(default)]
    quota: Option<Decimal>,
    #[serde(default)]
    target_incentive: Decimal,
    #[serde(default)]
    pay: Vec<(Decimal, Decimal)>,
    #[serde(default)]
    deals: Vec<(chrono::NaiveDate, Decimal)>,
    /// Units of each deal; none if empty.
    #[serde(default)]
    units: Vec<Decimal>,
    #[serde(default)]
    months: Vec<Decimal>,
    /// Of each line, to four decimals; unchecked if empty.
    #[serde(default)]
    attainments: Vec<Decimal>,
    #[serde(default)]
    deal_pay: Vec<Decimal>,
}

fn golden() -> Vec<Golden> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/comp");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

#[test]
fn every_golden_case_pays_what_it_says() {
    let all = golden();
    assert!(19 <= all.len());
    for golden in all {
        for case in golden.cases {
            let place = format!("{} {}", golden.id, case.name);
            assert_eq!(case.plan.errors(), vec![], "{place}");
            windows(&case, &place);
            if !case.deals.is_empty() {
                months(&case, &place);
            }
        }
    }
}

fn windows(case: &Case, place: &str) {
    for (credit, expected) in &case.pay {
        let of = |component: &attain::engine::comp::Component| {
            let target_incentive = case.target_incentive * component.weight;
            payout(component, *credit, &Terms { quota: case.quota, target_incentive }).pay
        };
        let paid = case.plan.components.iter().map(of).sum();
        assert_eq!(Money(paid).rounded(2).0, *expected, "{place} at {credit}");
        if let Some(quota) = case.quota {
            let shown = calculate(&case.plan, quota, case.target_incentive, credit / quota, 2);
            assert_eq!(shown.pay.0, *expected, "{place} at {credit}, on the calculator");
        }
    }
}

fn months(case: &Case, place: &str) {
    let deals = case.deals.iter().enumerate().map(|(index, (day, amount))| Deal {
        id: format!("{index}"),
        rep: RepId("Ann".into()),
        outcome: Outcome::Won,
        amount: Some(Money(*amount)),
        units: case.units.get(index).copied(),
        closed: Some(*day),
        ..Deal::default()
    });
    let dataset = Dataset { deals: deals.collect(), ..Dataset::default() };
    let first = Month::new(2026, 1);
    let last = first.plus(case.months.len() as i32 - 1);
    let input = ReplayInput {
        plan: &case.plan,
        dataset: &dataset,
        calendar: Calendar::default(),
        first,
        last,
        digits: 2,
        currency: "USD",
    };
    let replay = replay(&input);
    let lines = &replay.statements[0].lines;
    let of =
        |month: Month| lines.iter().filter(|line| line.period.end() == month).map(|line| line.pay).sum::<Money>().0;
    let paid: Vec<Decimal> = (0..case.months.len()).map(|month| of(first.plus(month as i32))).collect();
    assert_eq!(paid, case.months, "{place}");
    if !case.attainments.is_empty() {
        let found: Vec<Decimal> = lines.iter().map(|line| line.attainment.unwrap().round_dp(4).normalize()).collect();
        assert_eq!(found, case.attainments, "{place}");
    }
    let each: Vec<Decimal> = lines
        .iter()
        .flat_map(|line| explain(&input, &RepId("ann ".into()), &line.component, line.period).unwrap().deals)
        .map(|deal| deal.pay.normalize())
        .collect();
    if !case.deal_pay.is_empty() {
        assert_eq!(each, case.deal_pay, "{place}, deal by deal");
    }
    assert_eq!(replay.totals.paid.0, case.months.iter().sum::<Decimal>(), "{place}");
}
