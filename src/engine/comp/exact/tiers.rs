//! Tiers applied to a credit: marginal, retroactive and interpolated.

use super::{CapKind, Step, divided, plus, times};
use crate::engine::comp::plan::{Cap, Component, PayBasis, Tier, TierAxis, TierMode};
use crate::engine::units::Decimal;

/// A component's tiers with the terms they stand on. `quota` is 0 where there is none and none is needed.
pub(super) struct Curve<'a> {
    pub(super) component: &'a Component,
    pub(super) quota: Decimal,
    pub(super) target_incentive: Decimal,
}

impl Curve<'_> {
    /// Pay for a positive credit, before thresholds and pay caps.
    pub(super) fn pay(&self, credit: Decimal, trace: &mut Vec<Step>) -> Decimal {
        match self.component.tier_mode {
            TierMode::Marginal => self.marginal(credit, trace),
            TierMode::Retroactive => self.retroactive(credit, trace),
            TierMode::Interpolated => self.interpolated(credit, trace),
            TierMode::HighestOverQuota => self.highest_over_quota(credit, trace),
        }
    }

    /// `Σ rate_k · max(0, min(x, hi_k) − lo_k)`; with fixed amounts `Σ amount_k` over the tiers reached.
    fn marginal(&self, credit: Decimal, trace: &mut Vec<Step>) -> Decimal {
        let mut pay = Decimal::ZERO;
        for (index, tier) in self.component.tiers.iter().enumerate() {
            let from = self.credit_at(tier);
            if !self.reached(index, credit) {
                break;
            }
            let to = self.component.tiers.get(index + 1).map_or(credit, |next| self.credit_at(next).min(credit));
            let slice = to - from;
            if self.component.pay_basis == PayBasis::Fixed {
                trace.push(Step::Amount { tier: index + 1, pay: tier.value });
                pay = plus(pay, tier.value);
            } else if Decimal::ZERO < slice {
                let value = self.limited(tier.value, trace);
                let part = self.paid(value, slice);
                trace.push(Step::Slice { tier: index + 1, value, from, credit: slice, pay: part });
                pay = plus(pay, part);
            }
        }
        pay
    }

    /// `rate(tier(x)) · x`
    fn retroactive(&self, credit: Decimal, trace: &mut Vec<Step>) -> Decimal {
        let n_reached = (0..self.component.tiers.len()).take_while(|index| self.reached(*index, credit)).count();
        let Some(tier) = self.component.tiers.get(n_reached.saturating_sub(1)) else { return Decimal::ZERO };
        if self.component.pay_basis == PayBasis::Fixed {
            trace.push(Step::Amount { tier: n_reached, pay: tier.value });
            return tier.value;
        }
        let value = self.limited(tier.value, trace);
        let pay = self.paid(value, credit);
        trace.push(Step::Whole { tier: n_reached, value, credit, pay });
        pay
    }

    /// By slices up to quota; all credit above it at the value of the tier reached.
    fn highest_over_quota(&self, credit: Decimal, trace: &mut Vec<Step>) -> Decimal {
        let pay = self.marginal(credit.min(self.quota), trace);
        let n_reached = (0..self.component.tiers.len()).take_while(|index| self.reached(*index, credit)).count();
        let Some(tier) = n_reached.checked_sub(1).and_then(|index| self.component.tiers.get(index)) else { return pay };
        let over = credit - self.quota;
        if over <= Decimal::ZERO {
            return pay;
        }
        let value = self.limited(tier.value, trace);
        let part = if self.component.pay_basis == PayBasis::Fixed { tier.value } else { self.paid(value, over) };
        trace.push(Step::Slice { tier: n_reached, value, from: self.quota, credit: over, pay: part });
        plus(pay, part)
    }

    /// The value is linear between points, 0 before the first and constant after the last.
    fn interpolated(&self, credit: Decimal, trace: &mut Vec<Step>) -> Decimal {
        let tiers = &self.component.tiers;
        let n_reached =
            tiers.iter().take_while(|tier| self.component.boundary.reached(credit, self.credit_at(tier))).count();
        let Some(below) = n_reached.checked_sub(1).and_then(|index| tiers.get(index)) else { return Decimal::ZERO };
        let lower = self.credit_at(below);
        let (upper, value) = match tiers.get(n_reached) {
            Some(above) => {
                let upper = self.credit_at(above);
                let rise = above.value - below.value;
                (upper, plus(below.value, divided(times(rise, credit - lower), upper - lower)))
            }
            None => (lower, below.value),
        };
        let value = self.limited(value, trace);
        let pay = match self.component.pay_basis {
            PayBasis::Rate | PayBasis::BaseRate { .. } => self.paid(value, credit),
            PayBasis::TargetIncentive => times(self.target_incentive, value),
            PayBasis::Fixed => value,
        };
        trace.push(Step::Interpolated { lower, upper, value, credit, pay });
        pay
    }

    /// The first tier of stepped curves is always reached, since credit is positive.
    fn reached(&self, index: usize, credit: Decimal) -> bool {
        let bound = self.component.tiers.get(index).map(|tier| self.credit_at(tier));
        index == 0 || bound.is_some_and(|bound| self.component.boundary.reached(credit, bound))
    }

    /// A tier's bound in units of credit.
    fn credit_at(&self, tier: &Tier) -> Decimal {
        match self.component.tier_axis {
            TierAxis::Amount => tier.from,
            TierAxis::Attainment => times(tier.from, self.quota),
        }
    }

    /// Pay of that credit at a tier's value. Multiplies before it divides, to stay exact where it can.
    fn paid(&self, value: Decimal, credit: Decimal) -> Decimal {
        match self.component.pay_basis {
            PayBasis::Rate => times(value, credit),
            PayBasis::BaseRate { rate } => times(times(rate, value), credit),
            PayBasis::TargetIncentive => divided(times(times(self.target_incentive, value), credit), self.quota),
            PayBasis::Fixed => value,
        }
    }

    /// The value after rate caps.
    fn limited(&self, value: Decimal, trace: &mut Vec<Step>) -> Decimal {
        let limit =
            self.component.caps.iter().filter_map(|cap| if let Cap::Rate { at } = cap { Some(*at) } else { None });
        match limit.min() {
            Some(limit) if limit < value => {
                trace.push(Step::Capped { cap: CapKind::Rate, before: value, after: limit });
                limit
            }
            _ => value,
        }
    }
}
