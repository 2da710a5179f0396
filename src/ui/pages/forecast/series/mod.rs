//! Series: what bookings, units, deals or activities, or the values of a file, will come to by their own past, how sure that
//! is, how each method did before, values that somebody knows better, what it all costs, and whether heads can sell it.

mod capacity;
mod file;
mod found;
mod money;
mod overrides;
mod settings;
mod tables;

use std::rc::Rc;

use yew::prelude::*;

use super::use_changes;
use crate::engine::forecast::{By, PredictAsked, Prediction, SeriesError, Total, What, WorkingDays, apply_overrides};
use crate::job::{Answer, Ask, Forecast, ForecastAnswer, ForecastAsk, ForecastOf, ForecastSpec};
use crate::present::{series_error, series_group};
use crate::scenario::{FileSeries, ForecastChoices, ForecastGroup, ForecastSource, GroupPlace, SeriesKey};
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::client::SeriesRead;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{button, empty, go_to};
use crate::ui::routes::Route;
use capacity::Capacity;
use file::Source;
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
    /// The series, as overrides name it.
    key: SeriesKey,
}

impl Told {
    /// What is added up; none of a file's values.
    fn what(&self) -> Option<What> {
        self.key.file.is_none().then_some(self.key.what)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct SeriesTabProps {
    /// The data, if there is some.
    pub(super) data: Option<String>,
}

/// Groups that can be chosen, and how many there are.
#[derive(Default)]
struct Named {
    /// Of what, and split by what; of which file.
    of: (What, By, Option<FileSeries>),
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
    let (n_changes, changed) = use_changes(); // of the file
    let is_file = app.state.scenario().forecast.source == ForecastSource::File;
    let held = app.client.series_file().and_then(|held| held.read.clone()).filter(|_| is_file);
    let file = held.as_ref().and_then(series_of);
    let question = match (&held, &props.data) {
        (Some(held), _) if file.is_some() => Some((String::new(), spec(&app, Some(held)))),
        (None, Some(data)) if !is_file => Some((data.clone(), spec(&app, None))),
        _ => None,
    };
    let asked = use_asked(&app, question, put, read);
    let forecast = asked.answer().and_then(|answer| answer.as_ref().as_ref().ok().cloned());
    let error = asked.answer().and_then(|answer| answer.as_ref().as_ref().err().copied());
    let choices = &app.state.scenario().forecast;
    let key = forecast.as_ref().map(|forecast| SeriesKey {
        file: file.clone(),
        what: choices.what,
        by: choices.by,
        group: forecast.group.clone(),
        axis: forecast.axis,
    });
    let overrides = key.as_ref().map(|key| choices.overrides_of(key));
    let told = use_memo((forecast.clone().map(Shared), overrides, key), |(forecast, overrides, key)| {
        let (forecast, key) = (forecast.as_ref()?.0.clone(), key.clone()?);
        let mut found = forecast.found.clone();
        let n_put = apply_overrides(&mut found, overrides.as_deref().unwrap_or_default());
        let sum = |found: &Prediction| found.expected.iter().sum::<f64>();
        let total = forecast.total.moved(sum(&found) - sum(&forecast.found));
        Some(Shared(Rc::new(Told { forecast, found, total, n_put, key })))
    });
    // The groups that were found last stay in the list until others come; those of another split do not.
    let groups = use_mut_ref(Named::default);
    let of = (choices.what, choices.by, file);
    if let Some(forecast) = &forecast {
        let named = forecast.groups.iter().map(|one| one.group.clone()).collect();
        *groups.borrow_mut() = Named { of, groups: named, n_all: forecast.n_groups as usize };
    } else if groups.borrow().of != of {
        *groups.borrow_mut() = Named { of, ..Named::default() };
    }
    let told = (*told).clone();
    let source = html! { <Source {changed} {n_changes} /> };
    if !is_file && props.data.is_none() {
        return html! {
            <div class="stack">
                <div class="stack" key="answer">{ no_data(&app) }</div>
                <div class="stack" key="source">{ source }</div>
            </div>
        };
    }
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
            <div class="stack" key="source">{ source }</div>
            <div class="stack" key="settings">{ settings(&app, &groups.borrow(), told.as_ref().map(|told| &*told.0)) }</div>
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

/// Without data: the way to it, and the other way.
fn no_data(app: &App) -> Html {
    let set = set(app, |choices, source| choices.source = source);
    let of_file = Callback::from(move |()| set.emit(ForecastSource::File));
    let ways = html! {
        <div class="row">
            { go_to(Route::Data.hash(), app.t("go-to-data")) }
            { button(None, app.t("series-file-instead"), of_file) }
        </div>
    };
    empty(app.t("forecast-no-data"), ways)
}

/// Which series of a file are forecast; none where it holds none.
fn series_of(read: &SeriesRead) -> Option<FileSeries> {
    FileSeries::of(&read.found.table, &read.found.columns)
}

/// What is asked of the workers: of the data, or of a file.
fn spec(app: &App, held: Option<&SeriesRead>) -> ForecastSpec {
    let scenario = app.state.scenario();
    let choices = &scenario.forecast;
    let holidays = || choices.holidays.iter().copied().collect();
    let of = match held {
        Some(held) => ForecastOf::File {
            file: held.found.fingerprint.clone(),
            step: choices.file.step,
            fill: choices.file.fill,
            is_usual_horizon: choices.horizon.is_none(),
        },
        None => ForecastOf::Records {
            what: choices.what,
            by: choices.by,
            step: choices.step,
            currency: scenario.currency.code.clone(),
        },
    };
    ForecastSpec {
        of,
        group: choices.group.clone(),
        reconcile: choices.reconcile,
        last_step: choices.last_step,
        calendar: scenario.calendar,
        asked: PredictAsked {
            horizon: choices.horizon(choices.step),
            method: choices.method,
            ranges: choices.ranges,
            working_days: choices.working_days.then(|| WorkingDays { holidays: holidays() }),
            ..PredictAsked::default()
        },
    }
}

/// Whether the forecast is one of all bookings by month, which is what plans pay on and heads sell.
fn is_bookings(told: &Told) -> bool {
    let is_whole = told.forecast.group.place == GroupPlace::Whole;
    told.what() == Some(What::Bookings) && is_whole && is_monthly(&told.forecast)
}

/// A callback that changes the choices by what a field says, as one step of the history.
fn set<T: 'static>(app: &App, change: fn(&mut ForecastChoices, T)) -> Callback<T> {
    let app = app.clone();
    Callback::from(move |value: T| app.edit(move |scenario| change(&mut scenario.forecast, value)))
}

/// A group's name.
fn group_name(app: &App, group: &ForecastGroup) -> String {
    series_group(&app.state.words, group)
}
