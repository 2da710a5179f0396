//! Old binary workbooks (`.xls`), of the versions since 1993: the records before the sheets.
//!
//! Source: Microsoft, *[MS-XLS]: Excel Binary File Format (.xls) Structure*.

use std::collections::BTreeSet;

use super::budget::Budget;
use super::build::Builder;
use super::format::{self, Kind};
use super::strings::Strings;
use super::xls_text::{Script, shared_strings};
use super::{Found, Listed, xls_cells};
use crate::data::container::bytes::{slice_at, u8_at, u16_at, u32_at};
use crate::data::container::compound::Compound;
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// Records of a stream.
#[derive(Clone, Debug)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.stream, self.at)?;
        let n = usize::from(u16_at(self.stream, self.at + 2)?);
        let data = slice_at(self.stream, self.at + 4, n)?;
        self.at += 4 + n;
        Some((kind, data))
    }
}

/// What the cells of all sheets refer to.
#[derive(Debug)]
pub(super) struct Globals {
    pub(super) script: Script,
    pub(super) strings: Strings,
    pub(super) kinds: Vec<Kind>,
    pub(super) is_1904: bool,
    listed: Vec<Listed>,
}

/// Reads all sheets that hold cells.
#[inline(never)] // one function for all formats would be too large for a browser to make fast in time
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Found, ReadError> {
    let damaged = |what: &str| ReadError::Damaged { what: what.into() };
    let file = Compound::open(bytes).ok_or_else(|| damaged("the directory of the file"))?;
    let stream =
        file.read("Workbook").or_else(|| file.read("Book")).ok_or_else(|| damaged("no workbook in the file"))?;
    let mut globals = globals(&stream, limits)?;
    let mut budget = Budget::new(limits);
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for sheet in found.within(std::mem::take(&mut globals.listed), limits) {
        let mut builder = Builder::new(&mut budget);
        let is_new = seen.insert(sheet.start);
        let place = is_new.then_some(sheet.start).ok_or_else(|| damaged("a sheet in the place of another"));
        let grid = place.and_then(|start| xls_cells::read(Records::new(&stream, start), &globals, &mut builder));
        let grid = grid.and_then(|()| builder.finish());
        found.add(sheet, grid);
    }
    Ok(found)
}

fn globals(stream: &[u8], limits: &Limits) -> Result<Globals, ReadError> {
    let mut globals = Globals {
        script: Script::Unicode,
        strings: Strings::default(),
        kinds: Vec::new(),
        is_1904: false,
        listed: Vec::new(),
    };
    let (mut codes, mut formats): (Vec<(u16, Kind)>, Vec<u16>) = (Vec::new(), Vec::new());
    let mut pieces: Vec<&[u8]> = Vec::new();
    let mut is_strings = false;
    for (place, (kind, data)) in Records::new(stream, 0).enumerate() {
        if place == 0 && kind != 0x0809 {
            return Err(ReadError::Damaged { what: "no workbook in the file".into() });
        }
        match kind {
            0x003C if is_strings => pieces.push(data),
            0x0809 if u16_at(data, 0) != Some(0x0600) => globals.script = Script::Page(1252),
            0x002F => return Err(ReadError::Encrypted),
            0x0042 => {
                if let (Script::Page(_), Some(page)) = (globals.script, u16_at(data, 0)) {
                    globals.script = Script::Page(page);
                }
            }
            0x0022 => globals.is_1904 = u16_at(data, 0) == Some(1),
            0x041E => {
                let is_short = matches!(globals.script, Script::Page(_));
                if let (Some(id), Some(code)) = (u16_at(data, 0), globals.script.text(data, 2, is_short)) {
                    codes.push((id, format::kind(&code)));
                }
            }
            0x00E0 => formats.push(u16_at(data, 2).unwrap_or(0)),
            // Worksheets alone: no charts, macros and modules.
            0x0085 if u8_at(data, 5) == Some(0) && globals.listed.len() <= limits.n_entries => {
                let name = globals.script.text(data, 6, true).unwrap_or_default();
                let is_hidden = u8_at(data, 4).is_some_and(|state| state & 3 != 0);
                let start = u32_at(data, 0).unwrap_or(u32::MAX) as usize;
                globals.listed.push(Listed { name, is_hidden, start, part: String::new() });
            }
            0x00FC => pieces = vec![data],
            0x000A => break,
            _ => {}
        }
        is_strings = kind == 0x00FC || (is_strings && kind == 0x003C);
    }
    codes.sort_by_key(|(id, _)| *id);
    globals.kinds = formats
        .into_iter()
        .map(|id| {
            let stated = codes.binary_search_by_key(&id, |(id, _)| *id).ok().and_then(|at| codes.get(at));
            stated.map_or_else(|| format::built_in(id.into()), |(_, kind)| *kind)
        })
        .collect();
    globals.strings = shared_strings(&pieces, limits)?;
    Ok(globals)
}
