//! The symbols of a column's texts, found by the texts.

/// A cell where it stands in a longer text.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::data) struct Cut<'t> {
    whole: &'t str,
    start: usize,
    end: usize,
}

/// A text's first eight bytes if it has no more, else its hash; and its length. Texts of eight bytes at most are the same
/// if these are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    word: u64,
    n_bytes: u32,
}

/// Symbols in slots by the hashes of their texts.
#[derive(Clone, Debug)]
pub(super) struct Known {
    slots: Vec<Slot>,
    /// How far a hash is shifted down to be a place.
    shift: u32,
}

/// The look of a text and its symbol; symbol 0 stands in a free slot.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    word: u64,
    n_bytes: u32,
    symbol: u32,
}

/// Slots to begin with, as a power of two.
const N_BITS: u32 = 6;

/// What is known of a text.
pub(super) enum Found {
    /// Its symbol.
    Symbol(u32),
    /// It is new, and has this place.
    Free(usize),
}

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

impl<'t> Cut<'t> {
    /// The text from `start` to `end`, if that is one; else nothing.
    #[inline]
    pub(in crate::data) fn new(whole: &'t str, start: usize, end: usize) -> Self {
        if start <= end && end <= whole.len() { Self { whole, start, end } } else { Self { whole, start: 0, end: 0 } }
    }

    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    #[inline]
    pub(super) fn n_bytes(self) -> usize {
        self.end - self.start
    }

    #[inline]
    pub(super) fn bytes(self) -> &'t [u8] {
        self.whole.as_bytes().get(self.start..self.end).unwrap_or_default()
    }

    #[inline]
    pub(in crate::data) fn text(self) -> &'t str {
        self.whole.get(self.start..self.end).unwrap_or_default()
    }

    /// Eight bytes from its beginning on, whatever stands behind it.
    #[inline]
    fn eight(self, at: usize) -> Option<&'t [u8; 8]> {
        self.whole.as_bytes().get(self.start + at..).and_then(<[u8]>::first_chunk)
    }

    /// Adds its bytes to others. Most cells are short, and calling for the copy would take longer than it.
    #[inline]
    pub(super) fn put(self, bytes: &mut Vec<u8>) {
        let (n, n_before) = (self.n_bytes(), bytes.len());
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
        let n = self.n_bytes();
        let n_bytes = n as u32;
        if n <= 8 {
            let Some(eight) = self.eight(0) else { return Look { word: short(self.bytes()), n_bytes } };
            // Bytes behind it are shifted out; so is all of an empty one.
            let word = u64::from_le_bytes(*eight) & u64::MAX.checked_shr(64 - 8 * n_bytes).unwrap_or(0);
            return Look { word, n_bytes };
        }
        Look { word: hash(self.bytes()), n_bytes }
    }
}

impl<'t> From<&'t str> for Cut<'t> {
    fn from(whole: &'t str) -> Self {
        Self { whole, start: 0, end: whole.len() }
    }
}

/// Up to eight bytes as one number.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

/// A fast hash after the manner of `FxHash`, eight bytes at a time; only ever compared within one column.
#[inline]
fn hash(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    let (eights, _) = bytes.as_chunks::<8>();
    let hash = eights.iter().fold(bytes.len() as u64, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
    // The last word overlaps the one before it.
    let last = bytes.last_chunk::<8>().map_or_else(|| short(bytes), |last| u64::from_le_bytes(*last));
    mix(hash, last)
}

impl Look {
    /// Whether texts of this look are the same for certain.
    #[inline]
    pub(super) fn is_whole(self) -> bool {
        self.n_bytes <= 8
    }

    /// The place of its slot; every byte has a say in the highest bits of a product.
    #[inline]
    fn place(self, shift: u32) -> usize {
        ((self.word ^ u64::from(self.n_bytes)).wrapping_mul(FACTOR) >> shift) as usize
    }
}

impl Slot {
    const fn look(self) -> Look {
        Look { word: self.word, n_bytes: self.n_bytes }
    }
}

impl Known {
    /// Of nothing yet.
    pub(super) fn new() -> Self {
        Self { slots: vec![Slot::default(); 1 << N_BITS], shift: 64 - N_BITS }
    }

    /// The symbol of a text of that look, or where to put it. `is_same` compares it with the text of a symbol.
    #[inline]
    pub(super) fn find(&self, look: Look, is_same: impl Fn(u32) -> bool) -> Found {
        let mask = self.slots.len() - 1;
        let mut at = look.place(self.shift);
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.symbol != 0) {
            if slot.word == look.word && slot.n_bytes == look.n_bytes && (look.is_whole() || is_same(slot.symbol)) {
                return Found::Symbol(slot.symbol);
            }
            at = (at + 1) & mask;
        }
        Found::Free(at)
    }

    /// Puts a new text in its place. Answers whether the slots are three quarters full then.
    pub(super) fn put(&mut self, at: usize, look: Look, symbol: u32) -> bool {
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { word: look.word, n_bytes: look.n_bytes, symbol };
        }
        self.slots.len() * 3 <= symbol as usize * 4
    }

    /// Doubles the slots.
    pub(super) fn widen(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![Slot::default(); self.slots.len() * 2];
        self.shift -= 1;
        for slot in self.slots.iter().filter(|slot| slot.symbol != 0) {
            let mut at = slot.look().place(self.shift);
            while slots.get(at).is_some_and(|slot| slot.symbol != 0) {
                at = (at + 1) & mask;
            }
            if let Some(place) = slots.get_mut(at) {
                *place = *slot;
            }
        }
        self.slots = slots;
    }

    pub(super) fn n_bytes(&self) -> usize {
        self.slots.capacity() * size_of::<Slot>()
    }
}
