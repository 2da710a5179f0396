//! How what a plan pays answers to its levers: measured by moving one at a time.

use super::lever::float;
use super::program::Program;
use super::scene::{Reading, Scene};
use crate::engine::comp::plan::Plan;
use crate::engine::units::Decimal;

/// `output = constant + Σ slope · lever`, for everything that is read off a plan.
pub(super) struct Response {
    /// The plan that it was measured on; its other levers are as they are there.
    pub(super) plan: Plan,
    /// Attainments at which the curve was read.
    pub(super) places: Vec<Decimal>,
    pub(super) cases: Vec<Affine>,
    pub(super) targets: Vec<Affine>,
    pub(super) excellence: Affine,
    pub(super) curve: Vec<Affine>,
    pub(super) cost: Affine,
    /// Whether it holds far from where it was measured.
    pub(super) is_linear: bool,
}

/// A linear function of the levers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Affine {
    pub(super) constant: f64,
    pub(super) slopes: Vec<f64>,
}

/// The step of a lever where pay bends, as a fraction of its scale.
const NARROW: f64 = 1e-3;

impl Affine {
    pub(super) fn at(&self, levers: &[f64]) -> f64 {
        self.constant + self.slopes.iter().zip(levers).map(|(slope, value)| slope * value).sum::<f64>()
    }

    /// `self + times · other`
    pub(super) fn plus(&self, times: f64, other: &Self) -> Self {
        let slopes = self.slopes.iter().zip(&other.slopes).map(|(own, other)| own + times * other);
        Self { constant: self.constant + times * other.constant, slopes: slopes.collect() }
    }

    /// A number that does not move.
    pub(super) fn constant(constant: f64, n_levers: usize) -> Self {
        Self { constant, slopes: vec![0.0; n_levers] }
    }
}

impl Response {
    /// Measured on the plan around these values of the linear levers: far from them if pay is linear so far, else close by.
    pub(super) fn measured(scene: &Scene, plan: &Plan, around: &[f64]) -> Self {
        Self::of(scene, plan, around, true)
    }

    /// Measured close by.
    pub(super) fn measured_near(scene: &Scene, plan: &Plan, around: &[f64]) -> Self {
        Self::of(scene, plan, around, false)
    }

    fn of(scene: &Scene, plan: &Plan, around: &[f64], may_be_far: bool) -> Self {
        let places = scene.places(plan);
        let base = scene.with_values(plan, around);
        let read = |values: &[f64]| scene.read(&scene.with_values(&base, values), &places);
        let scales: Vec<f64> = scene.values.iter().map(|lever| lever.scale(scene.plan)).collect();
        let start = read(around);
        let moved = |width: f64| -> Vec<Affine> {
            let readings: Vec<Reading> = (0..around.len())
                .map(|place| {
                    let step = |(at, (value, scale)): (usize, (&f64, &f64))| {
                        if at == place { value + width * scale } else { *value }
                    };
                    read(&around.iter().zip(&scales).enumerate().map(step).collect::<Vec<f64>>())
                })
                .collect();
            affine(&start, &readings, around, &scales, width)
        };
        let mut all = moved(if may_be_far { 1.0 } else { NARROW });
        let far: Vec<f64> = around.iter().zip(&scales).map(|(value, scale)| value + 0.5 * scale).collect();
        let near: Vec<f64> = around.iter().map(|value| 0.5 * value).collect();
        let top: Vec<f64> = Program::bounds_of(scene).iter().map(|(_, most)| *most).collect();
        let holds = |at: &[f64]| {
            let grain = scene.team.crowd.grain();
            let pairs = all.iter().zip(read(at).all().collect::<Vec<f64>>());
            pairs.into_iter().all(|(line, read)| (line.at(at) - read).abs() <= 1e-6 * read.abs().max(1.0) + 6.0 * grain)
        };
        let is_linear = around.is_empty() || may_be_far && holds(&far) && holds(&near) && holds(&top);
        if may_be_far && !is_linear {
            all = moved(NARROW);
        }
        let (n_cases, n_targets) = (start.cases.len(), start.targets.len());
        let mut rest = all.into_iter();
        let cases: Vec<Affine> = rest.by_ref().take(n_cases).collect();
        let targets: Vec<Affine> = rest.by_ref().take(n_targets).collect();
        let excellence = rest.next().unwrap_or_default();
        let none = Affine::constant(0.0, around.len());
        let weighted = scene.team.weights.iter().zip(&cases);
        let cost = weighted.fold(none, |sum, (weight, case)| sum.plus(*weight, case));
        Self { plan: base, places, cases, targets, excellence, curve: rest.collect(), cost, is_linear }
    }

    /// Pay of the whole plan at quota.
    pub(super) fn target(&self) -> Affine {
        let none = Affine::constant(0.0, self.excellence.slopes.len());
        self.targets.iter().fold(none, |sum, one| sum.plus(1.0, one))
    }

    /// The curve of each component.
    pub(super) fn curves(&self) -> impl Iterator<Item = &[Affine]> {
        self.curve.chunks(self.places.len().max(1))
    }
}

fn affine(start: &Reading, readings: &[Reading], around: &[f64], scales: &[f64], width: f64) -> Vec<Affine> {
    let columns: Vec<Vec<f64>> = readings.iter().map(|reading| reading.all().collect()).collect();
    let of = |(row, own): (usize, f64)| {
        let slope = |(column, scale): (&Vec<f64>, &f64)| {
            let moved = column.get(row).copied().unwrap_or(own);
            (moved - own) / (width * scale)
        };
        let slopes: Vec<f64> = columns.iter().zip(scales).map(slope).collect();
        let constant = own - slopes.iter().zip(around).map(|(slope, value)| slope * value).sum::<f64>();
        Affine { constant, slopes }
    };
    start.all().enumerate().map(of).collect()
}

/// Values of the linear levers in a plan.
pub(super) fn values_in(scene: &Scene, plan: &Plan) -> Vec<f64> {
    scene.values.iter().map(|lever| lever.read(plan).map_or(0.0, float)).collect()
}
