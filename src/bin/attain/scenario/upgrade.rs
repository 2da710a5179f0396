//! `attain scenario upgrade`: a scenario in the newest layout.

use std::path::PathBuf;

use attain::scenario::{VERSION, write};

use crate::fail::{Done, Failure, Outcome};
use crate::plans::open_file;
use crate::print::{self, out};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Scenario file of any version
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// File to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(crate) fn run(args: Args) -> Outcome {
    let opened = open_file(&args.file)?;
    let place = args.file.display();
    if opened.read_only {
        let reason = format!("the file is of version {}, newer than {VERSION}", opened.version);
        return Err(Failure::refused(place, reason, "Use a newer version of the program"));
    }
    print::file(&args.out, write(&opened.scenario, opened.data.as_deref()).as_bytes())?;
    let text = format!("{place}: version {} → {VERSION}, written to {}\n", opened.version, args.out.display());
    out(text.as_bytes())?;
    Ok(Done::Whole)
}
