//! Mappings as a file of their own: `{"format":"attain-mappings","version":1,"mappings":[…]}`.

use serde::{Deserialize, Serialize};

use super::Mapping;
use crate::data::limits::Limits;

const FORMAT: &str = "attain-mappings";
const VERSION: u64 = 1;
/// Bytes of such a file; a mapping of a hundred columns has three thousand.
const N_BYTES: usize = 8 << 20;
/// Mappings in it.
const N_MAPPINGS: usize = 10_000;

/// Why a file of mappings cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum MappingsError {
    /// More bytes than are read.
    #[error("the file has {n_bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// Its size.
        n_bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// More mappings than are read.
    #[error("the file has {n} mappings; at most {limit} are read")]
    TooMany {
        /// How many.
        n: u64,
        /// The limit.
        limit: u64,
    },
    /// Not JSON, or JSON that breaks off.
    #[error("line {line}, column {column}: the file is not JSON")]
    NotJson {
        /// Line, from 1.
        line: u64,
        /// Column, from 1.
        column: u64,
    },
    /// JSON of something else.
    #[error("the file holds no mappings")]
    NotMappings,
    /// A version that is not known yet.
    #[error("the file is of version {version}; up to {known} can be read")]
    LaterVersion {
        /// The file's.
        version: u64,
        /// The last that is known.
        known: u64,
    },
    /// A mapping that cannot be understood.
    #[error("mapping {number} cannot be read")]
    Mapping {
        /// Which one, from 1.
        number: u64,
    },
}

/// The mappings as a file.
pub fn mappings_to_json(mappings: &[Mapping]) -> String {
    #[derive(Serialize)]
    struct File<'a> {
        format: &'a str,
        version: u64,
        mappings: &'a [Mapping],
    }
    // Writing such plain data into memory cannot fail.
    serde_json::to_string_pretty(&File { format: FORMAT, version: VERSION, mappings }).unwrap_or_default()
}

/// The mappings of a file.
///
/// # Errors
/// Any [`MappingsError`].
pub fn mappings_from_json(text: &str) -> Result<Vec<Mapping>, MappingsError> {
    #[derive(Deserialize)]
    struct File {
        format: String,
        version: u64,
        mappings: Vec<serde_json::Value>,
    }
    if N_BYTES < text.len() {
        return Err(MappingsError::TooLarge { n_bytes: text.len() as u64, limit: N_BYTES as u64 });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: File = serde_json::from_str(text).map_err(|error| {
        if error.is_data() {
            MappingsError::NotMappings
        } else {
            MappingsError::NotJson { line: error.line() as u64, column: error.column() as u64 }
        }
    })?;
    if file.format != FORMAT {
        return Err(MappingsError::NotMappings);
    }
    if VERSION < file.version {
        return Err(MappingsError::LaterVersion { version: file.version, known: VERSION });
    }
    if N_MAPPINGS < file.mappings.len() {
        return Err(MappingsError::TooMany { n: file.mappings.len() as u64, limit: N_MAPPINGS as u64 });
    }
    let read = |(place, value)| -> Result<Mapping, MappingsError> {
        let wrong = MappingsError::Mapping { number: place as u64 + 1 };
        let mapping: Mapping = serde_json::from_value(value).map_err(|_| wrong.clone())?;
        if is_sound(&mapping) { Ok(mapping) } else { Err(wrong) }
    };
    file.mappings.into_iter().enumerate().map(read).collect()
}

/// Whether its figures are within bounds and no field stands twice.
fn is_sound(mapping: &Mapping) -> bool {
    let n = mapping.fields.len();
    let mut fields: Vec<_> = mapping.fields.iter().flatten().collect();
    let n_fields = fields.len();
    fields.sort_unstable();
    fields.dedup();
    n <= Limits::default().n_columns
        && fields.len() == n_fields
        && mapping.sure.len() <= n
        && mapping.kinds.iter().all(|(column, _)| *column < n)
        && mapping.factors.iter().all(|(column, power)| *column < n && (-12..=12).contains(power))
        && mapping.sure.iter().chain([&mapping.certainty]).all(|share| (0.0..=1.0).contains(share))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Field, Kind};
    use proptest::prelude::*;

    fn some() -> Vec<Mapping> {
        let fields = vec![Some(Field::Rep), None, Some(Field::Amount)];
        let one = Mapping {
            file: "a.csv".into(),
            kind: Kind::Deals,
            fields,
            sure: vec![0.9, 0.0, 1.0],
            ..Mapping::default()
        };
        vec![one, Mapping::default()]
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = mappings_to_json(&some());
        assert!(text.contains("\"attain-mappings\""), "{text}");
        assert_eq!(mappings_from_json(&text), Ok(some()));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check = |text: &str, expected: MappingsError| assert_eq!(mappings_from_json(text), Err(expected), "{text}");
        check("", MappingsError::NotJson { line: 1, column: 0 });
        check("{\"format\":", MappingsError::NotJson { line: 1, column: 10 });
        check("[]", MappingsError::NotMappings);
        check("{\"format\":\"attain\",\"version\":1,\"mappings\":[]}", MappingsError::NotMappings);
        check(
            "{\"format\":\"attain-mappings\",\"version\":2,\"mappings\":[]}",
            MappingsError::LaterVersion { version: 2, known: 1 },
        );
        check(
            "{\"format\":\"attain-mappings\",\"version\":1,\"mappings\":[{\"file\":3}]}",
            MappingsError::Mapping { number: 1 },
        );
        let twice = mappings_to_json(&[Mapping { fields: vec![Some(Field::Rep); 2], ..Mapping::default() }]);
        check(&twice, MappingsError::Mapping { number: 1 });
        let far = mappings_to_json(&[Mapping { factors: vec![(7, 3)], ..Mapping::default() }]);
        check(&far, MappingsError::Mapping { number: 1 });
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(place in 0_usize..2_000, with in "\\PC{0,8}") {
            let mut text = mappings_to_json(&some());
            let place = (0..=place.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0);
            text.insert_str(place, &with);
            let _ = mappings_from_json(&text);
        }
    }
}
