//! Cells and shared texts written as nearly all programs write them, `<c r="B7" s="1" t="s"><v>12</v></c>`, read in one go.
//! Whatever stands there otherwise, or is not there as a whole yet, is left to who takes it tag by tag: both say the same.

use memchr::memchr;

use super::build::Builder;
use super::format::Kind;
use super::markup::{push_text, tag};
use super::number;
use super::strings::{Strings, unescape};
use super::xlsx::Shared;
use super::xlsx_cells::{Cell, Written};
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// Bytes of the longest number that is read here.
const N_NUMBER: usize = 32;

/// Reads rows and cells from the beginning of the bytes on; how many bytes they take.
///
/// # Errors
/// As [`Builder::push`].
#[inline(never)] // browsers put faster code in the place of a function when it is called, not while it runs
pub(super) fn cells(
    bytes: &[u8],
    cell: &mut Cell,
    text: &mut String,
    shared: &Shared,
    builder: &mut Builder,
) -> Result<usize, ReadError> {
    if builder.limits().n_cell_bytes < N_NUMBER {
        return Ok(0);
    }
    let mut rest = bytes;
    loop {
        let behind = match rest {
            [b'<', b'c', ..] => one(rest, cell, text, shared, builder)?,
            [b'<', b'/', b'r', b'o', b'w', b'>', behind @ ..] => {
                cell.row = cell.row.saturating_add(1);
                Some(behind)
            }
            [b'<', b'r', b'o', b'w', ..] => row(rest, cell),
            _ => None,
        };
        let Some(behind) = behind else { return Ok(bytes.len() - rest.len()) };
        rest = behind;
    }
}

/// Reads shared texts from the beginning of the bytes on; how many bytes they take.
///
/// # Errors
/// As [`Strings::push`].
#[inline(never)] // as above
pub(super) fn strings(bytes: &[u8], strings: &mut Strings, limits: &Limits) -> Result<usize, ReadError> {
    let mut rest = bytes;
    let mut text = String::new();
    loop {
        let Some((raw, behind)) = shared(rest).filter(|(raw, _)| raw.len() <= limits.n_cell_bytes / 3) else {
            return Ok(bytes.len() - rest.len());
        };
        let is_plain = !raw.iter().fold(false, |found, byte| found | matches!(byte, b'&' | b'\r' | b'_'));
        match std::str::from_utf8(raw) {
            Ok(raw) if is_plain => strings.push(raw, limits)?,
            _ => {
                text.clear();
                push_text(raw, &mut text);
                strings.push(unescape(&text).as_deref().unwrap_or(&text), limits)?;
            }
        }
        rest = behind;
    }
}

/// The shared text that begins the bytes, and what is behind it.
fn shared(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let inner = bytes.strip_prefix(b"<si><t")?;
    let inner = inner.strip_prefix(b">").or_else(|| inner.strip_prefix(br#" xml:space="preserve">"#))?;
    let (raw, behind) = inner.split_at_checked(memchr(b'<', inner)?)?;
    Some((raw, behind.strip_prefix(b"</t></si>")?))
}

/// Begins the row whose tag begins the bytes; what is behind it.
fn row<'a>(bytes: &'a [u8], cell: &mut Cell) -> Option<&'a [u8]> {
    let (inner, behind) = bytes.split_at_checked(memchr(b'>', bytes)?)?;
    let tag = tag(inner.strip_prefix(b"<").filter(|inner| inner.last() == Some(&b'"'))?);
    if tag.name != b"row" {
        return None;
    }
    cell.open_row(tag);
    behind.strip_prefix(b">")
}

/// Reads the cell that begins the bytes; what is behind it.
#[inline]
fn one<'a>(
    bytes: &'a [u8],
    cell: &mut Cell,
    text: &mut String,
    shared: &Shared,
    builder: &mut Builder,
) -> Result<Option<&'a [u8]>, ReadError> {
    let Some((head, inner)) = head(bytes, *cell) else { return Ok(None) };
    let behind = match (head.written, inner) {
        (_, Inner::Nothing(behind)) => behind,
        (Written::Shared, Inner::Something(inner)) => {
            let index = inner.strip_prefix(b"<v>").and_then(digits);
            let Some((index, behind)) = index.and_then(|(index, behind)| Some((index, end(behind)?))) else {
                return Ok(None);
            };
            builder.push_shared(head.row, head.column, index, &shared.strings)?;
            behind
        }
        (Written::Text, Inner::Something(inner)) => {
            let Some((raw, behind)) = inline(inner).filter(|(raw, _)| raw.len() <= builder.limits().n_cell_bytes / 3)
            else {
                return Ok(None);
            };
            text.clear();
            push_text(raw, text);
            builder.push(head.row, head.column, unescape(text).as_deref().unwrap_or(text), false)?;
            behind
        }
        (_, Inner::Something(inner)) => {
            let Some((raw, behind)) = inner.strip_prefix(b"<v>").and_then(number) else { return Ok(None) };
            let is_number = head.written == Written::Number;
            if is_number && number::is_plain(raw.as_bytes()) && kind(head, shared) == Kind::Number {
                builder.push(head.row, head.column, raw, true)?;
            } else {
                head.push(raw, text, shared, builder)?;
            }
            behind
        }
    };
    *cell = Cell { column: head.column.saturating_add(1), ..head };
    Ok(Some(behind))
}

fn kind(cell: Cell, shared: &Shared) -> Kind {
    shared.kinds.get(cell.style).copied().unwrap_or_default()
}

/// What is behind the tag of a cell, and whether it is in the cell.
enum Inner<'a> {
    Nothing(&'a [u8]),
    Something(&'a [u8]),
}

/// The cell whose tag begins the bytes. Where it does not say its place, it stands in that of `cell`.
#[inline]
fn head(bytes: &[u8], cell: Cell) -> Option<(Cell, Inner<'_>)> {
    let mut head = Cell { style: 0, written: Written::Number, ..cell };
    let mut rest = bytes.strip_prefix(b"<c")?;
    loop {
        rest = match rest {
            [b' ', b'r', b'=', b'"', behind @ ..] => {
                let (column, behind) = letters(behind)?;
                let (row, behind) = digits(behind)?;
                (head.row, head.column) = (row.checked_sub(1)?, column.checked_sub(1)?);
                behind.strip_prefix(b"\"")?
            }
            [b' ', b't', b'=', b'"', b's', b'"', behind @ ..] => {
                head.written = Written::Shared;
                behind
            }
            [b' ', b's', b'=', b'"', behind @ ..] => {
                let (style, behind) = digits(behind)?;
                head.style = style as usize;
                behind.strip_prefix(b"\"")?
            }
            [b' ', b't', b'=', b'"', b'n', b'"', behind @ ..] => {
                head.written = Written::Number;
                behind
            }
            [b' ', b't', b'=', b'"', b'b', b'"', behind @ ..] => {
                head.written = Written::Bool;
                behind
            }
            [b'>', behind @ ..] => return Some((head, Inner::Something(behind))),
            [b'/', b'>', behind @ ..] => return Some((head, Inner::Nothing(behind))),
            _ => {
                head.written = Written::Text;
                rest.strip_prefix(br#" t="inlineStr""#)?
            }
        }
    }
}

/// The number of the column whose letters begin the bytes, from 1, and what is behind them.
#[inline]
fn letters(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut column = 0;
    for (n, byte) in bytes.iter().take(4).enumerate() {
        let letter = byte.wrapping_sub(b'A');
        if 25 < letter {
            return Some((column, bytes.get(n..)?));
        }
        column = column * 26 + u32::from(letter) + 1;
    }
    None
}

/// The number of at most nine digits that begins the bytes, and what is behind it.
#[inline]
fn digits(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = 0_u32;
    for (n, byte) in bytes.iter().take(10).enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if 9 < digit {
            return if n == 0 { None } else { Some((number, bytes.get(n..)?)) };
        }
        number = number.wrapping_mul(10).wrapping_add(u32::from(digit));
    }
    None
}

/// The number, not looked at closely, that begins the bytes and ends with its cell; what is behind that.
#[inline]
fn number(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let n =
        bytes.iter().take(N_NUMBER).position(|byte| !matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'E' | b'e'))?;
    let (raw, behind) = bytes.split_at_checked(n)?;
    Some((std::str::from_utf8(raw).ok().filter(|raw| !raw.is_empty())?, end(behind)?))
}

/// The text within a cell, with entities, and what is behind the cell.
fn inline(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let inner = bytes.strip_prefix(b"<is><t")?;
    let inner = inner.strip_prefix(b">").or_else(|| inner.strip_prefix(br#" xml:space="preserve">"#))?;
    let (raw, behind) = inner.split_at_checked(memchr(b'<', inner).filter(|n| *n != 0)?)?;
    Some((raw, behind.strip_prefix(b"</t></is></c>")?))
}

/// What is behind a cell whose value ends here.
#[inline]
fn end(bytes: &[u8]) -> Option<&[u8]> {
    bytes.strip_prefix(b"</v></c>")
}
