//! `attain simulate`: what plans cost, with ranges; whole, or one shard of it.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use attain::engine::comp::{Measure, Plan};
use attain::engine::simulate::{CostInput, FitInput, fit};
use attain::engine::units::{Decimal, Money, Month};
use attain::scenario::{Opened, cost_input};

use crate::choice::ReadArgs;
use crate::costing::{self, Show};
use crate::curve::amount;
use crate::fail::{Done, Failure, Outcome, say};
use crate::forecast;
use crate::part::Head;
use crate::pay::{data_of, say_filled};
use crate::plans::{self, Source};
use crate::print;
use crate::read::Data;
use crate::span::SpanArgs;

/// Seed and runs where neither options nor a scenario say.
const N_RUNS: u32 = 10_000;
const SEED: u64 = 1;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Plan file, scenario file, or template name; give several to compare them on the same draws
    #[arg(long, value_name = "P", required_unless_present = "scenario")]
    plan: Vec<String>,
    /// A scenario file: its plans, assumptions and data
    #[arg(long, value_name = "FILE", conflicts_with_all = ["plan", "first", "months"])]
    scenario: Option<PathBuf>,
    /// Files of deals, reps and targets, or folders of files; a scenario file may hold the data itself
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    /// Simulated years, 1 to 1,000,000; 10,000 if neither this nor a scenario says
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    runs: Option<u32>,
    /// Seed of the draws; 1 if neither this nor a scenario says
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// Money set aside for the simulated months
    #[arg(long, value_name = "B", value_parser = amount)]
    budget: Option<Decimal>,
    /// First simulated month; the first fiscal year after the history if not given
    #[arg(long, value_name = "YYYY-MM")]
    first: Option<Month>,
    /// Simulated months, 1 to 60
    #[arg(long, value_name = "N", default_value = "12", value_parser = clap::value_parser!(u32).range(1..=60))]
    months: u32,
    /// The company sells as its bookings are forecast, by month and as uncertain as that is
    #[arg(long, conflicts_with = "scenario")]
    on_forecast: bool,
    #[command(flatten)]
    span: SpanArgs,
    /// Only part i of n (from 0), as bytes for `attain merge`
    #[arg(long, value_name = "i/n", value_parser = shard, conflicts_with_all = ["json", "sensitivity"])]
    shard: Option<(u32, u32)>,
    /// File for the part; without a shard, for all runs
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Threads; one for each processor if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=256))]
    threads: Option<u32>,
    #[command(flatten)]
    show: Show,
}

pub(crate) fn run(args: Args) -> Outcome {
    if args.shard.is_some() && args.out.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::usage("a part is bytes, not text", "Name a file with --out, or lead the output into one"));
    }
    let head = match &args.scenario {
        Some(path) => {
            let opened = plans::open_file(path)?;
            let data = data_of(&args.data, Some(&opened), &args.reading)?;
            let mut head = of_scenario(&path.display().to_string(), &opened, &data, &args.span)?;
            head.input.budget = args.budget.map(|budget| Money(budget).to_f64()).or(head.input.budget);
            head
        }
        None => of_plans(&args)?,
    };
    let head = Head { n_runs: args.runs.unwrap_or(head.n_runs), seed: args.seed.unwrap_or(head.seed), ..head };
    let n_threads = args.threads.unwrap_or_else(n_processors);
    let Some((index, n)) = args.shard else {
        let part = costing::run_range(&head, 0..head.n_runs, n_threads)?;
        if let Some(path) = &args.out {
            print::file(path, &part.bytes())?;
        }
        costing::print(&part, args.show)?;
        return Ok(Done::Whole);
    };
    let bytes = costing::run_range(&head, head.shard(index, n), n_threads)?.bytes();
    match &args.out {
        Some(path) => print::file(path, &bytes)?,
        None => print::out(&bytes)?,
    }
    Ok(Done::Whole)
}

/// One thread for each processor.
pub(crate) fn n_processors() -> u32 {
    std::thread::available_parallelism().map_or(1, |n| n.get().min(256) as u32)
}

/// The simulation of plans on data.
fn of_plans(args: &Args) -> Result<Head, Failure> {
    let sources = args.plan.iter().map(|place| plans::load(place, None)).collect::<Result<Vec<Source>, _>>()?;
    let scenario = sources.iter().find_map(|source| source.scenario.as_ref());
    let data = data_of(&args.data, scenario, &args.reading)?;
    let mut plans: Vec<Plan> = Vec::new();
    for source in &sources {
        let plan = source.plan_on(&data.dataset);
        say_filled(source, &plan);
        plans::add_apart(&mut plans, plan);
    }
    let span = args.span.resolve(scenario.map(|opened| &opened.scenario), &data)?;
    let Some(plan) = plans.first() else { return Err(Failure::usage("no plan is named", "Name one with --plan")) };
    say_measures(&plans);
    let fitted = fit(&FitInput {
        dataset: &data.dataset,
        plan,
        others: &plans,
        currency: &span.currency.code,
        history_first: span.first,
        history_last: span.last,
        first: args.first.unwrap_or_else(|| span.next_year()),
        n_months: args.months,
    });
    let input = CostInput {
        plans,
        model: fitted.model,
        calendar: span.calendar,
        digits: span.currency.digits,
        budget: args.budget.map(|budget| Money(budget).to_f64()),
        company_factor: 1.0,
        hold_company: false,
    };
    let input = if args.on_forecast { forecast::cost(input, &data.dataset, &span)? } else { input };
    let head = Head {
        engine_version: env!("CARGO_PKG_VERSION").into(),
        n_runs: N_RUNS,
        seed: SEED,
        input,
        currency: span.currency,
        data: Some(data.report.fingerprint),
        notes: fitted.notes,
    };
    peopled(head)
}

/// The simulation that a scenario describes, as the page runs it: its chosen plan's measure, its own or the fitted model.
pub(crate) fn of_scenario(place: &str, opened: &Opened, data: &Data, span: &SpanArgs) -> Result<Head, Failure> {
    let scenario = &opened.scenario;
    let remedy = "Choose a plan in the scenario";
    let plan = scenario.plan().ok_or_else(|| Failure::refused(place, "the scenario has no chosen plan", remedy))?;
    plans::check(place, plan)?;
    let span = span.resolve(Some(scenario), data)?;
    let fitted = fit(&FitInput {
        dataset: &data.dataset,
        plan,
        others: &scenario.plans,
        currency: &span.currency.code,
        history_first: span.first,
        history_last: span.last,
        first: scenario.assumptions.plan_year.unwrap_or_else(|| span.next_year()),
        n_months: 12,
    });
    let mut input = cost_input(scenario, &fitted.model);
    (input.calendar, input.digits) = (span.calendar, span.currency.digits);
    let head = Head {
        engine_version: env!("CARGO_PKG_VERSION").into(),
        n_runs: scenario.assumptions.n_runs.clamp(1, 1_000_000),
        seed: scenario.assumptions.seed,
        input,
        currency: span.currency,
        data: Some(data.report.fingerprint.clone()),
        notes: if scenario.assumptions.model.is_none() { fitted.notes } else { Vec::new() },
    };
    peopled(head)
}

/// The simulation, unless it is of nobody.
pub(crate) fn peopled(head: Head) -> Result<Head, Failure> {
    if head.input.model.reps.is_empty() {
        return Err(Failure::refused(
            "the data",
            "nobody is there in the simulated months",
            "Check who left when, or choose --first",
        ));
    }
    Ok(head)
}

/// Says when plans are compared that pay for different things: one model can only be of one.
pub(crate) fn say_measures(plans: &[Plan]) {
    let heaviest = |plan: &Plan| -> Measure { plan.heaviest().map(|component| component.measure).unwrap_or_default() };
    let mut measures = plans.iter().map(|plan| (plan, heaviest(plan)));
    let Some((first, measure)) = measures.next() else { return };
    for (plan, _) in measures.filter(|(_, other)| *other != measure) {
        say(format!(
            "{} pays for something else than {}; both are costed on what {} credits.",
            plan.name, first.name, first.name
        ));
    }
}

/// `0/4` to `3/4`.
fn shard(text: &str) -> Result<(u32, u32), String> {
    let numbers =
        text.split_once('/').and_then(|(index, n)| Some((index.parse::<u32>().ok()?, n.parse::<u32>().ok()?)));
    match numbers {
        Some((index, n)) if index < n && n <= 1_000_000 => Ok((index, n)),
        _ => Err(format!("{text:?} is no shard; four parts are 0/4, 1/4, 2/4 and 3/4")),
    }
}
