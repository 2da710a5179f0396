//! The seasons of a plan as whole numbers, and amounts spread over months.

use super::Tree;
use super::number::{Divider, SCALE, Unit, fixed_point, proportion};
use crate::engine::quota::plan::{Goal, QuotaPlan, Seasons};
use crate::engine::units::Decimal;

/// What the seasons of a year add up to.
pub(super) const YEAR: i64 = 12 * SCALE;
/// What stated weights are multiplied by, so that small ones keep their digits.
const FINE: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The seasons of a plan: twelve numbers that add up to [`YEAR`].
pub(super) fn seasons(tree: &Tree, plan: &QuotaPlan) -> [i64; 12] {
    let inner = chosen(tree, plan);
    match &plan.goal {
        Goal::Periods { amounts } => {
            let amounts: Vec<i128> = amounts.iter().map(|amount| fixed_point(*amount).max(0)).collect();
            by_periods(&amounts, inner)
        }
        _ => inner,
    }
}

/// As the plan's seasons say.
fn chosen(tree: &Tree, plan: &QuotaPlan) -> [i64; 12] {
    match &plan.seasons {
        Seasons::Even => EVEN,
        Seasons::QuarterEnd => by_periods(&[20, 25, 55, 20, 25, 55, 20, 25, 55, 20, 25, 55], EVEN),
        Seasons::YearEnd => by_periods(&[20, 20, 20, 40], EVEN),
        Seasons::History => {
            let weights: Vec<i128> = tree.history.index.iter().map(|index| (index * 1e9) as i128).collect();
            by_periods(&weights, EVEN)
        }
        Seasons::Entered { weights } => {
            let fine = |weight: &Decimal| fixed_point(weight.saturating_mul(FINE)).max(0);
            by_periods(&weights.iter().map(fine).collect::<Vec<_>>(), EVEN)
        }
    }
}

/// A twelfth each.
const EVEN: [i64; 12] = [SCALE; 12];

/// By weights of 4 quarters, whose months are as `inner` says, or of 12 months; `inner` for any other number, and where
/// they add up to nothing.
fn by_periods(weights: &[i128], inner: [i64; 12]) -> [i64; 12] {
    let mut parts = Vec::new();
    let mut divider = Divider::default();
    if !matches!(weights.len(), 4 | 12) || weights.iter().all(|weight| *weight <= 0) {
        return inner;
    }
    divider.divide(i128::from(YEAR), 1, weights, &mut parts);
    let mut seasons = [0; 12];
    let length = 12 / weights.len();
    let mut months = Vec::new();
    for ((part, own), within) in parts.iter().zip(seasons.chunks_mut(length)).zip(inner.chunks(length)) {
        let within: Vec<i128> = within.iter().map(|season| i128::from(*season)).collect();
        let within = if within.iter().all(|season| *season == 0) { vec![1; length] } else { within };
        divider.divide(*part, 1, &within, &mut months);
        for (season, month) in own.iter_mut().zip(&months) {
            *season = i64::try_from(*month).unwrap_or(0);
        }
    }
    seasons
}

/// An amount by months of those weights: any run of months from the first on is its exact part rounded to `step`, so
/// that months, quarters and the year agree. Evenly where no month has a weight.
pub(super) fn by_month(amount: i128, step: i128, weights: &[i64]) -> Vec<i128> {
    let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    let even = total <= 0;
    let total = if even { weights.len() as i128 } else { total };
    let (mut sum, mut before) = (0_i128, 0_i128);
    let step = step.max(1);
    let month = |weight: &i64| {
        sum += if even { 1 } else { i128::from(*weight) };
        let until = if sum == total { amount } else { proportion(amount, sum, total.saturating_mul(step)) * step };
        let own = until - before;
        before = until;
        own
    };
    weights.iter().map(month).collect()
}

/// The goal by month; stated periods as they were stated.
pub(super) fn goal_by_month(
    plan: &QuotaPlan,
    goal: i128,
    (unit, step): (Unit, i128),
    seasons: &[i64; 12],
) -> Vec<i128> {
    match &plan.goal {
        Goal::Periods { amounts } if matches!(amounts.len(), 4 | 12) => {
            let length = 12 / amounts.len();
            let periods = amounts.iter().zip(seasons.chunks(length));
            periods.flat_map(|(amount, own)| by_month(unit.of(*amount).max(0), step, own)).collect()
        }
        _ => by_month(goal, step, seasons),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seasons_add_up_to_twelve() {
        let check = |weights: &[i128], expected: [f64; 12]| {
            let found = by_periods(weights, EVEN);
            assert_eq!(found.iter().sum::<i64>(), YEAR, "{weights:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!((*found as f64 / 1e9 - expected).abs() < 2e-9, "{weights:?}: {found} for {expected}");
            }
        };
        check(&[20, 20, 20, 40], [0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 1.6, 1.6, 1.6]);
        let mut months = [12.0 / 13.0; 12];
        months[11] = 24.0 / 13.0;
        check(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], months);
        check(&[0, 0, 0, 0], [1.0; 12]);
        check(&[1, 2], [1.0; 12]);
    }

    #[test]
    fn months_add_up_and_quarters_are_rounded_once() {
        let check = |amount: i128, step: i128, weights: &[i64], expected: &[i128]| {
            let months = by_month(amount, step, weights);
            assert_eq!(months, expected, "{amount} by {weights:?}");
            assert_eq!(months.iter().sum::<i128>(), amount);
        };
        check(100, 1, &[1, 1, 1], &[33, 34, 33]);
        check(100, 10, &[1, 1, 1], &[30, 40, 30]);
        check(105, 10, &[1, 1], &[50, 55]);
        check(90, 1, &[0, 0, 0], &[30, 30, 30]);
        check(90, 1, &[0, 2, 1, 0], &[0, 60, 30, 0]);
        check(-90, 1, &[0, 0], &[-45, -45]);
    }
}
