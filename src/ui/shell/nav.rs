//! The pages, beside the page or, on a narrow screen, below it.

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::parts::{Icon, glyph};
use crate::ui::routes::Route;

const fn icon(route: Route) -> Icon {
    match route {
        Route::Data => Icon::Database,
        Route::Forecast(_) => Icon::ChartColumn,
        Route::Quotas(_) => Icon::Target,
        Route::Compensation(_) => Icon::Coins,
        Route::Scenarios => Icon::FolderOpen,
    }
}

pub(super) fn nav(app: &App) -> Html {
    let entry = |route: &Route| {
        let is_here = route.is_same_page(app.state.route);
        html! {
            <li key={route.hash()}>
                <a href={format!("#{}", route.hash())} class="nav-link" aria-current={is_here.then_some("page")}>
                    { glyph(icon(*route)) }
                    <span>{ app.t(route.name()) }</span>
                </a>
            </li>
        }
    };
    html! {
        <nav class="nav" aria-label={app.t("pages")}>
            <ul>{ for Route::ALL.iter().map(entry) }</ul>
        </nav>
    }
}
