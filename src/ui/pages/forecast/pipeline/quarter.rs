//! The current quarter on the curve of past ones.

use std::rc::Rc;

use yew::prelude::*;

use crate::job::PipelineFound;
use crate::present::Numerals;
use crate::ui::context::App;
use crate::ui::parts::{folded, table};

/// What the quarter so far lets expect, and the curve behind it; nothing with fewer than three past quarters.
pub(super) fn quarter(app: &App, found: &PipelineFound) -> Html {
    let Some(linearity) = &found.linearity else { return Html::default() };
    let voice = app.voice();
    let share = linearity.n_weeks.checked_sub(1).and_then(|week| linearity.by_week.get(week as usize));
    let mut sentence = app.tw(
        "pipe-quarter-weeks",
        [
            ("month", app.state.numerals.month(linearity.quarter).into()),
            ("weeks", app.count(linearity.n_weeks as usize).into()),
            ("won", voice.compact(linearity.to_date).into()),
        ],
    );
    if let Some((share, total)) = share.zip(linearity.total.as_ref()) {
        let values = [
            ("share", voice.percent(share.p50).into()),
            ("n", linearity.n_quarters.into()),
            ("count", app.count(linearity.n_quarters as usize).into()),
            ("median", voice.compact(total.p50).into()),
            ("low", voice.compact(total.p10).into()),
            ("high", voice.compact(total.p90).into()),
        ];
        sentence = format!("{sentence} {}", app.tw("pipe-quarter-total", values));
    }
    let row = |(week, share): (usize, &crate::engine::simulate::Quantiles)| {
        let shares = [share.p10, share.p50, share.p90].map(|share| voice.percent(share));
        std::iter::once(app.count(week + 1)).chain(shares).collect()
    };
    let rows = Rc::new(linearity.by_week.iter().enumerate().map(row).collect());
    let curve = table(app.t("pipe-quarter-curve"), 0, app.ts(&["pipe-week", "mark-p10", "mark-p50", "mark-p90"]), rows);
    html! {
        <section class="section">
            <h2>{ app.t("pipe-quarter-title") }</h2>
            <p>{ sentence }</p>
            { folded(0, "quarter-curve".into(), app.t("pipe-quarter-curve"), false, curve) }
        </section>
    }
}
