//! Texts of old binary workbooks: one or two bytes a letter, and torn between records.
//!
//! Source: Microsoft, *[MS-XLS]: Excel Binary File Format (.xls) Structure*, §2.4.265 and §2.5.293.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::strings::Strings;
use crate::data::container::bytes::{slice_at, u8_at, u16_at};
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// How texts are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Script {
    /// Unicode, with a flag for each text. Since 1997.
    Unicode,
    /// In the code page of that number.
    Page(u16),
}

impl Script {
    /// A text behind its length of two bytes, or of one.
    pub(super) fn text(self, data: &[u8], at: usize, is_short: bool) -> Option<String> {
        let (n, at) =
            if is_short { (usize::from(u8_at(data, at)?), at + 1) } else { (usize::from(u16_at(data, at)?), at + 2) };
        match self {
            Self::Unicode => {
                let flags = u8_at(data, at)?;
                let mut units = Vec::new();
                let n_head = 1 + if flags & 8 == 0 { 0 } else { 2 } + if flags & 4 == 0 { 0 } else { 4 };
                push_units(data.get(at + n_head..)?, flags & 1 != 0, n, &mut units);
                Some(String::from_utf16_lossy(&units))
            }
            Self::Page(page) => {
                let n = n.min(data.len().saturating_sub(at));
                Some(decode(page, slice_at(data, at, n)?).into_owned())
            }
        }
    }
}

/// Adds at most `n` letters and says how many bytes they took.
fn push_units(data: &[u8], is_wide: bool, n: usize, units: &mut Vec<u16>) -> usize {
    let before = units.len();
    if is_wide {
        units.extend(data.as_chunks::<2>().0.iter().take(n).map(|unit| u16::from_le_bytes(*unit)));
        2 * (units.len() - before)
    } else {
        units.extend(data.iter().take(n).map(|byte| u16::from(*byte)));
        units.len() - before
    }
}

fn decode(page: u16, bytes: &[u8]) -> Cow<'_, str> {
    let label = match page {
        437 => {
            return oem_cp::decode_string_complete_table(bytes, &oem_cp::code_table::DECODING_TABLE_CP437).into();
        }
        850 => {
            return oem_cp::decode_string_complete_table(bytes, &oem_cp::code_table::DECODING_TABLE_CP850).into();
        }
        852 => {
            return oem_cp::decode_string_complete_table(bytes, &oem_cp::code_table::DECODING_TABLE_CP852).into();
        }
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 | 0x8000 => "macintosh".to_owned(),
        10_007 => "x-mac-cyrillic".to_owned(),
        1250..=1258 => format!("windows-{page}"),
        _ => "windows-1252".to_owned(),
    };
    let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252);
    encoding.decode_without_bom_handling(bytes).0
}

/// Bytes of a record and of those that continue it.
struct Torn<'a> {
    pieces: &'a [&'a [u8]],
    piece: &'a [u8],
}

impl<'a> Torn<'a> {
    fn new(pieces: &'a [&'a [u8]]) -> Self {
        let (first, pieces) = pieces.split_first().map_or((&b""[..], pieces), |(first, rest)| (*first, rest));
        Self { pieces, piece: first }
    }

    /// Goes on to the next piece where this one is used up; whether there is a byte.
    fn is_open(&mut self) -> bool {
        while self.piece.is_empty() {
            let Some((first, rest)) = self.pieces.split_first() else { return false };
            (self.piece, self.pieces) = (first, rest);
        }
        true
    }

    fn byte(&mut self) -> Option<u8> {
        if !self.is_open() {
            return None;
        }
        let (first, rest) = self.piece.split_first()?;
        self.piece = rest;
        Some(*first)
    }

    fn number(&mut self, n: usize) -> Option<usize> {
        (0..n).try_fold(0, |number, place| Some(number | usize::from(self.byte()?) << (8 * place)))
    }

    fn skip(&mut self, mut n: usize) {
        while 0 < n && self.is_open() {
            let step = n.min(self.piece.len());
            self.piece = self.piece.get(step..).unwrap_or_default();
            n -= step;
        }
    }

    /// The next shared text.
    fn text(&mut self, units: &mut Vec<u16>) -> Option<String> {
        units.clear();
        let n = self.number(2)?;
        let mut flags = self.byte()?;
        let n_runs = if flags & 8 == 0 { 0 } else { self.number(2)? };
        let n_spoken = if flags & 4 == 0 { 0 } else { self.number(4)? };
        loop {
            let n_bytes = push_units(self.piece, flags & 1 != 0, n - units.len(), units);
            self.piece = self.piece.get(n_bytes..).unwrap_or_default();
            if units.len() == n {
                break;
            }
            // The text goes on in the next record, which says anew how wide its letters are.
            self.piece = b"";
            flags = self.byte()?;
        }
        self.skip(n_spoken.saturating_add(n_runs * 4));
        Some(String::from_utf16_lossy(units))
    }
}

/// The texts that cells share, out of their record and those that continue it.
pub(super) fn shared_strings(pieces: &[&[u8]], limits: &Limits) -> Result<Strings, ReadError> {
    let mut strings = Strings::default();
    let mut torn = Torn::new(pieces);
    let mut units = Vec::new();
    torn.skip(4); // how often they are used
    let n = torn.number(4).unwrap_or(0);
    for _ in 0..n {
        // A list that is cut short leaves texts out; a cell that needs one says so.
        let Some(text) = torn.text(&mut units) else { break };
        strings.push(&text, limits)?;
    }
    Ok(strings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn torn_texts_are_joined() {
        let first: &[u8] = &[0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, b'a', b'b', 4, 0, 1, b'c', 0, b'd', 0];
        let second: &[u8] = &[0, b'e', b'f', 1, 0, 8, 1, 0, b'x', 9, 9];
        let third: &[u8] = &[9, 9];
        let strings = shared_strings(&[first, second, third], &Limits::default()).unwrap();
        assert_eq!((strings.get(0), strings.get(1), strings.get(2)), (Some("ab"), Some("cdef"), Some("x")));
        for n in 0..first.len() {
            shared_strings(&[&first[..n], third], &Limits::default()).unwrap();
        }
    }

    #[test]
    fn code_pages() {
        assert_eq!(Script::Page(1250).text(b"\x02\x00\xB3\xF3", 0, false).as_deref(), Some("łó"));
        assert_eq!(Script::Page(437).text(b"\x01\x84", 0, true).as_deref(), Some("ä"));
        assert_eq!(Script::Unicode.text(b"\x01\x00\x01\x42\x01", 0, false).as_deref(), Some("ł"));
        assert_eq!(Script::Unicode.text(b"\x01\x00", 0, false), None);
    }
}
