//! `attain scenario diff`: what changed between two scenarios, in fields and in money.

use std::fmt::Write as _;
use std::path::PathBuf;

use attain::engine::units::{Decimal, Money};
use attain::scenario::{Change, Opened, ResultSummary, diff};
use serde::Serialize;
use serde_json::Value;

use super::results::compute;
use crate::choice::ReadArgs;
use crate::fail::{Done, Failure, Outcome};
use crate::pay::data_of;
use crate::plans::open_file;
use crate::print::{Figures, Grid, json, out};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Scenario file to compare with
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// Scenario file that may differ
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Data for both, if the files do not hold it; may be given more than once
    #[arg(long, value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    changes: Vec<Change>,
    /// What both come to, if both have data.
    money: Option<Effect>,
}

#[derive(Serialize)]
struct Effect {
    old: ResultSummary,
    new: ResultSummary,
    /// The chosen plans' pay on history.
    paid: Step<Decimal>,
    /// The chosen plans' median cost.
    cost_p50: Step<f64>,
}

#[derive(Serialize)]
struct Step<T> {
    old: T,
    new: T,
    change: T,
}

pub(crate) fn run(args: Args) -> Outcome {
    let (old, new) = (open_file(&args.old)?, open_file(&args.new)?);
    let has_data = !args.data.is_empty() || (old.data.is_some() && new.data.is_some());
    let changes = diff(&old.scenario, &new.scenario);
    let money = if has_data { Some(effect(&args, &old, &new)?) } else { None };
    let report = Report { changes, money };
    if args.json {
        json(&report)?;
    } else {
        out(text(&Figures::new(new.scenario.currency), &report).as_bytes())?;
    }
    Ok(Done::Whole)
}

fn effect(args: &Args, old: &Opened, new: &Opened) -> Result<Effect, Failure> {
    let result = |path: &PathBuf, opened: &Opened| {
        let data = data_of(&args.data, Some(opened), &args.reading)?;
        let name = opened.scenario.plan().map(|plan| plan.name.clone()).unwrap_or_default();
        let summary = compute(&path.display().to_string(), opened, &data, None)?.summary;
        let paid = summary.paid.iter().find(|(plan, _)| *plan == name).map(|(_, paid)| *paid).unwrap_or_default();
        let cost = summary.cost.iter().find(|(plan, _)| *plan == name);
        let cost = cost.map(|(_, [_, median, _])| *median).unwrap_or_default();
        Ok((summary, paid, cost))
    };
    let (old, old_paid, old_cost) = result(&args.old, old)?;
    let (new, new_paid, new_cost) = result(&args.new, new)?;
    Ok(Effect {
        old,
        new,
        paid: Step { old: old_paid, new: new_paid, change: (Money(new_paid) - Money(old_paid)).0 },
        cost_p50: Step { old: old_cost, new: new_cost, change: ((new_cost - old_cost) * 100.0).round() / 100.0 },
    })
}

fn text(figures: &Figures, report: &Report) -> String {
    let mut text = String::new();
    if report.changes.is_empty() {
        text += "No field differs.\n";
    } else {
        let mut grid = Grid::new(&["FIELD", "OLD", "NEW"]);
        for Change { path, old, new } in &report.changes {
            grid.row([path.clone(), short(old), short(new)]);
        }
        text += &grid.text("");
    }
    if let Some(effect) = &report.money {
        let mut grid = Grid::new(&["MONEY", ">OLD", ">NEW", ">CHANGE"]);
        let Step { old, new, change } = &effect.paid;
        let amounts = [*old, *new, *change].map(|amount| figures.amount(Money(amount)));
        grid.row([vec!["Paid on history".to_owned()], amounts.to_vec()].concat());
        let Step { old, new, change } = &effect.cost_p50;
        let amounts = [*old, *new, *change].map(|amount| figures.whole(amount));
        grid.row([vec!["Cost, median".to_owned()], amounts.to_vec()].concat());
        let _ = write!(text, "\n{}", grid.text(""));
    } else {
        text += "\nNo money: both files must hold data, or name it with --data.\n";
    }
    text
}

/// A value in one short piece.
fn short(value: &Value) -> String {
    let text = match value {
        Value::Null => "–".into(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.chars().count() <= 60 { text } else { text.chars().take(59).collect::<String>() + "…" }
}
