//! Reading files, the sample company, and the data they bring into the scenario.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;

use super::scenario_file::open_file;
use crate::job::{Answer, Ask, FilesAnswer, FilesAsk, ImportReport, encode};
use crate::platform::events::Chosen;
use crate::platform::pool::Lost;
use crate::platform::{database, download, events, system};
use crate::scenario::DataRef;
use crate::ui::context::App;
use crate::ui::routes::Route;
use crate::ui::store::{DataState, Event, Saving};

/// Seed of the sample company, so that everybody sees the same one.
const SAMPLE_SEED: u64 = 7;
const SAMPLE_REPS: u32 = 40;

/// Files that were dropped or chosen: a scenario file is opened, others are read as tables.
pub(crate) fn take_files(app: &App, chosen: Chosen) {
    let is_scenario = |name: &String| name.to_ascii_lowercase().ends_with(".json");
    if chosen.names.len() == 1 && chosen.names.first().is_some_and(is_scenario) {
        let app = app.clone();
        spawn_local(async move {
            match events::bytes(&chosen.files.get(0)).await {
                Some(bytes) => open_file(&app, bytes),
                None => app.bad(app.t("file-gone")),
            }
        });
        return;
    }
    if app.state.read_only {
        app.bad(app.t("record-newer"));
        return;
    }
    system::go(Route::Data.hash());
    app.send(Event::ReadBegan(chosen.names.first().cloned().unwrap_or_default()));
    if app.state.tables.is_none() {
        // What was imported before stays, but for the kinds that the new files bring.
        let report = app.state.data.report().cloned();
        let base = report.and_then(|report| app.client.data(&report.fingerprint));
        app.client.ask_files(&FilesAsk::Forget, None, |_| {});
        if let Some(base) = base {
            app.client.ask_files(&FilesAsk::Base, Some(base), |_| {});
        }
    }
    let (progress, done) = (app.clone(), app.clone());
    app.client.read(
        chosen.files,
        move |file, share| progress.send(Event::ReadWent { file, share }),
        move |answer| took_tables(&done, answer),
    );
}

/// Ends a reading; what was there before stays.
pub(crate) fn stop_reading(app: &App) {
    app.client.stop_reading();
    app.send(Event::ReadEnded);
    app.send(Event::TablesLeft);
}

type FilesAnswered = Result<(FilesAnswer, Option<Uint8Array>), Lost>;

fn took_tables(app: &App, answer: FilesAnswered) {
    match answer {
        Ok((FilesAnswer::Tables(tables), _)) => {
            let is_any = !tables.previews.is_empty();
            app.send(Event::TablesCame(tables));
            if is_any {
                import(app);
            }
        }
        _ => lost(app),
    }
}

pub(super) fn lost(app: &App) {
    app.send(Event::ReadEnded);
    app.bad(app.t("worker-lost"));
}

/// Changes what a table means, and makes records of it anew.
pub(crate) fn change_tables(app: &App, ask: &FilesAsk) {
    let done = app.clone();
    app.client.ask_files(ask, None, move |answer| took_tables(&done, answer));
}

fn import(app: &App) {
    let done = app.clone();
    app.client.ask_files(&FilesAsk::Import, None, move |answer| match answer {
        Ok((FilesAnswer::Imported(report), Some(bytes))) => take_data(&done, Rc::new(*report), bytes, None),
        _ => lost(&done),
    });
}

/// A CSV that the files worker makes.
pub(crate) fn download_from_files(app: &App, ask: &FilesAsk, name: &'static str) {
    let done = app.clone();
    app.client.ask_files(ask, None, move |answer| match answer {
        Ok((FilesAnswer::File, Some(bytes))) => download::bytes(name, "text/csv;charset=utf-8", &bytes),
        _ => lost(&done),
    });
}

/// The sample company.
pub(crate) fn take_sample(app: &App) {
    if app.state.read_only {
        app.bad(app.t("record-newer"));
        return;
    }
    let done = app.clone();
    app.send(Event::ReadBegan(app.t("sample-company")));
    let ask = Ask::Sample { n_reps: SAMPLE_REPS, seed: SAMPLE_SEED, today: system::today() };
    app.client.ask(&ask, None, None, move |answer| match answer {
        Ok((Answer::Data(report), Some(bytes))) => {
            done.send(Event::TablesLeft);
            take_data(&done, Rc::new(*report), bytes, Some(done.t("sample-company")));
        }
        _ => lost(&done),
    });
}

/// Puts a dataset into the scenario, and keeps it in the browser. A scenario without a title of its own gets this one.
fn take_data(app: &App, report: Rc<ImportReport>, bytes: Uint8Array, title: Option<String>) {
    app.client.set_data(&report.fingerprint, bytes.clone());
    keep_data(app, &report, bytes);
    let (held, mappings) = (report.clone(), app.state.tables.as_ref().map(|tables| tables.mappings.clone()));
    let untitled = app.t("scenario-untitled");
    app.edit(move |scenario| {
        if let Some(title) = title.filter(|_| scenario.title == untitled) {
            scenario.title = title;
        }
        scenario.data = Some(data_ref(&held));
        scenario.mappings = mappings.unwrap_or_default();
        scenario.assumptions.model = None;
        (scenario.first, scenario.last) = (None, None);
        if scenario.plans.is_empty() {
            scenario.plans.clone_from(&held.starter);
            scenario.chosen_plan = 0;
        }
    });
    app.send(Event::DataCame(report));
}

pub(super) fn keep_data(app: &App, report: &ImportReport, bytes: Uint8Array) {
    let (app, key, report) = (app.clone(), report.fingerprint.clone(), encode(report));
    spawn_local(async move {
        if database::put(&key, &bytes, &report).await.is_err() {
            app.bad(app.t("data-not-kept"));
        }
    });
}

fn data_ref(report: &ImportReport) -> DataRef {
    let won = |report: &ImportReport| {
        let won = report.outcomes.iter().filter(|count| count.outcome == crate::engine::records::Outcome::Won);
        won.map(|count| count.n_deals).sum()
    };
    DataRef {
        fingerprint: report.fingerprint.clone(),
        files: report.files.iter().map(|file| file.file.clone()).collect(),
        n_reps: report.n_reps,
        n_deals: report.n_deals,
        n_won: won(report),
        first: report.won_months.map(|months| months.0),
        last: report.won_months.map(|months| months.1),
    }
}

/// Whether there is nothing yet: a first visit.
pub(crate) fn is_first_visit(app: &App) -> bool {
    app.state.data == DataState::None
        && app.state.tables.is_none()
        && app.state.saving == Saving::Untouched
        && app.state.reading.is_none()
}
