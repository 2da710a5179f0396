//! The fitted model: how reps attain, shown and editable, with what it rests on.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use yew::prelude::*;

use super::assumptions::assume;
use crate::engine::simulate::{CostModel, RepModel};
use crate::engine::units::Decimal;
use crate::present::fit_note;
use crate::scenario::Assumptions as Assumed;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Button, Icon, Look, NumberField, Unit};

/// Reps that are shown at first, and that each "more" adds.
const N_REPS: usize = 20;

/// The model in force: the edited one, else the fitted one.
fn model(app: &App) -> Option<CostModel> {
    let own = app.state.scenario().assumptions.model.clone();
    own.or_else(|| app.state.fitted.value().map(|fitted| fitted.model.clone()))
}

/// A callback that changes the model: the edited one, or a copy of the fitted one that becomes it.
fn model_edit(app: &App, edit: impl Fn(&mut CostModel, f64) + Clone + 'static) -> Callback<Option<Decimal>> {
    let fitted = app.state.fitted.value().map(|fitted| fitted.model.clone());
    assume(app, move |assumed: &mut Assumed, value: Option<Decimal>| {
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
    let reset = assume(&app, |assumed: &mut Assumed, ()| assumed.model = None);
    let notes = app.state.fitted.value().map(|fitted| fitted.notes.clone()).unwrap_or_default();
    let n_hidden = model.reps.len().saturating_sub(*n_shown);
    let more = {
        let n_shown = n_shown.clone();
        Callback::from(move |()| n_shown.set(*n_shown + 5 * N_REPS))
    };
    let headers = ["column-rep", "rep-mean", "rep-volatility", "rep-zero", "rep-history"];
    html! {
        <section class="section">
            <h2>{ app.t("model-title") }</h2>
            <p class="hint">{ app.t(if is_own { "model-edited" } else { "model-fitted" }) }</p>
            <ul class="gaps">
                { for notes.iter().enumerate().map(|(at, note)| html! { <li key={at}>{ fit_note(&app.state.words, &app.state.numerals, note) }</li> }) }
            </ul>
            <div class="row">
                <NumberField label={app.t("model-market")} value={decimal(model.market_sigma)} least={Some(Decimal::ZERO)} most={Some(Decimal::from(3))}
                    on_change={model_edit(&app, |model, value| model.market_sigma = value)} />
                <NumberField label={app.t("model-persistence")} value={decimal(model.persistence)} least={Some(Decimal::new(-99, 2))}
                    most={Some(Decimal::new(99, 2))} on_change={model_edit(&app, |model, value| model.persistence = value)} />
                if is_own {
                    <Button icon={Icon::RefreshCw} label={app.t("model-reset")} onclick={reset} />
                }
            </div>
            <div class="table-box" role="region" tabindex="0" aria-label={app.t("model-title")}>
                <table class="table">
                    <thead><tr>
                        { for headers.iter().enumerate().map(|(at, id)| html! { <th key={at} scope="col" class={(0 < at).then_some("num")}>{ app.t(id) }</th> }) }
                    </tr></thead>
                    <tbody>{ for model.reps.iter().take(*n_shown).enumerate().map(|(place, rep)| row(&app, place, rep)) }</tbody>
                </table>
            </div>
            if 0 < n_hidden {
                <Button look={Look::Quiet} onclick={more} label={app.tw("table-more", [("n", n_hidden.into()), ("count", app.count(n_hidden).into())])} />
            }
        </section>
    }
}

fn row(app: &App, place: usize, rep: &RepModel) -> Html {
    let edit = move |change: fn(&mut RepModel, f64)| {
        model_edit(app, move |model, value| {
            if let Some(rep) = model.reps.get_mut(place) {
                change(rep, value);
            }
        })
    };
    let said = |id: &str| app.tw(id, [("name", rep.name.as_str().into())]);
    html! {
        <tr key={place}>
            <th scope="row">{ &rep.name }</th>
            <td class="num"><NumberField bare=true label={said("rep-mean-of")} unit={Unit::Percent} value={decimal(rep.mean_attainment)}
                least={Some(Decimal::ZERO)} most={Some(Decimal::from(100))} on_change={edit(|rep, value| rep.mean_attainment = value)} /></td>
            <td class="num"><NumberField bare=true label={said("rep-volatility-of")} value={decimal(rep.volatility)} least={Some(Decimal::ZERO)}
                most={Some(Decimal::from(5))} on_change={edit(|rep, value| rep.volatility = value)} /></td>
            <td class="num"><NumberField bare=true label={said("rep-zero-of")} unit={Unit::Percent} value={decimal(rep.zero_share)} least={Some(Decimal::ZERO)}
                most={Some(Decimal::new(99, 2))} on_change={edit(|rep, value| rep.zero_share = value)} /></td>
            <td class="num">{ app.count(rep.n_history_months as usize) }</td>
        </tr>
    }
}
