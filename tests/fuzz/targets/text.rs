//! Any bytes as a text file: a message, or tables whose rows add up, whatever the pieces they come in.
#![no_main]

use attain::data::{Bytes, Choices, read};
use attain_fuzz::{check, limits};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (choices, limits) = (Choices::new(), limits());
    let whole = read(&mut Bytes::new("fuzz.csv", bytes), &choices, &limits);
    let mut pieces = Bytes::new("fuzz.csv", bytes).in_pieces(1 + bytes.len() % 97);
    assert_eq!(whole, read(&mut pieces, &choices, &limits));
    check(&mut pieces, &choices, &limits);
});
