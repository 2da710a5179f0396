//! Names for inputs: the same input has the same name everywhere, another input another one.

use super::model::CostInput;
use super::stream::mix64;

impl CostInput {
    /// 32 hexadecimal digits that depend on every field. Not cryptographic: it finds changes, not forgers.
    pub fn fingerprint(&self) -> String {
        fingerprint(self)
    }
}

pub(super) fn fingerprint(input: &CostInput) -> String {
    let bytes = postcard::to_allocvec(input).unwrap_or_default(); // fails for no plain data
    format!("{:016x}{:016x}", hash(&bytes, 0), hash(&bytes, 1))
}

/// A number for a name.
pub(super) fn key(name: &[u8]) -> u64 {
    hash(name, 2)
}

/// Eight bytes at a time, each mixed in by `SplitMix64`'s mixer.
fn hash(bytes: &[u8], number: u64) -> u64 {
    let start = mix64(number.wrapping_add(bytes.len() as u64).wrapping_add(0x9e37_79b9_7f4a_7c15));
    bytes.chunks(8).fold(start, |state, chunk| {
        let word = chunk.iter().rev().fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
        mix64(state.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_differ() {
        let mut keys: Vec<u64> = (0..10_000).map(|number| key(format!("rep {number}").as_bytes())).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 10_000);
    }
}
