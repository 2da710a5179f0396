//! The steps of a computation, written down only for those who read them.

use super::Step;

/// Takes steps, or lets them go by unmade.
#[derive(Debug)]
pub(crate) struct Trace {
    is_kept: bool,
    steps: Vec<Step>,
}

impl Trace {
    /// Keeps every step.
    pub(crate) fn kept() -> Self {
        Self { is_kept: true, steps: Vec::new() }
    }

    /// Keeps none.
    pub(crate) fn off() -> Self {
        Self { is_kept: false, steps: Vec::new() }
    }

    /// Whether steps are kept at all.
    pub(super) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Adds a step, which is made only if it is kept.
    pub(crate) fn add(&mut self, step: impl FnOnce() -> Step) {
        if self.is_kept {
            self.steps.push(step());
        }
    }

    /// The steps, in order.
    pub(crate) fn into_steps(self) -> Vec<Step> {
        self.steps
    }
}
