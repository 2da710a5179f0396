//! `attain quota`: a company's goal spread over the hierarchy.

mod asked;

use std::fmt::Write as _;
use std::path::PathBuf;

use attain::engine::quota::plan::QuotaPlan;
use attain::engine::quota::season::SeasonEstimate;
use attain::engine::quota::tree::{Finding, Ground, NodeRow, OverLevel, Spread, Tree, spread, targets};
use attain::engine::records::{Dataset, RepId, Target};
use attain::engine::units::{Calendar, Currency, Decimal, Granularity, Money, Month};
use attain::present::{quota_finding, quota_node, quota_origin, quota_rule, quota_seasons};
use serde::Serialize;

use crate::canonical;
use crate::choice::ReadArgs;
use crate::fail::{Done, Failure, Outcome};
use crate::print::{self, Figures, Grid, json, number, out, percent};
use crate::read::{self, DataReport};
use crate::span::currency;
use asked::Asked;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files of reps, deals, accounts and targets, or folders of files
    #[arg(value_name = "DATA", required = true)]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    asked: Asked,
    /// Month in which the fiscal year begins, 1 to 12
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=12))]
    fiscal_year_start: Option<u32>,
    /// Currency of all money, as a three-letter code
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<Currency>,
    /// Quotas of each month too
    #[arg(long, conflicts_with = "json")]
    months: bool,
    /// File for the quotas as targets, which other commands read as one more file
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// File for the quota plan, to go on from with --plan-file
    #[arg(long, value_name = "FILE")]
    save_plan: Option<PathBuf>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    calendar: Calendar,
    /// First month of the year.
    start: Month,
    plan: &'a QuotaPlan,
    data: &'a DataReport,
    /// Sales of the twelve months before the year.
    prior: Decimal,
    seasons: &'a SeasonEstimate,
    goal_months: &'a [Decimal],
    months: &'a [Decimal],
    over: &'a [OverLevel],
    nodes: Vec<Shown>,
    findings: &'a [Finding],
    /// The findings in words.
    words: Vec<String>,
    targets: &'a [Target],
}

#[derive(Serialize)]
struct Shown {
    rep: RepId,
    /// Set in the team that the rep is transferred to: its manager.
    under: Option<RepId>,
    name: String,
    level: u32,
    #[serde(flatten)]
    row: NodeRow,
    /// How the quota came about, in words.
    how: String,
    /// By month of the year.
    months: Vec<Decimal>,
}

pub(crate) fn run(args: Args) -> Outcome {
    let data = read::data(&args.data, &[], &args.reading)?;
    for (path, remedy) in
        [(&args.out, "Name another file with --out"), (&args.save_plan, "Name another with --save-plan")]
    {
        if let Some(path) = path {
            print::not_over(path, args.data.iter().map(PathBuf::as_path).chain(args.asked.estimates()), remedy)?;
        }
    }
    let calendar = args.fiscal_year_start.map(|fiscal_year_start| Calendar { fiscal_year_start }).unwrap_or_default();
    let named = data.dataset.only_currency().and_then(|code| currency(code).ok());
    let currency = args.currency.clone().or(named).unwrap_or_default();
    let ground = Ground::of(&data.dataset, calendar, &currency.code);
    let plan = args.asked.plan(&ground)?;
    let tree = Tree::new(&ground, &plan);
    let found = spread(&tree, &plan);
    let figures = Figures::new(currency.clone());
    let quotas = targets(&tree, &plan, &found);
    if let Some(path) = &args.out {
        print::file(path, written(&tree, &plan, &found, &quotas).as_bytes())?;
    }
    if let Some(path) = &args.save_plan {
        let text = serde_json::to_string_pretty(&plan)
            .map_err(|error| Failure::refused("the quota plan", error, "Report this, please"))?;
        print::file(path, format!("{text}\n").as_bytes())?;
    }
    let words: Vec<String> =
        found.findings.iter().map(|finding| quota_finding(&figures.voice(), &tree, finding)).collect();
    if args.json {
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &currency.code,
            calendar,
            start: tree.start,
            plan: &plan,
            data: &data.report,
            prior: tree.prior,
            seasons: &tree.history,
            goal_months: &found.goal_months,
            months: &found.months,
            over: &found.over,
            nodes: shown(&figures, &tree, &found),
            findings: &found.findings,
            words,
            targets: &quotas,
        })?;
    } else {
        out(text(&figures, &tree, &plan, &found, args.months, &words).as_bytes())?;
    }
    Ok(Done::Whole)
}

/// The targets as canonical CSV: by month where the files' periods, which are the calendar year's, do not fit.
fn written(tree: &Tree, plan: &QuotaPlan, found: &Spread, quotas: &[Target]) -> String {
    let fits = (tree.start.month() - 1).is_multiple_of(plan.length.months().unsigned_abs());
    let by_month = QuotaPlan { length: Granularity::Month, ..plan.clone() };
    let targets = if fits { quotas.to_vec() } else { targets(tree, &by_month, found) };
    let files = canonical::files(&Dataset { targets, ..Dataset::default() });
    files.into_iter().next().map_or_else(|| "rep_id,period,quota,measure\n".into(), |file| file.text)
}

fn shown(figures: &Figures, tree: &Tree, found: &Spread) -> Vec<Shown> {
    let places = tree.order.iter().map(|place| *place as usize);
    let node = |place: usize| {
        let node = tree.nodes.get(place)?;
        let row = found.row(place);
        Some(Shown {
            rep: node.key.rep.clone(),
            under: node.key.under.clone(),
            name: node.name.clone(),
            level: node.level,
            how: quota_origin(&figures.voice(), &row.origin),
            row,
            months: found.months_of(place).iter().map(|month| month.amount).collect(),
        })
    };
    places.filter_map(node).collect()
}

fn text(figures: &Figures, tree: &Tree, plan: &QuotaPlan, found: &Spread, months: bool, told: &[String]) -> String {
    let (last, code) = (tree.start.plus(11), &figures.currency.code);
    let mut text =
        format!("Quotas {} to {last}, in {code}: {}\n\n", tree.start, quota_rule(&figures.words, &plan.rule));
    text += &tree_text(figures, tree, found);
    if !found.over.is_empty() {
        let mut grid = Grid::new(&["LEVEL", ">OVER", ">COMPOUNDED"]);
        for level in &found.over {
            grid.row([
                format!("{} to {}", level.level, level.level + 1),
                percent(Some(level.own)),
                percent(Some(level.compound)),
            ]);
        }
        let _ = write!(text, "\nOver-assignment\n{}", grid.text(""));
    }
    let mut grid = Grid::new(&["MONTH", ">GOAL", ">ASSIGNED"]);
    for (at, (goal, assigned)) in found.goal_months.iter().zip(&found.months).enumerate() {
        grid.row([tree.start.plus(at as i32).to_string(), number(*goal), number(*assigned)]);
    }
    let _ = write!(text, "\n{}", grid.text(""));
    if plan.seasons == attain::engine::quota::plan::Seasons::History {
        let _ = writeln!(text, "\n{}", quota_seasons(&figures.voice(), &tree.history));
        text += &season_text(tree);
    }
    if months {
        let _ = write!(text, "\n{}", months_text(tree, found));
    }
    if !told.is_empty() {
        let _ = writeln!(text, "\nTo know\n{}", told.join("\n"));
    }
    text
}

fn tree_text(figures: &Figures, tree: &Tree, found: &Spread) -> String {
    let rows: Vec<(usize, NodeRow)> =
        tree.order.iter().map(|place| (*place as usize, found.row(*place as usize))).collect();
    let has_lost = rows.iter().any(|(_, row)| row.carried != row.amount);
    let has_estimates = rows.iter().any(|(_, row)| row.bottom_up.is_some());
    let has_open = rows.iter().any(|(_, row)| !row.open.is_zero());
    let mut headers = vec!["NODE", ">QUOTA"];
    headers.extend(has_lost.then_some(">CARRIED"));
    headers.extend(if has_estimates { vec![">TOP-DOWN", ">BOTTOM-UP", ">GAP"] } else { Vec::new() });
    headers.extend(has_open.then_some(">OPEN"));
    headers.extend([">PRIOR", "HOW"]);
    let mut grid = Grid::new(&headers);
    let known = |amount: Option<Decimal>| amount.map_or_else(|| "–".to_owned(), number);
    for (place, row) in rows {
        let Some(node) = tree.nodes.get(place) else { continue };
        let indent = "  ".repeat(node.level.min(40) as usize);
        let mut cells = vec![format!("{indent}{}", quota_node(&figures.words, tree, &node.key)), number(row.amount)];
        cells.extend(has_lost.then(|| number(row.carried)));
        if has_estimates {
            cells.extend([number(row.top_down), known(row.bottom_up), known(row.gap)]);
        }
        cells.extend(has_open.then(|| number(row.open)));
        let prior = Money(row.prior).rounded(0).0;
        cells.extend([number(prior), quota_origin(&figures.voice(), &row.origin)]);
        grid.row(cells);
    }
    grid.text("")
}

fn season_text(tree: &Tree) -> String {
    let mut grid = Grid::new(&["MONTH", ">INDEX", ">LOWEST YEAR", ">HIGHEST YEAR", ">YEARS"]);
    for (at, index) in tree.history.index.iter().enumerate() {
        let seen = tree.history.spread.get(at).copied().unwrap_or_default();
        let exact = |index: f64| format!("{index:.3}");
        grid.row([
            tree.start.plus(at as i32).month().to_string(),
            exact(*index),
            exact(seen.low),
            exact(seen.high),
            seen.n_years.to_string(),
        ]);
    }
    grid.text("")
}

fn months_text(tree: &Tree, found: &Spread) -> String {
    let headers: Vec<String> =
        std::iter::once("NODE".to_owned()).chain((0..12).map(|at| format!(">{}", tree.start.plus(at)))).collect();
    let mut grid = Grid::new(&headers.iter().map(String::as_str).collect::<Vec<_>>());
    for place in tree.order.iter().map(|place| *place as usize) {
        let Some(node) = tree.nodes.get(place).filter(|node| node.is_leaf()) else { continue };
        let months = found.months_of(place);
        let cells = std::iter::once(node.name.clone()).chain(months.iter().map(|month| number(month.amount)));
        grid.row(cells.collect::<Vec<_>>());
    }
    grid.text("")
}
