//! A multiplier's factor by another component's attainment.

use super::float;
use crate::engine::comp::plan::Multiplier;

/// Steps or straight lines; before the first step its factor, from the last on the last's.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Factor {
    steps: Vec<(f64, f64)>,
    is_interpolated: bool,
}

impl Factor {
    pub(super) fn new(multiplier: &Multiplier) -> Self {
        Self {
            steps: multiplier.steps.iter().map(|step| (float(step.from), float(step.value))).collect(),
            is_interpolated: multiplier.is_interpolated,
        }
    }

    /// The factor and its slope at an attainment; 1 without any step.
    pub(super) fn at(&self, attainment: f64) -> (f64, f64) {
        let n_reached = self.steps.iter().take_while(|(from, _)| *from <= attainment).count();
        let Some((from, value)) = self.steps.get(n_reached.saturating_sub(1)).copied() else { return (1.0, 0.0) };
        match self.steps.get(n_reached) {
            Some((next_from, next)) if self.is_interpolated && n_reached != 0 => {
                let slope = (next - value) / (next_from - from);
                (value + slope * (attainment - from), slope)
            }
            _ => (value, 0.0),
        }
    }

    /// Attainments at which it jumps or turns.
    pub(super) fn bounds(&self) -> impl Iterator<Item = f64> {
        self.steps.iter().map(|(from, _)| *from)
    }
}
