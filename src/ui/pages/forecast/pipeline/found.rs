//! What the pipeline comes to: the answer in words, its pictures, and what a reader should know.

use std::rc::Rc;

use yew::prelude::*;

use super::Said;
use super::deals::deals;
use super::quarter::quarter;
use crate::engine::pipeline::{PipelineMethod, PipelineReport, Ranges};
use crate::job::{PipelineFound, PipelineStated};
use crate::present::{
    Chart, Numerals, Voice, pipeline_by_month, pipeline_chance_range, pipeline_finding, pipeline_method, pipeline_note,
    pipeline_parts, pipeline_to_date, pipeline_tornado,
};
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Fact, answer, lines};

#[derive(Properties, PartialEq)]
pub(super) struct FoundProps {
    pub(super) said: Shared<Said>,
    pub(super) report: Shared<PipelineReport>,
    /// What stated probabilities come to, as soon as it is known.
    pub(super) stated: Option<Shared<PipelineStated>>,
    pub(super) target: Option<f64>,
}

#[component]
pub(super) fn Found(props: &FoundProps) -> Html {
    let app = use_app();
    let dress = (app.state.words.locale(), app.state.scenario().currency.clone());
    let of = (props.said.clone(), props.report.clone(), props.stated.clone(), props.target, dress);
    let charts = use_memo(of, |(said, report, stated, target, _)| {
        let stated = stated.as_ref().map(|stated| &stated.0.weighted);
        said.0
            .as_ref()
            .as_ref()
            .ok()
            .map_or_else(Vec::new, |found| pictures(&app.voice(), found, &report.0, stated, *target))
    });
    let Ok(found) = props.said.0.as_ref() else { return html! { <div /> } };
    let report = &props.report.0;
    let (words, numerals) = (&app.state.words, &app.state.numerals);
    let notes = found.notes.iter().map(|note| pipeline_note(words, numerals, note)).collect();
    let sentence = pipeline_finding(&app.voice(), report, props.target);
    html! {
        <div class="stack">
            { answer(sentence, facts(&app, found, report, props)) }
            <ul class="gaps">{ lines(notes) }</ul>
            { parts::charts(&charts) }
            { deals(&app, report) }
            { quarter(&app, found) }
        </div>
    }
}

fn pictures(
    voice: &Voice,
    found: &PipelineFound,
    report: &PipelineReport,
    stated: Option<&Ranges>,
    target: Option<f64>,
) -> Vec<Shared<Chart>> {
    let nothing = Ranges::default();
    let beside = [stated.unwrap_or(&nothing), &found.run_rate];
    let mut charts = vec![
        pipeline_by_month(voice, report, beside),
        pipeline_to_date(voice, report, target),
        pipeline_parts(voice, report),
    ];
    charts.extend((!report.drivers.is_empty()).then(|| pipeline_tornado(voice, report)));
    charts.into_iter().map(|chart| Shared(Rc::new(chart))).collect()
}

/// The figures that carry the answer.
fn facts(app: &App, found: &PipelineFound, report: &PipelineReport, props: &FoundProps) -> Vec<Fact> {
    let (stated, target) = (props.stated.as_ref().map(|stated| stated.0.as_ref()), props.target);
    let voice = app.voice();
    let mut facts = Vec::new();
    if let Some((chance, error)) = report.target_chance.zip(report.target_error) {
        let range = pipeline_chance_range(&voice, error);
        facts.push(Fact::new(app.t("pipe-chance"), voice.percent(chance)).noted(range));
    }
    let total = report.total;
    let quantiles = [("mark-p10", total.p10), ("mark-p50", total.p50), ("mark-p90", total.p90)];
    facts.extend(quantiles.map(|(id, amount)| Fact::new(app.t(id), voice.compact(amount))));
    let expected = report.expected;
    if 0.0 < expected.booked {
        facts.push(Fact::new(app.t("pipe-booked"), voice.compact(expected.booked)));
    }
    let open = found.open_amount;
    let covered = target.and_then(|target| report.missing(target).zip(report.coverage(open, target)));
    if let Some((missing, coverage)) = covered {
        let note = app.tw(
            "pipe-coverage-note",
            [("open", voice.compact(open).into()), ("missing", voice.compact(missing).into())],
        );
        facts.push(Fact::new(app.t("pipe-coverage"), voice.times(coverage)).noted(note));
    }
    let n_open = found.n_open as usize;
    let note = app.tw("pipe-open-note", [("n", n_open.into()), ("count", app.count(n_open).into())]);
    facts.push(Fact::new(app.t("pipe-open"), voice.compact(expected.open)).noted(note));
    let rate = app.state.numerals.decimal(found.fresh_rate, 0, 1);
    let note = app.tw("pipe-fresh-note", [("rate", rate.into())]);
    facts.push(Fact::new(app.t("pipe-fresh"), voice.compact(expected.fresh)).noted(note));
    let method = |method| pipeline_method(&app.state.words, method);
    if let Some(stated) = stated {
        let [_, middle, _] = stated.weighted.total;
        let fact = Fact::new(method(PipelineMethod::StageWeighted), voice.compact(middle));
        facts.push(fact.noted(app.t("pipe-beside")));
    }
    let [_, middle, _] = found.run_rate.total;
    facts.push(Fact::new(method(PipelineMethod::RunRate), voice.compact(middle)).noted(app.t("pipe-beside")));
    facts
}
