//! Multipliers (modifiers): another component's attainment scales the pay of this one.

use serde::{Deserialize, Serialize};

use super::Tier;
use super::check::unordered;
use super::error::PlanError;

/// `pay = pay · factor(A of the other component)`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Multiplier {
    /// The other component's name.
    pub component: String,
    /// From which attainment (a fraction) which factor holds, in rising order; before the first it is the first's. Without
    /// a quota the attainment is 0.
    pub steps: Vec<Tier>,
    /// Whether factors lie on straight lines between the steps instead of jumping.
    #[serde(default)]
    pub is_interpolated: bool,
}

impl Multiplier {
    /// What is wrong with it, apart from the component it names.
    pub(super) fn error(&self, component: usize) -> Option<PlanError> {
        let field = "multipliers";
        if self.steps.is_empty() {
            return Some(PlanError::Empty { component, field });
        }
        let position = unordered(self.steps.iter().map(|step| step.from))?;
        Some(PlanError::Unordered { component, field, position })
    }
}
