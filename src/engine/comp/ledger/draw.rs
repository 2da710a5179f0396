//! Draws and guarantees of one period: what is paid before it is earned, taken back or forgiven.

use crate::engine::comp::exact::{Step, times};
use crate::engine::comp::plan::{Draw, DrawKind};
use crate::engine::units::{Decimal, Money};

use super::LedgerStep;

/// A draw in one of its periods.
#[derive(Clone, Copy, Debug)]
pub struct DrawDue<'a> {
    /// The rule.
    pub draw: &'a Draw,
    /// Which of its periods this is, counted from 1 and on after it has ended.
    pub number: u32,
    /// The draw for the whole period.
    pub amount: Money,
    /// Whether the rep is on the plan and there. Without, the draw has ended.
    pub is_there: bool,
    /// Whether the draw's period ends with this payout period: a quarter's draw is settled in its last month.
    pub is_settled: bool,
}

/// What a draw comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Paid above earnings, and owed.
    pub drawn: Money,
    /// Paid above earnings, and not owed.
    pub guaranteed: Money,
    /// Taken from earnings for the balance.
    pub recovered: Money,
    /// What need not be paid back any more.
    pub forgiven: Money,
    /// Owed at the end.
    pub balance: Money,
}

impl DrawDue<'_> {
    /// Whether it is paid in this period.
    pub fn is_running(&self) -> bool {
        self.is_there && self.draw.n_periods.is_none_or(|n| self.number <= n)
    }

    /// `short = max(0, D − E)`, `recovered = min(B, share · max(0, E − D))`; `D` is 0 once it has ended.
    ///
    /// `earnings` are those of the draw's period, `payable` the part of them that is paid now and can be taken, `balance`
    /// what is owed before.
    pub fn settle(
        &self,
        earnings: Money,
        payable: Money,
        balance: Money,
        digits: u32,
        say: &mut dyn FnMut(Step),
    ) -> Drawn {
        let floor = if self.is_running() { self.amount.rounded(digits) } else { Money::ZERO };
        let mut drawn = Drawn { balance, ..Drawn::default() };
        let short = (floor - earnings).max(Money::ZERO);
        if Money::ZERO < short {
            let is_owed = self.draw.kind != DrawKind::NonRecoverable;
            if is_owed {
                drawn.drawn = short;
                drawn.balance += short;
            } else {
                drawn.guaranteed = short;
            }
            say(Step::Ledger(LedgerStep::Drawn { draw: floor.0, earnings: earnings.0, short: short.0, is_owed }));
        }
        let over = (earnings - floor).max(Money::ZERO);
        let is_due = self.draw.recover_from.is_none_or(|from| from <= self.number);
        if is_due && Money::ZERO < balance && Money::ZERO < over {
            let share = self.draw.recovery_share.unwrap_or(Decimal::ONE);
            let most = Money(times(share, over.0)).rounded(digits);
            drawn.recovered = most.min(balance).min(payable).max(Money::ZERO);
            drawn.balance -= drawn.recovered;
            let recovered = drawn.recovered.0;
            say(Step::Ledger(LedgerStep::Recovered { owed: balance.0, over: over.0, share, recovered }));
        }
        let is_last = self.draw.n_periods == Some(self.number);
        if self.draw.kind == DrawKind::Forgiven && is_last && Money::ZERO < drawn.balance {
            drawn.forgiven = drawn.balance;
            drawn.balance = Money::ZERO;
            say(Step::Ledger(LedgerStep::Forgiven { amount: drawn.forgiven.0 }));
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::plan::DrawAmount;
    use crate::engine::units::Granularity;

    fn draw(kind: DrawKind) -> Draw {
        Draw {
            amount: DrawAmount::Money(Decimal::from(2_000)),
            per: Granularity::Month,
            kind,
            n_periods: None,
            is_for_new_hires: false,
            recover_from: None,
            recovery_share: None,
        }
    }

    /// Pay and balance of each month of these earnings.
    #[track_caller]
    fn check(draw: &Draw, amount: i64, earnings: &[i64], paid: &[i64], owed: &[i64]) {
        let mut balance = Money::ZERO;
        for (place, ((earnings, paid), owed)) in earnings.iter().zip(paid).zip(owed).enumerate() {
            let number = place as u32 + 1;
            let due = DrawDue { draw, number, amount: Money::whole(amount), is_there: true, is_settled: true };
            let earnings = Money::whole(*earnings);
            let drawn = due.settle(earnings, earnings, balance, 2, &mut |_| {});
            let pay = earnings + drawn.drawn + drawn.guaranteed - drawn.recovered;
            assert_eq!((pay, drawn.balance), (Money::whole(*paid), Money::whole(*owed)), "month {number}");
            balance = drawn.balance;
        }
    }

    #[test]
    fn published_cases_come_out() {
        let recoverable = draw(DrawKind::Recoverable);
        let earnings = [2_750, 3_000, 1_500, 2_375, 3_000, 2_750];
        check(&recoverable, 2_000, &earnings, &[2_750, 3_000, 2_000, 2_000, 2_875, 2_750], &[0, 0, 500, 125, 0, 0]);
        let deferred = Draw { recover_from: Some(4), ..recoverable };
        check(&deferred, 1_000, &[500, 700, 400], &[1_000, 1_000, 1_000], &[500, 800, 1_400]);
        check(&draw(DrawKind::NonRecoverable), 2_000, &[800, 2_400], &[2_000, 2_400], &[0, 0]);
    }

    #[test]
    fn a_draw_ends_is_recovered_in_part_and_forgiven() {
        let recoverable = Draw { n_periods: Some(2), ..draw(DrawKind::Recoverable) };
        check(&recoverable, 1_000, &[0, 500, 400, 2_000], &[1_000, 1_000, 0, 900], &[1_000, 1_500, 1_100, 0]);
        let half = Draw { recovery_share: Some(Decimal::new(5, 1)), ..recoverable };
        check(&half, 1_000, &[0, 500, 400, 2_000], &[1_000, 1_000, 200, 1_000], &[1_000, 1_500, 1_300, 300]);
        let forgiven = Draw { kind: DrawKind::Forgiven, ..recoverable };
        check(&forgiven, 1_000, &[0, 1_200, 400], &[1_000, 1_000, 400], &[1_000, 0, 0]);
    }
}
