//! localStorage as a shelf, a lock per scenario, and news from other tabs.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

use crate::scenario::{Shelf, ShelfError};

/// The browser's localStorage. Only keys that begin with `attain.` are ever touched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocalShelf;

fn storage() -> Result<Storage, ShelfError> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(ShelfError::Blocked)
}

impl Shelf for LocalShelf {
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        storage()?.get_item(key).map_err(|_| ShelfError::Blocked)
    }

    fn put(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        // A browser that lets the page read but not write says the same as one that is full.
        storage()?.set_item(key, text).map_err(|_| ShelfError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        storage()?.remove_item(key).map_err(|_| ShelfError::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let storage = storage()?;
        let n = storage.length().map_err(|_| ShelfError::Blocked)?;
        let mut keys: Vec<String> = (0..n)
            .filter_map(|index| storage.key(index).ok().flatten())
            .filter(|key| key.starts_with("attain."))
            .collect();
        keys.sort();
        Ok(keys)
    }
}

/// Runs `work` while no other tab holds the lock of that name; at once where the browser has no locks.
pub async fn locked<T: 'static>(name: &str, work: impl FnOnce() -> T + 'static) -> Option<T> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(|locks| !locks.is_undefined());
    let request =
        locks.as_ref().and_then(|locks| Reflect::get(locks, &"request".into()).ok()?.dyn_into::<Function>().ok());
    let (Some(locks), Some(request)) = (locks, request) else { return Some(work()) };
    let result = std::rc::Rc::new(std::cell::RefCell::new(None));
    let place = result.clone();
    let callback = Closure::once(move |_lock: JsValue| -> Promise {
        *place.borrow_mut() = Some(work());
        Promise::resolve(&JsValue::UNDEFINED)
    });
    let asked = request.call2(&locks, &name.into(), callback.as_ref()).ok()?.dyn_into::<Promise>().ok()?;
    let _ = JsFuture::from(asked).await;
    result.borrow_mut().take()
}

/// What the browser says of its room.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Room {
    /// Bytes that all of the page's storage takes.
    pub n_used: f64,
    /// Bytes that it may take.
    pub n_most: f64,
    /// Whether the browser promised to clear nothing when space is short.
    pub is_promised: bool,
}

/// The browser's room; `None` where it does not tell.
pub async fn room() -> Option<Room> {
    let storage = web_sys::window()?.navigator().storage();
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let promise = JsFuture::from(storage.persisted().ok()?).await.ok();
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok().and_then(|value| value.as_f64());
    let is_promised = promise.is_some_and(|promise| promise.is_truthy());
    Some(Room { n_used: number("usage")?, n_most: number("quota")?, is_promised })
}

/// Asks the browser not to clear what the page keeps when space is short. It may say no.
pub fn ask_to_persist() {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().storage().persist();
    }
}

/// Tells `heard` the key of every record that another tab writes or removes.
pub fn on_other_tab(heard: impl Fn(String) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = gloo::events::EventListener::new(&window, "storage", move |event| {
        let event = event.unchecked_ref::<web_sys::StorageEvent>();
        heard(event.key().unwrap_or_default());
    });
    listener.forget();
}
