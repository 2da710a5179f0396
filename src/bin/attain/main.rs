//! The command line: the library's work on files. Each command stands in a module of its own.
#![allow(clippy::needless_pass_by_value)] // a command owns its arguments

mod backtest;
mod behave;
mod canonical;
mod capacity;
mod choice;
mod compare;
mod costing;
mod curve;
mod estimates;
mod fail;
mod forecast;
mod import;
mod inspect;
mod ledger;
mod lint;
mod merge;
mod part;
mod pay;
mod pipeline;
mod plans;
mod print;
mod quota;
mod quota_backtest;
mod quota_health;
mod read;
mod sample;
mod scenario;
mod series;
mod simulate;
mod slices;
mod solve;
mod span;
mod trace;
mod typed;
mod workbook;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Sales planning on your own data: plans, statements and their cost, computed on this machine.
///
/// Exit status: 0 done, 1 the input was refused (the reason is on standard error), 2 wrong usage.
#[derive(Parser)]
#[command(name = "attain", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what each file is: kind, columns with meaning and sums, rows, issues
    Inspect(inspect::Args),
    /// Write the records as canonical CSV, and the rows that were set aside with reasons
    Import(import::Args),
    /// Pay a plan on won deals: statements by rep and period, exact
    Pay(pay::Args),
    /// Pay by attainment, exact, and what a rep earns at one attainment
    Curve(curve::Args),
    /// Say what a plan does that may not be meant: cliffs, dead zones, mixed-up units, what moving a deal gains
    Lint(lint::Args),
    /// Hold plans against each other on the same sales: cost, winners and losers, fairness, benchmarks
    Compare(compare::Args),
    /// Find rates, accelerators, starts and thresholds that meet a budget and other demands, or why none do
    Solve(solve::Args),
    /// Spread a company's goal over the hierarchy: quotas by rep and month, exact
    Quota(quota::Args),
    /// Simulate what plans cost, with ranges
    Simulate(simulate::Args),
    /// Simulate reps who respond to a plan by effort and timing, under assumptions
    Behave(behave::Args),
    /// Estimate what reps will sell, and hold past years' quotas by each method against what happened
    QuotaBacktest(quota_backtest::Args),
    /// Say what heads can sell by month, the chance to reach the goal, and what moves it
    Capacity(capacity::Args),
    /// Forecast what open deals and deals to come will win by month, with ranges, and hold past forecasts against what came
    Pipeline(pipeline::Args),
    /// Say whether quotas are fair, reachable and told apart from luck
    QuotaHealth(quota_health::Args),
    /// Forecast series, or totals of records, with ranges and the method their own past speaks for
    Forecast(forecast::Args),
    /// Hold forecasts by each method against the series' own past
    Backtest(backtest::Args),
    /// Join the parts of a simulation
    Merge(merge::Args),
    /// Check, recompute, compare and upgrade scenario files
    #[command(subcommand)]
    Scenario(scenario::Command),
    /// Make up a company and write its files
    Sample(sample::Args),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Inspect(args) => inspect::run(args),
        Command::Import(args) => import::run(args),
        Command::Pay(args) => pay::run(args),
        Command::Curve(args) => curve::run(args),
        Command::Lint(args) => lint::run(args),
        Command::Compare(args) => compare::run(args),
        Command::Solve(args) => solve::run(args),
        Command::Quota(args) => quota::run(args),
        Command::Simulate(args) => simulate::run(args),
        Command::Behave(args) => behave::run(args),
        Command::QuotaBacktest(args) => quota_backtest::run(args),
        Command::Capacity(args) => capacity::run(args),
        Command::Pipeline(args) => pipeline::run(args),
        Command::QuotaHealth(args) => quota_health::run(args),
        Command::Forecast(args) => forecast::run(args),
        Command::Backtest(args) => backtest::run(args),
        Command::Merge(args) => merge::run(args),
        Command::Scenario(command) => scenario::run(command),
        Command::Sample(args) => sample::run(args),
    };
    fail::status(outcome)
}
