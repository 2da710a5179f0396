//! What is forecast and how: each field one step of the scenario's history.

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::{group_name, set};
use crate::engine::forecast::{By, Method, RangesFrom, Step, What};
use crate::engine::units::Decimal;
use crate::present::{forecast_method, series_by, series_ranges, series_step, series_what};
use crate::scenario::{ForecastGroup, LastStep, MOST_AHEAD};
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, TextProps, Unit, check, choice, number, text, with_own};

/// Days without trade, at most.
const MOST_HOLIDAYS: usize = 1_000;

pub(super) fn settings(app: &App, groups: &[ForecastGroup]) -> Html {
    let (choices, words) = (&app.state.scenario().forecast, &app.state.words);
    let whats = What::ALL.into_iter().map(|what| (what, series_what(words, what))).collect();
    let bys = By::ALL.into_iter().filter(|by| is_of(choices.what, *by)).map(|by| (by, series_by(words, by))).collect();
    let bys = with_own(bys, &choices.by, || series_by(words, choices.by));
    let steps = Step::DATED.into_iter().map(|step| (step, series_step(words, step))).collect();
    let mut methods = vec![(None, app.t("series-method-chosen"))];
    methods.extend(Method::ALL.into_iter().map(|method| (Some(method), forecast_method(words, method))));
    let ranges = [RangesFrom::Residuals, RangesFrom::Conformal].map(|from| (from, series_ranges(words, from))).into();
    let lasts = vec![(LastStep::Found, app.t("series-last-found")), (LastStep::Whole, app.t("series-last-whole"))];
    let named = groups.iter().map(|group| (group.clone(), group_name(app, group))).collect();
    let named = with_own(named, &choices.group, || group_name(app, &choices.group));
    let set_what = set(app, |choices, what: What| {
        choices.what = what;
        if !is_of(what, choices.by) {
            (choices.by, choices.group) = (By::Nothing, ForecastGroup::default());
        }
    });
    let set_by = set(app, |choices, by| (choices.by, choices.group) = (by, ForecastGroup::default()));
    let set_step = set(app, |choices, step| (choices.step, choices.horizon) = (step, None));
    let set_horizon = set(app, |choices, horizon: Option<Decimal>| {
        choices.horizon = horizon.and_then(|horizon| horizon.to_u32());
    });
    let horizon = NumberProps {
        least: Decimal::ONE,
        most: Some(Decimal::from(MOST_AHEAD)),
        ..NumberProps::new(app.t("series-horizon"), Unit::Plain, Some(Decimal::from(choices.horizon())), set_horizon)
    };
    html! {
        <section class="section">
            <h2>{ app.t("series-settings") }</h2>
            <div class="row">
                { choice(app.t("series-what"), false, &choices.what, whats, set_what) }
                { choice(app.t("series-by"), false, &choices.by, bys, set_by) }
                if choices.by != By::Nothing {
                    { choice(app.t("series-group"), false, &choices.group, named, set(app, |choices, group| choices.group = group)) }
                }
                { choice(app.t("series-step"), false, &choices.step, steps, set_step) }
                { number(horizon) }
            </div>
            <div class="row">
                { choice(app.t("series-method"), false, &choices.method, methods, set(app, |choices, method| choices.method = method)) }
                { choice(app.t("series-ranges"), false, &choices.ranges, ranges, set(app, |choices, ranges| choices.ranges = ranges)) }
                { choice(app.t("series-last"), false, &choices.last_step, lasts, set(app, |choices, last| choices.last_step = last)) }
            </div>
            <div class="row">
                { check(app.t("series-working-days"), choices.working_days, set(app, |choices, is_on| choices.working_days = is_on)) }
                if choices.working_days {
                    { text(TextProps { most: 12_000, ..TextProps::new(app.t("series-holidays"), &holidays(&choices.holidays), read_holidays(app)) }) }
                }
            </div>
            <p class="hint">{ app.t("series-settings-hint") }</p>
        </section>
    }
}

/// Whether the measure can be split so: activities know their rep and their kind, and nothing of deals.
fn is_of(what: What, by: By) -> bool {
    what != What::Activities || !matches!(by, By::Product | By::Source | By::Account)
}

fn holidays(days: &[NaiveDate]) -> String {
    days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Takes the days that a text states; what is no day is told, and nothing is taken.
fn read_holidays(app: &App) -> Callback<String> {
    let app = app.clone();
    Callback::from(move |text: String| {
        let parts = text.split([' ', ',', ';', '\u{a0}']).filter(|part| !part.is_empty());
        let days: Option<Vec<NaiveDate>> = parts.map(|part| part.parse().ok()).collect();
        match days.filter(|days| days.len() <= MOST_HOLIDAYS) {
            Some(mut days) => {
                days.sort_unstable();
                days.dedup();
                app.edit(move |scenario| scenario.forecast.holidays = days);
            }
            None => app.bad(app.t("series-holidays-unread")),
        }
    })
}
