//! Rounding to sensible steps with all demands still met.

use super::answer::Solution;
use super::check::{LOSS, TARGET, solution};
use super::demand::{Demand, TOLERANCE_OF_BUDGET};
use super::lever::{Lever, decimal, float};
use super::linear::Optimum;
use super::program::{Goal, Program, Slack};
use super::response::Response;
use super::scene::Scene;
use crate::engine::units::Decimal;

/// Programs solved for one coarseness, plans checked exactly, and how often the steps are made ten times finer.
const MOST_NODES: usize = 160;
const MOST_CHECKS: usize = 6;
const N_FINER: u32 = 5;

/// The first rounded plan that meets all demands exactly: levers are fixed one after the other at the nearest steps, the rest
/// solved again as near to the unrounded answer (`from`) as can be; where no step will do, steps are made finer.
pub(super) fn rounded(
    scene: &Scene,
    response: &Response,
    demands: &[Demand],
    from: &[f64],
    protected: &[usize],
) -> Option<Solution> {
    let slack = Slack { budget: 0.8 * TOLERANCE_OF_BUDGET, target: 0.1 * TARGET, loss: 0.5 * LOSS };
    for finer in 0..=N_FINER {
        let divisor = Decimal::from(10_i64.pow(finer));
        let steps: Vec<Decimal> = scene.values.iter().map(|lever| lever.step(scene.plan) / divisor).collect();
        let bounds = Program::bounds_of(scene);
        let mut walk =
            Walk { scene, response, demands, from, slack, protected, steps: &steps, n_nodes: 0, n_checks: 0 };
        if let Some(found) = walk.down(bounds, 0) {
            return Some(found);
        }
    }
    None
}

struct Walk<'w> {
    scene: &'w Scene<'w>,
    response: &'w Response,
    demands: &'w [Demand],
    from: &'w [f64],
    slack: Slack,
    protected: &'w [usize],
    steps: &'w [Decimal],
    n_nodes: usize,
    n_checks: usize,
}

impl Walk<'_> {
    /// Fixes the levers from `depth` on.
    fn down(&mut self, bounds: Vec<(f64, f64)>, depth: usize) -> Option<Solution> {
        self.n_nodes += 1;
        if MOST_NODES < self.n_nodes || MOST_CHECKS < self.n_checks {
            return None;
        }
        let (scene, response) = (self.scene, self.response);
        let program = Program {
            scene,
            response,
            demands: self.demands,
            goal: Goal::Nearest,
            slack: self.slack,
            bounds,
            from: Some(self.from),
        };
        let Optimum::At(levers, _) = program.best(self.protected) else { return None };
        let bounds = program.bounds;
        let Some((lever, (value, (least, most)))) =
            scene.values.get(depth).zip(levers.get(depth).copied().zip(bounds.get(depth).copied()))
        else {
            return self.checked(&levers);
        };
        let step = self.steps.get(depth).copied().unwrap_or(Decimal::ONE);
        for fixed in nearest(lever, scene, value, step) {
            if least - 1e-9 <= fixed && fixed <= most + 1e-9 {
                let mut bounds = bounds.clone();
                if let Some(bound) = bounds.get_mut(depth) {
                    *bound = (fixed, fixed);
                }
                if let Some(found) = self.down(bounds, depth + 1) {
                    return Some(found);
                }
            }
        }
        None
    }

    fn checked(&mut self, levers: &[f64]) -> Option<Solution> {
        self.n_checks += 1;
        let plan = self.scene.with_values(&self.response.plan, levers);
        let found = solution(self.scene, plan);
        found.checks.iter().all(|check| check.is_met).then_some(found)
    }
}

/// The present value if it is as near as can be, then the steps around a value, the nearest first.
fn nearest(lever: &Lever, scene: &Scene, value: f64, step: Decimal) -> Vec<f64> {
    let now = lever.read(scene.plan).map_or(value, float);
    let size = float(step);
    let below = (decimal(value / size + 1e-9).floor().saturating_mul(step)).normalize();
    let (low, high) = (float(below), float(below.saturating_add(step).normalize()));
    let mut around = if value - low <= high - value { vec![low, high] } else { vec![high, low] };
    if (now - value).abs() <= 1e-7 * now.abs().max(size) {
        around.insert(0, now);
    }
    around.dedup();
    around
}
