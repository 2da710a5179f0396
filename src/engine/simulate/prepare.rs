//! An input made ready: every number a trial needs, sound, per rep and month, and each component as curves.

use std::collections::BTreeSet;

use super::curve::Curve;
use super::fingerprint::{fingerprint, key};
use super::flows::{Source, Sums, counted, monthly_quota};
use super::full::FullPlan;
use super::lanes::LANES;
use super::model::{CostInput, CostModel, RepModel};
use super::summary::Levels;
use crate::engine::comp::compare::{Marks, marks};
use crate::engine::comp::compiled::steps;
use crate::engine::comp::{Compiled, Component, MonthStep as Step, Plan, QuotaSource, Window};
use crate::engine::units::Decimal;

/// Longest simulation, in months.
const MOST_MONTHS: u32 = 60;

/// An input made ready to be run.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(super) fingerprint: String,
    pub(super) n_months: usize,
    /// Minor units in a major one.
    pub(super) minor: f64,
    /// `φ`, and `√(1 − φ²)`.
    pub(super) persistence: (f32, f32),
    pub(super) market_sigma: f32,
    /// Total credit to hold each run to, if so asked.
    pub(super) held_credit: Option<f64>,
    /// Credit of teams and the company that plans look at.
    pub(super) sums: Sums,
    pub(super) reps: Vec<PreparedRep>,
    pub(super) plans: Vec<PreparedPlan>,
}

#[derive(Clone, Debug)]
pub(super) struct PreparedRep {
    /// Number of the rep's stream: by key, so that other reps may come and go without changing its draws.
    pub(super) stream: u64,
    pub(super) sigma: f32,
    /// A month's word below this is a month without credit.
    pub(super) zero_below: u32,
    /// Credit of each month where the noise is 1.
    pub(super) scale: Vec<f64>,
    /// One over the quota of all months; 0 without quota.
    pub(super) per_quota: f64,
}

#[derive(Clone, Debug)]
pub(super) struct PreparedPlan {
    /// The plan walked as a whole, where its components do not stand alone; they are empty then.
    pub(super) full: Option<FullPlan>,
    pub(super) components: Vec<PreparedComponent>,
    /// Threshold, quota and excellence as attainments.
    pub(super) marks: [f64; 3],
    /// What each rep's pay is counted in, in minor units: the largest of expected pay, pay at quota, and target
    /// incentive; at least 1.
    pub(super) units: Vec<i64>,
}

#[derive(Clone, Debug)]
pub(super) struct PreparedComponent {
    /// Pay is the rate reached to date on the period's credit, not the difference to what was paid.
    pub(super) rate_of_period: bool,
    /// What happens in each month.
    pub(super) steps: Vec<Step>,
    /// For each rep, the curve of each window.
    pub(super) curves: Vec<RepCurves>,
}

/// The curves of a rep: windows of equal terms share one.
#[derive(Clone, Debug)]
pub(super) struct RepCurves {
    pub(super) curves: Vec<Curve>,
    /// Each window's place in them.
    pub(super) of_window: Vec<usize>,
}

/// Makes an input ready. Numbers that no model has (negative, infinite or none) are taken as the nearest sound ones.
pub fn prepare(input: &CostInput) -> Prepared {
    let model = &input.model;
    let n_months = model.n_months.clamp(1, MOST_MONTHS) as usize;
    let factor = sound(input.company_factor, 100.0);
    let persistence = if model.persistence.is_nan() { 0.0 } else { model.persistence.clamp(-0.999, 0.999) };
    let market_sigma = sound(model.market_sigma, 3.0);
    let mut taken = BTreeSet::new();
    let reps: Vec<PreparedRep> = model
        .reps
        .iter()
        .map(|rep| {
            let mut stream = key(rep.rep.0.as_bytes());
            while !taken.insert(stream) {
                stream = stream.wrapping_add(1);
            }
            prepared_rep(rep, model, n_months, factor, market_sigma, stream)
        })
        .collect();
    let minor = libm::pow(10.0, f64::from(input.digits.min(4)));
    let mut sums = Sums::new(model);
    let plans =
        input.plans.iter().map(|plan| prepared_plan(plan, input, n_months, (factor, minor), &mut sums)).collect();
    let held: f64 = model.reps.iter().map(|rep| expected(rep, model, n_months, factor).iter().sum::<f64>()).sum();
    Prepared {
        fingerprint: fingerprint(input),
        n_months,
        minor,
        persistence: (persistence as f32, (1.0 - persistence * persistence).sqrt() as f32),
        market_sigma: market_sigma as f32,
        held_credit: input.hold_company.then_some(held),
        sums,
        reps,
        plans,
    }
}

impl Prepared {
    /// Fingerprint of the input.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Months of reps' components that one run evaluates: what a run's time is in proportion to (about 5 to 10 ns each).
    pub fn work_per_run(&self) -> u64 {
        let work = |plan: &PreparedPlan| plan.full.as_ref().map_or(plan.components.len(), FullPlan::work);
        let components: usize = self.plans.iter().map(work).sum();
        let draws = 1 + u64::from(self.held_credit.is_some()) + u64::from(self.sums.n() != 0);
        (self.reps.len() as u64) * (self.n_months as u64) * (components as u64 + draws)
    }

    /// Runs that are computed together; ranges of a multiple of it waste nothing.
    pub fn block(&self) -> u32 {
        LANES as u32
    }
}

/// The number, from 0 to `most`; 0 if it is none.
pub(super) fn sound(number: f64, most: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(0.0, most) }
}

/// Quota of each simulated month. A month that the model does not give has the quota of the last one given.
pub(super) fn quotas(rep: &RepModel, n_months: usize) -> Vec<f64> {
    let last = rep.monthly_quota.last().copied().unwrap_or(0.0);
    (0..n_months).map(|month| sound(rep.monthly_quota.get(month).copied().unwrap_or(last), 1e15)).collect()
}

/// Expected credit of each month.
fn expected(rep: &RepModel, model: &CostModel, n_months: usize, factor: f64) -> Vec<f64> {
    let mean = if 1.0 <= rep.zero_share { 0.0 } else { sound(rep.mean_attainment, 1e3) * factor };
    let season = |month| sound(model.season.get(month).copied().unwrap_or(1.0), 100.0);
    quotas(rep, n_months).iter().enumerate().map(|(month, quota)| quota * mean * season(month)).collect()
}

fn prepared_rep(
    rep: &RepModel,
    model: &CostModel,
    n_months: usize,
    factor: f64,
    market_sigma: f64,
    stream: u64,
) -> PreparedRep {
    let sigma = sound(rep.volatility, 3.0);
    let zero_share = sound(rep.zero_share, 1.0);
    let centre = libm::exp(-0.5 * (sigma * sigma + market_sigma * market_sigma));
    let per_selling_month = if zero_share < 1.0 { centre / (1.0 - zero_share) } else { 0.0 };
    let quota: f64 = quotas(rep, n_months).iter().sum();
    PreparedRep {
        stream,
        sigma: sigma as f32,
        zero_below: (zero_share * 4_294_967_296.0) as u32,
        scale: expected(rep, model, n_months, factor).iter().map(|credit| credit * per_selling_month).collect(),
        per_quota: if 0.0 < quota { 1.0 / quota } else { 0.0 },
    }
}

fn prepared_plan(
    plan: &Plan,
    input: &CostInput,
    n_months: usize,
    (factor, minor): (f64, f64),
    sums: &mut Sums,
) -> PreparedPlan {
    let reps = &input.model.reps;
    let full = FullPlan::of(plan, input, n_months, sums);
    let mut components: Vec<PreparedComponent> = Vec::new();
    for component in plan.components.iter().filter(|_| full.is_none()) {
        let steps = steps(component, input.calendar, input.model.first, n_months);
        let weight = sound(number(component.weight), 1e6);
        let curves = (0..reps.len()).zip(reps).map(|(place, rep)| {
            let taps = counted(component).into_iter().take(1);
            let per_credit =
                taps.map(|(what, _)| sums.tap(&input.model, place, component.credit_from, &what).per_credit).sum();
            rep_curves(component, &steps, rep, weight, per_credit)
        });
        let curves = curves.collect();
        components.push(PreparedComponent { rate_of_period: !component.deduct_prior, steps, curves });
    }
    let paths = [
        Path::new(input, sums, |rep| expected(rep, &input.model, n_months, factor)),
        Path::new(input, sums, |rep| quotas(rep, n_months)),
    ];
    let units = reps
        .iter()
        .enumerate()
        .map(|(place, rep)| {
            let pay = |path: &Path| match &full {
                Some(full) => full.path_pay(place, |source, month| path.at(place, source, month)),
                None => components.iter().map(|component| component.path_pay(place, path.own(place))).sum::<f64>(),
            };
            let incentive = sound(rep.target_incentive, 1e15) * n_months as f64 / 12.0;
            // A rep who is expected to earn nothing may yet earn: the unit must be of the size of what may come.
            let unit = paths.iter().map(pay).fold(incentive, f64::max);
            ((unit * minor) as i64).clamp(1, 1_000_000_000_000_000)
        })
        .collect();
    let levels = Levels::marks(plan);
    PreparedPlan { full, components, marks: [levels.threshold, 1.0, levels.excellence], units }
}

fn rep_curves(component: &Component, steps: &[Step], rep: &RepModel, weight: f64, per_credit: f64) -> RepCurves {
    let main = quotas(rep, steps.len());
    // A mean credit that stands in for a quota still says for which months the target incentive is.
    let has_quota = rep.has_quota || component.quota != QuotaSource::Targets;
    let quotas = if has_quota { monthly_quota(rep, &component.quota, component.measure, &main, None) } else { main };
    let mut curves: Vec<Curve> = Vec::new();
    let mut of_window: Vec<usize> = Vec::new();
    let mut terms_before = None;
    let n_windows = steps.last().map_or(0, |step| step.window + 1);
    for window in 0..n_windows {
        let months = steps.iter().zip(&quotas).filter(|(step, _)| step.window == window);
        let quota: f64 = months.clone().map(|(_, quota)| quota).sum();
        // As in statements: quota and target incentive are for the same months.
        let n_with_quota = months.clone().filter(|(_, quota)| 0.0 < **quota).count();
        let n_months = if n_with_quota == 0 { months.count() } else { n_with_quota } as f64;
        let target_incentive = sound(rep.target_incentive, 1e15) * weight * n_months / 12.0;
        let terms = (quota.to_bits(), target_incentive.to_bits());
        if terms_before != Some(terms) {
            let quota = (has_quota && 0.0 < quota).then_some(quota);
            curves.push(curve(component, quota, target_incentive, rep.mean_deal, per_credit));
            terms_before = Some(terms);
        }
        of_window.push(curves.len().saturating_sub(1));
    }
    RepCurves { curves, of_window }
}

/// Everybody's credit of each month on one path, and the sums that come of it.
struct Path {
    own: Vec<Vec<f64>>,
    sums: Vec<Vec<f64>>,
}

impl Path {
    fn new(input: &CostInput, sums: &Sums, credit: impl Fn(&RepModel) -> Vec<f64>) -> Self {
        let own: Vec<Vec<f64>> = input.model.reps.iter().map(credit).collect();
        let n_months = own.first().map_or(0, Vec::len);
        let mut of_sums = vec![vec![0.0; n_months]; sums.n()];
        for (months, added) in own.iter().zip(&sums.added) {
            for (number, flow) in added {
                for (sum, credit) in of_sums.get_mut(*number).into_iter().flatten().zip(months) {
                    *sum += flow.per_credit * credit + flow.per_month;
                }
            }
        }
        Self { own, sums: of_sums }
    }

    fn own(&self, place: usize) -> &[f64] {
        self.own.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    fn at(&self, place: usize, source: Source, month: usize) -> f64 {
        let months = match source {
            Source::Own => self.own(place),
            Source::Sum(number) => self.sums.get(number).map(Vec::as_slice).unwrap_or_default(),
        };
        months.get(month).copied().unwrap_or(0.0)
    }
}

/// The curve of a window over the model's credit, of which each unit is `per_credit` units of the component's measure. A
/// component that looks at each deal alone is paid at the rate of the rep's average deal.
fn curve(component: &Component, quota: Option<f64>, target_incentive: f64, mean_deal: f64, per_credit: f64) -> Curve {
    let compiled = Compiled::new(component, quota, target_incentive);
    if component.accumulate == Window::Deal && 0.0 < mean_deal && mean_deal.is_finite() {
        return Curve::at_rate(compiled.pay(mean_deal * per_credit) / mean_deal);
    }
    Curve::of(&compiled.of_other_credit(per_credit))
}

impl PreparedComponent {
    /// Pay of the rep at that place if each month brought exactly that credit.
    fn path_pay(&self, place: usize, credit: &[f64]) -> f64 {
        let Some(curves) = self.curves.get(place) else { return 0.0 };
        let (mut to_date, mut before, mut of_period, mut pay) = (0.0, 0.0, 0.0, 0.0);
        for (step, credit) in self.steps.iter().zip(credit) {
            if step.opens {
                (to_date, before) = (0.0, 0.0);
            }
            to_date += credit;
            of_period += credit;
            if step.paid_in.is_some() {
                let earned = curves.curve(step.window).map_or(0.0, |curve| curve.pay_one(to_date));
                pay += if !self.rate_of_period {
                    earned - before
                } else if 0.0 < to_date {
                    earned / to_date * of_period
                } else {
                    0.0
                };
                (before, of_period) = (earned, 0.0);
            }
        }
        pay
    }
}

impl RepCurves {
    /// The curve of a window.
    pub(super) fn curve(&self, window: usize) -> Option<&Curve> {
        self.of_window.get(window).and_then(|place| self.curves.get(*place))
    }
}

impl Levels {
    /// The marks of a plan's heaviest component, with nothing counted yet.
    pub(super) fn marks(plan: &Plan) -> Self {
        let Marks { threshold, excellence } = marks(plan);
        let (threshold, excellence) = (threshold.map_or(0.0, number), number(excellence));
        Self { threshold, excellence, ..Self::default() }
    }
}

pub(super) fn number(decimal: Decimal) -> f64 {
    rust_decimal::prelude::ToPrimitive::to_f64(&decimal).unwrap_or(0.0)
}

#[cfg(test)]
mod tests;
