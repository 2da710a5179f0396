//! Charts of a simulation.

use super::Voice;
use crate::engine::simulate::{CostSummary, Sensitivity};
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Direction, Layer, Mark, Span, Tone};

/// How often which total cost came up.
pub fn cost_histogram(voice: &Voice, summary: &CostSummary, budget: Option<f64>) -> Chart {
    let histogram = &summary.histogram;
    let edge = |index: usize| histogram.lower + histogram.width * index as f64;
    let share = |count: u32| f64::from(count) / f64::from(summary.n_runs.max(1));
    let end = edge(histogram.counts.len());
    let range = |index: usize| {
        voice.with(
            "range-money",
            [("lower", voice.compact(edge(index)).into()), ("upper", voice.compact(edge(index + 1)).into())],
        )
    };
    let bars: Vec<Bar> = histogram
        .counts
        .iter()
        .enumerate()
        .map(|(index, count)| Bar {
            from: edge(index),
            to: edge(index + 1),
            value: share(*count),
            label: voice.with(
                "chart-cost-datum",
                [("range", range(index).into()), ("share", voice.percent(share(*count)).into())],
            ),
        })
        .collect();
    let (low, high) = budget.map_or((histogram.lower, end), |budget| (histogram.lower.min(budget), end.max(budget)));
    let most = bars.iter().map(|bar| bar.value).fold(0.001, f64::max);
    let mark = |at: f64, id: &str| Mark { direction: Direction::Vertical, at, label: voice.text(id) };
    let mut marks = vec![
        mark(summary.total.p10, "mark-p10"),
        mark(summary.total.p50, "mark-p50"),
        mark(summary.total.p90, "mark-p90"),
    ];
    marks.extend(budget.map(|budget| mark(budget, "mark-budget")));
    Chart {
        title: voice.text("chart-cost-title"),
        finding: cost_finding(voice, summary, budget),
        x: voice.money_axis("axis-cost", low, high),
        y: voice.share_axis("axis-runs", 0.0, most),
        layers: vec![Layer::Bars { name: voice.text("axis-runs"), tone: Tone::Series(0), bars }],
        marks,
        table: ChartTable {
            headers: ["axis-cost-range", "axis-runs"].map(|id| voice.text(id)).into(),
            rows: histogram
                .counts
                .iter()
                .enumerate()
                .map(|(index, count)| vec![range(index), voice.percent(share(*count))])
                .collect(),
        },
    }
}

/// The cost in one sentence.
pub fn cost_finding(voice: &Voice, summary: &CostSummary, budget: Option<f64>) -> String {
    let total = summary.total;
    let range = voice.with(
        "cost-finding",
        [
            ("median", voice.compact(total.p50).into()),
            ("low", voice.compact(total.p10).into()),
            ("high", voice.compact(total.p90).into()),
        ],
    );
    match (budget, summary.budget_probability) {
        (Some(budget), Some(probability)) => {
            let holds = voice.with(
                "cost-finding-budget",
                [
                    ("budget", voice.compact(budget).into()),
                    // Near certainty a whole number would say too much.
                    (
                        "years",
                        voice
                            .numerals
                            .decimal(probability * 100.0, 0, u8::from(!(0.01..=0.99).contains(&probability)))
                            .into(),
                    ),
                ],
            );
            format!("{range} {holds}")
        }
        _ => range,
    }
}

/// Cost of each month, with its range.
pub fn cost_by_month(voice: &Voice, summary: &CostSummary) -> Chart {
    let months = &summary.by_month;
    let most = months.iter().map(|month| month.pay.p90).fold(1.0, f64::max);
    let says = |index: usize| {
        months.get(index).map_or_else(String::new, |month| {
            voice.with(
                "chart-month-datum",
                [
                    ("month", voice.numerals.month(month.month).into()),
                    ("median", voice.compact(month.pay.p50).into()),
                    ("low", voice.compact(month.pay.p10).into()),
                    ("high", voice.compact(month.pay.p90).into()),
                ],
            )
        })
    };
    let spans = months.iter().enumerate().map(|(index, month)| Span {
        x: index as f64,
        low: month.pay.p10,
        high: month.pay.p90,
        label: String::new(),
    });
    let points =
        months.iter().enumerate().map(|(index, month)| Datum { x: index as f64, y: month.pay.p50, label: says(index) });
    let dearest = months.iter().max_by(|a, b| a.pay.p50.total_cmp(&b.pay.p50));
    Chart {
        title: voice.text("chart-month-title"),
        finding: dearest.map_or_else(String::new, |month| {
            voice.with(
                "chart-month-finding",
                [("month", voice.numerals.month(month.month).into()), ("median", voice.compact(month.pay.p50).into())],
            )
        }),
        x: Axis {
            label: voice.text("axis-month"),
            min: -0.3,
            max: months.len() as f64 - 0.7,
            ticks: months.iter().enumerate().map(|(i, month)| (i as f64, voice.numerals.month(month.month))).collect(),
        },
        y: voice.money_axis("axis-cost", 0.0, most),
        layers: vec![
            Layer::Band { name: voice.text("legend-p10-p90"), tone: Tone::Series(0), spans: spans.collect() },
            Layer::Line { name: voice.text("legend-median"), tone: Tone::Series(0), points: points.collect() },
        ],
        marks: Vec::new(),
        table: ChartTable {
            headers: ["axis-month", "mark-p10", "mark-p50", "mark-p90", "column-mean"].map(|id| voice.text(id)).into(),
            rows: months
                .iter()
                .map(|m| {
                    let figures = [m.pay.p10, m.pay.p50, m.pay.p90, m.mean].map(|value| voice.whole(value));
                    std::iter::once(voice.numerals.month(m.month)).chain(figures).collect()
                })
                .collect(),
        },
    }
}

/// Cost as company performance moves, with the spread that is left at each.
pub fn sensitivity_chart(voice: &Voice, result: &Sensitivity) -> Chart {
    let points = &result.points;
    let ends = points.iter().fold((f64::MAX, f64::MIN), |(a, b), p| (a.min(p.total.p10), b.max(p.total.p90)));
    let (low, high) = if points.is_empty() { (0.0, 1.0) } else { ends };
    let says = |place: usize| {
        points.get(place).map_or_else(String::new, |point| {
            voice.with(
                "chart-sensitivity-datum",
                [
                    ("performance", voice.numerals.percent(point.factor, 0).into()),
                    ("mean", voice.compact(point.mean).into()),
                    ("volatility", voice.compact(point.volatility).into()),
                ],
            )
        })
    };
    let spans = points.iter().map(|point| Span {
        x: point.factor,
        low: point.total.p10,
        high: point.total.p90,
        label: String::new(),
    });
    let line =
        points.iter().enumerate().map(|(index, point)| Datum { x: point.factor, y: point.mean, label: says(index) });
    let (first, last) = (points.first().map_or(0.0, |p| p.factor), points.last().map_or(1.0, |p| p.factor));
    let nearest = points
        .iter()
        .filter(|p| p.marginal.is_some())
        .min_by(|a, b| (a.factor - 1.0).abs().total_cmp(&(b.factor - 1.0).abs()));
    Chart {
        title: voice.text("chart-sensitivity-title"),
        finding: nearest.map_or_else(String::new, |point| {
            voice.with(
                "chart-sensitivity-finding",
                [
                    ("marginal", voice.percent(point.marginal.unwrap_or(0.0)).into()),
                    ("volatility", voice.compact(point.volatility).into()),
                ],
            )
        }),
        x: Axis::exact(voice.text("axis-performance"), first, last, |value| voice.numerals.percent(value, 0)),
        y: voice.money_axis("axis-cost", low, high),
        layers: vec![
            Layer::Band { name: voice.text("legend-p10-p90"), tone: Tone::Series(0), spans: spans.collect() },
            Layer::Line { name: voice.text("legend-mean"), tone: Tone::Series(0), points: line.collect() },
        ],
        marks: vec![Mark { direction: Direction::Vertical, at: 1.0, label: voice.text("mark-expected") }],
        table: ChartTable {
            headers: [
                "axis-performance",
                "column-bookings",
                "column-mean",
                "column-volatility",
                "column-cost-marginal",
            ]
            .map(|id| voice.text(id))
            .into(),
            rows: points
                .iter()
                .map(|point| {
                    vec![
                        voice.numerals.percent(point.factor, 0),
                        voice.whole(point.credit),
                        voice.whole(point.mean),
                        voice.whole(point.volatility),
                        point.marginal.map_or_else(String::new, |marginal| voice.percent(marginal)),
                    ]
                })
                .collect(),
        },
    }
}
