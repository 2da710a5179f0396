//! A forecast of bookings beside the quotas given out and the capacity of a headcount plan, as workers compute it.

use serde::{Deserialize, Serialize};

use super::capacity::CapacitySpec;
use crate::engine::forecast::{Axis, Prediction};
use crate::engine::quota::capacity::{
    BookingsForecast, CapacityInput, CapacityNote, CapacityTally, HeadcountPlan, OnForecast, OnForecastError,
    PlanFromData, Resolved, Variant, goal_on_forecast, on_forecast, prepare_capacity, quotas_given, resolve,
    run_capacity,
};
use crate::engine::records::Dataset;

/// Simulated years, at most and at least: what a second is enough for.
const MOST_RUNS: u32 = 2_000;
const LEAST_RUNS: u32 = 200;
/// Months of heads, over all years, that a second is enough for by far.
const MOST_STEPS: u64 = 20_000_000;
/// Simulated years between two words on how far it is.
const SLICE: u32 = 256;

/// What is told besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastCapacitySpec {
    /// The headcount plan.
    pub plan: HeadcountPlan,
    /// What it is looked up with.
    pub spec: CapacitySpec,
    /// Steps of the forecast.
    pub axis: Axis,
    /// The forecast of the company's bookings, overrides included.
    pub found: Prediction,
    /// What the method said of each step, without them.
    pub said: Vec<f64>,
    /// What happened before.
    pub values: Vec<f64>,
    /// Seed.
    pub seed: u64,
}

/// A forecast beside quotas and capacity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastCapacity {
    /// How they stand.
    pub held: OnForecast,
    /// What a reader of the headcount plan should know.
    pub notes: Vec<CapacityNote>,
    /// The forecast as the goal of each month of the plan.
    pub goal: Vec<f64>,
}

impl ForecastCapacitySpec {
    pub(super) fn run(&self, dataset: &Dataset, tell: &dyn Fn(u32, u32)) -> Result<ForecastCapacity, OnForecastError> {
        // A plan that cannot be used is not asked about; it would be one of no month.
        let first = self.plan.first.unwrap_or(self.spec.first);
        let unusable = OnForecastError::OtherMonths { first, last: first };
        let Resolved { input, notes, .. } =
            resolve(&self.plan, &self.spec.given(Some(dataset))).map_err(|_| unusable)?;
        let forecast = BookingsForecast { axis: self.axis, found: &self.found, said: &self.said, values: &self.values };
        let goal = goal_on_forecast(&input, &forecast)?;
        let given = self.spec.history.map(|(history_first, history_last)| PlanFromData {
            dataset,
            currency: &self.spec.currency,
            calendar: self.spec.calendar,
            history_first,
            history_last,
            first: input.first,
            n_months: u32::try_from(input.n_months()).unwrap_or(0),
        });
        let quotas = given.as_ref().and_then(quotas_given);
        let years = self.years(&input, tell);
        Ok(ForecastCapacity { held: on_forecast(&input, &forecast, quotas.as_deref(), years.as_ref())?, notes, goal })
    }

    fn years(&self, input: &CapacityInput, tell: &dyn Fn(u32, u32)) -> Option<CapacityTally> {
        let prepared = prepare_capacity(input, Variant::AsPlanned);
        let steps = (input.seats.len() as u64 + 1) * input.n_months().max(1) as u64;
        let n_runs = u32::try_from(MOST_STEPS / steps).unwrap_or(MOST_RUNS).clamp(LEAST_RUNS, MOST_RUNS);
        let mut whole = run_capacity(&prepared, self.seed, 0..0);
        for from in (0..n_runs).step_by(SLICE as usize) {
            tell(from, n_runs);
            let part = run_capacity(&prepared, self.seed, from..(from + SLICE).min(n_runs));
            whole = whole.merge(part).ok()?;
        }
        Some(whole)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::engine::forecast::{Asked, PredictAsked, gather, predict};
    use crate::engine::quota::capacity::{CapacityGoal, QuotasFrom, headcount_from};
    use crate::engine::units::{Calendar, Month};
    use crate::job::{Answer, Ask, Desk, ForecastAnswer, ForecastAsk, decode, encode};
    use crate::scenario::{SampleSpec, sample};

    /// The sample company's team as it is, and its bookings forecast for 14 months.
    fn spec(dataset: &Dataset) -> ForecastCapacitySpec {
        let (history_first, history_last) = (Month::new(2024, 11), Month::new(2026, 10));
        let spec = CapacitySpec {
            calendar: Calendar::default(),
            history: Some((history_first, history_last)),
            first: Month::new(2027, 1),
            n_months: 12,
            currency: "USD".into(),
            digits: 2,
        };
        let CapacitySpec { calendar, first, n_months, .. } = spec;
        let given = PlanFromData { dataset, currency: "USD", calendar, history_first, history_last, first, n_months };
        let as_of = Some(history_last.last_day());
        let set = gather(dataset, &Asked { as_of, currency: "USD".into(), ..Asked::default() }).unwrap();
        let whole = set.whole.unwrap();
        let found = predict(set.axis, &whole, &PredictAsked { horizon: 14, ..PredictAsked::default() }).unwrap();
        ForecastCapacitySpec {
            plan: headcount_from(&given).0,
            spec,
            axis: set.axis,
            said: found.expected.clone(),
            values: whole.values,
            found,
            seed: 1,
        }
    }

    #[test]
    fn a_forecast_stands_beside_the_team_s_capacity() {
        let dataset = sample(SampleSpec { n_reps: 12, seed: 3, today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() });
        let spec = spec(&dataset);
        let mut desk = Desk::default();
        desk.answer(Ask::KeepData { data: "d".into() }, Some(crate::data::encode(&dataset)));
        let told = std::cell::RefCell::new(0);
        let ask = |desk: &mut Desk, spec: &ForecastCapacitySpec| {
            let ask = ForecastAsk::Capacity { data: "d".into(), spec: Box::new(spec.clone()) };
            let message = encode(&Ask::Forecast(ask));
            let (answer, _) = desk.answer_telling(decode(&message).unwrap(), None, &|_| *told.borrow_mut() += 1);
            let Some(Answer::Forecast(ForecastAnswer::Capacity(found))) = decode(&encode(&answer)) else {
                panic!("no answer")
            };
            found.into_inner()
        };
        let found = ask(&mut desk, &spec).unwrap();
        let held = &found.held;
        assert_eq!((held.months.len(), held.n_outside, held.n_runs), (12, (0, 0), 2_000));
        assert!(1 < *told.borrow() && held.quotas_from == Some(QuotasFrom::Reps));
        let (low, high) = held.all.capacity_range.unwrap();
        assert!(low < held.all.capacity && held.all.capacity < high && held.all.forecast_range.is_some());
        // As the goal it is the plan's own, and is held against the same capacity.
        let plan = HeadcountPlan { goal: CapacityGoal::Months(found.goal.clone()), ..spec.plan.clone() };
        let again = ask(&mut desk, &ForecastCapacitySpec { plan, ..spec.clone() }).unwrap();
        assert_eq!((again.held.all, again.goal), (found.held.all, found.goal));
        // A plan that cannot be used is refused.
        let plan = HeadcountPlan::default();
        assert!(ask(&mut desk, &ForecastCapacitySpec { plan, ..spec }).is_err());
    }
}
