//! Which plan: chosen, added from a template, copied, removed.

use yew::prelude::*;

use crate::engine::comp::templates;
use crate::ui::actions;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Button, Icon, Look, choice};

/// Before there is a plan: templates to begin with.
#[component]
pub(super) fn FirstPlan() -> Html {
    let app = use_app();
    let template = |(key, plan): (&'static str, crate::engine::comp::Plan)| {
        let to = app.clone();
        let onclick = Callback::from(move |_: MouseEvent| actions::add_plan(&to, plan.clone()));
        html! {
            <li key={key}>
                <button type="button" class="template" {onclick}>
                    <strong>{ app.t(&format!("template-{key}")) }</strong>
                    <span>{ app.t(&format!("template-{key}-text")) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="section">
            <h2>{ app.t("plan-first-title") }</h2>
            <p class="lead">{ app.t("plan-first-text") }</p>
            <ul class="templates">{ for templates::all().into_iter().map(template) }</ul>
        </section>
    }
}

/// The plans of the scenario.
#[component]
pub(super) fn PlanBar() -> Html {
    let app = use_app();
    let scenario = app.state.scenario();
    let chosen = scenario.chosen_plan;
    let copy = use_callback(app.clone(), |(), app| {
        if let Some(plan) = app.state.scenario().plan() {
            actions::add_plan(app, plan.clone());
        }
    });
    let remove = use_callback(app.clone(), |(), app| {
        app.edit(|scenario| {
            if scenario.chosen_plan < scenario.plans.len() {
                scenario.plans.remove(scenario.chosen_plan);
            }
            scenario.chosen_plan = scenario.chosen_plan.min(scenario.plans.len().saturating_sub(1));
        });
    });
    let plan = |(index, plan): (usize, &crate::engine::comp::Plan)| {
        let to = app.clone();
        let onclick = Callback::from(move |_: MouseEvent| to.edit(move |scenario| scenario.chosen_plan = index));
        let is_chosen = index == chosen;
        html! {
            <li key={index}>
                <button type="button" class="plan-chip" aria-pressed={if is_chosen { "true" } else { "false" }} {onclick}>{ &plan.name }</button>
            </li>
        }
    };
    html! {
        <div class="plan-bar">
            <ul class="plan-chips" aria-label={app.t("plans")}>{ for scenario.plans.iter().enumerate().map(plan) }</ul>
            { add(&app) }
            <Button look={Look::Icon} icon={Icon::Copy} label={app.t("plan-copy")} onclick={copy} />
            <Button look={Look::Icon} icon={Icon::Trash2} label={app.t("plan-remove")} onclick={remove} />
        </div>
    }
}

/// A list whose first entry asks, and whose others add a plan.
fn add(app: &App) -> Html {
    let to = app.clone();
    let mut options = vec![(None, app.t("plan-add"))];
    options.extend(templates::all().into_iter().map(|(key, plan)| (Some(plan), app.t(&format!("template-{key}")))));
    choice(app.t("plan-add"), true, &None, options, move |plan| {
        if let Some(plan) = plan {
            actions::add_plan(&to, plan);
        }
    })
}
