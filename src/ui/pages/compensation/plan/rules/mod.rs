//! What a component says beyond its curve: what counts, its quota, gates, multipliers, a table,
//! several measures, and advances.

mod advance;
mod blend;
mod counted;
mod gate;
mod matrix;
mod multipliers;

use yew::prelude::*;

use super::super::edit::{Part, component_part};
use super::places::place_id;
use crate::engine::comp::{Component, CreditFrom, Plan, QuotaSource};
use crate::ui::context::App;
use crate::ui::parts::folded;
pub(super) use counted::filter;

/// A component that is edited.
#[derive(Clone, Copy)]
struct Edited<'a> {
    plan: &'a Plan,
    component: &'a Component,
    index: usize,
    part: &'a Part<Component>,
}

fn is_any_set(component: &Component) -> bool {
    component.credit_from != CreditFrom::Own
        || component.quota != QuotaSource::Targets
        || !component.filter.is_open()
        || component.is_measured_only
        || component.gate.is_some()
        || !component.multipliers.is_empty()
        || component.matrix.is_some()
        || component.advance.is_some()
        || !component.parts.is_empty()
}

/// The further rules of the component at a place, behind a fold that is open if there are any.
pub(super) fn rules(app: &App, plan: &Plan, index: usize) -> Html {
    let Some(component) = plan.components.get(index) else { return Html::default() };
    let part = component_part(app, index);
    let edited = Edited { plan, component, index, part: &part };
    let inside = html! {
        <>
            { counted::counted(app, edited) }
            { blend::blend(app, edited) }
            { gate::gate(app, edited) }
            { multipliers::multipliers(app, edited) }
            { matrix::matrix(app, edited) }
            { advance::advance(app, edited) }
        </>
    };
    let chosen = app.state.scenario().chosen_plan;
    folded(chosen, place_id(Some(index), "more", None), app.t("rule-more"), is_any_set(component), inside)
}

/// A group of fields with its name, that findings lead to.
fn group(app: &App, edited: Edited, part: &str, name: &str, inside: Html) -> Html {
    html! {
        <fieldset class="rule" id={place_id(Some(edited.index), part, None)}>
            <legend>{ app.t(name) }</legend>
            { inside }
        </fieldset>
    }
}
