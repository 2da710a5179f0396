//! How many reps reach threshold, quota and excellence.

use serde::{Deserialize, Serialize};

use super::measures::RepResult;
use crate::engine::comp::exact::divided;
use crate::engine::comp::plan::{PayBasis, Plan, TierAxis};
use crate::engine::units::Decimal;

/// Attainments that a plan makes marks of, by its heaviest component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// Attainment below which it pays nothing; `None` if it has no threshold.
    pub threshold: Option<Decimal>,
    /// Attainment from which it pays its highest tier, but above 1; 1.5 if it has no tier above quota.
    pub excellence: Decimal,
}

/// Shares of the reps who have an attainment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Levels {
    /// The marks of the plan that most sellers are on.
    pub marks: Option<Marks>,
    /// Reps with an attainment.
    pub n_reps: u32,
    /// Those on a plan with a threshold.
    pub n_with_threshold: u32,
    /// Of these, at or above it.
    pub n_at_threshold: u32,
    /// At or above quota.
    pub n_at_target: u32,
    /// At or above their plan's excellence.
    pub n_at_excellence: u32,
    /// Share at or above the threshold; `None` where no plan has one.
    pub at_threshold: Option<Decimal>,
    /// Share at or above quota.
    pub at_target: Option<Decimal>,
    /// Share at or above excellence.
    pub at_excellence: Option<Decimal>,
}

/// Excellence of a plan that has no tier above quota.
const EXCELLENCE: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// The marks of a plan.
pub fn marks(plan: &Plan) -> Marks {
    let Some(component) = plan.heaviest() else { return Marks { threshold: None, excellence: EXCELLENCE } };
    let highest = component.tiers.last().map(|tier| tier.from);
    let by_attainment = component.tier_axis == TierAxis::Attainment && component.pay_basis != PayBasis::Fixed;
    let excellence = highest.filter(|highest| by_attainment && Decimal::ONE < *highest);
    Marks { threshold: component.threshold.map(|one| one.at), excellence: excellence.unwrap_or(EXCELLENCE) }
}

pub(super) fn levels(plans: &[Plan], usual: Option<&Plan>, reps: &[RepResult]) -> Levels {
    let of_plans: Vec<Marks> = plans.iter().map(marks).collect();
    let (mut n_reps, mut n_with_threshold, mut n_at_threshold) = (0_u32, 0_u32, 0_u32);
    let (mut n_at_target, mut n_at_excellence) = (0_u32, 0_u32);
    for rep in reps {
        let own = rep.plan.and_then(|place| of_plans.get(place));
        let (Some(attainment), Some(own)) = (rep.attainment, own) else { continue };
        n_reps += 1;
        n_with_threshold += u32::from(own.threshold.is_some());
        n_at_threshold += u32::from(own.threshold.is_some_and(|at| at <= attainment));
        n_at_target += u32::from(Decimal::ONE <= attainment);
        n_at_excellence += u32::from(own.excellence <= attainment);
    }
    let share = |n: u32, of: u32| (0 < of).then(|| divided(n.into(), of.into()));
    Levels {
        marks: usual.map(marks),
        n_reps,
        n_with_threshold,
        n_at_threshold,
        n_at_target,
        n_at_excellence,
        at_threshold: share(n_at_threshold, n_with_threshold),
        at_target: share(n_at_target, n_reps),
        at_excellence: share(n_at_excellence, n_reps),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates;

    #[test]
    fn marks_are_those_of_the_heaviest_component() {
        let check = |plan: &Plan, threshold: Option<i64>, excellence: i64| {
            let hundredths = |number| Decimal::new(number, 2);
            let expected = Marks { threshold: threshold.map(hundredths), excellence: hundredths(excellence) };
            assert_eq!(marks(plan), expected, "{}", plan.name);
        };
        check(&templates::account_executive(), None, 130);
        check(&templates::account_manager(), Some(50), 120);
        check(&templates::balanced(), None, 150); // the heavier has no threshold
        check(&templates::flat(Decimal::new(1, 1)), None, 150);
        check(&Plan::default(), None, 150);
    }

    #[test]
    fn reps_are_counted_by_the_marks_of_their_own_plan() {
        let plans = [templates::account_executive(), templates::account_manager()];
        let rep = |plan: usize, percent: Option<i64>| RepResult {
            plan: Some(plan),
            attainment: percent.map(|percent| Decimal::new(percent, 2)),
            ..RepResult::default()
        };
        // On the first there is no threshold and excellence is 130 %; on the second they are 50 % and 120 %.
        let reps = [rep(0, Some(125)), rep(0, Some(40)), rep(1, Some(125)), rep(1, Some(49)), rep(1, None)];
        let found = levels(&plans, plans.first(), &reps);
        let counts = [found.n_reps, found.n_with_threshold, found.n_at_threshold, found.n_at_target];
        assert_eq!((counts, found.n_at_excellence), ([4, 2, 1, 2], 1));
        assert_eq!(found.at_threshold, Some(Decimal::new(5, 1)));
        assert_eq!(found.at_excellence, Some(Decimal::new(25, 2)));
    }
}
