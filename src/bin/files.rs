//! The files worker: reads files slice by slice, large ones with helpers, and hands tables to the desk.

use std::collections::BTreeMap;

use attain::data::{
    Choices, FileTables, Joined, Limits, Mapping, ReadChoice, ReadError, Source, finish_in_parts, read, read_in_parts,
    read_part,
};
use attain::job::{FilesAnswer, FilesAsk, FilesDesk, decode, encode};
use attain::platform::bulk::Bulk;
use attain::platform::helper::Helper;
use attain::platform::serve::{Incoming, n_processors, post, read_slices, serve_in_turn};
use web_sys::File;

/// Bytes that are read at once, at least and at most: large slices are read faster, and eight show how far the reading is.
const N_SLICE: (f64, f64) = (1_048_576.0, 4_194_304.0);
/// Workers that read one file at most.
const MOST_READERS: usize = 4;
const SCRIPT: &str = "./files_loader.js";

/// What the worker has.
#[derive(Default)]
struct Room {
    desk: FilesDesk,
    /// The files of the session by name, to be read again in another way.
    kept: BTreeMap<String, File>,
    /// Workers that wait for a large file. Each reads one only: its memory never shrinks.
    helpers: Vec<Helper>,
}

fn main() {
    serve_in_turn(Room::default(), answer);
}

async fn answer(room: &mut Room, incoming: Incoming) {
    let Incoming { id, message, bulk, files } = incoming;
    let (answer, bulk) = match decode::<FilesAsk>(&message) {
        Some(FilesAsk::Export { names, mappings }) => {
            room.read_apart(id, &names, mappings, &files).await.exported(&names)
        }
        Some(FilesAsk::Series { names, asked }) => room.read_apart(id, &names, Vec::new(), &files).await.series(&asked),
        Some(ask) => {
            match &ask {
                FilesAsk::Warm { .. } | FilesAsk::Import => room.hire(),
                FilesAsk::Read { names } => room.read_all(id, names, &files).await,
                FilesAsk::SetChoice { table, choice } => room.read_again(id, table, choice).await,
                FilesAsk::Forget => {
                    room.kept.clear();
                    room.hire();
                }
                FilesAsk::Remove { file } => {
                    room.kept.remove(file);
                }
                FilesAsk::Part { part } => {
                    if let [file] = files.as_slice() {
                        let mut source = Dropped { name: String::new(), file, share: 1.0, tell: &|_| {} };
                        let send = &mut |piece: &[u8]| post(id, false, &[], Some(Bulk::of(piece)));
                        read_part(&mut source, part, &Limits::default(), send);
                    }
                }
                _ => {}
            }
            room.desk.answer(ask, bulk)
        }
        None => (FilesAnswer::Unreadable, None),
    };
    let is_data = matches!(answer, FilesAnswer::Imported(_) | FilesAnswer::Exported { .. } | FilesAnswer::Series(_));
    let hand = |bytes: Vec<u8>| if is_data { Bulk::kept(&bytes) } else { Bulk::of(&bytes) };
    post(id, true, &encode(&answer), bulk.map(hand));
}

/// A file of the browser's.
struct Dropped<'a> {
    name: String,
    file: &'a File,
    /// What part of it is read here.
    share: f64,
    /// Told how much of it is done.
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
        self.read_between(0, self.n_bytes(), each)
    }

    fn read_between(&mut self, from: u64, to: u64, each: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), ReadError> {
        let size = self.file.size();
        let n_slice = (size * self.share / 8.0).clamp(N_SLICE.0, N_SLICE.1) as u32;
        let is_read = read_slices(self.file, (from as f64, to as f64), n_slice, |bytes, n_done| {
            (self.tell)((n_done / self.share).min(size));
            each(bytes)
        });
        if is_read { Ok(()) } else { Err(ReadError::Gone) }
    }
}

impl Room {
    /// Starts helpers ahead of the next large file.
    fn hire(&mut self) {
        while self.helpers.len() + 1 < n_processors().min(MOST_READERS) {
            let Some(helper) = Helper::start(SCRIPT) else { break };
            self.helpers.push(helper);
        }
    }

    async fn read_all(&mut self, id: u32, names: &[String], files: &[File]) {
        let n_bytes: f64 = files.iter().map(|file| file.size()).sum();
        let mut n_before = 0.0;
        for (name, file) in names.iter().zip(files) {
            let tell = teller(id, name, n_before, n_bytes);
            let tables = read_file(name, file, self.desk.choices(), &mut self.helpers, &tell).await;
            self.desk.add(name, tables);
            self.kept.insert(name.clone(), file.clone());
            n_before += file.size();
        }
    }

    /// Reads files for a desk of their own.
    async fn read_apart(&mut self, id: u32, names: &[String], mappings: Vec<Mapping>, files: &[File]) -> FilesDesk {
        let mut apart = self.desk.apart(mappings);
        let n_bytes: f64 = files.iter().map(|file| file.size()).sum();
        for (name, file) in names.iter().zip(files) {
            let tell = teller(id, name, 0.0, n_bytes);
            let tables = read_file(name, file, apart.choices(), &mut self.helpers, &tell).await;
            apart.add(name, tables);
        }
        apart
    }

    async fn read_again(&mut self, id: u32, table: &str, choice: &ReadChoice) {
        let Some((name, before)) = self.desk.choose(table, choice) else { return };
        let tables = match self.kept.get(&name) {
            Some(file) => {
                let tell = teller(id, &name, 0.0, file.size());
                read_file(&name, file, self.desk.choices(), &mut self.helpers, &tell).await
            }
            None => Err(ReadError::Gone),
        };
        self.desk.add_again(&name, tables, before);
    }
}

/// Reads a file; a large text in parts, with helpers, of whom those that wait come first. All end with it.
async fn read_file(
    name: &str,
    file: &File,
    choices: &Choices,
    waiting: &mut Vec<Helper>,
    tell: &dyn Fn(f64),
) -> Result<FileTables, ReadError> {
    let limits = Limits::default();
    let mut source = Dropped { name: name.to_owned(), file, share: 1.0, tell };
    let Some(mut first) = read_in_parts(&mut source, choices, &limits, n_processors().min(MOST_READERS)) else {
        return read(&mut source, choices, &limits);
    };
    let n_waiting = waiting.len().min(first.parts().len());
    let mut started: Vec<Helper> = waiting.drain(..n_waiting).collect();
    started.extend(first.parts().iter().skip(n_waiting).map_while(|_| Helper::start(SCRIPT)));
    let mut helpers = Vec::new();
    for (helper, part) in started.into_iter().zip(first.parts()) {
        if !helper.is_ready().await {
            break;
        }
        helper.ask(&encode(&FilesAsk::Part { part: *part }), file);
        helpers.push(helper);
    }
    source.share = first.first_share();
    first.read_first(&mut source)?;
    'helpers: for helper in helpers {
        while let Some(piece) = helper.piece().await {
            match first.join(&piece) {
                Joined::More => {}
                Joined::Whole => continue 'helpers,
                Joined::Refused => break 'helpers,
            }
        }
        break;
    }
    source.share = 1.0;
    finish_in_parts(first, &mut source, choices, &limits)
}

/// Tells the page how far the reading of a file is, of all files.
fn teller(id: u32, name: &str, n_before: f64, n_bytes: f64) -> impl Fn(f64) {
    let file = name.to_owned();
    move |n_done: f64| {
        let n_done = (n_before + n_done) as u64;
        post(id, false, &encode(&FilesAnswer::Progress { file: file.clone(), n_done, n_bytes: n_bytes as u64 }), None);
    }
}
