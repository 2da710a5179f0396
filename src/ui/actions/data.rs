//! Reading files, the sample company, and the data they bring into the scenario.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::kept::keep_data;
use super::scenario_file::open_file;
use super::tables::{begin, read, take_mappings};
use crate::job::{Answer, Ask, FilesAsk, ImportReport};
use crate::platform::bulk::Bulk;
use crate::platform::events::Chosen;
use crate::platform::{events, system};
use crate::scenario::{DataRef, Scenario};
use crate::ui::context::App;
use crate::ui::routes::Route;
use crate::ui::store::{DataState, Event, Saving};

/// Seed of the sample company, so that everybody sees the same one.
const SAMPLE_SEED: u64 = 7;
const SAMPLE_REPS: u32 = 40;
/// Characters of a clipboard's HTML that are looked at.
const N_HTML: usize = 200_000;

/// Files that were dropped or chosen: a file of a scenario or of mappings is opened, others are read as tables.
pub(crate) fn take_files(app: &App, chosen: Chosen) {
    let is_json = |name: &String| name.to_ascii_lowercase().ends_with(".json");
    if chosen.names.len() == 1 && chosen.names.first().is_some_and(is_json) {
        let app = app.clone();
        spawn_local(async move {
            match events::bytes(&chosen.files.get(0)).await {
                Some(bytes) if take_mappings(&app, &bytes) => {}
                Some(bytes) => open_file(&app, bytes),
                None => app.bad(app.t("file-gone")),
            }
        });
        return;
    }
    if chosen.is_cut {
        app.bad(app.tw("files-cut", [("count", app.count(events::MOST_FILES).into())]));
    }
    read_files(app, chosen, None);
}

/// Reads files as tables; `pasted` is the HTML that came with a table from the clipboard.
fn read_files(app: &App, chosen: Chosen, pasted: Option<String>) {
    if app.state.read_only {
        app.bad(app.t("record-newer"));
        return;
    }
    system::go(Route::Data.hash());
    app.send(Event::ReadBegan(chosen.names.first().cloned().unwrap_or_default()));
    if app.state.tables.is_none() {
        begin(app);
    }
    if let (Some(html), Some(file)) = (pasted, chosen.names.first().cloned()) {
        app.client.ask_files(&FilesAsk::Pasted { file, html }, None, |_| {});
    }
    read(app, &FilesAsk::Read { names: chosen.names }, Some(chosen.files));
}

/// A table that was pasted from a spreadsheet; `false` if the text is none.
pub(crate) fn take_pasted(app: &App, text: &str, html: &str) -> bool {
    if app.state.route != Route::Data || !text.trim().contains(['\t', '\n']) {
        return false;
    }
    let tables = app.state.tables.clone().unwrap_or_default();
    let name = |n: u32| app.tw("pasted-name", [("n", n.to_string().into())]);
    let is_free = |name: &String| !tables.previews.iter().any(|preview| preview.file == *name);
    let name = (1..=u32::MAX).map(name).find(is_free).unwrap_or_default();
    if let Some(chosen) = events::file_of(&name, text) {
        read_files(app, chosen, Some(html.chars().take(N_HTML).collect()));
    }
    true
}

/// Ends a reading; what was there before stays.
pub(crate) fn stop_reading(app: &App) {
    app.client.stop_reading();
    app.send(Event::ReadEnded);
    app.send(Event::TablesLeft);
}

pub(super) fn lost(app: &App) {
    app.send(Event::ReadEnded);
    app.bad(app.t("worker-lost"));
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
pub(super) fn take_data(app: &App, report: Rc<ImportReport>, bytes: Bulk, title: Option<String>) {
    app.client.set_data(&report.fingerprint, bytes.clone());
    keep_data(app, &report, bytes);
    let (held, mappings) = (report.clone(), app.state.tables.as_ref().map(|tables| tables.mappings.clone()));
    let untitled = app.t("scenario-untitled");
    let fingerprint = report.fingerprint.clone();
    if let Some(old) = app.state.replaceable().filter(|old| **old != fingerprint) {
        app.client.replace_data(old.clone());
    }
    let edit = move |scenario: &mut Scenario| {
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
    };
    app.send(Event::Imported { edit: Box::new(edit), fingerprint });
    app.send(Event::DataCame(report));
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
