//! What can happen.

use std::rc::Rc;

use super::behaving::{Answered, Question, SettingsEdit};
use super::state::{Kept, NoticeTone, ThemeChoice};
use crate::engine::comp::Replay;
use crate::engine::simulate::{CostSummary, Fitted, Sensitivity};
use crate::job::{ImportReport, Tables};
use crate::present::Words;
use crate::scenario::{Entry, SaveError, Scenario, ShelfError};
use crate::ui::routes::Route;

/// A change of the scenario, applied to whatever it is by then.
pub(crate) type Edit = Box<dyn FnOnce(&mut Scenario)>;

/// Something happened.
pub(crate) enum Event {
    /// The address changed.
    Went(Route),
    /// Texts of another language are there.
    LanguageChosen(Words),
    ThemeChosen(ThemeChoice),
    SystemThemeChanged,
    /// The scenario was changed by the user.
    Edited(Edit),
    /// Data came from files, under that fingerprint. What one session of files imports again is one step.
    Imported {
        edit: Edit,
        fingerprint: String,
    },
    Undone,
    Redone,
    /// A scenario took the place of the one before.
    Opened {
        id: String,
        scenario: Box<Scenario>,
        saved_at: Option<u64>,
        read_only: bool,
        /// Begun with nothing in it: there is nothing to save yet.
        is_new: bool,
    },
    /// The scenario goes on under another id.
    Forked {
        id: String,
        title: String,
    },
    SaveAsked,
    SaveBegan,
    Saved {
        id: String,
        scenario: Rc<Scenario>,
        at: u64,
    },
    SaveFailed(SaveError),
    Listed(Result<Vec<Entry>, ShelfError>),
    ReadBegan(String),
    ReadWent {
        file: String,
        share: f64,
    },
    ReadEnded,
    TablesCame(Box<Tables>),
    TablesLeft,
    /// What this browser keeps; `None` if it keeps nothing.
    KeptListed(Option<Kept>),
    DataGone,
    DataAwaited,
    DataMissing,
    DataCame(Rc<ImportReport>),
    ReplayAwaited,
    ReplayCame(Option<Box<Replay>>),
    ReplayGone,
    FitAwaited,
    FitCame(Option<Box<Fitted>>),
    FitGone,
    CostBegan {
        key: String,
        n_runs: u32,
    },
    CostWent {
        key: String,
        n_done: u32,
        summaries: Option<Vec<CostSummary>>,
    },
    CostDone {
        key: String,
    },
    CostCancelled,
    CostFailed {
        key: String,
    },
    SensitivityCame {
        key: String,
        result: Vec<Sensitivity>,
    },
    /// What is assumed of reps was changed.
    BehaviourSet(SettingsEdit),
    BehaviourBegan(Rc<Question>),
    BehaviourWent {
        question: Rc<Question>,
        n_done: u32,
        n_all: u32,
    },
    BehaviourCame {
        question: Rc<Question>,
        answered: Answered,
    },
    /// Stopped by the user.
    BehaviourStopped,
    /// Given up, as something else is asked or looked at.
    BehaviourLeft,
    Noticed {
        tone: NoticeTone,
        text: String,
        undo: Option<(String, String)>,
    },
    Dismissed(u32),
    /// A newer build of the page can be loaded.
    UpdateCame,
}
