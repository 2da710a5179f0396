//! Whether the scenario is saved, in words that are always there.

use yew::prelude::*;

use crate::present::Numerals;
use crate::ui::actions;
use crate::ui::context::use_app;
use crate::ui::parts::{Button, Glyph, Icon, Look};
use crate::ui::store::{Event, Saving};

#[component]
pub(super) fn Saved() -> Html {
    let app = use_app();
    let again = {
        let app = app.clone();
        Callback::from(move |()| app.send(Event::SaveAsked))
    };
    let file = {
        let app = app.clone();
        Callback::from(move |()| actions::export(&app, true))
    };
    let (class, icon, text) = match app.state.saving {
        _ if app.state.read_only => ("saved", Icon::Lock, app.t("saved-read-only")),
        Saving::Untouched => ("saved", Icon::Info, app.t("saved-untouched")),
        Saving::Saving => ("saved", Icon::RefreshCw, app.t("saved-saving")),
        Saving::Saved(at) => {
            ("saved", Icon::Check, app.tw("saved-at", [("moment", app.state.numerals.moment(at).into())]))
        }
        Saving::Failed(_) => ("saved saved-not", Icon::TriangleAlert, app.t("saved-not")),
    };
    html! {
        <div class="saved-box">
            <span class={class} role="status"><Glyph {icon} /><span>{ text }</span></span>
            if let Saving::Failed(error) = app.state.saving {
                <span class="saved-why">{ actions::save_problem(&app, &error) }</span>
                <Button look={Look::Quiet} label={app.t("save-again")} onclick={again} />
                <Button look={Look::Quiet} icon={Icon::Download} label={app.t("save-as-file")} onclick={file} />
            }
        </div>
    }
}
