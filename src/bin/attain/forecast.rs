//! `attain forecast`: what series will come to, with ranges, the method and the reason for it.

mod cost;
mod text;

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use attain::engine::forecast::{
    Axis, Method, PredictAsked, Prediction, RangesFrom, Reconcile, Series, SeriesError, SeriesSet, What, WorkingDays,
    nodes, predict, reconcile,
};
use attain::present::{Locale, Plain, Words, forecast_why, prediction_notes, reconciled_note, series_error, step_name};
use attain::scenario::usual_horizon;
use chrono::NaiveDate;
use serde::Serialize;

use crate::fail::{Done, Failure, Outcome, say};
use crate::print::{json, out};
use crate::series::{SeriesArgs, choice, day, notes};
use crate::simulate::n_processors;

pub(crate) use cost::{Bookings, cost};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    series: SeriesArgs,
    /// Steps ahead; a year of months, quarters or 13 weeks, 28 days, if not given
    #[arg(long, value_name = "H", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    horizon: Option<u32>,
    /// A method, as auto, theta, ets, sba, `run_rate`, mstl, learned; the one the series' own past speaks for if not given
    #[arg(long, value_name = "METHOD", value_parser = choice::<Method>)]
    method: Option<Method>,
    /// Earlier origins that methods are tried at, at most; 0 for none, and the one call that needs no choice
    #[arg(long, value_name = "N", default_value = "12", value_parser = clap::value_parser!(u32).range(0..=1_000))]
    origins: u32,
    /// Probabilities of ranges, with commas
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "0.8,0.95", value_parser = level)]
    levels: Vec<f64>,
    /// Where ranges come from: residuals, conformal
    #[arg(long, value_name = "HOW", default_value = "residuals", value_parser = choice::<RangesFrom>)]
    ranges: RangesFrom,
    /// How parts are made to add up: bottom-up, top-down-shares, top-down-forecasts, structural, variances, min-trace, or none
    #[arg(long, value_name = "HOW", default_value = "min-trace", value_parser = adding_up)]
    reconcile: AddUp,
    /// Takes working days (Monday to Friday) out of months, quarters and years, and gives each its own back
    #[arg(long)]
    working_days: bool,
    /// Days without trade, with commas
    #[arg(long, value_name = "LIST", value_delimiter = ',', requires = "working_days", value_parser = day)]
    holidays: Vec<NaiveDate>,
    /// Threads; one for each processor if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=256))]
    threads: Option<u32>,
    /// Every step of every series as CSV
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

/// How parts add up, if they are made to.
#[derive(Clone, Copy)]
struct AddUp(Option<Reconcile>);

fn adding_up(name: &str) -> Result<AddUp, String> {
    if name == "none" { Ok(AddUp(None)) } else { choice(name).map(|how| AddUp(Some(how))) }
}

fn level(text: &str) -> Result<f64, String> {
    let level: Option<f64> = text.trim().parse().ok().filter(|level| (0.01..1.0).contains(level));
    level.ok_or_else(|| "a level lies between 0.01 and 1, as 0.8".into())
}

/// A series with what was said of it.
struct Told<'a> {
    series: &'a Series,
    outcome: Result<Prediction, SeriesError>,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    axis: Axis,
    /// What is added up, of records; null of a file of series.
    what: Option<What>,
    /// ISO code of the currency of bookings, of records.
    currency: Option<&'a str>,
    notes: &'a [attain::engine::forecast::SeriesNote],
    reconciled: Option<Reconcile>,
    series: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    /// `whole`, `between` or `part`.
    place: &'static str,
    history: &'a Series,
    /// Names of the steps that are forecast.
    steps: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forecast: Option<&'a Prediction>,
    /// Why the method was taken, and what is to be known.
    words: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<&'a SeriesError>,
}

/// Each of them done once, on all threads, in their order.
pub(crate) fn in_parallel<T: Sync, R: Send>(all: &[T], threads: Option<u32>, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let n_threads = threads.unwrap_or_else(n_processors) as usize;
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(all.len())));
    std::thread::scope(|scope| {
        for _ in 0..n_threads.min(all.len()).max(1) {
            scope.spawn(|| {
                while let Some((place, one)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|place| all.get(place).map(|one| (place, one)))
                {
                    let found = work(one);
                    if let Ok(mut done) = done.lock() {
                        done.push((place, found));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, found)| found).collect()
}

pub(crate) fn run(args: Args) -> Outcome {
    let (set, summed) = args.series.read()?;
    let asked = PredictAsked {
        horizon: args.horizon.map_or_else(|| usual_horizon(set.axis.step), |horizon| horizon as usize),
        cycle: args.series.cycle(),
        method: args.method,
        levels: args.levels.clone(),
        ranges: args.ranges,
        n_origins: args.origins as usize,
        working_days: args
            .working_days
            .then(|| WorkingDays { holidays: args.holidays.iter().copied().collect::<BTreeSet<_>>() }),
    };
    // A single part is the whole.
    let is_alone = set.series.len() < 2;
    let all = if is_alone { set.series.iter().collect() } else { nodes(&set) };
    let outcomes = in_parallel(&all, args.threads, |series| predict(set.axis, series, &asked));
    let (told, reconciled) = added_up(&set, &all, outcomes, args.reconcile.0.filter(|_| !is_alone));
    let words = Words::new(Locale::English);
    if told.iter().all(|one| one.outcome.is_err()) {
        for one in &told {
            if let Err(error) = &one.outcome {
                say(crate::fail::sentence(&one.series.name, series_error(&words, &Plain, error), ""));
            }
        }
        return Err(Failure::said());
    }
    if args.json {
        json(&Report {
            what: summed.as_ref().map(|summed| summed.what),
            currency: summed.as_ref().map(|summed| summed.currency.as_str()),
            ..report(&set, &told, reconciled, &words)
        })?;
    } else if args.csv {
        out(text::csv(set.axis, &told, &asked.levels).as_bytes())?;
    } else {
        out(text::shown(&set, &told, reconciled.is_some(), &words).as_bytes())?;
    }
    Ok(if told.iter().any(|one| one.outcome.is_err()) { Done::Partly } else { Done::Whole })
}

/// Predictions made to add up where all are there.
fn added_up<'a>(
    set: &SeriesSet,
    all: &[&'a Series],
    outcomes: Vec<Result<Prediction, SeriesError>>,
    how: Option<Reconcile>,
) -> (Vec<Told<'a>>, Option<Reconcile>) {
    let told = |(series, outcome): (&&'a Series, Result<Prediction, SeriesError>)| Told { series, outcome };
    let Some(how) = how else { return (all.iter().zip(outcomes).map(told).collect(), None) };
    match outcomes.iter().cloned().collect::<Result<Vec<Prediction>, SeriesError>>() {
        Ok(mut predictions) => {
            let is_done = reconcile(set, how, &mut predictions);
            (all.iter().zip(predictions.into_iter().map(Ok)).map(told).collect(), is_done.then_some(how))
        }
        Err(_) => (all.iter().zip(outcomes).map(told).collect(), None),
    }
}

/// Where the series at that place of the set's nodes stands.
fn place(set: &SeriesSet, at: usize, n: usize) -> &'static str {
    let n_above = n.saturating_sub(set.series.len());
    if n_above <= at {
        "part"
    } else if at == 0 {
        "whole"
    } else {
        "between"
    }
}

fn report<'a>(set: &'a SeriesSet, told: &'a [Told<'a>], reconciled: Option<Reconcile>, words: &Words) -> Report<'a> {
    let entry = |(at, one): (usize, &'a Told<'a>)| {
        let found = one.outcome.as_ref().ok();
        let steps = found.map(|found| steps(words, set.axis, found)).unwrap_or_default();
        let mut said: Vec<String> = found.map(|found| forecast_why(words, &Plain, &found.choice)).into_iter().collect();
        said.extend(notes(words, set.axis, one.series));
        said.extend(found.map(|found| prediction_notes(words, found)).unwrap_or_default());
        said.extend(one.outcome.as_ref().err().map(|error| series_error(words, &Plain, error)));
        Entry {
            name: &one.series.name,
            place: place(set, at, told.len()),
            history: one.series,
            steps,
            forecast: found,
            words: said,
            refused: one.outcome.as_ref().err(),
        }
    };
    let mut report = Report {
        engine_version: env!("CARGO_PKG_VERSION"),
        axis: set.axis,
        what: None,
        currency: None,
        notes: &set.notes,
        reconciled,
        series: told.iter().enumerate().map(entry).collect(),
    };
    if reconciled.is_some() {
        for one in &mut report.series {
            one.words.push(reconciled_note(words));
        }
    }
    report
}

/// Names of the steps that are forecast.
fn steps(words: &Words, axis: Axis, found: &Prediction) -> Vec<String> {
    let ticks = (0..found.expected.len()).map(|at| found.first.saturating_add(at as i32));
    ticks.map(|tick| step_name(words, &Plain, axis, tick)).collect()
}
