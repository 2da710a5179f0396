//! What a plan says beside its components: SPIFFs, draw, holdback, clawback, part years.

mod draw;
mod later;
mod proration;
mod reward;
mod spiffs;

use yew::prelude::*;

use super::super::edit::plan_part;
use super::places::place_id;
use crate::engine::comp::{Plan, Proration};
use crate::ui::context::App;
use crate::ui::parts::folded;

/// The further rules of the plan, behind a fold that is open if there are any.
pub(super) fn further(app: &App, plan: &Plan) -> Html {
    let part = plan_part(app);
    let is_any_set = !plan.spiffs.is_empty()
        || plan.draw.is_some()
        || plan.clawback.is_some()
        || plan.holdback.is_some()
        || plan.proration != Proration::default();
    let inside = html! {
        <>
            { spiffs::spiffs(app, plan, &part) }
            { draw::draw(app, plan, &part) }
            { later::holdback(app, plan, &part) }
            { later::clawback(app, plan, &part) }
            { proration::proration(app, plan, &part) }
        </>
    };
    html! {
        <section class="section">
            <h2>{ app.t("further-title") }</h2>
            { folded(app.state.scenario().chosen_plan, place_id(None, "more", None), app.t("further-rules"), is_any_set, inside) }
        </section>
    }
}

/// A group of fields with its name, that findings lead to.
fn group(app: &App, part: &str, name: &str, inside: Html) -> Html {
    html! {
        <fieldset class="rule" id={place_id(None, part, None)}>
            <legend>{ app.t(name) }</legend>
            { inside }
        </fieldset>
    }
}
