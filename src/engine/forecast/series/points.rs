//! Series out of the values of a file.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::regular::{Fill, regular, remark};
use super::{Axis, Series, SeriesError, SeriesNote, SeriesSet, Step};
use crate::engine::records::{Point, When};
use crate::engine::units::{Calendar, Month};

/// How values are made series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PointsAsked {
    /// How long steps are; found out if not said: periods say it themselves, days by how near they stand.
    pub step: Option<Step>,
    /// Where quarters and years begin.
    pub calendar: Calendar,
    /// What stands for a step without a value.
    pub fill: Fill,
    /// The last day up to which the data is whole; a step that ends later is left out.
    pub as_of: Option<NaiveDate>,
    /// Steps after which seasons come again; the step's own if not said.
    pub cycle: Option<usize>,
}

/// The series of a file, in the order in which it names them, each from its first to its last value. Several values of one
/// step are added up. A cell that is empty is a gap.
///
/// # Errors
/// [`SeriesError`] if there is no value, if places stand beside dates, or a series is too long.
pub fn from_points(points: &[Point], asked: &PointsAsked) -> Result<SeriesSet, SeriesError> {
    let step = asked.step.map_or_else(|| step_of(points), Ok)?;
    let axis = Axis { step, calendar: asked.calendar };
    let mut order: Vec<&str> = Vec::new();
    let mut by_name: BTreeMap<&str, BTreeMap<i32, Vec<f64>>> = BTreeMap::new();
    let (mut n_other, mut n_later) = (0, 0);
    let mut notes = Vec::new();
    for point in points {
        let Some(value) = point.value else { continue };
        let Some((tick, end)) = tick(axis, point.when)? else {
            n_other += 1;
            continue;
        };
        let own = by_name.entry(&point.series).or_insert_with(|| {
            order.push(&point.series);
            BTreeMap::new()
        });
        if asked.as_of.zip(end).is_some_and(|(as_of, end)| as_of < end) {
            n_later += 1;
        } else {
            own.entry(tick).or_default().push(value);
        }
    }
    notes.extend((0 < n_other).then_some(SeriesNote::OtherLength { n: n_other }));
    notes.extend((0 < n_later).then_some(SeriesNote::Later { n: n_later }));
    let cycle = asked.cycle.unwrap_or_else(|| step.cycle());
    let mut series = Vec::with_capacity(order.len());
    for name in order {
        let Some(own) = by_name.get(name).filter(|own| !own.is_empty()) else { continue };
        let sums: BTreeMap<i32, f64> = own.iter().map(|(tick, values)| (*tick, values.iter().sum())).collect();
        let ends = sums.first_key_value().zip(sums.last_key_value()).map(|((first, _), (last, _))| (*first, *last));
        let mut one = regular(name, &sums, ends.ok_or(SeriesError::Nothing)?, asked.fill)?;
        let n_summed = own.values().filter(|values| 1 < values.len()).count();
        // Days within longer steps are added up as they should be; values of the very step, perhaps, should not.
        let is_finer = points.iter().any(|point| matches!(point.when, When::Day(_))) && step != Step::Day;
        one.notes.extend((0 < n_summed && !is_finer).then_some(SeriesNote::Summed { n: n_summed }));
        remark(&mut one, cycle);
        series.push(one);
    }
    if series.is_empty() {
        return Err(SeriesError::Nothing);
    }
    let whole = whole(&series);
    Ok(SeriesSet { axis, series, whole, notes, ..SeriesSet::default() })
}

/// The sum of series that stand for the same steps; `None` for one, and where they begin or end apart.
fn whole(series: &[Series]) -> Option<Series> {
    let (first, rest) = series.split_first()?;
    let are_alike = rest.iter().all(|one| one.first == first.first && one.values.len() == first.values.len());
    if rest.is_empty() || !are_alike {
        return None;
    }
    let at = |place: usize| series.iter().filter_map(|one| one.values.get(place)).sum();
    let values = (0..first.values.len()).map(at).collect();
    Some(Series { name: String::new(), first: first.first, values, notes: Vec::new() })
}

/// The step that a time lies in, with its last day; `None` for a time that is longer than a step.
fn tick(axis: Axis, when: When) -> Result<Option<(i32, Option<NaiveDate>)>, SeriesError> {
    match (when, axis.step) {
        (When::Place(place), Step::Place) => Ok(Some((place, None))),
        (When::Place(_), _) | (_, Step::Place) => Err(SeriesError::Mixed),
        (When::Day(day), _) => {
            let tick = axis.tick(day);
            Ok(Some((tick, axis.days(tick).map(|(_, last)| last))))
        }
        (When::Period(period), _) => {
            let of_period = Step::of(period.length);
            let is_shorter = of_period.is_some_and(|step| step <= axis.step);
            let tick = axis.month_tick(period.start);
            // A calendar quarter that is no quarter of the fiscal year belongs to the one that it begins in.
            Ok(is_shorter.then(|| (tick, axis.days(tick).map(|(_, last)| last))))
        }
    }
}

/// The step that times speak of: of periods the shortest, of days by the least distance between two.
fn step_of(points: &[Point]) -> Result<Step, SeriesError> {
    let valued = || points.iter().filter(|point| point.value.is_some());
    let n_places = valued().filter(|point| matches!(point.when, When::Place(_))).count();
    if 0 < n_places {
        return if n_places == valued().count() { Ok(Step::Place) } else { Err(SeriesError::Mixed) };
    }
    let of_periods = valued().filter_map(|point| match point.when {
        When::Period(period) => Step::of(period.length),
        When::Day(_) | When::Place(_) => None,
    });
    let shortest = of_periods.min();
    let mut days: Vec<NaiveDate> = valued()
        .filter_map(|point| match point.when {
            When::Day(day) => Some(day),
            When::Period(_) | When::Place(_) => None,
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    let of_days = (!days.is_empty()).then(|| step_of_days(&days));
    shortest.into_iter().chain(of_days).min().ok_or(SeriesError::Nothing)
}

/// Months, quarters or years where all days begin or end one each; weeks where all are whole weeks apart; else days.
fn step_of_days(days: &[NaiveDate]) -> Step {
    let months: Vec<Month> = days.iter().map(|day| Month::of(*day)).collect();
    let apart = |least: i32| months.iter().zip(months.iter().skip(1)).all(|(one, next)| least <= next.since(*one));
    let begin = days.iter().all(|day| day.day() == 1);
    let end = days.iter().all(|day| *day == Month::of(*day).last_day());
    if 1 < days.len() && (begin || end) && apart(1) {
        return [(12, Step::Year), (3, Step::Quarter)]
            .into_iter()
            .find(|(least, _)| apart(*least))
            .map_or(Step::Month, |(_, step)| step);
    }
    let gaps = || days.iter().zip(days.iter().skip(1)).map(|(one, next)| (*next - *one).num_days());
    if 1 < days.len() && gaps().all(|gap| gap % 7 == 0) { Step::Week } else { Step::Day }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::units::{Granularity, Period};

    fn on(series: &str, day: &str, value: f64) -> Point {
        Point { series: series.into(), when: When::Day(day.parse().unwrap()), value: Some(value) }
    }

    fn month(month: u32, value: Option<f64>) -> Point {
        let when = When::Period(Period { start: Month::new(2024, month), length: Granularity::Month });
        Point { series: "A".into(), when, value }
    }

    #[test]
    fn months_with_a_gap_become_a_whole_series() {
        let found = from_points(&[month(1, Some(5.0)), month(2, None), month(4, Some(8.0))], &PointsAsked::default());
        let found = found.unwrap();
        assert_eq!(
            (found.axis.step, found.series[0].values.as_slice()),
            (Step::Month, [5.0, 0.0, 0.0, 8.0].as_slice())
        );
        assert!(found.series[0].notes.contains(&SeriesNote::Gaps { n: 2, fill: Fill::Zero }));
        let line = PointsAsked { fill: Fill::Line, ..PointsAsked::default() };
        let found = from_points(&[month(1, Some(5.0)), month(4, Some(8.0))], &line).unwrap();
        assert_eq!(found.series[0].values, [5.0, 6.0, 7.0, 8.0]);
    }

    #[test]
    fn the_step_is_read_off_the_days() {
        let check = |days: &[&str], expected: Step| {
            let days: Vec<NaiveDate> = days.iter().map(|day| day.parse().unwrap()).collect();
            assert_eq!(step_of_days(&days), expected, "{days:?}");
        };
        check(&["2024-01-01", "2024-02-01", "2024-05-01"], Step::Month);
        check(&["2024-01-31", "2024-02-29", "2024-03-31"], Step::Month);
        check(&["2024-01-01", "2024-04-01", "2024-10-01"], Step::Quarter);
        check(&["2023-12-31", "2024-12-31"], Step::Year);
        check(&["2024-01-02", "2024-01-09", "2024-01-23"], Step::Week);
        check(&["2024-01-02", "2024-01-09", "2024-01-10"], Step::Day);
        check(&["2024-01-01"], Step::Day);
    }

    #[test]
    fn what_is_not_over_is_left_out_and_told() {
        let points = [on("", "2024-01-15", 1.0), on("", "2024-02-10", 2.0), on("", "2024-02-11", 3.0)];
        let asked = PointsAsked { step: Some(Step::Month), as_of: "2024-02-20".parse().ok(), ..PointsAsked::default() };
        let found = from_points(&points, &asked).unwrap();
        assert_eq!(found.series[0].values, [1.0]);
        assert_eq!(found.notes, [SeriesNote::Later { n: 2 }]);
        let all = from_points(&points, &PointsAsked { as_of: None, ..asked }).unwrap();
        assert_eq!(all.series[0].values, [1.0, 5.0]);
    }

    #[test]
    fn places_and_days_do_not_mix() {
        let place = Point { series: String::new(), when: When::Place(3), value: Some(1.0) };
        assert_eq!(
            from_points(&[place.clone(), on("", "2024-01-15", 1.0)], &PointsAsked::default()),
            Err(SeriesError::Mixed)
        );
        assert_eq!(from_points(&[], &PointsAsked::default()), Err(SeriesError::Nothing));
        let found = from_points(&[place], &PointsAsked::default()).unwrap();
        assert_eq!((found.axis.step, found.series[0].first), (Step::Place, 3));
    }

    #[test]
    fn parts_of_the_same_steps_have_a_whole() {
        let points = [on("a", "2024-01-01", 1.0), on("b", "2024-01-01", 2.0), on("a", "2024-02-01", 3.0)];
        assert!(from_points(&points, &PointsAsked::default()).unwrap().whole.is_none(), "b ends earlier");
        let points = [points.as_slice(), &[on("b", "2024-02-01", 4.0), on("b", "2024-02-01", 5.0)]].concat();
        let found = from_points(&points, &PointsAsked::default()).unwrap();
        assert_eq!(found.whole.unwrap().values, [3.0, 12.0]);
    }
}
