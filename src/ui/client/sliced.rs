//! Simulations on all workers: runs cut into slices, whose tallies the first worker merges.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Answered, Client, task};
use crate::job::{Answer, Ask, encode};
use crate::platform::bulk::Bulk;
use crate::platform::pool::{Need, Ticket};
use crate::platform::system::now;

/// Nanoseconds of a slice, about.
const SLICE_NANOSECONDS: u64 = 50_000_000;
/// Runs that are computed together.
const BLOCK: u32 = 64;
/// Reports are made at most this often.
const REPORT_MILLISECONDS: u64 = 150;

/// What is simulated: how its runs are asked for, and how what they came to is put together.
pub(super) trait Runs: 'static {
    /// What differs between the parts of it.
    type Variant: Copy + 'static;
    /// What is told of it now and then.
    type Report: 'static;

    fn run(&self, variant: Self::Variant, from: u32, to: u32) -> Ask;

    /// Merges a tally (bulk) into those of that job, with a report of all if one is wanted.
    fn gather(&self, job: u32, variant: Self::Variant, report: bool) -> Ask;

    /// Runs that are merged by now, with the report; `None` for an answer to something else.
    fn gathered(answer: Answer) -> Option<(u32, Option<Self::Report>)>;
}

/// How a simulation goes.
pub(crate) enum Went<R> {
    /// So many runs of so many are done; a report of them now and then.
    On {
        n_done: u32,
        n_all: u32,
        report: Option<R>,
    },
    Done,
    Failed,
}

impl<R> Went<R> {
    /// The same with another report.
    pub(crate) fn map<S>(self, change: impl FnOnce(R) -> S) -> Went<S> {
        match self {
            Self::On { n_done, n_all, report } => Went::On { n_done, n_all, report: report.map(change) },
            Self::Done => Went::Done,
            Self::Failed => Went::Failed,
        }
    }
}

/// A simulation on its way.
#[derive(Clone, Default)]
pub(crate) struct Simulation {
    tickets: Rc<RefCell<Vec<Ticket>>>,
    is_cancelled: Rc<Cell<bool>>,
}

impl Simulation {
    pub(super) fn is_cancelled(&self) -> bool {
        self.is_cancelled.get()
    }

    pub(super) fn keep(&self, ticket: Ticket) {
        self.tickets.borrow_mut().push(ticket);
    }

    pub(crate) fn cancel(&self) {
        self.is_cancelled.set(true);
        self.tickets.borrow_mut().drain(..).for_each(|ticket| ticket.cancel());
    }
}

/// Runs of a slice, of which each takes so many nanoseconds.
pub(super) fn slice(nanoseconds: u64) -> u32 {
    ((SLICE_NANOSECONDS / nanoseconds.max(1)).clamp(1, 1 << 16) as u32).next_multiple_of(BLOCK)
}

/// A simulation cut into slices.
pub(super) struct Sliced<S: Runs> {
    pub(super) client: Rc<Client>,
    pub(super) runs: S,
    /// What a worker must have before.
    pub(super) need: Need,
    /// Its parts, each with how many runs it has.
    pub(super) parts: Vec<(S::Variant, u32)>,
    /// Runs of a slice.
    pub(super) slice: u32,
    pub(super) simulation: Simulation,
    pub(super) tell: Box<dyn Fn(Went<S::Report>)>,
}

/// What all slices of one start share.
#[derive(Clone)]
struct Progress {
    number: u32,
    n_restarts: u32,
    n_gathered: Rc<Cell<u32>>,
    last_report: Rc<Cell<u64>>,
}

impl<S: Runs> Sliced<S> {
    pub(super) fn begin(self) {
        Rc::new(self).start(0);
    }

    fn n_all(&self) -> u32 {
        self.parts.iter().fold(0, |sum, (_, n_runs)| sum.saturating_add(*n_runs))
    }

    fn start(self: &Rc<Self>, n_restarts: u32) {
        let number = self.client.last_job.get() + 1;
        self.client.last_job.set(number);
        let progress = Progress { number, n_restarts, n_gathered: Rc::default(), last_report: Rc::default() };
        for (variant, n_runs) in &self.parts {
            let mut from = 0;
            while from < *n_runs {
                let to = (from + self.slice).min(*n_runs);
                self.run(*variant, from, to, progress.clone());
                from = to;
            }
        }
    }

    fn run(self: &Rc<Self>, variant: S::Variant, from: u32, to: u32, progress: Progress) {
        let ask = self.runs.run(variant, from, to);
        let job = self.clone();
        let done = move |answered: Answered| match answered {
            Ok((Answer::Part { n_runs }, Some(part))) => {
                progress.n_gathered.set(progress.n_gathered.get() + n_runs);
                let is_last = progress.n_gathered.get() == job.n_all();
                let report = is_last || REPORT_MILLISECONDS < now().saturating_sub(progress.last_report.get());
                if report {
                    progress.last_report.set(now());
                }
                job.gather(variant, part, (report, is_last), &progress);
            }
            _ => job.fail(),
        };
        self.simulation.keep(self.client.pool.run(task(encode(&ask), None, vec![self.need.clone()], None, done)));
    }

    fn fail(&self) {
        if !self.simulation.is_cancelled() {
            self.simulation.cancel();
            (self.tell)(Went::Failed);
        }
    }

    fn gather(self: &Rc<Self>, variant: S::Variant, part: Bulk, (report, is_last): (bool, bool), progress: &Progress) {
        let ask = self.runs.gather(progress.number, variant, report);
        let (job, n_restarts) = (self.clone(), progress.n_restarts);
        let done = move |answered: Answered| {
            let Some((n_done, report)) = answered.ok().and_then(|(answer, _)| S::gathered(answer)) else {
                return job.fail();
            };
            let n_all = job.n_all();
            if is_last && n_done != n_all {
                // The worker that merges was replaced on the way: what it had is gone.
                return if n_restarts == 0 { job.start(1) } else { job.fail() };
            }
            (job.tell)(Went::On { n_done, n_all, report });
            if n_done == n_all {
                (job.tell)(Went::Done);
            }
        };
        let mut task = task(encode(&ask), Some(part), vec![self.need.clone()], Some(0), done);
        task.is_urgent = true; // results show while slices still wait
        self.simulation.keep(self.client.pool.run(task));
    }
}
