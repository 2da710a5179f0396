//! What behaviour comes to: the answer, its charts, where reps give up, what they move, and the tables behind.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::behave::{Behaviour, Outcome};
use crate::job::Behaved;
use crate::present::{
    Chart, ChartTable, Voice, behaviour_finding, behaviour_sums, behaviour_types, behaviour_variants,
    calibration_lines, closes_by_week, effort_by_attainment, revenue_by_week, timing_lines, window_line, zone_lines,
};
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Fact, answer, lines, table};

#[derive(Properties, PartialEq)]
pub(super) struct ResultsProps {
    pub(super) behaved: Shared<Behaved>,
}

#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    let app = use_app();
    let said = (props.behaved.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    let charts = use_memo(said, |(behaved, ..)| {
        let voice = app.voice();
        let charts: [fn(&Voice, &Behaviour) -> Chart; 3] = [effort_by_attainment, closes_by_week, revenue_by_week];
        charts.map(|chart| Shared(Rc::new(chart(&voice, &behaved.0.behaviour)))).to_vec()
    });
    let (voice, behaviour) = (app.voice(), &props.behaved.0.behaviour);
    html! {
        <div class="stack">
            { answer(behaviour_finding(&voice, behaviour), facts(&app, behaviour)) }
            <ul class="gaps">{ lines(calibration(&app, &props.behaved.0)) }</ul>
            { parts::charts(&charts) }
            <p class="hint">{ window_line(&app.state.words, behaviour) }</p>
            <section class="section said">
                <h2>{ app.t("zones-title") }</h2>
                <ul>{ lines(zone_lines(&voice, behaviour)) }</ul>
                <p class="hint">{ app.t("zones-note") }</p>
            </section>
            <section class="section said">
                <h2>{ app.t("timing-title") }</h2>
                <ul>{ lines(timing_lines(&voice, behaviour)) }</ul>
            </section>
            { figures(&app, "sums-title", behaviour_sums(&voice, behaviour)) }
            { figures(&app, "types-title", behaviour_types(&voice, behaviour)) }
            { figures(&app, "variants-title", behaviour_variants(&voice, behaviour)) }
        </div>
    }
}

/// The share that the history shows, and what was calibrated.
fn calibration(app: &App, behaved: &Behaved) -> Vec<String> {
    let voice = app.voice();
    let history = behaved.history_last_week.map(|share| {
        let share = voice.percent(share);
        app.tw("behaviour-history", [("share", share.into())])
    });
    let calibrated = behaved.calibration.as_ref().map(|calibration| calibration_lines(&voice, calibration));
    history.into_iter().chain(calibrated.into_iter().flatten()).collect()
}

/// The figures that carry the answer, each with what it is without behaviour.
fn facts(app: &App, behaviour: &Behaviour) -> Vec<Fact> {
    let voice = app.voice();
    let (with, without) = (&behaviour.with, &behaviour.without);
    let fact = |id: &str, said: &dyn Fn(&Outcome) -> String| {
        let note = app.tw("behaviour-without", [("figure", said(without).into())]);
        Fact::new(app.t(id), said(with)).noted(note)
    };
    vec![
        fact("behaviour-revenue", &|sums| voice.whole(sums.revenue)),
        fact("behaviour-cost", &|sums| voice.whole(sums.cost)),
        fact("behaviour-ccos", &|sums| voice.percent(sums.ccos)),
        fact("behaviour-effort", &|sums| voice.percent(sums.effort)),
        fact("behaviour-last-week", &|sums| voice.percent(sums.last_week_share)),
        fact("behaviour-leakage", &|sums| voice.percent(sums.leakage)),
    ]
}

fn figures(app: &App, title: &str, figures: ChartTable) -> Html {
    html! {
        <section class="section">
            <h2>{ app.t(title) }</h2>
            { table(app.t(title), 1, figures.headers, Rc::new(figures.rows)) }
        </section>
    }
}
