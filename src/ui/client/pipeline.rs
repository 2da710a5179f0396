//! Pipelines in the pool: simulated futures of open deals and deals to come in slices on all workers, past months forecast
//! anew, and earlier exports.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::sliced::{Runs, Simulation, Sliced, Went, slice};
use super::{Answered, Client};
use crate::engine::pipeline::{
    PipelineBacktest, PipelineBacktestRow, PipelineReport, PipelineRuns, PipelineVariant, pipeline_variants,
};
use crate::engine::units::Month;
use crate::job::{Answer, Apart, Ask, N_EXPORTS, N_PIPELINES, PipelineAnswer, PipelineAsk, PipelineFound, encode};
use crate::platform::bulk::Bulk;
use crate::platform::pool::Need;

/// Nanoseconds that a deal of a run takes about, and a month of its deals to come, to size slices.
const NANOSECONDS: (u64, u64) = (10, 200);

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

/// An export that is kept no longer since another came.
pub(crate) enum Gone {
    /// It was of the same day.
    OfThatDay(String),
    /// It was the eldest of too many.
    Eldest(String),
}

/// A pipeline's futures, by the fingerprint of its input.
struct Futures {
    pipeline: String,
    seed: u64,
}

impl Runs for Futures {
    type Variant = PipelineVariant;
    type Report = Box<PipelineReport>;

    fn run(&self, variant: PipelineVariant, from: u32, to: u32) -> Ask {
        Ask::Pipeline(PipelineAsk::Run { pipeline: self.pipeline.clone(), variant, seed: self.seed, from, to })
    }

    fn gather(&self, job: u32, variant: PipelineVariant, report: bool) -> Ask {
        Ask::Pipeline(PipelineAsk::Gather { pipeline: self.pipeline.clone(), job, variant, report })
    }

    fn gathered(answer: Answer) -> Option<(u32, Option<Self::Report>)> {
        match answer {
            Answer::Pipeline(PipelineAnswer::Gathered { n_runs, report }) => {
                Some((n_runs, report.map(Apart::into_inner).map(Box::new)))
            }
            _ => None,
        }
    }
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

    /// Adds an earlier export of that data, or reads one anew; it takes the place of another of the same day, and the eldest
    /// goes where there are too many. Exports of other data are let go.
    pub(crate) fn add_export(&self, data: &str, export: Export) -> Option<Gone> {
        let mut exports = self.exports(data);
        exports.retain(|other| other.key != export.key);
        let place = exports.iter().position(|other| other.day == export.day);
        let mut gone = place.map(|place| Gone::OfThatDay(exports.remove(place).name));
        exports.push(export);
        exports.sort_by_key(|export| export.day);
        if N_EXPORTS < exports.len() {
            gone = Some(Gone::Eldest(exports.remove(0).name));
        }
        *self.exports.borrow_mut() = (data.to_owned(), exports);
        gone
    }

    /// Takes the export of that day away.
    pub(crate) fn remove_export(&self, day: NaiveDate) {
        self.exports.borrow_mut().1.retain(|export| export.day != day);
    }

    /// Moves an export to another day; where there is one of that day, nothing happens and `false` is said.
    pub(crate) fn date_export(&self, data: &str, day: NaiveDate, to: NaiveDate) -> bool {
        let exports = self.exports(data);
        if exports.iter().any(|export| export.day == to) {
            return false;
        }
        if let Some(export) = exports.into_iter().find(|export| export.day == day) {
            self.remove_export(day);
            self.add_export(data, Export { day: to, ..export });
        }
        true
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

    /// Simulates what was found, held against a target. Reports come while it runs: first the forecast itself, then what its assumptions move.
    pub(crate) fn pipeline(
        self: &Rc<Self>,
        found: &PipelineFound,
        target: Option<f64>,
        asked: PipelineRuns,
        tell: impl Fn(Went<Box<PipelineReport>>) + 'static,
    ) -> Simulation {
        let simulation = Simulation::default();
        let pipeline = found.name(target);
        let (of_deal, of_month) = NANOSECONDS;
        let of_run = u64::from(found.n_open) * of_deal + u64::from(found.n_months) * of_month;
        let keep = PipelineAsk::Keep { pipeline: pipeline.clone(), input: found.input.clone(), target };
        let message = Rc::new(encode(&Ask::Pipeline(keep)));
        Sliced {
            client: self.clone(),
            need: Need { slot: ("pipeline", N_PIPELINES), key: pipeline.clone(), message, bulk: None },
            runs: Futures { pipeline, seed: asked.seed },
            parts: pipeline_variants(&asked),
            slice: slice(of_run),
            simulation: simulation.clone(),
            tell: Box::new(tell),
        }
        .begin();
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
                _ if all.is_cancelled() => {}
                _ => {
                    all.cancel();
                    tell(LookedBack::Failed);
                }
            };
            let ticket = self.ask(&Ask::Pipeline(ask(origin)), Some(data), None, done);
            simulation.keep(ticket);
        }
        simulation
    }

    /// Ends work at once, also a step that takes long: its worker starts anew.
    pub(crate) fn drop_pipeline(&self, work: &Simulation) {
        work.cancel();
        self.pool.drop_cancelled();
    }
}
