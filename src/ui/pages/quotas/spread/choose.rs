//! Which quota plan: chosen, added, copied, removed. A year may have several, as one for each segment or for a product.

use yew::prelude::*;

use super::goal::first_plan;
use crate::engine::quota::plan::QuotaPlan;
use crate::engine::quota::tree::Ground;
use crate::platform::dom;
use crate::scenario::Scenario;
use crate::ui::actions::free_name;
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, chips, icon_button};

/// The quota plans of the scenario.
pub(super) fn plan_bar(app: &App, ground: &Ground) -> Html {
    let scenario = app.state.scenario();
    let to = app.clone();
    let choose = Callback::from(move |place: usize| to.edit(move |scenario| scenario.chosen_quotas = place));
    let (to, fresh) = (app.clone(), first_plan(app, ground));
    let add = Callback::from(move |()| add_plan(&to, fresh.clone()));
    let copy = app.act(|app| {
        if let Some(plan) = app.state.scenario().quota_plan() {
            add_plan(app, QuotaPlan { is_used: false, ..plan.clone() });
        }
    });
    let remove = app.act(|app| {
        app.edit(remove_plan);
        if app.state.scenario().quotas.len() == 1 {
            dom::focus("main"); // the button goes
        }
    });
    html! {
        <div class="plan-bar">
            { chips(app.t("quota-plans"), scenario.quotas.iter().map(|plan| plan.name.as_str()), scenario.quota_place(), &choose) }
            { button(Some(Icon::Plus), app.t("quota-plan-add"), add) }
            { icon_button(Icon::Copy, app.t("quota-plan-copy"), copy) }
            { icon_button(Icon::Trash2, app.t("quota-plan-remove"), remove) }
        </div>
    }
}

/// Adds a quota plan under a name that is not taken, and chooses it.
pub(super) fn add_plan(app: &App, mut plan: QuotaPlan) {
    plan.name = free_name(&plan.name, app.state.scenario().quotas.iter().map(|plan| plan.name.as_str()));
    app.edit(move |scenario| {
        scenario.quotas.push(plan);
        scenario.chosen_quotas = scenario.quotas.len() - 1;
    });
}

fn remove_plan(scenario: &mut Scenario) {
    let place = scenario.quota_place();
    if place < scenario.quotas.len() {
        scenario.quotas.remove(place);
    }
    scenario.chosen_quotas = place.min(scenario.quotas.len().saturating_sub(1));
}
