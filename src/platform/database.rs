//! Datasets in the browser's database, each with its report, under the dataset's fingerprint. The connection is opened for each use,
//! as browsers close idle ones.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

const NAME: &str = "attain";
const STORE: &str = "datasets";

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

/// Keeps a dataset with its report.
///
/// # Errors
/// [`NotKept`] if the browser has no database here, or no room.
pub async fn put(key: &str, data: &Uint8Array, report: &[u8]) -> Result<(), NotKept> {
    let database = open().await?;
    let record = Object::new();
    let report = Uint8Array::from(report);
    Reflect::set(&record, &"data".into(), data)
        .and(Reflect::set(&record, &"report".into(), &report))
        .map_err(|_| NotKept)?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(&record, Some(&key.into()))?.await?;
    let done = transaction.commit()?.await?;
    database.close();
    if done.is_committed() { Ok(()) } else { Err(NotKept) }
}

/// A dataset with its report.
///
/// # Errors
/// [`NotKept`] if the browser has no database here, or no room.
pub async fn get(key: &str) -> Result<Option<(Uint8Array, Vec<u8>)>, NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let record = transaction.object_store(STORE)?.get(Query::from(JsValue::from(key)))?.await?;
    database.close();
    let part = |name: &str| {
        record.as_ref().and_then(|record| Reflect::get(record, &name.into()).ok()?.dyn_into::<Uint8Array>().ok())
    };
    Ok(part("data").map(|data| (data, part("report").map(|report| report.to_vec()).unwrap_or_default())))
}

/// Fingerprints of all datasets.
///
/// # Errors
/// [`NotKept`] if the browser has no database here, or no room.
pub async fn keys() -> Result<Vec<String>, NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let keys = transaction.object_store(STORE)?.get_all_keys(None, None)?.await?;
    database.close();
    Ok(keys.iter().filter_map(JsValue::as_string).collect())
}

/// Forgets a dataset.
///
/// # Errors
/// [`NotKept`] if the browser has no database here, or no room.
pub async fn remove(key: &str) -> Result<(), NotKept> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.delete(Query::from(JsValue::from(key)))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}
