//! Tables from a grid, once it is known where they stand. Columns are moved and not copied where they can be.

use super::area::Area;
use super::fate::{self, Fate};
use super::names;
use super::parts::Part;
use super::width::{self, Width};
use crate::data::cells::Cells;
use crate::data::choice::ReadChoice;
use crate::data::grid::{Grid, RowNote};
use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::table::{Column, LayoutKind, LayoutRow, Place, Table};

/// Warnings of one kind that are listed one by one. Of more than these the number is said.
const N_LISTED: usize = 1_000;

/// A table to be made.
pub(super) struct Plan {
    /// Columns of the grid, and their names.
    columns: Vec<(usize, String)>,
    /// The row of the header; `None` without one.
    header: Option<usize>,
    /// Rows that hold records.
    rows: Vec<u32>,
    /// Other rows, with their text.
    layout: Vec<(usize, LayoutKind, String)>,
    /// Rows set aside, with their cells.
    aside: Vec<(usize, IssueKind, Vec<String>)>,
    /// Warnings about rows.
    warnings: Vec<(usize, IssueKind)>,
    /// More warnings than are listed.
    n_more: usize,
    n_sums: usize,
}

/// Plans the table of a part.
pub(super) fn plan(area: &Area, part: Part, sparse: &[(usize, usize)]) -> Plan {
    let mut fates = vec![Fate::Data; area.n_rows()];
    fate::decide(area, &part, sparse, &mut fates);
    let width = width::mark(area, &part, &mut fates);
    let mut plan = Plan {
        columns: Vec::new(),
        header: (!part.header.is_empty()).then_some(part.header.start),
        rows: Vec::with_capacity(part.rows.len()),
        layout: Vec::new(),
        aside: Vec::new(),
        warnings: Vec::new(),
        n_more: 0,
        n_sums: 0,
    };
    let cells = |row: usize| (0..area.n_columns()).map(|column| area.cell(row, column).to_owned()).collect();
    let n_cells = |row: usize| area.grid.widths.get(row).copied().unwrap_or(0);
    let mut n_short = 0;
    for row in part.rows.clone() {
        match fates.get(row).copied().unwrap_or(Fate::Data) {
            Fate::Data => {
                plan.rows.push(row as u32);
                let short = width.and_then(|width| width.too_few(n_cells(row)));
                n_short += usize::from(short.is_some());
                plan.warnings.extend(short.filter(|_| n_short <= N_LISTED).map(|kind| (row, kind)));
            }
            Fate::Layout(LayoutKind::Blank) => plan.layout.push((row, LayoutKind::Blank, String::new())),
            Fate::Layout(kind) => {
                plan.n_sums += usize::from(matches!(kind, LayoutKind::Subtotal | LayoutKind::Total));
                plan.layout.push((row, kind, area.text(row)));
            }
            Fate::Wide => {
                let kind = width.map_or(IssueKind::NoHeader, |width| width.too_many(n_cells(row)));
                plan.aside.push((row, kind, cells(row)));
            }
            Fate::Unclosed => {
                let n_lines = n_unclosed(area, row as u32);
                plan.aside.push((row, IssueKind::UnclosedQuote { n_lines }, cells(row)));
            }
        }
    }
    let stray =
        area.grid.notes.iter().filter(|(row, note)| *note == RowNote::StrayQuote && is_record(&plan.rows, *row));
    let stray: Vec<usize> = stray.map(|(row, _)| *row as usize).collect();
    plan.n_more = n_short.saturating_sub(N_LISTED) + stray.len().saturating_sub(N_LISTED);
    plan.warnings.extend(stray.into_iter().take(N_LISTED).map(|row| (row, IssueKind::StrayQuote)));
    plan.columns = columns(area, &part, width, &plan.rows);
    plan
}

/// How many lines a row has whose quote is never closed.
fn n_unclosed(area: &Area, row: u32) -> u32 {
    let notes = &area.grid.notes;
    let of_row = notes.iter().skip(notes.partition_point(|(at, _)| *at < row)).take_while(|(at, _)| *at == row);
    let n_lines = |(_, note): &(u32, RowNote)| match note {
        RowNote::UnclosedQuote { n_lines } => Some(*n_lines),
        RowNote::StrayQuote => None,
    };
    of_row.filter_map(n_lines).last().unwrap_or(0)
}

fn is_record(rows: &[u32], row: u32) -> bool {
    rows.binary_search(&row).is_ok()
}

/// The columns that have a name or a cell in a record, and their names.
fn columns(area: &Area, part: &Part, width: Option<Width>, rows: &[u32]) -> Vec<(usize, String)> {
    let names = names::joined(area, part.header.clone());
    let end = width.map_or(usize::MAX, |width| width.n_columns);
    let kept = area.columns.iter().copied().enumerate().zip(names).filter(|((place, column), name)| {
        *column < end && (!name.is_empty() || area.is_used(*place, rows.iter().map(|row| *row as usize)))
    });
    let (columns, names): (Vec<usize>, Vec<String>) = kept.map(|((_, column), name)| (column, name)).unzip();
    columns.into_iter().zip(names::usable(names.into_iter())).collect()
}

/// Makes the planned tables. `head` says what the table of a number, from 1, is called and where it stands.
pub(super) fn tables(
    mut grid: Grid,
    plans: Vec<Plan>,
    head: impl Fn(usize) -> (String, Place, ReadChoice),
) -> Vec<Table> {
    // The largest table is made last and takes the columns; the others copy what they need.
    let largest = (0..plans.len()).max_by_key(|index| plans.get(*index).map_or(0, |plan| plan.rows.len()));
    let n_plans = plans.len();
    let mut tables: Vec<Table> = Vec::with_capacity(n_plans);
    let mut last = None;
    for (index, plan) in plans.into_iter().enumerate() {
        if Some(index) == largest {
            last = Some((index, plan));
        } else {
            tables.push(table(&mut grid, plan, head(index + 1), false));
        }
    }
    if let Some((index, plan)) = last {
        tables.insert(index.min(tables.len()), table(&mut grid, plan, head(index + 1), true));
    }
    tables
}

fn table(grid: &mut Grid, plan: Plan, (file, place, choice): (String, Place, ReadChoice), moves: bool) -> Table {
    let line = |row: usize| grid.lines.get(row).copied().unwrap_or(0);
    let issue = |row: u32, kind: IssueKind, value: String, severity: Severity| Issue {
        file: file.clone(),
        row: u64::from(row),
        column: None,
        value,
        kind,
        severity,
    };
    let mut warnings = Vec::new();
    let whole = |kind: IssueKind| issue(0, kind, String::new(), Severity::Warning);
    if plan.header.is_none() {
        warnings.push(whole(IssueKind::NoHeader));
    }
    if 0 < plan.n_sums {
        warnings.push(whole(IssueKind::SumRows { n: plan.n_sums as u32 }));
    }
    if plan.rows.is_empty() && plan.aside.is_empty() {
        warnings.push(whole(IssueKind::NoRows));
    }
    let of_row = |(row, kind): (usize, IssueKind)| {
        let value = grid.row(row).find(|cell| !cell.is_empty()).unwrap_or_default().chars().take(60).collect();
        issue(line(row), kind, value, Severity::Warning)
    };
    warnings.extend(plan.warnings.into_iter().map(of_row));
    if 0 < plan.n_more {
        warnings.push(whole(IssueKind::MoreAlike { n: plan.n_more as u32 }));
    }
    let aside = plan.aside.into_iter().map(|(row, kind, cells)| {
        let value = cells.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str).chars().take(60).collect();
        (issue(line(row), kind, value, Severity::SetAside), cells)
    });
    let layout = plan.layout.into_iter().map(|(row, kind, text)| LayoutRow { line: line(row), kind, text });
    let mut table = Table {
        place,
        choice,
        header_row: plan.header.map_or(0, |row| u64::from(line(row))),
        lines: plan.rows.iter().map(|row| line(*row as usize)).collect(),
        layout_rows: layout.collect(),
        set_aside: aside.collect(),
        warnings,
        ..Table::default()
    };
    table.file = file;
    for (place, name) in plan.columns {
        let cells = match grid.columns.get_mut(place) {
            Some(cells) if moves => {
                let mut cells = std::mem::take(cells);
                cells.keep(&plan.rows);
                cells.close();
                cells
            }
            Some(cells) => copied(cells, &plan.rows),
            None => Cells::blank(plan.rows.len()),
        };
        table.columns.push(Column { cells, ..Column::named(name) });
    }
    table
}

/// The cells of those rows.
fn copied(cells: &Cells, rows: &[u32]) -> Cells {
    let mut copy = Cells::default();
    copy.reserve(rows.len());
    for row in rows {
        let text = cells.get(*row as usize);
        // Which cells were numbers is known of the column alone; those that read as numbers were.
        if 0 < cells.n_typed() && text.parse::<f64>().is_ok() {
            copy.push_typed(text);
        } else {
            copy.push(text);
        }
    }
    copy.close();
    copy
}
