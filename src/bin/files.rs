//! The files worker: reads files slice by slice and hands tables to the desk.

use std::collections::BTreeMap;

use attain::data::{Limits, ReadChoice, ReadError, Source, read};
use attain::job::{FilesAnswer, FilesAsk, FilesDesk, decode, encode};
use attain::platform::bulk::Bulk;
use attain::platform::serve::{post, read_slices, serve};
use web_sys::File;

/// Bytes that are read at once, at least and at most: large slices are read faster, and eight show how far the reading is.
const N_SLICE: (f64, f64) = (1_048_576.0, 16_777_216.0);

/// The files of the session by name, to be read again in another way.
type Kept = BTreeMap<String, File>;

fn main() {
    let (mut desk, mut kept) = (FilesDesk::default(), Kept::new());
    serve(move |incoming| {
        let (answer, bulk) = match decode::<FilesAsk>(&incoming.message) {
            Some(ask) => {
                match &ask {
                    FilesAsk::Read { names } => read_all(&mut desk, &mut kept, incoming.id, names, &incoming.files),
                    FilesAsk::SetChoice { table, choice } => read_again(&mut desk, &kept, incoming.id, table, choice),
                    FilesAsk::Forget => kept.clear(),
                    FilesAsk::Remove { file } => {
                        kept.remove(file);
                    }
                    _ => {}
                }
                desk.answer(ask, incoming.bulk)
            }
            None => (FilesAnswer::Unreadable, None),
        };
        let is_data = matches!(answer, FilesAnswer::Imported(_));
        let hand = |bytes: Vec<u8>| if is_data { Bulk::kept(&bytes) } else { Bulk::of(&bytes) };
        post(incoming.id, true, &encode(&answer), bulk.map(hand));
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
        let n_slice = (self.file.size() / 8.0).clamp(N_SLICE.0, N_SLICE.1) as u32;
        let is_read = read_slices(self.file, n_slice, |bytes, n_done| {
            (self.tell)(n_done);
            each(bytes)
        });
        if is_read { Ok(()) } else { Err(ReadError::Gone) }
    }
}

fn read_all(desk: &mut FilesDesk, kept: &mut Kept, id: u32, names: &[String], files: &[File]) {
    let n_bytes: f64 = files.iter().map(|file| file.size()).sum();
    let mut n_before = 0.0;
    for (name, file) in names.iter().zip(files) {
        let mut source = Dropped { name: name.clone(), file, tell: &teller(id, name, n_before, n_bytes) };
        let tables = read(&mut source, desk.choices(), &Limits::default());
        desk.add(name, tables);
        kept.insert(name.clone(), file.clone());
        n_before += file.size();
    }
}

fn read_again(desk: &mut FilesDesk, kept: &Kept, id: u32, table: &str, choice: &ReadChoice) {
    let Some((name, before)) = desk.choose(table, choice) else { return };
    let tables = match kept.get(&name) {
        Some(file) => {
            let mut source = Dropped { name: name.clone(), file, tell: &teller(id, &name, 0.0, file.size()) };
            read(&mut source, desk.choices(), &Limits::default())
        }
        None => Err(ReadError::Gone),
    };
    desk.add_again(&name, tables, before);
}

/// Tells the page how far the reading of a file is, of all files.
fn teller(id: u32, name: &str, n_before: f64, n_bytes: f64) -> impl Fn(f64) {
    let file = name.to_owned();
    move |n_done: f64| {
        let n_done = (n_before + n_done) as u64;
        post(id, false, &encode(&FilesAnswer::Progress { file: file.clone(), n_done, n_bytes: n_bytes as u64 }), None);
    }
}
