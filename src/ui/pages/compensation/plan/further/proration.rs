//! Part years: how starters, leavers and leave count, the ramp, and the seasons of a quota.

use yew::prelude::*;

use super::super::super::edit::Part;
use super::super::fields::{choose, numbers};
use super::group;
use crate::engine::comp::{Plan, ProrateBy};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::parts::{Unit, check, number_of};

pub(super) fn proration(app: &App, plan: &Plan, part: &Part<Plan>) -> Html {
    let proration = &plan.proration;
    let part = part.inner(|plan| Some(&mut plan.proration));
    let by = part.inner(|proration| Some(&mut proration.by)).set();
    let targets = part.inner(|proration| Some(&mut proration.targets_too)).set();
    let ramp = part.inner(|proration| Some(&mut proration.ramp));
    let incentive = part.inner(|proration| Some(&mut proration.ramps_incentive)).set();
    let seasons_part = part.inner(|proration| Some(&mut proration.seasons));
    let ways = [
        (ProrateBy::Nothing, "prorate-nothing"),
        (ProrateBy::Days, "prorate-days"),
        (ProrateBy::WholeMonths, "prorate-months"),
    ];
    let has_ramp = !proration.ramp.is_empty();
    let texts = ("ramp-month", "ramp-remove", "ramp-add");
    let inside = html! {
        <>
            <div class="row">
                { choose(app, "prorate-by", &proration.by, &ways, by) }
                if proration.by != ProrateBy::Nothing || has_ramp || proration.targets_too {
                    { check(app.t("prorate-targets"), proration.targets_too, targets) }
                }
                if has_ramp || proration.ramps_incentive {
                    { check(app.t("ramp-incentive"), proration.ramps_incentive, incentive) }
                }
            </div>
            <p class="hint">{ app.t("ramp-hint") }</p>
            { numbers(app, texts, Unit::Percent, &proration.ramp, &ramp, Decimal::new(5, 1)) }
            { seasons(app, &proration.seasons, &seasons_part) }
        </>
    };
    group(app, "proration", "further-proration", inside)
}

/// Weights of quarters or months; even if there are none.
fn seasons(app: &App, weights: &[Decimal], part: &Part<Vec<Decimal>>) -> Html {
    let options = [(0_usize, "seasons-none"), (4, "seasons-quarters"), (12, "seasons-months")];
    let set = part.edit(|weights, n: usize| *weights = vec![Decimal::ONE; n]);
    let label = if weights.len() == 12 { "season-month" } else { "season-quarter" };
    let field = |(at, weight): (usize, &Decimal)| {
        let label = app.tw(label, [("place", (at + 1).to_string().into())]);
        html! { <li key={at}>{ number_of(label, Unit::Plain, *weight, part.at(at).set_some()) }</li> }
    };
    html! {
        <>
            <div class="row">{ choose(app, "seasons", &weights.len(), &options, set) }</div>
            if !weights.is_empty() {
                <ul class="row">{ for weights.iter().enumerate().map(field) }</ul>
            }
        </>
    }
}
