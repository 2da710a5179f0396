//! Quotas: worked cases, and laws that hold for every plan and hierarchy.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use attain::engine::quota::plan::{NodeKey, QuotaPlan};
use attain::engine::quota::tree::{Finding, Ground, Spread, Tree, spread, targets};
use attain::engine::records::{Account, Dataset, Deal, Outcome, Rep, RepId};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month};
use serde::Deserialize;

#[path = "quota/corpus.rs"]
mod corpus;
#[path = "quota/laws.rs"]
mod laws;

/// Cases with where they come from.
#[derive(Deserialize)]
struct Golden {
    id: String,
    source: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    arithmetic: String,
    reps: Vec<Rep>,
    /// By rep and month.
    #[serde(default)]
    deals: BTreeMap<String, Decimal>,
    /// Owner, revenue, employees.
    #[serde(default)]
    accounts: Vec<(String, Decimal, Decimal)>,
    plan: QuotaPlan,
    expected: Expected,
}

/// By node; the company's name is empty.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Expected {
    amounts: BTreeMap<String, Decimal>,
    carried: BTreeMap<String, Decimal>,
    open: BTreeMap<String, Decimal>,
    bottom_up: BTreeMap<String, Decimal>,
    gap: BTreeMap<String, Decimal>,
    quarters: BTreeMap<String, [Decimal; 4]>,
    goal_months: Vec<Decimal>,
    /// Compounded.
    over: Vec<Decimal>,
    /// All of them, by their names in JSON.
    findings: Option<Vec<String>>,
}

fn dataset(case: &Case) -> Dataset {
    let deal = |(key, amount): (&String, &Decimal)| {
        let (rep, month) = key.split_once(' ').unwrap();
        let closed = Some(month.parse::<Month>().unwrap().first_day());
        let rep = RepId(rep.into());
        Deal { rep, outcome: Outcome::Won, closed, amount: Some(Money(*amount)), ..Deal::default() }
    };
    let account = |(owner, revenue, employees): &(String, Decimal, Decimal)| Account {
        owner: RepId(owner.clone()),
        revenue: Some(Money(*revenue)),
        employees: Some(*employees),
        ..Account::default()
    };
    Dataset {
        reps: case.reps.clone(),
        deals: case.deals.iter().map(deal).collect(),
        accounts: case.accounts.iter().map(account).collect(),
        ..Dataset::default()
    }
}

fn name(finding: &Finding) -> String {
    match serde_json::to_value(finding).unwrap() {
        serde_json::Value::String(name) => name,
        serde_json::Value::Object(fields) => fields.keys().next().unwrap().clone(),
        other => panic!("{other}"),
    }
}

fn check(place: &str, case: &Case) {
    let dataset = dataset(case);
    let tree = Tree::new(&Ground::of(&dataset, Calendar::default(), "USD"), &case.plan);
    let found = spread(&tree, &case.plan);
    laws::check_sums(&tree, &found);
    let expected = &case.expected;
    let row = |who: &String| {
        let key = NodeKey::of(RepId(who.clone()));
        found.row(tree.place(&key).unwrap_or_else(|| panic!("{place}: no {who}")))
    };
    let same = |what: &str, numbers: &BTreeMap<String, Decimal>, of: &dyn Fn(&String) -> Decimal| {
        for (who, number) in numbers {
            assert_eq!(of(who), *number, "{place}: {what} of {who:?}; {}", case.arithmetic);
        }
    };
    same("amount", &expected.amounts, &|who| row(who).amount);
    same("carried", &expected.carried, &|who| row(who).carried);
    same("open", &expected.open, &|who| row(who).open);
    same("bottom-up", &expected.bottom_up, &|who| row(who).bottom_up.unwrap());
    same("gap", &expected.gap, &|who| row(who).gap.unwrap());
    if !expected.goal_months.is_empty() {
        assert_eq!(found.goal_months, expected.goal_months, "{place}");
    }
    let over: Vec<Decimal> = found.over.iter().map(|level| level.compound).collect();
    assert_eq!(over, expected.over, "{place}");
    quarters(place, case, &tree, &found);
    let names: Vec<String> = found.findings.iter().map(name).collect();
    let told = expected.findings.clone().unwrap_or_else(|| names.clone());
    let (mut names, mut told) = (names, told);
    names.sort();
    told.sort();
    assert_eq!(names, told, "{place}: {:?}", found.findings);
}

/// The targets by quarter and by month agree, and are what is expected.
fn quarters(place: &str, case: &Case, tree: &Tree, found: &Spread) {
    let plan = QuotaPlan { length: Granularity::Quarter, ..case.plan.clone() };
    let by_quarter = targets(tree, &plan, found);
    let by_month = targets(tree, &QuotaPlan { length: Granularity::Month, ..case.plan.clone() }, found);
    for (who, expected) in &case.expected.quarters {
        for (at, expected) in expected.iter().enumerate() {
            let start = Month::new(2026, 1).plus(3 * at as i32);
            let is_own = |rep: &RepId| rep.0 == *who;
            let quarter = by_quarter.iter().filter(|target| is_own(&target.rep) && target.period.start == start);
            let quarter: Money = quarter.map(|target| target.amount).sum();
            let months = by_month
                .iter()
                .filter(|target| is_own(&target.rep) && (0..3).contains(&target.period.start.since(start)));
            let months: Money = months.map(|target| target.amount).sum();
            assert_eq!(quarter.0, *expected, "{place}: quarter {at} of {who}; {}", case.arithmetic);
            assert_eq!(months, quarter, "{place}: months of quarter {at} of {who}");
        }
    }
}

#[test]
fn every_golden_case_comes_out() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/quota");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut n = 0;
    for path in paths {
        let golden: Golden = serde_json::from_str(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(!golden.source.is_empty());
        for case in &golden.cases {
            check(&format!("{} {}", golden.id, case.name), case);
            n += 1;
        }
    }
    assert!(30 <= n, "{n}");
}
