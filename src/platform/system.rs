//! Today, the time, a fresh seed, the language, the theme, and the address.

use chrono::{Datelike, NaiveDate};
use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
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

/// Opens the browser's dialogue for printing.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
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

/// Whether the user has asked the browser to save data.
pub fn saves_data() -> bool {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    window().is_some_and(|window| of(&of(&window.navigator(), "connection"), "saveData").is_truthy())
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

/// Told when a newer build of the page waits to take over.
pub fn on_update(heard: impl Fn() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "attain-update", move |_| heard()).forget();
    }
}

/// Lets the newer build take over; the page is loaded anew by it.
pub fn accept_update() {
    let event = web_sys::Event::new("attain-accept-update").ok();
    if let (Some(window), Some(event)) = (window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// A shortcut of the whole page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl+Z
    Undo,
    /// Ctrl+Y or Ctrl+Shift+Z
    Redo,
    /// Ctrl+S
    SaveFile,
}

/// Told of shortcuts, but for undo and redo inside a text field, where they are the field's own.
pub fn on_keys(heard: impl Fn(Shortcut) + 'static) {
    let Some(window) = window() else { return };
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
            return;
        }
        let shortcut = match (key.key().to_lowercase().as_str(), key.shift_key()) {
            ("z", false) => Shortcut::Undo,
            ("z", true) | ("y", false) => Shortcut::Redo,
            ("s", false) => Shortcut::SaveFile,
            _ => return,
        };
        if shortcut != Shortcut::SaveFile && is_text_field(key) {
            return;
        }
        key.prevent_default();
        heard(shortcut);
    })
    .forget();
}

/// Whether an event comes from a field for text.
pub(super) fn is_text_field(event: &web_sys::Event) -> bool {
    let Some(target) = event.target() else { return false };
    let is_text = |input: &web_sys::HtmlInputElement| !matches!(input.type_().as_str(), "range" | "checkbox" | "file");
    target.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(is_text)
        || target.has_type::<web_sys::HtmlTextAreaElement>()
}
