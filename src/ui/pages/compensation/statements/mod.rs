//! Statements: what the plan would have paid on the imported deals, rep by rep, down to the deal and the arithmetic.

mod explain;
mod letter;
mod liabilities;
mod own;
mod payouts;
mod reps;

use std::rc::Rc;

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::engine::comp::Replay;
use crate::engine::units::{Decimal, Month};
use crate::present::{Numerals, accruals_by_month, attainment_distribution, gap, pay_by_period, pay_for_performance};
use crate::scenario::{Scenario, months};
use crate::ui::actions;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Fact, Icon, answer, button, charts, choice, empty, go_to, lines};
use crate::ui::routes::{Route, Tab};
use crate::ui::store::Outcome;
use liabilities::liabilities;
use reps::Reps;

pub(super) fn tab(app: &App) -> Html {
    let Some(replay) = app.state.replay.value() else { return nothing(app) };
    let is_old = matches!(app.state.replay, Outcome::Waiting(_));
    html! {
        <div key="statements" class={if is_old { "stack waiting" } else { "stack" }} aria-busy={if is_old { "true" } else { "false" }}>
            { answer(sentence(app, replay), facts(app, replay)) }
            { span(app) }
            { gaps(app, replay) }
            <Pictures replay={Shared(replay.clone())} />
            <Reps replay={Shared(replay.clone())} />
            { liabilities(app, replay) }
        </div>
    }
}

fn nothing(app: &App) -> Html {
    let link = |route: Route, id: &str| go_to(route.hash(), app.t(id));
    match &app.state.replay {
        Outcome::Failed => empty(app.t("worker-lost"), html! { <span /> }),
        Outcome::Waiting(_) => html! { <p role="status">{ app.t("working") }</p> },
        _ if app.state.data.report().is_none() => empty(app.t("statements-no-data"), link(Route::Data, "go-to-data")),
        _ => empty(app.t("statements-no-plan"), link(Route::Compensation(Tab::Plan), "go-to-plan")),
    }
}

fn share(value: Option<Decimal>) -> Option<f64> {
    value.and_then(|value| value.to_f64())
}

fn sentence(app: &App, replay: &Replay) -> String {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let plan = app.state.scenario().plan().map(|plan| plan.name.clone()).unwrap_or_default();
    let values = [
        ("plan", plan.into()),
        ("paid", numerals.exact_money(replay.totals.paid, currency).into()),
        ("bookings", numerals.exact_money(replay.totals.bookings, currency).into()),
        ("n", replay.totals.n_sellers.into()),
        ("reps", app.count(replay.totals.n_sellers as usize).into()),
        ("ccos", numerals.percent(share(replay.totals.ccos_variable).unwrap_or(0.0), 2).into()),
    ];
    app.tw("statements-sentence", values)
}

fn facts(app: &App, replay: &Replay) -> Vec<Fact> {
    let (numerals, currency, totals) = (&app.state.numerals, &app.state.scenario().currency, &replay.totals);
    let percent =
        |value: Option<Decimal>| share(value).map_or_else(|| app.t("none"), |value| numerals.percent(value, 1));
    let with_base =
        share(totals.ccos).map(|ccos| app.tw("ccos-with-base", [("ccos", numerals.percent(ccos, 1).into())]));
    let of_target = totals.paid.0.checked_div(totals.target_incentive.0).and_then(|share| share.to_f64());
    vec![
        Fact::new(app.t("fact-paid"), numerals.exact_money(totals.paid, currency)),
        Fact::new(app.t("fact-ccos"), percent(totals.ccos_variable)).noted(with_base.unwrap_or_default()),
        Fact::new(app.t("fact-of-target"), of_target.map_or_else(|| app.t("none"), |share| numerals.percent(share, 1))),
        Fact::new(app.t("fact-median"), percent(totals.median_attainment)),
        Fact::new(app.t("fact-at-quota"), percent(totals.share_at_quota)),
        Fact::new(app.t("fact-deals"), app.count(totals.n_deals as usize)),
    ]
}

/// Which months are replayed.
fn span(app: &App) -> Html {
    let scenario = app.state.scenario();
    let data = scenario.data.as_ref().and_then(|data| data.first.zip(data.last));
    let (Some((first, last)), Some((from, to))) = (data, months(scenario)) else { return html! { <div /> } };
    let name = |month: Month| app.state.numerals.month(month);
    let all = |range: std::ops::RangeInclusive<i32>| {
        range.map(|step| first.plus(step)).map(|month| (month, name(month))).collect()
    };
    let n = last.since(first).clamp(0, 600);
    let field = |label: &str, chosen: Month, months, set: fn(&mut Scenario, Month)| {
        let owner = app.clone();
        let set = move |month| owner.edit(move |scenario| set(scenario, month));
        choice(app.t(label), false, &chosen, all(months), set.into())
    };
    let firsts = 0..=to.since(first).clamp(0, n);
    let lasts = from.since(first).clamp(0, n)..=n;
    let download = |id: &str, act: fn(&App)| button(Some(Icon::Download), app.t(id), app.act(act));
    html! {
        <div class="row">
            { field("months-from", from, firsts, |scenario, month| scenario.first = Some(month)) }
            { field("months-to", to, lasts, |scenario, month| scenario.last = Some(month)) }
            { download("download-statements", actions::download_statements) }
            { download("download-workbook", actions::download_workbook) }
            { download("download-payouts", actions::download_payouts) }
        </div>
    }
}

fn gaps(app: &App, replay: &Replay) -> Html {
    let say = |found| gap(&app.state.words, &app.state.numerals, &app.state.scenario().currency, found);
    html! {
        <ul class="gaps">{ lines(replay.gaps.iter().map(say).collect()) }</ul>
    }
}

#[derive(Properties, PartialEq)]
struct PicturesProps {
    replay: Shared<Replay>,
}

#[component]
fn Pictures(props: &PicturesProps) -> Html {
    let app = use_app();
    let said = (props.replay.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    let pictures = use_memo(said, |(replay, ..)| {
        let voice = app.voice();
        let always = [
            pay_for_performance(&voice, &replay.0),
            attainment_distribution(&voice, &replay.0),
            pay_by_period(&voice, &replay.0),
        ];
        let pictures = always.into_iter().chain(accruals_by_month(&voice, &replay.0));
        pictures.map(|chart| Shared(Rc::new(chart))).collect::<Vec<_>>()
    });
    charts(&pictures)
}
