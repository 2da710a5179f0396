//! What a rep is paid in his or her own currency, with the rate of each pay day.

use yew::prelude::*;

use crate::engine::comp::{OwnCurrency, OwnPay};
use crate::present::{Numerals, period_name};
use crate::ui::context::App;
use crate::ui::parts::head;

/// A table of the periods, and their sum.
pub(super) fn own_currency(app: &App, own: &OwnCurrency) -> Html {
    let numerals = &app.state.numerals;
    let name = app.tw("own-title", [("currency", own.currency.code.as_str().into())]);
    let row = |(at, one): (usize, &OwnPay)| {
        html! {
            <tr key={at}>
                <td>{ period_name(&app.state.words, numerals, one.period) }</td>
                <td class="num">{ numerals.exact_money(one.of, &app.state.scenario().currency) }</td>
                <td>{ numerals.date(one.day) }</td>
                <td class="num">{ numerals.exact(one.rate, 8) }</td>
                <td class="num">{ numerals.exact_money(one.paid, &own.currency) }</td>
            </tr>
        }
    };
    let headers = ["axis-period", "payout-paid", "own-day", "own-rate", "own-paid"];
    html! {
        <div class="payouts">
            <h3>{ &name }</h3>
            <div class="payouts-box" role="region" tabindex="0" aria-label={name.clone()}>
                <table class="table table-inner">
                    { head(1, app.ts(&headers)) }
                    <tbody>{ for own.periods.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
            <p class="hint">{ app.t("own-rounding") }</p>
            if let Some(total) = own.total {
                <p class="letter-total">
                    <span>{ app.t("own-total") }</span>
                    <strong>{ numerals.exact_money(total, &own.currency) }</strong>
                </p>
            }
        </div>
    }
}
