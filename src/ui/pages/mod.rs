//! A folder a page.

mod compensation;
mod data;
mod scenarios;

use yew::prelude::*;

use super::context::App;
use super::routes::Route;

/// The page of the address.
pub(crate) fn page(app: &App) -> Html {
    match app.state.route {
        Route::Data => data::page(app),
        Route::Compensation(tab) => compensation::page(app, tab),
        Route::Scenarios => scenarios::page(app),
    }
}
