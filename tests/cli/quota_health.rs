//! `quota-health`.

use crate::{Folder, json, refused, text};

#[test]
fn the_card_says_each_measure_with_its_verdict() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("quota-health {company} --plan account-executive --attainment 0.95,0.3");
    let report = json(&args);
    let measures = report["measures"].as_array().unwrap();
    let (words, to_do) = (report["words"].as_array().unwrap(), report["to_do"].as_array().unwrap());
    assert_eq!((measures.len(), measures.len()), (words.len(), to_do.len()));
    // Without months it is the last whole fiscal year of the data.
    assert_eq!((&report["first"], &report["last"]), (&"2025-01".into(), &"2025-12".into()));
    let shown = text(&args);
    for part in ["MEASURE", "Reps at quota", "VERDICT", "What to do", "LUCK ±", "Ranges"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
    assert_eq!(json(&format!("{args} --seed 1")), report);
}

#[test]
fn quotas_are_held_against_the_estimates_of_the_backtest() {
    let folder = Folder::new();
    let company = folder.company();
    let file = folder.arg("estimates.csv");
    let estimated = json(&format!("quota-backtest {company} --estimates shrinkage --year 2025-01 --out {file}"));
    let report = json(&format!("quota-health {company} --estimates {file}"));
    let appeals = report["appeals"].as_array().unwrap();
    assert!(!appeals.is_empty());
    for appeal in appeals {
        let is_it = |one: &&serde_json::Value| one["rep"] == appeal["rep"];
        let interval = &estimated["estimates"].as_array().unwrap().iter().find(is_it).unwrap()["interval"];
        let [low, high] = ["low", "high"].map(|end| appeal[end].as_f64().unwrap());
        assert!((low - interval["low"].as_f64().unwrap()).abs() < 0.006, "{appeal} {interval}");
        let quota: f64 = appeal["quota"].as_str().unwrap().parse().unwrap();
        let stands = if quota < low {
            "below"
        } else if high < quota {
            "above"
        } else {
            "inside"
        };
        assert_eq!(appeal["stands"], stands);
    }
}

#[test]
fn wrong_estimates_are_refused_with_their_place() {
    let folder = Folder::new();
    let company = folder.company();
    let with = |text: &str| format!("quota-health {company} --estimates {}", folder.write("wrong.csv", text));
    let place = "wrong.csv, row 2, column \"low\": \"abc\" is no number";
    refused(&with("rep,low,high\nR001,abc,5\n"), 1, &[place, "rep, low and high"]);
    refused(&with("rep,low\nR001,5\n"), 1, &["no column \"high\""]);
    refused(&format!("quota-health {company} --estimates {company}"), 1, &["cannot be read"]);
    refused(&format!("quota-health {company} --attainment 0.95"), 2, &["mean and standard deviation"]);
}
