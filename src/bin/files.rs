//! The files worker: reads files slice by slice and hands tables to the desk.

use attain::data::{Choices, Limits, ReadError, Source, read};
use attain::job::{FilesAnswer, FilesAsk, FilesDesk, decode, encode};
use attain::platform::serve::{post, read_slices, serve};
use web_sys::File;

/// Bytes that are read at once.
const N_SLICE: u32 = 4 << 20;

fn main() {
    let mut desk = FilesDesk::default();
    serve(move |incoming| {
        let (answer, bulk) = match decode::<FilesAsk>(&incoming.message) {
            Some(ask) => {
                if ask == FilesAsk::Read {
                    read_all(&mut desk, incoming.id, &incoming.files);
                }
                desk.answer(ask, incoming.bulk)
            }
            None => (FilesAnswer::Unreadable, None),
        };
        post(incoming.id, true, &encode(&answer), bulk.as_deref());
    });
}

/// A file of the browser's.
struct Dropped<'a> {
    name: String,
    file: &'a File,
    tell: &'a dyn Fn(f64),
}

impl Source for Dropped<'_> {
    fn name(&self) -> &str {
        &self.name
    }

    fn n_bytes(&self) -> u64 {
        self.file.size() as u64
    }

    fn read(&mut self, each: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), ReadError> {
        let is_read = read_slices(self.file, N_SLICE, |bytes, n_done| {
            (self.tell)(n_done);
            each(bytes)
        });
        if is_read { Ok(()) } else { Err(ReadError::Gone) }
    }
}

fn read_all(desk: &mut FilesDesk, id: u32, files: &[File]) {
    let n_bytes: f64 = files.iter().map(|file| file.size()).sum();
    let mut n_before = 0.0;
    for file in files {
        let name = file.name();
        let tell = |n_done: f64| {
            let n_done = (n_before + n_done) as u64;
            post(
                id,
                false,
                &encode(&FilesAnswer::Progress { file: name.clone(), n_done, n_bytes: n_bytes as u64 }),
                None,
            );
        };
        let mut source = Dropped { name: name.clone(), file, tell: &tell };
        desk.add(&name, read(&mut source, &Choices::new(), &Limits::default()));
        n_before += file.size();
    }
}
