//! Any bytes as a workbook or an archive, within small limits: a message, or tables whose rows add up.
#![no_main]

use attain::data::{Limits, guess, import, read_all};
use libfuzzer_sys::fuzz_target;

const MARKS: [&[u8]; 3] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b""];

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { n_packed_bytes: 1 << 20, n_unpacked_bytes: 16 << 20, n_cells: 1 << 20, ..Limits::default() };
    let Some((first, rest)) = bytes.split_first() else { return };
    let mark = MARKS[usize::from(*first) % MARKS.len()];
    let file = if rest.starts_with(mark) { rest.to_vec() } else { [mark, rest].concat() };
    let Ok(tables) = read_all("fuzz.xlsx", &file, limits) else { return };
    for count in import(&tables, &guess(&tables)).files {
        assert_eq!(count.n_rows, count.n_records + count.n_set_aside + count.n_layout);
    }
});
