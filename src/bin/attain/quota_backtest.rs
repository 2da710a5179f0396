//! `attain quota-backtest`: past years' quotas by each method beside what happened, and estimates of a year.

mod tables;

use std::path::{Path, PathBuf};

use attain::engine::comp::{Measure, Plan};
use attain::engine::quota::backtest::{Backtest, BacktestInput, BacktestSettings, Goal, backtest};
use attain::engine::quota::estimate::{
    EstimateError, EstimateInput, EstimateSettings, Estimates, Feature, GrowthFrom, Method, PeersBy, Pieces,
    PotentialOf, estimate,
};
use attain::engine::units::Month;
use attain::present::estimate_error;
use attain::report::estimates_csv;
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::fail::{Done, Failure, Outcome};
use crate::pay::{data_of, say_filled};
use crate::plans::{self, Source};
use crate::print::{self, Figures, json, not_over, out};
use crate::read::Data;
use crate::span::{Span, SpanArgs};
use crate::typed::fraction;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files of deals, reps, accounts and targets, or folders of files; a scenario file may hold the data itself
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    /// Plan file, scenario file, or template name: the year's quotas are paid by it
    #[arg(long, value_name = "P")]
    plan: Option<String>,
    /// Which plan of a scenario file; its chosen one if not given
    #[arg(long, value_name = "NAME", requires = "plan")]
    plan_name: Option<String>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    span: SpanArgs,
    /// Methods, with commas; all if not given: shrinkage, growth, `account_plans`, potential, regression,
    /// `quota_ratio`, even
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = method)]
    methods: Vec<Method>,
    /// What quotas sum to: last year's sales and this much more, as 10%; what was sold in the year if not given
    #[arg(long, value_name = "G", value_parser = part, allow_hyphen_values = true)]
    goal_growth: Option<f64>,
    /// How near attainment has to come to 1 to count as accurate, as 20%
    #[arg(long, value_name = "B", default_value = "0.2", value_parser = part)]
    band: f64,
    /// Estimates of one fiscal year by this method, in place of the backtest
    #[arg(long, value_name = "METHOD", value_parser = method, conflicts_with_all = ["methods", "goal_growth", "plan_name"])]
    estimates: Option<Method>,
    /// A month of the year that is estimated; the fiscal year after the history if not given
    #[arg(long, value_name = "YYYY-MM", requires = "estimates")]
    year: Option<Month>,
    /// File for the estimates, as rep, amount, low and high
    #[arg(long, value_name = "FILE", requires = "estimates")]
    out: Option<PathBuf>,
    #[command(flatten)]
    numbers: Numbers,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

/// The numbers that methods ask for.
#[derive(clap::Args)]
struct Numbers {
    /// What is sold: bookings, margin, revenue, units, deals
    #[arg(long, value_name = "M", default_value = "bookings", value_parser = words::<Measure>)]
    measure: Measure,
    /// Chance with which an interval is to hold what will be sold
    #[arg(long, value_name = "L", default_value = "0.8", value_parser = part)]
    level: f64,
    /// Fiscal years before the year that count
    #[arg(long, value_name = "N", default_value = "5")]
    years: u32,
    /// Who are a rep's peers: everyone, role, region, segment, manager
    #[arg(long, value_name = "P", default_value = "everyone", value_parser = words::<PeersBy>)]
    peers: PeersBy,
    /// Growth: peers, own, or a number as 0.1 or 10%
    #[arg(long, value_name = "G", default_value = "peers", value_parser = growth, allow_hyphen_values = true)]
    growth: GrowthFrom,
    /// What says how much an account could buy: nothing, revenue, employees
    #[arg(long, value_name = "F", default_value = "nothing", value_parser = words::<PotentialOf>)]
    potential: PotentialOf,
    /// What one unit of it is worth a year
    #[arg(long, value_name = "U", default_value = "0.05")]
    per_unit: f64,
    /// Share of the potential that is to be won
    #[arg(long, value_name = "S", default_value = "0.1", value_parser = part)]
    share: f64,
    /// Columns of the regression, with commas: `prior_sales`, accounts, potential, tenure, pipeline
    #[arg(long, value_name = "LIST", default_value = "prior_sales", value_delimiter = ',', value_parser = words::<Feature>)]
    features: Vec<Feature>,
    /// What shrinkage cuts history into: quarters, years
    #[arg(long, value_name = "P", default_value = "quarters", value_parser = words::<Pieces>)]
    pieces: Pieces,
    /// Shrinkage takes earlier years as they are, not brought to the level of the last
    #[arg(long)]
    as_sold: bool,
    /// Prior quota times this
    #[arg(long, value_name = "R", default_value = "1.1", value_parser = part)]
    ratio: f64,
}

/// A choice by its name in files.
fn words<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(name.trim().to_owned())).map_err(|error| error.to_string())
}

fn method(name: &str) -> Result<Method, String> {
    words(name)
}

fn growth(text: &str) -> Result<GrowthFrom, String> {
    match text {
        "peers" => Ok(GrowthFrom::Peers),
        "own" => Ok(GrowthFrom::Own),
        _ => part(text).map(GrowthFrom::Stated).map_err(|reason| format!("{reason}; or choose peers or own")),
    }
}

/// A number, or a percentage; what each may be is checked where it is used.
fn part(text: &str) -> Result<f64, String> {
    fraction(text, -1_000.0, 1_000.0).ok_or_else(|| format!("{text:?} is no number; write 0.1 or 10%"))
}

impl Numbers {
    fn settings(&self) -> EstimateSettings {
        EstimateSettings {
            level: self.level,
            n_years: self.years,
            peers: self.peers,
            growth: self.growth,
            potential: self.potential,
            potential_per_unit: self.per_unit,
            share: self.share,
            potential_weights: None,
            features: self.features.clone(),
            pieces: self.pieces,
            is_levelled: !self.as_sold,
            quota_ratio: self.ratio,
        }
    }
}

#[derive(Serialize)]
struct EstimateReport<'a> {
    engine_version: &'static str,
    currency: &'a str,
    settings: &'a EstimateSettings,
    #[serde(flatten)]
    estimates: &'a Estimates,
}

#[derive(Serialize)]
struct BacktestReport<'a> {
    engine_version: &'static str,
    currency: &'a str,
    first: Month,
    last: Month,
    settings: &'a BacktestSettings,
    #[serde(flatten)]
    backtest: &'a Backtest,
}

pub(crate) fn run(args: Args) -> Outcome {
    let source = args.plan.as_deref().map(|plan| plans::load(plan, args.plan_name.as_deref())).transpose()?;
    let scenario = source.as_ref().and_then(|source| source.scenario.as_ref());
    let data = data_of(&args.data, scenario, &args.reading)?;
    let span = args.span.resolve(scenario.map(|opened| &opened.scenario), &data)?;
    match args.estimates {
        Some(method) => estimates(&args, method, &data, &span),
        None => tested(&args, source.as_ref(), &data, &span),
    }
}

fn refused(figures: &Figures, error: &EstimateError) -> Failure {
    Failure::refused("the estimates", estimate_error(&figures.words, error), "")
}

fn estimates(args: &Args, method: Method, data: &Data, span: &Span) -> Outcome {
    let settings = args.numbers.settings();
    let figures = Figures::new(span.currency.clone());
    let input = EstimateInput {
        dataset: &data.dataset,
        calendar: span.calendar,
        year: args.year.unwrap_or_else(|| span.next_year()),
        measure: args.numbers.measure,
        currency: &span.currency.code,
        settings: &settings,
    };
    let found = estimate(&input, method).map_err(|error| refused(&figures, &error))?;
    if let Some(path) = &args.out {
        not_over(
            path,
            args.data.iter().map(PathBuf::as_path).chain(args.plan.iter().map(Path::new)),
            "Name another file with --out",
        )?;
        print::file(path, estimates_csv(&found, span.currency.digits).as_bytes())?;
    }
    if args.json {
        json(&EstimateReport {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &span.currency.code,
            settings: &settings,
            estimates: &found,
        })?;
    } else {
        out(tables::estimates(&figures, &found).as_bytes())?;
    }
    Ok(Done::Whole)
}

fn tested(args: &Args, source: Option<&Source>, data: &Data, span: &Span) -> Outcome {
    let goal = args.goal_growth.map_or(Goal::Actual, |growth| Goal::LastYear { growth });
    let methods = if args.methods.is_empty() { Method::ALL.to_vec() } else { args.methods.clone() };
    let n_years = BacktestSettings::default().n_years;
    let settings = BacktestSettings { methods, goal, band: args.band, n_years, estimate: args.numbers.settings() };
    let plan: Option<Plan> = source.map(|source| {
        let plan = source.plan_on(&data.dataset);
        if plan != source.plan {
            say_filled(source, &plan);
        }
        plan
    });
    let figures = Figures::new(span.currency.clone());
    let found = backtest(&BacktestInput {
        dataset: &data.dataset,
        calendar: span.calendar,
        first: span.first,
        last: span.last,
        measure: args.numbers.measure,
        currency: &span.currency.code,
        digits: span.currency.digits,
        plan: plan.as_ref(),
        settings: &settings,
    });
    let found = found.map_err(|error| refused(&figures, &error))?;
    if args.json {
        json(&BacktestReport {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &span.currency.code,
            first: span.first,
            last: span.last,
            settings: &settings,
            backtest: &found,
        })?;
    } else {
        out(tables::backtest(&figures, span.calendar, &found).as_bytes())?;
    }
    Ok(Done::Whole)
}
