//! What the runs say, in money: ranges by month and of the horizon, the chance of the target, what drives both.

use serde::{Deserialize, Serialize};

use super::input::PipelineInput;
use super::run::watched;
use super::sizes::mean;
use super::tally::PipelineTally;
use super::variant::{Driver, PipelineVariant};
use crate::engine::records::RepId;
use crate::engine::simulate::{Histogram, Quantiles, added};
use crate::engine::units::Month;

/// Runs of a moved assumption, at most: common draws make differences precise.
const MOST_MOVED: u32 = 2_000;

/// How many runs, and whether assumptions are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PipelineRuns {
    /// Runs of the forecast.
    pub n_runs: u32,
    /// Seed of the draws.
    pub seed: u64,
    /// Whether each assumption is moved too.
    pub drivers: bool,
}

impl Default for PipelineRuns {
    fn default() -> Self {
        Self { n_runs: 10_000, seed: 1, drivers: true }
    }
}

/// The simulations that answer what is asked, with the runs of each; the forecast itself comes first.
pub fn pipeline_variants(asked: &PipelineRuns) -> Vec<(PipelineVariant, u32)> {
    let mut variants = vec![(PipelineVariant::AsForecast, asked.n_runs)];
    if asked.drivers {
        let n_moved = asked.n_runs.min(MOST_MOVED);
        variants.extend(Driver::ALL.into_iter().flat_map(|driver| {
            let (low, high) = driver.ends();
            [low, high].map(|by| (PipelineVariant::Moved { driver, by }, n_moved))
        }));
    }
    variants
}

/// What a month is expected to bring, by formula and without shock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExpectedWins {
    /// Won already.
    pub booked: f64,
    /// Of deals that are open.
    pub open: f64,
    /// Of deals to come.
    pub fresh: f64,
}

impl ExpectedWins {
    /// All of it.
    pub fn total(self) -> f64 {
        self.booked + self.open + self.fresh
    }
}

/// A month of the forecast.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineMonth {
    /// The month.
    pub month: Month,
    /// By formula.
    pub expected: ExpectedWins,
    /// Mean of the runs.
    pub mean: f64,
    /// Their quantiles.
    pub range: Quantiles,
    /// Quantiles of the sum up to this month.
    pub to_date: Quantiles,
}

/// One end of an assumption.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DriverEnd {
    /// The factor.
    pub by: f64,
    /// Mean total less that of the forecast in the same runs.
    pub change: f64,
    /// Width between P10 and P90 of the total less that of the forecast in the same runs.
    pub width_change: f64,
    /// Chance of the target less that of the forecast in the same runs; none without target.
    pub chance_change: Option<f64>,
}

/// What an assumption moves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DriverBar {
    /// Which.
    pub driver: Driver,
    /// At its low end.
    pub low: DriverEnd,
    /// At its high end.
    pub high: DriverEnd,
}

/// A deal that matters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DealThatMatters {
    /// Its id.
    pub id: String,
    /// Who owns it.
    pub rep: RepId,
    /// Its stage; empty if unknown.
    pub stage: String,
    /// Its amount, or what such deals are won for.
    pub amount: f64,
    /// Chance to be won in the horizon.
    pub chance: f64,
    /// Its part in the variance that open deals bring if they are independent.
    pub variance_share: f64,
    /// Chance of the target if it is won and if it is not; none without target, or where the runs say too little.
    pub target_chance: Option<(f64, f64)>,
}

/// What a pipeline comes to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PipelineReport {
    /// Runs that it rests on.
    pub n_runs: u32,
    /// By month.
    pub months: Vec<PipelineMonth>,
    /// The horizon by formula.
    pub expected: ExpectedWins,
    /// Mean total of the runs.
    pub mean: f64,
    /// Quantiles of the total.
    pub total: Quantiles,
    /// How often which total came up.
    pub histogram: Histogram,
    /// Share of runs that reach the target; none without one.
    pub target_chance: Option<f64>,
    /// Standard error of that share, from the number of runs.
    pub target_error: Option<f64>,
    /// What each assumption moves, the most first.
    pub drivers: Vec<DriverBar>,
    /// The deals that matter most, at most ten.
    pub deals: Vec<DealThatMatters>,
}

/// Each month by formula: amounts times chances, and the convolution of creation, time to win and size.
pub fn expected_wins(input: &PipelineInput) -> Vec<ExpectedWins> {
    let size = input.sizes.first().map_or(0.0, |table| mean(table));
    (0..input.n_months as usize)
        .map(|place| {
            let by = |chances: &[f64], place: Option<usize>| {
                place.and_then(|place| chances.get(place)).copied().unwrap_or(0.0)
            };
            let open = input.deals.iter().fold(0.0, |sum, deal| {
                sum + deal.amount * (by(&deal.won_by, Some(place)) - by(&deal.won_by, place.checked_sub(1)))
            });
            let fresh = input.fresh.wins.iter().filter_map(|wins| wins.get(place)).sum::<f64>() * size;
            ExpectedWins { booked: by(&input.booked, Some(place)), open, fresh }
        })
        .collect()
}

/// Totals of the runs in order, with their marks.
struct Totals {
    months: Vec<Vec<f64>>,
    sums: Vec<f64>,
    marks: Vec<u32>,
}

impl Totals {
    fn of(tally: &PipelineTally, minor: f64) -> Self {
        let mut months = vec![Vec::new(); tally.n_months as usize];
        let (mut sums, mut marks) = (Vec::new(), Vec::new());
        for (run, mark) in tally.runs() {
            for (month, won) in months.iter_mut().zip(run) {
                month.push(*won as f64 / minor);
            }
            sums.push(added(run) as f64 / minor);
            marks.push(mark);
        }
        Self { months, sums, marks }
    }
}

fn average(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Share of totals at or above a target.
fn chance<'a>(totals: impl Iterator<Item = &'a f64>, target: f64) -> Option<f64> {
    let (mut n, mut n_reach) = (0.0, 0.0);
    for total in totals {
        n += 1.0;
        n_reach += f64::from(u8::from(target <= *total));
    }
    (0.0 < n).then(|| n_reach / n)
}

impl PipelineReport {
    /// What is still to be won to a target beside what is booked; none where nothing is.
    pub fn missing(&self, target: f64) -> Option<f64> {
        Some(target - self.expected.booked).filter(|missing| 0.0 < *missing)
    }

    /// Pipeline coverage: amounts of open deals over what is still missing to a target. Three times is a common rule of thumb.
    pub fn coverage(&self, open_amount: f64, target: f64) -> Option<f64> {
        self.missing(target).map(|missing| open_amount / missing)
    }

    /// From the simulations so far, each with its variant; parts whose simulations are missing stay empty. Moved assumptions
    /// are held against the forecast's own same runs.
    pub fn of(input: &PipelineInput, tallies: &[(PipelineVariant, &PipelineTally)]) -> Self {
        let expected = expected_wins(input);
        let sum = |of: fn(&ExpectedWins) -> f64| expected.iter().map(of).fold(0.0, |sum, one| sum + one);
        let mut report = Self {
            expected: ExpectedWins {
                booked: sum(|one| one.booked),
                open: sum(|one| one.open),
                fresh: sum(|one| one.fresh),
            },
            ..Self::default()
        };
        let found = |wanted: PipelineVariant| {
            let it = tallies.iter().find(|(variant, _)| *variant == wanted);
            it.map(|(_, tally)| *tally).filter(|tally| tally.is_sound())
        };
        let minor = libm::pow(10.0, f64::from(input.digits.min(4)));
        let totals = found(PipelineVariant::AsForecast).map(|tally| Totals::of(tally, minor));
        report.months = months(input, &expected, totals.as_ref());
        report.deals = deals(input, totals.as_ref());
        let Some(totals) = totals else { return report };
        report.n_runs = totals.sums.len() as u32;
        report.mean = average(&totals.sums);
        let mut sorted = totals.sums.clone();
        report.total = Quantiles::of_values(&mut sorted);
        report.histogram = Histogram::of_sorted(&sorted);
        report.target_chance = input.target.and_then(|target| chance(totals.sums.iter(), target));
        let n = f64::from(report.n_runs).max(1.0);
        report.target_error = report.target_chance.map(|share| libm::sqrt(share * (1.0 - share) / n));
        report.drivers = Driver::ALL
            .into_iter()
            .filter_map(|driver| {
                let end = |by| {
                    let tally = found(PipelineVariant::Moved { driver, by })?;
                    Some(end(by, &totals.sums, &Totals::of(tally, minor).sums, input.target))
                };
                let (low, high) = driver.ends();
                Some(DriverBar { driver, low: end(low)?, high: end(high)? })
            })
            .collect();
        let swing = |bar: &DriverBar| (bar.high.change - bar.low.change).abs();
        let chance = |bar: &DriverBar| {
            let ends = bar.low.chance_change.zip(bar.high.chance_change);
            ends.map_or(0.0, |(low, high)| (high - low).abs())
        };
        // The shock moves the chance, hardly the mean: the chance decides where there is a target.
        report.drivers.sort_by(|a, b| chance(b).total_cmp(&chance(a)).then(swing(b).total_cmp(&swing(a))));
        report
    }
}

fn months(input: &PipelineInput, expected: &[ExpectedWins], totals: Option<&Totals>) -> Vec<PipelineMonth> {
    let mut to_date = vec![0.0; totals.map_or(0, |totals| totals.sums.len())];
    let month = |(place, expected): (usize, &ExpectedWins)| {
        let mut runs = totals.and_then(|totals| totals.months.get(place)).cloned().unwrap_or_default();
        for (sum, won) in to_date.iter_mut().zip(&runs) {
            *sum += won;
        }
        PipelineMonth {
            month: input.first.plus(place as i32),
            expected: *expected,
            mean: average(&runs),
            range: Quantiles::of_values(&mut runs),
            to_date: Quantiles::of_values(&mut to_date.clone()),
        }
    };
    expected.iter().enumerate().map(month).collect()
}

fn end(by: f64, own: &[f64], moved: &[f64], target: Option<f64>) -> DriverEnd {
    let own = own.get(..moved.len()).unwrap_or(own);
    let width = |values: &[f64]| {
        let range = Quantiles::of_values(&mut values.to_vec());
        range.p90 - range.p10
    };
    let of = |values: &[f64]| target.and_then(|target| chance(values.iter(), target));
    DriverEnd {
        by,
        change: average(moved) - average(own),
        width_change: width(moved) - width(own),
        chance_change: of(moved).zip(of(own)).map(|(moved, own)| moved - own),
    }
}

fn deals(input: &PipelineInput, totals: Option<&Totals>) -> Vec<DealThatMatters> {
    let all: f64 = input
        .deals
        .iter()
        .map(|deal| {
            let p = deal.chance(input.n_months);
            deal.amount * deal.amount * p * (1.0 - p)
        })
        .sum();
    let matters = |(rank, (place, part)): (usize, (usize, f64))| {
        let deal = input.deals.get(place)?;
        let split = |is_won: bool| {
            let totals = totals?;
            let runs = totals.sums.iter().zip(&totals.marks);
            let same = runs.filter(move |(_, marks)| (**marks >> rank & 1 == 1) == is_won).map(|(sum, _)| sum);
            chance(same, input.target?)
        };
        Some(DealThatMatters {
            id: deal.id.clone(),
            rep: deal.rep.clone(),
            stage: deal.stage.clone(),
            amount: deal.amount,
            chance: deal.chance(input.n_months),
            variance_share: if 0.0 < all { part / all } else { 0.0 },
            target_chance: split(true).zip(split(false)),
        })
    };
    watched(input).into_iter().enumerate().filter_map(matters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_deals_cover_what_is_not_booked() {
        let expected = ExpectedWins { booked: 40.0, open: 1.0, fresh: 1.0 };
        let report = PipelineReport { expected, ..PipelineReport::default() };
        assert_eq!((report.missing(100.0), report.coverage(150.0, 100.0)), (Some(60.0), Some(2.5)));
        assert_eq!((report.missing(40.0), report.coverage(150.0, 40.0)), (None, None));
    }
}
