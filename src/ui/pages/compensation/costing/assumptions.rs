//! What the simulation is told: budget, runs, seed, the year, and how the company performs.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use yew::prelude::*;

use crate::engine::units::{Decimal, Month};
use crate::present::Numerals;
use crate::scenario::Assumptions as Assumed;
use crate::ui::context::{App, use_app};
use crate::ui::effects::plan_year;
use crate::ui::parts::{NumberField, Unit, choice};

/// A callback that changes the assumptions by what the field says.
pub(super) fn assume<T: 'static>(app: &App, edit: impl Fn(&mut Assumed, T) + Clone + 'static) -> Callback<T> {
    let app = app.clone();
    Callback::from(move |value: T| {
        let edit = edit.clone();
        app.edit(move |scenario| edit(&mut scenario.assumptions, value));
    })
}

#[component]
pub(super) fn Assumptions() -> Html {
    let app = use_app();
    let assumed = &app.state.scenario().assumptions;
    let budget = assume(&app, |assumed, value: Option<Decimal>| assumed.budget = value);
    let runs = assume(&app, |assumed, value: Option<Decimal>| {
        assumed.n_runs = value.and_then(|value| value.to_u32()).unwrap_or(10_000).clamp(1, 1_000_000);
    });
    let seed = assume(&app, |assumed, value: Option<Decimal>| {
        assumed.seed = value.and_then(|value| value.to_u64()).unwrap_or(1);
    });
    let factor = assume(&app, |assumed, value: Option<Decimal>| {
        assumed.company_factor = value.and_then(|value| value.to_f64()).unwrap_or(1.0);
    });
    html! {
        <section class="section">
            <h2>{ app.t("assumptions-title") }</h2>
            <div class="row">
                <NumberField label={app.t("assume-budget")} unit={Unit::Money} optional=true placeholder={app.t("none-set")}
                    least={Some(Decimal::ZERO)} value={assumed.budget} on_change={budget} />
                <NumberField label={app.t("assume-performance")} unit={Unit::Percent} least={Some(Decimal::ZERO)}
                    most={Some(Decimal::TEN)} value={Decimal::from_f64(assumed.company_factor)} on_change={factor} />
                <NumberField label={app.t("assume-runs")} least={Some(Decimal::ONE)} most={Some(Decimal::from(1_000_000))}
                    value={Some(assumed.n_runs.into())} on_change={runs} />
                <NumberField label={app.t("assume-seed")} least={Some(Decimal::ZERO)} most={Some(Decimal::from(4_294_967_295_u32))}
                    value={Some(assumed.seed.into())} on_change={seed} />
                { year(&app) }
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
    choice(app.t("assume-year"), false, &first, options, move |month| set.emit(month))
}
