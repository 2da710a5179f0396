//! Rows that were set aside: why, and as a file of their own.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::Import;
use crate::data::csv_field;
use crate::data::issue::{Issue, IssueKind};
use crate::data::table::Table;

/// How much of a cell an issue shows, in signs.
pub(super) const N_SHOWN: usize = 60;

/// Why a row is no record, in a few bytes: there may be millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Reason {
    NotANumber,
    NumberTooLarge,
    NotADate,
    NotAPeriod,
    Missing,
    ErrorCell,
    LeftAside,
    Duplicate { first_row: u32 },
}

impl Reason {
    pub(super) fn kind(self) -> IssueKind {
        match self {
            Self::NotANumber => IssueKind::NotANumber,
            Self::NumberTooLarge => IssueKind::NumberTooLarge,
            Self::NotADate => IssueKind::NotADate,
            Self::NotAPeriod => IssueKind::NotAPeriod,
            Self::Missing => IssueKind::Missing,
            Self::ErrorCell => IssueKind::ErrorCell,
            Self::LeftAside => IssueKind::LeftAside,
            Self::Duplicate { first_row } => IssueKind::Duplicate { first_row: first_row.into() },
        }
    }
}

/// A row of a table that was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Aside {
    /// Its place in the table.
    pub(super) row: u32,
    /// The column whose cell is to blame, if one is.
    pub(super) column: Option<u16>,
    pub(super) reason: Reason,
}

/// The rows of one table that were set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// What the table is called.
    pub(super) file: String,
    /// In the table's order.
    pub(super) rows: Vec<Aside>,
    /// What cells to blame are read as, where a correction made them another text; by row.
    pub(super) corrected: BTreeMap<u32, String>,
}

/// The rows that were set aside, as a CSV of their own: file, row, column, value and reason, then the row's cells. A
/// table whose kind is not known has one issue and all its rows here.
pub fn set_aside_csv<R>(tables: &[Table], import: &Import<R>) -> String {
    let mut text = String::from("file,row,column,value,reason,remedy,cells\n");
    for table in tables {
        let aside = import.set_aside.iter().find(|aside| aside.file == table.file);
        let rows = aside.map(|aside| aside.rows.as_slice()).unwrap_or_default();
        let mut rows = rows.iter().peekable();
        for (issue, cells) in &table.set_aside {
            while let Some(row) = rows.next_if(|row| table.line(row.row as usize) < issue.row) {
                write_row(&mut text, table, aside, row);
            }
            write_line(&mut text, issue, cells);
        }
        rows.for_each(|row| write_row(&mut text, table, aside, row));
        if import.files.iter().any(|file| file.file == table.file && file.kind == super::Kind::Unknown) {
            for index in 0..table.lines.len() {
                let issue = super::about_row(table, index as u32, None, String::new(), IssueKind::UnknownKind);
                write_line(&mut text, &issue, &table.row(index));
            }
        }
    }
    text
}

fn write_row(text: &mut String, table: &Table, aside: Option<&SetAside>, row: &Aside) {
    let column = row.column.and_then(|column| table.columns.get(usize::from(column)));
    let corrected = aside.and_then(|aside| aside.corrected.get(&row.row));
    let value = corrected.map(String::as_str).or_else(|| column.map(|column| column.cell(row.row as usize)));
    let value = value.unwrap_or_default().chars().take(N_SHOWN).collect();
    let issue = super::about_row(table, row.row, row.column, value, row.reason.kind());
    write_line(text, &issue, &table.row(row.row as usize));
}

fn write_line(text: &mut String, issue: &Issue, cells: &[String]) {
    let row = if issue.row == 0 { String::new() } else { issue.row.to_string() };
    let column = issue.column.clone().unwrap_or_default();
    let reason = issue.kind.to_string();
    let first = [&issue.file, &row, &column, &issue.value, &reason, issue.kind.remedy()].map(csv_field).join(",");
    let rest: Vec<String> = cells.iter().map(|cell| csv_field(cell)).collect();
    let _ = writeln!(text, "{first},{}", rest.join(","));
}
