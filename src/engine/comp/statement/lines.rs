//! The lines of one rep's statement.

use super::terms::Member;
use super::{DealPay, Explanation, Line, ReplayInput};
use crate::engine::comp::exact::{Step, Terms, divided, payout, plus, times};
use crate::engine::comp::plan::{Component, Window};
use crate::engine::records::Deal;
use crate::engine::units::{Decimal, Money, Month, Period, Rounding};

/// One line with its deals and its arithmetic.
pub(super) fn explain(
    input: &ReplayInput,
    member: &Member,
    component: &Component,
    period: Period,
) -> Option<Explanation> {
    let window = input.calendar.period(period.start, component.window_length());
    let mut found = None;
    walk(input, member, component, window, &mut |line, _, detail| {
        if line.period == period {
            found = Some(Explanation { line, deals: detail.deals.clone(), trace: detail.trace(input, component) });
        }
    });
    found
}

/// What a line was computed from, for those who want to see it.
pub(super) struct Detail<'a> {
    terms: Terms,
    before: Decimal,
    before_credit: Decimal,
    to_date: Decimal,
    credit: Decimal,
    credit_to_date: Decimal,
    lost: Decimal,
    n_capped: u32,
    pub(super) deals: &'a Vec<DealPay>,
    pay: Decimal,
    paid: Money,
}

/// The pay periods of a window in order, each handed to `take` with its exact pay if it lies in the replay.
pub(super) fn walk(
    input: &ReplayInput,
    member: &Member,
    component: &Component,
    window: Period,
    take: &mut impl FnMut(Line, Decimal, &Detail),
) {
    let terms = member.terms(component, window);
    let (mut credit_to_date, mut earned, mut paid_to_date) = (Decimal::ZERO, Decimal::ZERO, Money::ZERO);
    for period in input.calendar.periods(window.start, window.end(), component.pay_period) {
        let (before, before_credit) = (earned, credit_to_date);
        let mut period_credit = Decimal::ZERO;
        let mut credits: Vec<(&Deal, Decimal)> = Vec::new();
        for deal in deals_of(member, period) {
            if let Some(credit) = component.measure.of(deal) {
                period_credit = plus(period_credit, credit);
                credits.push((deal, credit));
            }
        }
        credit_to_date = plus(credit_to_date, period_credit);
        let run = Run { component, terms: &terms, period_credit, credit_to_date };
        let (mut lost, mut n_capped) = (Decimal::ZERO, 0);
        let mut deals = Vec::with_capacity(credits.len());
        let mut running = before_credit;
        for (deal, credit) in credits {
            let raw = run.deal_pay(running, credit);
            running = plus(running, credit);
            let pay = component.deal_cap().map_or(raw, |cap| raw.min(cap));
            if pay < raw {
                lost = plus(lost, raw - pay);
                n_capped += 1;
            }
            earned = plus(earned, pay);
            let day = deal.closed.unwrap_or_default();
            deals.push(DealPay { id: deal.id.clone(), account: deal.account.clone(), day, credit, pay });
        }
        let pay = earned - before;
        let paid = match input.plan.rounding {
            Rounding::PerLine => Money(earned).rounded(input.digits) - paid_to_date,
            Rounding::PerStatement => Money(pay),
        };
        paid_to_date += paid;
        if period.end() < input.first || input.last < period.start {
            continue;
        }
        let line = Line {
            component: component.name.clone(),
            period,
            credit: period_credit,
            credit_to_date,
            quota: terms.quota,
            attainment: terms.quota.filter(|quota| !quota.is_zero()).map(|quota| divided(credit_to_date, quota)),
            target_incentive: terms.target_incentive,
            pay: paid,
            n_deals: deals.len() as u32,
        };
        let detail = Detail {
            terms,
            before,
            before_credit,
            to_date: earned,
            credit: period_credit,
            credit_to_date,
            lost,
            n_capped,
            deals: &deals,
            pay,
            paid,
        };
        take(line, pay, &detail);
    }
}

struct Run<'a> {
    component: &'a Component,
    terms: &'a Terms,
    period_credit: Decimal,
    credit_to_date: Decimal,
}

impl Run<'_> {
    /// Pay of a deal of that credit on top of `running`, before a deal cap.
    fn deal_pay(&self, running: Decimal, credit: Decimal) -> Decimal {
        let earned = |x| payout(self.component, x, self.terms).pay;
        if self.component.accumulate == Window::Deal {
            earned(credit)
        } else if self.component.deduct_prior {
            earned(plus(running, credit)) - earned(running)
        } else if self.credit_to_date <= Decimal::ZERO || self.period_credit <= Decimal::ZERO {
            Decimal::ZERO
        } else {
            divided(times(earned(self.credit_to_date), credit), self.credit_to_date)
        }
    }
}

impl Detail<'_> {
    fn trace(&self, input: &ReplayInput, component: &Component) -> Vec<Step> {
        let n_deals = self.deals.len() as u32;
        let mut trace = if component.accumulate == Window::Deal {
            vec![Step::DealByDeal { n_deals, pay: plus(self.pay, self.lost) }]
        } else {
            let mut trace = payout(component, self.credit_to_date, &self.terms).trace;
            let to_date = payout(component, self.credit_to_date, &self.terms).pay;
            if !component.deduct_prior {
                let rate = divided(to_date, self.credit_to_date);
                trace.push(Step::RateOfPeriod { rate, credit: self.credit, pay: plus(self.pay, self.lost) });
            } else if !self.before.is_zero() || !self.before_credit.is_zero() {
                let before = if self.n_capped == 0 { self.before } else { to_date - self.pay - self.lost };
                trace.push(Step::PriorDeducted { to_date, before, pay: to_date - before });
            }
            trace
        };
        if 0 < self.n_capped {
            trace.push(Step::DealsCapped { n_deals: self.n_capped, lost: self.lost });
        }
        if input.plan.rounding == Rounding::PerLine && self.paid.0 != self.pay {
            trace.push(Step::Rounded { before: self.to_date - self.before, after: self.paid.0 });
        }
        trace
    }
}

/// The accumulation windows that touch the replay, in order.
pub(super) fn windows(input: &ReplayInput, component: &Component) -> Vec<Period> {
    input.calendar.periods(input.first, input.last, component.window_length())
}

fn deals_of<'a>(member: &'a Member, period: Period) -> impl Iterator<Item = &'a Deal> {
    let (first, last) = (period.start.first_day(), period.end().last_day());
    let start = member.deals.partition_point(|deal| deal.closed.is_none_or(|day| day < first));
    let end = member.deals.partition_point(|deal| deal.closed.is_none_or(|day| day <= last));
    member.deals.get(start..end).unwrap_or_default().iter().copied()
}

impl Component {
    /// The window over which this component's credit adds up, for the month.
    pub fn window(&self, calendar: crate::engine::units::Calendar, month: Month) -> Period {
        calendar.period(month, self.window_length())
    }
}
