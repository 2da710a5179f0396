//! The tables of the files worker: how they are read, what they mean, corrections, and what is remembered of that.

use std::rc::Rc;

use js_sys::Uint8Array;

use super::data::{lost, take_data};
use crate::data::ReadChoice;
use crate::job::{FilesAnswer, FilesAsk};
use crate::platform::bulk::Bulk;
use crate::platform::download;
use crate::platform::pool::Lost;
use crate::platform::storage::LocalShelf;
use crate::scenario::{Shelf, write};
use crate::ui::context::App;
use crate::ui::store::Event;

/// Where mappings are remembered.
pub(super) const MAPPINGS: &str = "attain.mappings";

pub(super) type FilesAnswered = Result<(FilesAnswer, Option<Bulk>), Lost>;

/// A session of files begins: the worker is told what is there and what is known.
pub(super) fn begin(app: &App) {
    let tell = |ask: FilesAsk, bulk: Option<Bulk>| {
        app.client.ask_files(&ask, bulk, |_| {});
    };
    let text = |text: &[u8]| Some(Bulk::of(text));
    // What was imported before stays, but for the kinds that the new files bring.
    let report = app.state.data.report().cloned();
    let base = report.and_then(|report| app.client.data(&report.fingerprint));
    tell(FilesAsk::Forget, None);
    tell(FilesAsk::Earlier, text(write(app.state.scenario(), None).as_bytes()));
    if let Ok(Some(known)) = LocalShelf.get(MAPPINGS) {
        tell(FilesAsk::Known, text(known.as_bytes()));
    }
    if base.is_some() {
        tell(FilesAsk::Base, base);
    }
}

pub(super) fn took_tables(app: &App, answer: FilesAnswered) {
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

/// Changes what a table means, and makes records of it anew.
pub(crate) fn change_tables(app: &App, ask: &FilesAsk) {
    let done = app.clone();
    app.client.ask_files(ask, None, move |answer| took_tables(&done, answer));
}

/// Reads a table's file again, in another way.
pub(crate) fn choose(app: &App, table: &str, choice: ReadChoice) {
    app.send(Event::ReadBegan(table.to_owned()));
    read(app, &FilesAsk::SetChoice { table: table.to_owned(), choice }, None);
}

/// Reads files with progress.
pub(super) fn read(app: &App, ask: &FilesAsk, files: Option<js_sys::Array>) {
    let (progress, done) = (app.clone(), app.clone());
    let went = move |file, share| progress.send(Event::ReadWent { file, share });
    app.client.read(ask, files, went, move |answer| took_tables(&done, answer));
}

fn import(app: &App) {
    let done = app.clone();
    app.client.ask_files(&FilesAsk::Import, None, move |answer| match answer {
        Ok((FilesAnswer::Imported(report), Some(bytes))) => {
            take_data(&done, Rc::new(*report), bytes, None);
            remember(&done, false);
        }
        _ => lost(&done),
    });
}

/// Remembers what the user said of tables, or all that the worker knows, for tables with the same headers.
fn remember(app: &App, all: bool) {
    app.client.ask_files(&FilesAsk::Mappings { all }, None, |answer| {
        if let Ok((FilesAnswer::File, Some(Bulk::Bytes(bytes)))) = answer {
            // Without room for it the next file is guessed anew.
            let _ = LocalShelf.put(MAPPINGS, &String::from_utf8(bytes.to_vec()).unwrap_or_default());
        }
    });
}

/// Takes over mappings from a file; `false` if the text is of another kind.
pub(super) fn take_mappings(app: &App, bytes: &Uint8Array) -> bool {
    // Its beginning tells it from a scenario.
    let start = String::from_utf8_lossy(&bytes.subarray(0, bytes.length().min(64)).to_vec()).into_owned();
    if !start.contains("attain-mappings") {
        return false;
    }
    if app.state.tables.is_none() {
        begin(app);
    }
    let done = app.clone();
    app.client.ask_files(&FilesAsk::Known, Some(Bulk::Bytes(bytes.clone())), move |answer| match answer {
        Ok((FilesAnswer::Tables(tables), _)) => {
            done.good(done.t("mappings-taken"));
            remember(&done, true);
            if !tables.previews.is_empty() {
                took_tables(&done, Ok((FilesAnswer::Tables(tables), None)));
            }
        }
        _ => done.bad(done.t("file-damaged-data")),
    });
    true
}

/// A file that the files worker makes.
pub(crate) fn download_from_files(app: &App, ask: &FilesAsk, name: &'static str, kind: &'static str) {
    let done = app.clone();
    app.client.ask_files(ask, None, move |answer| match answer {
        Ok((FilesAnswer::File, Some(bytes))) => {
            download::bulk(name, kind, &bytes);
        }
        _ => lost(&done),
    });
}
