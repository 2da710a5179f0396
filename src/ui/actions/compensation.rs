//! Plans, statements and costing.

use std::rc::Rc;

use super::data::lost;
use super::scenario_file::file_name;
use crate::engine::comp::solve::SolveError;
use crate::engine::comp::{Explanation, PayoutExplanation, Plan};
use crate::engine::records::RepId;
use crate::engine::simulate::CostInput;
use crate::engine::units::Period;
use crate::job::{Answer, Ask, Refusal, ReplaySpec, SolveReport, SolveSpec};
use crate::platform::download;
use crate::platform::pool::Ticket;
use crate::present::WorkbookLabels;
use crate::ui::client::Went;
use crate::ui::context::App;
use crate::ui::effects::replay_spec;
use crate::ui::store::{Event, Question};

/// Runs for each point of the sensitivity.
const N_SENSITIVITY_RUNS: u32 = 500;

/// The media type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A simulation to be run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CostJob {
    /// Names input, seed and runs.
    pub(crate) key: String,
    /// Names the input.
    pub(crate) cost: String,
    pub(crate) input: CostInput,
    pub(crate) seed: u64,
    pub(crate) n_runs: u32,
}

/// Runs a simulation in place of the one before, then its sensitivity.
pub(crate) fn simulate(app: &App, job: &CostJob) {
    app.send(Event::CostBegan { key: job.key.clone(), n_runs: job.n_runs });
    let (to, after) = (app.clone(), job.clone());
    let tell = move |went: Went<_>| {
        let key = after.key.clone();
        match went {
            Went::On { n_done, report, .. } => to.send(Event::CostWent { key, n_done, summaries: report }),
            Went::Done => {
                to.send(Event::CostDone { key });
                sensitivity(&to, &after);
            }
            Went::Failed => {
                to.send(Event::CostFailed { key });
                to.bad(to.t("worker-lost"));
            }
        }
    };
    app.client.simulate(&job.cost, &job.input, job.seed, job.n_runs, tell);
}

fn sensitivity(app: &App, job: &CostJob) {
    let (to, key) = (app.clone(), job.key.clone());
    let n_runs = job.n_runs.min(N_SENSITIVITY_RUNS);
    app.client.sensitivity(&job.cost, &job.input, job.seed, n_runs, move |answer| {
        if let Ok((Answer::Sensitivity(result), _)) = answer {
            to.send(Event::SensitivityCame { key, result });
        }
    });
}

/// Stops the simulation; what it has found so far stays.
pub(crate) fn stop_simulation(app: &App) {
    app.client.stop_simulation();
    app.send(Event::CostCancelled);
}

/// Asks what reps make of the plan, in place of what was asked before.
pub(crate) fn behave(app: &App, question: &Rc<Question>) {
    app.send(Event::BehaviourBegan(question.clone()));
    let (to, asked) = (app.clone(), question.clone());
    let progress = move |n_done, n_all| to.send(Event::BehaviourWent { question: asked.clone(), n_done, n_all });
    let (to, asked) = (app.clone(), question.clone());
    app.client.behave(&question.data, question.spec.clone(), progress, move |answer| {
        let answered = match answer {
            Ok((Answer::Behaved(found), _)) => Some(found),
            _ => None,
        };
        to.send(Event::BehaviourCame { question: asked, answered });
    });
}

/// Stops that; the result before it stays.
pub(crate) fn stop_behaving(app: &App) {
    app.client.stop_behaving();
    app.send(Event::BehaviourStopped);
}

/// The name, with a number behind it if it is taken.
pub(crate) fn free_name<'a>(name: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let taken: Vec<&str> = taken.collect();
    let numbered = |n: usize| if n == 1 { name.to_owned() } else { format!("{name} {n}") };
    (1..=taken.len() + 1).map(numbered).find(|name| !taken.contains(&name.as_str())).unwrap_or_default()
}

/// Adds a plan under a name that is not taken, with quota and target incentive filled in where the data has none.
pub(crate) fn add_plan(app: &App, plan: Plan) {
    let add = |app: &App, mut plan: Plan| {
        plan.name = free_name(&plan.name, app.state.scenario().plans.iter().map(|plan| plan.name.as_str()));
        app.edit(move |scenario| {
            scenario.plans.push(plan);
            scenario.chosen_plan = scenario.plans.len() - 1;
        });
    };
    let data = app.state.data.report().map(|report| report.fingerprint.clone());
    match data {
        None => add(app, plan),
        Some(data) => {
            let to = app.clone();
            app.client.ask(&Ask::PlanFor { data: data.clone(), plan }, Some(&data), None, move |answer| match answer {
                Ok((Answer::Plan(plan), _)) => add(&to, *plan),
                _ => lost(&to),
            });
        }
    }
}

/// Asks for the deals and the arithmetic behind a line.
pub(crate) fn explain(
    app: &App,
    rep: RepId,
    component: String,
    period: Period,
    done: impl FnOnce(Option<Box<Explanation>>) + 'static,
) -> Option<Ticket> {
    let (data, spec) = replay_spec(app)?;
    let ask = Ask::Explain { data: data.clone(), spec, rep, component, period };
    Some(app.client.ask(&ask, Some(&data), None, move |answer| match answer {
        Ok((Answer::Explained(found), _)) => done(found),
        _ => done(None),
    }))
}

/// Asks for the steps from what is earned to what is paid in a payout period.
pub(crate) fn explain_payout(
    app: &App,
    rep: RepId,
    period: Period,
    done: impl FnOnce(Option<Box<PayoutExplanation>>) + 'static,
) -> Option<Ticket> {
    let (data, spec) = replay_spec(app)?;
    let ask = Ask::ExplainPayout { data: data.clone(), spec, rep, period };
    Some(app.client.ask(&ask, Some(&data), None, move |answer| match answer {
        Ok((Answer::PayoutExplained(found), _)) => done(found),
        _ => done(None),
    }))
}

/// Asks for a plan that meets demands; `None` if no worker can answer.
pub(crate) fn solve(
    app: &App,
    asked: SolveSpec,
    done: impl FnOnce(Option<Result<SolveReport, SolveError>>) + 'static,
) -> Option<Ticket> {
    let (data, spec) = replay_spec(app)?;
    let ask = Ask::Solve { data: data.clone(), spec, asked };
    Some(app.client.ask(&ask, Some(&data), None, move |answer| match answer {
        Ok((Answer::Solved(found), _)) => done(Some(found.into_inner())),
        _ => done(None),
    }))
}

/// All statements as CSV.
pub(crate) fn download_statements(app: &App) {
    download_csv(app, "", |data, spec| Ask::StatementsCsv { data, spec });
}

/// All payout periods as CSV.
pub(crate) fn download_payouts(app: &App) {
    download_csv(app, &format!(" - {}", app.t("payouts-file")), |data, spec| Ask::PayoutsCsv { data, spec });
}

/// Statements as a workbook with formulas.
pub(crate) fn download_workbook(app: &App) {
    let Some((data, spec)) = replay_spec(app) else { return };
    let name = file_name(&format!("{} - {}", app.state.scenario().title, spec.plan.name), ".xlsx");
    let ask = Ask::Workbook { data: data.clone(), spec, labels: WorkbookLabels::new(&app.state.words) };
    let done = app.clone();
    app.client.ask(&ask, Some(&data), None, move |answer| match answer {
        Ok((Answer::File, Some(bytes))) => download::bulk(&name, WORKBOOK, &bytes),
        Ok((Answer::Refused(Refusal::TooLong), _)) => done.bad(done.t("workbook-too-long")),
        _ => lost(&done),
    });
}

/// A file that a worker makes, named for scenario and plan and what else is said.
fn download_csv(app: &App, said: &str, ask: fn(String, ReplaySpec) -> Ask) {
    let Some((data, spec)) = replay_spec(app) else { return };
    let name = file_name(&format!("{} - {}{said}", app.state.scenario().title, spec.plan.name), ".csv");
    let done = app.clone();
    app.client.ask(&ask(data.clone(), spec), Some(&data), None, move |answer| match answer {
        Ok((Answer::File, Some(bytes))) => download::bulk(&name, "text/csv;charset=utf-8", &bytes),
        _ => lost(&done),
    });
}
