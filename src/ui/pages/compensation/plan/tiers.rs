//! The tiers of a component, or the points of its curve.

use yew::prelude::*;

use crate::engine::comp::{Component, PayBasis, Tier, TierMode};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::pages::compensation::edit::{bound_unit, component_edit, value_unit};
use crate::ui::parts::{Button, Icon, Look, NumberField, Unit};

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
        <div class="tiers">
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
            <Button look={Look::Quiet} icon={Icon::Plus} label={app.t("tier-add")} onclick={add} />
        </div>
    }
}

fn row(app: &App, index: usize, component: &Component, tier: usize) -> Html {
    let Some(Tier { from, value }) = component.tiers.get(tier).copied() else { return html! { <tr /> } };
    let edit = move |change: fn(&mut Tier, Decimal)| {
        component_edit(app, index, move |component, number: Option<Decimal>| {
            if let (Some(tier), Some(number)) = (component.tiers.get_mut(tier), number) {
                change(tier, number);
            }
        })
    };
    let remove = component_edit(app, index, move |component, ()| {
        if tier < component.tiers.len() {
            component.tiers.remove(tier);
        }
    });
    let number = (tier + 1).to_string();
    let said = |id: &str| app.tw(id, [("tier", number.as_str().into())]);
    // Except for curves, the first tier begins at nothing: there is no other place for it.
    let is_fixed = tier == 0 && component.tier_mode != TierMode::Interpolated && from.is_zero();
    html! {
        <tr key={tier}>
            <td>{ &number }</td>
            <td><NumberField bare=true label={said("tier-from-of")} unit={bound_unit(component)} value={Some(from)} disabled={is_fixed}
                least={Some(Decimal::ZERO)} on_change={edit(|tier, number| tier.from = number)} /></td>
            <td><NumberField bare=true label={said("tier-value-of")} unit={value_unit(component)} value={Some(value)}
                least={Some(Decimal::ZERO)} on_change={edit(|tier, number| tier.value = number)} /></td>
            <td>
                if 1 < component.tiers.len() && !is_fixed {
                    <Button look={Look::Icon} icon={Icon::X} label={said("tier-remove")} onclick={remove} />
                }
            </td>
        </tr>
    }
}
