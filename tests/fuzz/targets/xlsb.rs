//! Any bytes as shared texts, styles, list of sheets and sheet of a binary workbook, each after its length.
#![no_main]

use attain::data::{Bytes, Choices};
use attain_fuzz::{check, limits, wrap};
use libfuzzer_sys::fuzz_target;

/// A list of one sheet, `S`, of part `rId1`.
const WORKBOOK: &[u8] = b"\x9C\x01\x1A\0\0\0\0\x01\0\0\0\x04\0\0\0r\0I\0d\x001\0\x01\0\0\0S\0\x90\x01\0";

fuzz_target!(|bytes: &[u8]| {
    let [strings, styles, workbook, sheet] = wrap::parts(bytes);
    let workbook = if workbook.is_empty() { WORKBOOK } else { workbook };
    let file = wrap::package("bin", "ms-excel.sheet.binary", [sheet, strings, styles, workbook]);
    check(&mut Bytes::new("fuzz.xlsb", &file), &Choices::new(), &limits());
});
