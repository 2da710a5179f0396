//! Any bytes as a text file: a message, or tables whose rows add up, whatever the pieces they come in.
#![no_main]

use attain::data::{Bytes, Choices, Limits, guess, import, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut source = Bytes::new("fuzz.csv", bytes).in_pieces(1 + bytes.len() % 97);
    let Ok(tables) = read(&mut source, &Choices::new(), &Limits::default()) else { return };
    for count in import(&tables, &guess(&tables)).files {
        assert_eq!(count.n_rows, count.n_records + count.n_set_aside + count.n_layout);
    }
});
