//! Which plan: chosen, added from a template, copied, removed.

use yew::prelude::*;

use crate::engine::comp::{Plan, templates};
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{self, Icon, chips, clicked, icon_button};

/// Before there is a plan: templates to begin with.
pub(super) fn first_plan(app: &App) -> Html {
    let template = |(key, plan): (&'static str, Plan)| {
        let to = app.clone();
        let onclick = clicked(Callback::from(move |()| actions::add_plan(&to, plan.clone())));
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
pub(super) fn plan_bar(app: &App) -> Html {
    let scenario = app.state.scenario();
    let copy = app.act(|app| {
        if let Some(plan) = app.state.scenario().plan() {
            actions::add_plan(app, plan.clone());
        }
    });
    let remove = app.act(|app| {
        app.edit(|scenario| {
            if scenario.chosen_plan < scenario.plans.len() {
                scenario.plans.remove(scenario.chosen_plan);
            }
            scenario.chosen_plan = scenario.chosen_plan.min(scenario.plans.len().saturating_sub(1));
        });
    });
    let to = app.clone();
    let choose = Callback::from(move |place: usize| to.edit(move |scenario| scenario.chosen_plan = place));
    html! {
        <div class="plan-bar">
            { chips(app.t("plans"), scenario.plans.iter().map(|plan| plan.name.as_str()), scenario.chosen_plan, &choose) }
            { add(app) }
            { icon_button(Icon::Copy, app.t("plan-copy"), copy) }
            { icon_button(Icon::Trash2, app.t("plan-remove"), remove) }
        </div>
    }
}

/// Templates to add a plan from.
fn add(app: &App) -> Html {
    let to = app.clone();
    let names = templates::all().into_iter().map(|(key, _)| app.t(&format!("template-{key}"))).collect();
    let add = move |place: usize| {
        if let Some((_, plan)) = templates::all().into_iter().nth(place) {
            actions::add_plan(&to, plan);
        }
    };
    parts::actions(app.t("plan-add"), names, add.into())
}
