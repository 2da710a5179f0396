//! Each rep's pay; a row opens to the statement's lines, a line to what is behind it.

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::explain::Behind;
use super::letter::letter;
use super::own::own_currency;
use super::payouts::Payouts;
use crate::engine::comp::{Line, RepPoint, Replay, Statement};
use crate::engine::units::Decimal;
use crate::platform::system;
use crate::present::{Numerals, period_name};
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, button, choice, clicked, glyph, head, more, toggle};

/// Reps that are shown at first, and that each "more" adds.
const N_REPS: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Data,
    Pay,
    Attainment,
}

#[derive(Properties, PartialEq)]
pub(super) struct RepsProps {
    pub(super) replay: Shared<Replay>,
}

#[component]
pub(super) fn Reps(props: &RepsProps) -> Html {
    let app = use_app();
    let order = use_state_eq(|| Order::Pay);
    let open = use_state_eq(|| None::<usize>);
    let n_shown = use_state(|| N_REPS);
    let replay = &props.replay.0;
    let mut places: Vec<usize> = (0..replay.statements.len()).collect();
    let point = |place: &usize| replay.scatter.get(*place);
    match *order {
        Order::Data => {}
        Order::Pay => places.sort_by_key(|place| std::cmp::Reverse(point(place).map(|point| point.pay))),
        Order::Attainment => {
            places.sort_by_key(|place| std::cmp::Reverse(point(place).and_then(|point| point.attainment)));
        }
    }
    let orders = vec![
        (Order::Pay, app.t("order-pay")),
        (Order::Attainment, app.t("order-attainment")),
        (Order::Data, app.t("order-data")),
    ];
    let set = order.setter();
    let set = Callback::from(move |value| set.set(value));
    let headers = [
        "column-rep",
        "field-role",
        "column-bookings",
        "field-quota",
        "axis-attainment",
        "column-pay",
        "column-of-target",
    ];
    let chosen = open.and_then(|place| replay.statements.get(place));
    html! {
        <>
            <section class="section">
                <header class="section-head">
                    <h2>{ app.t("statements-by-rep") }</h2>
                    { choice(app.t("order"), false, &*order, orders, set) }
                </header>
                <div class="table-box" role="region" tabindex="0" aria-label={app.t("statements-by-rep")}>
                    <table class="table">
                        { head(2, app.ts(&headers)) }
                        { for places.iter().take(*n_shown).filter_map(|place| {
                            let statement = replay.statements.get(*place)?;
                            let is_open = *open == Some(*place);
                            let (set, place) = (open.setter(), *place);
                            let onclick = Callback::from(move |()| set.set((!is_open).then_some(place)));
                            Some(html! { <tbody key={place}>{ rep(&app, statement, replay.scatter.get(place), is_open, onclick) }</tbody> })
                        }) }
                    </table>
                </div>
                { more(&app, &n_shown, places.len(), N_REPS) }
            </section>
            { chosen.map(|statement| letter(&app, statement)) }
        </>
    }
}

fn rep(app: &App, statement: &Statement, point: Option<&RepPoint>, is_open: bool, toggle: Callback<()>) -> Html {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let percent = |value: Option<Decimal>| {
        value.and_then(|value| value.to_f64()).map(|value| numerals.percent(value, 1)).unwrap_or_default()
    };
    let exact = |value: Decimal| numerals.exact_money(crate::engine::units::Money(value), currency);
    let onclick = clicked(toggle);
    let of_target = point.and_then(|point| point.pay.0.checked_div(point.target_incentive?));
    html! {
        <>
            <tr>
                <th scope="row">
                    <button type="button" class="row-button" aria-expanded={if is_open { "true" } else { "false" }} {onclick}>
                        { glyph(if is_open { Icon::ChevronDown } else { Icon::ChevronRight }) }
                        <span>{ &statement.name }</span>
                    </button>
                </th>
                <td>{ &statement.role }</td>
                <td class="num">{ point.map(|point| exact(point.bookings.0)).unwrap_or_default() }</td>
                <td class="num">{ point.and_then(|point| point.quota).map(exact).unwrap_or_default() }</td>
                <td class="num">{ percent(point.and_then(|point| point.attainment)) }</td>
                <td class="num"><strong>{ exact(statement.total.0) }</strong></td>
                <td class="num">{ percent(of_target) }</td>
            </tr>
            if is_open {
                <tr class="row-inside"><td colspan="7">
                    <div class="inside">
                        <div class="row">{ button(Some(Icon::Printer), app.t("print-statement"), Callback::from(|()| system::print())) }</div>
                        <Lines statement={statement.clone()} />
                        <Payouts statement={statement.clone()} />
                        { for statement.own_currency.iter().map(|own| own_currency(app, own)) }
                    </div>
                </td></tr>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct LinesProps {
    statement: Statement,
}

#[component]
fn Lines(props: &LinesProps) -> Html {
    let app = use_app();
    let open = use_state_eq(|| None::<usize>);
    let headers = [
        "axis-period",
        "column-component",
        "column-credit",
        "field-quota",
        "axis-attainment",
        "column-deals",
        "column-pay",
        "column-why",
    ];
    html! {
        <table class="table table-inner">
            { head(2, app.ts(&headers)) }
            { for props.statement.lines.iter().enumerate().map(|(at, line)| {
                let is_open = *open == Some(at);
                let set = open.setter();
                let onclick = Callback::from(move |()| set.set((!is_open).then_some(at)));
                html! { <tbody key={at}>{ self::line(&app, &props.statement, line, is_open, onclick) }</tbody> }
            }) }
        </table>
    }
}

fn line(app: &App, statement: &Statement, line: &Line, is_open: bool, onclick: Callback<()>) -> Html {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let percent = line.attainment.and_then(|value| value.to_f64()).map(|value| numerals.percent(value, 1));
    let period = period_name(&app.state.words, numerals, line.period);
    let why = app.tw(
        if is_open { "why-close" } else { "why-of" },
        [("period", period.as_str().into()), ("component", line.component.as_str().into())],
    );
    html! {
        <>
            <tr>
                <td>{ period }</td>
                <td>{ &line.component }</td>
                <td class="num">{ numerals.exact(line.credit, 2) }</td>
                <td class="num">{ line.quota.map(|quota| numerals.exact(quota, 2)).unwrap_or_default() }</td>
                <td class="num">{ percent.unwrap_or_default() }</td>
                <td class="num">{ app.count(line.n_deals as usize) }</td>
                <td class="num"><strong>{ numerals.exact_money(line.pay, currency) }</strong></td>
                <td class="num">{ toggle(if is_open { Icon::X } else { Icon::Info }, why, is_open, onclick) }</td>
            </tr>
            if is_open {
                <tr class="row-inside"><td colspan="8">
                    <Behind rep={statement.rep.clone()} component={line.component.clone()} period={line.period} />
                </td></tr>
            }
        </>
    }
}
