//! Things that come while somebody waits for them.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// Things that came and were not taken yet, in order, for one who waits.
pub(super) struct Inbox<T>(Rc<RefCell<(VecDeque<T>, Option<Waker>)>>);

impl<T> Clone for Inbox<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Inbox<T> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<T> Inbox<T> {
    /// Something has come.
    pub(super) fn put(&self, thing: T) {
        let waker = {
            let mut inside = self.0.borrow_mut();
            inside.0.push_back(thing);
            inside.1.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// The next thing, once it is there.
    pub(super) async fn next(&self) -> T {
        poll_fn(|context| {
            let mut inside = self.0.borrow_mut();
            let next = inside.0.pop_front();
            if next.is_none() {
                inside.1 = Some(context.waker().clone());
            }
            next.map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }
}
