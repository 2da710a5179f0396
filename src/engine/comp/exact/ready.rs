//! A component made ready to be computed many times: tiers added up, other components found by their names.

use super::number::{minus, plus, times};
use crate::engine::comp::plan::{Cap, Component, Matrix, Otherwise, PayBasis, Tier, TierMode};
use crate::engine::units::Decimal;

/// A component with what does not change from window to window.
#[derive(Debug)]
pub(crate) struct Ready<'a> {
    pub(crate) component: &'a Component,
    /// The tiers as they pay.
    pub(super) tiers: Table,
    /// The tiers while a closed gate withholds accelerators.
    pub(super) withheld: Option<Table>,
    /// The lowest rate cap.
    pub(super) rate_cap: Option<Decimal>,
    /// Positions of the components that the gate's conditions look at, in order.
    pub(super) conditions: Vec<Option<usize>>,
    /// Those that the multipliers look at.
    pub(super) multipliers: Vec<Option<usize>>,
    /// That which chooses the matrix's row.
    pub(super) row: Option<usize>,
}

/// Tiers with the pay of all that lies below each.
#[derive(Debug)]
pub(super) struct Table {
    /// Values after limits.
    pub(super) values: Vec<Decimal>,
    /// `Σ_{j<k} value_j · (from_{j+1} − from_j)` in units of the tier axis; for fixed amounts `Σ_{j<k} value_j`.
    pub(super) sums: Vec<Decimal>,
}

impl<'a> Ready<'a> {
    /// As if there were no other component: it looks at none.
    pub(super) fn alone(component: &'a Component) -> Self {
        let ready = Self::new(component, &[]);
        Self { conditions: Vec::new(), multipliers: Vec::new(), ..ready }
    }

    /// `names` are the components that others are looked for among: positions count there.
    pub(crate) fn new(component: &'a Component, names: &[&str]) -> Self {
        let place = |name: &str| names.iter().position(|candidate| *candidate == name);
        let rates = component.caps.iter().filter_map(|cap| if let Cap::Rate { at } = cap { Some(*at) } else { None });
        let rate_cap = rates.min();
        let gate = component.gate.as_ref();
        let base = component.tiers.first().map(|tier| tier.value);
        let withheld = gate.filter(|gate| gate.otherwise == Otherwise::BaseOnly).and(base);
        let conditions = gate.map(|gate| gate.conditions.as_slice()).unwrap_or_default();
        Self {
            component,
            tiers: Table::new(component, rate_cap),
            withheld: withheld.map(|base| Table::new(component, Some(rate_cap.map_or(base, |cap| cap.min(base))))),
            rate_cap,
            conditions: conditions.iter().map(|condition| place(&condition.component)).collect(),
            multipliers: component.multipliers.iter().map(|multiplier| place(&multiplier.component)).collect(),
            row: component.matrix.as_ref().and_then(|matrix: &Matrix| place(&matrix.component)),
        }
    }

    /// Positions of all components that it looks at.
    pub(crate) fn looks_at(&self) -> impl Iterator<Item = usize> {
        self.conditions.iter().chain(&self.multipliers).chain([&self.row]).filter_map(|place| *place)
    }

    /// Whether caps keep what they cut.
    pub(crate) fn is_refundable(&self) -> bool {
        self.component.caps.iter().any(Cap::is_refundable)
    }
}

impl Table {
    fn new(component: &Component, limit: Option<Decimal>) -> Self {
        // Fixed amounts of a tier are no rates.
        let is_amount = component.pay_basis == PayBasis::Fixed && component.tier_mode != TierMode::Interpolated;
        let limit = limit.filter(|_| !is_amount);
        let limited = |tier: &Tier| limit.map_or(tier.value, |limit| tier.value.min(limit));
        let values: Vec<Decimal> = component.tiers.iter().map(limited).collect();
        let nexts = component.tiers.iter().skip(1).map(|tier| tier.from);
        let mut sum = Decimal::ZERO;
        let mut sums = vec![sum];
        for ((tier, next), value) in component.tiers.iter().zip(nexts).zip(&values) {
            let part = if is_amount { *value } else { times(*value, minus(next, tier.from)) };
            sum = plus(sum, part);
            sums.push(sum);
        }
        Self { values, sums }
    }

    pub(super) fn value(&self, index: usize) -> Decimal {
        self.values.get(index).copied().unwrap_or_default()
    }

    pub(super) fn sum(&self, index: usize) -> Decimal {
        self.sums.get(index).copied().unwrap_or_default()
    }
}
