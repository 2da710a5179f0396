//! What a worker is told of series to forecast, of records or of a file, and what it finds; what a forecast costs.

mod file;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::apart::Apart;
use super::desk::fit_input;
use super::forecast_capacity::{ForecastCapacity, ForecastCapacitySpec};
use super::protocol::{Answer, FitSpec};
use crate::engine::forecast::{
    Asked, Axis, By, CalibrationPoint, CostError, Fill, Method, Parts, PredictAsked, Prediction, QuotaMonth, Reconcile,
    Series, SeriesError, SeriesNote, SeriesSet, Step, Total, What, backtest, cost_of, gather, known_until, predict,
    quota_coverage, reconcile, whole_until,
};
use crate::engine::quota::capacity::OnForecastError;
use crate::engine::records::Dataset;
use crate::engine::simulate::{CostInput, CostSummary, Tally, fit, prepare, run};
use crate::engine::units::Calendar;
use crate::scenario::{ForecastGroup, GroupPlace, LastStep, placed};

/// Parts above which none but the series that is looked at is forecast.
pub const MOST_PARTS: usize = 60;
/// Groups that are named, at most: those that came to most, and the one that is looked at.
const MOST_NAMED: usize = 300;
/// Earlier origins that methods are tried at.
const N_ORIGINS: usize = 12;
/// Simulated years between two words on how far it is.
const SLICE: u32 = 500;

/// Something about forecasts of series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ForecastAsk {
    /// Keep the values of a file of series (bulk) for later asks; no answer unless they are damaged.
    KeepFile {
        /// Their fingerprint.
        file: String,
    },
    /// A series and its forecast.
    Series {
        /// The data; of a file of series it does not count.
        data: String,
        /// The rest.
        spec: Box<ForecastSpec>,
    },
    /// What a forecast costs, and how far it covers the quotas.
    Cost {
        /// The data.
        data: String,
        /// The rest.
        spec: Box<ForecastCostSpec>,
    },
    /// A forecast beside quotas and the capacity of a headcount plan.
    Capacity {
        /// The data.
        data: String,
        /// The rest.
        spec: Box<ForecastCapacitySpec>,
    },
}

/// What is found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ForecastAnswer {
    /// A series and its forecast, or why there is none.
    Series(Apart<Result<Forecast, SeriesError>>),
    /// What it costs, or why nothing can be said.
    Cost(Apart<Result<ForecastCost, CostError>>),
    /// How it stands beside capacity, or why it cannot.
    Capacity(Apart<Result<ForecastCapacity, OnForecastError>>),
}

/// Which series are wanted, and how they are forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastSpec {
    /// Of what they are.
    pub of: ForecastOf,
    /// Which of the groups is looked at; the whole, or the first, where there is no such group.
    pub group: ForecastGroup,
    /// How forecasts of groups are made to add up.
    pub reconcile: Reconcile,
    /// Whether the last step is over.
    pub last_step: LastStep,
    /// The fiscal year.
    pub calendar: Calendar,
    /// What is wanted of the forecast.
    pub asked: PredictAsked,
}

/// Of what series are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ForecastOf {
    /// Of records.
    Records {
        /// What is added up.
        what: What,
        /// What it is split by.
        by: By,
        /// How long steps are.
        step: Step,
        /// ISO code of the scenario's currency.
        currency: String,
    },
    /// Of a file of series.
    File {
        /// The fingerprint of its values.
        file: String,
        /// How long steps are; as the file shows if not said.
        step: Option<Step>,
        /// What stands for a step without a value.
        fill: Fill,
        /// Whether as many steps are forecast as is usual for such steps.
        is_usual_horizon: bool,
    },
}

/// A series, its forecast, and how the groups beside it do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// Its steps.
    pub axis: Axis,
    /// Which of the groups it is.
    pub group: ForecastGroup,
    /// What happened.
    pub history: Series,
    /// What is forecast, without overrides.
    pub found: Prediction,
    /// What all steps come to.
    pub total: Total,
    /// How often values fell below the quantiles of forecasts at earlier origins; empty where nothing was tried.
    pub calibration: Vec<CalibrationPoint>,
    /// The history taken apart; `None` where it is too short.
    pub parts: Option<Parts>,
    /// The groups: the whole, the levels between, the parts; of many, those that came to most.
    pub groups: Vec<GroupForecast>,
    /// How many there are.
    pub n_groups: u32,
    /// Whether forecasts of groups were made to add up.
    pub is_reconciled: bool,
    /// What is to be known about all series.
    pub notes: Vec<SeriesNote>,
}

/// A group with what it came to and what it is expected to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupForecast {
    /// Which.
    pub group: ForecastGroup,
    /// The sum of as many last steps as are forecast.
    pub last: f64,
    /// What the next ones come to; `None` where the groups are too many.
    pub total: Option<Total>,
}

impl ForecastAsk {
    /// The name of its data.
    pub fn data(&self) -> &str {
        match self {
            Self::Series { data, .. } | Self::Cost { data, .. } | Self::Capacity { data, .. } => data,
            Self::KeepFile { .. } => "",
        }
    }

    /// The file of series that it is asked of, and what is asked.
    pub fn file(&self) -> Option<(&str, &ForecastSpec)> {
        match self {
            Self::Series { spec, .. } => match &spec.of {
                ForecastOf::File { file, .. } => Some((file, spec)),
                ForecastOf::Records { .. } => None,
            },
            Self::KeepFile { .. } | Self::Cost { .. } | Self::Capacity { .. } => None,
        }
    }

    /// The answer; `tell` is given how far it is.
    pub(super) fn answer(&self, dataset: &Dataset, tell: &dyn Fn(Answer)) -> ForecastAnswer {
        let went = |n_done, n_all| tell(Answer::Went { n_done, n_all });
        match self {
            Self::Series { spec, .. } => ForecastAnswer::Series(spec.run(dataset, &went).into()),
            Self::KeepFile { .. } => ForecastAnswer::Series(Err(SeriesError::Nothing).into()),
            Self::Cost { spec, .. } => ForecastAnswer::Cost(spec.run(dataset, &went).into()),
            Self::Capacity { spec, .. } => ForecastAnswer::Capacity(spec.run(dataset, &went).into()),
        }
    }
}

impl ForecastSpec {
    fn run(&self, dataset: &Dataset, tell: &dyn Fn(u32, u32)) -> Result<Forecast, SeriesError> {
        let ForecastOf::Records { what, by, step, currency } = &self.of else { return Err(SeriesError::Nothing) };
        let axis = Axis { step: *step, calendar: self.calendar };
        let set = gather(
            dataset,
            &Asked {
                what: *what,
                by: *by,
                axis,
                as_of: self.whole_until(known_until(dataset, *what), axis),
                currency: currency.clone(),
                cycle: self.asked.cycle,
            },
        )?;
        self.forecast(&set, &self.asked, tell)
    }

    /// The last day up to which data is whole whose latest day is that.
    fn whole_until(&self, last: Option<NaiveDate>, axis: Axis) -> Option<NaiveDate> {
        whole_until(last?, axis, self.last_step == LastStep::Whole)
    }

    fn forecast(
        &self,
        set: &SeriesSet,
        asked: &PredictAsked,
        tell: &dyn Fn(u32, u32),
    ) -> Result<Forecast, SeriesError> {
        let axis = set.axis;
        let all = placed(set);
        let chosen = self.group.among(&all).unwrap_or(0);
        let (group, history) = all.get(chosen).ok_or(SeriesError::Nothing)?;
        let are_many = MOST_PARTS < set.series.len();
        let n_all = if are_many { 1 } else { all.len() as u32 };
        let mut predictions = Vec::with_capacity(all.len());
        for (place, (_, series)) in all.iter().enumerate().filter(|(place, _)| !are_many || *place == chosen) {
            tell(predictions.len() as u32, n_all);
            predictions.push(if place == chosen { predict(axis, series, asked)? } else { quick(axis, series, asked)? });
        }
        let is_reconciled = 1 < all.len() && !are_many && reconcile(set, self.reconcile, &mut predictions).is_some();
        let groups = all.iter().enumerate().map(|(place, (group, series))| GroupForecast {
            group: group.clone(),
            last: series.values.iter().rev().take(asked.horizon).sum(),
            total: predictions.get(place).filter(|_| !are_many).map(|found| Total::of(&series.values, found)),
        });
        let groups = named(groups.collect(), group);
        let found = predictions.swap_remove(if are_many { 0 } else { chosen });
        let row = found.tried.row(found.choice.method);
        Ok(Forecast {
            axis,
            group: group.clone(),
            total: Total::of(&history.values, &found),
            calibration: row.map(|row| found.tried.calibration(row)).unwrap_or_default(),
            parts: Parts::of(&history.values, found.cycle),
            history: (*history).clone(),
            groups,
            n_groups: all.len() as u32,
            is_reconciled,
            notes: set.notes.clone(),
            found,
        })
    }
}

/// The groups in their order; of too many, those that came to most, with the whole and the one that is looked at.
fn named(groups: Vec<GroupForecast>, chosen: &ForecastGroup) -> Vec<GroupForecast> {
    let mut sums: Vec<f64> = groups.iter().map(|one| one.last).collect();
    sums.sort_by(|one, other| other.total_cmp(one));
    let Some(least) = sums.get(MOST_NAMED).copied() else { return groups };
    let is_kept =
        |one: &GroupForecast| least < one.last || one.group.place == GroupPlace::Whole || one.group == *chosen;
    groups.into_iter().filter(is_kept).collect()
}

/// A forecast of a series beside the one that is looked at: by the one call, tried alone, so that it can be made to add up.
fn quick(axis: Axis, series: &Series, asked: &PredictAsked) -> Result<Prediction, SeriesError> {
    let mut found = predict(axis, series, &PredictAsked { n_origins: 0, method: None, ..asked.clone() })?;
    found.tried = backtest(&series.values, found.cycle, asked.horizon, N_ORIGINS, &[Method::Auto])?;
    Ok(found)
}

/// What a forecast's cost is told besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastCostSpec {
    /// The plan, and the months of the history and of the forecast.
    pub fit: FitSpec,
    /// The fiscal year.
    pub calendar: Calendar,
    /// Decimals of the currency.
    pub digits: u32,
    /// Steps of the forecast.
    pub axis: Axis,
    /// The forecast of the company's bookings, overrides included.
    pub found: Prediction,
    /// Seed.
    pub seed: u64,
    /// Simulated years.
    pub n_runs: u32,
}

/// What a forecast costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastCost {
    /// Variable pay by month and in all, with ranges.
    pub summary: CostSummary,
    /// The forecast beside the quotas.
    pub quotas: Vec<QuotaMonth>,
}

impl ForecastCostSpec {
    fn run(&self, dataset: &Dataset, tell: &dyn Fn(u32, u32)) -> Result<ForecastCost, CostError> {
        let fitted = fit(&fit_input(&self.fit, dataset));
        let input = CostInput {
            plans: vec![self.fit.plan.clone()],
            model: fitted.model,
            calendar: self.calendar,
            digits: self.digits,
            budget: None,
            company_factor: 1.0,
            hold_company: false,
        };
        let quotas = quota_coverage(&input, self.axis, &self.found)?;
        let driven = cost_of(&input, self.axis, &self.found)?;
        let prepared = prepare(&driven);
        let mut tally: Option<Tally> = None;
        let mut from = 0;
        while from < self.n_runs {
            tell(from, self.n_runs);
            let to = (from + SLICE).min(self.n_runs);
            let part = run(&prepared, self.seed, from..to);
            tally = match tally {
                Some(before) => before.merge(part).ok(),
                None => Some(part),
            };
            from = to;
        }
        let missing = CostError::OtherMonths { missing: input.model.first };
        let summary = tally.and_then(|tally| tally.summary(&driven).into_iter().next()).ok_or(missing)?;
        Ok(ForecastCost { summary, quotas })
    }
}

#[cfg(test)]
mod tests;
