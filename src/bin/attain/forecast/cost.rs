//! The forecast of the data's bookings, and the cost model brought to it.

use attain::engine::forecast::{
    Asked, Axis, PredictAsked, Prediction, Series, Step, cost_of, gather, predict, quota_coverage,
};
use attain::engine::records::Dataset;
use attain::engine::simulate::CostInput;
use attain::engine::units::{Calendar, Month};
use attain::present::{Plain, forecast_cost_error, forecast_coverage, forecast_why, series_error};

use crate::fail::{Failure, say};
use crate::print::Figures;
use crate::span::Span;

/// A forecast of the company's bookings by month.
pub(crate) struct Bookings {
    pub(crate) axis: Axis,
    /// What happened.
    pub(crate) history: Series,
    pub(crate) found: Prediction,
}

impl Bookings {
    /// That of the data, from the month after the history to a month; `None` of data without bookings.
    pub(crate) fn of_data(
        dataset: &Dataset,
        (calendar, history_last, until): (Calendar, Month, Month),
        figures: &Figures,
    ) -> Result<Option<Self>, Failure> {
        let axis = Axis { step: Step::Month, calendar };
        let currency = figures.currency.code.clone();
        let asked = Asked { axis, as_of: Some(history_last.last_day()), currency, ..Asked::default() };
        let unsaid = |error| refused(series_error(&figures.words, &Plain, &error));
        let set = gather(dataset, &asked).map_err(unsaid)?;
        let horizon = usize::try_from(until.since(history_last)).unwrap_or(0).max(1);
        let Some(history) = set.whole else { return Ok(None) };
        let found = predict(axis, &history, &PredictAsked { horizon, ..PredictAsked::default() }).map_err(unsaid)?;
        say(forecast_why(&figures.words, &Plain, &found.choice));
        Ok(Some(Self { axis, history, found }))
    }
}

fn refused(reason: String) -> Failure {
    Failure::refused("the forecast", reason, "")
}

/// The same input with the company's credit by month as its bookings are forecast from the months of the history.
pub(crate) fn cost(input: CostInput, dataset: &Dataset, span: &Span) -> Result<CostInput, Failure> {
    let figures = Figures::new(span.currency.clone());
    let until = input.model.first.plus(input.model.n_months as i32 - 1);
    let Some(Bookings { axis, found, .. }) = Bookings::of_data(dataset, (span.calendar, span.last, until), &figures)?
    else {
        return Ok(input);
    };
    let uncosted = |error| refused(forecast_cost_error(&figures.words, &Plain, &error));
    let driven = cost_of(&input, axis, &found).map_err(uncosted)?;
    let coverage = quota_coverage(&input, axis, &found).map_err(uncosted)?;
    say(forecast_coverage(&figures.voice(), &coverage));
    Ok(driven)
}
