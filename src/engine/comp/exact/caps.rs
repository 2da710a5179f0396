//! Limits of pay, and what they keep for later.

use super::number::{minus, plus, times};
use super::trace::Trace;
use super::{CapKind, Step, Terms};
use crate::engine::comp::plan::{Cap, Component};
use crate::engine::units::Decimal;

/// What a window earns before its refundable caps, and where these end it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Earned {
    /// After the caps whose cut is lost.
    pub(crate) pay: Decimal,
    /// The lowest cap of any kind.
    limit: Option<Decimal>,
}

impl Earned {
    /// Pay with a balance of what caps cut before: `min(balance + pay, limit)`.
    pub(crate) fn with(self, balance: Decimal) -> Decimal {
        let due = plus(balance, self.pay);
        self.limit.map_or(due, |limit| due.min(limit))
    }

    /// What is left of such a balance then.
    pub(crate) fn left(self, balance: Decimal) -> Decimal {
        minus(plus(balance, self.pay), self.with(balance))
    }
}

impl Component {
    /// The limits of pay: kind, amount, and whether what it cuts is kept.
    fn limits<'a>(&'a self, terms: &'a Terms) -> impl Iterator<Item = (CapKind, Decimal, bool)> + 'a {
        self.caps.iter().filter_map(|cap| match *cap {
            Cap::Pay { amount, is_refundable } => Some((CapKind::Pay, amount, is_refundable)),
            Cap::PayMultiple { times: multiple, is_refundable } => {
                Some((CapKind::PayMultiple, times(multiple, terms.target_incentive), is_refundable))
            }
            Cap::Attainment { .. } | Cap::Rate { .. } | Cap::Deal { .. } => None,
        })
    }

    /// The pay after caps whose cut is lost, with the lowest of all.
    pub(super) fn capped(&self, mut pay: Decimal, terms: &Terms, trace: &mut Trace) -> Earned {
        for (cap, limit, _) in self.limits(terms).filter(|(.., is_refundable)| !is_refundable) {
            if limit < pay {
                trace.add(|| Step::Capped { cap, before: pay, after: limit });
                pay = limit;
            }
        }
        Earned { pay, limit: self.limits(terms).map(|(_, limit, _)| limit).min() }
    }

    /// The steps of refundable caps: what of the balance is paid, what is cut, what is kept.
    pub(crate) fn trace_balance(&self, earned: Earned, balance: Decimal, terms: &Terms, trace: &mut Trace) {
        let (pay, left) = (earned.with(balance), earned.left(balance));
        if !balance.is_zero() {
            trace.add(|| Step::FromBalance { balance, due: plus(balance, earned.pay) });
        }
        if left.is_zero() {
            return;
        }
        if let Some((cap, limit, _)) = self.limits(terms).min_by_key(|(_, limit, _)| *limit) {
            trace.add(|| Step::Capped { cap, before: plus(balance, earned.pay), after: limit });
        }
        trace.add(|| Step::Kept { balance: left, pay });
    }
}

impl Cap {
    /// Whether it keeps what it cuts.
    pub fn is_refundable(&self) -> bool {
        matches!(self, Self::Pay { is_refundable: true, .. } | Self::PayMultiple { is_refundable: true, .. })
    }
}
