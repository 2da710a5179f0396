//! What the user decides about forecasts: which series, by which method, and values put in place of a forecast's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::data::SeriesColumns;
use crate::engine::forecast::{Axis, By, Fill, Method, Override, RangesFrom, Reconcile, Series, SeriesSet, Step, What};
use crate::engine::records::join_key;

/// The choices of the forecast page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ForecastChoices {
    /// Whether the data is forecast, or a file of series.
    pub source: ForecastSource,
    /// How that file is read.
    pub file: FileChoices,
    /// What is added up.
    pub what: What,
    /// What it is split by.
    pub by: By,
    /// Which of the groups is looked at.
    pub group: ForecastGroup,
    /// How long steps are.
    pub step: Step,
    /// Steps ahead; the usual number for such steps if not set.
    pub horizon: Option<u32>,
    /// The method; the one that the series' own past speaks for if not set.
    pub method: Option<Method>,
    /// Where ranges come from.
    pub ranges: RangesFrom,
    /// How forecasts of groups are made to add up.
    pub reconcile: Reconcile,
    /// Whether steps are made alike in working days (Monday to Friday) before, and each gets its own back after.
    pub working_days: bool,
    /// Days without trade.
    pub holidays: Vec<NaiveDate>,
    /// Whether the last step is over.
    pub last_step: LastStep,
    /// Values in place of a forecast's, each with its reason.
    pub overrides: Vec<ForecastOverride>,
}

/// Where series come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ForecastSource {
    /// Records are added up.
    #[default]
    Data,
    /// A file states them. It is no part of the scenario.
    File,
}

/// How a file of series is read. What is not set is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct FileChoices {
    /// Name of the file for which this was chosen.
    pub name: String,
    /// Name of the table.
    pub table: Option<String>,
    /// Header of the column that names the series.
    pub series: Option<String>,
    /// Header of the column that says when.
    pub period: Option<String>,
    /// Header of the column that says how much.
    pub value: Option<String>,
    /// How long steps are.
    pub step: Option<Step>,
    /// What stands for a step without a value.
    pub fill: Fill,
}

/// Which series of which file: those of other columns are others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct FileSeries {
    /// Name of the table.
    pub table: String,
    /// Header of the column that names the series, if one does.
    pub series: Option<String>,
    /// Header of the column that says how much.
    pub value: String,
}

impl FileSeries {
    /// Those of a table and the columns that were taken; `None` where none says how much.
    pub fn of(table: &str, columns: &SeriesColumns) -> Option<Self> {
        let SeriesColumns { series, value, .. } = columns.clone();
        Some(Self { table: table.to_owned(), series, value: value? })
    }
}

/// One of the groups that a series is split into.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ForecastGroup {
    /// Whether it is the whole, a level between, or a part.
    pub place: GroupPlace,
    /// Its name; empty for the whole.
    pub name: String,
}

impl ForecastGroup {
    /// Where it is among groups, else one of its place and name whatever the case.
    pub fn among(&self, all: &[(Self, &Series)]) -> Option<usize> {
        let is_alike = |group: &Self| {
            group.place == self.place && !self.name.is_empty() && join_key(&group.name) == join_key(&self.name)
        };
        let exact = all.iter().position(|(group, _)| group == self);
        exact.or_else(|| all.iter().position(|(group, _)| is_alike(group)))
    }
}

/// The series of a set with where they stand: the whole, the levels between, the parts, as [`nodes`](crate::engine::forecast::nodes)
/// has them. A single part is the whole.
pub fn placed(set: &SeriesSet) -> Vec<(ForecastGroup, &Series)> {
    if let [alone] = set.series.as_slice() {
        return vec![(ForecastGroup::default(), alone)];
    }
    let whole = set.whole.iter().map(|series| (ForecastGroup::default(), series));
    let between = set.uppers.iter().map(|series| (GroupPlace::Between, series));
    let parts = set.series.iter().map(|series| (GroupPlace::Part, series));
    let named = |(place, series): (GroupPlace, &'_ Series)| ForecastGroup { place, name: series.name.clone() };
    whole.chain(between.chain(parts).map(|one| (named(one), one.1))).collect()
}

/// Where a group stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GroupPlace {
    /// All together.
    #[default]
    Whole,
    /// A level between.
    Between,
    /// A part.
    Part,
}

/// Whether the last step of the data is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LastStep {
    /// It is where records reach to its end, or within a tenth of it; else it is left out.
    #[default]
    Found,
    /// It is, whatever the records say.
    Whole,
}

/// A value in place of a forecast's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ForecastOverride {
    /// Of which file's series; of the data's if not set.
    pub file: Option<FileSeries>,
    /// What was added up; does not count of a file's series, nor does the next.
    pub what: What,
    /// What it was split by.
    pub by: By,
    /// Of which group.
    pub group: ForecastGroup,
    /// How long its step is.
    pub step: Step,
    /// First day of the step.
    pub day: NaiveDate,
    /// Number of the step where steps have no days.
    pub place: i32,
    /// What the method said when it was put there.
    pub said: f64,
    /// What somebody says.
    pub value: f64,
    /// Why.
    pub reason: String,
}

/// The series that is looked at, as overrides name it.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesKey {
    /// Of which file's; of the data's if not set.
    pub file: Option<FileSeries>,
    /// What is added up, of the data.
    pub what: What,
    /// What it is split by, of the data.
    pub by: By,
    /// Which of the groups.
    pub group: ForecastGroup,
    /// Its steps.
    pub axis: Axis,
}

impl SeriesKey {
    /// Whether the override is of this series.
    pub fn is_of(&self, one: &ForecastOverride) -> bool {
        let is_same = self.file.is_some() || (self.what == one.what && self.by == one.by);
        is_same && self.file == one.file && self.group == one.group && self.axis.step == one.step
    }

    /// The step of an override of this series.
    pub fn tick(&self, one: &ForecastOverride) -> i32 {
        one.tick(self.axis)
    }

    fn holds(&self, one: &ForecastOverride, tick: i32) -> bool {
        self.is_of(one) && self.tick(one) == tick
    }

    /// Those of a list that are of this series, as the engine takes them: the first of each step, where a file states several or
    /// the fiscal year was moved; none that is beyond what can be typed.
    pub fn overrides(&self, list: &[ForecastOverride]) -> Vec<Override> {
        let mut found: Vec<Override> = Vec::new();
        for one in list.iter().filter(|one| self.is_of(one) && one.value.abs() <= MOST_VALUE) {
            let tick = self.tick(one);
            if found.iter().all(|known| known.tick != tick) {
                found.push(Override { tick, said: one.said, value: one.value, reason: one.reason.clone() });
            }
        }
        found
    }
}

impl ForecastOverride {
    /// The number of its step.
    pub fn tick(&self, axis: Axis) -> i32 {
        if axis.step == Step::Place { self.place } else { axis.tick(self.day) }
    }
}

impl ForecastChoices {
    /// Steps ahead, as chosen or as is usual for such steps.
    pub fn horizon(&self, step: Step) -> usize {
        // A file may state any number.
        self.horizon.map_or(step.horizon(), |horizon| horizon.clamp(1, MOST_AHEAD) as usize)
    }

    /// The overrides of a series, as [`SeriesKey::overrides`] takes them.
    pub fn overrides_of(&self, key: &SeriesKey) -> Vec<Override> {
        key.overrides(&self.overrides)
    }

    /// Puts a value in place of the forecast's in a step, or takes it away. The reason stays.
    pub fn put(&mut self, key: &SeriesKey, tick: i32, said: f64, value: Option<f64>) {
        let mut reason = String::new();
        self.overrides.retain_mut(|one| {
            let is_gone = key.holds(one, tick);
            if is_gone && reason.is_empty() {
                reason = std::mem::take(&mut one.reason);
            }
            !is_gone
        });
        if let Some(value) = value {
            let SeriesKey { file, what, by, group, axis } = key.clone();
            let (place, day) = axis.days(tick).map_or((tick, NaiveDate::default()), |(day, _)| (0, day));
            let step = axis.step;
            self.overrides.push(ForecastOverride { file, what, by, group, step, day, place, said, value, reason });
        }
    }

    /// Says why a value stands there.
    pub fn explain(&mut self, key: &SeriesKey, tick: i32, reason: &str) {
        if let Some(one) = self.overrides.iter_mut().find(|one| key.holds(one, tick)) {
            reason.clone_into(&mut one.reason);
        }
    }
}

/// Steps ahead, at most.
pub const MOST_AHEAD: u32 = 366;
/// Values in place of a forecast's lie within this either way.
pub const MOST_VALUE: f64 = 1e15;

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SeriesKey {
        SeriesKey {
            file: None,
            what: What::Bookings,
            by: By::Nothing,
            group: ForecastGroup::default(),
            axis: Axis::default(),
        }
    }

    #[test]
    fn a_value_is_put_once_explained_and_taken_away() {
        // January 2027 is 27 years after January 2000: step 324.
        let mut choices = ForecastChoices::default();
        choices.put(&key(), 324, 100.0, Some(120.0));
        choices.explain(&key(), 324, "A large order");
        choices.put(&key(), 324, 100.0, Some(130.0));
        assert_eq!(choices.overrides[0].day, NaiveDate::from_ymd_opt(2027, 1, 1).unwrap());
        let found = choices.overrides_of(&key());
        assert_eq!((found.len(), found[0].tick, found[0].value), (1, 324, 130.0));
        assert_eq!(found[0].reason, "A large order");
        assert_eq!(choices.overrides_of(&SeriesKey { by: By::Team, ..key() }), Vec::new(), "they are of the whole");
        choices.put(&key(), 324, 100.0, None);
        assert_eq!(choices.overrides, Vec::new());
        assert_eq!(ForecastChoices { horizon: Some(9_999), ..choices.clone() }.horizon(Step::Month), 366);
        assert_eq!(choices.horizon(Step::Week), 13);
    }

    #[test]
    fn groups_stand_as_the_engine_has_its_nodes() {
        let named = |name: &str| Series { name: name.into(), ..Series::default() };
        let set = SeriesSet {
            whole: Some(named("Total")),
            uppers: vec![named("West"), named("East")],
            above: vec![0, 1],
            series: vec![named("Ann"), named("")],
            ..SeriesSet::default()
        };
        let all = placed(&set);
        let group = |place, name: &str| ForecastGroup { place, name: name.into() };
        let places: Vec<ForecastGroup> = all.iter().map(|(group, _)| group.clone()).collect();
        let (between, part) = (GroupPlace::Between, GroupPlace::Part);
        let expected = [
            ForecastGroup::default(),
            group(between, "West"),
            group(between, "East"),
            group(part, "Ann"),
            group(part, ""),
        ];
        assert_eq!(places, expected);
        assert!(
            crate::engine::forecast::nodes(&set).iter().zip(&all).all(|(one, (_, other))| std::ptr::eq(*one, *other))
        );
        let found = [group(part, "ANN "), group(part, ""), group(part, "West"), ForecastGroup::default()];
        assert_eq!(found.map(|one| one.among(&all)), [Some(3), Some(4), None, Some(0)]);
        let alone = SeriesSet { series: vec![named("Ann")], whole: Some(named("")), ..SeriesSet::default() };
        assert_eq!(placed(&alone), [(ForecastGroup::default(), &named("Ann"))]);
        let apart = SeriesSet { whole: None, ..set };
        assert_eq!(placed(&apart).first().map(|one| one.0.place), Some(GroupPlace::Between), "series without a whole");
    }

    #[test]
    fn values_of_a_file_and_of_the_data_do_not_mix() {
        let file = |value: &str| SeriesKey {
            file: Some(FileSeries { table: "sales.csv".into(), series: None, value: value.into() }),
            axis: Axis { step: Step::Place, ..Axis::default() },
            ..key()
        };
        let mut choices = ForecastChoices::default();
        choices.put(&key(), 324, 100.0, Some(1.0));
        choices.put(&file("pieces"), 40, 100.0, Some(2.0));
        choices.put(&file("pieces"), 41, 100.0, Some(3.0));
        choices.put(&file("price"), 40, 100.0, Some(4.0));
        let values =
            |key: &SeriesKey| choices.overrides_of(key).iter().map(|one| (one.tick, one.value)).collect::<Vec<_>>();
        assert_eq!(values(&key()), [(324, 1.0)]);
        assert_eq!(values(&file("pieces")), [(40, 2.0), (41, 3.0)], "places have no days");
        assert_eq!(values(&file("price")), [(40, 4.0)]);
        // What the data is asked for does not count of a file.
        assert_eq!(values(&SeriesKey { by: By::Team, what: What::Deals, ..file("price") }), [(40, 4.0)]);
        let earlier: ForecastOverride = serde_json::from_str(r#"{"day":"2027-01-01","value":5.0}"#).unwrap();
        assert!(key().is_of(&earlier) && !file("price").is_of(&earlier), "a scenario that was saved before");
    }

    #[test]
    fn a_step_has_one_value_whatever_day_of_it_is_named() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let one = |day, value| ForecastOverride { day, value, ..ForecastOverride::default() };
        let overrides = vec![one(day("2027-01-15"), 5.0), one(day("2027-01-01"), 7.0), one(day("2027-02-01"), 1e300)];
        let mut choices = ForecastChoices { overrides, ..ForecastChoices::default() };
        let found = choices.overrides_of(&key());
        assert_eq!(found.iter().map(|one| (one.tick, one.value)).collect::<Vec<_>>(), [(324, 5.0)]);
        choices.put(&key(), 324, 1.0, Some(9.0));
        assert_eq!(choices.overrides_of(&key()).iter().map(|one| one.value).collect::<Vec<_>>(), [9.0]);
        choices.put(&key(), 324, 1.0, None);
        assert_eq!(choices.overrides.len(), 1, "that of February stays");
    }
}
