//! A dataset as bytes, for storage and workers, and the fingerprint that names it.

use crate::engine::records::Dataset;

/// The layout of the bytes; raised when a record changes.
const LAYOUT: u8 = 1;

/// Bytes that are not a dataset of this program's layout.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Made by another version.
    #[error("the stored data has layout {found}; this version reads {LAYOUT}")]
    Layout {
        /// Its layout.
        found: u8,
    },
    /// Cut short or damaged.
    #[error("the stored data is damaged")]
    Damaged,
}

/// The dataset's bytes.
pub fn encode(dataset: &Dataset) -> Vec<u8> {
    postcard::to_extend(dataset, vec![LAYOUT]).unwrap_or_else(|_| vec![LAYOUT])
}

/// Whether the bytes are of the layout that this program reads.
pub fn is_readable(bytes: &[u8]) -> bool {
    bytes.first() == Some(&LAYOUT)
}

/// The dataset of those bytes.
///
/// # Errors
/// [`DecodeError`] for another layout or damage.
pub fn decode(bytes: &[u8]) -> Result<Dataset, DecodeError> {
    match bytes.split_first() {
        Some((&LAYOUT, rest)) => postcard::from_bytes(rest).map_err(|_| DecodeError::Damaged),
        Some((&found, _)) => Err(DecodeError::Layout { found }),
        None => Err(DecodeError::Damaged),
    }
}

/// A name for those bytes: the same for the same bytes, 32 hexadecimal digits (XXH3). A name, not a protection.
pub fn fingerprint(bytes: &[u8]) -> String {
    format!("{:032x}", xxhash_rust::xxh3::xxh3_128(bytes))
}

/// The fingerprint of a dataset.
pub fn fingerprint_of(dataset: &Dataset) -> String {
    fingerprint(&encode(dataset))
}
