//! What is wrong with a file or a row, and where, in the user's own terms. Worded for the page by `present`.

use serde::{Deserialize, Serialize};

use super::roles::Field;

/// Why a file could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ReadError {
    /// No bytes, or only blank lines.
    #[error("the file is empty")]
    Empty,
    /// Not text.
    #[error("the file is not text but looks like {looks_like}")]
    Binary {
        /// A name for it, such as `PDF`.
        looks_like: String,
    },
    /// Text in another encoding.
    #[error("the file is not UTF-8 text (byte {offset}, line {line})")]
    Encoding {
        /// Where, counted from 0.
        offset: u64,
        /// On which line, counted from 1.
        line: u64,
    },
    /// More bytes than are read.
    #[error("the file has {n_bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// Its size.
        n_bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// More columns than are read.
    #[error("line {line} has {n_columns} columns; at most {limit} are read")]
    TooManyColumns {
        /// Where.
        line: u64,
        /// How many.
        n_columns: usize,
        /// The limit.
        limit: usize,
    },
    /// More rows than are read.
    #[error("the file has more than {limit} rows")]
    TooManyRows {
        /// The limit.
        limit: usize,
    },
    /// The very rows of another file.
    #[error("the file has the same rows as {same_as}")]
    Twin {
        /// That file.
        same_as: String,
    },
    /// A row of a size no table has: mostly a quote that is never closed.
    #[error("the row that begins on line {line} is longer than {limit} bytes; is a quote not closed?")]
    RowTooLong {
        /// Where it begins.
        line: u64,
        /// The limit.
        limit: usize,
    },
}

impl ReadError {
    /// What the person can do about it, as one imperative sentence.
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Empty => "Export the table again and check that it has rows",
            Self::Binary { .. } => "Export or save the table as CSV",
            Self::Encoding { .. } => "Save the file as CSV UTF-8",
            Self::TooLarge { .. } | Self::TooManyRows { .. } => "Split the file, or export fewer rows",
            Self::TooManyColumns { .. } => "Export only the columns that are needed",
            Self::RowTooLong { .. } => "Look for a quote without its pair near that line",
            Self::Twin { .. } => "Leave one of them out",
        }
    }
}

/// Whether the row became a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row is left out and can be downloaded.
    SetAside,
    /// The row is used; something about it should be known.
    Warning,
}

/// One thing wrong with one row, or with the whole file (row 0).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The file's name.
    pub file: String,
    /// The line in the file on which the row begins, counted from 1; 0 for the file as a whole.
    pub row: u64,
    /// The column's header.
    pub column: Option<String>,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong.
    pub kind: IssueKind,
    /// Whether the row was left out.
    pub severity: Severity,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    /// Not a number.
    #[error("is not a number")]
    NotANumber,
    /// A number too large to be exact.
    #[error("is too large a number")]
    NumberTooLarge,
    /// Not a date, or a day that no calendar has.
    #[error("is not a date")]
    NotADate,
    /// A period that could not be read.
    #[error("is not a month, quarter or year")]
    NotAPeriod,
    /// A cell that the record cannot do without.
    #[error("is empty, but needed")]
    Missing,
    /// More cells than the header has names.
    #[error("the row has {n_cells} cells, the header {n_columns}")]
    TooManyCells {
        /// Cells.
        n_cells: u32,
        /// Columns.
        n_columns: u32,
    },
    /// A quote that is opened and never closed: the row holds everything down to the file's end.
    #[error("a quote is opened and never closed; the row holds {n_lines} lines, down to the end of the file")]
    UnclosedQuote {
        /// Lines in it.
        n_lines: u32,
    },
    /// Fewer cells than the header has names; the rest is taken as empty.
    #[error("the row has {n_cells} cells, the header {n_columns}; the rest is taken as empty")]
    TooFewCells {
        /// Cells.
        n_cells: u32,
        /// Columns.
        n_columns: u32,
    },
    /// The key of an earlier row.
    #[error("stands in row {first_row} already")]
    Duplicate {
        /// Where it stood first.
        first_row: u64,
    },
    /// The id of a record of another file, or a record that is the same in everything. Both are kept.
    #[error("stands in row {first_row} of {file} too; both are kept")]
    Repeated {
        /// The file in which it stood first.
        file: Box<str>,
        /// The row in which it stood first.
        first_row: u64,
    },
    /// A name that no imported record has.
    #[error("matches no record{}", .near.as_ref().map_or(String::new(), |near| format!("; did you mean {near:?}?")))]
    Unmatched {
        /// The field.
        field: Field,
        /// The nearest name.
        near: Option<String>,
        /// How many rows say the same.
        n_rows: u32,
    },
    /// The dates of the column could be day first or month first, or speak for both.
    #[error("dates could be day first or month first")]
    AmbiguousDates,
    /// The numbers of the column could have a decimal point or a thousands point, or speak for both.
    #[error("numbers such as 1.234 could have a decimal mark or a thousands mark")]
    AmbiguousNumbers,
    /// A file without rows under its header.
    #[error("the file has a header but no rows")]
    NoRows,
    /// A file whose kind could not be told.
    #[error("it is not clear what this table is")]
    UnknownKind,
    /// No column says whether a deal was won; rows with a day and an amount count as won.
    #[error("no column says which deals were won; all count as won")]
    OutcomeAssumed,
}

impl IssueKind {
    /// What the person can do about it, as one imperative sentence.
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::NotANumber | Self::NumberTooLarge | Self::NotADate | Self::NotAPeriod => {
                "Correct the cell in the file, or choose another column for this field"
            }
            Self::Missing => "Fill the cell in, or choose another column for this field",
            Self::TooManyCells { .. } => "Put quotes around text that contains the delimiter",
            Self::UnclosedQuote { .. } => "Close the quote, or remove it",
            Self::TooFewCells { .. } => "Check that the row is complete",
            Self::Duplicate { .. } => "Remove one of the rows",
            Self::Repeated { .. } => "Remove one of them if it is the same thing",
            Self::Unmatched { .. } => "Use the same name in both files",
            Self::AmbiguousDates => "Choose the order of day and month for the column",
            Self::AmbiguousNumbers => "Choose the decimal mark for the column",
            Self::NoRows => "Export the table again and check that it has rows",
            Self::UnknownKind => "Choose what the table holds and what its columns mean",
            Self::OutcomeAssumed => "Choose the column that holds the stage, if there is one",
        }
    }

    /// A short fixed name, to group by.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotANumber => "not-a-number",
            Self::NumberTooLarge => "number-too-large",
            Self::NotADate => "not-a-date",
            Self::NotAPeriod => "not-a-period",
            Self::Missing => "missing",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::UnclosedQuote { .. } => "unclosed-quote",
            Self::TooFewCells { .. } => "too-few-cells",
            Self::Duplicate { .. } => "duplicate",
            Self::Repeated { .. } => "repeated",
            Self::Unmatched { .. } => "unmatched",
            Self::AmbiguousDates => "ambiguous-dates",
            Self::AmbiguousNumbers => "ambiguous-numbers",
            Self::NoRows => "no-rows",
            Self::UnknownKind => "unknown-kind",
            Self::OutcomeAssumed => "outcome-assumed",
        }
    }
}
