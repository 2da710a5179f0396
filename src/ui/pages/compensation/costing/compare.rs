//! All plans of the scenario side by side, on the same draws.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::simulate::{CostSummary, share_losing_much};
use crate::ui::context::App;
use crate::ui::parts::table;

pub(super) fn compare(app: &App, summaries: &[CostSummary]) -> Html {
    let voice = app.voice();
    let first = summaries.first();
    let row = |summary: &CostSummary| {
        let levels = &summary.levels;
        let losing = first.and_then(|first| {
            let reps = first.by_rep.iter().zip(&summary.by_rep);
            share_losing_much(reps.map(|(before, after)| (before.mean, after.mean)))
        });
        vec![
            summary.plan.clone(),
            voice.whole(summary.total.p10),
            voice.whole(summary.total.p50),
            voice.whole(summary.total.p90),
            voice.whole(summary.mean),
            first.map(|first| voice.whole(summary.mean - first.mean)).unwrap_or_default(),
            losing.map(|share| voice.percent(share)).unwrap_or_default(),
            summary.ccos.map(|ccos| voice.percent(ccos.p50)).unwrap_or_default(),
            summary.budget_probability.map(|share| voice.percent(share)).unwrap_or_default(),
            voice.percent(levels.at_threshold),
            voice.percent(levels.at_target),
            voice.percent(levels.at_excellence),
        ]
    };
    let headers = [
        "column-plan",
        "mark-p10",
        "mark-p50",
        "mark-p90",
        "column-mean",
        "column-against",
        "column-losing-much",
        "column-ccos",
        "budget-holds",
        "level-threshold",
        "level-target",
        "level-excellence",
    ];
    html! {
        <section class="section">
            <h2>{ app.t("compare-title") }</h2>
            { table(app.t("compare-title"), 1, app.ts(&headers), Rc::new(summaries.iter().map(row).collect())) }
            <p class="hint">{ app.t("compare-note") }</p>
        </section>
    }
}
