//! Workbooks to grids, cell by cell, within limits that are checked first.
//!
//! `xlsx`, `xlsx_cells`, `xlsx_plain`, `xlsb`, `ods`, `xls`, `xls_cells`, `xls_text` (one format each, own readers: those of crates ask
//! for memory by what a file states, or panic on files that are cut short) · `parts`, `markup` (what they are packed in) ·
//! `format`, `number`, `strings` (what cells say) · `build`, `known`,
//! `budget` (the grid, within limits).

mod budget;
mod build;
mod format;
mod known;
mod markup;
mod number;
mod ods;
mod parts;
mod strings;
mod xls;
mod xls_cells;
mod xls_text;
mod xlsb;
mod xlsx;
mod xlsx_cells;
mod xlsx_plain;

use super::container::zip::Package;
use super::grid::{Format, Grid, Sheet};
use super::issue::{IssueKind, ReadError};
use super::limits::Limits;

/// A sheet as the workbook lists it.
#[derive(Clone, Debug, Default)]
struct Listed {
    name: String,
    is_hidden: bool,
    /// Which part holds it, in workbooks of parts.
    part: String,
    /// Where it begins, in those of one stream.
    start: usize,
}

/// The sheets that were found.
#[derive(Debug, Default)]
struct Found {
    sheets: Vec<Sheet>,
    /// A limit that is one of the whole workbook.
    refused: Option<ReadError>,
}

impl Found {
    /// So many of the sheets as are read; that there are more is kept as a failure.
    fn within(&mut self, mut listed: Vec<Listed>, limits: &Limits) -> Vec<Listed> {
        let (n_parts, limit) = (listed.len() as u64, limits.n_sheets as u64);
        if limit < n_parts {
            listed.truncate(limits.n_sheets);
            let failure = Some(ReadError::TooManyParts { n_parts, limit });
            self.sheets.push(Sheet { failure, ..Sheet::default() });
        }
        listed
    }

    /// Adds a sheet, or why it could not be read. One that holds nothing is left out.
    fn add(&mut self, listed: Listed, grid: Result<Grid, ReadError>) {
        let mut sheet = Sheet { name: listed.name, is_hidden: listed.is_hidden, ..Sheet::default() };
        if listed.is_hidden {
            sheet.notes.push(IssueKind::HiddenSheet);
        }
        match grid {
            Ok(grid) if grid.n_rows() == 0 => return,
            Ok(grid) => sheet.grid = grid,
            Err(error) => {
                if matches!(error, ReadError::Bomb { .. } | ReadError::TooManyCells { .. }) {
                    self.refused.get_or_insert_with(|| error.clone());
                }
                sheet.failure = Some(error);
            }
        }
        self.sheets.push(sheet);
    }
}

/// Reads the sheets of a workbook. One that cannot be read comes without cells and with its failure; those that hold
/// nothing, charts and macros are left out.
///
/// # Errors
/// Any [`ReadError`], if no sheet could be read.
pub(super) fn read(bytes: &[u8], format: Format, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let found = match format {
        Format::Xls => xls::read(bytes, limits)?,
        _ => read_package(&Package::open(bytes, limits)?, format, limits)?,
    };
    if let Some(refused) = found.refused {
        return Err(refused);
    }
    let mut sheets = found.sheets;
    if sheets.iter().all(|sheet| sheet.failure.is_some())
        && let Some(failure) = sheets.first_mut().and_then(|sheet| sheet.failure.take())
    {
        return Err(failure);
    }
    for sheet in &mut sheets {
        sheet.format = format;
    }
    Ok(sheets)
}

fn read_package(package: &Package, format: Format, limits: &Limits) -> Result<Found, ReadError> {
    match format {
        Format::Xlsb => xlsb::read(package, limits),
        Format::Ods => ods::read(package, limits),
        _ => xlsx::read(package, limits),
    }
}
