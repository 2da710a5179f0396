//! The levers that pay is not linear in: starts and thresholds, moved one at a time around the linear program.

use super::answer::{Answer, Solution};
use super::check::solution;
use super::conflict::conflict;
use super::lever::{Lever, decimal, float};
use super::program::{Goal, Program, Slack};
use super::response::Response;
use super::round::rounded;
use super::scene::{Scene, with};
use super::search::{Found, solve_values};
use crate::engine::comp::plan::Plan;
use crate::engine::units::Decimal;

/// Even steps over a lever's range, and steps of golden section around the best.
const N_GRID: u32 = 8;
const N_GOLDEN: u32 = 12;
/// The same where nothing else moves.
const N_GOLDEN_ALONE: u32 = 30;
/// A plan that misses its demands is worse than any that meets them.
const MISS: f64 = 1e6;
const GOLDEN: f64 = 0.618_033_988_749_894_9;

/// The nearest plan that meets the scene's demands, or why there is none.
pub(super) fn answer(scene: &Scene) -> Answer {
    let present = scene.plan.clone();
    let unchanged = solution(scene, present.clone());
    if unchanged.checks.iter().all(|check| check.is_met) {
        return Answer::Solved(Box::new(unchanged)); // nothing is nearer
    }
    if scene.bends.is_empty() {
        return of_plan(scene, &present);
    }
    let bends = best_bends(scene);
    let finest = 6;
    let mut last = Answer::NotFound;
    for finer in 0..finest {
        let divisor = Decimal::from(10_i64.pow(finer));
        let round = |(lever, value): (&Lever, &f64)| {
            let step = lever.step(scene.plan) / divisor;
            float((decimal(*value / float(step)).round().saturating_mul(step)).normalize())
        };
        let values: Vec<f64> = scene.bends.iter().zip(&bends).map(round).collect();
        let plan = with(scene.plan, &scene.bends, &values);
        if !plan.errors().is_empty() {
            continue;
        }
        last = of_plan(scene, &plan);
        if matches!(last, Answer::Solved(_)) || !scene.values.is_empty() && matches!(last, Answer::Impossible(_)) {
            break;
        }
    }
    match last {
        Answer::Impossible(mut conflict) => {
            conflict.is_proved = false; // for other starts and thresholds
            Answer::Impossible(conflict)
        }
        other => other,
    }
}

/// The best values of the linear levers on a plan, rounded, if they can be; else how the plan's pay was measured, and whether
/// it is proved that there are none.
pub(super) fn best(scene: &Scene, plan: &Plan, goal: Goal) -> Result<Option<Solution>, Box<(Response, bool)>> {
    if scene.values.is_empty() {
        let found = solution(scene, plan.clone());
        if found.checks.iter().all(|check| check.is_met) {
            return Ok(Some(found));
        }
    }
    let (response, found) = solve_values(scene, plan, &scene.demands, goal);
    match found {
        Found::At { levers, protected, .. } => Ok(rounded(scene, &response, &scene.demands, &levers, &protected)),
        Found::Nothing { is_proved } => Err(Box::new((response, is_proved))),
    }
}

/// The nearest values of the linear levers on a plan, or what stands against them.
fn of_plan(scene: &Scene, plan: &Plan) -> Answer {
    match best(scene, plan, Goal::Nearest) {
        Ok(found) => found.map_or(Answer::NotFound, |found| Answer::Solved(Box::new(found))),
        Err(nothing) => conflict(scene, &nothing.0, nothing.1).map_or(Answer::NotFound, Answer::Impossible),
    }
}

/// Values of the bending levers for which the demands can be met with the least change, or are missed least.
fn best_bends(scene: &Scene) -> Vec<f64> {
    let mut values: Vec<f64> = scene.bends.iter().map(|lever| lever.read(scene.plan).map_or(0.0, float)).collect();
    let n_golden = if scene.values.is_empty() { N_GOLDEN_ALONE } else { N_GOLDEN };
    let mut least = badness(scene, &values);
    for _ in 0..2 {
        let before = least;
        for place in 0..values.len() {
            let plan = with(scene.plan, &scene.bends, &values);
            let Some(lever) = scene.bends.get(place) else { continue };
            let (low, high) = lever.bounds(&plan);
            let try_at = |value: f64| {
                let mut moved = values.clone();
                if let Some(own) = moved.get_mut(place) {
                    *own = value;
                }
                badness(scene, &moved)
            };
            let now = values.get(place).copied().unwrap_or(low);
            let mut tried: Vec<(f64, f64)> = vec![(now, least)];
            let grid = (0..=N_GRID).map(|step| low + (high - low) * f64::from(step) / f64::from(N_GRID));
            tried.extend(grid.map(|value| (value, try_at(value))));
            tried.sort_by(|one, other| one.0.total_cmp(&other.0));
            let (best, _) = least_of(&tried);
            let from = tried.get(best.saturating_sub(1)).map_or(low, |at| at.0);
            let to = tried.get(best + 1).map_or(high, |at| at.0);
            tried.extend(golden(from, to, n_golden, try_at));
            let (_, (value, bad)) = least_of(&tried);
            if bad < least {
                least = bad;
                if let Some(own) = values.get_mut(place) {
                    *own = value;
                }
            }
        }
        if scene.bends.len() < 2 || before - least <= 1e-6 {
            break;
        }
    }
    values
}

fn least_of(tried: &[(f64, f64)]) -> (usize, (f64, f64)) {
    let pairs = tried.iter().copied().enumerate();
    pairs.min_by(|one, other| one.1.1.total_cmp(&other.1.1)).unwrap_or_default()
}

/// Golden section: all places that were looked at.
fn golden(mut low: f64, mut high: f64, n: u32, look: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    let (mut left, mut right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut at_left, mut at_right) = (look(left), look(right));
    for _ in 0..n {
        found.extend([(left, at_left), (right, at_right)]);
        if at_left <= at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - GOLDEN * (high - low);
            at_left = look(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + GOLDEN * (high - low);
            at_right = look(right);
        }
    }
    found
}

/// How far the plan is from the present one, or how far from what is asked.
fn badness(scene: &Scene, bends: &[f64]) -> f64 {
    let plan = with(scene.plan, &scene.bends, bends);
    if !plan.errors().is_empty() {
        return f64::MAX;
    }
    let moved = scene.bends.iter().zip(bends).map(|(lever, value)| {
        let now = lever.read(scene.plan).map_or(0.0, float);
        (value - now).abs() / lever.scale(scene.plan)
    });
    let moved = moved.fold(0.0, f64::max);
    if scene.values.is_empty() {
        let miss = missed(scene, &Response::measured(scene, &plan, &[]));
        return moved * 1e-9 + MISS * miss;
    }
    let (response, found) = solve_values(scene, &plan, &scene.demands, Goal::Nearest);
    match found {
        Found::At { objective, .. } => objective.max(moved) + 1e-3 * moved,
        Found::Nothing { .. } => moved + MISS * (1e-3 + missed(scene, &response)),
    }
}

/// By how much the demands are missed at least.
fn missed(scene: &Scene, response: &Response) -> f64 {
    let bounds = Program::bounds_of(scene);
    let (demands, slack) = (&scene.demands, Slack::default());
    Program { scene, response, demands, goal: Goal::Nearest, slack, bounds, from: None }.miss().unwrap_or(1e3)
}
