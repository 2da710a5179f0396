//! Charts of what a series is made of: its seasons and its trend.

use super::Voice;
use super::series::{Shown, axis_name, ticked};
use crate::engine::forecast::{Parts, Series, Step};
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Layer, Tone};
use crate::present::series::{series_value, series_whole};

/// Steps of the past that the trend is drawn through, at most: five years of weeks.
const MOST_TREND: usize = 260;
/// Turns of a cycle that are laid over each other, at most.
const MOST_TURNS: usize = 4;

/// A place of the cycle by name, and the name of its axis: a month of the year, a weekday, a fiscal quarter, else its number.
fn place_name(voice: &Voice, shown: Shown, (first, cycle): (i32, usize), phase: usize) -> (String, String) {
    let axis = shown.axis;
    let back = i32::try_from(axis.phase(first, cycle)).unwrap_or(0);
    let tick = first.saturating_sub(back).saturating_add(i32::try_from(phase).unwrap_or(0));
    let name = match (axis.step, cycle) {
        (Step::Month, 12) => axis.period(tick).map(|period| voice.numerals.month_name(period.start)),
        (Step::Day, 7) => axis.days(tick).map(|(day, _)| voice.numerals.weekday(day)),
        (Step::Quarter, 4) => {
            Some(voice.with("series-place-quarter", [("number", voice.numerals.count(phase + 1).into())]))
        }
        _ => None,
    };
    match name {
        Some(name) => (name, axis_name(voice, axis.step)),
        None => (voice.numerals.count(phase + 1), voice.text("series-place")),
    }
}

/// Turns of the cycle laid over each other.
pub fn series_seasons(voice: &Voice, shown: Shown, history: &Series, cycle: usize) -> Chart {
    let mut turns: Vec<Vec<(i32, usize, f64)>> = Vec::new();
    for (tick, value) in ticked(history.first, history.values.iter().copied()) {
        let phase = shown.axis.phase(tick, cycle);
        if phase == 0 || turns.is_empty() {
            turns.push(Vec::new());
        }
        if let Some(turn) = turns.last_mut() {
            turn.push((tick, phase, value));
        }
    }
    let turns = turns.split_off(turns.len().saturating_sub(MOST_TURNS));
    let says = |tick: i32, value: f64| {
        let value = series_value(voice, shown.what, value);
        voice.with("series-datum", [("step", shown.name(voice, tick).into()), ("value", value.into())])
    };
    let name =
        |turn: &[(i32, usize, f64)]| turn.first().map_or_else(String::new, |(tick, ..)| shown.name(voice, *tick));
    let newest = turns.len().saturating_sub(1);
    let layer = |(place, turn): (usize, &Vec<(i32, usize, f64)>)| {
        let points = turn.iter().map(|(tick, phase, value)| Datum {
            x: *phase as f64 + 1.0,
            y: *value,
            label: says(*tick, *value),
        });
        let name = name(turn);
        Layer::Line { name, tone: Tone::Series(newest - place), points: points.collect() }
    };
    let layers: Vec<Layer> = turns.iter().enumerate().map(layer).collect();
    let means: Vec<f64> = (0..cycle)
        .map(|phase| {
            let own: Vec<f64> = turns.iter().flatten().filter(|one| one.1 == phase).map(|one| one.2).collect();
            own.iter().sum::<f64>() / own.len().max(1) as f64
        })
        .collect();
    let best = means.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1)).map_or(0, |(phase, _)| phase);
    let named = |phase: usize| place_name(voice, shown, (history.first, cycle), phase).0;
    let (_, place) = place_name(voice, shown, (history.first, cycle), 0);
    let rows = (0..cycle).map(|phase| {
        let at = |turn: &Vec<(i32, usize, f64)>| {
            let own = turn.iter().find(|one| one.1 == phase);
            own.map_or_else(String::new, |one| series_whole(voice, shown.what, one.2))
        };
        std::iter::once(named(phase)).chain(turns.iter().map(at)).collect()
    });
    let apart = cycle.div_ceil(14).max(1);
    Chart {
        title: voice.text("series-seasons-title"),
        finding: voice.with(
            "series-seasons-finding",
            [
                ("place", named(best).into()),
                ("value", series_value(voice, shown.what, means.get(best).copied().unwrap_or(0.0)).into()),
            ],
        ),
        x: Axis {
            label: place.clone(),
            min: 0.5,
            max: cycle as f64 + 0.5,
            ticks: (0..cycle).step_by(apart).map(|at| (at as f64 + 1.0, named(at))).collect(),
        },
        y: shown.values(voice, &layers),
        layers,
        marks: Vec::new(),
        table: ChartTable {
            headers: std::iter::once(place).chain(turns.iter().map(|turn| name(turn))).collect(),
            rows: rows.collect(),
        },
    }
}

/// The trend through the history, of a long one through its latest steps; season and rest stand in the table.
pub fn series_trend(voice: &Voice, shown: Shown, history: &Series, parts: &Parts) -> Chart {
    let back = |value: f64| if parts.is_log { libm::exp(value) } else { value };
    let part = |value: f64| {
        if parts.is_log { voice.percent(libm::exp(value)) } else { series_whole(voice, shown.what, value) }
    };
    let skipped = history.values.len().saturating_sub(MOST_TREND);
    let first = history.first.saturating_add(i32::try_from(skipped).unwrap_or(0));
    let happened = history.values.get(skipped..).unwrap_or_default();
    let trend: Vec<f64> = parts.trend.iter().skip(skipped).map(|value| back(*value)).collect();
    let says = |tick: i32, value: f64| {
        let value = series_value(voice, shown.what, value);
        voice.with("series-datum", [("step", shown.name(voice, tick).into()), ("value", value.into())])
    };
    let line = |values: &[f64]| -> Vec<Datum> {
        let all = ticked(first, values.iter().copied());
        all.map(|(tick, y)| Datum { x: f64::from(tick), y, label: says(tick, y) }).collect()
    };
    let layers = vec![
        Layer::Line { name: voice.text("series-happened"), tone: Tone::Context, points: line(happened) },
        Layer::Line { name: voice.text("series-trend"), tone: Tone::Series(0), points: line(&trend) },
    ];
    let value = |value: Option<&f64>| series_value(voice, shown.what, value.copied().unwrap_or(0.0));
    let rows = ticked(first, happened.iter().zip(&trend)).enumerate();
    let rows = rows.map(|(at, (tick, (value, trend)))| {
        let at = at + skipped;
        let seasons = parts.seasons.iter().map(|(_, part)| part.get(at).copied().unwrap_or(0.0)).sum();
        let rest = parts.rest.get(at).copied().unwrap_or(0.0);
        let figures = [*value, *trend].map(|value| series_whole(voice, shown.what, value));
        let [value, trend] = figures;
        vec![shown.name(voice, tick), value, trend, part(seasons), part(rest)]
    });
    let heads = ["series-happened", "series-trend", "series-season", "series-rest"].map(|id| voice.text(id));
    Chart {
        title: voice.text("series-trend-title"),
        finding: voice.with(
            "series-trend-finding",
            [
                ("from", shown.name(voice, first).into()),
                ("first", value(trend.first()).into()),
                ("to", shown.name(voice, history.next().saturating_sub(1)).into()),
                ("last", value(trend.last()).into()),
            ],
        ),
        x: shown.steps(voice, first, happened.len()),
        y: shown.values(voice, &layers),
        layers,
        marks: Vec::new(),
        table: ChartTable {
            headers: std::iter::once(axis_name(voice, shown.axis.step)).chain(heads).collect(),
            rows: rows.collect(),
        },
    }
}

/// What each place of the last turn of the shortest cycle adds to the trend, or takes from it.
pub fn series_season(voice: &Voice, shown: Shown, history: &Series, parts: &Parts) -> Option<Chart> {
    let (cycle, part) = parts.seasons.first()?;
    let from = part.len().saturating_sub(*cycle);
    let first = history.first.saturating_add(i32::try_from(from).unwrap_or(i32::MAX));
    let moved = |value: f64| if parts.is_log { libm::exp(value) - 1.0 } else { value };
    let say = |value: f64| {
        if parts.is_log { voice.percent(value) } else { series_value(voice, shown.what, value) }
    };
    let values: Vec<(i32, f64)> = ticked(first, part.iter().skip(from).map(|value| moved(*value))).collect();
    let bar = |(tick, value): &(i32, f64)| Bar {
        from: f64::from(*tick) - 0.4,
        to: f64::from(*tick) + 0.4,
        value: *value,
        label: voice.with("series-datum", [("step", shown.name(voice, *tick).into()), ("value", say(*value).into())]),
    };
    let (least, most) =
        values.iter().fold((0.0, 0.0), |(low, high): (f64, f64), one| (low.min(one.1), high.max(one.1)));
    let name = |of: Option<&(i32, f64)>| of.map_or_else(String::new, |(tick, _)| shown.name(voice, *tick));
    let (low, high) = (
        values.iter().min_by(|one, other| one.1.total_cmp(&other.1)),
        values.iter().max_by(|one, other| one.1.total_cmp(&other.1)),
    );
    let amount = |of: Option<&(i32, f64)>| say(of.map_or(0.0, |(_, value)| *value));
    Some(Chart {
        title: voice.text("series-season-title"),
        finding: voice.with(
            "series-season-finding",
            [
                ("high", name(high).into()),
                ("most", amount(high).into()),
                ("low", name(low).into()),
                ("least", amount(low).into()),
            ],
        ),
        x: shown.steps(voice, first, values.len()),
        y: Axis::rounded(voice.text("series-season"), least, most, say),
        layers: vec![Layer::Bars {
            name: voice.text("series-season"),
            tone: Tone::Series(0),
            bars: values.iter().map(bar).collect(),
        }],
        marks: Vec::new(),
        table: ChartTable {
            headers: vec![axis_name(voice, shown.axis.step), voice.text("series-season")],
            rows: values.iter().map(|(tick, value)| vec![shown.name(voice, *tick), say(*value)]).collect(),
        },
    })
}
