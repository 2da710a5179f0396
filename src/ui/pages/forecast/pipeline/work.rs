//! The simulation of a pipeline: begun anew when what is asked changes, and shown for what it was asked for alone.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Said;
use crate::engine::pipeline::{PipelineReport, PipelineRuns};
use crate::ui::app::Shared;
use crate::ui::client::{Simulation, Went};
use crate::ui::context::App;
use crate::ui::parts::Status;
use crate::ui::settle::Settle;

/// Quiet time before a question is simulated.
const SETTLE_MILLISECONDS: u32 = 100;

/// What is asked.
#[derive(Clone, PartialEq)]
pub(super) struct Question {
    /// What the deals say.
    pub(super) said: Shared<Said>,
    pub(super) target: Option<f64>,
    pub(super) runs: PipelineRuns,
}

/// What is known so far.
#[derive(Clone, Default)]
pub(super) struct Work {
    of: Option<Question>,
    status: Status,
    pub(super) n_done: u32,
    pub(super) n_all: u32,
    pub(super) report: Option<Rc<PipelineReport>>,
}

impl Work {
    /// The report, if it answers that question.
    pub(super) fn report_on(&self, question: Option<&Question>) -> Option<Rc<PipelineReport>> {
        self.report.clone().filter(|_| question.is_some() && self.of.as_ref() == question)
    }

    /// Where the work on that question stands.
    pub(super) fn status_of(&self, question: Option<&Question>) -> Status {
        if self.of.as_ref() == question { self.status } else { Status::Idle }
    }
}

/// Something happened to it.
pub(super) enum News {
    Began(Question),
    Went(u32, u32, Option<Box<PipelineReport>>),
    Ended(Status),
    Gone,
}

impl Reducible for Work {
    type Action = News;

    fn reduce(self: Rc<Self>, news: News) -> Rc<Self> {
        let mut work = (*self).clone();
        match news {
            News::Began(question) => work = Self { of: Some(question), status: Status::Running, ..Self::default() },
            News::Went(n_done, n_all, report) => {
                (work.n_done, work.n_all) = (n_done, n_all);
                if let Some(report) = report {
                    work.report = Some(Rc::from(report));
                }
            }
            News::Ended(status) => work.status = status,
            News::Gone => work = Self::default(),
        }
        Rc::new(work)
    }
}

/// The work on a question; with what stops it and what begins it again.
#[hook]
pub(super) fn use_work(app: &App, question: Option<Question>) -> (UseReducerHandle<Work>, Callback<()>, Callback<()>) {
    let work = use_reducer(Work::default);
    let n_asked = use_state(|| 0_u32);
    let (settle, running) = (use_memo((), |()| Settle::default()), use_mut_ref(|| None::<Simulation>));
    let (client, to, held) = (app.client.clone(), work.dispatcher(), running.clone());
    let waiting = (*settle).clone();
    use_effect_with((question, *n_asked), move |(question, _)| {
        let ending = (waiting.clone(), held.clone());
        if let Some(question) = question.clone().filter(|question| question.said.0.is_ok()) {
            to.dispatch(News::Began(question.clone()));
            waiting.begin(SETTLE_MILLISECONDS, move || {
                let Ok(found) = question.said.0.as_ref() else { return };
                let tell = move |went: Went<_>| {
                    to.dispatch(match went {
                        Went::On { n_done, n_all, report } => News::Went(n_done, n_all, report),
                        Went::Done => News::Ended(Status::Done),
                        Went::Failed => News::Ended(Status::Failed),
                    });
                };
                let simulation = client.pipeline(found, question.target, question.runs, tell);
                *held.borrow_mut() = Some(simulation);
            });
        } else {
            to.dispatch(News::Gone);
        }
        move || end(&ending.0, &ending.1)
    });
    let to = work.dispatcher();
    let stop = Callback::from(move |()| {
        end(&settle, &running);
        to.dispatch(News::Ended(Status::Stopped));
    });
    let again = Callback::from(move |()| n_asked.set(*n_asked + 1));
    (work, stop, again)
}

/// Also what has not begun yet never does.
fn end(settle: &Settle, running: &RefCell<Option<Simulation>>) {
    settle.end();
    if let Some(running) = running.take() {
        running.cancel();
    }
}
