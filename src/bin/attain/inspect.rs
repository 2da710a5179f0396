//! `attain inspect`: what each file is.

use std::fmt::Write as _;
use std::path::PathBuf;

use attain::data::{Inspection, Kind, Severity, Table, inspect, mappings_to_json, recall};
use attain::engine::records::Outcome as DealOutcome;
use attain::present::{Numerals as _, Plain, Words, field_name, kind_name, value_kind_name};
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::fail::{Done, Outcome, say, sentence};
use crate::print::{Figures, Grid, count, file, json, number, out};
use crate::read::{Unread, tables, worded};

/// Issues that are listed in the text.
const N_ISSUES: usize = 10;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files, or folders of files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    /// Write what tables hold and columns mean to a file, to be corrected and given back with --mappings
    #[arg(long, value_name = "FILE")]
    save_mappings: Option<PathBuf>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Report {
    Read(Box<Inspection>),
    Unread(Unread),
}

pub(crate) fn run(args: Args) -> Outcome {
    let mut done = Done::Whole;
    let known = args.reading.mappings()?;
    let read = tables(&args.files, &args.reading.choices(&known));
    let tables: Vec<Table> = read.iter().flatten().cloned().collect();
    // Together: what columns mean is also told by the other tables.
    let mappings = recall(&tables, &known);
    let mut understood = tables.iter().zip(&mappings);
    let mut reports = Vec::new();
    for file in read {
        match file {
            Ok(_) => {
                let Some((table, mapping)) = understood.next() else { continue };
                let report = inspect(table, mapping);
                if gives_nothing(&report) {
                    done = Done::Partly;
                }
                reports.push(Report::Read(Box::new(report)));
            }
            Err(unread) => {
                unread.say();
                done = Done::Partly;
                reports.push(Report::Unread(unread));
            }
        }
    }
    if let Some(path) = &args.save_mappings {
        file(path, mappings_to_json(&mappings).as_bytes())?;
    }
    if args.json {
        json(&reports)?;
    } else {
        let words = Figures::new(attain::engine::units::Currency::default()).words;
        let read =
            reports.iter().filter_map(|report| if let Report::Read(report) = report { Some(report) } else { None });
        let text: Vec<String> = read.map(|report| text(&words, report)).collect();
        out(text.join("\n").as_bytes())?;
    }
    Ok(done)
}

/// Whether nothing could be imported from the file; says so.
fn gives_nothing(report: &Inspection) -> bool {
    if report.n_rows == 0 {
        say(sentence(
            &report.table,
            "the file has a header but no rows",
            "Export the table again and check that it has rows",
        ));
    } else if report.kind != Kind::Unknown && report.count.n_records == 0 {
        say(sentence(&report.table, "every row is set aside", "Look at the issues, and correct the file"));
    } else {
        return false;
    }
    true
}

fn text(words: &Words, report: &Inspection) -> String {
    let mut text = String::new();
    let Inspection { table, place, header_row, count: rows, .. } = report;
    let certainty = Plain.percent(report.certainty, 0);
    let kind = kind_name(words, report.kind);
    let _ = writeln!(text, "{table}: {kind} (certainty {certainty})");
    let how = match place.delimiter {
        Some(delimiter) => format!("{}, delimiter {delimiter:?}", place.encoding),
        None => place.sheet.clone(),
    };
    let _ = writeln!(text, "  {}, {how}, header on line {header_row}", place.format.name());
    let _ = writeln!(
        text,
        "  {} rows = {} records + {} set aside + {} header and blank lines",
        count(rows.n_rows),
        count(rows.n_records),
        count(rows.n_set_aside),
        count(rows.n_layout)
    );
    let mut grid = Grid::new(&["COLUMN", "MEANS", "VALUES", ">BLANK", ">SUM"]);
    for column in &report.columns {
        grid.row([
            column.header.clone(),
            column.role.map_or_else(|| "–".into(), |role| field_name(words, role)),
            value_kind_name(words, column.value),
            count(column.n_blank),
            column.sum.map(number).unwrap_or_default(),
        ]);
    }
    text += &grid.text("  ");
    if !report.outcomes.is_empty() {
        let mut grid = Grid::new(&["OUTCOME", "STAGE", ">DEALS", ">AMOUNT"]);
        for outcome in &report.outcomes {
            let name = outcome_name(outcome.outcome).to_owned();
            grid.row([name, outcome.stage.clone(), count(outcome.n_deals), number(outcome.amount.0)]);
        }
        text += &grid.text("  ");
    }
    for issue in report.issues.iter().take(N_ISSUES) {
        let mark = if issue.severity == Severity::SetAside { "!" } else { "-" };
        let _ = writeln!(text, "  {mark} {}", worded(words, issue));
    }
    if N_ISSUES < report.n_issues {
        let _ = writeln!(text, "  … and {} more issues", count(report.n_issues - N_ISSUES));
    }
    text
}

/// The outcome's name in files and JSON.
pub(crate) const fn outcome_name(outcome: DealOutcome) -> &'static str {
    match outcome {
        DealOutcome::Won => "won",
        DealOutcome::Lost => "lost",
        DealOutcome::Open => "open",
    }
}
