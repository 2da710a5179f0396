//! Credit and quota of each rep and month, gathered from the records.

use std::collections::BTreeMap;

use super::{FitInput, months_of, number};
use crate::engine::comp::Measure;
use crate::engine::records::{Outcome, Rep, RepIndex};
use crate::engine::simulate::PerCredit;
use crate::engine::units::Month;

/// History of all reps, in the order of the records.
pub(super) struct Gathered {
    pub(super) reps: Vec<RepHistory>,
    /// What credit is counted in.
    pub(super) measure: Measure,
    /// What the team's deals come with for each unit of credit.
    pub(super) per_credit: PerCredit,
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
    /// Sums of the deals in each measure.
    sums: PerCredit,
    /// The rep's id is that of an earlier one, who has the deals and the targets.
    pub(super) is_repeated: bool,
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
    let measure = input.plan.heaviest().map(|component| component.measure).unwrap_or_default();
    let reps = &input.dataset.reps;
    let places = RepIndex::new(reps);
    let mut credit = vec![vec![0.0_f64; n_months]; reps.len()];
    let mut n_deals = vec![0_u32; reps.len()];
    let mut sums = vec![PerCredit::default(); reps.len()];
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
        let Some(place) = places.place(&deal.rep) else {
            n_left_out += 1;
            continue;
        };
        let credited = |measure: Measure| measure.of(deal).map(number);
        if let Some(sums) = sums.get_mut(place) {
            sums.bookings += credited(Measure::Bookings).unwrap_or(0.0);
            sums.margin += credited(Measure::Margin).unwrap_or(0.0);
            sums.units += credited(Measure::Units).unwrap_or(0.0);
            sums.deals += 1.0;
        }
        let Some(amount) = credited(measure) else {
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
        let Some(targets) = places.place(&target.rep).and_then(|place| targets.get_mut(place)) else {
            continue;
        };
        for month in target.period.months() {
            *targets.entry(month).or_insert(0.0) += target.amount.to_f64() / months_of(target.period.length);
        }
    }
    let per_credit = per_credit(&sums, credit.iter().flatten().sum()).unwrap_or_default();
    let all = reps.iter().enumerate().zip(credit).zip(n_deals).zip(sums).zip(targets);
    let reps = all.map(|(((((place, rep), credit), n_deals), sums), targets)| RepHistory {
        n_deals,
        sums,
        is_repeated: places.place(&rep.id) != Some(place),
        ..history(input, rep, &credit, targets)
    });
    Gathered { reps: reps.collect(), measure, per_credit, n_left_out }
}

/// What comes with each unit of credit; `None` without credit.
fn per_credit(sums: &[PerCredit], credit: f64) -> Option<PerCredit> {
    let share = |of: fn(&PerCredit) -> f64| (sums.iter().map(of).sum::<f64>() / credit).max(0.0);
    (0.0 < credit).then(|| PerCredit {
        bookings: share(|sums| sums.bookings),
        margin: share(|sums| sums.margin),
        units: share(|sums| sums.units),
        deals: share(|sums| sums.deals),
    })
}

/// A rep is there from the hiring month, else from the first month with credit, until the leaving month.
fn history(input: &FitInput, rep: &Rep, credit: &[f64], targets: BTreeMap<Month, f64>) -> RepHistory {
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
    RepHistory {
        months: months.collect(),
        n_deals: 0,
        credit: credit.iter().sum(),
        sums: PerCredit::default(),
        is_repeated: false,
        targets,
    }
}

impl RepHistory {
    /// Months that the rep was there.
    pub(super) fn n_active(&self) -> usize {
        self.months.iter().flatten().count()
    }

    /// Whether the rep has a quota of its own.
    pub(super) fn has_target(&self) -> bool {
        !self.targets.is_empty()
    }

    /// Whether the rep won a deal in the history.
    pub(super) fn has_deal(&self) -> bool {
        0.0 < self.sums.deals
    }

    /// What the rep's deals come with for each unit of credit.
    pub(super) fn per_credit(&self) -> Option<PerCredit> {
        per_credit(&[self.sums], self.credit)
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
