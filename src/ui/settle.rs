//! Something that is done when it has been quiet for a while, unless it is called off before.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

/// What waits, if anything does. Copies are one.
#[derive(Clone, Default)]
pub(crate) struct Settle(Rc<RefCell<Option<Timeout>>>);

impl Settle {
    /// Does it after so many milliseconds, in place of what waited before.
    pub(crate) fn begin(&self, milliseconds: u32, act: impl FnOnce() + 'static) {
        *self.0.borrow_mut() = Some(Timeout::new(milliseconds, act));
    }

    /// What waits is never done.
    pub(crate) fn end(&self) {
        self.0.take();
    }
}
