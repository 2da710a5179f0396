//! Statements as workbooks: formulas, computed by another program, give the exact pay to the cent.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use attain::engine::comp::{
    Line, Plan, PlanBook, Replay, ReplayInput, Statement, Terms, Window, payout, replay, templates,
};
use attain::engine::records::{Dataset, Deal, Outcome, Payment, RepId};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use attain::present::{Locale, Words, WorkbookLabels};
use attain::report::{WorkbookInput, workbook};
use attain::scenario::{SampleSpec, plan_for, sample};
use serde::Deserialize;
use serde_json::Value;

#[path = "xlsx/rules.rs"]
mod rules;
#[path = "xlsx/sheets.rs"]
mod sheets;

use sheets::{At, Book};

const PAYOUTS: usize = 0;
const LINES: usize = 1;
/// Columns of the lines.
const PAY: u32 = 12;
const HOW: u32 = 13;
/// Columns of the payouts.
const EARNED: u32 = 4;
const PAID: u32 = 16;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn bytes_in(locale: Locale, replay: &Replay, plan: &Plan, (first, last): (Month, Month)) -> Vec<u8> {
    let book = PlanBook { plans: vec![plan.clone()], assignments: Vec::new() };
    let labels = &WorkbookLabels::new(&Words::new(locale));
    let calendar = Calendar::default();
    workbook(&WorkbookInput { replay, book: &book, calendar, first, last, digits: 2, labels }).unwrap()
}

fn bytes(replay: &Replay, plan: &Plan, months: (Month, Month)) -> Vec<u8> {
    bytes_in(Locale::English, replay, plan, months)
}

/// Amounts that are paid.
fn is_money((sheet, _, column): At) -> bool {
    sheet == PAYOUTS && EARNED <= column || sheet == LINES && column == PAY
}

/// Computes the workbook anew, and holds what it pays against the replay, line by line and payout by payout. How many
/// lines say what of how their pay stands there.
fn checked(place: &str, replay: &Replay, plan: &Plan, months: (Month, Month)) -> BTreeMap<String, usize> {
    let book = Book::read(&bytes(replay, plan, months));
    book.check(place, is_money);
    let mut hows = BTreeMap::new();
    let mut pay: Vec<i64> = Vec::new();
    for row in 1.. {
        let how = book.text((LINES, row, HOW));
        if how.is_empty() {
            break;
        }
        assert_eq!(how == "Formula", book.formulas.contains_key(&(LINES, row, PAY)), "{place}, row {row}: {how}");
        *hows.entry(how).or_default() += 1;
        pay.push((book.computed((LINES, row, PAY)).unwrap() * 100.0).round() as i64);
    }
    let mut exact: Vec<i64> =
        replay.statements.iter().flat_map(|statement| &statement.lines).map(|line| in_cents(line.pay)).collect();
    pay.sort_unstable();
    exact.sort_unstable();
    assert_eq!(pay, exact, "{place}");
    let periods: Vec<_> = replay.statements.iter().flat_map(|statement| &statement.periods).collect();
    for (row, period) in (1..).zip(&periods) {
        let cents = |column| (book.computed((PAYOUTS, row, column)).unwrap() * 100.0).round() as i64;
        assert_eq!(cents(PAID), in_cents(period.paid), "{place}, payouts, row {row}");
        assert_eq!(cents(EARNED), in_cents(period.earned), "{place}, payouts, row {row}");
        assert!(book.formulas.contains_key(&(PAYOUTS, row, PAID)) || period.recomputed.is_some(), "{place}, row {row}");
    }
    if !periods.is_empty() {
        let paid: Money = periods.iter().map(|period| period.paid).sum();
        let row = periods.len() as u32 + 1;
        assert_eq!((book.computed((PAYOUTS, row, PAID)).unwrap() * 100.0).round() as i64, in_cents(paid), "{place}");
    }
    hows
}

fn in_cents(money: Money) -> i64 {
    (money.0 * Decimal::ONE_HUNDRED).normalize().to_string().parse().unwrap()
}

fn deal(index: usize, rep: &str, day: chrono::NaiveDate, amount: Decimal, units: Option<Decimal>) -> Deal {
    Deal {
        id: format!("{index}"),
        rep: RepId(rep.into()),
        outcome: Outcome::Won,
        amount: Some(Money(amount)),
        units,
        closed: Some(day),
        ..Deal::default()
    }
}

fn replayed(plan: &Plan, dataset: &Dataset, (first, last): (Month, Month)) -> Replay {
    let calendar = Calendar::default();
    replay(&ReplayInput { plan, dataset, calendar, first, last, digits: 2, currency: "USD" })
}

/// A replay of one rep with lines of windows that stand alone, a year apart.
fn windows(plan: &Plan, terms: &Terms, credits: &[Decimal]) -> (Replay, (Month, Month)) {
    let mut lines = Vec::new();
    let at = |index: usize| Month::new(2000, 1).plus(12 * index as i32);
    for (index, credit) in credits.iter().enumerate() {
        for component in &plan.components {
            let own = Terms { target_incentive: terms.target_incentive * component.weight, ..*terms };
            let period = Calendar::default().period(at(index), component.pay_period);
            lines.push(Line {
                component: component.name.clone(),
                period,
                credit: *credit,
                credit_to_date: *credit,
                quota: own.quota,
                attainment: own.quota.map(|quota| credit / quota),
                target_incentive: own.target_incentive,
                pay: Money(payout(component, *credit, &own).pay).rounded(2),
                n_deals: 1,
                cap_balance: Decimal::ZERO,
            });
        }
    }
    let rep = RepId("Ann".into());
    let statement = Statement {
        rep,
        name: "Ann".into(),
        role: String::new(),
        lines,
        total: Money::ZERO,
        periods: Vec::new(),
        earned: Vec::new(),
        own_currency: None,
    };
    (Replay { statements: vec![statement], ..Replay::default() }, (at(0), at(credits.len()).plus(11)))
}

fn months_of(n: i32) -> (Month, Month) {
    let first = Month::new(2026, 1);
    (first, first.plus(n - 1))
}

/// Deals of two reps, some of them returned, over nine months.
fn nine_months() -> Dataset {
    let mut deals = Vec::new();
    for month in 0..9u32 {
        for (rep, factor) in [("Ann", "1"), ("Bob", "0.377")] {
            let day = |day| chrono::NaiveDate::from_ymd_opt(2026, month + 1, day).unwrap();
            let amount = Decimal::from(200 + 113 * (month * month % 7)) * decimal(factor);
            deals.push(deal(deals.len(), rep, day(5), amount, Some(Decimal::from(month % 4))));
            if month % 3 == 1 {
                deals.push(deal(deals.len(), rep, day(20), decimal("-150.33") * Decimal::from(month), None));
            }
        }
    }
    Dataset { deals, ..Dataset::default() }
}

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
    #[serde(default)]
    units: Vec<Decimal>,
    #[serde(default)]
    months: Vec<Decimal>,
}

fn golden(folder: &str) -> Vec<Value> {
    let folder = format!("{}/tests/golden/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

#[test]
fn golden_cases_pay_by_formula_what_they_say() {
    let mut hows: BTreeMap<String, usize> = BTreeMap::new();
    for file in golden("comp") {
        for case in file["cases"].as_array().unwrap() {
            let case: Case = serde_json::from_value(case.clone()).unwrap();
            let place = format!("{} {}", file["id"], case.name);
            let mut take = |found: BTreeMap<String, usize>| {
                for (how, n) in found {
                    *hows.entry(how).or_default() += n;
                }
            };
            if !case.pay.is_empty() {
                let credits: Vec<Decimal> = case.pay.iter().map(|(credit, _)| *credit).collect();
                let terms = Terms { quota: case.quota, target_incentive: case.target_incentive };
                let (replay, months) = windows(&case.plan, &terms, &credits);
                for ((_, expected), lines) in
                    case.pay.iter().zip(replay.statements[0].lines.chunks(case.plan.components.len()))
                {
                    let pay: Money = lines.iter().map(|line| line.pay).sum();
                    assert!((pay.0 - expected).abs() <= decimal("0.01"), "{place}: parts are rounded one by one");
                }
                take(checked(&place, &replay, &case.plan, months));
            }
            if !case.deals.is_empty() {
                let all = case.deals.iter().enumerate();
                let deals = all.map(|(at, (day, amount))| deal(at, "Ann", *day, *amount, case.units.get(at).copied()));
                let dataset = Dataset { deals: deals.collect(), ..Dataset::default() };
                let first = Month::new(2026, 1);
                let months = (first, first.plus(case.months.len() as i32 - 1));
                take(checked(&place, &replayed(&case.plan, &dataset, months), &case.plan, months));
            }
        }
    }
    let n_paying: usize = hows.iter().filter(|(how, _)| !how.starts_with("It pays nothing")).map(|(_, n)| n).sum();
    assert!(n_paying * 8 <= hows["Formula"] * 10, "most golden cases are rules that formulas can say: {hows:?}");
    assert!(!hows.keys().any(|how| how.contains("do not give it")), "{hows:?}");
}

#[test]
fn golden_accounts_are_paid_by_formula() {
    for file in golden("ledger") {
        for case in file["cases"].as_array().unwrap() {
            let place = format!("{} {}", file["id"], case["name"]);
            let plan: Plan = serde_json::from_value(case["plan"].clone()).unwrap();
            let field = |value: &Value| value.as_str().map(ToOwned::to_owned);
            let deals = case["deals"].as_array().unwrap().iter().enumerate().map(|(at, one)| Deal {
                cancelled: field(&one["cancelled"]).map(|day| day.parse().unwrap()),
                term_months: field(&one["term_months"]).map(|months| decimal(&months)),
                ..deal(
                    at,
                    "Ann",
                    field(&one["day"]).unwrap().parse().unwrap(),
                    decimal(&field(&one["amount"]).unwrap()),
                    None,
                )
            });
            let payments = case["payments"].as_array().into_iter().flatten().map(|one| Payment {
                rep: RepId("Ann".into()),
                period: Period { start: one[0].as_str().unwrap().parse().unwrap(), length: Granularity::Month },
                amount: Money(decimal(one[1].as_str().unwrap())),
            });
            let dataset = Dataset { deals: deals.collect(), payments: payments.collect(), ..Dataset::default() };
            let first = Month::new(2026, 1);
            let months = (first, first.plus(case["periods"].as_array().unwrap().len() as i32 - 1));
            checked(&place, &replayed(&plan, &dataset, months), &plan, months);
        }
    }
}

#[test]
fn every_template_is_formulas_throughout() {
    let today = chrono::NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();
    let dataset = sample(SampleSpec { n_reps: 6, seed: 7, today });
    let months = (Month::new(2025, 1), Month::new(2025, 12));
    for (name, plan) in templates::all() {
        let plan = plan_for(&dataset, plan);
        let replay = replayed(&plan, &dataset, months);
        let hows = checked(name, &replay, &plan, months);
        // Managers of the sample company have no quota.
        let is_told = |how: &str| ["Formula", "Value: there is no quota"].contains(&how);
        let by_deal = plan.components.iter().any(|component| component.accumulate == Window::Deal);
        // Four sellers with four periods at least.
        assert!(16 <= hows["Formula"] && (by_deal || hows.keys().all(|how| is_told(how))), "{name}: {hows:?}");
    }
}

#[test]
fn the_same_replay_gives_the_same_bytes_and_words_of_the_language() {
    let plan = templates::flat(decimal("0.1"));
    let replay = replayed(&plan, &nine_months(), months_of(9));
    assert_eq!(bytes(&replay, &plan, months_of(9)), bytes(&replay, &plan, months_of(9)));
    let polish = Book::read(&bytes_in(Locale::Polish, &replay, &plan, months_of(9)));
    assert_eq!(polish.sheets, ["Wypłaty", "Pozycje", "Plany"]);
    polish.check("Polish", is_money);
    assert_eq!(polish.text((LINES, 1, HOW)), "Formuła");
    assert_eq!(polish.text((PAYOUTS, 0, PAID)), "Wypłacono");
}
