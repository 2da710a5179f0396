//! `attain merge`: joins the parts of a simulation to what one run of all gives, byte for byte.

use std::path::{Path, PathBuf};

use attain::engine::simulate::MergeError;

use crate::costing::{self, Show};
use crate::fail::{Done, Failure, Outcome, say};
use crate::part::Part;
use crate::print::{self, count};
use crate::read::unreadable;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Parts that `attain simulate --shard` wrote, in any order
    #[arg(required = true, value_name = "PART")]
    parts: Vec<PathBuf>,
    /// File for the joined part; then runs may be missing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    show: Show,
}

pub(crate) fn run(args: Args) -> Outcome {
    let mut whole: Option<Part> = None;
    for path in &args.parts {
        let part = read(path)?;
        whole = Some(match whole {
            None => part,
            Some(whole) => {
                joined(whole, part).map_err(|(reason, remedy)| Failure::refused(path.display(), reason, remedy))?
            }
        });
    }
    let Some(whole) = whole else { return Err(Failure::usage("no part is named", "Name all parts")) };
    if let Some(path) = &args.out {
        print::file(path, &whole.bytes())?;
    }
    if whole.tally.is_complete(whole.head.n_runs) {
        costing::print(&whole, args.show)?;
        return Ok(Done::Whole);
    }
    let (n_done, n_runs) = (count(whole.tally.n_runs() as usize), count(whole.head.n_runs as usize));
    let reason = format!("only {n_done} of {n_runs} runs are there");
    if args.out.is_none() {
        return Err(Failure::refused(
            "the parts",
            reason,
            "Name the missing parts too, or keep these together with --out",
        ));
    }
    say(format!("{reason}. Merge the missing parts with the file."));
    Ok(Done::Whole)
}

fn read(path: &Path) -> Result<Part, Failure> {
    let remedy = "Name files that `attain simulate --shard` wrote";
    let bytes = std::fs::read(path).map_err(|error| Failure::refused(path.display(), unreadable(&error), remedy))?;
    Part::read(&bytes).map_err(|reason| Failure::refused(path.display(), reason, remedy))
}

fn joined(whole: Part, part: Part) -> Result<Part, (String, &'static str)> {
    const SAME: &str = "Simulate all parts with the same options and data";
    if whole.head.engine_version != part.head.engine_version {
        let reason = format!("is of engine {}, others of {}", part.head.engine_version, whole.head.engine_version);
        return Err((reason, "Simulate all parts with one version"));
    }
    let tally = whole.tally.merge(part.tally).map_err(|error| {
        let remedy = match error {
            MergeError::Overlap(_) => "Name each part once",
            MergeError::Damaged => "Simulate the part again",
            MergeError::OtherInput | MergeError::OtherSeed(..) => SAME,
        };
        (error.to_string(), remedy)
    })?;
    if whole.head != part.head {
        let reason = format!(
            "is of {} runs, others of {}, of other data, or of another budget",
            part.head.n_runs, whole.head.n_runs
        );
        return Err((reason, SAME));
    }
    Ok(Part { head: whole.head, tally })
}
