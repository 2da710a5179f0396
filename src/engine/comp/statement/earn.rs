//! What a rep earns on a plan: lines of components and SPIFFs, before they are rounded to statements.

use std::collections::BTreeMap;

use super::lines::Prepared;
use super::terms::Member;
use super::walk::Dealt;
use super::{Explanation, Line, ReplayInput};
use crate::engine::comp::credit::{Event, EventSource};
use crate::engine::comp::exact::{Step, plus};
use crate::engine::comp::ledger::SpiffPay;
use crate::engine::comp::plan::{Component, Reward, Spiff};
use crate::engine::records::Deal;
use crate::engine::units::{Decimal, Granularity, Money, Month, Period, Rounding};

/// Won deals that were cancelled, by their places in the dataset.
pub(super) type Cancelled<'a> = BTreeMap<u32, &'a Deal>;

/// A line with what the ledger needs of it.
#[derive(Clone, Debug)]
pub(super) struct Earning<'a> {
    pub(super) line: Line,
    /// Pay: rounded if the plan rounds by line, else exact.
    pub(super) exact: Decimal,
    pub(super) is_spiff: bool,
    /// When it was earned, exact.
    pub(super) months: Vec<(Month, Decimal)>,
    /// Pay of the deals that were cancelled.
    pub(super) cancelled: Vec<(u32, &'a Deal, Decimal)>,
}

/// Everything a rep earns on the plan but prizes of contests, in order of component, SPIFF and period.
pub(super) fn earnings<'a>(
    (input, plan): (&ReplayInput, &Prepared),
    member: &Member<'a>,
    cancelled: &Cancelled<'a>,
    length: Granularity,
) -> Vec<Earning<'a>> {
    let mut all = Vec::new();
    // Where pay falls in one month anyway, single deals are asked for only to take them back.
    let is_monthly = |component: &Component| component.pay_period == Granularity::Month;
    let wants_deals = !cancelled.is_empty() || !input.plan.components.iter().all(is_monthly);
    let cut = |event: &Event, pay: Decimal| match event.source {
        EventSource::Deal(place) => cancelled.get(&place).map(|deal| (place, *deal, pay)),
        EventSource::Activity(_) | EventSource::Objective(_) => None,
    };
    plan.lines(input, member, wants_deals, &mut |walked| {
        let deals = walked.deals.iter();
        let cancelled = deals.clone().filter_map(|dealt| cut(&dealt.event, dealt.pay)).collect();
        let months = months(walked.line.period, walked.pay, deals.map(|dealt| (dealt.event.day, dealt.pay)));
        let exact = if input.plan.rounding == Rounding::PerLine { walked.line.pay.0 } else { walked.pay };
        all.push(Earning { line: walked.line, exact, is_spiff: false, months, cancelled });
    });
    for spiff in input.plan.spiffs.iter().filter(|spiff| !matches!(spiff.reward, Reward::Contest { .. })) {
        let events = member.events(spiff.counted());
        for period in input.calendar.periods(input.first, input.last, length) {
            let paid = spiff.pay(&events, input.calendar, period);
            if paid.deals.is_empty() && paid.pay.is_zero() {
                continue;
            }
            all.push(Earning {
                exact: rounded(input, paid.pay),
                is_spiff: true,
                months: months(period, paid.pay, paid.deals.iter().map(|(event, pay)| (event.day, *pay))),
                cancelled: paid.deals.iter().filter_map(|(event, pay)| cut(event, *pay)).collect(),
                line: spiff_line(spiff, period, &paid, input),
            });
        }
    }
    all
}

/// Pay as the plan rounds lines.
pub(super) fn rounded(input: &ReplayInput, pay: Decimal) -> Decimal {
    match input.plan.rounding {
        Rounding::PerLine => Money(pay).rounded(input.digits).0,
        Rounding::PerStatement => pay,
    }
}

/// The line of a SPIFF.
pub(super) fn spiff_line(spiff: &Spiff, period: Period, paid: &SpiffPay, input: &ReplayInput) -> Line {
    Line {
        component: spiff.name.clone(),
        period,
        credit: paid.credit,
        credit_to_date: paid.credit_to_date,
        quota: None,
        attainment: None,
        target_incentive: Decimal::ZERO,
        pay: Money(rounded(input, paid.pay)),
        n_deals: paid.deals.len() as u32,
        cap_balance: Decimal::ZERO,
    }
}

/// A SPIFF's line with its deals and its arithmetic.
pub(super) fn explain_spiff(input: &ReplayInput, member: &Member, spiff: &Spiff, period: Period) -> Explanation {
    let paid = spiff.pay(&member.events(spiff.counted()), input.calendar, period);
    let line = spiff_line(spiff, period, &paid, input);
    let mut trace = paid.trace;
    if input.plan.rounding == Rounding::PerLine && line.pay.0 != paid.pay {
        trace.push(Step::Rounded { before: paid.pay, after: line.pay.0 });
    }
    let named = |(event, pay): &(Event, Decimal)| Dealt { event: *event, credit: event.credit, pay: *pay };
    let deals = paid.deals.iter().map(|deal| named(deal).named(input.dataset)).collect();
    Explanation { line, deals, true_up: Decimal::ZERO, trace }
}

/// Exact pay by the month of each deal; what they do not come to falls in the period's last month.
fn months(
    period: Period,
    pay: Decimal,
    deals: impl Iterator<Item = (chrono::NaiveDate, Decimal)>,
) -> Vec<(Month, Decimal)> {
    if period.length == Granularity::Month {
        return vec![(period.start, pay)];
    }
    let mut months: BTreeMap<Month, Decimal> = period.months().map(|month| (month, Decimal::ZERO)).collect();
    let mut rest = pay;
    for (day, part) in deals {
        if let Some(sum) = months.get_mut(&Month::of(day)) {
            *sum = plus(*sum, part);
            rest = plus(rest, -part);
        }
    }
    if let Some(sum) = months.get_mut(&period.end()) {
        *sum = plus(*sum, rest);
    }
    months.into_iter().collect()
}
