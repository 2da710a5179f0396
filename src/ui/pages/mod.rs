//! A folder a page; `assumed` is what several of them ask.

mod assumed;
mod compensation;
mod data;
mod forecast;
mod quotas;
mod scenarios;

use yew::prelude::*;

use super::actions;
use super::context::{App, use_app};
use super::routes::Route;

/// The page of the address.
pub(crate) fn page(app: &App) -> Html {
    let is_first_view = app.state.route == Route::Data && actions::is_first_visit(app);
    match app.state.route {
        _ if !is_first_view && !app.state.words.is_whole() => html! { <Waiting /> },
        Route::Data => data::page(app),
        Route::Forecast(tab) => forecast::page(app, tab),
        Route::Quotas(tab) => quotas::page(app, tab),
        Route::Compensation(tab) => compensation::page(app, tab),
        Route::Scenarios => scenarios::page(app),
    }
}

/// Stands in place of a page as long as its texts are on the way.
#[component]
fn Waiting() -> Html {
    let app = use_app();
    let to = app.clone();
    use_effect_with((), move |()| actions::fetch_rest(&to));
    html! { <p role="status">{ app.t("page-loading") }</p> }
}
