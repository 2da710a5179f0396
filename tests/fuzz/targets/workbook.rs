//! Any bytes as a workbook or an archive, within small limits: a message, or tables whose rows add up.
#![no_main]

use attain::data::{Bytes, Choices};
use attain_fuzz::{check, limits};
use libfuzzer_sys::fuzz_target;

const MARKS: [&[u8]; 3] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b""];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let mark = MARKS[usize::from(*first) % MARKS.len()];
    let file = if rest.starts_with(mark) { rest.to_vec() } else { [mark, rest].concat() };
    check(&mut Bytes::new("fuzz.xlsx", &file), &Choices::new(), &limits());
});
