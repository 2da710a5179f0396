//! Several measures, each held to its own quota, as one attainment: weighted multi-quota.

use serde::{Deserialize, Serialize};

use super::{Filter, Measure, QuotaSource};
use crate::engine::units::Decimal;

/// One part of a blend: its attainment counts by its weight. With parts, the component's credit is
/// `x = Σ weight · credit / quota` and its quota is 1, so that credit is attainment:
/// 60 % of quota in bookings at a weight of 0.7 and 120 % in units at 0.3 make `0.42 + 0.36 = 0.78`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlendPart {
    /// A fraction; the weights of a component's parts should add up to 1.
    pub weight: Decimal,
    /// What is credited.
    #[serde(default)]
    pub measure: Measure,
    /// What counts.
    #[serde(default)]
    pub filter: Filter,
    /// What it is held to.
    #[serde(default)]
    pub quota: QuotaSource,
}
