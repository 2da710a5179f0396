//! Forecast: what will be sold, by the series' own past and by the pipeline.

mod pipeline;
mod series;

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::parts::{empty, go_to, tabs};
use crate::ui::routes::{ForecastTab, Route};
use pipeline::PipelineTab;
use series::SeriesTab;

#[inline(never)] // split.mjs knows it by its name
pub(crate) fn page(app: &App, tab: ForecastTab) -> Html {
    let data = app.state.data.report().map(|report| report.fingerprint.clone());
    let inside = match (tab, data) {
        // A file of series needs no data.
        (ForecastTab::Series, data) => {
            let key = format!("series {}", data.as_deref().unwrap_or_default());
            html! { <SeriesTab {key} {data} /> }
        }
        (ForecastTab::Pipeline, Some(data)) => {
            html! { <PipelineTab key={format!("pipeline {data}")} data={data.clone()} /> }
        }
        (ForecastTab::Pipeline, None) => {
            empty(app.t("forecast-no-data"), go_to(Route::Data.hash(), app.t("go-to-data")))
        }
    };
    html! {
        <div class="page" key="forecast">
            <header class="page-head">
                <h1>{ app.t("page-forecast") }</h1>
                { tabs(app, "page-forecast", &TABS) }
            </header>
            { inside }
        </div>
    }
}

/// Counts changes of what is held beside the state: how many there were, and who is told of another. Each has the part drawn
/// anew.
#[hook]
fn use_changes() -> (u32, Callback<()>) {
    let (count, redraw) = (use_mut_ref(|| 0_u32), use_force_update());
    let n_changes = *count.borrow();
    let changed = use_callback((), move |(), ()| {
        *count.borrow_mut() += 1;
        redraw.force_update();
    });
    (n_changes, changed)
}

/// Files that are read on this page.
const TABLES: &str = ".csv,.tsv,.txt,.psv,.tab,.dat,.xlsx,.xlsm,.xlsb,.xls,.ods,.zip,text/csv,text/plain";

/// Its tabs, in order.
const TABS: [(Route, &str); 2] =
    [(Route::Forecast(ForecastTab::Series), "tab-series"), (Route::Forecast(ForecastTab::Pipeline), "tab-pipeline")];
