//! What a component is paid ahead of its pay period's end, and what is left to pay then.

use super::counted::Counting;
use super::walk::Walked;
use super::{Line, ReplayInput};
use crate::engine::comp::exact::{Step, minus, plus};
use crate::engine::comp::plan::{Advance, Component};
use crate::engine::units::{Decimal, Money, Period};

/// The advances of one pay period.
pub(super) struct Ahead {
    advance: Advance,
    /// To the minor unit.
    amount: Money,
    /// The periods before the last one that are paid ahead.
    periods: Vec<Period>,
    /// Whether the last one is paid the amount at least, if advances are kept.
    has_last: bool,
}

impl Ahead {
    /// Of a component with an advance.
    pub(super) fn of(input: &ReplayInput, component: &Component, counting: &Counting, period: Period) -> Option<Self> {
        let advance = component.advance?;
        let parts = input.calendar.periods(period.start, period.end(), advance.per);
        let (last, before) = parts.split_last()?;
        let counts = |part: &&Period| part.start <= input.last && counting.is_there(**part);
        Some(Self {
            advance,
            amount: Money(advance.amount).rounded(input.digits),
            periods: before.iter().filter(counts).copied().collect(),
            has_last: counting.is_there(*last),
        })
    }

    /// What was paid ahead in all.
    fn sum(&self) -> Money {
        self.periods.iter().map(|_| self.amount).sum()
    }

    /// Pays the periods that end in the replay, each as a line like that of the whole period, without its credit.
    pub(super) fn pay(
        &self,
        input: &ReplayInput,
        traced: Option<Period>,
        whole: &Line,
        credit_before: Decimal,
        take: &mut impl FnMut(Walked),
    ) {
        for period in self.periods.iter().filter(|period| input.first <= period.end()) {
            let pay = self.amount.0;
            let line = Line {
                period: *period,
                credit: Decimal::ZERO,
                credit_to_date: credit_before,
                attainment: None,
                pay: self.amount,
                n_deals: 0,
                ..whole.clone()
            };
            let trace = if traced == Some(*period) { vec![Step::Advanced { pay }] } else { Vec::new() };
            take(Walked { line, pay, true_up: pay, deals: Vec::new(), trace });
        }
    }

    /// What is left of the whole period's pay at its end.
    pub(super) fn left(&self, mut walked: Walked, is_traced: bool) -> Walked {
        let advanced = self.sum();
        let least = match (self.advance.is_recovered, self.has_last) {
            (true, _) => None,
            (false, true) => Some(self.amount),
            (false, false) => Some(Money::ZERO),
        };
        let before = walked.line.pay;
        let rest = before - advanced;
        walked.line.pay = least.map_or(rest, |least| rest.max(least));
        let exact = minus(walked.pay, advanced.0);
        let exact = least.map_or(exact, |least| exact.max(least.0));
        walked.true_up = plus(walked.true_up, minus(exact, walked.pay));
        walked.pay = exact;
        if is_traced && walked.line.pay != before {
            let pay = walked.line.pay.0;
            walked.trace.push(Step::AdvanceDeducted { before: before.0, advanced: advanced.0, pay });
        }
        walked
    }
}
