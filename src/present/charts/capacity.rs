//! Charts of capacity: by month against the goal, what moves the chance, hires against over-assignment, what delay costs.

use super::Voice;
use super::parts::{End, Moved, TornadoTexts, fan, fan_of, tornado};
use crate::engine::quota::capacity::{CapacityReport, DelayCost, HireGrid, TornadoBar, TornadoEnd};
use crate::engine::units::Month;
use crate::present::capacity::{assumption_name, capacity_finding, capacity_value};
use crate::present::chart::{Axis, Chart, ChartTable, Datum, Direction, Layer, Mark, Span, Tone};

/// Capacity of each month with its range, against the goal.
pub fn capacity_by_month(voice: &Voice, report: &CapacityReport) -> Chart {
    let planned = &report.expected.months;
    let simulated = report.summary.as_ref().map(|summary| summary.months.as_slice()).unwrap_or_default();
    let has_goal = 0.0 < report.expected.goal;
    let month = |month: Month| voice.numerals.month(month);
    let at = |place: usize, y: f64, label: String| Datum { x: place as f64, y, label };
    let says = |id: &str, at: Month, value: f64| {
        voice.with(id, [("month", month(at).into()), ("value", voice.compact(value).into())])
    };
    let mut layers = Vec::new();
    if simulated.is_empty() {
        let points = planned
            .iter()
            .enumerate()
            .map(|(place, one)| at(place, one.expected, says("capacity-datum-expected", one.month, one.expected)));
        let (name, tone) = (voice.text("capacity-expected"), Tone::Series(0));
        layers.push(Layer::Line { name, tone, points: points.collect() });
    } else {
        let places: Vec<_> = simulated.iter().map(|one| (month(one.month), fan_of(one.sales))).collect();
        layers.extend(fan(voice, "chart-month-datum", &places));
    }
    let quota = planned
        .iter()
        .enumerate()
        .map(|(place, one)| at(place, one.quota, says("capacity-datum-quota", one.month, one.quota)));
    layers.push(Layer::Line { name: voice.text("capacity-quota"), tone: Tone::Series(1), points: quota.collect() });
    if has_goal {
        let goal = planned
            .iter()
            .enumerate()
            .map(|(place, one)| at(place, one.goal, says("capacity-datum-goal", one.month, one.goal)));
        layers.push(Layer::Line { name: voice.text("capacity-goal"), tone: Tone::Series(2), points: goal.collect() });
    }
    let most = layers.iter().flat_map(Layer::extent).map(|(_, y)| y).fold(1.0, f64::max);
    let rows = planned.iter().enumerate().map(|(place, one)| {
        let ranges = simulated.get(place).map_or_else(
            || vec![String::new(); 4],
            |month| {
                let figures = [month.sales.p10, month.sales.p50, month.sales.p90].map(|value| voice.whole(value));
                let chance = month.on_track.map_or_else(String::new, |share| voice.percent(share));
                figures.into_iter().chain([chance]).collect()
            },
        );
        let heads = [one.heads, one.ramped_heads].map(|heads| voice.numerals.decimal(heads, 1, 1));
        let money = [one.quota, one.assigned, one.goal, one.expected].map(|value| voice.whole(value));
        std::iter::once(month(one.month)).chain(heads).chain(money).chain(ranges).collect()
    });
    Chart {
        title: voice.text("capacity-month-title"),
        finding: capacity_finding(voice, report),
        x: Axis {
            label: voice.text("axis-month"),
            min: -0.3,
            max: planned.len() as f64 - 0.7,
            ticks: month_ticks(planned.iter().map(|one| month(one.month))),
        },
        y: voice.money_axis("axis-amount", 0.0, most),
        layers,
        marks: Vec::new(),
        table: ChartTable {
            headers: [
                "axis-month",
                "capacity-heads",
                "capacity-ramped",
                "capacity-quota",
                "capacity-assigned",
                "capacity-goal",
                "capacity-expected",
                "mark-p10",
                "mark-p50",
                "mark-p90",
                "capacity-on-track",
            ]
            .map(|id| voice.text(id))
            .into(),
            rows: rows.collect(),
        },
    }
}

/// Every month has a tick up to a year and a half, then each third.
pub(super) fn month_ticks(months: impl ExactSizeIterator<Item = String>) -> Vec<(f64, String)> {
    let step = if 18 < months.len() { 3 } else { 1 };
    months.enumerate().step_by(step).map(|(place, month)| (place as f64, month)).collect()
}

/// What each assumption moves: the chance to reach the goal, or expected sales where there is none.
pub fn capacity_tornado(voice: &Voice, report: &CapacityReport) -> Chart {
    let bar = |bar: &TornadoBar| {
        let end = |end: TornadoEnd| End {
            moved: capacity_value(voice.words, voice.numerals, bar.assumption, end.value),
            change: end.change,
            chance_change: end.probability_change,
            more: Vec::new(),
        };
        Moved { name: assumption_name(voice.words, bar.assumption), ends: [bar.low, bar.high].map(end) }
    };
    let texts = TornadoTexts {
        title: "capacity-tornado-title",
        axis: "capacity-assumption",
        datum: "capacity-tornado-datum",
        finding: "capacity-tornado-finding",
        none: voice.text("capacity-tornado-none"),
        ends: ["capacity-low-end", "capacity-high-end"],
        change: voice.text("capacity-change"),
        chance_change: "capacity-chance-change",
        columns: &["capacity-change", "capacity-chance-change"],
    };
    tornado(voice, texts, &report.tornado.iter().map(bar).collect::<Vec<_>>())
}

/// The chance to reach the goal by extra hires, a line for each over-assignment.
pub fn capacity_grid(voice: &Voice, grid: &HireGrid) -> Chart {
    let line = |(place, over): (usize, &f64)| {
        let name = voice.with("capacity-over", [("value", voice.numerals.percent(*over, 0).into())]);
        let points = grid.rows.iter().filter_map(|row| {
            let cell = row.cells.get(place)?;
            let values = [
                ("hires", voice.numerals.count(row.extra as usize).into()),
                ("over", voice.numerals.percent(*over, 0).into()),
                ("chance", voice.numerals.percent(cell.goal_probability, 0).into()),
                ("attainment", voice.numerals.percent(cell.attainment, 0).into()),
            ];
            let label = voice.with("capacity-grid-datum", values);
            Some(Datum { x: f64::from(row.extra), y: cell.goal_probability, label })
        });
        Layer::Line { name, tone: Tone::Series(place), points: points.collect() }
    };
    let ends = grid.rows.first().zip(grid.rows.last());
    let chance = |row: &crate::engine::quota::capacity::HireRow| {
        row.cells.first().map_or_else(|| "–".into(), |cell| voice.numerals.percent(cell.goal_probability, 0))
    };
    let most = grid.rows.iter().map(|row| row.extra).max().unwrap_or(1).max(1);
    let header = |over: &f64| voice.with("capacity-over", [("value", voice.numerals.percent(*over, 0).into())]);
    Chart {
        title: voice.text("capacity-grid-title"),
        finding: ends.map_or_else(
            || voice.text("capacity-grid-none"),
            |(first, last)| {
                voice.with(
                    "capacity-grid-finding",
                    [
                        ("hires", voice.numerals.count(last.extra as usize).into()),
                        ("first", chance(first).into()),
                        ("last", chance(last).into()),
                    ],
                )
            },
        ),
        x: voice.counted_axis("capacity-extra-hires", f64::from(most)),
        y: voice.share_axis("capacity-chance", 0.0, 1.0),
        layers: grid.over_assignments.iter().enumerate().map(line).collect(),
        marks: Vec::new(),
        table: ChartTable {
            headers: std::iter::once(voice.text("capacity-extra-hires"))
                .chain(grid.over_assignments.iter().map(header))
                .collect(),
            rows: grid
                .rows
                .iter()
                .map(|row| {
                    let cell = |cell: &crate::engine::quota::capacity::HireCell| {
                        let values = [
                            ("chance", voice.numerals.percent(cell.goal_probability, 0).into()),
                            ("attainment", voice.numerals.percent(cell.attainment, 0).into()),
                        ];
                        voice.with("capacity-grid-cell", values)
                    };
                    let cells = (0..grid.over_assignments.len())
                        .map(|place| row.cells.get(place).map_or_else(String::new, cell));
                    std::iter::once(voice.numerals.count(row.extra as usize)).chain(cells).collect()
                })
                .collect(),
        },
    }
}

/// What it costs if planned hires come later.
pub fn capacity_delay(voice: &Voice, delays: &[DelayCost]) -> Chart {
    let most = delays.iter().map(|delay| delay.range.p90.max(delay.lost)).fold(1.0, f64::max);
    let least = delays.iter().map(|delay| delay.range.p10).fold(0.0, f64::min);
    let at = |delay: &DelayCost| f64::from(delay.months);
    let spans = delays.iter().map(|delay| Span {
        x: at(delay),
        low: delay.range.p10,
        high: delay.range.p90,
        label: String::new(),
    });
    let says = |delay: &DelayCost| {
        let values = [
            ("months", voice.numerals.count(delay.months as usize).into()),
            ("lost", voice.compact(delay.lost).into()),
            ("low", voice.compact(delay.range.p10).into()),
            ("high", voice.compact(delay.range.p90).into()),
        ];
        voice.with("capacity-delay-datum", values)
    };
    let line = delays.iter().map(|delay| Datum { x: at(delay), y: delay.lost, label: says(delay) });
    let finding = delays.first().map_or_else(
        || voice.text("capacity-delay-none"),
        |delay| {
            let each = delay.lost / f64::from(delay.n_hires.max(1));
            voice.with(
                "capacity-delay-finding",
                [("lost", voice.compact(delay.lost).into()), ("each", voice.compact(each).into())],
            )
        },
    );
    let row = |delay: &DelayCost| {
        let chance = |share: Option<f64>| share.map_or_else(String::new, |share| voice.percent(share));
        vec![
            voice.numerals.count(delay.months as usize),
            voice.whole(delay.lost),
            voice.whole(delay.range.p10),
            voice.whole(delay.range.p90),
            chance(delay.goal_probability.map(|chances| chances.0)),
            chance(delay.goal_probability.map(|chances| chances.1)),
        ]
    };
    let end = delays.last().map_or(1.0, at);
    Chart {
        title: voice.text("capacity-delay-title"),
        finding,
        x: Axis {
            label: voice.text("capacity-months-late"),
            min: 0.5,
            max: end + 0.5,
            ticks: (1..=(end as u32)).map(|n| (f64::from(n), voice.numerals.count(n as usize))).collect(),
        },
        y: voice.money_axis("capacity-lost-axis", least, most),
        layers: vec![
            Layer::Band { name: voice.text("legend-p10-p90"), tone: Tone::Series(0), spans: spans.collect() },
            Layer::Line { name: voice.text("legend-mean"), tone: Tone::Series(0), points: line.collect() },
        ],
        marks: vec![Mark { direction: Direction::Horizontal, at: 0.0, label: String::new() }],
        table: ChartTable {
            headers: [
                "capacity-months-late",
                "capacity-lost",
                "mark-p10",
                "mark-p90",
                "capacity-chance-planned",
                "capacity-chance-late",
            ]
            .map(|id| voice.text(id))
            .into(),
            rows: delays.iter().map(row).collect(),
        },
    }
}
