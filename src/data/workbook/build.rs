//! A grid out of cells that come by row and column, within limits.
//!
//! Memory follows the cells that hold something: a column is begun at its first cell and filled up at the end, and gaps
//! between rows and between columns are cut to three.

use super::super::cells::Cells;
use super::super::grid::{Grid, Merge};
use super::super::issue::ReadError;
use super::super::limits::Limits;
use super::budget::Budget;
use super::known::Known;
use super::strings::Strings;

/// Empty rows and columns that are kept of a longer gap: enough to show that tables end there.
const N_GAP: u32 = 3;

/// Columns beyond which no cell of any spreadsheet lies.
const N_COLUMN_PLACES: u32 = 1 << 15;

/// Cells that may come after cells of later rows.
const N_STRAYS: usize = 2_000_000;

/// Merged places that are kept; they only help to read headers.
const N_MERGES: usize = 100_000;

/// A grid that is being filled.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    budget: &'a mut Budget,
    columns: Vec<Option<Cells>>,
    n_filled: usize,
    lines: Vec<u32>,
    /// Place behind the last cell of each row.
    widths: Vec<u32>,
    merges: Vec<[u32; 4]>,
    strays: Vec<Stray>,
    n_cells: usize,
    known: Known,
}

/// A cell of a row that was left behind.
#[derive(Debug)]
struct Stray {
    line: u32,
    column: u32,
    text: String,
    is_number: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(budget: &'a mut Budget) -> Self {
        Self {
            budget,
            columns: Vec::new(),
            n_filled: 0,
            lines: Vec::new(),
            widths: Vec::new(),
            merges: Vec::new(),
            strays: Vec::new(),
            n_cells: 0,
            known: Known::default(),
        }
    }

    /// Puts a cell into its row and column, counted from 0. An empty text makes no cell.
    ///
    /// # Errors
    /// Whatever limit is met first.
    pub(super) fn push(&mut self, row: u32, column: u32, text: &str, is_number: bool) -> Result<(), ReadError> {
        if text.is_empty() {
            return Ok(());
        }
        let limits = self.budget.limits;
        self.budget.take_cell(text)?;
        let line = row.saturating_add(1);
        match self.lines.last().copied() {
            Some(last) if last == line => {}
            Some(last) if line < last => return self.push_stray(line, column, text, is_number),
            last => self.go_to(last, line)?,
        }
        if self.columns.len() <= column as usize {
            if N_COLUMN_PLACES <= column {
                let limit = limits.n_columns;
                return Err(ReadError::TooManyColumns { line: line.into(), n_columns: column as usize + 1, limit });
            }
            self.columns.resize_with(column as usize + 1, || None);
        }
        let n_rows = self.lines.len();
        let Some(place) = self.columns.get_mut(column as usize) else { return Ok(()) };
        let is_new = place.is_none();
        let cells = place.get_or_insert_default();
        let n_before = cells.n_symbols();
        if cells.len() == n_rows {
            cells.set(n_rows - 1, text); // the cell stands there twice
        } else {
            cells.pad(n_rows - 1);
            if is_number {
                cells.push_typed(text);
            } else {
                cells.push(text);
            }
        }
        if n_before < cells.n_symbols() {
            self.budget.take_text(text.len())?;
        }
        if is_new {
            self.n_filled += 1;
            if limits.n_columns < self.n_filled {
                let limit = limits.n_columns;
                return Err(ReadError::TooManyColumns { line: line.into(), n_columns: self.n_filled, limit });
            }
            self.count()?;
        }
        if let Some(width) = self.widths.last_mut() {
            *width = (*width).max(column + 1);
        }
        Ok(())
    }

    /// As [`Builder::push`], with the text of that number: a column looks for it once, as a rule.
    ///
    /// # Errors
    /// As [`Builder::push`]; [`ReadError::Damaged`] if there is no such text.
    pub(super) fn push_shared(
        &mut self,
        row: u32,
        column: u32,
        index: u32,
        strings: &Strings,
    ) -> Result<(), ReadError> {
        if self.known.symbol(index, column).is_some_and(|symbol| self.push_known(row, column, symbol)) {
            return Ok(());
        }
        let text = strings.get(index).ok_or_else(|| ReadError::Damaged { what: "a text that is not there".into() })?;
        self.push(row, column, text, false)?;
        let is_stray = self.lines.last() != Some(&row.saturating_add(1));
        if !is_stray && !text.is_empty() && !Budget::is_long(text) {
            let cells = self.columns.get(column as usize).and_then(Option::as_ref);
            let symbol = cells.map_or(0, |cells| cells.symbol(self.lines.len() - 1));
            self.known.note(index, column, symbol, strings.len());
        }
        Ok(())
    }

    /// Adds a cell to the row that was begun last, by the symbol that its column has for the text. Whether it could.
    #[inline]
    fn push_known(&mut self, row: u32, column: u32, symbol: u32) -> bool {
        let n_rows = self.lines.len();
        let (Some(last), Some(width)) = (self.lines.last(), self.widths.last_mut()) else { return false };
        let Some(Some(cells)) = self.columns.get_mut(column as usize) else { return false };
        if *last != row.saturating_add(1) || n_rows <= cells.len() {
            return false;
        }
        cells.pad(n_rows - 1);
        cells.push_symbol(symbol);
        *width = (*width).max(column + 1);
        true
    }

    /// Notes that the cells of some rows and columns, counted from 0 and the last included, are shown as one.
    pub(super) fn merge(&mut self, first_row: u32, first_column: u32, last_row: u32, last_column: u32) {
        if self.merges.len() < N_MERGES && first_row <= last_row && first_column <= last_column {
            self.merges.push([first_row, first_column, last_row, last_column]);
        }
    }

    /// Notes that so many cells of the file become so many of the grid.
    ///
    /// # Errors
    /// [`ReadError::TooManyCells`] for more than there may be, and for more repeats than a few bytes should cost.
    pub(super) fn repeat(&mut self, n_stated: u64, n_cells: u64) -> Result<(), ReadError> {
        self.budget.take_repeats(n_stated, n_cells, self.n_cells)
    }

    /// The limits of the file.
    pub(super) fn limits(&self) -> Limits {
        self.budget.limits
    }

    /// The grid.
    ///
    /// # Errors
    /// [`ReadError::TooManyCells`] if the gaps between columns are too much.
    pub(super) fn finish(mut self) -> Result<Grid, ReadError> {
        if !self.strays.is_empty() {
            self.take_in_strays()?;
        }
        let n_rows = self.lines.len();
        let mut grid = Grid { lines: self.lines, ..Grid::default() };
        // Where each column of the sheet lies in the grid; for those that are left out, the next one.
        let mut places = Vec::with_capacity(self.columns.len());
        let mut gap = 0;
        for cells in self.columns {
            if let Some(mut cells) = cells {
                if !grid.columns.is_empty() {
                    grid.columns.extend((0..gap.min(N_GAP)).map(|_| Cells::blank(n_rows)));
                }
                gap = 0;
                cells.pad(n_rows);
                places.push(grid.columns.len() as u32);
                grid.columns.push(cells);
            } else {
                let n_kept = if grid.columns.is_empty() { 0 } else { gap.min(N_GAP - 1) };
                places.push(grid.columns.len() as u32 + n_kept);
                gap += 1;
            }
        }
        let n_cells = n_rows * grid.columns.len();
        let Some(n_left) = self.budget.n_cells.checked_sub(n_cells) else {
            let limit = self.budget.limits.n_cells as u64;
            return Err(ReadError::TooManyCells { n_cells: n_cells as u64, limit });
        };
        self.budget.n_cells = n_left;
        let n_columns = grid.columns.len() as u32;
        let place = |column: u32| places.get(column as usize).copied().unwrap_or(n_columns);
        let widths = self.widths.into_iter();
        grid.widths = widths.map(|width| width.checked_sub(1).map_or(0, |last| place(last) + 1)).collect();
        for [first_row, first_column, last_row, last_column] in self.merges {
            let row = grid.lines.partition_point(|line| *line < first_row.saturating_add(1));
            let end = grid.lines.partition_point(|line| *line <= last_row.saturating_add(1));
            let (column, end_column) = (place(first_column), place(last_column.saturating_add(1)));
            let is_there = grid.lines.get(row) == Some(&first_row.saturating_add(1)) && column < n_columns;
            let (n_rows, n_columns) = ((end.saturating_sub(row)) as u32, end_column.saturating_sub(column));
            if is_there && 1 < n_rows.saturating_mul(n_columns) {
                grid.merges.push(Merge { row: row as u32, column, n_rows, n_columns });
            }
        }
        Ok(grid)
    }

    /// Begins the row of that line, and as many empty ones before it as show the gap.
    fn go_to(&mut self, last: Option<u32>, line: u32) -> Result<(), ReadError> {
        if let Some(last) = last {
            let n_empty = (line - last - 1).min(N_GAP);
            self.lines.extend(last + 1..=last + n_empty);
            self.widths.extend((0..n_empty).map(|_| 0));
        }
        self.lines.push(line);
        self.widths.push(0);
        if self.budget.limits.n_rows < self.lines.len() {
            return Err(ReadError::TooManyRows { limit: self.budget.limits.n_rows });
        }
        self.count()
    }

    fn count(&mut self) -> Result<(), ReadError> {
        self.n_cells = self.lines.len() * self.n_filled;
        if self.budget.n_cells < self.n_cells {
            let limit = self.budget.limits.n_cells as u64;
            return Err(ReadError::TooManyCells { n_cells: limit + 1, limit });
        }
        Ok(())
    }

    fn push_stray(&mut self, line: u32, column: u32, text: &str, is_number: bool) -> Result<(), ReadError> {
        if N_STRAYS <= self.strays.len() || N_COLUMN_PLACES <= column {
            return Err(ReadError::Damaged { what: "cells in no order".into() });
        }
        self.budget.take_text(text.len())?;
        self.strays.push(Stray { line, column, text: text.into(), is_number });
        Ok(())
    }

    /// Builds everything once more, with the cells that came late in their places.
    fn take_in_strays(&mut self) -> Result<(), ReadError> {
        let mut strays = std::mem::take(&mut self.strays);
        strays.sort_by_key(|stray| (stray.line, stray.column)); // stable: of two in one place the later holds
        let columns = std::mem::take(&mut self.columns);
        let mut n_numbers: Vec<usize> = columns.iter().map(|cells| cells.as_ref().map_or(0, Cells::n_typed)).collect();
        let lines = std::mem::take(&mut self.lines);
        self.widths.clear();
        (self.n_filled, self.n_cells) = (0, 0);
        let mut strays = strays.into_iter().peekable();
        for (row, line) in lines.into_iter().enumerate() {
            while let Some(stray) = strays.next_if(|stray| stray.line < line) {
                self.push(stray.line - 1, stray.column, &stray.text, stray.is_number)?;
            }
            for (column, cells) in columns.iter().enumerate() {
                let Some(text) = cells.as_ref().map(|cells| cells.get(row)).filter(|text| !text.is_empty()) else {
                    continue;
                };
                // Only how many cells of a column are numbers is known, and only that matters.
                let left = n_numbers.get_mut(column).filter(|left| 0 < **left);
                let is_number = left.map(|left| *left -= 1).is_some();
                self.push(line - 1, column as u32, text, is_number)?;
            }
            while let Some(stray) = strays.next_if(|stray| stray.line == line) {
                self.push(stray.line - 1, stray.column, &stray.text, stray.is_number)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(cells: &[(u32, u32, &str)]) -> Grid {
        let mut budget = Budget::new(&Limits::default());
        let mut builder = Builder::new(&mut budget);
        for (row, column, text) in cells {
            builder.push(*row, *column, text, false).unwrap();
        }
        builder.merge(0, 1, 1, 2);
        builder.finish().unwrap()
    }

    fn rows(grid: &Grid) -> Vec<String> {
        (0..grid.n_rows())
            .map(|row| format!("{}:{}", grid.lines[row], grid.row(row).collect::<Vec<_>>().join("|")))
            .collect()
    }

    #[test]
    fn far_corners_take_no_room() {
        let grid = grid(&[(0, 0, "a"), (1_048_575, 16_383, "z")]);
        assert_eq!(rows(&grid), ["1:a||||", "2:||||", "3:||||", "4:||||", "1048576:||||z"]);
        assert_eq!(grid.widths, [1, 0, 0, 0, 5]);
    }

    #[test]
    fn outer_blanks_are_dropped_and_inner_ones_kept() {
        let grid = grid(&[(4, 2, "a"), (4, 4, "b"), (6, 2, "c")]);
        assert_eq!(rows(&grid), ["5:a||b", "6:||", "7:c||"]);
        assert_eq!(grid.widths, [3, 0, 1]);
        assert!(grid.merges.is_empty());
    }

    #[test]
    fn cells_in_any_order_find_their_places() {
        let grid = grid(&[
            (2, 0, "c"),
            (2, 1, "d"),
            (0, 1, "b"),
            (0, 0, "a"),
            (2, 0, "e"),
            (9, 1, "x"),
            (1, 0, "m"),
            (2, 1, "f"),
        ]);
        assert_eq!(rows(&grid), ["1:a|b", "2:m|", "3:e|f", "4:|", "5:|", "6:|", "10:|x"]);
    }

    #[test]
    fn merged_cells_are_found_in_the_grid() {
        let grid = grid(&[(0, 1, "a"), (1, 3, "b")]);
        assert_eq!(grid.merges, [Merge { row: 0, column: 0, n_rows: 2, n_columns: 2 }]);
    }

    #[test]
    fn limits_hold() {
        let limits = Limits { n_cells: 6, n_columns: 3, n_rows: 4, n_cell_bytes: 5, ..Limits::default() };
        let error = |cells: &[(u32, u32, &str)]| {
            let mut budget = Budget::new(&limits);
            let mut builder = Builder::new(&mut budget);
            let failed = cells.iter().find_map(|(row, column, text)| builder.push(*row, *column, text, false).err());
            failed.or_else(|| builder.finish().err())
        };
        assert_eq!(error(&[(0, 0, "a"), (1, 1, "b"), (2, 1, "c")]), None);
        assert!(matches!(error(&[(0, 0, "a"), (1, 1, "b"), (2, 2, "c")]), Some(ReadError::TooManyCells { .. })));
        assert!(matches!(
            error(&[(0, 0, "a"), (9, 3, "b")]),
            Some(ReadError::TooManyRows { .. } | ReadError::TooManyCells { .. })
        ));
        assert!(matches!(
            error(&[(0, 0, "a"), (0, 1, "b"), (0, 2, "c"), (0, 3, "d")]),
            Some(ReadError::TooManyColumns { .. })
        ));
        assert!(matches!(error(&[(0, 0, "abcdef")]), Some(ReadError::CellTooLong { .. })));
        assert!(matches!(error(&[(0, 40_000, "a")]), Some(ReadError::TooManyColumns { .. })));
    }
}
