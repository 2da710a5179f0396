//! What happens to a year's earnings before they are paid, as in the ledger and in its order: what is held, expected
//! clawbacks, what is owed, and the draw.

use super::model::CostInput;
use super::prepare::number;
use crate::engine::comp::{ClawbackKind, Draw, DrawAmount, DrawKind, Plan};

/// A plan's clawback, holdback and draw for some months.
#[derive(Clone, Debug, Default)]
pub(super) struct After {
    /// What becomes of a month's pay so many months later.
    lags: Vec<Lag>,
    /// Share of component pay that waits, and how many months.
    held: Option<(f64, usize)>,
    draw: Option<DrawTerms>,
}

/// Shares of a month's pay.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Lag {
    /// Of component pay: lost while it waits.
    forfeited: f64,
    /// Of component pay: taken back of what was paid.
    taken: f64,
    /// Of SPIFFs, which never wait: taken back.
    of_spiffs: f64,
}

/// Rooms to work in.
#[derive(Clone, Debug, Default)]
pub(super) struct AfterRoom {
    clawed: Vec<f64>,
}

#[derive(Clone, Debug)]
struct DrawTerms {
    kind: DrawKind,
    /// First and last month of each period, and the draw of it without the rep's share.
    periods: Vec<(usize, usize)>,
    money: f64,
    /// Fraction of the target incentive of the period.
    of_incentive: f64,
    /// Months of a whole period.
    length: f64,
    n_periods: usize,
    recover_from: usize,
    recovery_share: f64,
}

impl After {
    pub(super) fn new(plan: &Plan, input: &CostInput, n_months: usize) -> Self {
        let cancelled = &input.model.cancellations;
        let sound = |share: f64| if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        let held = plan.holdback.map(|holdback| (sound(number(holdback.share)), holdback.months as usize));
        let (share, months) = held.unwrap_or_default();
        let lag = |(lag, cancelled_share): (usize, &f64)| {
            let cancelled_share = sound(*cancelled_share);
            // What is to be released in the month of the cancellation still waits.
            let waits = if held.is_some() && lag <= months { share } else { 0.0 };
            let Some(clawback) = plan.clawback else {
                return Lag { forfeited: cancelled_share * waits, ..Lag::default() };
            };
            let within = clawback.within_months.map_or(usize::MAX, |months| months as usize);
            let of = match clawback.kind {
                _ if within < lag => 0.0,
                ClawbackKind::OriginalRate | ClawbackKind::Recomputed => 1.0,
                ClawbackKind::ProRata => cancelled.left.get(lag).map_or(1.0, |left| sound(*left)),
                ClawbackKind::Percent { share } => sound(number(share)),
            };
            Lag {
                forfeited: cancelled_share * waits.min(of),
                taken: cancelled_share * (of - waits).max(0.0),
                of_spiffs: cancelled_share * of,
            }
        };
        let draw = plan.draw.as_ref().filter(|draw| !draw.is_for_new_hires);
        Self {
            lags: cancelled.share.iter().enumerate().map(lag).collect(),
            held,
            draw: draw.map(|draw| DrawTerms::new(draw, input, n_months)),
        }
    }

    /// Whether pay is as earned.
    pub(super) fn is_nothing(&self) -> bool {
        self.lags.iter().all(|lag| *lag == Lag::default()) && self.held.is_none() && self.draw.is_none()
    }

    /// Adds what is paid in each month for what components and SPIFFs earn in each to `paid`, which holds what is never taken
    /// back. What would be paid or taken back after the last month is counted in it, and what is owed then is too: it alone
    /// may fall below 0.
    pub(super) fn pay(
        &self,
        (earned, spiffs): (&[f64], &[f64]),
        incentive: f64,
        paid: &mut [f64],
        room: &mut AfterRoom,
    ) {
        room.clawed.clear();
        room.clawed.resize(paid.len(), 0.0);
        let last = paid.len().saturating_sub(1);
        let (share, months) = self.held.unwrap_or_default();
        let add = |months: &mut [f64], month: usize, amount: f64| {
            if let Some(sum) = months.get_mut(month.min(last)) {
                *sum += amount;
            }
        };
        for (month, (earned, spiffs)) in earned.iter().zip(spiffs).enumerate() {
            let held = share * earned.max(0.0);
            add(paid, month, earned - held + spiffs);
            let mut left = held;
            for (lag, of) in self.lags.iter().enumerate() {
                left -= of.forfeited * earned.max(0.0);
                add(&mut room.clawed, month + lag, of.taken * earned + of.of_spiffs * spiffs);
            }
            if self.held.is_some() {
                add(paid, month.saturating_add(months), left.max(0.0));
            }
        }
        let mut owed = 0.0;
        for (paid, clawed) in paid.iter_mut().zip(&room.clawed) {
            let net = *paid - (clawed + owed);
            owed = (-net).max(0.0);
            *paid = net.max(0.0);
        }
        if let Some(draw) = &self.draw {
            draw.apply(paid, incentive);
        }
        if let Some(paid) = paid.get_mut(last) {
            *paid -= owed;
        }
    }
}

impl DrawTerms {
    fn new(draw: &Draw, input: &CostInput, n_months: usize) -> Self {
        let first = input.model.first;
        let last = first.plus(n_months as i32 - 1);
        let place = |month: crate::engine::units::Month| month.since(first).clamp(0, n_months as i32 - 1) as usize;
        let periods = input.calendar.periods(first, last, draw.per);
        let (money, of_incentive) = match draw.amount {
            DrawAmount::Money(amount) => (number(amount).max(0.0), 0.0),
            DrawAmount::TargetIncentive(share) => (0.0, number(share).max(0.0)),
        };
        Self {
            kind: draw.kind,
            periods: periods.iter().map(|period| (place(period.start), place(period.end()))).collect(),
            money,
            of_incentive,
            length: f64::from(draw.per.months()),
            n_periods: draw.n_periods.map_or(usize::MAX, |n| n as usize),
            recover_from: draw.recover_from.unwrap_or(1) as usize,
            recovery_share: draw.recovery_share.map_or(1.0, |share| number(share).clamp(0.0, 1.0)),
        }
    }

    /// Adds what is drawn, and takes what is recovered, at the end of each period. `incentive` is that of a year.
    fn apply(&self, paid: &mut [f64], incentive: f64) {
        let mut balance = 0.0;
        for (number, (first, last)) in self.periods.iter().enumerate().map(|(index, period)| (index + 1, *period)) {
            let earned: f64 = paid.get(first..=last).map_or(0.0, |months| months.iter().sum());
            let n_months = (last + 1 - first) as f64;
            let draw = self.money * n_months / self.length + self.of_incentive * incentive * n_months / 12.0;
            let runs = number <= self.n_periods;
            let short = if runs { (draw - earned).max(0.0) } else { 0.0 };
            let above = if runs { (earned - draw).max(0.0) } else { earned.max(0.0) };
            let mut change = short;
            if self.kind != DrawKind::NonRecoverable {
                if !runs && self.kind == DrawKind::Forgiven {
                    balance = 0.0;
                }
                if self.recover_from <= number {
                    // Of what the period earned, only what its last month pays can still be taken.
                    let payable = paid.get(last).copied().unwrap_or(0.0).max(0.0);
                    let recovered = (above * self.recovery_share).min(balance).min(payable);
                    balance -= recovered;
                    change -= recovered;
                }
                balance += short;
            }
            if let Some(paid) = paid.get_mut(last) {
                *paid += change;
            }
        }
    }
}

#[cfg(test)]
mod tests;
