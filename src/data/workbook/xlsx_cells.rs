//! The cells of a worksheet of Office Open XML. This is where the time goes: nothing is asked for but row, column,
//! style, type and value.

use super::build::Builder;
use super::format::Kind;
use super::markup::{Markup, Tag, Token, digits, push_literal, push_text};
use super::number;
use super::strings::unescape;
use super::xlsx::Shared;
use crate::data::issue::ReadError;

/// How the value of a cell is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Written {
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

#[derive(Debug, Default)]
struct Cell {
    row: u32,
    column: u32,
    style: usize,
    written: Written,
}

/// Reads the cells and the merged places of a sheet.
pub(super) fn read(markup: &mut Markup, shared: &Shared, builder: &mut Builder) -> Result<(), ReadError> {
    let n_most = builder.limits().n_cell_bytes;
    let (mut cell, mut raw, mut text) = (Cell::default(), String::new(), String::new());
    let (mut is_inside, mut is_value, mut is_cell) = (false, false, false);
    loop {
        match markup.next()? {
            Token::Open(tag) if is_inside => match tag.name {
                b"c" => {
                    cell.open(tag);
                    is_cell = !tag.is_empty;
                    raw.clear();
                    if tag.is_empty {
                        cell.column = cell.column.saturating_add(1);
                    }
                }
                b"v" | b"t" => is_value = is_cell && !tag.is_empty,
                b"row" => {
                    if let Some(row) = tag.number(b"r") {
                        cell.row = row.saturating_sub(1);
                    }
                    cell.column = 0;
                    if tag.is_empty {
                        cell.row = cell.row.saturating_add(1);
                    }
                }
                b"f" | b"rPh" | b"extLst" if !tag.is_empty => markup.skip()?,
                _ => {}
            },
            Token::Text(piece) if is_value => push_text(piece, &mut raw),
            Token::Literal(piece) if is_value => push_literal(piece, &mut raw),
            Token::Close(name) if is_inside => match name {
                b"v" | b"t" => is_value = false,
                b"c" => {
                    if !raw.is_empty() {
                        text.clear();
                        let is_number = cell.value(&raw, shared, &mut text)?;
                        builder.push(cell.row, cell.column, &text, is_number)?;
                    }
                    is_cell = false;
                    cell.column = cell.column.saturating_add(1);
                }
                b"row" => cell.row = cell.row.saturating_add(1),
                b"sheetData" => is_inside = false,
                _ => {}
            },
            Token::Open(tag) if tag.name == b"sheetData" => is_inside = !tag.is_empty,
            Token::Open(tag) if tag.name == b"mergeCell" => {
                let merge = tag.raw(b"ref").and_then(range);
                if let Some(((first_row, first_column), (last_row, last_column))) = merge {
                    builder.merge(first_row, first_column, last_row, last_column);
                }
            }
            Token::End if is_inside => return Err(ReadError::Damaged { what: "a sheet that does not end".into() }),
            Token::End => return Ok(()),
            _ => {}
        }
        if n_most < raw.len() {
            return Err(ReadError::CellTooLong { limit: n_most as u64 });
        }
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

    /// Adds the cell's value as text. Whether it is a number.
    fn value(&self, raw: &str, shared: &Shared, text: &mut String) -> Result<bool, ReadError> {
        match self.written {
            Written::Number => {
                let kind = shared.kinds.get(self.style).copied().unwrap_or_default();
                if kind == Kind::Number {
                    if number::push_raw(raw.as_bytes(), text) {
                        return Ok(true);
                    }
                } else if let Some(number) = number::parse(raw) {
                    return Ok(number::push_kind(number, kind, shared.is_1904, text));
                }
                text.push_str(raw);
            }
            Written::Shared => {
                let found = digits(raw.as_bytes()).and_then(|index| shared.strings.get(index));
                text.push_str(found.ok_or_else(|| ReadError::Damaged { what: "a text that is not there".into() })?);
            }
            Written::Text => text.push_str(unescape(raw).as_deref().unwrap_or(raw)),
            Written::Bool => text.push_str(match raw.trim() {
                "1" | "true" | "TRUE" => "TRUE",
                _ => "FALSE",
            }),
            Written::Error => text.push_str(raw.trim()),
            Written::Day => number::push_iso(raw, text),
        }
        Ok(false)
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
