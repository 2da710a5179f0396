//! `attain capacity`: what a headcount plan can sell by month, the chance to reach the goal, and what moves it.

mod asked;
mod held;
mod text;

use std::path::PathBuf;

use attain::engine::quota::capacity::{
    CapacityAsked, CapacityGoal, CapacityInput, CapacityNote, CapacityReport, CapacityTally, HeadcountPlan, OnForecast,
    PlanFromData, RampFit, ResolveInput, Resolved, Variant, headcount_from, prepare_capacity, resolve, run_capacity,
    variants,
};
use attain::engine::units::{Calendar, Currency, Month};
use attain::present::{Plain, capacity_note, headcount_error};
use attain::scenario::Opened;
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::fail::{Done, Failure, Outcome, say};
use crate::pay::data_of;
use crate::print::{self, Figures, json, out};
use crate::read::Data;
use crate::simulate::n_processors;
use crate::slices::in_slices;
use crate::span::SpanArgs;
use asked::Changes;

#[derive(clap::Args)]
#[allow(clippy::struct_excessive_bools)] // each is a flag of its own
pub(crate) struct Args {
    /// Files of reps, deals and targets, or folders of files; without any, give --headcount, or --reps with --quota
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    /// Headcount plan, or a scenario file that has one; the data's own roles if not given
    #[arg(long, value_name = "FILE")]
    headcount: Option<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    span: SpanArgs,
    #[command(flatten)]
    changes: Changes,
    /// Simulated years; 0 for the formula alone
    #[arg(long, value_name = "N", default_value = "10000", value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    runs: u32,
    /// Seed of the draws
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,
    /// Also which assumption matters most
    #[arg(long)]
    tornado: bool,
    /// Also what it costs if planned hires come one to three months late
    #[arg(long)]
    delay: bool,
    /// Also the chance at more hires and more over-assignment
    #[arg(long)]
    grid: bool,
    /// Also holds a forecast of bookings against quotas and capacity: that of a file, as `attain forecast --json` writes it, or
    /// without one that of DATA, which then comes first
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    #[allow(clippy::option_option)] // not asked for, of the data, of a file
    on_forecast: Option<Option<PathBuf>>,
    /// Takes that forecast as the plan's goal by month
    #[arg(long, requires = "on_forecast", conflicts_with = "goal")]
    goal_on_forecast: bool,
    /// Threads; one for each processor if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=256))]
    threads: Option<u32>,
    /// File for the headcount plan as it was computed
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    seed: u64,
    /// Fingerprint of everything that the figures depend on, but for seed and runs.
    input: String,
    first: Month,
    n_months: usize,
    n_heads: usize,
    plan: &'a HeadcountPlan,
    notes: &'a [CapacityNote],
    /// The notes in words.
    words: &'a [String],
    /// Ramps that were fitted, with the place of their role.
    ramps: &'a [(u32, RampFit)],
    #[serde(flatten)]
    found: &'a CapacityReport,
    /// The forecast of bookings beside quotas and capacity, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    on_forecast: Option<&'a OnForecast>,
}

/// What a plan is looked up in.
struct Scene {
    data: Option<Data>,
    history: Option<(Month, Month)>,
    calendar: Calendar,
    currency: Currency,
    /// First month of a plan that names none.
    first: Option<Month>,
}

pub(crate) fn run(args: Args) -> Outcome {
    if args.runs == 0 && (args.tornado || args.delay || args.grid) {
        return Err(Failure::usage(
            "--tornado, --delay and --grid need simulated years",
            "Leave them out, or ask for years with --runs",
        ));
    }
    let opened = args.headcount.as_deref().map(asked::load).transpose()?;
    let (saved, scenario) = opened.map_or((None, None), |(plan, scenario)| (Some(plan), scenario));
    if let Some(path) = &args.save {
        // A headcount plan may be written over, a scenario that holds more not.
        let scenario = args.headcount.iter().filter(|_| scenario.is_some());
        let read = args.data.iter().chain(scenario).map(PathBuf::as_path);
        print::not_over(path, read, "Name another file with --save")?;
    }
    let scene = scene(&args, scenario.as_ref())?;
    let (mut plan, mut notes) = match (saved, &scene) {
        (Some(plan), _) => (plan, Vec::new()),
        (None, Scene { data: Some(data), history: Some((history_first, history_last)), .. }) => {
            let given = PlanFromData {
                dataset: &data.dataset,
                currency: &scene.currency.code,
                calendar: scene.calendar,
                history_first: *history_first,
                history_last: *history_last,
                first: args.changes.first.or(scene.first).unwrap_or(history_last.plus(1)),
                n_months: args.changes.months.unwrap_or(12),
            };
            headcount_from(&given)
        }
        _ => (args.changes.alone()?, Vec::new()),
    };
    args.changes.apply(&mut plan)?;
    let first = plan.first.or(scene.first).ok_or_else(|| {
        Failure::usage("no first month is named, and there is no history to follow", "Name it with --first")
    })?;
    plan.first = Some(first);
    let figures = Figures::new(scene.currency.clone());
    let given = ResolveInput {
        dataset: scene.data.as_ref().map(|data| &data.dataset),
        history: scene.history,
        currency: &scene.currency.code,
        calendar: scene.calendar,
        first,
        digits: scene.currency.digits,
    };
    let Resolved { mut input, notes: found, ramps } = resolve(&plan, &given).map_err(|errors| {
        let reasons: Vec<String> = errors.iter().map(|error| headcount_error(&figures.words, error)).collect();
        let place = args.headcount.as_ref().map(|path| path.display().to_string());
        Failure::refused(place.unwrap_or_else(|| "the headcount plan".into()), reasons.join(" "), "")
    })?;
    notes.extend(found);
    let forecast = args.on_forecast.as_ref().map(|file| held::bookings(file.as_deref(), &scene, &input, &figures));
    let forecast = forecast.transpose()?;
    if let Some(forecast) = forecast.as_ref().filter(|_| args.goal_on_forecast) {
        input.goal = held::goal(&input, forecast, &figures)?;
        plan.goal = CapacityGoal::Months(input.goal.clone());
    }
    let words: Vec<String> = notes.iter().map(|note| capacity_note(&figures.words, &Plain, note)).collect();
    if let Some(path) = &args.save {
        let text = serde_json::to_string_pretty(&plan)
            .map_err(|error| Failure::refused("the plan", error, "Report this, please"))?;
        print::file(path, format!("{text}\n").as_bytes())?;
    }
    let asked =
        CapacityAsked { n_runs: args.runs, seed: args.seed, delay: args.delay, tornado: args.tornado, grid: args.grid };
    let tallies = simulated(&input, &asked, args.threads.unwrap_or_else(n_processors))?;
    let lent: Vec<(Variant, &CapacityTally)> = tallies.iter().map(|(variant, tally)| (*variant, tally)).collect();
    let report = CapacityReport::of(&input, &lent);
    let years = lent.iter().find(|(variant, _)| *variant == Variant::AsPlanned).map(|(_, tally)| *tally);
    let on_forecast = forecast.map(|forecast| held::found(&input, &forecast, (&scene, years), &figures)).transpose()?;
    if args.json {
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &scene.currency.code,
            seed: args.seed,
            input: input.fingerprint(),
            first,
            n_months: input.n_months(),
            n_heads: input.seats.len(),
            plan: &plan,
            notes: &notes,
            words: &words,
            ramps: &ramps,
            found: &report,
            on_forecast: on_forecast.as_ref(),
        })?;
    } else {
        words.iter().for_each(say);
        if args.delay && report.delays.is_empty() {
            say(figures.words.text("capacity-delay-none"));
        }
        if args.grid && report.expected.goal <= 0.0 {
            say(figures.words.text("capacity-grid-none"));
        }
        let held = on_forecast.map_or_else(String::new, |found| held::text(&figures, &found));
        out((text::text(&figures, &plan, &ramps, &report) + &held).as_bytes())?;
    }
    Ok(Done::Whole)
}

/// Data, months and currency; of a scenario where one is given.
fn scene(args: &Args, opened: Option<&Opened>) -> Result<Scene, Failure> {
    let has_data = !args.data.is_empty() || opened.is_some_and(|opened| opened.data.is_some());
    if !has_data {
        let scenario = opened.map(|opened| &opened.scenario);
        let calendar = args.span.calendar(scenario);
        let currency = args.span.currency.clone().or_else(|| scenario.map(|scenario| scenario.currency.clone()));
        return Ok(Scene {
            data: None,
            history: None,
            calendar,
            currency: currency.unwrap_or_default(),
            first: args.changes.first,
        });
    }
    let data = data_of(&args.data, opened, &args.reading)?;
    let span = args.span.resolve(opened.map(|opened| &opened.scenario), &data)?;
    let first = Some(span.next_year());
    let history = Some((span.first, span.last));
    Ok(Scene { data: Some(data), history, calendar: span.calendar, currency: span.currency, first })
}

/// Runs of a slice.
const N_STEP: u32 = 256;

/// Every simulation that is asked for, on so many threads.
fn simulated(
    input: &CapacityInput,
    asked: &CapacityAsked,
    n_threads: u32,
) -> Result<Vec<(Variant, CapacityTally)>, Failure> {
    let mut tallies: Vec<(Variant, CapacityTally)> = Vec::new();
    let wanted = if asked.n_runs == 0 { Vec::new() } else { variants(input, asked) };
    for (variant, n_runs) in wanted {
        let prepared = prepare_capacity(input, variant);
        let run = |runs| run_capacity(&prepared, asked.seed, runs);
        tallies.push((variant, in_slices((n_runs, N_STEP), n_threads, run, CapacityTally::merge)?));
    }
    Ok(tallies)
}
