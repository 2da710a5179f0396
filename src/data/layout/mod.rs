//! A grid to its tables: where headers stand, which rows hold records and which do not.

mod shape;

use super::grid::Sheet;
use super::issue::{Issue, IssueKind, ReadError, Severity};
use super::limits::Limits;
use super::read::Choices;
use super::table::{Column, LayoutKind, LayoutRow, Place, Table};
use super::values;
pub use shape::suspected;

/// The tables of a sheet. `file` is the file's name, `name` what the first table is called; more get a number.
pub(super) fn tables(
    file: &str,
    name: &str,
    sheet: Sheet,
    choices: &Choices,
    _limits: &Limits,
) -> Result<Vec<Table>, ReadError> {
    let grid = sheet.grid;
    let Some(header) = (0..grid.n_rows()).find(|row| !grid.is_blank(*row)) else { return Ok(Vec::new()) };
    let layout = |row: usize, kind| LayoutRow {
        line: grid.lines.get(row).copied().unwrap_or(0),
        kind,
        text: grid.row(row).find(|cell| !cell.is_empty()).unwrap_or_default().chars().take(60).collect(),
    };
    let mut table = Table {
        file: name.into(),
        place: Place {
            file: file.into(),
            sheet: sheet.name,
            part: 1,
            format: sheet.format,
            encoding: sheet.encoding,
            delimiter: sheet.delimiter,
            is_hidden: sheet.is_hidden,
        },
        choice: choices.get(name).cloned().unwrap_or_default(),
        header_row: grid.lines.get(header).copied().map_or(0, u64::from),
        ..Table::default()
    };
    let mut rows = Vec::new();
    for row in 0..grid.n_rows() {
        if row == header {
            table.layout_rows.push(layout(row, LayoutKind::Header));
        } else if grid.is_blank(row) {
            table.layout_rows.push(layout(row, LayoutKind::Blank));
        } else {
            rows.push(row as u32);
            table.lines.push(grid.lines.get(row).copied().unwrap_or(0));
        }
    }
    let names = headers(grid.row(header));
    for (mut cells, name) in grid.columns.into_iter().zip(names) {
        cells.keep(&rows);
        cells.close();
        table.columns.push(Column { cells, ..Column::named(name) });
    }
    if table.lines.is_empty() {
        table.warnings.push(Issue {
            file: name.into(),
            row: 0,
            column: None,
            value: String::new(),
            kind: IssueKind::NoRows,
            severity: Severity::Warning,
        });
    }
    let mut table = shape::shape(table);
    for column in &mut table.columns {
        (column.kind, column.is_certain) = values::decide(column);
    }
    Ok(vec![table])
}

/// Header names made usable: empty ones are numbered, repeated ones too.
fn headers<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, cell) in cells.enumerate() {
        let plain = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let base = if plain.is_empty() { format!("Column {}", index + 1) } else { plain };
        let mut name = base.clone();
        let mut number = 2;
        while names.contains(&name) {
            name = format!("{base} ({number})");
            number += 1;
        }
        names.push(name);
    }
    names
}
