//! Pay that waits: what is held of each payout period, until it is released or forfeited.

use crate::engine::comp::exact::{Step, plus, times};
use crate::engine::units::{Decimal, Money, Month};

use super::LedgerStep;

/// The part of a period's pay that waits.
#[derive(Clone, Copy, Debug)]
pub struct Tranche {
    /// The payout period it was earned in, by place.
    pub payout: usize,
    /// The plan it was earned on, by place.
    pub plan: usize,
    /// How much of each deal's pay waits.
    pub share: Decimal,
    /// How much waits.
    pub held: Money,
    /// The month of its release.
    pub until: Month,
    forfeited: Decimal,
    lost: Money,
    is_released: bool,
}

impl Tranche {
    /// Holds that share of positive pay for that many months from the payout period's last month on.
    pub fn new(
        payout: usize,
        plan: usize,
        (share, months): (Decimal, u32),
        (pay, end): (Money, Month),
        digits: u32,
    ) -> Self {
        let held = Money(times(share, pay.0.max(Decimal::ZERO))).rounded(digits);
        let until = end.plus(i32::try_from(months).unwrap_or(i32::MAX).min(100_000));
        Self { payout, plan, share, held, until, forfeited: Decimal::ZERO, lost: Money::ZERO, is_released: false }
    }

    /// What still waits.
    pub fn left(&self) -> Money {
        if self.is_released { Money::ZERO } else { self.held - self.lost }
    }
}

/// All that is held for a rep.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    tranches: Vec<Tranche>,
}

impl Held {
    /// Holds another part of pay.
    pub(super) fn hold(&mut self, tranche: Tranche, say: &mut dyn FnMut(Step)) -> Money {
        if Money::ZERO < tranche.held {
            let (share, amount, until) = (tranche.share, tranche.held.0, tranche.until);
            say(Step::Ledger(LedgerStep::Held { share, amount, until }));
            self.tranches.push(tranche);
        }
        tranche.held
    }

    /// How much of a deal's pay still waits.
    pub(super) fn waiting(&self, payout: usize, plan: usize, pay: Decimal) -> Decimal {
        let own = self.tranches.iter().find(|one| one.payout == payout && one.plan == plan && !one.is_released);
        own.map_or(Decimal::ZERO, |one| times(one.share, pay).min(plus(one.held.0, -one.forfeited)).max(Decimal::ZERO))
    }

    /// Forfeits that much of what is held; the cents by which the balance falls.
    pub(super) fn forfeit(&mut self, payout: usize, plan: usize, amount: Decimal, digits: u32) -> Money {
        let own = self.tranches.iter_mut().find(|one| one.payout == payout && one.plan == plan && !one.is_released);
        let Some(own) = own else { return Money::ZERO };
        own.forfeited = plus(own.forfeited, amount);
        let lost = Money(own.forfeited).rounded(digits).min(own.held);
        let more = lost - own.lost;
        own.lost = lost;
        more
    }

    /// Releases what was to wait until that month.
    pub(super) fn release(&mut self, month: Month, say: &mut dyn FnMut(Step)) -> Money {
        let mut released = Money::ZERO;
        for tranche in self.tranches.iter_mut().filter(|one| !one.is_released && one.until <= month) {
            let left = tranche.left();
            tranche.is_released = true;
            released += left;
            if Money::ZERO < left {
                say(Step::Ledger(LedgerStep::Released { amount: left.0, until: tranche.until }));
            }
        }
        released
    }

    /// What still waits.
    pub(super) fn balance(&self) -> Money {
        self.tranches.iter().map(Tranche::left).sum()
    }

    /// What still waits, by the month of its release.
    pub(super) fn by_month(&self) -> Vec<(Month, Money)> {
        let mut months: std::collections::BTreeMap<Month, Money> = std::collections::BTreeMap::new();
        for tranche in self.tranches.iter().filter(|one| Money::ZERO < one.left()) {
            *months.entry(tranche.until).or_default() += tranche.left();
        }
        months.into_iter().collect()
    }
}
