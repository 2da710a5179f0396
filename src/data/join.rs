//! Keys that join files: names without outer blanks and case, and the nearest name for those that match nothing.

use std::collections::BTreeMap;

pub(super) use crate::engine::records::join_key as key;

/// The most alike of the known names, if it is alike enough to be offered.
pub(super) fn nearest(name: &str, known: &BTreeMap<String, String>) -> Option<String> {
    let plain = squeezed(name);
    known
        .iter()
        .take(5_000) // a hint need not search for ever
        .map(|(key, shown)| (strsim::jaro_winkler(&plain, &squeezed(key)), shown))
        .filter(|(likeness, _)| 0.9 <= *likeness)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, shown)| shown.clone())
}

/// Letters and digits alone, in lower case: `GTX Pro` and `GTXPro` are the same.
fn squeezed(name: &str) -> String {
    name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
