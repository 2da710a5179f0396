//! Capacity: heads by role, what they can sell, the chance to reach the goal, and what moves it.

mod edit;
mod found;
mod plan;
mod work;

use yew::prelude::*;

use crate::engine::quota::capacity::{CapacityAsked, CapacityGoal, Doubt, HeadcountPlan, MOST_MONTHS};
use crate::engine::units::Month;
use crate::job::{Answer, Ask, CapacityAnswer, CapacityAsk, CapacitySpec};
use crate::platform::dom;
use crate::present::Numerals;
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Unit, WorkWords, button, check, choice, empty, folded, go_to, primary, with_own};
use crate::ui::routes::Route;
use crate::ui::simulated::use_simulated;
use edit::{field, set};
use found::Found;
use plan::{hires, roles};
use work::{Question, SETTLE_MILLISECONDS, Work, begin};

/// Goals up to this can be stated.
const MOST: i64 = 1_000_000_000_000_000;

#[derive(Properties, PartialEq)]
pub(super) struct CapacityTabProps {
    pub(super) data: String,
    /// Goal of the year that the quotas have, by month; empty without.
    pub(super) goal: Vec<f64>,
}

#[component]
pub(super) fn CapacityTab(props: &CapacityTabProps) -> Html {
    let app = use_app();
    let scenario = app.state.scenario().clone();
    let spec = CapacitySpec::of(&scenario);
    let question = scenario.headcount.as_ref().filter(|plan| plan.errors().is_empty()).zip(spec.as_ref());
    let question = question.map(|(plan, spec)| Question {
        data: props.data.clone(),
        plan: plan.clone(),
        spec: spec.clone(),
        asked: CapacityAsked {
            n_runs: scenario.assumptions.n_runs.clamp(1, 100_000),
            seed: scenario.assumptions.seed,
            ..CapacityAsked::default()
        },
    });
    let (work, stop, again) = use_simulated(&app, question.clone(), SETTLE_MILLISECONDS, begin);
    let Some(spec) = spec else {
        return empty(app.t("backtest-no-months"), go_to(Route::Data.hash(), app.t("go-to-data")));
    };
    let Some(plan) = &scenario.headcount else {
        return html! { <First data={props.data.clone()} {spec} goal={props.goal.clone()} /> };
    };
    let start = plan.first.unwrap_or(spec.first);
    let is_sound = plan.errors().is_empty();
    html! {
        <div class="stack">
            if is_sound {
                { run(&app, &work, question.as_ref(), stop, again) }
                if let Some(told) = work.newest() {
                    <Found report={Shared(told.report.clone())} notes={told.notes.clone()} />
                }
            } else {
                <ul class="problems" role="alert">{ found::errors(&app, plan) }</ul>
            }
            { goal(&app, plan, start, &props.goal) }
            { roles(&app, plan) }
            { hires(&app, plan, start) }
            { folded(0, "doubt".into(), app.t("doubt-title"), false, doubt(&app, plan)) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FirstProps {
    data: String,
    spec: CapacitySpec,
    goal: Vec<f64>,
}

fn put((data, spec): &(String, CapacitySpec)) -> (String, Ask) {
    (data.clone(), Ask::Capacity(CapacityAsk::PlanFrom { data: data.clone(), spec: spec.clone() }))
}

fn read(answer: Answer) -> Option<HeadcountPlan> {
    if let Answer::Capacity(CapacityAnswer::Plan(plan, _)) = answer { Some(plan.into_inner()) } else { None }
}

/// Before there is a plan: the team as it is, which a worker tells when it is asked for. Who leaves has no use for it.
#[component]
fn First(props: &FirstProps) -> Html {
    let app = use_app();
    let is_wanted = use_state(|| false);
    let asked = use_asked(&app, is_wanted.then(|| (props.data.clone(), props.spec.clone())), put, read);
    let (to, goal) = (app.clone(), props.goal.clone());
    use_effect_with(asked.answer().map(|plan| Shared(plan.clone())), move |plan| {
        let Some(plan) = plan else { return };
        let mut plan = (*plan.0).clone();
        if !goal.is_empty() {
            plan.goal = CapacityGoal::Year(total(&goal));
        }
        to.edit(move |scenario| scenario.headcount = Some(plan));
        dom::focus("main"); // the button goes
    });
    let begin = Callback::from(move |()| is_wanted.set(true));
    html! {
        <section class="section">
            <h2>{ app.t("headplan-first-title") }</h2>
            <p class="lead">{ app.t("headplan-first-text") }</p>
            { asked.run(&app, "quotas-stopped") }
            if asked.is_idle() {
                <div class="row">{ primary(None, app.t("headplan-first-do"), begin) }</div>
            }
        </section>
    }
}

fn total(amounts: &[f64]) -> f64 {
    amounts.iter().fold(0.0, |sum, month| sum + month)
}

/// How the simulation stands, with stop and run.
fn run(app: &App, work: &Work, question: Option<&Question>, stop: Callback<()>, again: Callback<()>) -> Html {
    let words = WorkWords { running: "headplan-running", stopped: "quotas-stopped", failed: "worker-lost" };
    let summary = work.report_on(question).and_then(|told| told.report.summary.as_ref());
    let n_runs = summary.map_or(0, |summary| summary.n_runs);
    let done = || app.tw("headplan-done", [("n", n_runs.into()), ("count", app.count(n_runs as usize).into())]);
    parts::work(app, &words, work.stands(question), (stop, again), done)
}

/// What is asked of everyone together, and for how long.
fn goal(app: &App, plan: &HeadcountPlan, start: Month, of_quotas: &[f64]) -> Html {
    let amount = match &plan.goal {
        CapacityGoal::Nothing => None,
        CapacityGoal::Year(amount) => Some(*amount),
        CapacityGoal::Months(amounts) => Some(total(amounts)),
    };
    let mut kinds = vec![
        (CapacityGoal::Nothing, app.t("headplan-goal-nothing")),
        (CapacityGoal::Year(amount.unwrap_or(1e6)), app.t("headplan-goal-year")),
    ];
    if let CapacityGoal::Months(_) = &plan.goal {
        kinds.push((plan.goal.clone(), app.t("headplan-goal-months")));
    }
    let lengths = (1..=MOST_MONTHS / 12).map(|years| (years * 12, app.count(years as usize * 12))).collect();
    let lengths = with_own(lengths, &plan.n_months, || app.count(plan.n_months as usize));
    let seasons = with_own(seasons(app), &plan.season, || app.t("headplan-season-stated"));
    let take = {
        let amounts = of_quotas.to_vec();
        set(app, move |plan: &mut HeadcountPlan, ()| plan.goal = CapacityGoal::Year(total(&amounts)))
    };
    let month = app.state.numerals.month(start);
    let roster = set(app, |plan, is_on| plan.counts_roster = is_on);
    html! {
        <section class="section">
            <h2>{ app.t("headplan-goal-title") }</h2>
            <div class="row">
                { choice(app.t("headplan-goal"), false, &plan.goal, kinds, set(app, |plan, goal| plan.goal = goal)) }
                if let CapacityGoal::Year(amount) = plan.goal {
                    { field(app, (app.t("headplan-goal-amount"), false), Unit::Money, amount, MOST, |plan, amount| plan.goal = CapacityGoal::Year(amount)) }
                }
                if !of_quotas.is_empty() {
                    { button(None, app.t("headplan-goal-take"), take) }
                }
                { field(app, (app.t("headplan-over"), false), Unit::Percent, plan.over_assignment, 1, |plan, over| plan.over_assignment = over) }
                { choice(app.tw("headplan-months", [("month", month.into())]), false, &plan.n_months, lengths, set(app, |plan, n| plan.n_months = n)) }
                { choice(app.t("quotas-season"), false, &plan.season, seasons, set(app, |plan, season| plan.season = season)) }
                { check(app.t("headplan-roster"), plan.counts_roster, roster) }
            </div>
        </section>
    }
}

/// Ways in which a year's sales spread over its months or quarters; those of the data stand beside them.
fn seasons(app: &App) -> Vec<(Vec<f64>, String)> {
    let quarter_end = [20.0, 25.0, 55.0].repeat(4);
    vec![
        (Vec::new(), app.t("quotas-season-even")),
        (quarter_end, app.t("quotas-season-quarter-end")),
        (vec![20.0, 20.0, 20.0, 40.0], app.t("quotas-season-year-end")),
    ]
}

/// What is not known for sure.
fn doubt(app: &App, plan: &HeadcountPlan) -> Html {
    let own = &plan.doubt;
    let one = |id: &str, unit: Unit, value: f64, most: i64, change: fn(&mut Doubt, f64)| {
        field(app, (app.t(id), false), unit, value, most, move |plan, value| change(&mut plan.doubt, value))
    };
    html! {
        <>
            <div class="row">
                { one("doubt-level", Unit::Percent, own.level, 2, |doubt, value| doubt.level = value) }
                { one("doubt-market", Unit::Percent, own.market, 2, |doubt, value| doubt.market = value) }
                { one("doubt-persistence", Unit::Percent, own.persistence, 1, |doubt, value| doubt.persistence = value.min(0.99)) }
                { one("doubt-ramp", Unit::Percent, own.ramp, 2, |doubt, value| doubt.ramp = value) }
                { one("doubt-backfill", Unit::Percent, own.backfill, 2, |doubt, value| doubt.backfill = value) }
                { one("doubt-hire-delay", Unit::Plain, own.hire_delay, 12, |doubt, value| doubt.hire_delay = value) }
                { one("doubt-pull", Unit::Percent, own.pull, 1, |doubt, value| doubt.pull = value) }
            </div>
            <p class="hint">{ app.t("doubt-hint") }</p>
        </>
    }
}
