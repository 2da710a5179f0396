//! The bar on top: the scenario's name and state, undo and redo, language, theme, and the scenario as a file.

use yew::prelude::*;

use super::saved::saved;
use crate::platform::system;
use crate::present::Locale;
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, TextProps, choice, icon_button, icon_button_if, text};
use crate::ui::store::{Event, ThemeChoice};

pub(super) fn bar(app: &App) -> Html {
    let to = app.clone();
    let rename = Callback::from(move |title: String| to.edit(|scenario| scenario.title = title));
    let undo = app.act(|app| app.send(Event::Undone));
    let redo = app.act(|app| app.send(Event::Redone));
    let file = app.act(|app| actions::export(app, true));
    let history = &app.state.history;
    let title = TextProps {
        class: "field bar-title",
        bare: true,
        disabled: app.state.read_only,
        ..TextProps::new(app.t("scenario-title"), &app.state.scenario().title, rename)
    };
    html! {
        <header class="bar">
            <span class="brand" aria-hidden="true">{ app.t("app-name") }</span>
            { text(title) }
            { saved(app) }
            <div class="bar-tools">
                { icon_button_if(history.can_undo(), Icon::Undo2, app.t("undo"), undo) }
                { icon_button_if(history.can_redo(), Icon::Redo2, app.t("redo"), redo) }
                { icon_button(Icon::Download, app.t("export-scenario"), file) }
                { theme_button(app) }
                { language(app) }
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
    icon_button(icon, app.t(label), onclick)
}

fn language(app: &App) -> Html {
    let to = app.clone();
    let options = Locale::ALL.iter().map(|(locale, name)| (*locale, (*name).to_owned())).collect();
    let speak = move |locale: Locale| actions::speak(&to, locale);
    choice(app.t("language"), true, &app.state.words.locale(), options, speak.into())
}
