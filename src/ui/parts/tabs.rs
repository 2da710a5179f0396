//! The tabs of a page, each an address of its own.

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::routes::Route;

/// A page's tabs with the ids of their names; that of the address is marked.
pub(crate) fn tabs(app: &App, page: &str, tabs: &[(Route, &str)]) -> Html {
    let link = |(route, name): &(Route, &str)| {
        let is_here = app.state.route == *route;
        html! {
            <li key={(*name).to_owned()}>
                <a class="tab" href={format!("#{}", route.hash())} aria-current={is_here.then_some("page")}>{ app.t(name) }</a>
            </li>
        }
    };
    html! { <nav class="tabs" aria-label={app.t(page)}><ul>{ for tabs.iter().map(link) }</ul></nav> }
}
