//! The page's language: a file beside the page. What the first view says in English is in the program.

use wasm_bindgen_futures::spawn_local;

use crate::platform::{download, system};
use crate::present::{Locale, Words};
use crate::ui::context::App;
use crate::ui::store::Event;

/// The texts of a language; `None` if they could not be fetched.
pub(crate) async fn words_of(locale: Locale) -> Option<Words> {
    let text = download::own_text(&format!("./locales/{}.ftl", locale.code())).await?;
    Some(Words::of_texts(locale, &[&text]))
}

/// The language that this browser's user wants: the one chosen here, else the browser's own.
pub(crate) fn wanted() -> Locale {
    Locale::of_tag(&system::setting("language").unwrap_or_else(system::language))
}

/// Fetches the texts of the other pages, where those of the first view were taken from the program.
pub(crate) fn fetch_rest(app: &App) {
    let app = app.clone();
    spawn_local(async move {
        match words_of(Locale::English).await {
            Some(words) if wanted() == Locale::English => app.send(Event::LanguageChosen(words)),
            Some(_) => {} // another language was chosen since
            None => app.bad(app.t("language-missing")),
        }
    });
}

/// Speaks a language from now on, in this and in later visits.
pub(crate) fn speak(app: &App, locale: Locale) {
    let app = app.clone();
    system::set_setting("language", Some(locale.code()));
    spawn_local(async move {
        let words = words_of(locale).await;
        if system::setting("language").is_some_and(|chosen| chosen != locale.code()) {
            return; // another was chosen since
        }
        match words {
            Some(words) => app.send(Event::LanguageChosen(words)),
            None => app.bad(app.t("language-missing")),
        }
    });
}
