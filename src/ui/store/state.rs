//! What the page knows.

use std::rc::Rc;

use super::behaving::Behaving;
use super::history::History;
use crate::engine::comp::Replay;
use crate::engine::simulate::{CostSummary, Fitted, Sensitivity};
use crate::job::{ImportReport, Tables};
use crate::platform::database::About;
use crate::platform::intl::IntlNumerals;
use crate::platform::storage::Room;
use crate::platform::system;
use crate::present::{Locale, Words};
use crate::scenario::{Entry, SaveError, Scenario, ShelfError};
use crate::ui::routes::Route;

/// Everything. Two states are compared by their number: each event makes another.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) number: u64,
    pub(crate) words: Words,
    pub(crate) numerals: IntlNumerals,
    pub(crate) theme: ThemeChoice,
    pub(crate) is_dark: bool,
    pub(crate) route: Route,
    /// The scenario with its undo steps.
    pub(crate) history: History<Scenario>,
    /// Id of its record.
    pub(crate) id: String,
    pub(crate) saving: Saving,
    /// The scenario as it was saved last.
    pub(crate) saved: Option<Rc<Scenario>>,
    /// Of a newer version: nothing is saved over it.
    pub(crate) read_only: bool,
    /// All scenarios in this browser, or why they cannot be read.
    pub(crate) entries: Rc<Result<Vec<Entry>, ShelfError>>,
    pub(crate) data: DataState,
    /// Tables of the files worker, while it has them.
    pub(crate) tables: Option<Rc<Tables>>,
    /// Fingerprint of what they were imported to last.
    pub(crate) imported: Option<String>,
    /// The data that this browser keeps; `None` if it keeps nothing.
    pub(crate) kept: Rc<Option<Kept>>,
    pub(crate) reading: Option<Reading>,
    pub(crate) replay: Outcome<Replay>,
    pub(crate) fitted: Outcome<Fitted>,
    pub(crate) cost: Cost,
    pub(crate) behaving: Behaving,
    pub(crate) notices: Vec<Notice>,
    pub(crate) last_notice: u32,
    /// Times that the user asked to save again.
    pub(crate) n_saves_asked: u32,
    /// A newer build of the page is there.
    pub(crate) is_update_ready: bool,
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

/// A result that is computed elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome<T> {
    /// Nothing to compute it from.
    Nothing,
    /// On its way; the result before it is still shown.
    Waiting(Option<Rc<T>>),
    /// There.
    Ready(Rc<T>),
    /// It could not be computed.
    Failed,
}

impl<T> Outcome<T> {
    /// The newest result there is.
    pub(crate) fn value(&self) -> Option<&Rc<T>> {
        match self {
            Self::Ready(value) | Self::Waiting(Some(value)) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn waiting(&self) -> Self {
        Self::Waiting(self.value().cloned())
    }
}

/// Where saving stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::enum_variant_names)] // "saving" is one of its states
pub(crate) enum Saving {
    /// Nothing has been changed yet.
    Untouched,
    Saved(u64),
    Saving,
    Failed(SaveError),
}

/// Which theme the user wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ThemeChoice {
    /// As the system has it.
    Auto,
    Light,
    Dark,
}

impl ThemeChoice {
    pub(crate) const fn key(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    pub(crate) fn of_key(key: Option<&str>) -> Self {
        match key {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::Auto,
        }
    }
}

/// The scenario's data.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DataState {
    None,
    Loading,
    /// The scenario names data that this browser does not hold.
    Missing,
    Ready(Rc<ImportReport>),
}

impl DataState {
    pub(crate) fn report(&self) -> Option<&Rc<ImportReport>> {
        if let Self::Ready(report) = self { Some(report) } else { None }
    }
}

/// Datasets in this browser, and its room for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Kept {
    pub(crate) datasets: Vec<About>,
    pub(crate) room: Option<Room>,
}

/// Files on their way in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reading {
    pub(crate) file: String,
    /// From 0 to 1.
    pub(crate) share: f64,
}

/// A simulation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cost {
    /// What it is of: input, seed and runs. Answers to another are late.
    pub(crate) key: String,
    pub(crate) status: CostStatus,
    pub(crate) n_done: u32,
    pub(crate) n_runs: u32,
    pub(crate) summaries: Option<Rc<Vec<CostSummary>>>,
    pub(crate) sensitivity: Option<Rc<Vec<Sensitivity>>>,
}

/// Where a simulation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CostStatus {
    Idle,
    Running,
    Done,
    Cancelled,
    Failed,
}

/// A message that goes away by itself or when dismissed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notice {
    pub(crate) id: u32,
    pub(crate) tone: NoticeTone,
    pub(crate) text: String,
    /// A removed record that can be put back: id, stored text.
    pub(crate) undo: Option<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoticeTone {
    Good,
    Bad,
}

impl State {
    /// The state of a page that has just opened.
    pub(crate) fn new(words: Words) -> Self {
        let locale = words.locale();
        let theme = ThemeChoice::of_key(system::setting("theme").as_deref());
        let mut state = Self {
            number: 0,
            numerals: numerals(locale),
            theme,
            is_dark: is_dark(theme),
            route: Route::of_hash(&system::hash()),
            history: History::new(blank(&words)),
            words,
            id: system::fresh_id(),
            saving: Saving::Untouched,
            saved: None,
            read_only: false,
            entries: Rc::new(Ok(Vec::new())),
            data: DataState::None,
            tables: None,
            imported: None,
            kept: Rc::new(Some(Kept::default())),
            reading: None,
            replay: Outcome::Nothing,
            fitted: Outcome::Nothing,
            cost: Cost::idle(),
            behaving: Behaving::default(),
            notices: Vec::new(),
            last_notice: 0,
            n_saves_asked: 0,
            is_update_ready: false,
        };
        state.saved = Some(state.history.present().clone());
        state
    }

    pub(crate) fn scenario(&self) -> &Rc<Scenario> {
        self.history.present()
    }

    /// The dataset that another import of the same files takes the place of.
    pub(crate) fn replaceable(&self) -> Option<&String> {
        let data = self.scenario().data.as_ref();
        self.imported.as_ref().filter(|imported| data.is_some_and(|data| data.fingerprint == **imported))
    }

    /// Whether the scenario differs from what is stored.
    pub(crate) fn is_unsaved(&self) -> bool {
        !self.saved.as_ref().is_some_and(|saved| Rc::ptr_eq(saved, self.scenario()))
    }
}

impl Cost {
    pub(crate) fn idle() -> Self {
        let (n_done, n_runs) = (0, 0);
        Self { key: String::new(), status: CostStatus::Idle, n_done, n_runs, summaries: None, sensitivity: None }
    }
}

/// A scenario with nothing in it.
pub(crate) fn blank(words: &Words) -> Scenario {
    Scenario { title: words.text("scenario-untitled"), ..Scenario::default() }
}

/// Formats of a language: the browser's own variant of it, if it has one.
pub(crate) fn numerals(locale: Locale) -> IntlNumerals {
    let own = system::language();
    IntlNumerals::new(if Locale::of_tag(&own) == locale && !own.is_empty() { &own } else { locale.code() })
}

/// Whether a choice of theme is dark on this machine.
pub(crate) fn is_dark(theme: ThemeChoice) -> bool {
    match theme {
        ThemeChoice::Auto => system::prefers_dark(),
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
    }
}
