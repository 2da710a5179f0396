//! Credit and quota of each rep and month, gathered from the records.

use std::collections::BTreeMap;

use super::{FitInput, join_key, months_of, number};
use crate::engine::comp::Measure;
use crate::engine::records::{Deal, Outcome, Rep};
use crate::engine::units::{Money, Month};

/// History of all reps, in the order of the records.
pub(super) struct Gathered {
    pub(super) reps: Vec<RepHistory>,
    /// Won deals of the history that could not be used.
    pub(super) n_left_out: u32,
}

/// One rep's months, from the first of the history on.
#[derive(Clone, Debug)]
pub(super) struct RepHistory {
    /// Credit and quota (if any) of each month; `None` where the rep was not there.
    pub(super) months: Vec<Option<(f64, Option<f64>)>>,
    n_deals: u32,
    credit: f64,
    /// Quota by month, of the history and after it.
    targets: BTreeMap<Month, f64>,
}

/// Where a plan year's quota comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Targets of the plan year.
    Target,
    /// The latest targets before.
    Past,
    /// The plan.
    Plan,
    /// Nowhere.
    Nothing,
}

pub(super) fn gather(input: &FitInput) -> Gathered {
    let n_months = (input.history_last.since(input.history_first) + 1).clamp(0, 1_200) as usize;
    let measure = measure(input);
    let reps = &input.dataset.reps;
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, rep) in reps.iter().enumerate() {
        places.entry(join_key(&rep.id)).or_insert(place);
    }
    let mut credit = vec![vec![0.0_f64; n_months]; reps.len()];
    let mut n_deals = vec![0_u32; reps.len()];
    let mut n_left_out = 0;
    for deal in input.dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
        let Some(day) = deal.closed else {
            n_left_out += 1;
            continue;
        };
        let month = Month::of(day).since(input.history_first);
        if month < 0 || n_months as i32 <= month {
            continue;
        }
        let place = places.get(&join_key(&deal.rep)).copied();
        let (Some(place), Some(amount)) = (place, credited(deal, measure)) else {
            n_left_out += 1;
            continue;
        };
        if let Some(sum) = credit.get_mut(place).and_then(|months| months.get_mut(month as usize)) {
            *sum += amount;
        }
        if let Some(n) = n_deals.get_mut(place) {
            *n += 1;
        }
    }
    let mut targets = vec![BTreeMap::new(); reps.len()];
    for target in &input.dataset.targets {
        let Some(targets) = places.get(&join_key(&target.rep)).and_then(|place| targets.get_mut(*place)) else {
            continue;
        };
        for month in target.period.months() {
            *targets.entry(month).or_insert(0.0) += target.amount.to_f64() / months_of(target.period.length);
        }
    }
    let reps = reps.iter().zip(credit).zip(n_deals).zip(targets);
    let reps = reps.map(|(((rep, credit), n_deals), targets)| history(input, rep, &credit, n_deals, targets)).collect();
    Gathered { reps, n_left_out }
}

/// The measure of the plan's heaviest component.
fn measure(input: &FitInput) -> Measure {
    let heaviest =
        input.plan.components.iter().reduce(|best, next| if best.weight < next.weight { next } else { best });
    heaviest.map(|component| component.measure).unwrap_or_default()
}

fn credited(deal: &Deal, measure: Measure) -> Option<f64> {
    match measure {
        Measure::Bookings => deal.amount.map(Money::to_f64),
        Measure::Margin => deal.margin.map(Money::to_f64),
        Measure::Units => deal.units.map(number),
        Measure::Deals => Some(1.0),
    }
}

/// A rep is there from the hiring month, else from the first month with credit, until the leaving month.
fn history(input: &FitInput, rep: &Rep, credit: &[f64], n_deals: u32, targets: BTreeMap<Month, f64>) -> RepHistory {
    let first_credit = credit.iter().position(|credit| *credit != 0.0);
    let first = match rep.hired {
        Some(day) => Some(Month::of(day).since(input.history_first).max(0) as usize),
        None => first_credit,
    };
    // A record may say that somebody was hired after a first sale; the sale counts.
    let first = match (first, first_credit) {
        (Some(first), Some(credit)) => first.min(credit),
        (first, credit) => first.or(credit).unwrap_or(usize::MAX),
    };
    let end =
        rep.left.map_or(i32::MAX, |day| Month::of(day).since(input.history_first).saturating_add(1)).max(0) as usize;
    let plan_quota = input.plan.quota.map(|quota| number(quota) / 12.0);
    let months = credit.iter().enumerate().map(|(place, credit)| {
        let there = first <= place && (place < end || *credit != 0.0);
        let month = input.history_first.plus(place as i32);
        let quota = targets.get(&month).copied().or(plan_quota).filter(|quota| 0.0 < *quota);
        there.then_some((*credit, quota))
    });
    RepHistory { months: months.collect(), n_deals, credit: credit.iter().sum(), targets }
}

impl RepHistory {
    /// Months that the rep was there.
    pub(super) fn n_active(&self) -> usize {
        self.months.iter().flatten().count()
    }

    /// Credit of an average deal.
    pub(super) fn mean_deal(&self) -> Option<f64> {
        (self.n_deals != 0 && 0.0 < self.credit).then(|| self.credit / f64::from(self.n_deals))
    }

    /// Mean credit of a month.
    pub(super) fn mean_credit(&self) -> f64 {
        let n = self.n_active();
        if n == 0 { 0.0 } else { self.credit / n as f64 }
    }

    /// Attainment of each month: against quota, or against mean credit for a rep without any.
    pub(super) fn attainments(&self) -> Vec<Option<f64>> {
        let has_quota = self.months.iter().flatten().any(|(_, quota)| quota.is_some());
        let mean = self.mean_credit();
        let of = |(credit, quota): (f64, Option<f64>)| match quota {
            Some(quota) => Some((credit / quota).max(0.0)),
            None if !has_quota && 0.0 < mean => Some((credit / mean).max(0.0)),
            None => None,
        };
        self.months.iter().map(|month| month.and_then(of)).collect()
    }

    /// Quota of each month of the plan year, and where it comes from. A month without a target has that of the same
    /// month in the latest year that has one, else the latest target.
    pub(super) fn quota_of_year(&self, input: &FitInput) -> (Vec<f64>, Known) {
        let months = || (0..input.n_months.min(60) as i32).map(|step| input.first.plus(step));
        let end = input.first.plus(input.n_months.min(60) as i32 - 1);
        let latest = self.targets.range(..=end).next_back();
        let Some((latest_month, latest)) = latest else {
            if let Some(quota) = input.plan.quota {
                return (months().map(|_| number(quota) / 12.0).collect(), Known::Plan);
            }
            return (months().map(|_| self.mean_credit()).collect(), Known::Nothing);
        };
        let of_month = |month: Month| {
            let years = (0..10).map(|years| month.plus(-12 * years));
            years
                .filter(|month| latest_month.since(*month) < 12 || input.first <= *month)
                .find_map(|month| self.targets.get(&month))
        };
        let known = if months().any(|month| self.targets.contains_key(&month)) { Known::Target } else { Known::Past };
        (months().map(|month| of_month(month).copied().unwrap_or(*latest)).collect(), known)
    }
}
