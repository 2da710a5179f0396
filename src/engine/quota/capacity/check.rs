//! What makes a headcount plan unusable.

use std::collections::BTreeSet;

use super::input::HeadcountError;
use super::plan::{AssumptionRange, CapacityGoal, CapacityRole, Doubt, HeadcountPlan, MOST_MONTHS, Ramp};
use crate::engine::records::join_key;

/// Largest quota of a head.
const MOST_QUOTA: f64 = 1e12;
/// Largest goal of a month or year.
const MOST_GOAL: f64 = 1e15;

fn is_in(low: f64, number: f64, high: f64) -> bool {
    low <= number && number <= high // no number lies nowhere
}

impl HeadcountPlan {
    /// What makes it unusable; empty if it can be used.
    pub fn errors(&self) -> Vec<HeadcountError> {
        let mut errors = Vec::new();
        if self.roles.is_empty() {
            errors.push(HeadcountError::NoRole);
        }
        let mut names = BTreeSet::new();
        for role in &self.roles {
            if !names.insert(join_key(&role.name)) {
                errors.push(HeadcountError::RoleTwice { role: role.name.clone() });
            }
            errors.extend(role.fault().map(|field| HeadcountError::RoleNumber { role: role.name.clone(), field }));
        }
        errors.extend(self.fault().map(|field| HeadcountError::Number { field }));
        errors
    }

    fn fault(&self) -> Option<&'static str> {
        let goal = match &self.goal {
            CapacityGoal::Nothing => true,
            CapacityGoal::Year(amount) => is_in(0.0, *amount, MOST_GOAL),
            CapacityGoal::Months(amounts) => amounts.iter().all(|amount| is_in(0.0, *amount, MOST_GOAL)),
        };
        let season = matches!(self.season.len(), 0 | 4 | 12)
            && self.season.iter().all(|weight| is_in(0.0, *weight, 1e9))
            && (self.season.is_empty() || self.season.iter().any(|weight| 0.0 < *weight));
        let checks = [
            ((1..=MOST_MONTHS).contains(&self.n_months), "n_months"),
            (goal, "goal"),
            (is_in(-0.9, self.over_assignment, 10.0), "over_assignment"),
            (season, "season"),
            (self.doubt.is_usable(), "doubt"),
            (self.ranges.iter().all(AssumptionRange::is_usable), "ranges"),
        ];
        checks.into_iter().find(|(is_usable, _)| !is_usable).map(|(_, field)| field)
    }
}

impl CapacityRole {
    fn fault(&self) -> Option<&'static str> {
        let ramp = match &self.ramp {
            Ramp::Stated(curve) => {
                curve.len() <= MOST_MONTHS as usize && curve.iter().all(|share| is_in(0.0, *share, 5.0))
            }
            Ramp::Fitted => true,
        };
        let checks = [
            (0.0 < self.quota && self.quota <= MOST_QUOTA, "quota"),
            (is_in(0.0, self.attainment, 10.0), "attainment"),
            (is_in(0.0, self.spread, 5.0), "spread"),
            (is_in(0.0, self.noise, 5.0), "noise"),
            (is_in(0.0, self.attrition, 0.99), "attrition"),
            (self.backfill_lag.is_none_or(|lag| is_in(0.0, lag, 36.0)), "backfill_lag"),
            (ramp, "ramp"),
        ];
        checks.into_iter().find(|(is_usable, _)| !is_usable).map(|(_, field)| field)
    }
}

impl Doubt {
    fn is_usable(&self) -> bool {
        let Self { level, market, persistence, ramp, backfill, hire_delay, pull } = *self;
        [level, market, ramp, backfill].into_iter().all(|deviation| is_in(0.0, deviation, 5.0))
            && -1.0 < persistence
            && persistence < 1.0
            && is_in(0.0, hire_delay, 36.0)
            && is_in(0.0, pull, 1.0)
    }
}

impl AssumptionRange {
    fn is_usable(&self) -> bool {
        let (least, most) = if self.assumption.is_in_months() { (-12.0, 12.0) } else { (0.0, 10.0) };
        is_in(least, self.low, most) && is_in(least, self.high, most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_that_cannot_be_used_is_named() {
        let role = CapacityRole { name: "AE".into(), quota: 1e6, ..CapacityRole::default() };
        let plan = HeadcountPlan { roles: vec![role], ..HeadcountPlan::default() };
        assert_eq!(plan.errors(), []);
        let check = |change: &dyn Fn(&mut HeadcountPlan), expected: &str| {
            let mut plan = plan.clone();
            change(&mut plan);
            let found = plan.errors();
            let fields: Vec<&str> = found
                .iter()
                .map(|error| match error {
                    HeadcountError::Number { field } | HeadcountError::RoleNumber { field, .. } => field,
                    HeadcountError::NoRole => "none",
                    HeadcountError::RoleTwice { .. } => "twice",
                })
                .collect();
            assert_eq!(fields, [expected]);
        };
        check(&|plan| plan.roles.clear(), "none");
        check(&|plan| plan.roles.extend(plan.roles.clone()), "twice");
        check(&|plan| plan.roles[0].quota = f64::NAN, "quota");
        check(&|plan| plan.roles[0].quota = 0.0, "quota");
        check(&|plan| plan.roles[0].attainment = -0.1, "attainment");
        check(&|plan| plan.roles[0].noise = f64::INFINITY, "noise");
        check(&|plan| plan.roles[0].attrition = 1.0, "attrition");
        check(&|plan| plan.roles[0].backfill_lag = Some(40.0), "backfill_lag");
        check(&|plan| plan.roles[0].ramp = Ramp::Stated(vec![0.5; 40]), "ramp");
        check(&|plan| plan.n_months = 0, "n_months");
        check(&|plan| plan.n_months = 37, "n_months");
        check(&|plan| plan.goal = CapacityGoal::Months(vec![1.0, f64::NAN]), "goal");
        check(&|plan| plan.season = vec![1.0; 5], "season");
        check(&|plan| plan.season = vec![0.0; 12], "season");
        check(&|plan| plan.doubt.persistence = 1.0, "doubt");
        check(&|plan| plan.over_assignment = -1.0, "over_assignment");
    }
}
