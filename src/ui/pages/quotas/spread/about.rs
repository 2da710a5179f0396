//! The node that the keyboard is on: how its number came about, its months, how it spreads, and relief.

use std::rc::Rc;

use yew::prelude::*;

use super::buckets::buckets;
use super::edit::Scene;
use super::relief::relief;
use super::table::fix;
use crate::engine::quota::plan::{Edit, Potential, Rule};
use crate::engine::quota::tree::{MonthRow, Origin};
use crate::engine::units::{Decimal, Money};
use crate::present::{Numerals, quota_node, quota_origin, quota_rule};
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, choice, folded, table};

/// The line below the grid, and what can be said of the node.
pub(super) fn about(app: &App, scene: &Scene, place: usize) -> Html {
    let Some(node) = scene.tree.nodes.get(place) else { return Html::default() };
    let row = scene.spread.row(place);
    let who = who(app, scene, place);
    let is_fixed = matches!(row.origin, Origin::Fixed);
    let amount = app.state.numerals.exact(row.amount, 2);
    let line = app.tw(
        "quotas-about",
        [
            ("who", who.as_str().into()),
            ("amount", amount.into()),
            ("how", quota_origin(&app.voice(), &row.origin).into()),
        ],
    );
    let (to, own) = (app.clone(), scene.clone());
    let lock = Callback::from(move |()| {
        fix(&to, &own, &[(place, 0)]);
    });
    html! {
        <div class="stack grid-about">
            <p role="status">{ line }</p>
            if !node.is_leaf() {
                <p class="hint">{ below(app, scene, place) }</p>
            }
            <div class="row">
                if place != 0 {
                    { button(Some(Icon::Lock), app.tw(if is_fixed { "quotas-let-go" } else { "quotas-fix" }, [("who", who.as_str().into())]), lock) }
                }
                if !node.is_leaf() {
                    { rule(app, scene, place, &who) }
                }
            </div>
            if let Rule::Buckets { buckets: some } = scene.rule(place) {
                if !node.is_leaf() {
                    { buckets(app, scene, place, some) }
                }
            }
            { folded(place, format!("months-{place}"), app.tw("quotas-months-of", [("who", who.as_str().into())]), false, months(app, scene, place, &who)) }
            if node.is_leaf() && place != 0 {
                { relief(app, scene, place, &who) }
            }
        </div>
    }
}

/// Who a node is.
pub(super) fn who(app: &App, scene: &Scene, place: usize) -> String {
    let node = scene.tree.nodes.get(place);
    node.map(|node| quota_node(&app.state.words, &scene.tree, &node.key)).unwrap_or_default()
}

/// What a node spreads, and what of it nobody has.
fn below(app: &App, scene: &Scene, place: usize) -> String {
    let row = scene.spread.row(place);
    let exact = |amount: Decimal| app.state.numerals.exact(amount, 2).into();
    app.tw("quotas-below", [("whole", exact(row.to_spread)), ("open", exact(row.open))])
}

/// The rules as they are chosen; the choice without one does as the plan does.
pub(super) fn rules(app: &App) -> Vec<(Rule, String)> {
    let potential = |by| Rule::Potential { by };
    let rules = [
        Rule::Even,
        Rule::PriorSales,
        potential(Potential::Revenue),
        potential(Potential::Employees),
        potential(Potential::Accounts),
        Rule::Headcount,
        Rule::BottomUp,
        Rule::Weights,
    ];
    rules.into_iter().map(|rule| (rule.clone(), quota_rule(&app.state.words, &rule))).collect()
}

fn rule(app: &App, scene: &Scene, place: usize, who: &str) -> Html {
    let Some(key) = scene.tree.nodes.get(place).map(|node| node.key.clone()) else { return Html::default() };
    let own = scene.choice(place).and_then(|choice| choice.rule.clone());
    let mut options = vec![(None, app.t("rule-as-plan"))];
    options.extend(rules(app).into_iter().map(|(rule, text)| (Some(rule), text)));
    let in_buckets = match &own {
        Some(Rule::Buckets { .. }) => own.clone(),
        _ => Some(super::buckets::begun(app, scene, place)),
    };
    let buckets = quota_rule(&app.state.words, &Rule::Buckets { buckets: Vec::new() });
    options.push((in_buckets, buckets));
    let set = scene.on(app, move |rule: Option<Rule>| Edit::SetRule { node: key.clone(), rule });
    choice(app.tw("quotas-rule-of", [("who", who.into())]), false, &own, options, set)
}

fn months(app: &App, scene: &Scene, place: usize, who: &str) -> Html {
    let percent = |share: Decimal| app.state.numerals.percent(Money(share).to_f64(), 1);
    let row = |month: &MonthRow| {
        vec![
            app.state.numerals.month(month.month),
            app.state.numerals.exact(month.amount, 2),
            app.state.numerals.exact(month.season, 3),
            percent(month.presence),
            percent(month.ramp),
            percent(month.relief),
        ]
    };
    let headers = app.ts(&[
        "quotas-month",
        "quotas-month-quota",
        "quotas-month-season",
        "quotas-month-there",
        "quotas-month-ramp",
        "quotas-month-relief",
    ]);
    let rows = scene.spread.months_of(place).iter().map(row).collect();
    table(app.tw("quotas-months-of", [("who", who.into())]), 1, headers, Rc::new(rows))
}
