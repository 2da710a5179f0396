//! The forecast of the data's bookings, and the cost model brought to it.

use attain::engine::forecast::{
    Asked, Axis, PredictAsked, Prediction, Series, Step, cost_of, gather, predict, quota_coverage,
};
use attain::engine::records::{Dataset, Outcome};
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
    /// That of the data's months from a first (that of the data, if not named) to a last one, up to a month; `None` of data without
    /// bookings.
    pub(crate) fn of_data(
        dataset: &Dataset,
        calendar: Calendar,
        (first, last): (Option<Month>, Month),
        until: Month,
        figures: &Figures,
    ) -> Result<Option<Self>, Failure> {
        let axis = Axis { step: Step::Month, calendar };
        let currency = figures.currency.code.clone();
        let asked = Asked { axis, as_of: Some(last.last_day()), currency, ..Asked::default() };
        let unsaid = |error| refused(series_error(&figures.words, &Plain, &error));
        let set = gather(dataset, &asked).map_err(unsaid)?;
        let horizon = usize::try_from(until.since(last)).unwrap_or(0).max(1);
        let Some(mut history) = set.whole else { return Ok(None) };
        // What lies before the months of the history is no part of it.
        let n_before = first.map_or(0, |first| axis.month_tick(first).saturating_sub(history.first));
        let n_before = usize::try_from(n_before).unwrap_or(0).min(history.values.len());
        history.values.drain(..n_before);
        history.first = history.first.saturating_add(i32::try_from(n_before).unwrap_or(0));
        for note in &set.notes {
            say(series_note(&figures.words, &Plain, axis, note));
        }
        if has_begun(dataset, last) {
            say(format!("{last} may not be over: no deal ended on its last day. Name the last whole month with --to."));
        }
        let found = predict(axis, &history, &PredictAsked { horizon, ..PredictAsked::default() }).map_err(unsaid)?;
        say(forecast_why(&figures.words, &Plain, &found.choice));
        prediction_notes(&figures.words, &found).iter().for_each(say);
        Ok(Some(Self { axis, history, said: found.expected.clone(), found }))
    }
}

fn refused(reason: String) -> Failure {
    Failure::refused("the forecast", reason, "")
}

/// The same input with the company's credit by month as its bookings are forecast from the months of the history.
pub(crate) fn cost(input: CostInput, dataset: &Dataset, span: &Span) -> Result<CostInput, Failure> {
    let figures = Figures::new(span.currency.clone());
    let until = input.model.first.plus(input.model.n_months as i32 - 1);
    let history = (Some(span.first), span.last);
    let Some(Bookings { axis, found, .. }) = Bookings::of_data(dataset, span.calendar, history, until, &figures)?
    else {
        return Ok(input);
    };
    let uncosted = |error| refused(forecast_cost_error(&figures.words, &Plain, &error));
    let driven = cost_of(&input, axis, &found).map_err(uncosted)?;
    let coverage = quota_coverage(&input, axis, &found).map_err(uncosted)?;
    say(forecast_coverage(&figures.voice(), &coverage));
    Ok(driven)
}

/// Whether no deal ended on or after the last day of the history's last month, so that it may not be over.
fn has_begun(dataset: &Dataset, last: Month) -> bool {
    let ended = dataset.deals.iter().filter(|deal| deal.outcome != Outcome::Open).filter_map(|deal| deal.closed).max();
    ended.is_some_and(|day| day < last.last_day())
}
