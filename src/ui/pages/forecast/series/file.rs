//! A file of series in the place of the data: chosen, read by the files worker, its columns named and changed.

use std::rc::Rc;

use yew::prelude::*;

use super::super::TABLES;
use super::set;
use crate::data::SeriesColumns;
use crate::job::{FilesAnswer, FilesAsk, SeriesAsked, SeriesFile};
use crate::platform::pool::Ticket;
use crate::platform::{dom, events};
use crate::present::{no_series, read_error};
use crate::scenario::{FileChoices, ForecastChoices, ForecastGroup, ForecastSource};
use crate::ui::client::{SeriesHeld, SeriesRead};
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, button, choice, icon_button, lines, progress, with_own};

const PICKER: &str = "series-file";
/// Files and sheets that could not be read and are told, at most.
const MOST_FAILURES: usize = 5;

#[derive(Properties, PartialEq)]
pub(super) struct SourceProps {
    /// Told of a file that came, was read, or went.
    pub(super) changed: Callback<()>,
    /// Grows with each such change.
    pub(super) n_changes: u32,
}

/// What is forecast: the data, or a file; and that file.
#[component]
pub(super) fn Source(props: &SourceProps) -> Html {
    let app = use_app();
    let reading = use_state_eq(|| None::<(String, f64)>);
    let choices = &app.state.scenario().forecast;
    let is_file = choices.source == ForecastSource::File;
    let question = (is_file, props.n_changes, asked(&choices.file));
    {
        let (app, changed, reading) = (app.clone(), props.changed.clone(), reading.setter());
        use_effect_with(question, move |(is_file, _, asked)| {
            let held = app.client.series_file().filter(|_| *is_file);
            let held = held.filter(|held| held.read.as_ref().is_none_or(|read| read.asked != *asked));
            if held.is_none() {
                reading.set(None);
            }
            let ticket = held.map(|held| read(&app, held, asked.clone(), (changed, reading)));
            // Another question, another file or none, or leaving: nothing more is heard of this reading.
            move || {
                if let Some(ticket) = ticket {
                    ticket.cancel();
                }
            }
        });
    }
    let onchange = {
        let (app, changed) = (app.clone(), props.changed.clone());
        Callback::from(move |event: Event| {
            if let Some(chosen) = events::picked(&event) {
                take(&app, chosen);
                changed.emit(());
            }
        })
    };
    let sources =
        vec![(ForecastSource::Data, app.t("series-source-data")), (ForecastSource::File, app.t("series-source-file"))];
    let set_source = set(&app, |choices, source| (choices.source, choices.group) = (source, ForecastGroup::default()));
    let held = app.client.series_file().filter(|_| is_file);
    html! {
        <section class="section">
            <h2>{ app.t("series-source-title") }</h2>
            <div class="row">
                { choice(app.t("series-source"), false, &choices.source, sources, set_source) }
                if is_file {
                    <span class="picker">
                        <input id={PICKER} class="hidden-input" type="file" accept={TABLES} {onchange} tabindex="-1"
                            aria-label={app.t("series-file-choose")} />
                        { button(Some(Icon::FileUp), app.t("series-file-choose"), Callback::from(|()| dom::click(PICKER))) }
                    </span>
                }
            </div>
            if is_file {
                <p class="hint">{ app.t("series-file-hint") }</p>
            }
            // While it is read anew its columns stay, so that nobody loses his place.
            if let Some((file, share)) = &*reading {
                { progress(
                    &app,
                    app.tw("reading-file", [("file", file.as_str().into())]),
                    *share,
                    let_go(&app, props),
                ) }
            } else if is_file && held.is_none() && !choices.file.name.is_empty() {
                <p>{ app.tw("series-file-again", [("name", choices.file.name.as_str().into())]) }</p>
            }
            if let Some(held) = &held {
                <div class="stack" key="file">{ file(&app, props, held) }</div>
            }
        </section>
    }
}

/// How the file is to be read.
fn asked(choices: &FileChoices) -> SeriesAsked {
    let FileChoices { table, series, period, value, .. } = choices.clone();
    SeriesAsked { table, columns: SeriesColumns { series, period, value } }
}

/// Takes a file. Of another name, nothing is known of its columns.
fn take(app: &App, chosen: events::Chosen) {
    let name = chosen.names.first().cloned().unwrap_or_default();
    app.client.hold_series(Some(SeriesHeld { chosen, read: None }));
    if app.state.scenario().forecast.file.name != name {
        app.edit(move |scenario| {
            let choices = &mut scenario.forecast;
            (choices.file, choices.group) = (FileChoices { name, ..FileChoices::default() }, ForecastGroup::default());
        });
    }
}

type Told = (Callback<()>, UseStateSetter<Option<(String, f64)>>);

/// Reads the file. What is found counts only while it is the file that is held.
fn read(app: &App, held: Rc<SeriesHeld>, asked: SeriesAsked, (changed, reading): Told) -> Ticket {
    let names = held.chosen.names.clone();
    let ask = FilesAsk::Series { names: names.clone(), asked: asked.clone() };
    reading.set(Some((names.into_iter().next().unwrap_or_default(), 0.0)));
    let (told, to, files) = (reading.clone(), app.clone(), held.chosen.files.clone());
    let progress = move |file: String, share: f64| told.set(Some((file, share)));
    app.client.read_apart(&ask, files, progress, move |answer| {
        if !to.client.series_file().is_some_and(|now| Rc::ptr_eq(&now, &held)) {
            return;
        }
        let read = match answer {
            Ok((FilesAnswer::Series(found), values)) => Some(SeriesRead::new(asked, found.into_inner(), values)),
            _ => None,
        };
        if read.is_none() {
            to.bad(to.t("worker-lost"));
        }
        let chosen = held.chosen.clone();
        to.client.hold_series(read.map(|read| SeriesHeld { chosen, read: Some(read) }));
        reading.set(None);
        changed.emit(());
    })
}

/// Lets the file go, which also ends its reading.
fn let_go(app: &App, props: &SourceProps) -> Callback<()> {
    let (app, changed) = (app.clone(), props.changed.clone());
    Callback::from(move |()| {
        app.client.hold_series(None);
        changed.emit(());
    })
}

/// The file as it was read, with choices of its table and columns.
fn file(app: &App, props: &SourceProps, held: &SeriesHeld) -> Html {
    let Some(found) = held.read.as_ref().map(|read| &read.found) else { return Html::default() };
    let name = held.chosen.names.first().cloned().unwrap_or_default();
    html! {
        <>
            <div class="row">
                <span>{ said(app, found) }</span>
                { icon_button(Icon::Trash2, app.tw("series-file-remove", [("name", name.into())]), let_go(app, props)) }
            </div>
            if let Some(error) = &found.error {
                <p role="alert">{ no_series(&app.state.words, error) }{ " " }{ app.t("series-file-name-columns") }</p>
            }
            <ul class="gaps" aria-label={app.t("series-file-notes")}>{ lines(notes(app, found)) }</ul>
            { columns(app, found) }
        </>
    }
}

/// What the file holds, in a sentence.
fn said(app: &App, found: &SeriesFile) -> String {
    let (n, count) = (found.n_rows, app.count(found.n_rows));
    match &found.columns.value {
        None if found.table.is_empty() => app.t("series-file-nothing"),
        None => found.table.clone(),
        Some(_) if found.is_wide => {
            let values = [("table", found.table.as_str().into()), ("n", n.into()), ("count", count.into())];
            app.tw("series-file-wide", values)
        }
        Some(value) => {
            let header = |header: &Option<String>| header.clone().unwrap_or_else(|| app.t("none"));
            let values = [
                ("table", found.table.as_str().into()),
                ("value", value.as_str().into()),
                ("period", header(&found.columns.period).into()),
                ("series", header(&found.columns.series).into()),
                ("n", n.into()),
                ("count", count.into()),
            ];
            app.tw("series-file-long", values)
        }
    }
}

/// Cells that were left out, and what could not be read.
fn notes(app: &App, found: &SeriesFile) -> Vec<String> {
    let mut notes = Vec::new();
    if 0 < found.n_wrong {
        let rows: Vec<String> = found.wrong_lines.iter().map(|line| app.count(*line as usize)).collect();
        let values = [
            ("n", found.n_wrong.into()),
            ("count", app.count(found.n_wrong).into()),
            ("table", found.table.as_str().into()),
            ("rows", rows.join(", ").into()),
        ];
        notes.push(app.tw("series-file-wrong", values));
    }
    let failed = |(file, error): &(String, crate::data::ReadError)| {
        let problem = read_error(&app.state.words, &app.state.numerals, error);
        format!("{file}: {} {}", problem.reason, problem.remedy)
    };
    notes.extend(found.failures.iter().take(MOST_FAILURES).map(failed));
    notes
}

/// Choices of the table, where there are several, and of its columns.
fn columns(app: &App, found: &SeriesFile) -> Html {
    let choices = &app.state.scenario().forecast.file;
    if found.headers.is_empty() {
        return Html::default();
    }
    let tables: Vec<(String, String)> = found.tables.iter().map(|table| (table.clone(), table.clone())).collect();
    let set_table = set(app, |choices: &mut ForecastChoices, table: String| {
        let name = std::mem::take(&mut choices.file.name);
        choices.file = FileChoices { name, table: Some(table), ..FileChoices::default() };
        choices.group = ForecastGroup::default();
    });
    let column = |id: &str, own: &Option<String>, change: fn(&mut FileChoices, Option<String>)| {
        let found_out = (None, app.t("series-file-found-out"));
        let headers = found.headers.iter().map(|header| (Some(header.clone()), header.clone()));
        let headers =
            with_own(std::iter::once(found_out).chain(headers).collect(), own, || own.clone().unwrap_or_default());
        let app = app.clone();
        let set = Callback::from(move |header: Option<String>| {
            app.edit(move |scenario| {
                change(&mut scenario.forecast.file, header);
                scenario.forecast.group = ForecastGroup::default();
            });
        });
        (id.to_owned(), own.clone(), headers, set)
    };
    let all = [
        column("series-file-series", &choices.series, |file, header| file.series = header),
        column("series-file-period", &choices.period, |file, header| file.period = header),
        column("series-file-value", &choices.value, |file, header| file.value = header),
    ];
    html! {
        <div class="row">
            if 1 < tables.len() {
                { choice(app.t("series-file-table"), false, &found.table, tables, set_table) }
            }
            { for all.into_iter().map(|(id, own, headers, set)| choice(app.t(&id), false, &own, headers, set)) }
        </div>
    }
}
