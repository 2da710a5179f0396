//! Plans compared on simulated years: every plan pays the same years, so that differences are taken year by year.

use serde::{Deserialize, Serialize};

use super::model::CostInput;
use super::summary::Quantiles;
use super::tally::{PlanTally, Tally};
use crate::engine::records::RepId;

/// A plan against the first on the same simulated years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimulatedChange {
    /// The first plan's name.
    pub before: String,
    /// The plan's name.
    pub after: String,
    /// Mean of cost after less cost before.
    pub mean: f64,
    /// Quantiles of the same over the years.
    pub difference: Quantiles,
    /// Share of years in which the plan costs more than the first.
    pub share_dearer: f64,
    /// Reps whose expected pay rises.
    pub n_winners: u32,
    /// Reps whose expected pay falls.
    pub n_losers: u32,
    /// Reps whose expected pay stays.
    pub n_unchanged: u32,
    /// Of the reps who expect pay before, the share who lose more than a twentieth of it; `None` without such reps.
    pub share_losing_much: Option<f64>,
    /// Everyone, in the order of the model.
    pub reps: Vec<SimulatedRep>,
}

/// Expected pay of one rep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimulatedRep {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// On the first plan.
    pub before: f64,
    /// On the plan.
    pub after: f64,
    /// After less before.
    pub difference: f64,
    /// The same over before; `None` for no pay before.
    pub share: Option<f64>,
}

/// Each plan after the first against the first. `input` must be the one that was simulated; its names are used.
pub fn simulated_changes(input: &CostInput, tally: &Tally) -> Vec<SimulatedChange> {
    let Some(first) = tally.plans.first() else { return Vec::new() };
    let others = tally.plans.iter().enumerate().skip(1);
    others.map(|(place, plan)| change(input, tally, (first, plan), place)).collect()
}

fn change(input: &CostInput, tally: &Tally, (first, plan): (&PlanTally, &PlanTally), place: usize) -> SimulatedChange {
    let minor = libm::pow(10.0, f64::from(input.digits.min(4)));
    let (before, after) = (totals(tally, 0), totals(tally, place));
    let mut differences: Vec<f64> =
        before.iter().zip(&after).map(|(before, after)| after.saturating_sub(*before) as f64 / minor).collect();
    let n = differences.len().max(1) as f64;
    let n_dearer = before.iter().zip(&after).filter(|(before, after)| before < after).count();
    let mean = differences.iter().sum::<f64>() / n;
    let pairs = || first.reps.iter().zip(&plan.reps).map(|(one, other)| (one.pay, other.pay));
    let count = |counts: fn(i64, i64) -> bool| pairs().filter(|(one, other)| counts(*one, *other)).count() as u32;
    let reps = input.model.reps.iter().zip(pairs()).map(|(rep, (before, after))| SimulatedRep {
        rep: rep.rep.clone(),
        name: rep.name.clone(),
        before: before as f64 / minor / n,
        after: after as f64 / minor / n,
        difference: after.saturating_sub(before) as f64 / minor / n,
        share: (0 < before).then(|| after as f64 / before as f64 - 1.0),
    });
    let name = |place: usize| input.plans.get(place).map(|plan| plan.name.clone()).unwrap_or_default();
    SimulatedChange {
        before: name(0),
        after: name(place),
        mean,
        share_dearer: n_dearer as f64 / n,
        n_winners: count(|before, after| before < after),
        n_losers: count(|before, after| after < before),
        n_unchanged: count(|before, after| before == after),
        share_losing_much: share_losing_much(pairs().map(|(before, after)| (before as f64, after as f64))),
        reps: reps.collect(),
        difference: Quantiles::of_values(&mut differences),
    }
}

/// Of those with pay before, the share who lose more than a twentieth of it; of pairs of pay before and after.
pub fn share_losing_much(pairs: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let paid = pairs.filter(|(before, _)| 0.0 < *before);
    let (n, n_losing) = paid
        .fold((0_u32, 0_u32), |(n, n_losing), (before, after)| (n + 1, n_losing + u32::from(after < 0.95 * before)));
    (0 < n).then(|| f64::from(n_losing) / f64::from(n))
}

/// Pay of each year on one plan, in minor units.
fn totals(tally: &Tally, place: usize) -> Vec<i64> {
    let n_months = (tally.n_months as usize).max(1);
    let costs = tally.segments.iter().filter_map(|segment| segment.costs.get(place));
    let years = costs.flat_map(|costs| costs.chunks_exact(n_months));
    years.map(|months| months.iter().fold(0, |sum: i64, pay| sum.saturating_add(*pay))).collect()
}
