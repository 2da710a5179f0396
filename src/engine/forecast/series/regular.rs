//! Sums by step made whole series.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{MOST_STEPS, Series, SeriesError, SeriesNote};

/// What stands for a step without a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fill {
    /// 0: nothing was sold.
    #[default]
    Zero,
    /// A straight line between the values beside it: it was not measured.
    Line,
}

/// The series from step `first` to step `last`, of sums by step.
///
/// # Errors
/// [`SeriesError::TooLong`].
pub(super) fn regular(
    name: &str,
    sums: &BTreeMap<i32, f64>,
    (first, last): (i32, i32),
    fill: Fill,
) -> Result<Series, SeriesError> {
    let n = usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(0);
    if MOST_STEPS < n {
        return Err(SeriesError::TooLong { n, most: MOST_STEPS });
    }
    let mut notes = Vec::new();
    let values: Vec<f64> = (first..=last)
        .map(|tick| {
            let known = sums.get(&tick).copied();
            known.unwrap_or_else(|| match fill {
                Fill::Zero => 0.0,
                Fill::Line => between(sums, tick),
            })
        })
        .collect();
    let n_known = sums.range(first..=last).count();
    if n_known < n {
        notes.push(SeriesNote::Gaps { n: n - n_known, fill });
    }
    Ok(Series { name: name.to_owned(), first, values, notes })
}

/// On the line between the nearest values; the nearest at the ends.
fn between(sums: &BTreeMap<i32, f64>, tick: i32) -> f64 {
    let before = sums.range(..tick).next_back();
    let after = sums.range(tick..).next();
    match (before, after) {
        (Some((from, low)), Some((to, high))) => low + (high - low) * f64::from(tick - from) / f64::from(to - from),
        (Some((_, value)), None) | (None, Some((_, value))) => *value,
        (None, None) => 0.0,
    }
}

/// Says what the values themselves show.
pub(super) fn remark(series: &mut Series, cycle: usize) {
    let values = &series.values;
    let n_negative = values.iter().filter(|value| **value < 0.0).count();
    let mut add = |note: SeriesNote, holds: bool| {
        if holds {
            series.notes.push(note);
        }
    };
    add(SeriesNote::Negative { n: n_negative }, 0 < n_negative);
    let is_zero = values.iter().all(|value| *value == 0.0);
    let is_constant = 1 < values.len() && values.windows(2).all(|pair| pair.first() == pair.last());
    add(SeriesNote::AllZero, is_zero);
    add(SeriesNote::Constant, is_constant && !is_zero);
    add(SeriesNote::Short { n: values.len(), cycle }, 1 < cycle && values.len() < 2 * cycle);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_and_told() {
        let sums = BTreeMap::from([(3, 10.0), (6, 40.0)]);
        let zero = regular("A", &sums, (2, 7), Fill::Zero).unwrap();
        assert_eq!(zero.values, [0.0, 10.0, 0.0, 0.0, 40.0, 0.0]);
        assert_eq!(zero.notes, [SeriesNote::Gaps { n: 4, fill: Fill::Zero }]);
        let line = regular("A", &sums, (2, 7), Fill::Line).unwrap();
        assert_eq!(line.values, [10.0, 10.0, 20.0, 30.0, 40.0, 40.0]);
        let far = regular("A", &sums, (i32::MIN, i32::MAX), Fill::Zero);
        assert!(matches!(far, Err(SeriesError::TooLong { .. })), "{far:?}");
    }

    #[test]
    fn what_values_show_is_told() {
        let check = |values: &[f64], expected: &[SeriesNote]| {
            let mut series = Series { values: values.to_vec(), ..Series::default() };
            remark(&mut series, 4);
            assert_eq!(series.notes, expected);
        };
        check(&[0.0; 12], &[SeriesNote::AllZero]);
        check(&[5.0; 12], &[SeriesNote::Constant]);
        check(&[5.0], &[SeriesNote::Short { n: 1, cycle: 4 }]);
        check(&[5.0, -1.0], &[SeriesNote::Negative { n: 1 }, SeriesNote::Short { n: 2, cycle: 4 }]);
    }
}
