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
    for part in
        ["STEP", "LOW 80%", "HIGH 95%", "2026-01", "2026-03", "The 80% range of a step held", "at 12 earlier origins"]
    {
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
    assert!(!free.contains("add up") && free.contains("All together") && free.contains("North"), "{free}");
    let by_ranks = text(&format!("forecast {file} --horizon 2 --ranges conformal"));
    assert!(by_ranks.contains("by ranks of the method’s own errors, held"), "{by_ranks}");
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
    // The fifth value of one row need not be of the time of another's.
    let alike = folder.write("alike.csv", "id,V1,V2,V3,V4\n7,10,12,11,13\n8,5,6,5,7\n");
    let report = json(&format!("forecast {alike} --horizon 2"));
    assert_eq!((report["series"].as_array().unwrap().len(), &report["reconciled"]), (2, &serde_json::Value::Null));
    assert_eq!(report["series"][0]["name"], "7");
}

#[test]
fn values_put_by_hand_stand_and_go_on_adding_up() {
    let folder = Folder::new();
    let rows = [monthly("North", 100), monthly("South", 40)].concat();
    let file = folder.write("series.csv", format!("series,period,value\n{rows}"));
    let plain = json(&format!("forecast {file} --horizon 2 --origins 5"));
    let expected = |report: &serde_json::Value, place: usize, step: usize| {
        number(&report["series"][place]["forecast"]["expected"][step])
    };
    let table = "series,step,value,reason,said\nNorth,2026-01,2500,\"A large order, signed\",\n\
                 ,2026-02,3000,Fair,\nNorth,2025-12,2000,,2100\n";
    let put = folder.write("put.csv", table);
    let report = json(&format!("forecast {file} --horizon 2 --origins 5 --overrides {put}"));
    assert!((expected(&report, 1, 0) - 2_500.0).abs() < 1e-9);
    assert!((expected(&report, 2, 0) - expected(&plain, 2, 0)).abs() < 1e-9, "South is as it was");
    assert!((expected(&report, 0, 1) - 3_000.0).abs() < 1e-6);
    for step in 0..2 {
        let parts = expected(&report, 1, step) + expected(&report, 2, step);
        assert!((expected(&report, 0, step) - parts).abs() < 1e-9);
        let (low, high) =
            (&report["series"][1]["forecast"]["ranges"][0]["bounds"][step][0], expected(&report, 1, step));
        assert!(number(low) < high);
    }
    let stands = &report["series"][1]["overrides"][0];
    assert_eq!((&stands["step"], &stands["reason"]), (&"2026-01".into(), &"A large order, signed".into()));
    assert!((number(&stands["method"]) - expected(&plain, 1, 0)).abs() < 1e-9, "what the method says is kept");
    let judged = &report["series"][1]["judged"];
    assert_eq!((judged["n"].as_u64(), &report["series"][0]["judged"]), (Some(1), &serde_json::Value::Null));
    let shown = text(&format!("forecast {file} --horizon 2 --origins 5 --overrides {put}"));
    assert!(shown.contains("2,500 was put in place of") && shown.contains("put by hand"), "{shown}");
    let csv = text(&format!("forecast {file} --horizon 2 --origins 5 --overrides {put} --csv"));
    assert!(
        csv.lines().next().unwrap().ends_with(",said,reason") && csv.contains("\"A large order, signed\""),
        "{csv}"
    );
    // As the page keeps them.
    let group = r#""group":{"place":"part","name":"South"}"#;
    let of = r#""file":{"table":"series.csv","series":"series","value":"value"}"#;
    let list = format!(
        r#"[{{{of},{group},"day":"2026-02-01","said":700,"value":900,"reason":"Fair"}},{{"step":"week","day":"2026-01-05"}}]"#
    );
    let list = folder.write("put.json", list);
    let report = json(&format!("forecast {file} --horizon 2 --origins 5 --overrides {list}"));
    assert!((expected(&report, 2, 1) - 900.0).abs() < 1e-9);
    assert!((number(&report["series"][2]["overrides"][0]["said"]) - 700.0).abs() < 1e-9);
}

#[test]
fn overrides_of_a_scenario_are_of_the_series_that_its_page_means() {
    let folder = Folder::new();
    let company = folder.company();
    let file = folder.write("series.csv", format!("series,period,value\n{}", monthly("North", 100)));
    let row: Vec<String> = (0..30).map(|at| format!("{}", 100 + at * 7 % 11)).collect();
    let places = folder.write("places.csv", format!("value\n{}\n", row.join("\n")));
    let of = |table: &str, series: &str| format!(r#""file":{{"table":"{table}","series":{series},"value":"value"}}"#);
    let (of_file, of_places) = (of("series.csv", r#""series""#), of("places.csv", "null"));
    // Of the data, of two files, a second one of a step, and one that nobody can type.
    let list = folder.write(
        "put.json",
        format!(
            r#"[{{"day":"2026-01-01","value":1}},{{{of_file},"day":"2026-01-01","value":2}},
            {{{of_file},"day":"2026-01-09","value":3}},{{{of_file},"day":"2026-02-01","value":1e300}},
            {{{of_places},"step":"place","place":32,"value":4}}]"#
        ),
    );
    let put = |data: &str| {
        let report = json(&format!("forecast {data} --origins 0 --horizon 3 --overrides {list}"));
        let all = report["series"][0]["overrides"].as_array().cloned().unwrap_or_default();
        all.iter().map(|one| (one["tick"].as_i64().unwrap(), number(&one["value"]))).collect::<Vec<_>>()
    };
    let january = 12 * (2026 - 2000);
    assert_eq!(put(&file), [(january, 2.0)]);
    assert_eq!(put(&places), [(32, 4.0)]);
    assert_eq!(put(&format!("{company} --as-of 2025-12-31")), [(january, 1.0)]);
    assert_eq!(put(&format!("{company} --as-of 2025-12-31 --of units")), []);
    // A single series answers to its own name and to none.
    let table = folder.write("put.csv", "series,step,value\nnorth,2026-01,7\n,2026-02,8\n");
    let report = json(&format!("forecast {file} --origins 0 --horizon 3 --overrides {table}"));
    let found = &report["series"][0];
    assert_eq!((&found["place"], &found["name"]), (&"whole".into(), &"North".into()));
    assert_eq!((number(&found["forecast"]["expected"][0]), number(&found["forecast"]["expected"][1])), (7.0, 8.0));
}

#[test]
fn overrides_that_cannot_stand_say_why() {
    let folder = Folder::new();
    let rows = [monthly("North", 100), monthly("South", 40)].concat();
    let file = folder.write("series.csv", format!("series,period,value\n{rows}"));
    let check = |table: &str, parts: &[&str]| {
        let put = folder.write("put.csv", table);
        refused(&format!("forecast {file} --horizon 2 --origins 0 --overrides {put}"), 1, parts);
    };
    check("series,step,value\nEast,2026-01,5\n", &["line 2", "East"]);
    check("series,step,value\nNorth,2031-01,5\n", &["line 2", "2031-01"]);
    check("series,step,value\nNorth,2026-01,five\n", &["line 2", "five"]);
    check("series,when,value\nNorth,2026-01,5\n", &["step"]);
    check("series,step,value\nNorth,2026-01,5\nSouth,2026-01,6\n,2026-01,100\n", &["2026-01", "add up"]);
}

#[test]
fn methods_that_were_named_are_chosen_among() {
    let folder = Folder::new();
    let file = folder.write("series.csv", format!("series,period,value\n{}", monthly("North", 100)));
    let shown = text(&format!("backtest {file} --horizon 3 --methods naive,mstl"));
    assert!(shown.contains("erred least of the methods that were tried"), "{shown}");
    let short = folder.write("short.csv", "period,value\n2025-01,5\n2025-02,7\n2025-03,6\n");
    let shown = text(&format!("forecast {short} --horizon 1 --method mstl"));
    assert!(shown.contains("too short for this method"), "{shown}");
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
    let row = |month: u32| format!("North;2025-{month:02};{};Acme", 100 + month);
    let rows = (1..=12).map(row).collect::<Vec<_>>().join("\n");
    let rows = folder.write("rows.csv", format!("region;month;amount;account\n{rows}"));
    refused(&format!("forecast {rows}"), 1, &["Nothing in the data counts", "taken for a table of records", "--value"]);
    assert!(text(&format!("forecast {rows} --value amount --horizon 1")).contains("2026-01"));
    let mixed = folder.write("mixed.csv", "series,period,value\nA,2024-01,1\nA,2024-02,2\nA,7,3\n");
    refused(&format!("forecast {mixed} --period period"), 1, &["Some periods are dates and some plain numbers"]);
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
