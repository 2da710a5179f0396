//! The first visit: what this is, a place for files, and a company to try it with.

use yew::prelude::*;

use super::drop::{file_picker, folder_picker, paste_box};
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, glyph};

pub(super) fn welcome(app: &App) -> Html {
    let step = |icon: Icon, title: &str, text: &str| {
        html! {
            <li>
                { glyph(icon) }
                <h2>{ app.t(title) }</h2>
                <p>{ app.t(text) }</p>
            </li>
        }
    };
    html! {
        <section class="welcome">
            <h1>{ app.t("welcome-title") }</h1>
            <p class="lead">{ app.t("welcome-lead") }</p>
            <div class="drop-zone">
                { glyph(Icon::FileUp) }
                <p class="drop-words">{ app.t("welcome-drop") }</p>
                <div class="drop-actions">
                    { file_picker(app, true, app.t("choose-files")) }
                    { folder_picker(app) }
                    { button(Some(Icon::Building2), app.t("try-sample"), app.act(actions::take_sample)) }
                </div>
                { paste_box(app) }
                <p class="hint">{ app.t("welcome-formats") }</p>
            </div>
            <ol class="steps">
                { step(Icon::Database, "step-data-title", "step-data-text") }
                { step(Icon::Coins, "step-plan-title", "step-plan-text") }
                { step(Icon::ChartColumn, "step-cost-title", "step-cost-text") }
            </ol>
            <p class="privacy">{ glyph(Icon::Lock) }<span>{ app.t("welcome-privacy") }</span></p>
        </section>
    }
}
