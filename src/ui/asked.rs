//! A question to the workers that is asked anew whenever it changes, with how it stands and how far it is.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::job::{Answer, Ask};
use crate::platform::pool::Ticket;
use crate::ui::client::Client;
use crate::ui::context::App;
use crate::ui::parts::{ended, progress, working};
use crate::ui::settle::Settle;

/// Quiet time before a question is asked.
const SETTLE_MILLISECONDS: u32 = 250;

/// How a question stands; the answer to the one before is shown until another comes.
enum Asked<A> {
    Nothing,
    /// Steps done, and all of them where they are told.
    Working(Option<Rc<A>>, (u32, u32)),
    Ready(Rc<A>),
    Stopped(Option<Rc<A>>),
    Lost,
}

impl<A> Asked<A> {
    /// The newest answer there is.
    fn value(&self) -> Option<&Rc<A>> {
        match self {
            Self::Ready(value) | Self::Working(Some(value), _) | Self::Stopped(Some(value)) => Some(value),
            _ => None,
        }
    }
}

/// A question with what stops it and asks it again.
pub(crate) struct Question<A: 'static> {
    state: UseStateHandle<Asked<A>>,
    /// Whether there is a question: with none, how the last one stood says nothing.
    is_asked: bool,
    /// The answer to this very question.
    answer: Option<Rc<A>>,
    stop: Callback<()>,
    again: Callback<()>,
}

/// Asks when the question has settled; another one, or leaving, ends what is on its way.
#[hook]
pub(crate) fn use_asked<Q, A>(
    app: &App,
    question: Option<Q>,
    put: fn(&Q) -> (String, Ask),
    read: fn(Answer) -> Option<A>,
) -> Question<A>
where
    Q: Clone + PartialEq + 'static,
    A: 'static,
{
    let state = use_state(|| Asked::Nothing);
    let n_asked = use_state(|| 0_u32);
    let last = use_mut_ref(|| None::<(Q, Rc<A>)>);
    let (settle, ticket) = (use_memo((), |()| Settle::default()), use_mut_ref(|| None::<Ticket>));
    let is_asked = question.is_some();
    let answer = match (&*state, &question, &*last.borrow()) {
        (Asked::Ready(_), Some(question), Some((of, answer))) if question == of => Some(answer.clone()),
        _ => None,
    };
    let (client, set, kept, held) = (app.client.clone(), state.setter(), last.clone(), ticket.clone());
    let waiting = (*settle).clone();
    use_effect_with((question, *n_asked), move |(question, _)| {
        let ending = (client.clone(), waiting.clone(), held.clone());
        if let Some(question) = question.clone() {
            set.set(Asked::Working(newest(&kept), (0, 0)));
            waiting.begin(SETTLE_MILLISECONDS, move || {
                let (data, ask) = put(&question);
                let (mine, told, before) = (held.clone(), set.clone(), newest(&kept));
                let progress = move |n_done, n_all| told.set(Asked::Working(before.clone(), (n_done, n_all)));
                let asked = client.ask_telling(&ask, Some(&data), progress, move |answer| {
                    mine.take();
                    let found = answer.ok().and_then(|(answer, _)| read(answer)).map(Rc::new);
                    *kept.borrow_mut() = found.clone().map(|found| (question, found));
                    set.set(found.map_or(Asked::Lost, Asked::Ready));
                });
                *held.borrow_mut() = Some(asked);
            });
        }
        move || end(&ending.0, &ending.1, &ending.2)
    });
    let (client, set) = (app.client.clone(), state.setter());
    let stop = Callback::from(move |()| {
        end(&client, &settle, &ticket);
        set.set(Asked::Stopped(newest(&last)));
    });
    let again = Callback::from(move |()| n_asked.set(*n_asked + 1));
    Question { state, is_asked, answer, stop, again }
}

fn newest<Q, A>(last: &RefCell<Option<(Q, Rc<A>)>>) -> Option<Rc<A>> {
    last.borrow().as_ref().map(|(_, answer)| answer.clone())
}

/// Also what has not been asked yet is not asked any more.
fn end(client: &Rc<Client>, settle: &Settle, ticket: &RefCell<Option<Ticket>>) {
    settle.end();
    if let Some(ticket) = ticket.take() {
        client.stop(&ticket);
    }
}

impl<A> Question<A> {
    /// The newest answer: until the question's own comes, that to the one before.
    pub(crate) fn value(&self) -> Option<&Rc<A>> {
        self.state.value()
    }

    /// The answer to this very question.
    pub(crate) fn answer(&self) -> Option<&Rc<A>> {
        self.answer.as_ref()
    }

    /// Whether nothing was asked.
    pub(crate) fn is_idle(&self) -> bool {
        !self.is_asked || matches!(*self.state, Asked::Nothing)
    }

    /// Whether an answer is on its way.
    pub(crate) fn is_working(&self) -> bool {
        self.is_asked && matches!(*self.state, Asked::Working(..))
    }

    /// Whether none will come: the worker was lost.
    pub(crate) fn is_lost(&self) -> bool {
        self.is_asked && matches!(*self.state, Asked::Lost)
    }

    /// How it stands in words (`stopped` names what is said where it was stopped), with what stops it or asks again; nothing
    /// where all is there.
    pub(crate) fn run(&self, app: &App, stopped: &str) -> Html {
        let ended = |id: &str| ended(app, app.t(id), self.again.clone());
        match &*self.state {
            _ if !self.is_asked => Html::default(),
            Asked::Nothing | Asked::Ready(_) => Html::default(),
            Asked::Working(_, (n_done, n_all)) if 1 < *n_all => {
                let count = |n: u32| app.count(n as usize).into();
                let label = app.tw("working-steps", [("done", count(*n_done)), ("all", count(*n_all))]);
                progress(app, label, f64::from(*n_done) / f64::from(*n_all), self.stop.clone())
            }
            Asked::Working(..) => working(app, self.stop.clone()),
            Asked::Stopped(_) => ended(stopped),
            Asked::Lost => ended("worker-lost"),
        }
    }
}
