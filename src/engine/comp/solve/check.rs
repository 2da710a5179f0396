//! What a plan comes to, and whether it meets the demands: by the exact interpreter.

use super::answer::{Change, Check, Figures, Solution};
use super::demand::{Demand, TOLERANCE_OF_BUDGET};
use super::lever::{Lever, float};
use super::program::{accelerators, is_held_to_target};
use super::response::values_in;
use super::scene::{Reading, Scene};
use crate::engine::comp::plan::Plan;
use crate::engine::units::Decimal;

/// A loss or gain of less than this part of pay counts for nothing.
pub(super) const LOSS: f64 = 0.001;
/// What target pay may be missed by, as a fraction.
pub(super) const TARGET: f64 = 1e-5;
/// What other numbers may be missed by from arithmetic alone, as a fraction.
const ROUND_OFF: f64 = 1e-6;

/// The figures of a plan.
pub(super) fn figures(scene: &Scene, read: &Reading) -> Figures {
    let cost = scene.cost(&read.cases);
    let target: f64 = read.targets.iter().fold(0.0, |sum, pay| sum + pay);
    let share = |takes: &dyn Fn(f64, f64) -> bool| {
        let pairs = scene.team.weights.iter().zip(scene.present.cases.iter().zip(&read.cases));
        let weights = pairs.filter(|(_, (before, after))| takes(**before, **after)).map(|(weight, _)| weight);
        weights.fold(0.0, |sum, weight| sum + weight) / scene.n_reps
    };
    Figures {
        cost,
        ccos: (0.0 < scene.team.credit).then(|| cost / scene.team.credit),
        pay_at_target: target,
        pay_at_excellence: read.excellence,
        leverage: (0.0 < target).then(|| read.excellence / target),
        worse_off: share(&|before, after| 0.0 < before && after < before * (1.0 - LOSS)),
        better_off: share(&|before, after| before.max(0.0) * (1.0 + LOSS) < after),
        gini: gini(scene, &read.cases),
    }
}

/// `Σ_i Σ_j w_i w_j |x_i − x_j| / (2 W² x̄)` of pay over target incentive.
fn gini(scene: &Scene, cases: &[f64]) -> f64 {
    let is_known = scene.team.incentives.iter().all(|incentive| 0.0 < *incentive);
    let parts = cases.iter().zip(&scene.team.incentives).zip(&scene.team.weights);
    let part =
        |((pay, incentive), weight): ((&f64, &f64), &f64)| (if is_known { pay / incentive } else { *pay }, *weight);
    let mut sorted: Vec<(f64, f64)> = parts.map(part).map(|(part, weight)| (part.max(0.0), weight)).collect();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut below, mut area, mut sum) = (0.0, 0.0, 0.0);
    for (part, weight) in sorted {
        area += weight * part * (2.0 * below + weight);
        below += weight;
        sum += weight * part;
    }
    if 0.0 < sum && 0.0 < below { (area / (below * sum) - 1.0).clamp(0.0, 1.0) } else { 0.0 }
}

/// Each of the scene's demands with what the plan comes to.
pub(super) fn checks(scene: &Scene, plan: &Plan, read: &Reading) -> Vec<Check> {
    let figures = figures(scene, read);
    scene.demands.iter().map(|demand| check(scene, plan, read, &figures, *demand)).collect()
}

fn check(scene: &Scene, plan: &Plan, read: &Reading, figures: &Figures, demand: Demand) -> Check {
    let at_most = |value: Option<f64>, most: f64| (value, value.is_none_or(|value| value <= most * (1.0 + ROUND_OFF)));
    let at_least = |value: Option<f64>, least: f64| {
        (value, value.map_or(least <= 0.0, |value| least * (1.0 - ROUND_OFF) <= value))
    };
    let (value, is_met) = match demand {
        Demand::Budget { amount } => {
            (Some(figures.cost), (figures.cost - amount).abs() <= TOLERANCE_OF_BUDGET * amount)
        }
        Demand::CcosAtMost { share } => at_most(figures.ccos, share),
        Demand::WorseOffAtMost { share } => at_most(Some(figures.worse_off), share),
        Demand::LeverageAtLeast { times } => at_least(figures.leverage, times),
        Demand::LeverageAtMost { times } => at_most(figures.leverage, times),
        Demand::AcceleratorAtLeast { times } => {
            at_least(multiples(scene, plan).reduce(f64::min).or(Some(f64::MAX)), times)
        }
        Demand::AcceleratorAtMost { times } => at_most(multiples(scene, plan).reduce(f64::max), times),
        Demand::TargetPaysTarget => {
            let miss = target_miss(scene, plan, read);
            (Some(miss), miss <= TARGET)
        }
        Demand::Monotone => {
            let fall = deepest_fall(scene, plan);
            (Some(fall), fall <= 1e-9 * read.excellence.abs().max(1.0))
        }
    };
    Check { demand, value: value.filter(|value| *value < f64::MAX), is_met }
}

/// Each accelerator over its base.
fn multiples<'s>(scene: &'s Scene, plan: &'s Plan) -> impl Iterator<Item = f64> + 's {
    let values = values_in(scene, plan);
    let of = move |(value, base): (super::response::Affine, super::response::Affine)| {
        let (value, base) = (value.at(&values), base.at(&values));
        if 0.0 < base {
            value / base
        } else if 0.0 < value {
            f64::MAX
        } else {
            0.0
        }
    };
    accelerators(scene, plan).into_iter().map(of)
}

/// The greatest miss of a component's pay at quota, over what it should be.
fn target_miss(scene: &Scene, plan: &Plan, read: &Reading) -> f64 {
    let held = plan.components.iter().zip(&read.targets).filter(|(component, _)| is_held_to_target(component));
    let misses = held.map(|(component, pay)| {
        let target = float(component.weight) * float(scene.target_incentive);
        if 0.0 < target { (pay - target).abs() / target } else { pay.abs() }
    });
    misses.fold(0.0, f64::max)
}

/// The deepest fall of a component's pay from one attainment to a higher one: at everything where it may turn, and every
/// hundredth of quota to three quotas.
fn deepest_fall(scene: &Scene, plan: &Plan) -> f64 {
    let mut places = scene.places(plan);
    places.retain(|at| Decimal::ZERO <= *at);
    places.extend((0..=300).map(|hundredth| Decimal::new(hundredth, 2)));
    places.sort();
    places.dedup();
    let year = scene.year(plan);
    let (mut greatest, mut fall) = (vec![Decimal::ZERO; plan.components.len()], Decimal::ZERO);
    for at in places {
        for (before, pay) in greatest.iter_mut().zip(year.components(at)) {
            fall = fall.max(before.saturating_sub(pay));
            *before = pay;
        }
    }
    float(fall)
}

/// The plan as a solution, whatever it meets.
pub(super) fn solution(scene: &Scene, plan: Plan) -> Solution {
    let read = scene.read(&plan, &[]);
    let change = |lever: &Lever| {
        Some(Change {
            lever: *lever,
            before: lever.read(scene.plan)?.normalize(),
            after: lever.read(&plan)?.normalize(),
        })
    };
    let mut changes: Vec<Change> = scene.values.iter().chain(&scene.bends).filter_map(change).collect();
    changes.sort_by_key(|change| change.lever.component);
    Solution {
        changes,
        before: figures(scene, &scene.present),
        after: figures(scene, &read),
        checks: checks(scene, &plan, &read),
        plan,
    }
}
