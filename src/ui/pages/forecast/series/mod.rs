//! Series: what bookings, units, deals or activities will come to by their own past, how sure that is, how each method did
//! before, values that somebody knows better, what it all costs, and whether heads can sell it.

mod capacity;
mod found;
mod money;
mod overrides;
mod settings;
mod tables;

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::forecast::{By, PredictAsked, Prediction, SeriesError, Total, What, WorkingDays, apply_overrides};
use crate::job::{Answer, Ask, Forecast, ForecastAnswer, ForecastAsk, ForecastSpec};
use crate::present::series_error;
use crate::scenario::{ForecastChoices, ForecastGroup, GroupPlace};
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use capacity::Capacity;
use found::Found;
use money::Money;
use overrides::Overrides;
use settings::settings;
use tables::{Past, is_monthly};

type Question = (String, ForecastSpec);
type Answered = Result<Rc<Forecast>, SeriesError>;

/// A forecast as the page shows it: with the values that somebody knows better.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// What the worker found, without them.
    forecast: Rc<Forecast>,
    /// With them.
    found: Prediction,
    total: Total,
    /// How many there are.
    n_put: usize,
}

#[derive(Properties, PartialEq)]
pub(super) struct SeriesTabProps {
    pub(super) data: String,
}

/// Groups that can be chosen, and how many there are.
#[derive(Default)]
struct Named {
    /// Of what, and split by what.
    of: (What, By),
    groups: Vec<ForecastGroup>,
    n_all: usize,
}

/// What each part of the tab stands on.
#[derive(Properties, PartialEq)]
pub(super) struct ToldProps {
    told: Shared<Told>,
}

fn put((data, spec): &Question) -> (String, Ask) {
    let (data, spec) = (data.clone(), Box::new(spec.clone()));
    (data.clone(), Ask::Forecast(ForecastAsk::Series { data, spec }))
}

fn read(answer: Answer) -> Option<Answered> {
    if let Answer::Forecast(ForecastAnswer::Series(found)) = answer {
        Some(found.into_inner().map(Rc::new))
    } else {
        None
    }
}

#[component]
pub(super) fn SeriesTab(props: &SeriesTabProps) -> Html {
    let app = use_app();
    let asked = use_asked(&app, Some((props.data.clone(), spec(&app))), put, read);
    let forecast = asked.answer().and_then(|answer| answer.as_ref().as_ref().ok().cloned());
    let error = asked.answer().and_then(|answer| answer.as_ref().as_ref().err().copied());
    let overrides = forecast.as_ref().map(|forecast| {
        let choices = &app.state.scenario().forecast;
        ForecastChoices { group: forecast.group.clone(), ..choices.clone() }.overrides_of(forecast.axis)
    });
    let told = use_memo((forecast.clone().map(Shared), overrides), |(forecast, overrides)| {
        let forecast = forecast.as_ref()?.0.clone();
        let mut found = forecast.found.clone();
        let n_put = apply_overrides(&mut found, overrides.as_deref().unwrap_or_default());
        let sum = |found: &Prediction| found.expected.iter().sum::<f64>();
        let total = forecast.total.moved(sum(&found) - sum(&forecast.found));
        Some(Shared(Rc::new(Told { forecast, found, total, n_put })))
    });
    // The groups that were found last stay in the list until others come; those of another split do not.
    let groups = use_mut_ref(Named::default);
    let of = (app.state.scenario().forecast.what, app.state.scenario().forecast.by);
    if let Some(forecast) = &forecast {
        let named = forecast.groups.iter().map(|one| one.group.clone()).collect();
        *groups.borrow_mut() = Named { of, groups: named, n_all: forecast.n_groups as usize };
    } else if groups.borrow().of != of {
        *groups.borrow_mut() = Named { of, ..Named::default() };
    }
    let told = (*told).clone();
    html! {
        <div class="stack">
            <div class="stack" key="answer">
                { asked.run(&app, "series-stopped") }
                if let Some(error) = error {
                    <p role="alert">{ series_error(&app.state.words, &app.state.numerals, &error) }</p>
                }
                if let Some(told) = told.clone() {
                    <Found {told} />
                }
            </div>
            <div class="stack" key="settings">{ settings(&app, &groups.borrow()) }</div>
            <div class="stack" key="more">
                if let Some(told) = told {
                    <Past told={told.clone()} />
                    <Overrides told={told.clone()} />
                    <Money told={told.clone()} />
                    <Capacity {told} />
                }
            </div>
        </div>
    }
}

/// What is asked of the workers.
fn spec(app: &App) -> ForecastSpec {
    let scenario = app.state.scenario();
    let choices = &scenario.forecast;
    let holidays = || choices.holidays.iter().copied().collect();
    ForecastSpec {
        what: choices.what,
        by: choices.by,
        group: choices.group.clone(),
        reconcile: choices.reconcile,
        step: choices.step,
        last_step: choices.last_step,
        calendar: scenario.calendar,
        currency: scenario.currency.code.clone(),
        asked: PredictAsked {
            horizon: choices.horizon(),
            method: choices.method,
            ranges: choices.ranges,
            working_days: choices.working_days.then(|| WorkingDays { holidays: holidays() }),
            ..PredictAsked::default()
        },
    }
}

/// Whether the forecast is one of all bookings by month, which is what plans pay on and heads sell.
fn is_bookings(app: &App, told: &Told) -> bool {
    let is_whole = told.forecast.group.place == GroupPlace::Whole;
    app.state.scenario().forecast.what == What::Bookings && is_whole && is_monthly(&told.forecast)
}

/// A callback that changes the choices by what a field says, as one step of the history.
fn set<T: 'static>(app: &App, change: fn(&mut ForecastChoices, T)) -> Callback<T> {
    let app = app.clone();
    Callback::from(move |value: T| app.edit(move |scenario| change(&mut scenario.forecast, value)))
}

/// A group's name.
fn group_name(app: &App, group: &ForecastGroup) -> String {
    match group.name.trim() {
        _ if group.place == GroupPlace::Whole => app.t("series-whole"),
        "" => app.t("series-unnamed"),
        name if group.place == GroupPlace::Between => app.tw("series-between", [("name", name.into())]),
        name => name.to_owned(),
    }
}
