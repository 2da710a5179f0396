//! Where records stand: the rules of saving, on any storage that keeps texts under keys.

use super::document::Scenario;
use super::record::{RecordError, Stored, decode_record, encode_record, generation_of};

/// What every key of a scenario begins with.
pub const PREFIX: &str = "attain.scenario.";

/// A storage of texts under keys, such as localStorage.
pub trait Shelf {
    /// The text under a key.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`] if the storage cannot be reached.
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;
    /// Puts a text under a key, whole or not at all.
    ///
    /// # Errors
    /// [`ShelfError`] if there is no room or no access.
    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError>;
    /// Removes one key.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`] if the storage cannot be reached.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;
    /// All keys, in any order.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`] if the storage cannot be reached.
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
}

/// Why a storage did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// No room left.
    #[error("the browser's storage is full")]
    Full,
    /// Switched off, or refused in a private window.
    #[error("the browser does not let the page store anything")]
    Blocked,
}

/// Why a scenario is NOT saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The storage failed.
    #[error("{0}")]
    Shelf(ShelfError),
    /// Another tab has saved since: nothing was overwritten.
    #[error("another tab has saved this scenario since (generation {found})")]
    Conflict {
        /// What stands there now.
        found: u64,
    },
    /// What was read back is not what was written.
    #[error("the browser did not keep what was saved")]
    NotKept,
}

/// One scenario on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id: the key without [`PREFIX`].
    pub id: String,
    /// Its title; empty if it cannot be read.
    pub title: String,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at: u64,
    /// Length of its value in characters.
    pub n_chars: usize,
    /// How it is.
    pub state: EntryState,
    /// Fingerprint of its data.
    pub data: Option<String>,
}

/// How a stored scenario is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// Whole.
    Good,
    /// The last state was damaged; the one before it stands in.
    Recovered,
    /// Written by a newer version.
    Newer,
    /// Cannot be read. It is kept and can be downloaded.
    Broken,
}

/// A scenario that was loaded.
pub type Loaded = Stored;

/// Every scenario on the shelf, the newest first. One that is broken hides no other.
///
/// # Errors
/// [`ShelfError::Blocked`] if the storage cannot be reached.
pub fn list(shelf: &impl Shelf) -> Result<Vec<Entry>, ShelfError> {
    let mut entries = Vec::new();
    for key in shelf.keys()? {
        let Some(id) = key.strip_prefix(PREFIX) else { continue };
        let Some(value) = shelf.get(&key)? else { continue };
        let (id, n_chars) = (id.to_owned(), value.chars().count());
        let broken = Entry { id, title: String::new(), saved_at: 0, n_chars, state: EntryState::Broken, data: None };
        entries.push(decode_record(&value).map_or(broken.clone(), |stored| {
            let state = match (stored.read_only, stored.recovered) {
                (true, _) => EntryState::Newer,
                (false, true) => EntryState::Recovered,
                (false, false) => EntryState::Good,
            };
            let data = stored.scenario.data.map(|data| data.fingerprint);
            Entry { title: stored.scenario.title, saved_at: stored.saved_at, state, data, ..broken }
        }));
    }
    entries.sort_by(|a, b| b.saved_at.cmp(&a.saved_at).then_with(|| a.id.cmp(&b.id)));
    Ok(entries)
}

/// Loads one scenario; `Ok(None)` if there is none of that id.
///
/// # Errors
/// The record's error, or [`RecordError::Shelf`] if the storage cannot be reached.
pub fn load(shelf: &impl Shelf, id: &str) -> Result<Option<Loaded>, RecordError> {
    match shelf.get(&format!("{PREFIX}{id}")) {
        Ok(Some(value)) => decode_record(&value).map(Some),
        Ok(None) => Ok(None),
        Err(error) => Err(RecordError::Shelf(error)),
    }
}

/// Saves a scenario over the generation that the caller last saw (0 for none), and says its new generation.
///
/// What stands there is replaced only if it is that generation; then it is read back and compared, so that "saved" is
/// never said of what is not. A record that is broken beyond reading is put aside first, as a broken record of its own.
///
/// # Errors
/// [`SaveError`]; what stood there before still stands.
pub fn save(shelf: &impl Shelf, id: &str, scenario: &Scenario, seen: u64, saved_at: u64) -> Result<u64, SaveError> {
    let key = format!("{PREFIX}{id}");
    let before = shelf.get(&key).map_err(SaveError::Shelf)?;
    let found = before.as_deref().and_then(generation_of).unwrap_or(0);
    if found != seen {
        return Err(SaveError::Conflict { found });
    }
    if let Some(broken) = before.as_deref().filter(|value| !value.is_empty() && generation_of(value).is_none()) {
        put_aside(shelf, &key, broken)?;
    }
    let value = encode_record(scenario, found + 1, saved_at, before.as_deref());
    shelf.put(&key, &value).map_err(SaveError::Shelf)?;
    match shelf.get(&key) {
        Ok(Some(kept)) if kept == value => Ok(found + 1),
        _ => Err(SaveError::NotKept),
    }
}

/// Keeps a broken record under a key of its own, from where it is listed as broken and can be downloaded.
fn put_aside(shelf: &impl Shelf, key: &str, broken: &str) -> Result<(), SaveError> {
    for number in 1_u32.. {
        let aside = format!("{key}.broken.{number}");
        match shelf.get(&aside).map_err(SaveError::Shelf)? {
            Some(kept) if kept == broken => break,
            Some(_) => {}
            None => {
                shelf.put(&aside, broken).map_err(SaveError::Shelf)?;
                let kept = shelf.get(&aside).map_err(SaveError::Shelf)?;
                return if kept.as_deref() == Some(broken) { Ok(()) } else { Err(SaveError::NotKept) };
            }
        }
    }
    Ok(())
}
