//! `solve`.

use attain::engine::comp::templates;
use serde_json::Value;

use crate::{Folder, attain, json, refused, text, words};

/// What `pay` says that the plan costs on the data.
fn paid(plan: &str, company: &str) -> f64 {
    let report = json(&format!("pay --plan {plan} {company} --from 2025-01 --to 2025-12"));
    report["totals"]["paid"].as_str().unwrap().parse().unwrap()
}

#[test]
fn a_solved_plan_is_paid_what_was_asked() {
    let folder = Folder::new();
    let company = folder.company();
    let now = paid("account-executive", &company);
    let (budget, solved) = ((now * 0.94).round(), folder.arg("solved.json"));
    let args = format!(
        "solve --plan account-executive {company} --from 2025-01 --to 2025-12 --budget {budget} --target-pays-target \
         --monotone --out {solved}"
    );
    let report = json(&args);
    let checks = report["solved"]["checks"].as_array().unwrap();
    assert!(checks.iter().all(|check| check["is_met"] == true), "{report:#}");
    // The file is a plan, and statements on it come to the budget.
    let cost = paid(&solved, &company);
    assert!((cost - budget).abs() <= 0.001 * budget, "{cost}, not {budget}");
    assert!((report["solved"]["after"]["cost"].as_f64().unwrap() - cost).abs() < 0.005);
    let shown = text(&args);
    for part in ["Bookings, tier 1, value", "Leverage", "Cost over credit", "target incentive at quota"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
}

#[test]
fn a_conflict_is_told_with_the_way_out_and_status_1() {
    // Multiples 1 and 2, everybody at quota: target pay is 10 · 40,000, whatever lies above.
    let folder = Folder::new();
    let mut plan = templates::account_executive();
    plan.quota = Some("400000".parse().unwrap());
    plan.target_incentive = Some("40000".parse().unwrap());
    let asked = "--attainment 1,0 --reps 10 --budget 300000 --target-pays-target";
    // Its cap bends pay, so that nothing is proved.
    let capped = folder.write("capped.json", serde_json::to_string(&plan).unwrap());
    let output = attain(words(&format!("solve --plan {capped} {asked}")));
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("It is not proved"));
    plan.components[0].caps.clear();
    let file = folder.write("plan.json", serde_json::to_string(&plan).unwrap());
    let args = format!("solve --plan {file} {asked}");
    let output = attain(words(&args));
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let shown = String::from_utf8(output.stdout).unwrap();
    for part in ["No plan of this form meets these together", "The budget must be at least USD 400,000.00"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
    let output = attain(words(&format!("{args} --json")));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["impossible"]["is_proved"], true);
    assert_eq!(report["impossible"]["demands"][0]["nearest"], 400_000.0);
}

#[test]
fn a_pareto_picture_rises_with_cost() {
    let report = json(
        "solve --plan account-manager --attainment 0.95,0.35,0.05 --reps 20 --quota 600000 --target-incentive 50000 \
         --ccos 50% --target-pays-target --monotone --pareto 4",
    );
    let points = report["pareto"]["points"].as_array().unwrap();
    let of = |name: &str| -> Vec<f64> {
        let upside = points.iter().filter(|point| point["preference"] == "most_upside");
        upside.map(|point| point["solution"]["after"][name].as_f64().unwrap()).collect()
    };
    assert_eq!(of("cost").len(), 4, "{report:#}");
    assert!(of("cost").is_sorted() && of("pay_at_excellence").is_sorted(), "{report:#}");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let terms = "--quota 600000 --target-incentive 50000";
    refused("solve --plan flat --budget 5", 2, &["--attainment"]);
    refused("solve --plan flat --attainment 1,0.2", 2, &["nothing is asked", "--budget"]);
    refused(&format!("solve --plan flat --attainment 1,0.2 --budget 0 {terms}"), 1, &["negative or too large"]);
    refused(&format!("solve --plan flat --attainment 1 --budget 5 {terms}"), 2, &["0.95,0.3"]);
    refused(&format!("solve --plan flat --attainment 1,0.2 --budget 5 --free starts {terms}"), 2, &["no starts"]);
    refused(&format!("solve --plan flat --attainment 1,0.2 --budget 5 --free Other/1 {terms}"), 2, &["Commission"]);
    refused(&format!("solve --plan flat --attainment 1,0.2 --leverage 3..2 {terms}"), 2, &["ends before"]);
    refused("solve --plan flat --attainment 1,0.2 --budget 5", 1, &["no quota"]);
}
