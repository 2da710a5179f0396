//! Forecasts of series in words: methods, why one was taken, what to know, what cannot be said.

use super::charts::{Voice, period_name};
use super::numerals::{MoneyStyle, Numerals};
use super::words::Words;
use crate::data::NoSeries;
use crate::engine::forecast::{
    Axis, Choice, CostError, Demand, Fill, ForecastError, Method, Prediction, QuotaMonth, SeriesError, SeriesNote,
    Step, Why, covered,
};

/// A method's name.
pub fn forecast_method(words: &Words, method: Method) -> String {
    words.text(match method {
        Method::Auto => "forecast-method-auto",
        Method::Naive => "forecast-method-naive",
        Method::SeasonalNaive => "forecast-method-seasonal-naive",
        Method::Naive2 => "forecast-method-naive2",
        Method::Ses => "forecast-method-ses",
        Method::Holt => "forecast-method-holt",
        Method::Damped => "forecast-method-damped",
        Method::Comb => "forecast-method-comb",
        Method::Theta => "forecast-method-theta",
        Method::DynamicTheta => "forecast-method-dynamic-theta",
        Method::Ets => "forecast-method-ets",
        Method::Croston => "forecast-method-croston",
        Method::Sba => "forecast-method-sba",
        Method::Tsb => "forecast-method-tsb",
        Method::RunRate => "forecast-method-run-rate",
        Method::LastQuarter => "forecast-method-last-quarter",
        Method::Linearity => "forecast-method-linearity",
        Method::Mstl => "forecast-method-mstl",
        Method::Learned => "forecast-method-learned",
    })
}

fn demand_name(words: &Words, demand: Demand) -> String {
    words.text(match demand {
        Demand::Smooth => "forecast-demand-smooth",
        Demand::Erratic => "forecast-demand-erratic",
        Demand::Intermittent => "forecast-demand-intermittent",
        Demand::Lumpy => "forecast-demand-lumpy",
    })
}

/// Why a method was taken, as one sentence with its numbers.
pub fn forecast_why(words: &Words, numerals: &dyn Numerals, choice: &Choice) -> String {
    let method = forecast_method(words, choice.method);
    let number = |value: f64| numerals.decimal(value, 2, 2);
    match choice.why {
        Why::Asked => words.with("forecast-why-asked", [("method", method.into())]),
        Why::TooShort => words.with("forecast-why-short", [("method", method.into())]),
        Why::Seldom { demand } => {
            let demand = demand_name(words, demand);
            words.with("forecast-why-seldom", [("method", method.into()), ("demand", demand.into())])
        }
        Why::LeastError { error, auto, naive, n_origins } => words.with(
            "forecast-why-least",
            [
                ("method", method.into()),
                ("count", numerals.count(n_origins).into()),
                ("error", number(error).into()),
                ("auto", number(auto).into()),
                ("other", forecast_method(words, Method::Auto).into()),
                ("naive", naive.map_or_else(|| "–".to_owned(), number).into()),
            ],
        ),
        Why::LeastOfTried { error, n_origins } => words.with(
            "forecast-why-least-of-tried",
            [("method", method.into()), ("count", numerals.count(n_origins).into()), ("error", number(error).into())],
        ),
        Why::NothingBetter { error, best, n_origins, .. } if best == choice.method => words.with(
            "forecast-why-best",
            [("method", method.into()), ("count", numerals.count(n_origins).into()), ("error", number(error).into())],
        ),
        Why::NothingBetter { error, best, least, n_origins } => words.with(
            "forecast-why-nothing",
            [
                ("method", method.into()),
                ("count", numerals.count(n_origins).into()),
                ("error", number(error).into()),
                ("least", number(least).into()),
                ("best", forecast_method(words, best).into()),
            ],
        ),
    }
}

/// A step's name: its day, its week by the Monday, its month, fiscal quarter or year, or its place.
pub fn step_name(words: &Words, numerals: &dyn Numerals, axis: Axis, tick: i32) -> String {
    let day = axis.days(tick).map(|(first, _)| numerals.date(first));
    match (axis.step, day, axis.period(tick)) {
        (Step::Day, Some(day), _) => day,
        (Step::Week, Some(day), _) => words.with("forecast-week-of", [("day", day.into())]),
        (Step::Month, _, Some(period)) => numerals.month(period.start),
        (_, _, Some(period)) => period_name(words, numerals, period),
        _ => tick.to_string(),
    }
}

/// What is to be known about a series.
pub fn series_note(words: &Words, numerals: &dyn Numerals, axis: Axis, note: &SeriesNote) -> String {
    let counted = |id: &str, n: usize| words.with(id, [("n", n.into()), ("count", numerals.count(n).into())]);
    let named = |id: &str, tick: i32| words.with(id, [("step", step_name(words, numerals, axis, tick).into())]);
    match *note {
        SeriesNote::Gaps { n, fill: Fill::Zero } => counted("forecast-note-gaps-zero", n),
        SeriesNote::Gaps { n, fill: Fill::Line } => counted("forecast-note-gaps-line", n),
        SeriesNote::Incomplete { tick } => named("forecast-note-incomplete", tick),
        SeriesNote::MaybeIncomplete { tick } => named("forecast-note-maybe-incomplete", tick),
        SeriesNote::Negative { n } => counted("forecast-note-negative", n),
        SeriesNote::Short { n, cycle } => words.with(
            "forecast-note-short",
            [("n", n.into()), ("count", numerals.count(n).into()), ("cycle", numerals.count(cycle).into())],
        ),
        SeriesNote::Constant => words.text("forecast-note-constant"),
        SeriesNote::AllZero => words.text("forecast-note-zero"),
        SeriesNote::Summed { n } => counted("forecast-note-summed", n),
        SeriesNote::Undated { n } => counted("forecast-note-undated", n),
        SeriesNote::Unvalued { n } => counted("forecast-note-unvalued", n),
        SeriesNote::Later { n } => counted("forecast-note-later", n),
        SeriesNote::Unnamed { n } => counted("forecast-note-unnamed", n),
        SeriesNote::OtherLength { n } => counted("forecast-note-other-length", n),
    }
}

/// What is to be known about a forecast itself.
pub fn prediction_notes(words: &Words, numerals: &dyn Numerals, found: &Prediction) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(n_blind) = found.tried.n_before_seasons() {
        let n_all = found.tried.origins.len();
        let counts = [("count", numerals.count(n_blind).into()), ("all", numerals.count(n_all).into())];
        notes.push(words.with("forecast-note-blind", counts));
    }
    if found.is_too_short {
        notes.push(words.text("forecast-note-too-short"));
    }
    if found.ranges.is_empty() {
        notes.push(words.text("forecast-note-no-range"));
    }
    if found.is_floored {
        notes.push(words.text("forecast-note-floored"));
    }
    notes
}

/// Said where forecasts were made to add up.
pub fn reconciled_note(words: &Words) -> String {
    words.text("forecast-note-reconciled")
}

/// Why there is no series or no forecast, and what to do.
pub fn series_error(words: &Words, numerals: &dyn Numerals, error: &SeriesError) -> String {
    match *error {
        SeriesError::Nothing => words.text("forecast-error-nothing"),
        SeriesError::Mixed => words.text("forecast-error-mixed"),
        SeriesError::TooLong { n, most } => words
            .with("forecast-error-long", [("count", numerals.count(n).into()), ("most", numerals.count(most).into())]),
        SeriesError::TooMany { n, most } => words
            .with("forecast-error-many", [("count", numerals.count(n).into()), ("most", numerals.count(most).into())]),
        SeriesError::Forecast(ForecastError::Empty) => words.text("forecast-error-empty"),
        SeriesError::Forecast(ForecastError::BadValue { place }) => {
            words.with("forecast-error-value", [("place", numerals.count(place + 1).into())])
        }
        SeriesError::Forecast(ForecastError::BadStep) => words.text("forecast-error-step"),
    }
}

/// Why a table holds no series.
pub fn no_series(words: &Words, error: &NoSeries) -> String {
    match error {
        NoSeries::NoColumn { header } => words.with("forecast-no-column", [("header", header.as_str().into())]),
        NoSeries::NoNumbers => words.text("forecast-no-numbers"),
    }
}

/// Why a forecast says nothing of cost, and what to do.
pub fn forecast_cost_error(words: &Words, numerals: &dyn Numerals, error: &CostError) -> String {
    let of_month = |id: &str, month| words.with(id, [("month", numerals.month(month).into())]);
    match *error {
        CostError::NotMonthly => words.text("forecast-cost-not-monthly"),
        CostError::NotBookings => words.text("forecast-cost-not-bookings"),
        CostError::OtherMonths { missing } => of_month("forecast-cost-other-months", missing),
        CostError::NothingExpected { month } => of_month("forecast-cost-nothing", month),
    }
}

/// The forecast beside the quotas given out for the same months, as one sentence: of the months with quotas, or of all where none
/// has any.
pub fn forecast_coverage(voice: &Voice, months: &[QuotaMonth]) -> String {
    let with_quotas = covered(months);
    let all = || (months.len(), months.iter().map(|month| month.expected).sum());
    let (n, expected) = with_quotas.attainment().map_or_else(all, |_| (with_quotas.n_months, with_quotas.expected));
    let money = |amount: f64| voice.numerals.money(amount, voice.currency, MoneyStyle::Whole);
    let share = with_quotas.attainment().map_or_else(|| "–".to_owned(), |share| voice.percent(share));
    let values = [
        ("expected", money(expected).into()),
        ("quota", money(with_quotas.quota).into()),
        ("share", share.into()),
        ("n", n.into()),
        ("count", voice.numerals.count(n).into()),
    ];
    voice.words.with("forecast-coverage", values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::forecast::{PredictAsked, Series, predict};
    use crate::present::{Locale, Plain};

    #[test]
    fn what_erred_least_itself_is_not_called_luck() {
        let words = Words::new(Locale::English);
        let why = |best| Why::NothingBetter { error: 0.7, best, least: 0.5, n_origins: 12 };
        let said = |best| forecast_why(&words, &Plain, &Choice { method: Method::Auto, why: why(best) });
        assert!(said(Method::Holt).contains("the least was 0.50 (Holt’s trend), which may be luck"));
        assert!(said(Method::Auto).contains("nothing erred less") && !said(Method::Auto).contains("luck"));
    }

    #[test]
    fn errors_of_a_time_when_seasons_could_not_be_seen_are_called_so() {
        let words = Words::new(Locale::English);
        let notes = |n: u32| {
            let values: Vec<f64> = (0..n).map(|at| 100.0 + f64::from(at % 12 * 7 % 12)).collect();
            let series = Series { values, ..Series::default() };
            let found = predict(Axis::default(), &series, &PredictAsked { horizon: 12, ..PredictAsked::default() });
            prediction_notes(&words, &Plain, &found.unwrap()).join(" ")
        };
        assert!(notes(36).contains("At 11 of 12 earlier origins less than two cycles"), "{}", notes(36));
        assert!(!notes(60).contains("two cycles") && !notes(20).contains("two cycles"));
    }
}
