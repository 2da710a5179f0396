//! Text as the suites, the `csv` crate and real files have it, down to rows and cells. Files are found through
//! `ATTAIN_CORPUS`; without it those tests say that they are skipped.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

use attain::data::{
    Bytes, IssueKind, Limits, ReadChoice, ReadError, RowNote, Sheet, guess, import, read_all, read_text,
};
use proptest::prelude::*;
use serde_json::Value;

fn corpus(folder: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(|corpus| PathBuf::from(corpus).join(folder));
    let folder = folder.filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: ATTAIN_CORPUS names no folder");
    }
    folder
}

fn try_sheet(bytes: &[u8], choice: &ReadChoice) -> Result<Sheet, ReadError> {
    read_text(&mut Bytes::new("file.csv", bytes), choice, &Limits::default())
}

fn sheet(bytes: &[u8]) -> Sheet {
    try_sheet(bytes, &ReadChoice::default()).unwrap()
}

/// The rows, each with as many cells as it has in the file.
fn rows(sheet: &Sheet) -> Vec<Vec<String>> {
    let row = |(row, width): (usize, &u32)| {
        (0..*width as usize).map(|column| sheet.grid.cell(row, column).to_owned()).collect()
    };
    sheet.grid.widths.iter().enumerate().map(row).collect()
}

/// Rows as a suite has them: lists, or objects by the header.
fn as_json(rows: Vec<Vec<String>>, like: &Value) -> Value {
    let rows: Vec<Vec<String>> =
        rows.into_iter().map(|row| if row.is_empty() { vec![String::new()] } else { row }).collect();
    if like[0].is_array() {
        return serde_json::to_value(rows).unwrap();
    }
    let (header, rows) = rows.split_first().unwrap();
    let object = |row: &Vec<String>| {
        let cells = header.iter().zip(row).map(|(name, cell)| (name.clone(), Value::from(cell.clone())));
        Value::Object(cells.collect())
    };
    Value::Array(rows.iter().map(object).collect())
}

#[test]
fn suites_are_met_and_bad_files_reported() {
    let Some(folder) = corpus("messy_03_csv_conformance") else { return };
    let (mut n_good, mut n_bad) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "csv") {
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap();
        let bytes = std::fs::read(&path).unwrap();
        if let Ok(json) = std::fs::read(path.with_extension("json")) {
            let expected: Value = serde_json::from_slice(&json).unwrap();
            let sheet = sheet(&bytes);
            assert_eq!(as_json(rows(&sheet), &expected), expected, "{name}");
            assert_eq!(sheet.grid.notes, [], "{name}");
            n_good += 1;
        } else {
            let is_noted = try_sheet(&bytes, &ReadChoice::default()).map_or(true, |sheet| !sheet.grid.notes.is_empty());
            let is_listed = || {
                let tables = read_all(name, &bytes, Limits::default()).unwrap();
                import(&tables, &guess(&tables)).issues.iter().any(|issue| issue.row == 2)
            };
            assert!(is_noted || is_listed(), "{name} is not reported");
            n_bad += 1;
        }
    }
    assert_eq!((n_good, n_bad), (15, 3));
}

fn cells(sheet: &Sheet) -> impl Iterator<Item = &str> {
    sheet.grid.columns.iter().flat_map(attain::data::Cells::iter)
}

/// Encoding, delimiter, rows, columns, and a text that some cell holds.
#[track_caller]
fn check(folder: &Path, file: &str, how: (&str, char), size: (usize, usize), text: &str) {
    let sheet = sheet(&std::fs::read(folder.join(file)).unwrap());
    assert_eq!((sheet.encoding.as_str(), sheet.delimiter.unwrap()), how, "{file}");
    assert_eq!((sheet.grid.n_rows(), sheet.grid.columns.len()), size, "{file}");
    assert!(cells(&sheet).any(|cell| cell.contains(text)), "{file} has no {text}");
    assert!(!sheet.notes.iter().any(|note| matches!(note, IssueKind::Mojibake { .. })), "{file}: {:?}", sheet.notes);
}

#[test]
fn real_text_files_are_read_as_they_are() {
    let Some(folder) = corpus("messy_02_real_delimited") else { return };
    check(&folder, "characters.csv", ("big5", ','), (383, 18), "開放時間");
    check(&folder, "mac_newlines.csv", ("utf-8", ','), (3, 3), "Once upon\ra time");
    check(&folder, "papaparse_utf-8-bom-sample.csv", ("utf-8-bom", ','), (2, 3), "A");
    check(&folder, "spanish_chars.csv", ("windows-1252", ','), (117, 8), "Órgano");
    check(&folder, "test_latin1.csv", ("windows-1252", ','), (3, 3), "©");
    check(&folder, "test_utf16_little.csv", ("utf-16le", ','), (3, 3), "ʤ");
    check(&folder, "utf-16le_encoded.csv", ("utf-16le", ','), (328, 19), "Organisation");
    check(&folder, "ventes_fr_semicolon_mojibake.csv", ("utf-8", ';'), (54, 8), "Chèque");
    check(&folder, "papaparse_malformed.tsv", ("utf-8", '\t'), (10, 9), "snowdepth");
    check(&folder, "null.csv", ("utf-8", ','), (10, 4), "null");
    check(&folder, "test_numeric_date_format.csv", ("utf-8", ','), (3, 1), "20140102");
    let crm = folder.parent().unwrap();
    let targets = "crm_06_pl300_utf16_targets/ResellerSalesTargets.csv";
    check(crm, targets, ("utf-16le", ','), (82, 14), "M12");
    let superstore = "crm_09_superstore_4_locales/superstore_semicolon_bom_ddmm_decimalcomma.csv";
    check(crm, superstore, ("utf-8-bom", ';'), (9_995, 21), "Furniture");
    let sales = "crm_10_sample_sales_5_variants/sales_24col_cp437_mdY_time.csv";
    check(crm, sales, ("ibm437", ','), (2_824, 24), "Berguvsvägen");
    check(crm, "crm_17_classicmodels_hierarchy/Customers.txt", ("windows-1252", ','), (122, 13), "Berguvsvägen");
    check(crm, "crm_17_classicmodels_hierarchy/Products.txt", ("windows-1252", ','), (110, 9), "1980’s");
    let preamble = "crm_22_export_shapes/de_preamble_before_header.csv";
    check(crm, preamble, ("utf-8", ';'), (6, 3), "1.234,56");
    check(crm, "crm_02_adventureworks_oltp/SalesPerson.csv", ("utf-8", '\t'), (17, 9), ".0120");
    check(crm, "crm_02_adventureworks_oltp/DimReseller.csv", ("utf-8", '|'), (701, 20), "A Bike Store");
    let store = std::fs::read(crm.join("crm_02_adventureworks_oltp/Store.csv")).unwrap();
    let refused = ReadError::NotATable { looks_like: "XML".into() };
    assert_eq!(try_sheet(&store, &ReadChoice::default()).err(), Some(refused));
}

#[track_caller]
fn check_rows(text: &str, expected: &[&[&str]]) -> Sheet {
    let sheet = sheet(text.as_bytes());
    assert_eq!(rows(&sheet), expected, "{text:?}");
    sheet
}

#[test]
fn lines_and_quotes_of_any_habit_are_read() {
    let sheet = check_rows("a,b\r1,2\r\n3,4\n\n5,6", &[&["a", "b"], &["1", "2"], &["3", "4"], &[], &["5", "6"]]);
    assert_eq!(sheet.grid.lines, [1, 2, 3, 4, 5]);
    let sheet = check_rows("a,b\n\"x\r\ny\",2\n3,4\n", &[&["a", "b"], &["x\r\ny", "2"], &["3", "4"]]);
    assert_eq!(sheet.grid.lines, [1, 2, 4]);
    check_rows("a;b\n1,5;\"x \"\"y\"\"\"\n", &[&["a", "b"], &["1,5", "x \"y\""]]);
    check_rows("a,b\n5\" pipe,2\n", &[&["a", "b"], &["5\" pipe", "2"]]);
    check_rows("'a','b,c'\n'd','e'\n", &[&["a", "b,c"], &["d", "e"]]);
    check_rows("a,b\n\"x \\\"y\\\" z\",1\n", &[&["a", "b"], &["x \"y\" z", "1"]]);
    check_rows("sep=;\r\na;b\r\n1,5;2\r\n", &[&["sep=;"], &["a", "b"], &["1,5", "2"]]);
    check_rows("  1  20 30\n 2   4  55\n300 6 77\n", &[&["1", "20", "30"], &["2", "4", "55"], &["300", "6", "77"]]);
    check_rows("a\n1\n", &[&["a"], &["1"]]);
    check_rows("a,b,\n1,2,\n", &[&["a", "b", ""], &["1", "2", ""]]);
}

#[test]
fn wrong_quotes_are_noted_and_swallow_nothing() {
    let stray = RowNote::StrayQuote;
    let sheet = check_rows("a,b\n\"x\"y,2\n3,4\n", &[&["a", "b"], &["\"x\"y", "2"], &["3", "4"]]);
    assert_eq!(sheet.grid.notes, [(1, stray)]);
    let sheet = check_rows("a,b\n\"5\" pipe\",2\n3,4\n", &[&["a", "b"], &["5\" pipe", "2"], &["3", "4"]]);
    assert_eq!(sheet.grid.notes, [(1, stray)]);
    let sheet = check_rows("a,b\n\"x,2\n3,4\n", &[&["a", "b"], &["\"x", "2"], &["3", "4"]]);
    assert_eq!(sheet.grid.notes, [(1, RowNote::UnclosedQuote { n_lines: 2 })]);
    let sheet = check_rows("a,b\n\"x,2\n\"y\",4\n", &[&["a", "b"], &["\"x", "2"], &["y", "4"]]);
    // Up to the next quote, which is the first letter of its line, stands one line.
    assert_eq!(sheet.grid.notes, [(1, RowNote::UnclosedQuote { n_lines: 1 })]);
    assert_eq!(sheet.grid.lines, [1, 2, 3]);
    let long = format!("a,b\n\"x,2\n{}", "3,4\n".repeat(600_000));
    let sheet = try_sheet(long.as_bytes(), &ReadChoice::default()).unwrap();
    assert_eq!((sheet.grid.n_rows(), sheet.grid.notes.len()), (600_002, 1));
}

#[test]
fn encodings_are_told_by_the_whole_file() {
    let mut bytes = b"name,street\n".to_vec();
    bytes.extend(b"Ann,Main street 5\n".repeat(80_000));
    bytes.extend(b"Berglund,Berguvsv\x84gen 8\n");
    let sheet = sheet(&bytes);
    assert_eq!(sheet.encoding, "ibm437");
    assert_eq!(sheet.grid.cell(80_001, 1), "Berguvsvägen 8");
    let said = |label: &str| ReadChoice { encoding: Some(label.into()), ..ReadChoice::default() };
    assert_eq!(try_sheet(&bytes, &said("windows-1252")).unwrap().grid.cell(80_001, 1), "Berguvsv„gen 8");
    assert!(matches!(try_sheet(&bytes, &said("no such")), Err(ReadError::UnknownEncoding { .. })));
    let broken = try_sheet(&bytes, &said("utf-8")).unwrap();
    assert_eq!(broken.notes, [IssueKind::Undecodable { n_cells: 1 }]);
}

#[test]
fn what_was_done_to_the_text_is_noted() {
    let zeros = sheet(b"a,b\nx\0y,2\n");
    assert_eq!((zeros.grid.cell(1, 0), zeros.notes.as_slice()), ("xy", [IssueKind::ZeroBytes { n: 1 }].as_slice()));
    let text = "name,n\nMÃ¼ller,1\nMÃ¼ller,2\nMüller,3\n";
    let kind = IssueKind::Mojibake { n_cells: 2, from: "MÃ¼ller".into(), to: "Müller".into() };
    assert_eq!(sheet(text.as_bytes()).notes, [kind]);
    let repaired = try_sheet(text.as_bytes(), &ReadChoice { repair: Some(true), ..ReadChoice::default() }).unwrap();
    assert_eq!(repaired.grid.columns[0].iter().collect::<Vec<_>>(), ["name", "Müller", "Müller", "Müller"]);
    let said = ReadChoice { delimiter: Some(';'), ..ReadChoice::default() };
    assert_eq!(rows(&try_sheet(b"a,b;c\n1,2;3\n", &said).unwrap()), [["a,b", "c"], ["1,2", "3"]]);
}

#[test]
fn limits_hold_before_memory_is_asked_for() {
    let small = Limits { n_columns: 10, n_rows: 100, n_cells: 500, n_row_bytes: 2_000, ..Limits::default() };
    let read = |text: &str| read_text(&mut Bytes::new("file.csv", text.as_bytes()), &ReadChoice::default(), &small);
    assert!(matches!(read(&["a"; 11].join(",")), Err(ReadError::TooManyColumns { n_columns: 11, limit: 10, .. })));
    let trailing = read(&format!("a,b{}\n1,2\n", ",".repeat(1_000))).unwrap();
    assert_eq!((trailing.grid.columns.len(), trailing.grid.widths[0]), (2, 1_002));
    assert!(matches!(read(&"a,b\n".repeat(101)), Err(ReadError::TooManyRows { limit: 100 })));
    assert!(matches!(read(&"1,2,3,4,5,6\n".repeat(90)), Err(ReadError::TooManyCells { limit: 500, .. })));
    let long = format!("a,b\n{}\n", "x".repeat(2_001));
    assert!(matches!(read(&long), Err(ReadError::RowTooLong { line: 2, .. })));
    let open = format!("a,b\n\"{}", "x".repeat(2_001));
    assert!(matches!(read(&open), Err(ReadError::RowTooLong { line: 2, .. })));
}

/// A cell as it stands in a file.
fn field(cell: &str, always: bool) -> String {
    if always || cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.into()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn good_text_is_read_as_the_csv_crate_reads_it(
        table in (2usize..6).prop_flat_map(|width| {
            prop::collection::vec(prop::collection::vec("[a-zé0-9 .;\"\n',]{0,9}", width), 1..40)
        }),
        quotes in any::<bool>(),
        ends in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let line = |row: &Vec<String>| row.iter().map(|cell| field(cell, quotes)).collect::<Vec<_>>().join(",") + ends;
        let text: String = table.iter().map(line).collect();
        let choice = ReadChoice { delimiter: Some(','), ..ReadChoice::default() };
        let sheet = try_sheet(text.as_bytes(), &choice);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        // Text that begins as JSON does is refused.
        if let Ok(sheet) = sheet {
            prop_assert_eq!(rows(&sheet), expected, "{:?}", text);
        }
    }

    #[test]
    fn where_text_is_cut_changes_nothing(text in "([a-c\"]{0,3}[,;\n\r\"]){0,60}", n_piece in 1usize..30, n_row_bytes in 5usize..200) {
        let limits = Limits { n_row_bytes, ..Limits::default() };
        let read = |source: &mut Bytes| {
            read_text(source, &ReadChoice::default(), &limits).map(|sheet| {
                (rows(&sheet), sheet.grid.lines, sheet.grid.notes, sheet.delimiter)
            })
        };
        let whole = read(&mut Bytes::new("file.csv", text.as_bytes()));
        let cut = read(&mut Bytes::new("file.csv", text.as_bytes()).in_pieces(n_piece));
        prop_assert_eq!(cut, whole);
    }

    #[test]
    fn any_bytes_are_a_grid_or_a_message(bytes in prop::collection::vec(any::<u8>(), 0..300), label in prop::sample::select(vec!["", "utf-8", "utf-16le", "big5", "ibm850", "iso-2022-jp"])) {
        let choice = ReadChoice { encoding: Some(label.to_owned()).filter(|label| !label.is_empty()), ..ReadChoice::default() };
        if let Ok(sheet) = try_sheet(&bytes, &choice) {
            prop_assert!(sheet.grid.columns.iter().all(|column| column.len() == sheet.grid.n_rows()));
            prop_assert_eq!(sheet.grid.widths.len(), sheet.grid.n_rows());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))] // each reads a long file twice

    #[test]
    fn where_a_long_file_is_cut_changes_nothing(row in "([a-c\"é]{0,3}[,\n\r\"]){1,20}", n_piece in 1_000usize..90_000) {
        let text = format!("a,b,c\n{}", row.repeat(200_000 / row.len()));
        let read = |source: &mut Bytes| {
            read_text(source, &ReadChoice::default(), &Limits::default()).map(|sheet| {
                (rows(&sheet), sheet.grid.lines, sheet.grid.notes, sheet.delimiter)
            })
        };
        let whole = read(&mut Bytes::new("file.csv", text.as_bytes()).in_pieces(1 << 20));
        let cut = read(&mut Bytes::new("file.csv", text.as_bytes()).in_pieces(n_piece));
        prop_assert!(cut == whole, "{:?}", row);
    }
}
