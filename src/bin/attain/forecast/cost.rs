//! The cost model brought to the forecast of bookings.

use attain::engine::forecast::{Asked, Axis, PredictAsked, Step, cost_of, gather, predict, quota_coverage};
use attain::engine::records::{Dataset, Outcome};
use attain::engine::simulate::CostInput;
use attain::present::{
    Plain, forecast_cost_error, forecast_coverage, forecast_why, prediction_notes, series_error, series_note,
};

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
    let Some(mut whole) = set.whole else { return Ok(input) };
    // What lies before the months of the history is no part of it.
    let n_before = axis.month_tick(span.first).saturating_sub(whole.first);
    let n_before = usize::try_from(n_before).unwrap_or(0).min(whole.values.len());
    whole.values.drain(..n_before);
    whole.first = whole.first.saturating_add(i32::try_from(n_before).unwrap_or(0));
    for note in &set.notes {
        say(series_note(&figures.words, &Plain, axis, note));
    }
    if has_begun(dataset, span) {
        let month = span.last;
        say(format!("{month} may not be over: no deal ended on its last day. Name the last whole month with --to."));
    }
    let found = predict(axis, &whole, &PredictAsked { horizon, ..PredictAsked::default() }).map_err(unsaid)?;
    let uncosted = |error| refused(forecast_cost_error(&figures.words, &Plain, &error));
    let driven = cost_of(&input, axis, &found).map_err(uncosted)?;
    prediction_notes(&figures.words, &found).iter().for_each(say);
    let coverage = quota_coverage(&input, axis, &found).map_err(uncosted)?;
    say(forecast_why(&figures.words, &Plain, &found.choice));
    say(forecast_coverage(&figures.voice(), &coverage));
    Ok(driven)
}

/// Whether no deal ended on or after the last day of the history, so that its last month may not be over.
fn has_begun(dataset: &Dataset, span: &Span) -> bool {
    let ended = dataset.deals.iter().filter(|deal| deal.outcome != Outcome::Open).filter_map(|deal| deal.closed).max();
    ended.is_some_and(|day| day < span.last.last_day())
}
