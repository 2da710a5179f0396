//! `attain import`: canonical CSV of the records, and the rows that were set aside.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use attain::data::{
    FileCount, Issue, IssueCount, Kind, OutcomeCount, encode, fingerprint, import, recall, set_aside_csv,
};
use attain::engine::units::{Currency, Month};
use attain::present::{Words, kind_name};
use serde::Serialize;

use crate::canonical::{self, Canonical};
use crate::choice::ReadArgs;
use crate::fail::{Done, Failure, Outcome, say};
use crate::print::{self, Figures, Grid, count, json, out};
use crate::read::{SET_ASIDE, Twin, Unread, say_issues, tables, without_twins};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files, or folders of files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    /// Folder to write to; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    /// Names the dataset's bytes.
    fingerprint: String,
    /// Each file's rows and where they went.
    files: Vec<FileCount>,
    /// Files that could not be read.
    unread: Vec<Unread>,
    /// Files left out because another has the same rows.
    twins: Vec<Twin>,
    /// What was written.
    written: Vec<Written>,
    /// Rows set aside, over all files.
    n_set_aside: usize,
    /// Deals by outcome and stage.
    outcomes: Vec<OutcomeCount>,
    /// First and last month with a won deal.
    won_months: Option<(Month, Month)>,
    /// How many issues there are, by file and kind.
    issue_counts: Vec<IssueCount>,
    /// Rows set aside and warnings: the first ten thousand of a kind and file.
    issues: Vec<Issue>,
}

#[derive(Serialize)]
struct Written {
    file: String,
    kind: Kind,
    n_records: usize,
}

pub(crate) fn run(args: Args) -> Outcome {
    let (mut read, mut unread) = (Vec::new(), Vec::new());
    let known = args.reading.mappings()?;
    for table in tables(&args.files, &args.reading.choices(&known)) {
        match table {
            Ok(table) => read.push(table),
            Err(file) => {
                file.say();
                unread.push(file);
            }
        }
    }
    let (tables, twins) = without_twins(read);
    let import = import(&tables, &recall(&tables, &known));
    say_issues(&import);
    let written = canonical::files(&import.dataset);
    if written.is_empty() && unread.is_empty() {
        let place = args.files.first().map(|path| path.display().to_string()).unwrap_or_default();
        return Err(Failure::refused(place, "no row became a record", "Look at the issues, and correct the files"));
    }
    if written.is_empty() {
        return Err(Failure::said());
    }
    write(&args, &written, &set_aside_csv(&tables, &import))?;
    let report = Report {
        fingerprint: fingerprint(&encode(&import.dataset)),
        n_set_aside: import.files.iter().map(|file| file.n_set_aside).sum(),
        files: import.files,
        unread,
        twins,
        written: written
            .into_iter()
            .map(|Canonical { file, kind, n_records, .. }| Written { file: file.into(), kind, n_records })
            .collect(),
        outcomes: import.outcomes,
        won_months: import.won_months,
        issue_counts: import.issue_counts,
        issues: import.issues,
    };
    if args.json {
        json(&report)?;
    } else {
        out(text(&Figures::new(Currency::default()).words, &report, &args.out).as_bytes())?;
    }
    Ok(if report.unread.is_empty() { Done::Whole } else { Done::Partly })
}

/// Writes the files, but never over one that was read.
fn write(args: &Args, written: &[Canonical], set_aside: &str) -> Result<(), Failure> {
    print::folder(&args.out)?;
    let all = || written.iter().map(|file| (file.file, file.text.as_str())).chain([(SET_ASIDE, set_aside)]);
    for (name, _) in all() {
        let read = args.files.iter().map(PathBuf::as_path);
        print::not_over(&args.out.join(name), read, "Choose another folder with --out")?;
    }
    for (name, text) in all() {
        print::file(&args.out.join(name), text.as_bytes())?;
    }
    for name in canonical::FILES {
        if !written.iter().any(|file| file.file == name) && args.out.join(name).exists() {
            say(format!(
                "{} is of an earlier import. Remove it before this folder is read.",
                args.out.join(name).display()
            ));
        }
    }
    Ok(())
}

fn text(words: &Words, report: &Report, folder: &Path) -> String {
    let mut grid = Grid::new(&["FILE", "HOLDS", ">ROWS", ">RECORDS", ">SET ASIDE", ">HEADER AND BLANK"]);
    for FileCount { file, kind, n_rows, n_records, n_set_aside, n_layout, .. } in &report.files {
        let counts = [*n_rows, *n_records, *n_set_aside, *n_layout].map(count);
        grid.row([vec![file.clone(), kind_name(words, *kind)], counts.to_vec()].concat());
    }
    let mut text = grid.text("");
    let _ = writeln!(text, "\nWritten to {}", folder.display());
    let mut grid = Grid::new(&["FILE", "HOLDS", ">RECORDS"]);
    for written in &report.written {
        grid.row([written.file.clone(), kind_name(words, written.kind), count(written.n_records)]);
    }
    grid.row([SET_ASIDE.to_owned(), "Rows that were set aside".into(), count(report.n_set_aside)]);
    text + &grid.text("")
}
