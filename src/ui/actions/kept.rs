//! The data that this browser keeps: keep, list, forget.

use wasm_bindgen_futures::spawn_local;

use crate::job::{ImportReport, encode};
use crate::platform::bulk::Bulk;
use crate::platform::database::{self, About};
use crate::platform::storage::{LocalShelf, ask_to_persist, room};
use crate::platform::system;
use crate::scenario::list;
use crate::ui::context::App;
use crate::ui::store::{Event, Kept};

/// Reads anew what this browser keeps.
pub(crate) fn refresh_kept(app: &App) {
    let app = app.clone();
    spawn_local(async move {
        let datasets = database::list().await.ok();
        let room = room().await;
        app.send(Event::KeptListed(datasets.map(|datasets| Kept { datasets, room })));
    });
}

/// Keeps a dataset in this browser, and asks that it be kept when space is short.
pub(super) fn keep_data(app: &App, report: &ImportReport, bytes: Bulk) {
    let files: Vec<&str> = report.files.iter().map(|file| file.file.as_str()).collect();
    let about = About {
        key: report.fingerprint.clone(),
        files: files.join(", "),
        n_rows: report.files.iter().map(|file| file.n_rows).sum(),
        n_bytes: bytes.n_bytes(),
        saved_at: system::now(),
    };
    let (app, report) = (app.clone(), encode(report));
    spawn_local(async move {
        if database::put(&about, &bytes, &report).await.is_ok() {
            ask_to_persist();
        } else {
            app.bad(app.t("data-not-kept"));
        }
        refresh_kept(&app);
    });
}

/// Forgets one dataset; scenarios that name it stay, without their data.
pub(crate) fn forget_dataset(app: &App, key: &str) {
    let (app, key) = (app.clone(), key.to_owned());
    spawn_local(async move {
        if database::remove(&key).await.is_err() {
            app.bad(app.t("storage-blocked"));
        } else if app.state.data.report().is_some_and(|report| report.fingerprint == key) {
            app.client.forget_data();
            app.send(Event::TablesLeft);
            app.send(Event::DataMissing);
        }
        refresh_kept(&app);
    });
}

/// Forgets datasets whose place another import of the same files took, once that is saved, and unless another scenario or
/// a step that can be undone names them.
pub(crate) fn forget_replaced(app: &App) {
    let replaced = app.client.take_replaced();
    if replaced.is_empty() {
        return;
    }
    let stored = list(&LocalShelf).unwrap_or_default();
    let mut unnamed = Vec::new();
    for key in replaced {
        let is_stored = stored.iter().any(|entry| entry.data.as_ref() == Some(&key));
        let names = |data: &crate::scenario::DataRef| data.fingerprint == key;
        if is_stored || app.state.history.any(|step| step.data.as_ref().is_some_and(names)) {
            app.client.replace_data(key); // perhaps later
        } else {
            unnamed.push(key);
        }
    }
    let app = app.clone();
    spawn_local(async move {
        for key in unnamed {
            let _ = database::remove(&key).await;
        }
        refresh_kept(&app);
    });
}
