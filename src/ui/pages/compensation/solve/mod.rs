//! Solve: rates, starts and thresholds that meet a budget and what else is asked, on the team's own deals, on simulated years
//! or on an attainment that somebody states.

mod form;
mod found;

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::solve::SolveError;
use crate::job::{ReplaySpec, SolveReport, SolveSpec};
use crate::platform::pool::Ticket;
use crate::present::solve_error;
use crate::ui::actions;
use crate::ui::context::{App, use_app};
use crate::ui::effects::replay_spec;
use crate::ui::parts::{Icon, button, empty, go_to, primary};
use crate::ui::routes::{Route, Tab};
use form::{Crowd, Form, fields};
use found::found;

pub(super) fn tab(app: &App) -> Html {
    if app.state.data.report().is_none() {
        return empty(app.t("solve-no-data"), go_to(Route::Data.hash(), app.t("go-to-data")));
    }
    if replay_spec(app).is_none() {
        let link = go_to(Route::Compensation(Tab::Plan).hash(), app.t("go-to-plan"));
        return empty(app.t("statements-no-plan"), link);
    }
    html! { <Solve key="solve" /> }
}

/// Data, plan and months, and what is asked.
type Question = ((String, ReplaySpec), SolveSpec);

/// What was found, and for whom.
type Found = (Rc<SolveReport>, Crowd);

/// How it stands.
#[derive(Clone)]
enum Run {
    Idle,
    Working,
    Answered(Box<Question>, Result<Found, SolveError>),
    /// There is no model of the team to simulate.
    NoModel,
    Lost,
}

#[component]
fn Solve() -> Html {
    let app = use_app();
    let budget = app.state.scenario().assumptions.budget;
    let form = use_state(|| Form::new(budget));
    let run = use_state(|| Run::Idle);
    let ticket = use_mut_ref(|| None::<Ticket>);
    // Whoever leaves has no use for an answer.
    let (leaving, client) = (ticket.clone(), app.client.clone());
    use_effect_with((), move |()| {
        move || {
            if let Some(ticket) = leaving.take() {
                client.stop(&ticket);
            }
        }
    });
    let Some(spec) = replay_spec(&app) else { return Html::default() };
    let plan = spec.1.plan.clone();
    let start = {
        let (app, form, run, ticket) = (app.clone(), form.clone(), run.clone(), ticket.clone());
        let spec = spec.clone();
        Callback::from(move |()| {
            let Some(asked) = form.spec(&spec.1.plan, app.job.0.as_ref().as_ref()) else {
                run.set(Run::NoModel);
                return;
            };
            let crowd = form.crowd;
            let question = Box::new((spec.clone(), asked.clone()));
            let (setter, mine) = (run.setter(), ticket.clone());
            run.set(Run::Working);
            *ticket.borrow_mut() = actions::solve(&app, asked, move |answer| {
                mine.take();
                setter.set(match answer {
                    Some(answer) => Run::Answered(question, answer.map(|report| (Rc::new(report), crowd))),
                    None => Run::Lost,
                });
            });
        })
    };
    let stop = {
        let (run, client) = (run.clone(), app.client.clone());
        Callback::from(move |()| {
            if let Some(ticket) = ticket.take() {
                client.stop(&ticket);
            }
            run.set(Run::Idle);
        })
    };
    let state = match &*run {
        Run::Working => html! {
            <div class="row" role="status">
                <span>{ app.t("solve-running") }</span>
                { button(Some(Icon::Square), app.t("stop"), stop) }
            </div>
        },
        _ => html! { <div class="row">{ primary(Some(Icon::Play), app.t("solve-run"), start) }</div> },
    };
    // An answer to another question is none.
    let is_answer = |(of, asked): &Question| {
        *of == spec && form.spec(&plan, app.job.0.as_ref().as_ref()).is_some_and(|present| present == *asked)
    };
    let answer = match &*run {
        Run::Answered(question, _) if !is_answer(question) => {
            html! { <p class="hint" role="status">{ app.t("solve-stale") }</p> }
        }
        Run::Answered(_, answer) => match answer {
            Ok((report, crowd)) => html! {
                <>
                    <p class="hint">{ app.t(crowd.said()) }</p>
                    { found(&app, &plan, report) }
                </>
            },
            Err(error) => html! { <p role="alert">{ solve_error(&app.state.words, error) }</p> },
        },
        Run::NoModel => html! { <p role="alert">{ app.t("solve-no-model") }</p> },
        Run::Lost => html! { <p role="alert">{ app.t("worker-lost") }</p> },
        _ => Html::default(),
    };
    html! {
        <div class="stack">
            <section class="section">
                <h2>{ app.t("solve-title") }</h2>
                <p class="hint">{ app.t("solve-hint") }</p>
                { fields(&app, &form, &plan) }
                { state }
            </section>
            { answer }
        </div>
    }
}
