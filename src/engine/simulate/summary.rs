//! What a simulation says, in money: one summary a plan.

use serde::{Deserialize, Serialize};

use super::model::CostInput;
use super::quantile::Counts;
use super::segment::added;
use super::tally::{PlanTally, Tally};
use crate::engine::comp::{Plan, compare};
use crate::engine::records::RepId;
use crate::engine::units::Month;

/// What one plan costs over the simulated months.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CostSummary {
    /// The plan's name.
    pub plan: String,
    /// Runs it rests on.
    pub n_runs: u32,
    /// Mean total variable pay.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// Its quantiles.
    pub total: Quantiles,
    /// How often which total came up.
    pub histogram: Histogram,
    /// Share of runs whose total is within the budget; `None` without a budget.
    pub budget_probability: Option<f64>,
    /// Variable pay by month.
    pub by_month: Vec<MonthRange>,
    /// Each rep's pay and attainment.
    pub by_rep: Vec<RepRange>,
    /// Variable pay as a share of credited bookings; `None` where nothing is credited.
    pub ccos: Option<Quantiles>,
    /// The same with base salaries; `None` where no base salary is known.
    pub ccos_with_base: Option<Quantiles>,
    /// Credit of all reps.
    pub credit: Quantiles,
    /// How many reps reach the plan's marks.
    pub levels: Levels,
}

/// Quantiles of a figure over the runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quantiles {
    /// One run in twenty is below.
    pub p5: f64,
    /// One run in ten is below.
    pub p10: f64,
    /// Half of the runs are below.
    pub p50: f64,
    /// Nine runs in ten are below.
    pub p90: f64,
    /// Nineteen runs in twenty are below.
    pub p95: f64,
}

/// Counts of runs in bins of one width.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// Where the first bin begins.
    pub lower: f64,
    /// How wide each bin is.
    pub width: f64,
    /// Runs in each bin; a bin holds its lower end.
    pub counts: Vec<u32>,
}

/// Pay of one month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthRange {
    /// The month.
    pub month: Month,
    /// Its mean.
    pub mean: f64,
    /// Its quantiles.
    pub pay: Quantiles,
}

/// Pay and attainment of one rep over the simulated months.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepRange {
    /// Key of the rep.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// Target incentive of the simulated months.
    pub target_incentive: f64,
    /// Mean pay.
    pub mean: f64,
    /// Its quantiles, resolved to about 1 % of the largest of expected pay, pay at quota, and target incentive.
    pub pay: Quantiles,
    /// Quantiles of credit over quota, resolved to about 0.01.
    pub attainment: Quantiles,
}

/// Share of reps (over all runs) that reach the plan's marks by the end of the simulated months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Levels {
    /// Attainment below which the plan's heaviest component pays nothing; 0 if it has no threshold.
    pub threshold: f64,
    /// Attainment from which it pays its highest tier, but at least 1; 1.5 if it has no tier above quota.
    pub excellence: f64,
    /// Share of reps at or above the threshold.
    pub at_threshold: f64,
    /// Share of reps at or above quota.
    pub at_target: f64,
    /// Share of reps at or above excellence.
    pub at_excellence: f64,
}

/// Bins of a histogram, about.
const N_BINS: f64 = 40.0;

impl Tally {
    /// One summary a plan, of the runs so far. `input` must be the one that was simulated; its names, budget and months
    /// are used.
    pub fn summary(&self, input: &CostInput) -> Vec<CostSummary> {
        let credit: Vec<f64> =
            self.segments.iter().flat_map(|segment| &segment.credit).map(|c| *c as f64 / 100.0).collect();
        let mut attainments = self.attainment.iter().map(Counts::quantiles).collect::<Vec<_>>();
        attainments.resize(input.model.reps.len(), Quantiles::default());
        input
            .plans
            .iter()
            .zip(&self.plans)
            .enumerate()
            .map(|(place, (plan, counted))| self.summary_of(place, plan, counted, input, &credit, &attainments))
            .collect()
    }

    fn summary_of(
        &self,
        place: usize,
        plan: &Plan,
        counted: &PlanTally,
        input: &CostInput,
        credit: &[f64],
        attainments: &[Quantiles],
    ) -> CostSummary {
        let minor = libm::pow(10.0, f64::from(input.digits.min(4)));
        let n_months = (self.n_months as usize).max(1);
        let runs: Vec<&[i64]> = self
            .segments
            .iter()
            .filter_map(|segment| segment.costs.get(place))
            .flat_map(|costs| costs.chunks_exact(n_months))
            .collect();
        let mut totals: Vec<f64> = runs.iter().map(|run| added(run) as f64 / minor).collect();
        let n_runs = totals.len() as f64;
        let years = f64::from(self.n_months) / 12.0;
        let base: f64 = input.model.reps.iter().map(|rep| rep.base_salary * years).sum();
        let shares = |fixed: f64| {
            let mut shares: Vec<f64> = totals
                .iter()
                .zip(credit)
                .filter(|(_, credit)| 0.0 < **credit)
                .map(|(total, credit)| (total + fixed) / credit)
                .collect();
            (!shares.is_empty()).then(|| Quantiles::of_values(&mut shares))
        };
        let (ccos, ccos_with_base) = (shares(0.0), if 0.0 < base { shares(base) } else { None });
        let mean = mean(&totals);
        let squares: f64 = totals.iter().map(|total| (total - mean) * (total - mean)).sum();
        let within = |budget: f64| totals.iter().filter(|total| **total <= budget).count() as f64;
        let budget_probability = input.budget.filter(|_| 0.0 < n_runs).map(|budget| within(budget) / n_runs);
        let by_month = (0..self.n_months)
            .map(|month| {
                let pay = runs.iter().filter_map(|run| run.get(month as usize));
                let mut pay: Vec<f64> = pay.map(|pay| *pay as f64 / minor).collect();
                let month = input.model.first.plus(month as i32);
                MonthRange { month, mean: self::mean(&pay), pay: Quantiles::of_values(&mut pay) }
            })
            .collect();
        let by_rep = (input.model.reps.iter().zip(&counted.reps).zip(attainments))
            .map(|((rep, counted), attainment)| RepRange {
                rep: rep.rep.clone(),
                name: rep.name.clone(),
                target_incentive: rep.target_incentive * years,
                mean: if 0.0 < n_runs { counted.pay as f64 / minor / n_runs } else { 0.0 },
                pay: counted.counts.quantiles().times(counted.unit as f64 / minor),
                attainment: *attainment,
            })
            .collect();
        CostSummary {
            plan: plan.name.clone(),
            n_runs: self.n_runs(),
            mean,
            sd: if 1.0 < n_runs { (squares / (n_runs - 1.0)).sqrt() } else { 0.0 },
            total: Quantiles::of_values(&mut totals),
            histogram: Histogram::of_sorted(&totals),
            budget_probability,
            by_month,
            by_rep,
            ccos,
            ccos_with_base,
            credit: Quantiles::of_values(&mut credit.to_vec()),
            levels: Levels::marks(plan).counted(counted.levels, n_runs * input.model.reps.len() as f64),
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    compare::mean(values).unwrap_or(0.0)
}

impl Levels {
    fn counted(self, [threshold, target, excellence]: [u64; 3], n: f64) -> Self {
        let share = |count: u64| if 0.0 < n { count as f64 / n } else { 0.0 };
        Self { at_threshold: share(threshold), at_target: share(target), at_excellence: share(excellence), ..self }
    }
}

impl Histogram {
    /// Of rising values, in bins of a round width that begin at a multiple of it.
    pub(in crate::engine) fn of_sorted(values: &[f64]) -> Self {
        let (Some(least), Some(most)) = (values.first(), values.last()) else { return Self::default() };
        let width = round_width((most - least) / N_BINS, most.abs());
        let lower = libm::floor(least / width) * width;
        let n_bins = (((most - lower) / width) as usize + 1).min(200);
        let mut counts = vec![0_u32; n_bins];
        for value in values {
            let bin = (((value - lower) / width) as usize).min(n_bins - 1);
            if let Some(count) = counts.get_mut(bin) {
                *count += 1;
            }
        }
        Self { lower, width, counts }
    }
}

/// The least of 1, 2 and 5 times a power of ten that is not below the width; where all values are one, a width that
/// suits their size.
fn round_width(width: f64, size: f64) -> f64 {
    let width = if 0.0 < width { width } else { (size / 100.0).max(1.0) };
    let power = libm::pow(10.0, libm::floor(libm::log10(width)));
    [1.0, 2.0, 5.0].into_iter().map(|step| step * power).find(|round| width <= *round).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_months_saturates() {
        assert_eq!(added(&[1, 2, -5]), -2);
        assert_eq!(added(&[i64::MAX, 1]), i64::MAX);
        assert_eq!(added(&[i64::MIN, -1]), i64::MIN);
    }

    #[test]
    fn histograms_hold_every_value_in_round_bins() {
        fn check(values: &[f64], lower: f64, width: f64, n_bins: usize) {
            let found = Histogram::of_sorted(values);
            assert_eq!((found.lower, found.width, found.counts.len()), (lower, width, n_bins));
            assert_eq!(found.counts.iter().sum::<u32>() as usize, values.len());
        }
        check(&[], 0.0, 0.0, 0);
        check(&[5.0], 5.0, 1.0, 1);
        check(&[0.0, 40.0], 0.0, 1.0, 41);
        check(&[1_234.0, 1_300.0, 2_000.0], 1_220.0, 20.0, 40);
    }
}
