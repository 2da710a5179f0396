//! How good the forecast would have been: made anew at the end of past months from what was known then.

use serde::{Deserialize, Serialize};

use super::build::{PipelineAsked, forecast};
use super::report::{PipelineReport, PipelineRuns, pipeline_variants};
use super::run::{prepare_pipeline, run_pipeline};
use super::variant::PipelineVariant;
use super::view::{as_of, brought, day_of};
use super::weighted::{Ranges, StageProbabilities, Three, run_rate, stage_weighted};
use crate::engine::forecast::pinball;
use crate::engine::records::{Deal, Outcome};
use crate::engine::simulate::Quantiles;
use crate::engine::units::Month;

/// Quantiles that are scored.
const SCORED: Three = [0.1, 0.5, 0.9];
/// Months of history before the first forecast, at least.
const LEAST_HISTORY: i32 = 6;

/// What is asked of a backtest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineBacktestAsked {
    /// The forecast that is made at each origin.
    pub forecast: PipelineAsked,
    /// Runs of each.
    pub n_runs: u32,
    /// Seed of the draws.
    pub seed: u64,
    /// Origins at most; the latest.
    pub most_origins: u32,
    /// Probabilities that stages are weighted with.
    pub stated: StageProbabilities,
}

/// Who forecasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PipelineMethod {
    /// Competing chances, deals to come, shared shock.
    Hazards,
    /// Stages times stated probabilities.
    StageWeighted,
    /// The mean of the last months.
    RunRate,
}

impl PipelineMethod {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Hazards, Self::StageWeighted, Self::RunRate];
}

/// What was forecast for a month or a horizon, and what came.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineBacktestRow {
    /// Last month that was known.
    pub origin: Month,
    /// Months ahead, from 1 on; 0 for the whole horizon.
    pub step: u32,
    /// What was won.
    pub actual: f64,
    /// P10, P50 and P90 of each method, in the order of [`PipelineMethod::ALL`].
    pub ranges: [Three; 3],
}

/// How a method did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineScore {
    /// Which.
    pub method: PipelineMethod,
    /// Forecasts.
    pub n: u32,
    /// Mean loss of P10, P50 and P90, in currency.
    pub pinball: f64,
    /// Share of what came that lay from P10 to P90; 0.8 is asked.
    pub coverage: f64,
    /// Mean width from P10 to P90, in currency.
    pub width: f64,
    /// Mean of P50 less what came, in currency.
    pub bias: f64,
}

/// All forecasts and how they did.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PipelineBacktest {
    /// By origin and step; each origin's horizon comes first.
    pub rows: Vec<PipelineBacktestRow>,
    /// Of single months.
    pub by_month: Vec<PipelineScore>,
    /// Of whole horizons.
    pub by_horizon: Vec<PipelineScore>,
}

impl PipelineBacktest {
    /// From the forecasts of all origins, with their scores.
    pub fn of(rows: Vec<PipelineBacktestRow>) -> Self {
        Self {
            by_month: pipeline_scores(rows.iter().filter(|row| row.step != 0)),
            by_horizon: pipeline_scores(rows.iter().filter(|row| row.step == 0)),
            rows,
        }
    }
}

/// Scores of each method.
pub fn pipeline_scores<'a>(rows: impl Iterator<Item = &'a PipelineBacktestRow> + Clone) -> Vec<PipelineScore> {
    let score = |(place, method): (usize, PipelineMethod)| {
        let mut score = PipelineScore { method, n: 0, pinball: 0.0, coverage: 0.0, width: 0.0, bias: 0.0 };
        for row in rows.clone() {
            let Some([low, middle, high]) = row.ranges.get(place).copied() else { continue };
            let losses = SCORED.into_iter().zip([low, middle, high]);
            score.n += 1;
            score.pinball += losses.map(|(share, found)| pinball(share, found, row.actual)).sum::<f64>() / 3.0;
            score.coverage += f64::from(u8::from(low <= row.actual && row.actual <= high));
            score.width += high - low;
            score.bias += middle - row.actual;
        }
        let n = f64::from(score.n.max(1));
        PipelineScore {
            pinball: score.pinball / n,
            coverage: score.coverage / n,
            width: score.width / n,
            bias: score.bias / n,
            ..score
        }
    };
    PipelineMethod::ALL.into_iter().enumerate().map(score).collect()
}

/// Amounts of the deals that were won in each of so many months from `first` on. Those that a forecast does not know do not
/// count: without a day of creation, or ended before they began.
pub fn won_by_month(deals: &[Deal], first: Month, n_months: usize) -> Vec<f64> {
    let mut won = vec![0.0; n_months];
    for deal in deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
        let closed = deal.closed.filter(|closed| deal.created.is_some_and(|created| created <= *closed));
        let place = closed.map(|day| Month::of(day).since(first)).filter(|place| 0 <= *place);
        if let Some(won) = place.and_then(|place| won.get_mut(place as usize)) {
            *won += brought(deal).unwrap_or(0.0);
        }
    }
    won
}

/// Ends of past months that have half a year of deals before them and the whole horizon after them, at most so many, the latest.
pub fn backtest_origins(deals: &[Deal], n_months: u32, most: u32) -> Vec<Month> {
    let Some(last_day) = day_of(deals) else { return Vec::new() };
    // A month counts as over only with its last day.
    let last =
        if Month::of(last_day).last_day() == last_day { Month::of(last_day) } else { Month::of(last_day).plus(-1) };
    let last = last.plus(-(n_months.max(1) as i32));
    let first = deals.iter().filter_map(|deal| deal.created).min().map_or(last, Month::of).plus(LEAST_HISTORY - 1);
    let first = first.max(last.plus(1 - most.max(1) as i32));
    (0..=last.since(first)).map(|step| first.plus(step)).collect()
}

/// Forecasts at each of [`backtest_origins`]. An origin at which nothing can be forecast is left out.
pub fn pipeline_backtest(deals: &[Deal], asked: &PipelineBacktestAsked) -> PipelineBacktest {
    let origins = backtest_origins(deals, asked.forecast.n_months, asked.most_origins);
    PipelineBacktest::of(origins.into_iter().flat_map(|origin| at_origin(deals, asked, origin)).collect())
}

/// The forecasts at the end of a month, with what came.
pub fn at_origin(deals: &[Deal], asked: &PipelineBacktestAsked, origin: Month) -> Vec<PipelineBacktestRow> {
    let view = as_of(deals, origin.last_day());
    let Ok(found) = forecast(&view, &asked.forecast) else { return Vec::new() };
    let input = found.input;
    let runs = PipelineRuns { n_runs: asked.n_runs, seed: asked.seed, drivers: false };
    let tallies: Vec<_> = pipeline_variants(&runs)
        .into_iter()
        .map(|(variant, n)| (variant, run_pipeline(&prepare_pipeline(&input, variant), asked.seed, 0..n)))
        .collect();
    let lent: Vec<(PipelineVariant, _)> = tallies.iter().map(|(variant, tally)| (*variant, tally)).collect();
    let report = PipelineReport::of(&input, &lent);
    let three = |range: &Quantiles| [range.p10, range.p50, range.p90];
    let n_months = input.n_months as usize;
    let own =
        Ranges { months: report.months.iter().map(|month| three(&month.range)).collect(), total: three(&report.total) };
    let all = [own, stage_weighted(&view, &asked.stated, n_months), run_rate(&view, n_months)];
    let won = won_by_month(deals, input.first, n_months);
    let of_month = |place: usize| all.each_ref().map(|ranges| ranges.months.get(place).copied().unwrap_or_default());
    let horizon = PipelineBacktestRow {
        origin,
        step: 0,
        actual: won.iter().sum(),
        ranges: all.each_ref().map(|ranges| ranges.total),
    };
    let months = won.iter().enumerate().map(|(place, actual)| PipelineBacktestRow {
        origin,
        step: place as u32 + 1,
        actual: *actual,
        ranges: of_month(place),
    });
    std::iter::once(horizon).chain(months).collect()
}
