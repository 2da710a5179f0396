//! Binary workbooks of parts (`.xlsb`): records of a number, a length and bytes.
//!
//! Source: Microsoft, *[MS-XLSB]: Excel (.xlsb) Binary File Format*, §2.3 and §2.4.

use std::collections::BTreeSet;

use super::budget::Budget;
use super::build::Builder;
use super::format::{self, Kind};
use super::number;
use super::parts::Parts;
use super::strings::Strings;
use super::xls_cells::{error_name, rk};
use super::xlsx::Shared;
use super::{Found, Listed};
use crate::data::container::bytes::{f64_at, slice_at, u8_at, u16_at, u32_at};
use crate::data::container::zip::{Entry, Package, Unpacked};
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// Records of a part that is being unpacked.
struct Records<'a> {
    source: Unpacked<'a>,
    buffer: Vec<u8>,
    at: usize,
    end: usize,
    n_most: usize,
}

/// Reads all sheets that hold cells.
#[inline(never)] // one function for all formats would be too large for a browser to make fast in time
pub(super) fn read(package: &Package, limits: &Limits) -> Result<Found, ReadError> {
    let parts = Parts::open(package, limits, "xl/workbook.bin")?;
    let (listed, is_1904) = sheets(&parts)?;
    let mut shared = Shared { is_1904, ..Shared::default() };
    if let Some(entry) = parts.entry("styles", "styles.bin") {
        shared.kinds = kinds(&mut records(&parts, entry)?)?;
    }
    if let Some(entry) = parts.entry("sharedStrings", "sharedStrings.bin") {
        shared.strings = strings(&mut records(&parts, entry)?, limits)?;
    }
    let mut budget = Budget::new(limits);
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for sheet in found.within(listed, limits) {
        let Some(relation) = parts.relations.iter().find(|relation| relation.id == sheet.part) else { continue };
        if relation.kind != "worksheet" {
            continue;
        }
        let entry = parts.package.find(&relation.target).filter(|entry| seen.insert(entry.name.as_str()));
        let entry = entry.ok_or_else(|| ReadError::Damaged { what: relation.target.clone() });
        let grid = entry.and_then(|entry| {
            let mut builder = Builder::new(&mut budget);
            cells(&mut records(&parts, entry)?, &shared, &mut builder)?;
            builder.finish()
        });
        found.add(sheet, grid);
    }
    Ok(found)
}

fn records<'a>(parts: &Parts<'a>, entry: &Entry) -> Result<Records<'a>, ReadError> {
    // Two bytes a letter, and what stands around the text.
    let n_most = 2 * parts.limits.n_cell_bytes + 1_024;
    Ok(Records { source: parts.package.unpack(entry)?, buffer: vec![0; 1 << 17], at: 0, end: 0, n_most })
}

fn sheets(parts: &Parts) -> Result<(Vec<Listed>, bool), ReadError> {
    let entry =
        parts.package.find(&parts.workbook).ok_or_else(|| ReadError::Damaged { what: parts.workbook.clone() })?;
    let mut records = records(parts, entry)?;
    let (mut listed, mut is_1904) = (Vec::new(), false);
    while let Some((kind, data)) = records.next()? {
        match kind {
            153 => is_1904 = u32_at(data, 0).is_some_and(|flags| flags & 1 != 0),
            156 => {
                let part = wide_text(data, 8);
                let n_part = u32_at(data, 8).filter(|n| *n != u32::MAX).unwrap_or(0) as usize;
                let name = wide_text(data, n_part.saturating_mul(2).saturating_add(12));
                if let (Some(part), Some(name)) = (part, name) {
                    let is_hidden = u32_at(data, 0).is_some_and(|state| state != 0);
                    listed.push(Listed { name, is_hidden, part, start: 0 });
                }
            }
            144 => break,                                        // the end of the list
            _ if parts.limits.n_entries < listed.len() => break, // more than are read in any case
            _ => {}
        }
    }
    Ok((listed, is_1904))
}

fn kinds(records: &mut Records) -> Result<Vec<Kind>, ReadError> {
    let mut codes: Vec<(u16, Kind)> = Vec::new();
    let mut kinds = Vec::new();
    let mut is_inside = false;
    while let Some((kind, data)) = records.next()? {
        match kind {
            44 => {
                if let (Some(id), Some(code)) = (u16_at(data, 0), wide_text(data, 2)) {
                    codes.push((id, format::kind(&code)));
                }
            }
            617 => {
                is_inside = true;
                codes.sort_unstable_by_key(|(id, _)| *id);
            }
            618 => break,
            47 if is_inside => {
                let id = u16_at(data, 2).unwrap_or(0);
                let stated = codes.binary_search_by_key(&id, |(id, _)| *id).ok().and_then(|at| codes.get(at));
                kinds.push(stated.map_or_else(|| format::built_in(id.into()), |(_, kind)| *kind));
            }
            _ => {}
        }
    }
    Ok(kinds)
}

fn strings(records: &mut Records, limits: &Limits) -> Result<Strings, ReadError> {
    let mut strings = Strings::default();
    while let Some((kind, data)) = records.next()? {
        if kind == 19 {
            strings.push(&wide_text(data, 1).unwrap_or_default(), limits)?;
        }
    }
    Ok(strings)
}

fn cells(records: &mut Records, shared: &Shared, builder: &mut Builder) -> Result<(), ReadError> {
    let mut row = 0;
    let mut text = String::new();
    while let Some((kind, data)) = records.next()? {
        if kind == 0 {
            row = u32_at(data, 0).unwrap_or(u32::MAX);
            continue;
        }
        if kind == 176 {
            if let (Some(first), Some(last), Some(left), Some(right)) =
                (u32_at(data, 0), u32_at(data, 4), u32_at(data, 8), u32_at(data, 12))
            {
                builder.merge(first, left, last, right);
            }
            continue;
        }
        if !matches!(kind, 2..=11 | 62) {
            continue;
        }
        text.clear();
        let Some((column, is_number)) = cell(kind, data, shared, &mut text) else {
            return Err(ReadError::Damaged { what: "a cell that is cut short".into() });
        };
        if 0x0010_0000 <= row {
            return Err(ReadError::Damaged { what: "a row that no sheet has".into() });
        }
        builder.push(row, column, &text, is_number)?;
    }
    Ok(())
}

/// The column of a cell, whether it is a number, and its text into `text`.
fn cell(kind: u16, data: &[u8], shared: &Shared, text: &mut String) -> Option<(u32, bool)> {
    let column = u32_at(data, 0)?;
    let style = (u32_at(data, 4)? & 0x00FF_FFFF) as usize;
    let format = shared.kinds.get(style).copied().unwrap_or_default();
    let is_number = match kind {
        2 => number::push_kind(rk(u32_at(data, 8)?), format, shared.is_1904, text),
        5 | 9 => number::push_kind(f64_at(data, 8)?, format, shared.is_1904, text),
        _ => {
            match kind {
                3 | 11 => text.push_str(error_name(u8_at(data, 8)?)),
                4 | 10 => text.push_str(if u8_at(data, 8)? == 0 { "FALSE" } else { "TRUE" }),
                7 => text.push_str(shared.strings.get(u32_at(data, 8)?)?),
                62 => text.push_str(&wide_text(data, 9)?),
                _ => text.push_str(&wide_text(data, 8)?),
            }
            false
        }
    };
    Some((column, is_number))
}

/// A text of two bytes a letter behind its length.
fn wide_text(data: &[u8], at: usize) -> Option<String> {
    let n = u32_at(data, at)?;
    if n == u32::MAX {
        return Some(String::new()); // none
    }
    let bytes = slice_at(data, at + 4, (n as usize).checked_mul(2)?)?;
    let units = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    Some(char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

impl Records<'_> {
    /// The next record. One that is longer than any cell comes without its bytes.
    fn next(&mut self) -> Result<Option<(u16, &[u8])>, ReadError> {
        if !self.has(1)? {
            return Ok(None);
        }
        let mut kind = u16::from(self.byte()?);
        if kind & 0x80 != 0 {
            kind = (kind & 0x7F) | (u16::from(self.byte()? & 0x7F) << 7);
        }
        let mut n = 0_usize;
        for place in 0..4 {
            let byte = self.byte()?;
            n |= usize::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        if self.n_most < n {
            while 0 < n {
                let step = n.min(1 << 16);
                if !self.has(step)? {
                    return Err(cut_short());
                }
                self.at += step;
                n -= step;
            }
            return Ok(Some((kind, b"")));
        }
        if !self.has(n)? {
            return Err(cut_short());
        }
        self.at += n;
        Ok(Some((kind, slice_at(&self.buffer, self.at - n, n).unwrap_or_default())))
    }

    fn byte(&mut self) -> Result<u8, ReadError> {
        if !self.has(1)? {
            return Err(cut_short());
        }
        self.at += 1;
        u8_at(&self.buffer, self.at - 1).ok_or_else(cut_short)
    }

    /// Whether so many bytes are there; unpacks them if need be.
    fn has(&mut self, n: usize) -> Result<bool, ReadError> {
        while self.end - self.at < n {
            self.buffer.copy_within(self.at..self.end, 0);
            self.end -= self.at;
            self.at = 0;
            if self.buffer.len() < n {
                self.buffer.resize(n.next_power_of_two(), 0);
            }
            match self.source.read(self.buffer.get_mut(self.end..).unwrap_or_default())? {
                0 => return Ok(false),
                more => self.end += more,
            }
        }
        Ok(true)
    }
}

fn cut_short() -> ReadError {
    ReadError::Damaged { what: "a record that is cut short".into() }
}
