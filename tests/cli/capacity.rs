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
