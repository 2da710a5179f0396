//! A simulated sales force as a team to solve a plan for: each rep's mean pay over the same simulated years for any plan.

use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::model::CostInput;
use super::prepare::prepare;
use super::trial::run;
use crate::engine::comp::Plan;
use crate::engine::comp::lint::{Typical, median};
use crate::engine::comp::solve::{Crowd, Team};
use crate::engine::units::Decimal;

/// A cost model with the runs that are looked at. Pay is that of the simulation: what is paid of what is earned, rounded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Simulated {
    /// Model, calendar and company performance. Its budget is not used; of its plans the first alone carries the credit.
    pub input: CostInput,
    /// Seed of the draws.
    pub seed: u64,
    /// Simulated years.
    pub n_runs: u32,
}

impl Simulated {
    /// The team of the model, over all its months.
    pub fn team(&self) -> Team<'_> {
        let reps = &self.input.model.reps;
        let n_months = f64::from(self.input.model.n_months);
        let of_year = |sum: f64| Decimal::from_f64(12.0 * sum / n_months.max(1.0)).filter(|year| Decimal::ZERO < *year);
        let quotas = reps.iter().filter(|rep| rep.has_quota);
        let quotas = quotas.filter_map(|rep| of_year(rep.monthly_quota.iter().fold(0.0, |sum, month| sum + month)));
        let incentives = reps.iter().filter_map(|rep| Decimal::from_f64(rep.target_incentive));
        let incentives = incentives.filter(|year| Decimal::ZERO < *year);
        Team {
            crowd: self,
            weights: vec![1.0; reps.len()],
            incentives: reps.iter().map(|rep| rep.target_incentive * n_months / 12.0).collect(),
            credit: if self.input.model.measure.is_money() { self.mean_credit() } else { 0.0 },
            typical: Typical { quota: median(quotas.collect()), target_incentive: median(incentives.collect()) },
        }
    }

    fn with(&self, plans: Vec<Plan>) -> CostInput {
        CostInput { plans, budget: None, ..self.input.clone() }
    }

    /// Credit of all reps, the mean over the runs.
    fn mean_credit(&self) -> f64 {
        let input = self.with(self.input.plans.iter().take(1).cloned().collect());
        let tally = run(&prepare(&input), self.seed, 0..self.n_runs);
        let credits = tally.segments.iter().flat_map(|segment| &segment.credit);
        credits.fold(0.0, |sum, hundredths| sum + *hundredths as f64) / 100.0 / f64::from(self.n_runs.max(1))
    }
}

impl Crowd for Simulated {
    fn pay(&self, plan: &Plan) -> Vec<f64> {
        let input = self.with(vec![plan.clone()]);
        let summary = run(&prepare(&input), self.seed, 0..self.n_runs).summary(&input);
        summary.first().map(|plan| plan.by_rep.iter().map(|rep| rep.mean).collect()).unwrap_or_default()
    }

    fn grain(&self) -> f64 {
        let unit = libm::pow(10.0, -f64::from(self.input.digits.min(4)));
        0.5 * unit * f64::from(self.input.model.n_months)
    }
}
