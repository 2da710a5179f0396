//! `attain compare`: plans side by side on the same team and sales.

mod simulated;
mod text;

use std::path::{Path, PathBuf};

use attain::engine::comp::benchmarks::{Benchmark, Figure, Stands, with_own};
use attain::engine::comp::compare::{CompareInput, Measures, Side, SideResult, compare};
use attain::engine::comp::{Plan, PlanBook};
use attain::engine::units::{Calendar, Decimal, Month};
use attain::present::{Voice, compare_note, part_name};
use attain::report::changes_csv;
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::fail::{Done, Failure, Outcome};
use crate::pay::{data_of, say_filled};
use crate::plans::{self, Source};
use crate::print::{Figures, json, out};
use crate::read::DataReport;
use crate::span::{Span, SpanArgs};
use simulated::{SimulateArgs, Simulated};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Plan file, scenario file, or template name; the others are held against the first
    #[arg(long, value_name = "P", required_unless_present = "book")]
    plan: Vec<String>,
    /// File of several plans and of who is on which when, as one side; after the plans
    #[arg(long, value_name = "FILE")]
    book: Vec<String>,
    /// Files of deals, reps and targets, or folders of files; a scenario file may hold the data itself
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    span: SpanArgs,
    #[command(flatten)]
    simulate: SimulateArgs,
    /// File of benchmarks of one's own: of a published id in its place, others after them
    #[arg(long, value_name = "FILE")]
    benchmarks: Option<PathBuf>,
    /// The whole result as JSON
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Every rep on every side as CSV
    #[arg(long)]
    csv: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    calendar: Calendar,
    first: Month,
    last: Month,
    data: &'a DataReport,
    /// What is compared: each side's plans, as they were paid, with what was filled in.
    compared: &'a [Side],
    sides: Vec<SideReport<'a>>,
    changes: &'a [attain::engine::comp::compare::Changes],
    benchmarks: Vec<Beside<'a>>,
    notes: &'a [attain::engine::comp::compare::CompareNote],
    /// The notes in words.
    words: Vec<String>,
    /// With `--simulate`.
    #[serde(skip_serializing_if = "Option::is_none")]
    simulated: Option<&'a Simulated>,
}

/// A side with the names of its parts.
#[derive(Serialize)]
struct SideReport<'a> {
    #[serde(flatten)]
    result: &'a SideResult,
    /// Names of the parts, in the order of the contributions.
    parts: Vec<String>,
}

/// A published range with each side's figure.
#[derive(Serialize)]
struct Beside<'a> {
    #[serde(flatten)]
    benchmark: &'a Benchmark,
    /// By side; null where it is not known.
    figures: Vec<Option<Decimal>>,
    /// How each stands to the range.
    stands: Vec<Option<Stands>>,
}

pub(crate) fn run(args: Args) -> Outcome {
    let own = args.benchmarks.as_deref().map(own_benchmarks).transpose()?.unwrap_or_default();
    let sources = args.plan.iter().map(|place| plans::load(place, None)).collect::<Result<Vec<Source>, _>>()?;
    let books = args.book.iter().map(|place| plans::load_book(place)).collect::<Result<Vec<PlanBook>, _>>()?;
    let scenario = sources.iter().find_map(|source| source.scenario.as_ref());
    let data = data_of(&args.data, scenario, &args.reading)?;
    let mut plans: Vec<Plan> = Vec::new();
    for source in &sources {
        let plan = source.plan_on(&data.dataset);
        if plan != source.plan {
            say_filled(source, &plan);
        }
        plans::add_apart(&mut plans, plan);
    }
    let span = args.span.resolve(scenario.map(|opened| &opened.scenario), &data)?;
    let simulated = args.simulate.run(&plans, !books.is_empty(), &data, &span)?;
    let mut sides: Vec<Side> = plans.into_iter().map(Side::of_plan).collect();
    for (place, book) in args.book.iter().zip(books) {
        let name = Path::new(place).file_stem().map_or_else(|| place.clone(), |name| name.to_string_lossy().into());
        sides.push(Side { name, book });
    }
    let Span { first, last, calendar, currency } = span;
    let compared = compare(&CompareInput {
        sides: &sides,
        dataset: &data.dataset,
        calendar,
        first,
        last,
        digits: currency.digits,
        currency: &currency.code,
    });
    let measures: Vec<&Measures> = compared.sides.iter().map(|side| &side.measures).collect();
    if args.csv {
        out(changes_csv(&measures).as_bytes())?;
        return Ok(Done::Whole);
    }
    let figures = Figures::new(currency.clone());
    let benchmarks = with_own(&own);
    let beside: Vec<Beside> = Figure::ALL.iter().flat_map(|figure| beside(*figure, &benchmarks, &measures)).collect();
    if args.json {
        let voice = figures.voice();
        let side = |(side, result)| SideReport { result, parts: part_names(&voice, side, result) };
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &currency.code,
            calendar,
            first,
            last,
            data: &data.report,
            compared: &sides,
            sides: sides.iter().zip(&compared.sides).map(side).collect(),
            changes: &compared.changes,
            benchmarks: beside,
            words: compared.notes.iter().map(|note| compare_note(&voice, note)).collect(),
            notes: &compared.notes,
            simulated: simulated.as_ref(),
        })?;
    } else {
        let head = format!("{} to {}, in {}", first, last, currency.code);
        let mut shown = text::text(&figures, &head, &sides, &compared, &beside);
        shown += &simulated.map(|simulated| simulated.text(&figures)).unwrap_or_default();
        out(shown.as_bytes())?;
    }
    Ok(Done::Whole)
}

fn part_names(voice: &Voice, side: &Side, result: &SideResult) -> Vec<String> {
    result.contributions.iter().map(|one| part_name(voice, &side.book, &one.part)).collect()
}

/// The ranges of a figure, each of those whom it is for; a range of nobody is left out.
fn beside<'a>(figure: Figure, benchmarks: &'a [Benchmark], sides: &[&Measures]) -> Vec<Beside<'a>> {
    let of = benchmarks.iter().filter(|benchmark| benchmark.figure == figure).map(|benchmark| {
        let figures: Vec<Option<Decimal>> = sides.iter().map(|side| benchmark.own(side)).collect();
        let stands = figures.iter().map(|own| own.map(|own| benchmark.stands(own))).collect();
        Beside { benchmark, figures, stands }
    });
    of.filter(|one| one.figures.iter().any(Option::is_some)).collect()
}

fn own_benchmarks(path: &Path) -> Result<Vec<Benchmark>, Failure> {
    let text = plans::read_text(path)?;
    let remedy = "Write a list of benchmarks with id, figure, low, high, source, date and applies_to";
    let own: Vec<Benchmark> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Failure::refused(path.display(), format!("holds no benchmarks: {error}"), remedy))?;
    match own.iter().find(|one| !one.is_sound()) {
        Some(one) => {
            let reason = format!("the range of {:?} ends before it begins", one.id);
            Err(Failure::refused(path.display(), reason, "Put the lower end first"))
        }
        None => Ok(own),
    }
}
