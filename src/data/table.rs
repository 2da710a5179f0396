//! A table as it was read: columns of text, and where each row stood in its file.

use serde::{Deserialize, Serialize};

use super::issue::Issue;
use super::values::ValueKind;

/// One file's table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The file's name.
    pub file: String,
    /// `utf-8`, or `utf-8-bom` with a byte-order mark.
    pub encoding: String,
    /// Delimiter.
    pub delimiter: char,
    /// The line the header stands on, from 1.
    pub header_row: u64,
    /// Columns, in order.
    pub columns: Vec<Column>,
    /// The line each row begins on, from 1.
    pub lines: Vec<u32>,
    /// Lines that hold no row: the header and blank lines.
    pub layout_rows: Vec<u32>,
    /// Rows that are set aside whatever the mapping, with their text.
    pub set_aside: Vec<(Issue, Vec<String>)>,
    /// What is to be known about the table as a whole or about rows that were kept.
    pub warnings: Vec<Issue>,
}

/// A column of text cells, in one piece of memory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Name: the header, or `Column 3` where that is empty; a repeated one gets a number.
    pub header: String,
    /// What its cells are, decided from all of them.
    pub kind: ValueKind,
    /// Whether its numbers, if it holds some, can be read in one way only.
    pub is_certain: bool,
    text: String,
    ends: Vec<u32>,
}

impl Table {
    /// Rows under the header, kept or set aside.
    pub fn n_rows(&self) -> usize {
        self.lines.len() + self.set_aside.len()
    }

    /// Whether it holds the very rows of another table: a copy, whose records would count twice.
    pub fn is_twin_of(&self, other: &Self) -> bool {
        0 < self.n_rows() && self.columns == other.columns
    }

    /// The column of that header.
    pub fn column(&self, header: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.header == header)
    }

    /// The line that row `index` begins on.
    pub fn line(&self, index: usize) -> u64 {
        self.lines.get(index).copied().map_or(0, u64::from)
    }

    /// The row's cells.
    pub fn row(&self, index: usize) -> Vec<String> {
        self.columns.iter().map(|column| column.cell(index).to_owned()).collect()
    }
}

impl Column {
    /// A column without cells.
    pub fn named(header: String) -> Self {
        Self { header, ..Self::default() }
    }

    /// Adds a cell. A column holds at most 4 GiB of text, which the limits on files see to.
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len() as u32);
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell's text, without outer blanks; empty where there is none.
    pub fn cell(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or(0) };
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or_default().trim()
    }

    /// All cells, without outer blanks.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|index| self.cell(index))
    }
}
