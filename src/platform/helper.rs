//! A worker of a worker: the same script, for a part of the work.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::inbox::Inbox;
use super::reading::taken;

/// A helper, from its start until it is dropped.
pub struct Helper {
    worker: Worker,
    inbox: Inbox<News>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

enum News {
    /// It is there.
    Ready,
    /// It has sent this.
    Piece(Uint8Array),
    /// It has no more to send, or never will have.
    Over,
}

impl Helper {
    /// Starts a worker of a script beside the page; `None` where a worker can have none.
    pub fn start(script: &str) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(script, &options).ok()?;
        let inbox = Inbox::default();
        let to = inbox.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let parts = Array::from(&event.data());
            to.put(match parts.get(3).dyn_into() {
                _ if parts.get(0).as_f64() == Some(0.0) => News::Ready,
                Ok(piece) => News::Piece(piece),
                Err(_) => News::Over,
            });
        });
        let to = inbox.clone();
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            to.put(News::Over);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, inbox, _on_message: on_message, _on_error: on_error })
    }

    /// Whether it has started, when that is known.
    pub async fn is_ready(&self) -> bool {
        matches!(self.inbox.next().await, News::Ready)
    }

    /// Asks it something about a file.
    pub fn ask(&self, message: &[u8], file: &File) {
        let parts = Array::of4(&1.into(), &Uint8Array::from(message), &JsValue::UNDEFINED, &Array::of1(file));
        // Fails only for what cannot be cloned, and bytes and files can.
        let _ = self.worker.post_message(&parts);
    }

    /// The next piece of its answer; `None` when there is no more, or the helper has died.
    pub async fn piece(&self) -> Option<Vec<u8>> {
        match self.inbox.next().await {
            News::Piece(piece) => Some(taken(&piece)),
            News::Ready | News::Over => None,
        }
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
