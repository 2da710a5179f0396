//! Every golden case prints the same cents from the command line.

use std::fmt::Write as _;

use serde_json::Value;

use crate::{Folder, golden_folder, json};

fn decimal(value: &Value) -> attain::engine::units::Decimal {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn every_golden_case_prints_the_same_cents() {
    let folder = Folder::new();
    let mut n_checked = 0;
    for entry in std::fs::read_dir(golden_folder()).unwrap() {
        let golden: Value = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        for case in golden["cases"].as_array().unwrap() {
            let place = format!("{} {}", golden["id"], case["name"]);
            let plan = folder.write("plan.json", case["plan"].to_string());
            n_checked += windows(case, &plan, &place) + months(case, &plan, &folder, &place);
        }
    }
    assert!(130 < n_checked, "only {n_checked}");
}

/// Single windows, by `curve --at`.
fn windows(case: &Value, plan: &str, place: &str) -> usize {
    let Some(pay) = case["pay"].as_array() else { return 0 };
    let quota = case["quota"].as_str().unwrap_or("1000"); // plans without one: any scale will do
    let incentive = case["target_incentive"].as_str().unwrap();
    let at: Vec<String> =
        pay.iter().map(|pair| format!("--at {}", decimal(&pair[0]) / decimal(&Value::from(quota)))).collect();
    let report = json(&format!("curve --plan {plan} --quota {quota} --target-incentive {incentive} {}", at.join(" ")));
    for (pair, point) in pay.iter().zip(report["points"].as_array().unwrap()) {
        assert_eq!(decimal(&point["pay"]), decimal(&pair[1]), "{place} at {}", pair[0]);
    }
    pay.len()
}

/// Deals with the pay of each month, by `pay --trace`.
fn months(case: &Value, plan: &str, folder: &Folder, place: &str) -> usize {
    let Some(deals) = case["deals"].as_array() else { return 0 };
    let units = case["units"].as_array();
    let mut csv = String::from("deal id,rep,amount,close date,stage");
    csv += if units.is_some() { ",units\n" } else { "\n" };
    for (index, deal) in deals.iter().enumerate() {
        let (day, amount) = (deal[0].as_str().unwrap(), deal[1].as_str().unwrap());
        write!(csv, "{index},Ann,{amount},{day},Won").unwrap();
        let units = units.map_or_else(String::new, |units| format!(",{}", units[index].as_str().unwrap()));
        writeln!(csv, "{units}").unwrap();
    }
    let file = folder.write("deals.csv", csv);
    let expected = case["months"].as_array().unwrap();
    let report = json(&format!("pay --plan {plan} {file} --from 2026-01 --to 2026-{:02} --trace", expected.len()));
    let lines = report["statements"][0]["lines"].as_array().unwrap();
    for (month, expected) in expected.iter().enumerate() {
        let ends = |line: &&Value| {
            let start: usize = line["period"]["start"].as_str().unwrap()[5..].parse().unwrap();
            let length = ["month", "quarter", "half_year", "year"].into_iter().zip([1, 3, 6, 12]);
            let of_line = length.into_iter().find(|(name, _)| line["period"]["length"] == *name).unwrap().1;
            start + of_line == month + 2
        };
        let of_month = lines.iter().filter(ends);
        let pay: attain::engine::units::Decimal = of_month.map(|line| decimal(&line["pay"])).sum();
        assert_eq!(pay, decimal(expected), "{place}");
    }
    let each = case["deal_pay"].as_array().cloned().unwrap_or_default();
    let found = report["explanations"].as_array().unwrap().iter().flat_map(|line| line["deals"].as_array().unwrap());
    for (deal, expected) in found.zip(&each) {
        assert_eq!(decimal(&deal["pay"]), decimal(expected), "{place}, deal by deal");
    }
    expected.len() + each.len()
}
