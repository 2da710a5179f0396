//! Asks what reps make of a plan: one long task that tells its steps and can be ended.

use std::rc::Rc;

use super::{Answered, Client};
use crate::job::{Ask, BehaveSpec};

impl Client {
    /// Asks what reps make of a plan, in place of what was asked before; `progress` is told the steps done and all of them.
    pub(crate) fn behave(
        self: &Rc<Self>,
        data: &str,
        spec: BehaveSpec,
        progress: impl Fn(u32, u32) + 'static,
        done: impl FnOnce(Answered) + 'static,
    ) {
        self.stop_behaving();
        let ask = Ask::Behave { data: data.to_owned(), spec: Box::new(spec) };
        let client = self.clone();
        let done = move |answered: Answered| {
            client.behaving.take();
            done(answered);
        };
        let ticket = self.ask_telling(&ask, Some(data), progress, done);
        *self.behaving.borrow_mut() = Some(ticket);
    }

    /// Ends that at once: the worker starts anew.
    pub(crate) fn stop_behaving(&self) {
        if let Some(ticket) = self.behaving.take() {
            self.stop(&ticket);
        }
    }
}
