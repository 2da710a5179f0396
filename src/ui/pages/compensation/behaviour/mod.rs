//! Behaviour: what reps who respond to the plan make of it. Off until it is switched on, with its evidence and limits beside.

mod assumptions;
mod results;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::engine::comp::behave::{Limit, Study};
use crate::job::BehaveSpec;
use crate::present::{Numerals, limit_text, study_text};
use crate::ui::actions;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::effects::replay_spec;
use crate::ui::parts::{check, empty, ended, go_to, lines, progress};
use crate::ui::routes::{Route, Tab};
use crate::ui::store::{Event, Outcome, Question};
use assumptions::{assumptions, set};
use results::Results;

/// Quiet time before a worker computes.
const SETTLE_MILLISECONDS: u32 = 400;
/// Types of reps: as many as a table shows at a glance.
const N_TYPES: u32 = 5;

pub(super) fn tab(app: &App) -> Html {
    if app.state.data.report().is_none() {
        return empty(app.t("behaviour-no-data"), go_to(Route::Data.hash(), app.t("go-to-data")));
    }
    if app.state.scenario().plan().is_none_or(|plan| !plan.errors().is_empty()) {
        let link = go_to(Route::Compensation(Tab::Plan).hash(), app.t("go-to-plan"));
        return empty(app.t("statements-no-plan"), link);
    }
    html! { <Behaviour key="behaviour" /> }
}

#[component]
fn Behaviour() -> Html {
    let app = use_app();
    let question = question(&app);
    use_answer(&app, question.as_ref());
    let behaving = &app.state.behaving;
    let switch = set(&app, |settings, _, is_on: bool| settings.is_on = is_on);
    let is_on = behaving.settings.is_on;
    html! {
        <div class="stack">
            <section class="section">
                <h2>{ app.t("behaviour-title") }</h2>
                <p>{ app.t("behaviour-intro") }</p>
                { check(app.t("behaviour-switch"), is_on, switch) }
                <p class="hint">{ app.t("behaviour-apart") }</p>
            </section>
            if is_on {
                { run(&app, question) }
                if let Some(behaved) = behaving.result.value() {
                    <Results behaved={Shared(behaved.clone())} />
                }
                { assumptions(&app) }
            }
            { evidence(&app, is_on) }
        </div>
    }
}

/// What is to be computed, if the switch is on and all that it needs is there.
fn question(app: &App) -> Option<Question> {
    let behaving = &app.state.behaving;
    if !behaving.settings.is_on {
        return None;
    }
    let (data, replay) = replay_spec(app)?;
    let mut settings = behaving.settings;
    settings.seed = app.state.scenario().assumptions.seed;
    Some(Question { data, spec: BehaveSpec { replay, settings, n_types: N_TYPES, aim: behaving.aim } })
}

/// Computes whenever the question has settled; another question, or leaving, ends what is on its way.
#[hook]
fn use_answer(app: &App, question: Option<&Question>) {
    let app = app.clone();
    use_effect_with(question.cloned(), move |question| {
        let asked = app.state.behaving.question.clone();
        let is_due = |question: &Question| asked.as_deref() != Some(question);
        let timer = question.clone().filter(is_due).map(|question| {
            let (app, question) = (app.clone(), Rc::new(question));
            Timeout::new(SETTLE_MILLISECONDS, move || actions::behave(&app, &question))
        });
        move || {
            drop(timer);
            app.client.stop_behaving();
            app.send(Event::BehaviourLeft);
        }
    });
}

/// How the computation stands, with stop and run.
fn run(app: &App, question: Option<Question>) -> Html {
    let behaving = &app.state.behaving;
    let is_due = question.as_ref() != behaving.question.as_deref();
    let again = |id: &str| {
        let (own, question) = (app.clone(), question.map(Rc::new));
        let run = Callback::from(move |()| {
            if let Some(question) = &question {
                actions::behave(&own, question);
            }
        });
        ended(app, app.t(id), run)
    };
    let inside = match &behaving.result {
        Outcome::Waiting(_) => {
            let (done, all) = (behaving.n_done, behaving.n_all.max(1));
            let count = |n: u32| app.count(n as usize).into();
            let label = app.tw("behaviour-running", [("done", count(done)), ("all", count(all))]);
            progress(app, label, f64::from(done) / f64::from(all), app.act(actions::stop_behaving))
        }
        _ if is_due => html! { <p role="status">{ app.t("working") }</p> },
        _ if behaving.is_stopped => again("behaviour-stopped"),
        Outcome::Failed => again("behaviour-failed"),
        Outcome::Nothing => html! { <p role="status">{ app.t("behaviour-no-reps") }</p> },
        Outcome::Ready(behaved) => {
            let settings = &behaved.behaviour.settings;
            let values = [
                ("years", app.state.numerals.count(settings.n_runs as usize).into()),
                ("seed", settings.seed.to_string().into()),
            ];
            html! { <p class="hint" role="status">{ app.tw("behaviour-done", values) }</p> }
        }
    };
    html! { <div class="run">{ inside }</div> }
}

/// The studies, and what no result of this kind can know.
fn evidence(app: &App, is_on: bool) -> Html {
    let words = &app.state.words;
    let of_result = app.state.behaving.result.value().filter(|_| is_on);
    let limits = of_result.map_or(&Limit::ALWAYS[..], |behaved| &behaved.behaviour.limits);
    let study = |study: &Study| html! { <li key={study.citation()}>{ study.citation() }{ ": " }{ study_text(words, *study) }</li> };
    html! {
        <>
            <section class="section">
                <h2>{ app.t("evidence-title") }</h2>
                <ul class="gaps">{ for Study::ALL.iter().map(study) }</ul>
            </section>
            <section class="section">
                <h2>{ app.t("limits-title") }</h2>
                <ul class="gaps">{ lines(limits.iter().map(|limit| limit_text(words, *limit)).collect()) }</ul>
            </section>
        </>
    }
}
