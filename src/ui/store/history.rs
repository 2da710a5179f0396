//! Undo and redo.

use std::rc::Rc;

/// Steps that are kept.
const MOST: usize = 500;

/// A value with the values before and after it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct History<T> {
    past: Vec<Rc<T>>,
    present: Rc<T>,
    future: Vec<Rc<T>>,
}

impl<T: PartialEq> History<T> {
    pub(crate) fn new(present: T) -> Self {
        Self { past: Vec::new(), present: Rc::new(present), future: Vec::new() }
    }

    pub(crate) fn present(&self) -> &Rc<T> {
        &self.present
    }

    /// A new value; nothing happens if it is the same.
    pub(crate) fn push(&mut self, next: T) {
        if next == *self.present {
            return;
        }
        self.past.push(std::mem::replace(&mut self.present, Rc::new(next)));
        self.future.clear();
        if MOST < self.past.len() {
            self.past.remove(0);
        }
    }

    /// Changes the present without a step.
    pub(crate) fn amend(&mut self, next: T) {
        if next != *self.present {
            self.present = Rc::new(next);
        }
    }

    /// Whether any step, done or undone, is such.
    pub(crate) fn any(&self, is_such: impl Fn(&T) -> bool) -> bool {
        let steps = self.past.iter().chain(&self.future).chain([&self.present]);
        steps.into_iter().any(|step| is_such(step))
    }

    pub(crate) fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.present, before));
        }
    }

    pub(crate) fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.present, after));
        }
    }

    pub(crate) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
