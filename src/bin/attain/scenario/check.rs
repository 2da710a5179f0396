//! `attain scenario check`: whether files open, and what they hold.

use std::fmt::Write as _;
use std::path::PathBuf;

use attain::data::{decode, outcomes};
use attain::engine::units::{Calendar, Month};
use attain::scenario::{DataRef, Opened, ResultSummary};
use serde::Serialize;

use crate::fail::{Done, Outcome, say, sentence};
use crate::plans::{open_file, problems};
use crate::print::{Grid, count, json, out};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Scenario files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    file: String,
    /// Whether the file opens; all that follows is only there if it does.
    opens: bool,
    #[serde(flatten)]
    content: Option<Content>,
}

#[derive(Serialize)]
struct Content {
    version: u64,
    /// Changed outside the program since it was written.
    edited: bool,
    /// Of a newer version.
    read_only: bool,
    title: String,
    currency: String,
    calendar: Calendar,
    plans: Vec<PlanReport>,
    chosen_plan: usize,
    /// The data that the scenario names.
    data: Option<DataRef>,
    /// What the file itself holds of it.
    holds: Option<Holds>,
    /// Results as they were stored.
    summary: Option<ResultSummary>,
    /// Names of fields this version does not know; they are kept.
    unknown_fields: Vec<String>,
}

#[derive(Serialize)]
struct PlanReport {
    name: String,
    errors: Vec<String>,
}

#[derive(Serialize)]
struct Holds {
    n_reps: usize,
    n_deals: usize,
    won_months: Option<(Month, Month)>,
}

pub(crate) fn run(args: Args) -> Outcome {
    let mut done = Done::Whole;
    let mut reports = Vec::new();
    for path in &args.files {
        let file = path.display().to_string();
        let content = open_file(path).and_then(|opened| content(&file, opened));
        match content {
            Ok(content) => {
                for plan in content.plans.iter().filter(|plan| !plan.errors.is_empty()) {
                    let place = format!("{file}, plan {:?}", plan.name);
                    say(sentence(place, plan.errors.join(". "), "Correct the plan"));
                    done = Done::Partly;
                }
                reports.push(Report { file, opens: true, content: Some(content) });
            }
            Err(failure) => {
                failure.say();
                done = Done::Partly;
                reports.push(Report { file, opens: false, content: None });
            }
        }
    }
    if args.json {
        json(&reports)?;
    } else {
        let text: Vec<String> = reports.iter().filter_map(text).collect();
        out(text.join("\n").as_bytes())?;
    }
    Ok(done)
}

fn content(place: &str, opened: Opened) -> Result<Content, crate::fail::Failure> {
    let Opened { scenario, data, version, edited, read_only, .. } = opened;
    let damaged = |error| crate::fail::Failure::refused(place, error, "Get the file again from where it was exported");
    let holds = match data {
        None => None,
        Some(bytes) => {
            let dataset = decode(&bytes).map_err(damaged)?;
            let won_months = outcomes(&dataset).1;
            Some(Holds { n_reps: dataset.reps.len(), n_deals: dataset.deals.len(), won_months })
        }
    };
    let plan = |plan: &attain::engine::comp::Plan| PlanReport { name: plan.name.clone(), errors: problems(plan) };
    Ok(Content {
        version,
        edited,
        read_only,
        title: scenario.title,
        currency: scenario.currency.code,
        calendar: scenario.calendar,
        plans: scenario.plans.iter().map(plan).collect(),
        chosen_plan: scenario.chosen_plan,
        data: scenario.data,
        holds,
        summary: scenario.summary,
        unknown_fields: scenario.unknown.keys().cloned().collect(),
    })
}

fn text(report: &Report) -> Option<String> {
    let content = report.content.as_ref()?;
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let mut grid = Grid::new(&[&report.file, ""]);
    let mut row = |name: &str, value: String| grid.row([name.to_owned(), value]);
    row("Title", content.title.clone());
    row("Layout version", content.version.to_string());
    row("Changed outside the program", yes(content.edited));
    row("Of a newer version, to be looked at only", yes(content.read_only));
    row("Currency", content.currency.clone());
    for (place, plan) in content.plans.iter().enumerate() {
        let chosen = if place == content.chosen_plan { ", chosen" } else { "" };
        let errors = if plan.errors.is_empty() { "sound".into() } else { plan.errors.join("; ") };
        row("Plan", format!("{}{chosen}: {errors}", plan.name));
    }
    let named = content.data.as_ref();
    row(
        "Data named",
        named.map_or_else(|| "none".into(), |data| format!("{} ({})", data.fingerprint, data.files.join(", "))),
    );
    let holds = |holds: &Holds| format!("{} reps, {} deals", count(holds.n_reps), count(holds.n_deals));
    row("Data in the file", content.holds.as_ref().map_or_else(|| "none".into(), holds));
    let stored = |summary: &ResultSummary| {
        format!("engine {}, seed {}, {} runs", summary.engine_version, summary.seed, summary.n_runs)
    };
    row("Stored results", content.summary.as_ref().map_or_else(|| "none".into(), stored));
    let mut text = grid.text("");
    if !content.unknown_fields.is_empty() {
        let _ = writeln!(text, "Kept, but not known: {}", content.unknown_fields.join(", "));
    }
    Some(text)
}
