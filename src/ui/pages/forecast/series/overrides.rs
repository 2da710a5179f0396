//! Values that somebody knows better, each with its reason, and how good they were once their steps have happened.

use std::rc::Rc;

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::tables::named;
use super::{Told, ToldProps, group_name};
use crate::engine::forecast::{Axis, Override, Series, What, score_overrides};
use crate::engine::units::Decimal;
use crate::present::{Numerals, series_judged, series_value, series_what, series_whole, step_name};
use crate::scenario::{ForecastChoices, ForecastOverride, ForecastSource, GroupPlace, MOST_AHEAD};
use crate::ui::context::{App, use_app};
use crate::ui::parts::{
    Icon, NumberProps, TextProps, Unit, button, decimal, folded, head, icon_button, more, number, text,
};

/// Steps that are listed at first.
const N_STEPS: usize = 24;
/// Values of other series that are listed, at most.
const MOST_LISTED: usize = 200;
/// The greatest value either way.
const MOST: i64 = 1_000_000_000_000_000;

#[component]
pub(super) fn Overrides(props: &ToldProps) -> Html {
    let app = use_app();
    let n_shown = use_state(|| N_STEPS);
    let told = &props.told.0;
    let forecast = &told.forecast;
    let own = app.state.scenario().forecast.overrides_of(&told.key);
    let n = told.found.expected.len();
    let rows = (0..n.min(*n_shown)).filter_map(|step| {
        let tick = told.found.first.checked_add(i32::try_from(step).ok()?)?;
        let said = *forecast.found.expected.get(step)?;
        Some(row(&app, told, (tick, said), own.iter().find(|one| one.tick == tick)))
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
            { judged(&app, told, &own) }
            { folded(0, "series-overrides".into(), app.t("series-overrides-open"), !own.is_empty(), inside) }
            { elsewhere(&app, told, &own, n) }
        </section>
    }
}

/// Changes the values of the series that is shown.
fn edit(app: &App, told: &Told, change: impl FnOnce(&mut ForecastChoices) + 'static) {
    let group = told.forecast.group.clone();
    app.edit(move |scenario| {
        scenario.forecast.group = group;
        change(&mut scenario.forecast);
    });
}

/// A step with what the method says, what somebody says, and why.
fn row(app: &App, told: &Rc<Told>, (tick, said): (i32, f64), own: Option<&Override>) -> Html {
    let (voice, what) = (app.voice(), told.what());
    let step = named(app, &told.forecast, tick);
    let label = |id: &str| app.tw(id, [("step", step.as_str().into())]);
    let value = own.and_then(|own| decimal(own.value));
    let set = {
        let (app, told) = (app.clone(), told.clone());
        Callback::from(move |value: Option<Decimal>| {
            let value = value.and_then(|value| value.to_f64());
            let key = told.key.clone();
            edit(&app, &told, move |choices| choices.put(&key, tick, said, value));
        })
    };
    let explain = {
        let (app, told) = (app.clone(), told.clone());
        Callback::from(move |reason: String| {
            let key = told.key.clone();
            edit(&app, &told, move |choices| choices.explain(&key, tick, &reason));
        })
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

fn unit(what: Option<What>) -> Unit {
    if what == Some(What::Bookings) { Unit::Money } else { Unit::Plain }
}

/// Values whose steps have happened, beside what did.
fn judged(app: &App, told: &Rc<Told>, own: &[Override]) -> Html {
    let history = &told.forecast.history;
    let past: Vec<(&Override, f64)> = own.iter().filter_map(|one| Some((one, happened(history, one.tick)?))).collect();
    if past.is_empty() {
        return Html::default();
    }
    let (voice, what) = (app.voice(), told.what());
    let score = score_overrides(history, own);
    let value = |value: f64| series_value(&voice, what, value);
    let row = |(one, actual): &(&Override, f64)| {
        let step = named(app, &told.forecast, one.tick);
        let label = app.tw("series-override-remove", [("step", step.as_str().into())]);
        let (to, own, tick) = (app.clone(), told.clone(), one.tick);
        let remove = Callback::from(move |()| {
            let key = own.key.clone();
            edit(&to, &own, move |choices| choices.put(&key, tick, 0.0, None));
        });
        html! {
            <tr key={one.tick}>
                <td>{ step }</td>
                <td>{ &one.reason }</td>
                <td class="num">{ value(one.said) }</td>
                <td class="num">{ value(one.value) }</td>
                <td class="num">{ value(*actual) }</td>
                <td class="row-tools">{ icon_button(Icon::Trash2, label, remove) }</td>
            </tr>
        }
    };
    let headers = [
        "series-step-of",
        "series-reason",
        "series-method-said",
        "series-override",
        "series-happened",
        "series-override-tools",
    ];
    html! {
        <>
            <p>{ series_judged(&voice, what, &score) }</p>
            <div class="table-box" role="region" tabindex="0" aria-label={app.t("series-judged-title")}>
                <table class="table">
                    { head(2, app.ts(&headers)) }
                    <tbody>{ for past.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn happened(history: &Series, tick: i32) -> Option<f64> {
    let step = usize::try_from(i64::from(tick) - i64::from(history.first)).ok()?;
    history.values.get(step).copied()
}

/// Values that do not show above: of other series, and of steps that are not forecast; each can be looked at and taken away.
fn elsewhere(app: &App, told: &Told, own: &[Override], n_ahead: usize) -> Html {
    let (choices, forecast, here) = (&app.state.scenario().forecast, &told.forecast, &told.key);
    let shows = |one: &ForecastOverride| {
        let tick = one.tick(forecast.axis);
        let ahead = usize::try_from(i64::from(tick) - i64::from(forecast.found.first));
        let is_own = |own: &Override| own.tick == tick && own.value.to_bits() == one.value.to_bits();
        let is_seen = ahead.is_ok_and(|ahead| ahead < n_ahead) || happened(&forecast.history, tick).is_some();
        is_seen && here.is_of(one) && own.iter().any(is_own)
    };
    let others: Vec<&ForecastOverride> = choices.overrides.iter().filter(|one| !shows(one)).collect();
    if others.is_empty() {
        return Html::default();
    }
    let one = |(place, one): (usize, &&ForecastOverride)| {
        let (voice, axis) = (app.voice(), Axis { step: one.step, ..forecast.axis });
        let tick = one.tick(axis);
        let what = one.file.is_none().then_some(one.what);
        let mut series = match &one.file {
            None => series_what(&app.state.words, one.what),
            Some(file) => {
                let values = [("table", file.table.as_str().into()), ("value", file.value.as_str().into())];
                app.tw("series-of-file", values)
            }
        };
        if one.group.place != GroupPlace::Whole {
            series =
                app.tw("series-of-group", [("what", series.into()), ("group", group_name(app, &one.group).into())]);
        }
        let step = step_name(&app.state.words, &app.state.numerals, axis, tick);
        let values = [
            ("series", series.into()),
            ("step", step.as_str().into()),
            ("value", series_value(&voice, what, one.value).into()),
            ("reason", one.reason.as_str().into()),
        ];
        let said = app.tw("series-elsewhere-one", values).trim().to_owned();
        let (to, own) = (app.clone(), (*one).clone());
        // A step that lies further ahead is reached by a longer horizon.
        let ahead = i64::from(tick) - i64::from(forecast.found.first) + 1;
        let reach = u32::try_from(ahead).ok().filter(|ahead| here.is_of(one) && *ahead <= MOST_AHEAD);
        let look = Callback::from(move |()| {
            let own = own.clone();
            to.edit(move |scenario| look_at(&mut scenario.forecast, own, reach));
        });
        let (to, own) = (app.clone(), (*one).clone());
        let remove = Callback::from(move |()| {
            let own = own.clone();
            to.edit(move |scenario| scenario.forecast.overrides.retain(|one| *one != own));
        });
        html! {
            <li key={place} class="row">
                <span>{ said }</span>
                if !here.is_of(one) || reach.is_some() {
                    { button(None, app.t("series-elsewhere-look"), look) }
                }
                { icon_button(Icon::Trash2, app.tw("series-override-remove", [("step", step.into())]), remove) }
            </li>
        }
    };
    let inside = html! { <ul class="rule-list">{ for others.iter().take(MOST_LISTED).enumerate().map(one) }</ul> };
    let values = [("n", others.len().into()), ("count", app.count(others.len()).into())];
    folded(1, "series-elsewhere".into(), app.tw("series-elsewhere", values), false, inside)
}

/// Chooses the series of that override, and a horizon that reaches it.
fn look_at(choices: &mut ForecastChoices, one: ForecastOverride, reach: Option<u32>) {
    let before = match choices.source {
        ForecastSource::Data => Some(choices.step),
        ForecastSource::File => choices.file.step,
    };
    if before != Some(one.step) {
        choices.horizon = None;
    }
    choices.horizon = reach.or(choices.horizon);
    choices.group = one.group;
    if let Some(file) = one.file {
        choices.source = ForecastSource::File;
        let own = &mut choices.file;
        (own.table, own.series, own.value, own.step) =
            (Some(file.table), file.series, Some(file.value), Some(one.step));
    } else {
        choices.source = ForecastSource::Data;
        (choices.what, choices.by, choices.step) = (one.what, one.by, one.step);
    }
}
