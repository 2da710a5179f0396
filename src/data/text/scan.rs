//! Where the marks of delimited text stand, 64 bytes at a time.

/// How many bytes are looked at together.
pub(super) const BLOCK: usize = 64;

/// The bytes that are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    /// The delimiter, or its first byte.
    pub delimiter: u8,
    /// The quote; the delimiter again where there is none.
    pub quote: u8,
}

/// Finds the marks and the line ends in a block: bit 0 stands for its first byte.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline]
pub(super) fn find(block: &[u8; BLOCK], marks: Marks) -> u64 {
    use std::arch::wasm32::{i8x16_bitmask, i8x16_eq, u8x16_splat, u64x2, v128_or};
    let (delimiter, quote) = (u8x16_splat(marks.delimiter), u8x16_splat(marks.quote));
    let (feed, back) = (u8x16_splat(b'\n'), u8x16_splat(b'\r'));
    let mut found = 0;
    let (lanes, _) = block.as_chunks::<16>();
    for (index, lane) in lanes.iter().enumerate() {
        let both = u128::from_le_bytes(*lane);
        let lane = u64x2(both as u64, (both >> 64) as u64);
        let mark = v128_or(i8x16_eq(lane, delimiter), i8x16_eq(lane, quote));
        let end = v128_or(i8x16_eq(lane, feed), i8x16_eq(lane, back));
        found |= u64::from(i8x16_bitmask(v128_or(mark, end))) << (16 * index);
    }
    found
}

/// Finds the marks and the line ends in a block: bit 0 stands for its first byte.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
pub(super) fn find(block: &[u8; BLOCK], marks: Marks) -> u64 {
    plain(block, marks)
}

/// The same on any machine: compared at once, then one bit is kept of each byte.
#[cfg(any(test, not(all(target_arch = "wasm32", target_feature = "simd128"))))]
#[inline]
fn plain(block: &[u8; BLOCK], marks: Marks) -> u64 {
    let mut is_mark = [0_u8; BLOCK];
    for (is_mark, byte) in is_mark.iter_mut().zip(block) {
        let found = (*byte == marks.delimiter) || (*byte == marks.quote) || (*byte == b'\n') || (*byte == b'\r');
        *is_mark = u8::from(found);
    }
    let (eights, _) = is_mark.as_chunks::<8>();
    let bits = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    eights.iter().rev().fold(0, |found, eight| found << 8 | bits(eight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn marks_are_found_where_they_stand(bytes in prop::collection::vec(prop::sample::select(b"a,\"\n\r\xC4;".to_vec()), BLOCK)) {
            let block: [u8; BLOCK] = bytes.try_into().unwrap();
            let marks = Marks { delimiter: b',', quote: b'"' };
            let is_mark = |byte: &u8| b",\"\n\r".contains(byte);
            for (place, byte) in block.iter().enumerate() {
                prop_assert_eq!(find(&block, marks) >> place & 1 == 1, is_mark(byte));
            }
            prop_assert_eq!(find(&block, marks), plain(&block, marks));
        }
    }
}
