//! Any bytes as a text file that the user says how to read: encoding, delimiter, header, columns of periods, repair.
#![no_main]

use attain::data::{Bytes, Choices, HeaderChoice, ReadChoice};
use attain_fuzz::{check, limits};
use libfuzzer_sys::fuzz_target;

const ENCODINGS: [&str; 16] = [
    "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1250", "ibm437", "ibm852", "big5", "gb18030", "shift_jis",
    "euc-jp", "iso-2022-jp", "euc-kr", "x-user-defined", "replacement", "no such",
];
const DELIMITERS: [char; 12] = [',', ';', '\t', '|', '^', '"', '\n', '\r', 'é', '\u{1f600}', '\0', ' '];

fuzz_target!(|bytes: &[u8]| {
    let Some(([said, encoding, delimiter, line, n_rows], rest)) = bytes.split_first_chunk::<5>() else { return };
    let has = |bit: u8| said & (1 << bit) != 0;
    let far = |byte: u8| if byte == u8::MAX { u32::MAX } else { u32::from(byte) };
    let choice = ReadChoice {
        encoding: has(0).then(|| ENCODINGS[usize::from(encoding % 16)].into()),
        delimiter: has(1).then(|| DELIMITERS[usize::from(delimiter % 12)]),
        header: has(2).then(|| HeaderChoice { line: far(*line), n_rows: far(*n_rows) }),
        unpivot: has(3).then_some(has(4)),
        repair: has(5).then_some(has(6)),
    };
    check(&mut Bytes::new("fuzz.csv", rest).in_pieces(1 + rest.len() % 61), &Choices::for_all(choice), &limits());
});
