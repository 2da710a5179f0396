//! Scenarios: what is stored in this browser, files in and out, notes, and forgetting.

mod list;

use yew::prelude::*;

use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::pages::data::file_picker;
use crate::ui::parts::{Confirm, Icon, TextProps, button, text};
use list::stored;

#[inline(never)] // split.mjs knows it by its name
pub(crate) fn page(app: &App) -> Html {
    let whole = app.act(|app| actions::export(app, true));
    let bare = app.act(|app| actions::export(app, false));
    let to = app.clone();
    let notes = Callback::from(move |notes: String| to.edit(|scenario| scenario.notes = notes));
    let notes = TextProps {
        bare: true,
        long: true,
        ..TextProps::new(app.t("notes-title"), &app.state.scenario().notes, notes)
    };
    let forget = app.act(actions::forget_everything);
    let has_data = app.state.data.report().is_some();
    html! {
        <div class="page" key="scenarios">
            <header class="page-head">
                <h1>{ app.t("page-scenarios") }</h1>
                <div class="page-tools">
                    { button(Some(Icon::Plus), app.t("scenario-new"), app.act(actions::new_scenario)) }
                    { file_picker(app, false, app.t("open-scenario-file")) }
                </div>
            </header>
            { stored(app) }
            <section class="section">
                <h2>{ app.t("export-title") }</h2>
                <p class="hint">{ app.t("export-hint") }</p>
                <div class="row">
                    if has_data {
                        { button(Some(Icon::Download), app.t("export-with-data"), whole) }
                    }
                    { button(Some(Icon::Download), app.t("export-without-data"), bare) }
                </div>
            </section>
            <section class="section">
                <h2>{ app.t("notes-title") }</h2>
                { text(notes) }
            </section>
            <section class="section">
                <h2>{ app.t("forget-title") }</h2>
                <p class="hint">{ app.t("forget-hint") }</p>
                <Confirm icon={Icon::Trash2} label={app.t("forget-everything")} question={app.t("forget-question")} yes={app.t("forget-yes")}
                    no={app.t("forget-no")} onconfirm={forget} />
            </section>
        </div>
    }
}
