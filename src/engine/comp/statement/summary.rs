//! What the statements come to: totals, by period, pay for performance, attainment.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::gaps::gaps;
use super::{Replay, ReplayInput, Roster, Statement};
use crate::engine::comp::exact::{divided, plus, times};
use crate::engine::comp::plan::{Measure, QuotaSource};
use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Money, Month, Period};

/// Sums over all statements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    /// Incentive pay.
    pub paid: Money,
    /// Amount of the won deals that were credited.
    pub bookings: Money,
    /// How many.
    pub n_deals: u32,
    /// Reps on the plan.
    pub n_reps: u32,
    /// Reps with a deal.
    pub n_sellers: u32,
    /// Target incentive for the months replayed.
    pub target_incentive: Money,
    /// Base salaries for the months replayed, where known.
    pub base_salary: Money,
    /// Reps whose base salary is known.
    pub n_base_known: u32,
    /// Compensation cost of sales: incentive pay over bookings, a fraction.
    pub ccos_variable: Option<Decimal>,
    /// The same with base salaries; `None` unless every seller's is known.
    pub ccos: Option<Decimal>,
    /// Median attainment of the sellers with a quota.
    pub median_attainment: Option<Decimal>,
    /// Share of the sellers with a quota who reached it.
    pub share_at_quota: Option<Decimal>,
}

/// Sums of one pay period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeriodTotal {
    /// Which.
    pub period: Period,
    /// Incentive pay.
    pub paid: Money,
    /// Amount of the won deals.
    pub bookings: Money,
}

/// One rep over the whole time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RepPoint {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// Amount of won deals.
    pub bookings: Money,
    /// Quota of the months replayed.
    pub quota: Option<Decimal>,
    /// Bookings over quota.
    pub attainment: Option<Decimal>,
    /// Incentive pay.
    pub pay: Money,
    /// Target incentive for the months replayed.
    pub target_incentive: Option<Decimal>,
}

/// Reps whose attainment lies from `lower` up to `upper` (none for the last bin).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttainmentBin {
    /// Inclusive.
    pub lower: Decimal,
    /// Exclusive.
    pub upper: Option<Decimal>,
    /// How many.
    pub n_reps: u32,
}

pub(super) fn replay(input: &ReplayInput, roster: &Roster, statements: Vec<Statement>) -> Replay {
    let months = || (0..=input.last.since(input.first)).map(|step| input.first.plus(step));
    let inside = |day: chrono::NaiveDate| input.first <= Month::of(day) && Month::of(day) <= input.last;
    let mut totals = Totals { n_reps: roster.members.len() as u32, ..Totals::default() };
    let mut by_period: BTreeMap<Period, (Money, Money)> = BTreeMap::new();
    let shortest = input.plan.components.iter().map(|component| component.pay_period).min().unwrap_or_default();
    for period in input.calendar.periods(input.first, input.last, shortest) {
        by_period.entry(period).or_default();
    }
    let mut scatter = Vec::new();
    for (member, statement) in roster.members.iter().zip(&statements) {
        let mut bookings = Money::ZERO;
        for deal in &member.deals {
            let Some(day) = deal.closed.filter(|day| inside(*day)) else { continue };
            let amount = roster.book.amount(deal).unwrap_or_default();
            bookings += amount;
            totals.n_deals += 1;
            by_period.entry(input.calendar.period(Month::of(day), shortest)).or_default().1 += amount;
        }
        for line in &statement.lines {
            by_period.entry(input.calendar.period(line.period.end(), shortest)).or_default().0 += line.pay;
        }
        totals.paid += statement.total;
        totals.bookings += bookings;
        totals.n_sellers += u32::from(!member.deals.is_empty());
        let target_incentive = member.incentive(months());
        totals.target_incentive += Money(target_incentive.unwrap_or_default());
        if let Some(base) = member.base_salary(months()) {
            totals.base_salary += base;
            totals.n_base_known += 1;
        }
        let quota = member.quota_from(&QuotaSource::Targets, Measure::Bookings, months());
        scatter.push(RepPoint {
            rep: member.id.clone(),
            name: member.name().to_owned(),
            bookings,
            quota,
            attainment: quota.filter(|quota| !quota.is_zero()).map(|quota| divided(bookings.0, quota)),
            pay: statement.total,
            target_incentive,
        });
    }
    finish(&mut totals, &scatter, input.digits);
    Replay {
        attainment_bins: bins(&scatter),
        by_period: by_period
            .into_iter()
            .map(|(period, (paid, bookings))| PeriodTotal { period, paid: paid.rounded(input.digits), bookings })
            .collect(),
        gaps: gaps(input, roster),
        statements,
        totals,
        scatter,
    }
}

fn finish(totals: &mut Totals, scatter: &[RepPoint], digits: u32) {
    totals.target_incentive = totals.target_incentive.rounded(digits);
    totals.base_salary = totals.base_salary.rounded(digits);
    if !totals.bookings.0.is_zero() {
        totals.ccos_variable = Some(divided(totals.paid.0, totals.bookings.0));
        if totals.n_base_known == totals.n_reps && 0 < totals.n_reps {
            totals.ccos = Some(divided((totals.paid + totals.base_salary).0, totals.bookings.0));
        }
    }
    let mut attainments: Vec<Decimal> = scatter.iter().filter_map(|point| point.attainment).collect();
    attainments.sort();
    let middle = attainments.len() / 2;
    if let Some(&upper) = attainments.get(middle) {
        let lower = if attainments.len() % 2 == 1 { Some(&upper) } else { attainments.get(middle.wrapping_sub(1)) };
        totals.median_attainment = lower.map(|lower| divided(plus(*lower, upper), Decimal::TWO));
        let n_at_quota = attainments.iter().filter(|attainment| Decimal::ONE <= **attainment).count();
        totals.share_at_quota = Some(divided(Decimal::from(n_at_quota), Decimal::from(attainments.len())));
    }
}

/// Tenths from 0 to twice the quota, then the rest; negative attainment stands in the first.
fn bins(scatter: &[RepPoint]) -> Vec<AttainmentBin> {
    const N_BINS: usize = 20;
    let mut counts = [0_u32; N_BINS + 1];
    for attainment in scatter.iter().filter_map(|point| point.attainment) {
        let tenth = times(attainment, Decimal::TEN).floor().max(Decimal::ZERO);
        let index = usize::try_from(tenth).unwrap_or(N_BINS).min(N_BINS);
        if let Some(count) = counts.get_mut(index) {
            *count += 1;
        }
    }
    let tenth = |index: usize| Decimal::new(index as i64, 1);
    let bin = |(index, n_reps): (usize, u32)| AttainmentBin {
        lower: tenth(index),
        upper: (index < N_BINS).then(|| tenth(index + 1)),
        n_reps,
    };
    counts.into_iter().enumerate().map(bin).collect()
}
