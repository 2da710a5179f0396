//! A question to the simulation, which is begun anew when the question has settled. Each report stands beside the question that
//! it answers.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::client::{Client, Went};
use super::context::App;
use super::parts::Status;
use super::settle::Settle;

/// Is told how a simulation goes.
pub(crate) type Tell<R> = Rc<dyn Fn(Went<R>)>;
/// Ends a simulation: nothing more is heard of it.
pub(crate) type End = Box<dyn FnOnce()>;
/// Begins the simulation of a question.
type Begin<Q, R> = fn(&Rc<Client>, &Q, Tell<R>) -> End;

/// What is known so far of a question.
pub(crate) struct Work<Q, R> {
    of: Option<Rc<Q>>,
    status: Status,
    n_done: u32,
    n_all: u32,
    newest: Option<(Rc<Q>, R)>,
}

impl<Q, R> Default for Work<Q, R> {
    fn default() -> Self {
        Self { of: None, status: Status::Idle, n_done: 0, n_all: 0, newest: None }
    }
}

impl<Q: PartialEq, R> Work<Q, R> {
    /// Where the work on that question stands: with runs done, and all of them.
    pub(crate) fn stands(&self, question: Option<&Q>) -> (Status, usize, usize) {
        if self.of.as_deref() == question {
            (self.status, self.n_done as usize, self.n_all as usize)
        } else {
            (Status::Idle, 0, 0)
        }
    }

    /// The newest report on that question.
    pub(crate) fn report_on(&self, question: Option<&Q>) -> Option<&R> {
        let of_it = self.newest.as_ref().filter(|(of, _)| Some(&**of) == question);
        of_it.map(|(_, report)| report)
    }

    /// The newest report: until the question's own comes, that on the one before.
    pub(crate) fn newest(&self) -> Option<&R> {
        self.newest.as_ref().map(|(_, report)| report)
    }
}

/// Something happened to it.
pub(crate) enum News<Q, R> {
    Began(Q),
    Went(Went<R>),
    Stopped,
    Gone,
}

impl<Q, R: Clone> Reducible for Work<Q, R> {
    type Action = News<Q, R>;

    fn reduce(self: Rc<Self>, news: News<Q, R>) -> Rc<Self> {
        let Self { of, newest, .. } = &*self;
        let (of, newest) = (of.clone(), newest.clone());
        let (status, n_done, n_all) = (self.status, self.n_done, self.n_all);
        Rc::new(match news {
            News::Began(question) => {
                Self { of: Some(Rc::new(question)), status: Status::Running, n_done: 0, n_all: 0, newest }
            }
            News::Went(Went::On { n_done, n_all, report }) => {
                let newest = of.clone().zip(report).or(newest);
                Self { of, status, n_done, n_all, newest }
            }
            News::Went(Went::Done) => Self { of, status: Status::Done, n_done, n_all, newest },
            News::Went(Went::Failed) => Self { of, status: Status::Failed, n_done, n_all, newest },
            News::Stopped => Self { of, status: Status::Stopped, n_done, n_all, newest },
            News::Gone => Self::default(),
        })
    }
}

/// The work on a question, begun anew when that has been quiet for so many milliseconds; with what stops it and what begins it
/// again.
#[hook]
pub(crate) fn use_simulated<Q, R>(
    app: &App,
    question: Option<Q>,
    settle_milliseconds: u32,
    begin: Begin<Q, R>,
) -> (UseReducerHandle<Work<Q, R>>, Callback<()>, Callback<()>)
where
    Q: Clone + PartialEq + 'static,
    R: Clone + 'static,
{
    let work = use_reducer(Work::default);
    let n_asked = use_state(|| 0_u32);
    let (settle, running) = (use_memo((), |()| Settle::default()), use_mut_ref(|| None::<End>));
    let (client, to, held) = (app.client.clone(), work.dispatcher(), running.clone());
    let waiting = (*settle).clone();
    use_effect_with((question, *n_asked), move |(question, _)| {
        let ending = (waiting.clone(), held.clone());
        if let Some(question) = question.clone() {
            to.dispatch(News::Began(question.clone()));
            waiting.begin(settle_milliseconds, move || {
                let tell = move |went| to.dispatch(News::Went(went));
                *held.borrow_mut() = Some(begin(&client, &question, Rc::new(tell)));
            });
        } else {
            to.dispatch(News::Gone);
        }
        move || end(&ending.0, &ending.1)
    });
    let to = work.dispatcher();
    let stop = Callback::from(move |()| {
        end(&settle, &running);
        to.dispatch(News::Stopped);
    });
    let again = Callback::from(move |()| n_asked.set(*n_asked + 1));
    (work, stop, again)
}

/// Also what has not begun yet never does.
fn end(settle: &Settle, running: &RefCell<Option<End>>) {
    settle.end();
    if let Some(end) = running.take() {
        end();
    }
}
