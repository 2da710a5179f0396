//! The bar on top: the scenario's name and state, undo and redo, language, theme, and the scenario as a file.

use yew::prelude::*;

use super::saved::Saved;
use crate::platform::system;
use crate::present::Locale;
use crate::ui::actions;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Button, Icon, Look, TextField, choice};
use crate::ui::store::{Event, ThemeChoice};

#[component]
pub(super) fn Bar() -> Html {
    let app = use_app();
    let rename = use_callback(app.clone(), |title: String, app| app.edit(|scenario| scenario.title = title));
    let undo = use_callback(app.clone(), |(), app| app.send(Event::Undone));
    let redo = use_callback(app.clone(), |(), app| app.send(Event::Redone));
    let file = use_callback(app.clone(), |(), app| actions::export(app, true));
    let history = &app.state.history;
    html! {
        <header class="bar">
            <span class="brand" aria-hidden="true">{ app.t("app-name") }</span>
            <TextField class="bar-title" bare=true label={app.t("scenario-title")} value={app.state.scenario().title.clone()}
                on_change={rename} disabled={app.state.read_only} />
            <Saved />
            <div class="bar-tools">
                <Button look={Look::Icon} icon={Icon::Undo2} label={app.t("undo")} disabled={!history.can_undo()} onclick={undo} />
                <Button look={Look::Icon} icon={Icon::Redo2} label={app.t("redo")} disabled={!history.can_redo()} onclick={redo} />
                <Button look={Look::Icon} icon={Icon::Download} label={app.t("export-scenario")} onclick={file} />
                { theme_button(&app) }
                { language(&app) }
            </div>
        </header>
    }
}

/// One button that goes round: as the system, light, dark.
fn theme_button(app: &App) -> Html {
    let (icon, label, next) = match app.state.theme {
        ThemeChoice::Auto => (Icon::Monitor, "theme-system", ThemeChoice::Light),
        ThemeChoice::Light => (Icon::Sun, "theme-light", ThemeChoice::Dark),
        ThemeChoice::Dark => (Icon::Moon, "theme-dark", ThemeChoice::Auto),
    };
    let to = app.clone();
    let onclick = Callback::from(move |()| {
        system::set_setting("theme", next.key());
        to.send(Event::ThemeChosen(next));
    });
    html! { <Button look={Look::Icon} {icon} label={app.t(label)} {onclick} /> }
}

fn language(app: &App) -> Html {
    let to = app.clone();
    let options = Locale::ALL.iter().map(|(locale, name)| (*locale, (*name).to_owned())).collect();
    choice(app.t("language"), true, &app.state.words.locale(), options, move |locale: Locale| {
        system::set_setting("language", Some(locale.code()));
        to.send(Event::LanguageChosen(locale));
    })
}
