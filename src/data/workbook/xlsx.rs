//! Workbooks of Office Open XML: sheets, shared texts and formats; the cells are read by `xlsx_cells`.
//!
//! Source: ECMA-376, *Office Open XML File Formats*, part 1, §18.

use std::collections::BTreeSet;

use super::budget::Budget;
use super::build::Builder;
use super::format::{self, Kind};
use super::markup::{Markup, Tag, Token, push_literal, push_text};
use super::parts::Parts;
use super::strings::{Strings, unescape};
use super::{Found, Listed, xlsx_cells, xlsx_plain};
use crate::data::container::zip::Package;
use crate::data::issue::ReadError;
use crate::data::limits::Limits;

/// What the cells of all sheets refer to.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) strings: Strings,
    /// What numbers are, by the style of their cell.
    pub(super) kinds: Vec<Kind>,
    pub(super) is_1904: bool,
}

/// Reads all sheets that hold cells.
#[inline(never)] // one function for all formats would be too large for a browser to make fast in time
pub(super) fn read(package: &Package, limits: &Limits) -> Result<Found, ReadError> {
    let parts = Parts::open(package, limits, "xl/workbook.xml")?;
    let (listed, is_1904) = sheets(&parts)?;
    let mut shared = Shared { is_1904, ..Shared::default() };
    if let Some(entry) = parts.entry("styles", "styles.xml") {
        shared.kinds = kinds(&mut parts.markup(entry)?, limits)?;
    }
    if let Some(entry) = parts.entry("sharedStrings", "sharedStrings.xml") {
        shared.strings = strings(&mut parts.markup(entry)?, limits)?;
    }
    let mut budget = Budget::new(limits);
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for sheet in found.within(listed, limits) {
        let Some(relation) = parts.relations.iter().find(|relation| relation.id == sheet.part) else { continue };
        if relation.kind != "worksheet" {
            continue; // charts, dialogs and macros
        }
        // A part that is two sheets would be a small file with much to read.
        let entry = parts.package.find(&relation.target).filter(|entry| seen.insert(entry.name.as_str()));
        let entry = entry.ok_or_else(|| ReadError::Damaged { what: relation.target.clone() });
        let grid = entry.and_then(|entry| {
            let mut builder = Builder::new(&mut budget);
            xlsx_cells::read(&mut parts.markup(entry)?, &shared, &mut builder)?;
            builder.finish()
        });
        found.add(sheet, grid);
    }
    Ok(found)
}

/// The sheets in their order, each with the name of the reference to its part; and whether days count from 1904.
fn sheets(parts: &Parts) -> Result<(Vec<Listed>, bool), ReadError> {
    let entry =
        parts.package.find(&parts.workbook).ok_or_else(|| ReadError::Damaged { what: parts.workbook.clone() })?;
    let mut markup = parts.markup(entry)?;
    let (mut listed, mut is_1904) = (Vec::new(), false);
    loop {
        match markup.next()? {
            Token::Open(tag) if tag.name == b"workbookPr" => {
                is_1904 = matches!(tag.raw(b"date1904"), Some(b"1" | b"true" | b"on"));
            }
            Token::Open(tag) if tag.name == b"sheet" => listed.push(Listed {
                name: tag.value(b"name").unwrap_or_default(),
                is_hidden: matches!(tag.raw(b"state"), Some(b"hidden" | b"veryHidden")),
                part: tag.value(b"id").unwrap_or_default(),
                start: 0,
            }),
            Token::Close(b"sheets") | Token::End => return Ok((listed, is_1904)),
            _ => {}
        }
        if parts.limits.n_entries < listed.len() {
            return Ok((listed, is_1904)); // more than are read in any case
        }
    }
}

/// What the number in a cell of each style is.
fn kinds(markup: &mut Markup, limits: &Limits) -> Result<Vec<Kind>, ReadError> {
    let mut codes: Vec<(u32, Kind)> = Vec::new();
    let mut kinds = Vec::new();
    let mut is_inside = false;
    loop {
        match markup.next()? {
            Token::Open(tag) if tag.name == b"numFmt" => {
                let code = tag.value(b"formatCode").unwrap_or_default();
                codes.push((tag.number(b"numFmtId").unwrap_or(0), format::kind(&code)));
            }
            Token::Close(b"numFmts") => codes.sort_unstable_by_key(|(id, _)| *id),
            Token::Open(tag) if tag.name == b"cellXfs" => is_inside = !tag.is_empty,
            Token::Close(b"cellXfs") | Token::End => return Ok(kinds),
            Token::Open(tag) if tag.name == b"xf" && is_inside => kinds.push(kind_of(tag, &codes)),
            _ => {}
        }
        if limits.n_cell_bytes < kinds.len().max(codes.len()) {
            return Err(ReadError::Damaged { what: "styles without end".into() });
        }
    }
}

fn kind_of(tag: Tag, codes: &[(u32, Kind)]) -> Kind {
    let id = tag.number(b"numFmtId").unwrap_or(0);
    let stated = codes.binary_search_by_key(&id, |(id, _)| *id).ok().and_then(|at| codes.get(at));
    stated.map_or_else(|| format::built_in(id), |(_, kind)| *kind)
}

#[inline(never)] // as above
fn strings(markup: &mut Markup, limits: &Limits) -> Result<Strings, ReadError> {
    let mut strings = Strings::default();
    let mut text = String::new();
    let (mut is_item, mut is_text) = (false, false);
    loop {
        if !is_item && !is_text {
            let n = xlsx_plain::strings(markup.ahead(), &mut strings, limits)?;
            markup.pass(n);
        }
        match markup.next()? {
            Token::Open(tag) => match tag.name {
                b"si" => {
                    is_item = !tag.is_empty;
                    text.clear();
                    if tag.is_empty {
                        strings.push("", limits)?;
                    }
                }
                b"t" => is_text = !tag.is_empty,
                b"rPh" if !tag.is_empty => markup.skip()?, // how it is spoken
                _ => {}
            },
            Token::Text(raw) if is_text => push_text(raw, &mut text),
            Token::Literal(raw) if is_text => push_literal(raw, &mut text),
            Token::Close(b"t") => is_text = false,
            Token::Close(b"si") => {
                is_item = false;
                strings.push(unescape(&text).as_deref().unwrap_or(&text), limits)?;
                text.clear();
            }
            Token::End => return Ok(strings),
            _ => {}
        }
        if limits.n_cell_bytes < text.len() {
            return Err(ReadError::CellTooLong { limit: limits.n_cell_bytes as u64 });
        }
    }
}
