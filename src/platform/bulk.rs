//! What goes beside a message: bytes, or a blob, which the browser keeps and hands on without a copy.

use js_sys::{Array, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Bytes from which on a blob is worth the way through the browser, and of one of the blobs that a larger one is made of.
const N_BLOB: usize = 1 << 20;

/// Bytes beside a message or in the database.
#[derive(Clone, Debug)]
pub enum Bulk {
    /// In memory; copied whenever they are sent or kept.
    Bytes(Uint8Array),
    /// Kept by the browser.
    Blob(Blob),
}

impl Bulk {
    /// What was sent or kept; `None` if it is neither.
    pub fn read(value: JsValue) -> Option<Self> {
        match value.dyn_into::<Uint8Array>() {
            Ok(bytes) => Some(Self::Bytes(bytes)),
            Err(value) => value.dyn_into::<Blob>().ok().map(Self::Blob),
        }
    }

    /// A copy of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::Bytes(Uint8Array::from(bytes))
    }

    /// A copy of bytes in pieces that the browser keeps, made right out of the memory they are in; a few, and all where no blob
    /// can be made, stay in memory.
    pub fn kept<'a>(pieces: impl Iterator<Item = &'a [u8]> + Clone) -> Self {
        let n_bytes: usize = pieces.clone().map(<[u8]>::len).sum();
        let blob = (N_BLOB <= n_bytes).then(|| blob(pieces.clone())).and_then(Result::ok);
        blob.map_or_else(|| Self::of(&pieces.flatten().copied().collect::<Vec<u8>>()), Self::Blob)
    }

    /// How many bytes it is.
    pub fn n_bytes(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.length().into(),
            Self::Blob(blob) => blob.size() as u64,
        }
    }

    /// As the browser knows it.
    pub fn value(&self) -> &JsValue {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Blob(blob) => blob,
        }
    }

    /// The bytes; `None` if the browser has lost the blob.
    pub async fn bytes(&self) -> Option<Uint8Array> {
        match self {
            Self::Bytes(bytes) => Some(bytes.clone()),
            Self::Blob(blob) => Some(Uint8Array::new(&JsFuture::from(blob.array_buffer()).await.ok()?)),
        }
    }
}

/// One blob of many: while one is made, the browser takes the others over, so that this process does not hold a copy of all.
fn blob<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> Result<Blob, JsValue> {
    let memory = wasm_bindgen::memory().unchecked_into::<WebAssembly::Memory>().buffer();
    let (blobs, views, mut n_bytes) = (Array::new(), Array::new(), 0);
    for piece in pieces.flat_map(|piece| piece.chunks(N_BLOB)) {
        let (start, n) = (piece.as_ptr() as usize as u32, piece.len() as u32);
        views.push(&Uint8Array::new_with_byte_offset_and_length(&memory, start, n));
        n_bytes += piece.len();
        if N_BLOB <= n_bytes {
            blobs.push(&*Blob::new_with_u8_array_sequence(&views)?);
            views.set_length(0);
            n_bytes = 0;
        }
    }
    blobs.push(&*Blob::new_with_u8_array_sequence(&views)?);
    Blob::new_with_blob_sequence(&blobs)
}
