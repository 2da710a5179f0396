//! `attain sample`: a made-up company, as the files that its systems would export.

use std::path::PathBuf;

use attain::data::fingerprint_of;
use attain::scenario::{SampleSpec, sample, sample_files};
use chrono::NaiveDate;
use serde::Serialize;

use crate::fail::{Done, Outcome};
use crate::print::{self, Grid, count, json, out};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// People: sellers, sales development and managers, 4 to 5,000
    #[arg(long, value_name = "N", default_value = "40", value_parser = clap::value_parser!(u32).range(4..=5_000))]
    reps: u32,
    /// The same seed makes the same company
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,
    /// Folder to write to; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The day on which its 36 months of history end; no clock is read
    #[arg(long, value_name = "YYYY-MM-DD", default_value = "2025-12-31", value_parser = day)]
    today: NaiveDate,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    n_reps: u32,
    seed: u64,
    today: NaiveDate,
    fingerprint: String,
    written: Vec<Written>,
}

#[derive(Serialize)]
struct Written {
    file: &'static str,
    n_records: usize,
}

pub(crate) fn run(args: Args) -> Outcome {
    let dataset = sample(SampleSpec { n_reps: args.reps, seed: args.seed, today: args.today });
    print::folder(&args.out)?;
    let mut written = Vec::new();
    for (file, text) in sample_files(&dataset) {
        print::file(&args.out.join(file), text.as_bytes())?;
        written.push(Written { file, n_records: text.lines().count().saturating_sub(1) });
    }
    if args.json {
        let (n_reps, seed, today) = (args.reps, args.seed, args.today);
        json(&Report { n_reps, seed, today, fingerprint: fingerprint_of(&dataset), written })?;
    } else {
        let mut grid = Grid::new(&["FILE", ">RECORDS"]);
        for file in written {
            grid.row([file.file.to_owned(), count(file.n_records)]);
        }
        out(format!("Written to {}\n{}", args.out.display(), grid.text("")).as_bytes())?;
    }
    Ok(Done::Whole)
}

/// A day whose three years of history lie in the calendar's range.
fn day(text: &str) -> Result<NaiveDate, String> {
    let wrong = || format!("{text:?} is no day from 1973-01-01 to 2200-12-31; write YYYY-MM-DD");
    let day: NaiveDate = text.parse().map_err(|_| wrong())?;
    if (1973..=2200).contains(&chrono::Datelike::year(&day)) { Ok(day) } else { Err(wrong()) }
}
