//! Scenarios as files.

use js_sys::Uint8Array;

use super::data::lost;
use super::kept::keep_data;
use super::records::keep_pending;
use crate::job::{Answer, Ask, Refusal};
use crate::platform::bulk::Bulk;
use crate::platform::{download, system};
use crate::present::FileProblem;
use crate::scenario::{Opened, ResultSummary, open, write};
use crate::ui::context::App;
use crate::ui::routes::Route;
use crate::ui::store::Event;

/// A file name made of a title.
pub(crate) fn file_name(title: &str, ending: &str) -> String {
    let safe: String =
        title.chars().map(|c| if c.is_alphanumeric() || "-_ ".contains(c) { c } else { '-' }).take(60).collect();
    let safe = safe.trim();
    format!("{}{ending}", if safe.is_empty() { "attain" } else { safe })
}

/// The scenario as a file, with its data or without.
pub(crate) fn export(app: &App, with_data: bool) {
    let mut scenario = (**app.state.scenario()).clone();
    scenario.summary = summary(app);
    let name = file_name(&scenario.title, ".attain.json");
    let data = app.state.data.report().filter(|_| with_data).map(|report| report.fingerprint.clone());
    let Some(data) = data else {
        download::text(&name, "application/json", &write(&scenario, None));
        return;
    };
    let text = write(&scenario, None);
    let done = app.clone();
    app.client.ask(&Ask::ScenarioFile { data: Some(data.clone()), scenario: text }, Some(&data), None, move |answer| {
        match answer {
            Ok((Answer::File, Some(bytes))) => download::bulk(&name, "application/json", &bytes),
            _ => lost(&done),
        }
    });
}

/// What the scenario came to, to be compared wherever it is opened.
fn summary(app: &App) -> Option<ResultSummary> {
    let scenario = app.state.scenario();
    let rounded = |value: f64| libm::round(value * 100.0) / 100.0;
    let paid = app.state.replay.value().zip(scenario.plan());
    let cost = app.state.cost.summaries.as_ref();
    (paid.is_some() || cost.is_some()).then(|| ResultSummary {
        engine_version: env!("CARGO_PKG_VERSION").into(),
        seed: scenario.assumptions.seed,
        n_runs: cost.and_then(|cost| cost.first()).map_or(0, |summary| summary.n_runs),
        paid: paid.map(|(replay, plan)| (plan.name.clone(), replay.totals.paid.0)).into_iter().collect(),
        cost: cost
            .map(|cost| {
                let three = |of: &crate::engine::simulate::CostSummary| {
                    (of.plan.clone(), [rounded(of.total.p10), rounded(of.total.p50), rounded(of.total.p90)])
                };
                cost.iter().map(three).collect()
            })
            .unwrap_or_default(),
    })
}

/// Opens the text of a scenario file as a new scenario.
pub(crate) fn open_file(app: &App, bytes: Uint8Array) {
    let done = app.clone();
    app.client.ask(&Ask::OpenScenario, None, Some(Bulk::Bytes(bytes)), move |answer| match answer {
        Ok((Answer::Opened { scenario, read_only, edited, report, data_left_out, n_plans_left_out }, bulk)) => {
            let Ok(Opened { scenario, .. }) = open(&scenario) else {
                done.bad(done.t("file-damaged-data"));
                return;
            };
            if let (Some(report), Some(bytes)) = (report, bulk) {
                done.client.set_data(&report.fingerprint, bytes.clone());
                keep_data(&done, &report, bytes);
            }
            if read_only {
                done.bad(done.t("record-newer"));
            }
            if edited {
                done.good(done.t("file-edited"));
            }
            if data_left_out {
                done.bad(done.t("file-data-left-out"));
            }
            if 0 < n_plans_left_out {
                let n = [("n", n_plans_left_out.into()), ("count", done.count(n_plans_left_out).into())];
                done.bad(done.tw("file-plans-left-out", n));
            }
            if !keep_pending(&done) {
                return;
            }
            done.send(Event::TablesLeft);
            let id = system::fresh_id();
            done.send(Event::Opened { id, scenario: Box::new(scenario), saved_at: None, read_only, is_new: false });
            system::go(Route::Scenarios.hash());
        }
        Ok((Answer::Refused(refusal), _)) => {
            let problem = refused(&done, &refusal);
            done.bad(format!("{} {}", problem.reason, problem.remedy));
        }
        _ => done.bad(done.t("worker-lost")),
    });
}

fn refused(app: &App, refusal: &Refusal) -> FileProblem {
    let problem = |reason: String, remedy: &str| FileProblem { reason, remedy: app.t(remedy) };
    match refusal {
        Refusal::DamagedFile { line, column } => {
            let place = [("line", line.to_string().into()), ("column", column.to_string().into())];
            problem(app.tw("file-cut", place), "file-remedy-again")
        }
        Refusal::Newer { version } => {
            problem(app.tw("file-newer", [("version", version.to_string().into())]), "file-remedy-newer")
        }
        Refusal::OtherFormat => problem(app.t("file-other"), "file-remedy-choose"),
        Refusal::Field { why } => problem(app.tw("file-field", [("why", why.as_str().into())]), "file-remedy-again"),
        _ => problem(app.t("file-damaged-data"), "file-remedy-again"),
    }
}
