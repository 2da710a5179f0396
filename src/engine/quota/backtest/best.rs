//! Which method did best, and why.

use super::answer::{Best, Setter, SetterResult, Why};
use crate::engine::quota::estimate::Method;

/// Errors that lie as near as this say the same: a point.
const TOLERANCE: f64 = 0.01;

/// The method with the least error, of those that could say something in the most years; of those within a point of it, the
/// one whose attainment depends least on the size of the territory.
pub(super) fn best(overall: &[SetterResult]) -> Option<Best> {
    let method = |result: &SetterResult| match result.setter {
        Setter::Method(method) => Some((method, result.n_years, result.score?.wape?, result.score?.size_correlation)),
        Setter::AsSet => None,
    };
    let all: Vec<(Method, u32, f64, Option<f64>)> = overall.iter().filter_map(method).collect();
    let n_years = all.iter().map(|(_, n, ..)| *n).max()?;
    let mut known: Vec<(Method, f64, Option<f64>)> = all
        .into_iter()
        .filter(|(_, n, ..)| *n == n_years)
        .map(|(method, _, wape, fair)| (method, wape, fair))
        .collect();
    known.sort_by(|one, other| one.1.total_cmp(&other.1)); // stable: equal ones as they were asked for
    let (first, least, fair) = *known.first()?;
    let size = |correlation: Option<f64>| correlation.map_or(f64::INFINITY, f64::abs);
    let near = known.iter().filter(|(_, wape, _)| wape - least <= TOLERANCE);
    let fairest = near.min_by(|one, other| size(one.2).total_cmp(&size(other.2))).copied();
    let next = |of: Method| known.iter().map(|(method, ..)| *method).find(|method| *method != of);
    Some(match fairest {
        Some((method, wape, Some(correlation))) if method != first && correlation.abs() < size(fair) => {
            Best { method, why: Why::Fairer { wape, least, correlation }, next: next(method) }
        }
        _ if known.len() == 1 => Best { method: first, why: Why::Alone { wape: least }, next: None },
        _ => Best { method: first, why: Why::LeastError { wape: least }, next: next(first) },
    })
}

#[cfg(test)]
mod tests {
    use super::super::answer::Score;
    use super::*;

    fn result(method: Method, n_years: u32, wape: f64, correlation: f64) -> SetterResult {
        let score = Score { wape: Some(wape), size_correlation: Some(correlation), ..Score::default() };
        SetterResult { setter: Setter::Method(method), n_years, score: Some(score) }
    }

    #[test]
    fn the_least_error_is_best_unless_a_near_one_is_fairer() {
        let shrinkage = result(Method::Shrinkage, 2, 0.20, -0.5);
        let growth = result(Method::Growth, 2, 0.205, -0.1);
        let even = result(Method::Even, 2, 0.30, 0.0);
        let check = |results: &[SetterResult], expected: Option<(Method, Why, Option<Method>)>| {
            let found = best(results).map(|best| (best.method, best.why, best.next));
            assert_eq!(found, expected);
        };
        let least = Why::LeastError { wape: 0.20 };
        check(&[even, shrinkage], Some((Method::Shrinkage, least, Some(Method::Even))));
        let fairer = Why::Fairer { wape: 0.205, least: 0.20, correlation: -0.1 };
        check(&[even, shrinkage, growth], Some((Method::Growth, fairer, Some(Method::Shrinkage))));
        check(&[even], Some((Method::Even, Why::Alone { wape: 0.30 }, None)));
        check(&[], None);
        // What could be said in one year only is not held against what was said in two.
        let lucky = result(Method::Regression, 1, 0.01, 0.0);
        check(&[lucky, shrinkage, even], Some((Method::Shrinkage, least, Some(Method::Even))));
        let as_set = SetterResult { setter: Setter::AsSet, ..result(Method::Even, 2, 0.0, 0.0) };
        check(&[as_set], None);
    }
}
