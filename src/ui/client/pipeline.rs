//! Pipelines in the pool: simulated futures of open deals and deals to come in slices on all workers, past months forecast
//! anew, and earlier exports.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use js_sys::Array;

use super::{Answered, Client, SLICE_NANOSECONDS, SUMMARY_MILLISECONDS, Simulation, files_task, task};
use crate::engine::pipeline::{
    PipelineBacktest, PipelineBacktestRow, PipelineInput, PipelineReport, PipelineRuns, PipelineVariant,
    pipeline_variants,
};
use crate::engine::units::Month;
use crate::job::{
    Answer, Apart, Ask, FilesAnswer, FilesAsk, N_EXPORTS, N_PIPELINES, PipelineAnswer, PipelineAsk, encode,
};
use crate::platform::bulk::Bulk;
use crate::platform::pool::{Lost, Need};
use crate::platform::system::now;

/// Nanoseconds that a deal of a run takes about, and a month of its deals to come, to size slices.
const NANOSECONDS: (u64, u64) = (10, 200);
/// Runs that are computed together.
const BLOCK: u32 = 64;

/// An earlier export of the pipeline.
#[derive(Clone)]
pub(crate) struct Export {
    /// The day it was made.
    pub(crate) day: NaiveDate,
    /// Its file.
    pub(crate) name: String,
    /// Deals in it.
    pub(crate) n_deals: usize,
    /// Its records' fingerprint.
    pub(crate) key: String,
    pub(crate) bytes: Bulk,
}

/// How a simulation goes.
pub(crate) enum PipelineWent {
    /// So many runs of so many are done; a report on them now and then.
    Went {
        n_done: u32,
        n_all: u32,
        report: Option<Box<PipelineReport>>,
    },
    Done,
    Failed,
}

/// How looking back goes.
pub(crate) enum LookedBack {
    /// So many past months of so many are done.
    Went(u32, u32),
    Done(Box<PipelineBacktest>),
    Failed,
}

impl Client {
    /// The earlier exports of that data, by day.
    pub(crate) fn exports(&self, data: &str) -> Vec<Export> {
        let held = self.exports.borrow();
        if held.0 == data { held.1.clone() } else { Vec::new() }
    }

    /// Adds an earlier export of that data; it takes the place of another of the same day, and the eldest goes where there are
    /// too many. Exports of other data are let go.
    pub(crate) fn add_export(&self, data: &str, export: Export) {
        let mut exports = self.exports(data);
        exports.retain(|other| other.day != export.day);
        exports.push(export);
        exports.sort_by_key(|export| export.day);
        if N_EXPORTS < exports.len() {
            exports.remove(0);
        }
        *self.exports.borrow_mut() = (data.to_owned(), exports);
    }

    /// Takes the export of that day away.
    pub(crate) fn remove_export(&self, day: NaiveDate) {
        self.exports.borrow_mut().1.retain(|export| export.day != day);
    }

    /// Moves an export to another day.
    pub(crate) fn date_export(&self, data: &str, day: NaiveDate, to: NaiveDate) {
        if let Some(export) = self.exports(data).into_iter().find(|export| export.day == day) {
            self.remove_export(day);
            self.add_export(data, Export { day: to, ..export });
        }
    }

    /// Reads files of an earlier export apart from all others.
    pub(crate) fn read_export(
        &self,
        ask: &FilesAsk,
        files: Array,
        done: impl FnOnce(Result<(FilesAnswer, Option<Bulk>), Lost>) + 'static,
    ) {
        self.has_read.set(true);
        let mut task = files_task(ask, done);
        task.files = Some(files);
        self.files.run(task);
    }

    /// The earlier exports of that data, as a worker must have them.
    pub(super) fn export_needs(&self, data: &str) -> Vec<Need> {
        let export = |export: &Export| {
            let message = encode(&Ask::Pipeline(PipelineAsk::KeepExport { export: export.key.clone() }));
            let (slot, key, message) = (("export", N_EXPORTS), export.key.clone(), Rc::new(message));
            Need { slot, key, message, bulk: Some(export.bytes.clone()) }
        };
        self.exports(data).iter().map(export).collect()
    }

    /// Simulates what is asked; the first worker merges. Reports come while it runs: first the forecast itself, then what its
    /// assumptions move.
    pub(crate) fn pipeline(
        self: &Rc<Self>,
        input: &PipelineInput,
        asked: PipelineRuns,
        tell: impl Fn(PipelineWent) + 'static,
    ) -> Simulation {
        let simulation = Simulation::default();
        let pipeline = input.fingerprint();
        let message =
            encode(&Ask::Pipeline(PipelineAsk::Keep { pipeline: pipeline.clone(), input: Box::new(input.clone()) }));
        let need =
            Need { slot: ("pipeline", N_PIPELINES), key: pipeline.clone(), message: Rc::new(message), bulk: None };
        let parts = pipeline_variants(&asked);
        let n_all = parts.iter().fold(0_u32, |sum, (_, n_runs)| sum.saturating_add(*n_runs));
        let (slice, seed, tell) = (slice(input), asked.seed, Rc::new(tell));
        let job = Job {
            client: self.clone(),
            pipeline,
            need,
            parts,
            n_all,
            seed,
            slice,
            simulation: simulation.clone(),
            tell,
        };
        job.start(0);
        simulation
    }

    /// Forecasts past months anew, each in any worker.
    pub(crate) fn look_back(
        self: &Rc<Self>,
        data: &str,
        origins: &[Month],
        ask: impl Fn(Month) -> PipelineAsk,
        tell: impl Fn(LookedBack) + 'static,
    ) -> Simulation {
        let simulation = Simulation::default();
        let tell: Rc<dyn Fn(LookedBack)> = Rc::new(tell);
        let rows: Rc<RefCell<BTreeMap<Month, Vec<PipelineBacktestRow>>>> = Rc::default();
        let n_all = origins.len() as u32;
        if origins.is_empty() {
            tell(LookedBack::Done(Box::default()));
        }
        for origin in origins.iter().copied() {
            let (rows, tell, all) = (rows.clone(), tell.clone(), simulation.clone());
            let done = move |answered: Answered| match answered {
                Ok((Answer::Pipeline(PipelineAnswer::Origin(found)), _)) => {
                    rows.borrow_mut().insert(origin, found.into_inner());
                    let n_done = rows.borrow().len() as u32;
                    tell(LookedBack::Went(n_done, n_all));
                    if n_done == n_all {
                        let rows = rows.take().into_values().flatten().collect();
                        tell(LookedBack::Done(Box::new(PipelineBacktest::of(rows))));
                    }
                }
                _ if all.is_cancelled.get() => {}
                _ => {
                    all.cancel();
                    tell(LookedBack::Failed);
                }
            };
            let ticket = self.ask(&Ask::Pipeline(ask(origin)), Some(data), None, done);
            simulation.tickets.borrow_mut().push(ticket);
        }
        simulation
    }

    /// Ends work at once, also a step that takes long: its worker starts anew.
    pub(crate) fn drop_pipeline(&self, work: &Simulation) {
        work.cancel();
        self.pool.drop_cancelled();
    }
}

/// Runs of a slice: about 50 ms of work.
fn slice(input: &PipelineInput) -> u32 {
    let (of_deal, of_month) = NANOSECONDS;
    let each = input.deals.len() as u64 * of_deal + u64::from(input.n_months) * of_month;
    ((SLICE_NANOSECONDS / each.max(1)).clamp(1, 1 << 14) as u32).next_multiple_of(BLOCK)
}

/// A simulation cut into slices.
#[derive(Clone)]
struct Job {
    client: Rc<Client>,
    pipeline: String,
    need: Need,
    parts: Vec<(PipelineVariant, u32)>,
    n_all: u32,
    seed: u64,
    slice: u32,
    simulation: Simulation,
    tell: Rc<dyn Fn(PipelineWent)>,
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

    fn run(&self, variant: PipelineVariant, from: u32, to: u32, progress: Progress) {
        let pipeline = self.pipeline.clone();
        let ask = Ask::Pipeline(PipelineAsk::Run { pipeline, variant, seed: self.seed, from, to });
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
            (self.tell)(PipelineWent::Failed);
        }
    }

    fn gather(&self, variant: PipelineVariant, part: Bulk, report: bool, is_last: bool, progress: &Progress) {
        let pipeline = self.pipeline.clone();
        let ask = Ask::Pipeline(PipelineAsk::Gather { pipeline, job: progress.number, variant, report });
        let (job, n_restarts) = (self.clone(), progress.n_restarts);
        let done = move |answered: Answered| match answered {
            Ok((Answer::Pipeline(PipelineAnswer::Gathered { n_runs, report }), _)) => {
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
                let report = report.map(Apart::into_inner).map(Box::new);
                (job.tell)(PipelineWent::Went { n_done: n_runs, n_all: job.n_all, report });
                if is_whole {
                    (job.tell)(PipelineWent::Done);
                }
            }
            _ => job.fail(),
        };
        let mut task = task(encode(&ask), Some(part), vec![self.need.clone()], Some(0), done);
        task.is_urgent = true; // results show while slices still wait
        self.simulation.tickets.borrow_mut().push(self.client.pool.run(task));
    }
}
