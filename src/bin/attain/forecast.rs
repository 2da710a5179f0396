//! `attain forecast`: what series will come to, with ranges, the method and the reason for it.

mod cost;
mod overrides;
mod text;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use attain::engine::forecast::{
    Axis, Backtest, Method, OverrideScore, PredictAsked, Prediction, RangesFrom, Reconcile, Series, SeriesError,
    SeriesSet, What, WorkingDays, predict, reconcile,
};
use attain::present::{Locale, Plain, Words, forecast_why, prediction_notes, reconciled_note, series_error, step_name};
use attain::scenario::{ForecastGroup, GroupPlace, placed};
use chrono::NaiveDate;
use serde::Serialize;

use crate::fail::{Done, Failure, Outcome, say};
use crate::print::{json, out};
use crate::series::{SeriesArgs, Source, choice, day, none, notes};
use crate::simulate::n_processors;

pub(crate) use cost::{Bookings, cost};
use overrides::{Known, Put, Stands};

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
    /// Values that somebody knows better: a table (`series,step,value,reason`), or a scenario with those of its page
    #[arg(long, value_name = "FILE")]
    overrides: Option<PathBuf>,
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
    group: &'a ForecastGroup,
    series: &'a Series,
    outcome: Result<Prediction, SeriesError>,
    /// What the method said of each step, where values were put in its place.
    said: Option<Vec<f64>>,
    /// Values in place of the forecast's.
    stands: Vec<Stands>,
    /// How good those were whose steps have happened.
    judged: Option<OverrideScore>,
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
    place: GroupPlace,
    history: &'a Series,
    /// Names of the steps that are forecast.
    steps: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forecast: Option<&'a Prediction>,
    /// What the method said of each step, where values were put in its place in any series.
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<&'a [f64]>,
    #[serde(skip_serializing_if = "<[Stands]>::is_empty")]
    overrides: &'a [Stands],
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<OverrideScore>,
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
    let (set, source) = args.series.set_of()?;
    let asked = PredictAsked {
        horizon: args.horizon.map_or_else(|| set.axis.step.horizon(), |horizon| horizon as usize),
        cycle: args.series.cycle(),
        method: args.method,
        levels: args.levels.clone(),
        ranges: args.ranges,
        n_origins: args.origins as usize,
        working_days: args
            .working_days
            .then(|| WorkingDays { holidays: args.holidays.iter().copied().collect::<BTreeSet<_>>() }),
    };
    let all = placed(&set);
    let words = Words::new(Locale::English);
    let known = Known { set: &set, all: &all, horizon: asked.horizon, source: &source, words: &words };
    let put = args.overrides.as_deref().map(|path| known.read(path)).transpose()?.unwrap_or_default();
    let adds_up = 1 < all.len() && set.whole.is_some() && args.reconcile.0.is_some();
    let outcomes = in_parallel(&all, args.threads, |(_, series)| {
        let mut found = predict(set.axis, series, &asked)?;
        if !args.json && !adds_up {
            // Of many series what was tried is more than what is shown.
            found.tried = Backtest { origins: found.tried.origins, ..Backtest::default() };
        }
        Ok(found)
    });
    let (told, reconciled) = added_up(&known, outcomes, args.reconcile.0.filter(|_| adds_up), &put)?;
    if told.iter().all(|one| one.outcome.is_err()) {
        return Err(none(told.iter().filter_map(|one| Some((one.series, one.outcome.as_ref().err()?)))));
    }
    if args.json {
        let summed = match &source {
            Source::Records(summed) => Some(summed),
            Source::File(_) => None,
        };
        json(&Report {
            what: summed.map(|summed| summed.what),
            currency: summed.map(|summed| summed.currency.as_str()),
            ..report(&set, &told, reconciled, &words)
        })?;
    } else if args.csv {
        out(text::csv(set.axis, &told, &asked.levels, args.overrides.is_some()).as_bytes())?;
    } else {
        out(text::shown(&set, &told, reconciled.is_some(), &words).as_bytes())?;
    }
    Ok(if told.iter().any(|one| one.outcome.is_err()) { Done::Partly } else { Done::Whole })
}

/// Predictions made to add up where all are there, with the values that somebody put.
fn added_up<'a>(
    known: &Known<'a>,
    outcomes: Vec<Result<Prediction, SeriesError>>,
    how: Option<Reconcile>,
    put: &[Put],
) -> Result<(Vec<Told<'a>>, Option<Reconcile>), Failure> {
    let n_beyond = known.n_beyond(put);
    if 0 < n_beyond {
        say(format!("{n_beyond} overrides are of steps that neither happened nor are forecast, and are left out."));
    }
    let told =
        |outcomes: Vec<Result<Prediction, SeriesError>>, said: Vec<Option<Vec<f64>>>, stands: Vec<Vec<Stands>>| {
            let all = known.all.iter().zip(outcomes).zip(said.into_iter().zip(stands)).enumerate();
            all.map(|(at, (((group, series), outcome), (said, stands)))| {
                let judged = known.judged(put, at);
                Told { group, series, outcome, said, stands, judged }
            })
            .collect()
        };
    if let Ok(mut predictions) = outcomes.iter().cloned().collect::<Result<Vec<Prediction>, SeriesError>>() {
        let done = how.and_then(|how| reconcile(known.set, how, &mut predictions));
        let said = predictions.iter().map(|one| (!put.is_empty()).then(|| one.expected.clone())).collect();
        let stands = known.put(put, &mut predictions, done.is_some())?;
        return Ok((told(predictions.into_iter().map(Ok).collect(), said, stands), done));
    }
    if how.is_some() || !put.is_empty() {
        say("some series cannot be forecast, so forecasts neither add up nor are overridden.");
    }
    let n = outcomes.len();
    Ok((told(outcomes, vec![None; n], vec![Vec::new(); n]), None))
}

fn report<'a>(set: &'a SeriesSet, told: &'a [Told<'a>], reconciled: Option<Reconcile>, words: &Words) -> Report<'a> {
    let entry = |one: &'a Told<'a>| {
        let found = one.outcome.as_ref().ok();
        let steps = found.map(|found| steps(words, set.axis, found)).unwrap_or_default();
        let mut said: Vec<String> = found.map(|found| forecast_why(words, &Plain, &found.choice)).into_iter().collect();
        said.extend(notes(words, set.axis, one.series));
        said.extend(found.map(|found| prediction_notes(words, &Plain, found)).unwrap_or_default());
        said.extend(one.outcome.as_ref().err().map(|error| series_error(words, &Plain, error)));
        Entry {
            name: &one.series.name,
            place: one.group.place,
            history: one.series,
            steps,
            forecast: found,
            said: one.said.as_deref(),
            overrides: &one.stands,
            judged: one.judged,
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
        series: told.iter().map(entry).collect(),
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
