//! Compensation: the plan and its curve, what it would have paid, will cost and would have to be, how plans compare, what reps
//! make of them.

mod behaviour;
mod choose;
mod compare;
mod costing;
mod edit;
mod plan;
mod solve;
mod statements;

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::parts::tabs;
use crate::ui::routes::{Route, Tab};
use choose::{first_plan, plan_bar};

#[inline(never)] // split.mjs knows it by its name
pub(crate) fn page(app: &App, tab: Tab) -> Html {
    let has_plan = !app.state.scenario().plans.is_empty();
    html! {
        <div class="page" key="compensation">
            <header class="page-head">
                <h1>{ app.t("page-compensation") }</h1>
                { tabs(app, "page-compensation", &TABS) }
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
                        Tab::Solve => solve::tab(app),
                    }
                }
            } else {
                { first_plan(app) }
            }
        </div>
    }
}

/// The tabs in order.
const TABS: [(Route, &str); 6] = [
    (Route::Compensation(Tab::Plan), "tab-plan"),
    (Route::Compensation(Tab::Statements), "tab-statements"),
    (Route::Compensation(Tab::Costing), "tab-costing"),
    (Route::Compensation(Tab::Compare), "tab-compare"),
    (Route::Compensation(Tab::Behaviour), "tab-behaviour"),
    (Route::Compensation(Tab::Solve), "tab-solve"),
];
