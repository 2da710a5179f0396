//! Any bytes as the records of an old workbook, within a sound compound file.
#![no_main]

use attain::data::{Bytes, Choices};
use attain_fuzz::{check, limits, wrap};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check(&mut Bytes::new("fuzz.xls", &wrap::compound(bytes)), &Choices::new(), &limits());
});
