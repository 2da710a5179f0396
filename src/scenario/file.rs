//! The scenario file: JSON with the version outside, a checksum, and the data itself if it was asked for.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::document::Scenario;
use super::v1;
use crate::data::{fingerprint, is_readable};

/// The version of the layout that this program writes.
pub const VERSION: u64 = 1;
const FORMAT: &str = "attain-scenario";
/// Data above this is refused before memory is asked for.
const N_DATA_BYTES: usize = 1 << 30;

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The scenario.
    pub scenario: Scenario,
    /// The dataset's bytes, if the file holds them; they match the scenario's fingerprint.
    pub data: Option<Vec<u8>>,
    /// The file holds data of another version's layout, or its data cannot be read by this version: it was left out, and
    /// the scenario opened without.
    pub data_left_out: bool,
    /// Plans of a newer file that this version does not understand: they were left out.
    pub n_plans_left_out: usize,
    /// The version of the layout it was written in.
    pub version: u64,
    /// The file was changed outside the program: its checksum does not match. It is used all the same.
    pub edited: bool,
    /// The file is of a newer version: it can be looked at, and must not be saved over.
    pub read_only: bool,
}

/// The data part of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DataPart {
    /// Names the bytes.
    pub fingerprint: String,
    /// Length of the bytes.
    pub n_bytes: usize,
    /// Deflated, in base64.
    pub deflated: String,
}

/// Why a file is no scenario.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Not JSON, or cut short.
    #[error("the file is damaged or cut short: line {line}, column {column}")]
    Damaged {
        /// Where reading stopped.
        line: usize,
        /// And in which column.
        column: usize,
    },
    /// JSON of another kind.
    #[error("the file is not an Attain scenario")]
    OtherFormat,
    /// Written by a newer version, and not to be understood by this one.
    #[error("the file was written by a newer version of Attain (layout {version}; this version reads {VERSION})")]
    Newer {
        /// Its version.
        version: u64,
    },
    /// A field of the wrong kind.
    #[error("the scenario cannot be read: {why}")]
    Field {
        /// What is wrong, and where.
        why: String,
    },
    /// The data part does not match its fingerprint.
    #[error("the data in the file is damaged")]
    Data,
}

impl FileError {
    /// What the person can do about it, as one imperative sentence.
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Damaged { .. } | Self::Data => "Get the file again from where it was exported",
            Self::OtherFormat => "Choose a file that was exported as a scenario",
            Self::Newer { .. } => "Open it with a newer version of Attain",
            Self::Field { .. } => "Correct the field, or export the scenario again",
        }
    }
}

/// Writes a scenario, with the bytes of its dataset if they are given.
pub fn write(scenario: &Scenario, data: Option<&[u8]>) -> String {
    let scenario = serde_json::to_value(scenario).unwrap_or(Value::Null);
    let checksum = fingerprint(scenario.to_string().as_bytes());
    let mut file = Map::new();
    file.insert("format".into(), json!(FORMAT));
    file.insert("version".into(), json!(VERSION));
    file.insert("app".into(), json!(env!("CARGO_PKG_VERSION")));
    file.insert("checksum".into(), json!(checksum));
    file.insert("scenario".into(), scenario);
    if let Some(bytes) = data {
        let part = DataPart {
            fingerprint: fingerprint(bytes),
            n_bytes: bytes.len(),
            deflated: STANDARD.encode(miniz_oxide::deflate::compress_to_vec(bytes, 6)),
        };
        file.insert("data".into(), serde_json::to_value(part).unwrap_or(Value::Null));
    }
    let mut text = serde_json::to_string_pretty(&Value::Object(file)).unwrap_or_default();
    text.push('\n');
    text
}

/// Opens a file of this or any earlier version; one of a newer version as far as it can be understood, read-only. Data
/// of a layout that this version does not read is left out.
///
/// # Errors
/// [`FileError`] if it is no scenario, if it is of a newer version and cannot be understood, or if its data is damaged.
pub fn open(text: &str) -> Result<Opened, FileError> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| FileError::Damaged { line: error.line(), column: error.column() })?;
    let Value::Object(mut file) = value else { return Err(FileError::OtherFormat) };
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::OtherFormat);
    }
    let version = file.get("version").and_then(Value::as_u64).ok_or(FileError::OtherFormat)?;
    let body = file.remove("scenario").ok_or(FileError::OtherFormat)?;
    let checksum = fingerprint(body.to_string().as_bytes());
    let edited = file.get("checksum").and_then(Value::as_str) != Some(&checksum);
    let is_newer = VERSION < version;
    let (scenario, n_plans_left_out) = if is_newer {
        v1::read_newer(body).map_err(|_| FileError::Newer { version })?
    } else {
        (v1::read(body).map_err(|error| FileError::Field { why: error.to_string() })?, 0)
    };
    let part = file.remove("data").filter(|part| !part.is_null());
    let has_data = part.is_some();
    let data = match part.map(|part| read_data(part, &scenario)) {
        Some(Ok(bytes)) => Some(bytes).filter(|bytes| is_readable(bytes)),
        Some(Err(error)) if !is_newer => return Err(error),
        Some(Err(_)) | None => None,
    };
    let data_left_out = has_data && data.is_none();
    Ok(Opened { scenario, data, data_left_out, n_plans_left_out, version, edited, read_only: is_newer })
}

/// The bytes of the data part; they are those that the scenario names.
fn read_data(part: Value, scenario: &Scenario) -> Result<Vec<u8>, FileError> {
    let part: DataPart = serde_json::from_value(part).map_err(|_| FileError::Data)?;
    if N_DATA_BYTES < part.n_bytes {
        return Err(FileError::Data);
    }
    let deflated = STANDARD.decode(part.deflated).map_err(|_| FileError::Data)?;
    let bytes =
        miniz_oxide::inflate::decompress_to_vec_with_limit(&deflated, part.n_bytes).map_err(|_| FileError::Data)?;
    let found = fingerprint(&bytes);
    let is_named = scenario.data.as_ref().is_none_or(|data| data.fingerprint == found);
    if found == part.fingerprint && is_named { Ok(bytes) } else { Err(FileError::Data) }
}
