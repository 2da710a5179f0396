//! A component's windows and pay periods in order, each exact: what it pays, deal by deal, and why.

use super::ahead::Ahead;
use super::counted::{Counting, Group, Scale, Tally};
use super::lines::Prepared;
use super::{DealPay, Line, ReplayInput};
use crate::engine::comp::credit::{Event, EventSource};
use crate::engine::comp::exact::{Earned, Now, Reached, Ready, Step, Trace, divided, minus, plus, times};
use crate::engine::comp::plan::{Component, Window};
use crate::engine::records::Dataset;
use crate::engine::units::{Decimal, Money, Month, Period, Rounding};

/// One component of one rep.
pub(super) struct Walk<'a> {
    pub(super) input: &'a ReplayInput<'a>,
    pub(super) plan: &'a Prepared<'a>,
    /// What counts towards each component of the plan.
    pub(super) counting: &'a [Counting<'a>],
    /// The component's position.
    pub(super) place: usize,
    /// Whether the pay of single deals is asked for; it costs more than that of the period.
    pub(super) wants_deals: bool,
    /// The pay period whose arithmetic is asked for.
    pub(super) traced: Option<Period>,
}

/// One pay period of one component.
pub(super) struct Walked {
    /// The line, as it is shown.
    pub(super) line: Line,
    /// Pay, not rounded.
    pub(super) pay: Decimal,
    /// The part of it that is no deal's of this period; known if the deals were asked for.
    pub(super) true_up: Decimal,
    /// Its deals in order, if they were asked for.
    pub(super) deals: Vec<Dealt>,
    /// Its arithmetic, if that was asked for.
    pub(super) trace: Vec<Step>,
}

/// What a deal, or another record, added.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dealt {
    /// The record and its day.
    pub(super) event: Event,
    /// Its credit; towards a blend, in attainment.
    pub(super) credit: Decimal,
    /// Not rounded, and after a cap on deals.
    pub(super) pay: Decimal,
}

impl Dealt {
    /// The same with the record's names.
    pub(super) fn named(&self, dataset: &Dataset) -> DealPay {
        let Self { event, credit, pay } = *self;
        let (id, account) = match event.source {
            EventSource::Deal(place) => {
                dataset.deals.get(place as usize).map(|deal| (deal.id.clone(), deal.account.clone()))
            }
            EventSource::Activity(place) => {
                dataset.activities.get(place as usize).map(|activity| (activity.kind.clone(), String::new()))
            }
            EventSource::Objective(place) => {
                dataset.objectives.get(place as usize).map(|objective| (objective.name.clone(), String::new()))
            }
        }
        .unwrap_or_default();
        DealPay { id, account, day: event.day, credit, pay }
    }
}

/// A window as far as it has been walked.
struct ToDate<'a> {
    tally: Tally<'a>,
    /// Earned before deal caps.
    raw: Decimal,
    /// Earned after them.
    earned: Decimal,
    paid: Money,
}

/// Pay of one period before rounding.
#[derive(Default)]
struct Share {
    /// After deal caps.
    pay: Decimal,
    true_up: Decimal,
    deals: Vec<Dealt>,
    n_deals: u32,
    /// What deal caps took, and from how many deals.
    lost: Decimal,
    n_capped: u32,
    /// What refundable caps keep at the end.
    balance: Decimal,
}

impl Walk<'_> {
    fn ready(&self) -> Option<&Ready<'_>> {
        self.plan.components.get(self.place)
    }

    /// Every pay period that touches these months and the replay.
    pub(super) fn windows(&self, first: Month, last: Month, take: &mut impl FnMut(Walked)) {
        let Some(ready) = self.ready() else { return };
        let calendar = self.input.calendar;
        let (mut balance, mut year) = (Decimal::ZERO, None);
        for window in ready.component.windows(calendar, first, last, ready.is_refundable()) {
            if year.replace(calendar.fiscal_year(window.start)) != Some(calendar.fiscal_year(window.start)) {
                balance = Decimal::ZERO;
            }
            balance = self.window(ready, window, balance, take);
        }
    }

    /// The pay periods of one window; the balance of refundable caps at its end.
    fn window(&self, ready: &Ready, window: Period, balance: Decimal, take: &mut impl FnMut(Walked)) -> Decimal {
        let (input, component) = (self.input, ready.component);
        let Some(counting) = self.counting.get(self.place) else { return balance };
        let scale = counting.scale(window);
        let (zero, mut left) = (Decimal::ZERO, balance);
        let mut to_date = ToDate { tally: Tally::new(&scale), raw: zero, earned: zero, paid: Money::ZERO };
        for period in input.calendar.periods(window.start, window.end(), component.pay_period) {
            if input.last < period.start {
                break;
            }
            let others = self.others(ready, period.end());
            let now = Now::new(ready, &scale.terms, &others);
            let groups = counting.groups(period.start, period.end());
            let before = to_date.tally.clone();
            let of_period = OfPeriod { walk: self, component, scale: &scale, now: &now, balance };
            let raw_before = to_date.raw;
            let share = of_period.share(&mut to_date, left, &groups);
            left = share.balance;
            to_date.earned = plus(to_date.earned, share.pay);
            let paid = match input.plan.rounding {
                Rounding::PerLine => Money(to_date.earned).rounded(input.digits) - to_date.paid,
                Rounding::PerStatement => Money(share.pay),
            };
            to_date.paid += paid;
            if period.end() < input.first {
                continue;
            }
            let ahead = Ahead::of(input, component, counting, period);
            let credit_to_date = to_date.tally.credit();
            let line = Line {
                component: component.name.clone(),
                period,
                credit: minus(credit_to_date, before.credit()),
                credit_to_date,
                quota: scale.terms.quota,
                attainment: scale.attainment(credit_to_date),
                target_incentive: scale.terms.target_incentive,
                pay: paid,
                n_deals: share.n_deals,
                cap_balance: left,
            };
            let is_traced = self.traced == Some(period);
            let trace = if is_traced {
                of_period.trace(&to_date.tally, raw_before, &before, &line, &share)
            } else {
                Vec::new()
            };
            let walked = Walked { line, pay: share.pay, true_up: share.true_up, deals: share.deals, trace };
            let Some(ahead) = ahead else {
                take(walked);
                continue;
            };
            ahead.pay(input, self.traced, &walked.line, before.credit(), take);
            take(ahead.left(walked, is_traced));
        }
        left
    }

    /// What the components that this one looks at have reached at the end of a month; nothing for all others.
    fn others(&self, ready: &Ready, end: Month) -> Vec<Reached> {
        let mut others = Vec::new();
        for place in ready.looks_at() {
            if others.is_empty() {
                others = vec![Reached::default(); self.plan.components.len()];
            }
            let other = self.plan.components.get(place).zip(self.counting.get(place));
            if let (Some((other, counting)), Some(slot)) = (other, others.get_mut(place)) {
                *slot = counting.reached(other.component.window(self.input.calendar, end), end);
            }
        }
        others
    }
}

/// One pay period with all that its pay depends on.
struct OfPeriod<'a> {
    walk: &'a Walk<'a>,
    component: &'a Component,
    scale: &'a Scale,
    now: &'a Now<'a>,
    /// What refundable caps kept before the window.
    balance: Decimal,
}

impl OfPeriod<'_> {
    fn earned(&self, credit: Decimal) -> Earned {
        self.now.earned(credit, &mut Trace::off())
    }

    /// `F` of the window to date with the balance of earlier windows.
    fn due(&self, credit: Decimal) -> Decimal {
        self.earned(credit).with(self.balance)
    }

    /// What the period pays. `left` is the balance so far, which changes from deal to deal where each is a window.
    fn share(&self, to_date: &mut ToDate, left: Decimal, groups: &[Group]) -> Share {
        let mut share = Share { balance: left, ..Share::default() };
        share.n_deals = groups.len() as u32;
        if self.component.accumulate == Window::Deal {
            self.deal_by_deal(&mut share, to_date, groups);
            return share;
        }
        let start = to_date.tally.clone();
        for group in groups {
            to_date.tally.add(*group);
        }
        let (credit_before, credit) = (start.credit(), to_date.tally.credit());
        let end = self.earned(credit);
        let is_single = self.component.window_length() == self.component.pay_period;
        let (raw, price) = if self.component.deduct_prior {
            share.balance = end.left(self.balance);
            (minus(end.with(self.balance), to_date.raw), Price::Added)
        } else {
            let whole = end.with(Decimal::ZERO);
            let price = Price::Share { whole, credit, of: minus(credit, credit_before) };
            if is_single {
                share.balance = end.left(self.balance);
                share.true_up = minus(end.with(self.balance), whole);
            }
            (plus(price.of(minus(credit, credit_before)), share.true_up), price)
        };
        if self.walk.wants_deals || self.component.deal_cap().is_some() {
            self.deals(&mut share, start, to_date.raw, price, groups);
        }
        to_date.raw = plus(to_date.raw, raw);
        share.pay = minus(raw, share.lost);
        share
    }

    /// Each deal on top of those before it.
    fn deals(&self, share: &mut Share, mut tally: Tally, raw: Decimal, price: Price, groups: &[Group]) {
        let mut before = tally.credit();
        let mut due = Decimal::ZERO;
        if matches!(price, Price::Added) {
            due = self.due(before);
            share.true_up = minus(due, raw);
        }
        for group in groups {
            tally.add(*group);
            let after = tally.credit();
            let pay = if matches!(price, Price::Added) {
                let next = self.due(after);
                minus(next, std::mem::replace(&mut due, next))
            } else {
                price.of(minus(after, before))
            };
            share.push(self.component, *group, minus(after, before), pay);
            before = after;
        }
    }

    /// Each deal alone.
    fn deal_by_deal(&self, share: &mut Share, to_date: &mut ToDate, groups: &[Group]) {
        for group in groups {
            let mut alone = Tally::new(self.scale);
            alone.add(*group);
            to_date.tally.add(*group);
            let credit = alone.credit();
            let mut pay = Decimal::ZERO;
            if Decimal::ZERO < credit {
                let earned = self.earned(credit);
                pay = earned.with(share.balance);
                share.balance = earned.left(share.balance);
            }
            share.push(self.component, *group, credit, pay);
        }
        share.pay = share.deals.iter().fold(Decimal::ZERO, |sum, dealt| plus(sum, dealt.pay));
        to_date.raw = plus(to_date.raw, plus(share.pay, share.lost));
    }

    /// The arithmetic of a line, with what was earned and credited before it.
    fn trace(&self, tally: &Tally, raw_before: Decimal, before: &Tally, line: &Line, share: &Share) -> Vec<Step> {
        let (component, terms) = (self.component, &self.scale.terms);
        let mut trace = Trace::kept();
        if component.accumulate == Window::Deal {
            let (n_deals, pay) = (share.n_deals, plus(share.pay, share.lost));
            trace.add(|| Step::DealByDeal { n_deals, pay });
            if let [only] = share.deals.as_slice() {
                let earned = self.now.earned(only.credit, &mut trace);
                component.trace_balance(earned, self.balance, terms, &mut trace);
            }
        } else {
            let credit = line.credit_to_date;
            trace.add(|| Step::Credited { credit });
            for step in tally.steps(component) {
                trace.add(|| step);
            }
            let earned = self.now.earned(credit, &mut trace);
            component.trace_balance(earned, self.balance, terms, &mut trace);
            if component.deduct_prior {
                let (to_date, before_credit) = (earned.with(self.balance), before.credit());
                if !raw_before.is_zero() || !before_credit.is_zero() {
                    let pay = minus(to_date, raw_before);
                    trace.add(|| Step::PriorDeducted { to_date, before: raw_before, pay });
                }
            } else if component.window_length() != component.pay_period {
                let rate = divided(earned.with(Decimal::ZERO), credit);
                trace.add(|| Step::RateOfPeriod { rate, credit: line.credit, pay: plus(share.pay, share.lost) });
            }
        }
        if 0 < share.n_capped {
            trace.add(|| Step::DealsCapped { n_deals: share.n_capped, lost: share.lost });
        }
        if self.walk.input.plan.rounding == Rounding::PerLine && line.pay.0 != share.pay {
            trace.add(|| Step::Rounded { before: share.pay, after: line.pay.0 });
        }
        trace.into_steps()
    }
}

/// How a deal's part of a period's pay is found.
#[derive(Clone, Copy)]
enum Price {
    /// By what it adds to the window to date.
    Added,
    /// By its credit: the rate reached in the window, `whole / credit`, on the period's credit `of`.
    Share { whole: Decimal, credit: Decimal, of: Decimal },
}

impl Price {
    /// Pay of some credit of the period.
    fn of(self, part: Decimal) -> Decimal {
        match self {
            Self::Share { whole, credit, of } if Decimal::ZERO < credit && Decimal::ZERO < of => {
                if part == credit {
                    whole
                } else {
                    divided(times(whole, part), credit)
                }
            }
            _ => Decimal::ZERO,
        }
    }
}

impl Share {
    /// Adds a deal's pay, up to the cap on deals.
    fn push(&mut self, component: &Component, group: Group, credit: Decimal, raw: Decimal) {
        let cap = component.deal_cap().filter(|_| group.is_deal());
        let pay = cap.map_or(raw, |cap| raw.min(cap));
        if pay < raw {
            self.lost = plus(self.lost, minus(raw, pay));
            self.n_capped += 1;
        }
        if let Some(event) = group.event() {
            self.deals.push(Dealt { event, credit, pay });
        }
    }
}
