//! The fitted model: how reps attain, shown and editable, with what it rests on.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use yew::prelude::*;

use crate::engine::simulate::{CostModel, RepModel};
use crate::engine::units::Decimal;
use crate::present::fit_note;
use crate::scenario::Assumptions;
use crate::ui::context::{App, use_app};
use crate::ui::pages::assumed::assume;
use crate::ui::parts::{Icon, NumberProps, Unit, button, head, lines, more, number};

/// Reps that are shown at first, and that each "more" adds.
const N_REPS: usize = 20;

/// The model in force: the edited one, else the fitted one.
fn model(app: &App) -> Option<CostModel> {
    let own = app.state.scenario().assumptions.model.clone();
    own.or_else(|| app.state.fitted.value().map(|fitted| fitted.model.clone()))
}

/// A callback that changes the model: the edited one, or a copy of the fitted one that becomes it.
fn model_edit(app: &App, edit: impl Fn(&mut CostModel, f64) + 'static) -> Callback<Option<Decimal>> {
    let fitted = app.state.fitted.value().map(|fitted| fitted.model.clone());
    assume(app, move |assumed: &mut Assumptions, value: Option<Decimal>| {
        let Some(value) = value.and_then(|value| value.to_f64()) else { return };
        if assumed.model.is_none() {
            assumed.model.clone_from(&fitted);
        }
        if let Some(model) = &mut assumed.model {
            edit(model, value);
        }
    })
}

fn decimal(value: f64) -> Option<Decimal> {
    Decimal::from_f64(value).map(|value| value.round_dp(4).normalize())
}

#[component]
pub(super) fn Model() -> Html {
    let app = use_app();
    let n_shown = use_state(|| N_REPS);
    let Some(model) = model(&app) else { return html! { <div /> } };
    let is_own = app.state.scenario().assumptions.model.is_some();
    let reset = assume(&app, |assumed: &mut Assumptions, ()| assumed.model = None);
    let notes = app.state.fitted.value().map(|fitted| fitted.notes.clone()).unwrap_or_default();
    let headers = ["column-rep", "rep-mean", "rep-volatility", "rep-zero", "rep-history"];
    let (words, numerals) = (&app.state.words, &app.state.numerals);
    let (market, persistence) = (decimal(model.market_sigma), decimal(model.persistence));
    let set = model_edit(&app, |model, value| model.market_sigma = value);
    let market = NumberProps {
        most: Some(Decimal::from(3)),
        ..NumberProps::new(app.t("model-market"), Unit::Plain, market, set)
    };
    let set = model_edit(&app, |model, value| model.persistence = value);
    let persistence = NumberProps {
        least: Decimal::new(-99, 2),
        most: Some(Decimal::new(99, 2)),
        ..NumberProps::new(app.t("model-persistence"), Unit::Plain, persistence, set)
    };
    html! {
        <section class="section">
            <h2>{ app.t("model-title") }</h2>
            <p class="hint">{ app.t(if is_own { "model-edited" } else { "model-fitted" }) }</p>
            <ul class="gaps">
                { lines(notes.iter().map(|note| fit_note(words, numerals, note)).collect()) }
            </ul>
            <div class="row">
                { number(market) }
                { number(persistence) }
                if is_own {
                    { button(Some(Icon::RefreshCw), app.t("model-reset"), reset) }
                }
            </div>
            <div class="table-box" role="region" tabindex="0" aria-label={app.t("model-title")}>
                <table class="table">
                    { head(1, app.ts(&headers)) }
                    <tbody>{ for model.reps.iter().take(*n_shown).enumerate().map(|(place, rep)| row(&app, place, rep)) }</tbody>
                </table>
            </div>
            { more(&app, &n_shown, model.reps.len(), N_REPS) }
        </section>
    }
}

fn row(app: &App, place: usize, rep: &RepModel) -> Html {
    let field = |label: &str, unit: Unit, value: f64, most: Decimal, change: fn(&mut RepModel, f64)| {
        let edit = model_edit(app, move |model, value| {
            if let Some(rep) = model.reps.get_mut(place) {
                change(rep, value);
            }
        });
        let label = app.tw(label, [("name", rep.name.as_str().into())]);
        let field = NumberProps { bare: true, most: Some(most), ..NumberProps::new(label, unit, decimal(value), edit) };
        html! { <td class="num">{ number(field) }</td> }
    };
    let (mean, zero) = (rep.mean_attainment, rep.zero_share);
    html! {
        <tr key={place}>
            <th scope="row">{ &rep.name }</th>
            { field("rep-mean-of", Unit::Percent, mean, Decimal::from(100), |rep, value| rep.mean_attainment = value) }
            { field("rep-volatility-of", Unit::Plain, rep.volatility, Decimal::from(5), |rep, value| rep.volatility = value) }
            { field("rep-zero-of", Unit::Percent, zero, Decimal::new(99, 2), |rep, value| rep.zero_share = value) }
            <td class="num">{ app.count(rep.n_history_months as usize) }</td>
        </tr>
    }
}
