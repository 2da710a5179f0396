//! From the saved plan and the data's roster to what is computed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::input::{CapacityInput, CapacityNote, HeadcountError, RoleInput, Seat, SeatSource};
use super::plan::{CapacityGoal, CapacityRole, HeadcountPlan, MOST_HEADS, Ramp};
use super::ramp::{RampFit, RampInput, fit_ramp};
use crate::engine::records::{Dataset, Rep, RepIndex, join_key};
use crate::engine::simulate::key;
use crate::engine::units::{Calendar, Granularity, Month};

/// Tenure of who is long there, in months.
const LONG: u32 = 1_000;

/// What the plan is looked up in.
#[derive(Clone, Copy, Debug)]
pub struct ResolveInput<'a> {
    /// The records; `None` to work without.
    pub dataset: Option<&'a Dataset>,
    /// First and last month of the history, for a ramp that is fitted.
    pub history: Option<(Month, Month)>,
    /// ISO code of the scenario's currency.
    pub currency: &'a str,
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month where the plan names none.
    pub first: Month,
    /// Decimal places of the currency.
    pub digits: u32,
}

/// A plan looked up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resolved {
    /// What is computed.
    pub input: CapacityInput,
    /// What a reader should know.
    pub notes: Vec<CapacityNote>,
    /// The ramp that was fitted for each role that asks for it, by its place.
    pub ramps: Vec<(u32, RampFit)>,
}

/// Looks the plan up.
///
/// # Errors
/// What makes the plan unusable.
pub fn resolve(plan: &HeadcountPlan, given: &ResolveInput) -> Result<Resolved, Vec<HeadcountError>> {
    let errors = plan.errors();
    if !errors.is_empty() {
        return Err(errors);
    }
    let first = plan.first.unwrap_or(given.first);
    let mut notes = Vec::new();
    let mut ramps = Vec::new();
    let season: Vec<f64> =
        (0..plan.n_months as i32).map(|step| season(&plan.season, given.calendar, first.plus(step))).collect();
    let goal = match &plan.goal {
        CapacityGoal::Nothing => vec![0.0; season.len()],
        CapacityGoal::Year(amount) => season.iter().map(|factor| amount / 12.0 * factor).collect(),
        CapacityGoal::Months(amounts) => {
            (0..season.len()).map(|month| amounts.get(month).copied().unwrap_or(0.0)).collect()
        }
    };
    let mut roles = Vec::with_capacity(plan.roles.len());
    for (place, role) in (0_u32..).zip(&plan.roles) {
        let ramp = match &role.ramp {
            Ramp::Stated(curve) => curve.clone(),
            Ramp::Fitted => {
                let fit = fitted(role, given);
                let curve = fit.as_ref().and_then(RampFit::curve);
                if curve.is_none() {
                    let n_hires = fit.as_ref().map_or(0, |fit| fit.n_hires);
                    notes.push(CapacityNote::RampNotFitted { role: role.name.clone(), n_hires });
                }
                ramps.extend(fit.map(|fit| (place, fit)));
                curve.unwrap_or_else(|| Ramp::USUAL.into())
            }
        };
        roles.push(role_input(role, ramp));
    }
    let mut seats = Places { plan, first, seats: Vec::new(), n_left_out: 0 };
    if let Some(dataset) = given.dataset.filter(|_| plan.counts_roster) {
        seats.add_roster(dataset, &mut notes);
    }
    seats.add_stated(&mut notes);
    seats.add_hires(&mut notes);
    let Places { seats, n_left_out, .. } = seats;
    if n_left_out != 0 {
        notes.push(CapacityNote::TooMany { n_heads: n_left_out });
    }
    if seats.is_empty() {
        notes.push(CapacityNote::NoHeads);
    }
    let input = CapacityInput {
        first,
        digits: given.digits.min(4),
        season,
        goal,
        over_assignment: plan.over_assignment,
        roles,
        seats,
        doubt: plan.doubt,
        ranges: plan.tornado_ranges(),
    };
    Ok(Resolved { input, notes, ramps })
}

fn fitted(role: &CapacityRole, given: &ResolveInput) -> Option<RampFit> {
    let (first, last) = given.history?;
    let input = RampInput { dataset: given.dataset?, currency: given.currency, role: &role.name, first, last };
    Some(fit_ramp(&input))
}

fn role_input(role: &CapacityRole, ramp: Vec<f64>) -> RoleInput {
    let months = match role.per {
        Granularity::Month => 1.0,
        Granularity::Quarter => 3.0,
        Granularity::HalfYear => 6.0,
        Granularity::Year => 12.0,
    };
    RoleInput {
        name: role.name.clone(),
        monthly_quota: role.quota / months,
        attainment: role.attainment,
        spread: role.spread,
        noise: role.noise,
        attrition: role.attrition,
        backfill_lag: role.backfill_lag,
        ramp,
    }
}

/// The month's factor: its weight over the mean weight of the fiscal year's months.
fn season(weights: &[f64], calendar: Calendar, month: Month) -> f64 {
    let sum: f64 = weights.iter().sum();
    let into_year = month.since(calendar.period(month, Granularity::Year).start).max(0) as usize;
    match weights.get(into_year * weights.len() / 12) {
        Some(weight) if 0.0 < sum => weight * weights.len() as f64 / sum,
        _ => 1.0,
    }
}

struct Places<'a> {
    plan: &'a HeadcountPlan,
    first: Month,
    seats: Vec<Seat>,
    n_left_out: u32,
}

impl Places<'_> {
    /// The place of the role; a plan whose only role has no name takes everyone.
    fn role(&self, name: &str) -> Option<u32> {
        let key = join_key(name);
        match self.plan.roles.as_slice() {
            [only] if only.name.trim().is_empty() => Some(0),
            roles => roles.iter().position(|role| join_key(&role.name) == key).map(|place| place as u32),
        }
    }

    fn add(&mut self, seat: Seat) {
        if self.seats.len() < MOST_HEADS as usize {
            self.seats.push(seat);
        } else {
            self.n_left_out = self.n_left_out.saturating_add(1);
        }
    }

    fn add_roster(&mut self, dataset: &Dataset, notes: &mut Vec<CapacityNote>) {
        let index = RepIndex::new(&dataset.reps);
        let mut others: BTreeMap<String, (String, u32)> = BTreeMap::new();
        let mut n_without_day = 0;
        for (place, rep) in dataset.reps.iter().enumerate() {
            if index.place(&rep.id) != Some(place) || self.is_gone(rep) {
                continue;
            }
            let Some(role) = self.role(&rep.role) else {
                others.entry(join_key(&rep.role)).or_insert_with(|| (rep.role.clone(), 0)).1 += 1;
                continue;
            };
            n_without_day += u32::from(rep.hired.is_none());
            let since = rep.hired.map_or(-(LONG as i32), |day| Month::of(day).since(self.first));
            self.add(Seat {
                role,
                source: SeatSource::Roster(rep.id.clone()),
                stream: key(format!("rep {}", join_key(&rep.id.0)).as_bytes()),
                start: since.max(0),
                tenure: since.min(0).unsigned_abs(),
                leaves_after: self.leaves_after(rep).and_then(|month| u32::try_from(month).ok()),
            });
        }
        notes.extend(others.into_values().map(|(role, n_reps)| CapacityNote::OtherRole { role, n_reps }));
        if n_without_day != 0 {
            notes.push(CapacityNote::NoHireDay { n_reps: n_without_day });
        }
    }

    /// Months of the plan that a rep is still there; a month counts if the rep is there on its last day.
    fn leaves_after(&self, rep: &Rep) -> Option<i32> {
        let day = rep.left?;
        let month = Month::of(day);
        Some(month.since(self.first) + i32::from(day == month.last_day()))
    }

    /// Whether a rep is there in no month of the plan.
    fn is_gone(&self, rep: &Rep) -> bool {
        let start = rep.hired.map_or(0, |day| Month::of(day).since(self.first).max(0));
        self.plan.n_months as i32 <= start || self.leaves_after(rep).is_some_and(|months| months <= start)
    }

    /// How the streams of a role's heads begin: by its name, so that they stay when roles come or go.
    fn key_of(&self, role: u32) -> String {
        self.plan.roles.get(role as usize).map_or_else(String::new, |role| join_key(&role.name))
    }

    fn add_stated(&mut self, notes: &mut Vec<CapacityNote>) {
        let mut numbers: BTreeMap<(u32, Option<u32>), u32> = BTreeMap::new();
        for heads in &self.plan.heads {
            let Some(role) = self.role(&heads.role) else {
                notes.push(CapacityNote::UnknownRole { role: heads.role.clone(), n_heads: heads.n });
                continue;
            };
            let name = self.key_of(role);
            let n_room = MOST_HEADS.saturating_sub(self.seats.len() as u32);
            self.n_left_out = self.n_left_out.saturating_add(heads.n.saturating_sub(n_room));
            for _ in 0..heads.n.min(n_room) {
                let number = numbers.entry((role, heads.tenure)).or_default();
                let stream = key(format!("head {name} {:?} {number}", heads.tenure).as_bytes());
                *number += 1;
                self.add(Seat {
                    role,
                    source: SeatSource::Stated,
                    stream,
                    start: 0,
                    tenure: heads.tenure.unwrap_or(LONG).min(LONG),
                    leaves_after: None,
                });
            }
        }
    }

    fn add_hires(&mut self, notes: &mut Vec<CapacityNote>) {
        let mut n_outside = 0_u32;
        let mut numbers: BTreeMap<(u32, Month), u32> = BTreeMap::new();
        for hires in &self.plan.hires {
            let Some(role) = self.role(&hires.role) else {
                notes.push(CapacityNote::UnknownRole { role: hires.role.clone(), n_heads: hires.n });
                continue;
            };
            let start = hires.month.since(self.first);
            if !(0..self.plan.n_months as i32).contains(&start) {
                n_outside = n_outside.saturating_add(hires.n);
                continue;
            }
            let n_room = MOST_HEADS.saturating_sub(self.seats.len() as u32);
            self.n_left_out = self.n_left_out.saturating_add(hires.n.saturating_sub(n_room));
            let name = self.key_of(role);
            for _ in 0..hires.n.min(n_room) {
                let number = numbers.entry((role, hires.month)).or_default();
                let stream = key(format!("hire {name} {} {number}", hires.month).as_bytes());
                *number += 1;
                self.add(Seat { role, source: SeatSource::Hire, stream, start, tenure: 0, leaves_after: None });
            }
        }
        if n_outside != 0 {
            notes.push(CapacityNote::HiresOutside { n_heads: n_outside });
        }
    }
}

#[cfg(test)]
mod tests;
