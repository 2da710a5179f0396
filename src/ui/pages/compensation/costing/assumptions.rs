//! What the simulation is told: budget, runs, seed, the year, and how the company performs.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use yew::prelude::*;

use crate::engine::units::{Decimal, Month};
use crate::present::Numerals;
use crate::scenario::plan_year;
use crate::ui::context::App;
use crate::ui::pages::assumed::{assume, runs_and_seed};
use crate::ui::parts::{NumberProps, Unit, choice, number};

pub(super) fn assumptions(app: &App) -> Html {
    let assumed = &app.state.scenario().assumptions;
    let budget = assume(app, |assumed, value: Option<Decimal>| assumed.budget = value);
    let factor = assume(app, |assumed, value: Option<Decimal>| {
        assumed.company_factor = value.and_then(|value| value.to_f64()).unwrap_or(1.0);
    });
    let factor = NumberProps {
        most: Some(Decimal::TEN),
        ..NumberProps::new(
            app.t("assume-performance"),
            Unit::Percent,
            Decimal::from_f64(assumed.company_factor),
            factor,
        )
    };
    let budget = NumberProps {
        optional: true,
        placeholder: app.t("none-set").into(),
        ..NumberProps::new(app.t("assume-budget"), Unit::Money, assumed.budget, budget)
    };
    let [runs, seed] = runs_and_seed(app, app.t("assume-runs"));
    html! {
        <section class="section">
            <h2>{ app.t("assumptions-title") }</h2>
            <div class="row">
                { for [budget, factor, runs, seed].map(number) }
                { year(app) }
            </div>
        </section>
    }
}

/// Years that may be simulated: those that begin within two years of the history's end.
fn year(app: &App) -> Html {
    let scenario = app.state.scenario();
    let Some(first) = plan_year(scenario) else { return html! { <span /> } };
    let months = scenario.data.as_ref().and_then(|data| data.last).unwrap_or(first);
    let mut choices: Vec<Month> = (1..=24).map(|step| months.plus(step)).collect();
    if !choices.contains(&first) {
        choices.push(first);
    }
    let options = choices.into_iter().map(|month| (month, app.state.numerals.month(month))).collect();
    let set = assume(app, |assumed, month: Month| assumed.plan_year = Some(month));
    choice(app.t("assume-year"), false, &first, options, set)
}
