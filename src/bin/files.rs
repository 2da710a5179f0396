//! The files worker: reads files slice by slice and hands tables to the desk.

use attain::data::{Limits, ReadError, Reader, Table};
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

fn read_all(desk: &mut FilesDesk, id: u32, files: &[File]) {
    let n_bytes: f64 = files.iter().map(|file| file.size()).sum();
    let mut n_before = 0.0;
    for file in files {
        let name = file.name();
        let tell = |n_done: f64| {
            let answer = FilesAnswer::Progress { file: name.clone(), n_done: n_done as u64, n_bytes: n_bytes as u64 };
            post(id, false, &encode(&answer), None);
        };
        tell(n_before);
        desk.add(&name, read(file, |n_done| tell(n_before + n_done)));
        n_before += file.size();
    }
}

fn read(file: &File, tell: impl Fn(f64)) -> Result<Table, ReadError> {
    let limits = Limits::default();
    Reader::check_size(file.size() as u64, &limits)?;
    let mut reader = Reader::new(&file.name(), limits);
    let mut result = Ok(());
    let is_read = read_slices(file, N_SLICE, |bytes, n_done| {
        result = reader.push(bytes);
        tell(n_done);
        result.is_ok()
    });
    result?;
    // A file that vanished or changed under the page reads as nothing.
    if is_read { reader.finish() } else { Err(ReadError::Empty) }
}
