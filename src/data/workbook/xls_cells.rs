//! The cells of a sheet of an old binary workbook.
//!
//! Source: Microsoft, *[MS-XLS]: Excel Binary File Format (.xls) Structure*, §2.4.

use super::build::Builder;
use super::number;
use super::xls::{Globals, Records};
use crate::data::container::bytes::{f64_at, u8_at, u16_at, u32_at};
use crate::data::issue::ReadError;

/// Reads the cells and the merged places of a sheet, whose records begin with the next one.
pub(super) fn read(records: Records, globals: &Globals, builder: &mut Builder) -> Result<(), ReadError> {
    let mut depth = 0_usize;
    let mut text = String::new();
    // Where the text belongs that comes as the result of a formula.
    let mut pending = None;
    let mut is_closed = false;
    for (kind, data) in records {
        match kind {
            0x0809 => depth += 1,
            0x000A => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    is_closed = true;
                    break;
                }
            }
            // Charts within the sheet have cells of their own.
            _ if depth != 1 => {}
            0x00BD => several(data, globals, builder, &mut text).unwrap_or_else(|| Err(cut_short()))?,
            0x00E5 => merges(data, builder),
            0x0207 => {
                if let Some((row, column)) = pending.take() {
                    let text = globals.script.text(data, 0, false).ok_or_else(cut_short)?;
                    builder.push(row, column, &text, false)?;
                }
            }
            0x0006 | 0x0203 | 0x0204 | 0x0205 | 0x00D6 | 0x00FD | 0x027E => {
                text.clear();
                let (row, column) = place(data).ok_or_else(cut_short)?;
                pending = (kind == 0x0006).then_some((row, column));
                let is_number = cell(kind, data, globals, &mut text).ok_or_else(cut_short)?;
                builder.push(row, column, &text, is_number)?;
            }
            _ => {}
        }
    }
    if is_closed { Ok(()) } else { Err(cut_short()) }
}

fn place(data: &[u8]) -> Option<(u32, u32)> {
    Some((u16_at(data, 0)?.into(), u16_at(data, 2)?.into()))
}

/// Adds the text of a cell. Whether it is a number.
fn cell(kind: u16, data: &[u8], globals: &Globals, text: &mut String) -> Option<bool> {
    match kind {
        0x0203 => return push(f64_at(data, 6)?, data, 4, globals, text),
        0x027E => return push(rk(u32_at(data, 6)?), data, 4, globals, text),
        0x0006 if u16_at(data, 12)? != 0xFFFF => return push(f64_at(data, 6)?, data, 4, globals, text),
        0x0006 => match u8_at(data, 6)? {
            1 => text.push_str(truth(u8_at(data, 8)?)),
            2 => text.push_str(error_name(u8_at(data, 8)?)),
            _ => {} // a text that comes in a record of its own, or none
        },
        0x0205 if u8_at(data, 7)? == 0 => text.push_str(truth(u8_at(data, 6)?)),
        0x0205 => text.push_str(error_name(u8_at(data, 6)?)),
        0x00FD => text.push_str(globals.strings.get(u32_at(data, 6)?)?),
        _ => text.push_str(&globals.script.text(data, 6, false)?),
    }
    Some(false)
}

fn push(number: f64, data: &[u8], style: usize, globals: &Globals, text: &mut String) -> Option<bool> {
    let kind = globals.kinds.get(usize::from(u16_at(data, style)?)).copied().unwrap_or_default();
    Some(if number.is_finite() { number::push_kind(number, kind, globals.is_1904, text) } else { false })
}

/// Numbers of neighbouring cells of a row.
fn several(data: &[u8], globals: &Globals, builder: &mut Builder, text: &mut String) -> Option<Result<(), ReadError>> {
    let (row, first) = place(data)?;
    let n = data.len().checked_sub(6)? / 6;
    for index in 0..n {
        let at = 4 + 6 * index;
        text.clear();
        let is_number = push(rk(u32_at(data, at + 2)?), data, at, globals, text)?;
        if let Err(error) = builder.push(row, first + index as u32, text, is_number) {
            return Some(Err(error));
        }
    }
    Some(Ok(()))
}

fn merges(data: &[u8], builder: &mut Builder) {
    let (places, _) = data.get(2..).unwrap_or_default().as_chunks::<8>();
    for place in places {
        if let (Some(first), Some(last), Some(left), Some(right)) =
            (u16_at(place, 0), u16_at(place, 2), u16_at(place, 4), u16_at(place, 6))
        {
            builder.merge(first.into(), left.into(), last.into(), right.into());
        }
    }
}

/// A number packed into 30 bits: whole or the upper half of a fraction, and either a hundredth of it.
pub(super) fn rk(packed: u32) -> f64 {
    let number = if packed & 2 == 0 {
        f64::from_bits(u64::from(packed & 0xFFFF_FFFC) << 32)
    } else {
        f64::from(packed.cast_signed() >> 2)
    };
    if packed & 1 == 0 { number } else { number / 100.0 }
}

/// An error value, as it is shown.
pub(super) const fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#ERROR!",
    }
}

const fn truth(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

fn cut_short() -> ReadError {
    ReadError::Damaged { what: "a record that is cut short".into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers() {
        for (packed, expected) in
            [(0x3FF0_0000, 1.0), (0x0000_0006, 1.0), (0x3FF0_0001, 0.01), (0xFFFF_FFFE, -1.0), (4_931 << 2 | 3, 49.31)]
        {
            assert!((rk(packed) - expected).abs() < 1e-12, "{packed:x}");
        }
    }
}
