//! Bytes of a fuzzer as the inner parts of a file whose outer ones are right.

use crate::pack::{Entry, zip_of};

/// Stands between parts of text.
const BETWEEN: &[u8] = b"\xFF\xFF";

/// The bytes between the marks.
pub fn texts<const N: usize>(bytes: &[u8]) -> [&[u8]; N] {
    let mut rest = Some(bytes);
    [(); N].map(|()| {
        let now = rest.unwrap_or_default();
        let at = now.windows(2).position(|pair| pair == BETWEEN);
        rest = at.map(|at| &now[at + 2..]);
        at.map_or(now, |at| &now[..at])
    })
}

/// Parts of bytes: each but the last has its length before it, in two bytes.
pub fn parts<const N: usize>(bytes: &[u8]) -> [&[u8]; N] {
    let mut rest = bytes;
    let mut n_left = N;
    [(); N].map(|()| {
        n_left -= 1;
        if n_left == 0 {
            return rest;
        }
        let Some((n, behind)) = rest.split_first_chunk::<2>() else { return &[] };
        let (part, behind) = behind.split_at(usize::from(u16::from_le_bytes(*n)).min(behind.len()));
        rest = behind;
        part
    })
}

/// An archive of these files, not deflated, so that a change in one is a change in one.
pub fn stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    let entry = |(name, bytes): &(&str, &[u8])| Entry {
        name: (*name).into(),
        bytes: (*bytes).into(),
        flags: 0,
        method: 0,
        stated: None,
    };
    zip_of(&files.iter().map(entry).collect::<Vec<_>>())
}

/// A workbook of parts; `ending` is that of all but the references.
pub fn package(ending: &str, types: &str, [sheet, strings, styles, workbook]: [&[u8]; 4]) -> Vec<u8> {
    let relations: String = ["rId1", "rId2", "rId3", "rId4"]
        .map(|id| format!(r#"<Relationship Id="{id}" Type="http://x/worksheet" Target="worksheets/sheet1.{ending}"/>"#))
        .concat();
    let relations = format!("<Relationships>{relations}</Relationships>");
    stored(&[
        ("[Content_Types].xml", types.as_bytes()),
        (&format!("xl/workbook.{ending}"), workbook),
        (&format!("xl/_rels/workbook.{ending}.rels"), relations.as_bytes()),
        (&format!("xl/worksheets/sheet1.{ending}"), sheet),
        (&format!("xl/sharedStrings.{ending}"), strings),
        (&format!("xl/styles.{ending}"), styles),
    ])
}

/// A compound file whose stream `Workbook` holds these bytes.
pub fn compound(stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    let n = stream.len() / 512;
    let n_tables = (n + 130).div_ceil(128);
    let mut file = vec![0; 512];
    file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, number: u32| file[at..at + 4].copy_from_slice(&number.to_le_bytes());
    (put(24, 0x0003_003E), put(28, 0x0009_FFFE), put(32, 6), put(44, n_tables as u32), put(48, n_tables as u32));
    (put(56, 4_096), put(60, 0xFFFF_FFFE), put(68, 0xFFFF_FFFE));
    (0..109).for_each(|place| put(76 + 4 * place, if place < n_tables { place as u32 } else { 0xFFFF_FFFF }));
    // The first sectors say which follows which, then comes the directory, then the stream.
    let first = n_tables as u32 + 1;
    let mut next: Vec<u32> = vec![0xFFFF_FFFD; n_tables];
    next.push(0xFFFF_FFFE);
    next.extend((1..=n as u32).map(|index| if index == n as u32 { 0xFFFF_FFFE } else { first + index }));
    next.resize(128 * n_tables, 0xFFFF_FFFF);
    file.extend(next.iter().flat_map(|number| number.to_le_bytes()));
    let entries = [("Root Entry", 5, 1, 0xFFFF_FFFE, 0), ("Workbook", 2, u32::MAX, first, stream.len() as u32)];
    for (name, kind, child, start, n) in entries {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend((2 * (name.len() as u16 + 1)).to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend([u32::MAX, u32::MAX, child].map(u32::to_le_bytes).concat());
        entry.resize(116, 0);
        entry.extend([start, n].map(u32::to_le_bytes).concat());
        entry.resize(128, 0);
        file.extend(entry);
    }
    file.resize(512 * (n_tables + 2), 0);
    file.extend(stream);
    file
}
