//! Demands as rows of a linear program over the levers.

use super::demand::Demand;
use super::lever::{Lever, LeverKind, float, is_above_quota};
use super::linear::{Linear, Optimum, Row};
use super::response::{Affine, Response};
use super::scene::{PLACES_OF_TURN, Scene};
use crate::engine::comp::plan::{Component, PayBasis, Plan, TierAxis, TierMode};

/// What is best among the plans that meet the demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// The least greatest relative change of a lever, and then the least sum of them.
    Nearest,
    LeastCost,
    MostCost,
    /// The most pay at excellence.
    MostUpside,
}

/// How far a row may be missed: nothing where plans are sought, a part of what a check allows where they are rounded.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slack {
    pub(super) budget: f64,
    pub(super) target: f64,
    pub(super) loss: f64,
}

/// A program over the linear levers.
pub(super) struct Program<'p> {
    pub(super) scene: &'p Scene<'p>,
    pub(super) response: &'p Response,
    pub(super) demands: &'p [Demand],
    pub(super) goal: Goal,
    pub(super) slack: Slack,
    /// Of each lever.
    pub(super) bounds: Vec<(f64, f64)>,
    /// What changes are measured from; the present plan if not given.
    pub(super) from: Option<&'p [f64]>,
}

/// `lo ≤ line ≤ hi`, a miss told in `unit`.
struct Bound {
    line: Affine,
    lo: f64,
    hi: f64,
    unit: f64,
}

/// Weight of the sum of changes beside the greatest one.
const SUM: f64 = 1e-3;
/// Slopes below this part of a row's unit are noise of measuring.
const NOISE: f64 = 1e-7;
const MOST_CHANGE: f64 = 1e6;

impl Program<'_> {
    /// Bounds of the levers; one that stands below what is usual may stay there.
    pub(super) fn bounds_of(scene: &Scene) -> Vec<(f64, f64)> {
        let of = |lever: &Lever| {
            let (lo, hi) = lever.bounds(scene.plan);
            let now = lever.read(scene.plan).map_or(lo, float);
            if lever.min.is_none() { (lo.min(now), hi) } else { (lo, hi) }
        };
        scene.values.iter().map(of).collect()
    }

    /// The best levers where these entries of the team are paid no less than now; with the objective.
    pub(super) fn best(&self, protected: &[usize]) -> Optimum {
        match self.linear(protected, false).minimise() {
            Optimum::At(point, objective) => Optimum::At(self.levers(&point), objective),
            other => other,
        }
    }

    /// By how much the demands are missed at least, relative to what they ask for; `None` if nothing can be said.
    pub(super) fn miss(&self) -> Option<f64> {
        let linear = self.linear(&[], true);
        match linear.minimise() {
            Optimum::At(point, _) => point.last().copied(),
            _ => None,
        }
    }

    fn scales(&self) -> Vec<f64> {
        self.scene.values.iter().map(|lever| lever.scale(self.scene.plan)).collect()
    }

    fn levers(&self, point: &[f64]) -> Vec<f64> {
        let unscaled = point.iter().zip(self.scales()).map(|(value, scale)| value * scale);
        unscaled.zip(&self.bounds).map(|(value, (lo, hi))| value.clamp(*lo, hi.max(*lo))).collect()
    }

    /// Levers over their scales, the greatest change, each change, and the miss.
    fn linear(&self, protected: &[usize], is_relaxed: bool) -> Linear {
        let scales = self.scales();
        let n = scales.len();
        let n_all = 2 * n + 1 + usize::from(is_relaxed);
        let mut linear = Linear::default();
        linear.bounds.extend(self.bounds.iter().zip(&scales).map(|((lo, hi), scale)| (lo / scale, hi / scale)));
        linear.bounds.resize(2 * n + 1, (0.0, MOST_CHANGE));
        linear.costs = self.costs(&scales, is_relaxed);
        if is_relaxed {
            linear.bounds.push((0.0, MOST_CHANGE));
        }
        let row = |terms: &[(usize, f64)], lo: f64, hi: f64| {
            let mut coefficients = vec![0.0; n_all];
            for (at, value) in terms {
                if let Some(coefficient) = coefficients.get_mut(*at) {
                    *coefficient = *value;
                }
            }
            Row { coefficients, lo, hi }
        };
        for (at, (lever, scale)) in self.scene.values.iter().zip(&scales).enumerate() {
            let given = self.from.and_then(|from| from.get(at)).copied();
            let now = given.unwrap_or_else(|| lever.read(self.scene.plan).map_or(0.0, float)) / scale;
            let change = n + 1 + at;
            linear.rows.push(row(&[(at, 1.0), (change, -1.0)], f64::NEG_INFINITY, now));
            linear.rows.push(row(&[(at, 1.0), (change, 1.0)], now, f64::INFINITY));
            linear.rows.push(row(&[(change, 1.0), (n, -1.0)], f64::NEG_INFINITY, 0.0));
        }
        for bound in self.rows(protected) {
            let Bound { line, lo, hi, unit } = bound;
            let slopes = line.slopes.iter().zip(&scales).map(|(slope, scale)| slope * scale / unit);
            let slopes: Vec<(usize, f64)> = slopes.enumerate().filter(|(_, slope)| NOISE < slope.abs()).collect();
            let (lo, hi) = ((lo - line.constant) / unit, (hi - line.constant) / unit);
            if is_relaxed {
                let with = |miss: f64| slopes.iter().copied().chain([(n_all - 1, miss)]).collect::<Vec<_>>();
                linear.rows.push(row(&with(1.0), lo, f64::INFINITY));
                linear.rows.push(row(&with(-1.0), f64::NEG_INFINITY, hi));
            } else {
                linear.rows.push(row(&slopes, lo, hi));
            }
        }
        linear
    }

    fn costs(&self, scales: &[f64], is_relaxed: bool) -> Vec<f64> {
        let n = scales.len();
        if is_relaxed {
            let mut costs = vec![0.0; 2 * n + 2];
            if let Some(miss) = costs.last_mut() {
                *miss = 1.0;
            }
            if let Some(greatest) = costs.get_mut(n) {
                *greatest = 1e-6;
            }
            return costs;
        }
        let (line, sign) = match self.goal {
            Goal::Nearest => (None, 0.0),
            Goal::LeastCost => (Some(&self.response.cost), 1.0),
            Goal::MostCost => (Some(&self.response.cost), -1.0),
            Goal::MostUpside => (Some(&self.response.excellence), -1.0),
        };
        let mut costs = vec![0.0; n];
        let mut change = 1.0;
        if let Some(line) = line {
            costs = line.slopes.iter().zip(scales).map(|(slope, scale)| sign * slope * scale).collect();
            let greatest = costs.iter().map(|cost| cost.abs()).fold(0.0, f64::max);
            let unit = if 0.0 < greatest { greatest } else { 1.0 };
            for cost in &mut costs {
                *cost /= unit;
            }
            change = 1e-4;
        }
        costs.push(change);
        costs.extend(vec![SUM * change; n]);
        costs
    }

    fn rows(&self, protected: &[usize]) -> Vec<Bound> {
        let mut rows: Vec<Bound> = self.demands.iter().flat_map(|demand| self.rows_of(*demand)).collect();
        for place in protected {
            let Some((line, now)) = self.response.cases.get(*place).zip(self.scene.present.cases.get(*place)) else {
                continue;
            };
            let lo = now - self.slack.loss * now.abs();
            rows.push(Bound { line: line.clone(), lo, hi: f64::INFINITY, unit: now.abs().max(1e-9) });
        }
        rows
    }

    fn rows_of(&self, demand: Demand) -> Vec<Bound> {
        let Response { cost, excellence, targets, .. } = self.response;
        let at_least = |line: Affine, unit: f64| Bound { line, lo: 0.0, hi: f64::INFINITY, unit: unit.max(1e-9) };
        let typical = self.response.target().constant.abs().max(float(self.scene.target_incentive));
        let typical = typical.max(self.scene.present.excellence.abs());
        match demand {
            Demand::Budget { amount } => {
                let miss = self.slack.budget * amount;
                vec![Bound { line: cost.clone(), lo: amount - miss, hi: amount + miss, unit: amount }]
            }
            Demand::CcosAtMost { share } => {
                let most = share * self.scene.team.credit;
                let unit = most.max(self.scene.cost(&self.scene.present.cases).abs()).max(1e-9);
                vec![Bound { line: cost.clone(), lo: f64::NEG_INFINITY, hi: most, unit }]
            }
            Demand::TargetPaysTarget => {
                let incentive = float(self.scene.target_incentive);
                let components = self.response.plan.components.iter().zip(targets);
                let paid = components.filter(|(component, _)| is_held_to_target(component));
                let row = |(component, line): (&Component, &Affine)| {
                    let target = float(component.weight) * incentive;
                    let miss = self.slack.target * target;
                    Bound { line: line.clone(), lo: target - miss, hi: target + miss, unit: target.max(1e-9) }
                };
                paid.map(row).collect()
            }
            Demand::Monotone => {
                let rises = self.response.curves().flat_map(rises);
                rises.map(|line| at_least(line, typical * 1e-3)).collect()
            }
            Demand::LeverageAtLeast { times } => {
                vec![at_least(excellence.plus(-times, &self.response.target()), typical)]
            }
            Demand::LeverageAtMost { times } => {
                let line = Affine::constant(0.0, excellence.slopes.len()).plus(-1.0, excellence);
                vec![at_least(line.plus(times, &self.response.target()), typical)]
            }
            Demand::AcceleratorAtLeast { times } => {
                let row = |(value, base): (Affine, Affine)| at_least(value.plus(-times, &base), base_unit(&base));
                self.accelerators().into_iter().map(row).collect()
            }
            Demand::AcceleratorAtMost { times } => {
                let row = |(value, base): (Affine, Affine)| {
                    let unit = base_unit(&base);
                    let none = Affine::constant(0.0, value.slopes.len());
                    at_least(none.plus(times, &base).plus(-1.0, &value), unit)
                };
                self.accelerators().into_iter().map(row).collect()
            }
            Demand::WorseOffAtMost { .. } => Vec::new(), // by protecting entries
        }
    }

    /// Of each accelerator its value, and the base that it is a multiple of.
    fn accelerators(&self) -> Vec<(Affine, Affine)> {
        accelerators(self.scene, &self.response.plan)
    }
}

/// By how much pay rises from place to place of a component's curve. What stands on the two sides of a turn is told from the
/// line through the two places close by.
fn rises(curve: &[Affine]) -> Vec<Affine> {
    let mut found = Vec::new();
    let mut last: Option<&Affine> = None;
    for turn in curve.chunks(PLACES_OF_TURN) {
        let [far_below, below, at, above, far_above, middle] = turn else { continue };
        let left = below.plus(1.0, below).plus(-1.0, far_below);
        let right = above.plus(1.0, above).plus(-1.0, far_above);
        found.extend(last.map(|last| left.plus(-1.0, last)));
        found.extend([at.plus(-1.0, &left), right.plus(-1.0, at), middle.plus(-1.0, &right)]);
        last = Some(middle);
    }
    found
}

fn base_unit(base: &Affine) -> f64 {
    base.slopes.iter().map(|slope| slope.abs()).fold(base.constant.abs(), f64::max).max(1e-9)
}

/// Whether target pay is asked of it: it pays, and has a part of the target incentive.
pub(super) fn is_held_to_target(component: &Component) -> bool {
    !component.is_measured_only && !component.weight.is_zero()
}

/// Of each tier that begins at quota or above it its value, and the base that it is a multiple of, over the levers: 1 for
/// multiples, the value in force just below quota for rates; on pay curves of the target incentive the slope to the next
/// point. Fixed amounts have none.
pub(super) fn accelerators(scene: &Scene, plan: &Plan) -> Vec<(Affine, Affine)> {
    let n = scene.values.len();
    let value = |place: usize, tier: usize| {
        let kind = LeverKind::Value { tier };
        let at = scene.values.iter().position(|lever| lever.component == place && lever.kind == kind);
        let tiers = plan.components.get(place).map(|component| component.tiers.as_slice()).unwrap_or_default();
        let mut line = Affine::constant(tiers.get(tier).map_or(0.0, |tier| float(tier.value)), n);
        if let Some(slope) = at.and_then(|at| line.slopes.get_mut(at)) {
            (*slope, line.constant) = (1.0, 0.0);
        }
        line
    };
    let mut found = Vec::new();
    for (place, component) in plan.components.iter().enumerate() {
        if component.is_measured_only || component.matrix.is_some() || component.pay_basis == PayBasis::Fixed {
            continue;
        }
        let quota = scene.window_quota(component);
        let is_curve = component.tier_mode == TierMode::Interpolated;
        for (tier, of) in component.tiers.iter().enumerate() {
            if !is_above_quota(component, tier, quota) {
                continue;
            }
            if is_curve && component.pay_basis == PayBasis::TargetIncentive {
                let Some(next) = component.tiers.get(tier + 1) else { continue };
                let unit = if component.tier_axis == TierAxis::Attainment { 1.0 } else { float(quota) };
                let width = float(next.from.saturating_sub(of.from)) / unit;
                if 0.0 < width {
                    let rise = value(place, tier + 1).plus(-1.0, &value(place, tier));
                    let none = Affine::constant(0.0, n);
                    found.push((none.plus(1.0 / width, &rise), Affine::constant(1.0, n)));
                }
                continue;
            }
            let base = match component.pay_basis {
                PayBasis::TargetIncentive | PayBasis::BaseRate { .. } => Affine::constant(1.0, n),
                _ => {
                    let below = (0..tier).rev().find(|below| !is_above_quota(component, *below, quota));
                    let Some(below) = below else { continue };
                    value(place, below)
                }
            };
            found.push((value(place, tier), base));
        }
    }
    found
}
