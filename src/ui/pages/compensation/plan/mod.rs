//! The plan: its definition on one side, its curve and calculator on the other, and the same in plain sentences.

mod calculator;
mod caps;
mod component;
mod fields;
mod findings;
mod further;
mod places;
mod rules;
mod threshold;
mod tiers;

use yew::prelude::*;

use super::edit::plan_edit;
use crate::engine::comp::{Plan, templates};
use crate::engine::units::{Decimal, Rounding};
use crate::present::{Numerals, further_sentences, plan_error, sentences};
use crate::ui::actions::free_name;
use crate::ui::context::App;
use crate::ui::parts::{Icon, NumberProps, TextProps, Unit, button, choice, lines, number, text};
use calculator::Calculator;
use component::editor;
use findings::Findings;
use further::further;
use places::place_id;

pub(super) fn tab(app: &App) -> Html {
    let Some(plan) = app.state.scenario().plan() else { return html! { <div /> } };
    let errors = plan.errors();
    html! {
        <div class="columns" key="plan">
            <div class="stack">
                { settings(app, plan) }
                <ul class="problems" role="alert">
                    { lines(errors.iter().map(|error| plan_error(&app.state.words, error)).collect()) }
                </ul>
                <div class="stack">
                    { for (0..plan.components.len()).map(|index| editor(app, plan, index)) }
                </div>
                { add_component(app, plan) }
                { further(app, plan) }
                { said(app, plan) }
            </div>
            <div class="stack side">
                if errors.is_empty() {
                    <Calculator plan={plan.clone()} />
                }
                { on_your_data(app) }
                if errors.is_empty() {
                    <Findings plan={plan.clone()} />
                }
            </div>
        </div>
    }
}

fn settings(app: &App, plan: &Plan) -> Html {
    let name = plan_edit(app, |plan, name: String| {
        if !name.is_empty() {
            plan.name = name;
        }
    });
    let incentive = plan_edit(app, |plan, value: Option<Decimal>| plan.target_incentive = value);
    let quota = plan_edit(app, |plan, value: Option<Decimal>| plan.quota = value);
    let rounding = plan_edit(app, |plan, value: Rounding| plan.rounding = value);
    let options =
        vec![(Rounding::PerLine, app.t("rounding-line")), (Rounding::PerStatement, app.t("rounding-statement"))];
    let own = AttrValue::from(app.t("plan-of-data"));
    let incentive = NumberProps {
        optional: true,
        placeholder: own.clone(),
        ..NumberProps::new(app.t("plan-incentive"), Unit::Money, plan.target_incentive, incentive)
    };
    let quota = NumberProps {
        optional: true,
        placeholder: own,
        ..NumberProps::new(app.t("plan-quota"), Unit::Plain, plan.quota, quota)
    };
    html! {
        <section class="section" id={place_id(None, "", None)}>
            <div class="row">
                { text(TextProps::new(app.t("plan-name"), &plan.name, name)) }
                <span id={place_id(None, "incentive", None)}>{ number(incentive) }</span>
                <span id={place_id(None, "quota", None)}>{ number(quota) }</span>
                { choice(app.t("plan-rounding"), false, &plan.rounding, options, rounding) }
            </div>
            <p class="hint">{ app.t("plan-fallback") }</p>
        </section>
    }
}

fn add_component(app: &App, plan: &Plan) -> Html {
    let name = free_name(&app.t("component-new"), plan.components.iter().map(|component| component.name.as_str()));
    let onclick = plan_edit(app, move |plan, ()| plan.components.push(templates::component(&name, &[(0, 100)])));
    html! { <div>{ button(Some(Icon::Plus), app.t("component-add"), onclick) }</div> }
}

/// What the plan would have paid, in one line beside the curve.
fn on_your_data(app: &App) -> Html {
    let Some(replay) = app.state.replay.value() else { return html! { <div /> } };
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let share = replay.totals.ccos_variable.and_then(|share| rust_decimal::prelude::ToPrimitive::to_f64(&share));
    let values = [
        ("paid", numerals.exact_money(replay.totals.paid, currency).into()),
        ("bookings", numerals.exact_money(replay.totals.bookings, currency).into()),
        ("ccos", numerals.percent(share.unwrap_or(0.0), 2).into()),
    ];
    html! { <p class="note" aria-live="polite">{ app.tw("plan-on-data", values) }</p> }
}

fn said(app: &App, plan: &Plan) -> Html {
    let (words, numerals, currency) = (&app.state.words, &app.state.numerals, &app.state.scenario().currency);
    let components = sentences(words, numerals, currency, plan);
    let said = components.into_iter().chain(further_sentences(words, numerals, currency, plan));
    html! {
        <section class="section said">
            <h2>{ app.t("plan-in-words") }</h2>
            { for said.enumerate().map(|(at, (name, said))| html! {
                <div key={at}>
                    <h3>{ name }</h3>
                    <ul>{ lines(said) }</ul>
                </div>
            }) }
        </section>
    }
}
