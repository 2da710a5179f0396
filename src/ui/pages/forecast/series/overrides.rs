//! Values that somebody knows better, each with its reason, and how good they were once their steps have happened.

use std::rc::Rc;

use chrono::NaiveDate;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use yew::prelude::*;

use super::ToldProps;
use super::tables::named;
use crate::engine::forecast::{Override, What, score_overrides};
use crate::engine::units::Decimal;
use crate::job::Forecast;
use crate::present::{Numerals, series_judged, series_value, series_whole};
use crate::scenario::ForecastChoices;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{NumberProps, TextProps, Unit, folded, head, more, number, table, text};

/// Steps that are listed at first.
const N_STEPS: usize = 24;
/// The greatest value either way.
const MOST: i64 = 1_000_000_000_000_000;

#[component]
pub(super) fn Overrides(props: &ToldProps) -> Html {
    let app = use_app();
    let n_shown = use_state(|| N_STEPS);
    let told = &props.told.0;
    let forecast = &told.forecast;
    let choices = &app.state.scenario().forecast;
    let own = ForecastChoices { group: forecast.group.clone(), ..choices.clone() }.overrides_of(forecast.axis);
    let n = told.found.expected.len();
    let rows = (0..n.min(*n_shown)).filter_map(|step| {
        let tick = told.found.first.checked_add(i32::try_from(step).ok()?)?;
        let (day, _) = forecast.axis.days(tick)?;
        let said = *forecast.found.expected.get(step)?;
        Some(row(&app, forecast, (tick, day, said), own.iter().find(|one| one.tick == tick)))
    });
    let headers = app.ts(&["series-step-of", "series-method-said", "series-override", "series-reason"]);
    let inside = html! {
        <>
            <p class="hint">{ app.t("series-overrides-hint") }</p>
            <div class="table-box" role="region" tabindex="0" aria-label={app.t("series-overrides-title")}>
                <table class="table">
                    { head(1, headers) }
                    <tbody>{ for rows }</tbody>
                </table>
                { more(&app, &n_shown, n, N_STEPS) }
            </div>
        </>
    };
    html! {
        <section class="section">
            <h2>{ app.t("series-overrides-title") }</h2>
            { judged(&app, forecast, &own) }
            { folded(0, "series-overrides".into(), app.t("series-overrides-open"), !own.is_empty(), inside) }
        </section>
    }
}

/// Changes the values of the series that is shown.
fn edit(app: &App, forecast: &Forecast, change: impl FnOnce(&mut ForecastChoices) + 'static) {
    let group = forecast.group.clone();
    app.edit(move |scenario| {
        scenario.forecast.group = group;
        change(&mut scenario.forecast);
    });
}

/// A step with what the method says, what somebody says, and why.
fn row(app: &App, forecast: &Rc<Forecast>, (tick, day, said): (i32, NaiveDate, f64), own: Option<&Override>) -> Html {
    let (voice, what) = (app.voice(), app.state.scenario().forecast.what);
    let step = named(app, forecast, tick);
    let label = |id: &str| app.tw(id, [("step", step.as_str().into())]);
    let value = own.and_then(|own| Decimal::from_f64(own.value)).map(|value| value.round_dp(6).normalize());
    let set = {
        let (app, forecast) = (app.clone(), forecast.clone());
        Callback::from(move |value: Option<Decimal>| {
            let value = value.and_then(|value| value.to_f64());
            edit(&app, &forecast, move |choices| choices.put(day, said, value));
        })
    };
    let explain = {
        let (app, forecast) = (app.clone(), forecast.clone());
        Callback::from(move |reason: String| edit(&app, &forecast, move |choices| choices.explain(day, reason)))
    };
    let field = NumberProps {
        bare: true,
        optional: true,
        placeholder: app.state.numerals.decimal(said, 0, u8::from(said.abs() < 100.0)).into(),
        least: Decimal::from(-MOST),
        most: Some(Decimal::from(MOST)),
        ..NumberProps::new(label("series-override-of"), unit(what), value, set)
    };
    let reason = own.map(|own| own.reason.as_str()).unwrap_or_default();
    let reason =
        TextProps { bare: true, disabled: own.is_none(), ..TextProps::new(label("series-reason-of"), reason, explain) };
    html! {
        <tr key={tick}>
            <td>{ step.clone() }</td>
            <td class="num">{ series_whole(&voice, what, said) }</td>
            <td class="num">{ number(field) }</td>
            <td>{ text(reason) }</td>
        </tr>
    }
}

fn unit(what: What) -> Unit {
    if what == What::Bookings { Unit::Money } else { Unit::Plain }
}

/// Values whose steps have happened, beside what did.
fn judged(app: &App, forecast: &Forecast, own: &[Override]) -> Html {
    let history = &forecast.history;
    let happened = |one: &Override| {
        let step = usize::try_from(i64::from(one.tick) - i64::from(history.first)).ok()?;
        history.values.get(step).copied()
    };
    let past: Vec<(&Override, f64)> = own.iter().filter_map(|one| Some((one, happened(one)?))).collect();
    if past.is_empty() {
        return Html::default();
    }
    let (voice, what) = (app.voice(), app.state.scenario().forecast.what);
    let score = score_overrides(std::slice::from_ref(history), own);
    let value = |value: f64| series_value(&voice, what, value);
    let row = |(one, actual): &(&Override, f64)| {
        vec![named(app, forecast, one.tick), one.reason.clone(), value(one.said), value(one.value), value(*actual)]
    };
    let headers =
        app.ts(&["series-step-of", "series-reason", "series-method-said", "series-override", "series-happened"]);
    html! {
        <>
            <p>{ series_judged(&voice, what, &score) }</p>
            { table(app.t("series-judged-title"), 2, headers, Rc::new(past.iter().map(row).collect())) }
        </>
    }
}
