//! Backtest: what each method would have set in past years, beside what happened; the best is named.

mod tables;

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::engine::comp::Measure;
use crate::engine::quota::backtest::{Backtest, BacktestSettings, Goal};
use crate::engine::quota::estimate::{EstimateError, Method};
use crate::engine::units::Decimal;
use crate::job::{Answer, Ask, BacktestSpec};
use crate::present::{estimate_error, estimate_method};
use crate::scenario::months;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use crate::ui::pages::quotas::potential::potential;
use crate::ui::parts::{NumberProps, Unit, check, choice, decimal, empty, go_to, number};
use crate::ui::routes::Route;
use tables::found;

#[derive(Properties, PartialEq)]
pub(super) struct BacktestTabProps {
    pub(super) data: String,
}

type Question = (String, BacktestSpec);
type Found = Result<Backtest, EstimateError>;

fn put((data, spec): &Question) -> (String, Ask) {
    (data.clone(), Ask::Backtest { data: data.clone(), spec: Box::new(spec.clone()) })
}

fn read(answer: Answer) -> Option<Found> {
    if let Answer::Backtested(found) = answer { Some(found.into_inner()) } else { None }
}

#[component]
pub(super) fn BacktestTab(props: &BacktestTabProps) -> Html {
    let app = use_app();
    let settings = use_state_eq(BacktestSettings::default);
    let is_paid = use_state_eq(|| true);
    let question = question(&app, &props.data, &settings, *is_paid);
    let asked = use_asked(&app, question.clone(), put, read);
    if question.is_none() {
        return empty(app.t("backtest-no-months"), go_to(Route::Data.hash(), app.t("go-to-data")));
    }
    let answer = match asked.value().map(std::rc::Rc::as_ref) {
        Some(Ok(backtest)) => found(&app, backtest),
        Some(Err(error)) => html! { <p role="alert">{ estimate_error(&app.state.words, error) }</p> },
        None => Html::default(),
    };
    let paid = is_paid.setter();
    let has_plan = app.state.scenario().plan().is_some_and(|plan| plan.errors().is_empty());
    html! {
        <div class="stack">
            { asked.run(&app, "quotas-stopped") }
            { answer }
            <section class="section">
                <h2>{ app.t("backtest-settings") }</h2>
                { fields(&app, &settings) }
                if has_plan {
                    { check(app.t("backtest-cost"), *is_paid, Callback::from(move |is_on| paid.set(is_on))) }
                }
                <p class="hint">{ app.t("backtest-hint") }</p>
            </section>
        </div>
    }
}

fn question(app: &App, data: &str, settings: &BacktestSettings, is_paid: bool) -> Option<Question> {
    let scenario = app.state.scenario();
    let (first, last) = months(scenario)?;
    let plan = scenario.plan().filter(|plan| is_paid && plan.errors().is_empty()).cloned();
    let spec = BacktestSpec {
        settings: settings.clone(),
        plan,
        calendar: scenario.calendar,
        first,
        last,
        measure: Measure::default(),
        digits: scenario.currency.digits,
        currency: scenario.currency.code.clone(),
    };
    Some((data.to_owned(), spec))
}

/// A callback that changes the settings by what a field says.
fn set<T: 'static>(
    settings: &UseStateHandle<BacktestSettings>,
    change: impl Fn(&mut BacktestSettings, T) + 'static,
) -> Callback<T> {
    let settings = settings.clone();
    Callback::from(move |value: T| {
        let mut next = (*settings).clone();
        change(&mut next, value);
        settings.set(next);
    })
}

fn fields(app: &App, settings: &UseStateHandle<BacktestSettings>) -> Html {
    let growth = if let Goal::LastYear { growth } = settings.goal { growth } else { 0.1 };
    let goals =
        vec![(Goal::Actual, app.t("backtest-goal-actual")), (Goal::LastYear { growth }, app.t("backtest-goal-growth"))];
    let growth_field = {
        let set = set(settings, |settings, value: Option<Decimal>| {
            if let Some(growth) = value.and_then(|value| value.to_f64()) {
                settings.goal = Goal::LastYear { growth };
            }
        });
        let props = NumberProps::new(app.t("quotas-growth"), Unit::Percent, decimal(growth), set);
        number(NumberProps { least: -Decimal::ONE, most: Some(Decimal::ONE_HUNDRED), ..props })
    };
    let method = |method: Method| {
        let is_on = settings.methods.contains(&method);
        let set = set(settings, move |settings, is_on: bool| {
            let methods = Method::ALL.into_iter();
            let kept: Vec<Method> = methods
                .filter(|other| if *other == method { is_on } else { settings.methods.contains(other) })
                .collect();
            // One is always looked at.
            if !kept.is_empty() {
                settings.methods = kept;
            }
        });
        html! { <span key={method.key()}>{ check(estimate_method(&app.state.words, method), is_on, set) }</span> }
    };
    html! {
        <>
            <div class="row">
                { choice(app.t("backtest-goal"), false, &settings.goal, goals, set(settings, |settings, goal| settings.goal = goal)) }
                if matches!(settings.goal, Goal::LastYear { .. }) {
                    { growth_field }
                }
                { potential(app, &settings.estimate, &set(settings, |settings, estimate| settings.estimate = estimate)) }
            </div>
            <fieldset class="row">
                <legend class="field-label">{ app.t("backtest-methods") }</legend>
                { for Method::ALL.into_iter().map(method) }
            </fieldset>
        </>
    }
}
