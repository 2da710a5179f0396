//! What plans cost: a company's attainment simulated month by month, and each plan's pay for it.
//!
//! A run is a function of (input, seed, run index) alone, so runs can be cut into ranges, computed anywhere, and merged
//! to the same bits. Method, symbols and limits: `docs/methods/costing.md`.

mod model;
mod summary;

pub use model::{CostInput, CostModel, RepModel};
pub use summary::{CostSummary, Histogram, Levels, MonthRange, Quantiles, RepRange};
