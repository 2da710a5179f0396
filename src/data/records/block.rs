//! Deals by blocks of rows, so that each column is gone through at once; a row with a fault is left to those who read rows.

use std::ops::Range;

use chrono::NaiveDate;

use super::columns::{Cell, Stated, Values};
use super::row::{Row, Text};
use super::rows::Rows;
use crate::data::roles::Kind;
use crate::engine::records::{ForecastCategory, Outcome};
use crate::engine::units::Decimal;

/// Rows of a block at most. Tests see many blocks.
const N_ROWS: usize = if cfg!(test) { 4 } else { 1_024 };

/// Reads the rows of a table of deals block by block.
pub(super) struct Blocks<'r, 'a> {
    rows: &'r Rows<'a>,
    /// Of the block that is read.
    first_row: usize,
    ids: Vec<&'a str>,
    /// In the order of the shape; empty for a field that no column has. So are numbers and days.
    symbols: Vec<Vec<u32>>,
    numbers: Vec<Vec<Option<Decimal>>>,
    days: Vec<Vec<Option<NaiveDate>>>,
    outcomes: Vec<Outcome>,
    /// Empty without a column.
    categories: Vec<Option<ForecastCategory>>,
    /// Whether a row is to be read by itself.
    is_odd: Vec<bool>,
    /// Symbols of the column that is read.
    column: Vec<u32>,
}

/// Rows in a run, each of which becomes a record, or of each of which that is to be asked.
pub(super) enum Run<'b, 'a> {
    Plain(Block<'b, 'a>),
    Odd(Range<usize>),
}

/// Deals, column by column.
#[derive(Clone, Copy)]
pub(in crate::data) struct Block<'b, 'a> {
    blocks: &'b Blocks<'b, 'a>,
    /// Places in what was read.
    start: usize,
    end: usize,
}

/// The texts of a block's column.
#[derive(Clone, Copy)]
pub(in crate::data) struct Texts<'b, 'a> {
    /// One for each record; `None` if no column has the field, so that all texts are empty.
    pub(in crate::data) symbols: Option<&'b [u32]>,
    values: Option<&'b Values<'a, &'a str>>,
}

impl<'r, 'a> Blocks<'r, 'a> {
    /// Of a table of deals with a column of ids; `None` for others.
    pub(super) fn new(rows: &'r Rows<'a>, kind: Kind) -> Option<Self> {
        (kind == Kind::Deals && rows.key_texts().is_some()).then(|| Self {
            rows,
            first_row: 0,
            ids: Vec::new(),
            symbols: rows.texts.iter().map(|_| Vec::new()).collect(),
            numbers: rows.numbers.iter().map(|_| Vec::new()).collect(),
            days: rows.days.iter().map(|_| Vec::new()).collect(),
            outcomes: Vec::new(),
            categories: Vec::new(),
            is_odd: Vec::new(),
            column: Vec::new(),
        })
    }

    /// Reads the rows from one on, but for those that are left aside; answers where the next block begins.
    pub(super) fn read(&mut self, start: usize, is_left: impl Fn(usize) -> bool) -> usize {
        let rows = start..self.rows.table.lines.len().min(start + N_ROWS);
        self.first_row = start;
        self.is_odd.clear();
        self.is_odd.extend(rows.clone().map(is_left));
        let Self { rows: read, symbols, ids, is_odd, numbers, days, column, .. } = self;
        for (values, symbols) in read.texts.iter().zip(symbols) {
            copy(values, rows.clone(), symbols, is_odd);
        }
        for (values, numbers) in read.numbers.iter().zip(numbers) {
            take_values(values, rows.clone(), numbers, is_odd, column);
        }
        for (values, days) in read.days.iter().zip(days) {
            take_values(values, rows.clone(), days, is_odd, column);
        }
        ids.clear();
        if let (Some(texts), Some(symbols)) = (read.texts.first(), self.symbols.first()) {
            ids.extend(symbols.iter().map(|symbol| texts.of_symbol(*symbol).unwrap_or_default()));
        }
        for (id, is_odd) in ids.iter().zip(is_odd) {
            *is_odd |= id.is_empty(); // it is made up
        }
        self.take_outcomes(rows.clone());
        rows.end
    }

    fn take_outcomes(&mut self, rows: Range<usize>) {
        let Self { rows: read, outcomes, categories, is_odd, column, .. } = self;
        let n = rows.len();
        categories.clear();
        if read.forecast_categories.is_there() {
            copy(&read.forecast_categories, rows.clone(), column, is_odd);
            categories.extend(column.iter().map(|symbol| match read.forecast_categories.of_symbol(*symbol) {
                Some(Stated::Is(category)) => Some(category),
                _ => None,
            }));
        }
        copy(&read.stages, rows.clone(), column, is_odd);
        outcomes.clear();
        if read.said.is_there() || !categories.is_empty() || column.is_empty() {
            let category = |place: usize| categories.get(place).copied().flatten();
            outcomes.extend((0..n).map(|place| read.outcome(rows.start + place, category(place))));
        } else {
            // Mostly it is the stage that says it.
            let open = Outcome::default();
            outcomes.extend(column.iter().map(|symbol| read.stages.of_symbol(*symbol).unwrap_or(open)));
        }
        let ([amounts, ..], [_, closed, ..]) = (self.numbers.as_slice(), self.days.as_slice()) else { return };
        for ((outcome, is_odd), amount) in outcomes.iter().zip(is_odd.iter_mut()).zip(amounts) {
            *is_odd |= *outcome == Outcome::Won && amount.is_none();
        }
        for ((outcome, is_odd), day) in outcomes.iter().zip(is_odd.iter_mut()).zip(closed) {
            *is_odd |= *outcome == Outcome::Won && day.is_none();
        }
    }

    /// The rows that were read, in order.
    pub(super) fn runs(&self) -> impl Iterator<Item = Run<'_, 'a>> {
        let mut end = 0;
        self.is_odd.chunk_by(|one, next| one == next).map(move |run| {
            let start = end;
            end += run.len();
            match run {
                [true, ..] => Run::Odd(self.first_row + start..self.first_row + end),
                _ => Run::Plain(Block { blocks: self, start, end }),
            }
        })
    }
}

/// Copies the symbols of a column's cells, none without a column.
fn copy<T: Copy>(values: &Values<'_, T>, rows: Range<usize>, symbols: &mut Vec<u32>, is_odd: &mut [bool]) {
    let n = rows.len();
    values.copy_symbols(rows, symbols);
    if values.is_there() && symbols.len() != n {
        symbols.resize(n, 0);
        is_odd.fill(true); // the column ends before its table does
    }
}

fn take_values<T: Copy>(
    values: &Values<'_, Cell<T>>,
    rows: Range<usize>,
    taken: &mut Vec<Option<T>>,
    is_odd: &mut [bool],
    symbols: &mut Vec<u32>,
) {
    copy(values, rows, symbols, is_odd);
    taken.clear();
    taken.extend(symbols.iter().zip(is_odd).map(|(symbol, is_odd)| match values.of_symbol(*symbol) {
        Some(Cell::Is(value)) => Some(value),
        Some(Cell::Wrong(_)) => {
            *is_odd = true;
            None
        }
        Some(Cell::Blank) | None => None,
    }));
}

impl<'b, 'a> Block<'b, 'a> {
    /// How many records.
    pub(in crate::data) fn n(&self) -> usize {
        self.end - self.start
    }

    /// The rows of the table.
    pub(super) fn rows(&self) -> Range<usize> {
        self.blocks.first_row + self.start..self.blocks.first_row + self.end
    }

    /// The records' part of a column; `None` without a column.
    fn part<T>(&self, column: Option<&'b Vec<T>>) -> Option<&'b [T]> {
        column?.get(self.start..self.end)
    }

    /// Each record's id.
    pub(in crate::data) fn ids(&self) -> &'b [&'a str] {
        self.part(Some(&self.blocks.ids)).unwrap_or_default()
    }

    /// The texts in a place of the shape.
    pub(in crate::data) fn texts(&self, place: usize) -> Texts<'b, 'a> {
        let symbols = self.part(self.blocks.symbols.get(place));
        Texts { symbols, values: self.blocks.rows.texts.get(place) }
    }

    /// The numbers in a place of the shape; `None` without a column.
    pub(in crate::data) fn numbers(&self, place: usize) -> Option<&'b [Option<Decimal>]> {
        self.part(self.blocks.numbers.get(place))
    }

    /// The days in a place of the shape; `None` without a column.
    pub(in crate::data) fn days(&self, place: usize) -> Option<&'b [Option<NaiveDate>]> {
        self.part(self.blocks.days.get(place))
    }

    /// Each record's outcome.
    pub(in crate::data) fn outcomes(&self) -> &'b [Outcome] {
        self.part(Some(&self.blocks.outcomes)).unwrap_or_default()
    }

    /// What forecasters say; `None` without a column.
    pub(in crate::data) fn categories(&self) -> Option<&'b [Option<ForecastCategory>]> {
        self.part(Some(&self.blocks.categories))
    }

    /// One of the records.
    pub(in crate::data) fn row(&self, place: usize) -> Row<'a> {
        let mut row = Row::default();
        for (at, text) in row.texts.iter_mut().enumerate() {
            *text = self.texts(at).get(place);
        }
        for (at, number) in row.numbers.iter_mut().enumerate() {
            *number = self.numbers(at).and_then(|numbers| numbers.get(place).copied()?);
        }
        for (at, day) in row.days.iter_mut().enumerate() {
            *day = self.days(at).and_then(|days| days.get(place).copied()?);
        }
        row.outcome = self.outcomes().get(place).copied().unwrap_or_default();
        row.forecast_category = self.categories().and_then(|categories| categories.get(place).copied()?);
        row
    }
}

impl<'a> Texts<'_, 'a> {
    /// The text of a symbol.
    pub(in crate::data) fn of_symbol(&self, symbol: u32) -> Text<'a> {
        let text = self.values.and_then(|values| values.of_symbol(symbol)).unwrap_or_default();
        Text { text, symbol }
    }

    /// The text of a record; empty without a column.
    fn get(&self, place: usize) -> Text<'a> {
        let symbol = self.symbols.and_then(|symbols| symbols.get(place));
        symbol.map_or_else(Text::default, |symbol| self.of_symbol(*symbol))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::records::columns::Columns;
    use crate::data::{Limits, guess, read_all};

    /// Rows of blocks, and rows that are read by themselves, from where to where.
    fn runs(text: &str) -> Vec<(&'static str, Range<usize>)> {
        let tables = read_all("deals.csv", text.as_bytes(), Limits::default()).unwrap();
        let mappings = guess(&tables);
        let (table, mapping) = (&tables[0], &mappings[0]);
        let rows = Rows::new(&Columns { table, mapping, corrected: table.columns.iter().collect() });
        let Some(mut blocks) = Blocks::new(&rows, mapping.kind) else { return Vec::new() };
        let (mut found, mut start) = (Vec::new(), 0);
        while start < table.lines.len() {
            start = blocks.read(start, |row| row == 9);
            found.extend(blocks.runs().map(|run| match run {
                Run::Plain(block) => {
                    for (place, row) in block.rows().enumerate() {
                        let mut made = String::new();
                        assert_eq!(rows.read(row, &mut made).unwrap(), block.row(place));
                    }
                    ("block", block.rows())
                }
                Run::Odd(rows) => ("rows", rows),
            }));
        }
        found
    }

    #[test]
    fn rows_without_a_fault_come_in_blocks() {
        let text = "deal id,rep,stage,amount,close date\n1,Ann,Won,10,2026-05-01\n2,Ann,Lost,,2026-05-02\n\
                    3,Bob,Won,30,2026-05-03\n4,Bob,Open,40,\n5,Bob,Won,50,2026-05-05\n6,Bob,Won,,2026-05-05\n\
                    7,Ann,Open,oops,2026-05-06\n8,Ann,Open,80,2026-05-06\n,Ann,Open,90,2026-05-07\n\
                    10,Ann,Open,100,2026-05-07\n11,Ann,Open,110,2026-05-08\n12,Ann,Won,120,\n13,Ann,Open,,\n";
        let expected = [
            ("block", 0..4),
            ("block", 4..5),
            ("rows", 5..7),
            ("block", 7..8),
            ("rows", 8..10),
            ("block", 10..11),
            ("rows", 11..12),
            ("block", 12..13),
        ];
        assert_eq!(runs(text), expected);
        let without_ids = "rep,stage,amount,close date\nAnn,Won,10,2026-05-01\nBob,Won,20,2026-05-02\n";
        assert!(runs(without_ids).is_empty());
    }
}
