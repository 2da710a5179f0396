//! Each rep's range of pay and attainment.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::simulate::{CostSummary, RepRange};
use crate::ui::app::Shared;
use crate::ui::context::use_app;
use crate::ui::parts::table;

#[derive(Properties, PartialEq)]
pub(super) struct RepRangesProps {
    pub(super) summaries: Shared<Vec<CostSummary>>,
    pub(super) chosen: usize,
}

#[component]
pub(super) fn RepRanges(props: &RepRangesProps) -> Html {
    let app = use_app();
    let said = (props.summaries.clone(), props.chosen, app.state.words.locale(), app.state.scenario().currency.clone());
    let rows = use_memo(said, |(summaries, chosen, ..)| {
        let voice = app.voice();
        let row = |rep: &RepRange| {
            vec![
                rep.name.clone(),
                voice.whole(rep.target_incentive),
                voice.whole(rep.pay.p10),
                voice.whole(rep.pay.p50),
                voice.whole(rep.pay.p90),
                voice.percent(rep.attainment.p10),
                voice.percent(rep.attainment.p50),
                voice.percent(rep.attainment.p90),
            ]
        };
        summaries.0.get(*chosen).map(|summary| summary.by_rep.iter().map(row).collect::<Vec<_>>()).unwrap_or_default()
    });
    let headers = [
        "column-rep",
        "field-target-incentive",
        "pay-p10",
        "pay-p50",
        "pay-p90",
        "attainment-p10",
        "attainment-p50",
        "attainment-p90",
    ];
    html! {
        <section class="section">
            <h2>{ app.t("rep-ranges-title") }</h2>
            { table(app.t("rep-ranges-title"), 1, app.ts(&headers), Rc::clone(&rows)) }
        </section>
    }
}
