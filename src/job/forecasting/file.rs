//! Series of a file, forecast as those of records are.

use chrono::NaiveDate;

use super::{Forecast, ForecastAnswer, ForecastOf, ForecastSpec};
use crate::engine::forecast::{Axis, PointsAsked, PredictAsked, SeriesError, Step, from_points};
use crate::engine::records::{Point, When};
use crate::job::protocol::Answer;

impl ForecastSpec {
    /// The answer on the values of a file of series.
    pub(in crate::job) fn answer_of(&self, points: &[Point], tell: &dyn Fn(Answer)) -> ForecastAnswer {
        let went = |n_done, n_all| tell(Answer::Went { n_done, n_all });
        ForecastAnswer::Series(self.of_file(points, &went).into())
    }

    pub(super) fn of_file(&self, points: &[Point], tell: &dyn Fn(u32, u32)) -> Result<Forecast, SeriesError> {
        let ForecastOf::File { step, fill, is_usual_horizon, .. } = &self.of else { return Err(SeriesError::Nothing) };
        let cycle = self.asked.cycle;
        let asked = PointsAsked { step: *step, calendar: self.calendar, fill: *fill, as_of: None, cycle };
        let as_of = step.and_then(|step| self.points_as_of(points, &asked, step));
        let set = from_points(points, &PointsAsked { as_of, ..asked })?;
        let step = set.axis.step;
        let horizon = if *is_usual_horizon { step.horizon() } else { self.asked.horizon };
        self.forecast(&set, &PredictAsked { horizon, ..self.asked.clone() }, tell)
    }

    /// The last day up to which a file is whole whose values are finer than the steps that are asked for. What a file states of a
    /// step is whole.
    fn points_as_of(&self, points: &[Point], asked: &PointsAsked, step: Step) -> Option<NaiveDate> {
        let shown = from_points(points, &PointsAsked { step: None, ..*asked }).ok()?.axis;
        let last = points.iter().filter(|point| point.value.is_some()).filter_map(|point| match point.when {
            When::Day(day) => Some(shown.days(shown.tick(day)).map_or(day, |(_, last)| last)),
            When::Period(period) => Some(period.end().last_day()),
            When::Place(_) => None,
        });
        let axis = Axis { step, calendar: asked.calendar };
        if shown.step < step { self.whole_until(last.max(), axis) } else { None }
    }
}
