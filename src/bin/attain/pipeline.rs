//! `attain pipeline`: what open deals and deals to come will win by month, and how well that would have been said before.

mod exports;
mod text;

use std::path::PathBuf;

use attain::engine::pipeline::{
    Conversion, GroupBy, HazardModel, Linearity, MOST_FORECAST_MONTHS, MonthSeen, PipelineAsked, PipelineBacktest,
    PipelineBacktestAsked, PipelineForecast, PipelineInput, PipelineNote, PipelineReport, PipelineRuns, PipelineTally,
    PipelineVariant, Ranges, Snapshot, StageFactor, StageProbabilities, Step, as_of, conversions, day_of,
    forecast_with_exports, linearity, of_currency, pipeline_backtest, pipeline_variants, prepare_pipeline,
    run_pipeline, run_rate, stage_weighted,
};
use attain::engine::records::Deal;
use attain::engine::units::{Calendar, Currency};
use attain::present::{Plain, pipeline_error, pipeline_note};
use chrono::NaiveDate;
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::fail::{Done, Failure, Outcome, say};
use crate::print::{Figures, json, out};
use crate::read;
use crate::series::{choice, day};
use crate::simulate::n_processors;
use crate::slices::in_slices;
use crate::span::currency;
use exports::Exports;

/// Runs of each forecast of a backtest, at most.
const MOST_BACKTEST_RUNS: u32 = 2_000;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files of deals, or folders of files; the latest export if none is named
    #[arg(value_name = "DATA", required_unless_present = "snapshot")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    /// Last day that is known; the last on which a deal was created, won or lost if not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    as_of: Option<NaiveDate>,
    /// Months of the forecast, 1 to 24
    #[arg(long, value_name = "N", default_value = "6", value_parser = clap::value_parser!(u32).range(1..=MOST_FORECAST_MONTHS as i64))]
    horizon: u32,
    /// Periods by which deals age; what fits their cycle if not given
    #[arg(long, value_name = "STEP", value_parser = choice::<Step>)]
    step: Option<Step>,
    /// Runs; 0 for the formula alone
    #[arg(long, value_name = "N", default_value = "10000", value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    runs: u32,
    /// Seed of the draws
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,
    /// Amount that the horizon's total is held against
    #[arg(long, value_name = "T", value_parser = money)]
    target: Option<f64>,
    /// Probabilities that stages are weighted with in the comparison, with commas: STAGE=20%
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = stated)]
    stage: Vec<(String, f64)>,
    /// How many deals are won by what: segment, source, product, rep, the quarter they were created in (cohort), or all alone
    #[arg(long, value_name = "COLUMN", default_value = "cohort", value_parser = choice::<GroupBy>)]
    by: GroupBy,
    /// Also the forecasts of past months, from what was known then, beside what came
    #[arg(long)]
    backtest: bool,
    /// Past months that are forecast, at most; the latest
    #[arg(long, value_name = "N", default_value = "24", value_parser = clap::value_parser!(u32).range(1..=120))]
    origins: u32,
    /// A dated export of the pipeline, as often as there are: DATE=FILE
    #[arg(long, value_name = "DATE=FILE", value_parser = exports::dated)]
    snapshot: Vec<(NaiveDate, PathBuf)>,
    /// Flows between exports of deals that are due in these months alone: YYYY-MM or YYYY-MM..YYYY-MM
    #[arg(long, value_name = "MONTHS", value_parser = exports::window, requires = "snapshot")]
    due: Option<attain::engine::pipeline::Window>,
    /// Month in which the fiscal year begins, 1 to 12
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=12))]
    fiscal_year_start: Option<u32>,
    /// Currency of all money, as a three-letter code
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<Currency>,
    /// Threads; one for each processor if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=256))]
    threads: Option<u32>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

/// Everything that is found, as JSON has it.
#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    seed: u64,
    /// Fingerprint of everything that the runs depend on, but for seed and runs.
    input: String,
    as_of: NaiveDate,
    n_open: usize,
    target: Option<f64>,
    notes: &'a [PipelineNote],
    /// The notes in words.
    words: &'a [String],
    #[serde(flatten)]
    found: &'a PipelineReport,
    creation_rate: f64,
    shock: attain::engine::pipeline::Shock,
    model: &'a HazardModel,
    stage_factors: &'a [StageFactor],
    past_months: &'a [MonthSeen],
    conversions: &'a [Conversion],
    linearity: &'a Option<Linearity>,
    stage_weighted: &'a Ranges,
    run_rate: &'a Ranges,
    backtest: &'a Option<PipelineBacktest>,
    exports: &'a Option<Exports>,
}

pub(crate) fn run(args: Args) -> Outcome {
    let snapshots = exports::read(&args.snapshot, &args.reading)?;
    let (deals, only) = if args.data.is_empty() {
        let latest = snapshots.iter().max_by_key(|export| export.day);
        latest.map(|export| (export.deals.clone(), export.only_currency.clone())).unwrap_or_default()
    } else {
        let data = read::data(&args.data, &[], &args.reading)?;
        let only = data.dataset.only_currency().map(str::to_owned);
        (data.dataset.deals, only)
    };
    let named = only.and_then(|code| currency(&code).ok());
    let figures = Figures::new(args.currency.clone().or(named).unwrap_or_default());
    let (deals, n_others) = of_currency(&deals, &figures.currency.code);
    let data = (!args.data.is_empty()).then_some(deals.as_slice());
    let snapshots = exports::beside(snapshots, data, &figures.currency.code);
    let day = args.as_of.or_else(|| day_of(&deals)).ok_or_else(|| {
        Failure::refused(
            "the data",
            "no deal has a day of creation",
            "Check with `attain inspect` what the columns are taken for",
        )
    })?;
    let asked =
        PipelineAsked { n_months: args.horizon, step: args.step, digits: figures.currency.digits, target: args.target };
    let view = as_of(&deals, day);
    let refused = |error| Failure::refused(format!("the deals by {day}"), pipeline_error(&figures.words, error), "");
    let earlier: Vec<Snapshot> =
        snapshots.iter().map(|export| Snapshot { day: export.day, deals: &export.deals }).collect();
    let PipelineForecast { input, model, stages, months, mut notes } =
        forecast_with_exports(&view, &asked, &earlier).map_err(refused)?;
    if n_others != 0 {
        notes.push(PipelineNote::OtherCurrency { n: n_others });
    }
    let words: Vec<String> = notes.iter().map(|note| pipeline_note(&figures.words, &Plain, note)).collect();
    let report = simulated(&input, &args)?;
    let mut probabilities = StageProbabilities::usual();
    args.stage.iter().for_each(|(stage, probability)| probabilities.state(stage, *probability));
    let calendar = args.fiscal_year_start.map(|fiscal_year_start| Calendar { fiscal_year_start }).unwrap_or_default();
    let split = (args.by != GroupBy::All).then_some(args.by);
    let conversions: Vec<Conversion> =
        std::iter::once(GroupBy::All).chain(split).flat_map(|by| conversions(&view, by, calendar)).collect();
    let linearity = linearity(&view, calendar);
    let n_months = input.n_months as usize;
    let weighted = stage_weighted(&view, &probabilities, n_months);
    let rate = run_rate(&view, n_months);
    let backtest = args.backtest.then(|| backtest(&deals, &asked, &args, &probabilities));
    let exports = Exports::of(&snapshots, args.due, &probabilities);
    if args.json {
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &figures.currency.code,
            seed: args.seed,
            input: input.fingerprint(),
            as_of: day,
            n_open: input.deals.len(),
            target: input.target,
            notes: &notes,
            words: &words,
            found: &report,
            creation_rate: input.fresh.rate,
            shock: input.shock,
            model: &model,
            stage_factors: &stages,
            past_months: &months,
            conversions: &conversions,
            linearity: &linearity,
            stage_weighted: &weighted,
            run_rate: &rate,
            backtest: &backtest,
            exports: &exports,
        })?;
    } else {
        words.iter().for_each(say);
        let mut shown = text::forecast(&figures, day, &input, &report, [&weighted, &rate]);
        shown += &text::stages(&stages);
        shown += &text::conversions(&conversions);
        shown += &linearity.map_or_else(String::new, |found| text::linearity(&figures, &found));
        shown += &backtest.map_or_else(String::new, |found| text::backtest(&figures, &found));
        shown += &exports.map_or_else(String::new, |found| text::exports(&figures, &found));
        out(shown.as_bytes())?;
    }
    Ok(Done::Whole)
}

fn backtest(deals: &[Deal], asked: &PipelineAsked, args: &Args, stated: &StageProbabilities) -> PipelineBacktest {
    let asked = PipelineBacktestAsked {
        forecast: PipelineAsked { target: None, ..*asked },
        n_runs: args.runs.clamp(100, MOST_BACKTEST_RUNS),
        seed: args.seed,
        most_origins: args.origins,
        stated: stated.clone(),
    };
    pipeline_backtest(deals, &asked)
}

/// Runs of a slice.
const N_STEP: u32 = 256;

/// Every simulation that is asked for, on so many threads.
fn simulated(input: &PipelineInput, args: &Args) -> Result<PipelineReport, Failure> {
    let n_threads = args.threads.unwrap_or_else(n_processors);
    let mut tallies: Vec<(PipelineVariant, PipelineTally)> = Vec::new();
    let asked = PipelineRuns { n_runs: args.runs, seed: args.seed, drivers: true };
    let wanted = if args.runs == 0 { Vec::new() } else { pipeline_variants(&asked) };
    for (variant, n_runs) in wanted {
        let prepared = prepare_pipeline(input, variant);
        let run = |runs| run_pipeline(&prepared, asked.seed, runs);
        tallies.push((variant, in_slices((n_runs, N_STEP), n_threads, run, PipelineTally::merge)?));
    }
    let lent: Vec<(PipelineVariant, &PipelineTally)> =
        tallies.iter().map(|(variant, tally)| (*variant, tally)).collect();
    Ok(PipelineReport::of(input, &lent))
}

fn money(text: &str) -> Result<f64, String> {
    let value = text.parse::<f64>().ok().filter(|value| 0.0 < *value && *value <= 1e15);
    value.ok_or_else(|| format!("{text:?} is no amount above 0; write digits with a decimal point, as in 250000.50"))
}

/// `Proposal=60%` or `Proposal=0.6`.
fn stated(text: &str) -> Result<(String, f64), String> {
    let wrong = || format!("{text:?} states no probability; write Proposal=60%");
    let (stage, share) = text.rsplit_once('=').ok_or_else(wrong)?;
    let (digits, scale) = share.trim().strip_suffix('%').map_or((share.trim(), 1.0), |digits| (digits, 100.0));
    let value = digits.parse::<f64>().map(|value| value / scale).ok().filter(|value| (0.0..=1.0).contains(value));
    Ok((stage.trim().to_owned(), value.ok_or_else(wrong)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read() {
        assert_eq!(stated("Closing soon = 60%"), Ok(("Closing soon".into(), 0.6)));
        assert_eq!(stated("a=b=0.2"), Ok(("a=b".into(), 0.2)));
        assert!(stated("Proposal").is_err() && stated("Proposal=120%").is_err());
        assert!(money("0").is_err() && money("NaN").is_err() && money("12.5") == Ok(12.5));
        assert!(choice::<GroupBy>("stage").is_err() && choice("rep") == Ok(GroupBy::Rep));
        assert!(choice::<Step>("day").is_err() && choice("week") == Ok(Step::Week));
    }
}
