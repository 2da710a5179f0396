//! The caps of a component.

use yew::prelude::*;

use super::places::place_id;
use crate::engine::comp::{Cap, Component};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::pages::compensation::edit::{component_edit, value_unit};
use crate::ui::parts::{Icon, Unit, actions, check, icon_button, number_of};

pub(super) fn caps(app: &App, index: usize, component: &Component) -> Html {
    let usual = [
        Cap::PayMultiple { times: Decimal::from(3), is_refundable: false },
        Cap::Pay { amount: Decimal::from(100_000), is_refundable: false },
        Cap::Attainment { at: Decimal::from(2) },
        Cap::Rate { at: component.tiers.iter().map(|tier| tier.value).max().unwrap_or(Decimal::ONE) },
        Cap::Deal { amount: Decimal::from(25_000) },
    ];
    let names = usual.map(|cap| app.t(name(cap))).to_vec();
    let add = component_edit(app, index, move |component, place: usize| component.caps.extend(usual.get(place)));
    html! {
        <div class="caps" id={place_id(Some(index), "cap", None)}>
            <ul>{ for component.caps.iter().enumerate().map(|(place, cap)| row(app, index, component, place, *cap)) }</ul>
            { actions(app.t("cap-add"), names, add) }
        </div>
    }
}

const fn name(cap: Cap) -> &'static str {
    match cap {
        Cap::Pay { .. } => "cap-pay",
        Cap::PayMultiple { .. } => "cap-multiple",
        Cap::Attainment { .. } => "cap-attainment",
        Cap::Rate { .. } => "cap-rate",
        Cap::Deal { .. } => "cap-deal",
    }
}

fn row(app: &App, index: usize, component: &Component, place: usize, cap: Cap) -> Html {
    let (value, unit) = match cap {
        Cap::Pay { amount, .. } | Cap::Deal { amount } => (amount, Unit::Money),
        Cap::PayMultiple { times, .. } => (times, Unit::Times),
        Cap::Attainment { at } => (at, Unit::Percent),
        Cap::Rate { at } => (at, value_unit(component)),
    };
    let set = component_edit(app, index, move |component, number: Option<Decimal>| {
        if let (Some(cap), Some(number)) = (component.caps.get_mut(place), number) {
            *cap = match *cap {
                Cap::Pay { is_refundable, .. } => Cap::Pay { amount: number, is_refundable },
                Cap::Deal { .. } => Cap::Deal { amount: number },
                Cap::PayMultiple { is_refundable, .. } => Cap::PayMultiple { times: number, is_refundable },
                Cap::Attainment { .. } => Cap::Attainment { at: number },
                Cap::Rate { .. } => Cap::Rate { at: number },
            };
        }
    });
    let remove = component_edit(app, index, move |component, ()| {
        if place < component.caps.len() {
            component.caps.remove(place);
        }
    });
    let keep = component_edit(app, index, move |component, keep: bool| {
        if let Some(Cap::Pay { is_refundable, .. } | Cap::PayMultiple { is_refundable, .. }) =
            component.caps.get_mut(place)
        {
            *is_refundable = keep;
        }
    });
    html! {
        <li key={place} class="row" id={place_id(Some(index), "cap", Some(place))}>
            { number_of(app.t(name(cap)), unit, value, set) }
            if matches!(cap, Cap::Pay { .. } | Cap::PayMultiple { .. }) {
                { check(app.t("cap-keeps"), cap.is_refundable(), keep) }
            }
            { icon_button(Icon::X, app.t("cap-remove"), remove) }
        </li>
    }
}
