//! How quotas did against what was sold.

use super::answer::{RepYear, Score};
use crate::engine::comp::compare::mean;
use crate::engine::quota::health::{correlation, gini, variance};

/// Of these reps or rep-years; attainment within `band` of 100 % counts as accurate.
pub(super) fn score(reps: &[RepYear], band: f64) -> Score {
    let sold: f64 = reps.iter().map(|rep| rep.actual).sum();
    let over_sold = |sum: f64| (0.0 < sold).then(|| sum / sold);
    let attained: Vec<(f64, f64)> = reps.iter().filter_map(|rep| Some((rep.attainment?, rep.size?))).collect();
    let attainments: Vec<f64> = reps.iter().filter_map(|rep| rep.attainment).collect();
    let inside: Vec<bool> = reps.iter().filter_map(|rep| rep.is_inside).collect();
    let relative: Vec<f64> =
        reps.iter().filter(|rep| 0.0 < rep.actual).map(|rep| (rep.quota - rep.actual).abs() / rep.actual).collect();
    let share = |n: usize, of: usize| (0 < of).then(|| n as f64 / of as f64);
    // A ratio that is to be exactly 1 may miss it by a rounding.
    let reaches = |attainment: &&f64| 1.0 - 1e-9 <= **attainment;
    let is_near = |attainment: &&f64| (**attainment - 1.0).abs() <= band + 1e-9;
    Score {
        n_reps: reps.len() as u32,
        mape: mean(&relative),
        wape: over_sold(reps.iter().map(|rep| (rep.quota - rep.actual).abs()).sum()),
        bias: over_sold(reps.iter().map(|rep| rep.quota - rep.actual).sum()),
        size_correlation: correlation(&attained),
        gini: gini(&attainments),
        spread: variance(&attainments).map(libm::sqrt),
        at_quota: share(attainments.iter().filter(reaches).count(), attainments.len()),
        within: share(attainments.iter().filter(is_near).count(), attainments.len()),
        inside: share(inside.iter().filter(|inside| **inside).count(), inside.len()),
        cost: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rep(quota: f64, actual: f64, size: f64) -> RepYear {
        let attainment = (0.0 < quota).then(|| actual / quota);
        RepYear { quota, actual, attainment, size: Some(size), ..RepYear::default() }
    }

    #[track_caller]
    fn near(found: Option<f64>, expected: f64) {
        assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?} {expected}");
    }

    #[test]
    fn a_score_worked_by_hand() {
        // Quotas 100 100 200, sold 80 110 150: attained 0.8 1.1 0.75.
        let found = score(&[rep(100.0, 80.0, 90.0), rep(100.0, 110.0, 120.0), rep(200.0, 150.0, 180.0)], 0.2);
        near(found.wape, (20.0 + 10.0 + 50.0) / 340.0);
        near(found.mape, (0.25 + 10.0 / 110.0 + 1.0 / 3.0) / 3.0);
        near(found.bias, 60.0 / 340.0);
        near(found.at_quota, 1.0 / 3.0);
        near(found.within, 2.0 / 3.0);
        // Pairwise differences 0.3 0.05 0.35, twice, over 2 · 3² · mean 2.65/3.
        near(found.gini, 2.0 * 0.7 / (18.0 * 2.65 / 3.0));
        // Squares around 0.88333: 0.006944 + 0.046944 + 0.017778 = 0.071667 over 2.
        near(found.spread, libm::sqrt(0.071_666_666_666_666_67 / 2.0));
        // Sizes around 130: −40, −10, 50; Σ xy = −0.08333·−40 + 0.21667·−10 − 0.13333·50 = −5.5; √(0.0716667 · 4 200).
        near(found.size_correlation, -5.5 / libm::sqrt(0.071_666_666_666_666_67 * 4_200.0));
        assert_eq!(found.n_reps, 3);
    }

    #[test]
    fn what_cannot_be_said_is_left_out() {
        let found = score(&[], 0.2);
        assert_eq!(found, Score::default());
        let found = score(&[rep(0.0, 50.0, 10.0), rep(100.0, 0.0, 10.0)], 0.2);
        assert_eq!((found.gini, found.spread, found.size_correlation, found.at_quota), (None, None, None, Some(0.0)));
        // All attain the same: no correlation, no spread.
        let same = score(&[rep(1.0, 0.9, 3.0), rep(10.0, 9.0, 7.0), rep(3.0, 2.7, 1.0)], 0.1);
        assert_eq!((same.size_correlation, same.within), (None, Some(1.0)));
        near(same.gini, 0.0);
    }

    #[test]
    fn a_territory_of_unknown_size_says_nothing_of_size() {
        let sized = [rep(100.0, 80.0, 90.0), rep(100.0, 110.0, 120.0), rep(200.0, 150.0, 180.0)];
        let newcomer = RepYear { size: None, ..rep(100.0, 300.0, 0.0) };
        let with = score(&[&sized[..], &[newcomer]].concat(), 0.2);
        near(with.size_correlation, score(&sized, 0.2).size_correlation.unwrap());
        assert_eq!((with.n_reps, with.at_quota), (4, Some(0.5)));
    }
}
