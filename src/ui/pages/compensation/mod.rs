//! Compensation: the plan and its curve, what it would have paid, what it will cost, how plans compare, what reps make of it.

mod behaviour;
mod choose;
mod compare;
mod costing;
mod edit;
mod plan;
mod statements;

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::routes::{Route, Tab};
use choose::{first_plan, plan_bar};

#[inline(never)] // split.mjs knows it by its name
pub(crate) fn page(app: &App, tab: Tab) -> Html {
    let has_plan = !app.state.scenario().plans.is_empty();
    html! {
        <div class="page" key="compensation">
            <header class="page-head">
                <h1>{ app.t("page-compensation") }</h1>
                { tabs(app, tab) }
            </header>
            if has_plan {
                { plan_bar(app) }
                {
                    match tab {
                        Tab::Plan => plan::tab(app),
                        Tab::Statements => statements::tab(app),
                        Tab::Costing => costing::tab(app),
                        Tab::Compare => compare::tab(app),
                        Tab::Behaviour => behaviour::tab(app),
                    }
                }
            } else {
                { first_plan(app) }
            }
        </div>
    }
}

fn tabs(app: &App, here: Tab) -> Html {
    let tabs = [
        (Tab::Plan, "tab-plan"),
        (Tab::Statements, "tab-statements"),
        (Tab::Costing, "tab-costing"),
        (Tab::Compare, "tab-compare"),
        (Tab::Behaviour, "tab-behaviour"),
    ];
    let link = |(tab, name): (Tab, &str)| {
        let address = format!("#{}", Route::Compensation(tab).hash());
        html! {
            <li key={name.to_owned()}><a class="tab" href={address} aria-current={(tab == here).then_some("page")}>{ app.t(name) }</a></li>
        }
    };
    html! {
        <nav class="tabs" aria-label={app.t("page-compensation")}><ul>{ for tabs.into_iter().map(link) }</ul></nav>
    }
}
