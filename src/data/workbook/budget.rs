//! What all sheets of a workbook may still use.

use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// Cells that repeats may make of few: a column filled to the end of the sheet is a million.
const N_REPEATED: u64 = 8_000_000;

/// Repeats that each cell of the file adds to that.
const N_REPEATS_EACH: u64 = 16;

/// Bytes from which a text is a long one.
const N_LONG: usize = 1_024;

/// What all sheets of a file may still use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    pub(super) limits: Limits,
    /// Cells of grids.
    pub(super) n_cells: usize,
    n_text_bytes: u64,
    /// Bytes of long texts, each counted as often as a cell holds it: comparing them takes time.
    n_long_bytes: u64,
    /// Cells that are not in the file themselves, but as repeats of others.
    n_repeated: u64,
}

impl Budget {
    /// All that the limits allow.
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            limits: *limits,
            n_cells: limits.n_cells,
            n_text_bytes: limits.n_unpacked_bytes.min(1 << 31),
            n_long_bytes: limits.n_unpacked_bytes,
            n_repeated: N_REPEATED,
        }
    }

    /// Whether a text is so long that each cell that holds it is counted.
    pub(super) fn is_long(text: &str) -> bool {
        N_LONG < text.len()
    }

    /// Counts a cell that holds the text.
    ///
    /// # Errors
    /// [`ReadError::CellTooLong`], and [`ReadError::Bomb`] for too many long ones.
    #[inline]
    pub(super) fn take_cell(&mut self, text: &str) -> Result<(), ReadError> {
        if self.limits.n_cell_bytes < text.len() {
            return Err(ReadError::CellTooLong { limit: self.limits.n_cell_bytes as u64 });
        }
        if Self::is_long(text) {
            let left = self.n_long_bytes.checked_sub(text.len() as u64);
            let limit = self.limits.n_unpacked_bytes;
            self.n_long_bytes = left.ok_or(ReadError::Bomb { n_bytes: limit + 1, limit })?;
        }
        Ok(())
    }

    /// Counts bytes of text that are kept.
    ///
    /// # Errors
    /// [`ReadError::Bomb`] for more than a column could hold.
    #[inline]
    pub(super) fn take_text(&mut self, n_bytes: usize) -> Result<(), ReadError> {
        let limit = self.limits.n_unpacked_bytes.min(1 << 31);
        let left = self.n_text_bytes.checked_sub(n_bytes as u64);
        self.n_text_bytes = left.ok_or(ReadError::Bomb { n_bytes: limit + 1, limit })?;
        Ok(())
    }

    /// Counts cells of the file that become so many of a grid that has `n_there` of them.
    ///
    /// # Errors
    /// [`ReadError::TooManyCells`] for more than there may be, and for more repeats than a few bytes should cost.
    pub(super) fn take_repeats(&mut self, n_stated: u64, n_cells: u64, n_there: usize) -> Result<(), ReadError> {
        let n_left = self.n_cells.saturating_sub(n_there) as u64;
        let n_allowed = self.n_repeated.saturating_add(n_stated.saturating_mul(N_REPEATS_EACH));
        let left = n_allowed.checked_sub(n_cells.saturating_sub(n_stated));
        let limit = if left.is_some() { self.limits.n_cells as u64 } else { N_REPEATED };
        let left = left.filter(|_| n_cells <= n_left);
        self.n_repeated = left.ok_or(ReadError::TooManyCells { n_cells: n_cells.max(limit + 1), limit })?;
        Ok(())
    }
}
