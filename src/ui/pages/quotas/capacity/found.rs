//! What capacity comes to: the answer in words, its pictures, the hires that the goal needs, and what a reader should know.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::quota::capacity::{CapacityNote, CapacityReport, ExpectedCapacity, HeadcountPlan, HiresNeeded};
use crate::present::{
    Chart, Numerals, Voice, capacity_by_month, capacity_delay, capacity_finding, capacity_grid, capacity_note,
    capacity_tornado, headcount_error,
};
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Fact, answer, folded, lines, table};

/// Why the plan cannot be used.
pub(super) fn errors(app: &App, plan: &HeadcountPlan) -> Html {
    lines(plan.errors().iter().map(|error| headcount_error(&app.state.words, error)).collect())
}

#[derive(Properties, PartialEq)]
pub(super) struct FoundProps {
    pub(super) report: Shared<CapacityReport>,
    pub(super) notes: Rc<Vec<CapacityNote>>,
}

#[component]
pub(super) fn Found(props: &FoundProps) -> Html {
    let app = use_app();
    let said = (props.report.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    let charts = use_memo(said, |(report, ..)| pictures(&app.voice(), &report.0));
    let report = &props.report.0;
    let (words, numerals) = (&app.state.words, &app.state.numerals);
    let notes = props.notes.iter().map(|note| capacity_note(words, numerals, note)).collect();
    html! {
        <div class="stack">
            { answer(capacity_finding(&app.voice(), report), facts(&app, report)) }
            <ul class="gaps">{ lines(notes) }</ul>
            { parts::charts(&charts) }
            { needed(&app, &report.needed) }
            { folded(1, "by-role".into(), app.t("heads-by-role"), false, by_role(&app, &report.expected)) }
        </div>
    }
}

fn pictures(voice: &Voice, report: &CapacityReport) -> Vec<Shared<Chart>> {
    let mut charts = vec![capacity_by_month(voice, report)];
    charts.extend((!report.tornado.is_empty()).then(|| capacity_tornado(voice, report)));
    charts.extend(report.grid.as_ref().map(|grid| capacity_grid(voice, grid)));
    charts.extend((!report.delays.is_empty()).then(|| capacity_delay(voice, &report.delays)));
    charts.into_iter().map(|chart| Shared(Rc::new(chart))).collect()
}

/// The figures that carry the answer.
fn facts(app: &App, report: &CapacityReport) -> Vec<Fact> {
    let voice = app.voice();
    let expected = &report.expected;
    let mut facts = Vec::new();
    if let Some(summary) = &report.summary {
        if let Some(chance) = summary.goal_probability {
            let error = summary.goal_error.unwrap_or_default();
            let range =
                app.tw("heads-chance-range", [("error", app.state.numerals.decimal(error * 196.0, 0, 1).into())]);
            facts.push(Fact::new(app.t("heads-chance"), voice.percent(chance)).noted(range));
        }
        let middle =
            [("heads-p10", summary.total.p10), ("heads-p50", summary.total.p50), ("heads-p90", summary.total.p90)];
        facts.extend(middle.map(|(id, amount)| Fact::new(app.t(id), voice.compact(amount))));
    }
    facts.push(Fact::new(app.t("heads-quota"), voice.compact(expected.quota)));
    if 0.0 < expected.goal {
        facts.push(Fact::new(app.t("heads-assigned"), voice.compact(expected.assigned)));
        facts.push(Fact::new(app.t("heads-goal"), voice.compact(expected.goal)));
    }
    if let Some(attainment) = expected.attainment {
        facts.push(Fact::new(app.t("heads-attainment"), voice.percent(attainment)));
    }
    facts
}

/// Hires that the goal needs beyond those planned.
fn needed(app: &App, needed: &HiresNeeded) -> Html {
    let voice = app.voice();
    if needed.role.is_empty() || needed.by_start.is_empty() {
        return Html::default();
    }
    let first = needed.by_start.first();
    let sentence = match first.and_then(|start| start.n) {
        _ if needed.gap <= 0.0 => app.tw("needed-none", [("amount", voice.compact(-needed.gap).into())]),
        Some(n) => {
            let month = first.map(|start| app.state.numerals.month(start.start)).unwrap_or_default();
            let values = [
                ("role", needed.role.as_str().into()),
                ("n", n.into()),
                ("count", app.count(n as usize).into()),
                ("gap", voice.compact(needed.gap).into()),
                ("month", month.into()),
            ];
            app.tw("needed-some", values)
        }
        None => {
            let gap = voice.compact(needed.gap);
            app.tw("needed-too-late", [("role", needed.role.as_str().into()), ("gap", gap.into())])
        }
    };
    let row = |start: &crate::engine::quota::capacity::HiresByStart| {
        let n = start.n.map_or_else(|| app.t("none"), |n| app.count(n as usize));
        vec![app.state.numerals.month(start.start), n, voice.whole(start.each)]
    };
    let rows = needed.by_start.iter().map(row).collect();
    let headers = app.ts(&["needed-start", "needed-n", "needed-each"]);
    html! {
        <section class="section">
            <h2>{ app.t("needed-title") }</h2>
            <p>{ sentence }</p>
            if 0.0 < needed.gap {
                { table(app.t("needed-title"), 1, headers, Rc::new(rows)) }
            }
        </section>
    }
}

fn by_role(app: &App, expected: &ExpectedCapacity) -> Html {
    let voice = app.voice();
    let heads = |heads: f64| app.state.numerals.decimal(heads, 0, 1);
    let row = |role: &crate::engine::quota::capacity::RoleCapacity| {
        vec![
            role.role.clone(),
            heads(role.heads_first),
            heads(role.heads_last),
            app.count(role.n_hires as usize),
            voice.whole(role.quota),
            voice.whole(role.expected),
        ]
    };
    let headers = app.ts(&["role-name", "heads-first", "heads-last", "hires-title", "heads-quota", "heads-expected"]);
    table(app.t("heads-by-role"), 1, headers, Rc::new(expected.roles.iter().map(row).collect()))
}
