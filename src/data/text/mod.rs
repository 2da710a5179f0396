//! Text to a grid: encoding, dialect, rows.
//!
//! Read once as UTF-8; when a byte is none, all lines that are no ASCII say which encoding it is, and the text is read
//! again. Pieces become text (`decode`), rows and cells (`scan`, `split`, `quoted`) and the grid (`fill`); the first of
//! it decides how cells are marked off (`dialect`).

mod decode;
mod dialect;
mod encoding;
mod fill;
mod letters;
mod mojibake;
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
    let mut decoder = Decoder::new(encoding, is_strict);
    let mut reading = Reading::new(source.n_bytes() / encoding.n_bytes(), choice.delimiter, limits);
    let mut is_utf8 = true;
    let mut failure = None;
    source.read(&mut |piece| {
        let outcome = if let Ok(text) = decoder.decode(piece, false) {
            reading.push(text)
        } else {
            is_utf8 = false;
            return false;
        };
        failure = outcome.err();
        failure.is_none()
    })?;
    if let Some(error) = failure {
        return Err(error);
    }
    let (true, Ok(rest)) = (is_utf8, decoder.decode(&[], true)) else { return Ok(None) };
    reading.push(rest)?;
    let (mut grid, delimiter) = reading.finish()?;
    let mut notes = Vec::new();
    if decoder.n_zeros != 0 {
        notes.push(IssueKind::ZeroBytes { n: u32::try_from(decoder.n_zeros).unwrap_or(u32::MAX) });
    }
    if decoder.has_bad {
        notes.push(IssueKind::Undecodable { n_cells: n_replaced(&grid) });
    }
    notes.extend(mojibake::look(&mut grid, choice.repair == Some(true)));
    let encoding = encoding.name();
    Ok(Some(Sheet { format: Format::Csv, encoding, delimiter: Some(delimiter), notes, grid, ..Sheet::default() }))
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
