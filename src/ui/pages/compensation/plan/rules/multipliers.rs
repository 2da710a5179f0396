//! Other components that scale the pay of this one.

use yew::prelude::*;

use super::super::super::edit::Part;
use super::super::fields::{other, others};
use super::super::places::place_id;
use super::{Edited, group};
use crate::engine::comp::{Multiplier, Tier};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::parts::{Icon, Unit, check, icon_button, number_of, quiet};

pub(super) fn multipliers(app: &App, edited: Edited) -> Html {
    let Edited { plan, component, index, part } = edited;
    let list = part.inner(|component| Some(&mut component.multipliers));
    let add = others(plan, index).into_iter().next().map(|component| {
        let steps =
            [(0, 5), (1, 10)].map(|(from, tenths)| Tier { from: Decimal::from(from), value: Decimal::new(tenths, 1) });
        let fresh = Multiplier { component, steps: steps.to_vec(), is_interpolated: false };
        quiet(Some(Icon::Plus), app.t("multiplier-add"), list.push(fresh))
    });
    let inside = html! {
        <>
            if component.multipliers.is_empty() && add.is_none() {
                <p class="hint">{ app.t("rule-no-other") }</p>
            }
            { for component.multipliers.iter().enumerate().map(|(at, multiplier)| one(app, edited, &list, (at, multiplier))) }
            { add }
        </>
    };
    group(app, edited, "multiplier", "rule-multipliers", inside)
}

fn one(app: &App, edited: Edited, all: &Part<Vec<Multiplier>>, (at, multiplier): (usize, &Multiplier)) -> Html {
    let part = all.at(at);
    let name = part.inner(|multiplier| Some(&mut multiplier.component));
    let line = part.inner(|multiplier| Some(&mut multiplier.is_interpolated)).set();
    let steps = part.inner(|multiplier| Some(&mut multiplier.steps));
    let last = multiplier.steps.last().copied().unwrap_or(Tier { from: Decimal::ZERO, value: Decimal::ONE });
    let fresh = Tier { from: last.from.saturating_add(Decimal::new(25, 2)), value: last.value };
    let remove = app.tw("multiplier-remove", [("name", multiplier.component.as_str().into())]);
    html! {
        <div key={at} class="rule-item" id={place_id(Some(edited.index), "multiplier", Some(at))}>
            <div class="row">
                { other(app, (edited.plan, edited.index), &multiplier.component, &name) }
                { check(app.t("rule-interpolated"), multiplier.is_interpolated, line) }
                { icon_button(Icon::Trash2, remove, all.remove(at)) }
            </div>
            <ul class="rule-list">{ for multiplier.steps.iter().enumerate().map(|(at, step)| row(app, &steps, (at, *step), multiplier.steps.len())) }</ul>
            { quiet(Some(Icon::Plus), app.t("step-add"), steps.push(fresh)) }
        </div>
    }
}

fn row(app: &App, steps: &Part<Vec<Tier>>, (at, step): (usize, Tier), n_steps: usize) -> Html {
    let place = (at + 1).to_string();
    let said = |id: &str| app.tw(id, [("place", place.as_str().into())]);
    let from = steps.at(at).inner(|step| Some(&mut step.from)).set_some();
    let value = steps.at(at).inner(|step| Some(&mut step.value)).set_some();
    html! {
        <li key={at} class="row">
            { number_of(said("step-from"), Unit::Percent, step.from, from) }
            { number_of(said("step-factor"), Unit::Times, step.value, value) }
            if 1 < n_steps {
                { icon_button(Icon::X, said("step-remove"), steps.remove(at)) }
            }
        </li>
    }
}
