//! What stands around every page: the bar, the navigation, notices, and the place to drop files anywhere.

mod bar;
mod nav;
mod notices;
mod saved;

use yew::prelude::*;

use super::actions;
use super::context::use_app;
use super::pages;
use crate::platform::{dom, events};
use bar::bar;
use nav::nav;
use notices::{notices, use_fading};

/// The whole page.
#[component]
pub(crate) fn Shell() -> Html {
    let app = use_app();
    use_fading(&app);
    let is_over = use_state_eq(|| false);
    let over = is_over.setter();
    let ondragover = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    });
    let over = is_over.setter();
    let ondragleave = Callback::from(move |event: DragEvent| {
        // Leaving a part for another is not leaving the page.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let over = is_over.setter();
    let to = app.clone();
    let ondrop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let to = to.clone();
        events::dropped(&event, move |chosen| actions::take_files(&to, chosen));
    });
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        dom::focus("main");
    });
    // A new page begins at its heading, for the keyboard and for readers.
    let is_first = use_mut_ref(|| true);
    use_effect_with(app.state.route, move |_| {
        if !std::mem::replace(&mut *is_first.borrow_mut(), false) {
            dom::focus("main");
        }
    });
    html! {
        <div class="app" {ondragover} {ondragleave} {ondrop}>
            <a class="skip" href="#main" onclick={skip}>{ app.t("skip") }</a>
            { bar(&app) }
            { nav(&app) }
            <main class="main" id="main" tabindex="-1">
                if app.state.read_only {
                    <p class="banner" role="status">{ app.t("record-newer") }</p>
                }
                { pages::page(&app) }
            </main>
            { notices(&app) }
            <div class={if *is_over { "drop-veil" } else { "drop-veil drop-veil-hidden" }} aria-hidden="true">
                <p>{ app.t("drop-anywhere") }</p>
            </div>
        </div>
    }
}
