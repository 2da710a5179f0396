//! Choosing files, one or many.

use yew::prelude::*;

use crate::platform::{dom, events};
use crate::ui::actions;
use crate::ui::context::use_app;
use crate::ui::parts::{Button, Icon, Look};

#[derive(Properties, PartialEq)]
pub(crate) struct FilePickerProps {
    #[prop_or(Look::Plain)]
    pub(crate) look: Look,
    /// For a scenario file, on a page of its own.
    #[prop_or_default]
    pub(crate) scenario: bool,
}

#[component]
pub(crate) fn FilePicker(props: &FilePickerProps) -> Html {
    let app = use_app();
    let onchange = use_callback(app.clone(), |event: Event, app| {
        if let Some(chosen) = events::picked(&event) {
            actions::take_files(app, chosen);
        }
    });
    let label = match (props.scenario, app.state.data.report().is_some()) {
        (true, _) => "open-scenario-file",
        (false, true) => "add-files",
        (false, false) => "choose-files",
    };
    html! {
        <span class="picker">
            <input id="files" class="hidden-input" type="file" multiple=true accept=".csv,.tsv,.txt,.psv,.json,text/csv,text/plain" {onchange}
                tabindex="-1" aria-label={app.t("choose-files")} />
            <Button look={props.look} icon={Icon::FileUp} label={app.t(label)} onclick={Callback::from(|()| dom::click("files"))} />
        </span>
    }
}
