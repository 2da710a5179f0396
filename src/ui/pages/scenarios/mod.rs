//! Scenarios: what is stored in this browser, files in and out, notes, and forgetting.

mod list;

use yew::prelude::*;

use crate::ui::actions;
use crate::ui::context::use_app;
use crate::ui::pages::data::FilePicker;
use crate::ui::parts::{Button, Confirm, Icon, TextField};
use list::Stored;

#[component]
pub(crate) fn ScenariosPage() -> Html {
    let app = use_app();
    let fresh = use_callback(app.clone(), |(), app| actions::new_scenario(app));
    let whole = use_callback(app.clone(), |(), app| actions::export(app, true));
    let bare = use_callback(app.clone(), |(), app| actions::export(app, false));
    let notes = use_callback(app.clone(), |notes: String, app| app.edit(|scenario| scenario.notes = notes));
    let forget = use_callback(app.clone(), |(), app| actions::forget_everything(app));
    let has_data = app.state.data.report().is_some();
    html! {
        <div class="page">
            <header class="page-head">
                <h1>{ app.t("page-scenarios") }</h1>
                <div class="page-tools">
                    <Button icon={Icon::Plus} label={app.t("scenario-new")} onclick={fresh} />
                    <FilePicker scenario=true />
                </div>
            </header>
            <Stored />
            <section class="section">
                <h2>{ app.t("export-title") }</h2>
                <p class="hint">{ app.t("export-hint") }</p>
                <div class="row">
                    if has_data {
                        <Button icon={Icon::Download} label={app.t("export-with-data")} onclick={whole} />
                    }
                    <Button icon={Icon::Download} label={app.t("export-without-data")} onclick={bare} />
                </div>
            </section>
            <section class="section">
                <h2>{ app.t("notes-title") }</h2>
                <TextField bare=true long=true label={app.t("notes-title")} value={app.state.scenario().notes.clone()} on_change={notes} />
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
