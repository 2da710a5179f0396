//! Behaviour on the page: what is assumed of reps, how its computation stands, and what it came to. Never saved.

use std::rc::Rc;

use super::event::Event;
use super::state::Outcome;
use crate::engine::comp::behave::Settings;
use crate::job::{Aim, BehaveSpec, Behaved};

/// A change of what is assumed.
pub(crate) type SettingsEdit = Box<dyn FnOnce(&mut Settings, &mut Aim)>;

/// What came of a question: `None` if nobody answered, nothing inside if there is no rep to answer for.
pub(crate) type Answered = Option<Option<Box<Behaved>>>;

/// What is asked, and of which data.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    pub(crate) data: String,
    pub(crate) spec: BehaveSpec,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Behaving {
    pub(crate) settings: Settings,
    pub(crate) aim: Aim,
    /// What was asked last; answers to another are late.
    pub(crate) question: Option<Rc<Question>>,
    /// The result: nothing, with a question, if no rep has a won deal.
    pub(crate) result: Outcome<Behaved>,
    pub(crate) n_done: u32,
    pub(crate) n_all: u32,
    /// The user stopped it: the result is of an earlier question.
    pub(crate) is_stopped: bool,
}

impl Default for Behaving {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            aim: Aim::Nothing,
            question: None,
            result: Outcome::Nothing,
            n_done: 0,
            n_all: 1,
            is_stopped: false,
        }
    }
}

impl Behaving {
    pub(super) fn take(&mut self, event: Event) {
        match event {
            Event::BehaviourSet(edit) => edit(&mut self.settings, &mut self.aim),
            Event::BehaviourBegan(question) => {
                let result = self.result.waiting();
                (self.question, self.result) = (Some(question), result);
                (self.n_done, self.n_all, self.is_stopped) = (0, 1, false);
            }
            Event::BehaviourWent { question, n_done, n_all } if self.is_asked(&question) => {
                (self.n_done, self.n_all) = (n_done, n_all);
            }
            Event::BehaviourCame { question, answered } if self.is_asked(&question) => {
                self.result = match answered {
                    Some(Some(behaved)) => Outcome::Ready(behaved.into()),
                    Some(None) => Outcome::Nothing,
                    None => Outcome::Failed,
                };
            }
            Event::BehaviourStopped if self.is_running() => {
                self.end();
                self.is_stopped = true;
            }
            Event::BehaviourLeft if self.is_running() => {
                self.end();
                self.question = None;
            }
            _ => {} // an answer that came too late
        }
    }

    pub(crate) fn is_running(&self) -> bool {
        matches!(self.result, Outcome::Waiting(_))
    }

    fn is_asked(&self, question: &Rc<Question>) -> bool {
        self.is_running() && self.question.as_ref().is_some_and(|asked| Rc::ptr_eq(asked, question))
    }

    fn end(&mut self) {
        self.result = self.result.value().map_or(Outcome::Nothing, |before| Outcome::Ready(before.clone()));
    }
}
