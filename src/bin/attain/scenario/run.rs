//! `attain scenario run`: recomputes a scenario and compares the results with those that are stored.

use std::fmt::Write as _;
use std::path::PathBuf;

use attain::scenario::ResultSummary;
use serde::Serialize;
use serde_json::{Value, json as value};

use super::results::compute;
use crate::choice::ReadArgs;
use crate::fail::{Done, Outcome, say};
use crate::pay::data_of;
use crate::plans::open_file;
use crate::print::{Figures, Grid, json, out};
use crate::read::DataReport;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Scenario file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Files or folders of the data, if the scenario does not hold it
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    title: String,
    currency: String,
    data: DataReport,
    /// Whether it is the data that the scenario names; `null` if it names none.
    same_data: Option<bool>,
    /// Fingerprint of plans, model, calendar and budget.
    input: String,
    computed: ResultSummary,
    stored: Option<ResultSummary>,
    /// Whether all stored results are what was computed; `null` if none are stored.
    agrees: Option<bool>,
    differences: Vec<Difference>,
}

/// A stored result that is not what was computed.
#[derive(Serialize)]
struct Difference {
    /// `engine_version`, `paid` or `cost`.
    field: &'static str,
    plan: Option<String>,
    /// For cost `p10`, `p50` or `p90`.
    quantile: Option<&'static str>,
    stored: Value,
    computed: Value,
}

pub(crate) fn run(args: Args) -> Outcome {
    let place = args.file.display().to_string();
    let opened = open_file(&args.file)?;
    let data = data_of(&args.data, Some(&opened), &args.reading)?;
    let scenario = &opened.scenario;
    let same_data = scenario.data.as_ref().map(|named| named.fingerprint == data.report.fingerprint);
    if same_data == Some(false) {
        say(format!("{place}: the data is not that of the scenario; results will differ."));
    }
    let stored = scenario.summary.clone();
    // Stored results are computed again with their own draws.
    let draws = stored.as_ref().filter(|stored| 0 < stored.n_runs).map(|stored| (stored.seed, stored.n_runs));
    let results = compute(&place, &opened, &data, draws)?;
    let differences = stored.as_ref().map(|stored| differences(stored, &results.summary)).unwrap_or_default();
    let report = Report {
        title: scenario.title.clone(),
        currency: scenario.currency.code.clone(),
        data: data.report,
        same_data,
        input: results.part.head.input.fingerprint(),
        computed: results.summary,
        agrees: stored.as_ref().map(|_| differences.iter().all(|difference| difference.field == "engine_version")),
        stored,
        differences,
    };
    if args.json {
        json(&report)?;
    } else {
        out(text(&Figures::new(scenario.currency.clone()), &report).as_bytes())?;
    }
    Ok(Done::Whole)
}

fn differences(stored: &ResultSummary, computed: &ResultSummary) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut note = |field, plan: Option<&String>, quantile, stored: Value, computed: Value| {
        if stored != computed {
            differences.push(Difference { field, plan: plan.cloned(), quantile, stored, computed });
        }
    };
    note("engine_version", None, None, value!(stored.engine_version), value!(computed.engine_version));
    for (plan, paid) in &stored.paid {
        let now = computed.paid.iter().find(|(name, _)| name == plan).map(|(_, paid)| paid.normalize());
        note("paid", Some(plan), None, value!(paid.normalize()), value!(now));
    }
    for (plan, cost) in &stored.cost {
        let now = computed.cost.iter().find(|(name, _)| name == plan).map(|(_, cost)| cost);
        for (place, quantile) in ["p10", "p50", "p90"].into_iter().enumerate() {
            let now = now.and_then(|cost| cost.get(place));
            note("cost", Some(plan), Some(quantile), value!(cost.get(place)), value!(now));
        }
    }
    differences
}

fn text(figures: &Figures, report: &Report) -> String {
    let ResultSummary { engine_version, seed, n_runs, paid, cost } = &report.computed;
    let mut text =
        format!("{}, in {}. Engine {engine_version}, seed {seed}, {n_runs} runs\n\n", report.title, report.currency);
    let mut grid = Grid::new(&["PLAN", ">PAID ON HISTORY", ">COST P10", ">P50", ">P90"]);
    for (plan, paid) in paid {
        let paid = figures.amount(attain::engine::units::Money(*paid));
        let three = cost.iter().find(|(name, _)| name == plan).map(|(_, cost)| cost.map(|cost| figures.whole(cost)));
        let three = three.map_or_else(|| vec!["–".to_owned(); 3], |three| three.to_vec());
        grid.row([vec![plan.clone(), paid], three].concat());
    }
    text += &grid.text("");
    match report.agrees {
        None => text += "No results are stored in the file.\n",
        Some(true) => text += "The stored results are the same.\n",
        Some(false) => text += "The stored results differ:\n",
    }
    for difference in &report.differences {
        let place = [Some(difference.field), difference.plan.as_deref(), difference.quantile];
        let place: Vec<&str> = place.into_iter().flatten().collect();
        let _ =
            writeln!(text, "  {}: stored {}, computed {}", place.join(", "), difference.stored, difference.computed);
    }
    text
}
