//! Types of reps: a few skills that stand for a team, from its history or made up.

use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::sizes::quantile;
use crate::engine::comp::plan::Plan;
use crate::engine::comp::statement::{ReplayInput, Roster};
use crate::engine::records::Outcome;
use crate::engine::units::{Calendar, Granularity, Month};

/// Reps who are alike.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepType {
    /// How many reps it stands for; may be a fraction.
    pub n_reps: f64,
    /// Quota a year, in the unit of what the plan credits.
    pub quota: f64,
    /// Expected attainment of a year at effort 1; `1` is quota.
    pub skill: f64,
    /// Target incentive a year; where it is 0, what the plan pays at quota stands in for it.
    pub target_incentive: f64,
    /// Mean credit of a deal.
    pub mean_deal: f64,
    /// Standard deviation of a deal's credit over its mean.
    pub deal_variation: f64,
}

/// Spread of skills where no history says it: standard deviation of the logarithm of attainment.
const UNKNOWN_SPREAD: f64 = 0.35;
/// Deals from which a type's own variation is taken.
const ENOUGH_DEALS: usize = 10;

impl RepType {
    /// The nearest that can be computed; `None` without a quota or any skill.
    pub(super) fn sound(self) -> Option<Self> {
        let positive = |value: f64| 0.0 < value && value <= 1e15;
        if !positive(self.quota) || !positive(self.skill) || !positive(self.n_reps) {
            return None;
        }
        let deal = if positive(self.mean_deal) { self.mean_deal } else { self.quota / 20.0 };
        let variation = if self.deal_variation.is_finite() { self.deal_variation.clamp(0.0, 5.0) } else { 1.0 };
        Some(Self {
            quota: self.quota.max(1e-6),
            skill: self.skill.clamp(0.01, 20.0),
            target_incentive: if positive(self.target_incentive) { self.target_incentive } else { 0.0 },
            mean_deal: deal.clamp(self.quota * 1e-6, self.quota * 10.0),
            deal_variation: variation,
            ..self
        })
    }
}

/// Types for a team without history: `n_types` skills of equal weight, lognormal around `skill`.
pub fn spread_types(middle: RepType, n_types: u32) -> Vec<RepType> {
    let n_types = n_types.clamp(1, 50);
    let skill = |place: u32| {
        let z = quantile((f64::from(place) + 0.5) / f64::from(n_types));
        middle.skill * libm::exp(UNKNOWN_SPREAD * z)
    };
    let each = |place| RepType { n_reps: middle.n_reps / f64::from(n_types), skill: skill(place), ..middle };
    (0..n_types).map(each).collect()
}

/// What one rep's history says.
struct Past {
    quota: f64,
    attainment: f64,
    target_incentive: f64,
    deals: Vec<f64>,
}

/// Types of the reps of a history, by attainment: `n_types` groups as equal as can be. Credit is that of the plan's
/// heaviest measure; a rep without quota has his or her own yearly credit as one.
pub fn team_types(input: &ReplayInput, n_types: u32) -> Vec<RepType> {
    let measure = input.plan.heaviest().map(|component| component.measure).unwrap_or_default();
    let n_months = input.last.since(input.first).clamp(0, 600) + 1;
    let years = f64::from(n_months) / 12.0;
    let roster = Roster::new(input);
    let mut past: Vec<Past> = Vec::new();
    for member in &roster.members {
        let is_within = |day| (input.first..=input.last).contains(&Month::of(day));
        let within = member.deals.iter().filter(|deal| deal.closed.is_some_and(is_within));
        let deals: Vec<f64> =
            within.filter_map(|deal| measure.of(deal)?.to_f64()).filter(|credit| 0.0 < *credit).collect();
        if deals.is_empty() {
            continue;
        }
        let known = (0..n_months).filter_map(|month| member.month_quota(input.first.plus(month))?.to_f64());
        let (sum, n_known) = known.fold((0.0, 0_u32), |(sum, n), quota| (sum + quota, n + 1));
        let credit: f64 = deals.iter().sum::<f64>() / years;
        let quota = if 0.0 < sum { sum * 12.0 / f64::from(n_known) } else { credit };
        let target_incentive = member.target_incentive.and_then(|year| year.to_f64()).unwrap_or(0.0);
        let there = if 0.0 < sum { years.min(f64::from(n_known) / 12.0) } else { years };
        past.push(Past { quota, attainment: credit * years / there / quota, target_incentive, deals });
    }
    past.sort_by(|one, other| one.attainment.total_cmp(&other.attainment));
    let all = moments(past.iter().flat_map(|rep| rep.deals.iter().copied()));
    let n_types = (n_types.clamp(1, 50) as usize).min(past.len());
    let group = |place: usize| {
        let members = past.get(past.len() * place / n_types..past.len() * (place + 1) / n_types)?;
        let n = members.len() as f64;
        let mean = |of: fn(&Past) -> f64| members.iter().map(of).sum::<f64>() / n;
        let deals = members.iter().flat_map(|rep| rep.deals.iter().copied());
        let (mean_deal, own_variation, n_deals) = moments(deals);
        let deal_variation = if ENOUGH_DEALS <= n_deals { own_variation } else { all.1 };
        Some(RepType {
            n_reps: n,
            quota: mean(|rep| rep.quota),
            skill: mean(|rep| rep.attainment),
            target_incentive: mean(|rep| rep.target_incentive),
            mean_deal,
            deal_variation,
        })
    };
    (0..n_types).filter_map(group).collect()
}

/// Mean, standard deviation over the mean, and how many.
fn moments(values: impl Iterator<Item = f64> + Clone) -> (f64, f64, usize) {
    let n = values.clone().count();
    let mean = values.clone().sum::<f64>() / (n.max(1)) as f64;
    let square = values.map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n.max(1)) as f64;
    (mean, if 0.0 < mean { libm::sqrt(square) / mean } else { 0.0 }, n)
}

/// The window that is simulated: the one whose end deals are closed for.
pub fn shortest_window(plan: &Plan) -> Granularity {
    super::pay::windows(plan).0
}

/// The share of the won deals of a history that were closed within the last seven days of a fiscal month, quarter, half-year
/// or year: what a simulation is calibrated to. `None` without a deal.
pub fn last_week_share(input: &ReplayInput, length: Granularity) -> Option<f64> {
    let calendar: Calendar = input.calendar;
    let (mut n, mut n_last) = (0_u32, 0_u32);
    for deal in input.dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
        let Some(day) = deal.closed.filter(|day| (input.first..=input.last).contains(&Month::of(*day))) else {
            continue;
        };
        let end = calendar.period(Month::of(day), length).end().last_day();
        n += 1;
        n_last += u32::from(end.signed_duration_since(day).num_days() < 7);
    }
    (0 < n).then(|| f64::from(n_last) / f64::from(n))
}
