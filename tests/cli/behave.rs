//! `behave`.

use crate::{Folder, json, refused, text};

#[test]
fn behaviour_is_told_with_ranges_evidence_and_limits() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("behave --plan account-manager {company} --types 2 --runs 20 --currency EUR");
    let report = json(&args);
    let behaviour = &report["behaviour"];
    assert_eq!(behaviour["types"].as_array().unwrap().len(), 2);
    assert!(0.0 < behaviour["with"]["revenue"].as_f64().unwrap());
    assert!(0.0 < behaviour["with"]["cost"].as_f64().unwrap());
    let range = &behaviour["ranges"]["revenue_by_setting"];
    assert!(range["low"].as_f64().unwrap() <= range["middle"].as_f64().unwrap());
    assert!((0.0..=1.0).contains(&report["history_last_week"].as_f64().unwrap()));
    assert_eq!(report, json(&args), "the same input gives the same output");
    let shown = text(&args);
    for part in ["Revenue", "Larkin 2014", "Limits", "By skill", "Movable deals", "EUR"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
}

#[test]
fn calibration_says_what_it_reached() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("behave --plan account-manager {company} --types 1 --runs 20 --last-week 0.1");
    let calibration = json(&args)["calibration"].clone();
    let (wanted, reached) = (calibration["wanted"].as_f64().unwrap(), calibration["reached"].as_f64().unwrap());
    assert!((wanted - 0.1).abs() < 1e-12);
    assert!((reached - wanted - calibration["misfit"].as_f64().unwrap()).abs() < 1e-12);
}

#[test]
fn what_cannot_be_simulated_is_refused() {
    refused("behave --plan flat", 1, &["no quota", "Name files"]);
    refused("behave --plan flat --world nobody", 2, &["nobody"]);
    refused("behave --plan flat --movable 2", 2, &["0 to 1"]);
}
