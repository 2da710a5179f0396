//! Changes of the chosen plan, each one step of the history.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::{Component, PayBasis, Plan, TierAxis, TierMode};
use crate::ui::context::App;
use crate::ui::parts::Unit;

/// A callback that changes the chosen plan by what the field says.
pub(super) fn plan_edit<T: 'static>(app: &App, edit: impl Fn(&mut Plan, T) + 'static) -> Callback<T> {
    let (app, edit) = (app.clone(), Rc::new(edit));
    Callback::from(move |value: T| {
        let edit = edit.clone();
        change_plan(&app, Box::new(move |plan| edit(plan, value)));
    })
}

fn change_plan(app: &App, edit: Box<dyn FnOnce(&mut Plan)>) {
    app.edit(move |scenario| {
        if let Some(plan) = scenario.plans.get_mut(scenario.chosen_plan) {
            edit(plan);
        }
    });
}

/// A callback that changes one component of the chosen plan.
pub(super) fn component_edit<T: 'static>(
    app: &App,
    index: usize,
    edit: impl Fn(&mut Component, T) + 'static,
) -> Callback<T> {
    plan_edit(app, move |plan, value| {
        if let Some(component) = plan.components.get_mut(index) {
            edit(component, value);
        }
    })
}

/// What a tier's bound is in.
pub(super) fn bound_unit(component: &Component) -> Unit {
    match component.tier_axis {
        TierAxis::Attainment => Unit::Percent,
        TierAxis::Amount if component.measure.is_money() => Unit::Money,
        TierAxis::Amount => Unit::Plain,
    }
}

/// What a tier's value is in.
pub(super) fn value_unit(component: &Component) -> Unit {
    match (component.pay_basis, component.measure.is_money(), component.tier_mode) {
        (PayBasis::Rate, true, _) | (PayBasis::TargetIncentive, _, TierMode::Interpolated) => Unit::Percent,
        (PayBasis::Rate | PayBasis::Fixed, ..) => Unit::Money,
        (PayBasis::BaseRate { .. } | PayBasis::TargetIncentive, ..) => Unit::Times,
    }
}

/// What a base rate is in.
pub(super) fn base_rate_unit(component: &Component) -> Unit {
    if component.measure.is_money() { Unit::Percent } else { Unit::Money }
}
