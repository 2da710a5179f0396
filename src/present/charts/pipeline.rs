//! Charts of a pipeline's forecast: by month, to date against the target, what it is made of, what moves it.

use super::capacity::month_ticks;
use super::parts::{self, End, Moved, TornadoTexts};
use super::{Voice, factor};
use crate::engine::pipeline::{
    DriverBar, DriverEnd, ExpectedWins, PipelineMethod, PipelineMonth, PipelineReport, Ranges,
};
use crate::engine::simulate::Quantiles;
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Direction, Layer, Mark, Tone};
use crate::present::pipeline::{pipeline_driver, pipeline_method};

/// Each month with its range, beside what is commonly done instead.
pub fn pipeline_by_month(voice: &Voice, report: &PipelineReport, [weighted, rate]: [&Ranges; 2]) -> Chart {
    let months = &report.months;
    let mut layers = fan(voice, months, |month| month.range);
    let other = |ranges: &Ranges, tone: usize, method: PipelineMethod| {
        let name = pipeline_method(voice.words, method);
        let datum = |(place, month): (usize, &PipelineMonth)| {
            let [_, y, _] = ranges.months.get(place).copied()?;
            let values = [
                ("method", name.as_str().into()),
                ("month", voice.numerals.month(month.month).into()),
                ("value", voice.compact(y).into()),
            ];
            Some(Datum { x: place as f64, y, label: voice.with("pipe-datum-method", values) })
        };
        let points = months.iter().enumerate().filter_map(datum).collect();
        Layer::Line { name: name.clone(), tone: Tone::Series(tone), points }
    };
    // What is not known yet has no line and no name.
    let others = [(weighted, 1, PipelineMethod::StageWeighted), (rate, 2, PipelineMethod::RunRate)];
    let known = others.into_iter().filter(|(ranges, ..)| !ranges.months.is_empty());
    layers.extend(known.map(|(ranges, tone, method)| other(ranges, tone, method)));
    let row = |(place, month): (usize, &PipelineMonth)| {
        let middle = |ranges: &Ranges| {
            ranges.months.get(place).map_or_else(|| voice.text("none"), |[_, middle, _]| voice.whole(*middle))
        };
        let expected = month.expected;
        let figures = [
            expected.booked,
            expected.open,
            expected.fresh,
            expected.total(),
            month.range.p10,
            month.range.p50,
            month.range.p90,
        ];
        let figures = figures.map(|figure| voice.whole(figure)).into_iter().chain([middle(weighted), middle(rate)]);
        std::iter::once(voice.numerals.month(month.month)).chain(figures).collect()
    };
    let best = months.iter().max_by(|a, b| a.range.p50.total_cmp(&b.range.p50));
    let finding = best.map_or_else(String::new, |month| {
        voice.with(
            "pipe-month-finding",
            [
                ("month", voice.numerals.month(month.month).into()),
                ("median", voice.compact(month.range.p50).into()),
                ("low", voice.compact(month.range.p10).into()),
                ("high", voice.compact(month.range.p90).into()),
            ],
        )
    });
    let headers =
        ["axis-month", "pipe-booked", "pipe-open", "pipe-fresh", "pipe-expected", "mark-p10", "mark-p50", "mark-p90"];
    let methods = [PipelineMethod::StageWeighted, PipelineMethod::RunRate];
    let table = ChartTable {
        headers: headers
            .map(|id| voice.text(id))
            .into_iter()
            .chain(methods.map(|method| pipeline_method(voice.words, method)))
            .collect(),
        rows: months.iter().enumerate().map(row).collect(),
    };
    chart(voice, ("pipe-month-title", finding), months, layers, Vec::new(), table)
}

/// The sum up to each month with its range, against the target.
pub fn pipeline_to_date(voice: &Voice, report: &PipelineReport, target: Option<f64>) -> Chart {
    let months = &report.months;
    let layers = fan(voice, months, |month| month.to_date);
    let marks = target.map(|at| {
        let label = voice.with("pipe-mark-target", [("target", voice.compact(at).into())]);
        Mark { direction: Direction::Horizontal, at, label }
    });
    let last = months.last().map(|month| month.to_date).unwrap_or_default();
    let values = [
        ("median", voice.compact(last.p50).into()),
        ("low", voice.compact(last.p10).into()),
        ("high", voice.compact(last.p90).into()),
    ];
    let row = |month: &PipelineMonth| {
        let figures = [month.to_date.p10, month.to_date.p50, month.to_date.p90].map(|figure| voice.whole(figure));
        std::iter::once(voice.numerals.month(month.month)).chain(figures).collect()
    };
    let table = ChartTable {
        headers: ["axis-month", "mark-p10", "mark-p50", "mark-p90"].map(|id| voice.text(id)).into(),
        rows: months.iter().map(row).collect(),
    };
    let finding = voice.with("pipe-to-date-finding", values);
    chart(voice, ("pipe-to-date-title", finding), months, layers, marks.into_iter().collect(), table)
}

/// A part of what is expected: the text of its name, its amount, and the amount up to its upper end.
type Part = (&'static str, fn(&ExpectedWins) -> f64, fn(&ExpectedWins) -> f64);

/// What each month is expected to bring: won already, open deals, deals to come. Bars stand behind one another.
pub fn pipeline_parts(voice: &Voice, report: &PipelineReport) -> Chart {
    let months = &report.months;
    let parts: [Part; 3] = [
        ("pipe-booked", |one| one.booked, |one| one.booked),
        ("pipe-open", |one| one.open, |one| one.booked + one.open),
        ("pipe-fresh", |one| one.fresh, |one| one.total()),
    ];
    let layer = |(place, (id, own, upto)): (usize, &Part)| {
        let bar = |(at, month): (usize, &PipelineMonth)| {
            let values = [
                ("part", voice.text(id).into()),
                ("month", voice.numerals.month(month.month).into()),
                ("value", voice.compact(own(&month.expected)).into()),
            ];
            let label = voice.with("pipe-datum-part", values);
            Bar { from: at as f64 - 0.35, to: at as f64 + 0.35, value: upto(&month.expected), label }
        };
        let bars = months.iter().enumerate().map(bar).collect();
        Layer::Bars { name: voice.text(id), tone: Tone::Series(place), bars }
    };
    // The tallest first, so that the others stand before it.
    let layers = parts.iter().enumerate().rev().map(layer).collect();
    let all = report.expected;
    let values = [
        ("booked", voice.compact(all.booked).into()),
        ("open", voice.compact(all.open).into()),
        ("fresh", voice.compact(all.fresh).into()),
    ];
    let row = |month: &PipelineMonth| {
        let one = month.expected;
        let figures = [one.booked, one.open, one.fresh, one.total()].map(|figure| voice.whole(figure));
        std::iter::once(voice.numerals.month(month.month)).chain(figures).collect()
    };
    let table = ChartTable {
        headers: ["axis-month", "pipe-booked", "pipe-open", "pipe-fresh", "pipe-expected"]
            .map(|id| voice.text(id))
            .into(),
        rows: months.iter().map(row).collect(),
    };
    chart(voice, ("pipe-parts-title", voice.with("pipe-parts-finding", values)), months, layers, Vec::new(), table)
}

/// A band from P10 to P90 with the median in it.
fn fan(voice: &Voice, months: &[PipelineMonth], of: fn(&PipelineMonth) -> Quantiles) -> Vec<Layer> {
    let places: Vec<_> =
        months.iter().map(|month| (voice.numerals.month(month.month), parts::fan_of(of(month)))).collect();
    parts::fan(voice, "chart-month-datum", &places).into()
}

/// Money by month.
fn chart(
    voice: &Voice,
    (title, finding): (&str, String),
    months: &[PipelineMonth],
    layers: Vec<Layer>,
    marks: Vec<Mark>,
    table: ChartTable,
) -> Chart {
    let most = layers.iter().flat_map(Layer::extent).map(|(_, y)| y).fold(1.0, f64::max);
    let most = marks.iter().map(|mark| mark.at).fold(most, f64::max);
    Chart {
        title: voice.text(title),
        finding,
        x: Axis {
            label: voice.text("axis-month"),
            min: -0.4,
            max: months.len().max(1) as f64 - 0.6,
            ticks: month_ticks(months.iter().map(|month| voice.numerals.month(month.month))),
        },
        y: voice.money_axis("axis-amount", 0.0, most),
        layers,
        marks,
        table,
    }
}

/// What each assumption moves: the chance of the target, or the mean where there is none.
pub fn pipeline_tornado(voice: &Voice, report: &PipelineReport) -> Chart {
    let bar = |bar: &DriverBar| {
        let end = |end: DriverEnd| End {
            moved: factor(voice.words, voice.numerals, end.by),
            change: end.change,
            chance_change: end.chance_change,
            more: vec![voice.whole(end.width_change)],
        };
        Moved { name: pipeline_driver(voice.words, bar.driver), ends: [bar.low, bar.high].map(end) }
    };
    let texts = TornadoTexts {
        title: "pipe-tornado-title",
        axis: "pipe-driver",
        datum: "pipe-tornado-datum",
        finding: "pipe-tornado-finding",
        none: String::new(),
        ends: ["pipe-low-end", "pipe-high-end"],
        change: voice.with("pipe-change-axis", [("currency", voice.currency.code.as_str().into())]),
        chance_change: "pipe-chance-change",
        columns: &["pipe-change", "pipe-width-change", "pipe-chance-change"],
    };
    parts::tornado(voice, texts, &report.drivers.iter().map(bar).collect::<Vec<_>>())
}
