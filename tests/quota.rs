//! Quotas: worked cases, and laws that hold for every plan and hierarchy.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use attain::engine::comp::ProrateBy;
use attain::engine::quota::plan::{Goal, NodeChoice, NodeKey, ProductShare, QuotaPlan, Rule};
use attain::engine::quota::tree::{Finding, Ground, Spread, Tree, in_place, spread, targets};
use attain::engine::records::{Account, Dataset, Deal, Outcome, Rep, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use serde::Deserialize;

#[path = "quota/corpus.rs"]
mod corpus;
#[path = "quota/edits.rs"]
mod edits;
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

/// Who gets nothing has no target, unless it was entered; months of a ramp of nothing have one of 0.
#[test]
fn targets_of_nothing_are_those_that_were_meant() {
    let rep = |id: &str, hired: &str| Rep { id: RepId(id.into()), hired: hired.parse().ok(), ..Rep::default() };
    let dataset = Dataset { reps: vec![rep("Ann", "2026-02-01"), rep("Bob", ""), rep("Cy", "")], ..Dataset::default() };
    let node = |id: &str, fixed: Option<i64>, weight: i64| NodeChoice {
        node: NodeKey::of(RepId(id.into())),
        fixed: fixed.map(Decimal::from),
        weight: Some(Decimal::from(weight)),
        rule: None,
    };
    let plan = QuotaPlan {
        start: Some(Month::new(2026, 1)),
        goal: Goal::Amount { amount: Decimal::from(120_000) },
        rule: Rule::Weights,
        nodes: vec![node("Ann", None, 1), node("Bob", None, 0), node("Cy", Some(0), 1)],
        prorate: ProrateBy::Days,
        ramp: vec![Decimal::ZERO],
        ..QuotaPlan::default()
    };
    let tree = Tree::new(&Ground::of(&dataset, Calendar::default(), "USD"), &plan);
    let found = targets(&tree, &plan, &spread(&tree, &plan));
    let n_of = |id: &str| found.iter().filter(|target| target.rep.0 == id).count();
    assert_eq!((n_of("Ann"), n_of("Bob"), n_of("Cy")), (11, 0, 12));
    let first = found.iter().find(|target| target.rep.0 == "Ann").unwrap();
    assert_eq!((first.period.start, first.amount), (Month::new(2026, 2), Money::ZERO));
}

/// Products are parts of each quota, and the data's other targets stay.
#[test]
fn products_split_quotas_and_other_targets_stay() {
    let dataset = Dataset { reps: vec![Rep { id: RepId("Ann".into()), ..Rep::default() }], ..Dataset::default() };
    let product = |measure: &str, amount: i64| ProductShare { measure: measure.into(), amount: Decimal::from(amount) };
    let plan = QuotaPlan {
        start: Some(Month::new(2026, 1)),
        goal: Goal::Amount { amount: Decimal::from(1_000_000) },
        products: vec![product("Software", 700_000), product("Services", 300_000)],
        length: Granularity::Quarter,
        ..QuotaPlan::default()
    };
    let tree = Tree::new(&Ground::of(&dataset, Calendar::default(), "USD"), &plan);
    let quotas = targets(&tree, &plan, &spread(&tree, &plan));
    let of = |list: &[Target], measure: &str| -> Vec<(Month, Granularity, Decimal)> {
        let own = list.iter().filter(|target| target.measure == measure);
        own.map(|target| (target.period.start, target.period.length, target.amount.0)).collect()
    };
    let quarters = |amount: i64| -> Vec<(Month, Granularity, Decimal)> {
        let start = |at: i32| Month::new(2026, 1).plus(3 * at);
        (0..4).map(|at| (start(at), Granularity::Quarter, Decimal::from(amount))).collect()
    };
    assert_eq!(of(&quotas, ""), quarters(250_000));
    assert_eq!(of(&quotas, "Software"), quarters(175_000));
    assert_eq!(of(&quotas, "Services"), quarters(75_000));
    // A half-year that begins in October keeps its months before the year; another measure stays whole.
    let before = |measure: &str| Target {
        rep: RepId(" ann".into()),
        period: Period { start: Month::new(2025, 10), length: Granularity::HalfYear },
        amount: Money::whole(6_000),
        measure: measure.into(),
    };
    let after = in_place(&[before(""), before("Logos")], &quotas);
    let kept: Vec<_> = of(&after, "").into_iter().filter(|(start, ..)| start.year() == 2025).collect();
    let month = |month: u32| (Month::new(2025, month), Granularity::Month, Decimal::from(1_000));
    assert_eq!(kept, [month(10), month(11), month(12)]);
    assert_eq!(of(&after, "Logos").len(), 1);
    assert_eq!(after.len(), 3 + 1 + 12);
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
