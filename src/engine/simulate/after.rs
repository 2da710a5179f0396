//! What happens to a year's earnings before they are paid: expected clawbacks, holdback, and the draw.

use super::model::CostInput;
use super::prepare::number;
use crate::engine::comp::{ClawbackKind, Draw, DrawAmount, DrawKind, Plan};

/// A plan's clawback, holdback and draw for some months.
#[derive(Clone, Debug, Default)]
pub(super) struct After {
    /// Share of a month's pay that is taken back so many months later.
    taken_back: Vec<f64>,
    /// Share that waits, months it waits, and the share of it that is never released.
    held: Option<(f64, usize, f64)>,
    draw: Option<DrawTerms>,
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
        let shares = || cancelled.share.iter().map(|share| sound(*share));
        let taken_back = plan.clawback.map_or_else(Vec::new, |clawback| {
            let within = clawback.within_months.map_or(usize::MAX, |months| months as usize);
            let of = |(lag, share): (usize, f64)| match clawback.kind {
                _ if within < lag => 0.0,
                ClawbackKind::OriginalRate | ClawbackKind::Recomputed => share,
                ClawbackKind::ProRata => share * cancelled.left.get(lag).map_or(1.0, |left| sound(*left)),
                ClawbackKind::Percent { share: part } => share * sound(number(part)),
            };
            shares().enumerate().map(of).collect()
        });
        let held = plan.holdback.map(|holdback| {
            let months = holdback.months as usize;
            (sound(number(holdback.share)), months, sound(shares().take(months).sum()))
        });
        let draw = plan.draw.as_ref().filter(|draw| !draw.is_for_new_hires);
        Self { taken_back, held, draw: draw.map(|draw| DrawTerms::new(draw, input, n_months)) }
    }

    /// Whether pay is as earned.
    pub(super) fn is_nothing(&self) -> bool {
        self.taken_back.iter().all(|share| *share <= 0.0) && self.held.is_none() && self.draw.is_none()
    }

    /// What is paid in each month for what is earned in each. What would be paid or taken back after the last month is
    /// counted in it.
    pub(super) fn pay(&self, earned: &[f64], incentive: f64, paid: &mut [f64]) {
        paid.copy_from_slice(earned);
        let last = earned.len().saturating_sub(1);
        let (share, months, unreleased) = self.held.unwrap_or_default();
        let mut add = |month: usize, amount: f64| {
            if let Some(paid) = paid.get_mut(month.min(last)) {
                *paid += amount;
            }
        };
        for (month, earned) in earned.iter().enumerate().filter(|(_, earned)| **earned != 0.0) {
            if 0.0 < share {
                add(month, -share * earned);
                add(month + months, share * earned * (1.0 - unreleased));
            }
            for (lag, taken) in self.taken_back.iter().enumerate().filter(|(_, taken)| 0.0 < **taken) {
                // What still waits is not paid yet: it is not released.
                let was_paid = if lag < months { 1.0 - share } else { 1.0 };
                add(month + lag, -taken * earned * was_paid);
            }
        }
        if let Some(draw) = &self.draw {
            draw.apply(paid, incentive);
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
                    let recovered = (above * self.recovery_share).min(balance);
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
mod tests {
    use super::*;

    fn draw(kind: DrawKind) -> DrawTerms {
        let of_month = |month| (month, month);
        DrawTerms {
            kind,
            periods: (0..4).map(of_month).collect(),
            money: 3_000.0,
            of_incentive: 0.0,
            length: 1.0,
            n_periods: usize::MAX,
            recover_from: 1,
            recovery_share: 1.0,
        }
    }

    #[test]
    fn a_draw_is_paid_and_recovered() {
        let check = |terms: DrawTerms, earned: [f64; 4], expected: [f64; 4]| {
            let mut paid = earned;
            terms.apply(&mut paid, 0.0);
            let is_same = paid.iter().zip(expected).all(|(paid, expected)| (paid - expected).abs() < 1e-9);
            assert!(is_same, "{paid:?}, not {expected:?}: {terms:?}");
        };
        let earned = [1_000.0, 4_000.0, 2_500.0, 9_000.0];
        check(draw(DrawKind::NonRecoverable), earned, [3_000.0, 4_000.0, 3_000.0, 9_000.0]);
        check(draw(DrawKind::Recoverable), earned, [3_000.0, 3_000.0, 3_000.0, 7_500.0]);
        let late = DrawTerms { recover_from: 4, ..draw(DrawKind::Recoverable) };
        check(late, earned, [3_000.0, 4_000.0, 3_000.0, 6_500.0]);
        let ends = |kind| DrawTerms { n_periods: 2, recovery_share: 0.5, ..draw(kind) };
        check(ends(DrawKind::Recoverable), earned, [3_000.0, 3_500.0, 1_250.0, 8_750.0]);
        check(ends(DrawKind::Forgiven), earned, [3_000.0, 3_500.0, 2_500.0, 9_000.0]);
    }

    #[test]
    fn what_waits_or_is_taken_back_is_a_share_of_pay() {
        let after = After { taken_back: vec![0.0, 0.1, 0.0, 0.2], held: Some((0.5, 2, 0.1)), draw: None };
        let mut paid = [0.0; 5];
        after.pay(&[1_000.0, 0.0, 0.0, 0.0, 100.0], 0.0, &mut paid);
        // Half at once; a tenth of that back after a month; the rest without a tenth after two; a fifth of all after three.
        // What the last month earns is settled in it.
        let last = 50.0 + 45.0 - 5.0 - 20.0;
        for (found, expected) in paid.into_iter().zip([500.0, -50.0, 450.0, -200.0, last]) {
            assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
        }
    }
}
