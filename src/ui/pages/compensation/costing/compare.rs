//! All plans of the scenario side by side, on the same draws.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::simulate::CostSummary;
use crate::ui::app::Shared;
use crate::ui::context::use_app;
use crate::ui::parts::Table;

#[derive(Properties, PartialEq)]
pub(super) struct CompareProps {
    pub(super) summaries: Shared<Vec<CostSummary>>,
}

#[component]
pub(super) fn Compare(props: &CompareProps) -> Html {
    let app = use_app();
    let voice = app.voice();
    let row = |summary: &CostSummary| {
        let levels = &summary.levels;
        vec![
            summary.plan.clone(),
            voice.whole(summary.total.p10),
            voice.whole(summary.total.p50),
            voice.whole(summary.total.p90),
            voice.whole(summary.mean),
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
        "column-ccos",
        "budget-holds",
        "level-threshold",
        "level-target",
        "level-excellence",
    ];
    html! {
        <section class="section">
            <h2>{ app.t("compare-title") }</h2>
            <Table caption={app.t("compare-title")} headers={headers.map(|id| app.t(id)).to_vec()}
                rows={Rc::new(props.summaries.0.iter().map(row).collect::<Vec<_>>())} />
            <p class="hint">{ app.t("compare-note") }</p>
        </section>
    }
}
