//! Who wins and who loses from one plan to another, rep by rep.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::compare::{Measures, RepChange, changes};
use crate::present::{change_row, changes_sentence};
use crate::ui::context::use_app;
use crate::ui::parts::{choice, pick, table};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Difference,
    Share,
    Attainment,
    Name,
    Data,
}

#[derive(Properties, PartialEq)]
pub(super) struct ChangesProps {
    pub(super) sides: Vec<Rc<Measures>>,
}

#[component]
pub(super) fn ChangesOf(props: &ChangesProps) -> Html {
    let app = use_app();
    let before = use_state_eq(|| 0_usize);
    let after = use_state_eq(|| 1_usize);
    let order = use_state_eq(|| Order::Difference);
    let names: Vec<String> = props.sides.iter().map(|side| side.name.clone()).collect();
    let last = props.sides.len().saturating_sub(1);
    let (from, to) = ((*before).min(last), (*after).min(last));
    let said =
        (props.sides.clone(), from, to, *order, (app.state.words.locale(), app.state.scenario().currency.clone()));
    let found = use_memo(said, |(sides, from, to, order, _)| {
        let voice = app.voice();
        let changes = changes(sides.get(*from)?, sides.get(*to)?);
        let mut reps: Vec<&RepChange> = changes.reps.iter().collect();
        match order {
            Order::Data => {}
            Order::Difference => reps.sort_by_key(|rep| rep.difference),
            // Who was not paid before has no percentage and stands last.
            Order::Share => reps.sort_by_key(|rep| (rep.share.is_none(), rep.share)),
            Order::Attainment => reps.sort_by_key(|rep| std::cmp::Reverse(rep.attainment)),
            Order::Name => reps.sort_by_key(|rep| rep.name.to_lowercase()),
        }
        let rows: Vec<Vec<String>> = reps.into_iter().map(|rep| change_row(&voice, rep).to_vec()).collect();
        Some((changes_sentence(&voice, &changes), Rc::new(rows)))
    });
    let (sentence, rows) = (*found).clone().unwrap_or_default();
    let set = |state: &UseStateHandle<usize>| {
        let state = state.setter();
        Callback::from(move |place| state.set(place))
    };
    let orders = vec![
        (Order::Difference, app.t("order-difference")),
        (Order::Share, app.t("order-change")),
        (Order::Attainment, app.t("order-attainment")),
        (Order::Name, app.t("order-name")),
        (Order::Data, app.t("order-data")),
    ];
    let set_order = order.setter();
    let set_order = Callback::from(move |value| set_order.set(value));
    let headers =
        ["column-rep", "axis-attainment", "column-before", "column-after", "column-difference", "column-change"];
    html! {
        <section class="section">
            <header class="section-head">
                <h2>{ app.t("changes-title") }</h2>
                { pick(app.t("changes-before"), false, from, names.clone(), set(&before)) }
                { pick(app.t("changes-after"), false, to, names, set(&after)) }
                { choice(app.t("order"), false, &*order, orders, set_order) }
            </header>
            <p aria-live="polite">{ sentence }</p>
            { table(app.t("changes-title"), 1, app.ts(&headers), rows) }
        </section>
    }
}
