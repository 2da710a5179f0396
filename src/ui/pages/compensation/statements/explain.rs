//! What is behind a line: the arithmetic in words, and the deals in the order they were credited.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::{DealPay, Explanation};
use crate::engine::records::RepId;
use crate::engine::units::{Money, Period};
use crate::present::{Numerals, step};
use crate::ui::actions;
use crate::ui::context::{App, use_app};
use crate::ui::effects::replay_spec;
use crate::ui::parts::{lines, table};

#[derive(Properties, PartialEq)]
pub(super) struct BehindProps {
    pub(super) rep: RepId,
    pub(super) component: String,
    pub(super) period: Period,
}

#[component]
pub(super) fn Behind(props: &BehindProps) -> Html {
    let app = use_app();
    let found = use_state(|| None::<Option<Box<Explanation>>>);
    let (set, to) = (found.setter(), app.clone());
    let question = (props.rep.clone(), props.component.clone(), props.period, replay_spec(&app));
    use_effect_with(question, move |(rep, component, period, _)| {
        let ticket =
            actions::explain(&to, rep.clone(), component.clone(), *period, move |answer| set.set(Some(answer)));
        move || {
            if let Some(ticket) = ticket {
                ticket.cancel();
            }
        }
    });
    let component =
        app.state.scenario().plan().and_then(|plan| plan.paying(&props.component).map(std::borrow::Cow::into_owned));
    let said = |component: &_, found: &_| {
        step(&app.state.words, &app.state.numerals, &app.state.scenario().currency, component, found)
    };
    let headers = ["column-deal", "field-account", "field-closed", "column-credit", "column-pay"];
    match (&*found, component) {
        (None, _) => html! { <p role="status">{ app.t("working") }</p> },
        (Some(Some(explanation)), Some(component)) => html! {
            <div class="behind">
                <ol class="trace">
                    { lines(explanation.trace.iter().map(|found| said(&component, found)).collect()) }
                </ol>
                if explanation.deals.is_empty() {
                    <p class="hint">{ app.t("no-deals") }</p>
                } else {
                    { table(app.t("deals-behind"), 3, app.ts(&headers), deals(&app, &explanation.deals)) }
                }
            </div>
        },
        _ => html! { <p>{ app.t("no-explanation") }</p> },
    }
}

fn deals(app: &App, deals: &[DealPay]) -> Rc<Vec<Vec<String>>> {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let row = |deal: &DealPay| {
        let pay = numerals.exact_money(Money(deal.pay), currency);
        vec![deal.id.clone(), deal.account.clone(), numerals.date(deal.day), numerals.exact(deal.credit, 2), pay]
    };
    Rc::new(deals.iter().map(row).collect())
}
