//! Effort by attainment and time, and where it is given up.

use serde::{Deserialize, Serialize};

use super::policy::Policy;
use super::solve::Problem;

/// Effort of one type of rep in the last of the shorter windows, which stood at even attainment before it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EffortMap {
    /// Attainments of the shorter window; `1` is its quota.
    pub attainments: Vec<f64>,
    /// For each step of the window, effort at each attainment; 1 is that of a rep paid in proportion.
    pub by_step: Vec<Vec<f64>>,
    /// Mean over the steps at each attainment.
    pub mean: Vec<f64>,
    /// Where effort is below the stated share of that at the start.
    pub zones: Vec<Zone>,
}

/// Attainments at which a rep works little, in one step.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    /// Step of the window, from 0.
    pub step: u32,
    /// From this attainment.
    pub from: f64,
    /// To this one.
    pub to: f64,
    /// Why.
    pub kind: ZoneKind,
}

/// Why a rep works little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneKind {
    /// Below the attainment at which most is done: what is paid there is out of reach.
    GivesUp,
    /// Above it: more pays little.
    Rests,
}

/// Attainments that are told: to twice quota.
const N_TOLD: usize = 41;
const STEP_TOLD: f64 = 0.05;

impl EffortMap {
    /// Of a policy; effort 1 everywhere without one.
    pub(super) fn new(problem: &Problem, policy: Option<&Policy>) -> Self {
        let attainments: Vec<f64> = (0..N_TOLD).map(|place| place as f64 * STEP_TOLD).collect();
        let window = problem.clock.n_windows - 1;
        let before = window as f64 * problem.quota * 1.0;
        let effort = |step: usize, attainment: f64| {
            policy.map_or(1.0, |policy| policy.effort(window, before, attainment * problem.quota, step))
        };
        let row = |step: usize| attainments.iter().map(|attainment| effort(step, *attainment)).collect();
        let by_step: Vec<Vec<f64>> = (0..problem.clock.n_steps).map(row).collect();
        let mean = |place: usize| {
            let sum: f64 = by_step.iter().filter_map(|row| row.get(place)).sum();
            sum / by_step.len().max(1) as f64
        };
        let mean = (0..N_TOLD).map(mean).collect();
        let start = by_step.first().and_then(|row| row.first()).copied().unwrap_or(1.0);
        let mark = start * problem.settings.give_up_below;
        let zones = by_step.iter().enumerate().flat_map(|(step, row)| zones(step, row, &attainments, mark)).collect();
        Self { attainments, by_step, mean, zones }
    }
}

fn zones(step: usize, row: &[f64], attainments: &[f64], mark: f64) -> Vec<Zone> {
    let most = row.iter().copied().fold(0.0, f64::max);
    let peak = row.iter().position(|effort| most <= *effort).unwrap_or(0);
    let mut zones: Vec<(usize, usize)> = Vec::new();
    for (place, _) in row.iter().enumerate().filter(|(_, effort)| **effort < mark) {
        match zones.last_mut() {
            Some((_, end)) if *end + 1 == place && (place < peak) == (*end < peak) => *end = place,
            _ => zones.push((place, place)),
        }
    }
    let zone = |(from, to): (usize, usize)| {
        let kind = if to < peak { ZoneKind::GivesUp } else { ZoneKind::Rests };
        Some(Zone { step: step as u32, from: *attainments.get(from)?, to: *attainments.get(to)?, kind })
    };
    zones.into_iter().filter_map(zone).collect()
}
