//! What a component is held to, and whose credit it counts.

use serde::{Deserialize, Serialize};

use super::Component;
use super::error::PlanError;
use crate::engine::units::{Decimal, Granularity};

/// What quota a component is held to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuotaSource {
    /// The rep's targets that name no measure, else the plan's quota. For a scorecard the months of the window.
    #[default]
    Targets,
    /// The rep's targets of that measure.
    Named {
        /// The measure as targets name it, joined without case and outer blanks.
        measure: String,
    },
    /// The plan states it: the same for everyone.
    Stated {
        /// In the measure's unit: money, units or a count.
        amount: Decimal,
        /// For each such period; other windows get their share by months, of a year by the plan's seasons.
        per: Granularity,
    },
    /// A share of the quota of [`QuotaSource::Targets`].
    Share {
        /// A fraction; above 1 for more than the quota.
        of: Decimal,
    },
    /// A share of the quotas of all whose credit counts ([`CreditFrom`]), by their targets that name no measure: the rep's
    /// own; with a team also those of everyone below; with the company everyone's. Who has no target at all, but deals,
    /// has the plan's quota in the months from hire to leaving. A manager whose own target is the team's already is held to
    /// [`QuotaSource::Targets`].
    Credited {
        /// A fraction; below 1 where quotas are over-assigned.
        of: Decimal,
    },
}

/// Whose credit counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CreditFrom {
    /// The rep's own.
    #[default]
    Own,
    /// That of everyone below the rep in the hierarchy, and the rep's own: manager override, roll-up. A deal shared
    /// within the team counts once at most.
    Team,
    /// Everyone's: company results, overlay on the company's number. Every won deal counts once and whole, whoever sold it.
    Company,
}

impl Component {
    /// Whether it counts credit of those, and is held to their quotas.
    pub fn is_held_to_others(&self, from: CreditFrom) -> bool {
        let is_credited = |quota: &QuotaSource| matches!(quota, QuotaSource::Credited { .. });
        let mut parts = self.parts.iter().map(|part| &part.quota);
        let own = if self.parts.is_empty() { is_credited(&self.quota) } else { parts.any(is_credited) };
        from != CreditFrom::Own && self.credit_from == from && own
    }
}

impl QuotaSource {
    /// Its number, if it states one.
    pub(super) fn number(&self) -> Option<Decimal> {
        match self {
            Self::Targets | Self::Named { .. } => None,
            Self::Stated { amount: number, .. } | Self::Share { of: number } | Self::Credited { of: number } => {
                Some(*number)
            }
        }
    }

    /// What is wrong with it.
    pub(super) fn error(&self, component: usize) -> Option<PlanError> {
        let is_blank = matches!(self, Self::Named { measure } if measure.trim().is_empty());
        is_blank.then_some(PlanError::Empty { component, field: "quota" })
    }
}
