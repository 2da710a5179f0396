//! The forecast of the data's bookings, and the cost model brought to it.

use attain::engine::forecast::{
    Asked, Axis, PredictAsked, Prediction, Series, SeriesError, SeriesNote, Step, cost_of, gather, known_until,
    predict, quota_coverage, whole_until,
};
use attain::engine::records::Dataset;
use attain::engine::simulate::CostInput;
use attain::engine::units::{Calendar, Month};
use attain::present::{
    Plain, forecast_cost_error, forecast_coverage, forecast_why, prediction_notes, series_error, series_note,
};

use crate::fail::{Failure, say};
use crate::print::Figures;
use crate::span::Span;

/// A forecast of the company's bookings by month.
pub(crate) struct Bookings {
    pub(crate) axis: Axis,
    /// What happened.
    pub(crate) history: Series,
    pub(crate) found: Prediction,
    /// What the method said of each step, without values put in its place.
    pub(crate) said: Vec<f64>,
}

impl Bookings {
    /// That of the data's months from a first to a last one, up to a month.
    pub(crate) fn of_data(
        dataset: &Dataset,
        calendar: Calendar,
        (first, last): (Month, Month),
        until: Month,
        figures: &Figures,
    ) -> Result<Self, Failure> {
        let axis = Axis { step: Step::Month, calendar };
        let currency = figures.currency.code.clone();
        let asked = Asked { axis, as_of: Some(last.last_day()), currency, ..Asked::default() };
        let unsaid = |error| refused(series_error(&figures.words, &Plain, &error));
        let set = gather(dataset, &asked).map_err(unsaid)?;
        let horizon = usize::try_from(until.since(last)).unwrap_or(0).max(1);
        let mut history = set.whole.ok_or(SeriesError::Nothing).map_err(unsaid)?;
        // What lies before the months of the history is no part of it.
        let n_before = axis.month_tick(first).saturating_sub(history.first);
        let n_before = usize::try_from(n_before).unwrap_or(0).min(history.values.len());
        history.values.drain(..n_before);
        history.first = history.first.saturating_add(i32::try_from(n_before).unwrap_or(0));
        // Months that are named are taken as whole; where records do not reach to the end of the last, that is told.
        let known = known_until(dataset, asked.what).and_then(|day| whole_until(day, axis, false));
        let is_doubtful = known.is_some_and(|known| known < last.last_day());
        let doubt = is_doubtful.then(|| SeriesNote::MaybeIncomplete { tick: axis.month_tick(last) });
        for note in set.notes.iter().chain(&doubt) {
            say(series_note(&figures.words, &Plain, axis, note));
        }
        let found = predict(axis, &history, &PredictAsked { horizon, ..PredictAsked::default() }).map_err(unsaid)?;
        say(forecast_why(&figures.words, &Plain, &found.choice));
        prediction_notes(&figures.words, &Plain, &found).iter().for_each(say);
        Ok(Self { axis, history, said: found.expected.clone(), found })
    }
}

fn refused(reason: String) -> Failure {
    Failure::refused("the forecast", reason, "")
}

/// The same input with the company's credit by month as its bookings are forecast from the months of the history.
pub(crate) fn cost(input: CostInput, dataset: &Dataset, span: &Span) -> Result<CostInput, Failure> {
    let figures = Figures::new(span.currency.clone());
    let until = input.model.first.plus(input.model.n_months as i32 - 1);
    let history = (span.first, span.last);
    let Bookings { axis, found, .. } = Bookings::of_data(dataset, span.calendar, history, until, &figures)?;
    let uncosted = |error| refused(forecast_cost_error(&figures.words, &Plain, &error));
    let driven = cost_of(&input, axis, &found).map_err(uncosted)?;
    let coverage = quota_coverage(&input, axis, &found).map_err(uncosted)?;
    say(forecast_coverage(&figures.voice(), &coverage));
    Ok(driven)
}
