//! The work of a comparison: replays asked of the workers a piece at a time, and what has come of them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::compare::{CompanyPoint, Contribution, FACTORS, Measures, PartOf, Side, contribution, parts};
use crate::job::{Answer, Ask, Piece, Pieced, SideSpec};
use crate::platform::pool::Ticket;
use crate::scenario::months;
use crate::ui::client::Client;
use crate::ui::context::App;
use crate::ui::effects::data_name;
use crate::ui::parts::Status;

/// What is compared: the data's name, and one side for each plan that can be run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Job {
    pub(super) data: String,
    pub(super) sides: Vec<SideSpec>,
}

/// What is known of one side so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Known {
    pub(super) measures: Option<Rc<Measures>>,
    /// By the place of the factor.
    pub(super) company: BTreeMap<usize, CompanyPoint>,
    /// By the place of the part.
    pub(super) contributions: BTreeMap<usize, Contribution>,
}

/// What is known so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Work {
    pub(super) status: Status,
    pub(super) n_done: usize,
    pub(super) n_all: usize,
    pub(super) sides: Vec<Known>,
}

/// Something happened to it.
pub(super) enum News {
    Began { n_sides: usize, n_all: usize },
    Came { side: usize, place: usize, part: Option<PartOf>, pieced: Pieced },
    Stopped,
    Failed,
    Gone,
}

impl Reducible for Work {
    type Action = News;

    fn reduce(self: Rc<Self>, news: News) -> Rc<Self> {
        let mut work = (*self).clone();
        match news {
            News::Began { n_sides, n_all } => {
                work = Self { status: Status::Running, n_done: 0, n_all, sides: vec![Known::default(); n_sides] };
            }
            News::Came { side, place, part, pieced } => {
                work.n_done += 1;
                if work.n_done == work.n_all {
                    work.status = Status::Done;
                }
                if let Some(known) = work.sides.get_mut(side) {
                    known.take(place, part, pieced);
                }
            }
            News::Stopped => work.status = Status::Stopped,
            News::Failed => work.status = Status::Failed,
            News::Gone => work = Self::default(),
        }
        Rc::new(work)
    }
}

impl Known {
    fn take(&mut self, place: usize, part: Option<PartOf>, pieced: Pieced) {
        match (pieced, part) {
            (Pieced::Measures(measures), _) => self.measures = Some(Rc::new(*measures)),
            (Pieced::Company(point), _) => {
                self.company.insert(place, point);
            }
            (Pieced::Without(pay), Some(part)) => {
                if let Some(measures) = &self.measures {
                    self.contributions.insert(place, contribution(&part, measures, &pay));
                }
            }
            (Pieced::Without(_), None) => {}
        }
    }
}

/// The scenario's plans that can be run, each a side.
pub(super) fn job(app: &App) -> Option<Job> {
    let scenario = app.state.scenario();
    let data = data_name(app)?;
    let (first, last) = months(scenario)?;
    let spec = |plan: &crate::engine::comp::Plan| SideSpec {
        side: Side::of_plan(plan.clone()),
        calendar: scenario.calendar,
        first,
        last,
        digits: scenario.currency.digits,
        currency: scenario.currency.code.clone(),
    };
    let sides: Vec<SideSpec> = scenario.plans.iter().filter(|plan| plan.errors().is_empty()).map(spec).collect();
    (!sides.is_empty()).then_some(Job { data, sides })
}

/// The tickets of a run, to be cancelled together.
#[derive(Clone, Default)]
struct Run {
    tickets: Rc<RefCell<Vec<Ticket>>>,
    is_over: Rc<Cell<bool>>,
}

impl Run {
    fn end(&self) {
        self.is_over.set(true);
        self.tickets.borrow_mut().drain(..).for_each(|ticket| ticket.cancel());
    }
}

/// The work on a job, begun anew when it changes; with what stops it and what begins it again.
#[hook]
pub(super) fn use_work(app: &App, job: Option<Job>) -> (UseReducerHandle<Work>, Callback<()>, Callback<()>) {
    let work = use_reducer(Work::default);
    let n_asked = use_state(|| 0_u32);
    let run = use_mut_ref(Run::default);
    let (client, to, kept) = (app.client.clone(), work.dispatcher(), run.clone());
    use_effect_with((job, *n_asked), move |(job, _)| {
        let run = Run::default();
        *kept.borrow_mut() = run.clone();
        match job {
            Some(job) => begin(&client, job, &run, &to),
            None => to.dispatch(News::Gone),
        }
        move || run.end()
    });
    let to = work.dispatcher();
    let stop = Callback::from(move |()| {
        run.borrow().end();
        to.dispatch(News::Stopped);
    });
    let again = Callback::from(move |()| n_asked.set(*n_asked + 1));
    (work, stop, again)
}

type To = UseReducerDispatcher<Work>;

fn begin(client: &Rc<Client>, job: &Job, run: &Run, to: &To) {
    let n_parts: usize = job.sides.iter().map(|spec| parts(&spec.side.book).0.len()).sum();
    let n_all = job.sides.len() * (1 + FACTORS.len()) + n_parts;
    to.dispatch(News::Began { n_sides: job.sides.len(), n_all });
    for (side, spec) in job.sides.iter().enumerate() {
        let rest = (client.clone(), job.data.clone(), spec.clone(), run.clone(), to.clone());
        // The rest is asked for when the measures are there: figures stand soonest, and parts are held against them.
        let then = move || {
            let (client, data, spec, run, to) = &rest;
            for (place, factor) in FACTORS.into_iter().enumerate() {
                ask((client, data, spec, run, to), (side, place, None), Piece::Company(factor), || {});
            }
            for (place, part) in parts(&spec.side.book).0.into_iter().enumerate() {
                ask((client, data, spec, run, to), (side, place, Some(part)), Piece::Without(part), || {});
            }
        };
        ask((client, &job.data, spec, run, to), (side, 0, None), Piece::Measures, then);
    }
}

fn ask(
    (client, data, spec, run, to): (&Rc<Client>, &str, &SideSpec, &Run, &To),
    (side, place, part): (usize, usize, Option<PartOf>),
    piece: Piece,
    then: impl FnOnce() + 'static,
) {
    let ask = Ask::Compare { data: data.to_owned(), spec: Box::new(spec.clone()), piece };
    let (over, to) = (run.clone(), to.clone());
    let ticket = client.ask(&ask, Some(data), None, move |answer| {
        if over.is_over.get() {
            return;
        }
        if let Ok((Answer::Compared(pieced), _)) = answer {
            to.dispatch(News::Came { side, place, part, pieced });
            then();
        } else {
            over.end();
            to.dispatch(News::Failed);
        }
    });
    run.tickets.borrow_mut().push(ticket);
}
