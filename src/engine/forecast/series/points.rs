//! Series out of the values of a file.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::regular::{Fill, regular, remark};
use super::{Axis, MOST_STEPS, Series, SeriesError, SeriesNote, SeriesSet, Step, counted};
use crate::engine::records::{Point, When, join_key};
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

/// The values of one step.
#[derive(Default)]
struct Sum {
    value: f64,
    /// The times that they have: a step of a year has a few hundred at most.
    times: Vec<When>,
    /// Whether a time has more than one.
    is_repeated: bool,
}

/// The series of a file, in the order in which it names them, each from its first to its last value. Names join whatever the
/// case; the first spelling is shown. Several values of one step are added up. A cell that is empty is a gap. Of three and more
/// for the same steps one that is the sum of all others, as a line of totals, is their whole.
///
/// # Errors
/// [`SeriesError`] if there is no value, if places stand beside dates, or series are too long or too many.
pub fn from_points(points: &[Point], asked: &PointsAsked) -> Result<SeriesSet, SeriesError> {
    let step = asked.step.map_or_else(|| step_of(points), Ok)?;
    let axis = Axis { step, calendar: asked.calendar };
    let mut order: Vec<(String, &str)> = Vec::new();
    let mut by_name: BTreeMap<String, BTreeMap<i32, Sum>> = BTreeMap::new();
    let (mut n_other, mut n_later, mut last_day) = (0, 0, None);
    let mut notes = Vec::new();
    for point in points {
        let Some(value) = point.value else { continue };
        let Some((tick, end)) = tick(axis, point.when)? else {
            n_other += 1;
            continue;
        };
        let key = join_key(&point.series);
        let own = by_name.entry(key.clone()).or_insert_with(|| {
            order.push((key, point.series.trim()));
            BTreeMap::new()
        });
        if asked.as_of.zip(end).is_some_and(|(as_of, end)| as_of < end) {
            n_later += 1;
            continue;
        }
        if let When::Day(day) = point.when {
            last_day = last_day.max(Some(day));
        }
        let sum = own.entry(tick).or_default();
        sum.value += value;
        if sum.times.contains(&point.when) {
            sum.is_repeated = true;
        } else {
            sum.times.push(point.when);
        }
    }
    notes.extend((0 < n_other).then_some(SeriesNote::OtherLength { n: n_other }));
    notes.extend((0 < n_later).then_some(SeriesNote::Later { n: n_later }));
    // A day that stands for its whole month says nothing of whether that is over; days within it do.
    let is_finer = by_name.values().flat_map(BTreeMap::values).any(|sum| 1 < sum.times.len());
    let last_tick = last_day.filter(|_| is_finer && asked.as_of.is_none()).map(|day| (day, axis.tick(day)));
    let is_begun = |(day, tick): &(NaiveDate, i32)| axis.days(*tick).is_some_and(|(_, end)| *day < end);
    notes.extend(last_tick.filter(is_begun).map(|(_, tick)| SeriesNote::MaybeIncomplete { tick }));
    let cycle = asked.cycle.unwrap_or_else(|| step.cycle());
    let mut series = Vec::with_capacity(order.len());
    let mut n_values = 0;
    for (key, name) in order {
        let Some(own) = by_name.remove(&key).filter(|own| !own.is_empty()) else { continue };
        let ends = own.first_key_value().zip(own.last_key_value()).map(|((first, _), (last, _))| (*first, *last));
        let (first, last) = ends.ok_or(SeriesError::Nothing)?;
        let n_steps = usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(MOST_STEPS);
        n_values = counted(n_values, n_steps.min(MOST_STEPS))?;
        let n_summed = own.values().filter(|sum| sum.is_repeated).count();
        let sums: BTreeMap<i32, f64> = own.into_iter().map(|(tick, sum)| (tick, sum.value)).collect();
        let mut one = regular(name, &sums, (first, last), asked.fill)?;
        one.notes.extend((0 < n_summed).then_some(SeriesNote::Summed { n: n_summed }));
        remark(&mut one, cycle);
        series.push(one);
    }
    if series.is_empty() {
        return Err(SeriesError::Nothing);
    }
    let whole = whole(&mut series);
    Ok(SeriesSet { axis, series, whole, notes, ..SeriesSet::default() })
}

/// The sum of series that stand for the same steps, or the one among them that is; `None` for one, and where they begin or end
/// apart.
fn whole(series: &mut Vec<Series>) -> Option<Series> {
    let (first, rest) = series.split_first()?;
    let are_alike = rest.iter().all(|one| one.first == first.first && one.values.len() == first.values.len());
    if rest.is_empty() || !are_alike {
        return None;
    }
    let (start, n) = (first.first, first.values.len());
    let at = |place: usize| series.iter().filter_map(|one| one.values.get(place)).sum();
    let values: Vec<f64> = (0..n).map(at).collect();
    // What is the sum of all others is half of all.
    let is_half = |one: &Series| {
        let rest: f64 = one.values.iter().zip(&values).map(|(own, all)| (2.0 * own - all).abs()).sum();
        let size: f64 = one.values.iter().map(|value| value.abs()).sum();
        0.0 < size && rest <= 1e-9 * size
    };
    if let Some(place) = series.iter().position(is_half).filter(|_| 2 < series.len()) {
        return Some(series.remove(place));
    }
    Some(Series { name: String::new(), first: start, values, notes: Vec::new() })
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

/// Months, quarters or years where all days are the same of theirs, or the last, one each; weeks where all are whole weeks apart;
/// else days.
fn step_of_days(days: &[NaiveDate]) -> Step {
    let months: Vec<Month> = days.iter().map(|day| Month::of(*day)).collect();
    let apart = |least: i32| months.iter().zip(months.iter().skip(1)).all(|(one, next)| least <= next.since(*one));
    let begin = days.windows(2).all(|pair| matches!(pair, [one, next] if one.day() == next.day()));
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
        check(&["2024-01-15", "2024-02-15", "2024-03-15"], Step::Month);
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
        let tick = all.axis.tick("2024-02-11".parse().unwrap());
        assert_eq!(all.notes, [SeriesNote::MaybeIncomplete { tick }], "days within a month end before it");
        assert!(all.series[0].notes.iter().all(|note| !matches!(note, SeriesNote::Summed { .. })));
    }

    #[test]
    fn what_is_named_twice_for_one_day_is_told() {
        // Two shops of one month, whose column nobody named.
        let points = [on("", "2024-01-01", 1.0), on("", "2024-01-01", 2.0), on("", "2024-02-01", 3.0)];
        let found = from_points(&points, &PointsAsked::default()).unwrap();
        assert_eq!((found.axis.step, found.series[0].values.as_slice()), (Step::Month, [3.0, 3.0].as_slice()));
        assert!(found.series[0].notes.contains(&SeriesNote::Summed { n: 1 }), "{:?}", found.series[0].notes);
        assert_eq!(found.notes, [], "a first of the month stands for it");
    }

    #[test]
    fn names_join_whatever_the_case_and_totals_are_the_whole() {
        let of = |name: &str, values: [f64; 2]| {
            [month(1, Some(values[0])), month(2, Some(values[1]))].map(|point| Point { series: name.into(), ..point })
        };
        let points = [of("North", [1.0, 2.0]), of("Total", [4.0, 7.0]), of("South ", [3.0, 5.0])].concat();
        let points = [points, vec![Point { series: "NORTH".into(), ..month(3, Some(0.0)) }]].concat();
        let found = from_points(&points, &PointsAsked::default()).unwrap();
        assert_eq!(found.series.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["North", "Total", "South"]);
        let found = from_points(&points[..6], &PointsAsked::default()).unwrap();
        assert_eq!(found.series.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["North", "South"]);
        assert_eq!(found.whole.unwrap().values, [4.0, 7.0]);
    }

    #[test]
    fn more_than_fits_is_refused_before_it_is_made() {
        let ends = |at: usize| [on(&at.to_string(), "1996-01-01", 1.0), on(&at.to_string(), "2026-01-01", 1.0)];
        let points: Vec<Point> = (0..2_000).flat_map(ends).collect();
        let asked = PointsAsked { step: Some(Step::Day), ..PointsAsked::default() };
        assert!(matches!(from_points(&points, &asked), Err(SeriesError::TooMany { most: 20_000_000, .. })));
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
