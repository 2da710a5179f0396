//! `lint`.

use attain::engine::comp::templates;
use attain::engine::comp::{Threshold, ThresholdKind};

use crate::{Folder, attain, json, refused, text, words};

#[test]
fn templates_are_silent() {
    for (key, _) in templates::all() {
        let report = json(&format!("lint --plan {key}"));
        assert_eq!(report["findings"].as_array().unwrap().len(), 0, "{key}: {report}");
        assert!(text(&format!("lint --plan {key}")).contains("Nothing was found"), "{key}");
    }
}

#[test]
fn a_fault_is_told_with_place_amount_and_remedy() {
    let folder = Folder::new();
    let mut plan = templates::account_executive();
    plan.components[0].threshold = Some(Threshold { at: "0.8".parse().unwrap(), kind: ThresholdKind::Cliff });
    let file = folder.write("plan.json", serde_json::to_string(&plan).unwrap());
    let args = format!("lint --plan {file} --quota 400000 --target-incentive 40000 --currency EUR");
    let report = json(&args);
    let found = report["findings"].as_array().unwrap();
    // 80 % of a quarter: 0.6 · 50,000 + 1.4 · 30,000 at a tenth.
    let jump = found.iter().find(|finding| finding["key"] == "jump").unwrap();
    assert_eq!((&jump["path"], &jump["severity"]), (&"components[0].threshold".into(), &"note".into()));
    assert_eq!(jump["rule"]["jump"]["pay"]["money"], "7200.00");
    let shown = text(&args);
    for part in ["Bookings, Threshold", "EUR 7,200.00", "80% (EUR 80,000.00)", "Pay slices at their own tiers"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
    plan.components[0].tiers.swap(0, 1);
    let file = folder.write("plan.json", serde_json::to_string(&plan).unwrap());
    let output = attain(words(&format!("lint --plan {file}")));
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Error: Bookings, Tier 1"), "{output:?}");
}

#[test]
fn a_team_shows_what_moving_deals_gains() {
    let folder = Folder::new();
    let company = folder.company();
    let report = json(&format!("lint --plan account-executive {company} --from 2025-01 --to 2025-12"));
    let found = report["findings"].as_array().unwrap();
    let gaming: Vec<_> = found.iter().filter(|finding| finding["key"] == "gaming").collect();
    assert!(!gaming.is_empty(), "{report:#}");
    for finding in gaming {
        let amount = |name: &str| finding["rule"]["gaming"][name].as_str().unwrap().parse::<f64>().unwrap();
        assert!(0.0 < amount("gain") && amount("median") <= amount("gain"), "{finding}");
    }
    refused(&format!("lint --plan flat --quota 5 {company}"), 2, &["--quota"]);
}
