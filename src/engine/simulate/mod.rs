//! What plans cost: a company's attainment simulated month by month, and each plan's pay for it.
//!
//! A run is a function of (input, seed, run index) alone, so runs can be cut into ranges, computed anywhere, and merged
//! to the same bits:
//!
//! `fit(history)` → [`CostModel`] → [`CostInput`] → [`prepare`] → [`run`] a range → [`Tally::merge`] →
//! [`Tally::summary`]. Method, symbols and limits: `docs/methods/costing.md`.

mod after;
mod compare;
mod crowd;
mod curve;
mod distributions;
mod fingerprint;
mod fit;
mod flows;
mod full;
mod lanes;
mod model;
mod prepare;
mod quantile;
mod segment;
mod sensitivity;
mod spiffs;
mod stream;
mod student;
mod summary;
mod tally;
mod trial;

pub use compare::{SimulatedChange, SimulatedRep, share_losing_much, simulated_changes};
pub use crowd::Simulated;
pub(in crate::engine) use distributions::{exp, exponentials, normals};
pub(in crate::engine) use fingerprint::{fingerprint_of, key};
pub use fit::{FitInput, FitNote, Fitted, fit};
pub(in crate::engine) use lanes::{LANES, Lanes, map, map2};
pub use model::{Cancellations, CostInput, CostModel, Counted, Flow, NamedQuota, PerCredit, RepModel};
pub use prepare::{Prepared, prepare};
pub use quantile::Counts;
pub(in crate::engine) use segment::{Span, added, joined, n_runs};
pub use sensitivity::{Sensitivity, SensitivityPoint, sensitivity};
pub use stream::Stream;
pub(in crate::engine) use stream::mix64;
pub(in crate::engine) use student::two_sided;
pub use summary::{CostSummary, Histogram, Levels, MonthRange, Quantiles, RepRange};
pub use tally::{MergeError, Tally};
pub use trial::run;
