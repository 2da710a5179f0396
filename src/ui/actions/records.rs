//! Scenarios of this browser: open, begin, copy, remove, put back, forget.

use wasm_bindgen_futures::spawn_local;

use super::kept::refresh_kept;
use super::tables::MAPPINGS;
use crate::platform::storage::LocalShelf;
use crate::platform::{database, download, system};
use crate::scenario::{PREFIX, RecordError, SaveError, Scenario, Shelf, list, load, save};
use crate::ui::context::App;
use crate::ui::store::{Event, NoticeTone};

/// Reads the scenarios of this browser anew.
pub(crate) fn refresh_list(app: &App) {
    app.send(Event::Listed(list(&LocalShelf)));
}

/// Saves at once what waits to be saved, before another scenario takes its place. `false` if it cannot be: then nothing
/// may take its place, as it would be lost.
pub(super) fn keep_pending(app: &App) -> bool {
    if app.state.read_only || !app.state.is_unsaved() {
        return true;
    }
    let (id, scenario, at) = (app.state.id.clone(), app.state.scenario().clone(), system::now());
    let seen = app.seen.0.borrow().clone();
    let generation = if seen.0 == id { seen.1 } else { 0 };
    let mut result = save(&LocalShelf, &id, &scenario, generation, at);
    if let Err(SaveError::Conflict { .. }) = result {
        // Another tab was faster: both are kept.
        let title = app.tw("scenario-conflict-of", [("title", scenario.title.as_str().into())]);
        let copy = Scenario { title, ..(*scenario).clone() };
        result = save(&LocalShelf, &system::fresh_id(), &copy, 0, at);
    }
    if let Err(error) = result {
        app.send(Event::SaveFailed(error));
        app.bad(save_problem(app, &error));
    }
    result.is_ok()
}

/// Opens a stored scenario.
pub(crate) fn open_record(app: &App, id: &str) {
    if id != app.state.id && !keep_pending(app) {
        return;
    }
    match load(&LocalShelf, id) {
        Ok(Some(stored)) => {
            system::set_setting("open", Some(id));
            if stored.recovered {
                app.bad(app.t("record-recovered"));
            }
            if stored.read_only {
                app.bad(app.t("record-newer"));
            }
            *app.seen.0.borrow_mut() = (id.to_owned(), stored.generation);
            app.send(Event::TablesLeft);
            app.send(Event::Opened {
                id: id.to_owned(),
                scenario: Box::new(stored.scenario),
                saved_at: Some(stored.saved_at),
                read_only: stored.read_only,
                is_new: false,
            });
        }
        Ok(None) => refresh_list(app),
        Err(RecordError::Shelf(_)) => app.bad(app.t("storage-blocked")),
        Err(_) => app.bad(app.t("record-broken")),
    }
}

/// A scenario with nothing in it, after keeping the one before.
pub(crate) fn new_scenario(app: &App) {
    if keep_pending(app) {
        begin_anew(app);
        refresh_list(app);
    }
}

/// A scenario with nothing in it. There is nothing to save of it until something is changed.
fn begin_anew(app: &App) {
    let scenario = Box::new(Scenario { title: app.t("scenario-untitled"), ..Scenario::default() });
    app.send(Event::TablesLeft);
    app.send(Event::Opened { id: system::fresh_id(), scenario, saved_at: None, read_only: false, is_new: true });
    system::set_setting("open", None);
}

/// Stores a scenario under a new id, without opening it.
pub(crate) fn duplicate(app: &App, id: &str) {
    let Ok(Some(stored)) = load(&LocalShelf, id) else {
        app.bad(app.t("record-broken"));
        return;
    };
    let mut scenario = stored.scenario;
    scenario.title = app.tw("scenario-copy-of", [("title", scenario.title.as_str().into())]);
    let title = scenario.title.clone();
    match save(&LocalShelf, &system::fresh_id(), &scenario, 0, system::now()) {
        Ok(_) => app.good(app.tw("scenario-copied", [("title", title.into())])),
        Err(error) => app.bad(save_problem(app, &error)),
    }
    refresh_list(app);
}

/// Takes a record away; the notice can put it back.
pub(crate) fn remove_record(app: &App, id: &str, title: &str) {
    let key = format!("{PREFIX}{id}");
    let Ok(Some(text)) = LocalShelf.get(&key) else { return };
    if LocalShelf.remove(&key).is_err() {
        app.bad(app.t("storage-blocked"));
        return;
    }
    let text_of = if title.is_empty() { app.t("scenario-broken") } else { title.to_owned() };
    let words = app.tw("scenario-removed", [("title", text_of.into())]);
    app.send(Event::Noticed { tone: NoticeTone::Good, text: words, undo: Some((id.to_owned(), text)) });
    if id == app.state.id {
        begin_anew(app);
    }
    refresh_list(app);
}

/// Puts a removed record back.
pub(crate) fn restore_record(app: &App, id: &str, text: &str) {
    if LocalShelf.put(&format!("{PREFIX}{id}"), text).is_err() {
        app.bad(app.t("storage-full"));
    }
    refresh_list(app);
}

/// The raw text of a record that cannot be read, as a file.
pub(crate) fn download_record(id: &str) {
    if let Ok(Some(text)) = LocalShelf.get(&format!("{PREFIX}{id}")) {
        download::text(&format!("attain-record-{id}.txt"), "text/plain;charset=utf-8", &text);
    }
}

/// Why saving failed, and what to do.
pub(crate) fn save_problem(app: &App, error: &crate::scenario::SaveError) -> String {
    use crate::scenario::{SaveError, ShelfError};
    app.t(match error {
        SaveError::Shelf(ShelfError::Full) => "storage-full",
        SaveError::Shelf(ShelfError::Blocked) => "storage-blocked",
        SaveError::Conflict { .. } => "storage-conflict",
        SaveError::NotKept => "storage-not-kept",
    })
}

/// Forgets all data and scenarios of this browser: each record by its own key.
pub(crate) fn forget_everything(app: &App) {
    if let Ok(keys) = LocalShelf.keys() {
        for key in keys.iter().filter(|key| key.starts_with(PREFIX)) {
            let _ = LocalShelf.remove(key);
        }
    }
    let _ = LocalShelf.remove(MAPPINGS);
    let app = app.clone();
    spawn_local(async move {
        for about in database::list().await.unwrap_or_default() {
            let _ = database::remove(&about.key).await;
        }
        app.client.forget_data();
        app.client.hold_series(None);
        app.send(Event::DataGone);
        begin_anew(&app);
        refresh_list(&app);
        refresh_kept(&app);
        app.good(app.t("forgot-everything"));
    });
}
