//! Data: the files, what they mean, what became of each row.

mod counts;
mod drop;
mod fix;
mod issues;
mod kept;
mod mapping;
mod read_as;
mod settings;
mod welcome;

use yew::prelude::*;

use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, progress};
use crate::ui::store::DataState;
use counts::counts;
pub(crate) use drop::file_picker;
use drop::{folder_picker, paste_box};
use issues::issues;
use kept::kept;
use mapping::{failures, mappings};
use settings::settings;
use welcome::welcome;

#[inline(never)] // split.mjs knows it by its name
pub(crate) fn page(app: &App) -> Html {
    html! {
        <div class="page" key="data">
            if actions::is_first_visit(app) {
                { welcome(app) }
            } else {
                { work(app) }
            }
        </div>
    }
}

#[inline(never)]
fn work(app: &App) -> Html {
    let label = if app.state.data.report().is_some() { "add-files" } else { "choose-files" };
    html! {
        <>
            <header class="page-head">
                <h1>{ app.t("page-data") }</h1>
                <div class="page-tools">{ file_picker(app, false, app.t(label)) }{ folder_picker(app) }</div>
            </header>
            { paste_box(app) }
            { reading(app) }
            { data(app) }
        </>
    }
}

fn reading(app: &App) -> Html {
    html! {
        <div>
            if let Some(reading) = &app.state.reading {
                { progress(app, app.tw("reading-file", [("file", reading.file.as_str().into())]), reading.share, app.act(actions::stop_reading)) }
            }
        </div>
    }
}

fn data(app: &App) -> Html {
    let files = app.state.scenario().data.as_ref().map(|data| data.files.join(", ")).unwrap_or_default();
    html! {
        <div class="stack">
            if let Some(tables) = &app.state.tables {
                { failures(app, &tables.failures) }
            }
            {
                match &app.state.data {
                    DataState::Ready(report) => html! {
                        <div class="stack">
                            { counts(app, report) }
                            { issues(report) }
                        </div>
                    },
                    DataState::Missing => html! {
                        <p class="banner" role="status">{ app.tw("data-missing", [("files", files.into())]) }</p>
                    },
                    DataState::Loading => html! { <p role="status">{ app.t("data-loading") }</p> },
                    DataState::None if app.state.reading.is_none() => html! {
                        <div class="empty">
                            <p>{ app.t("data-none") }</p>
                            { button(Some(Icon::Building2), app.t("try-sample"), app.act(actions::take_sample)) }
                        </div>
                    },
                    DataState::None => html! { <div /> },
                }
            }
            if let Some(tables) = &app.state.tables {
                { mappings(app, tables) }
            } else if app.state.data.report().is_some_and(|report| !report.files.is_empty()) {
                <p class="hint">{ app.t("mapping-again") }</p>
            }
            { settings(app) }
            { kept(app) }
        </div>
    }
}
