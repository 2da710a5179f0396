//! A part of a grid that is looked at by itself: some neighbouring columns, all rows.

use std::cell::OnceCell;
use std::ops::Range;

use super::class::{Class, classify};
use crate::data::cells::{Cells, Symbols};
use crate::data::grid::{Grid, Merge};

/// Columns of a grid, and which of their symbols are blank.
pub(super) struct Area<'a> {
    pub(super) grid: &'a Grid,
    /// Columns of the grid, rising.
    pub(super) columns: Vec<usize>,
    /// Whether the grid was text, where a row has as many cells as were written.
    pub(super) is_text: bool,
    /// By column: symbols beside 0 that are nothing but blanks, rising.
    blanks: Vec<OnceCell<Vec<u32>>>,
}

/// Whether a text holds more than blanks.
fn is_filled(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_graphic) || !text.trim().is_empty()
}

impl<'a> Area<'a> {
    pub(super) fn new(grid: &'a Grid, columns: Vec<usize>, is_text: bool) -> Self {
        let blanks = columns.iter().map(|_| OnceCell::new()).collect();
        Self { grid, columns, is_text, blanks }
    }

    pub(super) fn n_rows(&self) -> usize {
        self.grid.n_rows()
    }

    pub(super) fn n_columns(&self) -> usize {
        self.columns.len()
    }

    /// The text of a cell without outer blanks, by the area's own column.
    pub(super) fn cell(&self, row: usize, column: usize) -> &'a str {
        self.columns.get(column).map_or("", |column| self.grid.cell(row, *column).trim())
    }

    /// The symbols of a column that are blanks, beside 0.
    fn blank_symbols(&self, column: usize) -> &[u32] {
        let Some(blanks) = self.blanks.get(column) else { return &[] };
        blanks.get_or_init(|| {
            let Some(cells) = self.columns.get(column).and_then(|column| self.grid.columns.get(*column)) else {
                return Vec::new();
            };
            (1..cells.n_symbols() as u32).filter(|symbol| !is_filled(cells.text(*symbol))).collect()
        })
    }

    /// The symbols of a column by row, and those of them that are blank beside 0.
    pub(super) fn symbols(&self, column: usize) -> (Option<&'a Symbols>, &[u32]) {
        let grid = self.grid;
        let symbols = self.columns.get(column).and_then(|column| grid.columns.get(*column)).map(Cells::symbols);
        (symbols, self.blank_symbols(column))
    }

    /// Whether a cell holds anything.
    pub(super) fn is_filled(&self, row: usize, column: usize) -> bool {
        let Some(cells) = self.columns.get(column).and_then(|column| self.grid.columns.get(*column)) else {
            return false;
        };
        cells.symbol(row) != 0 && is_filled(cells.text(cells.symbol(row)))
    }

    /// Columns of a row that hold anything.
    pub(super) fn filled(&self, row: usize) -> impl Iterator<Item = usize> {
        (0..self.n_columns()).filter(move |column| self.is_filled(row, *column))
    }

    pub(super) fn is_blank(&self, row: usize) -> bool {
        self.filled(row).next().is_none()
    }

    /// Whether any of those rows holds anything in the column.
    pub(super) fn is_used(&self, column: usize, rows: impl IntoIterator<Item = usize>) -> bool {
        rows.into_iter().any(|row| self.is_filled(row, column))
    }

    /// Merged cells that begin in a row, by the area's own columns, wider than one column.
    pub(super) fn merges(&self, row: usize) -> impl Iterator<Item = (usize, usize)> {
        let place = move |merge: &Merge| {
            let column = self.columns.binary_search(&(merge.column as usize)).ok()?;
            let end = (merge.column as usize).saturating_add(merge.n_columns as usize);
            let n = self.columns.iter().filter(|column| (merge.column as usize..end).contains(column)).count();
            (merge.row as usize == row && 1 < merge.n_columns).then_some((column, n))
        };
        self.grid.merges.iter().filter_map(place)
    }

    /// All of a row in one text, not longer than a layout row needs.
    pub(super) fn text(&self, row: usize) -> String {
        let mut text = String::new();
        for column in self.filled(row) {
            if 200 <= text.len() {
                break;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(self.cell(row, column).chars().take(200));
        }
        text.chars().take(200).collect()
    }
}

/// The first rows that hold anything, with the looks of their cells.
pub(super) struct Sample {
    /// Rows of the grid, rising.
    pub(super) rows: Vec<usize>,
    /// By row and column.
    pub(super) classes: Vec<Vec<Class>>,
}

impl Sample {
    /// The first `n` rows among `rows` that hold anything.
    pub(super) fn take(area: &Area, rows: Range<usize>, n: usize) -> Self {
        let rows: Vec<usize> = rows.filter(|row| !area.is_blank(*row)).take(n).collect();
        let look = |row: &usize| (0..area.n_columns()).map(|column| classify(area.cell(*row, column))).collect();
        Self { classes: rows.iter().map(look).collect(), rows }
    }

    pub(super) fn classes(&self, index: usize) -> &[Class] {
        self.classes.get(index).map_or(&[], Vec::as_slice)
    }
}

/// What the rows under a header look like, column by column.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    /// By column.
    pub(super) columns: Vec<Looks>,
    pub(super) n_rows: usize,
}

/// How many cells of a column look like what.
#[derive(Clone, Debug, Default)]
pub(super) struct Looks {
    pub(super) n: usize,
    pub(super) n_numbers: usize,
    pub(super) n_years: usize,
    pub(super) n_dates: usize,
    pub(super) n_periods: usize,
    pub(super) n_bools: usize,
    pub(super) n_codes: usize,
    pub(super) n_long: usize,
    /// Cells that hold anything, words for nothing among them.
    pub(super) n_filled: usize,
}

impl Looks {
    /// Whether at least seven in ten are so.
    pub(super) const fn mostly(&self, n: usize) -> bool {
        0 < self.n && self.n * 7 <= n * 10
    }

    /// Whether most cells are values of any kind, and not words.
    pub(super) const fn is_strong(&self) -> bool {
        self.mostly(self.n_numbers + self.n_years + self.n_dates + self.n_periods + self.n_bools + self.n_codes)
    }

    /// Whether most cells are numbers.
    pub(super) const fn is_number(&self) -> bool {
        self.mostly(self.n_numbers + self.n_years)
    }

    /// Whether a cell of that class is one more value of a strong column.
    pub(super) const fn agrees(&self, class: Class) -> bool {
        match class {
            Class::Number | Class::Year | Class::Step => self.mostly(self.n_numbers + self.n_years + self.n_codes),
            Class::Date | Class::Period => self.mostly(self.n_dates + self.n_periods),
            Class::Bool => self.mostly(self.n_bools),
            Class::Code => self.mostly(self.n_codes + self.n_numbers),
            _ => false,
        }
    }
}

impl Body {
    /// The looks of those rows of a sample.
    pub(super) fn of<'s>(rows: impl Iterator<Item = &'s [Class]>, n_columns: usize) -> Self {
        let mut body = Self { columns: vec![Looks::default(); n_columns], n_rows: 0 };
        for row in rows {
            body.n_rows += 1;
            for (looks, class) in body.columns.iter_mut().zip(row) {
                looks.n_filled += usize::from(*class != Class::Blank);
                looks.n += usize::from(class.is_telling());
                match class {
                    Class::Number | Class::Step => looks.n_numbers += 1,
                    Class::Year => looks.n_years += 1,
                    Class::Date => looks.n_dates += 1,
                    Class::Period => looks.n_periods += 1,
                    Class::Bool => looks.n_bools += 1,
                    Class::Code => looks.n_codes += 1,
                    Class::Long => looks.n_long += 1,
                    Class::Blank | Class::Missing | Class::Text => {}
                }
            }
        }
        body
    }

    pub(super) fn looks(&self, column: usize) -> Looks {
        self.columns.get(column).cloned().unwrap_or_default()
    }
}
