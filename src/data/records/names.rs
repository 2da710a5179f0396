//! Texts that come often, each kept once, and keys by their hashes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::block::Texts;
use super::row::Text;
use crate::data::join::key;

/// A map by hashes that are good already.
pub(in crate::data) type ByHash<T> = HashMap<u64, T, BuildHasherDefault<AsItIs>>;

/// Takes a number for its own hash.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::data) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Distinct texts, numbered in the order in which they first came.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct Names {
    text: String,
    /// Where each text ends.
    ends: Vec<usize>,
    places: ByHash<u32>,
    /// Number and one of the texts of this table's symbols; 0 for those that did not come yet.
    known: Vec<u32>,
    /// The number of the empty text, if it came without a symbol.
    empty: Option<u32>,
}

impl Names {
    /// Forgets the symbols of the table before.
    pub(in crate::data) fn begin(&mut self) {
        self.known.clear();
    }

    /// The text's number.
    pub(in crate::data) fn number(&mut self, text: Text<'_>) -> u32 {
        let Some(place) = text.place() else {
            // A field that no column has is empty in every row.
            let is_known = text.text.is_empty() && self.empty.is_some();
            let number = if is_known { self.empty.unwrap_or(0) } else { self.find(text.text) };
            self.empty = if text.text.is_empty() { Some(number) } else { self.empty };
            return number;
        };
        if let Some(known) = self.known.get(place).and_then(|known| known.checked_sub(1)) {
            return known;
        }
        let number = self.find(text.text);
        if self.known.len() <= place {
            self.known.resize((place + 1).max(self.known.len() * 2), 0);
        }
        if let Some(known) = self.known.get_mut(place) {
            *known = number + 1;
        }
        number
    }

    /// The numbers of a block's texts, in place of others.
    pub(in crate::data) fn number_all(&mut self, texts: &Texts<'_, '_>, n: usize, numbers: &mut Vec<u32>) {
        numbers.clear();
        let Some(symbols) = texts.symbols else {
            let number = self.number(Text::default());
            return numbers.resize(n, number);
        };
        numbers.extend(symbols.iter().map(|symbol| match self.known.get(*symbol as usize) {
            Some(known) if *known != 0 => *known - 1,
            _ => self.number(texts.of_symbol(*symbol)),
        }));
    }

    fn find(&mut self, text: &str) -> u32 {
        let mut hash = xxhash_rust::xxh3::xxh3_64(text.as_bytes());
        while let Some(number) = self.places.get(&hash) {
            if self.get(*number) == text {
                return *number;
            }
            hash = hash.wrapping_add(1); // another text of that hash
        }
        let number = self.ends.len() as u32;
        self.text.push_str(text);
        self.ends.push(self.text.len());
        self.places.insert(hash, number);
        number
    }

    /// How many there are.
    pub(in crate::data) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a number.
    pub(in crate::data) fn get(&self, number: u32) -> &str {
        let place = number as usize;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(place).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// All texts, in order.
    pub(in crate::data) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|number| self.get(number))
    }
}

/// Hashes of join keys, without a text of its own for each.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct Keys {
    buffer: String,
}

impl Keys {
    /// The hash of the key of a name. Two names of one key have one hash; of two keys in four million, a half in a million
    /// millions have.
    pub(in crate::data) fn hash(&mut self, name: &str) -> u64 {
        if !name.is_ascii() {
            return xxhash_rust::xxh3::xxh3_64(key(name).as_bytes());
        }
        self.buffer.clear();
        self.buffer.push_str(name.trim());
        self.buffer.make_ascii_lowercase();
        xxhash_rust::xxh3::xxh3_64(self.buffer.as_bytes())
    }
}
