//! The plans of a sales force: who is on which, and from when.

use serde::{Deserialize, Serialize};

use super::{Plan, PlanError};
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

/// A rule that a book breaks. Positions count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// No plan.
    #[error("there is no plan")]
    NoPlans,
    /// A plan that breaks a rule.
    #[error("plan {plan}: {error}")]
    Plan {
        /// Its position.
        plan: usize,
        /// The rule.
        error: PlanError,
    },
    /// Two plans of one name.
    #[error("plan {plan} has the name of an earlier one")]
    NameTaken {
        /// Its position.
        plan: usize,
    },
    /// An assignment to a plan that is not there.
    #[error("assignment {assignment} is to an unknown plan, {plan:?}")]
    UnknownPlan {
        /// Its position.
        assignment: usize,
        /// The name.
        plan: String,
    },
    /// An assignment whose last month lies before its first.
    #[error("assignment {assignment} ends before it begins")]
    EndsEarly {
        /// Its position.
        assignment: usize,
    },
}

impl PlanBook {
    /// The rules that it breaks; empty for a book that can be run.
    pub fn errors(&self) -> Vec<BookError> {
        let mut errors = Vec::new();
        if self.plans.is_empty() {
            errors.push(BookError::NoPlans);
        }
        for (index, plan) in self.plans.iter().enumerate() {
            let position = index + 1;
            errors.extend(plan.errors().into_iter().map(|error| BookError::Plan { plan: position, error }));
            if self.plans.iter().take(index).any(|earlier| earlier.name == plan.name) {
                errors.push(BookError::NameTaken { plan: position });
            }
        }
        for (index, one) in self.assignments.iter().enumerate() {
            let assignment = index + 1;
            if !self.plans.iter().any(|plan| plan.name == one.plan) {
                errors.push(BookError::UnknownPlan { assignment, plan: one.plan.clone() });
            }
            if one.from.zip(one.to).is_some_and(|(from, to)| to < from) {
                errors.push(BookError::EndsEarly { assignment });
            }
        }
        errors
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates;
    use crate::engine::units::Decimal;

    #[test]
    fn a_book_that_cannot_be_run_says_why() {
        let mut flat = templates::flat(Decimal::new(1, 1));
        let month = |month| Some(Month::new(2026, month));
        let on = |plan: &str, from, to| Assignment { plan: plan.into(), who: Who::Everyone, from, to };
        let check = |plans: &[&Plan], assignments: &[Assignment], expected: &[BookError]| {
            let plans = plans.iter().map(|plan| (*plan).clone()).collect();
            assert_eq!(PlanBook { plans, assignments: assignments.to_vec() }.errors(), expected);
        };
        let name = flat.name.clone();
        check(&[&flat], &[on(&name, None, month(3)), on(&name, month(4), None)], &[]);
        check(&[], &[], &[BookError::NoPlans]);
        check(&[&flat, &flat], &[], &[BookError::NameTaken { plan: 2 }]);
        check(&[&flat], &[on("Other", None, None)], &[BookError::UnknownPlan { assignment: 1, plan: "Other".into() }]);
        check(&[&flat], &[on(&name, month(3), month(2))], &[BookError::EndsEarly { assignment: 1 }]);
        flat.components.clear();
        check(&[&flat], &[], &[BookError::Plan { plan: 1, error: PlanError::NoComponents }]);
    }
}
