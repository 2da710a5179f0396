//! What is wrong with a file or a row, and where, in the user's own terms. Worded for the page by `present`.

mod read_error;

use serde::{Deserialize, Serialize};

use super::roles::Field;
pub use read_error::ReadError;

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
    #[error("is not a month, quarter, half-year or year")]
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
    /// A quote that is opened and never closed. It is taken for text: the row ends with its line.
    #[error("a quote is opened and never closed; it is taken for text, or it would swallow {n_lines} lines")]
    UnclosedQuote {
        /// Lines from there to the file's end.
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
    /// A forecast category that nobody knows; the deal counts as if it stated none.
    #[error("is no forecast category; the deal counts as if it stated none")]
    UnknownCategory {
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
    /// An error value of a workbook, such as `#DIV/0!`, where a value is needed.
    #[error("is an error value of the workbook")]
    ErrorCell,
    /// Text stands before or behind the quotes of a field.
    #[error("text stands beside the quotes of a field")]
    StrayQuote,
    /// No row names the columns.
    #[error("no row names the columns; they are called Column 1, Column 2 and so on")]
    NoHeader,
    /// Bytes that the encoding does not have were replaced by a sign.
    #[error("{n_cells} cells hold bytes that the encoding does not have")]
    Undecodable {
        /// Cells with such bytes.
        n_cells: u32,
    },
    /// Text that was decoded wrongly before it was saved, such as `Ã¼` for `ü`.
    #[error("{n_cells} cells look wrongly decoded, such as {from:?} for {to:?}")]
    Mojibake {
        /// Cells that look so.
        n_cells: u32,
        /// One of them.
        from: String,
        /// As it should be.
        to: String,
    },
    /// Bytes of zero were taken out.
    #[error("{n} zero bytes were taken out")]
    ZeroBytes {
        /// How many.
        n: u32,
    },
    /// The workbook hides the sheet.
    #[error("the workbook hides this sheet")]
    HiddenSheet,
    /// Sums stand among the rows and were kept out.
    #[error("{n} rows hold sums and are left out")]
    SumRows {
        /// How many.
        n: u32,
    },
    /// As many more rows have the warning that stands before this one; each is listed up to a limit.
    #[error("{n} more rows have the same warning")]
    MoreAlike {
        /// How many.
        n: u32,
    },
    /// Blank cells of a column were filled from above.
    #[error("{n} blank cells are taken from the row above")]
    FilledDown {
        /// How many.
        n: u32,
    },
    /// Columns of months, quarters or years were made rows.
    #[error("{n_columns} columns of periods became rows")]
    Unpivoted {
        /// How many columns.
        n_columns: u32,
    },
    /// A column holds sums of the columns that became rows, and is left out.
    #[error("the column holds sums of the columns that became rows and is left out")]
    SumColumn,
    /// The numbers are in thousands or millions, as the file states, and were multiplied.
    #[error("the numbers are multiplied by ten to the power of {power}, as the file states")]
    UnitsStated {
        /// Power of ten.
        power: i32,
    },
    /// The numbers may be in thousands or millions; nothing states it.
    #[error("the numbers may be in units of ten to the power of {power}")]
    UnitsSuspected {
        /// Power of ten.
        power: i32,
    },
    /// Years of two digits were taken to be of 1970 to 2069.
    #[error("years of two digits are taken to be of 1970 to 2069")]
    ShortYears,
    /// Days written as numbers of days since 1900 or 1904.
    #[error("numbers are taken to be days counted from 1899-12-30")]
    SerialDates,
    /// The user left the row aside.
    #[error("was left aside by you")]
    LeftAside,
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
            Self::UnknownCategory { .. } => {
                "Write Omitted, Pipeline, Best Case, Most Likely, Commit or Closed, or choose another column for this field"
            }
            Self::AmbiguousDates => "Choose the order of day and month for the column",
            Self::AmbiguousNumbers => "Choose the decimal mark for the column",
            Self::NoRows => "Export the table again and check that it has rows",
            Self::ErrorCell => "Correct the formula in the workbook, or the cell here",
            Self::StrayQuote => "Check the row, and double the quotes inside the field",
            Self::NoHeader => "Choose the row that names the columns, if there is one",
            Self::Undecodable { .. } => "Choose another encoding",
            Self::Mojibake { .. } => "Let the text be repaired, if it looks right then",
            Self::ZeroBytes { .. } => "Check that the file was exported whole",
            Self::HiddenSheet => "Remove the table if it is not meant to be imported",
            Self::SumRows { .. } => "Check the list of rows that hold no record",
            Self::MoreAlike { .. } => "Check the rows of that kind that are listed",
            Self::FilledDown { .. } => "Check that the rows belong together",
            Self::Unpivoted { .. } => "Turn it off for the table if the columns are no periods",
            Self::SumColumn => "Check that the column holds nothing but sums",
            Self::UnitsStated { .. } | Self::UnitsSuspected { .. } => "Choose the unit of the column",
            Self::ShortYears => "Export years with four digits if some are older",
            Self::SerialDates => "Choose another reading for the column if the numbers are no days",
            Self::LeftAside => "Undo it to take the row in again",
            Self::UnknownKind => "Choose what the table holds and what its columns mean",
            Self::OutcomeAssumed => "Choose the column that holds the stage, if there is one",
        }
    }

    /// Whether it is told once for every row that says the same.
    pub const fn is_of_text(&self) -> bool {
        matches!(self, Self::Unmatched { .. } | Self::UnknownCategory { .. })
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
            Self::UnknownCategory { .. } => "unknown-category",
            Self::AmbiguousDates => "ambiguous-dates",
            Self::AmbiguousNumbers => "ambiguous-numbers",
            Self::NoRows => "no-rows",
            Self::ErrorCell => "error-cell",
            Self::StrayQuote => "stray-quote",
            Self::NoHeader => "no-header",
            Self::Undecodable { .. } => "undecodable",
            Self::Mojibake { .. } => "mojibake",
            Self::ZeroBytes { .. } => "zero-bytes",
            Self::HiddenSheet => "hidden-sheet",
            Self::SumRows { .. } => "sum-rows",
            Self::MoreAlike { .. } => "more-alike",
            Self::FilledDown { .. } => "filled-down",
            Self::Unpivoted { .. } => "unpivoted",
            Self::SumColumn => "sum-column",
            Self::UnitsStated { .. } => "units-stated",
            Self::UnitsSuspected { .. } => "units-suspected",
            Self::ShortYears => "short-years",
            Self::SerialDates => "serial-dates",
            Self::LeftAside => "left-aside",
            Self::UnknownKind => "unknown-kind",
            Self::OutcomeAssumed => "outcome-assumed",
        }
    }
}
