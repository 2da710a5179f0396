//! The scenarios of this browser, each with its state and what can be done with it.

use yew::prelude::*;

use crate::present::Numerals;
use crate::scenario::{Entry, EntryState};
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, icon_button, num};

pub(super) fn stored(app: &App) -> Html {
    let Ok(entries) = &*app.state.entries else {
        return html! { <p class="banner" role="status">{ app.t("storage-blocked") }</p> };
    };
    let headers = ["scenario-title", "column-saved", "column-size", "column-state", "actions"];
    html! {
        <section class="section">
            <h2>{ app.t("stored-title") }</h2>
            if entries.is_empty() {
                <p>{ app.t("stored-none") }</p>
            } else {
                <div class="table-box" role="region" tabindex="0" aria-label={app.t("stored-title")}>
                    <table class="table">
                        <thead><tr>
                            { for headers.iter().enumerate().map(|(at, id)| html! { <th key={at} scope="col" class={num(at == 2)}>{ app.t(id) }</th> }) }
                        </tr></thead>
                        <tbody>{ for entries.iter().map(|entry| row(app, entry)) }</tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn row(app: &App, entry: &Entry) -> Html {
    let is_open = entry.id == app.state.id;
    let is_broken = entry.state == EntryState::Broken;
    let state = match entry.state {
        _ if is_open => "entry-open",
        EntryState::Good => "entry-good",
        EntryState::Recovered => "entry-recovered",
        EntryState::Newer => "entry-newer",
        EntryState::Broken => "entry-broken",
    };
    let title = if is_broken { app.t("scenario-broken") } else { entry.title.clone() };
    let moment = if entry.saved_at == 0 { String::new() } else { app.state.numerals.moment(entry.saved_at) };
    // localStorage counts UTF-16 units of two bytes.
    let size =
        app.tw("kilobytes", [("size", app.state.numerals.decimal(entry.n_chars as f64 * 2.0 / 1024.0, 0, 1).into())]);
    html! {
        <tr key={entry.id.clone()} aria-current={is_open.then_some("true")}>
            <th scope="row">{ &title }</th>
            <td>{ moment }</td>
            <td class="num">{ size }</td>
            <td>{ app.t(state) }</td>
            <td class="row-tools">{ tools(app, entry, &title, is_open, is_broken) }</td>
        </tr>
    }
}

fn tools(app: &App, entry: &Entry, title: &str, is_open: bool, is_broken: bool) -> Html {
    let act = |action: fn(&App, &str, &str)| {
        let (app, id, title) = (app.clone(), entry.id.clone(), title.to_owned());
        Callback::from(move |()| action(&app, &id, &title))
    };
    let said = |id: &str| app.tw(id, [("title", title.into())]);
    html! {
        <span>
            if !is_open && !is_broken {
                { icon_button(Icon::FolderOpen, said("entry-do-open"), act(|app, id, _| actions::open_record(app, id))) }
            }
            if is_broken {
                { icon_button(Icon::Download, said("entry-do-download"), act(|_, id, _| actions::download_record(id))) }
            } else {
                { icon_button(Icon::Copy, said("entry-do-copy"), act(|app, id, _| actions::duplicate(app, id))) }
            }
            { icon_button(Icon::Trash2, said("entry-do-remove"), act(actions::remove_record)) }
        </span>
    }
}
