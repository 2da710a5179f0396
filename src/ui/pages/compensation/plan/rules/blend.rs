//! Several measures, each held to its own quota, as one attainment.

use yew::prelude::*;

use super::super::fields::{measures, share};
use super::super::places::place_id;
use super::counted::{filter, quota};
use super::{Edited, group};
use crate::engine::comp::{BlendPart, Component};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::parts::{Icon, icon_button, quiet};

pub(super) fn blend(app: &App, edited: Edited) -> Html {
    let component = edited.component;
    // The first part is what the component measured before; others take what is left of the whole.
    let add = edited.part.edit(|component: &mut Component, ()| {
        let sum = component.parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.weight));
        let weight = Decimal::ONE.saturating_sub(sum).max(Decimal::ZERO);
        let (measure, filter) = (component.measure, component.filter.clone());
        component.parts.push(BlendPart { weight, measure, filter, quota: component.quota.clone() });
    });
    let inside = html! {
        <>
            <p class="hint">{ app.t("rule-blend-hint") }</p>
            { for component.parts.iter().enumerate().map(|(at, part)| one(app, edited, at, part)) }
            { quiet(Some(Icon::Plus), app.t("blend-add"), add) }
        </>
    };
    group(app, edited, "parts", "rule-blend", inside)
}

fn one(app: &App, edited: Edited, at: usize, part: &BlendPart) -> Html {
    let list = edited.part.inner(|component| Some(&mut component.parts));
    let own = list.at(at);
    let measure = own.inner(|part| Some(&mut part.measure)).set();
    let weight = own.inner(|part| Some(&mut part.weight));
    let quota_part = own.inner(|part| Some(&mut part.quota));
    let filter_part = own.inner(|part| Some(&mut part.filter));
    let remove = app.tw("blend-remove", [("place", (at + 1).to_string().into())]);
    html! {
        <div key={at} class="rule-item" id={place_id(Some(edited.index), "parts", Some(at))}>
            <div class="row">
                { share(app, "component-weight", part.weight, &weight) }
                { measures(app, "component-measure", part.measure, measure) }
                { icon_button(Icon::Trash2, remove, list.remove(at)) }
            </div>
            <div class="row">{ quota(app, part.measure, &part.quota, &quota_part) }</div>
            { filter(app, part.measure, &part.filter, &filter_part) }
        </div>
    }
}
