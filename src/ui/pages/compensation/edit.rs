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

/// Gives a component another name, also where others name it.
pub(super) fn rename(plan: &mut Plan, index: usize, name: &str) {
    let Some(before) = plan.components.get(index).map(|component| component.name.clone()) else { return };
    // Where several have the name, the first is meant by it.
    let is_named = plan.components.iter().position(|component| component.name == before) == Some(index);
    for component in plan.components.iter_mut().filter(|_| is_named) {
        let conditions = component.gate.iter_mut().flat_map(|gate| &mut gate.conditions);
        let conditions = conditions.map(|condition| &mut condition.component);
        let multipliers = component.multipliers.iter_mut().map(|multiplier| &mut multiplier.component);
        let matrix = component.matrix.iter_mut().map(|matrix| &mut matrix.component);
        for named in conditions.chain(multipliers).chain(matrix).filter(|named| **named == before) {
            name.clone_into(named);
        }
    }
    if let Some(component) = plan.components.get_mut(index) {
        name.clone_into(&mut component.name);
    }
}

type Change<T> = Box<dyn FnOnce(&mut T)>;

/// A part of the chosen plan that fields change. A part that is no longer there is left alone.
pub(super) struct Part<T: 'static> {
    apply: Rc<dyn Fn(Change<T>)>,
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self { apply: self.apply.clone() }
    }
}

/// The chosen plan.
pub(super) fn plan_part(app: &App) -> Part<Plan> {
    let app = app.clone();
    Part { apply: Rc::new(move |change| change_plan(&app, change)) }
}

/// A component of the chosen plan.
pub(super) fn component_part(app: &App, index: usize) -> Part<Component> {
    plan_part(app).inner(move |plan| plan.components.get_mut(index))
}

impl<T> Part<T> {
    /// A callback that changes it by what the field says.
    pub(super) fn edit<V: 'static>(&self, edit: impl Fn(&mut T, V) + 'static) -> Callback<V> {
        let (apply, edit) = (self.apply.clone(), Rc::new(edit));
        Callback::from(move |value: V| {
            let edit = edit.clone();
            apply(Box::new(move |part| edit(part, value)));
        })
    }

    /// A callback that puts the field's value in its place.
    pub(super) fn set(&self) -> Callback<T> {
        self.edit(|part, value| *part = value)
    }

    /// A callback that puts the field's value in its place, where there is one.
    pub(super) fn set_some(&self) -> Callback<Option<T>> {
        self.edit(|part, value| {
            if let Some(value) = value {
                *part = value;
            }
        })
    }

    /// A part of it.
    pub(super) fn inner<P: 'static>(&self, find: impl Fn(&mut T) -> Option<&mut P> + 'static) -> Part<P> {
        let (apply, find) = (self.apply.clone(), Rc::new(find));
        Part {
            apply: Rc::new(move |change: Change<P>| {
                let find = find.clone();
                apply(Box::new(move |whole| {
                    if let Some(part) = find(whole) {
                        change(part);
                    }
                }));
            }),
        }
    }
}

impl<T> Part<Vec<T>> {
    /// The one at a place.
    pub(super) fn at(&self, index: usize) -> Part<T> {
        self.inner(move |list| list.get_mut(index))
    }

    /// A callback that adds one at the end.
    pub(super) fn push(&self, fresh: T) -> Callback<()>
    where
        T: Clone,
    {
        self.edit(move |list, ()| list.push(fresh.clone()))
    }

    /// A callback that removes the one at a place.
    pub(super) fn remove(&self, index: usize) -> Callback<()> {
        self.edit(move |list, ()| {
            if index < list.len() {
                list.remove(index);
            }
        })
    }
}
