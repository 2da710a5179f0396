//! A file to its tables: what it is, how its text is written, where its tables stand.

use super::choice::Choices;
use super::grid::Sheet;
use super::issue::ReadError;
use super::limits::Limits;
use super::source::{Bytes, Source};
use super::table::Table;
use super::{container, layout, text, workbook};

/// Refuses a file by its size alone, before a byte of it is read.
///
/// # Errors
/// [`ReadError::TooLarge`] over the limit, [`ReadError::Empty`] for none.
pub fn check_size(n_bytes: u64, limits: &Limits) -> Result<(), ReadError> {
    if n_bytes == 0 {
        return Err(ReadError::Empty);
    }
    if limits.n_bytes < n_bytes {
        return Err(ReadError::TooLarge { n_bytes, limit: limits.n_bytes });
    }
    Ok(())
}

/// Reads all tables of a file: at least one.
///
/// # Errors
/// Any [`ReadError`].
pub fn read(source: &mut dyn Source, choices: &Choices, limits: &Limits) -> Result<Vec<Table>, ReadError> {
    check_size(source.n_bytes(), limits)?;
    let file = source.name().to_owned();
    let sheets = sheets(source, choices, limits)?;
    let n_filled = sheets.iter().filter(|sheet| sheet.grid.n_rows() != 0).count();
    let mut tables = Vec::new();
    for sheet in sheets {
        // A sheet is named where there are several.
        let is_alone = n_filled <= 1 || sheet.name.is_empty();
        let name = if is_alone { file.clone() } else { format!("{file} › {}", sheet.name) };
        tables.extend(layout::tables(&file, &name, sheet, choices, limits)?);
    }
    if tables.is_empty() { Err(ReadError::Empty) } else { Ok(tables) }
}

/// Reads all tables of a file whose bytes are in memory.
///
/// # Errors
/// Any [`ReadError`].
pub fn read_all(file: &str, bytes: &[u8], limits: Limits) -> Result<Vec<Table>, ReadError> {
    read(&mut Bytes::new(file, bytes), &Choices::new(), &limits)
}

/// The sheets of a file, whatever it is.
fn sheets(source: &mut dyn Source, choices: &Choices, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    match container::sniff(source)? {
        container::Container::Text => {
            let choice = choices.get(source.name()).cloned().unwrap_or_default();
            Ok(vec![text::read(source, &choice, limits)?])
        }
        container::Container::Zip => container::unpack(source, choices, limits),
        container::Container::Workbook(format) => workbook::read(source, format, limits),
    }
}
