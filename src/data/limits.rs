//! What a file may ask of the machine, checked before memory is.

use serde::{Deserialize, Serialize};

/// Upper bounds for one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes.
    pub n_bytes: u64,
    /// Columns.
    pub n_columns: usize,
    /// Rows under the header.
    pub n_rows: usize,
    /// Bytes of one row.
    pub n_row_bytes: usize,
}

impl Default for Limits {
    /// 512 MiB, 256 columns, 4 million rows, 1 MiB a row.
    fn default() -> Self {
        Self { n_bytes: 512 << 20, n_columns: 256, n_rows: 4_000_000, n_row_bytes: 1 << 20 }
    }
}
