//! `attain scenario`: what is done with scenario files.

mod check;
mod diff;
mod results;
mod run;
mod upgrade;

use clap::Subcommand;

use crate::fail::Outcome;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Say whether each file opens, and what it holds
    Check(check::Args),
    /// Recompute statements and cost, and compare them with the results that are stored
    Run(run::Args),
    /// Say in which fields two scenarios differ, and in how much money
    Diff(diff::Args),
    /// Write a scenario in the newest layout
    Upgrade(upgrade::Args),
}

pub(crate) fn run(command: Command) -> Outcome {
    match command {
        Command::Check(args) => check::run(args),
        Command::Run(args) => run::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Upgrade(args) => upgrade::run(args),
    }
}
