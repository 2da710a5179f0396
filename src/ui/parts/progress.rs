//! How far a piece of work is, with a way to stop it or to do it again.

use yew::prelude::*;

use super::button::button;
use super::icons::Icon;
use crate::ui::context::App;

/// Work that is done to a share from 0 to 1.
pub(crate) fn progress(app: &App, label: String, share: f64, onstop: Callback<()>) -> Html {
    html! {
        <div class="progress" role="status">
            <label class="progress-label">
                <span>{ label }</span>
                <progress max="1" value={format!("{:.3}", share.clamp(0.0, 1.0))} />
            </label>
            { button(Some(Icon::Square), app.t("stop"), onstop) }
        </div>
    }
}

/// Work that has ended before its end, in words, with a way to do it again.
pub(crate) fn ended(app: &App, label: String, again: Callback<()>) -> Html {
    html! {
        <div class="row">
            <span role="status">{ label }</span>
            { button(Some(Icon::Play), app.t("run-again"), again) }
        </div>
    }
}
