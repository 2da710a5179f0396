//! What the user decides about forecasts: which series, by which method, and values put in place of a forecast's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::forecast::{Axis, By, Method, Override, RangesFrom, Reconcile, Step, What};

/// The choices of the forecast page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ForecastChoices {
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
    /// What was added up.
    pub what: What,
    /// What it was split by.
    pub by: By,
    /// Of which group.
    pub group: ForecastGroup,
    /// How long its step is.
    pub step: Step,
    /// First day of the step.
    pub day: NaiveDate,
    /// What the method said when it was put there.
    pub said: f64,
    /// What somebody says.
    pub value: f64,
    /// Why.
    pub reason: String,
}

impl ForecastChoices {
    /// Steps ahead, as chosen or as is usual for such steps.
    pub fn horizon(&self) -> usize {
        // A file may state any number.
        self.horizon.map_or(self.step.horizon(), |horizon| horizon.clamp(1, MOST_AHEAD) as usize)
    }

    /// Whether the override is of the series that is looked at.
    pub fn is_of(&self, one: &ForecastOverride) -> bool {
        self.what == one.what && self.by == one.by && self.group == one.group && self.step == one.step
    }

    /// The overrides of the series that is looked at, as the engine takes them: the first of each step, where a file states
    /// several or the fiscal year was moved; none that is beyond what can be typed.
    pub fn overrides_of(&self, axis: Axis) -> Vec<Override> {
        let of = |one: &ForecastOverride| Override {
            series: one.group.name.clone(),
            tick: axis.tick(one.day),
            said: one.said,
            value: one.value,
            reason: one.reason.clone(),
            by: String::new(),
        };
        let mut found: Vec<Override> = Vec::new();
        for one in self.overrides.iter().filter(|one| self.is_of(one) && one.value.abs() <= MOST_VALUE).map(of) {
            if found.iter().all(|known| known.tick != one.tick) {
                found.push(one);
            }
        }
        found
    }

    /// Puts a value in place of the forecast's in the step that holds that day, or takes it away. The reason stays.
    pub fn put(&mut self, axis: Axis, day: NaiveDate, said: f64, value: Option<f64>) {
        let tick = axis.tick(day);
        let is_own: Vec<bool> =
            self.overrides.iter().map(|one| self.is_of(one) && axis.tick(one.day) == tick).collect();
        let mut reason = String::new();
        let mut place = 0;
        self.overrides.retain_mut(|one| {
            let is_gone = is_own.get(place).is_some_and(|is_own| *is_own);
            place += 1;
            if is_gone && reason.is_empty() {
                reason = std::mem::take(&mut one.reason);
            }
            !is_gone
        });
        if let Some(value) = value {
            let (what, by, group, step) = (self.what, self.by, self.group.clone(), self.step);
            self.overrides.push(ForecastOverride { what, by, group, step, day, said, value, reason });
        }
    }

    /// Says why a value stands there.
    pub fn explain(&mut self, axis: Axis, day: NaiveDate, reason: &str) {
        let tick = axis.tick(day);
        let is_own = |one: &ForecastOverride| self.is_of(one) && axis.tick(one.day) == tick;
        if let Some(place) = self.overrides.iter().position(is_own)
            && let Some(one) = self.overrides.get_mut(place)
        {
            reason.clone_into(&mut one.reason);
        }
    }
}

/// Steps ahead, at most.
pub const MOST_AHEAD: u32 = 366;
/// Values in place of a forecast's lie within this either way.
const MOST_VALUE: f64 = 1e15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_put_once_explained_and_taken_away() {
        let day = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        let mut choices = ForecastChoices::default();
        let axis = Axis::default();
        choices.put(axis, day, 100.0, Some(120.0));
        choices.explain(axis, day, "A large order");
        choices.put(axis, day, 100.0, Some(130.0));
        let found = choices.overrides_of(Axis::default());
        assert_eq!((found.len(), found[0].tick, found[0].value), (1, 324, 130.0));
        assert_eq!(found[0].reason, "A large order");
        let other = ForecastChoices { by: By::Team, ..choices.clone() };
        assert_eq!(other.overrides_of(Axis::default()), Vec::new(), "they are of the whole");
        choices.put(axis, day, 100.0, None);
        assert_eq!(choices.overrides, Vec::new());
        assert_eq!(ForecastChoices { horizon: Some(9_999), ..choices }.horizon(), 366);
    }

    #[test]
    fn a_step_has_one_value_whatever_day_of_it_is_named() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let axis = Axis::default();
        let one = |day, value| ForecastOverride { day, value, ..ForecastOverride::default() };
        let overrides = vec![one(day("2027-01-15"), 5.0), one(day("2027-01-01"), 7.0), one(day("2027-02-01"), 1e300)];
        let mut choices = ForecastChoices { overrides, ..ForecastChoices::default() };
        let found = choices.overrides_of(axis);
        assert_eq!(found.iter().map(|one| (one.tick, one.value)).collect::<Vec<_>>(), [(324, 5.0)]);
        choices.put(axis, day("2027-01-01"), 1.0, Some(9.0));
        assert_eq!(choices.overrides_of(axis).iter().map(|one| one.value).collect::<Vec<_>>(), [9.0]);
        choices.put(axis, day("2027-01-01"), 1.0, None);
        assert_eq!(choices.overrides.len(), 1, "that of February stays");
    }
}
