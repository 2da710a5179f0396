//! Values that somebody knows better, out of a file: put in place of the forecast's, and measured once their steps have happened.

use std::collections::BTreeMap;
use std::path::Path;

use attain::data::{Bytes, Cells, Choices, DecimalMark, Grid, Limits, parse_number, sheets};
use attain::engine::forecast::{
    Override, OverrideScore, Prediction, Series, SeriesSet, apply_overrides, override_nodes, score_overrides,
};
use attain::engine::records::join_key;
use attain::present::{Plain, Words, step_name};
use attain::scenario::{ForecastGroup, ForecastOverride, GroupPlace, MOST_VALUE, SeriesKey};
use serde::Serialize;

use crate::fail::{Failure, say};
use crate::plans::{is_scenario, open_text, read_text};
use crate::series::Source;

/// A value that somebody put, of the series at that place.
#[derive(Clone, Debug)]
pub(super) struct Put {
    node: usize,
    tick: i32,
    /// What the method had said when it was put; not known of a file that does not say it.
    said: Option<f64>,
    value: f64,
    reason: String,
}

/// A value in place of a step's, as it is told.
#[derive(Clone, Serialize)]
pub(super) struct Stands {
    pub(super) step: String,
    tick: i32,
    /// What the method had said when it was put there, else what it says now.
    said: f64,
    /// What it says now.
    pub(super) method: f64,
    pub(super) value: f64,
    pub(super) reason: String,
}

/// What to do about a file that is no table of overrides.
const COLUMNS: &str = "Write columns series, step, value, reason";

/// Which series there are, by name and place.
pub(super) struct Known<'a> {
    pub(super) set: &'a SeriesSet,
    pub(super) all: &'a [(ForecastGroup, &'a Series)],
    pub(super) horizon: usize,
    pub(super) source: &'a Source,
    pub(super) words: &'a Words,
}

impl Known<'_> {
    /// The values in a file: a table (`series,step,value,reason,said`), a scenario, or a JSON array of a scenario's overrides.
    /// Of two for one step of a series a table's later one, and of a scenario what its page takes.
    pub(super) fn read(&self, path: &Path) -> Result<Vec<Put>, Failure> {
        let found = self.read_all(path)?.into_iter().map(|one| ((one.node, one.tick), one));
        Ok(found.collect::<BTreeMap<(usize, i32), Put>>().into_values().collect())
    }

    fn read_all(&self, path: &Path) -> Result<Vec<Put>, Failure> {
        let text = read_text(path)?;
        let place = path.display().to_string();
        if is_scenario(&text) {
            return Ok(self.of_scenario(&place, &open_text(&place, &text)?.scenario.forecast.overrides));
        }
        if text.trim_start().starts_with(['[', '{']) {
            let list: Vec<ForecastOverride> = serde_json::from_str(&text).map_err(|error| {
                Failure::refused(&place, error, "Write a table, a scenario, or an array of a scenario’s overrides")
            })?;
            return Ok(self.of_scenario(&place, &list));
        }
        // As it stands in the file: a table of data has blanks filled with the name above, and here a blank is the whole.
        let sheets = sheets(&mut Bytes::new(&place, text.as_bytes()), &Choices::new(), &Limits::default());
        let sheets = sheets.map_err(|error| Failure::refused(&place, error, COLUMNS))?;
        sheets.first().map_or_else(|| Ok(Vec::new()), |sheet| self.of_table(&place, &sheet.grid))
    }

    /// Those of the series that are looked at; how many are left out is said.
    fn of_scenario(&self, place: &str, list: &[ForecastOverride]) -> Vec<Put> {
        let put = |(node, (group, _)): (usize, &(ForecastGroup, &Series))| {
            let put = move |one: Override| {
                let Override { tick, said, value, reason } = one;
                Put { node, tick, said: Some(said), value, reason }
            };
            self.key(group.clone()).overrides(list).into_iter().map(put)
        };
        let found: Vec<Put> = self.all.iter().enumerate().flat_map(put).collect();
        let n_other = list.len() - found.len();
        if 0 < n_other {
            say(format!(
                "{place}: {n_other} overrides are of other series, groupings or steps, or second ones of a step, and are left out."
            ));
        }
        found
    }

    /// As overrides of a scenario name the series of that group.
    fn key(&self, group: ForecastGroup) -> SeriesKey {
        let (file, (what, by)) = match self.source {
            Source::File(file) => (Some(file.clone()), Default::default()),
            Source::Records(summed) => (None, (summed.what, summed.by)),
        };
        SeriesKey { file, what, by, group, axis: self.set.axis }
    }

    /// The series that a table calls so: a part before a sum of that name; a single one by its own name too, and without a name
    /// the whole.
    fn called(&self, name: &str) -> Option<usize> {
        let of = |place: GroupPlace| ForecastGroup { place, name: name.to_owned() }.among(self.all);
        let whole = || of(GroupPlace::Whole).filter(|_| name.is_empty());
        let is_alone = || matches!(self.all, [(_, alone)] if join_key(&alone.name) == join_key(name)).then_some(0);
        whole().or_else(|| of(GroupPlace::Part)).or_else(|| of(GroupPlace::Between)).or_else(is_alone)
    }

    /// A row a value: the series by its name (a part before a sum of that name; none for the whole), the step as the forecast
    /// names it, or by its first day.
    fn of_table(&self, place: &str, grid: &Grid) -> Result<Vec<Put>, Failure> {
        let column = |name: &str| grid.columns.iter().find(|column| column.get(0).trim().to_lowercase() == name);
        let (Some(steps), Some(values)) = (column("step"), column("value")) else {
            return Err(Failure::refused(place, "there is no column “step”, or none “value”", COLUMNS));
        };
        let at = |column: Option<&Cells>, row: usize| column.map_or("", |column| column.get(row)).trim().to_owned();
        let ticks = self.ticks();
        let mut found = Vec::new();
        let is_blank = |row: usize| grid.columns.iter().all(|column| at(Some(column), row).is_empty());
        for row in (1..grid.lines.len()).filter(|row| !is_blank(*row)) {
            let cell = |name: &str| at(column(name), row);
            let refused = |reason: String, remedy: &str| {
                let line = grid.lines.get(row).copied().unwrap_or(0);
                Failure::refused(format!("{place}, line {line}"), reason, remedy)
            };
            let (name, step, value) = (cell("series"), at(Some(steps), row), at(Some(values), row));
            let node = self.called(&name);
            let node =
                node.ok_or_else(|| refused(format!("there is no series “{name}”"), "Name one that is forecast"))?;
            let tick = *ticks.get(&step).ok_or_else(|| {
                refused(format!("“{step}” is no step of the series"), "Name steps as `attain forecast --csv` does")
            })?;
            let number = |text: &str| {
                let number = parse_number(text, DecimalMark::Point).and_then(|number| number.to_string().parse().ok());
                number.filter(|number: &f64| number.abs() <= MOST_VALUE)
            };
            let value =
                number(&value).ok_or_else(|| refused(format!("“{value}” is no number"), "Write it as 1234.5"))?;
            let (said, reason) = (number(&cell("said")), cell("reason"));
            found.push(Put { node, tick, said, value, reason });
        }
        Ok(found)
    }

    /// Numbers of all steps that happened or are forecast, by what they are called.
    fn ticks(&self) -> BTreeMap<String, i32> {
        let first = self.all.iter().map(|(_, series)| series.first).min().unwrap_or(0);
        let last = self.all.iter().map(|(_, series)| series.next()).max().unwrap_or(0);
        let last = last.saturating_add(i32::try_from(self.horizon).unwrap_or(i32::MAX));
        let axis = self.set.axis;
        let mut found = BTreeMap::new();
        for tick in first..last {
            if let Some((day, _)) = axis.days(tick) {
                found.insert(day.to_string(), tick);
            }
            found.insert(step_name(self.words, &Plain, axis, tick), tick);
        }
        found
    }

    /// Puts them in place of what is forecast. Where forecasts add up they go on doing so.
    pub(super) fn put(&self, put: &[Put], found: &mut [Prediction], add_up: bool) -> Result<Vec<Vec<Stands>>, Failure> {
        let now = |one: &Put| {
            let found = found.get(one.node)?;
            let step = usize::try_from(i64::from(one.tick) - i64::from(found.first)).ok()?;
            found.expected.get(step).copied()
        };
        let mut told: Vec<Vec<Stands>> = found.iter().map(|_| Vec::new()).collect();
        for one in put {
            if let (Some(method), Some(own)) = (now(one), told.get_mut(one.node)) {
                let step = step_name(self.words, &Plain, self.set.axis, one.tick);
                let (tick, value, reason) = (one.tick, one.value, one.reason.clone());
                own.push(Stands { step, tick, said: one.said.unwrap_or(method), method, value, reason });
            }
        }
        if add_up {
            let all: Vec<(usize, i32, f64)> = put.iter().map(|one| (one.node, one.tick, one.value)).collect();
            override_nodes(self.set, found, &all).map_err(|tick| {
                let step = step_name(self.words, &Plain, self.set.axis, tick);
                let reason = format!("what is put for {step} does not add up");
                Failure::refused("the overrides", reason, "Change a part or the whole, or leave one of them out")
            })?;
        } else {
            let of = |one: &Put| Override { tick: one.tick, value: one.value, ..Override::default() };
            for (node, one) in found.iter_mut().enumerate() {
                let own: Vec<Override> = put.iter().filter(|one| one.node == node).map(of).collect();
                apply_overrides(one, &own);
            }
        }
        Ok(told)
    }

    /// How good those of a series were whose steps have happened; `None` where there are none whose forecast is known.
    pub(super) fn judged(&self, put: &[Put], node: usize) -> Option<OverrideScore> {
        let (_, series) = self.all.get(node)?;
        let of =
            |one: &Put| Some(Override { tick: one.tick, said: one.said?, value: one.value, reason: String::new() });
        let own: Vec<Override> = put.iter().filter(|one| one.node == node).filter_map(of).collect();
        Some(score_overrides(series, &own)).filter(|score| 0 < score.n)
    }

    /// How many lie neither in what is forecast nor in what has happened.
    pub(super) fn n_beyond(&self, put: &[Put]) -> usize {
        let is_beyond = |one: &&Put| {
            let ahead = i32::try_from(self.horizon).unwrap_or(i32::MAX);
            self.all
                .get(one.node)
                .is_none_or(|(_, series)| one.tick < series.first || series.next().saturating_add(ahead) <= one.tick)
        };
        put.iter().filter(is_beyond).count()
    }
}
