//! Any text as sheet, shared texts, styles and list of sheets of a workbook of Office Open XML, `FF FF` between them.
#![no_main]

use attain::data::{Bytes, Choices};
use attain_fuzz::{check, limits, wrap};
use libfuzzer_sys::fuzz_target;

const WORKBOOK: &[u8] = b"<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

fuzz_target!(|bytes: &[u8]| {
    let mut parts: [&[u8]; 4] = wrap::texts(bytes);
    if parts[3].is_empty() {
        parts[3] = WORKBOOK;
    }
    let file = wrap::package("xml", "spreadsheetml.sheet.main", parts);
    check(&mut Bytes::new("fuzz.xlsx", &file), &Choices::new(), &limits());
});
