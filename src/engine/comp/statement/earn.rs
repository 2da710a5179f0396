//! What a rep earns on a plan: lines of components and SPIFFs, before they are rounded to statements.

use std::collections::BTreeMap;

use super::lines::{walk, windows};
use super::terms::Member;
use super::{Explanation, Line, ReplayInput};
use crate::engine::comp::exact::{Step, plus};
use crate::engine::comp::ledger::{Event, SpiffPay};
use crate::engine::comp::plan::{Component, Filter, Reward, Spiff};
use crate::engine::records::{Deal, join_key};
use crate::engine::units::{Decimal, Granularity, Money, Month, Period, Rounding};

/// Won deals that were cancelled, by id.
pub(super) type Cancelled<'a> = BTreeMap<&'a str, &'a Deal>;

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
    pub(super) cancelled: Vec<(&'a Deal, Decimal)>,
}

/// Everything a rep earns on the plan but prizes of contests, in order of component, SPIFF and period.
pub(super) fn earnings<'a>(
    input: &ReplayInput,
    member: &Member<'a>,
    cancelled: &Cancelled<'a>,
    length: Granularity,
) -> Vec<Earning<'a>> {
    let mut all = Vec::new();
    for component in &input.plan.components {
        for window in windows(input, component) {
            walk(input, member, component, window, &mut |line, exact, detail| {
                let months = months(line.period, exact, detail.deals.iter().map(|deal| (deal.day, deal.pay)));
                let cut = detail
                    .deals
                    .iter()
                    .filter_map(|deal| cancelled.get(deal.id.as_str()).map(|cancelled| (*cancelled, deal.pay)));
                let cancelled = if cancelled.is_empty() { Vec::new() } else { cut.collect() };
                let exact = if input.plan.rounding == Rounding::PerLine { line.pay.0 } else { exact };
                all.push(Earning { line, exact, is_spiff: false, months, cancelled });
            });
        }
    }
    for spiff in input.plan.spiffs.iter().filter(|spiff| !matches!(spiff.reward, Reward::Contest { .. })) {
        let events = events(member, &spiff.as_component());
        for period in input.calendar.periods(input.first, input.last, length) {
            let paid = spiff.pay(&events, input.calendar, period);
            if paid.deals.is_empty() && paid.pay.is_zero() {
                continue;
            }
            let cut = paid
                .deals
                .iter()
                .filter_map(|deal| cancelled.get(deal.id.as_str()).map(|cancelled| (*cancelled, deal.pay)));
            all.push(Earning {
                exact: rounded(input, paid.pay),
                is_spiff: true,
                months: months(period, paid.pay, paid.deals.iter().map(|deal| (deal.day, deal.pay))),
                cancelled: cut.collect(),
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
    }
}

/// A SPIFF's line with its deals and its arithmetic.
pub(super) fn explain_spiff(input: &ReplayInput, member: &Member, spiff: &Spiff, period: Period) -> Explanation {
    let paid = spiff.pay(&events(member, &spiff.as_component()), input.calendar, period);
    let line = spiff_line(spiff, period, &paid, input);
    let mut trace = paid.trace;
    if input.plan.rounding == Rounding::PerLine && line.pay.0 != paid.pay {
        trace.push(Step::Rounded { before: paid.pay, after: line.pay.0 });
    }
    Explanation { line, deals: paid.deals, trace }
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

/// What the rep is credited with under a component's measure and filter, by day.
pub(super) fn events<'a>(member: &Member<'a>, component: &Component) -> Vec<Event<'a>> {
    let event = |deal: &&'a Deal| {
        let (day, credit) = (deal.closed?, component.measure.of(deal)?);
        component.filter.lets(deal).then_some(Event { day, deal: Some(*deal), credit, share: Decimal::ONE })
    };
    member.deals.iter().filter_map(event).collect()
}

impl Filter {
    /// Whether the deal counts.
    fn lets(&self, deal: &Deal) -> bool {
        let lets =
            |names: &[String], own: &str| names.is_empty() || names.iter().any(|name| join_key(name) == join_key(own));
        lets(&self.products, &deal.product)
            && lets(&self.segments, &deal.segment)
            && lets(&self.regions, &deal.region)
            && lets(&self.deal_kinds, &deal.kind)
            && lets(&self.sources, &deal.source)
            && self.least_amount.is_none_or(|least| deal.amount.is_some_and(|amount| least <= amount.0))
    }
}
