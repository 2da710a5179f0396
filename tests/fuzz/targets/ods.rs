//! Any text as the content of a workbook of OpenDocument.
#![no_main]

use attain::data::{Bytes, Choices};
use attain_fuzz::{check, limits, wrap};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = wrap::stored(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", bytes)]);
    check(&mut Bytes::new("fuzz.ods", &file), &Choices::new(), &limits());
});
