//! Files for the user, and files of the page itself.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Response, Url};

use super::bulk::Bulk;

/// Offers bytes as a file.
pub fn bytes(name: &str, media_type: &str, bytes: &Uint8Array) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options) {
        self::blob(name, &blob);
    }
}

/// Offers what a worker made as a file.
pub fn bulk(name: &str, media_type: &str, bulk: &Bulk) {
    match bulk {
        Bulk::Bytes(bytes) => self::bytes(name, media_type, bytes),
        Bulk::Blob(blob) => self::blob(name, blob),
    }
}

/// Offers a text as a file.
pub fn text(name: &str, media_type: &str, text: &str) {
    bytes(name, media_type, &Uint8Array::from(text.as_bytes()));
}

/// The text of a file that stands beside the page; `None` if it cannot be had.
pub async fn own_text(path: &str) -> Option<String> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(path)).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// Offers a blob as a file.
pub fn blob(name: &str, blob: &Blob) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    if let Some(link) = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has begun to read it by then.
    Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
}
