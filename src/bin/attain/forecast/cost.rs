//! The cost model brought to the forecast of bookings.

use attain::engine::forecast::{Asked, Axis, PredictAsked, Step, cost_of, gather, predict, quota_coverage};
use attain::engine::records::Dataset;
use attain::engine::simulate::CostInput;
use attain::present::{Plain, forecast_cost_error, forecast_coverage, forecast_why, series_error};

use crate::fail::{Failure, say};
use crate::print::Figures;
use crate::span::Span;

/// The same input with the company's credit by month as its bookings are forecast from the months of the history.
pub(crate) fn cost(input: CostInput, dataset: &Dataset, span: &Span) -> Result<CostInput, Failure> {
    let figures = Figures::new(span.currency.clone());
    let refused = |reason: String| Failure::refused("the forecast", reason, "");
    let axis = Axis { step: Step::Month, calendar: span.calendar };
    let asked =
        Asked { axis, as_of: Some(span.last.last_day()), currency: span.currency.code.clone(), ..Asked::default() };
    let unsaid = |error| refused(series_error(&figures.words, &Plain, &error));
    let set = gather(dataset, &asked).map_err(unsaid)?;
    let last = input.model.first.plus(input.model.n_months as i32 - 1);
    let horizon = usize::try_from(last.since(span.last)).unwrap_or(0).max(1);
    let Some(whole) = &set.whole else { return Ok(input) };
    let found = predict(axis, whole, &PredictAsked { horizon, ..PredictAsked::default() }).map_err(unsaid)?;
    let uncosted = |error| refused(forecast_cost_error(&figures.words, &Plain, &error));
    let driven = cost_of(&input, axis, &found).map_err(uncosted)?;
    let coverage = quota_coverage(&input, axis, &found).map_err(uncosted)?;
    say(forecast_why(&figures.words, &Plain, &found.choice));
    say(forecast_coverage(&figures.voice(), &coverage));
    Ok(driven)
}
