//! The cells of a worksheet of Office Open XML. This is where the time goes: nothing is asked for but row, column,
//! style, type and value.

use super::build::Builder;
use super::format::Kind;
use super::markup::{Markup, Tag, Token, digits, push_literal, push_text};
use super::strings::unescape;
use super::xlsx::Shared;
use super::{number, xlsx_plain};
use crate::data::issue::ReadError;

/// How the value of a cell is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Written {
    #[default]
    Number,
    /// As the number of a shared text.
    Shared,
    Text,
    Bool,
    Error,
    /// As ISO 8601 has it.
    Day,
}

/// The cell that is being read, or where the next one stands unless it says so itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) style: usize,
    pub(super) written: Written,
}

/// Where in a sheet the reading stands.
#[derive(Debug, Default)]
struct Reader {
    cell: Cell,
    raw: String,
    text: String,
    /// Whether it stands among the rows.
    is_inside: bool,
    is_cell: bool,
    is_value: bool,
}

/// Reads the cells and the merged places of a sheet.
pub(super) fn read(markup: &mut Markup, shared: &Shared, builder: &mut Builder) -> Result<(), ReadError> {
    let mut reader = Reader::default();
    while reader.step(markup, shared, builder)? {}
    Ok(())
}

impl Reader {
    /// Reads what is written plainly, and the tag or text behind it. Whether there may be more.
    #[inline(never)] // as `xlsx_plain::cells`
    fn step(&mut self, markup: &mut Markup, shared: &Shared, builder: &mut Builder) -> Result<bool, ReadError> {
        let n_most = builder.limits().n_cell_bytes;
        if self.is_inside && !self.is_cell && !self.is_value {
            let n = xlsx_plain::cells(markup.ahead(), &mut self.cell, &mut self.text, shared, builder)?;
            markup.pass(n);
        }
        match markup.next()? {
            Token::Open(tag) if self.is_inside => match tag.name {
                b"c" => {
                    self.cell.open(tag);
                    self.is_cell = !tag.is_empty;
                    self.raw.clear();
                    if tag.is_empty {
                        self.cell.column = self.cell.column.saturating_add(1);
                    }
                }
                b"v" | b"t" => self.is_value = self.is_cell && !tag.is_empty,
                b"row" => {
                    self.cell.open_row(tag);
                    if tag.is_empty {
                        self.cell.row = self.cell.row.saturating_add(1);
                    }
                }
                b"f" | b"rPh" | b"extLst" if !tag.is_empty => markup.skip()?,
                _ => {}
            },
            Token::Text(piece) if self.is_value => push_text(piece, &mut self.raw),
            Token::Literal(piece) if self.is_value => push_literal(piece, &mut self.raw),
            Token::Close(name) if self.is_inside => match name {
                b"v" | b"t" => self.is_value = false,
                b"c" => {
                    if !self.raw.is_empty() {
                        self.cell.push(&self.raw, &mut self.text, shared, builder)?;
                        self.raw.clear();
                    }
                    self.is_cell = false;
                    self.cell.column = self.cell.column.saturating_add(1);
                }
                b"row" => self.cell.row = self.cell.row.saturating_add(1),
                b"sheetData" => self.is_inside = false,
                _ => {}
            },
            Token::Open(tag) if tag.name == b"sheetData" => self.is_inside = !tag.is_empty,
            Token::Open(tag) if tag.name == b"mergeCell" => {
                let merge = tag.raw(b"ref").and_then(range);
                if let Some(((first_row, first_column), (last_row, last_column))) = merge {
                    builder.merge(first_row, first_column, last_row, last_column);
                }
            }
            Token::End if self.is_inside => {
                return Err(ReadError::Damaged { what: "a sheet that does not end".into() });
            }
            Token::End => return Ok(false),
            _ => {}
        }
        if n_most < self.raw.len() {
            return Err(ReadError::CellTooLong { limit: n_most as u64 });
        }
        Ok(true)
    }
}

impl Cell {
    fn open(&mut self, tag: Tag) {
        (self.style, self.written) = (0, Written::Number);
        for (name, value) in tag.attributes() {
            match name {
                b"r" => {
                    if let Some((row, column)) = place(value) {
                        (self.row, self.column) = (row, column);
                    }
                }
                b"s" => self.style = digits(value).unwrap_or(0) as usize,
                b"t" => {
                    self.written = match value {
                        b"s" => Written::Shared,
                        b"str" | b"inlineStr" => Written::Text,
                        b"b" => Written::Bool,
                        b"e" => Written::Error,
                        b"d" => Written::Day,
                        _ => Written::Number,
                    }
                }
                _ => {}
            }
        }
    }

    /// Begins the row of that tag.
    pub(super) fn open_row(&mut self, tag: Tag) {
        if let Some(row) = tag.number(b"r") {
            self.row = row.saturating_sub(1);
        }
        self.column = 0;
    }

    /// Puts the cell into the grid. `text` is room for what its value comes to.
    pub(super) fn push(
        &self,
        raw: &str,
        text: &mut String,
        shared: &Shared,
        builder: &mut Builder,
    ) -> Result<(), ReadError> {
        if self.written == Written::Shared {
            // No file holds as many texts as the largest number.
            let index = digits(raw.as_bytes()).unwrap_or(u32::MAX);
            return builder.push_shared(self.row, self.column, index, &shared.strings);
        }
        text.clear();
        let is_number = self.value(raw, shared, text);
        builder.push(self.row, self.column, text, is_number)
    }

    /// Adds the cell's value as text. Whether it is a number.
    fn value(&self, raw: &str, shared: &Shared, text: &mut String) -> bool {
        match self.written {
            Written::Number | Written::Shared => {
                let kind = shared.kinds.get(self.style).copied().unwrap_or_default();
                if kind == Kind::Number {
                    if number::push_raw(raw.as_bytes(), text) {
                        return true;
                    }
                } else if let Some(number) = number::parse(raw) {
                    return number::push_kind(number, kind, shared.is_1904, text);
                }
                text.push_str(raw);
            }
            Written::Text => text.push_str(unescape(raw).as_deref().unwrap_or(raw)),
            Written::Bool => text.push_str(match raw.trim() {
                "1" | "true" | "TRUE" => "TRUE",
                _ => "FALSE",
            }),
            Written::Error => text.push_str(raw.trim()),
            Written::Day => number::push_iso(raw, text),
        }
        false
    }
}

/// Row and column of a place such as `B7`, from 0.
fn place(name: &[u8]) -> Option<(u32, u32)> {
    let (mut row, mut column) = (0_u32, 0_u32);
    for byte in name {
        match byte {
            b'A'..=b'Z' => column = column.saturating_mul(26).saturating_add(u32::from(byte - b'A') + 1),
            b'a'..=b'z' => column = column.saturating_mul(26).saturating_add(u32::from(byte - b'a') + 1),
            b'0'..=b'9' => row = row.saturating_mul(10).saturating_add(u32::from(byte - b'0')),
            b'$' => {}
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

fn range(name: &[u8]) -> Option<((u32, u32), (u32, u32))> {
    let colon = name.iter().position(|byte| *byte == b':')?;
    Some((place(name.get(..colon)?)?, place(name.get(colon + 1..)?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        assert_eq!(place(b"A1"), Some((0, 0)));
        assert_eq!(place(b"XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(place(b"$AA$10"), Some((9, 26)));
        assert_eq!(place(b"R1C1:"), None);
        assert_eq!(place(b"ZZZZZZZZZZZZ9"), Some((8, u32::MAX - 1)));
        assert_eq!(range(b"A1:C2"), Some(((0, 0), (1, 2))));
    }
}
