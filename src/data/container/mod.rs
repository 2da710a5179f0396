//! What a file is, by its content and never by its name; and what an archive holds.
//!
//! `kind` (what it is) · `archive` (its entries, each a file) · `zip`, `compound` (two ways to keep files in one) ·
//! `bytes`.

mod archive;
pub(super) mod bytes;
pub(super) mod compound;
mod kind;
pub(super) mod zip;

use super::choice::Choices;
use super::grid::{Format, Sheet};
use super::issue::ReadError;
use super::limits::Limits;
use super::source::{Source, start, whole};
use super::{text, workbook};

/// What a file is that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// An archive that is no workbook.
    Archive,
    /// A workbook.
    Workbook(Format),
}

/// Tells what a file is, and reads its sheets. Those of an archive or a workbook that cannot be read come without
/// cells and with their failure.
///
/// # Errors
/// Any [`ReadError`], if nothing of the file can be read.
pub(super) fn sheets(source: &mut dyn Source, choices: &Choices, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let head = start(source, kind::N_START)?;
    if !kind::is_packed(&head) {
        kind::check(&head)?;
        let choice = choices.get(source.name()).cloned().unwrap_or_default();
        return Ok(vec![text::read(source, &choice, limits)?]);
    }
    if limits.n_packed_bytes < source.n_bytes() {
        return Err(ReadError::TooLarge { n_bytes: source.n_bytes(), limit: limits.n_packed_bytes });
    }
    let bytes = whole(source)?;
    packed_sheets(source.name(), &bytes, choices, limits, 0)
}

/// Begins to read a large text file in parts; `None` if it is to be read by [`sheets`].
pub(super) fn in_parts(
    source: &mut dyn Source,
    choices: &Choices,
    limits: &Limits,
    n_readers: usize,
) -> Option<text::InParts> {
    let head = start(source, kind::N_START).ok()?;
    if kind::is_packed(&head) || kind::check(&head).is_err() {
        return None;
    }
    let choice = choices.get(source.name()).cloned().unwrap_or_default();
    text::InParts::begin(source, &choice, limits, n_readers)
}

/// The sheets of a workbook or an archive that stands `depth` archives deep.
fn packed_sheets(
    file: &str,
    bytes: &[u8],
    choices: &Choices,
    limits: &Limits,
    depth: usize,
) -> Result<Vec<Sheet>, ReadError> {
    match kind::of(bytes, limits)? {
        Container::Workbook(format) => workbook::read(bytes, format, limits),
        Container::Archive => archive::sheets(file, bytes, choices, limits, depth),
    }
}
