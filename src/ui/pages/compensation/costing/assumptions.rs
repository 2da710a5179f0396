//! What the simulation is told: budget, runs, seed, the year, and how the company performs.

use std::rc::Rc;

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use yew::prelude::*;

use crate::engine::units::{Decimal, Month};
use crate::present::Numerals;
use crate::scenario::{Assumptions, plan_year};
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, choice, number};

/// A callback that changes the assumptions by what the field says.
pub(super) fn assume<T: 'static>(app: &App, edit: impl Fn(&mut Assumptions, T) + 'static) -> Callback<T> {
    let (app, edit) = (app.clone(), Rc::new(edit));
    Callback::from(move |value: T| {
        let edit = edit.clone();
        app.edit(move |scenario| edit(&mut scenario.assumptions, value));
    })
}

pub(super) fn assumptions(app: &App) -> Html {
    let assumed = &app.state.scenario().assumptions;
    let budget = assume(app, |assumed, value: Option<Decimal>| assumed.budget = value);
    let runs = assume(app, |assumed, value: Option<Decimal>| {
        assumed.n_runs = value.and_then(|value| value.to_u32()).unwrap_or(10_000).clamp(1, 1_000_000);
    });
    let seed = assume(app, |assumed, value: Option<Decimal>| {
        assumed.seed = value.and_then(|value| value.to_u64()).unwrap_or(1);
    });
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
    let runs = NumberProps {
        least: Decimal::ONE,
        most: Some(Decimal::from(1_000_000)),
        ..NumberProps::new(app.t("assume-runs"), Unit::Plain, Some(assumed.n_runs.into()), runs)
    };
    let seed = NumberProps {
        most: Some(Decimal::from(4_294_967_295_u32)),
        ..NumberProps::new(app.t("assume-seed"), Unit::Plain, Some(assumed.seed.into()), seed)
    };
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
