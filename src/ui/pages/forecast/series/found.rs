//! The answer: what all steps come to and between what, its picture, and what a reader should know.

use std::rc::Rc;

use yew::prelude::*;

use super::{ToldProps, group_name};
use crate::present::{
    Shown, prediction_notes, reconciled_note, series_beaten, series_before, series_fan, series_finding, series_note,
    series_value,
};
use crate::scenario::GroupPlace;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Fact, answer, chart, lines};

/// Height of the picture, in pixels.
const HEIGHT: f64 = 320.0;

#[component]
pub(super) fn Found(props: &ToldProps) -> Html {
    let app = use_app();
    let what = props.told.0.what();
    let said = (props.told.clone(), app.state.words.locale(), app.state.scenario().currency.clone(), what);
    let picture = use_memo(said, |(told, ..)| {
        let told = &told.0;
        let shown = Shown { what, axis: told.forecast.axis };
        let finding = sentence(&app, &props.told);
        Shared(Rc::new(series_fan(&app.voice(), shown, finding, &told.forecast.history, &told.found)))
    });
    let told = &props.told.0;
    let beaten = series_beaten(&app.voice(), &told.found.tried, told.found.choice.method).unwrap_or_default();
    let text = format!("{} {beaten}", sentence(&app, &props.told));
    html! {
        <div class="stack">
            { answer(text.trim().to_owned(), facts(&app, props)) }
            <ul class="gaps" aria-label={app.t("series-notes")}>{ lines(notes(&app, props)) }</ul>
            { chart((*picture).clone(), HEIGHT, None, None) }
        </div>
    }
}

fn sentence(app: &App, told: &Shared<super::Told>) -> String {
    let told = &told.0;
    let group = &told.forecast.group;
    // The whole of a file is told by the column that its values stand in.
    let column = || told.key.file.as_ref().map(|file| file.value.clone()).unwrap_or_default();
    let name = if group.place == GroupPlace::Whole { column() } else { group_name(app, group) };
    let n = told.found.expected.len();
    series_finding(&app.voice(), (told.what(), &name), told.forecast.axis, n, &told.total)
}

/// The figures that carry the answer.
fn facts(app: &App, props: &ToldProps) -> Vec<Fact> {
    let (told, voice) = (&props.told.0, app.voice());
    let what = told.what();
    let value = |value: f64| series_value(&voice, what, value);
    let values = &told.forecast.history.values;
    let n = told.found.expected.len();
    let last: f64 = values.iter().rev().take(n).sum();
    let mut facts = vec![Fact::new(app.t("series-fact-expected"), value(told.total.expected))];
    if n <= values.len() && 0.0 < last {
        let change = voice.percent(told.total.expected / last - 1.0);
        let note = app.tw("series-fact-last-note", [("change", change.into())]);
        facts.push(Fact::new(series_before(&voice, told.forecast.axis.step, n), value(last)).noted(note));
    }
    for range in &told.total.ranges {
        let level = app.tw("series-range", [("level", voice.percent(range.level).into())]);
        let ends = app.tw("range-money", [("lower", value(range.low).into()), ("upper", value(range.high).into())]);
        let fact = Fact::new(level, ends);
        let held = range.coverage.map(|share| app.tw("series-fact-held", [("share", voice.percent(share).into())]));
        facts.push(fact.noted(held.unwrap_or_default()));
    }
    facts
}

fn notes(app: &App, props: &ToldProps) -> Vec<String> {
    let told = &props.told.0;
    let (words, numerals) = (&app.state.words, &app.state.numerals);
    let forecast = &told.forecast;
    let all = forecast.notes.iter().chain(&forecast.history.notes);
    let mut notes: Vec<String> = all.map(|note| series_note(words, numerals, forecast.axis, note)).collect();
    notes.extend(prediction_notes(words, numerals, &told.found));
    if forecast.is_reconciled {
        notes.push(reconciled_note(words));
    }
    let wanted = &app.state.scenario().forecast.group;
    if wanted.place != GroupPlace::Whole && forecast.group.place == GroupPlace::Whole {
        notes.insert(0, app.tw("series-note-no-group", [("name", group_name(app, wanted).into())]));
    }
    if told.what().is_none() && forecast.groups.iter().all(|one| one.group.place != GroupPlace::Whole) {
        notes.insert(0, app.t("series-file-no-whole"));
    }
    if 0 < told.n_put {
        notes.push(app.tw("series-note-put", [("n", told.n_put.into()), ("count", app.count(told.n_put).into())]));
    }
    notes.dedup();
    notes
}
