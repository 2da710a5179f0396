//! A scenario as one record of the browser's storage: generation, time, checksum and the deflated document, with the
//! record before it, in a single value. One write replaces one value, so a stop at any moment leaves the old or the new.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::document::Scenario;
use super::file::{self, FileError};
use super::shelf::ShelfError;
use crate::data::fingerprint;

const MARK: &str = "attain1";
/// The longest document a record may unpack to.
const N_DOCUMENT_BYTES: usize = 64 << 20;

/// A scenario as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// Counts the writes.
    pub generation: u64,
    /// When, in milliseconds since 1970, as the writer was told.
    pub saved_at: u64,
    /// The scenario.
    pub scenario: Scenario,
    /// A newer version of the program wrote it: look, do not save.
    pub read_only: bool,
    /// The current state was damaged and the one before it was taken.
    pub recovered: bool,
}

/// Why a record cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Neither the current state nor the one before it is whole.
    #[error("the stored scenario is damaged")]
    Damaged,
    /// Whole, but not a scenario that can be read.
    #[error("{0}")]
    Document(FileError),
    /// The storage itself could not be reached; nothing is said of the record.
    #[error("{0}")]
    Shelf(ShelfError),
}

/// The record's value. `before` is the value that stands there now; its current state becomes the previous one.
pub fn encode_record(scenario: &Scenario, generation: u64, saved_at: u64, before: Option<&str>) -> String {
    let document = file::write(scenario, None);
    let body = STANDARD_NO_PAD.encode(miniz_oxide::deflate::compress_to_vec(document.as_bytes(), 8));
    let checksum = checksum(generation, saved_at, &body);
    let previous = before.and_then(|value| value.lines().find(|line| parse(line).is_some())).unwrap_or_default();
    format!("{MARK} {generation} {saved_at} {checksum} {body}\n{previous}")
}

/// The newest whole state in the value.
///
/// # Errors
/// [`RecordError`]; the value itself should then be kept aside, never removed.
pub fn decode_record(value: &str) -> Result<Stored, RecordError> {
    let mut first_error = None;
    for (place, line) in value.lines().enumerate() {
        let Some((generation, saved_at, body)) = parse(line) else { continue };
        match document(body) {
            Ok(opened) => {
                let (scenario, read_only) = (opened.scenario, opened.read_only);
                return Ok(Stored { generation, saved_at, scenario, read_only, recovered: 0 < place });
            }
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    Err(first_error.unwrap_or(RecordError::Damaged))
}

/// The generation of the newest whole state, without unpacking it.
pub(super) fn generation_of(value: &str) -> Option<u64> {
    value.lines().find_map(parse).map(|(generation, ..)| generation)
}

fn document(body: &str) -> Result<file::Opened, RecordError> {
    let deflated = STANDARD_NO_PAD.decode(body).map_err(|_| RecordError::Damaged)?;
    let bytes = miniz_oxide::inflate::decompress_to_vec_with_limit(&deflated, N_DOCUMENT_BYTES)
        .map_err(|_| RecordError::Damaged)?;
    let text = String::from_utf8(bytes).map_err(|_| RecordError::Damaged)?;
    file::open(&text).map_err(RecordError::Document)
}

/// Generation, time and body of a line whose checksum holds.
fn parse(line: &str) -> Option<(u64, u64, &str)> {
    let mut parts = line.split(' ');
    if parts.next()? != MARK {
        return None;
    }
    let (generation, saved_at) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let (sum, body) = (parts.next()?, parts.next()?);
    (parts.next().is_none() && sum == checksum(generation, saved_at, body)).then_some((generation, saved_at, body))
}

fn checksum(generation: u64, saved_at: u64, body: &str) -> String {
    fingerprint(format!("{generation} {saved_at} {body}").as_bytes())
}
