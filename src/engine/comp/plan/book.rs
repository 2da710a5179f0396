//! The plans of a sales force: who is on which, and from when.

use serde::{Deserialize, Serialize};

use super::{Plan, PlanError};
use crate::engine::records::{Rep, RepId, join_key};
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
    /// Everyone on one plan.
    pub fn of_plan(plan: Plan) -> Self {
        Self { plans: vec![plan], assignments: Vec::new() }
    }

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

impl PlanBook {
    /// The times from `first` to `last` in which one plan holds for a rep, in order: the plan's place, first and last
    /// month. Months without a plan lie between them.
    pub fn times_of(&self, id: &RepId, rep: Option<&Rep>, first: Month, last: Month) -> Vec<(usize, Month, Month)> {
        // Few assignments have months: it is settled once who is meant.
        let mine: Vec<(&Assignment, usize)> = self
            .assignments
            .iter()
            .filter(|one| one.who.is(id, rep))
            .filter_map(|one| Some((one, self.place(one)?)))
            .collect();
        let mut times: Vec<(usize, Month, Month)> = Vec::new();
        for month in (0..=last.since(first)).map(|step| first.plus(step)) {
            let holds = mine.iter().find(|(one, _)| one.holds_in(month)).map(|(_, place)| *place);
            let everyones = (self.assignments.is_empty() && !self.plans.is_empty()).then_some(0);
            let Some(place) = holds.or(everyones) else { continue };
            match times.last_mut() {
                Some((same, _, end)) if *same == place && end.plus(1) == month => *end = month,
                _ => times.push((place, month, month)),
            }
        }
        times
    }

    fn place(&self, assignment: &Assignment) -> Option<usize> {
        self.plans.iter().position(|plan| plan.name == assignment.plan)
    }
}

impl Assignment {
    fn holds_in(&self, month: Month) -> bool {
        self.from.is_none_or(|from| from <= month) && self.to.is_none_or(|to| month <= to)
    }
}

impl Who {
    /// Whether the rep is meant: by role, or by id or name.
    pub fn is(&self, id: &RepId, rep: Option<&Rep>) -> bool {
        match self {
            Self::Everyone => true,
            Self::Role(role) => rep.is_some_and(|rep| join_key(&rep.role) == join_key(role)),
            Self::Rep(named) => {
                let named = join_key(&named.0);
                named == join_key(&id.0) || rep.is_some_and(|rep| named == join_key(&rep.name))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates;
    use crate::engine::units::Decimal;

    #[test]
    fn the_first_assignment_that_fits_holds() {
        let plan = |name: &str| Plan { name: name.into(), ..Plan::default() };
        let assignment = |plan: &str, who: Who, from: Option<u32>, to: Option<u32>| Assignment {
            plan: plan.into(),
            who,
            from: from.map(|month| Month::new(2026, month)),
            to: to.map(|month| Month::new(2026, month)),
        };
        let book = PlanBook {
            plans: vec![plan("AE"), plan("AE v2"), plan("SDR")],
            assignments: vec![
                assignment("SDR", Who::Rep(RepId(" ANN".into())), Some(2), Some(3)),
                assignment("gone", Who::Everyone, None, None),
                assignment("AE v2", Who::Role("ae ".into()), Some(7), None),
                assignment("AE", Who::Role("AE".into()), None, Some(10)),
            ],
        };
        let reps = [("1", "Ann", "AE"), ("2", "Bob", "ae"), ("3", "Cleo", "CSM")];
        let check = |who: usize, expected: &[(usize, u32, u32)]| {
            let (id, name, role) = reps[who];
            let rep = Rep { id: RepId(id.into()), name: name.into(), role: role.into(), ..Rep::default() };
            let found = book.times_of(&rep.id, Some(&rep), Month::new(2026, 1), Month::new(2026, 12));
            let expected: Vec<_> = expected
                .iter()
                .map(|(plan, from, to)| (*plan, Month::new(2026, *from), Month::new(2026, *to)))
                .collect();
            assert_eq!(found, expected, "{name}");
        };
        check(0, &[(0, 1, 1), (2, 2, 3), (0, 4, 6), (1, 7, 12)]);
        check(1, &[(0, 1, 6), (1, 7, 12)]);
        check(2, &[]);
        let all = PlanBook { assignments: Vec::new(), ..book };
        assert_eq!(all.times_of(&RepId("x".into()), None, Month::new(2026, 1), Month::new(2026, 2)).len(), 1);
        let none = PlanBook::default().times_of(&RepId("x".into()), None, Month::new(2026, 1), Month::new(2026, 2));
        assert!(none.is_empty());
    }

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
