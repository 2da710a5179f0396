//! Workbooks of `OpenDocument`. Repeats are kept as repeats until it is certain that they hold something and fit.
//!
//! Source: OASIS, *Open Document Format for Office Applications (`OpenDocument`)* 1.3, part 3, §9 and §19.

use super::budget::Budget;
use super::build::Builder;
use super::markup::{Markup, Tag, Token, push_literal, push_text};
use super::{Found, Listed, number};
use crate::data::container::zip::Package;
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// A cell as its tag states it.
#[derive(Debug)]
struct Head {
    kind: Vec<u8>,
    value: String,
    n_columns: u32,
    n_spanned_rows: u32,
    n_spanned_columns: u32,
    is_empty: bool,
}

/// A cell of the row that is being read, with the place of its text.
#[derive(Debug)]
struct Kept {
    column: u32,
    n_columns: u32,
    start: usize,
    end: usize,
    is_number: bool,
}

/// The row that is being read.
#[derive(Debug, Default)]
struct Row {
    line: u32,
    n_rows: u32,
    n_columns: u32,
    cells: Vec<Kept>,
    text: String,
}

/// Reads all sheets that hold cells.
#[inline(never)] // one function for all formats would be too large for a browser to make fast in time
pub(super) fn read(package: &Package, limits: &Limits) -> Result<Found, ReadError> {
    if let Some(manifest) = package.find("META-INF/manifest.xml") {
        let mut markup = Markup::new(package.unpack(manifest)?, limits.n_cell_bytes);
        loop {
            match markup.next()? {
                Token::Open(tag) if tag.name == b"encryption-data" => return Err(ReadError::Encrypted),
                Token::End => break,
                _ => {}
            }
        }
    }
    let content = package.find("content.xml").ok_or_else(|| ReadError::Damaged { what: "content.xml".into() })?;
    let mut markup = Markup::new(package.unpack(content)?, limits.n_cell_bytes);
    let mut budget = Budget::new(limits);
    let (mut style, mut hidden) = (String::new(), Vec::new());
    let mut found = Found::default();
    let mut n_sheets = 0;
    loop {
        let listed = match markup.next()? {
            Token::Open(tag) => match tag.name {
                b"style" => {
                    style = tag.value(b"name").unwrap_or_default();
                    continue;
                }
                b"table-properties" => {
                    if tag.raw(b"display") == Some(b"false") && hidden.len() < limits.n_entries {
                        hidden.push(std::mem::take(&mut style));
                    }
                    continue;
                }
                b"table" if !tag.is_empty => Listed {
                    name: tag.value(b"name").unwrap_or_default(),
                    is_hidden: tag.value(b"style-name").is_some_and(|style| hidden.contains(&style)),
                    ..Listed::default()
                },
                b"tracked-changes" | b"named-expressions" | b"database-ranges" if !tag.is_empty => {
                    markup.skip()?;
                    continue;
                }
                _ => continue,
            },
            Token::End => return Ok(found),
            _ => continue,
        };
        n_sheets += 1;
        if limits.n_sheets < n_sheets {
            let failure = Some(ReadError::TooManyParts { n_parts: n_sheets as u64, limit: limits.n_sheets as u64 });
            found.sheets.push(super::Sheet { failure, ..super::Sheet::default() });
            return Ok(found);
        }
        let mut builder = Builder::new(&mut budget);
        let grid = table(&mut markup, &mut builder).and_then(|()| builder.finish());
        // Where one table ends before its time, it is not known where the next one begins.
        let is_broken = grid.is_err();
        found.add(listed, grid);
        if is_broken {
            return Ok(found);
        }
    }
}

/// Reads a table whose tag was read.
fn table(markup: &mut Markup, builder: &mut Builder) -> Result<(), ReadError> {
    let mut row = Row::default();
    loop {
        let head = match markup.next()? {
            Token::Open(tag) => match tag.name {
                b"table-row" => {
                    let n_rows = tag.number(b"number-rows-repeated").unwrap_or(1);
                    if tag.is_empty {
                        row.line = row.line.saturating_add(n_rows);
                    }
                    row.n_rows = n_rows;
                    continue;
                }
                b"table-cell" | b"covered-table-cell" => Head::new(tag),
                b"table" | b"shapes" | b"forms" | b"named-expressions" if !tag.is_empty => {
                    markup.skip()?;
                    continue;
                }
                _ => continue,
            },
            Token::Close(b"table-row") => {
                row.push(builder)?;
                continue;
            }
            Token::Close(b"table") => return Ok(()),
            Token::End => return Err(ReadError::Damaged { what: "a table that does not end".into() }),
            _ => continue,
        };
        let start = row.text.len();
        if !head.is_empty {
            cell_text(markup, &mut row.text, builder.limits().n_cell_bytes)?;
        }
        row.take(&head, start, builder);
    }
}

/// Adds the paragraphs of a cell whose tag was read.
fn cell_text(markup: &mut Markup, text: &mut String, n_most: usize) -> Result<(), ReadError> {
    let start = text.len();
    let (mut depth, mut n_paragraphs, mut is_text) = (1_usize, 0, false);
    while 0 < depth {
        match markup.next()? {
            Token::Open(tag) => match tag.name {
                b"p" | b"h" => {
                    if 0 < n_paragraphs {
                        text.push('\n');
                    }
                    n_paragraphs += 1;
                    is_text = !tag.is_empty;
                    depth += usize::from(!tag.is_empty);
                }
                b"s" => {
                    let n = (tag.number(b"c").unwrap_or(1) as usize).min(n_most);
                    text.extend(std::iter::repeat_n(' ', n));
                    depth += usize::from(!tag.is_empty);
                }
                b"tab" => {
                    text.push('\t');
                    depth += usize::from(!tag.is_empty);
                }
                b"line-break" => {
                    text.push('\n');
                    depth += usize::from(!tag.is_empty);
                }
                // Notes, pictures, and tables within the cell are none of its text.
                b"annotation" | b"frame" | b"table" | b"custom-shape" | b"rect" | b"line" | b"g" if !tag.is_empty => {
                    markup.skip()?;
                }
                _ => depth += usize::from(!tag.is_empty),
            },
            Token::Close(name) => {
                depth -= 1;
                if matches!(name, b"p" | b"h") {
                    is_text = false;
                }
            }
            Token::Text(raw) if is_text => {
                let start = text.len();
                push_text(raw, text);
                // Line ends and tabs in the file itself are blanks.
                if text.get(start..).is_some_and(|piece| piece.contains(['\n', '\t'])) {
                    let piece = text.split_off(start).replace(['\n', '\t'], " ");
                    text.push_str(&piece);
                }
            }
            Token::Literal(raw) if is_text => push_literal(raw, text),
            Token::End => return Err(ReadError::Damaged { what: "a cell that does not end".into() }),
            _ => {}
        }
        if n_most < text.len() - start {
            return Err(ReadError::CellTooLong { limit: n_most as u64 });
        }
    }
    Ok(())
}

impl Head {
    fn new(tag: Tag) -> Self {
        let mut head = Self {
            kind: Vec::new(),
            value: String::new(),
            n_columns: 1,
            n_spanned_rows: 1,
            n_spanned_columns: 1,
            is_empty: tag.is_empty,
        };
        let number = |raw| super::markup::digits(raw).unwrap_or(1);
        for (name, raw) in tag.attributes() {
            match name {
                b"value-type" if head.kind.is_empty() => head.kind = raw.into(),
                b"value" | b"date-value" | b"time-value" | b"boolean-value" | b"string-value" => {
                    head.value.clear();
                    push_text(raw, &mut head.value);
                }
                b"number-columns-repeated" => head.n_columns = number(raw),
                b"number-columns-spanned" => head.n_spanned_columns = number(raw),
                b"number-rows-spanned" => head.n_spanned_rows = number(raw),
                _ => {}
            }
        }
        head
    }

    /// Puts the value in the place of the text that is shown. Whether it is a number.
    fn settle(&self, text: &mut String, start: usize) -> bool {
        let shown = text.get(start..).unwrap_or_default();
        // Errors are written as a number, 0, by some.
        if shown.starts_with("Err:") || is_error(shown) {
            return false;
        }
        let mut value = String::new();
        let is_number = match self.kind.as_slice() {
            b"float" | b"currency" | b"percentage" => number::push_raw(self.value.as_bytes(), &mut value),
            b"date" => {
                number::push_iso(&self.value, &mut value);
                false
            }
            b"time" => {
                number::push_duration(&self.value, &mut value);
                false
            }
            b"boolean" => {
                value.push_str(if self.value == "true" { "TRUE" } else { "FALSE" });
                false
            }
            _ if shown.is_empty() => {
                value.push_str(&self.value);
                false
            }
            _ => false,
        };
        if !value.is_empty() {
            text.truncate(start);
            text.push_str(&value);
        }
        is_number
    }
}

fn is_error(shown: &str) -> bool {
    matches!(shown, "#NULL!" | "#DIV/0!" | "#VALUE!" | "#REF!" | "#NAME?" | "#NUM!" | "#N/A")
}

impl Row {
    /// Takes in a cell whose shown text begins at `start`.
    fn take(&mut self, head: &Head, start: usize, builder: &mut Builder) {
        let is_number = head.settle(&mut self.text, start);
        let end = self.text.len();
        if start < end {
            self.cells.push(Kept { column: self.n_columns, n_columns: head.n_columns, start, end, is_number });
        }
        if 1 < head.n_spanned_columns || 1 < head.n_spanned_rows {
            let last_row = self.line.saturating_add(head.n_spanned_rows.max(1) - 1);
            let last_column = self.n_columns.saturating_add(head.n_spanned_columns.max(1) - 1);
            builder.merge(self.line, self.n_columns, last_row, last_column);
        }
        self.n_columns = self.n_columns.saturating_add(head.n_columns);
    }

    /// Puts the cells of the row into the grid, as often as the row is repeated.
    fn push(&mut self, builder: &mut Builder) -> Result<(), ReadError> {
        if !self.cells.is_empty() {
            let limits = builder.limits();
            let n_filled = self.cells.iter().map(|cell| u64::from(cell.n_columns)).sum::<u64>();
            if (limits.n_columns as u64) < n_filled {
                return Err(ReadError::TooManyColumns {
                    line: u64::from(self.line) + 1,
                    n_columns: n_filled.min(u32::MAX.into()) as usize,
                    limit: limits.n_columns,
                });
            }
            if limits.n_rows < self.n_rows as usize {
                return Err(ReadError::TooManyRows { limit: limits.n_rows });
            }
            builder.repeat(self.cells.len() as u64, n_filled * u64::from(self.n_rows))?;
            for row in self.line..self.line.saturating_add(self.n_rows) {
                for cell in &self.cells {
                    let text = self.text.get(cell.start..cell.end).unwrap_or_default();
                    for column in cell.column..cell.column.saturating_add(cell.n_columns) {
                        builder.push(row, column, text, cell.is_number)?;
                    }
                }
            }
        }
        self.line = self.line.saturating_add(self.n_rows);
        self.n_columns = 0;
        self.cells.clear();
        self.text.clear();
        Ok(())
    }
}
