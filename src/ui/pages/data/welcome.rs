//! The first visit: what this is, a place for files, and a company to try it with.

use yew::prelude::*;

use super::drop::FilePicker;
use crate::ui::actions;
use crate::ui::context::use_app;
use crate::ui::parts::{Button, Glyph, Icon, Look};

#[component]
pub(super) fn Welcome() -> Html {
    let app = use_app();
    let sample = use_callback(app.clone(), |(), app| actions::take_sample(app));
    let step = |icon: Icon, title: &str, text: &str| {
        html! {
            <li>
                <Glyph {icon} />
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
                <Glyph icon={Icon::FileUp} />
                <p class="drop-words">{ app.t("welcome-drop") }</p>
                <div class="drop-actions">
                    <FilePicker look={Look::Primary} />
                    <Button icon={Icon::Building2} label={app.t("try-sample")} onclick={sample} />
                </div>
                <p class="hint">{ app.t("welcome-formats") }</p>
            </div>
            <ol class="steps">
                { step(Icon::Database, "step-data-title", "step-data-text") }
                { step(Icon::Coins, "step-plan-title", "step-plan-text") }
                { step(Icon::ChartColumn, "step-cost-title", "step-cost-text") }
            </ol>
            <p class="privacy"><Glyph icon={Icon::Lock} /><span>{ app.t("welcome-privacy") }</span></p>
        </section>
    }
}
