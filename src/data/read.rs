//! A file to its tables: what it is, how its text is written, where its tables stand.

use super::choice::Choices;
use super::grid::Sheet;
use super::issue::ReadError;
use super::limits::Limits;
use super::source::{Bytes, Source};
use super::table::Table;
use super::{container, layout, text};

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

/// What a file came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileTables {
    /// Its tables: at least one.
    pub tables: Vec<Table>,
    /// Sheets of a workbook and entries of an archive that could not be read, by name, with the reason.
    pub failures: Vec<(String, ReadError)>,
}

impl From<Vec<Table>> for FileTables {
    fn from(tables: Vec<Table>) -> Self {
        Self { tables, failures: Vec::new() }
    }
}

/// Reads all tables of a file. A sheet or an entry that cannot be read does not cost the others.
///
/// # Errors
/// Any [`ReadError`], if nothing of the file can be read.
pub fn read(source: &mut dyn Source, choices: &Choices, limits: &Limits) -> Result<FileTables, ReadError> {
    let sheets = sheets(source, choices, limits)?;
    tables(source.name(), sheets, choices, limits)
}

/// Begins to read a large text file in parts, for at most so many readers at the same time; `None` if the file is to be read
/// by [`read`].
pub fn read_in_parts(
    source: &mut dyn Source,
    choices: &Choices,
    limits: &Limits,
    n_readers: usize,
) -> Option<text::InParts> {
    check_size(source.n_bytes(), limits).ok()?;
    container::in_parts(source, choices, limits, n_readers)
}

/// The tables of a file that was read in parts.
///
/// # Errors
/// As [`read`].
pub fn finish_in_parts(
    parts: text::InParts,
    source: &mut dyn Source,
    choices: &Choices,
    limits: &Limits,
) -> Result<FileTables, ReadError> {
    match parts.finish(source)? {
        Some(sheet) => tables(source.name(), vec![sheet], choices, limits),
        None => read(source, choices, limits),
    }
}

/// The tables of sheets.
fn tables(file: &str, sheets: Vec<Sheet>, choices: &Choices, limits: &Limits) -> Result<FileTables, ReadError> {
    let n_filled = sheets.iter().filter(|sheet| sheet.grid.n_rows() != 0 || sheet.failure.is_some()).count();
    let mut read = FileTables::default();
    let mut names = Vec::new();
    for mut sheet in sheets {
        // A sheet is named where there are several.
        let is_alone = n_filled <= 1 || sheet.name.is_empty();
        let name = if is_alone { file.to_owned() } else { format!("{file} › {}", sheet.name) };
        let is_filled = sheet.grid.n_rows() != 0 || sheet.failure.is_some();
        let name = if is_filled { own(name, &mut names) } else { name };
        let tables = match sheet.failure.take() {
            Some(failure) => Err(failure),
            None => layout::tables(file, &name, sheet, choices, limits),
        };
        match tables {
            Ok(tables) => read.tables.extend(tables),
            Err(failure) => read.failures.push((name, failure)),
        }
    }
    if read.tables.is_empty() {
        return Err(read.failures.into_iter().next().map_or(ReadError::Empty, |(_, failure)| failure));
    }
    Ok(read)
}

/// The name, or that name with a number where a sheet before, or one of its tables, may be called so. Programs give each
/// sheet a name of its own, but files need not.
fn own(name: String, names: &mut Vec<String>) -> String {
    let is_part = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| {
            let number = rest.strip_prefix(" › ");
            rest.is_empty() || number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        })
    };
    let is_taken = |name: &str| names.iter().any(|other| is_part(name, other) || is_part(other, name));
    let mut numbered = name.clone();
    let mut number = 2;
    while is_taken(&numbered) {
        numbered = format!("{name} ({number})");
        number += 1;
    }
    names.push(numbered.clone());
    numbered
}

/// Reads all tables of a file whose bytes are in memory; sheets that cannot be read are left out.
///
/// # Errors
/// Any [`ReadError`], if nothing of the file can be read.
pub fn read_all(file: &str, bytes: &[u8], limits: Limits) -> Result<Vec<Table>, ReadError> {
    read(&mut Bytes::new(file, bytes), &Choices::new(), &limits).map(|read| read.tables)
}

/// The sheets of a file, whatever it is. One of a workbook or an archive that cannot be read comes without cells and with
/// its failure.
///
/// # Errors
/// Any [`ReadError`], if nothing of the file can be read.
pub fn sheets(source: &mut dyn Source, choices: &Choices, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    check_size(source.n_bytes(), limits)?;
    container::sheets(source, choices, limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_of_one_name_are_told_apart() {
        let mut names = Vec::new();
        let mut check = |name: &str, expected: &str| assert_eq!(own(name.into(), &mut names), expected);
        check("a.ods › S", "a.ods › S");
        check("a.ods › S", "a.ods › S (2)");
        check("a.ods › S", "a.ods › S (3)");
        check("a.ods › S › 2", "a.ods › S › 2 (2)"); // as the second table of the first is called
        check("a.ods › S › x", "a.ods › S › x");
        check("a.ods › T › 2", "a.ods › T › 2");
        check("a.ods › T", "a.ods › T (2)");
    }
}
