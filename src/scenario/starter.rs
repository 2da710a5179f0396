//! A first plan for data that has none, so that the page shows something real at once.

use crate::data::Totals;
use crate::engine::comp::{Plan, templates};
use crate::engine::records::Dataset;
use crate::engine::units::Decimal;

/// Plans to begin with: an account executive's on the data's own quotas or, where it has none, on a quota that the average
/// seller just reached, with a tenth of it as target incentive.
pub fn starter_plans(dataset: &Dataset) -> Vec<Plan> {
    starter_plans_of(&Totals::of(dataset))
}

/// The same, of what a dataset comes to.
pub fn starter_plans_of(totals: &Totals) -> Vec<Plan> {
    vec![filled(totals, templates::account_executive())]
}

/// The plan with quota and target incentive filled in where neither it nor the data says.
pub fn plan_for(dataset: &Dataset, plan: Plan) -> Plan {
    filled(&Totals::of(dataset), plan)
}

fn filled(totals: &Totals, mut plan: Plan) -> Plan {
    let average = totals.average_year.map(round_up);
    if totals.n_targets == 0 && plan.quota.is_none() {
        plan.quota = average;
    }
    if totals.typical_incentive.is_none() && plan.target_incentive.is_none() {
        plan.target_incentive = plan.quota.or(average).map(|quota| round_up(quota / Decimal::TEN));
    }
    plan
}

/// Two significant digits.
fn round_up(number: Decimal) -> Decimal {
    number.round_sf(2).unwrap_or(number).normalize()
}
