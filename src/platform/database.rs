//! Datasets in the browser's database, each with its report, under the dataset's fingerprint. The connection is opened for each use,
//! as browsers close idle ones. Beside each dataset stands a small record about it, so that listing them reads none.

use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::bulk::Bulk;

const NAME: &str = "attain";
const STORE: &str = "datasets";
/// What the keys of records about datasets begin with, and the first text behind them all.
const ABOUT: (&str, &str) = ("about ", "about!");

/// What is known of a dataset without reading it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// Its fingerprint.
    pub key: String,
    /// The files it came from.
    pub files: String,
    /// Their rows.
    pub n_rows: usize,
    /// Its bytes.
    pub n_bytes: u64,
    /// When it was kept, in milliseconds since 1970; 0 if that is not known.
    pub saved_at: u64,
}

impl About {
    fn write(&self) -> Object {
        let record = Object::new();
        let numbers = [("rows", self.n_rows as f64), ("bytes", self.n_bytes as f64), ("at", self.saved_at as f64)];
        let numbers = numbers.map(|(name, number)| (name, JsValue::from(number)));
        let texts = [("key", self.key.as_str().into()), ("files", self.files.as_str().into())];
        for (name, value) in numbers.into_iter().chain(texts) {
            let _ = Reflect::set(&record, &name.into(), &value);
        }
        record
    }

    fn read(record: &JsValue) -> Self {
        let part = |name: &str| Reflect::get(record, &name.into()).unwrap_or_default();
        let number = |name: &str| part(name).as_f64().unwrap_or(0.0);
        let text = |name: &str| part(name).as_string().unwrap_or_default();
        Self {
            key: text("key"),
            files: text("files"),
            n_rows: number("rows") as usize,
            n_bytes: number("bytes") as u64,
            saved_at: number("at") as u64,
        }
    }
}

/// The browser does not keep it: private window, refusal, or no space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

impl From<idb::Error> for NotKept {
    fn from(_: idb::Error) -> Self {
        Self
    }
}

async fn open() -> Result<Database, NotKept> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    Ok(request.await?)
}

/// Keeps a dataset with its report and what is to be known of both. A blob is kept as its bytes where the browser's database
/// takes no blobs, as in some private windows.
///
/// # Errors
/// [`NotKept`] if the browser has no database here, or no room.
pub async fn put(about: &About, data: &Bulk, report: &[u8]) -> Result<(), NotKept> {
    let done = put_as(about, data, report).await;
    match data {
        Bulk::Blob(_) if done.is_err() => {
            let bytes = data.bytes().await.ok_or(NotKept)?;
            put_as(about, &Bulk::Bytes(bytes), report).await
        }
        _ => done,
    }
}

async fn put_as(about: &About, data: &Bulk, report: &[u8]) -> Result<(), NotKept> {
    let database = open().await?;
    let record = Object::new();
    let report = Uint8Array::from(report);
    Reflect::set(&record, &"data".into(), data.value())
        .and(Reflect::set(&record, &"report".into(), &report))
        .map_err(|_| NotKept)?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    store.put(&record, Some(&about.key.as_str().into()))?.await?;
    store.put(&about.write(), Some(&about_key(&about.key)))?.await?;
    let done = transaction.commit()?.await?;
    database.close();
    if done.is_committed() { Ok(()) } else { Err(NotKept) }
}

fn about_key(key: &str) -> JsValue {
    format!("{}{key}", ABOUT.0).into()
}

/// A dataset with its report.
///
/// # Errors
/// [`NotKept`] if the browser has no database here, or no room.
pub async fn get(key: &str) -> Result<Option<(Bulk, Vec<u8>)>, NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let record = transaction.object_store(STORE)?.get(Query::from(JsValue::from(key)))?.await?;
    database.close();
    let part = |name: &str| record.as_ref().and_then(|record| Reflect::get(record, &name.into()).ok());
    let report = || part("report").and_then(|report| report.dyn_into::<Uint8Array>().ok());
    let data = part("data").and_then(Bulk::read);
    Ok(data.map(|data| (data, report().map(|report| report.to_vec()).unwrap_or_default())))
}

/// All datasets.
///
/// # Errors
/// [`NotKept`] if the browser has no database here, or no room.
pub async fn list() -> Result<Vec<About>, NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(STORE)?;
    let keys = store.get_all_keys(None, None)?.await?;
    let range = KeyRange::bound(&ABOUT.0.into(), &ABOUT.1.into(), None, None)?;
    let about: Vec<About> = store.get_all(Some(range.into()), None)?.await?.iter().map(About::read).collect();
    database.close();
    let keys = keys.iter().filter_map(JsValue::as_string).filter(|key| !key.starts_with(ABOUT.0));
    let mut list: Vec<About> = Vec::new();
    for key in keys {
        let known = about.iter().find(|about| about.key == key).cloned();
        let about = known.unwrap_or(About { key, ..About::default() }); // kept before anything was noted about it
        let place = list.iter().position(|other| other.saved_at < about.saved_at);
        list.insert(place.unwrap_or(list.len()), about);
    }
    Ok(list)
}

/// Forgets a dataset.
///
/// # Errors
/// [`NotKept`] if the browser has no database here, or no room.
pub async fn remove(key: &str) -> Result<(), NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    store.delete(Query::from(JsValue::from(key)))?.await?;
    store.delete(Query::from(about_key(key)))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}
