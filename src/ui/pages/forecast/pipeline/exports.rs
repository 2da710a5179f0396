//! Earlier exports of the pipeline: what became of it since, what stages and forecasters' words were worth.

use std::rc::Rc;

use yew::prelude::*;

use super::super::TABLES;
use super::Said;
use crate::engine::pipeline::{CategoryRow, StageFactor, StageShare, Waterfall};
use crate::job::{FilesAnswer, FilesAsk, N_EXPORTS, PipelineFound, PipelineStated};
use crate::platform::pool::Ticket;
use crate::platform::{dom, events};
use crate::present::{Chart, Numerals, pipeline_basis, pipeline_category, pipeline_waterfall};
use crate::ui::app::Shared;
use crate::ui::client::{Export, Gone};
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Icon, button, choice, day, folded, icon_button, progress, table};

const PICKER: &str = "export-files";

#[derive(Properties, PartialEq)]
pub(super) struct ExportsProps {
    pub(super) data: String,
    /// What the deals say, with the exports that are there.
    pub(super) said: Option<Shared<Said>>,
    pub(super) stated: Option<Shared<PipelineStated>>,
    /// Told of an export that came, went, or has another day.
    pub(super) changed: Callback<()>,
    /// Grows with each such change.
    pub(super) n_changes: u32,
}

#[component]
pub(super) fn Exports(props: &ExportsProps) -> Html {
    let app = use_app();
    let reading = use_state_eq(|| None::<(String, f64)>);
    let tickets = use_mut_ref(Vec::<Ticket>::new);
    let of_quarter = use_state_eq(|| false);
    let onchange = {
        let (to, changed, reading) = (app.clone(), props.changed.clone(), reading.setter());
        let (data, tickets) = (props.data.clone(), tickets.clone());
        Callback::from(move |event: Event| {
            if let Some(chosen) = events::picked(&event) {
                let ticket = read(&to, data.clone(), chosen, (changed.clone(), reading.clone()));
                tickets.borrow_mut().push(ticket);
            }
        })
    };
    let stop = {
        let reading = reading.setter();
        Callback::from(move |()| {
            tickets.take().iter().for_each(Ticket::cancel);
            reading.set(None);
        })
    };
    let of = (props.said.clone(), *of_quarter, app.state.words.locale(), app.state.scenario().currency.clone());
    let charts = use_memo(of, |(said, of_quarter, ..)| {
        let found = said.as_ref().and_then(|said| said.0.as_ref().as_ref().ok());
        let shown = |waterfall: &&Waterfall| waterfall.due.is_some() == *of_quarter;
        let chart = |waterfall: &Waterfall| Shared(Rc::new(pipeline_waterfall(&app.voice(), waterfall)));
        found.map_or_else(Vec::new, |found| {
            found.waterfalls.iter().rev().filter(shown).map(chart).collect::<Vec<Shared<Chart>>>()
        })
    });
    let found = props.said.as_ref().and_then(|said| said.0.as_ref().as_ref().ok());
    let deals = vec![(false, app.t("pipe-due-all")), (true, app.t("pipe-due-quarter"))];
    let set = of_quarter.setter();
    html! {
        <section class="section">
            <h2>{ app.t("pipe-exports-title") }</h2>
            <p class="hint">{ app.t("pipe-exports-hint") }</p>
            <span class="picker">
                <input id={PICKER} class="hidden-input" type="file" accept={TABLES} {onchange} tabindex="-1"
                    aria-label={app.t("pipe-export-add")} />
                { button(Some(Icon::FileUp), app.t("pipe-export-add"), Callback::from(|()| dom::click(PICKER))) }
            </span>
            <div>
                if let Some((file, share)) = &*reading {
                    { progress(&app, app.tw("reading-file", [("file", file.as_str().into())]), *share, stop) }
                }
            </div>
            <ul class="rule-list">
                { for app.client.exports(&props.data).iter().map(|export| one(&app, props, export, found)) }
            </ul>
            <div class="stack">
                if !charts.is_empty() {
                    <div class="row">{ choice(app.t("pipe-due"), false, &*of_quarter, deals, Callback::from(move |is| set.set(is))) }</div>
                    { parts::charts(&charts) }
                }
            </div>
            <div class="stack">
                if let Some(found) = found {
                    { learned(&app, found, props.stated.as_ref().map(|stated| stated.0.as_ref())) }
                }
            </div>
        </section>
    }
}

type Told = (Callback<()>, UseStateSetter<Option<(String, f64)>>);

/// Reads a file as an export.
fn read(app: &App, data: String, chosen: events::Chosen, (changed, reading): Told) -> Ticket {
    let name = chosen.names.first().cloned().unwrap_or_default();
    let ask = FilesAsk::Export { names: chosen.names, mappings: app.state.scenario().mappings.clone() };
    reading.set(Some((name.clone(), 0.0)));
    let (told, to) = (reading.clone(), app.clone());
    let progress = move |file: String, share: f64| told.set(Some((file, share)));
    app.client.read_apart(&ask, chosen.files, progress, move |answer| {
        match answer {
            // Other data came while it was read: the export was none of that.
            _ if to.client.data(&data).is_none() => {}
            Ok((FilesAnswer::Exported { report, day: Some(day) }, Some(bytes))) if report.n_deals != 0 => {
                let key = report.fingerprint.clone();
                match to.client.add_export(&data, Export { day, name, n_deals: report.n_deals, key, bytes }) {
                    Some(Gone::OfThatDay(other)) => to.good(to.tw("pipe-export-same-day", [("name", other.into())])),
                    Some(Gone::Eldest(other)) => {
                        let most = to.count(N_EXPORTS).into();
                        to.good(to.tw("pipe-export-eldest", [("name", other.into()), ("most", most)]));
                    }
                    None => {}
                }
            }
            Ok(_) => to.bad(to.tw("pipe-export-empty", [("name", name.into())])),
            Err(_) => to.bad(to.t("worker-lost")),
        }
        reading.set(None);
        changed.emit(());
    })
}

/// An export, its day, whether it counts, and a way to take it away.
fn one(app: &App, props: &ExportsProps, export: &Export, found: Option<&PipelineFound>) -> Html {
    let name = export.name.clone();
    let said = app.tw(
        "pipe-export-of",
        [("name", name.as_str().into()), ("n", export.n_deals.into()), ("count", app.count(export.n_deals).into())],
    );
    let (to, told, from, data) = (app.clone(), props.changed.clone(), export.day, props.data.clone());
    let move_to = Callback::from(move |day: Option<chrono::NaiveDate>| {
        if let Some(day) = day
            && !to.client.date_export(&data, from, day)
        {
            to.bad(to.t("pipe-export-day-taken"));
        }
        told.emit(());
    });
    let late = found.filter(|found| found.data_day <= from);
    let late = late.map(|found| app.tw("pipe-export-late", [("day", app.state.numerals.date(found.data_day).into())]));
    let (to, told) = (app.clone(), props.changed.clone());
    let remove = Callback::from(move |()| {
        to.client.remove_export(from);
        told.emit(());
    });
    let values = || [("name", name.as_str().into())];
    html! {
        <li key={export.key.clone()} class="row">
            <span>{ said }</span>
            { day(app.tw("pipe-export-day", values()), Some(from), move_to) }
            { icon_button(Icon::Trash2, app.tw("pipe-export-remove", values()), remove) }
            if let Some(late) = late {
                <span class="field-problem">{ late }</span>
            }
        </li>
    }
}

/// What exports teach of stages and of forecasters' words.
fn learned(app: &App, found: &PipelineFound, stated: Option<&PipelineStated>) -> Html {
    let categories = stated.map(|stated| stated.categories.as_slice()).unwrap_or_default();
    html! {
        <>
            if !found.stages.is_empty() {
                { folded(1, "stage-factors".into(), app.t("pipe-factors-title"), true, factors(app, &found.stages)) }
            }
            if !found.stage_shares.is_empty() {
                { folded(2, "stage-shares".into(), app.t("pipe-shares-title"), false, shares(app, &found.stage_shares)) }
            }
            if !categories.is_empty() {
                { folded(3, "categories".into(), app.t("pipe-categories-title"), false, rollup(app, categories)) }
            }
        </>
    }
}

fn factors(app: &App, stages: &[StageFactor]) -> Html {
    let numerals = &app.state.numerals;
    let row = |stage: &StageFactor| {
        vec![
            stage.stage.clone(),
            app.count(stage.n as usize),
            app.count(stage.won as usize),
            numerals.decimal(stage.expected, 1, 1),
            numerals.decimal(stage.factor, 2, 2),
        ]
    };
    let ids = ["pipe-stage", "pipe-seen", "pipe-won-in-time", "pipe-by-age", "pipe-factor"];
    table(app.t("pipe-factors-title"), 1, app.ts(&ids), Rc::new(stages.iter().map(row).collect()))
}

fn shares(app: &App, stages: &[StageShare]) -> Html {
    let voice = app.voice();
    let row = |stage: &StageShare| {
        let from = app.count(stage.age_from as usize);
        let age = match stage.age_until {
            Some(until) => {
                let until = app.count(until.saturating_sub(1) as usize);
                app.tw("pipe-age", [("from", from.into()), ("to", until.into())])
            }
            None => app.tw("pipe-age-on", [("from", from.into())]),
        };
        let name = if stage.stage.is_empty() { app.t("none") } else { stage.stage.clone() };
        let counts = [stage.won.n, stage.won.count].map(|n| app.count(n as usize));
        let shares = [stage.won.share, stage.won.low, stage.won.high].map(|share| voice.percent(share));
        [name, age].into_iter().chain(counts).chain(shares).collect()
    };
    let ids = ["pipe-stage", "pipe-age-title", "pipe-seen", "pipe-won", "pipe-share", "pipe-from", "pipe-to"];
    table(app.t("pipe-shares-title"), 2, app.ts(&ids), Rc::new(stages.iter().map(row).collect()))
}

fn rollup(app: &App, rows: &[CategoryRow]) -> Html {
    let voice = app.voice();
    let row = |row: &CategoryRow| {
        vec![
            row.rep.clone(),
            pipeline_category(&app.state.words, row.category),
            pipeline_basis(&app.state.words, row.basis),
            voice.whole(row.forecast.to_f64()),
            voice.whole(row.won.to_f64()),
            row.yields.map_or_else(|| app.t("none"), |yields| voice.percent(yields)),
            voice.whole(row.open.to_f64()),
            row.corrected.map_or_else(|| app.t("none"), |amount| voice.whole(amount)),
        ]
    };
    let ids = [
        "pipe-rep",
        "pipe-category",
        "pipe-basis",
        "pipe-was-due",
        "pipe-amount-won",
        "pipe-yield",
        "pipe-open-now",
        "pipe-corrected",
    ];
    table(app.t("pipe-categories-title"), 3, app.ts(&ids), Rc::new(rows.iter().map(row).collect()))
}
