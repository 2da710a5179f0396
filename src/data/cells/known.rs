//! The symbols of a column's texts, found by the texts.

/// A cell where it stands in a longer text.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::data) struct Cut<'t> {
    /// The text's bytes from where the cell begins on.
    from: &'t [u8],
    n_bytes: usize,
}

/// What a text looks like: texts of up to [`N_WHOLE`] bytes are the same if they look the same, longer ones most likely.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// Its bytes, followed by zeros; of a longer one the first sixteen, and a hash of the others.
    words: [u64; 3],
    n_bytes: u32,
}

/// Few symbols, found by what their texts look like, without the texts.
#[derive(Clone, Debug)]
pub(super) struct Few {
    /// Places in open addressing.
    slots: Vec<Slot>,
    /// How far a hash is shifted down to be a place.
    shift: u32,
}

/// A text's look and its symbol. Free ones have symbol 0 and the look of the empty text, of which that is the symbol.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Slot {
    look: Look,
    symbol: u32,
}

/// Many symbols in buckets by the hashes of their texts, with which a text is compared. A bucket that is full goes on in the next.
#[derive(Clone, Debug)]
pub(super) struct Many {
    buckets: Vec<Bucket>,
    shift: u32,
}

/// Symbols with a part of the hash of their text, all in one line of the processor's memory; symbol 0 stands in a free place.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Bucket {
    tags: [u32; N_BUCKET],
    symbols: [u32; N_BUCKET],
}

/// Bytes of a text that are seen whole.
const N_WHOLE: usize = 24;
/// Places for few symbols to begin with and at most, as powers of two. Those of many take a sixth of the memory.
const N_BITS: u32 = 6;
const MOST_BITS: u32 = 13;
/// Places of a bucket.
const N_BUCKET: usize = 8;
/// By the length of a text, what of three words it is.
const MASKS: [[u64; 3]; N_WHOLE + 1] = masks();
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

    /// Puts its bytes in place of others from `at` on and answers where they end; what stands behind them changes too. Most
    /// cells are short, and to copy more of them than there is takes less than to look how much that is.
    #[inline]
    pub(super) fn put(self, bytes: &mut Vec<u8>, at: usize) -> usize {
        let end = at + self.n_bytes;
        if bytes.len() < end + N_WHOLE {
            bytes.resize(end + N_WHOLE, 0);
        }
        let place = bytes.get_mut(at..).unwrap_or_default();
        match (self.from.first_chunk::<N_WHOLE>(), place.first_chunk_mut()) {
            (Some(whole), Some(place)) if self.n_bytes <= N_WHOLE => *place = *whole,
            _ => {
                if let Some(place) = place.get_mut(..self.n_bytes) {
                    place.copy_from_slice(self.bytes());
                }
            }
        }
        end
    }

    /// What it looks like.
    #[inline]
    pub(super) fn look(self) -> Look {
        match (self.from.first_chunk(), MASKS.get(self.n_bytes)) {
            (Some(whole), Some(mask)) => Look::of(whole, mask, self.n_bytes),
            _ => self.far_look(),
        }
    }

    /// The same for long texts, and for those behind which too little stands.
    fn far_look(self) -> Look {
        let bytes = self.bytes();
        let mut whole = [0; N_WHOLE];
        if let (Some(mask), Some(start)) = (MASKS.get(bytes.len()), whole.get_mut(..bytes.len())) {
            start.copy_from_slice(bytes);
            return Look::of(&whole, mask, bytes.len());
        }
        let (words, _) = bytes.as_chunks::<8>();
        let mut words = words.iter().map(|word| u64::from_le_bytes(*word));
        let (first, second) = (words.next().unwrap_or(0), words.next().unwrap_or(0));
        // The last word overlaps the one before it.
        let last = bytes.last_chunk().map_or(0, |word| u64::from_le_bytes(*word));
        let mix = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(FACTORS[2]);
        Look { words: [first, second, words.chain([last]).fold(0, mix)], n_bytes: bytes.len() as u32 }
    }
}

impl<'t> From<&'t str> for Cut<'t> {
    fn from(text: &'t str) -> Self {
        Self { from: text.as_bytes(), n_bytes: text.len() }
    }
}

const fn masks() -> [[u64; 3]; N_WHOLE + 1] {
    const fn lowest(n_bytes: usize) -> u64 {
        if n_bytes < 8 { (1 << (8 * n_bytes)) - 1 } else { u64::MAX }
    }
    let mut masks = [[0; 3]; N_WHOLE + 1];
    let (mut rest, mut n): (&mut [_], _) = (&mut masks, 0_usize);
    while let Some((mask, longer)) = rest.split_first_mut() {
        *mask = [lowest(n), lowest(n.saturating_sub(8)), lowest(n.saturating_sub(16))];
        (rest, n) = (longer, n + 1);
    }
    masks
}

impl Look {
    /// Of a text of so many bytes and whatever stands behind it.
    #[inline]
    fn of(whole: &[u8; N_WHOLE], mask: &[u64; 3], n_bytes: usize) -> Self {
        let mut look = Self { words: *mask, n_bytes: n_bytes as u32 };
        let (words, _) = whole.as_chunks::<8>();
        for (word, bytes) in look.words.iter_mut().zip(words) {
            *word &= u64::from_le_bytes(*bytes);
        }
        look
    }

    /// Each bit has a say in all higher ones of a product, and by being folded in all others.
    #[inline]
    fn hash(&self) -> u64 {
        let [one, other, third] = self.words;
        let sum = (one ^ u64::from(self.n_bytes)).wrapping_mul(FACTORS[0]);
        let sum = sum.wrapping_add(other.wrapping_mul(FACTORS[1])).wrapping_add(third.wrapping_mul(FACTORS[2]));
        (sum ^ sum >> 32).wrapping_mul(FACTORS[2])
    }

    /// Whether another is the same.
    #[inline]
    pub(super) fn is(&self, other: &Self) -> bool {
        let words = self.words.iter().zip(&other.words);
        words.fold(u64::from(self.n_bytes ^ other.n_bytes), |differs, (one, other)| differs | (one ^ other)) == 0
    }

    /// Whether texts that look like that can be others all the same.
    #[inline]
    pub(super) const fn is_vague(&self) -> bool {
        N_WHOLE < self.n_bytes as usize
    }
}

/// The part of a hash by which texts of one bucket are told apart.
#[inline]
const fn tag(hash: u64) -> u32 {
    (hash >> 16) as u32
}

impl Few {
    /// Of nothing yet.
    pub(super) fn new() -> Self {
        Self { slots: vec![Slot::default(); 1 << N_BITS], shift: 64 - N_BITS }
    }

    /// The symbol of a text of that look; 0 is that of the empty text. `is_same` compares it with the text of a symbol.
    #[inline]
    pub(super) fn find(&self, look: &Look, is_same: impl Fn(u32) -> bool) -> Option<u32> {
        let mut at = (look.hash() >> self.shift) as usize;
        while let Some(slot) = self.slots.get(at) {
            if slot.look.is(look) && (!look.is_vague() || is_same(slot.symbol)) {
                return Some(slot.symbol);
            }
            if slot.symbol == 0 {
                break;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }

    /// Adds the symbol of a new text. Answers whether half of the places are taken then.
    pub(super) fn put(&mut self, look: &Look, symbol: u32) -> bool {
        self.place(Slot { look: *look, symbol });
        self.slots.len() <= symbol as usize * 2
    }

    fn place(&mut self, new: Slot) {
        let mut at = (new.look.hash() >> self.shift) as usize;
        while self.slots.get(at).is_some_and(|slot| slot.symbol != 0) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if let Some(free) = self.slots.get_mut(at) {
            *free = new;
        }
    }

    /// Doubles the places; `Err` with the same symbols as many when there are most.
    pub(super) fn widen(self) -> Result<Self, Many> {
        let taken = self.slots.iter().filter(|slot| slot.symbol != 0);
        if 1 << MOST_BITS <= self.slots.len() {
            let n_bits = MOST_BITS - N_BUCKET.ilog2();
            let mut many = Many { buckets: vec![Bucket::default(); 1 << n_bits], shift: 64 - n_bits };
            taken.for_each(|slot| _ = many.put(&slot.look, slot.symbol));
            return Err(many);
        }
        let slots = vec![Slot::default(); self.slots.len() * 2];
        let mut wide = Self { slots, shift: self.shift - 1 };
        taken.for_each(|slot| wide.place(*slot));
        Ok(wide)
    }

    pub(super) fn n_bytes(&self) -> usize {
        self.slots.capacity() * size_of::<Slot>()
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

impl Many {
    /// The symbol that a text of that look has, if anything: one of another text now and then, and 0 for one in a full bucket.
    #[inline]
    pub(super) fn guess(&self, look: &Look) -> u32 {
        let hash = look.hash();
        self.buckets.get((hash >> self.shift) as usize).map_or(0, |bucket| bucket.guess(tag(hash)))
    }

    /// The symbol of a text of that look. `is_same` compares it with the text of a symbol.
    pub(super) fn find(&self, look: &Look, is_same: impl Fn(u32) -> bool) -> Option<u32> {
        let hash = look.hash();
        let (mut at, tag) = ((hash >> self.shift) as usize, tag(hash));
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
    pub(super) fn put(&mut self, look: &Look, symbol: u32) -> bool {
        put(&mut self.buckets, self.shift, look, symbol);
        self.buckets.len() * N_BUCKET * 3 <= symbol as usize * 4
    }

    /// Doubles the buckets. `look` tells what the text of a symbol looks like.
    pub(super) fn widen(&mut self, look: impl Fn(u32) -> Look) {
        let mut buckets = vec![Bucket::default(); self.buckets.len() * 2];
        self.shift -= 1;
        for symbol in self.buckets.iter().flat_map(|bucket| bucket.symbols).filter(|symbol| *symbol != 0) {
            put(&mut buckets, self.shift, &look(symbol), symbol);
        }
        self.buckets = buckets;
    }

    pub(super) fn n_bytes(&self) -> usize {
        self.buckets.capacity() * size_of::<Bucket>()
    }
}

/// Puts a symbol into a bucket, or into the next one that has a place free.
fn put(buckets: &mut [Bucket], shift: u32, look: &Look, symbol: u32) {
    let hash = look.hash();
    let (mut at, tag) = ((hash >> shift) as usize, tag(hash));
    while buckets.get_mut(at).is_some_and(|bucket| !bucket.put(tag, symbol)) {
        at = (at + 1) & (buckets.len() - 1);
    }
}
