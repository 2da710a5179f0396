//! Elements that the page holds on to, and what cannot be said in markup.

use wasm_bindgen::JsCast;

pub use web_sys::{
    DragEvent, Event, HtmlCanvasElement as Canvas, HtmlElement as Element, HtmlSelectElement as Select, InputEvent,
    KeyboardEvent, PointerEvent,
};

/// Shows the option of that value.
pub fn choose(select: &Select, value: &str) {
    if select.value() != value {
        select.set_value(value);
    }
}

/// Puts an element at a place in its box, in pixels. Styles in markup are forbidden by the content security policy; those
/// set by the program are not.
pub fn place(element: &Element, x: f64, y: f64) {
    let style = element.style();
    let _ = style.set_property("left", &format!("{x:.1}px"));
    let _ = style.set_property("top", &format!("{y:.1}px"));
}

/// Puts the keyboard on an element of the page.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
    }
}

/// Puts the keyboard on a field and marks its text.
pub fn mark(id: &str) {
    focus(id);
    if let Some(input) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.select();
    }
}

const TAKES_KEYS: &str = "input:not(:disabled), button:not(:disabled), select:not(:disabled)";

/// Puts the keyboard on the first thing inside an element that can take it; `false` if there is none.
pub fn focus_inside(id: &str) -> bool {
    let inside = by_id(id).and_then(|element| element.query_selector(TAKES_KEYS).ok().flatten());
    let inside = inside.and_then(|inside| inside.dyn_into::<Element>().ok());
    inside.is_some_and(|inside| inside.focus().is_ok())
}

/// How far an element is scrolled down, in pixels.
pub fn scrolled(element: &Element) -> f64 {
    f64::from(element.scroll_top())
}

/// The height of an element in pixels; `None` if it is not there.
pub fn height(id: &str) -> Option<f64> {
    by_id(id).map(|element| f64::from(element.offset_height()))
}

/// Gives an element a height in pixels.
pub fn tall(element: &Element, height: f64) {
    let _ = element.style().set_property("height", &format!("{height:.0}px"));
}

/// What stands in a text field.
pub fn text_of(id: &str) -> String {
    let Some(element) = by_id(id) else { return String::new() };
    if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        return area.value();
    }
    element.dyn_ref::<web_sys::HtmlInputElement>().map(web_sys::HtmlInputElement::value).unwrap_or_default()
}

/// Whether a part that folds is open.
pub fn is_open(element: &Element) -> bool {
    element.has_attribute("open")
}

/// Whether the part that folds of that id is open; `false` without one.
pub fn is_open_at(id: &str) -> bool {
    by_id(id).is_some_and(|element| is_open(&element))
}

/// Opens the part that folds of that id, and puts the keyboard on its summary.
pub fn open_at(id: &str) {
    let Some(element) = by_id(id) else { return };
    let _ = element.set_attribute("open", "");
    let summary = element.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<Element>().ok()) {
        let _ = summary.focus();
    }
}

/// Clicks an element: opens the file chooser of a hidden input.
pub fn click(id: &str) {
    if let Some(element) = by_id(id) {
        element.click();
    }
}

/// Whether something is being typed that is not taken yet: fields mark themselves with `data-draft`.
pub fn is_typing() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector("[data-draft]").ok().flatten().is_some())
}

/// Opens the list of a select, where the browser can: arrow keys would choose at once while it is closed.
pub fn open_list(select: &Select) {
    let name: wasm_bindgen::JsValue = "showPicker".into();
    let open = js_sys::Reflect::get(select, &name).ok().and_then(|open| open.dyn_into::<js_sys::Function>().ok());
    if let Some(open) = open {
        let _ = open.call0(select);
    }
}

fn by_id(id: &str) -> Option<Element> {
    let document = web_sys::window().and_then(|window| window.document())?;
    document.get_element_by_id(id)?.dyn_into().ok()
}
