//! Charts of a series and its forecast: past and futures, how methods did before, how often ranges held.

use super::Voice;
use crate::engine::forecast::{
    Axis as Steps, Backtest, BacktestRow, CalibrationPoint, Choice, Prediction, Series, Step, What,
};
use crate::present::chart::{Axis, Chart, ChartTable, Datum, Direction, Layer, Mark, Span, Tone};
use crate::present::forecast::{forecast_method, step_name};
use crate::present::series::{series_value, series_what, series_whole, yardsticks};

/// Steps of the past that a picture shows, at most.
const MOST_PAST: usize = 120;
/// Labels on the horizontal axis, at most.
const MOST_TICKS: usize = 9;

/// Of what a chart is: the measure, and the steps.
#[derive(Clone, Copy)]
pub struct Shown {
    /// What is added up; none of a file's values.
    pub what: Option<What>,
    /// Its steps.
    pub axis: Steps,
}

impl Shown {
    pub(super) fn name(self, voice: &Voice, tick: i32) -> String {
        step_name(voice.words, voice.numerals, self.axis, tick)
    }

    /// An axis of values that reaches over all layers, and to nothing where no value is below.
    pub(super) fn values(self, voice: &Voice, layers: &[Layer]) -> Axis {
        let all = || layers.iter().flat_map(Layer::extent).map(|(_, y)| y);
        let (least, most) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
        let label = if self.what == Some(What::Bookings) {
            voice.with("axis-amount", [("currency", voice.currency.code.as_str().into())])
        } else {
            series_what(voice.words, self.what)
        };
        Axis::rounded(label, least, most, |value| series_value(voice, self.what, value))
    }

    /// An axis of steps from one number to another.
    pub(super) fn steps(self, voice: &Voice, first: i32, n: usize) -> Axis {
        let apart = n.div_ceil(MOST_TICKS).max(1);
        let tick = |place: usize| first.saturating_add(i32::try_from(place).unwrap_or(i32::MAX));
        Axis {
            label: axis_name(voice, self.axis.step),
            min: f64::from(first) - 0.5,
            max: f64::from(tick(n.max(1))) - 0.5,
            ticks: (0..n).step_by(apart).map(tick).map(|tick| (f64::from(tick), self.name(voice, tick))).collect(),
        }
    }
}

pub(super) fn axis_name(voice: &Voice, step: Step) -> String {
    crate::present::series::series_step(voice.words, step)
}

/// Numbered from that step on.
pub(super) fn ticked<T>(first: i32, values: impl IntoIterator<Item = T>) -> impl Iterator<Item = (i32, T)> {
    values
        .into_iter()
        .enumerate()
        .map(move |(at, value)| (first.saturating_add(i32::try_from(at).unwrap_or(i32::MAX)), value))
}

/// What happened, what is expected, and between which futures lie.
pub fn series_fan(voice: &Voice, shown: Shown, finding: String, history: &Series, found: &Prediction) -> Chart {
    let value = |value: f64| series_value(voice, shown.what, value);
    let skipped = history.values.len().saturating_sub(MOST_PAST);
    let first = history.first.saturating_add(i32::try_from(skipped).unwrap_or(0));
    let past = || ticked(first, history.values.iter().skip(skipped).copied());
    let says = |id: &str, tick: i32, at: f64| {
        voice.with(id, [("step", shown.name(voice, tick).into()), ("value", value(at).into())])
    };
    let mut layers = Vec::new();
    for range in found.ranges.iter().rev() {
        let spans = ticked(found.first, range.bounds.iter()).map(|(tick, (low, high))| Span {
            x: f64::from(tick),
            low: *low,
            high: *high,
            label: String::new(),
        });
        let name = voice.with("series-range", [("level", voice.numerals.percent(range.level, 0).into())]);
        layers.push(Layer::Band { name, tone: Tone::Series(0), spans: spans.collect() });
    }
    let happened = past().map(|(tick, at)| Datum { x: f64::from(tick), y: at, label: says("series-datum", tick, at) });
    layers.push(Layer::Line { name: voice.text("series-happened"), tone: Tone::Series(2), points: happened.collect() });
    let expected = ticked(found.first, found.expected.iter().copied()).map(|(tick, at)| {
        let step = usize::try_from(tick - found.first).unwrap_or(0);
        let range = found.ranges.first().and_then(|range| range.bounds.get(step));
        let label = range.map_or_else(
            || says("series-datum", tick, at),
            |(low, high)| {
                let name = shown.name(voice, tick);
                voice.with(
                    "chart-month-datum",
                    [
                        ("month", name.into()),
                        ("median", value(at).into()),
                        ("low", value(*low).into()),
                        ("high", value(*high).into()),
                    ],
                )
            },
        );
        Datum { x: f64::from(tick), y: at, label }
    });
    layers.push(Layer::Line { name: voice.text("series-expected"), tone: Tone::Series(0), points: expected.collect() });
    let n = past().count() + found.expected.len();
    Chart {
        title: voice.text("series-fan-title"),
        finding,
        x: shown.steps(voice, first, n),
        y: shown.values(voice, &layers),
        layers,
        marks: Vec::new(),
        table: fan_table(voice, shown, (first, skipped), history, found),
    }
}

fn fan_table(
    voice: &Voice,
    shown: Shown,
    (first, skipped): (i32, usize),
    history: &Series,
    found: &Prediction,
) -> ChartTable {
    let whole = |value: f64| series_whole(voice, shown.what, value);
    let mut headers =
        vec![axis_name(voice, shown.axis.step), voice.text("series-happened"), voice.text("series-expected")];
    for range in &found.ranges {
        let level = voice.numerals.percent(range.level, 0);
        headers.push(voice.with("series-range-low", [("level", level.as_str().into())]));
        headers.push(voice.with("series-range-high", [("level", level.into())]));
    }
    let width = headers.len();
    let filled = |mut row: Vec<String>| {
        row.resize(width, String::new());
        row
    };
    let past = ticked(first, history.values.iter().skip(skipped));
    let past = past.map(|(tick, value)| filled(vec![shown.name(voice, tick), whole(*value)]));
    let ahead = ticked(found.first, found.expected.iter()).enumerate().map(|(step, (tick, value))| {
        let bounds = found.ranges.iter().filter_map(|range| range.bounds.get(step));
        let bounds = bounds.flat_map(|(low, high)| [whole(*low), whole(*high)]);
        [shown.name(voice, tick), String::new(), whole(*value)].into_iter().chain(bounds).collect()
    });
    ChartTable { headers, rows: past.chain(ahead).collect() }
}

/// The scaled error of the chosen method and of the yardsticks at each earlier origin.
pub fn series_origins(voice: &Voice, shown: Shown, history: &Series, tried: &Backtest, choice: &Choice) -> Chart {
    let tick = |origin: usize| history.first.saturating_add(i32::try_from(origin).unwrap_or(i32::MAX));
    let number = |value: f64| voice.numerals.decimal(value, 2, 2);
    let others = yardsticks(tried).filter(|method| *method != choice.method);
    let methods: Vec<_> = std::iter::once(choice.method).chain(others).collect();
    let rows: Vec<_> = methods.iter().filter_map(|method| tried.row(*method)).collect();
    let layer = |(place, row): (usize, &&BacktestRow)| {
        let name = forecast_method(voice.words, row.method);
        let points = tried.origins.iter().zip(&row.by_origin).filter_map(|(origin, error)| {
            let label = voice.with(
                "series-origin-datum",
                [
                    ("step", shown.name(voice, tick(*origin)).into()),
                    ("method", name.as_str().into()),
                    ("error", number((*error)?).into()),
                ],
            );
            Some(Datum { x: f64::from(tick(*origin)), y: (*error)?, label })
        });
        Layer::Line { name: name.clone(), tone: Tone::Series(place), points: points.collect() }
    };
    let layers: Vec<Layer> = rows.iter().enumerate().map(layer).collect();
    let most = layers.iter().flat_map(Layer::extent).map(|(_, y)| y).fold(1.0, f64::max);
    let cells = tried.origins.iter().enumerate().map(|(place, origin)| {
        let error =
            |row: &&BacktestRow| row.by_origin.get(place).copied().flatten().map_or_else(|| voice.text("none"), number);
        std::iter::once(shown.name(voice, tick(*origin))).chain(rows.iter().map(error)).collect()
    });
    let names = rows.iter().map(|row| forecast_method(voice.words, row.method));
    let origin = voice.text("series-origin");
    let first = tried.origins.first().copied().unwrap_or(0);
    let n = tried.origins.last().map_or(0, |last| 1 + last.saturating_sub(first));
    Chart {
        title: voice.text("series-origins-title"),
        finding: voice.text("series-origins-finding"),
        x: Axis { label: origin.clone(), ..shown.steps(voice, tick(first), n) },
        y: Axis::rounded(voice.text("series-mase"), 0.0, most, |value| voice.numerals.decimal(value, 0, 2)),
        layers,
        marks: vec![Mark { direction: Direction::Horizontal, at: 1.0, label: voice.text("series-usual-change") }],
        table: ChartTable { headers: std::iter::once(origin).chain(names).collect(), rows: cells.collect() },
    }
}

/// How often values fell below what was said they would with that chance.
pub fn series_calibration(voice: &Voice, points: &[CalibrationPoint]) -> Chart {
    let percent = |share: f64| voice.numerals.percent(share, 0);
    let datum = |point: &CalibrationPoint| Datum {
        x: point.said,
        y: point.happened,
        label: voice.with(
            "series-calibration-datum",
            [("said", percent(point.said).into()), ("happened", percent(point.happened).into())],
        ),
    };
    let ends = [0.0, 1.0].map(|at| Datum { x: at, y: at, label: String::new() });
    let worst = points.iter().map(|point| (point.happened - point.said).abs()).fold(0.0, f64::max);
    Chart {
        title: voice.text("series-calibration-title"),
        finding: voice
            .with("series-calibration-finding", [("most", voice.numerals.decimal(100.0 * worst, 0, 0).into())]),
        x: Axis::exact(voice.text("series-said"), 0.0, 1.0, percent),
        y: Axis::exact(voice.text("series-fell"), 0.0, 1.0, percent),
        layers: vec![
            Layer::Line { name: voice.text("series-as-said"), tone: Tone::Context, points: ends.into() },
            Layer::Line {
                name: voice.text("series-fell"),
                tone: Tone::Series(0),
                points: points.iter().map(datum).collect(),
            },
        ],
        marks: Vec::new(),
        table: ChartTable {
            headers: ["series-said", "series-fell"].map(|id| voice.text(id)).into(),
            rows: points.iter().map(|point| vec![percent(point.said), percent(point.happened)]).collect(),
        },
    }
}
