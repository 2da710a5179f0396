//! Speed of reading a workbook of 50,000 rows and 12 columns to a grid of text.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used)]

#[path = "../tests/workbook/pack.rs"]
mod pack;

use std::fmt::Write as _;

use attain::data::{Bytes, Choices, Limits, sheets};
use calamine::Reader as _;
use divan::Bencher;
use divan::counter::ItemsCount;

const N_ROWS: usize = 50_000;
const N_COLUMNS: usize = 12;

fn main() {
    match std::env::args().nth(1).as_deref() {
        // Writes the workbook, for the peers.
        Some("--write") => std::fs::write(std::env::args().nth(2).unwrap(), book()).unwrap(),
        _ => divan::main(),
    }
}

/// Ids, dates, numbers and shared texts, as an export of deals has them.
fn book() -> Vec<u8> {
    let mut strings = String::from("<sst>");
    for index in 0..500 {
        let _ = write!(strings, "<si><t>Customer number {index}</t></si>");
    }
    strings += "</sst>";
    let mut data = String::from("<sheetData>");
    let mut state = 7_u32;
    for row in 1..=N_ROWS {
        let _ = write!(data, r#"<row r="{row}" spans="1:12">"#);
        for (column, letter) in (b'A'..=b'L').map(char::from).enumerate() {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let random = state >> 8;
            let _ = match column {
                0 => write!(data, r#"<c r="A{row}" t="inlineStr"><is><t>id-{row}</t></is></c>"#),
                1 => write!(data, r#"<c r="B{row}" s="1"><v>{}</v></c>"#, 44_000 + random % 2_000),
                2..=5 => write!(data, r#"<c r="{letter}{row}" t="s"><v>{}</v></c>"#, random % 500),
                _ => write!(data, r#"<c r="{letter}{row}" s="0"><v>{}.{}</v></c>"#, random % 100_000, 1 + random % 9),
            };
        }
        data += "</row>";
    }
    data += "</sheetData>";
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    pack::xlsx(&[("Deals", "visible", &data)], &strings, styles, "")
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn sheets_of_a_workbook(bencher: Bencher) {
    let book = book();
    bencher
        .counter(ItemsCount::new(N_ROWS * N_COLUMNS))
        .bench(|| sheets(&mut Bytes::new("deals.xlsx", &book), &Choices::new(), &Limits::default()).unwrap());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn cells_by_calamine(bencher: Bencher) {
    let book = book();
    bencher.counter(ItemsCount::new(N_ROWS * N_COLUMNS)).bench(|| {
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&book)).unwrap();
        let mut cells = book.worksheet_cells_reader("Deals").unwrap();
        let mut n = 0;
        while let Some(cell) = cells.next_cell().unwrap() {
            n += usize::from(*cell.get_value() != calamine::DataRef::Empty);
        }
        n
    });
}
