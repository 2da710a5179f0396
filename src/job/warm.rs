//! Work for a worker that has none yet: made-up files are read, so that the browser compiles for speed what reading runs,
//! before a real file comes.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::files::FilesDesk;
use super::files_messages::FilesAsk;
use crate::data::{Limits, read_all};

/// Steps after which all is warm. Each takes about 50 ms: so long a real file may have to wait.
pub const N_WARM_STEPS: u32 = 24;
/// One of so many steps reads a workbook.
const N_TEXTS: u32 = 3;
/// Rows of a file; a workbook has half of them.
const N_ROWS: u32 = 1_200;

const STAGES: [&str; 4] = ["Won", "Lost", "Engaging", "Prospecting"];
const REGIONS: [&str; 3] = ["Central", "East", "West"];
const HEADER: [&str; 12] = [
    "deal_id",
    "account",
    "sales_agent",
    "product",
    "deal_stage",
    "created",
    "amount",
    "close_date",
    "region",
    "segment",
    "lead_source",
    "units",
];

/// Reads and imports a made-up file and forgets it. Which one is told by the step.
pub fn warm(step: u32) {
    let (name, bytes) = if step % N_TEXTS == N_TEXTS - 1 {
        ("warm.xlsx", workbook(step))
    } else {
        ("warm.csv", text(step).into_bytes())
    };
    let mut desk = FilesDesk::default();
    desk.add(name, read_all(name, &bytes, Limits::default()).map(Into::into));
    desk.guess();
    desk.answer(FilesAsk::Import, None);
}

/// The cells of a row, other ones in each step.
fn row(step: u32, n: u32) -> [String; 12] {
    let mixed = (step * N_ROWS + n).wrapping_mul(2_654_435_761) >> 8;
    let pick = |list: &[&str], salt: u32| {
        let place = (mixed >> salt) as usize % list.len().max(1);
        list.get(place).copied().unwrap_or_default().to_owned()
    };
    let day = |from: u32| format!("2024-{:02}-{:02}", from % 12 + 1, from / 12 % 28 + 1);
    [
        format!("D-{:07}", step * N_ROWS + n),
        format!("Account {} Ltd", mixed % 900),
        format!("Agent {} of team {}", mixed % 90, mixed % 7),
        format!("Product {}", mixed % 31),
        pick(&STAGES, 3),
        day(mixed % 336),
        format!("{}.{:02}", mixed % 90_000, mixed % 97),
        day(mixed / 7 % 336),
        pick(&REGIONS, 5),
        pick(&["Enterprise", "Mid-market", "Small business"], 7),
        pick(&["Website", "Referral, personal", "Partner"], 9),
        (mixed % 40 + 1).to_string(),
    ]
}

fn text(step: u32) -> String {
    let mut text = HEADER.join(",");
    for n in 0..N_ROWS {
        for (place, cell) in row(step, n).into_iter().enumerate() {
            text.push(if place == 0 { '\n' } else { ',' });
            if cell.contains(',') {
                let _ = write!(text, "\"{cell}\"");
            } else {
                text.push_str(&cell);
            }
        }
    }
    text
}

/// The same as a workbook: words are shared, numbers stand in their cells.
fn workbook(step: u32) -> Vec<u8> {
    let (mut rows, mut strings, mut n_strings) = (String::new(), String::new(), 0);
    let header = HEADER.map(str::to_owned);
    let all = std::iter::once(header).chain((0..N_ROWS / 2).map(|n| row(step, n)));
    for (index, cells) in all.enumerate() {
        let line = index + 1;
        let _ = write!(rows, "<row r=\"{line}\">");
        for (letter, cell) in ('A'..).zip(cells) {
            if cell.parse::<f64>().is_ok() {
                let _ = write!(rows, "<c r=\"{letter}{line}\" t=\"n\"><v>{cell}</v></c>");
            } else {
                let _ = write!(rows, "<c r=\"{letter}{line}\" t=\"s\"><v>{n_strings}</v></c>");
                let _ = write!(strings, "<si><t>{cell}</t></si>");
                n_strings += 1;
            }
        }
        rows.push_str("</row>");
    }
    let types = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    let book = "<workbook><sheets><sheet name=\"Deals\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>";
    let relations =
        "<Relationships><Relationship Id=\"a\" Type=\"worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    packed(&[
        ("[Content_Types].xml", types),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

/// An archive of these files.
fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut all, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        let _ = encoder.write_all(text.as_bytes()); // memory takes all
        let bytes = encoder.finish().unwrap_or_default();
        let mut sum = Crc::new();
        sum.update(text.as_bytes());
        let start = all.len() as u32;
        // Version 2.0, no flags, deflated, no time.
        let mut head = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        for number in [sum.sum(), bytes.len() as u32, text.len() as u32, name.len() as u32] {
            head.extend(number.to_le_bytes());
        }
        all.extend(b"PK\x03\x04");
        all.extend(&head);
        all.extend(name.as_bytes());
        all.extend(&bytes);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (n, start) = ((files.len() as u16).to_le_bytes(), all.len() as u32);
    all.extend(&directory);
    all.extend(b"PK\x05\x06\0\0\0\0");
    all.extend([n, n].concat());
    all.extend((directory.len() as u32).to_le_bytes());
    all.extend(start.to_le_bytes());
    all.extend([0, 0]);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Kind, read_all};

    #[test]
    fn the_files_that_warm_are_read_as_deals() {
        let check = |name: &str, bytes: &[u8], n_rows: u32| {
            let mut desk = FilesDesk::default();
            desk.add(name, read_all(name, bytes, Limits::default()).map(Into::into));
            desk.guess();
            let (tables, _) = desk.answer(FilesAsk::UndoFix, None);
            let super::super::FilesAnswer::Tables(tables) = tables else { panic!("no tables") };
            let [mapping] = tables.mappings.as_slice() else { panic!("{:?}", tables.failures) };
            assert_eq!((mapping.kind, tables.previews[0].n_rows), (Kind::Deals, n_rows as usize), "{name}");
        };
        check("warm.csv", text(1).as_bytes(), N_ROWS);
        check("warm.xlsx", &workbook(2), N_ROWS / 2);
    }
}
