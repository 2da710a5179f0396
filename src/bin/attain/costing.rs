//! Runs a simulation on all processors, and prints what it came to.

use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

use attain::engine::simulate::{CostSummary, FitNote, Quantiles, Sensitivity, Tally, prepare, run, sensitivity};
use attain::engine::units::Month;
use attain::present::{Numerals as _, Plain, Voice, cost_finding, fit_note};
use serde::Serialize;

use crate::fail::Failure;
use crate::part::{Head, Part};
use crate::print::{Figures, Grid, count, json, out};
use crate::slices::in_slices;

/// Runs between two reports of progress.
const N_STEP: u32 = 1_024;
/// Company performance at which sensitivity is computed, and at most how many runs for each.
const FACTORS: [f64; 9] = [0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4];
const N_SENSITIVITY: u32 = 2_000;

/// How a result is printed.
#[derive(Clone, Copy, clap::Args)]
pub(crate) struct Show {
    /// Also how cost moves with company performance
    #[arg(long)]
    sensitivity: bool,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

/// A simulation's result. It says nothing of shards: joined parts give the same bytes.
#[derive(Serialize)]
pub(crate) struct Costing<'a> {
    engine_version: &'a str,
    seed: u64,
    n_runs: u32,
    /// Fingerprint of plans, model, calendar and budget.
    input: String,
    /// Fingerprint of the data that the model was fitted on.
    data: Option<&'a str>,
    currency: &'a str,
    first: Month,
    n_months: u32,
    n_reps: usize,
    budget: Option<f64>,
    notes: &'a [FitNote],
    /// One for each plan.
    plans: Vec<CostSummary>,
    /// One for each plan, if asked for.
    sensitivity: Option<Vec<Sensitivity>>,
}

/// The runs of that range, on so many threads.
pub(crate) fn run_range(head: &Head, runs: Range<u32>, n_threads: u32) -> Result<Part, Failure> {
    let prepared = prepare(&head.input);
    let n = runs.end.saturating_sub(runs.start);
    let progress = Progress { n_done: AtomicU32::new(0), n, is_shown: std::io::stderr().is_terminal() };
    let one = |slice: Range<u32>| {
        let tally = run(&prepared, head.seed, runs.start + slice.start..runs.start + slice.end);
        progress.add(slice.end - slice.start);
        tally
    };
    let tally = in_slices((n, N_STEP), n_threads, one, Tally::merge);
    progress.end();
    Ok(Part { head: head.clone(), tally: tally? })
}

/// Says on a terminal how far the runs are.
struct Progress {
    n_done: AtomicU32,
    n: u32,
    is_shown: bool,
}

impl Progress {
    fn add(&self, n: u32) {
        let n_done = self.n_done.fetch_add(n, Ordering::Relaxed) + n;
        if self.is_shown {
            let _ = write!(std::io::stderr(), "\r{} of {} runs", count(n_done as usize), count(self.n as usize));
        }
    }

    fn end(&self) {
        if self.is_shown {
            let _ = write!(std::io::stderr(), "\r{:40}\r", "");
        }
    }
}

/// Prints a complete simulation.
pub(crate) fn print(part: &Part, show: Show) -> Result<(), Failure> {
    let Part { head, tally } = part;
    let n_sensitivity = head.n_runs.min(N_SENSITIVITY);
    let input = &head.input;
    let costing = Costing {
        engine_version: &head.engine_version,
        seed: head.seed,
        n_runs: head.n_runs,
        input: input.fingerprint(),
        data: head.data.as_deref(),
        currency: &head.currency.code,
        first: input.model.first,
        n_months: input.model.n_months,
        n_reps: input.model.reps.len(),
        budget: input.budget,
        notes: &head.notes,
        plans: tally.summary(input),
        sensitivity: show.sensitivity.then(|| sensitivity(input, &FACTORS, head.seed, 0..n_sensitivity)),
    };
    if show.json { json(&costing) } else { out(text(&Figures::new(head.currency.clone()), &costing).as_bytes()) }
}

fn text(figures: &Figures, costing: &Costing) -> String {
    let voice = Voice { words: &figures.words, numerals: &Plain, currency: &figures.currency };
    let last = costing.first.plus(costing.n_months.max(1) as i32 - 1);
    let mut text = format!(
        "{} runs of {} to {}, {} reps, in {}. Engine {}, seed {}, input {}\n",
        count(costing.n_runs as usize),
        costing.first,
        last,
        costing.n_reps,
        costing.currency,
        costing.engine_version,
        costing.seed,
        costing.input
    );
    for note in costing.notes {
        let _ = writeln!(text, "  {}", fit_note(&figures.words, &Plain, note));
    }
    for plan in &costing.plans {
        let _ = writeln!(text, "\n{}: {}", plan.plan, cost_finding(&voice, plan, costing.budget));
        text += &plan_text(figures, plan);
    }
    for plan in costing.sensitivity.iter().flatten() {
        let mut grid = Grid::new(&[">PERFORMANCE", ">CREDIT", ">MEAN COST", ">VOLATILITY", ">MARGINAL COST"]);
        for point in &plan.points {
            grid.row([
                voice.percent(point.factor),
                figures.whole(point.credit),
                figures.whole(point.mean),
                figures.whole(point.volatility),
                point.marginal.map_or_else(|| "–".into(), |marginal| Plain.percent(marginal, 2)),
            ]);
        }
        let _ = write!(text, "\n{}, by company performance\n{}", plan.plan, grid.text(""));
    }
    text
}

fn plan_text(figures: &Figures, plan: &CostSummary) -> String {
    let five = |of: &Quantiles, say: &dyn Fn(f64) -> String| [of.p5, of.p10, of.p50, of.p90, of.p95].map(say).to_vec();
    let whole = |amount: f64| figures.whole(amount);
    let share = |fraction: f64| Plain.percent(fraction, 2);
    let mut grid = Grid::new(&["", ">MEAN", ">P5", ">P10", ">P50", ">P90", ">P95"]);
    let mut row = |name: &str, mean: String, of: Vec<String>| grid.row([vec![name.to_owned(), mean], of].concat());
    row("Total", whole(plan.mean), five(&plan.total, &whole));
    row("Credit", String::new(), five(&plan.credit, &whole));
    if let Some(ccos) = &plan.ccos {
        row("CCOS, variable pay", String::new(), five(ccos, &share));
    }
    if let Some(ccos) = &plan.ccos_with_base {
        row("CCOS, with base salaries", String::new(), five(ccos, &share));
    }
    for month in &plan.by_month {
        row(&month.month.to_string(), whole(month.mean), five(&month.pay, &whole));
    }
    let mut text = grid.text("");
    let levels = &plan.levels;
    if let Some(probability) = plan.budget_probability {
        let _ = writeln!(text, "Within the budget: {}", Plain.percent(probability, 1));
    }
    let marks = [
        ("the threshold", levels.threshold, levels.at_threshold),
        ("quota", 1.0, levels.at_target),
        ("excellence", levels.excellence, levels.at_excellence),
    ];
    for (name, mark, reached) in marks.iter().filter(|(_, mark, _)| 0.0 < *mark) {
        let _ = writeln!(text, "Reps at {name} ({}): {}", Plain.percent(*mark, 1), Plain.percent(*reached, 1));
    }
    let mut grid =
        Grid::new(&["REP", ">TARGET", ">MEAN PAY", ">P10", ">P50", ">P90", ">ATTAINMENT P10", ">P50", ">P90"]);
    for rep in &plan.by_rep {
        let pay = [rep.target_incentive, rep.mean, rep.pay.p10, rep.pay.p50, rep.pay.p90].map(whole);
        let attainment = [rep.attainment.p10, rep.attainment.p50, rep.attainment.p90].map(|at| Plain.percent(at, 0));
        grid.row([vec![rep.name.clone()], pay.to_vec(), attainment.to_vec()].concat());
    }
    text + &grid.text("")
}
