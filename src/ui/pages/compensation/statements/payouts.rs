//! From what a rep has earned to what is paid, payout period by payout period; a period opens to its steps.

use yew::prelude::*;

use crate::engine::comp::{Component, PayoutExplanation, PayoutPeriod, Statement};
use crate::engine::records::RepId;
use crate::engine::units::Period;
use crate::present::{AmountColumn, Numerals, payout_columns, period_name, step};
use crate::ui::actions;
use crate::ui::context::{App, use_app};
use crate::ui::effects::replay_spec;
use crate::ui::parts::{Icon, head, lines, toggle};

#[derive(Properties, PartialEq)]
pub(super) struct PayoutsProps {
    pub(super) statement: Statement,
}

/// Nothing where all that is earned is paid at once.
#[component]
pub(super) fn Payouts(props: &PayoutsProps) -> Html {
    let app = use_app();
    let open = use_state_eq(|| None::<usize>);
    let statement = &props.statement;
    let columns = payout_columns(&app.state.words, &statement.periods);
    if columns.is_empty() {
        return Html::default();
    }
    let mut headers = headers(&app, &columns);
    headers.push(app.t("column-why"));
    html! {
        <div class="payouts">
            <h3>{ app.t("payouts-title") }</h3>
            <div class="payouts-box" role="region" tabindex="0" aria-label={app.tw("payouts-of", [("name", statement.name.as_str().into())])}>
                <table class="table table-inner">
                    { head(1, headers) }
                    { for statement.periods.iter().enumerate().map(|(at, one)| {
                        let is_open = *open == Some(at);
                        let set = open.setter();
                        let onclick = Callback::from(move |()| set.set((!is_open).then_some(at)));
                        html! {
                            <tbody key={at}>
                                { row(&app, &columns, at, one, toggled(&app, one, is_open, onclick)) }
                                if is_open {
                                    <tr class="row-inside"><td colspan={(columns.len() + 2).to_string()}>
                                        <Steps rep={statement.rep.clone()} period={one.period} />
                                    </td></tr>
                                }
                            </tbody>
                        }
                    }) }
                </table>
            </div>
        </div>
    }
}

/// The head of the table: the period, then the columns.
pub(super) fn headers(app: &App, columns: &[AmountColumn]) -> Vec<String> {
    std::iter::once(app.t("axis-period")).chain(columns.iter().map(|column| column.name.clone())).collect()
}

/// The row of a period, with what stands at its end.
pub(super) fn row(app: &App, columns: &[AmountColumn], at: usize, one: &PayoutPeriod, end: Html) -> Html {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let amount = |column: &AmountColumn| {
        let amount = column.amounts.get(at).copied().unwrap_or_default();
        html! { <td key={column.name.clone()} class="num">{ numerals.exact_money(amount, currency) }</td> }
    };
    html! {
        <tr>
            <td>{ period_name(&app.state.words, numerals, one.period) }</td>
            { for columns.iter().map(amount) }
            { end }
        </tr>
    }
}

fn toggled(app: &App, one: &PayoutPeriod, is_open: bool, onclick: Callback<()>) -> Html {
    let period = period_name(&app.state.words, &app.state.numerals, one.period);
    let why = app.tw(if is_open { "payout-why-close" } else { "payout-why" }, [("period", period.into())]);
    html! { <td class="num">{ toggle(if is_open { Icon::X } else { Icon::Info }, why, is_open, onclick) }</td> }
}

#[derive(Properties, PartialEq)]
struct StepsProps {
    rep: RepId,
    period: Period,
}

#[component]
fn Steps(props: &StepsProps) -> Html {
    let app = use_app();
    let found = use_state(|| None::<Option<Box<PayoutExplanation>>>);
    let (set, to) = (found.setter(), app.clone());
    let question = (props.rep.clone(), props.period, replay_spec(&app));
    use_effect_with(question, move |(rep, period, _)| {
        let ticket = actions::explain_payout(&to, rep.clone(), *period, move |answer| set.set(Some(answer)));
        move || {
            if let Some(ticket) = ticket {
                ticket.cancel();
            }
        }
    });
    let (words, numerals) = (&app.state.words, &app.state.numerals);
    let currency = &app.state.scenario().currency;
    // Steps of a payout period are of no one component.
    let said = |one: &_| step(words, numerals, currency, &Component::default(), one);
    match &*found {
        None => html! { <p role="status">{ app.t("working") }</p> },
        Some(Some(explanation)) => html! {
            <div class="behind">
                <ol class="trace">{ lines(explanation.trace.iter().map(said).collect()) }</ol>
            </div>
        },
        Some(None) => html! { <p>{ app.t("no-explanation") }</p> },
    }
}
