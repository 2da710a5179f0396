//! What others must reach before a component pays in full.

use yew::prelude::*;

use super::super::fields::{choose, other, others, share};
use super::super::places::place_id;
use super::{Edited, group};
use crate::engine::comp::{Component, Condition, Gate, Otherwise};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::parts::{Icon, Unit, icon_button, number_of, quiet};

pub(super) fn gate(app: &App, edited: Edited) -> Html {
    let Edited { plan, component, index, part } = edited;
    let conditions = component.gate.as_ref().map(|gate| gate.conditions.as_slice()).unwrap_or_default();
    let add = others(plan, index).into_iter().next().map(|name| {
        let add = part.edit(move |component: &mut Component, ()| {
            let fresh = Condition { component: name.clone(), at: Decimal::ONE };
            let empty = || Gate { conditions: Vec::new(), otherwise: Otherwise::Nothing };
            component.gate.get_or_insert_with(empty).conditions.push(fresh);
        });
        quiet(Some(Icon::Plus), app.t("gate-add"), add)
    });
    let inside = html! {
        <>
            if conditions.is_empty() && add.is_none() {
                <p class="hint">{ app.t("rule-no-other") }</p>
            }
            <ul class="rule-list">{ for conditions.iter().enumerate().map(|(at, condition)| row(app, edited, at, condition)) }</ul>
            { add }
            if let Some(gate) = &component.gate {
                { otherwise(app, edited, gate.otherwise) }
            }
        </>
    };
    group(app, edited, "condition", "rule-gate", inside)
}

fn row(app: &App, edited: Edited, at: usize, condition: &Condition) -> Html {
    let Edited { plan, index, part, .. } = edited;
    let one = part.inner(move |component| component.gate.as_mut()?.conditions.get_mut(at));
    let name = one.inner(|condition| Some(&mut condition.component));
    let least = one.inner(|condition| Some(&mut condition.at)).set_some();
    // A gate without a condition is none.
    let remove = part.edit(move |component: &mut Component, ()| {
        let Some(gate) = &mut component.gate else { return };
        if at < gate.conditions.len() {
            gate.conditions.remove(at);
        }
        if gate.conditions.is_empty() {
            component.gate = None;
        }
    });
    html! {
        <li key={at} class="row" id={place_id(Some(index), "condition", Some(at))}>
            { other(app, (plan, index), &condition.component, &name) }
            { number_of(app.t("gate-at"), Unit::Percent, condition.at, least) }
            { icon_button(Icon::X, app.tw("gate-remove", [("name", condition.component.as_str().into())]), remove) }
        </li>
    }
}

fn otherwise(app: &App, edited: Edited, value: Otherwise) -> Html {
    let part = edited.part.inner(|component| Some(&mut component.gate.as_mut()?.otherwise));
    let of = match value {
        Otherwise::Share { of } => of,
        _ => Decimal::new(5, 1),
    };
    let options = [
        (Otherwise::Nothing, "otherwise-nothing"),
        (Otherwise::Share { of }, "otherwise-share"),
        (Otherwise::BaseOnly, "otherwise-base"),
    ];
    let of_part = part.inner(|otherwise| match otherwise {
        Otherwise::Share { of } => Some(of),
        _ => None,
    });
    html! {
        <div class="row">
            { choose(app, "rule-otherwise", &value, &options, part.set()) }
            if matches!(value, Otherwise::Share { .. }) {
                { share(app, "otherwise-of", of, &of_part) }
            }
        </div>
    }
}
