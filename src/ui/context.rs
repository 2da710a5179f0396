//! What every part of the page can reach.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::actions::CostJob;
use super::app::Shared;
use super::client::Client;
use super::store::{Event, NoticeTone, State};
use crate::present::{Arg, Voice};
use crate::scenario::Scenario;

/// Id of the open record, and the generation of it that this page saw last.
#[derive(Debug, Default)]
pub(crate) struct Seen(pub(crate) RefCell<(String, u64)>);

/// State, events and workers.
#[derive(Clone, PartialEq)]
pub(crate) struct App {
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) client: Rc<Client>,
    pub(crate) seen: Rc<Seen>,
    /// What is to be simulated, if all that it needs is there.
    pub(crate) job: Shared<Option<CostJob>>,
}

/// The page's state, events and workers.
#[hook]
pub(crate) fn use_app() -> App {
    use_context::<App>().unwrap_or_else(|| unreachable!("every part stands inside the page"))
}

impl App {
    /// A text of the catalogue.
    pub(crate) fn t(&self, id: &str) -> String {
        self.state.words.text(id)
    }

    /// A text with values.
    pub(crate) fn tw<const N: usize>(&self, id: &str, values: [(&'static str, Arg); N]) -> String {
        self.state.words.with(id, values)
    }

    /// How figures are said.
    pub(crate) fn voice(&self) -> Voice<'_> {
        Voice { words: &self.state.words, numerals: &self.state.numerals, currency: &self.state.scenario().currency }
    }

    /// A whole count, as the locale writes it.
    pub(crate) fn count(&self, n: usize) -> String {
        use crate::present::Numerals;
        self.state.numerals.count(n)
    }

    pub(crate) fn send(&self, event: Event) {
        self.state.dispatch(event);
    }

    /// A callback that does something of the page.
    pub(crate) fn act(&self, act: fn(&Self)) -> Callback<()> {
        let app = self.clone();
        Callback::from(move |()| act(&app))
    }

    /// Texts of the catalogue, for the head of a table.
    pub(crate) fn ts(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.t(id)).collect()
    }

    /// Changes the scenario, as one step.
    pub(crate) fn edit(&self, edit: impl FnOnce(&mut Scenario) + 'static) {
        self.send(Event::Edited(Box::new(edit)));
    }

    pub(crate) fn good(&self, text: String) {
        self.send(Event::Noticed { tone: NoticeTone::Good, text, undo: None });
    }

    pub(crate) fn bad(&self, text: String) {
        self.send(Event::Noticed { tone: NoticeTone::Bad, text, undo: None });
    }
}
