//! `attain backtest`: what each method would have said of the series' own past.

use std::fmt::Write as _;

use attain::engine::forecast::{
    Axis, Backtest, BacktestRow, CalibrationPoint, Choice, Method, Series, SeriesError, backtest, choose,
};
use attain::present::{
    Locale, Numerals as _, Plain, Words, forecast_method, forecast_why, series_digits, series_error, series_group,
};
use attain::scenario::{ForecastGroup, placed};
use serde::Serialize;

use crate::fail::{Done, Outcome};
use crate::forecast::in_parallel;
use crate::print::{Grid, json, out};
use crate::series::{SeriesArgs, choice, none, notes};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    series: SeriesArgs,
    /// Steps ahead; a year of months, quarters or 13 weeks, 28 days, if not given
    #[arg(long, value_name = "H", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    horizon: Option<u32>,
    /// Methods, with commas; those that are worth a look on each series if not given
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = choice::<Method>)]
    methods: Vec<Method>,
    /// Origins, at most; the latest whose horizon is known
    #[arg(long, value_name = "N", default_value = "12", value_parser = clap::value_parser!(u32).range(1..=1_000))]
    origins: u32,
    /// Threads; one for each processor if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=256))]
    threads: Option<u32>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    axis: Axis,
    horizon: usize,
    series: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tried: Option<&'a Tried>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<&'a SeriesError>,
    words: Vec<String>,
}

#[derive(Serialize)]
struct Tried {
    #[serde(flatten)]
    backtest: Backtest,
    choice: Choice,
    /// Of the method that was chosen.
    calibration: Vec<CalibrationPoint>,
}

pub(crate) fn run(args: Args) -> Outcome {
    let set = args.series.set()?;
    let horizon = args.horizon.map_or_else(|| set.axis.step.horizon(), |horizon| horizon as usize);
    let cycle = args.series.cycle().unwrap_or_else(|| set.axis.step.cycle());
    let all = placed(&set);
    let try_on = |(_, series): &(ForecastGroup, &Series)| -> Result<Tried, SeriesError> {
        let values = &series.values;
        let methods = if args.methods.is_empty() { Method::worth_trying(values, cycle) } else { args.methods.clone() };
        let found = backtest(values, cycle, horizon, args.origins as usize, &methods)?;
        let choice = choose(values, &found);
        let calibration = found.row(choice.method).map(|row| found.calibration(row)).unwrap_or_default();
        Ok(Tried { backtest: found, choice, calibration })
    };
    let outcomes = in_parallel(&all, args.threads, try_on);
    let words = Words::new(Locale::English);
    if outcomes.iter().all(Result::is_err) {
        return Err(none(
            all.iter().map(|(_, series)| *series).zip(outcomes.iter().filter_map(|outcome| outcome.as_ref().err())),
        ));
    }
    if args.json {
        let entry = |((_, series), outcome): (&(ForecastGroup, &Series), &Result<Tried, SeriesError>)| {
            let mut said = notes(&words, set.axis, series);
            said.extend(outcome.as_ref().ok().map(|tried| forecast_why(&words, &Plain, &tried.choice)));
            said
        };
        let told: Vec<Vec<String>> = all.iter().zip(&outcomes).map(entry).collect();
        let entries = all.iter().zip(&outcomes).zip(told).map(|(((_, series), outcome), words)| Entry {
            name: &series.name,
            tried: outcome.as_ref().ok(),
            refused: outcome.as_ref().err(),
            words,
        });
        let engine_version = env!("CARGO_PKG_VERSION");
        json(&Report { engine_version, axis: set.axis, horizon, series: entries.collect() })?;
    } else {
        let mut text = String::new();
        for ((group, series), outcome) in all.iter().zip(&outcomes) {
            if 1 < all.len() {
                let _ = writeln!(text, "{}", series_group(&words, group));
            }
            match outcome {
                Ok(tried) => text += &shown(&words, horizon, tried),
                Err(error) => text += &(series_error(&words, &Plain, error) + "\n"),
            }
            for note in notes(&words, set.axis, series) {
                let _ = writeln!(text, "{note}");
            }
            text.push('\n');
        }
        out((text.trim_end().to_owned() + "\n").as_bytes())?;
    }
    Ok(if outcomes.iter().any(Result::is_err) { Done::Partly } else { Done::Whole })
}

fn shown(words: &Words, horizon: usize, tried: &Tried) -> String {
    let n = tried.backtest.origins.len();
    let mut text = String::new();
    if n == 0 {
        let _ = writeln!(text, "{}", forecast_why(words, &Plain, &tried.choice));
        return text;
    }
    let _ = writeln!(text, "{n} origins, {horizon} steps ahead of each");
    let headers = [
        "METHOD",
        ">MASE",
        ">SMAPE",
        ">RMSSE",
        ">BIAS",
        ">PINBALL",
        ">CRPS",
        ">IN 80%",
        ">IN 95%",
        ">WIDTH",
        ">STEP 1",
        ">LAST STEP",
    ];
    let mut grid = Grid::new(&headers);
    let rows = &tried.backtest.rows;
    let digits = series_digits(rows.iter().flat_map(|row| [row.accuracy.bias, row.pinball, row.crps]));
    for row in rows {
        grid.row(cells(words, row, digits));
    }
    text += &grid.text("");
    let _ = writeln!(text, "{}", forecast_why(words, &Plain, &tried.choice));
    text
}

fn cells(words: &Words, row: &BacktestRow, digits: u8) -> Vec<String> {
    let ratio = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| Plain.decimal(value, 3, 3));
    let amount = |value: f64| Plain.decimal(value, digits, digits);
    let step = |step: Option<&attain::engine::forecast::StepScore>| ratio(step.and_then(|step| step.mase));
    vec![
        forecast_method(words, row.method),
        ratio(row.accuracy.mase),
        Plain.decimal(row.accuracy.smape, 2, 2),
        ratio(row.accuracy.rmsse),
        amount(row.accuracy.bias),
        amount(row.pinball),
        amount(row.crps),
        Plain.percent(row.coverage, 1),
        Plain.percent(row.coverage_95, 1),
        Plain.percent(row.width, 0),
        step(row.by_step.first()),
        step(row.by_step.last()),
    ]
}
