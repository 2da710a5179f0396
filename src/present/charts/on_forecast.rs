//! The chart of a forecast beside capacity and quotas by month.

use super::Voice;
use super::capacity::month_ticks;
use crate::engine::quota::capacity::{Held, OnForecast};
use crate::engine::units::Month;
use crate::present::capacity::capacity_on_forecast;
use crate::present::chart::{Axis, Chart, ChartTable, Datum, Layer, Span, Tone};

/// The ends of a range, where there is one.
type Range = fn(&Held) -> Option<(f64, f64)>;

/// Bookings as forecast with their range, what heads can sell with its range, and quotas, by month.
pub fn on_forecast_chart(voice: &Voice, found: &OnForecast) -> Chart {
    let month = |month: Month| voice.numerals.month(month);
    let placed = || found.months.iter().enumerate().map(|(place, one)| (place as f64, one.month, &one.held));
    let band = |name: String, tone: usize, of: Range| {
        let span =
            |(x, _, held): (f64, Month, &Held)| of(held).map(|(low, high)| Span { x, low, high, label: String::new() });
        Layer::Band { name, tone: Tone::Series(tone), spans: placed().filter_map(span).collect() }
    };
    let line = |name: &str, ranged: (&str, &str), tone: usize, of: fn(&Held) -> Option<f64>, range: Range| {
        let point = |(x, at, held): (f64, Month, &Held)| {
            let y = of(held)?;
            let label = match range(held) {
                None => voice.with(ranged.0, [("month", month(at).into()), ("value", voice.compact(y).into())]),
                Some((low, high)) => voice.with(
                    ranged.1,
                    [
                        ("month", month(at).into()),
                        ("value", voice.compact(y).into()),
                        ("low", voice.compact(low).into()),
                        ("high", voice.compact(high).into()),
                    ],
                ),
            };
            Some(Datum { x, y, label })
        };
        let points = placed().filter_map(point).collect();
        Layer::Line { name: voice.text(name), tone: Tone::Series(tone), points }
    };
    let level = found.level.map(|level| voice.numerals.percent(level, 0)).unwrap_or_default();
    let capacity = ("on-forecast-datum-capacity", "on-forecast-datum-capacity-range");
    let forecast = ("on-forecast-datum-forecast", "on-forecast-datum-forecast-range");
    let quota = ("on-forecast-datum-quota", "on-forecast-datum-quota");
    let layers: Vec<Layer> = [
        band(voice.text("on-forecast-capacity-range"), 0, |held| held.capacity_range),
        band(voice.with("on-forecast-range", [("level", level.into())]), 1, |held| held.forecast_range),
        line("on-forecast-capacity", capacity, 0, |held| Some(held.capacity), |held| held.capacity_range),
        line("on-forecast-forecast", forecast, 1, |held| Some(held.forecast), |held| held.forecast_range),
        line("on-forecast-quota", quota, 2, |held| held.quota, |_| None),
    ]
    .into_iter()
    .filter(|layer| !layer.is_empty())
    .collect();
    let most = layers.iter().flat_map(Layer::extent).map(|(_, y)| y).fold(1.0, f64::max);
    Chart {
        title: voice.text("on-forecast-chart"),
        finding: capacity_on_forecast(voice, found),
        x: Axis {
            label: voice.text("axis-month"),
            min: -0.3,
            max: found.months.len() as f64 - 0.7,
            ticks: month_ticks(found.months.iter().map(|one| month(one.month))),
        },
        y: voice.money_axis("axis-amount", 0.0, most),
        layers,
        marks: Vec::new(),
        table: table(voice, found),
    }
}

fn table(voice: &Voice, found: &OnForecast) -> ChartTable {
    let row = |name: String, held: &Held| {
        let whole = |value: Option<f64>| value.map_or_else(String::new, |value| voice.whole(value));
        let ends = |range: Option<(f64, f64)>| [range.map(|range| range.0), range.map(|range| range.1)].map(whole);
        let mut row = vec![name, voice.whole(held.forecast)];
        row.extend(ends(held.forecast_range));
        row.push(voice.whole(held.capacity));
        row.extend(ends(held.capacity_range));
        row.push(whole(held.quota));
        row
    };
    let months = found.months.iter().map(|one| row(voice.numerals.month(one.month), &one.held));
    ChartTable {
        headers: [
            "axis-month",
            "on-forecast-forecast",
            "on-forecast-low",
            "on-forecast-high",
            "on-forecast-capacity",
            "on-forecast-capacity-p10",
            "on-forecast-capacity-p90",
            "on-forecast-quota",
        ]
        .map(|id| voice.text(id))
        .into(),
        rows: months.chain([row(voice.text("on-forecast-all"), &found.all)]).collect(),
    }
}
