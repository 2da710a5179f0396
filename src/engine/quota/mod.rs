//! Quotas and capacity: set, spread, estimated, tested for fairness, and the chance to make the number.

pub mod backtest;
pub mod capacity;
pub mod estimate;
pub mod health;
pub mod plan;
pub mod season;
pub mod tree;
