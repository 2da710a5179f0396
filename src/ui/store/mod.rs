//! All state of the page, and the one function that changes it.
//!
//! *Scenario* (saved, undoable) · *session* (route, notices, reading) · *outcomes* (derived, never saved).

mod behaving;
mod event;
mod history;
mod reduce;
mod state;

pub(crate) use behaving::Question;
pub(crate) use event::Event;
pub(crate) use state::{CostStatus, DataState, Kept, Notice, NoticeTone, Outcome, Saving, State, ThemeChoice};
