//! Tables of estimates: a rep in each row, and numbers of it, such as an amount or the ends of an interval.

use std::path::Path;

use attain::data::{Column, DecimalMark, Limits, Table, ValueKind, parse_number, read_all};
use attain::engine::records::join_key;
use attain::engine::units::Decimal;

use crate::fail::Failure;
use crate::read::unreadable;

/// Headers of the column that says whose row it is.
const REP: &[&str] = &["rep", "rep id", "rep_id", "name", "owner"];

/// Each rep as the file names it, with the numbers of the wanted columns; each of these by the headers it may have.
pub(crate) fn estimates<const N: usize>(
    path: &Path,
    wanted: [&[&str]; N],
    remedy: &str,
) -> Result<Vec<(String, [Decimal; N])>, Failure> {
    let refused = |reason: String| Failure::refused(path.display(), reason, remedy);
    let bytes = std::fs::read(path).map_err(|error| refused(unreadable(&error)))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let tables = read_all(&name, &bytes, Limits::default()).map_err(|_| refused("holds no table".into()))?;
    let mut missing = "holds no table".to_owned();
    for table in &tables {
        let column = |names: &[&str]| {
            let found = table.columns.iter().find(|column| names.contains(&join_key(&column.header).as_str()));
            found.ok_or_else(|| format!("has no column {:?}", names.first().copied().unwrap_or_default()))
        };
        let columns = wanted.iter().map(|names| column(names)).collect::<Result<Vec<&Column>, String>>();
        match column(REP).and_then(|rep| Ok((rep, columns?))) {
            Ok((rep, columns)) => return rows(path, table, rep, &columns, remedy),
            Err(reason) => missing = reason,
        }
    }
    Err(refused(missing))
}

fn rows<const N: usize>(
    path: &Path,
    table: &Table,
    rep: &Column,
    columns: &[&Column],
    remedy: &str,
) -> Result<Vec<(String, [Decimal; N])>, Failure> {
    let n_rows = table.lines.len();
    let marks: Vec<DecimalMark> = columns.iter().map(|column| mark(column, n_rows)).collect();
    let mut found = Vec::with_capacity(n_rows);
    for row in 0..n_rows {
        let mut numbers = [Decimal::ZERO; N];
        for (number, (column, mark)) in numbers.iter_mut().zip(columns.iter().zip(&marks)) {
            let cell = column.cells.get(row).trim();
            *number = parse_number(cell, *mark).ok_or_else(|| {
                let place = format!("{}, row {}, column {:?}", path.display(), table.line(row), column.header);
                Failure::refused(place, format!("{cell:?} is no number"), remedy)
            })?;
        }
        found.push((rep.cells.get(row).trim().to_owned(), numbers));
    }
    Ok(found)
}

/// How a column writes its numbers: as most of its cells can be read, where one of them is none.
fn mark(column: &Column, n_rows: usize) -> DecimalMark {
    if let ValueKind::Number { decimal } = column.kind {
        return decimal;
    }
    let n_read = |mark| (0..n_rows).filter(|row| parse_number(column.cells.get(*row).trim(), mark).is_some()).count();
    if n_read(DecimalMark::Point) < n_read(DecimalMark::Comma) { DecimalMark::Comma } else { DecimalMark::Point }
}
