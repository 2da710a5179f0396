//! What `pay` says of payout periods: golden draws, SPIFFs and holdbacks, accruals, what stands open, books of plans.

use std::fmt::Write as _;

use attain::engine::units::Decimal;
use serde_json::{Value, json as value};

use crate::{Folder, json, refused, text};

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

/// A case's deals and payments as files.
fn data(case: &Value, folder: &Folder) -> String {
    let mut csv = String::from("deal id,rep,amount,close date,stage,cancelled date,term months\n");
    for (index, deal) in case["deals"].as_array().unwrap().iter().enumerate() {
        let field = |name: &str| deal[name].as_str().unwrap_or_default().to_owned();
        let (day, amount) = (field("day"), field("amount"));
        writeln!(csv, "{index},Ann,{amount},{day},Won,{},{}", field("cancelled"), field("term_months")).unwrap();
    }
    let deals = folder.write("deals.csv", csv);
    let Some(payments) = case["payments"].as_array() else { return deals };
    let mut csv = String::from("rep,period,amount paid\n");
    for payment in payments {
        writeln!(csv, "Ann,{},{}", payment[0].as_str().unwrap(), payment[1].as_str().unwrap()).unwrap();
    }
    format!("{deals} {}", folder.write("payout_history.csv", csv))
}

#[test]
fn every_golden_period_prints_the_same_cents() {
    let folder = Folder::new();
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/ledger");
    let mut n_checked = 0;
    for entry in std::fs::read_dir(golden).unwrap() {
        let golden: Value = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        for case in golden["cases"].as_array().unwrap() {
            let place = format!("{} {}", golden["id"], case["name"]);
            let plan = folder.write("plan.json", case["plan"].to_string());
            let expected = case["periods"].as_array().unwrap();
            let (data, n_months) = (data(case, &folder), expected.len());
            let args = format!("pay --plan {plan} {data} --from 2026-01 --to 2026-{n_months:02}");
            let report = json(&args);
            let periods = report["statements"][0]["periods"].as_array().unwrap();
            assert_eq!(periods.len(), n_months, "{place}");
            for (found, expected) in periods.iter().zip(expected) {
                for (field, expected) in expected.as_object().unwrap() {
                    let found = field.split('.').fold(found, |value, name| &value[name]);
                    assert_eq!(decimal(found), decimal(expected), "{place}, {field}");
                    n_checked += 1;
                }
            }
        }
    }
    assert!(60 < n_checked, "only {n_checked}");
}

fn drawn(folder: &Folder) -> String {
    let commission = value!({
        "name": "Commission", "weight": "1", "pay_basis": "rate", "tier_axis": "amount",
        "tiers": [{ "from": "0", "value": "0.1" }]
    });
    let draw = value!({ "amount": { "money": "2000" }, "kind": "recoverable" });
    let holdback = value!({ "share": "0.2", "months": 2 });
    let plan = value!({ "name": "Draw", "components": [commission], "draw": draw, "holdback": holdback });
    folder.write("draw.json", plan.to_string())
}

fn sales(folder: &Folder) -> String {
    let csv = "deal id,rep,amount,close date,stage\n\
        1,Ann,15000,2026-01-10,Won\n2,Ann,40000,2026-02-10,Won\n3,Bob,5000,2026-02-10,Won\n4,Bob,3000,2026-03-10,Won\n";
    folder.write("deals.csv", csv)
}

#[test]
fn the_way_from_earned_to_paid_is_shown_and_explained() {
    let folder = Folder::new();
    let args = format!("pay --plan {} {} --from 2026-01 --to 2026-03", drawn(&folder), sales(&folder));
    let shown = text(&args);
    for part in ["From earned to paid", "HELD STILL", "DRAW OWED", "RECOVERED"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    assert!(!shown.contains("CLAWED BACK"), "{shown}");
    let traced = text(&format!("{args} --trace"));
    for part in ["Ann, 2026-01, paid: USD 2,000.00", "Draw of USD 2,000.00 − earnings of USD 1,200.00", "Held back: 20"]
    {
        assert!(traced.contains(part), "{part} is not in {traced}");
    }
    let report = json(&format!("{args} --trace"));
    assert!(!report["payouts"].as_array().unwrap().is_empty());
    let schedule = report["accruals"].as_array().unwrap();
    assert_eq!(schedule.len(), 3);
    assert!(text(&format!("{args} --accruals")).contains("Accruals, Ann"));
    let csv = text(&format!("{args} --accruals --csv"));
    assert_eq!(csv.lines().count(), 1 + 3 * 3, "{csv}");
    assert!(text(&format!("{args} --liabilities")).contains("What stands open"));
    assert_eq!(text(&format!("{args} --liabilities --csv")).lines().count(), 3);
    assert_eq!(text(&format!("{args} --payouts-csv")).lines().count(), 1 + 2 * 3);
}

#[test]
fn a_workbook_is_written_beside_what_is_shown_and_never_over_an_input() {
    let folder = Folder::new();
    let (plan, deals) = (drawn(&folder), sales(&folder));
    let args = format!("pay --plan {plan} {deals} --from 2026-01 --to 2026-03");
    let shown = text(&format!("{args} --xlsx {}", folder.arg("pay.xlsx")));
    assert_eq!(shown, text(&args));
    assert!(folder.read("pay.xlsx").starts_with(b"PK"));
    let before = folder.read("deals.csv");
    refused(&format!("{args} --xlsx {deals}"), 1, &["would be written over", "--xlsx"]);
    refused(&format!("{args} --xlsx {plan}"), 1, &["would be written over"]);
    assert_eq!(folder.read("deals.csv"), before);
    refused(&format!("{args} --xlsx {}", folder.arg("no/such/place.xlsx")), 1, &["cannot be written"]);
}

#[test]
fn a_book_pays_each_rep_by_the_own_plan() {
    let folder = Folder::new();
    let plan = |name: &str, rate: &str| {
        value!({ "name": name, "components": [{
            "name": "Commission", "weight": "1", "pay_basis": "rate", "tier_axis": "amount",
            "tiers": [{ "from": "0", "value": rate }]
        }]})
    };
    let assignments = value!([
        { "plan": "New", "who": { "rep": "ann" }, "from": "2026-02" },
        { "plan": "Old", "to": "2026-02" }
    ]);
    let book = value!({ "plans": [plan("Old", "0.1"), plan("New", "0.2")], "assignments": assignments });
    let file = folder.write("book.json", book.to_string());
    let args = format!("pay --book {file} {} --from 2026-01 --to 2026-03", sales(&folder));
    let report = json(&args);
    let totals: Vec<Decimal> =
        report["statements"].as_array().unwrap().iter().map(|statement| decimal(&statement["total"])).collect();
    assert_eq!(totals, [9_500, 500].map(Decimal::from)); // Ann 1,500 and 8,000; Bob 500, and nothing without a plan
    let shown = text(&args);
    assert!(shown.contains("Old, New, 2026-01 to 2026-03"), "{shown}");
    assert!(shown.contains("One rep is on no plan for some of these months: Bob"), "{shown}");
    let wrong = folder.write("wrong.json", value!({ "plans": [], "assignments": assignments }).to_string());
    refused(&format!("pay --book {wrong} {}", sales(&folder)), 1, &["There is no plan", "“New”"]);
    refused(&format!("pay --book {file} --plan flat {}", sales(&folder)), 2, &[]);
}

/// A tenth of 15,000 and of 40,000 for Ann, of 5,000 and 3,000 for Bob, who lives in the euro zone: 500 / 1.25 and 300 / 1.2.
#[test]
fn a_rep_abroad_sees_pay_in_the_own_currency() {
    let folder = Folder::new();
    let commission = value!({
        "name": "Commission", "weight": "1", "pay_basis": "rate", "tier_axis": "amount",
        "tiers": [{ "from": "0", "value": "0.1" }]
    });
    let plan = folder.write("plan.json", value!({ "name": "Flat", "components": [commission] }).to_string());
    let (deals, reps) = (sales(&folder), "rep id,name,role,currency\nAnn,Ann,AE,\nBob,Bob,AE,EUR\n");
    let reps = folder.write("reps.csv", reps);
    let rates = "currency,valid from,exchange rate\nEUR,2026-01-15,1.25\nEUR,2026-03-31,1.2\nEUR,2026-04-01,9\n";
    let rates = folder.write("exchange_rates.csv", rates);
    let args = format!("pay --plan {plan} {deals} {reps} {rates} --from 2026-01 --to 2026-03 --currency USD");
    let report = json(&args);
    let statements = report["statements"].as_array().unwrap();
    assert_eq!(statements[0]["own_currency"], Value::Null);
    let own = &statements[1]["own_currency"];
    assert_eq!((&own["currency"]["code"], decimal(&own["total"])), (&"EUR".into(), 650.into()));
    let last = &own["periods"][2];
    assert_eq!((&last["day"], &last["rate"], decimal(&last["of"])), (&"2026-03-31".into(), &"1.2".into(), 300.into()));
    assert_eq!(decimal(&last["paid"]), 250.into());
    let csv = text(&format!("{args} --payouts-csv"));
    assert!(csv.lines().any(|line| line.ends_with(",2026-02-28,EUR,1.25,400")), "{csv}");
    assert!(csv.lines().filter(|line| line.starts_with("Ann")).all(|line| line.ends_with(",,,")), "{csv}");
    let shown = text(&args);
    assert!(shown.contains("In the reps' own currencies") && shown.contains("EUR 650.00"), "{shown}");
}

#[test]
fn payouts_of_three_columns_close_their_periods() {
    let folder = Folder::new();
    let (plan, deals) = (drawn(&folder), sales(&folder));
    let paid = folder.write("payouts.csv", "rep,period,amount\nAnn,2026-01,1900\nBob,2026-01,2000\nBob,2026-02,2100\n");
    let report = json(&format!("pay --plan {plan} {deals} {paid} --from 2026-01 --to 2026-03"));
    let statements = report["statements"].as_array().unwrap();
    let closed = |rep: usize, at: usize| {
        let one = &statements[rep]["periods"][at];
        (decimal(&one["paid"]), one["recomputed"].as_str().map(|_| decimal(&one["recomputed"])))
    };
    // As computed: 2,000 for everyone in January, and 2,000 for Bob in February.
    assert_eq!(closed(0, 0), (1_900.into(), Some(2_000.into())));
    assert_eq!(closed(1, 0), (2_000.into(), Some(2_000.into())));
    assert_eq!(closed(1, 1), (2_100.into(), Some(2_000.into())));
    assert_eq!(closed(0, 1).1, None);
    let adjusted = decimal(&statements[0]["periods"][1]["adjustment"]);
    assert_eq!(adjusted, 100.into());
}
