//! Changes of the quota plan, each one step of the history.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::quota::plan::{Edit, QuotaPlan, Rule, apply};
use crate::engine::quota::tree::{Spread, Tree};
use crate::engine::units::Decimal;
use crate::present::quota_refused;
use crate::ui::context::App;

/// What the tab shows: a plan with its tree, spread.
#[derive(Clone)]
pub(super) struct Scene {
    pub(super) plan: Rc<QuotaPlan>,
    pub(super) tree: Rc<Tree>,
    pub(super) spread: Rc<Spread>,
}

impl Scene {
    /// How a node spreads what it has.
    pub(super) fn rule(&self, place: usize) -> &Rule {
        let key = self.tree.nodes.get(place).map(|node| &node.key);
        let choice = key.and_then(|key| self.plan.nodes.iter().find(|choice| choice.node == *key));
        choice.and_then(|choice| choice.rule.as_ref()).unwrap_or(&self.plan.rule)
    }

    /// A callback that edits by what a field says.
    pub(super) fn on<T: 'static>(&self, app: &App, edit: impl Fn(T) -> Edit + 'static) -> Callback<T> {
        self.on_all(app, move |value| vec![edit(value)])
    }

    /// A callback that makes several edits in one step.
    pub(super) fn on_all<T: 'static>(&self, app: &App, edits: impl Fn(T) -> Vec<Edit> + 'static) -> Callback<T> {
        let (app, tree) = (app.clone(), self.tree.clone());
        Callback::from(move |value: T| change(&app, &tree, edits(value)))
    }

    /// The same for a field that must have a number.
    pub(super) fn on_number(&self, app: &App, edit: impl Fn(Decimal) -> Edit + 'static) -> Callback<Option<Decimal>> {
        let (app, tree) = (app.clone(), self.tree.clone());
        Callback::from(move |value: Option<Decimal>| {
            if let Some(value) = value {
                change(&app, &tree, vec![edit(value)]);
            }
        })
    }
}

/// Makes edits as one step, and tells what could not be done.
pub(super) fn change(app: &App, tree: &Rc<Tree>, edits: Vec<Edit>) {
    let Some(plan) = app.state.scenario().quotas.first() else { return };
    let mut tried = plan.clone();
    let refused: Vec<_> = edits.iter().flat_map(|edit| apply(&mut tried, tree, edit)).collect();
    if let Some(first) = refused.first() {
        let first = quota_refused(&app.voice(), first);
        let count = app.count(refused.len());
        app.bad(
            app.tw("quotas-refused", [("n", refused.len().into()), ("count", count.into()), ("first", first.into())]),
        );
    }
    let tree = tree.clone();
    app.edit(move |scenario| {
        if let Some(plan) = scenario.quotas.first_mut() {
            for edit in &edits {
                apply(plan, &tree, edit);
            }
        }
    });
}
