//! Which records a component, SPIFF or part of a blend counts.

use serde::{Deserialize, Serialize};

use crate::engine::units::Decimal;

/// A choice of records. Each list names values that count, joined without case and outer blanks; an empty list lets all
/// count. A record counts if every list lets it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Products, by name, id or family.
    pub products: Vec<String>,
    /// Customer segments.
    pub segments: Vec<String>,
    /// Regions.
    pub regions: Vec<String>,
    /// Kinds of deal as the file names them, such as new business, renewal, expansion.
    pub deal_kinds: Vec<String>,
    /// Lead sources.
    pub sources: Vec<String>,
    /// Kinds of activity, for [`Measure::Activities`](super::Measure::Activities).
    pub activities: Vec<String>,
    /// Names of objectives, for [`Measure::Scorecard`](super::Measure::Scorecard).
    pub objectives: Vec<String>,
    /// Deals of a smaller amount do not count; money.
    pub least_amount: Option<Decimal>,
}

impl Filter {
    /// Whether it lets everything count.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}
