//! `quota`.

use serde_json::Value;

use crate::{Folder, attain, json, text, words};

fn amount(value: &Value) -> f64 {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn written_quotas_are_read_back_as_targets() {
    let folder = Folder::new();
    let company = folder.company();
    let out = folder.arg("targets.csv");
    let args =
        format!("quota {company} --goal 12000000 --rule prior --over 5% --season history --year 2026 --out {out}");
    let report = json(&args);
    let nodes = report["nodes"].as_array().unwrap();
    assert!((amount(&nodes[0]["amount"]) - 12_000_000.0).abs() < 0.005);
    let leaves: f64 = report["targets"].as_array().unwrap().iter().map(|target| amount(&target["amount"])).sum();
    assert!((leaves - amount(&nodes[0]["carried"])).abs() < 0.005, "{leaves}");
    // The file alone has the same sum, and is known as targets.
    let written = json(&format!("inspect {out}"));
    assert_eq!(written[0]["count"]["kind"], "targets", "{written:#}");
    assert_eq!(written[0]["count"]["n_set_aside"], 0, "{written:#}");
    let sum: f64 = std::fs::read_to_string(&out)
        .unwrap()
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(2).unwrap().parse::<f64>().unwrap())
        .sum();
    assert!((sum - leaves).abs() < 0.005, "{sum}");
    let shown = text(&args);
    for part in ["Company", "the goal", "prior sales", "Over-assignment", "5%", "INDEX"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
}

#[test]
fn fixed_values_are_kept_and_a_plan_file_goes_on() {
    let folder = Folder::new();
    let company = folder.company();
    let first = json(&format!("quota {company} --goal 10000000 --rule even"));
    let leaf = first["nodes"].as_array().unwrap().last().unwrap()["rep"].as_str().unwrap().to_owned();
    let plan = folder.arg("quota.json");
    let fixed = format!("quota {company} --goal 10000000 --fixed {leaf}=123456 --save-plan {plan}");
    let of_leaf = |report: &Value| {
        let nodes = report["nodes"].as_array().unwrap();
        let node = nodes.iter().find(|node| node["rep"] == leaf.as_str()).unwrap();
        (amount(&node["amount"]), node["how"].as_str().unwrap().to_owned())
    };
    assert_eq!(of_leaf(&json(&fixed)), (123_456.0, "fixed".into()));
    assert_eq!(of_leaf(&json(&format!("quota {company} --plan-file {plan}"))), (123_456.0, "fixed".into()));
    let estimates = folder.write("estimates.csv", format!("rep,amount\n{leaf},500000\n"));
    let blended = json(&format!("quota {company} --goal 10000000 --bottom-up {estimates} --blend 50%"));
    assert!(blended["words"].to_string().contains("top-down"), "{blended:#}");
    let check = |args: &str, status: i32, part: &str| {
        let output = attain(words(&format!("quota {company} {args}")));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(status) && told.contains(part), "{args}: {told}");
    };
    check("", 2, "no goal");
    check("--goal 5 --fixed Nobody=7", 1, "Nobody");
    check("--goal 5 --rule fair", 2, "headcount");
    check("--goal 5 --over 500%", 1, "over_assignment");
    check(&format!("--goal 5 --weights {leaf}=2"), 2, "--rule weights");
    let estimates = |text: &str| format!("--goal 5 --bottom-up {}", folder.write("wrong.csv", text));
    check(
        &estimates(&format!("rep,amount\n{leaf},5\n{leaf},soon\n")),
        1,
        "wrong.csv, row 3, column \"amount\": \"soon\"",
    );
    check(&estimates("rep,price\nx,5\n"), 1, "no column \"amount\"");
    check(&estimates("who,amount\nx,5\n"), 1, "no column \"rep\"");
    check("--goal 5 --bottom-up nothing.csv", 1, "there is no such file");
}

#[test]
fn estimates_are_read_as_tables_are() {
    let folder = Folder::new();
    let company = folder.company();
    let file = folder.arg("estimates.csv");
    // What the backtest writes is what quotas are made of.
    let estimated = json(&format!("quota-backtest {company} --estimates shrinkage --out {file}"));
    let quotas = json(&format!("quota {company} --goal 1000000 --rule bottom-up --bottom-up {file}"));
    let nodes = quotas["nodes"].as_array().unwrap();
    for one in estimated["estimates"].as_array().unwrap() {
        let node = nodes.iter().find(|node| node["rep"] == one["rep"]).unwrap();
        assert!((amount(&node["bottom_up"]) - one["value"].as_f64().unwrap()).abs() < 0.006, "{one} {node}");
    }
    // Decimal commas and quoted names.
    let (rep, name) = (&nodes.last().unwrap()["rep"], nodes.last().unwrap()["name"].as_str().unwrap());
    let file = folder.write("german.csv", format!("Name;Amount\n\"{name}\";1.234.567,89\n"));
    let quotas = json(&format!("quota {company} --goal 1000000 --rule bottom-up --bottom-up {file}"));
    let node = quotas["nodes"].as_array().unwrap().iter().find(|node| node["rep"] == *rep).unwrap().clone();
    assert_eq!(node["bottom_up"], "1234567.89");
}
