//! A folder a page.

mod compensation;
mod data;
mod scenarios;

use yew::prelude::*;

use super::routes::Route;

/// The page of an address.
pub(crate) fn page(route: Route) -> Html {
    match route {
        Route::Data => html! { <data::DataPage /> },
        Route::Compensation(tab) => html! { <compensation::CompensationPage {tab} /> },
        Route::Scenarios => html! { <scenarios::ScenariosPage /> },
    }
}
