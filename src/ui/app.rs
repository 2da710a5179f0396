//! The page as a whole: makes the state and the workers, and sets what follows from changes going.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::actions;
use super::client::Client;
use super::context::{App, Seen};
use super::effects::{use_cost, use_cost_job, use_data, use_dress, use_fit, use_replay, use_saving, use_start};
use super::routes::Route;
use super::shell::Shell;
use super::store::State;
use crate::platform::{faults, system};
use crate::present::{Locale, Words};

/// Starts the page.
pub fn start() {
    faults::install();
    // Nothing is shown before its words are there.
    let (wanted, route) = (actions::wanted(), Route::of_hash(&system::hash()));
    if wanted == Locale::English && route == Route::Data {
        yew::Renderer::<Page>::with_props(PageProps { words: None, is_asked: false }).render();
        return;
    }
    spawn_local(async move {
        let words = actions::words_of(wanted).await;
        yew::Renderer::<Page>::with_props(PageProps { words, is_asked: true }).render();
    });
}

#[derive(Properties, PartialEq)]
struct PageProps {
    /// All texts of the wanted language. Those of the first view in English take their place as long as they are not there.
    words: Option<Words>,
    /// Whether they were asked for.
    is_asked: bool,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let state = use_reducer(|| State::new(props.words.clone().unwrap_or_else(Words::first_view)));
    let client = use_memo((), |()| Client::new());
    let seen = use_memo((), |()| Seen::default());
    let job = Shared(use_cost_job(&state));
    let app = App { state, client, seen, job };
    use_start(&app, props.words.is_none(), props.is_asked);
    use_dress(&app);
    use_saving(&app);
    use_data(&app);
    use_replay(&app);
    use_fit(&app);
    use_cost(&app);
    html! {
        <ContextProvider<App> context={app}>
            <Shell />
        </ContextProvider<App>>
    }
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Compared by address: a big value that is shared, and new whenever it changes.
#[derive(Debug)]
pub(crate) struct Shared<T>(pub(crate) Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
