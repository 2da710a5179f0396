//! `quota-backtest`.

use crate::{Folder, json, refused, text};

#[test]
fn methods_are_held_against_what_happened() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("quota-backtest {company} --plan account-executive");
    let report = json(&args);
    let years = report["years"].as_array().unwrap();
    assert!(!years.is_empty(), "{report:#}");
    for year in years {
        let (goal, actual) = (year["goal"].as_f64().unwrap(), year["actual"].as_f64().unwrap());
        assert!((goal - actual).abs() < 1e-6 * actual);
        let setters = year["setters"].as_array().unwrap();
        assert_eq!(setters.len(), 8, "{setters:?}");
        let costed = setters.iter().filter_map(|setter| setter["outcome"]["Ok"]["cost"].as_str());
        assert!(costed.count() > 2, "{setters:?}");
    }
    let shown = text(&args);
    for part in ["All years", "Historical growth", "Even share", "WAPE", "error of"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
}

#[test]
fn shares_are_fractions_or_percentages() {
    let folder = Folder::new();
    let company = folder.company();
    let with = |args: &str| json(&format!("quota-backtest {company} --methods even,growth {args}"));
    let fractions = with("--goal-growth -0.1 --band 0.1 --level 0.9 --growth 0.05");
    assert_eq!(fractions, with("--goal-growth -10% --band 10% --level 90% --growth 5%"));
    // A year's goal is what the same reps sold the year before, less a tenth.
    assert_eq!(fractions["settings"]["goal"]["last_year"]["growth"], -0.1);
}

#[test]
fn estimates_are_shown_and_written_with_their_intervals() {
    let folder = Folder::new();
    let (company, file) = (folder.company(), folder.arg("estimates.csv"));
    let args = format!("quota-backtest {company} --estimates shrinkage --out {file}");
    let shown = text(&args);
    assert!(shown.contains("of the own mean") && shown.contains("LOW 80%"), "{shown}");
    let report = json(&args);
    let estimates = report["estimates"].as_array().unwrap();
    let written = std::fs::read_to_string(&file).unwrap();
    let rows: Vec<&str> = written.lines().collect();
    assert_eq!((rows[0], rows.len()), ("rep,amount,low,high", estimates.len() + 1));
    for (row, one) in rows[1..].iter().zip(estimates) {
        let cells: Vec<&str> = row.split(',').collect();
        assert_eq!(cells[0], one["rep"].as_str().unwrap());
        for (cell, number) in [(1, &one["value"]), (2, &one["interval"]["low"]), (3, &one["interval"]["high"])] {
            assert!((cells[cell].parse::<f64>().unwrap() - number.as_f64().unwrap()).abs() < 0.006, "{row} {one}");
        }
    }
}

#[test]
fn what_a_method_cannot_say_is_refused_with_the_way_out() {
    let folder = Folder::new();
    let company = folder.company();
    refused(&format!("quota-backtest {company} --estimates potential"), 1, &["Choose a field of the accounts"]);
    refused(&format!("quota-backtest {company} --band 2"), 1, &["band"]);
    refused(&format!("quota-backtest {company} --goal-growth much"), 2, &["is no number", "10%"]);
    refused(&format!("quota-backtest {company} --methods guess"), 2, &["guess"]);
}
