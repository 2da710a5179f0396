//! Text to a grid: encoding, dialect, rows.
//!
//! Read once as UTF-8; when a byte is none, all lines that are no ASCII say which encoding it is, and the text is read
//! again. Pieces become text (`decode`), rows and cells (`scan`, `split`, `quoted`) and the grid (`fill`); the first of
//! it decides how cells are marked off (`dialect`). Of a large file, others may read parts at the same time (`parts`), whose
//! rows are sent (`packed`) and joined.

mod decode;
mod dialect;
mod encoding;
mod fill;
mod letters;
mod mojibake;
mod packed;
mod parts;
mod quoted;
mod reading;
mod refuse;
mod scan;
mod split;

use memchr::memchr;

use super::choice::ReadChoice;
use super::grid::{Format, Grid, Sheet};
use super::issue::{IssueKind, ReadError};
use super::limits::Limits;
use super::source::{Source, start};
use decode::Decoder;
use encoding::Encoding;
use reading::Reading;

pub use parts::{InParts, Joined, Part, PartReading};

/// Bytes that are looked at to tell text from other things, and letters to tell the dialect.
const WINDOW: usize = 64 * 1_024;
/// Bytes of lines beyond ASCII that are looked at to tell the encoding.
const N_LINES_BYTES: usize = 1 << 20;

/// Reads a text file, or as much of it as rows and cells: nothing is interpreted.
///
/// # Errors
/// [`ReadError::NotATable`] for what is no table, [`ReadError::UnknownEncoding`] for a choice that nobody knows, those of
/// the limits, and [`ReadError::Gone`].
pub fn read(source: &mut dyn Source, choice: &ReadChoice, limits: &Limits) -> Result<Sheet, ReadError> {
    let start = start(source, WINDOW)?;
    let said = choice.encoding.as_deref().map(Encoding::named).transpose()?;
    let marked = if said.is_some() { None } else { Encoding::of_start(&start)? };
    if !matches!(said.or(marked), Some(Encoding::Whatwg(_))) {
        refuse::binary(&start)?;
    }
    if let Some(encoding) = said.or(marked) {
        return Ok(take(source, encoding, false, choice, limits)?.unwrap_or_default());
    }
    if let Some(sheet) = take(source, Encoding::Utf8 { has_mark: false }, true, choice, limits)? {
        return Ok(sheet);
    }
    let encoding = Encoding::of_lines(&far_lines(source)?);
    // Only strict reading ends with nothing.
    Ok(take(source, encoding, false, choice, limits)?.unwrap_or_default())
}

/// Reads in one encoding; `None` if strict reading finds a byte that is no UTF-8.
fn take(
    source: &mut dyn Source,
    encoding: Encoding,
    is_strict: bool,
    choice: &ReadChoice,
    limits: &Limits,
) -> Result<Option<Sheet>, ReadError> {
    let n_bytes = source.n_bytes();
    let mut taking = Taking::new(encoding, is_strict, n_bytes, choice, limits);
    taking.read(source, 0, n_bytes)?;
    taking.finish(choice)
}

/// A text in one encoding on its way into a grid.
struct Taking {
    encoding: Encoding,
    decoder: Decoder,
    reading: Reading,
    /// Whether strict reading has found nothing amiss.
    is_utf8: bool,
}

impl Taking {
    /// A text of so many bytes.
    fn new(encoding: Encoding, is_strict: bool, n_bytes: u64, choice: &ReadChoice, limits: &Limits) -> Self {
        let reading = Reading::new(n_bytes / encoding.n_bytes(), choice.delimiter, limits);
        Self { encoding, decoder: Decoder::new(encoding, is_strict), reading, is_utf8: true }
    }

    /// Takes the bytes between two places, as long as they are text in the encoding.
    fn read(&mut self, source: &mut dyn Source, from: u64, to: u64) -> Result<(), ReadError> {
        let mut outcome = Ok(());
        source.read_between(from, to, &mut |piece| {
            outcome = self.push(piece);
            outcome.is_ok() && self.is_utf8
        })?;
        outcome
    }

    fn push(&mut self, piece: &[u8]) -> Result<(), ReadError> {
        if let Ok(text) = self.decoder.decode(piece, false) {
            self.reading.push(text)
        } else {
            self.is_utf8 = false;
            Ok(())
        }
    }

    /// The sheet; `None` if strict reading found a byte that is no UTF-8.
    fn finish(mut self, choice: &ReadChoice) -> Result<Option<Sheet>, ReadError> {
        let (true, Ok(rest)) = (self.is_utf8, self.decoder.decode(&[], true)) else { return Ok(None) };
        self.reading.push(rest)?;
        let (mut grid, delimiter) = self.reading.finish()?;
        let mut notes = Vec::new();
        let (n_zeros, has_bad) = (self.decoder.n_zeros, self.decoder.has_bad);
        if n_zeros != 0 {
            notes.push(IssueKind::ZeroBytes { n: u32::try_from(n_zeros).unwrap_or(u32::MAX) });
        }
        if has_bad {
            notes.push(IssueKind::Undecodable { n_cells: n_replaced(&grid) });
        }
        notes.extend(mojibake::look(&mut grid, choice.repair == Some(true)));
        let encoding = self.encoding.name();
        Ok(Some(Sheet { format: Format::Csv, encoding, delimiter: Some(delimiter), notes, grid, ..Sheet::default() }))
    }
}

/// How many cells hold the sign for what cannot be decoded.
fn n_replaced(grid: &Grid) -> u32 {
    let columns = grid.columns.iter().filter(|column| !column.is_ascii());
    let cells = columns.flat_map(super::cells::Cells::counted);
    cells.filter(|(text, _)| text.contains(char::REPLACEMENT_CHARACTER)).map(|(_, n)| n as u32).sum()
}

/// The lines of a file that are no ASCII, as many as fit.
fn far_lines(source: &mut dyn Source) -> Result<Vec<u8>, ReadError> {
    let mut lines = Vec::new();
    let mut begun: Vec<u8> = Vec::new();
    source.read(&mut |mut piece| {
        while let Some(end) = memchr(b'\n', piece) {
            let (line, rest) = piece.split_at(end + 1);
            if !line.is_ascii() || !begun.is_ascii() {
                lines.append(&mut begun);
                lines.extend_from_slice(line);
            }
            begun.clear();
            piece = rest;
        }
        // A line of any length says enough by its first mebibyte; only what is no ASCII is kept of a longer one.
        if begun.len() < N_LINES_BYTES {
            begun.extend_from_slice(piece);
        } else {
            begun.extend(piece.iter().filter(|byte| !byte.is_ascii()));
        }
        lines.len() < N_LINES_BYTES && begun.len() < 2 * N_LINES_BYTES
    })?;
    if !begun.is_ascii() {
        lines.append(&mut begun);
    }
    lines.truncate(N_LINES_BYTES);
    Ok(lines)
}
