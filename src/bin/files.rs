//! The files worker: reads files slice by slice, large ones with helpers, and hands tables to the desk.

use std::collections::BTreeMap;

use attain::data::{
    Choices, FileTables, InParts, Joined, Limits, Mapping, Part, PartReading, Pieces, ReadChoice, ReadError, Source,
    finish_in_parts, read, read_in_parts,
};
use attain::job::{FilesAnswer, FilesAsk, FilesDesk, decode, encode};
use attain::platform::bulk::Bulk;
use attain::platform::helper::Helper;
use attain::platform::reading::{FileBytes, read_slices};
use attain::platform::serve::{Incoming, n_processors, post, serve_in_turn};
use web_sys::File;

/// Bytes that are read at once while the worker waits, at least and at most: large slices are read faster, and eight show how
/// far the reading is.
const N_SLICE: (f64, f64) = (1_048_576.0, 4_194_304.0);
/// Bytes that are read at once at most while the worker works, and those after which it tells how far it is.
const N_PIECE: u32 = 1 << 20;
const N_TOLD: f64 = 4_194_304.0;
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

/// How many workers read one file: a processor is left to the browser, which reads it ahead of them.
fn n_readers() -> usize {
    n_processors().saturating_sub(1).clamp(1, MOST_READERS)
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
                FilesAsk::Parts { parts } => {
                    if let [file] = files.as_slice() {
                        read_parts(id, file, parts).await;
                    }
                }
                _ => {}
            }
            room.desk.answer(ask, bulk)
        }
        None => (FilesAnswer::Unreadable, None),
    };
    let is_data = matches!(answer, FilesAnswer::Imported(_) | FilesAnswer::Exported { .. } | FilesAnswer::Series(_));
    let hand = |bytes: Pieces| if is_data { Bulk::kept(bytes.iter()) } else { Bulk::of(&bytes.whole()) };
    post(id, true, &encode(&answer), bulk.map(hand));
}

/// A file of the browser's.
struct Dropped<'a> {
    name: String,
    file: &'a File,
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
        let n_slice = (self.file.size() / 8.0).clamp(N_SLICE.0, N_SLICE.1) as u32;
        let is_read = read_slices(self.file, (from as f64, to as f64), n_slice, |bytes, n_done| {
            (self.tell)(n_done);
            each(bytes)
        });
        if is_read { Ok(()) } else { Err(ReadError::Gone) }
    }
}

impl Room {
    /// Starts helpers ahead of the next large file.
    fn hire(&mut self) {
        while self.helpers.len() + 1 < n_readers() {
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
    let mut source = Dropped { name: name.to_owned(), file, tell };
    let Some(mut first) = read_in_parts(&mut source, choices, &limits, n_readers()) else {
        return read(&mut source, choices, &limits);
    };
    let parts = first.parts().to_vec();
    let n_helpers = parts.iter().map(|part| part.reader).max().unwrap_or(0);
    let n_waiting = waiting.len().min(n_helpers);
    let mut started: Vec<Helper> = waiting.drain(..n_waiting).collect();
    started.extend((n_waiting..n_helpers).map_while(|_| Helper::start(SCRIPT)));
    let mut helpers = Vec::new();
    for (helper, reader) in started.into_iter().zip(1..) {
        if !helper.is_ready().await {
            break;
        }
        let theirs = parts.iter().filter(|part| part.reader == reader).copied().collect();
        helper.ask(&encode(&FilesAsk::Parts { parts: theirs }), file);
        helpers.push(helper);
    }
    for part in &parts {
        let is_read = if part.reader == 0 {
            read_own(&mut first, file, part, tell).await?
        } else if let Some(helper) = helpers.get(part.reader - 1) {
            join(&mut first, helper, part).await
        } else {
            false
        };
        if !is_read {
            break;
        }
    }
    finish_in_parts(first, &mut source, choices, &limits)
}

/// Reads a part of one's own; whether the next one may follow.
async fn read_own(first: &mut InParts, file: &File, part: &Part, tell: &dyn Fn(f64)) -> Result<bool, ReadError> {
    let mut pieces = FileBytes::new(file, part.from as f64, part.to as f64, N_PIECE);
    let mut n_told = 0.0;
    loop {
        let piece = pieces.next().await.ok_or(ReadError::Gone)?;
        if piece.is_empty() {
            return Ok(first.n_read() == part.to);
        }
        if !first.push(piece)? {
            return Ok(false);
        }
        let n_read = first.n_read() as f64;
        if n_told + N_TOLD <= n_read {
            n_told = n_read;
            tell(n_read);
        }
    }
}

/// Joins what a helper made of a part; whether it did.
async fn join(first: &mut InParts, helper: &Helper, part: &Part) -> bool {
    while let Some(piece) = helper.piece().await {
        match first.join(part, &piece) {
            Joined::More => {}
            Joined::Whole => return true,
            Joined::Refused => return false,
        }
    }
    false
}

/// Reads parts for the worker whose helper this one is.
async fn read_parts(id: u32, file: &File, parts: &[Part]) {
    for part in parts {
        let mut reading = PartReading::new(part, &Limits::default());
        let mut pieces = FileBytes::new(file, part.from as f64, part.to as f64, N_PIECE);
        while let Some(piece) = pieces.next().await
            && !piece.is_empty()
            && reading.push(piece)
        {}
        reading.send(&mut |piece| post(id, false, &[], Some(Bulk::of(piece))));
    }
}

/// Tells the page how far the reading of a file is, of all files.
fn teller(id: u32, name: &str, n_before: f64, n_bytes: f64) -> impl Fn(f64) {
    let file = name.to_owned();
    move |n_done: f64| {
        let n_done = (n_before + n_done) as u64;
        post(id, false, &encode(&FilesAnswer::Progress { file: file.clone(), n_done, n_bytes: n_bytes as u64 }), None);
    }
}
