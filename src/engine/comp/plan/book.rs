//! The plans of a sales force: who is on which, and from when.

use serde::{Deserialize, Serialize};

use super::Plan;
use crate::engine::records::RepId;
use crate::engine::units::Month;

/// Plans with their assignments. Plans are named in assignments by their names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanBook {
    /// The plans, of unique names.
    pub plans: Vec<Plan>,
    /// Who is on which. The first that fits a rep and month holds; without any, everyone is on the first plan.
    pub assignments: Vec<Assignment>,
}

/// Some reps on a plan for some time. A new version of a plan is a plan of its own with an assignment from its first
/// month on: credit and pay to date begin anew there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The plan's name.
    pub plan: String,
    /// Who is on it.
    #[serde(default)]
    pub who: Who,
    /// First month; open if none.
    #[serde(default)]
    pub from: Option<Month>,
    /// Last month; open if none.
    #[serde(default)]
    pub to: Option<Month>,
}

/// Which reps an assignment is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Everyone.
    #[default]
    Everyone,
    /// Reps of a role, joined without case and outer blanks.
    Role(String),
    /// One rep, by id or name.
    Rep(RepId),
}
