//! The symbols of a column's texts, found by the texts.

/// A cell where it stands in a longer text.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::data) struct Cut<'t> {
    /// The text's bytes from where the cell begins on.
    from: &'t [u8],
    n_bytes: usize,
}

/// A hash of a text; texts of one hash are hardly ever different.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look(u64);

/// Symbols in buckets by the hashes of their texts. A bucket that is full goes on in the next.
#[derive(Clone, Debug)]
pub(super) struct Known {
    buckets: Vec<Bucket>,
    /// How far a hash is shifted down to be a place.
    shift: u32,
}

/// Symbols with a part of the hash of their text, all in one line of the processor's memory; symbol 0 stands in a free place.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Bucket {
    tags: [u32; N_BUCKET],
    symbols: [u32; N_BUCKET],
}

/// Places of a bucket.
const N_BUCKET: usize = 8;
/// Buckets to begin with, as a power of two.
const N_BITS: u32 = 3;
/// Odd numbers that spread bits: those of `FxHash`, of the golden ratio and of `MurmurHash`.
const FACTORS: [u64; 3] = [0x517c_c1b7_2722_0a95, 0x9e37_79b9_7f4a_7c15, 0xff51_afd7_ed55_8ccd];

impl<'t> Cut<'t> {
    /// The text from `start` to `end`, where letters begin; nothing beyond the whole.
    #[inline]
    pub(in crate::data) fn new(whole: &'t str, start: usize, end: usize) -> Self {
        let from = whole.as_bytes().get(start..).filter(|from| start <= end && end - start <= from.len());
        from.map_or_else(Self::default, |from| Self { from, n_bytes: end - start })
    }

    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.n_bytes == 0
    }

    #[inline]
    pub(super) fn bytes(self) -> &'t [u8] {
        self.from.get(..self.n_bytes).unwrap_or_default()
    }

    #[inline]
    pub(in crate::data) fn text(self) -> &'t str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// Eight bytes from its beginning on, whatever stands behind it.
    #[inline]
    fn eight(self, at: usize) -> Option<&'t [u8; 8]> {
        self.from.get(at..).and_then(<[u8]>::first_chunk)
    }

    /// Adds its bytes to others. Most cells are short, and calling for the copy would take longer than it.
    #[inline]
    pub(super) fn put(self, bytes: &mut Vec<u8>) {
        let (n, n_before) = (self.n_bytes, bytes.len());
        if 4 * 8 < n {
            return bytes.extend_from_slice(self.bytes());
        }
        for at in (0..n).step_by(8) {
            let Some(eight) = self.eight(at) else {
                bytes.extend_from_slice(self.bytes().get(at..).unwrap_or_default());
                break;
            };
            bytes.extend_from_slice(eight);
        }
        bytes.truncate(n_before + n);
    }

    /// What it looks like.
    #[inline]
    pub(super) fn look(self) -> Look {
        let bytes = self.bytes();
        let n = bytes.len() as u64;
        let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) else {
            // Bytes behind it are shifted out; so is all of an empty one.
            let part = |eight| u64::from_le_bytes(eight) & u64::MAX.checked_shr(64 - 8 * n as u32).unwrap_or(0);
            return Look::of(n, self.eight(0).map_or_else(|| short(bytes), |eight| part(*eight)), 0);
        };
        let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
        if n <= 16 {
            return Look::of(n, first, last);
        }
        // The last word may overlap the one before it.
        let (eights, _) = bytes.as_chunks::<8>();
        let mix =
            |hash: u64, eight: &[u8; 8]| (hash.rotate_left(5) ^ u64::from_le_bytes(*eight)).wrapping_mul(FACTORS[2]);
        Look::of(n, eights.iter().skip(1).fold(first, mix), last)
    }
}

impl<'t> From<&'t str> for Cut<'t> {
    fn from(text: &'t str) -> Self {
        Self { from: text.as_bytes(), n_bytes: text.len() }
    }
}

/// Up to eight bytes as one number.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

impl Look {
    /// Of the length of a text and two words that tell of all its bytes. Each bit of them has a say in all higher ones of a
    /// product, and by being folded in all others.
    #[inline]
    fn of(n: u64, first: u64, last: u64) -> Self {
        let [one, other, third] = FACTORS;
        let sum = (first ^ n).wrapping_mul(one).wrapping_add(last.wrapping_mul(other));
        Self((sum ^ sum >> 32).wrapping_mul(third))
    }

    /// The part of it by which texts of one bucket are told apart.
    #[inline]
    const fn tag(self) -> u32 {
        (self.0 >> 16) as u32
    }
}

impl Bucket {
    /// The symbol of a text of that tag; 0 if there is none, and no symbol that means anything if there are several. All places
    /// are looked at, which takes less than to end at the first.
    #[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
    #[inline]
    fn guess(&self, tag: u32) -> u32 {
        let mut found = 0;
        for (other, symbol) in self.tags.iter().zip(&self.symbols) {
            found |= *symbol & u32::from(*other == tag).wrapping_neg();
        }
        found
    }

    /// The same, which the compiler does not find there by itself.
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    #[allow(clippy::many_single_char_names)] // eight places
    #[inline]
    fn guess(&self, tag: u32) -> u32 {
        use std::arch::wasm32::{u32x4, u32x4_eq, u32x4_splat, u64x2_extract_lane, v128_and, v128_or};
        let tag = u32x4_splat(tag);
        let [a, b, c, d, e, f, g, h] = self.tags;
        let (low, high) = (u32x4_eq(u32x4(a, b, c, d), tag), u32x4_eq(u32x4(e, f, g, h), tag));
        let [a, b, c, d, e, f, g, h] = self.symbols;
        let found = v128_or(v128_and(u32x4(a, b, c, d), low), v128_and(u32x4(e, f, g, h), high));
        let both = u64x2_extract_lane::<0>(found) | u64x2_extract_lane::<1>(found);
        both as u32 | (both >> 32) as u32
    }

    /// Puts a symbol into the first free place, if there is one.
    fn put(&mut self, tag: u32, symbol: u32) -> bool {
        let free = self.tags.iter_mut().zip(&mut self.symbols).find(|(_, symbol)| **symbol == 0);
        free.map(|place| (*place.0, *place.1) = (tag, symbol)).is_some()
    }
}

impl Known {
    /// Of nothing yet.
    pub(super) fn new() -> Self {
        Self { buckets: vec![Bucket::default(); 1 << N_BITS], shift: 64 - N_BITS }
    }

    /// The symbol that a text of that look has, if anything: one of another text now and then, and 0 for one in a full bucket.
    #[inline]
    pub(super) fn guess(&self, look: Look) -> u32 {
        self.buckets.get((look.0 >> self.shift) as usize).map_or(0, |bucket| bucket.guess(look.tag()))
    }

    /// The symbol of a text of that look. `is_same` compares it with the text of a symbol.
    pub(super) fn find(&self, look: Look, is_same: impl Fn(u32) -> bool) -> Option<u32> {
        let mut at = (look.0 >> self.shift) as usize;
        let tag = look.tag();
        while let Some(bucket) = self.buckets.get(at) {
            let symbols =
                bucket.tags.iter().zip(&bucket.symbols).filter(|(other, symbol)| **other == tag && **symbol != 0);
            let found = symbols.map(|(_, symbol)| *symbol).find(|symbol| is_same(*symbol));
            if found.is_some() || bucket.symbols.contains(&0) {
                return found;
            }
            at = (at + 1) & (self.buckets.len() - 1);
        }
        None
    }

    /// Adds the symbol of a new text. Answers whether three quarters of the places are taken then.
    pub(super) fn put(&mut self, look: Look, symbol: u32) -> bool {
        put(&mut self.buckets, look.0 >> self.shift, look.tag(), symbol);
        self.buckets.len() * N_BUCKET * 3 <= symbol as usize * 4
    }

    /// Doubles the buckets. `look` tells what the text of a symbol looks like.
    pub(super) fn widen(&mut self, look: impl Fn(u32) -> Look) {
        let mut buckets = vec![Bucket::default(); self.buckets.len() * 2];
        self.shift -= 1;
        for symbol in self.buckets.iter().flat_map(|bucket| bucket.symbols).filter(|symbol| *symbol != 0) {
            let look = look(symbol);
            put(&mut buckets, look.0 >> self.shift, look.tag(), symbol);
        }
        self.buckets = buckets;
    }

    pub(super) fn n_bytes(&self) -> usize {
        self.buckets.capacity() * size_of::<Bucket>()
    }
}

/// Puts a symbol into a bucket, or into the next one that has a place free.
fn put(buckets: &mut [Bucket], at: u64, tag: u32, symbol: u32) {
    let mut at = at as usize;
    while buckets.get_mut(at).is_some_and(|bucket| !bucket.put(tag, symbol)) {
        at = (at + 1) & (buckets.len() - 1);
    }
}
