//! `compare`.

use serde_json::Value;

use crate::{Folder, json, refused, text};

fn number(value: &Value) -> f64 {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn plans_stand_side_by_side() {
    let folder = Folder::new();
    let company = folder.company();
    let months = "--from 2025-01 --to 2025-12";
    let args = format!("compare --plan account-executive --plan account-manager --plan flat {company} {months}");
    let report = json(&args);
    let sides = report["sides"].as_array().unwrap();
    assert_eq!(sides.len(), 3);
    // Each side is what `pay` pays.
    for (side, plan) in sides.iter().zip(["account-executive", "account-manager", "flat"]) {
        let paid = json(&format!("pay --plan {plan} {company} {months}"));
        assert_eq!(side["measures"]["totals"], paid["totals"], "{plan}");
        assert_eq!(side["parts"].as_array().unwrap().len(), side["contributions"].as_array().unwrap().len());
    }
    let changes = &report["changes"][0];
    let cost = |side: usize| number(&sides[side]["measures"]["totals"]["paid"]);
    assert!((cost(1) - cost(0) - number(&changes["difference"])).abs() < 0.005);
    let n = |field: &str| changes[field].as_u64().unwrap();
    assert_eq!(n("n_winners") + n("n_losers") + n("n_unchanged"), 12);
    // Every range has a source, and figures for each side.
    for one in report["benchmarks"].as_array().unwrap() {
        assert!(!one["source"].as_str().unwrap().is_empty() && one["figures"].as_array().unwrap().len() == 3, "{one}");
    }
    let shown = text(&args);
    for part in ["CCOS: (incentive pay + base) ÷ bookings", "Losing more than 5 %", "WHAT EACH PART OF", "3% – 9%"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
    let csv = text(&format!("{args} --csv"));
    assert_eq!(csv.lines().count(), 1 + 3 * 12);
    assert!(csv.starts_with("plan,rep,name,role,"));
}

#[test]
fn simulated_years_are_compared_year_by_year() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("compare --plan account-executive --plan account-executive {company} --simulate 128 --seed 3");
    let report = json(&args);
    let change = &report["simulated"]["changes"][0];
    assert_eq!(
        (&change["mean"], &change["share_dearer"]),
        (&0.0.into(), &0.0.into()),
        "the same plan on the same years"
    );
    assert_eq!(change["after"], "Account executive (2)");
    assert!(text(&args).contains("128 simulated years"));
}

#[test]
fn own_benchmarks_stand_in_place_of_published_ones() {
    let folder = Folder::new();
    let company = folder.company();
    let own = r#"[{"id":"ccos","figure":"ccos","low":"0.01","high":"0.02","source":"Our board","date":"2026-01"}]"#;
    let file = folder.write("own.json", own);
    let report = json(&format!("compare --plan flat {company} --benchmarks {file}"));
    let benchmarks = report["benchmarks"].as_array().unwrap();
    let ccos: Vec<_> = benchmarks.iter().filter(|one| one["figure"] == "ccos").collect();
    assert_eq!(ccos.len(), 1);
    assert_eq!((&ccos[0]["source"], &ccos[0]["stands"][0]), (&"Our board".into(), &"above".into()));
    let file = folder.write("own.json", own.replace("0.01", "0.03"));
    refused(&format!("compare --plan flat {company} --benchmarks {file}"), 1, &["ends before it begins", "lower end"]);
    let file = folder.write("own.json", own.replace("\"ccos\",\"low\"", "\"moon\",\"low\""));
    refused(&format!("compare --plan flat {company} --benchmarks {file}"), 1, &["holds no benchmarks"]);
}

#[test]
fn a_book_is_compared_but_not_simulated() {
    let folder = Folder::new();
    let company = folder.company();
    let plan = serde_json::to_string(&attain::engine::comp::templates::account_executive()).unwrap();
    let file = folder.write("now.json", format!(r#"{{"plans":[{plan}],"assignments":[]}}"#));
    let report = json(&format!("compare --plan account-executive --book {file} {company}"));
    assert_eq!(report["compared"][1]["name"], "now");
    assert_eq!(report["changes"][0]["n_unchanged"], 12);
    refused(&format!("compare --plan flat --book {file} {company} --simulate 10"), 2, &["not simulated"]);
    refused(&format!("compare {company}"), 2, &[]);
}
