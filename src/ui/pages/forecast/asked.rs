//! A question to the workers that is asked anew whenever it changes and tells how far it is. An answer is shown for its own
//! question alone.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::job::{Answer, Ask};
use crate::platform::pool::Ticket;
use crate::ui::client::Client;
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, progress};

/// Quiet time before a question is asked.
const SETTLE_MILLISECONDS: u32 = 250;

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    Nothing,
    /// Steps done, and all of them.
    Working(u32, u32),
    Ready,
    Stopped,
    Lost,
}

/// A question with its answer, and what stops it and asks it again.
pub(super) struct Question<A: 'static> {
    stand: Stand,
    answer: Option<Rc<A>>,
    stop: Callback<()>,
    again: Callback<()>,
}

/// Asks when the question has settled; another one, or leaving, ends what is on its way.
#[hook]
pub(super) fn use_asked<Q, A>(
    app: &App,
    question: Option<Q>,
    put: fn(&Q) -> (String, Ask),
    read: fn(Answer) -> Option<A>,
) -> Question<A>
where
    Q: Clone + PartialEq + 'static,
    A: 'static,
{
    let stand = use_state_eq(|| Stand::Nothing);
    let n_asked = use_state(|| 0_u32);
    let last = use_mut_ref(|| None::<(Q, Rc<A>)>);
    let ticket = use_mut_ref(|| None::<Ticket>);
    let answer = match (&question, &*last.borrow()) {
        (Some(question), Some((of, answer))) if question == of => Some(answer.clone()),
        _ => None,
    };
    let (client, set, kept, held) = (app.client.clone(), stand.setter(), last, ticket.clone());
    use_effect_with((question, *n_asked), move |(question, _)| {
        let ending = (client.clone(), held.clone());
        let timer = if let Some(question) = question.clone() {
            set.set(Stand::Working(0, 0));
            Some(Timeout::new(SETTLE_MILLISECONDS, move || {
                let (data, ask) = put(&question);
                let (mine, told) = (held.clone(), set.clone());
                let progress = move |n_done, n_all| told.set(Stand::Working(n_done, n_all));
                let asked = client.ask_telling(&ask, &data, progress, move |answer| {
                    mine.take();
                    let found = answer.ok().and_then(|(answer, _)| read(answer)).map(Rc::new);
                    let stand = if found.is_some() { Stand::Ready } else { Stand::Lost };
                    *kept.borrow_mut() = found.map(|found| (question, found));
                    set.set(stand);
                });
                *held.borrow_mut() = Some(asked);
            }))
        } else {
            set.set(Stand::Nothing);
            None
        };
        move || {
            drop(timer);
            end(&ending.0, &ending.1);
        }
    });
    let (client, set) = (app.client.clone(), stand.setter());
    let stop = Callback::from(move |()| {
        end(&client, &ticket);
        set.set(Stand::Stopped);
    });
    let again = Callback::from(move |()| n_asked.set(*n_asked + 1));
    Question { stand: *stand, answer, stop, again }
}

fn end(client: &Rc<Client>, ticket: &RefCell<Option<Ticket>>) {
    if let Some(ticket) = ticket.take() {
        client.stop(&ticket);
    }
}

impl<A> Question<A> {
    /// The answer to this very question.
    pub(super) fn answer(&self) -> Option<&Rc<A>> {
        self.answer.as_ref()
    }

    /// How it stands in words, with what stops it or asks again; nothing where all is there.
    pub(super) fn run(&self, app: &App) -> Html {
        let ended = |id: &str| {
            html! {
                <div class="row">
                    <span role="status">{ app.t(id) }</span>
                    { button(Some(Icon::Play), app.t("run-again"), self.again.clone()) }
                </div>
            }
        };
        match self.stand {
            Stand::Nothing | Stand::Ready => Html::default(),
            Stand::Working(n_done, n_all) if 1 < n_all => {
                let count = |n: u32| app.count(n as usize).into();
                let label = app.tw("series-working", [("done", count(n_done)), ("all", count(n_all))]);
                progress(app, label, f64::from(n_done) / f64::from(n_all), self.stop.clone())
            }
            Stand::Working(..) => html! {
                <div class="row" role="status">
                    <span>{ app.t("working") }</span>
                    { button(Some(Icon::Square), app.t("stop"), self.stop.clone()) }
                </div>
            },
            Stand::Stopped => ended("series-stopped"),
            Stand::Lost => ended("worker-lost"),
        }
    }
}
