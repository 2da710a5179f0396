//! A dataset as bytes, for storage and workers, and the fingerprint that names it.
//!
//! Layout 4 goes kind by kind in the order of [`Kind::ALL`](super::Kind::ALL): the number of records, and unless that is
//! zero their columns in the order of [`Shape`](super::records::Shape), each after its length. Texts stand once and are
//! numbered in the order in which they first come; ids are written without what they share with the one before; days as
//! days since the one before; numbers as their digits with sign and scale; a deal's outcome and its forecast category as one
//! byte. So the bytes follow from the records alone, whoever hands them over.

mod by_record;
mod parts;
mod pieces;
mod read;
mod write;

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::records::{Records, Row};
use super::roles::Kind;
use crate::engine::records::Dataset;
pub use pieces::Pieces;
use read::{Budget, List, lists};
pub(super) use write::Writer;

/// The layout of the bytes; raised when a record changes.
const LAYOUT: u8 = 4;
/// The same where no deal states a forecast category, as all was before deals had one: such data keeps its bytes, and so its
/// name.
const UNSTATED: u8 = 3;
/// The layout before: fewer kinds, and fewer columns of deals, reps and targets.
const NARROWER: u8 = 2;
/// The first layout: records one by one, in `postcard`. What was stored in it still opens.
const BY_RECORD: u8 = 1;

/// Bytes that are not a dataset of this program's layout.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Made by another version.
    #[error("the stored data has layout {found}; this version reads {LAYOUT}")]
    Layout {
        /// Its layout.
        found: u8,
    },
    /// Cut short or damaged, or made to take more memory than it may.
    #[error("the stored data is damaged")]
    Damaged,
}

/// The dataset's bytes.
pub fn encode(dataset: &Dataset) -> Vec<u8> {
    let mut writer = Writer::default();
    dataset.hand_to(&mut writer);
    writer.finish().whole()
}

/// Whether the bytes are of a layout that this program reads.
pub fn is_readable(bytes: &[u8]) -> bool {
    matches!(bytes.first(), Some(&(LAYOUT | UNSTATED | NARROWER | BY_RECORD)))
}

/// The dataset of those bytes.
///
/// # Errors
/// [`DecodeError`] for another layout or damage.
pub fn decode(bytes: &[u8]) -> Result<Dataset, DecodeError> {
    match bytes.split_first() {
        Some((&layout @ (LAYOUT | UNSTATED | NARROWER), rest)) => dataset(layout, rest).ok_or(DecodeError::Damaged),
        Some((&BY_RECORD, rest)) => by_record::dataset(rest).ok_or(DecodeError::Damaged),
        Some((&found, _)) => Err(DecodeError::Layout { found }),
        None => Err(DecodeError::Damaged),
    }
}

fn dataset(layout: u8, bytes: &[u8]) -> Option<Dataset> {
    use super::records::Sink as _;
    let mut dataset = Dataset::default();
    let mut budget = Budget::of(bytes);
    for list in lists(layout, bytes)? {
        let kind = list.kind;
        list.each(&mut budget, |row| dataset.take(kind, row))?;
    }
    Some(dataset)
}

/// A dataset's bytes whose records are read when they are wanted.
pub(super) enum Encoded<'a> {
    /// The layout, and sound bytes behind it.
    Bytes(u8, &'a [u8]),
    /// Of the layout before.
    Dataset(Box<Dataset>),
}

impl<'a> Encoded<'a> {
    /// Looks at all bytes: what is damaged is none of these.
    ///
    /// # Errors
    /// [`DecodeError`] for another layout or damage.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let Some((&layout @ (LAYOUT | UNSTATED | NARROWER), rest)) = bytes.split_first() else {
            return decode(bytes).map(|dataset| Self::Dataset(Box::new(dataset)));
        };
        let mut budget = Budget::of(rest);
        let lists = lists(layout, rest).ok_or(DecodeError::Damaged)?;
        let is_sound = lists.into_iter().all(|list| list.each(&mut budget, |_| {}).is_some());
        if is_sound { Ok(Self::Bytes(layout, rest)) } else { Err(DecodeError::Damaged) }
    }

    fn list(layout: u8, bytes: &'a [u8], kind: Kind) -> Option<List<'a>> {
        lists(layout, bytes)?.into_iter().find(|list| list.kind == kind)
    }
}

impl Records for Encoded<'_> {
    fn n(&self, kind: Kind) -> usize {
        match self {
            Self::Bytes(layout, bytes) => Self::list(*layout, bytes, kind).map_or(0, |list| list.n),
            Self::Dataset(dataset) => dataset.n(kind),
        }
    }

    fn each(&self, kind: Kind, each: &mut dyn FnMut(&Row<'_>)) {
        match self {
            Self::Bytes(layout, bytes) => {
                if let Some(list) = Self::list(*layout, bytes, kind) {
                    let _ = list.each(&mut Budget::of(bytes), each); // was looked at before
                }
            }
            Self::Dataset(dataset) => dataset.each(kind, each),
        }
    }
}

/// A name for those bytes: the same for the same bytes, 32 hexadecimal digits (XXH3). A name, not a protection.
pub fn fingerprint(bytes: &[u8]) -> String {
    name(xxh3_128(bytes))
}

/// The same for bytes in pieces.
pub fn fingerprint_of_pieces(pieces: &Pieces) -> String {
    let mut hash = Xxh3::new();
    pieces.iter().for_each(|piece| hash.update(piece));
    name(hash.digest128())
}

fn name(hash: u128) -> String {
    format!("{hash:032x}")
}

/// The fingerprint of a dataset.
pub fn fingerprint_of(dataset: &Dataset) -> String {
    fingerprint(&encode(dataset))
}

#[cfg(test)]
mod tests;
