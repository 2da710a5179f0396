//! A sheet as it stands in its file: rows of cells, of which nothing is interpreted yet.

use super::cells::Cells;

/// Rows and columns of text. Every column has a cell for every row; cells that a row does not have are empty.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Columns, from the left.
    pub columns: Vec<Cells>,
    /// The line of the file, or the row of the sheet, on which each row begins, from 1. Rising.
    pub lines: Vec<u32>,
    /// How many cells each row has in the file; 0 for a blank line.
    pub widths: Vec<u32>,
    /// Cells that are shown as one; only workbooks have them.
    pub merges: Vec<Merge>,
    /// What the reader noticed about a row.
    pub notes: Vec<(u32, RowNote)>,
}

/// Cells that are shown as one, by rows and columns of the grid; the text stands in the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub row: u32,
    /// First column.
    pub column: u32,
    /// How many rows.
    pub n_rows: u32,
    /// How many columns.
    pub n_columns: u32,
}

/// What the reader noticed about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum RowNote {
    /// A quote is opened and never closed. It is taken for text: the row ends with its line.
    UnclosedQuote {
        /// Lines from there to the file's end.
        n_lines: u32,
    },
    /// Text stands before or behind the quotes of a field: `"a"b`.
    StrayQuote,
}

/// A sheet with what is known of where it came from.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The sheet's name in a workbook, the entry's name in an archive; empty for a text file.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// What it was read from.
    pub format: Format,
    /// Encoding of text, by its WHATWG or IBM name in lower case, such as `utf-16le` or `ibm437`; empty for workbooks.
    pub encoding: String,
    /// Delimiter of text; `None` for workbooks.
    pub delimiter: Option<char>,
    /// What is to be known of the sheet as a whole.
    pub notes: Vec<super::issue::IssueKind>,
    /// Why it could not be read, if so: it has no cells then, but others of the file may.
    pub failure: Option<super::issue::ReadError>,
    /// Its cells.
    pub grid: Grid,
}

/// What a sheet was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // each is the ending of that name
pub enum Format {
    /// Delimited text.
    #[default]
    Csv,
    Xlsx,
    Xlsm,
    Xlsb,
    Xls,
    Ods,
    Zip,
}

impl Format {
    /// The ending by which it is known, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Xlsm => "xlsm",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Zip => "zip",
        }
    }

    /// Whether it holds sheets of cells, not text.
    pub const fn is_workbook(self) -> bool {
        !matches!(self, Self::Csv | Self::Zip)
    }
}

impl Grid {
    /// How many rows there are.
    pub fn n_rows(&self) -> usize {
        self.lines.len()
    }

    /// The text of a cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.columns.get(column).map_or("", |cells| cells.get(row))
    }

    /// The cells of a row, without outer blanks.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        self.columns.iter().map(move |cells| cells.get(row).trim())
    }

    /// Whether a row holds nothing but blanks.
    pub fn is_blank(&self, row: usize) -> bool {
        self.columns.iter().all(|cells| cells.symbol(row) == 0 || cells.get(row).trim().is_empty())
    }

    /// Adds a row that begins on `line`. New columns are filled up with empty cells.
    pub fn push_row<'a>(&mut self, line: u32, cells: impl IntoIterator<Item = &'a str>) {
        let n_before = self.n_rows();
        let mut width = 0;
        for cell in cells {
            if self.columns.len() == width {
                self.columns.push(Cells::blank(n_before));
            }
            if let Some(column) = self.columns.get_mut(width) {
                column.push(cell);
            }
            width += 1;
        }
        for column in self.columns.iter_mut().skip(width) {
            column.push_blank();
        }
        self.lines.push(line);
        self.widths.push(width as u32);
    }
}
