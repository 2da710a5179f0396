//! Version 1 of the file. It is the current layout; when a version 2 comes, the types of today are frozen here and
//! converted.

use serde_json::Value;

use super::document::Scenario;

/// Reads the `scenario` part of a version 1 file.
pub(super) fn read(scenario: Value) -> Result<Scenario, serde_json::Error> {
    serde_json::from_value(scenario)
}
