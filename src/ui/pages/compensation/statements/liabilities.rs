//! What stands open with whom at the end: the liability ledger.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::{Balances, Replay};
use crate::present::{Numerals, balance_columns};
use crate::ui::context::App;
use crate::ui::parts::table;

/// Nothing where nothing stands open.
pub(super) fn liabilities(app: &App, replay: &Replay) -> Html {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let balances: Vec<Balances> = replay.liabilities.iter().map(|one| one.balances).collect();
    let columns = balance_columns(&app.state.words, &balances);
    if columns.is_empty() {
        return Html::default();
    }
    let mut headers = app.ts(&["column-rep", "column-left-on"]);
    headers.extend(columns.iter().map(|column| column.name.clone()));
    let rows = replay.liabilities.iter().enumerate().map(|(at, one)| {
        let mut row = vec![one.name.clone(), one.left.map(|day| numerals.date(day)).unwrap_or_default()];
        let amount = |amounts: &[_]| amounts.get(at).copied().unwrap_or_default();
        row.extend(columns.iter().map(|column| numerals.exact_money(amount(&column.amounts), currency)));
        row
    });
    let title = app.t("liabilities-title");
    html! {
        <section class="section">
            <h2>{ &title }</h2>
            <p class="hint">{ app.t("liabilities-hint") }</p>
            { table(title, 2, headers, Rc::new(rows.collect())) }
        </section>
    }
}
