//! One component: what it measures, when it pays, and its curve.

use yew::prelude::*;

use super::caps::caps;
use super::fields::measures;
use super::places::place_id;
use super::rules::rules;
use super::threshold::threshold;
use super::tiers::tiers;
use crate::engine::comp::{Boundary, Cap, Component, Measure, PayBasis, Plan, TierAxis, TierMode, Window};
use crate::engine::units::{Decimal, Granularity};
use crate::ui::context::App;
use crate::ui::pages::compensation::edit::{base_rate_unit, component_edit, plan_edit, rename};
use crate::ui::parts::{Icon, TextProps, Unit, choice, icon_button, number_of, text};

/// The editor of the plan's component at a place.
pub(super) fn editor(app: &App, plan: &Plan, index: usize) -> Html {
    let Some(component) = plan.components.get(index) else { return Html::default() };
    let n_components = plan.components.len();
    let name = plan_edit(app, move |plan, name: String| rename(plan, index, &name));
    let remove = plan_edit(app, move |plan, ()| {
        if index < plan.components.len() {
            plan.components.remove(index);
        }
    });
    html! {
        <fieldset class="component" key={index} id={place_id(Some(index), "", None)}>
            <legend>{ &component.name }</legend>
            <div class="row">
                { text(TextProps::new(app.t("component-name"), &component.name, name)) }
                { measure(app, index, component) }
                { weight(app, index, component, n_components) }
                if 1 < n_components {
                    { icon_button(Icon::Trash2, app.tw("component-remove", [("name", component.name.as_str().into())]), remove) }
                }
            </div>
            <div class="row">
                { pay_period(app, index, component) }
                { placed(index, "window", window(app, index, component)) }
                { deduct(app, index, component) }
            </div>
            <div class="row">
                { placed(index, "basis", basis(app, index, component)) }
                { placed(index, "mode", mode(app, index, component)) }
                { axis(app, index, component) }
                { placed(index, "boundary", boundary(app, index, component)) }
            </div>
            { tiers(app, index, component) }
            { threshold(app, index, component) }
            { caps(app, index, component) }
            { rules(app, plan, index) }
        </fieldset>
    }
}

/// A field that findings lead to.
fn placed(index: usize, part: &str, field: Html) -> Html {
    html! { <span class="placed" id={place_id(Some(index), part, None)}>{ field }</span> }
}

/// A list of values of one field.
fn field<T: Clone + PartialEq + 'static>(
    app: &App,
    (index, label): (usize, &str),
    value: &T,
    options: &[(T, &str)],
    edit: fn(&mut Component, T),
) -> Html {
    let options = options.iter().map(|(value, id)| (value.clone(), app.t(id))).collect();
    choice(app.t(label), false, value, options, component_edit(app, index, edit))
}

fn measure(app: &App, index: usize, component: &Component) -> Html {
    let edit = component_edit(app, index, |component, measure: Measure| component.measure = measure);
    measures(app, "component-measure", component.measure, edit)
}

/// The weight counts only where something is measured by the target incentive.
fn weight(app: &App, index: usize, component: &Component, n_components: usize) -> Html {
    let counts = component.pay_basis == PayBasis::TargetIncentive
        || component.caps.iter().any(|cap| matches!(cap, Cap::PayMultiple { .. }));
    let edit = component_edit(app, index, |component, weight: Option<Decimal>| {
        component.weight = weight.unwrap_or_default();
    });
    html! {
        <span id={place_id(Some(index), "weight", None)}>
            if counts && (1 < n_components || component.weight != Decimal::ONE) {
                { number_of(app.t("component-weight"), Unit::Percent, component.weight, edit) }
            }
        </span>
    }
}

fn pay_period(app: &App, index: usize, component: &Component) -> Html {
    let options = [
        (Granularity::Month, "period-month"),
        (Granularity::Quarter, "period-quarter"),
        (Granularity::HalfYear, "period-half-year"),
        (Granularity::Year, "period-year"),
    ];
    field(app, (index, "component-period"), &component.pay_period, &options, |component, value| {
        component.pay_period = value;
    })
}

fn window(app: &App, index: usize, component: &Component) -> Html {
    let options = [
        (Window::Deal, "window-deal"),
        (Window::PayPeriod, "window-period"),
        (Window::Quarter, "window-quarter"),
        (Window::HalfYear, "window-half-year"),
        (Window::Year, "window-year"),
    ];
    field(app, (index, "component-window"), &component.accumulate, &options, |component, value| {
        component.accumulate = value;
    })
}

fn deduct(app: &App, index: usize, component: &Component) -> Html {
    let options = [(true, "deduct-yes"), (false, "deduct-no")];
    let is_open = matches!(component.accumulate, Window::Quarter | Window::HalfYear | Window::Year);
    html! {
        <span>
            if is_open {
                { field(app, (index, "component-deduct"), &component.deduct_prior, &options, |component, value| component.deduct_prior = value) }
            }
        </span>
    }
}

fn basis(app: &App, index: usize, component: &Component) -> Html {
    let rate = match component.pay_basis {
        PayBasis::BaseRate { rate } => rate,
        _ => Decimal::new(5, 2),
    };
    let options = [
        (PayBasis::Rate, "basis-rate"),
        (PayBasis::BaseRate { rate }, "basis-base-rate"),
        (PayBasis::TargetIncentive, "basis-target"),
        (PayBasis::Fixed, "basis-fixed"),
    ];
    let edit = component_edit(app, index, |component, rate: Option<Decimal>| {
        component.pay_basis = PayBasis::BaseRate { rate: rate.unwrap_or_default() };
    });
    html! {
        <>
            { field(app, (index, "component-basis"), &component.pay_basis, &options, |component, value| component.pay_basis = value) }
            if matches!(component.pay_basis, PayBasis::BaseRate { .. }) {
                { number_of(app.t("component-base-rate"), base_rate_unit(component), rate, edit) }
            }
        </>
    }
}

fn mode(app: &App, index: usize, component: &Component) -> Html {
    let options = [
        (TierMode::Marginal, "mode-marginal"),
        (TierMode::Retroactive, "mode-retroactive"),
        (TierMode::Interpolated, "mode-interpolated"),
        (TierMode::HighestOverQuota, "mode-highest"),
    ];
    field(app, (index, "component-mode"), &component.tier_mode, &options, |component, value| {
        component.tier_mode = value;
    })
}

fn axis(app: &App, index: usize, component: &Component) -> Html {
    let options = [(TierAxis::Attainment, "axis-of-attainment"), (TierAxis::Amount, "axis-of-amount")];
    field(app, (index, "component-axis"), &component.tier_axis, &options, |component, value| {
        component.tier_axis = value;
    })
}

fn boundary(app: &App, index: usize, component: &Component) -> Html {
    let options = [(Boundary::Lower, "boundary-lower"), (Boundary::Upper, "boundary-upper")];
    field(app, (index, "component-boundary"), &component.boundary, &options, |component, value| {
        component.boundary = value;
    })
}
