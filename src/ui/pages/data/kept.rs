//! The data that this browser keeps: how much, since when, for which scenarios, and forgetting it.

use yew::prelude::*;

use crate::platform::database::About;
use crate::present::Numerals;
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Confirm, Icon, head};
use crate::ui::store::Kept;

pub(super) fn kept(app: &App) -> Html {
    let forget = app.act(actions::forget_everything);
    html! {
        <section class="section">
            <h2>{ app.t("kept-title") }</h2>
            {
                match &*app.state.kept {
                    None => html! { <p class="banner" role="status">{ app.t("kept-refused") }</p> },
                    Some(kept) if kept.datasets.is_empty() => html! { <p class="hint">{ app.t("kept-none") }</p> },
                    Some(kept) => list(app, kept),
                }
            }
            <div class="row">{ asking(app, "forget-everything", app.t("forget-question"), "forget-yes", forget) }</div>
        </section>
    }
}

/// A button that asks again before it forgets.
fn asking(app: &App, label: &str, question: String, yes: &str, onconfirm: Callback<()>) -> Html {
    html! {
        <Confirm icon={Icon::Trash2} label={app.t(label)} {question} yes={app.t(yes)} no={app.t("forget-no")} {onconfirm} />
    }
}

/// Bytes as kilobytes or megabytes.
pub(super) fn size(app: &App, n_bytes: f64) -> String {
    let kilobytes = n_bytes / 1024.0;
    let (id, figure) = if kilobytes < 1024.0 { ("kilobytes", kilobytes) } else { ("megabytes", kilobytes / 1024.0) };
    app.tw(id, [("size", app.state.numerals.decimal(figure, 0, 1).into())])
}

fn list(app: &App, kept: &Kept) -> Html {
    let headers = ["column-file", "column-rows", "column-size", "kept-since", "kept-used", "actions"];
    let room = kept.room.map(|room| {
        let sizes = [("used", size(app, room.n_used).into()), ("most", size(app, room.n_most).into())];
        let promise = app.t(if room.is_promised { "kept-promised" } else { "kept-unpromised" });
        format!("{} {promise}", app.tw("kept-room", sizes))
    });
    html! {
        <>
            <div class="table-box" role="region" aria-label={app.t("kept-title")} tabindex="0">
                <table class="table">
                    { head(1, app.ts(&headers)) }
                    <tbody>{ for kept.datasets.iter().map(|about| row(app, about)) }</tbody>
                </table>
            </div>
            <p class="hint">{ room }</p>
        </>
    }
}

fn row(app: &App, about: &About) -> Html {
    let entries = app.state.entries.as_ref().as_ref().map(Vec::as_slice).unwrap_or_default();
    let users = entries.iter().filter(|entry| entry.data.as_ref() == Some(&about.key));
    let mut users: Vec<String> = users.map(|entry| entry.title.clone()).collect();
    let open = app.state.scenario();
    if open.data.as_ref().is_some_and(|data| data.fingerprint == about.key) && !users.contains(&open.title) {
        users.push(open.title.clone());
    }
    let known = |n: u64, text: String| if n == 0 { app.t("none") } else { text };
    let (to, key) = (app.clone(), about.key.clone());
    let forget = Callback::from(move |()| actions::forget_dataset(&to, &key));
    html! {
        <tr key={about.key.clone()}>
            <th scope="row">{ if about.files.is_empty() { app.t("none") } else { about.files.clone() } }</th>
            <td class="num">{ known(about.n_rows as u64, app.count(about.n_rows)) }</td>
            <td class="num">{ known(about.n_bytes, size(app, about.n_bytes as f64)) }</td>
            <td class="num">{ known(about.saved_at, app.state.numerals.moment(about.saved_at)) }</td>
            <td class="num">{ if users.is_empty() { app.t("none") } else { users.join(", ") } }</td>
            <td class="row-tools">{ asking(app, "kept-forget", app.t("kept-question"), "kept-yes", forget) }</td>
        </tr>
    }
}
