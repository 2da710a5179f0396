//! The plan: its definition on one side, its curve and calculator on the other, and the same in plain sentences.

mod calculator;
mod caps;
mod component;
mod threshold;
mod tiers;

use yew::prelude::*;

use super::edit::plan_edit;
use crate::engine::comp::{Plan, templates};
use crate::engine::units::{Decimal, Rounding};
use crate::present::{Numerals, plan_error, sentences};
use crate::ui::actions::free_name;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Button, Icon, NumberField, TextField, Unit, choice};
use calculator::Calculator;
use component::ComponentEditor;

#[component]
pub(super) fn PlanTab() -> Html {
    let app = use_app();
    let Some(plan) = app.state.scenario().plan().cloned() else { return html! { <div /> } };
    let errors = plan.errors();
    html! {
        <div class="columns">
            <div class="stack">
                { settings(&app, &plan) }
                <ul class="problems" role="alert">
                    { for errors.iter().enumerate().map(|(at, error)| html! { <li key={at}>{ plan_error(&app.state.words, error) }</li> }) }
                </ul>
                <div class="stack">
                    { for plan.components.iter().enumerate().map(|(index, component)| html! {
                        <ComponentEditor key={index} {index} component={component.clone()} n_components={plan.components.len()} />
                    }) }
                </div>
                { add_component(&app, &plan) }
                { said(&app, &plan) }
            </div>
            <div class="stack side">
                if errors.is_empty() {
                    <Calculator plan={plan.clone()} />
                }
                { on_your_data(&app) }
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
    let own = app.t("plan-of-data");
    html! {
        <section class="section">
            <div class="row">
                <TextField label={app.t("plan-name")} value={plan.name.clone()} on_change={name} />
                <NumberField label={app.t("plan-incentive")} unit={Unit::Money} optional=true placeholder={own.clone()}
                    least={Some(Decimal::ZERO)} value={plan.target_incentive} on_change={incentive} />
                <NumberField label={app.t("plan-quota")} optional=true placeholder={own} least={Some(Decimal::ZERO)}
                    value={plan.quota} on_change={quota} />
                { choice(app.t("plan-rounding"), false, &plan.rounding, options, move |value| rounding.emit(value)) }
            </div>
            <p class="hint">{ app.t("plan-fallback") }</p>
        </section>
    }
}

fn add_component(app: &App, plan: &Plan) -> Html {
    let name = free_name(&app.t("component-new"), plan.components.iter().map(|component| component.name.as_str()));
    let onclick = plan_edit(app, move |plan, ()| plan.components.push(templates::component(&name, &[(0, 100)])));
    html! { <div><Button icon={Icon::Plus} label={app.t("component-add")} {onclick} /></div> }
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
    let said = sentences(&app.state.words, &app.state.numerals, &app.state.scenario().currency, plan);
    html! {
        <section class="section said">
            <h2>{ app.t("plan-in-words") }</h2>
            { for said.into_iter().enumerate().map(|(at, (name, lines))| html! {
                <div key={at}>
                    <h3>{ name }</h3>
                    <ul>{ for lines.into_iter().enumerate().map(|(at, line)| html! { <li key={at}>{ line }</li> }) }</ul>
                </div>
            }) }
        </section>
    }
}
