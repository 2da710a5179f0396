//! `pay` and `curve`.

use attain::engine::comp::templates;
use serde_json::Value;

use crate::{Folder, json, refused, text};

fn cents(text: &Value) -> i64 {
    let amount: f64 = text.as_str().unwrap().parse().unwrap();
    (amount * 100.0).round() as i64
}

#[test]
fn statements_add_up_to_the_total() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("pay --plan account-executive {company} --from 2025-01 --to 2025-12 --currency EUR");
    let report = json(&format!("{args} --trace"));
    assert_eq!((report["first"].as_str(), report["last"].as_str()), (Some("2025-01"), Some("2025-12")));
    assert_eq!(report["currency"], "EUR");
    assert_eq!(report["engine_version"], env!("CARGO_PKG_VERSION"));
    let statements = report["statements"].as_array().unwrap();
    let lines = || statements.iter().flat_map(|statement| statement["lines"].as_array().unwrap());
    let paid = cents(&report["totals"]["paid"]);
    assert!(0 < paid);
    assert_eq!(lines().map(|line| cents(&line["pay"])).sum::<i64>(), paid);
    assert_eq!(statements.iter().map(|statement| cents(&statement["total"])).sum::<i64>(), paid);
    let by_period = report["by_period"].as_array().unwrap();
    assert_eq!(by_period.iter().map(|period| cents(&period["paid"])).sum::<i64>(), paid);
    assert!(report["totals"]["ccos_variable"].is_string());

    let explained = report["explanations"].as_array().unwrap();
    assert!(!explained.is_empty());
    for one in explained {
        assert!(!one["words"].as_array().unwrap().is_empty());
        assert_eq!(one["line"]["n_deals"].as_u64().unwrap() as usize, one["deals"].as_array().unwrap().len());
    }
    let shown = text(&format!("{args} --trace"));
    for part in ["Attainment: EUR", "Statements", "By rep", "CCOS", "By period"] {
        assert!(shown.contains(part), "{part} is not in the text");
    }
    let csv = text(&format!("{args} --csv"));
    assert_eq!(csv.lines().count(), lines().count() + 1);
}

#[test]
fn a_fiscal_year_may_begin_in_any_month() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("pay --plan account-manager {company} --from 2025-02 --to 2026-01 --fiscal-year-start 2");
    let report = json(&args);
    let starts: Vec<_> =
        report["by_period"].as_array().unwrap().iter().map(|total| total["period"]["start"].clone()).collect();
    assert_eq!(starts, ["2025-02", "2025-05", "2025-08", "2025-11"]);
}

#[test]
fn a_template_says_what_it_took_from_the_data() {
    let folder = Folder::new();
    let deals = folder.write(
        "deals.csv",
        "deal id,rep,amount,close date,stage\n1,Ann,6000,2025-01-10,Won\n2,Bob,6000,2025-12-10,Won\n",
    );
    refused(&format!("pay --plan account-executive {} ", folder.arg("none.csv")), 1, &["none.csv", "no such file"]);
    let output = crate::attain(crate::words(&format!("pay --plan account-executive {deals} --json")));
    assert!(String::from_utf8_lossy(&output.stderr).contains("states no quota; 6,000 a year is taken"));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["plan"]["quota"], "6000");
}

#[test]
fn the_curve_is_exact_at_every_step() {
    let report =
        json("curve --plan account-executive --quota 100000 --target-incentive 10000 --from 0 --to 150% --steps 3");
    let points = report["points"].as_array().unwrap();
    let pay: Vec<_> =
        points.iter().map(|point| (point["attainment"].as_str().unwrap(), cents(&point["pay"]))).collect();
    // Half of quota at 0.6 of the base rate, the other at 1.4: 3,000 + 7,000; then 3,000 at 1.5 and 2,000 at 2 of a tenth.
    assert_eq!(pay, [("0", 0), ("0.5", 300_000), ("1", 1_000_000), ("1.5", 1_000_000 + 450_000 + 400_000)]);
    let shown = text("curve --plan account-executive --quota 100000 --target-incentive 10000");
    assert_eq!(shown.lines().filter(|line| line.contains("%  ")).count(), 21, "{shown}");
}

#[test]
fn the_calculator_says_what_comes_next() {
    let args = "curve --plan account-executive --quota 100000 --target-incentive 10000 --at 1.075 --at 107.5%";
    let report = json(args);
    assert_eq!(report["points"][0], report["points"][1]);
    let point = &report["points"][0];
    assert_eq!(cents(&point["pay"]), 1_112_500);
    assert_eq!(cents(&point["components"][0]["pay"]), 1_112_500);
    assert!((point["marginal_rate"].as_f64().unwrap() - 0.15).abs() < 1e-12);
    assert!(point["effective_rate"].as_str().unwrap().starts_with("0.10348837"));
    assert_eq!(point["next_tier"]["attainment"], "1.3");
    assert!(text(args).contains("22,500 more credit reaches 130%"));
}

#[test]
fn a_curve_without_quota_or_incentive_says_what_is_missing() {
    refused("curve --plan account-executive --quota 1000", 1, &["target incentive", "--target-incentive"]);
    refused("curve --plan account-executive --target-incentive 1000", 1, &["quota", "--quota"]);
    refused("curve --plan no-such-plan", 1, &["no-such-plan", "account-executive"]);
    assert_eq!(cents(&json("curve --plan flat --quota 1000 --at 2")["points"][0]["pay"]), 20_000);
}

#[test]
fn a_plan_file_is_taken_as_it_is() {
    let folder = Folder::new();
    let mut plan = templates::account_executive();
    (plan.quota, plan.target_incentive) = (Some(1_000.into()), Some(100.into()));
    let file = folder.write("plan.json", serde_json::to_string(&plan).unwrap());
    assert_eq!(cents(&json(&format!("curve --plan {file} --at 100%"))["points"][0]["pay"]), 10_000);
    plan.components[0].tiers.swap(0, 1);
    let file = folder.write("plan.json", serde_json::to_string(&plan).unwrap());
    refused(&format!("curve --plan {file}"), 1, &["plan.json", "Component 1", "first tier"]);
}
