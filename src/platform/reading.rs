//! Files of the browser's, piece by piece: never whole in memory, and each piece's memory used again or given back at once.

use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileReaderSync, MessageChannel, MessagePort, ReadableStreamByobReader, ReadableStreamGetReaderOptions,
    ReadableStreamReadResult, ReadableStreamReaderMode,
};

/// Reads a file between two places by slices of `n_slice` bytes, while the worker waits. `each` is given a slice and where it
/// ends, and says whether to go on. `false` if the browser cannot read the file (any more).
pub fn read_slices(
    file: &File,
    (from, to): (f64, f64),
    n_slice: u32,
    mut each: impl FnMut(&[u8], f64) -> bool,
) -> bool {
    let Some(mut slices) = Slices::of(file.clone(), from, to, n_slice) else { return false };
    let mut bytes = Vec::new();
    while let Some(n) = slices.next(&mut bytes) {
        if n == 0 || !each(&bytes, slices.from) {
            return true;
        }
    }
    false
}

/// Bytes of a file between two places. Where the browser can fill memory that it is lent, it reads ahead while the worker
/// works.
pub struct FileBytes {
    way: Option<Way>,
    bytes: Vec<u8>,
}

enum Way {
    Lent(ReadableStreamByobReader, ArrayBuffer),
    Slices(Slices),
}

impl FileBytes {
    /// Nothing was read yet. Pieces have at most `n_piece` bytes.
    pub fn new(file: &File, from: f64, to: f64, n_piece: u32) -> Self {
        let lent = || {
            let options = ReadableStreamGetReaderOptions::new();
            options.set_mode(ReadableStreamReaderMode::Byob);
            let stream = file.slice_with_f64_and_f64(from, to).ok()?.stream();
            // Browsers whose streams of files cannot fill lent memory throw here.
            let reader = Reflect::get(&stream, &"getReader".into()).ok()?.dyn_into::<Function>().ok()?;
            let reader = reader.call1(&stream, &options).ok()?;
            Some(Way::Lent(reader.unchecked_into(), ArrayBuffer::new(n_piece)))
        };
        let way = lent().or_else(|| Slices::of(file.clone(), from, to, n_piece).map(Way::Slices));
        Self { way, bytes: Vec::new() }
    }

    /// The next piece, an empty one at the end; `None` if the browser cannot read the file (any more).
    pub async fn next(&mut self) -> Option<&[u8]> {
        match self.way.as_mut()? {
            Way::Slices(slices) => {
                slices.next(&mut self.bytes)?;
            }
            Way::Lent(reader, buffer) => {
                let lent = Uint8Array::new(buffer);
                let read = JsFuture::from(reader.read_with_array_buffer_view(&lent)).await.ok()?;
                // At the end it comes back empty.
                let piece: Uint8Array =
                    read.unchecked_into::<ReadableStreamReadResult>().get_value().dyn_into().ok()?;
                self.bytes.resize(piece.length() as usize, 0);
                piece.copy_to(&mut self.bytes);
                *buffer = piece.buffer();
            }
        }
        Some(&self.bytes)
    }
}

/// Slices that are read while the worker waits.
struct Slices {
    file: File,
    reader: FileReaderSync,
    from: f64,
    to: f64,
    n_slice: u32,
}

impl Slices {
    fn of(file: File, from: f64, to: f64, n_slice: u32) -> Option<Self> {
        let (reader, to) = (FileReaderSync::new().ok()?, to.min(file.size()));
        Some(Self { file, reader, from, to, n_slice })
    }

    /// Puts the next slice in place of other bytes and says how many it has: 0 at the end.
    fn next(&mut self, bytes: &mut Vec<u8>) -> Option<usize> {
        bytes.truncate(0);
        let to = (self.from + f64::from(self.n_slice)).min(self.to);
        if self.from < to {
            let slice = self.file.slice_with_f64_and_f64(self.from, to).ok()?;
            let buffer = self.reader.read_as_array_buffer(&slice).ok()?;
            let slice = Uint8Array::new(&buffer);
            bytes.resize(slice.length() as usize, 0);
            slice.copy_to(bytes);
            free(&buffer);
            self.from = to;
        }
        Some(bytes.len())
    }
}

/// Takes bytes over, and frees what the browser held of them.
pub(super) fn taken(bytes: &Uint8Array) -> Vec<u8> {
    let copy = bytes.to_vec();
    free(&bytes.buffer());
    copy
}

thread_local! {
    /// Where what is sent is lost: the other end is closed.
    static NOWHERE: Option<MessagePort> = MessageChannel::new().ok().map(|channel| {
        channel.port2().close();
        channel.port1()
    });
}

/// Frees a buffer now by sending it to nobody: otherwise the browser holds what it has read until it looks for what is not
/// used any more, and a file's slices may all pile up before.
fn free(buffer: &ArrayBuffer) {
    NOWHERE.with(|nowhere| {
        if let Some(port) = nowhere {
            let _ = port.post_message_with_transferable(buffer, &Array::of1(buffer)); // else it is freed later
        }
    });
}
