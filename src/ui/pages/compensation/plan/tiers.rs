//! The tiers of a component, or the points of its curve.

use yew::prelude::*;

use super::places::place_id;
use crate::engine::comp::{Component, PayBasis, Tier, TierMode};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::pages::compensation::edit::{bound_unit, component_edit, value_unit};
use crate::ui::parts::{Icon, NumberProps, Unit, icon_button, number, quiet};

pub(super) fn tiers(app: &App, index: usize, component: &Component) -> Html {
    let value = match (component.pay_basis, component.tier_mode) {
        (PayBasis::Rate, _) => "tier-rate",
        (PayBasis::Fixed, _) => "tier-amount",
        (PayBasis::TargetIncentive, TierMode::Interpolated) => "tier-share",
        (PayBasis::BaseRate { .. } | PayBasis::TargetIncentive, _) => "tier-multiple",
    };
    let unit = bound_unit(component);
    let add = component_edit(app, index, move |component, ()| {
        let step = if unit == Unit::Percent { Decimal::new(25, 2) } else { Decimal::from(10) };
        let last = component.tiers.last().copied().unwrap_or(Tier { from: Decimal::ZERO, value: Decimal::ONE });
        let further = last.from.saturating_add(if unit == Unit::Percent { step } else { last.from.max(step) });
        let from = if component.tiers.is_empty() { Decimal::ZERO } else { further };
        component.tiers.push(Tier { from, value: last.value });
    });
    html! {
        <div class="tiers" id={place_id(Some(index), "tier", None)}>
            <table class="tier-table">
                <caption class="hidden">{ app.t("tiers") }</caption>
                <thead><tr>
                    <th scope="col">{ app.t("tier") }</th>
                    <th scope="col">{ app.t("tier-from") }</th>
                    <th scope="col">{ app.t(value) }</th>
                    <th><span class="hidden">{ app.t("actions") }</span></th>
                </tr></thead>
                <tbody>{ for component.tiers.iter().enumerate().map(|(tier, _)| row(app, index, component, tier)) }</tbody>
            </table>
            { quiet(Some(Icon::Plus), app.t("tier-add"), add) }
        </div>
    }
}

fn row(app: &App, index: usize, component: &Component, tier: usize) -> Html {
    let Some(Tier { from, value }) = component.tiers.get(tier).copied() else { return html! { <tr /> } };
    let remove = component_edit(app, index, move |component, ()| {
        if tier < component.tiers.len() {
            component.tiers.remove(tier);
        }
    });
    let place = (tier + 1).to_string();
    let said = |id: &str| app.tw(id, [("tier", place.as_str().into())]);
    let field = |label: &str,
                 unit: Unit,
                 value: Decimal,
                 disabled: bool,
                 id: Option<String>,
                 change: fn(&mut Tier, Decimal)| {
        let edit = component_edit(app, index, move |component, number: Option<Decimal>| {
            if let (Some(tier), Some(number)) = (component.tiers.get_mut(tier), number) {
                change(tier, number);
            }
        });
        let field = NumberProps { bare: true, disabled, ..NumberProps::new(said(label), unit, Some(value), edit) };
        html! { <td {id}>{ number(field) }</td> }
    };
    // Except for curves, the first tier begins at nothing: there is no other place for it.
    let is_fixed = tier == 0 && component.tier_mode != TierMode::Interpolated && from.is_zero();
    let value_id = Some([place_id(Some(index), "tier", Some(tier)).as_str(), "value"].join("-"));
    html! {
        <tr key={tier} id={place_id(Some(index), "tier", Some(tier))}>
            <td>{ &place }</td>
            { field("tier-from-of", bound_unit(component), from, is_fixed, None, |tier, number| tier.from = number) }
            { field("tier-value-of", value_unit(component), value, false, value_id, |tier, number| tier.value = number) }
            <td>
                if 1 < component.tiers.len() && !is_fixed {
                    { icon_button(Icon::X, said("tier-remove"), remove) }
                }
            </td>
        </tr>
    }
}
