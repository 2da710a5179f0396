//! What the statements come to: totals, by period, pay for performance, attainment.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::gaps::all_gaps;
use super::team::Team;
use super::{Replay, Statement};
use crate::engine::comp::exact::{divided, plus, times};
use crate::engine::comp::ledger::{Liability, accruals};
use crate::engine::comp::plan::{CreditFrom, Measure, QuotaSource};
use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Money, Month, Period};

/// Sums over all statements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    /// Incentive pay.
    pub paid: Money,
    /// What was earned, before it was held, taken back, drawn or adjusted.
    #[serde(default)]
    pub earned: Money,
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

pub(super) fn replay(team: &Team, statements: Vec<Statement>, liabilities: Vec<Liability>) -> Replay {
    let months = || (0..=team.last.since(team.first)).map(|step| team.first.plus(step));
    let inside = |day: chrono::NaiveDate| team.first <= Month::of(day) && Month::of(day) <= team.last;
    let mut totals = Totals { n_reps: team.n_members() as u32, ..Totals::default() };
    let mut by_period: BTreeMap<Period, (Money, Money)> = BTreeMap::new();
    for period in team.calendar.periods(team.first, team.last, team.length) {
        by_period.entry(period).or_default();
    }
    let mut scatter = Vec::new();
    let book = team.rosters.first().map(|roster| &roster.book);
    let members = team.rosters.first().map(|roster| roster.members.as_slice()).unwrap_or_default();
    for (place, (member, statement)) in members.iter().zip(&statements).enumerate() {
        let mut bookings = Money::ZERO;
        for deal in &member.deals {
            let Some(day) = deal.closed.filter(|day| inside(*day)) else { continue };
            let amount = book.and_then(|book| book.amount(deal)).unwrap_or_default();
            bookings += amount;
            totals.n_deals += 1;
            by_period.entry(team.calendar.period(Month::of(day), team.length)).or_default().1 += amount;
        }
        for one in &statement.periods {
            by_period.entry(one.period).or_default().0 += one.paid;
            totals.earned += one.earned + one.spiffs;
        }
        totals.paid += statement.total;
        totals.bookings += bookings;
        totals.n_sellers += u32::from(!member.deals.is_empty());
        let (quota, target_incentive) = terms(team, place);
        totals.target_incentive += Money(target_incentive.unwrap_or_default());
        if let Some(base) = member.base_salary(months()) {
            totals.base_salary += base;
            totals.n_base_known += 1;
        }
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
    finish(&mut totals, &scatter, team.digits);
    Replay {
        attainment_bins: bins(&scatter),
        by_period: by_period
            .into_iter()
            .map(|(period, (paid, bookings))| PeriodTotal { period, paid, bookings })
            .collect(),
        gaps: all_gaps(team),
        accruals: accruals(
            statements.iter().flat_map(|statement| &statement.earned),
            statements.iter().flat_map(|statement| &statement.periods),
        ),
        liabilities,
        statements,
        totals,
        scatter,
    }
}

/// Quota and target incentive of the months replayed, on the plans the rep was on.
fn terms(team: &Team, place: usize) -> (Option<Decimal>, Option<Decimal>) {
    let (mut quota, mut incentive): (Option<Decimal>, Option<Decimal>) = (None, None);
    for stint in team.stints.get(place).into_iter().flatten().filter(|stint| team.first <= stint.to) {
        let Some(member) = team.member(place, *stint) else { continue };
        let from = stint.from.max(team.first);
        let months = (0..=stint.to.since(from)).map(|step| from.plus(step));
        if let Some(own) =
            member.quota_from((&QuotaSource::Targets, CreditFrom::Own), Measure::Bookings, months.clone())
        {
            quota = Some(plus(quota.unwrap_or_default(), own));
        }
        if let Some(own) = member.incentive(months) {
            incentive = Some(plus(incentive.unwrap_or_default(), own));
        }
    }
    (quota, incentive)
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
