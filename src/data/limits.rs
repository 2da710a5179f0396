//! What a file may ask of the machine, checked before memory is.

use serde::{Deserialize, Serialize};

/// Bytes that are made ready at most.
const MOST_READY: usize = 64 << 20;

/// Upper bounds for one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of a text file.
    pub n_bytes: u64,
    /// Bytes of a workbook or an archive, which are in memory as a whole.
    pub n_packed_bytes: u64,
    /// Bytes that a workbook or an archive may unpack to.
    pub n_unpacked_bytes: u64,
    /// How many times its size an entry of an archive may unpack to, above a mebibyte.
    pub ratio: u64,
    /// Entries of an archive.
    pub n_entries: usize,
    /// Sheets of a workbook that are read.
    pub n_sheets: usize,
    /// Columns that hold anything.
    pub n_columns: usize,
    /// Rows.
    pub n_rows: usize,
    /// Cells: rows times columns, as they would be in memory.
    pub n_cells: usize,
    /// Bytes of one row of text.
    pub n_row_bytes: usize,
    /// Bytes of one cell of a workbook.
    pub n_cell_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            n_bytes: 512 << 20,
            n_packed_bytes: 200 << 20,
            n_unpacked_bytes: 512 << 20,
            ratio: 200,
            n_entries: 4_096,
            n_sheets: 256,
            n_columns: 1_024,
            n_rows: 4_000_000,
            n_cells: 80_000_000,
            n_row_bytes: 1 << 20,
            n_cell_bytes: 1 << 20,
        }
    }
}
/// Has so much memory ready, if it can be had, for what will ask for it piece by piece: a WebAssembly module has to ask the
/// browser each time, and waits for that. What is not written to costs nothing.
pub(super) fn make_ready(n_bytes: usize) {
    let mut bytes = Vec::<u8>::new();
    if bytes.try_reserve_exact(n_bytes.min(MOST_READY)).is_ok() {
        std::hint::black_box(&bytes); // or the compiler would see that nothing is done with it
    }
}
