//! How everything is spread unless a node says otherwise: rule, over-assignment, rounding, part years, targets.

use yew::prelude::*;

use super::about::rules;
use super::edit::Scene;
use crate::engine::comp::ProrateBy;
use crate::engine::quota::plan::{Edit, Lost, ProductShare};
use crate::engine::quota::tree::OverLevel;
use crate::engine::units::{Decimal, Granularity, Money};
use crate::present::{Numerals, quota_rule};
use crate::ui::actions::free_name;
use crate::ui::context::App;
use crate::ui::pages::quotas::ramp;
use crate::ui::parts::{Icon, NumberProps, TextProps, Unit, button, check, choice, folded, icon_button, number};
use crate::ui::parts::{number_of, text, with_own};

/// Products that are listed, whatever a file states.
const N_PRODUCTS: usize = 50;

pub(super) fn settings(app: &App, scene: &Scene) -> Html {
    let plan = &scene.plan;
    let options = with_own(rules(app), &plan.rule, || quota_rule(&app.state.words, &plan.rule));
    let step = |label: &str, value: Decimal, edit: fn(Decimal) -> Edit| {
        let props = NumberProps::new(app.t(label), Unit::Money, Some(value), scene.on_number(app, edit));
        number(NumberProps { least: Decimal::new(1, 2), most: Some(Decimal::from(1_000_000_000)), ..props })
    };
    html! {
        <section class="section">
            <h2>{ app.t("quotas-spread-title") }</h2>
            <div class="row">
                { choice(app.t("quotas-rule"), false, &plan.rule, options, scene.on(app, Edit::SetDefaultRule)) }
                { step("quotas-step", plan.step, Edit::SetStep) }
                { step("quotas-month-step", plan.month_step, Edit::SetMonthStep) }
            </div>
            { over(app, scene) }
            { folded(0, "part-years".into(), app.t("quotas-part-years"), false, part_years(app, scene)) }
            { folded(1, "targets".into(), app.t("quotas-targets-title"), false, targets(app, scene)) }
        </section>
    }
}

/// Over-assignment of each level that has someone below, with what the levels come to together.
fn over(app: &App, scene: &Scene) -> Html {
    let n_levels = scene.tree.nodes.iter().filter(|node| !node.is_leaf()).map(|node| node.level + 1).max().unwrap_or(0);
    let stated = &scene.plan.over_assignment;
    let field = |level: usize| {
        let before = stated.clone();
        let set = scene.on_number(app, move |share| {
            let mut over = before.clone();
            over.resize(over.len().max(level + 1), Decimal::ZERO);
            if let Some(own) = over.get_mut(level) {
                *own = share;
            }
            while over.last().is_some_and(Decimal::is_zero) {
                over.pop();
            }
            Edit::SetOver(over)
        });
        let label = if level == 0 {
            app.t("quotas-over-company")
        } else {
            app.tw("quotas-over-level", [("level", level.to_string().into())])
        };
        let value = stated.get(level).copied().unwrap_or(Decimal::ZERO);
        let props =
            NumberProps { most: Some(Decimal::ONE), ..NumberProps::new(label, Unit::Percent, Some(value), set) };
        html! { <span key={level}>{ number(props) }</span> }
    };
    let percent = |share: Decimal| app.state.numerals.percent(Money(share).to_f64(), 2);
    let said = |level: &OverLevel| {
        let values = [
            ("level", level.level.to_string().into()),
            ("own", percent(level.own).into()),
            ("compound", percent(level.compound).into()),
        ];
        html! { <li key={level.level}>{ app.tw("quotas-over-said", values) }</li> }
    };
    html! {
        <fieldset class="rule">
            <legend>{ app.t("quotas-over-title") }</legend>
            <div class="row">{ for (0..n_levels as usize).map(field) }</div>
            <ul class="gaps">{ for scene.spread.over.iter().map(said) }</ul>
        </fieldset>
    }
}

fn part_years(app: &App, scene: &Scene) -> Html {
    let plan = &scene.plan;
    let ramp = plan.ramp.clone();
    let by = scene.on(app, move |by: ProrateBy| Edit::SetProration { by, ramp: ramp.clone() });
    let ways = vec![
        (ProrateBy::Nothing, app.t("prorate-quota-nothing")),
        (ProrateBy::Days, app.t("prorate-quota-days")),
        (ProrateBy::WholeMonths, app.t("prorate-quota-months")),
    ];
    let lost = vec![(Lost::Unassigned, app.t("lost-unassigned")), (Lost::Redistributed, app.t("lost-redistributed"))];
    html! {
        <>
            <div class="row">
                { choice(app.t("quotas-prorate"), false, &plan.prorate, ways, by) }
                { text(ramp_field(app, scene)) }
                { choice(app.t("quotas-lost"), false, &plan.lost, lost, scene.on(app, Edit::SetLost)) }
            </div>
            <p class="hint">{ app.t("quotas-ramp-hint") }</p>
        </>
    }
}

/// The ramp as percentages in a row.
fn ramp_field(app: &App, scene: &Scene) -> TextProps {
    let by = scene.plan.prorate;
    let shown = ramp::shown(app, scene.plan.ramp.iter().copied());
    let to = app.clone();
    let read =
        move |text: String| ramp::read(&to, &text).map(|ramp| Edit::SetProration { by, ramp }).into_iter().collect();
    TextProps::new(app.t("quotas-ramp"), &shown, scene.on_all(app, read))
}

fn targets(app: &App, scene: &Scene) -> Html {
    let plan = &scene.plan;
    let (length, measure, managers) = (plan.length, plan.measure.clone(), plan.managers);
    let lengths = vec![
        (Granularity::Month, app.t("targets-month")),
        (Granularity::Quarter, app.t("targets-quarter")),
        (Granularity::HalfYear, app.t("targets-half-year")),
        (Granularity::Year, app.t("targets-year")),
    ];
    let own = measure.clone();
    let set_length = scene.on(app, move |length| Edit::SetTargets { length, measure: own.clone(), managers });
    let set_measure = scene.on(app, move |measure| Edit::SetTargets { length, measure, managers });
    let own = measure.clone();
    let set_managers = scene.on(app, move |managers| Edit::SetTargets { length, measure: own.clone(), managers });
    let product = |(at, product): (usize, &ProductShare)| {
        let before = plan.products.clone();
        let renamed = scene.on(app, move |measure: String| {
            let mut products = before.clone();
            if let Some(product) = products.get_mut(at) {
                product.measure = measure;
            }
            // A product without a name is none.
            products.retain(|product| !product.measure.is_empty());
            Edit::SetProducts(products)
        });
        let before = plan.products.clone();
        let set = scene.on_number(app, move |amount| {
            let mut products = before.clone();
            if let Some(product) = products.get_mut(at) {
                product.amount = amount;
            }
            Edit::SetProducts(products)
        });
        let before = plan.products.clone();
        let remove = scene.on(app, move |()| {
            let others = before.iter().enumerate().filter(|(other, _)| *other != at);
            Edit::SetProducts(others.map(|(_, product)| product.clone()).collect())
        });
        let place = (at + 1).to_string();
        let label = |id: &str| app.tw(id, [("place", place.as_str().into())]);
        html! {
            <li key={at} class="row">
                { text(TextProps::new(label("product-measure"), &product.measure, renamed)) }
                { number_of(label("product-amount"), Unit::Money, product.amount, set) }
                { icon_button(Icon::Trash2, label("product-remove"), remove) }
            </li>
        }
    };
    let before = plan.products.clone();
    let added = free_name(&app.t("product-new"), before.iter().map(|product| product.measure.as_str()));
    let add = scene.on(app, move |()| {
        let mut products = before.clone();
        products.push(ProductShare { measure: added.clone(), amount: Decimal::ONE });
        Edit::SetProducts(products)
    });
    let listed = plan.products.iter().take(N_PRODUCTS).enumerate();
    html! {
        <>
            <div class="row">
                { choice(app.t("targets-length"), false, &length, lengths, set_length) }
                { text(TextProps::new(app.t("targets-measure"), &measure, set_measure)) }
                { check(app.t("targets-managers"), managers, set_managers) }
            </div>
            <ul class="rule-list">{ for listed.map(product) }</ul>
            <div class="row">{ button(Some(Icon::Plus), app.t("product-add"), add) }</div>
        </>
    }
}
