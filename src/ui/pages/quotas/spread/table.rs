//! The tree as a grid: what each cell holds and what an edit of it means.

use std::collections::BTreeSet;

use super::edit::{Scene, change};
use crate::engine::quota::plan::{BucketBy, Edit, NodeKey, Rule};
use crate::engine::quota::tree::{Node, NodeRow, Origin};
use crate::engine::units::Decimal;
use crate::present::{Numerals, parse_typed, quota_node, quota_origin};
use crate::ui::context::App;
use crate::ui::parts::{GridCell, GridRow};

/// The columns in order.
const HEADERS: [&str; 8] = [
    "quotas-column-who",
    "quotas-column-quota",
    "quotas-column-before",
    "quotas-column-change",
    "quotas-column-bottom-up",
    "quotas-column-gap",
    "quotas-column-weight",
    "quotas-column-carried",
];
const QUOTA: usize = 1;
const BOTTOM_UP: usize = 4;
const WEIGHT: usize = 6;
/// Trees up to this many nodes are shown whole at first.
const N_OPEN: usize = 300;

/// The words above the columns.
pub(super) fn headers(app: &App) -> Vec<String> {
    let currency = app.state.scenario().currency.code.clone();
    let with = |id: &str| app.tw(id, [("currency", currency.as_str().into())]);
    HEADERS.iter().enumerate().map(|(at, id)| if matches!(at, 0 | 3 | 6) { app.t(id) } else { with(id) }).collect()
}

/// The rows that are shown; those below a closed one are not.
pub(super) fn rows(scene: &Scene, turned: &BTreeSet<NodeKey>) -> Vec<GridRow> {
    let nodes = &scene.tree.nodes;
    let is_large = N_OPEN < nodes.len();
    let is_open = |node: &Node| (is_large && 1 < node.level) == turned.contains(&node.key);
    let mut hidden_below = None::<u32>;
    let mut found = Vec::new();
    for place in scene.tree.order.iter().map(|place| *place as usize) {
        let Some(node) = nodes.get(place) else { continue };
        if hidden_below.is_some_and(|level| level < node.level) {
            continue;
        }
        let is_open = (!node.is_leaf()).then(|| is_open(node));
        hidden_below = (is_open == Some(false)).then_some(node.level);
        let parent = node.parent.and_then(|parent| nodes.get(parent as usize));
        let among = parent.map_or((1, 1), |parent| {
            (place.saturating_sub(parent.first_child as usize) + 1, parent.n_children as usize)
        });
        found.push(GridRow { key: place, level: node.level as usize + 1, is_open, place: among });
    }
    found
}

/// The cells of a node.
pub(super) fn cells(app: &App, scene: &Scene, place: usize) -> Vec<GridCell> {
    let Some(node) = scene.tree.nodes.get(place) else { return Vec::new() };
    let row = scene.spread.row(place);
    let voice = app.voice();
    let figure = |value: Option<Decimal>| {
        let text = value.map(|value| app.state.numerals.exact(value, 2)).unwrap_or_default();
        GridCell { typed: text.clone(), text, is_figure: true, ..GridCell::default() }
    };
    let how = quota_origin(&voice, &row.origin);
    let is_fixed = matches!(row.origin, Origin::Fixed);
    let name = quota_node(&app.state.words, &scene.tree, &node.key);
    let weight = scene.choice(place).and_then(|choice| choice.weight);
    let is_own = |column: usize| can_edit(scene, place, column);
    vec![
        GridCell { text: name, how: node.role.clone(), ..GridCell::default() },
        GridCell {
            how,
            can_edit: is_own(QUOTA),
            fixed: is_fixed.then(|| app.t("quotas-fixed")),
            ..figure(Some(row.amount))
        },
        GridCell { how: app.t("quotas-before-how"), ..figure(Some(row.prior)) },
        GridCell { text: growth(app, &row), is_figure: true, how: app.t("quotas-change-how"), ..GridCell::default() },
        GridCell {
            how: app.t(if node.is_leaf() { "quotas-bottom-up-how" } else { "quotas-bottom-up-sum" }),
            can_edit: is_own(BOTTOM_UP),
            ..figure(row.bottom_up)
        },
        GridCell { how: app.t("quotas-gap-how"), ..figure(row.gap) },
        GridCell {
            how: app.t("quotas-weight-how"),
            can_edit: is_own(WEIGHT),
            ..figure(weight.or(is_own(WEIGHT).then_some(Decimal::ONE)))
        },
        GridCell { how: app.t("quotas-carried-how"), ..figure(Some(row.carried)) },
    ]
}

/// Whether a cell can be edited: every quota, estimates of reps, and weights where they count.
pub(super) fn can_edit(scene: &Scene, place: usize, column: usize) -> bool {
    let Some(node) = scene.tree.nodes.get(place) else { return false };
    match column {
        QUOTA => true,
        BOTTOM_UP => node.is_leaf(),
        WEIGHT => node.parent.is_some_and(|parent| is_by_weights(scene.rule(parent as usize))),
        _ => false,
    }
}

fn is_by_weights(rule: &Rule) -> bool {
    match rule {
        Rule::Weights => true,
        Rule::Buckets { buckets } => buckets.iter().any(|bucket| bucket.by == BucketBy::Weights),
        _ => false,
    }
}

/// The quota against what was sold, as a percentage.
fn growth(app: &App, row: &NodeRow) -> String {
    let share = row.amount.checked_div(row.prior).and_then(|times| times.checked_sub(Decimal::ONE));
    let share = share.map(|share| crate::engine::units::Money(share).to_f64());
    share.map(|share| app.state.numerals.percent(share, 1)).unwrap_or_default()
}

/// The id of what is wrong with a text; an empty one lets the rules decide.
pub(super) fn problem(app: &App, text: &str) -> Option<&'static str> {
    if text.trim().is_empty() {
        return None;
    }
    match number(app, text) {
        Some(number) if number < Decimal::ZERO => Some("field-out-of-range"),
        Some(_) => None,
        None => Some("field-not-a-number"),
    }
}

fn number(app: &App, text: &str) -> Option<Decimal> {
    parse_typed(text.trim(), app.state.numerals.decimal_mark())
}

/// Makes what was typed, pasted or filled edits of the plan, in one step; whether all could be done.
pub(super) fn typed(app: &App, scene: &Scene, texts: &[(usize, usize, String)]) -> bool {
    let edit = |(place, column, text): &(usize, usize, String)| {
        let node = scene.tree.nodes.get(*place)?.key.clone();
        let value = number(app, text);
        match (*column, value) {
            (QUOTA, Some(amount)) => Some(Edit::SetValue { node, amount }),
            (QUOTA, None) => Some(Edit::Unlock { node }),
            (BOTTOM_UP, amount) => Some(Edit::SetEstimate { rep: node.rep, amount }),
            (WEIGHT, weight) => Some(Edit::SetWeight { node, weight }),
            _ => None,
        }
    };
    let edits: Vec<Edit> = texts.iter().filter_map(edit).collect();
    edits.is_empty() || change(app, &scene.tree, edits)
}

/// Fixes nodes at what they have, or lets all go that are fixed; whether all could be done.
pub(super) fn fix(app: &App, scene: &Scene, cells: &[(usize, usize)]) -> bool {
    let places: BTreeSet<usize> = cells.iter().map(|(place, _)| *place).filter(|place| *place != 0).collect();
    let is_fixed = |place: &usize| matches!(scene.spread.row(*place).origin, Origin::Fixed);
    let are_all_fixed = places.iter().all(is_fixed);
    let edit = |place: usize| {
        let node = scene.tree.nodes.get(place)?.key.clone();
        let amount = scene.spread.row(place).amount;
        Some(if are_all_fixed { Edit::Unlock { node } } else { Edit::Lock { node, amount } })
    };
    let edits: Vec<Edit> =
        places.into_iter().filter(|place| are_all_fixed || !is_fixed(place)).filter_map(edit).collect();
    edits.is_empty() || change(app, &scene.tree, edits)
}
