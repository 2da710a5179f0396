//! Several measures, each held to its own quota, as one attainment: weighted multi-quota.

use serde::{Deserialize, Serialize};

use super::error::PlanError;
use super::{Filter, Measure, QuotaSource};
use crate::engine::units::Decimal;

/// One part of a blend: its attainment counts by its weight. With parts, the component's credit is
/// `x = Σ weight · credit / quota` and its quota is 1, so that credit is attainment:
/// 60 % of quota in bookings at a weight of 0.7 and 120 % in units at 0.3 make `0.42 + 0.36 = 0.78`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlendPart {
    /// A fraction; the weights of a component's parts add up to 1, within a thousandth.
    pub weight: Decimal,
    /// What is credited.
    #[serde(default)]
    pub measure: Measure,
    /// What counts.
    #[serde(default)]
    pub filter: Filter,
    /// What it is held to. Without a quota for each part the component has none.
    #[serde(default)]
    pub quota: QuotaSource,
}

/// Weights may miss 1 by so little that parts written as 33.3 % pass.
const ROUNDING: Decimal = Decimal::from_parts(1, 0, 0, false, 3);

/// What is wrong with the parts of a component.
pub(super) fn error(parts: &[BlendPart], component: usize) -> Option<PlanError> {
    let sum = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.weight));
    let is_off = ROUNDING < (Decimal::ONE - sum).abs();
    (!parts.is_empty() && is_off).then_some(PlanError::PartWeights { component, sum })
}
