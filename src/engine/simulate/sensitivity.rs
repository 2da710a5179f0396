//! Sensitivity and volatility of a plan's cost.
//!
//! *Sensitivity*: how cost moves as the company performs better or worse. *Volatility*: how far cost spreads at one
//! company performance, because different people bring it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::model::CostInput;
use super::prepare::prepare;
use super::summary::Quantiles;
use super::trial::run;

/// One plan's cost along company performance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// The plan's name.
    pub plan: String,
    /// In the order of the factors.
    pub points: Vec<SensitivityPoint>,
}

/// Cost at one company performance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SensitivityPoint {
    /// Factor on the expected credit of all.
    pub factor: f64,
    /// Total credit, the same in every run.
    pub credit: f64,
    /// Mean cost.
    pub mean: f64,
    /// Standard deviation of cost: the plan's volatility here.
    pub volatility: f64,
    /// Quantiles of cost.
    pub total: Quantiles,
    /// Change of mean cost from the point before over the change of credit: what one more unit of sales costs. `None`
    /// for the first point.
    pub marginal: Option<f64>,
}

/// Runs the input at each factor with company performance held there. A factor multiplies the input's own.
pub fn sensitivity(input: &CostInput, factors: &[f64], seed: u64, runs: Range<u32>) -> Vec<Sensitivity> {
    let mut results: Vec<Sensitivity> =
        input.plans.iter().map(|plan| Sensitivity { plan: plan.name.clone(), points: Vec::new() }).collect();
    for factor in factors {
        let mut held = input.clone();
        held.company_factor *= factor;
        held.hold_company = true;
        let summaries = run(&prepare(&held), seed, runs.clone()).summary(&held);
        for (result, summary) in results.iter_mut().zip(summaries) {
            let credit = summary.credit.p50;
            let before = result.points.last();
            let marginal = before
                .filter(|before| before.credit < credit || credit < before.credit)
                .map(|before| (summary.mean - before.mean) / (credit - before.credit));
            let (mean, volatility, total) = (summary.mean, summary.sd, summary.total);
            result.points.push(SensitivityPoint { factor: *factor, credit, mean, volatility, total, marginal });
        }
    }
    results
}
