//! `forecast` and `backtest`.

use crate::{Folder, json, refused, text};

/// Three years of months that rise with a season, made by a rule.
fn monthly(name: &str, base: u32) -> String {
    let season = [8, 9, 12, 9, 10, 13, 7, 8, 12, 10, 11, 16];
    let row = |at: u32| {
        let value = (base + at) * season[(at % 12) as usize] + at * at * 7 % 5;
        format!("{name},{}-{:02},{value}\n", 2023 + at / 12, at % 12 + 1)
    };
    (0..36).map(row).collect()
}

fn number(value: &serde_json::Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn a_file_of_series_is_forecast_with_ranges_and_the_reason() {
    let folder = Folder::new();
    let file = folder.write("series.csv", format!("series,period,value\n{}", monthly("North", 100)));
    let shown = text(&format!("forecast {file} --horizon 3"));
    for part in ["STEP", "LOW 80%", "HIGH 95%", "2026-01", "2026-03", "earlier origins"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
    let report = json(&format!("forecast {file} --horizon 3"));
    let found = &report["series"][0]["forecast"];
    // 136 × 8, 137 × 9, 138 × 12.
    for (value, expected) in found["expected"].as_array().unwrap().iter().zip([1_088.0, 1_233.0, 1_656.0]) {
        assert!((number(value) / expected - 1.0).abs() < 0.05, "{found:#}");
    }
    let bounds = &found["ranges"][0]["bounds"][0];
    assert!(number(&bounds[0]) < 1_088.0 && 1_000.0 < number(&bounds[1]), "{bounds}");
    let csv = text(&format!("forecast {file} --horizon 3 --method naive --csv"));
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!((rows[0], rows.len()), ("series,step,method,expected,low_80,high_80,low_95,high_95", 4));
    assert!(rows[1].starts_with("North,2026-01,Last value,2160"), "{csv}");
}

#[test]
fn parts_of_a_file_add_up_to_their_whole_however_it_is_done() {
    let folder = Folder::new();
    let rows = [monthly("North", 100), monthly("South", 40)].concat();
    let file = folder.write("series.csv", format!("series,period,value\n{rows}"));
    for how in ["min-trace", "bottom-up", "top-down-shares", "top-down-forecasts", "structural", "variances"] {
        let report = json(&format!("forecast {file} --horizon 4 --reconcile {how} --origins 6"));
        let expected = |place: usize, step: usize| number(&report["series"][place]["forecast"]["expected"][step]);
        assert_eq!(report["series"][0]["place"], "whole");
        for step in 0..4 {
            assert!((expected(0, step) - expected(1, step) - expected(2, step)).abs() < 1e-9, "{how}");
        }
    }
    let free = text(&format!("forecast {file} --horizon 2 --reconcile none"));
    assert!(!free.contains("add up") && free.contains("North"), "{free}");
}

#[test]
fn a_row_a_series_has_places_for_times() {
    let folder = Folder::new();
    let rows = "id,V1,V2,V3,V4,V5,V6\nA,10,12,11,13,12,14\nB,5,5,5,5,5,\n";
    let file = folder.write("rows.csv", rows);
    let report = json(&format!("forecast {file} --horizon 2"));
    let names: Vec<&str> =
        report["series"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["A", "B"]);
    assert_eq!(report["series"][1]["steps"][0], "6");
    assert_eq!(report["series"][1]["forecast"]["ranges"].as_array().unwrap().len(), 0, "B never changed");
}

#[test]
fn deals_become_series_by_rep_with_teams_above() {
    let folder = Folder::new();
    let company = folder.company();
    let report = json(&format!("forecast {company} --by rep --horizon 3 --origins 4"));
    let places: Vec<&str> =
        report["series"].as_array().unwrap().iter().map(|one| one["place"].as_str().unwrap()).collect();
    assert_eq!(places[0], "whole");
    assert!(3 < places.iter().filter(|place| **place == "part").count(), "{places:?}");
    let whole = json(&format!("forecast {company} --horizon 3 --as-of 2025-10-15 --method run_rate"));
    assert_eq!(whole["series"][0]["steps"][0], "2025-10");
    let shown = text(&format!("backtest {company} --step quarter --horizon 2 --origins 4"));
    for part in ["METHOD", "MASE", "IN 80%", "Attain auto", "Run rate"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
    let tried = json(&format!("backtest {company} --of units --horizon 3 --origins 3 --methods naive,theta"));
    let rows = tried["series"][0]["tried"]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert!(number(&rows[0]["accuracy"]["mase"]) <= number(&rows[1]["accuracy"]["mase"]));
}

#[test]
fn what_cannot_be_forecast_says_why() {
    let folder = Folder::new();
    let text_only = folder.write("words.csv", "series,period,value\nA,2024-01,x\nA,2024-02,y\n");
    refused(&format!("forecast {text_only}"), 1, &["No column holds numbers"]);
    let mixed = folder.write("mixed.csv", "series,period,value\nA,2024-01,1\nA,2024-02,2\nA,7,3\n");
    refused(&format!("forecast {mixed} --period period"), 1, &["Dates stand beside numbers"]);
    let one = folder.write("one.csv", "series,period,value\nA,2024-01,5\n");
    let shown = text(&format!("forecast {one} --horizon 2"));
    assert!(shown.contains("there is no range") && shown.contains("2024-02"), "{shown}");
    refused(&format!("forecast {one} --method guess"), 2, &["guess"]);
    refused(&format!("forecast {one} --value Preis"), 1, &["There is no column “Preis”", "--value"]);
    refused("forecast", 2, &["DATA"]);
}

#[test]
fn a_plan_is_costed_on_the_forecast() {
    let folder = Folder::new();
    let company = folder.company();
    let report = json(&format!("simulate --plan account-executive {company} --on-forecast --runs 400"));
    let said = json(&format!("forecast {company} --horizon 12"));
    assert_eq!(said["series"][0]["steps"][0], report["first"]);
    let forecast: f64 = said["series"][0]["forecast"]["expected"].as_array().unwrap().iter().map(number).sum();
    let credit = number(&report["plans"][0]["credit"]["p50"]);
    assert!((credit / forecast - 1.0).abs() < 0.2, "{credit} {forecast}");
    let plain = json(&format!("simulate --plan account-executive {company} --runs 400"));
    assert_ne!(report["input"], plain["input"]);
}
