//! A rep's account: from what is earned to what is paid, payout period by payout period. Nothing drops out of it: every
//! amount is paid, held, owed or due at the end of each period.

use serde::{Deserialize, Serialize};

use super::LedgerStep;
use super::adjust::Due;
use super::cents::Running;
use super::draw::DrawDue;
use super::holdback::{Held, Tranche};
use crate::engine::comp::exact::{Step, plus};
use crate::engine::units::{Decimal, Money, Month, Period};

/// What stands open at the end of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Balances {
    /// Draws that are owed by the rep.
    pub draw: Money,
    /// Pay that waits.
    pub held: Money,
    /// Pay above refundable caps, which later windows may still pay.
    pub cap: Money,
    /// Clawbacks that pay did not suffice for: owed by the rep.
    pub owed: Money,
    /// Difference of closed periods that is not settled; negative if it is owed by the rep.
    pub due: Money,
}

/// One payout period of a rep.
///
/// `paid = earned + spiffs − held + released − clawed_back + Δowed + drawn + guaranteed − recovered + adjustment` in an open
/// period; in a closed one `recomputed` is that, `paid` is what was paid, and the difference is due.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PayoutPeriod {
    /// Which.
    pub period: Period,
    /// Pay of the components.
    pub earned: Money,
    /// Pay of the SPIFFs.
    pub spiffs: Money,
    /// What of it waits.
    pub held: Money,
    /// What waited and is paid now.
    pub released: Money,
    /// What waited and is lost, for deals that were cancelled.
    pub forfeited: Money,
    /// Taken back for deals that were cancelled; negative where it is given back.
    pub clawed_back: Money,
    /// Paid above earnings, and owed.
    pub drawn: Money,
    /// Paid above earnings, and not owed.
    pub guaranteed: Money,
    /// Taken for draws that are owed.
    pub recovered: Money,
    /// Draws that need not be paid back any more.
    pub forgiven: Money,
    /// Settled of what is due from closed periods.
    pub adjustment: Money,
    /// For a closed period: what it pays as computed now.
    #[serde(default)]
    pub recomputed: Option<Money>,
    /// What the rep is paid.
    pub paid: Money,
    /// What stands open at its end.
    pub balances: Balances,
}

/// A part of a line's pay that still may wait: the payout period and plan it was earned in, and the deal's pay.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// The payout period, by place.
    pub payout: usize,
    /// The plan, by place.
    pub plan: usize,
    /// The deal's pay.
    pub pay: Decimal,
    /// Whether it is pay of a component, of which a part may wait; SPIFFs are paid at once.
    pub is_held: bool,
}

/// Pay that is taken back in a payout period.
#[derive(Clone, Debug)]
pub enum Take {
    /// For one deal.
    Deal {
        /// Its id.
        id: String,
        /// Day it was cancelled.
        day: Option<chrono::NaiveDate>,
        /// The part of its pay that is taken; `None` without a clawback: only what waits is lost.
        share: Option<Decimal>,
        /// What it was paid.
        pieces: Vec<Piece>,
    },
    /// For all cancelled deals of a plan, by the difference they make.
    Window {
        /// Pay to date with them.
        with: Decimal,
        /// Pay to date without them.
        without: Decimal,
        /// Taken in earlier periods.
        before: Decimal,
        /// What the deals that were cancelled in this period were paid.
        pieces: Vec<Piece>,
    },
}

/// What goes into one payout period.
#[derive(Clone, Debug)]
pub struct Payout<'a> {
    /// Which.
    pub period: Period,
    /// Pay of components, in cents.
    pub earned: Money,
    /// Pay of SPIFFs, in cents.
    pub spiffs: Money,
    /// Balance of refundable caps at the end.
    pub cap: Money,
    /// What waits of it.
    pub tranches: Vec<Tranche>,
    /// What is taken back.
    pub takes: Vec<Take>,
    /// The draw.
    pub draw: Option<DrawDue<'a>>,
    /// For a closed period: what was paid.
    pub paid_before: Option<Money>,
}

/// All payout periods of a rep in order, with what is left to be released after the last one. `say` hears every step with
/// the place of its period.
pub fn settle(
    payouts: Vec<Payout>,
    digits: u32,
    say: &mut dyn FnMut(usize, Step),
) -> (Vec<PayoutPeriod>, Vec<(Month, Money)>) {
    let mut account = Account { digits, ..Account::default() };
    let settled = payouts.into_iter().enumerate();
    let periods = settled.map(|(place, payout)| account.settle(payout, &mut |step| say(place, step))).collect();
    (periods, account.held.by_month())
}

#[derive(Debug, Default)]
struct Account {
    digits: u32,
    held: Held,
    clawed: Running,
    owed: Money,
    draw: Money,
    due: Due,
    /// Earnings of the draw's period so far.
    earnings: Money,
}

impl Account {
    fn settle(&mut self, payout: Payout, say: &mut dyn FnMut(Step)) -> PayoutPeriod {
        let Payout { period, earned, spiffs, cap, .. } = payout;
        say(Step::Ledger(LedgerStep::Earned { earned: earned.0, spiffs: spiffs.0 }));
        let mut held = Money::ZERO;
        for tranche in payout.tranches {
            held += self.held.hold(tranche, say);
        }
        let (mut forfeited, mut taken) = (Money::ZERO, Decimal::ZERO);
        for take in &payout.takes {
            let (lost, rest) = self.take(take, say);
            forfeited += lost;
            taken = plus(taken, rest);
        }
        let clawed_back = self.clawed.add(taken, self.digits);
        let released = self.held.release(period.end(), say);
        let gross = earned + spiffs - held + released;
        let payable = self.carry(gross, clawed_back, say);
        self.earnings += payable;
        let mut drawn = super::draw::Drawn { balance: self.draw, ..Default::default() };
        if payout.draw.is_none() {
            self.earnings = Money::ZERO;
        } else if let Some(due) = payout.draw.filter(|due| due.is_settled) {
            drawn = due.settle(self.earnings, payable, self.draw, self.digits, say);
            self.earnings = Money::ZERO;
        }
        self.draw = drawn.balance;
        let before = payable + drawn.drawn + drawn.guaranteed - drawn.recovered;
        let (adjustment, recomputed, paid) = if let Some(paid) = payout.paid_before {
            self.due.close(before, paid, say);
            (Money::ZERO, Some(before), paid)
        } else {
            let adjustment = self.due.settle(before, say);
            (adjustment, None, before + adjustment)
        };
        PayoutPeriod {
            period,
            earned,
            spiffs,
            held,
            released,
            forfeited,
            clawed_back,
            drawn: drawn.drawn,
            guaranteed: drawn.guaranteed,
            recovered: drawn.recovered,
            forgiven: drawn.forgiven,
            adjustment,
            recomputed,
            paid,
            balances: Balances { draw: self.draw, held: self.held.balance(), cap, owed: self.owed, due: self.due.0 },
        }
    }

    /// What is left of pay after what is taken back; pay ends at 0, and the rest is owed.
    fn carry(&mut self, gross: Money, clawed_back: Money, say: &mut dyn FnMut(Step)) -> Money {
        let due = self.owed + clawed_back;
        let net = gross - due;
        self.owed = if net < Money::ZERO { -net } else { Money::ZERO };
        if self.owed != Money::ZERO || Money::ZERO < due {
            let (due, available, owed) = (due.0, gross.0, self.owed.0);
            say(Step::Ledger(LedgerStep::CarriedOver { due, available, owed }));
        }
        if Money::ZERO < net { net } else { Money::ZERO }
    }

    /// How much of a piece still waits.
    fn waiting(&self, piece: &Piece) -> Decimal {
        if piece.is_held { self.held.waiting(piece.payout, piece.plan, piece.pay) } else { Decimal::ZERO }
    }

    /// What is lost of pay that waits, in cents, and what more is to be taken back.
    fn take(&mut self, take: &Take, say: &mut dyn FnMut(Step)) -> (Money, Decimal) {
        match take {
            Take::Deal { id, day, share, pieces } => {
                let (mut lost, mut forfeited, mut rest) = (Money::ZERO, Decimal::ZERO, Decimal::ZERO);
                let mut paid = Decimal::ZERO;
                for piece in pieces {
                    paid = plus(paid, piece.pay);
                    let waiting = self.waiting(piece);
                    let amount = share.map_or(waiting, |share| crate::engine::comp::exact::times(share, piece.pay));
                    let own = waiting.min(amount).max(Decimal::ZERO);
                    lost += self.held.forfeit(piece.payout, piece.plan, own, self.digits);
                    forfeited = plus(forfeited, own);
                    rest = plus(rest, plus(amount, -own));
                }
                let (deal, day, share) = (id.clone(), *day, share.unwrap_or_default());
                let clawed_back = rest;
                say(Step::Ledger(LedgerStep::Cancelled { deal, day, paid, share, forfeited, clawed_back }));
                (lost, rest)
            }
            Take::Window { with, without, before, pieces } => {
                let amount = plus(plus(*with, -*without), -*before);
                let (mut lost, mut forfeited) = (Money::ZERO, Decimal::ZERO);
                for piece in pieces {
                    let waiting = self.waiting(piece);
                    let own = waiting.min(plus(amount, -forfeited)).max(Decimal::ZERO);
                    lost += self.held.forfeit(piece.payout, piece.plan, own, self.digits);
                    forfeited = plus(forfeited, own);
                }
                let clawed_back = plus(amount, -forfeited);
                let (with, without, before) = (*with, *without, *before);
                say(Step::Ledger(LedgerStep::Recomputed { with, without, before, forfeited, clawed_back }));
                (lost, clawed_back)
            }
        }
    }
}
