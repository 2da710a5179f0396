//! Capacity in the pool: simulated years of a headcount plan and of its changes, in slices on all workers.

use std::cell::Cell;
use std::rc::Rc;

use super::{Answered, Client, SLICE_NANOSECONDS, SUMMARY_MILLISECONDS, Simulation, task};
use crate::engine::quota::capacity::{CapacityAsked, CapacityInput, CapacityReport, Variant, variants};
use crate::job::{Answer, Apart, Ask, CapacityAnswer, CapacityAsk, N_CAPACITIES, encode};
use crate::platform::bulk::Bulk;
use crate::platform::pool::Need;
use crate::platform::system::now;

/// Nanoseconds that a month of a head takes about, to size slices.
const NANOSECONDS_PER_MONTH: u64 = 20;
/// Runs that are computed together.
const BLOCK: u32 = 64;

/// How it goes.
pub(crate) enum CapacityWent {
    /// So many runs of so many are done; a report on them now and then.
    Went {
        n_done: u32,
        n_all: u32,
        report: Option<Box<CapacityReport>>,
    },
    Done,
    Failed,
}

impl Client {
    /// Simulates what is asked, in place of what ran before; the first worker merges. Reports come while it runs: first
    /// the plan itself, then its changes.
    pub(crate) fn capacity(
        self: &Rc<Self>,
        input: &CapacityInput,
        asked: &CapacityAsked,
        tell: impl Fn(CapacityWent) + 'static,
    ) {
        self.stop_capacity();
        let simulation = Simulation::default();
        *self.growing.borrow_mut() = simulation.clone();
        let capacity = input.fingerprint();
        let message =
            encode(&Ask::Capacity(CapacityAsk::Keep { capacity: capacity.clone(), input: Box::new(input.clone()) }));
        let need =
            Need { slot: ("capacity", N_CAPACITIES), key: capacity.clone(), message: Rc::new(message), bulk: None };
        let parts = variants(input, asked);
        let n_all = parts.iter().fold(0_u32, |sum, (_, n_runs)| sum.saturating_add(*n_runs));
        let (slice, seed, tell) = (slice(input), asked.seed, Rc::new(tell));
        let client = self.clone();
        Job { client, capacity, need, parts, n_all, seed, slice, simulation, tell }.start(0);
    }

    /// Ends the simulation of capacity that runs.
    pub(crate) fn stop_capacity(&self) {
        self.growing.borrow().cancel();
    }
}

/// Runs of a slice: about 50 ms of work.
fn slice(input: &CapacityInput) -> u32 {
    let steps = (input.seats.len() as u64 + 1) * (input.n_months() as u64).max(1);
    ((SLICE_NANOSECONDS / (steps * NANOSECONDS_PER_MONTH)).clamp(1, 1 << 16) as u32).next_multiple_of(BLOCK)
}

/// A simulation cut into slices.
#[derive(Clone)]
struct Job {
    client: Rc<Client>,
    capacity: String,
    need: Need,
    parts: Vec<(Variant, u32)>,
    n_all: u32,
    seed: u64,
    slice: u32,
    simulation: Simulation,
    tell: Rc<dyn Fn(CapacityWent)>,
}

/// What all slices of one start share.
#[derive(Clone)]
struct Progress {
    number: u32,
    n_restarts: u32,
    n_gathered: Rc<Cell<u32>>,
    last_report: Rc<Cell<u64>>,
}

impl Job {
    fn start(&self, n_restarts: u32) {
        self.client.last_job.set(self.client.last_job.get() + 1);
        let number = self.client.last_job.get();
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

    fn run(&self, variant: Variant, from: u32, to: u32, progress: Progress) {
        let capacity = self.capacity.clone();
        let ask = Ask::Capacity(CapacityAsk::Run { capacity, variant, seed: self.seed, from, to });
        let job = self.clone();
        let done = move |answered: Answered| match answered {
            Ok((Answer::Part { n_runs }, Some(part))) => {
                progress.n_gathered.set(progress.n_gathered.get() + n_runs);
                let is_last = progress.n_gathered.get() == job.n_all;
                let report = is_last || SUMMARY_MILLISECONDS < now().saturating_sub(progress.last_report.get());
                if report {
                    progress.last_report.set(now());
                }
                job.gather(variant, part, report, is_last, &progress);
            }
            _ => job.fail(),
        };
        let task = task(encode(&ask), None, vec![self.need.clone()], None, done);
        self.simulation.tickets.borrow_mut().push(self.client.pool.run(task));
    }

    fn fail(&self) {
        if !self.simulation.is_cancelled.get() {
            self.simulation.cancel();
            (self.tell)(CapacityWent::Failed);
        }
    }

    fn gather(&self, variant: Variant, part: Bulk, report: bool, is_last: bool, progress: &Progress) {
        let capacity = self.capacity.clone();
        let ask = Ask::Capacity(CapacityAsk::Gather { capacity, job: progress.number, variant, report });
        let (job, n_restarts) = (self.clone(), progress.n_restarts);
        let done = move |answered: Answered| match answered {
            Ok((Answer::Capacity(CapacityAnswer::Gathered { n_runs, report }), _)) => {
                let is_whole = n_runs == job.n_all;
                if is_last && !is_whole {
                    // The worker that merges was replaced on the way: what it had is gone.
                    if n_restarts == 0 {
                        job.start(1);
                    } else {
                        job.fail();
                    }
                    return;
                }
                (job.tell)(CapacityWent::Went {
                    n_done: n_runs,
                    n_all: job.n_all,
                    report: report.map(Apart::into_inner).map(Box::new),
                });
                if is_whole {
                    (job.tell)(CapacityWent::Done);
                }
            }
            _ => job.fail(),
        };
        let mut task = task(encode(&ask), Some(part), vec![self.need.clone()], Some(0), done);
        task.is_urgent = true; // results show while slices still wait
        self.simulation.tickets.borrow_mut().push(self.client.pool.run(task));
    }
}
