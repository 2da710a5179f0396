//! A table as it was found in a sheet: columns of text, and where each row stood.

use super::alike::trimmed;
use super::cells::Cells;
use super::choice::ReadChoice;
use super::grid::Format;
use super::issue::Issue;
use super::values::{self, Empties, ValueKind};

/// One table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it is called: the file, and sheet and number where the file holds several tables. Unique in a session.
    pub file: String,
    /// Where it stands.
    pub place: Place,
    /// How it was read, as far as the user had a say.
    pub choice: ReadChoice,
    /// The line its header begins on, from 1; 0 if it has none.
    pub header_row: u64,
    /// Columns, in order.
    pub columns: Vec<Column>,
    /// The line each row begins on, from 1. Rows of a table made long come from one line several times.
    pub lines: Vec<u32>,
    /// Rows of the file that hold no record.
    pub layout_rows: Vec<LayoutRow>,
    /// Cells of a table made long that are empty and make no row.
    pub n_empty_cells: usize,
    /// Rows that are set aside whatever the mapping, with their text.
    pub set_aside: Vec<(Issue, Vec<String>)>,
    /// What is to be known about the table as a whole or about rows that were kept.
    pub warnings: Vec<Issue>,
    /// Columns whose numbers are in thousands or millions, as the file states, with the power of ten.
    pub factors: Vec<(usize, i32)>,
    /// Columns (months, quarters, years) that were made rows, by their headers; empty if none were.
    pub unpivoted: Vec<String>,
    /// Whether columns look like months, quarters or years that could be made rows.
    pub can_unpivot: bool,
}

/// Where a table stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The sheet's name; empty for text.
    pub sheet: String,
    /// Which of the sheet's tables, from 1.
    pub part: u32,
    /// What it was read from.
    pub format: Format,
    /// Encoding of text, in lower case; empty for workbooks.
    pub encoding: String,
    /// Delimiter of text.
    pub delimiter: Option<char>,
    /// Whether the workbook hides the sheet.
    pub is_hidden: bool,
}

/// A row of the file that holds no record, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LayoutRow {
    /// Its line, from 1.
    pub line: u32,
    /// What it is.
    pub kind: LayoutKind,
    /// How it begins; empty for blank rows.
    pub text: String,
}

/// What a row is that holds no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LayoutKind {
    /// Nothing stands in it.
    Blank,
    /// The header, or a part of it.
    Header,
    /// The header once more, between rows or above a table that goes on.
    RepeatedHeader,
    /// A title or a note above the header.
    Title,
    /// A note below or between rows.
    Note,
    /// The sum of some rows.
    Subtotal,
    /// The sum of all rows.
    Total,
    /// The units of the columns, or a line drawn with signs.
    Rule,
}

/// A column of text cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Name: the header, or `Column 3` where that is empty; a repeated one gets a number.
    pub header: String,
    /// What its cells are, decided from all of them.
    pub kind: ValueKind,
    /// Whether its numbers, if it holds some, can be read in one way only.
    pub is_certain: bool,
    /// Texts that stand for nothing in it, besides those that always do.
    pub empties: Empties,
    /// Whether years of two digits stand in its dates.
    pub has_short_years: bool,
    /// Its cells.
    pub cells: Cells,
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

    /// Names the table's headers in their order, whatever the file is called: 16 hexadecimal digits.
    pub fn header_fingerprint(&self) -> String {
        let headers: Vec<&str> = self.columns.iter().map(|column| column.header.as_str()).collect();
        format!("{:016x}", xxhash_rust::xxh3::xxh3_64(headers.join("\u{1f}").as_bytes()))
    }
}

impl Column {
    /// A column without cells.
    pub fn named(header: String) -> Self {
        Self { header, ..Self::default() }
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The cell's text, without outer blanks; empty where there is none.
    pub fn cell(&self, index: usize) -> &str {
        trimmed(self.cells.get(index))
    }

    /// All cells, without outer blanks.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(trimmed)
    }

    /// The distinct cells without outer blanks, each with how often it stands there; one text may come twice.
    pub fn counted(&self) -> impl Iterator<Item = (&str, usize)> {
        self.cells.counted()
    }

    /// Decides from all cells what they are.
    pub fn decide(&mut self) {
        let decided = values::decide(self);
        (self.kind, self.is_certain) = (decided.kind, decided.is_certain);
        (self.empties, self.has_short_years) = (decided.empties, decided.has_short_years);
    }

    /// Whether a text, without outer blanks, stands for nothing in this column.
    pub fn is_empty_text(&self, text: &str) -> bool {
        self.empties.has(text)
    }

    /// How many cells stand for nothing.
    pub fn n_blank(&self) -> usize {
        self.counted().filter(|(text, _)| self.is_empty_text(text)).map(|(_, n)| n).sum()
    }
}
