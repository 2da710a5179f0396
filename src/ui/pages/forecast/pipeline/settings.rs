//! What is decided: the day that is known, months, target, runs and seed, and what stages are said to be worth.

use std::rc::Rc;

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::goal::Goal;
use crate::engine::pipeline::{MOST_FORECAST_MONTHS, PipelineChoices, PipelineTarget, StatedStage};
use crate::engine::records::join_key;
use crate::engine::units::Decimal;
use crate::job::PipelineFound;
use crate::present::Numerals;
use crate::ui::context::App;
use crate::ui::pages::assumed::runs_and_seed;
use crate::ui::parts::{Icon, NumberProps, Unit, button, choice, day, decimal, folded, number};

/// Months that can be forecast.
pub(super) const MOST_MONTHS: u32 = MOST_FORECAST_MONTHS as u32;
/// Targets up to this can be stated.
const MOST: i64 = 100_000_000_000_000;
/// Stages that are listed.
const N_STAGES: usize = 100;

/// A callback that changes the choices by what a field says, as one step of the history.
fn set<T: 'static>(app: &App, change: impl Fn(&mut PipelineChoices, T) + 'static) -> Callback<T> {
    let (app, change) = (app.clone(), Rc::new(change));
    Callback::from(move |value: T| {
        let change = change.clone();
        app.edit(move |scenario| {
            let mut choices = scenario.pipeline.take().unwrap_or_default();
            change(&mut choices, value);
            scenario.pipeline = Some(choices);
        });
    })
}

/// All fields.
pub(super) fn settings(app: &App, choices: &PipelineChoices, found: Option<&PipelineFound>, goal: &Goal) -> Html {
    let months = set(app, |choices, value: Option<Decimal>| {
        choices.n_months = value.and_then(|value| value.to_u32()).unwrap_or(6).clamp(1, MOST_MONTHS);
    });
    let n_months = choices.n_months.clamp(1, MOST_MONTHS);
    let months = NumberProps {
        least: Decimal::ONE,
        most: Some(Decimal::from(MOST_MONTHS)),
        ..NumberProps::new(app.t("pipe-months"), Unit::Plain, Some(Decimal::from(n_months)), months)
    };
    let [runs, seed] = runs_and_seed(app, app.t("pipe-runs"));
    let as_of = set(app, |choices, day| choices.as_of = day);
    let known = found.map(|found| app.tw("pipe-as-of-is", [("day", app.state.numerals.date(found.day).into())]));
    html! {
        <section class="section">
            <h2>{ app.t("pipe-settings") }</h2>
            <div class="row">
                { day(app.t("pipe-as-of"), choices.as_of, as_of) }
                { number(months) }
                { target(app, choices) }
                { number(runs) }
                { number(seed) }
            </div>
            <p class="hint">{ format!("{} {}", known.unwrap_or_default(), goal_hint(app, choices, found, goal)) }</p>
            <p class="hint">{ app.tw("pipe-runs-hint", [("most", app.count(super::MOST_RUNS as usize).into())]) }</p>
            { folded(0, "stage-probabilities".into(), app.t("pipe-stages"), false, stages(app, choices, found)) }
        </section>
    }
}

fn target(app: &App, choices: &PipelineChoices) -> Html {
    let amount = if let PipelineTarget::Amount(amount) = choices.target { Some(amount) } else { None };
    let kinds = vec![
        (PipelineTarget::Goal, app.t("pipe-target-goal")),
        (PipelineTarget::Nothing, app.t("pipe-target-nothing")),
        (PipelineTarget::Amount(amount.unwrap_or(1e6)), app.t("pipe-target-amount")),
    ];
    let kind = set(app, |choices, target| choices.target = target);
    let field = amount.map(|amount| {
        let set = set(app, |choices, value: Option<Decimal>| {
            if let Some(amount) = value.and_then(|value| value.to_f64()) {
                choices.target = PipelineTarget::Amount(amount);
            }
        });
        let props = NumberProps::new(app.t("pipe-target-of"), Unit::Money, decimal(amount), set);
        // A target of nothing is none.
        number(NumberProps { least: Decimal::ONE, most: Some(Decimal::from(MOST)), ..props })
    });
    html! {
        <div class="row">
            { choice(app.t("pipe-target"), false, &choices.target, kinds, kind) }
            { field.unwrap_or_default() }
        </div>
    }
}

/// Whether the quotas' goal can be held against the horizon, and why not.
fn goal_hint(app: &App, choices: &PipelineChoices, found: Option<&PipelineFound>, goal: &Goal) -> String {
    let Some(found) = found.filter(|_| choices.target == PipelineTarget::Goal) else { return String::new() };
    match (goal, goal.of(found.first, found.n_months)) {
        (Goal::Nothing, _) => app.t("pipe-goal-none"),
        (Goal::Working, _) => app.t("working"),
        (Goal::Lost, _) => app.t("worker-lost"),
        (_, Some(amount)) => app.tw("pipe-goal-is", [("amount", app.voice().compact(amount).into())]),
        (Goal::Year { start, .. }, None) => {
            let month = |month| app.state.numerals.month(month);
            let values = [("first", month(*start).into()), ("last", month(start.plus(11)).into())];
            app.tw("pipe-goal-elsewhere", values)
        }
    }
}

/// What stages are said to be worth: those of open deals, and those that were stated.
fn stages(app: &App, choices: &PipelineChoices, found: Option<&PipelineFound>) -> Html {
    let probabilities = choices.probabilities();
    let mut listed: Vec<(String, u32)> = found.map(|found| found.open_stages.clone()).unwrap_or_default();
    for stated in &choices.stages {
        if !listed.iter().any(|(stage, _)| join_key(stage) == join_key(&stated.stage)) {
            listed.push((stated.stage.clone(), 0));
        }
    }
    // Where they are too many, those with most deals stand.
    if N_STAGES < listed.len() {
        listed.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    }
    let n_hidden = listed.len().saturating_sub(N_STAGES);
    let field = |(stage, n): &(String, u32)| {
        let of = stage.clone();
        let set = set(app, move |choices, value: Option<Decimal>| {
            let Some(probability) = value.and_then(|value| value.to_f64()) else { return };
            choices.stages.retain(|stated| join_key(&stated.stage) != join_key(&of));
            choices.stages.push(StatedStage { stage: of.clone(), probability });
        });
        let values = [("stage", stage.as_str().into()), ("n", (*n).into()), ("count", app.count(*n as usize).into())];
        let label = app.tw("pipe-stage-of", values);
        let value = probabilities.of(stage).and_then(decimal);
        let props = NumberProps { most: Some(Decimal::ONE), ..NumberProps::new(label, Unit::Percent, value, set) };
        html! { <li key={stage.clone()}>{ number(props) }</li> }
    };
    let usual = set(app, |choices, ()| choices.stages.clear());
    html! {
        <>
            <p class="hint">{ app.t("pipe-stages-hint") }</p>
            <ul class="rule-list">{ for listed.iter().take(N_STAGES).map(field) }</ul>
            if n_hidden != 0 {
                <p class="hint">{ app.tw("pipe-stages-more", [("n", n_hidden.into()), ("count", app.count(n_hidden).into())]) }</p>
            }
            <div class="row">
                if !choices.stages.is_empty() {
                    { button(Some(Icon::Undo2), app.t("pipe-stages-usual"), usual) }
                }
            </div>
        </>
    }
}
