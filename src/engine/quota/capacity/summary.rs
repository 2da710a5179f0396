//! What tallies say, in money: the range of each month, the chance to reach the goal, and what changes of the plan move.

use super::input::{CapacityInput, SeatSource};
use super::plan::Assumption;
use super::report::{
    CapacityReport, CapacitySummary, DelayCost, HireCell, HireGrid, HireRow, SimulatedMonth, TornadoBar, TornadoEnd,
    Variant,
};
use super::tally::CapacityTally;
use super::{expected, hires_needed};
use crate::engine::comp::compare;
use crate::engine::quota::health::variance;
use crate::engine::simulate::{Histogram, Quantiles, added};

/// Over-assignments of the grid: none to half, as they are seen (field reference: 0 to 50 %).
const OVER_ASSIGNMENTS: [f64; 6] = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5];
/// Rows of the grid beyond the plan itself.
const N_ROWS: u32 = 5;
/// Months by which hires come late, at most.
const MOST_LATE: u32 = 3;
/// Runs of changes of the plan, at most: common draws make differences precise.
const MOST_CHANGED: u32 = 2_000;

/// What of chance is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CapacityAsked {
    /// Simulated years.
    pub n_runs: u32,
    /// Seed of the draws.
    pub seed: u64,
    /// Whether the cost of a month's delay is wanted.
    pub delay: bool,
    /// Whether the tornado is wanted.
    pub tornado: bool,
    /// Whether over-assignment against hires is wanted.
    pub grid: bool,
}

impl Default for CapacityAsked {
    fn default() -> Self {
        Self { n_runs: 10_000, seed: 1, delay: true, tornado: true, grid: true }
    }
}

/// The simulations that answer what is asked, with the runs of each; the plan itself comes first.
pub fn variants(input: &CapacityInput, asked: &CapacityAsked) -> Vec<(Variant, u32)> {
    let n_changed = asked.n_runs.min(MOST_CHANGED);
    let mut variants = vec![(Variant::AsPlanned, asked.n_runs)];
    let has_hires = input.seats.iter().any(|seat| seat.source == SeatSource::Hire);
    if asked.delay && has_hires {
        variants.push((Variant::Delayed { months: 1 }, asked.n_runs));
        variants.extend((2..=MOST_LATE).map(|months| (Variant::Delayed { months }, n_changed)));
    }
    if asked.tornado {
        for range in input.ranges.iter().filter(|range| has_hires || !of_hires(range.assumption)) {
            let moved = |by| (Variant::Moved { assumption: range.assumption, by }, n_changed);
            variants.extend([moved(range.low), moved(range.high)]);
        }
    }
    if asked.grid && !input.roles.is_empty() && input.goal.iter().any(|goal| 0.0 < *goal) {
        variants.extend((1..=N_ROWS).map(|row| (Variant::ExtraHires { n: row * step(input) }, n_changed)));
    }
    variants
}

/// Extra hires from one row of the grid to the next: about a twentieth of the heads.
fn step(input: &CapacityInput) -> u32 {
    (input.seats.len() as u32).div_ceil(20).max(1)
}

fn of_hires(assumption: Assumption) -> bool {
    matches!(assumption, Assumption::Hires | Assumption::HireDelay)
}

impl CapacityReport {
    /// From the simulations so far, each with its variant; parts whose simulations are missing stay empty. Changes are
    /// held against the plan's own same runs.
    pub fn of(input: &CapacityInput, tallies: &[(Variant, &CapacityTally)]) -> Self {
        let found = |wanted: Variant| tallies.iter().find(|(variant, _)| *variant == wanted).map(|(_, tally)| *tally);
        let mut report = Self { expected: expected(input), needed: hires_needed(input), ..Self::default() };
        let Some(plan) = found(Variant::AsPlanned) else { return report };
        let scene = Scene::new(input, plan);
        report.summary = (plan.n_runs() != 0).then(|| scene.summary(plan));
        report.delays =
            (1..=MOST_LATE).filter_map(|months| scene.delay(months, found(Variant::Delayed { months })?)).collect();
        report.delay = report.delays.first().copied().filter(|delay| delay.months == 1);
        report.tornado = input
            .ranges
            .iter()
            .filter_map(|range| {
                let end = |by| scene.end(by, found(Variant::Moved { assumption: range.assumption, by })?);
                Some(TornadoBar { assumption: range.assumption, low: end(range.low)?, high: end(range.high)? })
            })
            .collect();
        let swing = |bar: &TornadoBar| (bar.high.mean - bar.low.mean).abs();
        let chance = |bar: &TornadoBar| {
            let (low, high) = (bar.low.goal_probability, bar.high.goal_probability);
            low.zip(high).map_or(0.0, |(low, high)| (high - low).abs())
        };
        // Doubt moves the chance, hardly the mean: the chance decides where there is a goal.
        report.tornado.sort_by(|a, b| chance(b).total_cmp(&chance(a)).then(swing(b).total_cmp(&swing(a))));
        report.grid = scene.grid(tallies, &report.expected);
        report
    }
}

/// The plan's own runs, which changes are held against.
struct Scene<'a> {
    input: &'a CapacityInput,
    minor: f64,
    goal: f64,
    totals: Vec<i64>,
}

impl<'a> Scene<'a> {
    fn new(input: &'a CapacityInput, plan: &CapacityTally) -> Self {
        let goal = input.goal.iter().filter(|goal| 0.0 < **goal).fold(0.0, |sum, goal| sum + goal);
        Self { input, minor: libm::pow(10.0, f64::from(input.digits.min(4))), goal, totals: plan.first_totals() }
    }

    /// Share of these totals that reach the goal; `None` without one.
    fn chance(&self, totals: impl Iterator<Item = f64>) -> Option<f64> {
        let (mut n, mut n_reach) = (0.0, 0.0);
        for total in totals {
            n += 1.0;
            n_reach += f64::from(u8::from(self.goal <= total));
        }
        (0.0 < self.goal && 0.0 < n).then(|| n_reach / n)
    }

    fn money(&self, amount: i64) -> f64 {
        amount as f64 / self.minor
    }

    fn summary(&self, tally: &CapacityTally) -> CapacitySummary {
        let n = f64::from(tally.n_runs()).max(1.0);
        let mut totals: Vec<f64> = tally.runs().map(|run| self.money(added(run))).collect();
        let (mean, sd) = (mean(&totals), deviation(&totals));
        let goal_probability = self.chance(totals.iter().copied());
        let missing: Vec<f64> =
            totals.iter().filter(|total| **total < self.goal).map(|total| self.goal - total).collect();
        let months = self.months(tally, n);
        let total = Quantiles::of_values(&mut totals);
        CapacitySummary {
            n_runs: tally.n_runs(),
            mean,
            sd,
            total,
            histogram: Histogram::of_sorted(&totals),
            goal: self.goal,
            goal_probability,
            goal_error: goal_probability.map(|share| libm::sqrt(share * (1.0 - share) / n)),
            shortfall: goal_probability.map(|_| missing.iter().sum::<f64>() / n),
            shortfall_if_missed: (!missing.is_empty() && 0.0 < self.goal).then(|| self::mean(&missing)),
            months,
            leavers: tally.leavers as f64 / n,
        }
    }

    fn months(&self, tally: &CapacityTally, n: f64) -> Vec<SimulatedMonth> {
        let mut to_date = vec![0_i64; tally.n_runs() as usize];
        let mut goal_to_date = 0.0;
        (0_i32..)
            .zip(0..tally.n_months as usize)
            .map(|(step, place)| {
                let sales = tally.runs().map(|run| run.get(place).copied().unwrap_or(0));
                let mut months = Vec::with_capacity(to_date.len());
                for (sum, sales) in to_date.iter_mut().zip(sales) {
                    *sum = sum.saturating_add(sales);
                    months.push(self.money(sales));
                }
                let goal = self.input.goal.get(place).copied().filter(|goal| 0.0 < *goal).unwrap_or(0.0);
                goal_to_date += goal;
                let mut sums: Vec<f64> = to_date.iter().map(|sum| self.money(*sum)).collect();
                let n_reach = sums.iter().filter(|sum| goal_to_date <= **sum).count() as f64;
                SimulatedMonth {
                    month: self.input.first.plus(step),
                    mean: mean(&months),
                    sales: Quantiles::of_values(&mut months),
                    heads: tally.heads.get(place).map_or(0.0, |heads| *heads as f64 / n),
                    goal,
                    to_date: Quantiles::of_values(&mut sums),
                    goal_to_date,
                    on_track: (0.0 < goal_to_date).then(|| n_reach / n),
                }
            })
            .collect()
    }

    /// Totals of the plan and of a change of it in the runs that both have.
    fn paired(&self, other: &CapacityTally) -> Option<Vec<(f64, f64)>> {
        let pairs: Vec<(f64, f64)> = self
            .totals
            .iter()
            .zip(other.first_totals())
            .map(|(plan, other)| (self.money(*plan), self.money(other)))
            .collect();
        (!pairs.is_empty()).then_some(pairs)
    }

    fn delay(&self, months: u32, late: &CapacityTally) -> Option<DelayCost> {
        let pairs = self.paired(late)?;
        let mut lost: Vec<f64> = pairs.iter().map(|(plan, late)| plan - late).collect();
        let chances = (self.chance(pairs.iter().map(|pair| pair.0)), self.chance(pairs.iter().map(|pair| pair.1)));
        Some(DelayCost {
            months,
            n_runs: pairs.len() as u32,
            n_hires: self.input.seats.iter().filter(|seat| seat.source == SeatSource::Hire).count() as u32,
            lost: mean(&lost),
            lost_error: deviation(&lost) / libm::sqrt(lost.len() as f64),
            range: Quantiles::of_values(&mut lost),
            goal_probability: chances.0.zip(chances.1),
        })
    }

    fn end(&self, value: f64, moved: &CapacityTally) -> Option<TornadoEnd> {
        let pairs = self.paired(moved)?;
        let n = pairs.len() as f64;
        let (plan, other) = pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
        let before = self.chance(pairs.iter().map(|pair| pair.0));
        let after = self.chance(pairs.iter().map(|pair| pair.1));
        Some(TornadoEnd {
            value,
            mean: other / n,
            change: (other - plan) / n,
            goal_probability: after,
            probability_change: after.zip(before).map(|(after, before)| after - before),
        })
    }

    fn grid(
        &self,
        tallies: &[(Variant, &CapacityTally)],
        planned: &super::report::ExpectedCapacity,
    ) -> Option<HireGrid> {
        if self.goal <= 0.0 || planned.quota <= 0.0 {
            return None;
        }
        let extra = tallies.iter().filter_map(|(variant, tally)| match variant {
            Variant::ExtraHires { n } => Some((*n, tally.first_totals())),
            _ => None,
        });
        let mut rows: Vec<(u32, Vec<i64>)> = extra.collect();
        if rows.is_empty() {
            return None;
        }
        let n_runs = rows.iter().map(|(_, totals)| totals.len()).min().unwrap_or(0).min(self.totals.len());
        rows.push((0, self.totals.clone()));
        rows.sort_by_key(|(n, _)| *n);
        // What one more hire adds to the quota that heads can carry.
        let each = super::needed::quota_of_extra(self.input);
        let row = |(extra, totals): (u32, Vec<i64>)| {
            let totals: Vec<f64> = totals.iter().take(n_runs).map(|total| self.money(*total)).collect();
            let mean = mean(&totals);
            let quota = planned.quota + each * f64::from(extra);
            let cell = |over: &f64| {
                let assigned = self.goal * (1.0 + over);
                // Quotas are set so that together they make what is given out; sales follow as far as they are pulled.
                let factor = libm::pow(assigned / quota, self.input.doubt.pull.clamp(0.0, 1.0));
                HireCell {
                    goal_probability: self.chance(totals.iter().map(|total| total * factor)).unwrap_or(0.0),
                    attainment: mean * factor / assigned,
                }
            };
            HireRow { extra, mean, cells: OVER_ASSIGNMENTS.iter().map(cell).collect() }
        };
        (n_runs != 0).then(|| HireGrid {
            n_runs: n_runs as u32,
            over_assignments: OVER_ASSIGNMENTS.into(),
            rows: rows.into_iter().map(row).collect(),
        })
    }
}

fn mean(values: &[f64]) -> f64 {
    compare::mean(values).unwrap_or(0.0)
}

fn deviation(values: &[f64]) -> f64 {
    variance(values).map_or(0.0, libm::sqrt)
}
