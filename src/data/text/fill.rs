//! Rows of text into the grid, column by column, with the limits checked before memory is asked for.

use crate::data::cells::{Cells, Cut, Room};
use crate::data::grid::Grid;
use crate::data::issue::ReadError;
use crate::data::limits::{Limits, make_ready};

use super::split::{Batch, Row, Span};

/// Bytes of memory that a cell and a row take, about.
const N_CELL: usize = 3;
const N_ROW: usize = 8;

/// A grid that is being filled. A column without any text takes no memory until the end.
pub(super) struct Filler {
    pub(super) grid: Grid,
    limits: Limits,
    has_text: Vec<bool>,
    n_filled: usize,
    n_widest: usize,
    n_expected: usize,
    room: Room,
}

impl Filler {
    pub(super) fn new(limits: &Limits) -> Self {
        let (grid, has_text) = (Grid::default(), Vec::new());
        Self { grid, limits: *limits, has_text, n_filled: 0, n_widest: 0, n_expected: 0, room: Room::default() }
    }

    /// Says how many rows there will be, about.
    pub(super) fn expect(&mut self, n_rows: usize) {
        let room = self.limits.n_cells / self.grid.columns.len().max(1);
        self.n_expected = n_rows.min(self.limits.n_rows).min(room);
        let n_more = self.n_expected.saturating_sub(self.grid.n_rows());
        let n_filled = self.has_text.iter().filter(|has_text| **has_text).count();
        make_ready(n_more * (n_filled * N_CELL + N_ROW));
        for (column, has_text) in self.grid.columns.iter_mut().zip(&self.has_text) {
            if *has_text {
                column.reserve(n_more);
            }
        }
        self.grid.lines.reserve(n_more);
        self.grid.widths.reserve(n_more);
    }

    /// Adds the rows of a batch.
    pub(super) fn take(&mut self, batch: &Batch, text: &str) -> Result<(), ReadError> {
        let n_before = self.grid.n_rows();
        let n_after = n_before + batch.rows.len();
        if self.limits.n_rows < n_after {
            return Err(ReadError::TooManyRows { limit: self.limits.n_rows });
        }
        self.check_cells(self.n_filled, n_after)?;
        let n_widest = batch.rows.iter().map(|row| row.n_cells as usize).max().unwrap_or(0);
        for row in &batch.rows {
            if self.grid.columns.len() < row.n_cells as usize {
                self.widen(batch, *row)?;
            }
        }
        self.n_widest = self.n_widest.max(n_widest);
        // As in most files, all rows have as many cells as there are columns.
        let are_even = n_widest == self.grid.columns.len() && batch.spans.len() == n_widest * batch.rows.len();
        for index in 0..self.grid.columns.len() {
            let column = index as u32;
            if !self.has_text.get(index).copied().unwrap_or(false) {
                let is_filled = |row: &&Row| {
                    let span = batch.spans.get((row.first + column) as usize);
                    column < row.n_cells && span.is_some_and(|span| !span.is_empty())
                };
                let Some(row) = batch.rows.iter().find(is_filled) else { continue };
                self.open(index, n_before, n_after, *row)?;
            }
            let Some(cells) = self.grid.columns.get_mut(index) else { continue };
            if are_even {
                let rows = batch.spans.chunks_exact(n_widest.max(1));
                let cut = |row: &[Span]| row.get(index).map_or_else(Cut::default, |span| batch.cut(text, *span));
                cells.extend(rows.map(cut), &mut self.room);
                continue;
            }
            let cell = |row: &Row| match batch.spans.get((row.first + column) as usize) {
                Some(span) if column < row.n_cells => batch.cut(text, *span),
                _ => Cut::default(),
            };
            cells.extend(batch.rows.iter().map(cell), &mut self.room);
        }
        self.grid.lines.extend(batch.rows.iter().map(|row| row.line));
        self.grid.widths.extend(batch.rows.iter().map(|row| row.n_cells));
        let notes = batch.notes.iter().map(|(row, note)| (n_before as u32 + row, *note));
        self.grid.notes.extend(notes);
        Ok(())
    }

    /// Which columns hold any text.
    pub(super) fn filled(&self) -> &[bool] {
        &self.has_text
    }

    /// Makes place for rows that others have split: their lines, how many cells each has, and which of their columns hold any
    /// text. Nothing is changed if that breaks a limit.
    pub(super) fn open_rows(&mut self, lines: Vec<u32>, widths: Vec<u32>, filled: &[bool]) -> Result<(), ReadError> {
        let n_before = self.grid.n_rows();
        let n_after = n_before + lines.len();
        if self.limits.n_rows < n_after {
            return Err(ReadError::TooManyRows { limit: self.limits.n_rows });
        }
        let is_new = |place: usize| filled.get(place) == Some(&true) && self.has_text.get(place) != Some(&true);
        let n_filled = self.n_filled + (0..filled.len()).filter(|place| is_new(*place)).count();
        self.check_cells(n_filled, n_after)?;
        let last = Row { line: lines.last().copied().unwrap_or(0), first: 0, n_cells: filled.len() as u32 };
        if self.limits.n_columns < n_filled {
            return Err(self.too_wide(last));
        }
        if self.grid.columns.len() < filled.len() {
            self.grid.columns.resize_with(filled.len(), Cells::default);
            self.has_text.resize(filled.len(), false);
        }
        for (place, is_filled) in filled.iter().enumerate() {
            if *is_filled && self.has_text.get(place) == Some(&false) {
                self.open(place, n_before, n_after, last)?;
            }
        }
        self.n_widest = self.n_widest.max(widths.iter().max().copied().unwrap_or(0) as usize);
        self.grid.lines.extend(lines);
        self.grid.widths.extend(widths);
        for (place, column) in self.grid.columns.iter_mut().enumerate() {
            let is_theirs = filled.get(place) == Some(&true);
            if !is_theirs && self.has_text.get(place) == Some(&true) {
                column.pad(n_after);
            }
        }
        Ok(())
    }

    /// The grid, with a cell for each row in every column.
    pub(super) fn finish(mut self) -> Result<Grid, ReadError> {
        let n_rows = self.grid.n_rows();
        // Columns of names and nothing else, at the end of each row, are columns as long as they are few.
        let is_few = self.n_widest <= self.limits.n_columns && self.check_cells(self.n_widest, n_rows).is_ok();
        let n_columns = if is_few { self.n_widest.max(self.grid.columns.len()) } else { self.grid.columns.len() };
        self.check_cells(n_columns, n_rows)?;
        self.grid.columns.resize_with(n_columns, Cells::default);
        for column in self.grid.columns.iter_mut().filter(|column| column.len() != n_rows) {
            *column = Cells::blank(n_rows);
        }
        Ok(self.grid)
    }

    /// Makes places for the columns of a row, up to its last cell with text.
    fn widen(&mut self, batch: &Batch, row: Row) -> Result<(), ReadError> {
        let spans = batch.spans.iter().skip(row.first as usize).take(row.n_cells as usize);
        let n = spans.rev().skip_while(|span| span.is_empty()).count();
        if self.limits.n_columns.saturating_mul(16) < n {
            return Err(self.too_wide(row));
        }
        if self.grid.columns.len() < n {
            self.grid.columns.resize_with(n, Cells::default);
            self.has_text.resize(n, false);
        }
        Ok(())
    }

    /// Opens a column that has its first text in this batch.
    fn open(&mut self, index: usize, n_before: usize, n_after: usize, row: Row) -> Result<(), ReadError> {
        self.n_filled += 1;
        if self.limits.n_columns < self.n_filled {
            return Err(self.too_wide(row));
        }
        self.check_cells(self.n_filled, n_after)?;
        if let (Some(has_text), Some(cells)) = (self.has_text.get_mut(index), self.grid.columns.get_mut(index)) {
            *has_text = true;
            let room = self.limits.n_cells / self.n_filled.max(1);
            *cells = Cells::blank(n_before);
            cells.reserve(self.n_expected.min(room).saturating_sub(n_before));
        }
        Ok(())
    }

    fn check_cells(&self, n_columns: usize, n_rows: usize) -> Result<(), ReadError> {
        let (n_cells, limit) = (n_columns as u64 * n_rows as u64, self.limits.n_cells as u64);
        if limit < n_cells { Err(ReadError::TooManyCells { n_cells, limit }) } else { Ok(()) }
    }

    fn too_wide(&self, row: Row) -> ReadError {
        let (line, n_columns) = (u64::from(row.line), row.n_cells as usize);
        ReadError::TooManyColumns { line, n_columns, limit: self.limits.n_columns }
    }
}
