//! Whether the scenario is saved, in words that are always there.

use yew::prelude::*;

use crate::present::Numerals;
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, glyph, quiet};
use crate::ui::store::{Event, Saving};

pub(super) fn saved(app: &App) -> Html {
    let again = app.act(|app| app.send(Event::SaveAsked));
    let file = app.act(|app| actions::export(app, true));
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
            <span class={class} role="status">{ glyph(icon) }<span>{ text }</span></span>
            if let Saving::Failed(error) = app.state.saving {
                <span class="saved-why">{ actions::save_problem(app, &error) }</span>
                { quiet(None, app.t("save-again"), again) }
                { quiet(Some(Icon::Download), app.t("save-as-file"), file) }
            }
        </div>
    }
}
