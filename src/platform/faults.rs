//! After a panic: the state that was last known good is shown by a page of plain JavaScript, as the wasm cannot go on.

use wasm_bindgen::prelude::*;

/// Installs the hook. The panic's text goes to the console and to `window.attainFault`, which shows the rescue page.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let Some(window) = web_sys::window() else { return };
        let name: JsValue = "attainFault".into();
        if let Ok(show) = js_sys::Reflect::get(&window, &name)
            && let Ok(show) = show.dyn_into::<js_sys::Function>()
        {
            let _ = show.call1(&window, &info.to_string().into());
        }
    }));
}

/// Leaves the state's file text where the rescue page finds it.
pub fn leave_state(text: &str) {
    if let Some(window) = web_sys::window() {
        let _ = js_sys::Reflect::set(&window, &"attainState".into(), &text.into());
    }
}

/// Leaves the rescue page its words: title, text, download, reload.
pub fn leave_words(texts: &[String; 4]) {
    if let Some(window) = web_sys::window() {
        let words: js_sys::Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
        let _ = js_sys::Reflect::set(&window, &"attainWords".into(), &words);
    }
}
