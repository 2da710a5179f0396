//! `attain quota-health`: whether quotas are fair, reachable and told apart from luck.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use attain::engine::comp::benchmarks::Benchmark;
use attain::engine::comp::compare::marks;
use attain::engine::quota::health::{
    EstimateRange, Expected, HealthCard, HealthInput, HealthSettings, SizeBy, Verdict, health,
};
use attain::engine::records::RepId;
use attain::engine::units::{Calendar, Decimal, Granularity, Money};
use attain::present::{
    Numerals as _, Plain, Voice, health_advice, health_figure, health_interval, health_luck, health_missing,
    health_name, health_note, health_part_name, health_range, health_sentences, health_size_name, health_source,
    health_stands_name, health_value, health_verdict,
};
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::curve::amount;
use crate::estimates::estimates;
use crate::fail::{Done, Failure, Outcome};
use crate::pay::data_of;
use crate::plans;
use crate::print::{Figures, Grid, count, json, out};
use crate::read::DataReport;
use crate::solve::{Distribution, distribution};
use crate::span::{Span, SpanArgs};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files of deals, reps and targets, or folders of files
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    span: SpanArgs,
    /// Plan file, scenario file, or template name: its threshold and excellence count, and a scenario's data and ranges
    #[arg(long, value_name = "P")]
    plan: Option<String>,
    /// Attainment of the threshold, as 0.5; the plan's if not given
    #[arg(long, value_name = "A", value_parser = amount)]
    threshold: Option<Decimal>,
    /// Attainment of excellence; the plan's or 1.5 if not given
    #[arg(long, value_name = "A", value_parser = amount)]
    excellence: Option<Decimal>,
    /// What the size of territories is measured by; prior sales where they are known, else revenue of accounts
    #[arg(long, value_name = "SIZE", value_enum)]
    size: Option<Size>,
    /// File of estimates with columns rep, low and high: quotas are held against these intervals
    #[arg(long, value_name = "FILE")]
    estimates: Option<PathBuf>,
    /// Expected attainment: mean and standard deviation, and the share of reps who attain nothing
    #[arg(long, value_name = "MEAN,SD[,ZERO]", value_parser = distribution)]
    attainment: Option<Distribution>,
    /// Seed of permutations and resampling
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

/// What territories are measured by.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Size {
    Prior,
    Revenue,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    calendar: Calendar,
    data: &'a DataReport,
    #[serde(flatten)]
    card: &'a HealthCard,
    /// Each measure in words, in the order of the measures.
    words: Vec<Vec<String>>,
    /// What to do about each, empty for nothing.
    to_do: Vec<String>,
    /// The notes in words.
    told: Vec<String>,
}

pub(crate) fn run(args: Args) -> Outcome {
    let source = args.plan.as_deref().map(|place| plans::load(place, None)).transpose()?;
    let scenario = source.as_ref().and_then(|source| source.scenario.as_ref());
    let data = data_of(&args.data, scenario, &args.reading)?;
    let span = args.span.resolve(scenario.map(|opened| &opened.scenario), &data)?;
    let span = if args.span.names_months() { span } else { last_year(span) };
    let own: Vec<Benchmark> = scenario.map(|opened| opened.scenario.benchmarks.clone()).unwrap_or_default();
    let mut settings = HealthSettings::of_months(span.first, span.last);
    if let Some(source) = &source {
        settings.marks = marks(&source.plan);
    }
    settings.marks.threshold = args.threshold.or(settings.marks.threshold);
    settings.marks.excellence = args.excellence.unwrap_or(settings.marks.excellence);
    settings.size = args.size.map_or(SizeBy::Either, |size| match size {
        Size::Prior => SizeBy::PriorSales,
        Size::Revenue => SizeBy::AccountRevenue,
    });
    settings.estimates = args.estimates.as_deref().map(ranges).transpose()?.unwrap_or_default();
    settings.expected = args.attainment.map(|stated| {
        let Distribution { mean, deviation, zero_share } = stated;
        Expected::Spread { mean, deviation, zero_share }
    });
    settings.benchmarks = own;
    settings.seed = args.seed;
    let Span { calendar, currency, .. } = span;
    let input = HealthInput { dataset: &data.dataset, calendar, currency: &currency.code, settings: &settings };
    let card = health(&input);
    let figures = Figures::new(currency.clone());
    let voice = figures.voice();
    if args.json {
        let to_do = |advice| health_advice(&figures.words, advice);
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &currency.code,
            calendar,
            data: &data.report,
            words: card.measures.iter().map(|measure| health_sentences(&voice, measure)).collect(),
            to_do: card.measures.iter().map(|one| one.advice.map(to_do).unwrap_or_default()).collect(),
            told: card.notes.iter().map(|note| health_note(&voice, note)).collect(),
            card: &card,
        })?;
    } else {
        out(text(&figures, &voice, &card).as_bytes())?;
    }
    Ok(Done::Whole)
}

/// The last fiscal year that the months hold as a whole; all of them if they hold none.
fn last_year(span: Span) -> Span {
    let years = span.calendar.periods(span.first, span.last, Granularity::Year);
    let whole = years.into_iter().rev().find(|year| span.first <= year.start && year.end() <= span.last);
    match whole {
        Some(year) => Span { first: year.start, last: year.end(), ..span },
        None => span,
    }
}

fn text(figures: &Figures, voice: &Voice, card: &HealthCard) -> String {
    let words = &figures.words;
    let mut text = format!(
        "{} to {}, in {}; reps with a quota: {}\n\n",
        card.first,
        card.last,
        figures.currency.code,
        count(card.reps.len())
    );
    let mut grid = Grid::new(&["MEASURE", ">FIGURE", ">90% INTERVAL", ">P", ">EXPECTED", ">RANGE", "VERDICT"]);
    for measure in &card.measures {
        let figure = |value| health_figure(voice, measure.kind, value);
        grid.row([
            health_name(words, measure.kind),
            health_value(voice, measure),
            health_interval(voice, measure),
            measure.p.map_or_else(String::new, |p| Plain.decimal(p, 3, 3)),
            measure.expected.map_or_else(String::new, figure),
            health_range(voice, measure),
            health_verdict(words, measure.verdict),
        ]);
    }
    text += &grid.text("");
    if let Some(luck) = &card.luck {
        let _ = writeln!(text, "\n{}", health_luck(voice, luck));
    }
    text += "\nWhat to do\n";
    for measure in &card.measures {
        if let Some(advice) = measure.advice {
            let _ = writeln!(text, "- {}: {}", health_name(words, measure.kind), health_advice(words, advice));
        }
        if let Verdict::NotEnough(missing) = measure.verdict {
            let _ = writeln!(text, "- {}: {}", health_name(words, measure.kind), health_missing(voice, missing));
        }
    }
    text += &boxes(figures, voice, card);
    text += &appeals(figures, card);
    text += &reps(figures, voice, card);
    text += "\nRanges\n";
    let mut sources: Vec<String> = Vec::new();
    for measure in &card.measures {
        if let Some(yardstick) = &measure.yardstick {
            let source = format!("- {}: {}", health_name(words, measure.kind), health_source(words, yardstick));
            sources.push(source);
        }
    }
    text += &(sources.join("\n") + "\n");
    for note in &card.notes {
        let _ = writeln!(text, "Note: {}", health_note(voice, note));
    }
    text
}

fn boxes(figures: &Figures, voice: &Voice, card: &HealthCard) -> String {
    if card.boxes.is_empty() {
        return String::new();
    }
    let size = format!(">{}", health_size_name(&figures.words, card.size));
    let mut grid = Grid::new(&["TERRITORIES", ">REPS", &size, ">LEAST", ">QUARTILE", ">MEDIAN", ">QUARTILE", ">MOST"]);
    for one in &card.boxes {
        grid.row([
            health_part_name(&figures.words, one.part),
            count(one.n_reps as usize),
            format!("{} – {}", figures.whole(one.from), figures.whole(one.to)),
            voice.percent(one.least),
            voice.percent(one.lower),
            voice.percent(one.median),
            voice.percent(one.upper),
            voice.percent(one.most),
        ]);
    }
    format!("\n{}", grid.text(""))
}

fn appeals(figures: &Figures, card: &HealthCard) -> String {
    if card.appeals.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(&["REP", ">QUOTA", ">LOW", ">HIGH", "QUOTA LIES"]);
    for one in &card.appeals {
        grid.row([
            one.name.clone(),
            figures.amount(Money(one.quota)),
            figures.whole(one.low),
            figures.whole(one.high),
            health_stands_name(&figures.words, one.stands),
        ]);
    }
    format!("\n{}", grid.text(""))
}

fn reps(figures: &Figures, voice: &Voice, card: &HealthCard) -> String {
    let mut grid =
        Grid::new(&["REP", ">QUOTA", ">BOOKINGS", ">DEALS", ">ATTAINMENT", ">LUCK ±", ">GROWTH", ">COVERAGE"]);
    let share = |value: Option<f64>| value.map_or_else(|| "–".into(), |value| voice.percent(value));
    for rep in &card.reps {
        grid.row([
            rep.name.clone(),
            figures.amount(Money(rep.quota)),
            figures.amount(rep.bookings),
            count(rep.n_deals as usize),
            share(rep.attainment),
            share(rep.luck),
            share(rep.growth),
            rep.coverage.map_or_else(|| "–".into(), |ratio| Plain.decimal(ratio, 1, 1)),
        ]);
    }
    format!("\n{}", grid.text(""))
}

/// Estimates from a table with columns `rep`, `low` and `high`.
fn ranges(path: &Path) -> Result<Vec<EstimateRange>, Failure> {
    let rows = estimates(path, [&["low"], &["high"]], "Give a table with columns rep, low and high")?;
    let one = |(rep, [low, high]): (String, [Decimal; 2])| {
        let end = |number| Money(number).to_f64();
        EstimateRange { rep: RepId(rep), low: end(low), high: end(high) }
    };
    Ok(rows.into_iter().map(one).collect())
}
