//! Gates and multipliers: what others have reached, applied to what a component pays.

use super::number::{between, times};
use super::ready::Ready;
use super::trace::Trace;
use super::{Reached, Step};
use crate::engine::comp::plan::{Multiplier, Otherwise, TierAxis};
use crate::engine::units::Decimal;

/// What a component's gate, multipliers and matrix see, at one time.
pub(super) struct Standing {
    /// Whether every condition holds.
    pub(super) is_open: bool,
    /// The matrix's row, on its row axis.
    pub(super) row: Decimal,
}

fn reached(others: &[Reached], place: Option<usize>) -> Reached {
    place.and_then(|place| others.get(place)).copied().unwrap_or_default()
}

impl Ready<'_> {
    /// `others` in the order of the names that the component was made ready with.
    pub(super) fn standing(&self, others: &[Reached]) -> Standing {
        let conditions = self.component.gate.iter().flat_map(|gate| &gate.conditions);
        let is_met = |at: Decimal, place| reached(others, place).attainment.is_some_and(|attainment| at <= attainment);
        let is_open = conditions.zip(&self.conditions).all(|(condition, place)| is_met(condition.at, *place));
        let row = self.component.matrix.as_ref().map_or(Decimal::ZERO, |matrix| {
            let other = reached(others, self.row);
            match matrix.row_axis {
                TierAxis::Amount => other.credit,
                TierAxis::Attainment => other.attainment.unwrap_or_default(),
            }
        });
        Standing { is_open, row }
    }

    /// Says how each condition stands, and what is withheld.
    pub(super) fn trace_gate(&self, others: &[Reached], is_open: bool, trace: &mut Trace) {
        let Some(gate) = self.component.gate.as_ref().filter(|_| trace.is_kept()) else { return };
        for (condition, place) in gate.conditions.iter().zip(&self.conditions) {
            let attainment = reached(others, *place).attainment;
            let is_met = attainment.is_some_and(|attainment| condition.at <= attainment);
            let component = condition.component.clone();
            trace.add(|| Step::Condition { component, attainment, at: condition.at, is_met });
        }
        if !is_open && gate.otherwise == Otherwise::BaseOnly {
            let value = self.component.tiers.first().map(|tier| tier.value).unwrap_or_default();
            trace.add(|| Step::BaseOnly { value });
        }
    }

    /// Pay after a closed gate.
    pub(super) fn gated(&self, pay: Decimal, is_open: bool, trace: &mut Trace) -> Decimal {
        let share = match self.component.gate.as_ref().map(|gate| gate.otherwise) {
            Some(Otherwise::Nothing) if !is_open => Decimal::ZERO,
            Some(Otherwise::Share { of }) if !is_open => of,
            _ => return pay,
        };
        let after = times(pay, share);
        trace.add(|| Step::Gated { share, before: pay, pay: after });
        after
    }

    /// Pay after all multipliers.
    pub(super) fn multiplied(&self, mut pay: Decimal, others: &[Reached], trace: &mut Trace) -> Decimal {
        for (multiplier, place) in self.component.multipliers.iter().zip(&self.multipliers) {
            let attainment = reached(others, *place).attainment;
            let factor = multiplier.factor(attainment.unwrap_or_default());
            let (before, after) = (pay, times(pay, factor));
            let component = || multiplier.component.clone();
            trace.add(|| Step::Multiplied { component: component(), attainment, factor, before, pay: after });
            pay = after;
        }
        pay
    }
}

impl Multiplier {
    /// The factor at an attainment of the other component, a fraction.
    pub fn factor(&self, attainment: Decimal) -> Decimal {
        let reached = self.steps.partition_point(|step| step.from <= attainment);
        let below = reached.checked_sub(1).and_then(|index| self.steps.get(index));
        match (below, self.steps.get(reached)) {
            (Some(below), Some(above)) if self.is_interpolated => {
                between(below.from, above.from, attainment, below.value, above.value)
            }
            (Some(step), _) | (None, Some(step)) => step.value,
            (None, None) => Decimal::ONE,
        }
    }
}
