//! Files that are dropped on the page, chosen or pasted.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

/// Files that are taken at once.
pub const MOST_FILES: usize = 500;

/// Files for a worker, each with a name of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// For a worker.
    pub files: Array,
    /// Names, in the same order: of the file alone, or with its folders where two files have the same.
    pub names: Vec<String>,
    /// There were more than [`MOST_FILES`].
    pub is_cut: bool,
}

/// Files with their paths. What systems put into folders for themselves is left out.
fn chosen(mut files: Vec<(String, File)>) -> Option<Chosen> {
    let is_own = |part: &str| part.starts_with('.') || matches!(part, "Thumbs.db" | "desktop.ini");
    files.retain(|(path, _)| !(path.contains('/') && path.split('/').any(is_own)));
    let is_cut = MOST_FILES < files.len();
    files.truncate(MOST_FILES);
    let own: Vec<String> = files.iter().map(|(_, file)| file.name()).collect();
    let mut names = own.clone();
    for (name, (path, _)) in names.iter_mut().zip(&files) {
        if 1 < own.iter().filter(|other| *other == name).count() {
            name.clone_from(path);
        }
    }
    (!names.is_empty()).then(|| Chosen { files: files.into_iter().map(|(_, file)| file).collect(), names, is_cut })
}

fn listed(list: Option<FileList>) -> Vec<(String, File)> {
    let Some(list) = list else { return Vec::new() };
    let path = |file: &File| Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    let files = (0..list.length()).filter_map(|index| list.get(index));
    files.map(|file| (path(&file).filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)).collect()
}

/// Hands on the files of a drop, those in folders too.
pub fn dropped(event: &DragEvent, done: impl FnOnce(Chosen) + 'static) {
    let Some(transfer) = event.data_transfer() else { return };
    let items = transfer.items();
    // Folders must be asked for before the event is over.
    let entry = |at: u32| call(items.get(at)?.as_ref(), "webkitGetAsEntry").ok().filter(JsValue::is_object);
    let entries: Vec<JsValue> = (0..items.length()).filter_map(entry).collect();
    if entries.iter().any(|entry| flag(entry, "isDirectory")) {
        spawn_local(async move {
            if let Some(chosen) = chosen(inside(entries).await) {
                done(chosen);
            }
        });
    } else if let Some(chosen) = chosen(listed(transfer.files())) {
        done(chosen);
    }
}

/// All files of these entries and of the folders among them.
async fn inside(mut entries: Vec<JsValue>) -> Vec<(String, File)> {
    let mut files = Vec::new();
    entries.reverse();
    while let Some(entry) = entries.pop() {
        if MOST_FILES < files.len() {
            break;
        }
        if flag(&entry, "isDirectory") {
            let Ok(reader) = call(&entry, "createReader") else { continue };
            // A reader hands a folder on in parts, and ends with an empty one.
            while let Ok(part) = told(&reader, "readEntries").await {
                let part = Array::from(&part);
                if part.length() == 0 {
                    break;
                }
                entries.extend(part.iter());
            }
        } else if let Some(file) = told(&entry, "file").await.ok().and_then(|file| file.dyn_into::<File>().ok()) {
            let path = Reflect::get(&entry, &"fullPath".into()).ok().and_then(|path| path.as_string());
            files.push((path.unwrap_or_default().trim_start_matches('/').to_owned(), file));
        }
    }
    files
}

fn flag(object: &JsValue, name: &str) -> bool {
    Reflect::get(object, &name.into()).is_ok_and(|flag| flag.is_truthy())
}

fn method(object: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(object, &name.into())?.dyn_into()
}

fn call(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    method(object, name)?.call0(object)
}

/// What a method tells the first of two functions; the error that it tells the other.
async fn told(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    let method = method(object, name)?;
    let promise = Promise::new(&mut |done, failed| {
        let _ = method.call2(object, &done, &failed);
    });
    JsFuture::from(promise).await
}

/// The files of a file input, which is emptied so that the same file can be chosen again.
pub fn picked(event: &web_sys::Event) -> Option<Chosen> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let found = chosen(listed(input.files()));
    input.set_value("");
    found
}

/// A text as a file of that name.
pub fn file_of(name: &str, text: &str) -> Option<Chosen> {
    let file = File::new_with_str_sequence(&Array::of1(&text.into()), name).ok()?;
    chosen(vec![(name.to_owned(), file)])
}

/// Told of the text and the HTML of what is pasted outside text fields.
pub fn on_paste(heard: impl Fn(String, String) + 'static) {
    let Some(window) = web_sys::window() else { return };
    gloo::events::EventListener::new(&window, "paste", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
        // A part of the page that takes it says so.
        if event.default_prevented() || super::system::is_text_field(event) {
            return;
        }
        let Some(data) = event.clipboard_data() else { return };
        let get = |kind: &str| data.get_data(kind).unwrap_or_default();
        heard(get("text/plain"), get("text/html"));
    })
    .forget();
}

/// The text that is pasted.
pub fn pasted(event: &web_sys::Event) -> Option<String> {
    event.dyn_ref::<web_sys::ClipboardEvent>()?.clipboard_data()?.get_data("text/plain").ok()
}

/// Puts a text in the place of what would be copied.
pub fn copied(event: &web_sys::Event, text: &str) {
    let data = event.dyn_ref::<web_sys::ClipboardEvent>().and_then(web_sys::ClipboardEvent::clipboard_data);
    if data.is_some_and(|data| data.set_data("text/plain", text).is_ok()) {
        event.prevent_default();
    }
}

/// Whether an event comes from a field for text.
pub fn is_of_text_field(event: &web_sys::Event) -> bool {
    super::system::is_text_field(event)
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
