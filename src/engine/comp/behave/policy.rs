//! What a rep decided: effort, whether to wait, and what a window is worth, on a grid of credit.

use super::clock::Clock;

/// Even places of credit in this window, and of credit in the longer window before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grid {
    pub(super) n: usize,
    pub(super) step: f64,
    pub(super) n_before: usize,
    pub(super) step_before: f64,
}

/// Whether a movable deal closes when it falls due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Wait {
    /// It does.
    #[default]
    No,
    /// The rep leaves it for the window's end.
    Rep,
    /// The customer may: reps who stand well give discounts to have deals in the window.
    Customer,
}

/// The best answer of a rep to a plan.
#[derive(Clone, Debug)]
pub(super) struct Policy {
    pub(super) grid: Grid,
    n_steps: usize,
    /// By window, credit before, step, credit.
    effort: Vec<f64>,
    waits: Vec<Wait>,
    /// Value at a window's start by window, credit before, credit in hand.
    start: Vec<f64>,
}

/// Two neighbouring places and how far between them.
fn between(value: f64, step: f64, n: usize) -> (usize, usize, f64) {
    let last = n.saturating_sub(1);
    let at = if 0.0 < step && value.is_finite() { (value / step).max(0.0) } else { 0.0 };
    let low = (at as usize).min(last);
    let share = if low == last { 0.0 } else { at - low as f64 };
    (low, (low + 1).min(last), share)
}

impl Policy {
    pub(super) fn new(grid: Grid, clock: &Clock) -> Self {
        let n_rows = clock.n_windows * grid.n_before;
        Self {
            grid,
            n_steps: clock.n_steps,
            effort: vec![0.0; n_rows * clock.n_steps * grid.n],
            waits: vec![Wait::No; n_rows * clock.n_steps * grid.n],
            start: vec![0.0; n_rows * grid.n],
        }
    }

    fn row(&self, window: usize, before: usize, step: usize) -> usize {
        ((window * self.grid.n_before + before) * self.n_steps + step) * self.grid.n
    }

    pub(super) fn keep_effort(&mut self, window: usize, before: usize, step: usize, effort: &[f64]) {
        let row = self.row(window, before, step);
        if let Some(place) = self.effort.get_mut(row..row + self.grid.n) {
            place.copy_from_slice(effort);
        }
    }

    pub(super) fn keep_waits(&mut self, window: usize, before: usize, step: usize, waits: impl Iterator<Item = Wait>) {
        let row = self.row(window, before, step);
        for (place, waits) in self.waits.iter_mut().skip(row).take(self.grid.n).zip(waits) {
            *place = waits;
        }
    }

    pub(super) fn keep_start(&mut self, window: usize, before: usize, value: &[f64]) {
        let row = (window * self.grid.n_before + before) * self.grid.n;
        for (place, value) in self.start.iter_mut().skip(row).zip(value) {
            *place = *value;
        }
    }

    /// Effort chosen.
    pub(super) fn effort(&self, window: usize, before: f64, credit: f64, step: usize) -> f64 {
        let (low, high, share) = between(before, self.grid.step_before, self.grid.n_before);
        let along = |before: usize| {
            let row = self.row(window, before, step);
            let (left, right, share) = between(credit, self.grid.step, self.grid.n);
            at(&self.effort, row + left) * (1.0 - share) + at(&self.effort, row + right) * share
        };
        if share == 0.0 { along(low) } else { along(low) * (1.0 - share) + along(high) * share }
    }

    /// Whether a movable deal closes when it falls due.
    pub(super) fn waits(&self, window: usize, before: f64, credit: f64, step: usize) -> Wait {
        let near = |value: f64, step: f64, n: usize| {
            let (low, high, share) = between(value, step, n);
            if share < 0.5 { low } else { high }
        };
        let before = near(before, self.grid.step_before, self.grid.n_before);
        let place = self.row(window, before, step) + near(credit, self.grid.step, self.grid.n);
        self.waits.get(place).copied().unwrap_or_default()
    }

    /// What is ahead at a window's start with that credit before it and that much in hand.
    pub(super) fn start(&self, window: usize, before: f64, in_hand: f64) -> f64 {
        let (low, high, share) = between(before, self.grid.step_before, self.grid.n_before);
        let along = |before: usize| {
            let row = (window * self.grid.n_before + before) * self.grid.n;
            let (mut left, right, mut share) = between(in_hand, self.grid.step, self.grid.n);
            if left == right {
                // Beyond the grid its last slope goes on.
                left = right.saturating_sub(1);
                share = (in_hand / self.grid.step - left as f64).max(0.0);
            }
            at(&self.start, row + left) * (1.0 - share) + at(&self.start, row + right) * share
        };
        if share == 0.0 { along(low) } else { along(low) * (1.0 - share) + along(high) * share }
    }
}

fn at(values: &[f64], place: usize) -> f64 {
    values.get(place).copied().unwrap_or(0.0)
}
