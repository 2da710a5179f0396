//! `attain pay`: a plan, or a book of plans, replayed on won deals.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use attain::data::{decode, outcomes};
use attain::engine::comp::{BookInput, PayLine, Plan, PlanBook, Replay, ReplayInput, pay_line};
use attain::engine::units::{Calendar, Money, Month};
use attain::present::{Plain, Voice, gap};
use attain::report::{accruals_csv, liabilities_csv, payouts_csv, statements_csv};
use attain::scenario::{Opened, use_quotas};
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::curve::needs_incentive;
use crate::fail::{Done, Failure, Outcome, say};
use crate::ledger;
use crate::plans::{self, Source};
use crate::print::{Figures, Grid, count, json, number, out, percent};
use crate::read::{self, Data, DataReport};
use crate::span::{Span, SpanArgs};
use crate::trace::{Explained, ExplainedPayout, Subject, explained, traces};
use crate::workbook;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Plan file, scenario file, or template name
    #[arg(long, value_name = "P", required_unless_present = "book")]
    plan: Option<String>,
    /// File of several plans and of who is on which when
    #[arg(long, value_name = "FILE", conflicts_with_all = ["plan", "plan_name"])]
    book: Option<String>,
    /// Which plan of a scenario file; its chosen one if not given
    #[arg(long, value_name = "NAME")]
    plan_name: Option<String>,
    /// Files of deals, reps and targets, or folders of files; a scenario file may hold the data itself
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    span: SpanArgs,
    /// Each line's deals and arithmetic
    #[arg(long, conflicts_with = "csv")]
    trace: bool,
    /// The whole result as JSON
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Every line of every statement as CSV
    #[arg(long)]
    csv: bool,
    /// Writes the statements as a workbook too, with live formulas wherever they can say the rule
    #[arg(long, value_name = "FILE")]
    xlsx: Option<PathBuf>,
    #[command(flatten)]
    show: Show,
}

/// What else of the account is shown.
#[derive(clap::Args)]
struct Show {
    /// Expense, pay and accrued liability by month, of the team and of each rep; with --csv as CSV
    #[arg(long)]
    accruals: bool,
    /// What stands open with each rep at the end: pay held, draws and clawbacks owed; with --csv as CSV
    #[arg(long, conflicts_with = "accruals")]
    liabilities: bool,
    /// Every payout period of every rep as CSV, from earned to paid
    #[arg(long, conflicts_with_all = ["accruals", "liabilities", "json", "csv", "trace"])]
    payouts_csv: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    calendar: Calendar,
    first: Month,
    last: Month,
    /// The plan as it was paid, with what was filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a Plan>,
    /// With `--book`.
    #[serde(skip_serializing_if = "Option::is_none")]
    book: Option<&'a PlanBook>,
    data: &'a DataReport,
    #[serde(flatten)]
    replay: &'a Replay,
    /// The straight line of pay through attainment.
    pay_line: Option<PayLine>,
    /// With `--trace`: every line that has deals or pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanations: Option<Vec<Explained>>,
    /// With `--trace`: every payout period that pays something else than what is earned in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    payouts: Option<Vec<ExplainedPayout>>,
}

pub(crate) fn run(args: Args) -> Outcome {
    let source = args.plan.as_deref().map(|plan| plans::load(plan, args.plan_name.as_deref())).transpose()?;
    let book = args.book.as_deref().map(plans::load_book).transpose()?;
    let scenario = source.as_ref().and_then(|source| source.scenario.as_ref());
    let data = data_of(&args.data, scenario, &args.reading)?;
    let plan = source.as_ref().map(|source| {
        let plan = source.plan_on(&data.dataset);
        if plan != source.plan {
            say_filled(source, &plan);
        }
        plan
    });
    let span = args.span.resolve(scenario.map(|opened| &opened.scenario), &data)?;
    let Span { first, last, calendar, ref currency } = span;
    let (dataset, digits, code) = (&data.dataset, currency.digits, currency.code.as_str());
    let subject = match (&plan, &book) {
        (Some(plan), _) => Subject::Plan(ReplayInput { plan, dataset, calendar, first, last, digits, currency: code }),
        (None, Some(book)) => Subject::Book(BookInput { book, dataset, calendar, first, last, digits, currency: code }),
        (None, None) => return Err(Failure::usage("no plan is named", "Name one with --plan or --book")),
    };
    let replay = subject.replay();
    if let Some(path) = &args.xlsx {
        let read = args.plan.iter().chain(&args.book).map(Path::new).chain(args.data.iter().map(PathBuf::as_path));
        workbook::write(path, read, subject, &span, &replay)?;
    }
    let figures = Figures::new(currency.clone());
    let (explanations, payouts) = args.trace.then(|| explained(subject, &replay, &figures)).unzip();
    if args.csv || args.show.payouts_csv {
        out(csv(&args, &replay).as_bytes())?;
    } else if args.json {
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &currency.code,
            calendar,
            first,
            last,
            plan: plan.as_ref(),
            book: book.as_ref(),
            data: &data.report,
            replay: &replay,
            pay_line: pay_line(&replay.scatter),
            explanations,
            payouts,
        })?;
    } else {
        let names: Vec<&str> = subject.plans().iter().map(|plan| plan.name.as_str()).collect();
        let mut text = text(&figures, &names.join(", "), &span, &replay, &args);
        if let Some((explanations, payouts)) = explanations.zip(payouts) {
            text = traces(&figures, &explanations, &payouts) + &text;
        }
        out(text.as_bytes())?;
    }
    Ok(Done::Whole)
}

fn csv(args: &Args, replay: &Replay) -> String {
    match args.show {
        Show { accruals: true, .. } => accruals_csv(replay),
        Show { liabilities: true, .. } => liabilities_csv(replay),
        Show { payouts_csv: true, .. } => payouts_csv(replay),
        Show { .. } => statements_csv(replay),
    }
}

/// The records of the files, or those that the scenario brings; quotas of the scenario that are used stand in the place of
/// their targets.
pub(crate) fn data_of(paths: &[PathBuf], scenario: Option<&Opened>, reading: &ReadArgs) -> Result<Data, Failure> {
    let mut data = records_of(paths, scenario, reading)?;
    if let Some(opened) = scenario {
        use_quotas(&opened.scenario, &mut data.dataset);
    }
    Ok(data)
}

fn records_of(paths: &[PathBuf], scenario: Option<&Opened>, reading: &ReadArgs) -> Result<Data, Failure> {
    let known = scenario.map(|opened| opened.scenario.mappings.as_slice()).unwrap_or_default();
    if !paths.is_empty() {
        return read::data(paths, known, reading);
    }
    let Some(bytes) = scenario.and_then(|opened| opened.data.as_ref()) else {
        return Err(Failure::usage("no data is named, and none comes with the plan", "Name files or folders of deals"));
    };
    let dataset =
        decode(bytes).map_err(|error| Failure::refused("the scenario", error, "Export the scenario again"))?;
    let won = outcomes(&dataset).1;
    Ok(Data {
        dataset,
        report: DataReport { fingerprint: attain::data::fingerprint(bytes), ..DataReport::default() },
        won,
    })
}

/// Says what a template took from the data.
pub(crate) fn say_filled(source: &Source, plan: &Plan) {
    for (what, before, after) in [
        ("quota", source.plan.quota, plan.quota),
        ("target incentive", source.plan.target_incentive, plan.target_incentive),
    ] {
        let is_used = what == "quota" || needs_incentive(plan);
        if let (None, Some(amount), true) = (before, after, is_used) {
            say(format!("{}: the data states no {what}; {} a year is taken.", plan.name, number(amount)));
        }
    }
}

fn text(figures: &Figures, plans: &str, span: &Span, replay: &Replay, args: &Args) -> String {
    let words = &figures.words;
    let voice = Voice { words, numerals: &Plain, currency: &figures.currency };
    let mut text = format!("{plans}, {} to {}, in {}\n", span.first, span.last, figures.currency.code);
    let mut grid =
        Grid::new(&["REP", "PERIOD", "COMPONENT", ">DEALS", ">CREDIT", ">TO DATE", ">QUOTA", ">ATTAINMENT", ">PAY"]);
    for statement in &replay.statements {
        for line in &statement.lines {
            grid.row([
                statement.name.clone(),
                voice.period(line.period),
                line.component.clone(),
                count(line.n_deals as usize),
                number(line.credit),
                number(line.credit_to_date),
                line.quota.map_or_else(|| "–".into(), number),
                percent(line.attainment),
                figures.amount(line.pay),
            ]);
        }
    }
    let _ = writeln!(text, "\nStatements\n{}", grid.text(""));
    text += &ledger::payouts(figures, replay);
    text += &ledger::own_currencies(figures, replay);
    if args.show.accruals {
        text += &ledger::accruals(figures, replay);
    }
    if args.show.liabilities {
        text += &ledger::liabilities(figures, replay);
    }
    let mut grid = Grid::new(&["REP", ">BOOKINGS", ">QUOTA", ">ATTAINMENT", ">PAY"]);
    for rep in &replay.scatter {
        let quota = rep.quota.map_or_else(|| "–".into(), |quota| figures.amount(Money(quota)));
        grid.row([
            rep.name.clone(),
            figures.amount(rep.bookings),
            quota,
            percent(rep.attainment),
            figures.amount(rep.pay),
        ]);
    }
    grid.row([
        "All".into(),
        figures.amount(replay.totals.bookings),
        String::new(),
        String::new(),
        figures.amount(replay.totals.paid),
    ]);
    let _ = writeln!(text, "By rep\n{}", grid.text(""));
    let mut grid = Grid::new(&["PERIOD", ">BOOKINGS", ">PAY"]);
    for total in &replay.by_period {
        grid.row([voice.period(total.period), figures.amount(total.bookings), figures.amount(total.paid)]);
    }
    let _ = writeln!(text, "By period\n{}", grid.text(""));
    text += &totals(figures, replay);
    for missing in &replay.gaps {
        let _ = writeln!(text, "Not paid for: {}.", gap(words, &Plain, &figures.currency, missing));
    }
    text
}

fn totals(figures: &Figures, replay: &Replay) -> String {
    let totals = &replay.totals;
    let known = |money: Money| if money == Money::ZERO { "–".into() } else { figures.amount(money) };
    let mut grid = Grid::new(&["TOTAL", ">"]);
    let mut row = |name: &str, value: String| grid.row([name.to_owned(), value]);
    row("Incentive pay", figures.amount(totals.paid));
    if totals.earned != totals.paid {
        row("Earned", figures.amount(totals.earned));
    }
    row("Bookings", figures.amount(totals.bookings));
    row("Deals", count(totals.n_deals as usize));
    row("Reps, with a deal", format!("{}, {}", totals.n_reps, totals.n_sellers));
    row("Target incentive", known(totals.target_incentive));
    row("CCOS, incentive pay", percent(totals.ccos_variable));
    row("CCOS, with base salaries", percent(totals.ccos));
    row("Median attainment", percent(totals.median_attainment));
    row("Share of sellers at quota", percent(totals.share_at_quota));
    grid.text("")
}
