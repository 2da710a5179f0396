//! Workbooks and archives that would take the machine's memory or time: each ends in a result or a message, at once.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "workbook/pack.rs"]
mod pack;

use std::fmt::Write as _;

use attain::data::{Bytes, Choices, Limits, ReadError, Sheet, sheets};
use proptest::prelude::*;

/// Reads it, within a time that a person does not notice; tests are not built for speed, so twice that.
#[track_caller]
#[allow(clippy::disallowed_methods)] // no browser here
fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let start = std::time::Instant::now();
    let read = sheets(&mut Bytes::new("hostile", bytes), &Choices::new(), &Limits::default());
    let taken = start.elapsed();
    println!("{} bytes, {} ms: {:?}", bytes.len(), taken.as_millis(), read.as_ref().map(Vec::len));
    assert!(taken.as_millis() < 4_000, "{} ms", taken.as_millis());
    read
}

#[test]
fn far_corners() {
    let found = read(&pack::sheet(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    ))
    .unwrap();
    assert_eq!((found[0].grid.n_rows(), found[0].grid.columns.len()), (5, 5));
}

#[test]
fn places_beyond_any_sheet() {
    assert!(matches!(
        read(&pack::sheet(r#"<row><c r="ZZZZZZ99999999999"><v>1</v></c></row>"#)),
        Err(ReadError::TooManyColumns { .. })
    ));
}

#[test]
fn repeats_without_end() {
    let cell = |n: &str| {
        format!(
            r#"<table:table-cell table:number-columns-repeated="{n}" office:value-type="string"><text:p>X</text:p></table:table-cell>"#
        )
    };
    let table = |rows: &str, columns: &str| {
        pack::ods(&format!(
            r#"<table:table table:name="T"><table:table-row table:number-rows-repeated="{rows}">{}</table:table-row></table:table>"#,
            cell(columns)
        ))
    };
    assert!(matches!(read(&table("999999999", "999999999")), Err(ReadError::TooManyColumns { .. })));
    assert!(matches!(read(&table("999999999", "2")), Err(ReadError::TooManyRows { .. })));
    assert!(matches!(read(&table("1000000", "1000")), Err(ReadError::TooManyCells { .. })));
    // Within the limit of cells, and yet a gigabyte out of four hundred bytes.
    assert!(matches!(read(&table("3900000", "20")), Err(ReadError::TooManyCells { .. })));
    assert!(read(&table("1000000", "3")).is_ok(), "a column that is filled to the end");
    let spaces = pack::ods(
        r#"<table:table><table:table-row><table:table-cell><text:p><text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row></table:table>"#,
    );
    assert!(read(&spaces).is_ok());
    let more = r#"<text:s text:c="1000000"/>"#.repeat(1_000);
    let spaces = pack::ods(&format!(
        "<table:table><table:table-row><table:table-cell><text:p>{more}</text:p></table:table-cell></table:table-row></table:table>"
    ));
    assert!(matches!(read(&spaces), Err(ReadError::CellTooLong { .. })));
}

#[test]
fn one_endless_text() {
    let text = "A".repeat(60 << 20);
    let book =
        pack::xlsx(&[("S", "", "<sheetData/>")], &format!("<sst><si><t>{text}</t></si></sst>"), "<styleSheet/>", "");
    assert!(matches!(read(&book), Err(ReadError::Bomb { .. })), "its ratio gives it away");
    let inline = format!(
        r#"<row><c t="inlineStr"><is><t>{}</t></is></c></row>"#,
        "A1b2".repeat(1 << 18).replace("A1", "\u{e9}x")
    );
    assert!(matches!(read(&pack::sheet(&inline)), Err(ReadError::CellTooLong { .. } | ReadError::Bomb { .. })));
}

#[test]
fn one_text_in_all_cells() {
    let text = |start: u32| -> String {
        // No zeros and ones, or its ratio would give it away.
        let letters = (0..400_000_u32).scan(start, |state, _| {
            *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Some(char::from(b'a' + (*state >> 24) as u8 % 26))
        });
        letters.collect()
    };
    let (one, two) = (text(1), text(2));
    let strings = format!("<sst><si><t>{one}</t></si><si><t>{two}</t></si></sst>");
    let mut rows = String::new();
    for row in 0..20_000 {
        let _ = write!(rows, r#"<row><c t="s"><v>{}</v></c><c t="str"><v>{row}</v></c></row>"#, row % 2);
    }
    let book = pack::xlsx(&[("S", "", &format!("<sheetData>{rows}</sheetData>"))], &strings, "<styleSheet/>", "");
    assert!(matches!(read(&book), Err(ReadError::Bomb { .. })));
}

#[test]
fn archives_that_unpack_to_too_much() {
    let zeros = vec![0; 64 << 20];
    assert!(matches!(read(&pack::zip(&[("a.csv", &zeros)])), Err(ReadError::Bomb { .. })));
    // The directory states less than there is.
    let mut entries = vec![pack::entry("a.csv", &zeros)];
    entries[0].stated = Some(100);
    assert!(matches!(read(&pack::zip_of(&entries)), Err(ReadError::Damaged { .. })));
}

#[test]
fn archives_within_archives() {
    let mut archive = pack::zip(&[("a.csv", b"a,b\n1,2\n")]);
    for _ in 0..50 {
        archive = pack::zip(&[("a.zip", &archive), ("b.zip", &archive[..archive.len().min(1_000)])]);
    }
    assert!(read(&archive).is_err());
}

#[test]
fn entries_that_overlap() {
    let archive = pack::zip(&[("a.csv", b"a,b\n1,2\n"), ("b.csv", b"a,b\n3,4\n")]);
    let at = memchr::memmem::rfind(&archive, b"PK\x01\x02").unwrap() + 42;
    let mut overlapping = archive.clone();
    overlapping[at..at + 4].fill(0);
    assert!(matches!(read(&overlapping), Err(ReadError::Damaged { .. })));
    assert!(read(&archive).is_ok());
}

#[test]
fn entities_do_not_grow() {
    let book = pack::xlsx(
        &[("S", "", "<sheetData><row><c t=\"str\"><v>&lol9;</v></c></row></sheetData>")],
        r#"<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;"><!ENTITY lol9 "&lol1;&lol1;">]><sst><si><t>&lol9;</t></si></sst>"#,
        "<styleSheet/>",
        "",
    );
    assert_eq!(read(&book).unwrap()[0].grid.cell(0, 0), "&lol9;");
}

#[test]
fn a_million_sheets() {
    let mut names = String::from("<workbook><sheets>");
    for index in 0..1_000_000 {
        let _ = write!(names, r#"<sheet name="S{index}" sheetId="{index}" r:id="r{index}"/>"#);
    }
    names += "</sheets></workbook>";
    let book = pack::zip(&[("xl/workbook.xml", names.as_bytes())]);
    assert!(matches!(read(&book), Err(ReadError::TooManyParts { .. })));
    let tables = "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>".repeat(2_000);
    let found = read(&pack::ods(&tables));
    assert!(
        matches!(found.as_deref(), Ok([.., last]) if matches!(last.failure, Some(ReadError::TooManyParts { .. })))
            || matches!(found, Err(ReadError::Bomb { .. }))
    );
}

#[test]
fn one_part_as_many_sheets() {
    let mut workbook = "<workbook><sheets>".to_owned();
    for index in 0..200 {
        let _ = write!(workbook, r#"<sheet name="S{index}" sheetId="{index}" r:id="r"/>"#);
    }
    workbook += "</sheets></workbook>";
    let relations =
        r#"<Relationships><Relationship Id="r" Type="http://x/worksheet" Target="worksheets/s.xml"/></Relationships>"#;
    let sheet =
        format!("<worksheet><sheetData>{}</sheetData></worksheet>", "<row><c><v>7</v></c></row>".repeat(30_000));
    let book = pack::zip(&[
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/s.xml", sheet.as_bytes()),
    ]);
    let found = read(&book).unwrap();
    assert_eq!(found.iter().filter(|sheet| sheet.failure.is_none()).count(), 1);
}

#[test]
fn too_many_columns_and_entries() {
    let row = "<c><v>1</v></c>".repeat(16_385);
    assert!(matches!(read(&pack::sheet(&format!("<row>{row}</row>"))), Err(ReadError::TooManyColumns { .. })));
    let names: Vec<String> = (0..5_000).map(|index| format!("{index}.csv")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"a\n"[..])).collect();
    assert!(matches!(read(&pack::zip(&files)), Err(ReadError::TooManyParts { .. })));
}

#[test]
fn depth_without_end() {
    let deep = "<a>".repeat(1_000_000);
    let _ = read(&pack::sheet(&format!("<row><c><f>{deep}")));
    let _ = read(&pack::ods(&format!("<table:table><table:table-row><table:table-cell><text:p>{deep}")));
}

/// A compound file whose stream `Workbook` holds these records.
fn xls(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut stream = Vec::new();
    for (kind, data) in records {
        stream.extend(kind.to_le_bytes());
        stream.extend((data.len() as u16).to_le_bytes());
        stream.extend(data);
    }
    stream.resize(stream.len().max(4_096).next_multiple_of(512), 0);
    let n = stream.len() / 512;
    let mut file = vec![0; 512];
    file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, number: u32| file[at..at + 4].copy_from_slice(&number.to_le_bytes());
    put(24, 0x0003_003E);
    put(28, 0x0009_FFFE);
    put(32, 6);
    put(44, 1);
    put(48, 1);
    put(56, 4_096);
    put(60, 0xFFFF_FFFE);
    put(68, 0xFFFF_FFFE);
    (0..109).for_each(|place| put(76 + 4 * place, if place == 0 { 0 } else { 0xFFFF_FFFF }));
    // Sector 0 says which follows which, 1 is the directory, the stream begins with 2.
    let mut next: Vec<u32> = vec![0xFFFF_FFFD, 0xFFFF_FFFE];
    next.extend((0..n as u32).map(|index| if index + 1 == n as u32 { 0xFFFF_FFFE } else { index + 3 }));
    next.resize(128, 0xFFFF_FFFF);
    file.extend(next.iter().flat_map(|number| number.to_le_bytes()));
    for (name, kind, child, start, n) in
        [("Root Entry", 5, 1, 0xFFFF_FFFE_u32, 0), ("Workbook", 2, u32::MAX, 2, stream.len() as u32)]
    {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend((2 * (name.len() as u16 + 1)).to_le_bytes());
        entry.extend([kind, 1]);
        for number in [u32::MAX, u32::MAX, child] {
            entry.extend(number.to_le_bytes());
        }
        entry.resize(116, 0);
        entry.extend(start.to_le_bytes());
        entry.extend(n.to_le_bytes());
        entry.resize(128, 0);
        file.extend(entry);
    }
    file.resize(512 * 3, 0);
    file.extend(stream);
    file
}

fn small_xls() -> Vec<u8> {
    let place = |row: u16, column: u16| [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
    let bof = |kind: u8| vec![0, 6, kind, 0, 0, 0, 0, 0];
    let mut records = vec![
        (0x0809, bof(5)),
        (0x0085, [&[0, 0, 0, 0, 0, 0, 1, 0], &b"S"[..]].concat()),
        (0x00FC, [&[1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0], &b"hi"[..]].concat()),
        (0x000A, vec![]),
    ];
    let start: usize = records.iter().map(|(_, data)| 4 + data.len()).sum();
    records[1].1[..4].copy_from_slice(&(start as u32).to_le_bytes());
    records.push((0x0809, bof(0x10)));
    records.push((0x0200, vec![0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1, 0, 0])); // more than there is
    records.push((0x00FD, [place(0, 0), vec![0, 0, 0, 0]].concat()));
    records.push((0x0203, [place(65_535, 255), 1.5_f64.to_le_bytes().to_vec()].concat()));
    records.push((0x000A, vec![]));
    xls(&records)
}

#[test]
fn old_workbooks_with_far_corners() {
    let found = read(&small_xls()).unwrap();
    assert_eq!((found[0].name.as_str(), found[0].grid.cell(0, 0), found[0].grid.cell(4, 4)), ("S", "hi", "1.5"));
}

#[test]
fn old_workbooks_with_two_sheets_in_one_place() {
    let bof = |kind: u8| vec![0, 6, kind, 0, 0, 0, 0, 0];
    let listed = |name: u8| vec![48, 0, 0, 0, 0, 0, 1, 0, name];
    let found = read(&xls(&[
        (0x0809, bof(5)),
        (0x0085, listed(b'A')),
        (0x0085, listed(b'B')),
        (0x0042, vec![0xB0, 4]),
        (0x000A, vec![]),
        (0x0809, bof(0x10)),
        (0x0203, [&[0; 6], &1.5_f64.to_le_bytes()[..]].concat()),
        (0x000A, vec![]),
    ]))
    .unwrap();
    let found: Vec<(&str, usize)> = found.iter().map(|sheet| (sheet.name.as_str(), sheet.grid.n_rows())).collect();
    assert_eq!(found, [("A", 1), ("B", 0)]);
}

#[test]
fn old_workbooks_with_a_password() {
    let bof = vec![0, 6, 5, 0, 0, 0, 0, 0];
    for kind in 0..2 {
        assert_eq!(
            read(&xls(&[(0x0809, bof.clone()), (0x002F, vec![kind, 0, 1, 2, 3, 4])])).unwrap_err(),
            ReadError::Encrypted
        );
    }
}

#[test]
fn files_that_are_cut_short_do_not_panic() {
    let files = [
        small_xls(),
        pack::sheet(r#"<row r="1"><c r="A1" t="str"><v>a &amp; b</v></c></row>"#),
        pack::ods(
            "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
        ),
    ];
    for file in files {
        for n in (0..file.len()).step_by(7) {
            let _ = sheets(&mut Bytes::new("cut", &file[..n]), &Choices::new(), &Limits::default());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn changed_bytes_do_not_panic(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), which in 0..2_usize) {
        let mut file = if which == 0 { small_xls() } else { pack::zip(&[("[Content_Types].xml", b"ms-excel.sheet.binary"), ("xl/workbook.bin", b"\x9c\x01\x10\0\0\0\0\x01\0\0\0\x01\0\0\0r\0\0\0\0\0")]) };
        for (place, byte) in places {
            let at = place.index(file.len());
            file[at] = byte;
        }
        let _ = sheets(&mut Bytes::new("changed", &file), &Choices::new(), &Limits::default());
    }
}

#[test]
fn the_file_that_exhausts_others() {
    let Some(corpus) = std::env::var_os("ATTAIN_CORPUS").map(std::path::PathBuf::from).filter(|folder| folder.is_dir())
    else {
        println!("skipped: ATTAIN_CORPUS names no folder");
        return;
    };
    let bytes = std::fs::read(corpus.join("messy_04_spreadsheet_suites/calamine_issue_594_dos.ods")).unwrap();
    assert!(matches!(read(&bytes), Err(ReadError::TooManyColumns { .. })));
}
