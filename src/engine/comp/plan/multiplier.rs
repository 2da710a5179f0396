//! Multipliers (modifiers): another component's attainment scales the pay of this one.

use serde::{Deserialize, Serialize};

use super::Tier;

/// `pay = pay · factor(A of the other component)`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Multiplier {
    /// The other component's name.
    pub component: String,
    /// From which attainment (a fraction) which factor holds; before the first it is the first's.
    pub steps: Vec<Tier>,
    /// Whether factors lie on straight lines between the steps instead of jumping.
    #[serde(default)]
    pub is_interpolated: bool,
}
