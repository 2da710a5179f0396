//! Looking back: past months forecast anew from what was known then, beside what came.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::pipeline::{PipelineBacktest, PipelineMethod, PipelineScore};
use crate::engine::units::Month;
use crate::job::{PipelineAsk, PipelineSpec};
use crate::platform::dom;
use crate::present::{Chart, pipeline_calibration, pipeline_method, pipeline_origins};
use crate::ui::app::Shared;
use crate::ui::client::{Client, LookedBack, Simulation};
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Icon, Status, WorkWords, primary, table};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct BackQuestion {
    pub(super) data: String,
    pub(super) spec: PipelineSpec,
    pub(super) origins: Rc<Vec<Month>>,
    pub(super) n_runs: u32,
    pub(super) seed: u64,
}

#[derive(Properties, PartialEq)]
pub(super) struct BackProps {
    /// None until it is known what can be asked.
    pub(super) question: Option<BackQuestion>,
    /// Whether the forecast itself is done: it comes first.
    pub(super) can_begin: bool,
}

/// How it stands.
#[derive(Clone, PartialEq)]
struct State {
    status: Status,
    n_done: u32,
    n_all: u32,
    backtest: Option<Shared<PipelineBacktest>>,
}

impl State {
    fn of(status: Status, n_done: u32, n_all: u32) -> Self {
        Self { status, n_done, n_all, backtest: None }
    }
}

type Running = Rc<RefCell<Option<Simulation>>>;

fn begin(
    client: &Rc<Client>,
    question: &BackQuestion,
    set: UseStateSetter<Option<(BackQuestion, State)>>,
) -> Simulation {
    let (asked, of) = (question.clone(), question.clone());
    let ask = move |origin| PipelineAsk::Origin {
        data: asked.data.clone(),
        spec: asked.spec.clone(),
        n_runs: asked.n_runs,
        seed: asked.seed,
        origin,
    };
    let n_all = question.origins.len() as u32;
    let tell = move |went: LookedBack| {
        let state = match went {
            LookedBack::Went(n_done, n_all) => State::of(Status::Running, n_done, n_all),
            LookedBack::Done(backtest) => {
                State { backtest: Some(Shared(Rc::from(backtest))), ..State::of(Status::Done, n_all, n_all) }
            }
            LookedBack::Failed => State::of(Status::Failed, 0, n_all),
        };
        set.set(Some((of.clone(), state)));
    };
    client.look_back(&question.data, &question.origins, ask, tell)
}

fn end(client: &Rc<Client>, running: &Running) {
    if let Some(running) = running.take() {
        client.drop_pipeline(&running);
    }
}

/// The section. It looks back when asked to, and from then on whenever what is asked changes.
#[component]
pub(super) fn Back(props: &BackProps) -> Html {
    let app = use_app();
    let is_wanted = use_state_eq(|| false);
    let n_asked = use_state(|| 0_u32);
    let state = use_state(|| None::<(BackQuestion, State)>);
    let running: Running = use_mut_ref(|| None);
    let question = props.question.clone().filter(|_| *is_wanted && props.can_begin);
    // The forecast beside it may be simulated anew: what was answered stays answered.
    let answered = state.as_ref().filter(|(_, state)| state.status == Status::Done).map(|(of, _)| of.clone());
    let last_asked = use_mut_ref(|| 0_u32);
    let (client, set, held) = (app.client.clone(), state.setter(), running.clone());
    use_effect_with((question, *n_asked), move |(question, n_asked)| {
        let is_open =
            |question: &&BackQuestion| last_asked.replace(*n_asked) != *n_asked || answered.as_ref() != Some(*question);
        if let Some(question) = question.as_ref().filter(is_open) {
            let n_all = question.origins.len() as u32;
            set.set(Some((question.clone(), State::of(Status::Running, 0, n_all))));
            let simulation = begin(&client, question, set.clone());
            *held.borrow_mut() = Some(simulation);
        }
        move || end(&client, &held)
    });
    let here = state.as_ref().filter(|(of, _)| Some(of) == props.question.as_ref()).map(|(_, state)| state.clone());
    let stop = {
        let (client, set, of) = (app.client.clone(), state.setter(), props.question.clone());
        Callback::from(move |()| {
            end(&client, &running);
            set.set(of.clone().map(|of| (of, State::of(Status::Stopped, 0, 0))));
        })
    };
    let again = Callback::from(move |()| n_asked.set(*n_asked + 1));
    let want = {
        let is_wanted = is_wanted.setter();
        Callback::from(move |()| {
            is_wanted.set(true);
            dom::focus("main"); // the button goes
        })
    };
    let inside = match (&props.question, here) {
        (Some(question), _) if question.origins.is_empty() => html! { <p>{ app.t("pipe-back-none") }</p> },
        _ if !*is_wanted => html! { <div class="row">{ primary(Some(Icon::Play), app.t("pipe-back-do"), want) }</div> },
        (_, Some(State { backtest: Some(backtest), .. })) => html! { <Done {backtest} /> },
        (Some(_), Some(state)) if props.can_begin => {
            let words = WorkWords { running: "pipe-back-running", stopped: "pipe-stopped", failed: "worker-lost" };
            let stands = (state.status, state.n_done as usize, state.n_all as usize);
            parts::work(&app, &words, stands, (stop, again), String::new)
        }
        // The forecast itself was stopped, has failed, or is still at work: it says so above.
        _ => html! { <p role="status">{ app.t("pipe-back-waits") }</p> },
    };
    let runs = app.count(props.question.as_ref().map_or(super::BACK_RUNS, |question| question.n_runs) as usize);
    html! {
        <section class="section">
            <h2>{ app.t("pipe-back-title") }</h2>
            <p class="hint">{ app.tw("pipe-back-hint", [("runs", runs.into())]) }</p>
            { inside }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct DoneProps {
    backtest: Shared<PipelineBacktest>,
}

/// What was found.
#[component]
fn Done(props: &DoneProps) -> Html {
    let app = use_app();
    let said = (props.backtest.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    let charts = use_memo(said, |(backtest, ..)| {
        let charts: [Chart; 2] =
            [pipeline_origins(&app.voice(), &backtest.0), pipeline_calibration(&app.voice(), &backtest.0)];
        charts.map(|chart| Shared(Rc::new(chart)))
    });
    let backtest = &props.backtest.0;
    if backtest.rows.is_empty() {
        return html! { <p>{ app.t("pipe-back-nothing") }</p> };
    }
    html! {
        <div class="stack">
            <p class="lead" role="status">{ verdict(&app, &backtest.by_horizon) }</p>
            { scores(&app, app.t("pipe-back-horizon"), &backtest.by_horizon) }
            { scores(&app, app.t("pipe-back-month"), &backtest.by_month) }
            { parts::charts(&*charts) }
        </div>
    }
}

/// Whether the forecast erred less than what is commonly done, and whether its ranges held.
fn verdict(app: &App, scores: &[PipelineScore]) -> String {
    let of = |method: PipelineMethod| scores.iter().find(|score| score.method == method);
    let (Some(own), Some(rate), Some(weighted)) =
        (of(PipelineMethod::Hazards), of(PipelineMethod::RunRate), of(PipelineMethod::StageWeighted))
    else {
        return String::new();
    };
    let voice = app.voice();
    let values = [
        ("loss", voice.compact(own.pinball).into()),
        ("rate", voice.compact(rate.pinball).into()),
        ("weighted", voice.compact(weighted.pinball).into()),
        ("held", voice.percent(own.coverage).into()),
        ("n", own.n.into()),
        ("count", app.count(own.n as usize).into()),
    ];
    app.tw("pipe-back-verdict", values)
}

fn scores(app: &App, title: String, scores: &[PipelineScore]) -> Html {
    let voice = app.voice();
    let row = |score: &PipelineScore| {
        vec![
            pipeline_method(&app.state.words, score.method),
            app.count(score.n as usize),
            voice.whole(score.pinball),
            voice.percent(score.coverage),
            voice.whole(score.width),
            voice.whole(score.bias),
        ]
    };
    let ids = ["pipe-method", "pipe-forecasts", "pipe-pinball", "pipe-held", "pipe-width", "pipe-bias"];
    html! {
        <div>
            <h3>{ title.clone() }</h3>
            { table(title, 1, app.ts(&ids), Rc::new(scores.iter().map(row).collect())) }
        </div>
    }
}
