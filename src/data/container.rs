//! What a file is, by its first bytes; and what an archive holds.

use super::choice::Choices;
use super::grid::{Format, Sheet};
use super::issue::ReadError;
use super::limits::Limits;
use super::source::{Source, start};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// Text, as far as can be told.
    Text,
    /// An archive that is no workbook.
    Zip,
    /// A workbook.
    Workbook(Format),
}

const MAGIC: [(&[u8], &str); 6] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1F\x8B", "GZIP"),
    (b"SQLite format 3", "SQLite"),
];

/// Tells what a file is, or refuses what is no table by its name.
pub(super) fn sniff(source: &mut dyn Source) -> Result<Container, ReadError> {
    let start = start(source, 4_096)?;
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Err(ReadError::NotATable { looks_like: (*name).into() });
    }
    if start.starts_with(b"PK\x03\x04") {
        return Ok(Container::Workbook(Format::Xlsx));
    }
    if start.starts_with(b"\xD0\xCF\x11\xE0") {
        return Ok(Container::Workbook(Format::Xls));
    }
    Ok(Container::Text)
}

/// The text files and workbooks in an archive.
pub(super) fn unpack(_: &mut dyn Source, _: &Choices, _: &Limits) -> Result<Vec<Sheet>, ReadError> {
    Err(ReadError::NotATable { looks_like: "ZIP".into() })
}
