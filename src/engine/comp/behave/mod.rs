//! Behaviour: a rep who faces a plan chooses effort and the timing of movable deals, and what that does to cost and revenue.
//!
//! [`Settings`] (off by default) and [`RepType`]s → a plan's pay over windows ([`WindowPay`]) → the rep's best policy by
//! dynamic programming over attainment and time left → simulated years with and without it → [`Behaviour`]. All is f64 and
//! a function of the input and a seed, with the same bits on every target. Method, sources and limits:
//! `docs/methods/behaviour.md`.

mod calibrate;
mod clock;
mod live;
mod map;
mod outcome;
mod pay;
mod policy;
mod settings;
mod sizes;
mod solve;
mod study;
mod team;
mod variants;

pub use calibrate::{CLOSE_ENOUGH, Calibrated, Calibration, N_CALIBRATION_STEPS, calibrate, calibrate_telling};
pub use map::{EffortMap, Zone, ZoneKind};
pub use outcome::{Behaviour, Limit, Outcome, TypeOutcome};
pub use pay::{PlanPay, WindowPay};
pub use settings::{Settings, World};
pub use study::Study;
pub use team::{RepType, last_week_share, shortest_window, spread_types, team_types};
pub use variants::{N_VARIANTS, Range, Ranges, Setting, Variant};

pub(in crate::engine) use sizes::quantile as normal_quantile;

use super::plan::Plan;

/// What the plan makes of these reps, with the ranges over the settings that nobody knows for sure. With the switch off the
/// reps work as they do without a plan's pull, and close deals when they fall due.
pub fn behave(plan: &Plan, types: &[RepType], settings: &Settings) -> Behaviour {
    behave_telling(plan, types, settings, &|| {})
}

/// The same; `step` is called when the reps' years are done and after each of the [`N_VARIANTS`].
pub fn behave_telling(plan: &Plan, types: &[RepType], settings: &Settings, step: &dyn Fn()) -> Behaviour {
    outcome::behaviour(plan, types, &settings.sound(), step)
}

/// Only the sums, for comparing plans and for calibration.
pub fn totals(plan: &Plan, types: &[RepType], settings: &Settings) -> Outcome {
    outcome::total(&outcome::of_types(plan, types, &settings.sound()))
}
