//! What cells of workbooks and archives say: small ones made here, and real ones found through `ATTAIN_CORPUS`.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "workbook/pack.rs"]
mod pack;

use std::path::{Path, PathBuf};

use attain::data::{Bytes, Choices, Format, IssueKind, Limits, ReadError, Sheet, sheets};
use calamine::{Data, Reader as _};

fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    sheets(&mut Bytes::new(name, bytes), &Choices::new(), &Limits::default())
}

/// Rows of a sheet, each with its line.
fn rows(sheet: &Sheet) -> Vec<String> {
    let grid = &sheet.grid;
    let row = |row: usize| (0..grid.columns.len()).map(|column| grid.cell(row, column)).collect::<Vec<_>>().join("|");
    (0..grid.n_rows()).map(|index| format!("{}:{}", grid.lines[index], row(index))).collect()
}

#[track_caller]
fn check(bytes: &[u8], expected: &[&str]) {
    assert_eq!(rows(&read("book", bytes).unwrap()[0]), expected);
}

const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>
  <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="20"/></cellXfs></styleSheet>"#;

#[test]
fn cells_of_every_type() {
    let strings = "<sst><si><t>plain</t></si><si><r><t xml:space=\"preserve\">rich </t></r><r><t>text</t></r><rPh><t>spoken</t></rPh></si><si><t>a_x000D_\nb &amp; c</t></si><si/></sst>";
    let data = r#"<sheetData>
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>
      <row r="2"><c r="A2"><v>1234.5000000000001</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#DIV/0!</v></c><c r="D2" t="str"><f>A1&amp;"x"</f><v>plainx</v></c></row>
      <row r="3"><c r="A3" s="1"><v>46112</v></c><c r="B3" s="2"><v>46112.586805555555</v></c><c r="C3" s="3"><v>1.5</v></c><c r="D3" s="4"><v>0.25</v></c></row>
      <row r="4"><c r="A4" s="5"><v>0.58680555555555558</v></c><c r="B4" t="d"><v>2026-03-31T00:00:00</v></c><c r="C4" s="1"/><c r="D4"><f>1+1</f><v>2</v></c></row>
    </sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>"#;
    let book = pack::xlsx(&[("S", "visible", data)], strings, STYLES, "");
    check(
        &book,
        &[
            "1:plain|rich text|a\r\nb & c|inline",
            "2:1234.5|TRUE|#DIV/0!|plainx",
            "3:2026-03-31|2026-03-31 14:05:00|36:00:00|0.25",
            "4:14:05:00|2026-03-31||2",
        ],
    );
    let sheet = &read("book", &book).unwrap()[0];
    assert_eq!((sheet.grid.merges[0].n_rows, sheet.grid.merges[0].n_columns, sheet.grid.merges.len()), (1, 2, 1));
    assert_eq!(sheet.grid.columns.iter().map(attain::data::Cells::n_typed).collect::<Vec<_>>(), [1, 0, 0, 2]);
}

/// A workbook whose cells are written plainly reads like the same one written so that each has to be taken tag by tag.
#[test]
fn plain_cells_say_what_others_say() {
    const TEXTS: [&str; 8] = ["Won", "", "a &amp; b", "a_x000D_b", " blanks ", "zażółć", "l\r\nm", "_x005F_"];
    const NUMBERS: [&str; 12] = [
        "0",
        "-0",
        "007",
        "1.50",
        "44650.25",
        "274.65999999999997",
        "1E-4",
        "-12.5",
        "46112",
        "123456789012",
        "1e400",
        "12345678901234567890",
    ];
    let strings = TEXTS.map(|text| format!(r#"<si><t xml:space="preserve">{text}</t></si>"#)).concat();
    let strings = format!("<sst>{strings}<si><t>last</t></si></sst>");
    let mut dice = fastrand::Rng::with_seed(11);
    for _ in 0..200 {
        let mut data = String::from("<sheetData>");
        let mut row = 0;
        for _ in 0..dice.usize(1..30) {
            row += if dice.u32(0..5) == 0 { dice.u32(0..4) } else { 1 };
            let tag =
                if dice.bool() { format!(r#"<row r="{}" spans="1:9">"#, row + 1) } else { r#"<row ht="3">"#.into() };
            data += &tag;
            for letter in ["A", "B", "C", "D", "AA"] {
                let place = if dice.u32(0..4) == 0 { String::new() } else { format!(r#" r="{letter}{}""#, row + 1) };
                let style = if dice.bool() { String::new() } else { format!(r#" s="{}""#, dice.u32(0..7)) };
                let number = NUMBERS[dice.usize(0..12)];
                let cell = match dice.u32(0..7) {
                    0 => format!("<c{place}{style}/>"),
                    1 => format!(r#"<c{place}{style} t="inlineStr"><is><t>{}</t></is></c>"#, TEXTS[dice.usize(0..8)]),
                    2 => format!(r#"<c{place} t="b"><v>{}</v></c>"#, dice.u32(0..2)),
                    3 | 4 => format!("<c{place}{style}><v>{number}</v></c>"),
                    _ => format!(r#"<c{place}{style} t="s"><v>{}</v></c>"#, dice.u32(0..9)),
                };
                data += &cell;
            }
            data += "</row>";
        }
        data += "</sheetData>";
        let other = data.replace("<c", "<c ").replace("<row", "<row ").replace("</row>", "</row >");
        let [plain, other] = [(&data, &strings), (&other, &strings.replace("<t", "<t "))].map(|(data, strings)| {
            let found = read("book", &pack::xlsx(&[("S", "visible", data.as_str())], strings, STYLES, "")).unwrap();
            let columns = found[0].grid.columns.iter().map(attain::data::Cells::n_typed);
            (rows(&found[0]), found[0].grid.widths.clone(), columns.collect::<Vec<_>>())
        });
        assert_eq!(plain, other, "{data}");
    }
}

#[test]
fn days_from_1904() {
    let data = r#"<sheetData><row><c s="1"><v>44650</v></c><c><v>7</v></c></row></sheetData>"#;
    check(
        &pack::xlsx(&[("S", "visible", data)], "<sst/>", STYLES, r#"<workbookPr date1904="1"/>"#),
        &["1:2026-03-31|7"],
    );
}

#[test]
fn prefixes_and_cells_without_places() {
    let data = r#"<x:sheetData><x:row><x:c t="str"><x:v><![CDATA[a<b]]></x:v></x:c><x:c/><x:c><x:v>2</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData>"#;
    check(&pack::xlsx(&[("S", "visible", data)], "<sst/>", "<styleSheet/>", ""), &["1:a<b||2", "2:||", "3:3||"]);
}

#[test]
fn hidden_sheets_are_flagged_and_empty_ones_left_out() {
    let data = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    let book = pack::xlsx(
        &[
            ("A &amp; B", "visible", data),
            ("Empty", "visible", "<sheetData/>"),
            ("H", "hidden", data),
            ("V", "veryHidden", data),
        ],
        "<sst/>",
        "<styleSheet/>",
        "",
    );
    let found = read("book", &book).unwrap();
    let names: Vec<(&str, bool)> = found.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden)).collect();
    assert_eq!(names, [("A & B", false), ("H", true), ("V", true)]);
    assert_eq!((found[1].notes.as_slice(), found[1].format), (&[IssueKind::HiddenSheet][..], Format::Xlsx));
}

#[test]
fn a_damaged_sheet_costs_no_other() {
    let good = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    let book = pack::xlsx(
        &[("Bad", "visible", "<sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData>"), ("Good", "visible", good)],
        "<sst/>",
        "<styleSheet/>",
        "",
    );
    let found = read("book", &book).unwrap();
    assert!(matches!(found[0].failure, Some(ReadError::Damaged { .. })));
    assert_eq!((found[1].failure.as_ref(), rows(&found[1])), (None, vec!["1:1".to_owned()]));
}

#[test]
fn cells_of_opendocument() {
    check(
        &pack::ods(
            r#"<table:table table:name="T"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1234.50"><text:p>1.234,50</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c<office:annotation><text:p>note</text:p></office:annotation></text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
            <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="date" office:date-value="2026-03-31T14:05:00"/><table:table-cell office:value-type="time" office:time-value="PT14H05M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25%</text:p></table:table-cell></table:table-row></table:table>"#,
        ),
        &[
            "1:1234.5|a  b\nc|a  b\nc|",
            "2:1234.5|a  b\nc|a  b\nc|",
            "3:|||",
            "4:|||",
            "5:|||",
            "1000003:2026-03-31 14:05:00|14:05:00|TRUE|0.25",
        ],
    );
}

#[test]
fn files_in_an_archive() {
    let book = pack::sheet("<row><c><v>5</v></c></row>");
    let inner = pack::zip(&[("deep.csv", b"a,b\n1,2\n"), ("deeper.zip", &pack::zip(&[("x.csv", b"a\n1\n")]))]);
    let archive = pack::zip(&[
        ("data/deals.csv", b"id;amount\n1;2\n"),
        ("__MACOSX/data/._deals.csv", b"\0\0"),
        ("book.xlsx", &book),
        ("picture.png", b"\x89PNG\r\n\x1a\n"),
        ("inner.zip", &inner),
    ]);
    let found = read("all.zip", &archive).unwrap();
    let seen: Vec<(&str, bool)> = found.iter().map(|sheet| (sheet.name.as_str(), sheet.failure.is_none())).collect();
    assert_eq!(
        seen,
        [
            ("data/deals.csv", true),
            ("book.xlsx › Sheet1", true),
            ("picture.png", false),
            ("inner.zip › deep.csv", true),
            ("inner.zip › deeper.zip", false)
        ]
    );
    assert_eq!(rows(&found[0]), ["1:id|amount", "2:1|2"]);
}

#[test]
fn an_entry_that_fails_costs_no_other() {
    let mut entries =
        vec![pack::entry("locked.csv", b"x"), pack::entry("good.csv", b"a,b\n1,2\n"), pack::entry("odd.csv", b"x")];
    entries[0].flags = 1;
    entries[2].method = 14;
    let found = read("all.zip", &pack::zip_of(&entries)).unwrap();
    assert_eq!(found[0].failure, Some(ReadError::Encrypted));
    assert_eq!(found[1].failure, None);
    assert_eq!(found[2].failure, Some(ReadError::NotATable { looks_like: "ZIP LZMA".into() }));
    assert_eq!(read("all.zip", &pack::zip_of(&entries[..1])).unwrap_err(), ReadError::Encrypted);
}

#[test]
fn files_are_named_for_what_they_are() {
    let name = |bytes: &[u8]| match read("x.csv", bytes) {
        Err(ReadError::NotATable { looks_like }) => looks_like,
        other => format!("{other:?}"),
    };
    let types = |kind: &str| pack::zip(&[("[Content_Types].xml", kind.as_bytes()), ("word/document.xml", b"<a/>")]);
    assert_eq!(name(&types("wordprocessingml.document.main+xml")), "DOCX");
    assert_eq!(name(&pack::zip(&[("mimetype", b"application/epub+zip")])), "EPUB");
    assert_eq!(name(&pack::zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")])), "ODT");
    assert_eq!(name(&pack::zip(&[("META-INF/MANIFEST.MF", b"x")])), "JAR");
    assert_eq!(name(b"%PDF-1.4 ..."), "PDF");
    assert_eq!(name(&pack::zip(&[])), "ZIP");
}

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: ATTAIN_CORPUS names no folder");
    }
    folder
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Whether our text says what another reader found in the cell.
fn is_same(ours: &str, theirs: &Data) -> bool {
    match theirs {
        Data::Empty => ours.is_empty(),
        Data::String(text) => ours == text || ours.replace('\r', "") == text.replace('\r', ""),
        Data::Int(number) => ours == number.to_string(),
        // An error that is written as 0 with its name as the text that is shown.
        Data::Float(number) if *number == 0.0 && ours.starts_with('#') => true,
        Data::Float(number) => ours.parse::<f64>().is_ok_and(|ours| (ours - number).abs() <= number.abs() * 1e-14),
        Data::Bool(truth) => ours == if *truth { "TRUE" } else { "FALSE" },
        Data::Error(error) => ours == error.to_string(),
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => ours.contains(['-', ':']),
    }
}

/// Every cell of a workbook that both readers open says the same, and ours has no more than theirs.
#[track_caller]
fn check_against_calamine(path: &Path, ours: &[Sheet]) -> usize {
    let Ok(mut theirs) = calamine::open_workbook_auto(path) else { return 0 };
    let mut n = 0;
    for sheet in ours {
        let range = theirs.worksheet_range(&sheet.name).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (first_row, first_column) = range.start().unwrap();
        // A text of blanks alone is a cell to one reader and none to the other.
        let is_blank = |value: &Data| matches!(value, Data::String(text) if text.trim().is_empty());
        let cells: Vec<_> = range.used_cells().filter(|(_, _, value)| !is_blank(value)).collect();
        // Our columns are those of the sheet from the first that holds anything, gaps cut to three.
        let mut used: Vec<u32> = cells.iter().map(|(_, column, _)| *column as u32 + first_column).collect();
        used.sort_unstable();
        used.dedup();
        let mut places = std::collections::BTreeMap::new();
        let (mut place, mut last) = (0, None);
        for column in used {
            place += last.map_or(0, |last: u32| (column - last).min(4));
            places.insert(column, place as usize);
            last = Some(column);
        }
        let n_ours: usize =
            sheet.grid.columns.iter().map(|cells| cells.iter().filter(|cell| !cell.trim().is_empty()).count()).sum();
        assert_eq!(n_ours, cells.len(), "{} {}", path.display(), sheet.name);
        for (row, column, value) in cells {
            let line = row as u32 + first_row + 1;
            let row = sheet.grid.lines.binary_search(&line).unwrap_or_else(|_| panic!("{} {line}", path.display()));
            let ours = sheet.grid.cell(row, places[&(column as u32 + first_column)]);
            assert!(is_same(ours, value), "{} {} line {line}: {ours:?} is not {value:?}", path.display(), sheet.name);
            n += 1;
        }
    }
    n
}

#[test]
fn real_workbooks_open_or_say_why() {
    let Some(corpus) = corpus() else { return };
    let mut n = 0;
    let mut refused = Vec::new();
    for path in
        ["messy_01_real_workbooks", "messy_04_spreadsheet_suites"].iter().flat_map(|folder| files(&corpus.join(folder)))
    {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        match read(&name, &std::fs::read(&path).unwrap()) {
            Ok(sheets) => {
                for sheet in &sheets {
                    assert_eq!(sheet.failure, None, "{name} {}", sheet.name);
                }
                n += check_against_calamine(&path, &sheets);
            }
            Err(error) => refused.push((name, error)),
        }
    }
    println!("{n} cells say what calamine finds");
    for (name, error) in &refused {
        println!("{name}: {error}");
    }
    // A message of a mail program that is called `.xls` is text by its contents, and is shown as such.
    let expected = [
        ("calamine_issue_594_dos.ods", "columns"),
        ("messytables_encrypted_no_password.xls", "password"),
        ("sheetjs_password_2002_40_xor.xls", "password"),
    ];
    assert_eq!(refused.len(), expected.len());
    for ((name, error), (expected_name, word)) in refused.iter().zip(expected) {
        assert_eq!(name, expected_name);
        assert!(error.to_string().contains(word), "{name}: {error}");
    }
}

fn real(corpus: &Path, path: &str) -> Vec<Sheet> {
    read(path, &std::fs::read(corpus.join(path)).unwrap()).unwrap()
}

#[test]
fn superstore_has_three_sheets() {
    let Some(corpus) = corpus() else { return };
    let folder = files(&corpus.join("crm_09_superstore_4_locales"));
    let path = folder.iter().find(|path| path.extension().is_some_and(|ending| ending == "xls")).unwrap();
    let found = read("superstore.xls", &std::fs::read(path).unwrap()).unwrap();
    let sizes: Vec<(&str, usize)> = found.iter().map(|sheet| (sheet.name.as_str(), sheet.grid.n_rows() - 1)).collect();
    for expected in [("Orders", 9_994), ("Returns", 296), ("People", 4)] {
        assert!(sizes.contains(&expected), "{sizes:?}");
    }
    let orders = &found.iter().find(|sheet| sheet.name == "Orders").unwrap().grid;
    let sales = (0..orders.columns.len()).find(|column| orders.cell(0, *column) == "Sales").unwrap();
    let sum: f64 = (1..orders.n_rows()).map(|row| orders.cell(row, sales).parse::<f64>().unwrap()).sum();
    assert!((sum - 2_297_200.860_3).abs() < 1e-6, "{sum}");
    check_against_calamine(path, &found);
}

#[test]
fn the_bank_says_the_same_as_text_and_as_workbook() {
    let Some(corpus) = corpus() else { return };
    let folder = files(&corpus.join("crm_14_bank_call_campaign"));
    let path = folder.iter().find(|path| path.extension().is_some_and(|ending| ending == "xlsx")).unwrap();
    let book = read("bank.xlsx", &std::fs::read(path).unwrap()).unwrap();
    let grid = &book[0].grid;
    assert_eq!(grid.n_rows(), 11_436);
    let csv = folder.iter().filter(|path| path.extension().is_some_and(|ending| ending == "csv"));
    let csv =
        csv.map(|path| std::fs::read_to_string(path).unwrap()).find(|text| text.lines().count() == 11_436).unwrap();
    for (row, line) in csv.lines().enumerate() {
        let cells: Vec<&str> = line.split(';').map(|cell| cell.trim_matches('"')).collect();
        assert_eq!(cells.len(), grid.columns.len());
        for (column, cell) in cells.iter().enumerate() {
            assert_eq!(grid.cell(row, column), *cell, "row {row}, column {column}");
        }
    }
}

#[test]
fn days_of_a_real_workbook_from_1904() {
    let Some(corpus) = corpus() else { return };
    let found = real(&corpus, "messy_01_real_workbooks/dates-1904.xls");
    assert_eq!(rows(&found[0]), ["1:2000-01-01|2000-01-01|2000-01-01|2000-01-01|2000-01-01"]);
}

#[test]
fn the_competition_opens() {
    let Some(corpus) = corpus() else { return };
    let found = real(&corpus, "ts_01_m3/M3C.xls");
    let sizes: Vec<(&str, usize)> = found.iter().map(|sheet| (sheet.name.as_str(), sheet.grid.n_rows())).collect();
    assert_eq!(sizes.iter().take(4).map(|(_, n)| n - 1).sum::<usize>(), 3_003);
    let n = check_against_calamine(&corpus.join("ts_01_m3/M3C.xls"), &found);
    println!("{n} cells");
    assert!(100_000 < n, "{n}");
}
