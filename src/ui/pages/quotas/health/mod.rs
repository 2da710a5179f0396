//! Health: whether the quotas are fair, within reach, and told apart from luck.

mod card;

use yew::prelude::*;

use crate::engine::comp::Measure;
use crate::engine::comp::compare::marks;
use crate::engine::quota::estimate::{EstimateError, EstimateSettings, Estimates, Method};
use crate::engine::quota::health::{EstimateRange, Expected, HealthCard, HealthSettings, SizeBy};
use crate::engine::units::{Granularity, Month};
use crate::job::{Answer, Ask, EstimateSpec, HealthSpec};
use crate::present::{Numerals, estimate_error, estimate_method, health_size_name};
use crate::scenario::months;
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use crate::ui::effects::data_name;
use crate::ui::parts::{check, choice, empty, go_to, with_own};
use crate::ui::routes::Route;
use crate::ui::store::Outcome;
use card::Card;

/// Simulated years behind what attainment is expected to be.
const N_RUNS: u32 = 1_000;

/// What a reader chooses here.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    /// First and last month; the last twelve if none.
    months: Option<(Month, Month)>,
    size: SizeBy,
    /// The method whose intervals quotas are held against.
    method: Option<Method>,
    /// Whether the cost model says what attainment is to be.
    is_simulated: bool,
}

type Question = (String, HealthSpec);

fn put((data, spec): &Question) -> (String, Ask) {
    (data.clone(), Ask::QuotaHealth { data: data.clone(), spec: Box::new(spec.clone()) })
}

fn read(answer: Answer) -> Option<HealthCard> {
    if let Answer::QuotaHealth(card) = answer { Some(card.into_inner()) } else { None }
}

fn put_estimate((data, spec): &(String, EstimateSpec)) -> (String, Ask) {
    (data.clone(), Ask::Estimate { data: data.clone(), spec: Box::new(spec.clone()) })
}

fn read_estimate(answer: Answer) -> Option<Result<Estimates, EstimateError>> {
    if let Answer::Estimated(found) = answer { Some(found.into_inner()) } else { None }
}

#[component]
pub(super) fn HealthTab() -> Html {
    let app = use_app();
    let chosen = use_state_eq(|| Chosen {
        months: None,
        size: SizeBy::Either,
        method: Some(Method::Shrinkage),
        is_simulated: true,
    });
    let span = span(&app, &chosen);
    let data = data_name(&app);
    let estimate = data.clone().zip(span).and_then(|(data, span)| Some((data, estimate_spec(&app, &chosen, span)?)));
    let is_estimated = estimate.is_some();
    let estimates = use_asked(&app, estimate, put_estimate, read_estimate);
    // The card waits for the intervals that it is asked to hold quotas against: those of this question alone.
    let is_waiting = is_estimated && estimates.is_working();
    let found = estimates.answer().map(|found| found.as_ref().as_ref());
    let ranges = found.and_then(|found| found.ok().map(ranges));
    let missed = found.and_then(Result::err).map(|error| estimate_error(&app.state.words, error));
    let question = data.zip(span).filter(|_| !is_waiting);
    let question = question.map(|(data, span)| (data, spec(&app, &chosen, span, ranges.unwrap_or_default())));
    let asked = use_asked(&app, question, put, read);
    if span.is_none() {
        return empty(app.t("backtest-no-months"), go_to(Route::Data.hash(), app.t("go-to-data")));
    }
    html! {
        <div class="stack">
            if is_estimated {
                { estimates.run(&app, "quotas-stopped") }
            }
            if !is_waiting {
                { asked.run(&app, "quotas-stopped") }
            }
            if let Some(card) = asked.value() {
                <Card card={Shared(card.clone())} />
            }
            <section class="section">
                <h2>{ app.t("card-settings") }</h2>
                { fields(&app, &chosen) }
                if let Some(missed) = missed {
                    <p class="hint" role="status">{ missed }</p>
                }
            </section>
        </div>
    }
}

/// The months looked at: those chosen, else the last twelve of the history.
fn span(app: &App, chosen: &Chosen) -> Option<(Month, Month)> {
    let (first, last) = months(app.state.scenario())?;
    chosen.months.or_else(|| Some((first.max(last.plus(-11)), last)))
}

/// Intervals are of a fiscal year: where the months are one, or lie in one.
fn estimate_spec(app: &App, chosen: &Chosen, (first, last): (Month, Month)) -> Option<EstimateSpec> {
    let scenario = app.state.scenario();
    let year = scenario.calendar.period(first, Granularity::Year);
    let is_whole = year.start == first && year.end() == last;
    Some(EstimateSpec {
        method: chosen.method.filter(|_| is_whole)?,
        settings: EstimateSettings::default(),
        calendar: scenario.calendar,
        year: first,
        measure: Measure::default(),
        currency: scenario.currency.code.clone(),
    })
}

fn ranges(estimates: &Estimates) -> Vec<EstimateRange> {
    let range = |(rep, low, high)| EstimateRange { rep, low, high };
    estimates.intervals().into_iter().map(range).collect()
}

fn spec(app: &App, chosen: &Chosen, (first, last): (Month, Month), estimates: Vec<EstimateRange>) -> HealthSpec {
    let scenario = app.state.scenario();
    let mut settings = HealthSettings::of_months(first, last);
    if let Some(plan) = scenario.plan().filter(|plan| plan.errors().is_empty()) {
        settings.marks = marks(plan);
    }
    settings.size = chosen.size;
    settings.estimates = estimates;
    settings.benchmarks.clone_from(&scenario.benchmarks);
    settings.seed = scenario.assumptions.seed;
    if let Outcome::Ready(fitted) = &app.state.fitted
        && chosen.is_simulated
    {
        settings.expected = Some(Expected::Model { model: Box::new(fitted.model.clone()), n_runs: N_RUNS });
    }
    HealthSpec { settings, calendar: scenario.calendar, currency: scenario.currency.code.clone() }
}

/// A callback that changes what is chosen by what a field says.
fn set<T: 'static>(chosen: &UseStateHandle<Chosen>, change: fn(&mut Chosen, T)) -> Callback<T> {
    let chosen = chosen.clone();
    Callback::from(move |value: T| {
        let mut next = (*chosen).clone();
        change(&mut next, value);
        chosen.set(next);
    })
}

fn fields(app: &App, chosen: &UseStateHandle<Chosen>) -> Html {
    let sizes = [SizeBy::Either, SizeBy::PriorSales, SizeBy::AccountRevenue];
    let sizes = sizes.map(|size| (size, health_size_name(&app.state.words, size))).to_vec();
    let mut methods = vec![(None, app.t("card-no-method"))];
    methods.extend(Method::ALL.map(|method| (Some(method), estimate_method(&app.state.words, method))));
    let has_model = matches!(app.state.fitted, Outcome::Ready(_));
    html! {
        <>
            <div class="row">
                { choice(app.t("card-months"), false, &chosen.months, spans(app), set(chosen, |next, months| next.months = months)) }
                { choice(app.t("card-size"), false, &chosen.size, sizes, set(chosen, |next, size| next.size = size)) }
                { choice(app.t("card-method"), false, &chosen.method, methods, set(chosen, |next, method| next.method = method)) }
                if has_model {
                    { check(app.t("card-simulated"), chosen.is_simulated, set(chosen, |next, is_on| next.is_simulated = is_on)) }
                }
            </div>
            <p class="hint">{ app.t("card-method-hint") }</p>
        </>
    }
}

/// The last twelve months, each fiscal year of the history, all of it, and the years that quotas in use are set for.
fn spans(app: &App) -> Vec<(Option<(Month, Month)>, String)> {
    let scenario = app.state.scenario();
    let mut spans = vec![(None, app.t("card-last-year"))];
    let Some((first, last)) = months(scenario) else { return spans };
    let mut start = scenario.calendar.period(first, Granularity::Year).start;
    // A file may say anything: sixty years are enough.
    for _ in 0..60 {
        let end = start.plus(11);
        if last < end {
            break;
        }
        if first <= start {
            spans.push((Some((start, end)), span_name(app, start, end)));
        }
        start = start.plus(12);
    }
    spans.push((Some((first, last)), span_name(app, first, last)));
    let next = scenario.calendar.period(last.plus(12), Granularity::Year).start;
    for plan in scenario.quotas.iter().filter(|plan| plan.is_used).take(12) {
        let start = plan.start.unwrap_or(next);
        let end = start.plus(11);
        spans = with_own(spans, &Some((start, end)), || span_name(app, start, end));
    }
    spans
}

fn span_name(app: &App, first: Month, last: Month) -> String {
    let month = |month: Month| app.state.numerals.month(month).into();
    app.tw("period-span", [("first", month(first)), ("last", month(last))])
}
