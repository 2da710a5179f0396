//! What simulated or stated attainment would make of some measures.

use super::card::HealthKind;
use super::numbers::normal;
use super::settings::{Expected, HealthSettings};
use crate::engine::comp::compare::Marks;
use crate::engine::comp::plan::{Component, Plan, Threshold, ThresholdKind, Tier, TierAxis};
use crate::engine::comp::templates;
use crate::engine::simulate::{CostInput, CostModel, prepare, run};
use crate::engine::units::{Calendar, Decimal};

/// Simulated years, at most.
const MOST_RUNS: u32 = 20_000;

/// Expected figures; `None` where nothing is said of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Foreseen {
    at_threshold: Option<f64>,
    at_quota: Option<f64>,
    at_excellence: Option<f64>,
    within: Option<f64>,
    deviation: Option<f64>,
}

impl Foreseen {
    /// That of a measure.
    pub(super) fn of(&self, kind: HealthKind) -> Option<f64> {
        match kind {
            HealthKind::AtThreshold => self.at_threshold,
            HealthKind::AtQuota => self.at_quota,
            HealthKind::AtExcellence => self.at_excellence,
            HealthKind::Within => self.within,
            HealthKind::Deviation => self.deviation,
            _ => None,
        }
    }
}

/// What is expected; an error where what is said cannot be used.
pub(super) fn foreseen(settings: &HealthSettings, calendar: Calendar) -> Result<Foreseen, ()> {
    match &settings.expected {
        None => Ok(Foreseen::default()),
        Some(Expected::Spread { mean, deviation, zero_share }) => {
            spread(settings.marks, *mean, *deviation, *zero_share).ok_or(())
        }
        Some(Expected::Model { model, n_runs }) => simulated(settings.marks, model, *n_runs, calendar).ok_or(()),
        Some(Expected::Shares { at_threshold, at_quota, at_excellence }) => {
            let shares = [at_threshold.unwrap_or(0.0), *at_quota, *at_excellence];
            let is_share = |share: &f64| (0.0..=1.0).contains(share);
            let (at_quota, at_excellence) = (Some(*at_quota), Some(*at_excellence));
            let found = Foreseen { at_threshold: *at_threshold, at_quota, at_excellence, ..Foreseen::default() };
            shares.iter().all(is_share).then_some(found).ok_or(())
        }
    }
}

/// Lognormal attainment of that mean and standard deviation, but for a share at nothing.
fn spread(marks: Marks, mean: f64, deviation: f64, zero_share: f64) -> Option<Foreseen> {
    let is_sound = 0.0 < mean && mean < 1e6 && (0.0..1e6).contains(&deviation) && (0.0..=1.0).contains(&zero_share);
    if !is_sound {
        return None;
    }
    let ratio = deviation / mean;
    let sigma = libm::sqrt(libm::log1p(ratio * ratio));
    let centre = libm::log(mean) - sigma * sigma / 2.0;
    let from = |at: f64| {
        let above = if at <= 0.0 {
            return 1.0;
        } else if sigma == 0.0 {
            f64::from(u8::from(at <= mean))
        } else {
            normal((centre - libm::log(at)) / sigma)
        };
        (1.0 - zero_share) * above
    };
    let selling = 1.0 - zero_share;
    let square = selling * (mean * mean + deviation * deviation) - selling * selling * mean * mean;
    Some(Foreseen {
        at_threshold: marks.threshold.map(|at| from(number(at))),
        at_quota: Some(from(1.0)),
        at_excellence: Some(from(number(marks.excellence))),
        within: Some((from(1.0 - super::measures::NEAR) - from(1.0 + super::measures::NEAR)).max(0.0)),
        deviation: Some(libm::sqrt(square.max(0.0))),
    })
}

/// Shares over simulated years of the model.
fn simulated(marks: Marks, model: &CostModel, n_runs: u32, calendar: Calendar) -> Option<Foreseen> {
    let input = CostInput {
        plans: vec![marked(marks)],
        model: model.clone(),
        calendar,
        digits: 2,
        budget: None,
        company_factor: 1.0,
        hold_company: false,
    };
    let tally = run(&prepare(&input), 1, 0..n_runs.clamp(1, MOST_RUNS));
    let levels = tally.summary(&input).first()?.levels;
    Some(Foreseen {
        at_threshold: marks.threshold.map(|_| levels.at_threshold),
        at_quota: Some(levels.at_target),
        at_excellence: (Decimal::ONE < marks.excellence).then_some(levels.at_excellence),
        ..Foreseen::default()
    })
}

/// A plan with those marks.
fn marked(marks: Marks) -> Plan {
    let mut plan = templates::flat(Decimal::new(1, 1));
    if let Some(component) = plan.components.first_mut() {
        let tiers = [Decimal::ZERO, marks.excellence].map(|from| Tier { from, value: Decimal::new(1, 1) });
        let threshold = marks.threshold.map(|at| Threshold { at, kind: ThresholdKind::Cliff });
        let tiers = tiers.into_iter().take(if Decimal::ONE < marks.excellence { 2 } else { 1 }).collect();
        *component = Component { tier_axis: TierAxis::Attainment, tiers, threshold, ..component.clone() };
    }
    plan
}

fn number(decimal: Decimal) -> f64 {
    rust_decimal::prelude::ToPrimitive::to_f64(&decimal).unwrap_or(0.0)
}
