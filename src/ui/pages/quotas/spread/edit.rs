//! Changes of the quota plan, each one step of the history.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::quota::plan::{Edit, NodeChoice, QuotaPlan, Rule, apply_all};
use crate::engine::quota::tree::{Ground, Spread, Tree, spread};
use crate::engine::units::Decimal;
use crate::present::quota_refused;
use crate::ui::app::Shared;
use crate::ui::context::App;

/// What the tab shows: a plan with its tree, spread.
#[derive(Clone)]
pub(super) struct Scene {
    pub(super) plan: Rc<QuotaPlan>,
    pub(super) tree: Rc<Tree>,
    pub(super) spread: Rc<Spread>,
    /// Places in the plan's list of nodes, by place in the tree.
    choices: Rc<BTreeMap<usize, usize>>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        let is_spread_same = Rc::ptr_eq(&self.spread, &other.spread);
        is_spread_same && Rc::ptr_eq(&self.plan, &other.plan) && Rc::ptr_eq(&self.tree, &other.tree)
    }
}

/// A tree with the ground it grew on.
pub(super) type Grown = Option<(Shared<Ground>, Rc<Tree>)>;

impl Scene {
    /// Spreads a plan, on the tree before where it still holds.
    pub(super) fn new(grown: &mut Grown, ground: &Shared<Ground>, plan: QuotaPlan) -> Self {
        let before = grown.take().filter(|(before, tree)| before == ground && tree.is_for(&plan));
        let tree = before.map_or_else(|| Rc::new(Tree::new(&ground.0, &plan)), |(_, tree)| tree);
        *grown = Some((ground.clone(), tree.clone()));
        let mut choices = BTreeMap::new();
        for (number, choice) in plan.nodes.iter().enumerate() {
            if let Some(place) = tree.place(&choice.node) {
                choices.entry(place).or_insert(number);
            }
        }
        let spread = Rc::new(spread(&tree, &plan));
        Self { plan: Rc::new(plan), tree, spread, choices: Rc::new(choices) }
    }

    /// What the plan says of a node.
    pub(super) fn choice(&self, place: usize) -> Option<&NodeChoice> {
        self.plan.nodes.get(*self.choices.get(&place)?)
    }

    /// How a node spreads what it has.
    pub(super) fn rule(&self, place: usize) -> &Rule {
        self.choice(place).and_then(|choice| choice.rule.as_ref()).unwrap_or(&self.plan.rule)
    }

    /// A callback that edits by what a field says.
    pub(super) fn on<T: 'static>(&self, app: &App, edit: impl Fn(T) -> Edit + 'static) -> Callback<T> {
        self.on_all(app, move |value| vec![edit(value)])
    }

    /// A callback that makes several edits in one step.
    pub(super) fn on_all<T: 'static>(&self, app: &App, edits: impl Fn(T) -> Vec<Edit> + 'static) -> Callback<T> {
        let (app, tree) = (app.clone(), self.tree.clone());
        Callback::from(move |value: T| {
            change(&app, &tree, edits(value));
        })
    }

    /// The same for a field that must have a number.
    pub(super) fn on_number(&self, app: &App, edit: impl Fn(Decimal) -> Edit + 'static) -> Callback<Option<Decimal>> {
        self.on_all(app, move |value: Option<Decimal>| value.map(&edit).into_iter().collect())
    }
}

/// Makes edits as one step, and tells what could not be done; whether all could.
pub(super) fn change(app: &App, tree: &Rc<Tree>, edits: Vec<Edit>) -> bool {
    let Some(plan) = app.state.scenario().quota_plan() else { return false };
    let refused = apply_all(&mut plan.clone(), tree, &edits);
    if let Some(first) = refused.first() {
        let first = quota_refused(&app.voice(), first);
        let count = app.count(refused.len());
        app.bad(
            app.tw("quotas-refused", [("n", refused.len().into()), ("count", count.into()), ("first", first.into())]),
        );
    }
    let tree = tree.clone();
    app.edit(move |scenario| {
        if let Some(plan) = scenario.quota_plan_mut() {
            apply_all(plan, &tree, &edits);
        }
    });
    refused.is_empty()
}
