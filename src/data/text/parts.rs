//! One file, many readers: in turn each reads a part that begins behind a line end, and the first joins what the others made
//! of theirs. Where a part turns out to begin inside a quoted cell, the first reads on by itself.

use memchr::memchr_iter;
use serde::{Deserialize, Serialize};

use super::decode::Decoder;
use super::dialect::Dialect;
use super::encoding::Encoding;
use super::packed::{pack, unpack};
use super::reading::Reading;
use super::split::Splitter;
use super::{Taking, WINDOW, refuse};
use crate::data::choice::ReadChoice;
use crate::data::grid::{RowNote, Sheet};
use crate::data::issue::ReadError;
use crate::data::limits::Limits;
use crate::data::source::{Source, start};

/// Bytes of a part at least: below that, others are more trouble than help. Tests would take long.
const N_PART: u64 = if cfg!(test) { 1 << 20 } else { 8 << 20 };
/// How often each reader reads a part at most. Of a few large parts the last is long waited for.
const N_TURNS: u64 = if cfg!(test) { 2 } else { 4 };
/// Of a turn, what the first reads and what each other does: the first joins as well.
const SHARES: (u64, u64) = (6, 7);
/// Bytes in which a line end is looked for, line ends that are tried, rows that are to follow one, and bytes in which they do.
const N_LINES: u64 = 64 * 1_024;
const N_LOOKED: usize = 16 * 1_024;
const N_TRIED: usize = 100;
const N_ROWS: usize = 4;

/// A part of a file, as its reader is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Number of its reader; 0 is the first.
    pub reader: usize,
    /// Where it begins.
    pub from: u64,
    /// Where it ends.
    pub to: u64,
    dialect: Dialect,
    is_strict: bool,
    ends_file: bool,
}

/// What goes before a part's columns.
#[derive(Default, Serialize, Deserialize)]
struct Head {
    /// How many lines each row is behind the one before.
    steps: Vec<u32>,
    widths: Vec<u32>,
    notes: Vec<(u32, RowNote)>,
    /// Which columns hold any text: only those follow.
    filled: Vec<bool>,
    n_lines: u32,
    n_zeros: u64,
    has_bad: bool,
}

/// How far a part is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// More of it is to come.
    More,
    /// That was all of it.
    Whole,
    /// It is of no use, nor are those behind it.
    Refused,
}

/// A part that is read for the first reader.
pub struct PartReading {
    taking: Taking,
    ends_file: bool,
    /// Bytes that were not taken yet; what is refused never is.
    n_left: u64,
}

impl PartReading {
    /// Nothing was read yet.
    pub fn new(part: &Part, limits: &Limits) -> Self {
        let n_left = part.to - part.from;
        let reading = Reading::of_part(n_left, part.dialect, limits);
        let (decoder, encoding) = (Decoder::inside(part.is_strict), Encoding::Utf8 { has_mark: false });
        Self { taking: Taking { encoding, decoder, reading, is_utf8: true }, ends_file: part.ends_file, n_left }
    }

    /// Takes its next bytes; whether more are wanted.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        let is_taken = self.taking.push(bytes).is_ok() && self.taking.is_utf8;
        if is_taken {
            self.n_left = self.n_left.saturating_sub(bytes.len() as u64);
        }
        is_taken
    }

    /// Hands to `each` what is to be sent to the first reader, in order. An empty piece says that not all of the part was taken, or
    /// that it cannot be read by itself.
    pub fn send(self, each: &mut dyn FnMut(&[u8])) {
        if self.try_send(each).is_none() {
            each(&[]);
        }
    }

    fn try_send(self, each: &mut dyn FnMut(&[u8])) -> Option<()> {
        let Self { mut taking, ends_file, n_left: 0 } = self else { return None };
        if ends_file {
            let rest = taking.decoder.decode(&[], true).ok()?;
            taking.reading.push(rest).ok()?;
            taking.reading.end().ok()?;
        } else if !taking.is_at_row() {
            return None;
        }
        let n_lines = taking.reading.line().map_or(0, |line| *line - 1);
        let (n_zeros, has_bad) = (taking.decoder.n_zeros, taking.decoder.has_bad);
        let filled = taking.reading.filler().filled().to_vec();
        let grid = std::mem::take(&mut taking.reading.filler().grid);
        let mut last = 0;
        let steps = grid.lines.iter().map(|line| line - std::mem::replace(&mut last, *line)).collect();
        let head = Head { steps, widths: grid.widths, notes: grid.notes, filled, n_lines, n_zeros, has_bad };
        each(&postcard::to_allocvec(&head).ok()?);
        for (column, _) in grid.columns.into_iter().zip(head.filled).filter(|(_, is_filled)| *is_filled) {
            each(&pack(&column));
        }
        Some(())
    }
}

/// A text file that is read in parts by several readers; this is the first one.
pub struct InParts {
    taking: Taking,
    choice: ReadChoice,
    /// In order of the file, from behind its start.
    parts: Vec<Part>,
    n_bytes: u64,
    /// Bytes that were read, by whomever.
    n_read: u64,
    /// The columns of the part that is being joined which are to come, last first.
    coming: Vec<usize>,
    /// Whether the grid is of no use any more.
    is_spoilt: bool,
}

impl InParts {
    /// Looks whether a file is a large text in UTF-8, and where it can be cut for so many readers.
    pub(in crate::data) fn begin(
        source: &mut dyn Source,
        choice: &ReadChoice,
        limits: &Limits,
        n_readers: usize,
    ) -> Option<Self> {
        let n_bytes = source.n_bytes();
        let n_readers = (n_bytes / N_PART).min(n_readers as u64);
        if n_bytes < 2 * N_PART || n_readers == 0 {
            return None;
        }
        let start = start(source, 2 * WINDOW).ok()?;
        let said = choice.encoding.as_deref().map(Encoding::named).transpose().ok()?;
        let marked = if said.is_some() { None } else { Encoding::of_start(&start).ok()? };
        let (encoding, is_strict) = match said.or(marked) {
            None => (Encoding::Utf8 { has_mark: false }, true),
            Some(encoding @ Encoding::Utf8 { .. }) => (encoding, false),
            Some(_) => return None,
        };
        refuse::binary(start.get(..WINDOW)?).ok()?;
        let mut taking = Taking::new(encoding, is_strict, n_bytes, choice, limits);
        taking.push(&start).ok()?;
        let dialect = taking.reading.dialect().filter(|_| taking.is_utf8)?;
        let n_cells = taking.reading.filler().grid.widths.last().copied()?;
        let n_turns = if n_readers == 1 { 1 } else { (n_bytes / N_PART / n_readers).min(N_TURNS) };
        let n_all = (SHARES.0 + SHARES.1 * (n_readers - 1)) * n_turns;
        let mut parts: Vec<Part> = Vec::new();
        let (mut from, mut n_shares) = (start.len() as u64, 0);
        for reader in (0..n_turns).flat_map(|_| 0..n_readers) {
            n_shares += if reader == 0 { SHARES.0 } else { SHARES.1 };
            let ends_file = n_shares == n_all;
            let to = if ends_file {
                n_bytes
            } else {
                behind_line(source, n_bytes / n_all * n_shares, dialect, n_cells, limits)?
            };
            parts.push(Part { reader: reader as usize, from, to, dialect, is_strict, ends_file });
            from = to;
        }
        let (choice, n_read) = (choice.clone(), start.len() as u64);
        Some(Self { taking, choice, parts, n_bytes, n_read, coming: vec![], is_spoilt: false })
    }

    /// The parts, in order of the file.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Bytes that were read and joined.
    pub fn n_read(&self) -> u64 {
        self.n_read
    }

    /// Takes the next bytes of a part of the first reader's; whether more are wanted.
    ///
    /// # Errors
    /// As [`super::read`].
    pub fn push(&mut self, bytes: &[u8]) -> Result<bool, ReadError> {
        self.taking.push(bytes)?;
        self.n_read += bytes.len() as u64;
        Ok(self.taking.is_utf8)
    }

    /// Takes what was sent of a part, which is the next one.
    pub fn join(&mut self, part: &Part, piece: &[u8]) -> Joined {
        if self.n_read != part.from {
            return Joined::Refused;
        }
        let is_taken = match self.coming.pop() {
            None => self.join_head(piece),
            Some(column) => {
                let grid = &mut self.taking.reading.filler().grid;
                let taken = grid.columns.get_mut(column).and_then(|cells| {
                    unpack(piece, cells)?;
                    (cells.len() == grid.lines.len()).then_some(())
                });
                self.is_spoilt |= taken.is_none();
                taken.is_some()
            }
        };
        if !is_taken {
            return Joined::Refused;
        }
        if !self.coming.is_empty() {
            return Joined::More;
        }
        self.n_read = part.to;
        Joined::Whole
    }

    fn join_head(&mut self, piece: &[u8]) -> bool {
        if !self.taking.is_at_row() {
            return false;
        }
        let Ok(head) = postcard::from_bytes::<Head>(piece) else { return false };
        if head.steps.len() != head.widths.len() {
            return false;
        }
        let Some(line) = self.taking.reading.line() else { return false };
        let mut last = *line - 1;
        *line = line.saturating_add(head.n_lines);
        let lines = head.steps.iter().map(|step| {
            last = last.saturating_add(*step);
            last
        });
        let lines = lines.collect();
        let filler = self.taking.reading.filler();
        let n_before = filler.grid.n_rows() as u32;
        if filler.open_rows(lines, head.widths, &head.filled).is_err() {
            self.is_spoilt = true;
            return false;
        }
        filler.grid.notes.extend(head.notes.into_iter().map(|(row, note)| (n_before + row, note)));
        self.taking.decoder.n_zeros += head.n_zeros;
        self.taking.decoder.has_bad |= head.has_bad;
        let columns = head.filled.iter().enumerate().rev().filter(|(_, is_filled)| **is_filled);
        self.coming = columns.map(|(place, _)| place).collect();
        true
    }

    /// The sheet, after reading what nobody has read; `None` if the file has to be read anew by one reader.
    ///
    /// # Errors
    /// As [`super::read`].
    pub(in crate::data) fn finish(mut self, source: &mut dyn Source) -> Result<Option<Sheet>, ReadError> {
        if self.is_spoilt || !self.coming.is_empty() || !self.taking.is_utf8 {
            return Ok(None);
        }
        self.taking.read(source, self.n_read, self.n_bytes)?;
        self.taking.finish(&self.choice)
    }
}

impl Taking {
    /// Whether what was read ends with a row.
    fn is_at_row(&mut self) -> bool {
        self.is_utf8 && !self.decoder.has_begun() && self.reading.is_at_row() == Ok(true)
    }
}

/// A place behind a line end from that one on: the first behind which rows of `n_cells` follow, so that it hardly lies inside a
/// quoted cell, or else the first; `None` if there is no line end near.
fn behind_line(source: &mut dyn Source, from: u64, dialect: Dialect, n_cells: u32, limits: &Limits) -> Option<u64> {
    let mut text = Vec::new();
    source
        .read_between(from, from + N_LINES, &mut |piece| {
            text.extend_from_slice(piece);
            true
        })
        .ok()?;
    let mut ends = memchr_iter(b'\n', &text).map(|end| end + 1);
    let is_likely = |at: &usize| {
        let rest = text
            .get(*at..text.len().min(at + N_LOOKED))
            .unwrap_or_default()
            .utf8_chunks()
            .next()
            .map_or("", |chunk| chunk.valid());
        let seen = Splitter::outline(rest, dialect, limits, N_ROWS);
        N_ROWS <= seen.widths.len() && seen.widths.iter().take(N_ROWS).all(|n| *n == n_cells)
    };
    let first = ends.clone().next();
    let place = ends.by_ref().take(N_TRIED).find(is_likely).or(first)?;
    Some(from + place as u64)
}

#[cfg(test)]
mod tests;
