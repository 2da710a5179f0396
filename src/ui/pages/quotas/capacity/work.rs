//! The work on a headcount plan: it is looked up in the data, then its years are simulated in the pool.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::quota::capacity::{CapacityAsked, CapacityNote, CapacityReport, HeadcountPlan};
use crate::job::{Answer, Ask, CapacityAnswer, CapacityAsk, CapacitySpec};
use crate::platform::pool::Ticket;
use crate::ui::client::{Client, Went};
use crate::ui::context::App;
use crate::ui::parts::Status;
use crate::ui::settle::Settle;

/// Quiet time before a changed plan is simulated.
const SETTLE_MILLISECONDS: u32 = 300;

/// What is asked: data, plan, what it is looked up with, and what of chance is wanted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Question {
    pub(super) data: String,
    pub(super) plan: HeadcountPlan,
    pub(super) spec: CapacitySpec,
    pub(super) asked: CapacityAsked,
}

/// What is known so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Work {
    pub(super) status: Status,
    pub(super) n_done: u32,
    pub(super) n_all: u32,
    pub(super) notes: Rc<Vec<CapacityNote>>,
    pub(super) report: Option<Rc<CapacityReport>>,
}

/// Something happened to it.
pub(super) enum News {
    Began,
    Resolved(Vec<CapacityNote>),
    Went(u32, u32, Option<Box<CapacityReport>>),
    Done,
    Stopped,
    Failed,
    Gone,
}

impl Reducible for Work {
    type Action = News;

    fn reduce(self: Rc<Self>, news: News) -> Rc<Self> {
        let mut work = (*self).clone();
        match news {
            News::Began => (work.status, work.n_done, work.n_all) = (Status::Running, 0, 0),
            News::Resolved(notes) => work.notes = Rc::new(notes),
            News::Went(n_done, n_all, report) => {
                (work.n_done, work.n_all) = (n_done, n_all);
                if let Some(report) = report {
                    work.report = Some(Rc::from(report));
                }
            }
            News::Done => work.status = Status::Done,
            News::Stopped => work.status = Status::Stopped,
            News::Failed => work.status = Status::Failed,
            News::Gone => work = Self::default(),
        }
        Rc::new(work)
    }
}

type To = UseReducerDispatcher<Work>;

/// The work on a question, begun anew when it has settled; with what stops it and what begins it again.
#[hook]
pub(super) fn use_work(app: &App, question: Option<Question>) -> (UseReducerHandle<Work>, Callback<()>, Callback<()>) {
    let work = use_reducer(Work::default);
    let n_asked = use_state(|| 0_u32);
    let (settle, ticket) = (use_memo((), |()| Settle::default()), use_mut_ref(|| None::<Ticket>));
    let (client, to, held) = (app.client.clone(), work.dispatcher(), ticket.clone());
    let waiting = (*settle).clone();
    use_effect_with((question, *n_asked), move |(question, _)| {
        let ending = (client.clone(), waiting.clone(), held.clone());
        if let Some(question) = question.clone() {
            to.dispatch(News::Began);
            waiting.begin(SETTLE_MILLISECONDS, move || begin(&client, question, &held, &to));
        } else {
            to.dispatch(News::Gone);
        }
        move || end(&ending.0, &ending.1, &ending.2)
    });
    let (client, to) = (app.client.clone(), work.dispatcher());
    let stop = Callback::from(move |()| {
        end(&client, &settle, &ticket);
        to.dispatch(News::Stopped);
    });
    let again = Callback::from(move |()| n_asked.set(*n_asked + 1));
    (work, stop, again)
}

fn end(client: &Rc<Client>, settle: &Settle, ticket: &RefCell<Option<Ticket>>) {
    settle.end();
    if let Some(ticket) = ticket.take() {
        ticket.cancel();
    }
    client.stop_capacity();
}

/// Looks the plan up, then simulates.
fn begin(client: &Rc<Client>, question: Question, held: &Rc<RefCell<Option<Ticket>>>, to: &To) {
    let Question { data, plan, spec, asked } = question;
    let ask = Ask::Capacity(CapacityAsk::Resolve { data: Some(data.clone()), plan: Box::new(plan), spec });
    let (pool, mine, to) = (client.clone(), held.clone(), to.clone());
    let ticket = client.ask(&ask, Some(&data), None, move |answer| {
        mine.take();
        let Ok((Answer::Capacity(CapacityAnswer::Resolved(Some(resolved))), _)) = answer else {
            to.dispatch(News::Failed);
            return;
        };
        let resolved = resolved.into_inner();
        to.dispatch(News::Resolved(resolved.notes));
        let news = to.clone();
        let tell = move |went: Went<_>| {
            news.dispatch(match went {
                Went::On { n_done, n_all, report } => News::Went(n_done, n_all, report),
                Went::Done => News::Done,
                Went::Failed => News::Failed,
            });
        };
        pool.capacity(&resolved.input, &asked, tell);
    });
    *held.borrow_mut() = Some(ticket);
}
