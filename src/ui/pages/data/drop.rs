//! Choosing files, one or many.

use yew::prelude::*;

use crate::platform::{dom, events};
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, primary};

/// A button that opens the browser's dialog for files; with `is_first` it is the one thing to do next.
pub(crate) fn file_picker(app: &App, is_first: bool, label: String) -> Html {
    let to = app.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(chosen) = events::picked(&event) {
            actions::take_files(&to, chosen);
        }
    });
    let look = if is_first { primary } else { button };
    html! {
        <span class="picker">
            <input id="files" class="hidden-input" type="file" multiple=true accept=".csv,.tsv,.txt,.psv,.json,text/csv,text/plain" {onchange}
                tabindex="-1" aria-label={app.t("choose-files")} />
            { look(Some(Icon::FileUp), label, app.act(|_| dom::click("files"))) }
        </span>
    }
}
