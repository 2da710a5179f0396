//! Closed periods: what was paid stands, and what it differs by is settled in the next open period.

use crate::engine::comp::exact::Step;
use crate::engine::units::Money;

use super::LedgerStep;

/// What is due from closed periods: positive if the rep was paid too little.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Due(pub(super) Money);

impl Due {
    /// A closed period: the difference of what it pays as computed now and of what was paid becomes due.
    pub(super) fn close(&mut self, recomputed: Money, paid: Money, say: &mut dyn FnMut(Step)) {
        self.0 += recomputed - paid;
        let (recomputed, paid, due) = (recomputed.0, paid.0, self.0.0);
        say(Step::Ledger(LedgerStep::Closed { recomputed, paid, due }));
    }

    /// An open period: all that is due, but no more is taken than is paid otherwise.
    pub(super) fn settle(&mut self, payable: Money, say: &mut dyn FnMut(Step)) -> Money {
        let amount = self.0.max(-payable);
        if self.0 != Money::ZERO {
            say(Step::Ledger(LedgerStep::Adjusted { due: self.0.0, amount: amount.0 }));
        }
        self.0 -= amount;
        amount
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_paid_wrongly_is_settled_once() {
        let check = |recomputed: i64, paid: i64, open: &[(i64, i64)]| {
            let mut due = Due::default();
            due.close(Money::whole(recomputed), Money::whole(paid), &mut |_| {});
            for (payable, expected) in open {
                assert_eq!(due.settle(Money::whole(*payable), &mut |_| {}), Money::whole(*expected));
            }
        };
        check(500, 400, &[(0, 100), (50, 0)]);
        check(400, 500, &[(300, -100), (300, 0)]);
        check(400, 500, &[(30, -30), (0, 0), (300, -70)]);
    }
}
