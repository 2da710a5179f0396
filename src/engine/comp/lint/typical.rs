//! The terms that a plan is looked at with: its own, or the team's median.

use serde::{Deserialize, Serialize};

use crate::engine::comp::exact::{divided, plus, times};
use crate::engine::comp::plan::Plan;
use crate::engine::comp::statement::{ReplayInput, Roster};
use crate::engine::units::{Decimal, Month};

/// A typical rep's terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typical {
    /// Quota a year; `None` if nothing says it.
    pub quota: Option<Decimal>,
    /// Target incentive a year; `None` if nothing says it.
    pub target_incentive: Option<Decimal>,
}

impl Typical {
    /// What the plan itself states.
    pub fn of_plan(plan: &Plan) -> Self {
        let sound = |number: Option<Decimal>| number.filter(|number| Decimal::ZERO < *number);
        Self { quota: sound(plan.quota), target_incentive: sound(plan.target_incentive) }
    }

    /// Medians of the reps with a deal, over the months of the replay as if they were a year; the plan's own where the data
    /// has none.
    pub fn of_team(input: &ReplayInput) -> Self {
        let roster = Roster::new(input);
        let months: Vec<Month> =
            (0..=input.last.since(input.first).clamp(0, 600)).map(|n| input.first.plus(n)).collect();
        let (mut quotas, mut incentives) = (Vec::new(), Vec::new());
        for member in roster.members.iter().filter(|member| !member.deals.is_empty()) {
            let known: Vec<Decimal> = months.iter().filter_map(|month| member.month_quota(*month)).collect();
            let sum = known.iter().copied().fold(Decimal::ZERO, plus);
            if Decimal::ZERO < sum {
                quotas.push(divided(times(sum, Decimal::from(12)), Decimal::from(known.len())));
            }
            incentives.extend(member.target_incentive.filter(|year| Decimal::ZERO < *year));
        }
        let own = Self::of_plan(input.plan);
        Self { quota: median(quotas).or(own.quota), target_incentive: median(incentives).or(own.target_incentive) }
    }
}

/// The middle one, or the mean of the two in the middle.
pub fn median(mut numbers: Vec<Decimal>) -> Option<Decimal> {
    numbers.sort();
    let middle = numbers.len() / 2;
    let upper = *numbers.get(middle)?;
    if numbers.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = middle.checked_sub(1).and_then(|place| numbers.get(place))?;
    Some(divided(plus(*lower, upper), Decimal::TWO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_lies_between_the_two_in_the_middle() {
        let check = |values: &[i64], tenths: Option<i64>| {
            let values: Vec<Decimal> = values.iter().copied().map(Decimal::from).collect();
            assert_eq!(median(values), tenths.map(|tenths| Decimal::new(tenths, 1)));
        };
        check(&[], None);
        check(&[3], Some(30));
        check(&[4, 3], Some(35));
        check(&[9, 3, 4], Some(40));
    }
}
