//! Today, the time, a fresh seed, the language, the theme, and the address.

use chrono::{Datelike, NaiveDate};
use gloo::events::EventListener;
use web_sys::{Storage, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

/// Today, where the user is.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    NaiveDate::from_ymd_opt(now.get_full_year() as i32, now.get_month() + 1, now.get_date())
        .unwrap_or_default()
        .with_year(now.get_full_year() as i32)
        .unwrap_or_default()
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Another number each time.
pub fn fresh_seed() -> u64 {
    (js_sys::Math::random() * 1e9) as u64
}

/// A short name that no other record has.
pub fn fresh_id() -> String {
    format!("{:x}{:06x}", now(), (js_sys::Math::random() * 16_777_216.0) as u32)
}

/// The browser's language tag.
pub fn language() -> String {
    window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Whether the system asks for dark.
pub fn prefers_dark() -> bool {
    let query = window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Sets `data-theme` and `lang` of the page; no theme follows the system.
pub fn dress(theme: Option<&str>, language: &str) {
    let Some(root) = window().and_then(|window| window.document()).and_then(|document| document.document_element())
    else {
        return;
    };
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
    let _ = root.set_attribute("lang", language);
}

/// Sets the title of the window.
pub fn entitle(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

fn settings() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// A setting of this browser; `None` where nothing can be stored.
pub fn setting(name: &str) -> Option<String> {
    settings()?.get_item(&format!("attain.setting.{name}")).ok().flatten()
}

/// Remembers a setting if it can.
pub fn set_setting(name: &str, value: Option<&str>) {
    let Some(storage) = settings() else { return };
    let key = format!("attain.setting.{name}");
    let _ = match value {
        Some(value) => storage.set_item(&key, value),
        None => storage.remove_item(&key),
    };
}

/// The part of the address behind `#`, without it.
pub fn hash() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Goes to another hash, as a step of the browser's history.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// A value of the address's query.
pub fn query(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Processors that the browser admits to, from 1 to 8; the query `workers` overrides it.
pub fn n_processors() -> usize {
    let asked = query("workers").and_then(|text| text.parse::<usize>().ok());
    let found = window().map_or(1, |window| window.navigator().hardware_concurrency() as usize);
    asked.unwrap_or(found).clamp(1, 8)
}

/// Told when the hash changes.
pub fn on_hash(heard: impl Fn() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "hashchange", move |_| heard()).forget();
    }
}

/// Told when the system turns dark or light.
pub fn on_theme(heard: impl Fn() + 'static) {
    let query = window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    if let Some(query) = query {
        EventListener::new(&query, "change", move |_| heard()).forget();
    }
}

/// Puts the keyboard on an element.
pub fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    let element = window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Clicks an element: opens the file chooser of a hidden input.
pub fn click(id: &str) {
    use wasm_bindgen::JsCast;
    let element = window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        element.click();
    }
}
