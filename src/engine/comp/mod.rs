//! Incentive compensation: one plan definition, run by two programs that agree to the cent.

pub mod plan;

pub use plan::{
    Boundary, Cap, Component, Measure, PayBasis, Plan, PlanError, Threshold, ThresholdKind, Tier, TierAxis, TierMode,
    Window,
};
