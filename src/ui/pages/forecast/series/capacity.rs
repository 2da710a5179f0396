//! From the forecast to capacity: what heads can sell of it by month, how far quotas cover it, and when to hire.

use std::rc::Rc;

use yew::prelude::*;

use super::{Told, ToldProps, is_bookings};
use crate::engine::forecast::{Backtest, Prediction};
use crate::engine::quota::capacity::{CapacityGoal, HeadcountPlan, Held, OnForecastError, QuotasFrom};
use crate::job::{Answer, Ask, CapacitySpec, ForecastAnswer, ForecastAsk, ForecastCapacity, ForecastCapacitySpec};
use crate::present::{
    Numerals, capacity_note, capacity_on_forecast, headcount_error, on_forecast_chart, on_forecast_error,
};
use crate::scenario::{Scenario, plan_year};
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use crate::ui::effects::data_name;
use crate::ui::parts::{Fact, button, chart, facts_list, go_to, lines, table};
use crate::ui::routes::{QuotaTab, Route};

/// Height of the picture, in pixels.
const HEIGHT: f64 = 300.0;

type Question = (String, ForecastCapacitySpec);
type Answered = Result<Shared<ForecastCapacity>, OnForecastError>;

fn put((data, spec): &Question) -> (String, Ask) {
    let (data, spec) = (data.clone(), Box::new(spec.clone()));
    (data.clone(), Ask::Forecast(ForecastAsk::Capacity { data, spec }))
}

fn read(answer: Answer) -> Option<Answered> {
    let Answer::Forecast(ForecastAnswer::Capacity(found)) = answer else { return None };
    Some(found.into_inner().map(|found| Shared(Rc::new(found))))
}

#[component]
pub(super) fn Capacity(props: &ToldProps) -> Html {
    let app = use_app();
    let is_bookings = is_bookings(&props.told.0);
    let plan = app.state.scenario().headcount.clone().filter(|_| is_bookings);
    let errors = plan.as_ref().map(HeadcountPlan::errors).unwrap_or_default();
    let errors: Vec<String> = errors.iter().map(|error| headcount_error(&app.state.words, error)).collect();
    let question = plan.as_ref().and_then(|plan| question(&app, &props.told.0, plan));
    let asked = use_asked(&app, question, put, read);
    let found = asked.answer().and_then(|answer| answer.as_ref().as_ref().ok().cloned());
    let error = asked.answer().and_then(|answer| answer.as_ref().as_ref().err().copied());
    let said = (found.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    let picture = use_memo(said, |(found, ..)| {
        found.as_ref().map(|found| Shared(Rc::new(on_forecast_chart(&app.voice(), &found.0.held))))
    });
    html! {
        <section class="section">
            <h2>{ app.t("series-capacity-title") }</h2>
            if props.told.0.what().is_none() {
                <p class="hint">{ app.t("series-capacity-of-data") }</p>
            } else if !is_bookings {
                <p class="hint">{ app.t("series-capacity-of-bookings") }</p>
            } else if !errors.is_empty() {
                <ul class="problems">{ lines(errors) }</ul>
            } else if plan.is_none() {
                <p class="hint">{ app.t("series-capacity-no-plan") }</p>
            }
            { asked.run(&app, "series-stopped") }
            if let Some(error) = error {
                <p role="alert">{ on_forecast_error(&app.state.words, &app.state.numerals, &error) }</p>
            }
            if let Some(found) = &found {
                { answered(&app, &found.0) }
            }
            if let Some(picture) = (*picture).clone() {
                { chart(picture, HEIGHT, None, None) }
            }
            if let Some(found) = &found {
                { by_month(&app, &found.0) }
            }
            if is_bookings {
                <div class="row">
                    if let Some(plan) = &plan {
                        { take(&app, plan, found.as_ref().map(|found| found.0.goal.as_slice())) }
                    }
                    { go_to(Route::Quotas(QuotaTab::Capacity).hash(), app.t("series-capacity-go")) }
                </div>
            }
        </section>
    }
}

fn question(app: &App, told: &Told, plan: &HeadcountPlan) -> Option<Question> {
    let scenario = app.state.scenario();
    if !plan.errors().is_empty() {
        return None;
    }
    let spec = ForecastCapacitySpec {
        plan: plan.clone(),
        spec: CapacitySpec::of(scenario)?,
        axis: told.forecast.axis,
        // How methods did before says nothing of capacity.
        found: Prediction { tried: Backtest::default(), ..told.found.clone() },
        said: told.forecast.found.expected.clone(),
        values: told.forecast.history.values.clone(),
        seed: scenario.assumptions.seed,
    };
    Some((data_name(app)?, spec))
}

/// What it comes to, in words and figures, and what a reader should know.
fn answered(app: &App, found: &ForecastCapacity) -> Html {
    let (voice, held) = (app.voice(), &found.held);
    let all = &held.all;
    let share = |value: Option<f64>| value.map_or_else(|| app.t("none"), |value| voice.percent(value));
    let mut facts = vec![
        Fact::new(app.t("on-forecast-forecast"), voice.compact(all.forecast)),
        Fact::new(app.t("on-forecast-capacity"), voice.compact(all.capacity)),
        Fact::new(app.t("series-capacity-utilisation"), share(all.utilisation)),
    ];
    if let Some(heads) = all.gap_heads {
        facts.push(Fact::new(app.t("series-capacity-gap-heads"), app.state.numerals.decimal(heads, 1, 1)));
    }
    if all.quota.is_some() {
        facts.push(Fact::new(app.t("series-capacity-coverage"), share(all.quota_coverage)));
    }
    let mut notes = Vec::new();
    let (before, after) = held.n_outside;
    if before + after != 0 {
        let n_plan = held.months.len() + before as usize + after as usize;
        let values = [("held", app.count(held.months.len()).into()), ("all", app.count(n_plan).into())];
        notes.push(app.tw("series-capacity-outside", values));
    }
    notes.extend(found.notes.iter().map(|note| capacity_note(&app.state.words, &app.state.numerals, note)));
    // Where a month cannot be met at all no number of hires is told.
    let hires: Option<u32> = held.hires.iter().map(|row| row.n).sum();
    if let Some(hires) = hires.filter(|hires| *hires != 0) {
        notes.push(app.tw("series-capacity-hires", [("n", hires.into()), ("count", app.count(hires as usize).into())]));
    }
    html! {
        <>
            <p>{ capacity_on_forecast(&voice, held) }</p>
            <dl class="facts">{ facts_list(facts) }</dl>
            <ul class="gaps" aria-label={app.t("series-notes")}>{ lines(notes) }</ul>
        </>
    }
}

/// The comparison by month and in all.
fn by_month(app: &App, found: &ForecastCapacity) -> Html {
    let (voice, held) = (app.voice(), &found.held);
    let share = |value: Option<f64>| value.map_or_else(|| app.t("none"), |value| voice.percent(value));
    let row = |name: String, held: &Held| {
        let quota = held.quota.map_or_else(|| app.t("none"), |quota| voice.whole(quota));
        let heads = held.gap_heads.map_or_else(|| app.t("none"), |heads| app.state.numerals.decimal(heads, 1, 1));
        let of_quota = [quota, share(held.quota_coverage), share(held.attainment)];
        let of_capacity = [voice.whole(held.capacity), share(held.utilisation), voice.whole(held.gap), heads];
        [vec![name, voice.whole(held.forecast)], of_quota.into(), of_capacity.into()].concat()
    };
    let months = held.months.iter().map(|one| row(app.state.numerals.month(one.month), &one.held));
    let rows = months.chain([row(app.t("on-forecast-all"), &held.all)]).collect();
    let headers = app.ts(&[
        "axis-month",
        "on-forecast-forecast",
        if held.quotas_from == Some(QuotasFrom::Plan) { "capacity-assigned" } else { "on-forecast-quota" },
        "series-capacity-coverage",
        "series-money-attainment",
        "on-forecast-capacity",
        "series-capacity-utilisation",
        "series-capacity-gap",
        "series-capacity-gap-heads",
    ]);
    html! {
        <>
            { table(app.t("series-capacity-title"), 1, headers, Rc::new(rows)) }
            <p class="hint">{ app.t("series-capacity-hint") }</p>
        </>
    }
}

/// Takes the forecast as the goal of the headcount plan's months, as one step of the history. The button stays while the answer
/// is on its way, so that nobody loses his place.
fn take(app: &App, plan: &HeadcountPlan, goal: Option<&[f64]>) -> Html {
    let goal = goal.map(|goal| CapacityGoal::Months(goal.to_vec()));
    let is_taken = goal.as_ref() == Some(&plan.goal);
    let to = app.clone();
    let taken = Callback::from(move |()| {
        if let Some(goal) = goal.clone().filter(|_| !is_taken) {
            to.edit(move |scenario| take_goal(scenario, goal));
        }
    });
    html! {
        <>
            { button(None, app.t("series-capacity-take"), taken) }
            <span class="hint" role="status">{ if is_taken { app.t("series-capacity-taken") } else { String::new() } }</span>
        </>
    }
}

/// A goal by month is of these months: a plan that began where the data ends begins there from now on.
fn take_goal(scenario: &mut Scenario, goal: CapacityGoal) {
    let first = plan_year(scenario);
    if let Some(plan) = scenario.headcount.as_mut() {
        plan.first = plan.first.or(first);
        plan.goal = goal;
    }
}
