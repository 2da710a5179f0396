//! `attain solve`: a plan's rates, accelerators, starts and thresholds for a budget and what else is asked.

mod asked;

use std::fmt::Write as _;
use std::path::PathBuf;

use attain::engine::comp::lint::Typical;
use attain::engine::comp::solve::{
    Answer, Demand, Figures as Sums, History, Lever, Pareto, Preference, Question, Solution, Spread, Stated, Team,
    pareto, solve,
};
use attain::engine::comp::{Plan, ReplayInput};
use attain::engine::simulate::{CostInput, FitInput, Simulated, fit};
use attain::engine::units::{Currency, Decimal, Money, Month};
use attain::present::{
    Numerals as _, Plain, Voice, solve_conflict, solve_demand, solve_error, solve_lever, solve_reached,
};
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::curve::amount;
use crate::fail::{Done, Failure, Outcome};
use crate::pay::{data_of, say_filled};
use crate::plans::PlanArgs;
use crate::print::{self, Figures, Grid, json, number, out};
use crate::span::SpanArgs;
use asked::{Asked, levers};
pub(crate) use asked::{Distribution, distribution};

/// Reps of a stated attainment where neither data nor an option says how many.
const REPS_OF_NO_DATA: usize = 10;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    plan: PlanArgs,
    /// Files of deals, reps and targets, or folders of files: the plan is held to what these deals are paid
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    span: SpanArgs,
    #[command(flatten)]
    asked: Asked,
    /// Attainment of a year instead of deals: its mean and standard deviation, and the share of reps who attain nothing
    #[arg(long, value_name = "MEAN,SD[,ZERO]", value_parser = distribution)]
    attainment: Option<Distribution>,
    /// Reps of that attainment; those of the data, or 10, if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000), requires = "attainment")]
    reps: Option<u32>,
    /// Their quota a year; the data's median or the plan's if not given
    #[arg(long, value_name = "Q", value_parser = amount, requires = "attainment")]
    quota: Option<Decimal>,
    /// Their target incentive a year; the data's median or the plan's if not given
    #[arg(long, value_name = "TI", value_parser = amount, requires = "attainment")]
    target_incentive: Option<Decimal>,
    /// Instead of what the deals are paid, mean pay over simulated years of the model that is fitted on them
    #[arg(long, conflicts_with = "attainment")]
    simulated: bool,
    /// Simulated years
    #[arg(long, value_name = "N", default_value = "500", value_parser = clap::value_parser!(u32).range(1..=20_000))]
    runs: u32,
    /// Seed of the draws
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,
    /// What may move, with commas: values, accelerators, starts, threshold, COMPONENT/TIER, COMPONENT/TIER/start
    #[arg(long, value_name = "LIST", default_value = "values")]
    free: String,
    /// Also plans for N budgets around the present cost: cost against upside and fairness
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=40))]
    pareto: Option<u32>,
    /// File for the solved plan
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    plan: &'a Plan,
    demands: &'a [Demand],
    levers: &'a [Lever],
    #[serde(flatten)]
    answer: &'a Answer,
    /// The conflict in words; empty for a solved plan.
    words: &'a [String],
    pareto: Option<&'a Pareto>,
}

pub(crate) fn run(args: Args) -> Outcome {
    let source = args.plan.load()?;
    let has_data = !args.data.is_empty() || source.scenario.as_ref().is_some_and(|opened| opened.data.is_some());
    let demands = args.asked.demands();
    if demands.is_empty() {
        return Err(Failure::usage("nothing is asked of the plan", "Give --budget, --ccos or another demand"));
    }
    if !has_data && args.attainment.is_none() {
        return Err(Failure::usage("no data is named", "Name files of deals, or an attainment with --attainment"));
    }
    if !has_data {
        let of_scenario = source.scenario.as_ref().map(|opened| opened.scenario.currency.clone());
        let currency = args.span.currency.clone().or(of_scenario).unwrap_or_default();
        let spread = spread(&args, Typical::of_plan(&source.plan), REPS_OF_NO_DATA)?;
        return answered(&args, &source.plan, currency, &spread.team(), demands);
    }
    let data = data_of(&args.data, source.scenario.as_ref(), &args.reading)?;
    let plan = source.plan_on(&data.dataset);
    if plan != source.plan {
        say_filled(&source, &plan);
    }
    let span = args.span.resolve(source.scenario.as_ref().map(|opened| &opened.scenario), &data)?;
    let first = span.next_year();
    let currency = span.currency;
    let input = ReplayInput {
        plan: &plan,
        dataset: &data.dataset,
        calendar: span.calendar,
        first: span.first,
        last: span.last,
        digits: currency.digits,
        currency: &currency.code,
    };
    if args.attainment.is_some() {
        let spread = spread(&args, Typical::of_team(&input), data.dataset.reps.len())?;
        return answered(&args, &plan, currency.clone(), &spread.team(), demands);
    }
    if args.simulated {
        let simulated = simulated(&args, &input, first);
        return answered(&args, &plan, currency.clone(), &simulated.team(), demands);
    }
    let history = History { input };
    answered(&args, &plan, currency.clone(), &history.team(), demands)
}

/// The fiscal year after the history, as `attain simulate` has it.
fn simulated(args: &Args, input: &ReplayInput, first: Month) -> Simulated {
    let fitted = fit(&FitInput {
        dataset: input.dataset,
        plan: input.plan,
        others: &[],
        currency: input.currency,
        history_first: input.first,
        history_last: input.last,
        first,
        n_months: 12,
    });
    let input = CostInput {
        plans: vec![input.plan.clone()],
        model: fitted.model,
        calendar: input.calendar,
        digits: input.digits,
        budget: None,
        company_factor: 1.0,
        hold_company: false,
    };
    Simulated { input, seed: args.seed, n_runs: args.runs }
}

/// Reps of a stated attainment.
fn spread(args: &Args, typical: Typical, n_reps: usize) -> Result<Spread, Failure> {
    let Some(stated) = args.attainment else {
        return Err(Failure::usage("no attainment is named", "Give --attainment"));
    };
    let stated = Stated {
        mean: stated.mean,
        deviation: stated.deviation,
        zero_share: stated.zero_share,
        n_reps: args.reps,
        quota: args.quota,
        target_incentive: args.target_incentive,
    };
    Spread::of(&stated, typical, n_reps).ok_or_else(|| {
        Failure::refused(
            &args.plan.plan,
            "the plan states no quota, so that attainment has no meaning",
            "Give one with --quota",
        )
    })
}

fn answered(args: &Args, plan: &Plan, currency: Currency, team: &Team, demands: Vec<Demand>) -> Outcome {
    let levers = levers(&args.free, plan)?;
    let figures = Figures::new(currency);
    let voice = Voice { words: &figures.words, numerals: &Plain, currency: &figures.currency };
    let question = Question { plan, levers, demands, excellence: args.asked.excellence };
    let refuse = |error| Failure::refused(&args.plan.plan, solve_error(&figures.words, &error), "");
    let answer = solve(&question, team).map_err(refuse)?;
    let curve = args.pareto.map(|n| pareto(&question, team, n)).transpose().map_err(refuse)?;
    let words = match &answer {
        Answer::Solved(_) => Vec::new(),
        Answer::Impossible(conflict) => solve_conflict(&voice, conflict),
        Answer::NotFound => vec![figures.words.text("solve-not-found")],
    };
    if let (Some(path), Answer::Solved(solution)) = (&args.out, &answer) {
        let text = serde_json::to_string_pretty(&solution.plan)
            .map_err(|error| Failure::refused("the plan", error, "Report this, please"))?;
        print::file(path, format!("{text}\n").as_bytes())?;
    }
    if args.json {
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &figures.currency.code,
            plan,
            demands: &question.demands,
            levers: &question.levers,
            answer: &answer,
            words: &words,
            pareto: curve.as_ref(),
        })?;
    } else {
        let mut text = format!("{}, in {}\n", plan.name, figures.currency.code);
        match &answer {
            Answer::Solved(solution) => text += &solved(&figures, &voice, plan, solution),
            _ => text += &(words.join("\n") + "\n"),
        }
        if let Some(curve) = &curve {
            text += &pareto_text(&figures, curve);
        }
        out(text.as_bytes())?;
    }
    Ok(if matches!(answer, Answer::Solved(_)) { Done::Whole } else { Done::Partly })
}

fn solved(figures: &Figures, voice: &Voice, plan: &Plan, solution: &Solution) -> String {
    let mut grid = Grid::new(&["PART", ">NOW", ">SOLVED"]);
    for change in &solution.changes {
        let name = solve_lever(&figures.words, plan, &change.lever);
        grid.row([name, number(change.before), number(change.after)]);
    }
    let mut text = format!("\n{}\n", grid.text(""));
    let mut grid = Grid::new(&["", ">NOW", ">SOLVED"]);
    let (before, after) = (&solution.before, &solution.after);
    let mut row = |name: &str, say: &dyn Fn(&Sums) -> String| grid.row([name.to_owned(), say(before), say(after)]);
    let money = |amount: f64| {
        figures.amount(Money(Decimal::try_from(amount).unwrap_or_default()).rounded(figures.currency.digits))
    };
    let share = |share: f64| Plain.percent(share, 2);
    let known = |value: Option<f64>, say: &dyn Fn(f64) -> String| value.map_or_else(|| "–".into(), say);
    row("Cost", &|sums| money(sums.cost));
    row("Cost over credit", &|sums| known(sums.ccos, &share));
    row("Pay at quota, a year", &|sums| money(sums.pay_at_target));
    row("Pay at excellence", &|sums| money(sums.pay_at_excellence));
    row("Leverage", &|sums| known(sums.leverage, &|times| Plain.decimal(times, 0, 3)));
    row("Reps paid less than now", &|sums| share(sums.worse_off));
    row("Reps paid more", &|sums| share(sums.better_off));
    row("Gini of pay over target", &|sums| Plain.decimal(sums.gini, 0, 3));
    text += &grid.text("");
    text += "\n";
    let mut grid = Grid::new(&["ASKED", ">REACHED", "MET"]);
    for check in &solution.checks {
        let reached = solve_reached(voice, check);
        grid.row([solve_demand(voice, check.demand), reached, if check.is_met { "yes" } else { "no" }.to_owned()]);
    }
    text + &grid.text("")
}

fn pareto_text(figures: &Figures, curve: &Pareto) -> String {
    let mut grid =
        Grid::new(&[">COST", "PREFERRED", ">AT EXCELLENCE", ">LEVERAGE", ">PAID LESS", ">GINI", "EFFICIENT"]);
    for point in &curve.points {
        let after = &point.solution.after;
        grid.row([
            figures.whole(after.cost),
            match point.preference {
                Preference::LeastChange => "least change",
                Preference::MostUpside => "most upside",
            }
            .to_owned(),
            figures.whole(after.pay_at_excellence),
            after.leverage.map_or_else(|| "–".into(), |times| Plain.decimal(times, 0, 3)),
            Plain.percent(after.worse_off, 1),
            Plain.decimal(after.gini, 0, 3),
            if point.is_efficient { "yes" } else { "no" }.to_owned(),
        ]);
    }
    let mut text = format!("\nCost against upside and fairness\n{}", grid.text(""));
    if 0 < curve.n_without {
        let _ = writeln!(text, "Budgets without a plan that meets the other demands: {}", curve.n_without);
    }
    text
}
