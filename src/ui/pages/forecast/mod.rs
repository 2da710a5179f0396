//! Forecast: what will be sold, by the series' own past and by the pipeline.

mod asked;
mod pipeline;
mod series;

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::parts::{empty, go_to};
use crate::ui::routes::{ForecastTab, Route};
use pipeline::PipelineTab;
use series::SeriesTab;

#[inline(never)] // split.mjs knows it by its name
pub(crate) fn page(app: &App, tab: ForecastTab) -> Html {
    let inside = match app.state.data.report() {
        Some(report) => {
            let data = report.fingerprint.clone();
            match tab {
                ForecastTab::Series => html! { <SeriesTab key={format!("series {data}")} data={data.clone()} /> },
                ForecastTab::Pipeline => html! { <PipelineTab key={format!("pipeline {data}")} data={data.clone()} /> },
            }
        }
        None => empty(app.t("forecast-no-data"), go_to(Route::Data.hash(), app.t("go-to-data"))),
    };
    html! {
        <div class="page" key="forecast">
            <header class="page-head">
                <h1>{ app.t("page-forecast") }</h1>
                { tabs(app, tab) }
            </header>
            { inside }
        </div>
    }
}

/// Tabs, in order.
const TABS: [(ForecastTab, &str); 2] = [(ForecastTab::Series, "tab-series"), (ForecastTab::Pipeline, "tab-pipeline")];

fn tabs(app: &App, here: ForecastTab) -> Html {
    let link = |(tab, name): (ForecastTab, &str)| {
        let address = format!("#{}", Route::Forecast(tab).hash());
        html! {
            <li key={name.to_owned()}><a class="tab" href={address} aria-current={(tab == here).then_some("page")}>{ app.t(name) }</a></li>
        }
    };
    html! {
        <nav class="tabs" aria-label={app.t("page-forecast")}><ul>{ for TABS.into_iter().map(link) }</ul></nav>
    }
}
