//! The deals that matter most.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::pipeline::{DealThatMatters, PipelineReport};
use crate::ui::context::App;
use crate::ui::parts::table;

/// A table of the deals that bring most of what is uncertain.
pub(super) fn deals(app: &App, report: &PipelineReport) -> Html {
    if report.deals.is_empty() {
        return Html::default();
    }
    let voice = app.voice();
    let has_target = report.target_chance.is_some();
    let unknown = || app.t("none");
    let row = |deal: &DealThatMatters| {
        let mut row = vec![
            deal.id.clone(),
            if deal.rep.0.is_empty() { unknown() } else { deal.rep.0.clone() },
            if deal.stage.is_empty() { unknown() } else { deal.stage.clone() },
            voice.whole(deal.amount),
            voice.percent(deal.chance),
            voice.percent(deal.variance_share),
        ];
        if has_target {
            let chance = |chance: Option<f64>| chance.map_or_else(unknown, |chance| voice.percent(chance));
            row.push(chance(deal.target_chance.map(|(won, _)| won)));
            row.push(chance(deal.target_chance.map(|(_, not)| not)));
        }
        row
    };
    let mut ids = vec!["pipe-deal", "pipe-rep", "pipe-stage", "pipe-amount", "pipe-deal-chance", "pipe-variance"];
    if has_target {
        ids.extend(["pipe-if-won", "pipe-if-not"]);
    }
    let share: f64 = report.deals.iter().map(|deal| deal.variance_share).sum();
    let n = report.deals.len();
    let values = [("n", n.into()), ("count", app.count(n).into()), ("share", voice.percent(share).into())];
    html! {
        <section class="section">
            <h2>{ app.t("pipe-deals-title") }</h2>
            <p>{ app.tw("pipe-deals-finding", values) }</p>
            { table(app.t("pipe-deals-title"), 3, app.ts(&ids), Rc::new(report.deals.iter().map(row).collect())) }
        </section>
    }
}
