//! `scenario check`, `run`, `diff` and `upgrade`, and scenario files as plans.

use attain::data::{Limits, encode, fingerprint, guess, import, outcomes, read_all};
use attain::engine::comp::templates;
use attain::engine::records::Dataset;
use attain::engine::units::{Currency, Decimal};
use attain::scenario::{DataRef, Scenario, encode_record, plan_for, write};
use serde_json::Value;

use crate::{Folder, attain, json, refused, text, words};

fn dataset(company: &str) -> Dataset {
    let mut paths: Vec<_> = std::fs::read_dir(company).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let table = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        read_all(name, &std::fs::read(path).unwrap(), Limits::default()).unwrap().remove(0)
    };
    let tables: Vec<_> = paths.iter().map(table).collect();
    import(&tables, &guess(&tables)).dataset
}

/// A scenario on a company, and the bytes of its data.
fn scenario(dataset: &Dataset) -> (Scenario, Vec<u8>) {
    let bytes = encode(dataset);
    let won = outcomes(dataset).1.unwrap();
    let plans = [templates::account_executive(), templates::balanced()].map(|plan| plan_for(dataset, plan));
    let mut scenario = Scenario {
        title: "Plan year".into(),
        currency: Currency::of("EUR"),
        plans: plans.to_vec(),
        data: Some(DataRef {
            fingerprint: fingerprint(&bytes),
            first: Some(won.0),
            last: Some(won.1),
            ..DataRef::default()
        }),
        ..Scenario::default()
    };
    scenario.assumptions.n_runs = 300;
    (scenario, bytes)
}

#[test]
fn a_scenario_is_checked_run_compared_and_upgraded() {
    let folder = Folder::new();
    let company = folder.company();
    let (mut scenario, bytes) = scenario(&dataset(&company));
    let file = folder.write("with data.json", write(&scenario, Some(&bytes))).replace("with data", "with");
    std::fs::rename(folder.path("with data.json"), &file).unwrap();
    let bare = folder.write("bare.json", write(&scenario, None));

    let report = json(&format!("scenario check {file} {bare}"));
    assert_eq!(report[0]["opens"], true);
    assert_eq!(
        (&report[0]["version"], &report[0]["edited"], &report[0]["read_only"]),
        (&1.into(), &false.into(), &false.into())
    );
    assert_eq!(report[0]["plans"][0]["errors"], Value::Array(vec![]));
    assert!(0 < report[0]["holds"]["n_deals"].as_u64().unwrap());
    assert_eq!(report[1]["holds"], Value::Null);
    assert!(text(&format!("scenario check {file}")).contains("Account executive, chosen: sound"));

    let run = json(&format!("scenario run {file}"));
    assert_eq!((&run["agrees"], &run["same_data"]), (&Value::Null, &true.into()));
    assert_eq!(json(&format!("scenario run {bare} {company}"))["computed"], run["computed"]);
    refused(&format!("scenario run {bare}"), 2, &["no data"]);
    let simulated = json(&format!("simulate --scenario {file}"));
    assert_eq!(simulated["input"], run["input"]);
    let paid = json(&format!("pay --plan {file} --plan-name Balanced"));
    assert_eq!(paid["totals"]["paid"], run["computed"]["paid"][1][1]);
    refused(&format!("pay --plan {file} --plan-name Other"), 1, &["no such plan", "Balanced"]);

    // Stored results agree, and a wrong one is found.
    scenario.summary = serde_json::from_value(run["computed"].clone()).unwrap();
    let stored = folder.write("stored.json", write(&scenario, Some(&bytes)));
    assert_eq!(json(&format!("scenario run {stored}"))["agrees"], true);
    scenario.summary.as_mut().unwrap().paid[0].1 += Decimal::new(1, 2);
    scenario.summary.as_mut().unwrap().cost[1].1[2] += 1.0;
    let wrong = folder.write("wrong.json", write(&scenario, Some(&bytes)));
    let report = json(&format!("scenario run {wrong}"));
    assert_eq!(report["agrees"], false);
    let fields: Vec<_> = report["differences"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect();
    assert_eq!(fields, ["paid", "cost"]);
    assert!(text(&format!("scenario run {wrong}")).contains("The stored results differ"));

    // A change is found, with its money.
    scenario.plans[0].components[0].tiers[3].value = Decimal::from(3);
    scenario.summary = None;
    let new = folder.write("new.json", write(&scenario, Some(&bytes)));
    let report = json(&format!("scenario diff {file} {new}"));
    assert_eq!(report["changes"][0]["path"], "plans[0].components[0].tiers[3].value");
    assert_eq!((&report["changes"][0]["old"], &report["changes"][0]["new"]), (&"2.00".into(), &"3".into()));
    let change: f64 = report["money"]["paid"]["change"].as_str().unwrap().parse().unwrap();
    assert!(0.0 < change, "{report:#}");
    assert_eq!(json(&format!("scenario diff {bare} {new}"))["money"], Value::Null);
    assert_eq!(json(&format!("scenario diff {bare} {new} --data {company}"))["money"], report["money"]);
    assert!(text(&format!("scenario diff {file} {new}")).contains("Paid on history"));
    assert!(text(&format!("scenario diff {file} {file}")).contains("No field differs"));

    let out = folder.arg("upgraded.json");
    text(&format!("scenario upgrade {file} --out {out}"));
    assert_eq!(folder.read("upgraded.json"), folder.read("with.json"));
    let newer = String::from_utf8(folder.read("bare.json")).unwrap().replace("\"version\": 1", "\"version\": 7");
    let newer = folder.write("newer.json", newer);
    assert_eq!(json(&format!("scenario check {newer}"))[0]["read_only"], true);
    refused(&format!("scenario upgrade {newer} --out {out}"), 1, &["newer.json", "version 7"]);

    let record = folder.write("record.txt", encode_record(&scenario, 1, 0, None));
    assert_eq!(json(&format!("scenario check {record}"))[0]["title"], "Plan year");
}

#[test]
fn a_scenario_that_is_damaged_or_unsound_is_refused() {
    let folder = Folder::new();
    let mut scenario = Scenario { plans: vec![templates::balanced()], ..Scenario::default() };
    let whole = write(&scenario, None);
    let cut = folder.write("cut.json", &whole[..whole.len() / 2]);
    let other = folder.write("other.json", "{\"format\":\"something\"}");
    let edited = folder.write("edited.json", whole.replace("Balanced", "Renamed"));
    refused(&format!("scenario check {cut} {other}"), 1, &["cut.json", "cut short", "line", "other.json"]);
    for command in ["run", "upgrade --out x.json", "diff x.json"] {
        refused(&format!("scenario {command} {cut}"), 1, &[]);
    }
    refused(&format!("pay --plan {cut} x.csv"), 1, &["cut.json"]);
    assert_eq!(json(&format!("scenario check {edited}"))[0]["edited"], true);
    scenario.plans[0].components.clear();
    let unsound = folder.write("unsound.json", write(&scenario, None));
    refused(&format!("scenario check {unsound}"), 1, &["unsound.json", "add a component"]);
    let output = attain(words(&format!("scenario check {cut} {edited} --json")));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report[0]["opens"], &report[1]["opens"]), (&false.into(), &true.into()));
}
