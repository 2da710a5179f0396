//! Corrections that the user makes to cells and rows after reading. They are kept with the mapping, so that they can be
//! undone and are made again when the same file is read again.

use serde::{Deserialize, Serialize};

/// One correction. It does nothing where what it corrects does not stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fix {
    /// One cell is read as another text.
    Cell {
        /// The line of the row.
        line: u32,
        /// The column's header.
        column: String,
        /// What stands there.
        from: String,
        /// What it is read as.
        to: String,
    },
    /// Every cell of a column that says one thing is read as another: also a join that was accepted.
    Cells {
        /// The column's header.
        column: String,
        /// What stands there.
        from: String,
        /// What it is read as.
        to: String,
    },
    /// A row is left aside.
    Aside {
        /// The line of the row.
        line: u32,
    },
}
