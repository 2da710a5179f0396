//! Makes small archives and workbooks for tests, right ones and wrong ones.

#![allow(dead_code)] // each test uses some of it

use flate2::{Compression, Crc, write::DeflateEncoder};
use std::fmt::Write as _;
use std::io::Write as _;

/// An entry of an archive, with what its directory says.
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    /// What the directory says instead of the truth.
    pub(crate) stated: Option<u32>,
}

pub(crate) fn entry(name: &str, bytes: &[u8]) -> Entry {
    Entry { name: name.into(), bytes: bytes.into(), flags: 0, method: 8, stated: None }
}

/// An archive of these files.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    zip_of(&files.iter().map(|(name, bytes)| entry(name, bytes)).collect::<Vec<_>>())
}

pub(crate) fn zip_of(entries: &[Entry]) -> Vec<u8> {
    let (mut all, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let packed = if entry.method == 8 {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(6));
            encoder.write_all(&entry.bytes).unwrap();
            encoder.finish().unwrap()
        } else {
            entry.bytes.clone()
        };
        let mut sum = Crc::new();
        sum.update(&entry.bytes);
        let n = entry.stated.unwrap_or(entry.bytes.len() as u32);
        let start = all.len() as u32;
        let mut head = Vec::new();
        for number in [20, entry.flags, entry.method, 0, 0] {
            head.extend(number.to_le_bytes());
        }
        for number in [sum.sum(), packed.len() as u32, n] {
            head.extend(number.to_le_bytes());
        }
        head.extend((entry.name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        all.extend(b"PK\x03\x04");
        all.extend(&head);
        all.extend(entry.name.as_bytes());
        all.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let start = all.len() as u32;
    all.extend(&directory);
    all.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        all.extend((entries.len() as u16).to_le_bytes());
    }
    all.extend((directory.len() as u32).to_le_bytes());
    all.extend(start.to_le_bytes());
    all.extend([0, 0]);
    all
}

/// As programs write it: some state the kind of binary parts in every workbook, with or without such parts.
const TYPES: &str = r#"<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;

/// A workbook of sheets: name, state, and what stands in `sheetData` and behind it.
pub(crate) fn xlsx(sheets: &[(&str, &str, &str)], strings: &str, styles: &str, properties: &str) -> Vec<u8> {
    let mut workbook = format!("<workbook>{properties}<sheets>");
    let mut relations = "<Relationships>".to_owned();
    let mut parts = Vec::new();
    for (index, (name, state, data)) in sheets.iter().enumerate() {
        let _ = write!(workbook, r#"<sheet name="{name}" sheetId="{index}" state="{state}" r:id="r{index}"/>"#);
        let target = format!(r#"Type="http://x/worksheet" Target="worksheets/sheet{index}.xml""#);
        let _ = write!(relations, r#"<Relationship Id="r{index}" {target}/>"#);
        parts.push((format!("xl/worksheets/sheet{index}.xml"), format!("<worksheet>{data}</worksheet>")));
    }
    workbook += "</sheets></workbook>";
    relations += "</Relationships>";
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    files.extend(parts.iter().map(|(name, data)| (name.as_str(), data.as_bytes())));
    zip(&files)
}

/// A workbook of one sheet of that data.
pub(crate) fn sheet(data: &str) -> Vec<u8> {
    xlsx(&[("Sheet1", "visible", &format!("<sheetData>{data}</sheetData>"))], "<sst/>", "<styleSheet/>", "")
}

/// A workbook of `OpenDocument` whose tables are given.
pub(crate) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}
