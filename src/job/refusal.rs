//! Why a worker could not do what it was asked.

use serde::{Deserialize, Serialize};

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The message could not be read: page and worker are of different builds.
    Unreadable,
    /// The worker does not hold the data or the input.
    NotKept,
    /// The data is damaged.
    DamagedData,
    /// The scenario file is damaged or cut short.
    DamagedFile {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// Not a scenario file.
    OtherFormat,
    /// Of a newer version, and not to be understood.
    Newer {
        /// Its version.
        version: u64,
    },
    /// A field of the scenario cannot be read.
    Field {
        /// Which, and why.
        why: String,
    },
    /// Parts that do not belong together.
    OtherParts,
    /// More lines than a sheet of a workbook has rows.
    TooLong,
    /// The workbook could not be put together.
    Unwritable,
}
