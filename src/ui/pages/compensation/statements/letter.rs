//! One rep's statement as a letter: it is only printed, and then in place of the page.

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::own::own_currency;
use super::payouts;
use crate::engine::comp::{Line, Statement};
use crate::present::{Numerals, payout_columns, period_name};
use crate::scenario::months;
use crate::ui::context::App;
use crate::ui::parts::head;

pub(super) fn letter(app: &App, statement: &Statement) -> Html {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let scenario = app.state.scenario();
    let plan = scenario.plan().map(|plan| plan.name.clone()).unwrap_or_default();
    let span = months(scenario).map(|(first, last)| {
        let values = [("first", numerals.month(first).into()), ("last", numerals.month(last).into())];
        app.tw("period-span", values)
    });
    let facts = [
        ("column-rep", statement.name.clone()),
        ("field-role", statement.role.clone()),
        ("letter-plan", plan),
        ("letter-months", span.unwrap_or_default()),
    ];
    let headers = ["axis-period", "column-component", "column-credit", "field-quota", "axis-attainment", "column-pay"];
    html! {
        <article class="letter">
            <h2>{ app.t("letter-title") }</h2>
            <dl class="letter-facts">
                { for facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(id, text)| html! {
                    <div key={id}><dt>{ app.t(id) }</dt><dd>{ text }</dd></div>
                }) }
            </dl>
            <table class="table">
                { head(2, app.ts(&headers)) }
                <tbody>{ for statement.lines.iter().enumerate().map(|(at, one)| line(app, at, one)) }</tbody>
            </table>
            { ledger(app, statement) }
            <p class="letter-total">
                <span>{ app.t("letter-total") }</span>
                <strong>{ numerals.exact_money(statement.total, currency) }</strong>
            </p>
            { for statement.own_currency.iter().map(|own| own_currency(app, own)) }
        </article>
    }
}

fn line(app: &App, at: usize, line: &Line) -> Html {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let percent = line.attainment.and_then(|value| value.to_f64()).map(|value| numerals.percent(value, 1));
    html! {
        <tr key={at}>
            <td>{ period_name(&app.state.words, numerals, line.period) }</td>
            <td>{ &line.component }</td>
            <td class="num">{ numerals.exact(line.credit, 2) }</td>
            <td class="num">{ line.quota.map(|quota| numerals.exact(quota, 2)).unwrap_or_default() }</td>
            <td class="num">{ percent.unwrap_or_default() }</td>
            <td class="num">{ numerals.exact_money(line.pay, currency) }</td>
        </tr>
    }
}

fn ledger(app: &App, statement: &Statement) -> Html {
    let columns = payout_columns(&app.state.words, &statement.periods);
    if columns.is_empty() {
        return Html::default();
    }
    let periods = statement.periods.iter().enumerate();
    html! {
        <>
            <h3>{ app.t("payouts-title") }</h3>
            <table class="table letter-ledger">
                { head(1, payouts::headers(app, &columns)) }
                <tbody>{ for periods.map(|(at, one)| payouts::row(app, &columns, at, one, Html::default())) }</tbody>
            </table>
        </>
    }
}
