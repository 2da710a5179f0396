//! Tiers applied to a credit: marginal, retroactive, interpolated, and the highest value on all above quota.

use super::number::{between, divided, minus, plus, times};
use super::ready::{Ready, Table};
use super::trace::Trace;
use super::{CapKind, Step};
use crate::engine::comp::plan::{Component, PayBasis, Tier, TierAxis, TierMode};
use crate::engine::units::Decimal;

/// A component's tiers with the terms they stand on. `quota` is 0 where there is none and none is needed.
pub(super) struct Curve<'a> {
    pub(super) ready: &'a Ready<'a>,
    /// The tiers, with or without what a closed gate withholds.
    pub(super) table: &'a Table,
    pub(super) quota: Decimal,
    pub(super) target_incentive: Decimal,
    /// What the component that chooses a matrix's row has reached, on the matrix's row axis.
    pub(super) row: Decimal,
}

impl Curve<'_> {
    /// Pay for a positive credit, before thresholds, gates, multipliers and pay caps.
    pub(super) fn pay(&self, credit: Decimal, trace: &mut Trace) -> Decimal {
        if let Some(matrix) = &self.component().matrix {
            return self.matrix(matrix, credit, trace);
        }
        match self.component().tier_mode {
            TierMode::Marginal => self.marginal(credit, trace),
            TierMode::Retroactive => self.retroactive(credit, trace),
            TierMode::Interpolated => self.interpolated(credit, trace),
            TierMode::HighestOverQuota => self.highest_over_quota(credit, trace),
        }
    }

    pub(super) fn component(&self) -> &Component {
        self.ready.component
    }

    /// `Σ rate_k · max(0, min(x, hi_k) − lo_k)`; with fixed amounts `Σ amount_k` over the tiers reached.
    fn marginal(&self, credit: Decimal, trace: &mut Trace) -> Decimal {
        let reached = self.reached(credit);
        if self.component().pay_basis == PayBasis::Fixed {
            for index in 0..reached {
                trace.add(|| Step::Amount { tier: index + 1, pay: self.table.value(index) });
            }
            return plus(self.table.sum(reached - 1), self.table.value(reached - 1));
        }
        self.trace_slices(credit, trace);
        self.money(self.valued(credit))
    }

    /// `Σ value_k · slice_k`, which times the factor of the basis is pay: what lies below the tier reached is summed up
    /// already.
    fn valued(&self, credit: Decimal) -> Decimal {
        let last = self.reached(credit) - 1;
        let part = times(self.table.value(last), minus(credit, self.bound(last)));
        plus(times(self.table.sum(last), self.unit()), part)
    }

    /// The slices one by one: for reading only, as their pay is rounded one by one.
    fn trace_slices(&self, credit: Decimal, trace: &mut Trace) {
        if !trace.is_kept() {
            return;
        }
        let reached = self.reached(credit);
        for index in 0..reached {
            let from = self.bound(index);
            let to = if index + 1 < reached { self.bound(index + 1).min(credit) } else { credit };
            let slice = minus(to, from);
            if Decimal::ZERO < slice {
                let value = self.value(index, trace);
                let pay = self.money(times(value, slice));
                trace.add(|| Step::Slice { tier: index + 1, value, from, credit: slice, pay });
            }
        }
    }

    /// `rate(tier(x)) · x`
    fn retroactive(&self, credit: Decimal, trace: &mut Trace) -> Decimal {
        let reached = self.reached(credit);
        if self.component().pay_basis == PayBasis::Fixed {
            let pay = self.table.value(reached - 1);
            trace.add(|| Step::Amount { tier: reached, pay });
            return pay;
        }
        let value = self.value(reached - 1, trace);
        let pay = self.money(times(value, credit));
        trace.add(|| Step::Whole { tier: reached, value, credit, pay });
        pay
    }

    /// By slices up to quota; all credit above it at the value of the tier reached.
    fn highest_over_quota(&self, credit: Decimal, trace: &mut Trace) -> Decimal {
        let over = minus(credit, self.quota);
        if over <= Decimal::ZERO {
            return self.marginal(credit, trace);
        }
        self.trace_slices(self.quota, trace);
        let reached = self.reached(credit);
        let value = self.value(reached - 1, trace);
        trace.add(|| {
            let pay = self.money(times(value, over));
            Step::OverQuota { tier: reached, value, credit: over, pay }
        });
        self.money(plus(self.valued(self.quota), times(value, over)))
    }

    /// The value is linear between points, 0 before the first and constant after the last.
    fn interpolated(&self, credit: Decimal, trace: &mut Trace) -> Decimal {
        let tiers = &self.component().tiers;
        let reached = tiers.partition_point(|tier| self.component().boundary.reached(credit, self.credit_at(tier)));
        let Some(below) = reached.checked_sub(1).and_then(|index| tiers.get(index)) else { return Decimal::ZERO };
        let lower = self.credit_at(below);
        let (upper, value) = match tiers.get(reached) {
            Some(above) => {
                let upper = self.credit_at(above);
                (upper, between(lower, upper, credit, below.value, above.value))
            }
            None => (lower, below.value),
        };
        let value = self.limited(value, trace);
        let pay = self.of_value(value, credit);
        trace.add(|| Step::Interpolated { lower, upper, value, credit, pay });
        pay
    }

    /// What a value between points, or of a matrix, pays.
    pub(super) fn of_value(&self, value: Decimal, credit: Decimal) -> Decimal {
        match self.component().pay_basis {
            PayBasis::Rate | PayBasis::BaseRate { .. } => self.money(times(value, credit)),
            PayBasis::TargetIncentive => times(self.target_incentive, value),
            PayBasis::Fixed => value,
        }
    }

    /// How many tiers credit has come to, at least 1: the first of stepped curves is always reached, as credit is positive.
    fn reached(&self, credit: Decimal) -> usize {
        let reached = |tier: &Tier| self.component().boundary.reached(credit, self.credit_at(tier));
        self.component().tiers.partition_point(reached).max(1)
    }

    /// One unit of the tier axis in credit.
    pub(super) fn unit(&self) -> Decimal {
        match self.component().tier_axis {
            TierAxis::Amount => Decimal::ONE,
            TierAxis::Attainment => self.quota,
        }
    }

    fn credit_at(&self, tier: &Tier) -> Decimal {
        match self.component().tier_axis {
            TierAxis::Amount => tier.from,
            TierAxis::Attainment => times(tier.from, self.quota),
        }
    }

    fn bound(&self, index: usize) -> Decimal {
        self.component().tiers.get(index).map_or(Decimal::ZERO, |tier| self.credit_at(tier))
    }

    /// Pay of a value times credit. Multiplies before it divides, to stay exact where it can.
    fn money(&self, valued: Decimal) -> Decimal {
        match self.component().pay_basis {
            PayBasis::Rate | PayBasis::Fixed => valued,
            PayBasis::BaseRate { rate } => times(rate, valued),
            PayBasis::TargetIncentive => divided(times(self.target_incentive, valued), self.quota),
        }
    }

    /// A tier's value after limits.
    fn value(&self, index: usize, trace: &mut Trace) -> Decimal {
        if let (Some(tier), Some(cap)) = (self.component().tiers.get(index), self.ready.rate_cap)
            && cap < tier.value
        {
            trace.add(|| Step::Capped { cap: CapKind::Rate, before: tier.value, after: cap });
        }
        self.table.value(index)
    }

    /// Any other value after the rate cap.
    pub(super) fn limited(&self, value: Decimal, trace: &mut Trace) -> Decimal {
        match self.ready.rate_cap {
            Some(cap) if cap < value => {
                trace.add(|| Step::Capped { cap: CapKind::Rate, before: value, after: cap });
                cap
            }
            _ => value,
        }
    }
}
