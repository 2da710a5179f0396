//! Pipeline: what open deals and deals to come will win by month, what that hangs on, and how well it would have been said
//! before.

mod back;
mod conversion;
mod deals;
mod exports;
mod found;
mod goal;
mod quarter;
mod settings;
mod work;

use std::rc::Rc;

use yew::prelude::*;

use super::use_changes;
use crate::engine::pipeline::{PipelineChoices, PipelineError, PipelineRuns, PipelineTarget, StageProbabilities};
use crate::job::{Answer, Ask, PipelineAnswer, PipelineAsk, PipelineFound, PipelineSpec, PipelineStated};
use crate::present::pipeline_error;
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Status, WorkWords};
use crate::ui::simulated::use_simulated;
use back::{Back, BackQuestion};
use conversion::Conversions;
use exports::Exports;
use found::Found;
use goal::{Goal, use_goal};
use settings::settings;
use work::{Question, SETTLE_MILLISECONDS, Work, begin};

/// Runs that a forecast may have.
const MOST_RUNS: u32 = 100_000;
/// Runs of each past month's forecast, at most.
const BACK_RUNS: u32 = 2_000;

#[derive(Properties, PartialEq)]
pub(crate) struct PipelineTabProps {
    pub(crate) data: String,
}

type Asked = (String, PipelineSpec);
type Said = Result<PipelineFound, PipelineError>;

fn put((data, spec): &Asked) -> (String, Ask) {
    (data.clone(), Ask::Pipeline(PipelineAsk::Forecast { data: data.clone(), spec: spec.clone() }))
}

fn read(answer: Answer) -> Option<Said> {
    if let Answer::Pipeline(PipelineAnswer::Forecast(said)) = answer { Some(said.into_inner()) } else { None }
}

type AskedStated = (String, PipelineSpec, StageProbabilities);

fn put_stated((data, spec, stated): &AskedStated) -> (String, Ask) {
    let (data, spec, stated) = (data.clone(), spec.clone(), stated.clone());
    (data.clone(), Ask::Pipeline(PipelineAsk::Stated { data, spec, stated }))
}

fn read_stated(answer: Answer) -> Option<PipelineStated> {
    if let Answer::Pipeline(PipelineAnswer::Stated(stated)) = answer { Some(stated.into_inner()) } else { None }
}

#[component]
pub(crate) fn PipelineTab(props: &PipelineTabProps) -> Html {
    let app = use_app();
    let (n_changes, changed) = use_changes(); // of the exports
    let choices = app.state.scenario().pipeline.clone().unwrap_or_default();
    let spec = spec(&app, &props.data, &choices);
    let stated = choices.probabilities();
    let asked = use_asked(&app, Some((props.data.clone(), spec.clone())), put, read);
    let asked_stated = use_asked(&app, Some((props.data.clone(), spec.clone(), stated)), put_stated, read_stated);
    let goal = use_goal(&app, &props.data, choices.target == PipelineTarget::Goal);
    // Only answers to what is asked now are shown.
    let said = asked.answer().map(|said| Shared(said.clone()));
    let found = said.as_ref().and_then(|said| said.0.as_ref().as_ref().ok());
    let target = found.and_then(|found| target(choices.target, found, &goal));
    let assumed = &app.state.scenario().assumptions;
    let runs = PipelineRuns { n_runs: assumed.n_runs.clamp(1, MOST_RUNS), seed: assumed.seed, drivers: true };
    let is_waiting = choices.target == PipelineTarget::Goal && matches!(goal, Goal::Working);
    let question = said.clone().filter(|_| found.is_some() && !is_waiting);
    let question = question.map(|said| Question { said, target, runs });
    let (work, stop, again) = use_simulated(&app, question.clone(), SETTLE_MILLISECONDS, begin);
    let report = work.report_on(question.as_ref()).cloned();
    let is_done = work.stands(question.as_ref()).0 == Status::Done;
    let back = found.map(|found| BackQuestion {
        data: props.data.clone(),
        spec: PipelineSpec { as_of: None, exports: Vec::new(), ..spec.clone() },
        origins: Rc::new(found.origins.clone()),
        n_runs: runs.n_runs.clamp(100, BACK_RUNS),
        seed: runs.seed,
    });
    let error = said.as_ref().and_then(|said| said.0.as_ref().as_ref().err());
    html! {
        <div class="stack">
            { asked.run(&app, "pipe-stopped") }
            // What stands beside the forecast says so only where it does not come.
            if said.is_some() && !asked_stated.is_working() {
                { asked_stated.run(&app, "pipe-stopped") }
            }
            if let Some(error) = error {
                <p role="alert">{ pipeline_error(&app.state.words, *error) }</p>
            }
            if question.is_some() {
                { run(&app, &work, question.as_ref(), stop, again) }
            }
            <div class="stack">
                if let (Some(said), Some(report)) = (said.clone(), report) {
                    <Found {said} report={Shared(report)} stated={asked_stated.answer().map(|stated| Shared(stated.clone()))} {target} />
                }
            </div>
            <Conversions said={said.clone()} />
            <Back question={back} can_begin={is_done} />
            { settings(&app, &choices, found, &goal) }
            <Exports data={props.data.clone()} {said} stated={asked_stated.answer().map(|stated| Shared(stated.clone()))} {changed} {n_changes} />
        </div>
    }
}

/// What the deals are looked up with.
fn spec(app: &App, data: &str, choices: &PipelineChoices) -> PipelineSpec {
    let scenario = app.state.scenario();
    PipelineSpec {
        as_of: choices.as_of,
        n_months: choices.n_months.clamp(1, settings::MOST_MONTHS),
        currency: scenario.currency.code.clone(),
        digits: scenario.currency.digits,
        calendar: scenario.calendar,
        exports: app.client.exports(data).iter().map(|export| (export.day, export.key.clone())).collect(),
    }
}

/// What the horizon is held against.
fn target(choice: PipelineTarget, found: &PipelineFound, goal: &Goal) -> Option<f64> {
    let target = match choice {
        PipelineTarget::Nothing => None,
        PipelineTarget::Amount(amount) => Some(amount),
        PipelineTarget::Goal => goal.of(found.first, found.n_months),
    };
    target.filter(|target| 0.0 < *target && *target < 1e15)
}

/// How the simulation stands, with stop and run.
fn run(app: &App, work: &Work, question: Option<&Question>, stop: Callback<()>, again: Callback<()>) -> Html {
    let words = WorkWords { running: "pipe-running", stopped: "pipe-stopped", failed: "worker-lost" };
    let done = || {
        let n_runs = work.report_on(question).map_or(0, |report| report.n_runs);
        let seed = app.state.scenario().assumptions.seed.to_string();
        app.tw("pipe-done", [("n", n_runs.into()), ("count", app.count(n_runs as usize).into()), ("seed", seed.into())])
    };
    parts::work(app, &words, work.stands(question), (stop, again), done)
}
