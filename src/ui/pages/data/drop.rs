//! Choosing files, one or many, or a folder; and pasting a table.

use yew::prelude::*;

use crate::platform::{dom, events};
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, primary, quiet};

/// What is read; all else is refused by name.
const ACCEPT: &str = ".csv,.tsv,.txt,.psv,.tab,.dat,.xlsx,.xlsm,.xlsb,.xls,.ods,.zip,.json,text/csv,text/plain";

/// A button that opens the browser's dialog for files; with `is_first` it is the one thing to do next.
pub(crate) fn file_picker(app: &App, is_first: bool, label: String) -> Html {
    let onchange = taken(app);
    let look = if is_first { primary } else { button };
    html! {
        <span class="picker">
            <input id="files" class="hidden-input" type="file" multiple=true accept={ACCEPT} {onchange}
                tabindex="-1" aria-label={app.t("choose-files")} />
            { look(Some(Icon::FileUp), label, app.act(|_| dom::click("files"))) }
        </span>
    }
}

/// The same for a folder, with all that is in it.
pub(super) fn folder_picker(app: &App) -> Html {
    html! {
        <span class="picker">
            <input id="folder" class="hidden-input" type="file" webkitdirectory=true onchange={taken(app)} tabindex="-1"
                aria-label={app.t("choose-folder")} />
            { button(Some(Icon::FolderOpen), app.t("choose-folder"), app.act(|_| dom::click("folder"))) }
        </span>
    }
}

fn taken(app: &App) -> Callback<Event> {
    let to = app.clone();
    Callback::from(move |event: Event| {
        if let Some(chosen) = events::picked(&event) {
            actions::take_files(&to, chosen);
        }
    })
}

/// A field for a table from a spreadsheet, for those who do not paste it anywhere on the page.
pub(super) fn paste_box(app: &App) -> Html {
    let read = app.act(|app| {
        if !actions::take_pasted(app, &dom::text_of("pasted"), "") {
            app.bad(app.t("paste-none"));
        }
    });
    html! {
        <details class="paste">
            <summary>{ app.t("paste-title") }</summary>
            <p class="hint">{ app.t("paste-hint") }</p>
            <textarea class="input" id="pasted" rows="4" aria-label={app.t("paste-title")} spellcheck="false" />
            { quiet(Some(Icon::Table), app.t("paste-read"), read) }
        </details>
    }
}
