//! Charts of a replay.

use rust_decimal::prelude::ToPrimitive;

use super::Voice;
use crate::engine::comp::{Replay, pay_line};
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Direction, Layer, Mark, Tone};

/// Each rep's pay against attainment, with the line that fits best.
pub fn pay_for_performance(voice: &Voice, replay: &Replay) -> Chart {
    let points: Vec<(f64, f64, &str)> = replay
        .scatter
        .iter()
        .filter_map(|point| Some((point.attainment?.to_f64()?, point.pay.to_f64(), point.name.as_str())))
        .collect();
    let most_x = points.iter().map(|point| point.0).fold(1.0, f64::max);
    let most_y = points.iter().map(|point| point.1).fold(1.0, f64::max);
    let least_x = points.iter().map(|point| point.0).fold(0.0, f64::min);
    let least_y = points.iter().map(|point| point.1).fold(0.0, f64::min);
    let data = points
        .iter()
        .map(|(attainment, pay, name)| Datum {
            x: *attainment,
            y: *pay,
            label: voice.with(
                "chart-scatter-datum",
                [
                    ("name", (*name).into()),
                    ("attainment", voice.percent(*attainment).into()),
                    ("pay", voice.whole(*pay).into()),
                ],
            ),
        })
        .collect();
    let mut layers = Vec::new();
    let line = pay_line(&replay.scatter);
    if let Some(line) = line {
        let ends = [least_x, most_x].map(|x| Datum {
            x,
            y: (line.intercept + line.slope * x).clamp(least_y, most_y),
            label: String::new(),
        });
        layers.push(Layer::Line { name: voice.text("legend-fit"), tone: Tone::Context, points: ends.into() });
    }
    layers.push(Layer::Points { name: voice.text("legend-reps"), tone: Tone::Series(0), points: data });
    let finding = match line {
        Some(line) => voice.with(
            "chart-scatter-finding",
            [
                ("correlation", voice.numerals.decimal(line.correlation, 2, 2).into()),
                ("slope", voice.whole(line.slope / 10.0).into()),
            ],
        ),
        None => voice.text("chart-scatter-no-line"),
    };
    Chart {
        title: voice.text("chart-scatter-title"),
        finding,
        x: voice.share_axis("axis-attainment", least_x, most_x),
        y: voice.money_axis("axis-pay", least_y, most_y),
        layers,
        marks: vec![Mark { direction: Direction::Vertical, at: 1.0, label: voice.text("mark-quota") }],
        table: ChartTable {
            headers: ["column-rep", "axis-attainment", "column-pay"].map(|id| voice.text(id)).into(),
            rows: points.iter().map(|(x, y, name)| vec![(*name).into(), voice.percent(*x), voice.whole(*y)]).collect(),
        },
    }
}

/// How many reps attained how much.
pub fn attainment_distribution(voice: &Voice, replay: &Replay) -> Chart {
    let bins: Vec<(f64, f64, u32, String)> = replay
        .attainment_bins
        .iter()
        .map(|bin| {
            let lower = bin.lower.to_f64().unwrap_or(0.0);
            let upper = bin.upper.and_then(|upper| upper.to_f64());
            let range = match upper {
                Some(upper) => voice.with(
                    "range-percent",
                    [
                        ("lower", voice.numerals.percent(lower, 0).into()),
                        ("upper", voice.numerals.percent(upper, 0).into()),
                    ],
                ),
                None => voice.with("range-percent-open", [("lower", voice.numerals.percent(lower, 0).into())]),
            };
            (lower, upper.unwrap_or(lower + 0.1), bin.n_reps, range)
        })
        .collect();
    let most = bins.iter().map(|bin| bin.2).max().unwrap_or(0);
    let end = bins.iter().map(|bin| bin.1).fold(1.0, f64::max);
    let bars = bins
        .iter()
        .map(|(from, to, n, range)| Bar {
            from: *from,
            to: *to,
            value: f64::from(*n),
            label: voice.with(
                "chart-bin-datum",
                [
                    ("n", (*n).into()),
                    ("count", voice.numerals.count(*n as usize).into()),
                    ("range", range.as_str().into()),
                ],
            ),
        })
        .collect();
    let finding = match (replay.totals.median_attainment, replay.totals.share_at_quota) {
        (Some(median), Some(share)) => voice.with(
            "chart-bins-finding",
            [
                ("share", voice.numerals.percent(share.to_f64().unwrap_or(0.0), 0).into()),
                ("median", voice.percent(median.to_f64().unwrap_or(0.0)).into()),
            ],
        ),
        _ => voice.text("chart-scatter-no-line"),
    };
    Chart {
        title: voice.text("chart-bins-title"),
        finding,
        x: Axis::exact(voice.text("axis-attainment"), 0.0, end, |value| voice.numerals.percent(value, 0)),
        y: voice.counted_axis("axis-reps", f64::from(most)),
        layers: vec![Layer::Bars { name: voice.text("axis-reps"), tone: Tone::Series(0), bars }],
        marks: vec![Mark { direction: Direction::Vertical, at: 1.0, label: voice.text("mark-quota") }],
        table: ChartTable {
            headers: ["axis-attainment", "axis-reps"].map(|id| voice.text(id)).into(),
            rows: bins.iter().map(|(_, _, n, range)| vec![range.clone(), voice.numerals.count(*n as usize)]).collect(),
        },
    }
}

/// What was paid in each period.
pub fn pay_by_period(voice: &Voice, replay: &Replay) -> Chart {
    let periods: Vec<(String, f64, f64)> = replay
        .by_period
        .iter()
        .map(|total| (voice.period(total.period), total.paid.to_f64(), total.bookings.to_f64()))
        .collect();
    let most = periods.iter().map(|period| period.1).fold(1.0, f64::max);
    let least = periods.iter().map(|period| period.1).fold(0.0, f64::min);
    let ratio = |paid: f64, bookings: f64| if 0.0 < bookings { voice.percent(paid / bookings) } else { String::new() };
    let bars = periods
        .iter()
        .enumerate()
        .map(|(index, (name, paid, _))| Bar {
            from: index as f64 + 0.1,
            to: index as f64 + 0.9,
            value: *paid,
            label: voice
                .with("chart-period-datum", [("period", name.as_str().into()), ("pay", voice.whole(*paid).into())]),
        })
        .collect();
    let total: f64 = periods.iter().map(|period| period.1).sum();
    let top = periods.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let ticks = replay
        .by_period
        .iter()
        .enumerate()
        .map(|(index, total)| (index as f64 + 0.5, voice.numerals.month(total.period.end())));
    Chart {
        title: voice.text("chart-period-title"),
        finding: top.map_or_else(String::new, |(name, paid, _)| {
            voice.with(
                "chart-period-finding",
                [
                    ("total", voice.compact(total).into()),
                    ("period", name.as_str().into()),
                    ("pay", voice.compact(*paid).into()),
                ],
            )
        }),
        x: Axis {
            label: voice.text("axis-period"),
            min: 0.0,
            max: (periods.len() as f64).max(1.0),
            ticks: ticks.collect(),
        },
        y: voice.money_axis("axis-pay", least, most),
        layers: vec![Layer::Bars { name: voice.text("column-pay"), tone: Tone::Series(0), bars }],
        marks: Vec::new(),
        table: ChartTable {
            headers: ["axis-period", "column-pay", "column-bookings", "column-ccos"].map(|id| voice.text(id)).into(),
            rows: periods
                .iter()
                .map(|(name, paid, bookings)| {
                    vec![name.clone(), voice.whole(*paid), voice.whole(*bookings), ratio(*paid, *bookings)]
                })
                .collect(),
        },
    }
}
