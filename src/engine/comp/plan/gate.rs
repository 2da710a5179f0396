//! Hurdles: what another component must reach before this one pays in full.

use serde::{Deserialize, Serialize};

use super::error::PlanError;
use crate::engine::units::Decimal;

/// Conditions of which all must hold. Each looks at another component's attainment of its own window to date, at the end
/// of the pay period. A component without a quota has reached nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// What must hold.
    pub conditions: Vec<Condition>,
    /// What is paid where one does not.
    #[serde(default)]
    pub otherwise: Otherwise,
}

/// A component that must have reached an attainment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Its name.
    pub component: String,
    /// The attainment, a fraction: `0.9` is 90 % of quota. Reaching it is enough.
    pub at: Decimal,
}

/// What a component pays while its gate is closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Otherwise {
    /// Nothing.
    #[default]
    Nothing,
    /// A share of what it would pay.
    Share {
        /// A fraction from 0 to 1.
        of: Decimal,
    },
    /// All tiers at the first tier's value at most: accelerators are withheld (the base rate before the high one). Only
    /// with tiers that are rates or multiples and do not lie on lines.
    BaseOnly,
}

impl Gate {
    /// What is wrong with it, apart from the components it names.
    pub(super) fn error(&self, component: usize) -> Option<PlanError> {
        let field = "gate";
        if self.conditions.is_empty() {
            return Some(PlanError::Empty { component, field });
        }
        match self.otherwise {
            Otherwise::Share { of } if !(Decimal::ZERO..=Decimal::ONE).contains(&of) => {
                Some(PlanError::OutsideUnit { component, field, share: of })
            }
            _ => None,
        }
    }
}
