//! Charts of what a pipeline's past teaches: past forecasts beside what came, how well ranges held, how many deals are won, and
//! what became of the pipeline between two exports.

use super::Voice;
use super::parts::fan;
use crate::engine::pipeline::{Conversion, PipelineBacktest, PipelineBacktestRow, PipelineMethod, Waterfall};
use crate::engine::units::Money;
use crate::present::chart::{Axis, Chart, ChartTable, Datum, Layer, Span, Tone};
use crate::present::pipeline::{pipeline_flow, pipeline_method};

/// Quantiles that are forecast.
const SHARES: [f64; 3] = [0.1, 0.5, 0.9];

/// Each past forecast of the whole horizon, and what came.
pub fn pipeline_origins(voice: &Voice, backtest: &PipelineBacktest) -> Chart {
    let rows: Vec<&PipelineBacktestRow> = backtest.rows.iter().filter(|row| row.step == 0).collect();
    let own = |row: &PipelineBacktestRow| row.ranges.first().copied().unwrap_or_default();
    let month = |row: &PipelineBacktestRow| voice.numerals.month(row.origin);
    let places: Vec<_> = rows.iter().map(|row| (month(row), own(row))).collect();
    let came = rows.iter().enumerate().map(|(place, row)| {
        let values = [("month", month(row).into()), ("actual", voice.compact(row.actual).into())];
        Datum { x: place as f64, y: row.actual, label: voice.with("pipe-came-datum", values) }
    });
    let mut layers = Vec::from(fan(voice, "pipe-origin-datum", &places));
    layers.push(Layer::Points { name: voice.text("pipe-came"), tone: Tone::Series(1), points: came.collect() });
    let is_inside = |row: &&&PipelineBacktestRow| {
        let [low, _, high] = own(row);
        low <= row.actual && row.actual <= high
    };
    let n_inside = rows.iter().filter(is_inside).count();
    let values = [
        ("inside", voice.numerals.count(n_inside).into()),
        ("n", rows.len().into()),
        ("count", voice.numerals.count(rows.len()).into()),
    ];
    let most = layers.iter().flat_map(Layer::extent).map(|(_, y)| y).fold(1.0, f64::max);
    let row = |row: &&PipelineBacktestRow| {
        let [low, middle, high] = own(row);
        let figures = [low, middle, high, row.actual].map(|figure| voice.whole(figure));
        std::iter::once(month(row)).chain(figures).collect()
    };
    Chart {
        title: voice.text("pipe-origin-title"),
        finding: voice.with("pipe-origin-finding", values),
        x: Axis {
            label: voice.text("pipe-origin"),
            min: -0.4,
            max: rows.len().max(1) as f64 - 0.6,
            ticks: rows.iter().enumerate().map(|(place, row)| (place as f64, month(row))).collect(),
        },
        y: voice.money_axis("axis-amount", 0.0, most),
        layers,
        marks: Vec::new(),
        table: ChartTable {
            headers: ["pipe-origin", "mark-p10", "mark-p50", "mark-p90", "pipe-came"].map(|id| voice.text(id)).into(),
            rows: rows.iter().map(row).collect(),
        },
    }
}

/// How often what came in a month was below what each method said: on the line if its quantiles are true.
pub fn pipeline_calibration(voice: &Voice, backtest: &PipelineBacktest) -> Chart {
    let rows: Vec<&PipelineBacktestRow> = backtest.rows.iter().filter(|row| row.step != 0).collect();
    let below = |place: usize, quantile: usize| {
        let is_below = |row: &&&PipelineBacktestRow| {
            let range = row.ranges.get(place).and_then(|range| range.get(quantile));
            range.is_some_and(|said| row.actual <= *said)
        };
        rows.iter().filter(is_below).count() as f64 / rows.len().max(1) as f64
    };
    let line = |(place, method): (usize, PipelineMethod)| {
        let name = pipeline_method(voice.words, method);
        let datum = |(quantile, share): (usize, f64)| {
            let y = below(place, quantile);
            let values = [
                ("method", name.as_str().into()),
                ("said", voice.numerals.percent(share, 0).into()),
                ("was", voice.percent(y).into()),
            ];
            Datum { x: share, y, label: voice.with("pipe-calibration-datum", values) }
        };
        let points = SHARES.into_iter().enumerate().map(datum).collect();
        Layer::Line { name: name.clone(), tone: Tone::Series(place), points }
    };
    let true_line = [0.0, 1.0].map(|at| Datum { x: at, y: at, label: String::new() });
    let mut layers =
        vec![Layer::Line { name: voice.text("pipe-calibrated"), tone: Tone::Context, points: true_line.into() }];
    layers.extend(PipelineMethod::ALL.into_iter().enumerate().map(line));
    let held = backtest.by_month.first().map_or(0.0, |score| score.coverage);
    let values = [
        ("held", voice.numerals.percent(held, 0).into()),
        ("n", rows.len().into()),
        ("count", voice.numerals.count(rows.len()).into()),
    ];
    let row = |(place, method): (usize, PipelineMethod)| {
        let shares = (0..SHARES.len()).map(|quantile| voice.percent(below(place, quantile)));
        std::iter::once(pipeline_method(voice.words, method)).chain(shares).collect()
    };
    let share = |value: f64| voice.numerals.percent(value, 0);
    Chart {
        title: voice.text("pipe-calibration-title"),
        finding: voice.with("pipe-calibration-finding", values),
        x: Axis::exact(voice.text("pipe-said"), 0.0, 1.0, share),
        y: voice.share_axis("pipe-was", 0.0, 1.0),
        layers,
        marks: Vec::new(),
        table: ChartTable {
            headers: ["pipe-method", "pipe-below-p10", "pipe-below-p50", "pipe-below-p90"]
                .map(|id| voice.text(id))
                .into(),
            rows: PipelineMethod::ALL.into_iter().enumerate().map(row).collect(),
        },
    }
}

/// How many deals each group wins, in numbers.
pub fn conversion_table(voice: &Voice, groups: &[(String, &Conversion)]) -> ChartTable {
    let count = |n: u32| voice.numerals.count(n as usize);
    let row = |(name, row): &(String, &Conversion)| {
        let days = row.median_days_to_win.map_or_else(|| voice.text("none"), count);
        let counts = [row.ended.count, row.ended.n, row.n_open].map(count);
        let shares = [row.ended.share, row.ended.low, row.ended.high, row.eventual].map(|share| voice.percent(share));
        std::iter::once(name.clone()).chain(counts).chain(shares).chain([days]).collect()
    };
    let headers = [
        "pipe-group",
        "pipe-won",
        "pipe-ended",
        "pipe-still-open",
        "pipe-won-of-ended",
        "pipe-from",
        "pipe-to",
        "pipe-won-in-the-end",
        "pipe-median-days",
    ];
    ChartTable { headers: headers.map(|id| voice.text(id)).into(), rows: groups.iter().map(row).collect() }
}

/// How many deals each group wins: of those that ended with its interval, and in the end. `title` says by what.
pub fn pipeline_conversion(voice: &Voice, title: String, groups: &[(String, &Conversion)]) -> Chart {
    let share = |share: f64| voice.percent(share);
    let mut layers = Vec::new();
    for (place, (_, row)) in groups.iter().enumerate() {
        let ends = [row.ended.low, row.ended.high];
        layers.push(Layer::Line {
            name: if place == 0 { voice.text("pipe-interval") } else { String::new() },
            tone: Tone::Context,
            points: ends.map(|y| Datum { x: place as f64, y, label: String::new() }).into(),
        });
    }
    let ended = groups.iter().enumerate().map(|(place, (name, row))| {
        let values = [
            ("group", name.as_str().into()),
            ("share", share(row.ended.share).into()),
            ("low", share(row.ended.low).into()),
            ("high", share(row.ended.high).into()),
        ];
        Datum { x: place as f64, y: row.ended.share, label: voice.with("pipe-conversion-datum", values) }
    });
    let eventual = groups.iter().enumerate().map(|(place, (name, row))| {
        let values = [("group", name.as_str().into()), ("share", share(row.eventual).into())];
        Datum { x: place as f64, y: row.eventual, label: voice.with("pipe-eventual-datum", values) }
    });
    let (ended, eventual) = (ended.collect(), eventual.collect());
    layers.push(Layer::Points { name: voice.text("pipe-won-of-ended"), tone: Tone::Series(0), points: ended });
    layers.push(Layer::Points { name: voice.text("pipe-won-in-the-end"), tone: Tone::Series(1), points: eventual });
    let by_share = |a: &&(String, &Conversion), b: &&(String, &Conversion)| a.1.eventual.total_cmp(&b.1.eventual);
    let ends = groups.iter().max_by(by_share).zip(groups.iter().min_by(by_share));
    let finding = ends.map_or_else(String::new, |(best, worst)| {
        let values = [
            ("best", best.0.as_str().into()),
            ("most", share(best.1.eventual).into()),
            ("worst", worst.0.as_str().into()),
            ("least", share(worst.1.eventual).into()),
        ];
        voice.with("pipe-conversion-finding", values)
    });
    let most = groups.iter().map(|(_, row)| row.ended.high.max(row.eventual)).fold(0.1, f64::max);
    Chart {
        title,
        finding,
        x: Axis {
            label: voice.text("pipe-group"),
            min: -0.6,
            max: groups.len().max(1) as f64 - 0.4,
            ticks: groups.iter().enumerate().map(|(place, (name, _))| (place as f64, name.clone())).collect(),
        },
        y: voice.share_axis("pipe-share", 0.0, most),
        layers,
        marks: Vec::new(),
        table: conversion_table(voice, groups),
    }
}

/// What became of the pipeline between two exports: each part hangs where the one before it ended.
pub fn pipeline_waterfall(voice: &Voice, waterfall: &Waterfall) -> Chart {
    let (opening, closing) = (waterfall.opening.to_f64(), waterfall.closing.to_f64());
    let name = |id: &str| voice.text(id);
    let mut steps = vec![(name("pipe-opening"), 0.0, opening, String::new(), 2)];
    let mut sum = waterfall.opening;
    for (kind, amount, n) in waterfall.parts.iter().filter(|(_, amount, n)| *n != 0 || *amount != Money::ZERO) {
        let from = sum.to_f64();
        sum += *amount;
        let tone = usize::from(*amount < Money::ZERO);
        steps.push((pipeline_flow(voice.words, *kind), from, sum.to_f64(), voice.numerals.count(*n as usize), tone));
    }
    steps.push((name("pipe-closing"), 0.0, closing, String::new(), 2));
    let mut named = [false; 3];
    let mut layers = Vec::new();
    for (place, (name, from, to, _, tone)) in steps.iter().enumerate() {
        let legend = ["pipe-adds", "pipe-takes", "pipe-stock"];
        let said = named.get_mut(*tone).is_some_and(|known| std::mem::replace(known, true));
        let legend = legend.get(*tone).filter(|_| !said).map_or_else(String::new, |id| voice.text(id));
        let x = place as f64;
        let values = [("part", name.as_str().into()), ("amount", voice.compact(to - from).into())];
        let label = voice.with("pipe-waterfall-datum", values);
        let side = |x: f64| Span { x, low: from.min(*to), high: from.max(*to), label: label.clone() };
        let spans = vec![side(x - 0.35), side(x + 0.35)];
        layers.push(Layer::Band { name: legend, tone: Tone::Series(*tone), spans });
        let edge = [x - 0.35, x, x + 0.35].map(|x| Datum { x, y: *to, label: label.clone() });
        layers.push(Layer::Line { name: String::new(), tone: Tone::Context, points: edge.into() });
    }
    let (low, high) =
        layers.iter().flat_map(Layer::extent).fold((0.0_f64, 1.0_f64), |(low, high), (_, y)| (low.min(y), high.max(y)));
    let days = (voice.numerals.date(waterfall.from), voice.numerals.date(waterfall.to));
    let values = [
        ("from", days.0.clone().into()),
        ("to", days.1.clone().into()),
        ("opening", voice.compact(opening).into()),
        ("closing", voice.compact(closing).into()),
    ];
    let title = match waterfall.due {
        None => voice.with("pipe-waterfall-title", [("from", days.0.into()), ("to", days.1.into())]),
        Some(due) => {
            let due = (voice.numerals.date(due.from), voice.numerals.date(due.to));
            voice.with("pipe-waterfall-due", [("first", due.0.into()), ("last", due.1.into())])
        }
    };
    let row = |(name, from, to, n, _): &(String, f64, f64, String, usize)| {
        vec![name.clone(), voice.whole(to - from), n.clone()]
    };
    Chart {
        title,
        finding: voice.with("pipe-waterfall-finding", values),
        x: Axis {
            label: voice.text("pipe-part"),
            min: -0.6,
            max: steps.len() as f64 - 0.4,
            ticks: steps.iter().enumerate().map(|(place, (name, ..))| (place as f64, name.clone())).collect(),
        },
        y: voice.money_axis("axis-amount", low, high),
        layers,
        marks: Vec::new(),
        table: ChartTable {
            headers: ["pipe-part", "pipe-amount", "pipe-deals"].map(|id| voice.text(id)).into(),
            rows: steps.iter().map(row).collect(),
        },
    }
}
