//! `capacity`.

use crate::{Folder, attain, json, refused, text, words};

fn number(value: &serde_json::Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn heads_are_stated_without_data() {
    // 10 heads at 100 k a month and 85 %: 850 k a month, 2.55 M in a quarter.
    let args = "capacity --reps 10 --quota 1200000 --attainment 85% --attrition 0 --first 2026-01 --months 3 --runs 0";
    let report = json(args);
    assert!((number(&report["expected"]["quota"]) - 3e6).abs() < 1e-3);
    assert!((number(&report["expected"]["expected"]) - 2.55e6).abs() < 1e-3);
    assert!(report["summary"].is_null() && report["n_heads"] == 10);
    let shown = text(args);
    for part in ["2026-03", "3,000,000", "2,550,000", "are expected to sell"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
}

#[test]
fn the_data_s_team_is_simulated_and_its_plan_saved() {
    let folder = Folder::new();
    let (company, saved) = (folder.company(), folder.arg("headcount.json"));
    let asked = "--runs 600 --tornado --delay --grid";
    let report = json(&format!(
        "capacity {company} --goal 4000000 --over-assignment 10% --hire 2@2026-03,1@2026-06 --ramp 25,50,75,100 --save {saved} {asked}"
    ));
    assert_eq!(report["first"], "2026-01");
    assert_eq!(report["summary"]["n_runs"], 600);
    assert_eq!(report["delay"]["n_hires"], 3);
    assert_eq!(report["tornado"].as_array().unwrap().len(), 8);
    assert_eq!(report["grid"]["rows"].as_array().unwrap().len(), 6);
    let chance = number(&report["summary"]["goal_probability"]);
    assert!((0.0..=1.0).contains(&chance));
    // The saved plan is the same question, on any number of threads.
    for threads in [1, 3] {
        let again = json(&format!("capacity {company} --headcount {saved} --threads {threads} {asked}"));
        for part in ["expected", "summary", "delays", "tornado", "grid", "input"] {
            assert_eq!(again[part], report[part], "{part} on {threads} threads");
        }
    }
    let shown = text(&format!("capacity {company} --headcount {saved} {asked}"));
    for part in
        ["ON TRACK", "Chance to reach the goal", "What late hires cost", "What each assumption moves", "50% OVER"]
    {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
}

#[test]
fn what_is_missing_is_named() {
    refused("capacity", 2, &["neither data nor a headcount plan", "--reps"]);
    refused("capacity --reps 3 --quota 5", 2, &["--first"]);
    refused("capacity --reps 3 --quota 5 --first 2026-01 --hire AM=1@2026-02", 2, &["no role", "Rep"]);
    refused("capacity --reps 3 --quota 0 --first 2026-01", 1, &["Rep: Quota is missing", "an amount above 0"]);
    refused("capacity --reps 3 --quota 5 --first 2026-01 --attrition 100%", 1, &["Attrition", "from 0 to 99%"]);
    refused("capacity --reps 3 --quota 5 --first 2026-01 --runs 0 --grid", 2, &["need simulated years", "--runs"]);
    refused("capacity --reps 3 --quota 5 --first 2026-01 --ramp soon", 2, &["25,50,75,100"]);
    let folder = Folder::new();
    let file = folder.write("plan.json", "{\"roles\": 3}");
    refused(&format!("capacity --headcount {file} --first 2026-01"), 1, &["is no headcount plan", "--save"]);
    refused(&format!("capacity --headcount {file} --reps 3 --quota 5"), 2, &["cannot be used with"]);
    refused(&format!("capacity {file} --reps 3 --quota 5"), 2, &["cannot be used with"]);
    let file = folder.write("none.json", "{\"n_months\": 99}");
    refused(
        &format!("capacity --headcount {file} --first 2026-01"),
        1,
        &["none.json: The plan has no role", "from 1 to 36"],
    );
}

#[test]
fn what_was_read_is_not_written_over() {
    let folder = Folder::new();
    let company = folder.company();
    let deals = format!("{company}/deals.csv");
    let before = std::fs::read(&deals).unwrap();
    for args in [
        format!("capacity {company} --runs 0 --save {deals}"),
        format!("quota {company} --goal 1000000 --save-plan {deals}"),
        format!("quota {company} --goal 1000000 --out {deals}"),
    ] {
        refused(&args, 1, &["would be written over", "Name another"]);
    }
    assert_eq!(std::fs::read(&deals).unwrap(), before);
    // A headcount plan goes on in its own file.
    let saved = folder.arg("headcount.json");
    text(&format!("capacity {company} --runs 0 --save {saved}"));
    text(&format!("capacity {company} --runs 0 --headcount {saved} --save {saved} --months 6"));
    assert_eq!(json(&format!("capacity {company} --runs 0 --headcount {saved}"))["n_months"], 6);
}

#[test]
fn what_has_nothing_to_show_is_said() {
    let output = attain(words("capacity --reps 3 --quota 5 --first 2026-01 --runs 10 --delay --grid"));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.success() && told.contains("No hire is planned") && told.contains("Without a goal"),
        "{told}"
    );
}

/// Ten heads at 100 k a month and 80 %, and what hires sell: nothing, half, then all. Nothing is left to chance.
const TEN_HEADS: &str = r#"{
    "first": "2026-01", "n_months": 4, "counts_roster": false,
    "roles": [{"name": "AE", "quota": 100000, "per": "month", "attainment": 0.8, "spread": 0, "noise": 0, "attrition": 0,
        "backfill_lag": null, "ramp": {"stated": [0, 0.5]}}],
    "heads": [{"role": "AE", "n": 10, "tenure": null}],
    "doubt": {"level": 0, "market": 0, "persistence": 0, "ramp": 0, "backfill": 0, "hire_delay": 0, "pull": 0}
}"#;

/// Four years of months of bookings, which repeat but for a twist, in units.
fn bookings() -> String {
    let season =
        [600_000, 720_000, 800_000, 960_000, 700_000, 820_000, 640_000, 700_000, 880_000, 760_000, 820_000, 990_000];
    let row = |at: u32| {
        let value = season[(at % 12) as usize] + at * 7 % 5 * 4_000;
        format!("Company,{}-{:02},{value}\n", 2022 + at / 12, at % 12 + 1)
    };
    format!("series,period,value\n{}", (0..48).map(row).collect::<String>())
}

#[test]
fn a_forecast_stands_beside_quotas_and_capacity() {
    let folder = Folder::new();
    let plan = folder.write("headcount.json", TEN_HEADS);
    let series = folder.write("bookings.csv", bookings());
    let told = text(&format!("forecast {series} --horizon 4 --method seasonal_naive --json"));
    let file = folder.write("forecast.json", told);
    let args =
        format!("capacity --headcount {plan} --runs 0 --over-assignment 10% --goal 9600000 --on-forecast {file}");
    let found = &json(&args)["on_forecast"];
    // The same months of 2025: 600, 720, 800, 960 k and 4 k times 36 · 7, 37 · 7, … over 5: 2, 4, 1, 3.
    let forecast = [608_000.0, 736_000.0, 804_000.0, 972_000.0];
    for (one, expected) in found["months"].as_array().unwrap().iter().zip(forecast) {
        let held = &one["held"];
        assert!((number(&held["forecast"]) - expected).abs() < 1e-3, "{held:#}");
        // Capacity is 800 k, a ramped head sells 80 k; 880 k are assigned.
        assert!((number(&held["capacity"]) - 800_000.0).abs() < 1e-3);
        assert!((number(&held["utilisation"]) - expected / 800_000.0).abs() < 1e-9);
        assert!((number(&held["gap"]) - (expected - 800_000.0)).abs() < 1e-3);
        assert!((number(&held["gap_heads"]) - (expected - 800_000.0) / 80_000.0).abs() < 1e-9);
        assert!((number(&held["quota_coverage"]) - 880_000.0 / expected).abs() < 1e-9);
        assert!((number(&held["attainment"]) - expected / 880_000.0).abs() < 1e-9);
        let range = &held["forecast_range"];
        assert!(number(&range[0]) < expected && expected < number(&range[1]), "{range}");
    }
    let all = &found["all"];
    assert!(
        (number(&all["gap"]) + 80_000.0).abs() < 1e-3 && (number(&all["gap_heads"]) + 0.25).abs() < 1e-9,
        "{all:#}"
    );
    assert!(number(&all["forecast_range"][0]) < 3.12e6 && 3.12e6 < number(&all["forecast_range"][1]), "{all:#}");
    // March lacks 4 k; whoever is to be fully ramped by then starts in January.
    assert_eq!((&found["first_short"], &found["hire_by"]), (&"2026-03".into(), &"2026-01".into()));
    assert_eq!((&found["lead_months"], &found["is_late"]), (&2.into(), &false.into()));
    let shown = text(&args);
    let section = shown.split_once("Forecast of bookings beside").unwrap().1;
    let golden = GOLDEN.trim_start_matches('\n');
    assert_eq!(section.lines().skip(1).collect::<Vec<_>>().join("\n"), golden.trim_end_matches('\n'), "{section}");
}

const GOLDEN: &str = "
MONTH     FORECAST    LOW 80%   HIGH 80%     QUOTAS  COVERAGE  ATTAINMENT   CAPACITY  UTILISATION       GAP  HEADS
2026-01    608,000    599,612    616,388    880,000    144.7%       69.1%    800,000          76%  -192,000   -2.4
2026-02    736,000    725,846    746,154    880,000    119.6%       83.6%    800,000          92%   -64,000   -0.8
2026-03    804,000    792,908    815,092    880,000    109.5%       91.4%    800,000       100.5%     4,000    0.1
2026-04    972,000    958,591    985,409    880,000     90.5%      110.5%    800,000       121.5%   172,000    2.1
All      3,120,000  3,104,104  3,135,896  3,520,000    112.8%       88.6%  3,200,000        97.5%   -80,000   -0.2

From 2026-01 to 2026-04 bookings are forecast at USD 3.12M, and heads are expected to sell USD 3.20M: utilisation of \
capacity is 97.5%. USD 80K is to spare: what 0.2 fully ramped heads sell in that time. Capacity first falls short in \
2026-03. A hire takes 2 months to ramp, so whoever is to be fully ramped by then must start by 2026-01. The plan’s \
assigned quota of USD 3.52M is 112.8% of the forecast; as forecast, 88.6% of it is attained.
";

#[test]
fn values_put_by_hand_move_the_range_of_the_sum_along() {
    let folder = Folder::new();
    let plan = folder.write("headcount.json", TEN_HEADS);
    let series = folder.write("bookings.csv", bookings());
    let put = folder.write("put.csv", "series,step,value\n,2026-02,2736000\n");
    let all = |args: &str| {
        let told = text(&format!("forecast {series} --horizon 4 --method seasonal_naive {args} --json"));
        let file = folder.write("forecast.json", told);
        json(&format!("capacity --headcount {plan} --runs 0 --on-forecast {file}"))["on_forecast"]["all"].clone()
    };
    let (before, after) = (all(""), all(&format!("--overrides {put}")));
    assert!((number(&after["forecast"]) - number(&before["forecast"]) - 2e6).abs() < 1e-3, "{after:#}");
    // The error that the method makes is that of what it says itself.
    for end in 0..2 {
        let by = number(&after["forecast_range"][end]) - number(&before["forecast_range"][end]);
        assert!((by - 2e6).abs() < 1e-3, "{by}");
    }
}

#[test]
fn the_forecast_is_taken_as_the_goal() {
    let folder = Folder::new();
    let plan = folder.write("headcount.json", TEN_HEADS);
    let series = folder.write("bookings.csv", bookings());
    let file = folder.write("forecast.json", text(&format!("forecast {series} --horizon 12 --json")));
    let saved = folder.arg("saved.json");
    let args = format!("capacity --headcount {plan} --runs 0 --on-forecast {file} --goal-on-forecast --save {saved}");
    let report = json(&args);
    for (month, one) in
        report["expected"]["months"].as_array().unwrap().iter().zip(report["on_forecast"]["months"].as_array().unwrap())
    {
        assert!((number(&month["goal"]) - number(&one["held"]["forecast"])).abs() <= 0.005, "{month}");
        assert!((number(&one["held"]["quota_coverage"]) - 1.0).abs() < 1e-6, "{one}");
    }
    let again = json(&format!("capacity --headcount {saved} --runs 0"));
    assert_eq!(again["expected"], report["expected"]);
    assert!(again["on_forecast"].is_null() && again["plan"]["goal"]["months"].as_array().unwrap().len() == 4);
}

#[test]
fn the_data_s_own_bookings_are_forecast_to_the_end_of_the_plan() {
    let folder = Folder::new();
    let company = folder.company();
    let report = json(&format!("capacity {company} --runs 400 --months 6 --on-forecast"));
    let found = &report["on_forecast"];
    let said = json(&format!("forecast {company} --horizon 6"));
    assert_eq!((&said["what"], &said["currency"]), (&"bookings".into(), &report["currency"]));
    assert_eq!((found["months"].as_array().unwrap().len(), &found["quotas_from"]), (6, &"reps".into()));
    let expected = said["series"][0]["forecast"]["expected"].as_array().unwrap();
    for (one, expected) in found["months"].as_array().unwrap().iter().zip(expected) {
        assert_eq!(&one["held"]["forecast"], expected);
        assert!(number(&one["held"]["capacity_range"][0]) < number(&one["held"]["capacity_range"][1]));
    }
    // A file of the same says the same.
    let file = folder.write("forecast.json", text(&format!("forecast {company} --horizon 6 --json")));
    let of_file = json(&format!("capacity {company} --runs 400 --months 6 --on-forecast {file}"));
    assert_eq!(&of_file["on_forecast"], found);
    let shown = text(&format!("capacity {company} --runs 400 --months 6 --on-forecast"));
    for part in ["UTILISATION", "P90", "LOW 80%", "utilisation of capacity is", "of 100 simulated years heads sell"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
}

#[test]
fn what_is_no_forecast_of_bookings_by_month_is_refused() {
    let folder = Folder::new();
    let (company, plan) = (folder.company(), folder.write("headcount.json", TEN_HEADS));
    let own = format!("capacity --headcount {plan} --runs 0");
    refused(&format!("{own} --on-forecast"), 2, &["neither data to forecast nor a forecast", "attain forecast"]);
    refused(&format!("{own} --goal-on-forecast"), 2, &["--on-forecast"]);
    refused(&format!("{own} --on-forecast {company}"), 1, &["is no forecast", "comes before --on-forecast"]);
    let write = |asked: &str| folder.write("forecast.json", text(&format!("forecast {company} {asked} --json")));
    let file = write("--of units --horizon 6");
    refused(&format!("{own} --on-forecast {file}"), 1, &["something else than bookings"]);
    let file = write("--step quarter --horizon 2");
    refused(&format!("{own} --on-forecast {file}"), 1, &["Only a forecast by month"]);
    let file = write("--horizon 6");
    refused(&format!("{own} --first 2029-01 --on-forecast {file}"), 1, &["none of the plan’s months", "2029-01"]);
    refused(&format!("{own} --currency EUR --on-forecast {file}"), 1, &["is a forecast in USD", "plan is in EUR"]);
}
