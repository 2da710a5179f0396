//! Why a whole file cannot be read.

use serde::{Deserialize, Serialize};

/// Why a file could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ReadError {
    /// No bytes, or only blank lines.
    #[error("the file is empty")]
    Empty,
    /// No table, but something else.
    #[error("the file is no table but looks like {looks_like}")]
    NotATable {
        /// A name for it, such as `PDF`.
        looks_like: String,
    },
    /// A workbook or an archive that asks for a password.
    #[error("the file is protected with a password")]
    Encrypted,
    /// A workbook or an archive that cannot be opened.
    #[error("the file is damaged ({what})")]
    Damaged {
        /// What the reader stumbled on.
        what: String,
    },
    /// A workbook or an archive that would unpack to more than is read.
    #[error("the file would unpack to {n_bytes} bytes or more; at most {limit} are unpacked")]
    Bomb {
        /// Its size, unpacked.
        n_bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// More sheets of a workbook or entries of an archive than are read.
    #[error("the file holds {n_parts} sheets or files; at most {limit} are read")]
    TooManyParts {
        /// How many.
        n_parts: u64,
        /// The limit.
        limit: u64,
    },
    /// A cell of a workbook with more text than is read.
    #[error("a cell is longer than {limit} bytes")]
    CellTooLong {
        /// The limit.
        limit: u64,
    },
    /// More cells than are read.
    #[error("the file has {n_cells} cells or more; at most {limit} are read")]
    TooManyCells {
        /// How many.
        n_cells: u64,
        /// The limit.
        limit: u64,
    },
    /// The file vanished, or was changed while it was read.
    #[error("the file cannot be read any more")]
    Gone,
    /// The chosen encoding is not known.
    #[error("the encoding {label:?} is not known")]
    UnknownEncoding {
        /// Its name.
        label: String,
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
            Self::NotATable { .. } => "Export or save the table as CSV or as a workbook",
            Self::Encrypted => "Save a copy without a password, and choose that",
            Self::Damaged { .. } => "Open the file where it was made, and save it again",
            Self::TooLarge { .. } | Self::TooManyRows { .. } | Self::TooManyCells { .. } | Self::Bomb { .. } => {
                "Split the file, or export fewer rows"
            }
            Self::TooManyParts { .. } => "Split the file, or keep only the sheets that are needed",
            Self::CellTooLong { .. } => "Shorten the text of the cell",
            Self::Gone => "Choose the file again",
            Self::UnknownEncoding { .. } => "Choose another encoding",
            Self::TooManyColumns { .. } => "Export only the columns that are needed",
            Self::RowTooLong { .. } => "Look for a quote without its pair near that line",
            Self::Twin { .. } => "Leave one of them out",
        }
    }
}
