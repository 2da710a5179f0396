//! Files that are dropped on the page or chosen.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{DragEvent, FileList, HtmlInputElement};

/// Names and sizes of files, and the files themselves for a worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// For a worker.
    pub files: Array,
    /// Names, in the same order.
    pub names: Vec<String>,
}

fn chosen(list: Option<FileList>) -> Option<Chosen> {
    let list = list.filter(|list| 0 < list.length())?;
    let files = Array::new();
    let mut names = Vec::new();
    for file in (0..list.length()).filter_map(|index| list.get(index)) {
        names.push(file.name());
        files.push(&file);
    }
    Some(Chosen { files, names })
}

/// The files of a drop.
pub fn dropped(event: &DragEvent) -> Option<Chosen> {
    chosen(event.data_transfer().and_then(|transfer| transfer.files()))
}

/// The files of a file input, which is emptied so that the same file can be chosen again.
pub fn picked(event: &web_sys::Event) -> Option<Chosen> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let found = chosen(input.files());
    input.set_value("");
    found
}

/// The value of the input or select that an event came from.
pub fn value(event: &web_sys::Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        return area.value();
    }
    target.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value).unwrap_or_default()
}

/// Whether the box that an event came from is ticked.
pub fn is_ticked(event: &web_sys::Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}

/// Reads a whole file as bytes.
pub async fn bytes(file: &JsValue) -> Option<js_sys::Uint8Array> {
    let blob = file.dyn_ref::<web_sys::Blob>()?;
    let buffer = wasm_bindgen_futures::JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer))
}
