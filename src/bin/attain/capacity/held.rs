//! A forecast of bookings held against quotas and capacity.

use std::path::Path;

use attain::engine::forecast::{Axis, Prediction, Series, What};
use attain::engine::quota::capacity::{
    BookingsForecast, CapacityInput, CapacityTally, Held, OnForecast, OnForecastError, PlanFromData, goal_on_forecast,
    on_forecast, quotas_given,
};
use attain::present::{Numerals as _, Plain, capacity_on_forecast, on_forecast_error};
use serde::Deserialize;

use super::Scene;
use crate::fail::Failure;
use crate::forecast::Bookings;
use crate::plans;
use crate::print::{Figures, Grid};

/// What `attain forecast --json` says, as far as it is needed.
#[derive(Deserialize)]
struct File {
    axis: Axis,
    #[serde(default)]
    what: Option<What>,
    #[serde(default)]
    currency: Option<String>,
    series: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    place: String,
    history: Series,
    forecast: Option<Prediction>,
    /// What the method said of each step, where values were put in its place.
    #[serde(default)]
    said: Option<Vec<f64>>,
}

/// The forecast of a file, or of the data's own bookings to the end of the plan.
pub(super) fn bookings(
    file: Option<&Path>,
    scene: &Scene,
    input: &CapacityInput,
    figures: &Figures,
) -> Result<Bookings, Failure> {
    if let Some(file) = file {
        return of_file(file, figures);
    }
    let (Some(data), Some((first, last))) = (&scene.data, scene.history) else {
        return Err(Failure::usage(
            "there is neither data to forecast nor a forecast",
            "Name files of deals, or the answer of `attain forecast … --json` with --on-forecast FILE",
        ));
    };
    let until = input.first.plus(i32::try_from(input.n_months()).unwrap_or(1) - 1);
    Bookings::of_data(&data.dataset, scene.calendar, (first, last), until, figures)
}

/// The one series of the file that is the whole company's.
fn of_file(path: &Path, figures: &Figures) -> Result<Bookings, Failure> {
    let place = path.display();
    let remedy = "Write one with `attain forecast DATA… --json`; DATA of this command comes before --on-forecast";
    let refused = |reason: String| Failure::refused(&place, reason, remedy);
    let text = if path.is_dir() { String::new() } else { plans::read_text(path)? };
    let file: File = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| refused(format!("is no forecast: {error}")))?;
    if file.what.is_some_and(|what| what != What::Bookings) {
        return Err(refused("is a forecast of something else than bookings".into()));
    }
    let own = &figures.currency.code;
    if let Some(other) = file.currency.filter(|currency| currency != own) {
        let remedy = format!("Forecast in {own}, or plan in {other}, with --currency");
        return Err(Failure::refused(&place, format!("is a forecast in {other}, and the plan is in {own}"), &remedy));
    }
    let n = file.series.len();
    let whole = file.series.into_iter().find(|entry| n == 1 || entry.place == "whole");
    let whole = whole.ok_or_else(|| refused("has several series and no whole".into()))?;
    let found = whole.forecast.ok_or_else(|| refused("says nothing of the whole".into()))?;
    let said = whole.said.filter(|said| said.len() == found.expected.len());
    Ok(Bookings {
        axis: file.axis,
        history: whole.history,
        said: said.unwrap_or_else(|| found.expected.clone()),
        found,
    })
}

/// The forecast as the goal of each month.
pub(super) fn goal(input: &CapacityInput, forecast: &Bookings, figures: &Figures) -> Result<Vec<f64>, Failure> {
    goal_on_forecast(input, &lent(forecast)).map_err(|error| uncovered(figures, &error))
}

/// The forecast beside the quotas of the data's reps, or of the plan, and beside capacity.
pub(super) fn found(
    input: &CapacityInput,
    forecast: &Bookings,
    (scene, years): (&Scene, Option<&CapacityTally>),
    figures: &Figures,
) -> Result<OnForecast, Failure> {
    let given = scene.data.as_ref().zip(scene.history).map(|(data, (history_first, history_last))| PlanFromData {
        dataset: &data.dataset,
        currency: &scene.currency.code,
        calendar: scene.calendar,
        history_first,
        history_last,
        first: input.first,
        n_months: u32::try_from(input.n_months()).unwrap_or(0),
    });
    let quotas = given.as_ref().and_then(quotas_given);
    on_forecast(input, &lent(forecast), quotas.as_deref(), years).map_err(|error| uncovered(figures, &error))
}

fn lent(forecast: &Bookings) -> BookingsForecast<'_> {
    let Bookings { axis, history, found, said } = forecast;
    BookingsForecast { axis: *axis, found, said, values: &history.values }
}

fn uncovered(figures: &Figures, error: &OnForecastError) -> Failure {
    Failure::refused("the forecast", on_forecast_error(&figures.words, &Plain, error), "")
}

/// The comparison by month and in all, and what it says.
pub(super) fn text(figures: &Figures, found: &OnForecast) -> String {
    let level = found.level.map_or_else(|| "RANGE".into(), |level| Plain.percent(level, 0));
    let mut headers = vec![">FORECAST".to_owned(), format!(">LOW {level}"), format!(">HIGH {level}"), ">QUOTAS".into()];
    headers.extend([">COVERAGE", ">ATTAINMENT", ">CAPACITY"].map(String::from));
    if 0 < found.n_runs {
        headers.extend([">P10", ">P90"].map(String::from));
    }
    headers.extend([">UTILISATION", ">GAP", ">HEADS"].map(String::from));
    let headers: Vec<&str> = std::iter::once("MONTH").chain(headers.iter().map(String::as_str)).collect();
    let mut grid = Grid::new(&headers);
    for one in &found.months {
        grid.row(row(figures, found, one.month.to_string(), &one.held));
    }
    grid.row(row(figures, found, "All".into(), &found.all));
    format!(
        "\nForecast of bookings beside quotas and capacity\n{}\n{}\n",
        grid.text(""),
        capacity_on_forecast(&figures.voice(), found)
    )
}

fn row(figures: &Figures, found: &OnForecast, name: String, held: &Held) -> Vec<String> {
    let whole = |value: Option<f64>| value.map_or_else(|| "–".into(), |value| figures.whole(value));
    let share = |value: Option<f64>| value.map_or_else(|| "–".into(), |value| Plain.percent(value, 1));
    let ends = |range: Option<(f64, f64)>| [range.map(|range| range.0), range.map(|range| range.1)].map(whole);
    let mut row = vec![name, figures.whole(held.forecast)];
    row.extend(ends(held.forecast_range));
    row.extend([whole(held.quota), share(held.quota_coverage), share(held.attainment), figures.whole(held.capacity)]);
    if 0 < found.n_runs {
        row.extend(ends(held.capacity_range));
    }
    let heads = held.gap_heads.map_or_else(|| "–".into(), |heads| Plain.decimal(heads, 1, 1));
    row.extend([share(held.utilisation), figures.whole(held.gap), heads]);
    row
}
