//! Any bytes as a stored dataset: damage is told, and what is read is written again as it was.
#![no_main]

use attain::data::{decode, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(dataset) = decode(bytes) {
        assert!(decode(&encode(&dataset)).is_ok_and(|again| encode(&again) == encode(&dataset)));
    }
});
