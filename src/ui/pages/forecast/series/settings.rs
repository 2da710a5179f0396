//! What is forecast and how: each field one step of the scenario's history.

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::{Named, Told, group_name, set};
use crate::engine::forecast::{By, Fill, Method, RangesFrom, Reconcile, Step, What};
use crate::engine::units::Decimal;
use crate::present::{
    forecast_method, series_by, series_fill, series_ranges, series_reconcile, series_step, series_what,
};
use crate::scenario::{ForecastChoices, ForecastGroup, ForecastSource, GroupPlace, LastStep, MOST_AHEAD};
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, TextProps, Unit, check, choice, number, text, with_own};

/// Days without trade, at most.
const MOST_HOLIDAYS: usize = 1_000;
/// Texts that are no days and are told.
const MOST_TOLD: usize = 5;

pub(super) fn settings(app: &App, groups: &Named, told: Option<&Told>) -> Html {
    let (choices, words) = (&app.state.scenario().forecast, &app.state.words);
    let is_file = choices.source == ForecastSource::File;
    let are_many = if is_file { 1 < groups.groups.len() } else { choices.by != By::Nothing };
    let step =
        if is_file { told.map(|told| told.forecast.axis.step).or(choices.file.step) } else { Some(choices.step) };
    let mut methods = vec![(None, app.t("series-method-chosen"))];
    methods.extend(Method::ALL.into_iter().map(|method| (Some(method), forecast_method(words, method))));
    let ranges = [RangesFrom::Residuals, RangesFrom::Conformal].map(|from| (from, series_ranges(words, from))).into();
    let lasts = vec![(LastStep::Found, app.t("series-last-found")), (LastStep::Whole, app.t("series-last-whole"))];
    let named = groups.groups.iter().map(|group| (group.clone(), group_name(app, group))).collect();
    let named = with_own(named, &choices.group, || group_name(app, &choices.group));
    let set_horizon = set(app, |choices, horizon: Option<Decimal>| {
        choices.horizon = horizon.and_then(|horizon| horizon.to_u32());
    });
    // Of a file the usual number is known with its steps.
    let shown = step.map(|step| choices.horizon(step)).or(choices.horizon.map(|horizon| horizon as usize));
    let shown = shown.map(Decimal::from);
    let horizon = NumberProps {
        optional: is_file,
        least: Decimal::ONE,
        most: Some(Decimal::from(MOST_AHEAD)),
        ..NumberProps::new(app.t("series-horizon"), Unit::Plain, shown, set_horizon)
    };
    html! {
        <section class="section">
            <h2>{ app.t("series-settings") }</h2>
            <div class="row">
                if !is_file {
                    { measure(app, choices) }
                }
                if are_many {
                    { choice(app.t("series-group"), false, &choices.group, named, set(app, |choices, group| choices.group = group)) }
                }
                if are_many && groups.groups.len() < groups.n_all {
                    { other_group(app, choices.group.name.as_str(), groups) }
                }
                if is_file {
                    { of_file(app, choices) }
                } else {
                    { steps(app, choices.step) }
                }
                { number(horizon) }
            </div>
            <div class="row">
                { choice(app.t("series-method"), false, &choices.method, methods, set(app, |choices, method| choices.method = method)) }
                { choice(app.t("series-ranges"), false, &choices.ranges, ranges, set(app, |choices, ranges| choices.ranges = ranges)) }
                if are_many {
                    { reconciled(app, choices.reconcile) }
                }
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

/// What of the data is added up, and what it is split by.
fn measure(app: &App, choices: &ForecastChoices) -> Html {
    let words = &app.state.words;
    let whats = What::ALL.into_iter().map(|what| (what, series_what(words, what))).collect();
    let bys = By::ALL.into_iter().filter(|by| is_of(choices.what, *by)).map(|by| (by, series_by(words, by))).collect();
    let bys = with_own(bys, &choices.by, || series_by(words, choices.by));
    let set_what = set(app, |choices, what: What| {
        choices.what = what;
        if !is_of(what, choices.by) {
            (choices.by, choices.group) = (By::Nothing, ForecastGroup::default());
        }
    });
    let set_by = set(app, |choices, by| (choices.by, choices.group) = (by, ForecastGroup::default()));
    html! {
        <>
            { choice(app.t("series-what"), false, &choices.what, whats, set_what) }
            { choice(app.t("series-by"), false, &choices.by, bys, set_by) }
        </>
    }
}

/// How long steps of the data are.
fn steps(app: &App, step: Step) -> Html {
    let steps = Step::DATED.into_iter().map(|step| (step, series_step(&app.state.words, step))).collect();
    let set = set(app, |choices, step| (choices.step, choices.horizon) = (step, None));
    choice(app.t("series-step"), false, &step, steps, set)
}

/// How long steps of a file are, and what stands for those without a value.
fn of_file(app: &App, choices: &ForecastChoices) -> Html {
    let (file, words) = (&choices.file, &app.state.words);
    let mut steps = vec![(None, app.t("series-file-step"))];
    steps.extend(Step::DATED.into_iter().map(|step| (Some(step), series_step(words, step))));
    let steps = with_own(steps, &file.step, || file.step.map(|step| series_step(words, step)).unwrap_or_default());
    let fills = [Fill::Zero, Fill::Line].map(|fill| (fill, series_fill(words, fill))).into();
    let set_step = set(app, |choices, step| (choices.file.step, choices.horizon) = (step, None));
    let set_fill = set(app, |choices, fill| choices.file.fill = fill);
    html! {
        <>
            { choice(app.t("series-step"), false, &file.step, steps, set_step) }
            { choice(app.t("series-file-fill"), false, &file.fill, fills, set_fill) }
        </>
    }
}

/// A field for the name of a group that the list has no room for.
fn other_group(app: &App, name: &str, groups: &Named) -> Html {
    let label = app.tw("series-group-named", [("most", app.count(groups.groups.len()).into())]);
    let set = set(app, |choices, name: String| {
        choices.group =
            if name.is_empty() { ForecastGroup::default() } else { ForecastGroup { place: GroupPlace::Part, name } };
    });
    text(TextProps::new(label, name, set))
}

/// How forecasts of groups are made to add up.
fn reconciled(app: &App, how: Reconcile) -> Html {
    let ways = Reconcile::ALL.map(|how| (how, series_reconcile(&app.state.words, how))).into();
    choice(app.t("series-reconcile"), false, &how, ways, set(app, |choices, how| choices.reconcile = how))
}

/// Whether the measure can be split so: activities know their rep and their kind, and nothing of deals.
fn is_of(what: What, by: By) -> bool {
    what != What::Activities || !matches!(by, By::Product | By::Source | By::Account)
}

fn holidays(days: &[NaiveDate]) -> String {
    days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Takes the days that a text states; what is no day, or one too many, is told and left out.
fn read_holidays(app: &App) -> Callback<String> {
    let app = app.clone();
    Callback::from(move |text: String| {
        let parts = text.split([' ', ',', ';', '\u{a0}']).filter(|part| !part.is_empty());
        let (mut days, mut unread) = (Vec::new(), Vec::new());
        for part in parts {
            match part.parse::<NaiveDate>() {
                Ok(day) if days.len() < MOST_HOLIDAYS => days.push(day),
                _ => unread.push(part),
            }
        }
        days.sort_unstable();
        days.dedup();
        app.edit(move |scenario| scenario.forecast.holidays = days);
        if !unread.is_empty() {
            unread.truncate(MOST_TOLD);
            app.bad(app.tw("series-holidays-unread", [("unread", unread.join(" ").into())]));
        }
    })
}
