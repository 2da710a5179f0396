//! Costing: what the plans will cost in a simulated year, with ranges, and what that rests on.

mod assumptions;
mod compare;
mod model;
mod reps;

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::simulate::{CostSummary, Sensitivity};
use crate::engine::units::Money;
use crate::present::{Chart, Numerals, cost_by_month, cost_finding, cost_histogram, sensitivity_chart};
use crate::ui::actions;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Fact, answer, empty, ended, go_to, progress};
use crate::ui::routes::{Route, Tab};
use crate::ui::store::{CostStatus, Outcome};
use assumptions::assumptions;
use compare::compare;
use model::Model;
use reps::RepRanges;

pub(super) fn tab(app: &App) -> Html {
    if app.state.data.report().is_none() {
        return empty(app.t("costing-no-data"), go_to(Route::Data.hash(), app.t("go-to-data")));
    }
    if app.state.scenario().plan().is_none_or(|plan| !plan.errors().is_empty()) {
        let link = go_to(Route::Compensation(Tab::Plan).hash(), app.t("go-to-plan"));
        return empty(app.t("statements-no-plan"), link);
    }
    html! {
        <div class="stack" key="costing">
            { run(app) }
            { results(app) }
            { assumptions(app) }
            <Model />
        </div>
    }
}

/// How the simulation stands, with stop and run.
fn run(app: &App) -> Html {
    let cost = &app.state.cost;
    let done = [("done", app.count(cost.n_done as usize).into()), ("all", app.count(cost.n_runs as usize).into())];
    let share = f64::from(cost.n_done) / f64::from(cost.n_runs.max(1));
    let again = |id: &str| {
        let run = app.act(|app| {
            if let Some(job) = app.job.0.as_ref() {
                actions::simulate(app, job);
            }
        });
        ended(app, app.tw(id, done.clone()), run)
    };
    html! {
        <div class="run">
            {
                match cost.status {
                    CostStatus::Running => progress(app, app.tw("cost-running", done.clone()), share, app.act(actions::stop_simulation)),
                    CostStatus::Cancelled => again("cost-stopped"),
                    CostStatus::Failed => again("cost-failed"),
                    CostStatus::Idle if matches!(app.state.fitted, Outcome::Failed) => html! { <p>{ app.t("worker-lost") }</p> },
                    CostStatus::Idle => html! { <p role="status">{ app.t("working") }</p> },
                    CostStatus::Done => html! { <p class="hint" role="status">{ app.tw("cost-done", [
                        ("done", app.count(cost.n_done as usize).into()), ("seed", app.state.scenario().assumptions.seed.to_string().into())]) }</p> },
                }
            }
        </div>
    }
}

/// The chosen plan's place among the summaries: plans that cannot be run have none.
fn chosen(app: &App) -> usize {
    let scenario = app.state.scenario();
    scenario.plans.iter().take(scenario.chosen_plan).filter(|plan| plan.errors().is_empty()).count()
}

fn results(app: &App) -> Html {
    let Some(summaries) = app.state.cost.summaries.clone() else { return html! { <div /> } };
    let chosen = chosen(app);
    let Some(summary) = summaries.get(chosen) else { return html! { <div /> } };
    let budget = app.state.scenario().assumptions.budget.map(|budget| Money(budget).to_f64());
    let is_partial = app.state.cost.status == CostStatus::Running;
    html! {
        <div class="stack">
            { answer(cost_finding(&app.voice(), summary, budget), facts(app, summary)) }
            <Pictures summaries={Shared(summaries.clone())} {chosen} sensitivity={app.state.cost.sensitivity.clone().map(Shared)} {budget} />
            if 1 < summaries.len() {
                { compare(app, &summaries) }
            }
            if !is_partial {
                <RepRanges summaries={Shared(summaries.clone())} {chosen} />
            }
        </div>
    }
}

fn facts(app: &App, summary: &CostSummary) -> Vec<Fact> {
    let (voice, numerals) = (app.voice(), &app.state.numerals);
    let mut facts = vec![
        Fact::new(app.t("mark-p10"), voice.whole(summary.total.p10)).noted(app.t("p10-note")),
        Fact::new(app.t("mark-p50"), voice.whole(summary.total.p50)).noted(app.t("p50-note")),
        Fact::new(app.t("mark-p90"), voice.whole(summary.total.p90)).noted(app.t("p90-note")),
    ];
    if let Some(ccos) = &summary.ccos {
        let range =
            app.tw("range-of", [("low", voice.percent(ccos.p10).into()), ("high", voice.percent(ccos.p90).into())]);
        facts.push(Fact::new(app.t("fact-ccos"), voice.percent(ccos.p50)).noted(range));
    }
    if let Some(probability) = summary.budget_probability {
        // The simulation's own error: one standard error of a share over so many runs.
        let error = libm::sqrt(probability * (1.0 - probability) / f64::from(summary.n_runs.max(1)));
        let note = app.tw("budget-error", [("error", numerals.percent(error, 2).into())]);
        facts.push(Fact::new(app.t("budget-holds"), numerals.percent(probability, 1)).noted(note));
    }
    facts
}

#[derive(Properties, PartialEq)]
struct PicturesProps {
    summaries: Shared<Vec<CostSummary>>,
    chosen: usize,
    sensitivity: Option<Shared<Vec<Sensitivity>>>,
    budget: Option<f64>,
}

#[component]
fn Pictures(props: &PicturesProps) -> Html {
    let app = use_app();
    let locale = (app.state.words.locale(), app.state.scenario().currency.clone());
    let (summaries, chosen) = (props.summaries.clone(), props.chosen);
    let costs = use_memo((summaries, chosen, props.budget, locale.clone()), |(summaries, chosen, budget, _)| {
        let Some(summary) = summaries.0.get(*chosen) else { return Vec::new() };
        let voice = app.voice();
        [cost_histogram(&voice, summary, *budget), cost_by_month(&voice, summary)]
            .map(|chart| Shared(Rc::new(chart)))
            .to_vec()
    });
    let curve = use_memo((props.sensitivity.clone(), chosen, locale), |(sensitivity, chosen, _)| {
        let found = sensitivity.as_ref()?.0.get(*chosen)?;
        Some(Shared(Rc::new(sensitivity_chart(&app.voice(), found))))
    });
    let charts: Vec<Shared<Chart>> = costs.iter().cloned().chain((*curve).clone()).collect();
    parts::charts(&charts)
}
