//! A headcount plan from the data: roles with quota, attainment, spread and attrition as the history has them.

use std::collections::BTreeMap;

use super::input::CapacityNote;
use super::plan::{CapacityRole, Doubt, HeadcountPlan, Ramp};
use crate::engine::comp::templates;
use crate::engine::records::{Dataset, Rep, RepIndex, join_key};
use crate::engine::simulate::{CostModel, FitInput, RepModel, fit};
use crate::engine::units::{Calendar, Decimal, Granularity, Month};

/// Attrition where nothing is known: 27 % a year (sales forces of the United States; eSpatial).
const USUAL_ATTRITION: f64 = 0.27;
/// Months of history from which a rep's attainment counts as that of a ramped head.
const LEAST_MONTHS: u32 = 12;

/// What a plan is made from.
#[derive(Clone, Copy, Debug)]
pub struct PlanFromData<'a> {
    /// The records; reps, deals and targets are used.
    pub dataset: &'a Dataset,
    /// ISO code of the scenario's currency.
    pub currency: &'a str,
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month of the history.
    pub history_first: Month,
    /// Last month of the history.
    pub history_last: Month,
    /// First month of the plan.
    pub first: Month,
    /// How many months.
    pub n_months: u32,
}

/// A plan of everyone who is there, without goal and hires, and what a reader should know.
pub fn headcount_from(given: &PlanFromData) -> (HeadcountPlan, Vec<CapacityNote>) {
    let mut notes = Vec::new();
    let model = model(given, given.calendar.period(given.first, Granularity::Year).start, 12);
    let index = RepIndex::new(&given.dataset.reps);
    let mut groups: BTreeMap<String, (String, Vec<&RepModel>)> = BTreeMap::new();
    for rep in model.reps.iter().filter(|rep| sells(rep)) {
        let record = index.place(&rep.rep).and_then(|place| given.dataset.reps.get(place));
        let role = record.map(|record| record.role.trim().to_owned()).unwrap_or_default();
        groups.entry(join_key(&role)).or_insert_with(|| (role, Vec::new())).1.push(rep);
    }
    let mut sizes: Vec<(String, Vec<&RepModel>)> = groups.into_values().collect();
    // The largest role first: extra hires are of it.
    sizes.sort_by_key(|(_, reps)| std::cmp::Reverse(reps.len()));
    let roles = sizes.iter().map(|(name, reps)| role(name, reps, given, &mut notes)).collect();
    let plan = HeadcountPlan {
        first: Some(given.first),
        n_months: given.n_months,
        roles,
        season: season(&model),
        doubt: Doubt {
            market: deviation_of(model.market_sigma),
            persistence: model.persistence.clamp(-0.9, 0.9),
            ..Doubt::default()
        },
        ..HeadcountPlan::default()
    };
    (plan, notes)
}

/// The quotas given out to all reps in each month of a plan: a month without a target has that of the same month of the latest
/// year with one, as costing has it. `None` where no rep has any.
pub fn quotas_given(given: &PlanFromData) -> Option<Vec<f64>> {
    let model = model(given, given.first, given.n_months);
    let reps: Vec<&RepModel> = model.reps.iter().filter(|rep| rep.has_quota).collect();
    let month = |at: usize| reps.iter().filter_map(|rep| rep.monthly_quota.get(at)).fold(0.0, |sum, quota| sum + quota);
    (!reps.is_empty()).then(|| (0..given.n_months as usize).map(month).collect())
}

fn model(given: &PlanFromData, first: Month, n_months: u32) -> CostModel {
    fit(&FitInput {
        dataset: given.dataset,
        plan: &templates::flat(Decimal::ZERO),
        others: &[],
        currency: given.currency,
        history_first: given.history_first,
        history_last: given.history_last,
        first,
        n_months,
    })
    .model
}

fn sells(rep: &RepModel) -> bool {
    0.0 < rep.mean_attainment && rep.monthly_quota.iter().any(|quota| 0.0 < *quota)
}

/// Weights of the fiscal year's months; empty if no season is known.
fn season(model: &CostModel) -> Vec<f64> {
    let is_known = model.season.len() == 12 && model.season.iter().all(|factor| 0.0 <= *factor && *factor < 1e6);
    if is_known { model.season.clone() } else { Vec::new() }
}

/// Deviation over the mean of a lognormal quantity, from that of its logarithm.
fn deviation_of(sigma: f64) -> f64 {
    libm::sqrt(libm::exp(sigma * sigma) - 1.0).clamp(0.0, 5.0)
}

fn role(name: &str, reps: &[&RepModel], given: &PlanFromData, notes: &mut Vec<CapacityNote>) -> CapacityRole {
    let long: Vec<&RepModel> = reps.iter().copied().filter(|rep| LEAST_MONTHS <= rep.n_history_months).collect();
    let ramped = if long.is_empty() { reps.to_vec() } else { long };
    let year = |rep: &RepModel| rep.monthly_quota.iter().sum::<f64>() * 12.0 / (rep.monthly_quota.len().max(1)) as f64;
    let mut quotas: Vec<f64> = ramped.iter().map(|rep| year(rep)).collect();
    quotas.sort_by(f64::total_cmp);
    let quota = quotas.get(quotas.len() / 2).copied().unwrap_or(0.0);
    // Weighted by quota, so that the role sells what its reps sold.
    let sold: f64 = ramped.iter().map(|rep| rep.mean_attainment * year(rep)).sum();
    let asked: f64 = ramped.iter().map(|rep| year(rep)).sum();
    let attainment = if 0.0 < asked { sold / asked } else { 1.0 };
    let mean = ramped.iter().map(|rep| rep.mean_attainment).sum::<f64>() / ramped.len().max(1) as f64;
    let squares: f64 = ramped.iter().map(|rep| (rep.mean_attainment - mean) * (rep.mean_attainment - mean)).sum();
    let n_free = ramped.len().saturating_sub(1).max(1) as f64;
    let spread = if 0.0 < mean { libm::sqrt(squares / n_free) / mean } else { 0.0 };
    let noises = ramped.iter().map(|rep| month_noise(rep));
    let noise = noises.sum::<f64>() / ramped.len().max(1) as f64;
    if ramped.iter().all(|rep| !rep.has_quota) {
        notes.push(CapacityNote::NoQuota { role: name.into() });
    }
    CapacityRole {
        name: name.into(),
        quota,
        per: Granularity::Year,
        attainment: attainment.clamp(0.0, 10.0),
        spread: spread.clamp(0.0, 5.0),
        noise: noise.clamp(0.0, 5.0),
        attrition: attrition(name, given, notes),
        ramp: Ramp::Fitted,
        ..CapacityRole::default()
    }
}

/// Deviation over the mean of a month: a share of months without credit, the others lognormal.
fn month_noise(rep: &RepModel) -> f64 {
    let zero = rep.zero_share.clamp(0.0, 0.9);
    libm::sqrt((libm::exp(rep.volatility * rep.volatility) / (1.0 - zero) - 1.0).max(0.0)).min(5.0)
}

/// Leavers over the months that reps of the role were there, as a year.
fn attrition(name: &str, given: &PlanFromData, notes: &mut Vec<CapacityNote>) -> f64 {
    let (mut n_left, mut n_months) = (0_u32, 0.0);
    let same = |rep: &&Rep| join_key(&rep.role) == join_key(name);
    for rep in given.dataset.reps.iter().filter(same) {
        let from = rep.hired.map_or(given.history_first, |day| Month::of(day).max(given.history_first));
        let left = rep.left.map(Month::of);
        let to = left.map_or(given.history_last, |month| month.min(given.history_last));
        n_months += f64::from((to.since(from) + 1).max(0));
        n_left += u32::from(left.is_some_and(|month| given.history_first <= month && month <= given.history_last));
    }
    if n_left == 0 || n_months <= 0.0 {
        notes.push(CapacityNote::AttritionAssumed { role: name.into() });
        return USUAL_ATTRITION;
    }
    notes.push(CapacityNote::AttritionOfData { role: name.into(), n_leavers: n_left });
    let stays = 1.0 - (f64::from(n_left) / n_months).min(1.0);
    (1.0 - libm::pow(stays, 12.0)).clamp(0.0, 0.95)
}
