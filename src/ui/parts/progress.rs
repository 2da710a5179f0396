//! How far a piece of work is, with a way to stop it or to do it again.

use yew::prelude::*;

use super::button::button;
use super::icons::Icon;
use crate::ui::context::App;

/// Work of which nothing more is known than that it goes on.
pub(crate) fn working(app: &App, onstop: Callback<()>) -> Html {
    html! {
        <div class="row">
            <span role="status">{ app.t("working") }</span>
            { button(Some(Icon::Square), app.t("stop"), onstop) }
        </div>
    }
}

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

/// Where long work stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Status {
    #[default]
    Idle,
    Running,
    Done,
    Stopped,
    Failed,
}

/// The ids of what is said of long work.
pub(crate) struct WorkWords {
    /// With `done` and `all`.
    pub(crate) running: &'static str,
    /// With `done` and `all`.
    pub(crate) stopped: &'static str,
    pub(crate) failed: &'static str,
}

/// How long work stands (its status, steps done, all steps), with what stops it and what begins it again; `done` is said at
/// its end.
pub(crate) fn work(
    app: &App,
    words: &WorkWords,
    (status, n_done, n_all): (Status, usize, usize),
    (stop, again): (Callback<()>, Callback<()>),
    done: impl FnOnce() -> String,
) -> Html {
    let counts = || [("done", app.count(n_done).into()), ("all", app.count(n_all).into())];
    let stands = match status {
        Status::Idle => html! { <p role="status">{ app.t("working") }</p> },
        Status::Running if n_all == 0 => working(app, stop),
        Status::Running => progress(app, app.tw(words.running, counts()), n_done as f64 / n_all as f64, stop),
        Status::Stopped => ended(app, app.tw(words.stopped, counts()), again),
        Status::Failed => ended(app, app.tw(words.failed, counts()), again),
        Status::Done => html! { <p class="hint" role="status">{ done() }</p> },
    };
    html! { <div class="run">{ stands }</div> }
}
