//! Assumptions that make the simulated share of last-week closes that of the user's history, by bisection.

use serde::{Deserialize, Serialize};

use super::settings::Settings;
use super::team::RepType;
use super::totals;
use crate::engine::comp::plan::Plan;

/// What was moved to meet the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calibrated {
    /// The share of movable deals, `m`.
    Movable,
    /// Effort alone bunches more than the history: its cost `k`, with no deal movable.
    EffortCost,
    /// Even if every deal is movable the history bunches more: `m` is 1, and `k` was lowered.
    Both,
}

/// Calibrated assumptions, and how well they meet the history.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// The assumptions, switched on.
    pub settings: Settings,
    /// What was moved.
    pub moved: Calibrated,
    /// Share of last-week closes to be met.
    pub wanted: f64,
    /// Share that is simulated.
    pub reached: f64,
    /// Reached less wanted.
    pub misfit: f64,
    /// The misfit is no larger than [`CLOSE_ENOUGH`].
    pub is_met: bool,
}

/// A misfit of this share is within what chance does to a history.
pub const CLOSE_ENOUGH: f64 = 0.01;
const N_HALVINGS: u32 = 12;
/// Simulations that a calibration takes: both ends, those of the bisection, and the result.
pub const N_CALIBRATION_STEPS: u32 = 2 + 2 + N_HALVINGS + 1;
/// The cost of effort is moved by at most a factor of three.
const MOST_EXPONENT: f64 = 1.1;

/// Moves `m`, and where that is not enough `k`, until the share of closes in the last week of windows is `wanted`.
pub fn calibrate(plan: &Plan, types: &[RepType], settings: &Settings, wanted: f64) -> Calibration {
    calibrate_telling(plan, types, settings, wanted, &|| {})
}

/// The same; `step` is called after each of the [`N_CALIBRATION_STEPS`].
pub fn calibrate_telling(
    plan: &Plan,
    types: &[RepType],
    settings: &Settings,
    wanted: f64,
    step: &dyn Fn(),
) -> Calibration {
    let wanted = if wanted.is_nan() { 0.0 } else { wanted.clamp(0.0, 1.0) };
    let base = Settings { is_on: true, ..settings.sound() };
    let reached = |settings: &Settings| {
        let share = totals(plan, types, settings).last_week_share;
        step();
        share
    };
    let movable = |share: f64| Settings { movable: share, ..base };
    let (none, all) = (reached(&movable(0.0)), reached(&movable(1.0)));
    let (settings, moved) = if wanted < none {
        let at = |exponent: f64| Settings { effort_cost: base.effort_cost * libm::exp(exponent), ..movable(0.0) };
        (halve(at, 0.0, MOST_EXPONENT, wanted, &reached), Calibrated::EffortCost)
    } else if all < wanted {
        let at = |exponent: f64| Settings { effort_cost: base.effort_cost * libm::exp(exponent), ..movable(1.0) };
        (halve(at, 0.0, -MOST_EXPONENT, wanted, &reached), Calibrated::Both)
    } else {
        (halve(movable, 0.0, 1.0, wanted, &reached), Calibrated::Movable)
    };
    let reached = reached(&settings);
    let misfit = reached - wanted;
    Calibration { settings, moved, wanted, reached, misfit, is_met: misfit.abs() <= CLOSE_ENOUGH }
}

/// Bisection between two ends; the best of all that was tried, as the share is random and may not rise evenly.
fn halve(
    at: impl Fn(f64) -> Settings,
    mut low: f64,
    mut high: f64,
    wanted: f64,
    reached: &impl Fn(&Settings) -> f64,
) -> Settings {
    let (first, last) = (reached(&at(low)), reached(&at(high)));
    let rises = first <= last;
    let mut best = if (first - wanted).abs() <= (last - wanted).abs() { (first, low) } else { (last, high) };
    for _ in 0..N_HALVINGS {
        let middle = 0.5 * (low + high);
        let share = reached(&at(middle));
        if (share - wanted).abs() < (best.0 - wanted).abs() {
            best = (share, middle);
        }
        if (share < wanted) == rises { low = middle } else { high = middle }
    }
    at(best.1)
}
