//! The published schema of the scenario file, made from the types, and the proof that written files keep to it.
//!
//! `UPDATE_SCHEMA=1 cargo test --features cli --lib schema` writes `static/schema/scenario-1.json` anew.

use std::borrow::Cow;

use chrono::NaiveDate;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{
    Assumptions, DataPart, DataRef, FileChoices, FileSeries, ForecastChoices, ForecastGroup, ForecastOverride,
    ForecastSource, GroupPlace, ResultSummary, SampleSpec, Scenario, VERSION, cost_input, months, plan_for, sample,
    write,
};
use crate::data::{Limits, encode, fingerprint, guess, read_all};
use crate::engine::comp::benchmarks::published;
use crate::engine::comp::{Cap, PayBasis, Plan, Threshold, ThresholdKind, Window, templates};
use crate::engine::forecast::Method;
use crate::engine::pipeline::{PipelineChoices, PipelineTarget, StatedStage};
use crate::engine::quota::capacity::{CapacityGoal, CapacityRole, HeadcountPlan, PlannedHires, Ramp};
use crate::engine::quota::plan::{
    Bucket, BucketBy, Goal, LeafEstimate, NodeChoice, NodeKey, Potential, ProductShare, QuotaPlan, Relief, Rule,
    Seasons, Transfer,
};
use crate::engine::records::{Dataset, RepId};
use crate::engine::simulate::{FitInput, fit};
use crate::engine::units::{Decimal, Month};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/static/schema/scenario-1.json");

/// A scenario of Attain as a file. Amounts and rates are exact decimals and therefore text, such as "0.085". Fields of the
/// scenario that the program does not know are kept.
#[derive(JsonSchema)]
#[schemars(title = "Attain scenario")]
#[allow(dead_code)] // it is described, not made
struct ScenarioFile {
    /// Says what the file is.
    #[schemars(extend("const" = "attain-scenario"))]
    format: String,
    /// Version of the layout.
    #[schemars(extend("const" = VERSION))]
    version: u64,
    /// Version of the program that wrote it.
    #[serde(default)]
    app: Option<String>,
    /// Fingerprint of the scenario part; where it does not match, the file was changed outside the program.
    #[serde(default)]
    checksum: Option<String>,
    /// Everything the user decided.
    scenario: Scenario,
    /// The dataset itself, if it was exported with the scenario.
    #[serde(default)]
    data: Option<DataPart>,
}

/// A month is written as text.
impl JsonSchema for Month {
    fn schema_name() -> Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A calendar month, such as 2026-03.",
            "type": "string",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$",
        })
    }
}

/// Descriptions are doc comments: links of the documentation become plain words, line ends blanks. Decimals are text alone,
/// where schemars also takes numbers.
fn plain(schema: &mut Schema) {
    if schema.get("pattern").is_some()
        && let Some(Value::Array(types)) = schema.get_mut("type")
    {
        types.retain(|kind| kind != "number");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
        schema.insert("pattern".into(), json!(r"^-?\d+(\.\d+)?$"));
    }
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.replace("[`", "`").replace("`]", "`").replace('\n', " ");
    }
}

fn schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<ScenarioFile>();
    RecursiveTransform(plain).transform(&mut schema);
    schema.into()
}

/// What is wrong with the file, with the place; nothing if it keeps to the schema.
fn faults(file: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    validator.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path)).collect()
}

fn company() -> Dataset {
    sample(SampleSpec { n_reps: 12, seed: 1, today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() })
}

/// A plan with every kind of threshold and cap, which the templates do not all have.
fn crowded() -> Plan {
    let mut rate = templates::component("Rate", &[(0, 5), (1, 8)]);
    rate.pay_basis = PayBasis::BaseRate { rate: Decimal::new(85, 3) };
    rate.accumulate = Window::Year;
    rate.threshold =
        Some(Threshold { at: Decimal::new(5, 1), kind: ThresholdKind::Floor { share: Decimal::new(2, 1) } });
    rate.caps = vec![
        Cap::Pay { amount: Decimal::from(90_000), is_refundable: true },
        Cap::PayMultiple { times: Decimal::TWO, is_refundable: false },
        Cap::Attainment { at: Decimal::new(15, 1) },
        Cap::Rate { at: Decimal::ONE },
        Cap::Deal { amount: Decimal::from(9_000) },
    ];
    Plan { name: "Crowded".into(), components: vec![rate], ..templates::account_executive() }
}

/// A quota plan with everything said.
fn quota_plan() -> QuotaPlan {
    let ann = || NodeKey::of(RepId("Ann".into()));
    let bucket = Bucket { name: "Large".into(), share: Decimal::ONE, by: BucketBy::Weights, members: vec![ann()] };
    let month = Month::new(2026, 4);
    QuotaPlan {
        name: "Next year".into(),
        is_used: true,
        start: Some(Month::new(2026, 1)),
        goal: Goal::Periods { amounts: vec![Decimal::from(100_000); 4] },
        products: vec![ProductShare { measure: "Logos".into(), amount: Decimal::TEN }],
        seasons: Seasons::Entered { weights: vec![Decimal::ONE; 12] },
        rule: Rule::Buckets { buckets: vec![bucket] },
        nodes: vec![NodeChoice {
            node: NodeKey { under: Some(RepId("South".into())), ..ann() },
            fixed: Some(Decimal::new(12_345, 1)),
            weight: Some(Decimal::TWO),
            rule: Some(Rule::Potential { by: Potential::Employees }),
        }],
        over_assignment: vec![Decimal::new(5, 2)],
        bottom_up: vec![LeafEstimate { rep: ann().rep, amount: Decimal::ONE_HUNDRED }],
        ramp: vec![Decimal::ZERO, Decimal::new(5, 1)],
        relief: vec![Relief { rep: ann().rep, from: month, to: month, share: Decimal::ONE, reason: "why".into() }],
        transfers: vec![Transfer { rep: ann().rep, to: RepId("South".into()), from: month }],
        ..QuotaPlan::default()
    }
}

/// Everything filled in: two plans, the fitted model edited, mappings, results, a field of a later version.
fn full(dataset: &Dataset) -> Scenario {
    let bytes = encode(dataset);
    let mut scenario = Scenario {
        title: "Next year".into(),
        notes: "Two plans".into(),
        plans: vec![plan_for(dataset, templates::account_executive()), crowded()],
        chosen_plan: 1,
        quotas: vec![QuotaPlan::default(), quota_plan()],
        chosen_quotas: 1,
        benchmarks: published(),
        headcount: Some(HeadcountPlan {
            goal: CapacityGoal::Months(vec![1e6; 12]),
            roles: vec![CapacityRole { ramp: Ramp::Fitted, backfill_lag: None, ..CapacityRole::default() }],
            hires: vec![PlannedHires { role: "AE".into(), month: Month::new(2026, 12), n: 2 }],
            ..HeadcountPlan::default()
        }),
        forecast: ForecastChoices {
            source: ForecastSource::File,
            file: FileChoices { name: "pieces.csv".into(), value: Some("Pieces".into()), ..FileChoices::default() },
            horizon: Some(6),
            method: Some(Method::Theta),
            holidays: vec![NaiveDate::from_ymd_opt(2026, 11, 11).unwrap()],
            overrides: vec![ForecastOverride {
                file: Some(FileSeries { table: "pieces.csv".into(), series: None, value: "Pieces".into() }),
                group: ForecastGroup { place: GroupPlace::Part, name: "South".into() },
                day: NaiveDate::from_ymd_opt(2027, 1, 1).unwrap(),
                said: 100.0,
                value: 120.5,
                reason: "A large order".into(),
                ..ForecastOverride::default()
            }],
            ..ForecastChoices::default()
        },
        pipeline: Some(PipelineChoices {
            as_of: NaiveDate::from_ymd_opt(2026, 10, 31),
            target: PipelineTarget::Amount(2.5e6),
            stages: vec![StatedStage { stage: "Discovery".into(), probability: 0.15 }],
            ..PipelineChoices::default()
        }),
        data: Some(DataRef {
            fingerprint: fingerprint(&bytes),
            files: vec!["deals.csv".into()],
            n_reps: dataset.reps.len(),
            n_deals: dataset.deals.len(),
            n_won: 1,
            first: Some(Month::new(2023, 11)),
            last: Some(Month::new(2026, 10)),
        }),
        ..Scenario::default()
    };
    for (name, text) in super::sample_files(dataset) {
        let table = read_all(name, text.as_bytes(), Limits::default()).unwrap().remove(0);
        scenario.mappings.extend(guess(&[table]));
    }
    let (first, last) = months(&scenario).unwrap();
    let mut model = fit(&FitInput {
        dataset,
        plan: &scenario.plans[0],
        others: &[],
        currency: "EUR",
        history_first: first,
        history_last: last,
        first: last.plus(1),
        n_months: 12,
    })
    .model;
    model.reps[0].mean_attainment = 1.25;
    let budget = Some(Decimal::new(240_000_050, 2));
    scenario.assumptions =
        Assumptions { model: Some(model), plan_year: Some(last.plus(1)), budget, ..Assumptions::default() };
    scenario.summary = Some(ResultSummary {
        engine_version: "0.1.0".into(),
        seed: 1,
        n_runs: 10_000,
        paid: vec![("Crowded".into(), Decimal::new(12_345, 2))],
        cost: vec![("Crowded".into(), [1.0, 2.0, 3.5])],
    });
    scenario.unknown.insert("of_a_later_version".into(), json!({"kept": true}));
    scenario
}

fn written(scenario: &Scenario, data: Option<&[u8]>) -> Value {
    serde_json::from_str(&write(scenario, data)).unwrap()
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let mut text = serde_json::to_string_pretty(&schema()).unwrap();
    text.push('\n');
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(PATH, &text).unwrap();
    }
    let published = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(published == text, "static/schema/scenario-1.json is not that of the types; see UPDATE_SCHEMA");
}

#[test]
fn written_scenarios_keep_to_the_schema() {
    let none: Vec<String> = Vec::new();
    assert_eq!(faults(&written(&Scenario::default(), None)), none, "an empty scenario");
    let dataset = company();
    let scenario = full(&dataset);
    assert!(!cost_input(&scenario, scenario.assumptions.model.as_ref().unwrap()).plans.is_empty());
    assert_eq!(faults(&written(&scenario, None)), none, "a full scenario");
    assert_eq!(faults(&written(&scenario, Some(&encode(&dataset)))), none, "with its data");
    for (id, plan) in templates::all() {
        let scenario = Scenario { plans: vec![plan], ..Scenario::default() };
        assert_eq!(faults(&written(&scenario, None)), none, "template {id}");
    }
}

#[test]
fn a_hand_written_file_may_leave_fields_out() {
    let component = json!({"name": "C", "weight": "1", "pay_basis": "rate", "tiers": [{"from": "0", "value": "0.1"}]});
    let plan = json!({"name": "P", "components": [component]});
    let file = json!({"format": "attain-scenario", "version": 1, "scenario": {"title": "Short", "plans": [plan]}});
    assert_eq!(faults(&file), Vec::<String>::new());
    let opened = super::open(&file.to_string()).unwrap();
    assert_eq!((opened.scenario.title.as_str(), opened.scenario.plans.len()), ("Short", 1));
}

#[test]
fn broken_files_do_not_keep_to_it() {
    let good = written(&full(&company()), Some(b"data"));
    let check = |pointer: &str, wrong: Value| {
        let mut file = good.clone();
        *file.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = wrong;
        assert!(!faults(&file).is_empty(), "{pointer} is wrong and passes");
    };
    check("/format", json!("another"));
    check("/version", json!(2));
    check("/scenario", json!([]));
    check("/scenario/title", json!(7));
    check("/scenario/calendar", json!({}));
    check("/scenario/chosen_plan", json!(-1));
    check("/scenario/chosen_quotas", json!("the second"));
    check("/scenario/plans", json!({"name": "not a list"}));
    check("/scenario/plans/0/components/0/weight", json!("a third"));
    check("/scenario/plans/0/components/0/tiers/0/value", json!(0.1));
    check("/scenario/plans/0/components/0/measure", json!("commission"));
    check("/scenario/plans/0/components/0/tiers/0", json!({"from": "0"}));
    check("/scenario/plans/0/rounding", json!("up"));
    check("/scenario/plans/1/components/0/caps/0", json!({"pay": {"times": "2"}}));
    check("/scenario/plans/1/components/0/threshold/kind", json!("steep"));
    check("/scenario/data/first", json!(202_601));
    check("/scenario/assumptions/model/first", json!("March"));
    check("/scenario/assumptions/model/reps/0/monthly_quota", json!("much"));
    check("/scenario/mappings/0/kind", json!("opportunities"));
    check("/scenario/summary/cost/0/1", json!([1.0, 2.0]));
    check("/data/n_bytes", json!("many"));
    for field in ["format", "version", "scenario"] {
        let mut file = good.clone();
        file.as_object_mut().unwrap().remove(field);
        assert!(!faults(&file).is_empty(), "{field} is missing and the file passes");
    }
    let mut file = good.clone();
    file["scenario"]["plans"][0]["bonus"] = json!(1);
    assert!(!faults(&file).is_empty(), "plans take no unknown fields");
}
