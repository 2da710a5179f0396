//! How the year spreads over its months: the choice, its figures and its picture.

use yew::prelude::*;

use super::edit::Scene;
use super::goal::period_label;
use crate::engine::quota::plan::{Edit, Seasons};
use crate::engine::units::{Decimal, Granularity};
use crate::present::{Chart, quota_seasons};
use crate::ui::app::Shared;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, chart, choice, number};

/// The choices, as they are chosen.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Even,
    QuarterEnd,
    YearEnd,
    History,
    Quarters,
    Months,
}

pub(super) fn seasons(app: &App, scene: &Scene, picture: Option<Shared<Chart>>) -> Html {
    let (kind, weights) = match &scene.plan.seasons {
        Seasons::Even => (Kind::Even, &[][..]),
        Seasons::QuarterEnd => (Kind::QuarterEnd, &[][..]),
        Seasons::YearEnd => (Kind::YearEnd, &[][..]),
        Seasons::History => (Kind::History, &[][..]),
        Seasons::Entered { weights } if weights.len() == 4 => (Kind::Quarters, weights.as_slice()),
        Seasons::Entered { weights } => (Kind::Months, weights.as_slice()),
    };
    let months = scene.spread.months_of(0);
    let used: Vec<Decimal> = months.iter().map(|month| month.season.round_dp(3).normalize()).collect();
    let set = scene.on(app, move |kind: Kind| Edit::SetSeasons(chosen(kind, &used)));
    let kinds = vec![
        (Kind::History, app.t("quotas-season-history")),
        (Kind::Even, app.t("quotas-season-even")),
        (Kind::QuarterEnd, app.t("quotas-season-quarter-end")),
        (Kind::YearEnd, app.t("quotas-season-year-end")),
        (Kind::Quarters, app.t("quotas-season-quarters")),
        (Kind::Months, app.t("quotas-season-months")),
    ];
    let history = &scene.tree.history;
    let told = quota_seasons(&app.voice(), history);
    let length = if weights.len() == 4 { Granularity::Quarter } else { Granularity::Month };
    let field = |(at, weight): (usize, &Decimal)| {
        let before = weights.to_vec();
        let set = scene.on_number(app, move |value| {
            let mut weights = before.clone();
            if let Some(weight) = weights.get_mut(at) {
                *weight = value;
            }
            Edit::SetSeasons(Seasons::Entered { weights })
        });
        number(NumberProps::new(period_label(app, scene.tree.start, at, length), Unit::Plain, Some(*weight), set))
    };
    html! {
        <section class="section">
            <h2>{ app.t("quotas-season-title") }</h2>
            <div class="row">
                { choice(app.t("quotas-season"), false, &kind, kinds, set) }
                { for weights.iter().take(12).enumerate().map(field) }
            </div>
            <p class="hint">{ told }</p>
            if let Some(picture) = picture {
                { chart(picture, 260.0, None, None) }
            }
        </section>
    }
}

/// What a choice is; entered weights begin with those that are used.
fn chosen(kind: Kind, used: &[Decimal]) -> Seasons {
    match kind {
        Kind::Even => Seasons::Even,
        Kind::QuarterEnd => Seasons::QuarterEnd,
        Kind::YearEnd => Seasons::YearEnd,
        Kind::History => Seasons::History,
        Kind::Months if used.len() == 12 => Seasons::Entered { weights: used.to_vec() },
        Kind::Quarters if used.len() == 12 => {
            let sum = |quarter: &[Decimal]| quarter.iter().fold(Decimal::ZERO, |sum, one| sum.saturating_add(*one));
            Seasons::Entered { weights: used.chunks(3).map(sum).collect() }
        }
        Kind::Months => Seasons::Entered { weights: vec![Decimal::ONE; 12] },
        Kind::Quarters => Seasons::Entered { weights: vec![Decimal::ONE; 4] },
    }
}
