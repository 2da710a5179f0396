//! The worker's side of a message: `[id, kind, message, bulk, files]` comes in, `[id, last, message, bulk]` goes out.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use super::bulk::Bulk;
use super::inbox::Inbox;
use super::reading::taken;

/// What a worker was sent.
pub struct Incoming {
    /// Number of the ask; 0 if no answer is wanted.
    pub id: u32,
    /// The message.
    pub message: Vec<u8>,
    /// What came beside it.
    pub bulk: Option<Vec<u8>>,
    /// Files that came beside it.
    pub files: Vec<File>,
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Hands every message to `handle`, after telling the page that the worker is there.
pub fn serve(mut handle: impl FnMut(Incoming) + 'static) {
    console_error_panic_hook::set_once();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let parts = Array::from(&event.data());
        let bytes = |place: u32| Bulk::read(parts.get(place)).and_then(|bulk| in_memory(&bulk));
        let files = parts
            .get(3)
            .dyn_into::<Array>()
            .map(|files| files.iter().filter_map(|file| file.dyn_into().ok()).collect());
        handle(Incoming {
            id: parts.get(0).as_f64().unwrap_or(0.0) as u32,
            message: bytes(1).unwrap_or_default(),
            bulk: bytes(2),
            files: files.unwrap_or_default(),
        });
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget(); // lives as long as the worker
    post(0, true, &[], None);
}

/// The same for work that waits on the way: what comes meanwhile is handled after it, in order. `state` is what the worker
/// knows.
pub fn serve_in_turn<S: 'static>(mut state: S, handle: impl AsyncFn(&mut S, Incoming) + 'static) {
    let inbox = Inbox::default();
    let to = inbox.clone();
    wasm_bindgen_futures::spawn_local(async move {
        loop {
            handle(&mut state, inbox.next().await).await;
        }
    });
    serve(move |incoming| to.put(incoming));
}

/// Bytes that were sent, or those of a blob, as far as the browser still has it.
fn in_memory(bulk: &Bulk) -> Option<Vec<u8>> {
    match bulk {
        Bulk::Bytes(bytes) => Some(bytes.to_vec()),
        Bulk::Blob(blob) => {
            let buffer = FileReaderSync::new().and_then(|reader| reader.read_as_array_buffer(blob)).ok()?;
            Some(taken(&Uint8Array::new(&buffer)))
        }
    }
}

/// Sends an answer; the bulk is handed over, not copied.
pub fn post(id: u32, last: bool, message: &[u8], bulk: Option<Bulk>) {
    let parts = Array::of3(&id.into(), &last.into(), &Uint8Array::from(message));
    let handed = Array::new();
    if let Some(bulk) = bulk {
        if let Bulk::Bytes(bytes) = &bulk {
            handed.push(&bytes.buffer());
        }
        parts.push(bulk.value());
    }
    // Without a page there is nobody to tell.
    let _ = scope().post_message_with_transfer(&parts, &handed);
}

/// How many processors the browser admits to.
pub fn n_processors() -> usize {
    scope().navigator().hardware_concurrency() as usize
}
