//! Text to a grid: encoding, dialect, rows.

use super::choice::ReadChoice;
use super::grid::{Format, Grid, Sheet};
use super::issue::ReadError;
use super::limits::Limits;
use super::source::{Source, whole};

/// Reads a text file.
pub(super) fn read(source: &mut dyn Source, _choice: &ReadChoice, _limits: &Limits) -> Result<Sheet, ReadError> {
    let bytes = whole(source)?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter = [b',', b';', b'\t', b'|']
        .into_iter()
        .max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count())
        .unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let mut grid = Grid::default();
    for record in reader.records() {
        let record = record.map_err(|error| ReadError::Damaged { what: error.to_string() })?;
        grid.push_row(record.position().map_or(0, |position| position.line() as u32), record.iter());
    }
    Ok(Sheet {
        format: Format::Csv,
        encoding: "utf-8".into(),
        delimiter: Some(char::from(delimiter)),
        grid,
        ..Sheet::default()
    })
}
