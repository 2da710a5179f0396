//! Data: the files, what they mean, what became of each row.

mod counts;
mod drop;
mod issues;
mod mapping;
mod settings;
mod welcome;

use yew::prelude::*;

use crate::ui::actions;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Button, Icon, Progress};
use crate::ui::store::DataState;
use counts::Counts;
pub(crate) use drop::FilePicker;
use issues::Issues;
use mapping::{Failures, Mappings};
use settings::Settings;
use welcome::Welcome;

#[component]
pub(crate) fn DataPage() -> Html {
    let app = use_app();
    html! {
        <div class="page">
            if actions::is_first_visit(&app) {
                <Welcome />
            } else {
                <header class="page-head">
                    <h1>{ app.t("page-data") }</h1>
                    <div class="page-tools"><FilePicker /></div>
                </header>
                { reading(&app) }
                { data(&app) }
            }
        </div>
    }
}

fn reading(app: &App) -> Html {
    let to = app.clone();
    let onstop = Callback::from(move |()| actions::stop_reading(&to));
    html! {
        <div>
            if let Some(reading) = &app.state.reading {
                <Progress label={app.tw("reading-file", [("file", reading.file.as_str().into())])} share={reading.share} {onstop} />
            }
        </div>
    }
}

fn data(app: &App) -> Html {
    let sample = {
        let app = app.clone();
        Callback::from(move |()| actions::take_sample(&app))
    };
    let files = app.state.scenario().data.as_ref().map(|data| data.files.join(", ")).unwrap_or_default();
    html! {
        <div class="stack">
            if let Some(tables) = &app.state.tables {
                <Failures failures={tables.failures.clone()} />
            }
            {
                match &app.state.data {
                    DataState::Ready(report) => html! {
                        <div class="stack">
                            <Counts report={report.clone()} />
                            <Issues report={report.clone()} />
                        </div>
                    },
                    DataState::Missing => html! {
                        <p class="banner" role="status">{ app.tw("data-missing", [("files", files.into())]) }</p>
                    },
                    DataState::Loading => html! { <p role="status">{ app.t("data-loading") }</p> },
                    DataState::None if app.state.reading.is_none() => html! {
                        <div class="empty">
                            <p>{ app.t("data-none") }</p>
                            <Button icon={Icon::Building2} label={app.t("try-sample")} onclick={sample} />
                        </div>
                    },
                    DataState::None => html! { <div /> },
                }
            }
            if let Some(tables) = &app.state.tables {
                <Mappings tables={tables.clone()} />
            } else if app.state.data.report().is_some_and(|report| !report.files.is_empty()) {
                <p class="hint">{ app.t("mapping-again") }</p>
            }
            <Settings />
        </div>
    }
}
