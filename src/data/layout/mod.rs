//! A grid to its tables: where headers stand, which rows hold records and which do not.
//!
//! The law: of each table's rows, from its first title to the row before the next table, every one is a record, a row
//! set aside or a layout row, once. Tables one below the other share the sheet's rows among them. Of tables side by
//! side each tells of all rows of the sheet; where it has no cells, they are blank.

mod area;
mod build;
mod class;
mod fate;
mod groups;
mod header;
mod names;
mod parts;
mod regions;
mod shape;
mod sums;
mod telling;
#[cfg(test)]
mod tests;
mod width;
mod words;

use area::Area;
use build::Plan;

use super::choice::Choices;
use super::choice::{HeaderChoice, ReadChoice};
use super::grid::Sheet;
use super::issue::{Issue, ReadError, Severity};
use super::limits::Limits;
use super::table::{Column, Place, Table};
use super::values;
pub use shape::suspected;
pub(super) use shape::{has_own_unit, is_unit_alone};

/// The tables of a sheet. `file` is the file's name, `name` what the first table is called; more get a number.
///
/// # Errors
/// [`ReadError::TooManyColumns`], [`ReadError::TooManyRows`] or [`ReadError::TooManyCells`] over the limits.
pub(super) fn tables(
    file: &str,
    name: &str,
    sheet: Sheet,
    choices: &Choices,
    limits: &Limits,
) -> Result<Vec<Table>, ReadError> {
    let mut sheet = sheet;
    let notes = std::mem::take(&mut sheet.notes);
    let mut tables: Vec<Table> = stand(file, name, sheet, choices, limits)?.into_iter().map(finished).collect();
    if let Some(first) = tables.first_mut() {
        let file = first.file.clone();
        let warning = |kind| Issue {
            file: file.clone(),
            row: 0,
            column: None,
            value: String::new(),
            kind,
            severity: Severity::Warning,
        };
        first.warnings.splice(0..0, notes.into_iter().map(warning));
    }
    Ok(tables)
}

/// The tables of a sheet as they stand in it, their columns not yet decided.
fn stand(file: &str, name: &str, sheet: Sheet, choices: &Choices, limits: &Limits) -> Result<Vec<Table>, ReadError> {
    let Sheet { name: sheet_name, is_hidden, format, encoding, delimiter, grid, .. } = sheet;
    check(&grid, limits)?;
    let is_text = !format.is_workbook();
    let called = |part: usize| if part == 1 { name.to_owned() } else { format!("{name} › {part}") };
    let choice = |part: usize| choices.get(&called(part)).cloned().unwrap_or_default();
    let header_choice = |part: usize| -> Option<HeaderChoice> { choice(part).header };
    // A user who says where the header stands has seen the sheet as one.
    let bands = if header_choice(1).is_some() && header_choice(2).is_none() {
        regions::whole(&grid, is_text)
    } else {
        regions::bands(&grid, is_text)
    };
    let mut plans: Vec<Plan> = Vec::new();
    for columns in bands {
        let area = Area::new(&grid, columns, is_text);
        let n_before = plans.len();
        let sparse = parts::sparse(&area);
        let parts = parts::find(&area, &sparse, |part| header_choice(n_before + part));
        plans.extend(parts.into_iter().map(|part| build::plan(&area, part, &sparse)));
    }
    let place = |part: usize| Place {
        file: file.to_owned(),
        sheet: sheet_name.clone(),
        part: part as u32,
        format,
        encoding: encoding.clone(),
        delimiter,
        is_hidden,
    };
    let head = |part: usize| -> (String, Place, ReadChoice) { (called(part), place(part), choice(part)) };
    Ok(build::tables(grid, plans, head))
}

/// A table as it should have been written, each of its columns decided from all its cells.
fn finished(table: Table) -> Table {
    let mut table = shape::shape(table);
    table.columns.iter_mut().for_each(Column::decide);
    values::settle(&mut table.columns);
    table
}

/// Refuses what is above the limits. Readers refuse it before memory is asked for; this is the last word.
fn check(grid: &super::grid::Grid, limits: &Limits) -> Result<(), ReadError> {
    let (n_rows, n_columns) = (grid.n_rows(), grid.columns.len());
    if limits.n_columns < n_columns {
        let widest = grid.widths.iter().position(|width| limits.n_columns < *width as usize).unwrap_or(0);
        let line = grid.lines.get(widest).copied().map_or(0, u64::from);
        return Err(ReadError::TooManyColumns { line, n_columns, limit: limits.n_columns });
    }
    if limits.n_rows < n_rows {
        return Err(ReadError::TooManyRows { limit: limits.n_rows });
    }
    let n_cells = (n_rows as u64).saturating_mul(n_columns as u64);
    if (limits.n_cells as u64) < n_cells {
        return Err(ReadError::TooManyCells { n_cells, limit: limits.n_cells as u64 });
    }
    Ok(())
}
